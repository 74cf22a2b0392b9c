#include "tests/render/space_scenes.h"
#include "tests/render/test_scenes.h"
#include "views/render/plane_widget.h"
#include "views/render/space/space_widget.h"
#include "views/typesetting/typesetter.h"

#include <QtGui/QNativeGestureEvent>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>

#include <cmath>

using namespace eigenboard;
using scene::Assignments;

namespace {

/// Of pixels: fingers are told to whole ones.
bool isClose(QPointF one, QPointF other, double tolerance) {
  return std::hypot(one.x() - other.x(), one.y() - other.y()) <= tolerance;
}

} // namespace

/// Fingers drag, shift and zoom; a view at another scale is the same view, larger. Real touch, mouse and key
/// events.
class ViewsAnswerFingersAndScale : public QObject {
  Q_OBJECT

  typesetting::Typesetter typesetter_;
  QPointingDevice* screen_ = QTest::createTouchDevice();
  std::unique_ptr<render::PlaneWidget> plane_;
  std::unique_ptr<QSignalSpy> dragged_;
  std::unique_ptr<QSignalSpy> began_;
  std::unique_ptr<QSignalSpy> ended_;

  QTest::QTouchEventWidgetSequence touch(QWidget* widget) {
    return QTest::touchEvent(widget, screen_, false);
  }
  QPoint pixel(QPointF point) const { return plane_->toPixel(point).toPoint(); }
  QPointF last() const {
    const auto assignments = dragged_->last().front().value<Assignments>();
    return {assignments.at(0).second, assignments.at(1).second};
  }

 private slots:
  void init() {
    plane_ = std::make_unique<render::PlaneWidget>(typesetter_, render::themeNamed({}));
    plane_->setView(tests::transformView({1.5, 0.3}, {0.5, 1.2}, {-1.5, 1}));
    plane_->resize(640, 560);
    plane_->show();
    plane_->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(plane_.get()));
    dragged_ = std::make_unique<QSignalSpy>(plane_.get(), &render::PlaneWidget::dragged);
    began_ = std::make_unique<QSignalSpy>(plane_.get(), &render::PlaneWidget::gestureBegan);
    ended_ = std::make_unique<QSignalSpy>(plane_.get(), &render::PlaneWidget::gestureEnded);
  }

  void cleanup() {
    dragged_.reset();
    began_.reset();
    ended_.reset();
    plane_.reset();
  }

  void aFingerDragsAHandle() {
    // 24 px beside its centre: a mouse would miss it.
    const QPoint grip = pixel({1.5, 0.3}) + QPoint(20, 13);
    const QPoint way = pixel({2, 1}) - pixel({1.5, 0.3});
    touch(plane_.get()).press(0, grip, plane_.get()).commit();
    QCOMPARE(began_->count(), 1);
    touch(plane_.get()).move(0, grip + way / 2, plane_.get()).commit();
    touch(plane_.get()).move(0, grip + way, plane_.get()).commit();
    QCOMPARE(dragged_->count(), 2);
    QVERIFY(isClose(last(), {2, 1}, 0.03)); // two pixels are 0.03 units
    touch(plane_.get()).release(0, grip + way, plane_.get()).commit();
    QCOMPARE(ended_->count(), 1);
    QTest::mousePress(plane_.get(), Qt::LeftButton, {}, pixel({1.5, 0.3}) + QPoint(20, 13));
    QCOMPARE(began_->count(), 1); // the mouse still has to come near
    QTest::mouseRelease(plane_.get(), Qt::LeftButton, {}, grip);
  }

  void twoFingersShiftAndZoom() {
    const QPoint a(250, 280);
    const QPoint b(350, 280);
    const QPointF under = plane_->toPoint((QPointF(a) + b) / 2);
    const double unitsBefore = plane_->toPixel({1, 0}).x() - plane_->toPixel({0, 0}).x();
    touch(plane_.get()).press(0, a, plane_.get()).press(1, b, plane_.get()).commit();
    touch(plane_.get()).move(0, a, plane_.get()).move(1, b, plane_.get()).commit();
    const QPoint shift(40, -30);
    touch(plane_.get())
        .move(0, a + shift - QPoint(10, 0), plane_.get())
        .move(1, b + shift + QPoint(10, 0), plane_.get())
        .commit();
    touch(plane_.get()).release(0, a, plane_.get()).release(1, b, plane_.get()).commit();
    const double unitsAfter = plane_->toPixel({1, 0}).x() - plane_->toPixel({0, 0}).x();
    QVERIFY(std::abs(unitsAfter / unitsBefore - 1.2) < 1e-9); // as the fingers: 100 px apart, then 120
    QVERIFY(isClose(plane_->toPixel(under), (QPointF(a) + b) / 2 + shift, 1e-6));
    QCOMPARE(dragged_->count(), 0);
  }

  void aSecondFingerLetsTheHandleGo() {
    const QPoint grip = pixel({1.5, 0.3});
    touch(plane_.get()).press(0, grip, plane_.get()).commit();
    touch(plane_.get()).stationary(0).press(1, QPoint(100, 100), plane_.get()).commit();
    QCOMPARE(ended_->count(), 1);
    touch(plane_.get()).stationary(0).release(1, QPoint(100, 100), plane_.get()).commit();
    touch(plane_.get()).move(0, grip + QPoint(60, 0), plane_.get()).commit();
    QCOMPARE(dragged_->count(), 0); // until all fingers are up
    touch(plane_.get()).release(0, grip, plane_.get()).commit();
    touch(plane_.get()).press(0, grip, plane_.get()).commit();
    QCOMPARE(began_->count(), 2);
    touch(plane_.get()).release(0, grip, plane_.get()).commit();
  }

  void aDoubleTapShowsTheWholeView() {
    const QPointF before = plane_->toPixel({1, 1});
    QTest::keyClick(plane_.get(), Qt::Key_Plus);
    QVERIFY(!isClose(plane_->toPixel({1, 1}), before, 1));
    const QPoint empty = pixel({-1, -1});
    for (int i = 0; i < 2; ++i) {
      touch(plane_.get()).press(0, empty, plane_.get()).commit();
      touch(plane_.get()).release(0, empty, plane_.get()).commit();
    }
    QVERIFY(isClose(plane_->toPixel({1, 1}), before, 1e-9));
  }

  void aTouchpadZooms() {
    const double before = plane_->toPixel({1, 0}).x() - plane_->toPixel({0, 0}).x();
    const QPointF at = plane_->toPixel({1, 1});
    QNativeGestureEvent pinch(Qt::ZoomNativeGesture, QPointingDevice::primaryPointingDevice(), 2, at, at,
                              plane_->mapToGlobal(at), 0.15, QPointF());
    QApplication::sendEvent(plane_.get(), &pinch);
    QVERIFY(isClose(plane_->toPixel({1, 1}), at, 1e-6));
    QVERIFY(plane_->toPixel({1, 0}).x() - plane_->toPixel({0, 0}).x() > 1.1 * before);
  }

  void twoFingersTurnASpace() {
    render::SpaceWidget space(typesetter_, render::themeNamed({}));
    space.setView(tests::bellSpace());
    space.resize(560, 480);
    space.show();
    QVERIFY(QTest::qWaitForWindowExposed(&space));
    const scene::Camera before = space.camera();
    touch(&space).press(0, QPoint(200, 240), &space).press(1, QPoint(300, 240), &space).commit();
    touch(&space).move(0, QPoint(200, 241), &space).move(1, QPoint(300, 241), &space).commit();
    touch(&space).move(0, QPoint(220, 241), &space).move(1, QPoint(420, 241), &space).commit();
    touch(&space).release(0, QPoint(220, 241), &space).release(1, QPoint(420, 241), &space).commit();
    QVERIFY(space.camera().azimuth != before.azimuth);
    QVERIFY(std::abs(space.camera().zoom / before.zoom - 2) < 1e-9);
  }

  void atAnotherScaleTheViewIsTheSame() {
    plane_->resize(1280, 1120);
    plane_->setScale(2);
    QCoreApplication::processEvents();
    render::PlaneWidget small(typesetter_, render::themeNamed({}));
    small.setView(plane_->view());
    small.resize(640, 560);
    small.show();
    QVERIFY(QTest::qWaitForWindowExposed(&small));
    QVERIFY(isClose(plane_->toPixel({1, 1}), 2 * small.toPixel({1, 1}), 1e-9));
    QVERIFY(isClose(plane_->toPoint(plane_->toPixel({0.7, -1.1})), {0.7, -1.1}, 1e-9));
    // It is grabbed from twice as far, and goes with the hand.
    const QPoint grip = pixel({1.5, 0.3}) + QPoint(18, 18);
    const QPoint way = pixel({2, 1}) - pixel({1.5, 0.3});
    QTest::mousePress(plane_.get(), Qt::LeftButton, {}, grip);
    QCOMPARE(began_->count(), 1);
    QTest::mouseMove(plane_.get(), grip + way);
    QTest::mouseRelease(plane_.get(), Qt::LeftButton, {}, grip + way);
    QVERIFY(isClose(last(), {2, 1}, 0.02));
    // Painted twice as large: shrunk, it is the small picture up to the rims of its lines. Wait for the
    // words.
    QTest::qWait(400);
    const QImage large =
        plane_->grab().toImage().scaled(640, 560, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    const QImage other = small.grab().toImage();
    int different = 0;
    for (int y = 0; y < 560; ++y)
      for (int x = 0; x < 640; ++x)
        if (std::abs(qGray(large.pixel(x, y)) - qGray(other.pixel(x, y))) > 100)
          ++different;
    QVERIFY2(different < 640 * 560 / 250, qPrintable(QString::number(different)));
  }

  void hostileScalesAreBounded() {
    for (const double scale : {0.0, -1.0, 1e9, std::numeric_limits<double>::quiet_NaN()}) {
      plane_->setScale(scale);
      QVERIFY(!plane_->grab().isNull());
      QVERIFY(isClose(plane_->toPoint(plane_->toPixel({1, 1})), {1, 1}, 1e-6));
    }
  }

  void keysStepAsTheHandleSnaps() {
    QTest::keyClick(plane_.get(), Qt::Key_Tab); // to the first handle
    plane_->setSnapping(render::Snapping::Nice);
    QTest::keyClick(plane_.get(), Qt::Key_Right);
    QCOMPARE(last().y(), 0.3);
    const double next = last().x();
    QVERIFY(next > 1.5 && next <= 2);
    QTest::keyClick(plane_.get(), Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(last().x(), 2.0); // the handle itself has not moved: the next tick from 1.5
    plane_->setSnapping(render::Snapping::Grid);
    QTest::keyClick(plane_.get(), Qt::Key_Up);
    const double step = last().y() - 0.3;
    QTest::mousePress(plane_.get(), Qt::LeftButton, {}, pixel({1.5, 0.3}));
    QTest::mouseMove(plane_.get(), pixel({1.5, 0.3 + step}) + QPoint(0, -1));
    QTest::mouseRelease(plane_.get(), Qt::LeftButton, {}, pixel({1.5, 0.3}));
    QVERIFY(std::abs(last().y() - (0.3 + step)) < 1e-12); // the drag comes to rest on the same line
  }
};

QTEST_MAIN(ViewsAnswerFingersAndScale)
#include "views_answer_fingers_and_scale.moc"
