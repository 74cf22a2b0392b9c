#include "app/navigation/note_editor.h"
#include "app/reader/note_button.h"
#include "app/reader/places.h"
#include "app/window/marks_desk.h"
#include "tests/window/window_fixture.h"

#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QScrollBar>

using namespace eigenboard;

namespace {

struct Selecting : OpenWindow {
  using OpenWindow::OpenWindow;

  reader::NoteButton& button() { return *window.findChild<reader::NoteButton*>(); }
  QWidget* page() { return reader().viewport(); }
  navigation::NoteEditor& editor() { return window.marks().editor(); }

  /// The first paragraph of some lines from so far below the window's upper edge on, in the viewport.
  QRect paragraph(int from = 80) {
    reader().setPosition(6);
    QTest::qWait(100);
    for (const reader::PlacedText& text : reader().layout().texts) {
      const QRect rect = text.rect().translated(0, -reader().scrolled()).toRect();
      if (rect.top() >= from && text.paragraph->length() > 160 && rect.height() > 70)
        return rect;
    }
    return {};
  }
  void drag(QPoint start, QPoint end) {
    QTest::mousePress(page(), Qt::LeftButton, {}, start);
    QTest::mouseMove(page(), (start + end) / 2);
    QTest::mouseMove(page(), end);
    QVERIFY(!button().isVisible()); // not while it is being selected
    QTest::mouseRelease(page(), Qt::LeftButton, {}, end);
  }
  void selectWords() {
    const QRect rect = paragraph();
    drag(rect.topLeft() + QPoint(4, 12), rect.topLeft() + QPoint(224, 12));
  }
};

QImage page(Selecting& open) {
  const bool wasShown = open.button().isVisible();
  open.button().setVisible(false);
  QImage image(open.page()->size(), QImage::Format_RGB32);
  open.page()->render(&image);
  open.button().setVisible(wasShown);
  return image;
}

} // namespace

class NotesBeginBesideTheWords : public QObject {
  Q_OBJECT

 private slots:
  void theButtonComesWithTheSelectionAndGoesWithIt() {
    Selecting open;
    QVERIFY(!open.button().isVisible());
    open.selectWords();
    QVERIFY(open.reader().selectedText().size() > 5);
    QVERIFY(open.button().isVisible());
    QVERIFY(open.page()->rect().contains(open.button().geometry()));
    QVERIFY(open.button().toolTip().contains(QStringLiteral("Ctrl+Shift+N")));
    // Beside the end of the words.
    const QRect words = open.reader().places().selectionRect();
    QVERIFY(!words.intersects(open.button().geometry()));
    QVERIFY((open.button().geometry().topLeft() - words.bottomRight()).manhattanLength() < 40);
    OpenWindow::press(Qt::Key_Escape);
    QVERIFY(!open.button().isVisible());
    open.selectWords();
    QVERIFY(open.button().isVisible());
    QTest::mouseClick(open.page(), Qt::LeftButton, {}, QPoint(4, 4));
    QVERIFY(!open.button().isVisible());
    // A word by double click, and another chapter.
    QTest::mouseDClick(open.page(), Qt::LeftButton, {}, open.paragraph().topLeft() + QPoint(30, 12));
    QVERIFY(open.button().isVisible());
    OpenWindow::press(Qt::Key_PageDown, Qt::ControlModifier);
    QVERIFY(!open.button().isVisible());
  }

  void aClickOnItOpensTheEditor() {
    Selecting open;
    open.selectWords();
    const QString words = open.reader().selectedText().simplified();
    QTest::mouseClick(&open.button(), Qt::LeftButton);
    QVERIFY(open.editor().isOpen());
    QVERIFY(!open.button().isVisible());
    QCOMPARE(QApplication::focusWidget(), static_cast<QWidget*>(&open.editor().text()));
    OpenWindow::type(QStringLiteral("Remember this."));
    OpenWindow::press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(open.services.store.notes().size(), std::size_t(1));
    QVERIFY(open.services.store.notes().front().passage.contains(words));
    QCOMPARE(open.reader().position(), 6.); // the page has not moved
    QVERIFY(!open.button().isVisible());    // these words have their note
    open.selectWords();
    QVERIFY(open.button().isVisible()); // and may have another
    OpenWindow::press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(open.editor().isOpen());
    QVERIFY(!open.button().isVisible());
  }

  void theKeyboardReachesIt() {
    Selecting open;
    open.selectWords();
    OpenWindow::press(Qt::Key_Tab);
    QVERIFY(open.button().hasFocus());
    QVERIFY(!open.button().accessibleName().isEmpty());
    // On to the first link, and from the text back again.
    OpenWindow::press(Qt::Key_Tab);
    QVERIFY(open.reader().hasFocus());
    QVERIFY(open.reader().focusedTarget() >= 0);
    open.selectWords();
    OpenWindow::press(Qt::Key_Tab);
    OpenWindow::press(Qt::Key_Tab, Qt::ShiftModifier);
    QVERIFY(open.reader().hasFocus());
    QCOMPARE(open.reader().focusedTarget(), -1);
    OpenWindow::press(Qt::Key_Tab);
    OpenWindow::press(Qt::Key_Return);
    QVERIFY(open.editor().isOpen());
    OpenWindow::press(Qt::Key_Escape);
    QVERIFY(open.reader().hasFocus());
    // Escape on the button lets go of the words.
    open.selectWords();
    OpenWindow::press(Qt::Key_Tab);
    QVERIFY(open.button().hasFocus());
    OpenWindow::press(Qt::Key_Escape);
    QVERIFY(!open.button().isVisible());
    QVERIFY(open.reader().hasFocus());
    QVERIFY(open.reader().selectedText().isEmpty());
  }

  void nothingMovesForIt() {
    Selecting open;
    open.selectWords();
    const QImage shown = page(open);
    const double height = open.reader().layout().height;
    QVERIFY(open.button().isVisible());
    open.button().hide();
    QVERIFY(page(open) == shown);
    QCOMPARE(open.reader().layout().height, height);
  }

  void itStaysWithTheWords() {
    Selecting open;
    open.selectWords();
    const QPoint place = open.button().pos();
    QScrollBar& bar = *open.reader().verticalScrollBar();
    bar.setValue(bar.value() - 30);
    QCOMPARE(open.button().pos(), place + QPoint(0, 30));
    bar.setValue(bar.value() + 3000);
    QVERIFY(!open.button().isVisible());
    bar.setValue(bar.value() - 2970);
    QVERIFY(open.button().isVisible());
    QCOMPARE(open.button().pos(), place);
  }

  void selectedWordsAreNeverCovered_data() {
    QTest::addColumn<QPoint>("start");
    QTest::addColumn<QPoint>("end");
    QTest::newRow("within a line") << QPoint(60, 12) << QPoint(200, 12);
    QTest::newRow("over lines") << QPoint(300, 12) << QPoint(80, 66);
    QTest::newRow("upwards") << QPoint(80, 66) << QPoint(300, 12);
    QTest::newRow("backwards") << QPoint(200, 12) << QPoint(60, 12);
    QTest::newRow("to the line's end") << QPoint(60, 12) << QPoint(1000, 12);
    QTest::newRow("from its beginning") << QPoint(200, 38) << QPoint(-100, 38);
    QTest::newRow("far down") << QPoint(0, 12) << QPoint(200, 400);
  }
  void selectedWordsAreNeverCovered() {
    QFETCH(QPoint, start);
    QFETCH(QPoint, end);
    for (const QSize size : {QSize(1280, 800), QSize(640, 700)}) {
      Selecting open(size);
      const QPoint corner = open.paragraph(120).topLeft();
      open.drag(corner + start, corner + end);
      QVERIFY(!open.reader().selectedText().isEmpty());
      // What differs in the picture from the page without a selection is selected.
      const QImage selected = page(open);
      const QRect button = open.button().geometry();
      QVERIFY(open.button().isVisible());
      OpenWindow::press(Qt::Key_Escape);
      const QImage plain = page(open);
      QVERIFY(selected != plain);
      for (int y = button.top(); y <= button.bottom(); ++y)
        for (int x = button.left(); x <= button.right(); ++x)
          QVERIFY2(selected.pixel(x, y) == plain.pixel(x, y),
                   qPrintable(QStringLiteral("%1, %2").arg(x).arg(y)));
    }
  }

  void whereThereIsNoPlaceThereIsNone() {
    using Lines = std::vector<QRectF>;
    const QSize size(60, 28);
    const QRect room(0, 0, 300, 200);
    QVERIFY(!reader::besideSelection({}, true, size, room));
    // All of the room is selected, or the end is out of sight.
    QVERIFY(!reader::besideSelection(Lines{QRectF(-5, -5, 400, 400)}, true, size, room));
    QVERIFY(!reader::besideSelection(Lines{QRectF(0, 900, 50, 20)}, true, size, room));
    // At the lower edge it goes to the side, at the right edge it is moved in.
    const std::optional<QRect> low =
        reader::besideSelection(Lines{QRectF(10, 170, 50, 20)}, true, size, room);
    QVERIFY(low && low->left() > 60);
    const std::optional<QRect> right =
        reader::besideSelection(Lines{QRectF(200, 50, 100, 20)}, true, size, room);
    QVERIFY(right && right->right() < 300 && right->top() >= 70);
    Selecting open;
    OpenWindow::press(Qt::Key_A, Qt::ControlModifier);
    QVERIFY(!open.reader().selectedText().isEmpty());
    QVERIFY(!open.button().isVisible());
  }
};

QTEST_MAIN(NotesBeginBesideTheWords)
#include "notes_begin_beside_the_words.moc"
