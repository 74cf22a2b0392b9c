#include "app/book/book.h"
#include "tests/typesetting/katex_page.h"
#include "views/typesetting/formula_painter.h"
#include "views/typesetting/typesetter.h"

#include <QtCore/QDir>
#include <QtCore/QRegularExpression>
#include <QtGui/QImageReader>
#include <QtGui/QPainter>
#include <QtTest/QTest>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace eigenboard::typesetting;

namespace {

// Four times KaTeX's usual 19 px, near enough, and such that a rule of 0.04 em is a whole number of pixels:
// the browser cuts borders down to whole pixels, and their widths count in a formula's.
constexpr int pixelsPerEm = 75;
constexpr int margin = 24;
constexpr QSize largestPage(9000, 9000);  // Chromium draws no taller than 16384, and memory is dear
constexpr double metricsTolerance = 0.02; // em: the figure the project promises
constexpr double leastOverlap = 0.98;

/// A formula's cell holds its box and all ink outside it, such as a \\llap.
PageCell cellFor(const ListedFormula& listed, const Formula& formula) {
  const QRectF box(0, -formula.height, formula.width, formula.height + formula.depth);
  const QRectF inkAndBox = formulaPath(formula, 1).boundingRect() | box;
  const QRect inside = QTransform::fromScale(pixelsPerEm, pixelsPerEm).mapRect(inkAndBox).toAlignedRect();
  PageCell cell{listed, inside.marginsAdded({margin, margin, margin, margin}), {}, 0};
  if (listed.tex.contains(u"\\tag"))
    cell.tagDistance = formula.width * pixelsPerEm;
  return cell;
}

struct Page {
  QList<qsizetype> indexes; ///< of the formulas on it
  QList<PageCell> cells;
  KatexPage katex;
  QImage ours;
};

/// Rows of cells of about the same height, page after page.
QList<Page> arrange(QList<PageCell> cells) {
  QList<qsizetype> order(cells.size());
  std::iota(order.begin(), order.end(), 0);
  std::ranges::stable_sort(order, {}, [&](qsizetype i) { return -cells[i].cell.height(); });
  QList<Page> pages{Page{}};
  QPoint pen;
  int rowHeight = 0;
  for (const qsizetype index : order) {
    PageCell cell = cells[index];
    if (pen.x() + cell.cell.width() > largestPage.width()) {
      pen = {0, pen.y() + rowHeight};
      rowHeight = 0;
    }
    if (pen.y() + cell.cell.height() > largestPage.height()) {
      pages.append(Page{});
      pen = {};
      rowHeight = 0;
    }
    const QPoint move = pen - cell.cell.topLeft();
    cell.origin += move;
    cell.cell.translate(move);
    pages.last().indexes.append(index);
    pages.last().cells.append(cell);
    pen.rx() += cell.cell.width();
    rowHeight = std::max(rowHeight, cell.cell.height());
  }
  return pages;
}

QSize sizeOf(const Page& page) {
  QRect all;
  for (const PageCell& cell : page.cells)
    all |= cell.cell;
  return all.size();
}

QImage paintPage(const Page& page, const std::vector<FormulaPointer>& layouts) {
  QImage image(sizeOf(page), QImage::Format_RGB32);
  image.fill(Qt::white);
  QPainter painter(&image);
  for (qsizetype i = 0; i < page.cells.size(); ++i) {
    painter.setClipRect(page.cells[i].cell);
    const auto index = static_cast<std::size_t>(page.indexes[i]);
    paintFormula(painter, page.cells[i].origin, pixelsPerEm, *layouts[index], Qt::black, Qt::red);
  }
  return image;
}

bool isInk(QRgb pixel) {
  return std::min({qRed(pixel), qGreen(pixel), qBlue(pixel)}) < 128;
}

// Antialiasing alone makes half-covered pixels differ by half the range; a wrong colour differs by more.
bool isSimilar(QRgb a, QRgb b) {
  constexpr int tolerance = 140;
  return std::abs(qRed(a) - qRed(b)) <= tolerance && std::abs(qGreen(a) - qGreen(b)) <= tolerance &&
         std::abs(qBlue(a) - qBlue(b)) <= tolerance;
}

bool isNearInk(const QImage& image, const QRect& cell, int x, int y, QRgb color) {
  for (int v = std::max(cell.top(), y - 1); v <= std::min(cell.bottom(), y + 1); ++v) {
    const auto* row = reinterpret_cast<const QRgb*>(image.constScanLine(v));
    for (int u = std::max(cell.left(), x - 1); u <= std::min(cell.right(), x + 1); ++u)
      if (isInk(row[u]) && isSimilar(row[u], color))
        return true;
  }
  return false;
}

// The share of one picture's ink that lies within a pixel of ink of the same colour in the other.
double coverage(const QImage& ink, const QImage& other, const QRect& cell) {
  int total = 0;
  int covered = 0;
  for (int y = cell.top(); y <= cell.bottom(); ++y) {
    const auto* row = reinterpret_cast<const QRgb*>(ink.constScanLine(y));
    for (int x = cell.left(); x <= cell.right(); ++x)
      if (isInk(row[x])) {
        ++total;
        covered += isNearInk(other, cell, x, y, row[x]) ? 1 : 0;
      }
  }
  return total == 0 ? 1 : covered / double(total);
}

eigenboard::book::Macros bookMacros() {
  return eigenboard::book::readBook(QStringLiteral(CHAPTERS)).macros;
}

struct Score {
  double value;
  qsizetype index;
};

} // namespace

/// KaTeX's own HTML and style sheet in Chromium is the judge of every formula of the list and of the book.
class TypesettingMatchesKatexInChromium : public QObject {
  Q_OBJECT

  QList<ListedFormula> formulas;
  std::vector<FormulaPointer> layouts;
  QList<Page> pages;
  QList<KatexMetrics> metrics; ///< in the order of the formulas
  QStringList places;          ///< page and cell, likewise, to find a formula in the kept pictures
  qsizetype listed = 0;

  void reportWorst(const char* what, std::vector<Score> scores, bool smallestFirst) {
    std::ranges::sort(scores, [&](const Score& a, const Score& b) {
      return smallestFirst ? a.value < b.value : a.value > b.value;
    });
    qInfo() << "worst" << what;
    for (std::size_t i = 0; i < std::min<std::size_t>(10, scores.size()); ++i)
      qInfo().noquote() << " " << scores[i].value << formulas[scores[i].index].source
                        << places[scores[i].index] << formulas[scores[i].index].tex.left(90).simplified();
  }

  // Set EIGENBOARD_TEST_PICTURES to a directory to look at both pictures of each page.
  void keepPictures() const {
    const QString directory = qEnvironmentVariable("EIGENBOARD_TEST_PICTURES");
    if (directory.isEmpty())
      return;
    for (qsizetype i = 0; i < pages.size(); ++i) {
      QVERIFY(pages[i].katex.image.save(QDir(directory).filePath(QStringLiteral("katex-%1.png").arg(i))));
      QVERIFY(pages[i].ours.save(QDir(directory).filePath(QStringLiteral("ours-%1.png").arg(i))));
    }
  }

 private slots:
  void initTestCase() {
    QVERIFY2(!findChromium().isEmpty(), "Chromium is the judge here: packaging/test.sh installs it");
    formulas = readFormulaList(QStringLiteral(FORMULAS));
    formulas += readFormulaList(QStringLiteral(FORMULAS_WITH_MACROS));
    listed = formulas.size();
    formulas += readBookFormulas(QStringLiteral(CHAPTERS));
    const QHash<QString, QString> macros = bookMacros().texts();
    Typesetter typesetter({{}, macros, std::chrono::seconds(10)});
    for (const ListedFormula& formula : formulas)
      layouts.push_back(typesetter.typeset(formula.tex, formula.style));
    QList<PageCell> cells;
    for (qsizetype i = 0; i < formulas.size(); ++i)
      cells.append(cellFor(formulas[i], *layouts[static_cast<std::size_t>(i)]));
    pages = arrange(cells);
    metrics.resize(formulas.size());
    places.resize(formulas.size());
    QImageReader::setAllocationLimit(0);
    // While Chromium draws one page, the one before is read and ours is painted; not more than two at once,
    // since each takes a few hundred megabytes.
    std::unique_ptr<ChromiumRun> next;
    for (qsizetype i = 0; i < pages.size(); ++i) {
      Page& page = pages[i];
      const auto begin = [&](qsizetype number) {
        return std::make_unique<ChromiumRun>(pages[number].cells, sizeOf(pages[number]), pixelsPerEm, macros);
      };
      const std::unique_ptr<ChromiumRun> run = next ? std::move(next) : begin(i);
      if (i + 1 < pages.size())
        next = begin(i + 1);
      page.ours = paintPage(page, layouts);
      page.katex = run->result();
      QVERIFY2(page.katex.problem.isEmpty(), qPrintable(page.katex.problem));
      QCOMPARE(page.katex.metrics.size(), page.cells.size());
      for (qsizetype cell = 0; cell < page.cells.size(); ++cell)
        metrics[page.indexes[cell]] = page.katex.metrics[cell];
      for (qsizetype cell = 0; cell < page.cells.size(); ++cell) {
        const QRect& place = page.cells[cell].cell;
        places[page.indexes[cell]] = QStringLiteral("%1: %2x%3+%4+%5")
                                         .arg(i)
                                         .arg(place.width())
                                         .arg(place.height())
                                         .arg(place.x())
                                         .arg(place.y());
      }
    }
    keepPictures();
    qInfo() << formulas.size() << "formulas," << listed << "of them of the list, on" << pages.size()
            << "pages";
  }

  void theListIsLong() { QVERIFY(listed >= 650); }

  void everyMacroOfTheBookIsAmongThem() {
    const eigenboard::book::Macros macros = bookMacros();
    QVERIFY(macros.problems.empty());
    QVERIFY(!macros.list.empty());
    for (const eigenboard::book::Macro& macro : macros.list) {
      const QRegularExpression use(QRegularExpression::escape(macro.name) + QStringLiteral("(?![A-Za-z])"));
      QVERIFY2(std::ranges::any_of(formulas, [&](const ListedFormula& f) { return f.tex.contains(use); }),
               qPrintable(macro.name));
    }
  }

  void everyFormulaIsTypesetByBoth() {
    bool all = true;
    for (qsizetype i = 0; i < formulas.size(); ++i) {
      const QString& ourError = layouts[static_cast<std::size_t>(i)]->error;
      const QString& katexError = metrics[i].error;
      all = all && ourError.isEmpty() && katexError.isEmpty();
      if (!ourError.isEmpty() || !katexError.isEmpty())
        qWarning().noquote() << formulas[i].source << "| ours:" << ourError << "| KaTeX:" << katexError;
    }
    QVERIFY(all);
  }

  void metricsAgree() {
    std::vector<Score> differences;
    int shown = 0;
    for (qsizetype i = 0; i < formulas.size(); ++i) {
      const Formula& formula = *layouts[static_cast<std::size_t>(i)];
      const KatexMetrics& katex = metrics[i];
      const double worst = std::max({std::abs(formula.width - katex.width / pixelsPerEm),
                                     std::abs(formula.height - katex.height / pixelsPerEm),
                                     std::abs(formula.depth - katex.depth / pixelsPerEm)});
      differences.push_back({worst, i});
      if (!(worst <= metricsTolerance) && ++shown <= 12)
        qWarning().noquote() << formulas[i].source << formulas[i].tex << "\n  ours  " << formula.width
                             << formula.height << formula.depth << "\n  KaTeX " << katex.width / pixelsPerEm
                             << katex.height / pixelsPerEm << katex.depth / pixelsPerEm;
    }
    reportWorst("difference of width, height or depth in em", differences, false);
    QVERIFY(std::ranges::all_of(differences, [](const Score& s) { return s.value <= metricsTolerance; }));
  }

  void inkAgrees() {
    std::vector<Score> overlaps;
    for (const Page& page : pages)
      for (qsizetype i = 0; i < page.cells.size(); ++i) {
        const QRect& cell = page.cells[i].cell;
        const double overlap = std::min(coverage(page.ours, page.katex.image, cell),
                                        coverage(page.katex.image, page.ours, cell));
        overlaps.push_back({overlap, page.indexes[i]});
        if (overlap < leastOverlap)
          qWarning().noquote() << overlap << "at" << cell << page.cells[i].formula.source;
      }
    reportWorst("share of ink that agrees", overlaps, true);
    const auto good = std::ranges::count_if(overlaps, [](const Score& s) { return s.value >= leastOverlap; });
    qInfo() << good << "of" << overlaps.size() << "formulas agree in 98 % of their ink";
    QCOMPARE(static_cast<std::size_t>(good), overlaps.size());
  }
};

QTEST_MAIN(TypesettingMatchesKatexInChromium)
#include "typesetting_matches_katex_in_chromium.moc"
