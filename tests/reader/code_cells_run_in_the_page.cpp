#include "app/reader/code_editor.h"
#include "app/reader/places.h"
#include "tests/reader/reader_fixture.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtGui/QTextBlock>
#include <QtGui/QTextLayout>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QScrollBar>

using namespace eigenboard;
using reader::TargetKind;
using tests::ReaderFixture;

namespace {

constexpr auto page = R"(# 1.1 First

Words before the code.

```python
a = 6
print(a * 7)
```

```output
42
```

Words after it.

```python
x = [1]
y = x[3]
print(y)
```

Nothing is recorded here:

```python
for i in range(300): print("line", i)
```

```python
import time
print("begun", flush=True)
time.sleep(60)
```

```cpp
int main() {}
```
)";

/// Indices of the targets of a kind, in the order of the page.
std::vector<int> targetsOf(const reader::Reader& reader, TargetKind kind) {
  std::vector<int> found;
  for (std::size_t i = 0; i < reader.layout().targets.size(); ++i)
    if (reader.layout().targets[i].kind == kind)
      found.push_back(static_cast<int>(i));
  return found;
}

const reader::Node& cell(const reader::Reader& reader, std::size_t number) {
  const std::vector<int> runs = targetsOf(reader, TargetKind::Run);
  return *reader.layout().targets.at(static_cast<std::size_t>(runs.at(number))).node;
}

/// What stands under a cell after a run.
QString outputOf(const reader::Reader& reader, std::size_t number) {
  const reader::Node& node = cell(reader, number);
  if (node.children.empty() || !node.children.front().text)
    return {};
  const reader::Paragraph& text = *node.children.front().text;
  return text.copy({0, text.length()});
}

QString statusOf(const reader::Reader& reader, std::size_t number) {
  const reader::Node& node = cell(reader, number);
  if (node.children.empty())
    return {};
  const reader::Paragraph& text = *node.children.front().children.front().text;
  return text.copy({0, text.length()});
}

bool finishes(const reader::Reader& reader, std::size_t number) {
  return QTest::qWaitFor(
      [&] { return !cell(reader, number).code.isRunning && !cell(reader, number).children.empty(); }, 20'000);
}

} // namespace

/// Code on the page runs, is edited and goes back, by mouse and by keys.
class CodeCellsRunInThePage : public QObject {
  Q_OBJECT

 private slots:
  void init();
  void aRunShowsWhatItPrints();
  void anErrorIsMarkedAtItsLine();
  void aStopEndsIt();
  void aLongOutputIsFolded();
  void codeIsEditedInPlace();
  void theEditorWritesPython();
  void editsSurvive();
  void whatIsKeptComesBack();
  void keysReachEveryButton();
  void buttonsShowNearTheMouse();
  void aPythonThatIsMissingIsNamed();
  void whatIsFoundFollowsTheCode();
  void theProgramAnswersDuringAFlood();

 private:
  int targetOf(TargetKind kind, std::size_t number) { return targetsOf(fixture_->reader(), kind).at(number); }
  reader::CodeEditor* editor() { return fixture_->reader().viewport()->findChild<reader::CodeEditor*>(); }
  reader::Reader& reader() { return fixture_->reader(); }

  std::unique_ptr<ReaderFixture> fixture_;
};

void CodeCellsRunInThePage::init() {
  fixture_ = std::make_unique<ReaderFixture>(QString::fromUtf8(page));
  fixture_->open();
  QCOMPARE(targetsOf(reader(), TargetKind::Run).size(), 4U); // C++ cannot be run, only copied
  QCOMPARE(targetsOf(reader(), TargetKind::Copy).size(), 5U);
  QVERIFY(targetsOf(reader(), TargetKind::Reset).empty());
}

void CodeCellsRunInThePage::aRunShowsWhatItPrints() {
  QVERIFY(reader().text().contains(QStringLiteral("42")));
  fixture_->click(targetOf(TargetKind::Run, 0));
  QVERIFY(cell(reader(), 0).code.isRunning);
  QVERIFY(statusOf(reader(), 0).contains(QStringLiteral("Running")));
  QVERIFY(finishes(reader(), 0));
  QCOMPARE(outputOf(reader(), 0), QStringLiteral("42"));
  QVERIFY2(statusOf(reader(), 0).contains(QStringLiteral("same as in the book")),
           qPrintable(statusOf(reader(), 0)));
  QCOMPARE(reader().text().count(QStringLiteral("42")), 1); // in the place of the recorded one
  QCOMPARE(cell(reader(), 0).code.errorLine, 0);
  // Words after the output are still below it.
  const auto& blocks = reader().layout().blockTops;
  QVERIFY(std::is_sorted(blocks.begin(), blocks.end()));
  fixture_->click(targetOf(TargetKind::Reset, 0));
  QVERIFY(statusOf(reader(), 0).isEmpty());
  QVERIFY(targetsOf(reader(), TargetKind::Reset).empty());
  QCOMPARE(reader().text().count(QStringLiteral("42")), 1);
}

void CodeCellsRunInThePage::anErrorIsMarkedAtItsLine() {
  fixture_->click(targetOf(TargetKind::Run, 1));
  QVERIFY(finishes(reader(), 1));
  QCOMPARE(cell(reader(), 1).code.errorLine, 2);
  QVERIFY(statusOf(reader(), 1).contains(QStringLiteral("Line 2: IndexError: list index out of range")));
  QVERIFY(outputOf(reader(), 1).contains(QStringLiteral("File \"cell.py\", line 2")));
  const auto& decorations = reader().layout().decorations;
  const auto mark = std::find_if(decorations.begin(), decorations.end(), [](const reader::Decoration& each) {
    return each.kind == reader::DecorationKind::ErrorLine;
  });
  QVERIFY(mark != decorations.end());
  // The mark lies on the second of three lines, and is painted there.
  const reader::Paragraph& code = *cell(reader(), 1).text;
  QCOMPARE(mark->rect.height(), code.lineSpan(1).second - code.lineSpan(1).first);
  fixture_->pointOf(targetOf(TargetKind::Run, 1));
  const QPoint left = (mark->rect.topLeft() + QPointF(1, mark->rect.height() / 2)).toPoint() -
                      QPoint(0, static_cast<int>(reader().scrolled()));
  QCOMPARE(reader().viewport()->grab().toImage().pixelColor(left),
           render::themeNamed(QStringLiteral("light")).error);
  fixture_->click(targetOf(TargetKind::Reset, 0));
  QCOMPARE(cell(reader(), 1).code.errorLine, 0);
}

void CodeCellsRunInThePage::aStopEndsIt() {
  fixture_->click(targetOf(TargetKind::Run, 3));
  QVERIFY(QTest::qWaitFor([&] { return outputOf(reader(), 3) == QStringLiteral("begun"); }));
  QVERIFY(reader()
              .describe(reader().layout().targets[static_cast<std::size_t>(targetOf(TargetKind::Run, 3))])
              .contains(QStringLiteral("Stop")));
  fixture_->click(targetOf(TargetKind::Run, 3));
  QVERIFY(finishes(reader(), 3));
  QVERIFY(statusOf(reader(), 3).contains(QStringLiteral("Stopped")));
  QCOMPARE(outputOf(reader(), 3), QStringLiteral("begun"));
}

void CodeCellsRunInThePage::aLongOutputIsFolded() {
  const double before = reader().layout().height;
  fixture_->click(targetOf(TargetKind::Run, 2));
  QVERIFY(finishes(reader(), 2));
  const QString folded = outputOf(reader(), 2);
  QVERIFY(folded.startsWith(QStringLiteral("line 0\n")));
  QVERIFY(folded.endsWith(QStringLiteral("line 299")));
  QVERIFY(folded.count(u'\n') < 30);
  QVERIFY(reader().layout().height < before + 1000);
  fixture_->click(targetOf(TargetKind::More, 0));
  QVERIFY(outputOf(reader(), 2).contains(QStringLiteral("\nline 150\n")));
  fixture_->click(targetOf(TargetKind::More, 0));
  QCOMPARE(outputOf(reader(), 2), folded);
}

void CodeCellsRunInThePage::codeIsEditedInPlace() {
  fixture_->click(targetOf(TargetKind::Edit, 0));
  QVERIFY(editor() && editor()->hasFocus());
  QCOMPARE(editor()->toPlainText(), QStringLiteral("a = 6\nprint(a * 7)"));
  const double height = cell(reader(), 0).text->height();
  QTest::keyClick(editor(), Qt::Key_End);
  QTest::keyClick(editor(), Qt::Key_Backspace);
  QTest::keyClicks(editor(), QStringLiteral("5"));
  QTest::keyClick(editor(), Qt::Key_Return);
  QTest::keyClicks(editor(), QStringLiteral("b = 1"));
  QCOMPARE(cell(reader(), 0).text->copy({0, 100}), QStringLiteral("a = 5\nb = 1\nprint(a * 7)"));
  QVERIFY(cell(reader(), 0).text->height() > height); // the page makes room
  QTest::keyClick(editor(), Qt::Key_Return, Qt::ControlModifier);
  QVERIFY(cell(reader(), 0).code.isRunning);
  QVERIFY(finishes(reader(), 0));
  QCOMPARE(outputOf(reader(), 0), QStringLiteral("35"));
  QVERIFY(editor() && editor()->hasFocus());
  QTest::keyClick(editor(), Qt::Key_Escape);
  QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
  QVERIFY(!editor());
  QVERIFY(reader().hasFocus());
  QVERIFY(cell(reader(), 0).code.isEdited);
  fixture_->click(targetOf(TargetKind::Copy, 0));
  QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("a = 5\nb = 1\nprint(a * 7)\n"));
  fixture_->click(targetOf(TargetKind::Reset, 0));
  QVERIFY(!cell(reader(), 0).code.isEdited);
  QCOMPARE(cell(reader(), 0).text->copy({0, 100}), QStringLiteral("a = 6\nprint(a * 7)"));
}

void CodeCellsRunInThePage::theEditorWritesPython() {
  fixture_->click(targetOf(TargetKind::Edit, 0));
  editor()->selectAll();
  QTest::keyClicks(editor(), QStringLiteral("def f(x):"));
  QTest::keyClick(editor(), Qt::Key_Return);
  QTest::keyClicks(editor(), QStringLiteral("if x:"));
  QTest::keyClick(editor(), Qt::Key_Return);
  QTest::keyClicks(editor(), QStringLiteral("return 1"));
  QCOMPARE(editor()->toPlainText(), QStringLiteral("def f(x):\n    if x:\n        return 1"));
  QTest::keyClick(editor(), Qt::Key_Return);
  QTest::keyClick(editor(), Qt::Key_Backspace);
  QTest::keyClicks(editor(), QStringLiteral("y"));
  QTest::keyClick(editor(), Qt::Key_Tab);
  QTest::keyClicks(editor(), QStringLiteral("= 2"));
  QCOMPARE(editor()->toPlainText(), QStringLiteral("def f(x):\n    if x:\n        return 1\n    y   = 2"));
  editor()->selectAll();
  QTest::keyClick(editor(), Qt::Key_Tab);
  QVERIFY(editor()->toPlainText().startsWith(QStringLiteral("    def f(x):\n        if x:")));
  QTest::keyClick(editor(), Qt::Key_Backtab, Qt::ShiftModifier);
  QCOMPARE(editor()->toPlainText(), QStringLiteral("def f(x):\n    if x:\n        return 1\n    y   = 2"));
  // A string of several lines keeps its colour in all of them.
  editor()->selectAll();
  QTest::keyClicks(editor(), QStringLiteral("s = '''one"));
  QTest::keyClick(editor(), Qt::Key_Return);
  QTest::keyClicks(editor(), QStringLiteral("two'''"));
  const auto formats = editor()->document()->lastBlock().layout()->formats();
  QVERIFY(!formats.isEmpty());
  QCOMPARE(formats.front().start, 0);
  QCOMPARE(formats.front().length, 6);
}

void CodeCellsRunInThePage::editsSurvive() {
  fixture_->click(targetOf(TargetKind::Edit, 0));
  editor()->selectAll();
  QTest::keyClicks(editor(), QStringLiteral("print('mine')"));
  reader().setTheme(render::themeNamed(QStringLiteral("dark")));
  QVERIFY(editor());
  reader().setZoom(1.4);
  reader().resize(820, 640);
  QCoreApplication::processEvents();
  QVERIFY(editor() && editor()->isVisible());
  // The editor still lies on its code.
  const reader::Node& node = cell(reader(), 0);
  const auto& decorations = reader().layout().decorations;
  const auto surface = std::find_if(decorations.begin(), decorations.end(),
                                    [&](const reader::Decoration& each) { return each.node == &node; });
  QVERIFY(surface != decorations.end());
  QVERIFY(surface->rect.translated(0, -reader().scrolled()).toAlignedRect().contains(editor()->geometry()));
  QCOMPARE(editor()->font().pixelSize(), node.text->style().font.pixelSize());
  QTest::keyClick(editor(), Qt::Key_Return, Qt::ControlModifier);
  QVERIFY(finishes(reader(), 0));
  reader().openChapter(QStringLiteral("1.2"));
  reader().openChapter(QStringLiteral("1.1"));
  QCOMPARE(cell(reader(), 0).text->copy({0, 100}), QStringLiteral("print('mine')"));
  QCOMPARE(outputOf(reader(), 0), QStringLiteral("mine"));
  QVERIFY(statusOf(reader(), 0).contains(QStringLiteral("not what the book's code prints")));
}

void CodeCellsRunInThePage::whatIsKeptComesBack() {
  QSignalSpy edited(&reader().codeCells(), &reader::CodeCells::edited);
  fixture_->click(targetOf(TargetKind::Edit, 0));
  editor()->selectAll();
  QTest::keyClicks(editor(), QStringLiteral("x"));
  QVERIFY(edited.count() > 0);
  const QJsonObject kept = reader().codeCells().toJson();
  QCOMPARE(kept.size(), 1);
  QVERIFY(kept.begin().key().startsWith(QStringLiteral("1.1/1/")));
  ReaderFixture other{QString::fromUtf8(page)};
  QJsonObject damaged = kept;
  damaged.insert(QStringLiteral("1.1/9/none"), 7);
  damaged.insert(QStringLiteral("huge"), QString(1'000'000, u'x'));
  other.reader().codeCells().fromJson(damaged);
  other.open();
  QCOMPARE(cell(other.reader(), 0).text->copy({0, 10}), QStringLiteral("x"));
  QCOMPARE(other.reader().codeCells().toJson(), kept);
  other.reader().codeCells().fromJson({});
  QVERIFY(!cell(other.reader(), 0).code.isEdited);
}

void CodeCellsRunInThePage::keysReachEveryButton() {
  fixture_->click(targetOf(TargetKind::Edit, 0));
  QTest::keyClick(editor(), Qt::Key_Escape);
  QVERIFY(reader().hasFocus());
  std::vector<TargetKind> passed;
  QTest::keyClick(&reader(), Qt::Key_Backtab, Qt::ShiftModifier);
  for (int i = 0; i < 4; ++i) {
    QVERIFY(reader().focusedTarget() >= 0);
    passed.push_back(reader().layout().targets[static_cast<std::size_t>(reader().focusedTarget())].kind);
    QTest::keyClick(&reader(), Qt::Key_Tab);
  }
  QCOMPARE(passed,
           (std::vector<TargetKind>{TargetKind::Run, TargetKind::Edit, TargetKind::Copy, TargetKind::Run}));
  for (int i = 0; i < 4; ++i)
    QTest::keyClick(&reader(), Qt::Key_Backtab, Qt::ShiftModifier);
  QTest::keyClick(&reader(), Qt::Key_Return);
  QVERIFY(finishes(reader(), 0));
  // The focus stays on the button, which is now free to run again.
  QCOMPARE(reader().focusedTarget(), targetOf(TargetKind::Run, 0));
}

void CodeCellsRunInThePage::buttonsShowNearTheMouse() {
  const auto inkOf = [&](int target) {
    const QRect area = reader()
                           .layout()
                           .targets[static_cast<std::size_t>(target)]
                           .rect.translated(0, -reader().scrolled())
                           .toAlignedRect();
    const QImage image = reader().viewport()->grab(area).toImage();
    int other = 0;
    for (int y = 0; y < image.height(); ++y)
      for (int x = 0; x < image.width(); ++x)
        other += image.pixelColor(x, y) != image.pixelColor(0, 0);
    return other;
  };
  const int edit = targetOf(TargetKind::Edit, 0);
  const QPoint run = fixture_->pointOf(targetOf(TargetKind::Run, 0));
  QTest::mouseMove(reader().viewport(), QPoint(3, 3));
  QTest::qWait(30);
  QCOMPARE(inkOf(edit), 0);
  QVERIFY(inkOf(targetOf(TargetKind::Run, 0)) > 0);
  QTest::mouseMove(reader().viewport(), run + QPoint(0, 40));
  QTest::qWait(30);
  QVERIFY(inkOf(edit) > 0);
}

void CodeCellsRunInThePage::aPythonThatIsMissingIsNamed() {
  reader().codeCells().setPython(QStringLiteral("/nowhere/python3"));
  fixture_->click(targetOf(TargetKind::Run, 0));
  QVERIFY(finishes(reader(), 0));
  QVERIFY(statusOf(reader(), 0).contains(QStringLiteral("/nowhere/python3")));
  QVERIFY(reader().text().contains(QStringLiteral("42"))); // what the book shows is still there
}

void CodeCellsRunInThePage::whatIsFoundFollowsTheCode() {
  reader::Places& places = reader().places();
  QCOMPARE(places.find(QStringLiteral("print("), {}), 4);
  fixture_->click(targetOf(TargetKind::Edit, 0));
  editor()->selectAll();
  QTest::keyClicks(editor(), QStringLiteral("x = 1"));
  QCOMPARE(places.matchCount(), 3);
  reader().viewport()->grab(); // marks of a text that is gone are not painted
  fixture_->click(targetOf(TargetKind::Run, 1));
  QVERIFY(finishes(reader(), 1));
  QVERIFY(places.find(QStringLiteral("IndexError"), {}) > 0); // what a run printed is found too
  places.showMatch(1);
  fixture_->click(targetOf(TargetKind::Reset, 1));
  QCOMPARE(places.matchCount(), 0);
  reader().viewport()->grab();
}

void CodeCellsRunInThePage::theProgramAnswersDuringAFlood() {
  fixture_->click(targetOf(TargetKind::Edit, 0));
  editor()->selectAll();
  QTest::keyClicks(editor(), QStringLiteral("while True: print('x' * 70)"));
  QElapsedTimer clock;
  qint64 last = 0;
  qint64 longest = 0;
  QTimer beat;
  connect(&beat, &QTimer::timeout, this, [&] {
    longest = std::max(longest, clock.elapsed() - last);
    last = clock.elapsed();
  });
  QTest::keyClick(editor(), Qt::Key_Return, Qt::ControlModifier);
  clock.start();
  beat.start(5);
  QTest::qWait(2500);
  QVERIFY(cell(reader(), 0).code.isRunning);
  fixture_->click(targetOf(TargetKind::Run, 0));
  QVERIFY(finishes(reader(), 0));
  qInfo("event loop held up for %lld ms at most", longest);
  QVERIFY2(longest <= 50, qPrintable(QString::number(longest)));
  QVERIFY(statusOf(reader(), 0).contains(QStringLiteral("only its beginning was kept")));
}

QTEST_MAIN(CodeCellsRunInThePage)
#include "code_cells_run_in_the_page.moc"
