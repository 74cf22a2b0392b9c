#include "app/reader/places.h"
#include "app/window/header_bar.h"
#include "app/window/progress_keeper.h"
#include "app/window/toast.h"
#include "tests/window/open_window.h"

#include <QtTest/QTest>
#include <QtWidgets/QScrollBar>

#include <chrono>
#include <cmath>

using namespace eigenboard;
using tests::firstChapter;
using tests::OpenWindow;

class ReadingIsNoticed : public QObject {
  Q_OBJECT

 private slots:
  void readingIsNoticedAndCanBeForgotten() {
    OpenWindow open;
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
    QVERIFY(open.services.store.sectionRead(firstChapter, section.anchor) >= navigation::readShare);
    QTRY_VERIFY(
        QRegularExpression(QStringLiteral("[1-9]\\d* %")).match(open.window.header().toolTip()).hasMatch());
    open.window.actionNamed(QStringLiteral("resetProgress"))->trigger();
    QCOMPARE(open.services.store.sectionRead(firstChapter, section.anchor), 0.);
    QTest::mouseClick(&open.window.toast().button(), Qt::LeftButton);
    QVERIFY(open.services.store.sectionRead(firstChapter, section.anchor) >= navigation::readShare);
  }
};

QTEST_MAIN(ReadingIsNoticed)
#include "reading_is_noticed.moc"
