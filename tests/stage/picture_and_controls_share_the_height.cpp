#include "app/stage/divider.h"
#include "app/stage/picture.h"
#include "app/stage/stage_widget.h"
#include "tests/controls/active_window.h"
#include "tests/panel/sample_panel.h"
#include "views/controls/formula_view.h"
#include "views/typesetting/typesetter.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QScrollArea>

using namespace Qt::StringLiterals;
using namespace eigenboard;

/// The height of the stage goes to the picture first; what lies below it has enough to be used, and as much
/// as the reader gives it.
class PictureAndControlsShareTheHeight : public QObject {
  Q_OBJECT

  const panel::Registry registry_ = panel::registeredPanels();
  const panel::Registry samples_ = tests::sampleRegistry();
  typesetting::Typesetter typesetter_;

  static void move(QWidget& widget, QPointF position, Qt::MouseButtons buttons) {
    QMouseEvent event(QEvent::MouseMove, position, widget.mapToGlobal(position), Qt::NoButton, buttons, {});
    QApplication::sendEvent(&widget, &event);
  }

 private slots:
  void thePictureHasMostOfTheHeight_data() {
    QTest::addColumn<QString>("panel");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("least");
    for (const QString& id : registry_.ids()) {
      const auto row = [&id](const char* name, QSize size, double least) {
        QTest::newRow(qPrintable(id + u' ' + QLatin1String(name))) << id << size << static_cast<int>(least);
      };
      row("in a window of 1280x800", {698, 740}, 0.45 * 740);
      row("in a window of 900x700", {480, 640}, 300);
      row("in a large window", {1100, 960}, 0.55 * 960);
    }
  }

  /// Whatever a panel has to say, its picture is the largest part, and what else there is scrolls in one
  /// place.
  void thePictureHasMostOfTheHeight() {
    QFETCH(QString, panel);
    QFETCH(QSize, size);
    QFETCH(int, least);
    panel::Desk desk(registry_);
    stage::StageWidget stage(desk, typesetter_, render::themeNamed(u"light"_s));
    stage.resize(size);
    QVERIFY(stage.showPanel(panel));
    QVERIFY(tests::showActive(stage));
    QTRY_VERIFY(!stage.formula().shownFormula().isEmpty());
    QCoreApplication::processEvents();
    QCOMPARE(stage.size(), size);
    QVERIFY2(stage.picture().height() >= least, qPrintable(QString::number(stage.picture().height())));
    QList<QScrollArea*> areas;
    for (QScrollArea* area : stage.findChildren<QScrollArea*>())
      if (area->isVisible())
        areas += area;
    QCOMPARE(areas.size(), 1);
    QVERIFY2(areas.front()->height() >= 120, qPrintable(QString::number(areas.front()->height())));
    // Nothing is wider than the place it scrolls in.
    for (const QWidget* part : areas.front()->widget()->findChildren<QWidget*>()) {
      if (!part->isVisible())
        continue;
      const QRect place(part->mapTo(areas.front()->widget(), QPoint(0, 0)), part->size());
      QVERIFY2(place.left() >= 0 && place.right() < areas.front()->viewport()->width(),
               part->metaObject()->className());
    }
    // The words move to where they belong when the stage is so wide that the controls lie beside the picture.
    const std::size_t views = desk.session(panel)->evaluation().scene.views.size();
    stage.resize(views < 3 ? 1300 : 1700, 960);
    QCoreApplication::processEvents();
    QVERIFY(stage.formula().isVisible() && !areas.front()->isAncestorOf(&stage.formula()));
    stage.resize(size);
    QCoreApplication::processEvents();
    QVERIFY(stage.formula().isVisible());
    QVERIFY2(stage.picture().height() >= least, qPrintable(QString::number(stage.picture().height())));
  }

  /// The line below the picture is moved by keys and by mouse, stops where either part would be lost, and
  /// goes back where it was.
  void theLineBelowThePictureIsMoved() {
    panel::Desk desk(samples_);
    stage::StageWidget stage(desk, typesetter_, render::themeNamed(u"light"_s));
    stage.resize(700, 760);
    QVERIFY(stage.showPanel(u"samples.map"_s));
    QVERIFY(tests::showActive(stage));
    auto* line = stage.findChild<stage::Divider*>();
    QVERIFY(line && line->isVisible());
    const auto bottom = [&stage] { return stage.picture().height(); };
    QSignalSpy changed(&stage, &stage::StageWidget::splitChanged);
    const int before = bottom();
    QCOMPARE(stage.split(), 0.0);
    line->setFocus(Qt::TabFocusReason);
    QTest::keyClick(line, Qt::Key_Up);
    QTest::keyClick(line, Qt::Key_Up, Qt::ShiftModifier);
    const int higher = bottom();
    QVERIFY(higher <= before - 30);
    QCOMPARE(changed.count(), 2);
    QTest::keyClick(line, Qt::Key_Down);
    QVERIFY(bottom() > higher);
    QTest::keyClick(line, Qt::Key_Home);
    QVERIFY(bottom() >= 160 && bottom() < before);
    QTest::keyClick(line, Qt::Key_End);
    auto* scrolled = stage.findChild<QScrollArea*>();
    for (QScrollArea* area : stage.findChildren<QScrollArea*>())
      if (area->isVisible())
        scrolled = area;
    QVERIFY(bottom() > before);
    QVERIFY(scrolled->height() >= 60);
    QVERIFY(!line->accessibleDescription().isEmpty());
    // In a window so low that there is not room for both it is found again, and what was set is not
    // forgotten.
    const QSize usual = stage.size();
    stage.resize(usual.width(), 360);
    QTest::keyClick(line, Qt::Key_End);
    QVERIFY2(scrolled->height() > 20, qPrintable(QString::number(scrolled->height())));
    QVERIFY(stage.split() > 0);
    stage.resize(usual);
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(stage.split(), 0.0);
    QCOMPARE(bottom(), before);
    // It stays under the pointer, also where the pointer went farther than the line can.
    const QPoint grip(line->width() / 2, 3);
    const auto at = [&](int y) { return QPointF(line->mapFrom(&stage, QPoint(grip.x(), y))); };
    const int start = line->mapTo(&stage, grip).y();
    QTest::mousePress(line, Qt::LeftButton, {}, grip);
    for (int way : {-10, -60, -2000, -60}) {
      move(*line, at(start + way), Qt::LeftButton);
      if (way > -1000)
        QCOMPARE(line->mapTo(&stage, grip).y(), start + way);
    }
    QTest::mouseRelease(line, Qt::LeftButton, {}, grip);
    QCOMPARE(bottom(), before - 60);
    // Its share of another height.
    const double split = stage.split();
    stage.resize(700, 860);
    QCoreApplication::processEvents();
    QCOMPARE(stage.split(), split);
    QVERIFY(bottom() > before - 60);
    QTest::mouseDClick(line, Qt::LeftButton, {}, grip);
    QCOMPARE(stage.split(), 0.0);
  }
};

QTEST_MAIN(PictureAndControlsShareTheHeight)
#include "picture_and_controls_share_the_height.moc"
