#include "app/navigation/note_editor.h"
#include "app/navigation/side_panel.h"
#include "app/reader/places.h"
#include "app/window/header_bar.h"
#include "app/window/marks_desk.h"
#include "app/window/toast.h"
#include "tests/window/open_window.h"
#include "views/controls/button.h"

#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>

using namespace eigenboard;
using tests::firstChapter;
using tests::OpenWindow;

/// What the reader marks is listed, edited, taken away and brought back.
class BookmarksAndNotesAreKept : public QObject {
  Q_OBJECT

 private slots:
  void bookmarksAreMadeListedRenamedAndBroughtBack() {
    OpenWindow open({1600, 900});
    const reader::Section section = open.reader().places().sections().at(4);
    open.reader().places().goTo(section.anchor);
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
    OpenWindow open({1600, 900});
    open.key(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!open.window.marks().editor().isOpen());
    QVERIFY(open.window.message().contains(QStringLiteral("Select")));
    open.selectWords();
    const QString words = open.reader().selectedText();
    QVERIFY(words.size() > 5);
    open.key(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(open.window.marks().editor().isOpen());
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Remember this."));
    OpenWindow::type(Qt::Key_Return, Qt::ControlModifier);
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
    OpenWindow::type(Qt::Key_Escape);
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
    OpenWindow open({1600, 900});
    store::Note note;
    note.chapter = firstChapter;
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
};

QTEST_MAIN(BookmarksAndNotesAreKept)
#include "bookmarks_and_notes_are_kept.moc"
