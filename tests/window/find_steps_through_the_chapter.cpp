#include "app/navigation/find_bar.h"
#include "app/reader/places.h"
#include "tests/window/open_window.h"

#include <QtTest/QTest>
#include <QtWidgets/QApplication>

using namespace eigenboard;
using tests::OpenWindow;

class FindStepsThroughTheChapter : public QObject {
  Q_OBJECT

 private slots:
  void findCountsStepsAndReturns() {
    OpenWindow open;
    open.reader().setPosition(4.5);
    open.key(Qt::Key_F, Qt::ControlModifier);
    QVERIFY(open.window.findBar().isVisible());
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("determinant"));
    const int count = open.reader().places().matchCount();
    QVERIFY(count > 3);
    const int current = open.reader().places().currentMatch();
    QCOMPARE(open.window.findBar().countText(), QStringLiteral("%1 of %2").arg(current + 1).arg(count));
    OpenWindow::type(Qt::Key_Return);
    QCOMPARE(open.reader().places().currentMatch(), (current + 1) % count);
    OpenWindow::type(Qt::Key_Return, Qt::ShiftModifier);
    open.key(Qt::Key_F3, Qt::ShiftModifier);
    QCOMPARE(open.reader().places().currentMatch(), (current - 1 + count) % count);
    open.key(Qt::Key_F3);
    QCOMPARE(open.reader().places().currentMatch(), current);
    const double found = open.reader().position();
    OpenWindow::type(Qt::Key_Escape);
    QVERIFY(!open.window.findBar().isVisible());
    QCOMPARE(open.reader().position(), found); // Escape stays at the match
    QCOMPARE(open.reader().places().matchCount(), 0);
    QVERIFY(open.reader().hasFocus());
  }
};

QTEST_MAIN(FindStepsThroughTheChapter)
#include "find_steps_through_the_chapter.moc"
