#include "app/stage/stage_widget.h"
#include "app/window/header_bar.h"
#include "tests/window/open_window.h"
#include "views/controls/button.h"

#include <QtTest/QTest>

using namespace eigenboard;
using tests::firstChapter;
using tests::OpenWindow;

class WindowFitsItsWidth : public QObject {
  Q_OBJECT

 private slots:
  void narrowWindowsShowOneAtATime() {
    OpenWindow open({900, 700});
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
    OpenWindow open({width, 700});
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
    QVERIFY(header.shownPlace().contains(firstChapter));
  }
};

QTEST_MAIN(WindowFitsItsWidth)
#include "window_fits_its_width.moc"
