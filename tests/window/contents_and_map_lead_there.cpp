#include "app/navigation/map_canvas.h"
#include "app/navigation/map_page.h"
#include "app/navigation/side_panel.h"
#include "app/reader/places.h"
#include "app/window/columns.h"
#include "tests/window/open_window.h"

#include <QtTest/QTest>

using namespace eigenboard;
using tests::firstChapter;
using tests::OpenWindow;
using tests::secondChapter;

/// The contents and the map show where the reader is, and lead elsewhere by mouse and keys.
class ContentsAndMapLeadThere : public QObject {
  Q_OBJECT

 private slots:
  void contentsFollowTheReading() {
    OpenWindow open({1600, 900});
    open.key(Qt::Key_B, Qt::ControlModifier);
    QVERIFY(open.window.side().isVisible());
    navigation::ContentsTree& contents = open.window.side().contents();
    open.reader().setFocus();
    open.reader().places().goTo(open.reader().places().sections().at(3).anchor);
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
    OpenWindow open({1280, 800});
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

  void theMapOpensWalksAndLeads() {
    OpenWindow open;
    open.key(Qt::Key_M, Qt::ControlModifier);
    QVERIFY(open.window.map().isVisible());
    navigation::MapCanvas& canvas = open.window.map().canvas();
    QVERIFY(canvas.station(firstChapter)->hasFocus());
    QVERIFY(canvas.station(firstChapter)->state().isCurrent);
    QVERIFY(canvas.station(QStringLiteral("5.1"))
                ->accessibleDescription()
                .contains(QStringLiteral("not yet written")));
    OpenWindow::type(Qt::Key_Down);
    QVERIFY(canvas.station(QStringLiteral("4.5"))->hasFocus());
    OpenWindow::type(Qt::Key_Down);
    OpenWindow::type(Qt::Key_Return);
    QCOMPARE(open.reader().currentChapter(), secondChapter);
    QVERIFY(!open.window.map().isVisible());
    open.key(Qt::Key_Left, Qt::AltModifier); // a jump like any other
    QCOMPARE(open.reader().currentChapter(), firstChapter);
    open.key(Qt::Key_M, Qt::ControlModifier);
    QTest::mouseClick(canvas.station(QStringLiteral("0.1")), Qt::LeftButton);
    QCOMPARE(open.reader().currentChapter(), QStringLiteral("0.1"));
    open.key(Qt::Key_M, Qt::ControlModifier);
    OpenWindow::type(Qt::Key_Escape);
    QVERIFY(!open.window.map().isVisible());
  }
};

QTEST_MAIN(ContentsAndMapLeadThere)
#include "contents_and_map_lead_there.moc"
