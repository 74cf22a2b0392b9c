#include "app/stage/picture.h"
#include "app/stage/stage_widget.h"
#include "app/window/columns.h"
#include "app/window/header_bar.h"
#include "tests/window/open_window.h"
#include "views/controls/button.h"
#include "views/controls/controls_panel.h"
#include "views/controls/formula_view.h"

#include <QtTest/QTest>
#include <QtWidgets/QScrollArea>

#include <algorithm>
#include <map>

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

  void sixLinesOfControlsAreSeen_data() {
    QTest::addColumn<QString>("panel");
    for (const QString& id : panel::registeredPanels().ids())
      QTest::newRow(qPrintable(id)) << id;
  }

  /// Beside the text, in a window of the usual size, without scrolling, below a picture that is still large.
  /// Of a panel that has fewer lines all but the last, which may be a block of several.
  void sixLinesOfControlsAreSeen() {
    QFETCH(QString, panel);
    OpenWindow open({1400, 900});
    open.window.open(window::findPlace(panel, open.services.book, open.services.registry));
    stage::StageWidget& stage = open.window.stage();
    QTRY_VERIFY(!stage.formula().shownFormula().isEmpty());
    QTest::qWait(50); // the formula has its height
    QVERIFY(!open.window.columns().isSingle());
    const auto* controls = stage.findChild<controls::ControlsPanel*>();
    const auto* area = qobject_cast<QScrollArea*>(controls->parentWidget()->parentWidget()->parentWidget());
    QVERIFY(area);
    QStringList keys;
    for (const panel::Parameter& parameter : open.services.desk.session(panel)->description().parameters)
      keys += parameter.key;
    constexpr int fade = 22; // of the last line, where there is more below
    constexpr int line = 26; // a matrix of two rows is two lines
    std::map<int, int> seen;
    const QList<QRect> rows = controls->rowsOf(keys);
    int all = 0;
    for (const QRect& row : rows) {
      all += (row.height() + line / 2) / line;
      const QRect place(controls->mapTo(area->viewport(), row.topLeft()), row.size());
      if (place.top() >= 0 && place.bottom() < area->viewport()->height() - fade)
        seen[place.top()] = (place.height() + line / 2) / line;
    }
    int lines = 0;
    for (const auto& [top, count] : seen)
      lines += count;
    const int wanted = std::min(6, all);
    QVERIFY2(lines >= wanted, qPrintable(QStringLiteral("%1 of %2").arg(lines).arg(wanted)));
    QVERIFY2(stage.picture().height() >= 390, qPrintable(QString::number(stage.picture().height())));
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
