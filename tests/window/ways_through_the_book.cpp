#include "app/navigation/find_bar.h"
#include "app/navigation/map_canvas.h"
#include "app/navigation/map_page.h"
#include "app/navigation/note_editor.h"
#include "app/navigation/side_panel.h"
#include "app/print/print_dialog.h"
#include "app/reader/places.h"
#include "app/reader/reader.h"
#include "app/stage/stage_widget.h"
#include "app/window/columns.h"
#include "app/window/header_bar.h"
#include "app/window/main_window.h"
#include "app/window/marks_desk.h"
#include "app/window/progress_keeper.h"
#include "app/window/toast.h"
#include "app/window/travel.h"
#include "views/controls/button.h"

#include <QtTest/QtTest>
#include <QtWidgets/QDialog>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QScrollBar>

#include <algorithm>

using namespace eigenboard;

namespace {

const QString first = QStringLiteral("4.4");
const QString second = QStringLiteral("4.6");

struct Open {
  window::Services services;
  window::MainWindow window{services};

  explicit Open(QSize size = {1280, 800}, const QString& chapter = first) {
    window.resize(size);
    window.open(window::findPlace(chapter, services.book, services.registry));
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTest::qWait(300);
  }

  reader::Reader& reader() { return window.reader(); }
  void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
    QTest::keyClick(&window, key, modifiers);
  }
  /// To the focused widget, as a keyboard does.
  static void type(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
    QTest::keyClick(QApplication::focusWidget(), key, modifiers);
  }
  controls::Button* headerButton(const char* name) {
    return window.header().findChild<controls::Button*>(QString::fromLatin1(name));
  }
  /// Selects some words by dragging the mouse over them.
  void selectWords() {
    reader().setPosition(6);
    QTest::qWait(100);
    for (const reader::PlacedText& text : reader().layout().texts) {
      const QRectF rect = text.rect().translated(0, -reader().scrolled());
      if (rect.top() < 40 || text.paragraph->length() < 120 || rect.height() < 60)
        continue;
      const QPoint start(static_cast<int>(rect.left()) + 4, static_cast<int>(rect.top()) + 12);
      QTest::mousePress(reader().viewport(), Qt::LeftButton, {}, start);
      QTest::mouseMove(reader().viewport(), start + QPoint(220, 0));
      QTest::mouseRelease(reader().viewport(), Qt::LeftButton, {}, start + QPoint(220, 0));
      return;
    }
  }
};

} // namespace

class WaysThroughTheBook : public QObject {
  Q_OBJECT

 private slots:
  void theChapterIsSavedAsPdf() {
    Open open;
    open.key(Qt::Key_P, Qt::ControlModifier);
    auto* dialog = open.window.findChild<print::PrintDialog*>();
    QVERIFY(dialog && dialog->isVisible());
    QCOMPARE(dialog->request().chapters.size(), 1);
    const QTemporaryDir folder;
    const QString name = folder.filePath(QStringLiteral("chapter.pdf"));
    QCOMPARE(dialog->printTo(name), QString());
    QFile file(name);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray pdf = file.readAll();
    QVERIFY(pdf.startsWith("%PDF-") && pdf.trimmed().endsWith("%%EOF") && pdf.size() > 50'000);
    QVERIFY(!dialog->printTo(folder.filePath(QStringLiteral("no/such/folder.pdf"))).isEmpty());
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!open.window.findChild<print::PrintDialog*>());
  }

  void backAndForwardReturnExactly() {
    Open open;
    open.reader().setPosition(9.5);
    const double place = open.reader().position();
    QVERIFY(!open.window.travel().canGoBack());
    open.window.open(window::findPlace(second, open.services.book, open.services.registry));
    open.reader().setPosition(3.25);
    open.key(Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(open.reader().currentChapter(), first);
    QCOMPARE(open.reader().position(), place);
    open.key(Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(open.reader().currentChapter(), second);
    QCOMPARE(open.reader().position(), 3.25);
    // The mouse's own buttons do the same, wherever the pointer is.
    QTest::mouseClick(open.reader().viewport(), Qt::BackButton);
    QCOMPARE(open.reader().currentChapter(), first);
    QTest::mouseClick(&open.window.stage(), Qt::ForwardButton);
    QCOMPARE(open.reader().currentChapter(), second);
    QTest::mouseClick(open.headerButton("back"), Qt::LeftButton);
    QCOMPARE(open.reader().currentChapter(), first);
  }

  void scrollingIsNoJumpAndAHeadingIs() {
    Open open;
    QTest::keyClick(&open.reader(), Qt::Key_PageDown);
    QTest::keyClick(&open.reader(), Qt::Key_PageDown);
    QVERIFY(!open.window.travel().canGoBack());
    const double place = open.reader().position();
    open.reader().goTo(open.reader().places().sections().at(5).anchor);
    QVERIFY(open.window.travel().canGoBack());
    open.key(Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(open.reader().position(), place);
  }

  void altArrowIsAFineStepOnTheStage() {
    Open open;
    open.window.open(window::findPlace(second, open.services.book, open.services.registry));
    open.window.stage().focusPicture();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(open.reader().currentChapter(), second);
  }

  void nextFollowsTheChosenPath() {
    Open open({1280, 800}, QStringLiteral("4.7"));
    open.window.setPath(QStringLiteral("core"));
    QVERIFY(open.window.header().toolTip().contains(QStringLiteral("Core ML path, 21 of 39")));
    QVERIFY(open.reader().text().contains(QStringLiteral("6.1 Limits")));
    QVERIFY(open.reader().text().contains(QStringLiteral("not yet written")));
    open.key(Qt::Key_PageDown, Qt::ControlModifier);
    QCOMPARE(open.reader().currentChapter(), QStringLiteral("6.1"));
    open.key(Qt::Key_PageUp, Qt::ControlModifier);
    QCOMPARE(open.reader().currentChapter(), QStringLiteral("4.7"));
    open.window.setPath(QStringLiteral("designed"));
    QTest::mouseClick(open.headerButton("nextChapter"), Qt::LeftButton);
    QCOMPARE(open.reader().currentChapter(), QStringLiteral("5.1"));
  }

  void contentsFollowTheReading() {
    Open open({1600, 900});
    open.key(Qt::Key_B, Qt::ControlModifier);
    QVERIFY(open.window.side().isVisible());
    navigation::ContentsTree& contents = open.window.side().contents();
    open.reader().setFocus();
    open.reader().goTo(open.reader().places().sections().at(3).anchor);
    QTRY_COMPARE(contents.currentItem()->text(0), open.reader().places().sections().at(3).title);
    QCOMPARE(contents.currentItem()->parent()->childCount(),
             static_cast<int>(open.reader().places().sections().size()));
    // A click on another section goes there.
    QTreeWidgetItem* wanted = contents.currentItem()->parent()->child(6);
    contents.scrollToItem(wanted);
    QTest::mouseClick(contents.viewport(), Qt::LeftButton, {}, contents.visualItemRect(wanted).center());
    QCOMPARE(open.reader().places().currentSection(), open.reader().places().sections().at(6).anchor);
    QVERIFY(open.window.side().isVisible()); // wide: it stays
  }

  void contentsAreADrawerWhereSpaceIsShort() {
    Open open({1280, 800});
    const int before = open.reader().width();
    open.key(Qt::Key_B, Qt::ControlModifier);
    QVERIFY(open.window.side().isVisible());
    QCOMPARE(open.reader().width(), before);
    QTest::keyClick(&open.window.side().contents(), Qt::Key_Escape);
    QVERIFY(!open.window.side().isVisible());
    open.key(Qt::Key_B, Qt::ControlModifier);
    // A click beside it closes it.
    QWidget* beside = open.window.columns().childAt(900, 300);
    QTest::mouseClick(beside, Qt::LeftButton);
    QVERIFY(!open.window.side().isVisible());
  }

  void narrowWindowsShowOneAtATime() {
    Open open({900, 700});
    QVERIFY(open.reader().isVisible());
    QVERIFY(!open.window.stage().isVisible());
    QVERIFY(open.reader().width() > 850);
    open.key(Qt::Key_F6);
    QVERIFY(!open.reader().isVisible());
    QVERIFY(open.window.stage().isVisible());
    open.key(Qt::Key_F6);
    QVERIFY(open.reader().isVisible());
    for (controls::Button* button : open.window.header().findChildren<controls::Button*>())
      if (button->text() == QStringLiteral("Panel"))
        QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(open.window.stage().isVisible());
    open.window.resize(1280, 800);
    QTRY_VERIFY(open.reader().isVisible() && open.window.stage().isVisible());
  }

  void nothingInTheToolbarOverlaps_data() {
    QTest::addColumn<int>("width");
    for (const int width : {660, 900, 1280, 1600})
      QTest::addRow("%d", width) << width;
  }
  void nothingInTheToolbarOverlaps() {
    QFETCH(int, width);
    Open open({width, 700});
    const window::HeaderBar& header = open.window.header();
    QList<QRect> boxes;
    for (const controls::Button* button : header.findChildren<controls::Button*>()) {
      if (!button->isVisible())
        continue;
      const QRect box(button->mapTo(&header, QPoint(0, 0)), button->size());
      QVERIFY(header.rect().contains(box));
      QVERIFY(!button->accessibleName().isEmpty());
      for (const QRect& other : boxes)
        QVERIFY(!box.intersects(other));
      boxes += box;
    }
    QVERIFY(boxes.size() >= 11);
    QVERIFY(header.shownPlace().contains(first));
  }

  void theMapOpensWalksAndLeads() {
    Open open;
    open.key(Qt::Key_M, Qt::ControlModifier);
    QVERIFY(open.window.map().isVisible());
    navigation::MapCanvas& canvas = open.window.map().canvas();
    QVERIFY(canvas.station(first)->hasFocus());
    QVERIFY(canvas.station(first)->state().isCurrent);
    QVERIFY(canvas.station(QStringLiteral("4.5"))
                ->accessibleDescription()
                .contains(QStringLiteral("not yet written")));
    Open::type(Qt::Key_Down);
    QVERIFY(canvas.station(QStringLiteral("4.5"))->hasFocus());
    Open::type(Qt::Key_Down);
    Open::type(Qt::Key_Return);
    QCOMPARE(open.reader().currentChapter(), second);
    QVERIFY(!open.window.map().isVisible());
    open.key(Qt::Key_Left, Qt::AltModifier); // a jump like any other
    QCOMPARE(open.reader().currentChapter(), first);
    open.key(Qt::Key_M, Qt::ControlModifier);
    QTest::mouseClick(canvas.station(QStringLiteral("0.1")), Qt::LeftButton);
    QCOMPARE(open.reader().currentChapter(), QStringLiteral("0.1"));
    open.key(Qt::Key_M, Qt::ControlModifier);
    Open::type(Qt::Key_Escape);
    QVERIFY(!open.window.map().isVisible());
  }

  void findCountsStepsAndReturns() {
    Open open;
    open.reader().setPosition(4.5);
    open.key(Qt::Key_F, Qt::ControlModifier);
    QVERIFY(open.window.findBar().isVisible());
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("determinant"));
    const int count = open.reader().places().matchCount();
    QVERIFY(count > 3);
    const int current = open.reader().places().currentMatch();
    QCOMPARE(open.window.findBar().countText(), QStringLiteral("%1 of %2").arg(current + 1).arg(count));
    Open::type(Qt::Key_Return);
    QCOMPARE(open.reader().places().currentMatch(), (current + 1) % count);
    Open::type(Qt::Key_Return, Qt::ShiftModifier);
    open.key(Qt::Key_F3, Qt::ShiftModifier);
    QCOMPARE(open.reader().places().currentMatch(), (current - 1 + count) % count);
    open.key(Qt::Key_F3);
    QCOMPARE(open.reader().places().currentMatch(), current);
    const double found = open.reader().position();
    Open::type(Qt::Key_Escape);
    QVERIFY(!open.window.findBar().isVisible());
    QCOMPARE(open.reader().position(), found); // Escape stays at the match
    QCOMPARE(open.reader().places().matchCount(), 0);
    QVERIFY(open.reader().hasFocus());
  }

  void bookmarksAreMadeListedRenamedAndBroughtBack() {
    Open open({1600, 900});
    const reader::Section section = open.reader().places().sections().at(4);
    open.reader().goTo(section.anchor);
    open.key(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(open.services.store.bookmarks().size(), std::size_t(1));
    QCOMPARE(open.services.store.bookmarks().front().label, section.title);
    QVERIFY(open.headerButton("bookmark")->isChecked());
    open.key(Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
    QListWidget& list = open.window.side().bookmarks().list();
    QTRY_COMPARE(list.count(), 1);
    list.setCurrentRow(0);
    QTest::keyClick(&list, Qt::Key_F2);
    auto* entry = list.findChild<QLineEdit*>();
    QVERIFY(entry);
    entry->selectAll();
    QTest::keyClicks(entry, QStringLiteral("My place"));
    QTest::keyClick(entry, Qt::Key_Return);
    QTRY_COMPARE(open.services.store.bookmarks().front().label, QStringLiteral("My place"));
    open.reader().setPosition(0);
    QTRY_COMPARE(list.count(), 1);
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, list.visualItemRect(list.item(0)).center());
    QCOMPARE(open.reader().places().currentSection(), section.anchor);
    QTest::keyClick(&list, Qt::Key_Delete);
    QVERIFY(open.services.store.bookmarks().empty());
    QVERIFY(open.window.message().contains(QStringLiteral("My place")));
    QTest::mouseClick(&open.window.toast().button(), Qt::LeftButton);
    QCOMPARE(open.services.store.bookmarks().size(), std::size_t(1));
    QCOMPARE(open.services.store.bookmarks().front().label, QStringLiteral("My place"));
    // The same keys at the same place take it away again.
    open.key(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(open.services.store.bookmarks().empty());
  }

  void notesAreWrittenShownEditedAndBroughtBack() {
    Open open({1600, 900});
    open.key(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!open.window.marks().editor().isOpen());
    QVERIFY(open.window.message().contains(QStringLiteral("Select")));
    open.selectWords();
    const QString words = open.reader().selectedText();
    QVERIFY(words.size() > 5);
    open.key(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(open.window.marks().editor().isOpen());
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Remember this."));
    Open::type(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(!open.window.marks().editor().isOpen());
    QCOMPARE(open.reader().position(), 6.); // the page has not moved
    QCOMPARE(open.services.store.notes().size(), std::size_t(1));
    const store::Note note = open.services.store.notes().front();
    QCOMPARE(note.text, QStringLiteral("Remember this."));
    QVERIFY(note.passage.contains(words.simplified()));
    QTRY_VERIFY(!open.reader().places().noteRect(note.id).isEmpty());
    QVERIFY(!open.reader().places().isNoteLost(note.id));
    // A click on the marked words opens it again; Escape keeps what was typed.
    QTest::mouseClick(open.reader().viewport(), Qt::LeftButton, {},
                      open.reader().places().noteRect(note.id).center());
    QVERIFY(open.window.marks().editor().isOpen());
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral(" Twice."));
    Open::type(Qt::Key_Escape);
    QCOMPARE(open.services.store.notes().front().text, QStringLiteral("Remember this. Twice."));

    open.key(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    QListWidget& list = open.window.side().notes().list();
    QTRY_COMPARE(list.count(), 1);
    list.setCurrentRow(0);
    QTest::keyClick(&list, Qt::Key_Delete);
    QVERIFY(open.services.store.notes().empty());
    QTest::mouseClick(&open.window.toast().button(), Qt::LeftButton);
    QCOMPARE(open.services.store.notes().front().text, QStringLiteral("Remember this. Twice."));
  }

  void aLostPassageIsListed() {
    Open open({1600, 900});
    store::Note note;
    note.chapter = first;
    note.section = open.reader().places().sections().at(2).anchor;
    note.passage = QStringLiteral("words that no edition of this chapter has ever had");
    note.text = QStringLiteral("Still here.");
    QVERIFY(open.services.store.addNote(note).ok());
    open.key(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    QListWidget& list = open.window.side().notes().list();
    QTRY_COMPARE(list.count(), 1);
    QVERIFY(list.item(0)->toolTip().contains(QStringLiteral("Passage not found")));
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, list.visualItemRect(list.item(0)).center());
    QCOMPARE(open.reader().places().currentSection(), note.section);
  }

  void readingIsNoticedAndCanBeForgotten() {
    Open open;
    std::chrono::milliseconds now(0);
    open.window.progress().setClock([&now] { return now; });
    const reader::PlacedSection section = open.reader().places().placedSections().at(3);
    QVERIFY(
        !QRegularExpression(QStringLiteral("[1-9]\\d* %")).match(open.window.header().toolTip()).hasMatch());
    // Down through the section in steps, at 250 words a minute.
    const double height = open.reader().viewport()->height();
    const double steps = std::ceil((section.bottom - section.top) / (height / 2)) + 1;
    for (int step = 0; step <= steps; ++step) {
      open.reader().verticalScrollBar()->setValue(
          static_cast<int>(section.top + step * height / 2 - height / 2));
      now += std::chrono::milliseconds(static_cast<int>(section.words / 250. * 60000 / steps));
      open.window.progress().look(true);
    }
    QVERIFY(open.services.store.sectionRead(first, section.anchor) >= navigation::readShare);
    QTRY_VERIFY(
        QRegularExpression(QStringLiteral("[1-9]\\d* %")).match(open.window.header().toolTip()).hasMatch());
    open.window.actionNamed(QStringLiteral("resetProgress"))->trigger();
    QCOMPARE(open.services.store.sectionRead(first, section.anchor), 0.);
    QTest::mouseClick(&open.window.toast().button(), Qt::LeftButton);
    QVERIFY(open.services.store.sectionRead(first, section.anchor) >= navigation::readShare);
  }

  void everyActionIsNamedAndListed() {
    Open open;
    QSet<QString> keys;
    for (const window::WindowAction& known : open.window.windowActions()) {
      QVERIFY(!known.action->text().isEmpty());
      QVERIFY(!known.group.isEmpty());
      for (const QKeySequence& sequence : known.action->shortcuts()) {
        QVERIFY2(!keys.contains(sequence.toString()), qPrintable(sequence.toString()));
        keys.insert(sequence.toString());
      }
    }
    QTimer::singleShot(300, [&open] {
      QWidget* sheet = QApplication::activeModalWidget();
      QVERIFY(sheet);
      QCOMPARE(sheet->windowTitle(), QStringLiteral("Keyboard shortcuts"));
      QVERIFY(sheet->width() <= open.window.width());
      QTest::keyClick(sheet, Qt::Key_Escape);
    });
    open.key(Qt::Key_F1);
    QTRY_VERIFY(!QApplication::activeModalWidget());
    QTest::qWait(400);
    QVERIFY(!QApplication::activeModalWidget());
  }

  void theFirstStartWelcomes() {
    window::Services services;
    window::MainWindow window(services);
    window.fromJson({});
    window.openAt({});
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QCOMPARE(window.reader().currentChapter(), first);
    QVERIFY(window.message().contains(QStringLiteral("Welcome")));
    QVERIFY(!window.stage().currentPanel().isEmpty());
    QTest::mouseClick(&window.toast().button(), Qt::LeftButton);
    QVERIFY(window.isMapShown());
  }

  void aRestartBringsEverythingBack() {
    QJsonObject saved;
    {
      Open open({1600, 900});
      open.window.setPath(QStringLiteral("core"));
      open.window.open(window::findPlace(second, open.services.book, open.services.registry));
      open.reader().setPosition(5.75);
      open.key(Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
      saved = open.window.toJson();
    }
    window::Services services;
    window::MainWindow window(services);
    window.fromJson(saved);
    window.openAt(saved);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QCOMPARE(window.size(), QSize(1600, 900));
    QCOMPARE(window.reader().currentChapter(), second);
    QCOMPARE(window.reader().position(), 5.75);
    QCOMPARE(window.path(), QStringLiteral("core"));
    QVERIFY(window.side().isVisible());
    QCOMPARE(window.side().tab(), navigation::SideTab::Bookmarks);
    QVERIFY(window.travel().canGoBack());
    QVERIFY(!window.travel().canGoForward());
    window.travel().goBack();
    QCOMPARE(window.reader().currentChapter(), first);
  }
};

QTEST_MAIN(WaysThroughTheBook)
#include "ways_through_the_book.moc"
