#include "app/reader/places.h"
#include "app/stage/stage_widget.h"
#include "app/window/header_bar.h"
#include "app/window/travel.h"
#include "tests/window/open_window.h"
#include "views/controls/button.h"

#include <QtTest/QTest>
#include <QtWidgets/QApplication>

using namespace eigenboard;
using tests::firstChapter;
using tests::OpenWindow;
using tests::secondChapter;

/// A jump is remembered with its exact place; scrolling is no jump; next and previous follow the path.
class JumpsAreGoneBack : public QObject {
  Q_OBJECT

 private slots:
  void backAndForwardReturnExactly() {
    OpenWindow open;
    open.reader().setPosition(9.5);
    const double place = open.reader().position();
    QVERIFY(!open.window.travel().canGoBack());
    open.window.open(window::findPlace(secondChapter, open.services.book, open.services.registry));
    open.reader().setPosition(3.25);
    open.key(Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(open.reader().currentChapter(), firstChapter);
    QCOMPARE(open.reader().position(), place);
    open.key(Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(open.reader().currentChapter(), secondChapter);
    QCOMPARE(open.reader().position(), 3.25);
    // The mouse's own buttons do the same, wherever the pointer is.
    QTest::mouseClick(open.reader().viewport(), Qt::BackButton);
    QCOMPARE(open.reader().currentChapter(), firstChapter);
    QTest::mouseClick(&open.window.stage(), Qt::ForwardButton);
    QCOMPARE(open.reader().currentChapter(), secondChapter);
    QTest::mouseClick(open.headerButton("back"), Qt::LeftButton);
    QCOMPARE(open.reader().currentChapter(), firstChapter);
  }

  void scrollingIsNoJumpAndAHeadingIs() {
    OpenWindow open;
    QTest::keyClick(&open.reader(), Qt::Key_PageDown);
    QTest::keyClick(&open.reader(), Qt::Key_PageDown);
    QVERIFY(!open.window.travel().canGoBack());
    const double place = open.reader().position();
    open.reader().places().goTo(open.reader().places().sections().at(5).anchor);
    QVERIFY(open.window.travel().canGoBack());
    open.key(Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(open.reader().position(), place);
  }

  void altArrowIsAFineStepOnTheStage() {
    OpenWindow open;
    open.window.open(window::findPlace(secondChapter, open.services.book, open.services.registry));
    open.window.stage().focusPicture();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(open.reader().currentChapter(), secondChapter);
  }

  void nextFollowsTheChosenPath() {
    OpenWindow open({1280, 800}, QStringLiteral("4.7"));
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
};

QTEST_MAIN(JumpsAreGoneBack)
#include "jumps_are_gone_back.moc"
