// Measures what a reader waits for: the first screen of a chapter with no formula laid out yet and with all
// of them at hand, every frame of a scroll through the page, and a change of text size. Prints figures,
// asserts nothing; not a test. reader_benchmark [CHAPTER…]; without arguments 4.4, 4.6 and a made chapter of
// 5,000 words and 150 formulas.

#include "app/reader/reader.h"
#include "views/render/thumbnail.h"

#include <QtCore/QDir>
#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtGui/QImage>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QScrollBar>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <memory>
#include <vector>

using namespace eigenboard;

namespace {

constexpr int width = 660;
constexpr int height = 900;
constexpr int rounds = 5;

/// Words and formulas in the mixture of a written chapter: 5 sections of 10 paragraphs of 100 words, each
/// paragraph with two formulas in its sentences, each second one with a display formula after it, and code
/// and a table in each section. No two formulas are alike.
QString madeChapter() {
  const QStringList vocabulary =
      QStringLiteral(
          "the matrix moves every point of the plane by one rule and its columns say where the two "
          "arrows of the basis land when a gradient meets a curvature that no rating explains")
          .split(u' ');
  QString text = QStringLiteral("---\nid: 1.1\ntitle: Made\n---\n# 1.1 Made\n\n");
  int formula = 0;
  int word = 0;
  for (int section = 0; section < 5; ++section) {
    text += QStringLiteral("## The mathematics: part %1\n\n").arg(section + 1);
    for (int paragraph = 0; paragraph < 10; ++paragraph) {
      for (int i = 0; i < 100; ++i) {
        text += vocabulary[(word++ * 7 + section) % vocabulary.size()];
        if (i == 30 || i == 70)
          text += QStringLiteral(" $\\mathbf{A}_{%1}\\mathbf{x}=\\lambda_{%1}\\mathbf{x}$").arg(++formula);
        text += i % 17 == 16 ? QStringLiteral(". ") : QStringLiteral(" ");
      }
      text += QStringLiteral("\n\n");
      if (paragraph % 2 == 0)
        text += QStringLiteral(
                    "$$\n\\sum_{i=1}^{%1}\\frac{\\partial f_i}{\\partial x_i}=\\begin{bmatrix}%1&0\\\\0&1"
                    "\\end{bmatrix}\n$$\n\n")
                    .arg(++formula);
    }
    text += QStringLiteral(
        "```python\nimport numpy as np\n\nfor i in range(10):\n    print(i, np.sqrt(i))\n```\n\n");
    text += QStringLiteral("| a | b |\n|---|---|\n");
    for (int row = 0; row < 5; ++row)
      text += QStringLiteral("| words in a cell | $t_{%1}$ |\n").arg(++formula);
    text += u'\n';
  }
  return text;
}

book::Book madeBook(const QString& directory) {
  QDir(directory).mkpath(QStringLiteral("one"));
  const auto write = [&](const QString& name, const QByteArray& bytes) {
    QFile file(directory + u'/' + name);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
      qFatal("%s cannot be written", qPrintable(name));
  };
  write(QStringLiteral("book.json"),
        R"({"title":"Made","levels":[{"number":1,"title":"One","folder":"one","needs":[],"chapters":[)"
        R"({"id":"1.1","title":"Made","file":"made.md","covers":"","needs":[],"panels":[]}]}]})");
  write(QStringLiteral("one/made.md"), madeChapter().toUtf8());
  return book::readBook(directory);
}

/// What passed, and what of it this thread worked: on a machine that does other things too, the second says
/// more.
struct Time {
  double passed = 0;
  double worked = 0;
};

class Clock {
 public:
  Time read() const { return {static_cast<double>(wall_.nsecsElapsed()) / 1e6, worked() - worked_}; }
  double passed() const { return read().passed; }

 private:
  static double worked() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
  }
  QElapsedTimer wall_ = [] {
    QElapsedTimer timer;
    timer.start();
    return timer;
  }();
  double worked_ = worked();
};

/// Whether all that the window shows is drawn as it will stay.
bool isFirstScreenComplete(const reader::Reader& reader) {
  const QRectF seen(0, reader.scrolled(), reader.viewport()->width(), reader.viewport()->height());
  for (const reader::PlacedText& text : reader.layout().texts)
    if (text.rect().intersects(seen))
      for (const reader::InlineObject& object : text.paragraph->objects())
        if (object.kind == reader::ObjectKind::Formula && !object.formula)
          return false;
  return true;
}

bool isComplete(const reader::Reader& reader) {
  for (const reader::PlacedText& text : reader.layout().texts)
    for (const reader::InlineObject& object : text.paragraph->objects())
      if (object.kind == reader::ObjectKind::Formula && !object.formula)
        return false;
  return true;
}

void frame(reader::Reader& reader, QImage& image) {
  reader.viewport()->render(&image);
}

void print(const char* name, const std::vector<Time>& times) {
  if (times.empty())
    return;
  std::vector<double> passed;
  std::vector<double> worked;
  for (const Time& time : times) {
    passed.push_back(time.passed);
    worked.push_back(time.worked);
  }
  std::sort(passed.begin(), passed.end());
  std::sort(worked.begin(), worked.end());
  const std::size_t middle = times.size() / 2;
  std::printf("  %-32s passed: median %6.1f, worst %6.1f ms   worked: median %6.1f, worst %6.1f ms   (%zu)\n",
              name, passed[middle], passed.back(), worked[middle], worked.back(), times.size());
}

/// From the wish to open until the window shows its first screen whole.
Time firstScreen(reader::Reader& reader, const QString& chapter, QImage& image) {
  const Clock clock;
  reader.openChapter(chapter);
  frame(reader, image);
  if (!isFirstScreenComplete(reader)) {
    while (!isFirstScreenComplete(reader) && clock.passed() < 10000)
      QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    frame(reader, image);
  }
  return clock.read();
}

void measure(const book::Book& book, const QString& chapter) {
  const panel::Registry registry = panel::registeredPanels();
  const render::Theme theme = render::themeNamed(QStringLiteral("light"));
  std::vector<Time> cold;
  std::vector<Time> warm;
  std::vector<Time> opening;
  std::vector<Time> scrolling;
  std::vector<Time> zooming;
  QImage image(width, height, QImage::Format_ARGB32_Premultiplied);
  for (int round = 0; round < rounds; ++round) {
    panel::Desk desk(registry);
    typesetting::Typesetter typesetter; // without a cache on disk: every formula is laid out anew
    typesetter.typeset(QStringLiteral("x"),
                       typesetting::Style::Inline); // the engine is there, as after a start
    reader::Reader reader(book, desk, typesetter, theme);
    reader.resize(width, height);
    reader.show();
    static_cast<void>(QTest::qWaitForWindowExposed(&reader));
    cold.push_back(firstScreen(reader, chapter, image));
    static_cast<void>(QTest::qWaitFor([&] { return isComplete(reader); }, 20000));
    QTest::qWait(60);
    const Clock clock;
    reader.openChapter(chapter);
    opening.push_back(clock.read());
    warm.push_back(firstScreen(reader, chapter, image));
    QTest::qWait(300); // pictures of panels
    const int bottom = reader.verticalScrollBar()->maximum();
    for (int top = 0; top < bottom; top += height / 3) {
      const Clock one;
      reader.verticalScrollBar()->setValue(top);
      QCoreApplication::processEvents();
      frame(reader, image);
      scrolling.push_back(one.read());
    }
    reader.verticalScrollBar()->setValue(bottom / 2);
    for (const double zoom : {1.1, 1.6, 0.8, 1.0}) {
      const Clock one;
      reader.setZoom(zoom);
      frame(reader, image);
      zooming.push_back(one.read());
    }
    if (round == 0)
      std::printf("%s: %.0f px high, %zu texts\n", qPrintable(chapter), reader.layout().height,
                  reader.layout().texts.size());
  }
  print("first screen, no formula cached", cold);
  print("first screen, formulas at hand", warm);
  print("opening alone, formulas at hand", opening);
  print("a frame of scrolling", scrolling);
  print("a change of text size", zooming);
}

/// What a drag pays, at most four times a second, for the picture on the card of its panel.
void measureCardPictures() {
  const render::Theme theme = render::themeNamed(QStringLiteral("light"));
  const panel::Registry registry = panel::registeredPanels();
  for (const QString& id : registry.ids()) {
    const panel::Panel* panel = registry.find(id);
    const panel::State state = panel::defaultState(panel->description());
    const std::unique_ptr<panel::Run> run = panel->start(state.values);
    const panel::Evaluation evaluation = panel->evaluate(state.values, run.get(), 0);
    std::vector<Time> times;
    for (int i = 0; i < 20; ++i) {
      const Clock clock;
      const QImage image = render::thumbnail(evaluation.scene, theme, {130, 104}, 2);
      times.push_back(clock.read());
    }
    std::printf("picture of %s for its card\n", qPrintable(id));
    print("", times);
  }
}

} // namespace

int main(int count, char** words) {
  QApplication application(count, words);
  QApplication::setStyle(QStringLiteral("Fusion"));
  const book::Book book = book::readBook(QStringLiteral(CHAPTERS));
  QStringList chapters = QCoreApplication::arguments().sliced(1);
  const bool all = chapters.isEmpty();
  if (all)
    chapters = {QStringLiteral("4.4"), QStringLiteral("4.6")};
  for (const QString& chapter : chapters)
    measure(book, chapter);
  if (all) {
    const QTemporaryDir directory;
    measure(madeBook(directory.path()), QStringLiteral("1.1"));
    measureCardPictures();
  }
  return 0;
}
