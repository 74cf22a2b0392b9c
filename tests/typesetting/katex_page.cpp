#include "tests/typesetting/katex_page.h"

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QProcess>
#include <QtCore/QRegularExpression>
#include <QtCore/QStandardPaths>
#include <QtCore/QTemporaryDir>

using eigenboard::typesetting::Style;

namespace {

// What the page does to KaTeX's style sheet, and why:
// - .tagged: the body stands at the left, and the holder ends where we put the \tag;
// - .katex: one em is a round number of pixels; and the fallback face is the book's, where KaTeX leaves the
//   choice to the system;
// - .vertical-separator: its min-width of 1px guards hairlines on a coarse screen and has no size in em;
// - .eqn-num: automatic numbers count through a document, which a formula alone does not know.
const char* const pageTemplate = R"(<!DOCTYPE html><html><head><meta charset="utf-8">
<link rel="stylesheet" href="file://%KATEX%/katex.css"><script src="file://%KATEX%/katex.js"></script>
<style>
html, body { margin: 0; background: white; color: black; }
.cell { position: absolute; overflow: hidden; }
.holder { position: absolute; white-space: nowrap; text-align: left; }
.holder .katex-display { margin: 0; }
.tagged .katex-display > .katex { text-align: left; }
.katex { font-size: %EM%px !important; font-family: KaTeX_Main, "Charis SIL", serif; }
.katex .mtable .vertical-separator { min-width: 0; }
.katex .eqn-num::before { content: none; counter-increment: none; }
</style></head><body><pre id="metrics"></pre><script>
const cells = %CELLS%, macros = %MACROS%;
function measure(holder) {
  const bases = [...holder.querySelectorAll(".katex-html > .base")];
  const tag = holder.querySelector(".katex-html > .tag");
  const boxes = bases.map(base => base.getBoundingClientRect());
  const struts = bases.map(base => base.querySelector(":scope > .strut"));
  const first = struts[0], down = -(parseFloat(getComputedStyle(first).verticalAlign) || 0);
  const baseline = first.getBoundingClientRect().bottom - down;
  const rows = struts.map(strut => strut.getBoundingClientRect());
  if (tag && tag.querySelector(".strut")) rows.push(tag.querySelector(".strut").getBoundingClientRect());
  const left = Math.min(...boxes.map(box => box.left));
  const right = Math.max(...boxes.map(box => box.right), tag ? tag.getBoundingClientRect().right : -Infinity);
  return {left, baseline, width: right - left, height: baseline - Math.min(...rows.map(box => box.top)),
          depth: Math.max(...rows.map(box => box.bottom)) - baseline};
}
function place(item, cell, holder) {
  katex.render(item.tex, holder, {displayMode: item.display, throwOnError: true, strict: "ignore", trust: true,
                                  output: "html", macros: Object.assign({}, macros)});
  if (item.tag > 0) {
    holder.classList.add("tagged");
    holder.style.width = item.tag + "px";
  }
  const metrics = measure(holder);
  const frame = cell.getBoundingClientRect();
  holder.style.left = (frame.left + item.ox - metrics.left) + "px";
  holder.style.top = (frame.top + item.oy - metrics.baseline) + "px";
  return metrics;
}
function draw(item) {
  const cell = document.body.appendChild(document.createElement("div"));
  cell.className = "cell";
  Object.assign(cell.style, {left: item.x + "px", top: item.y + "px", width: item.w + "px", height: item.h + "px"});
  const holder = cell.appendChild(document.createElement("div"));
  holder.className = "holder";
  try {
    return place(item, cell, holder);
  } catch (error) { return {error: String(error.message)}; }
}
function drawAll() {
  const all = cells.map(draw);
  document.getElementById("metrics").textContent = JSON.stringify(all);
  document.getElementById("metrics").style.display = "none";
}
const faces = [...document.fonts];
Promise.all(faces.map(face => face.load())).then(drawAll, error => {
  document.getElementById("metrics").textContent = JSON.stringify({problem: String(error)});
});
</script></body></html>)";

constexpr int titleBar = 200; // even a headless window may lose some rows to one

QString toJson(const QJsonArray& array) {
  return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QString makePage(const QList<PageCell>& cells, int pixelsPerEm, const QHash<QString, QString>& macros) {
  QJsonArray items;
  for (const PageCell& cell : cells)
    items.append(QJsonObject{{"tex", cell.formula.tex},
                             {"display", cell.formula.style == Style::Display},
                             {"x", cell.cell.x()},
                             {"y", cell.cell.y()},
                             {"w", cell.cell.width()},
                             {"h", cell.cell.height()},
                             {"ox", cell.origin.x() - cell.cell.x()},
                             {"oy", cell.origin.y() - cell.cell.y()},
                             {"tag", cell.tagDistance}});
  QJsonObject macroTexts;
  for (auto macro = macros.cbegin(); macro != macros.cend(); ++macro)
    macroTexts.insert(macro.key(), macro.value());
  QString page = QString::fromUtf8(pageTemplate);
  page.replace(QStringLiteral("%KATEX%"), QStringLiteral(KATEX_DIRECTORY));
  page.replace(QStringLiteral("%EM%"), QString::number(pixelsPerEm));
  page.replace(QStringLiteral("%MACROS%"),
               QString::fromUtf8(QJsonDocument(macroTexts).toJson(QJsonDocument::Compact)));
  // A formula may hold "</" of its own, which would end the script.
  page.replace(QStringLiteral("%CELLS%"),
               toJson(items).replace(QStringLiteral("</"), QStringLiteral("<\\/")));
  return page;
}

QList<KatexMetrics> readMetrics(const QByteArray& dom, QString& problem) {
  static const QRegularExpression json(QStringLiteral("<pre id=\"metrics\"[^>]*>(.*?)</pre>"),
                                       QRegularExpression::DotMatchesEverythingOption);
  QString text = json.match(QString::fromUtf8(dom)).captured(1);
  text.replace(QStringLiteral("&lt;"), QStringLiteral("<"));
  text.replace(QStringLiteral("&gt;"), QStringLiteral(">"));
  text.replace(QStringLiteral("&amp;"), QStringLiteral("&"));
  const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
  if (!document.isArray())
    problem = QStringLiteral("the page reported no metrics: %1").arg(text.left(300));
  QList<KatexMetrics> metrics;
  for (const QJsonValue& item : document.array())
    metrics.append({item["error"].toString(), item["width"].toDouble(), item["height"].toDouble(),
                    item["depth"].toDouble()});
  return metrics;
}

} // namespace

QString findChromium() {
  for (const char* name : {"chromium", "chromium-browser", "google-chrome"})
    if (const QString path = QStandardPaths::findExecutable(QString::fromLatin1(name)); !path.isEmpty())
      return path;
  return {};
}

struct ChromiumRun::Private {
  QSize size;
  QString problem;
  QTemporaryDir directory;
  QProcess chromium;

  QString imagePath() const { return directory.filePath(QStringLiteral("page.png")); }
};

ChromiumRun::ChromiumRun(const QList<PageCell>& cells, QSize size, int pixelsPerEm,
                         const QHash<QString, QString>& macros)
    : d(std::make_unique<Private>()) {
  d->size = size;
  const QString pagePath = d->directory.filePath(QStringLiteral("page.html"));
  QFile page(pagePath);
  if (!page.open(QIODevice::WriteOnly) || page.write(makePage(cells, pixelsPerEm, macros).toUtf8()) <= 0) {
    d->problem = QStringLiteral("%1 could not be written").arg(pagePath);
    return;
  }
  page.close();
  d->chromium.setProcessChannelMode(QProcess::SeparateChannels);
  d->chromium.start(findChromium(),
                    {"--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                     "--disable-background-networking", "--disable-component-update", "--disable-sync",
                     "--hide-scrollbars", "--font-render-hinting=none", "--disable-lcd-text",
                     "--allow-file-access-from-files", "--virtual-time-budget=60000",
                     "--user-data-dir=" + d->directory.filePath(QStringLiteral("profile")),
                     QStringLiteral("--window-size=%1,%2").arg(size.width()).arg(size.height() + titleBar),
                     "--screenshot=" + d->imagePath(), "--dump-dom", "file://" + pagePath});
}

ChromiumRun::~ChromiumRun() {
  if (d->chromium.state() != QProcess::NotRunning) {
    d->chromium.kill();
    d->chromium.waitForFinished();
  }
}

KatexPage ChromiumRun::result() {
  KatexPage result;
  result.problem = d->problem;
  if (!result.problem.isEmpty())
    return result;
  d->chromium.waitForFinished(120'000);
  if (d->chromium.state() != QProcess::NotRunning) {
    result.problem = QStringLiteral("Chromium did not finish in two minutes");
    return result;
  }
  result.metrics = readMetrics(d->chromium.readAllStandardOutput(), result.problem);
  result.image = QImage(d->imagePath()).convertToFormat(QImage::Format_RGB32);
  if (result.problem.isEmpty() &&
      (result.image.width() < d->size.width() || result.image.height() < d->size.height()))
    result.problem = QStringLiteral("Chromium made no picture: %1")
                         .arg(QString::fromUtf8(d->chromium.readAllStandardError().right(300)));
  return result;
}
