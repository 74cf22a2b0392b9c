#include "tests/render/space_scenes.h"
#include "views/render/space/space_hover.h"
#include "views/render/space/space_painter.h"
#include "views/render/space/space_widget.h"
#include "views/typesetting/typesetter.h"

#include <QtGui/QAction>
#include <QtGui/QWheelEvent>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

#include <algorithm>
#include <cmath>

using namespace eigenboard;
using scene::Assignments;
using scene::Camera;
using scene::Motion3;
using scene::Point3;

/// Real mouse and key events turn the box and move handles on a surface, in a plane and upright; the host is
/// told what to set.
class SpaceMovesByMouseAndKeys : public QObject {
  Q_OBJECT

 private slots:
  void init();
  void cleanup();
  void dragMovesAHandleOverTheSurface();
  void dragBesideTheSurfaceStopsAtItsRim();
  void dragMovesAHandleInItsPlaneAndUpright();
  void modifiersAndSnappingRound();
  void arrowKeysMoveTheFocusedHandle();
  void emptySpaceTurnsTheBox();
  void arrowKeysTurnTheBox();
  void wheelAndKeysZoom();
  void numbersAndMenuChooseStandardViews();
  void theCameraSurvivesNewScenes();
  void tabGoesThroughTheHandlesAndOut();
  void hoverTellsNameAndValues();
  void hoverTellsOfPlanes();
  void isDescribedInWords();
  void lightsAreSeen();
  void hidingEndsTheGesture();

 private:
  static double height(double x, double y) { return tests::gripsHeight(x, y); }
  static scene::SpaceView view(Point3 first = {1, -1, 0.2}) { return tests::gripsSpace(first); }
  void hover(QPoint at) {
    QMouseEvent event(QEvent::MouseMove, at, space_->mapToGlobal(at), Qt::NoButton, Qt::NoButton,
                      Qt::NoModifier);
    QApplication::sendEvent(space_, &event);
  }
  void drag(Point3 from, Point3 to, Qt::KeyboardModifiers modifiers = {}) {
    const QPoint grip = pixel(from);
    const QPoint target = pixel(to);
    QTest::mousePress(space_, Qt::LeftButton, {}, grip);
    for (const QPoint at : {(grip + target) / 2, target}) {
      QMouseEvent event(QEvent::MouseMove, at, space_->mapToGlobal(at), Qt::NoButton, Qt::LeftButton,
                        modifiers);
      QApplication::sendEvent(space_, &event);
    }
    QTest::mouseRelease(space_, Qt::LeftButton, {}, target);
  }
  QPoint pixel(Point3 point) const { return space_->toPixel(point).toPoint(); }
  Point3 last() const {
    const auto assignments = dragged_->last().front().value<Assignments>();
    return {assignments.at(0).second, assignments.at(1).second, assignments.at(2).second};
  }
  QString lastKey() const { return dragged_->last().front().value<Assignments>().at(0).first; }

  typesetting::Typesetter typesetter_;
  std::unique_ptr<QWidget> window_;
  QPushButton* before_ = nullptr;
  render::SpaceWidget* space_ = nullptr;
  QPushButton* after_ = nullptr;
  std::unique_ptr<QSignalSpy> dragged_;
  std::unique_ptr<QSignalSpy> began_;
  std::unique_ptr<QSignalSpy> ended_;
  std::unique_ptr<QSignalSpy> turned_;
};

namespace {

bool isNear(Point3 one, Point3 other, double tolerance) {
  return std::abs(one.x - other.x) <= tolerance && std::abs(one.y - other.y) <= tolerance &&
         std::abs(one.z - other.z) <= tolerance;
}

QByteArray told(Point3 point) {
  return QStringLiteral("(%1, %2, %3)").arg(point.x).arg(point.y).arg(point.z).toUtf8();
}

} // namespace

void SpaceMovesByMouseAndKeys::init() {
  window_ = std::make_unique<QWidget>();
  auto* row = new QHBoxLayout(window_.get());
  before_ = new QPushButton(QStringLiteral("before"));
  space_ = new render::SpaceWidget(typesetter_, render::themeNamed({}));
  after_ = new QPushButton(QStringLiteral("after"));
  row->addWidget(before_);
  row->addWidget(space_, 1);
  row->addWidget(after_);
  space_->setView(view());
  window_->resize(900, 560);
  window_->show();
  window_->activateWindow();
  QVERIFY(QTest::qWaitForWindowActive(window_.get()));
  dragged_ = std::make_unique<QSignalSpy>(space_, &render::SpaceWidget::dragged);
  began_ = std::make_unique<QSignalSpy>(space_, &render::SpaceWidget::gestureBegan);
  ended_ = std::make_unique<QSignalSpy>(space_, &render::SpaceWidget::gestureEnded);
  turned_ = std::make_unique<QSignalSpy>(space_, &render::SpaceWidget::cameraChanged);
}

void SpaceMovesByMouseAndKeys::cleanup() {
  dragged_.reset();
  began_.reset();
  ended_.reset();
  turned_.reset();
  window_.reset();
}

void SpaceMovesByMouseAndKeys::dragMovesAHandleOverTheSurface() {
  const Point3 target{-0.5, -1.5, height(-0.5, -1.5)};
  drag({1, -1, 0.2}, target);
  QCOMPARE(began_->count(), 1);
  QCOMPARE(began_->last().front().toString(), QStringLiteral("Point"));
  QCOMPARE(ended_->count(), 1);
  QCOMPARE(dragged_->count(), 2);
  QCOMPARE(lastKey(), QStringLiteral("px"));
  // A pixel is about 0.015 units across the picture, and more along the slope.
  QVERIFY2(isNear(last(), target, 0.08), told(last()));
  QVERIFY2(std::abs(last().z - height(last().x, last().y)) < 0.002, told(last()));
  QCOMPARE(turned_->count(), 0);
}

void SpaceMovesByMouseAndKeys::dragBesideTheSurfaceStopsAtItsRim() {
  QTest::mousePress(space_, Qt::LeftButton, {}, pixel({1, -1, 0.2}));
  QTest::mouseMove(space_, QPoint(3, space_->height() - 3));
  QCOMPARE(dragged_->count(), 1);
  QVERIFY2(std::abs(last().x) <= 3 && std::abs(last().y) <= 3, told(last()));
  QVERIFY2(std::max(std::abs(last().x), std::abs(last().y)) > 2.99, told(last()));
  QVERIFY(std::abs(last().z - height(last().x, last().y)) < 0.002);
  QTest::mouseRelease(space_, Qt::LeftButton, {}, QPoint(3, space_->height() - 3));
}

void SpaceMovesByMouseAndKeys::dragMovesAHandleInItsPlaneAndUpright() {
  drag({-1.5, 1, 1}, {0.5, 1.5, 1});
  QCOMPARE(lastKey(), QStringLiteral("qx"));
  QVERIFY2(isNear(last(), {0.5, 1.5, 1}, 0.06), told(last()));
  QCOMPARE(last().z, 1.0);
  drag({2, 2, 1}, {2, 2, -0.5});
  QCOMPARE(lastKey(), QStringLiteral("rx"));
  QVERIFY2(isNear(last(), {2, 2, -0.5}, 0.04), told(last()));
  QCOMPARE(last().x, 2.0);
  QCOMPARE(last().y, 2.0);
}

void SpaceMovesByMouseAndKeys::modifiersAndSnappingRound() {
  drag({-1.5, 1, 1}, {0.9, 2.1, 1}, Qt::ShiftModifier);
  QCOMPARE(last(), (Point3{1, 2, 1}));
  drag({-1.5, 1, 1}, {0.5, 1, 1}, Qt::AltModifier);
  QVERIFY2(isNear(last(), {-1.3, 1, 1}, 0.02), told(last()));
  space_->setSnapping(render::Snapping::Grid);
  drag({-1.5, 1, 1}, {0.53, 1.47, 1});
  const double tenth = last().x * 10;
  QVERIFY2(std::abs(tenth - std::round(tenth)) < 1e-9 && isNear(last(), {0.5, 1.5, 1}, 0.11), told(last()));
  space_->setSnapping(render::Snapping::Nice);
  drag({2, 2, 1}, {2, 2, 0.02});
  QCOMPARE(last(), (Point3{2, 2, 0}));
}

void SpaceMovesByMouseAndKeys::arrowKeysMoveTheFocusedHandle() {
  // From −60° the x axis lies across the picture, and y leads away.
  space_->setFocus(Qt::TabFocusReason);
  QTest::keyClick(space_, Qt::Key_Right);
  QCOMPARE(lastKey(), QStringLiteral("px"));
  QVERIFY2(isNear(last(), {1.1, -1, height(1.1, -1)}, 0.002), told(last()));
  QTest::keyClick(space_, Qt::Key_Up, Qt::AltModifier);
  QVERIFY2(isNear(last(), {1, -0.99, height(1, -0.99)}, 0.002), told(last()));
  QTest::keyClick(space_, Qt::Key_Left, Qt::ShiftModifier);
  QVERIFY2(isNear(last(), {0, -1, height(0, -1)}, 0.002), told(last()));
  // Seen from the other side, right is the other way.
  Camera camera = space_->camera();
  camera.azimuth += 180;
  space_->setCamera(camera);
  QTest::keyClick(space_, Qt::Key_Right);
  QVERIFY2(isNear(last(), {0.9, -1, height(0.9, -1)}, 0.002), told(last()));
  QTest::keyClick(space_, Qt::Key_Tab);
  QTest::keyClick(space_, Qt::Key_Tab);
  QTest::keyClick(space_, Qt::Key_Down);
  QCOMPARE(lastKey(), QStringLiteral("rx"));
  QCOMPARE(last(), (Point3{2, 2, 0.9}));
  QCOMPARE(began_->count(), 0);
  const auto count = dragged_->count();
  QTest::keyClick(space_, Qt::Key_Right, Qt::ControlModifier);
  QCOMPARE(dragged_->count(), count);
}

void SpaceMovesByMouseAndKeys::emptySpaceTurnsTheBox() {
  const Camera start = space_->camera();
  const QPoint empty(20, 20);
  QTest::mousePress(space_, Qt::LeftButton, {}, empty);
  QTest::mouseMove(space_, empty + QPoint(60, 30));
  QTest::mouseRelease(space_, Qt::LeftButton, {}, empty + QPoint(60, 30));
  // The near side goes with the hand: the eye goes the other way, and up.
  QVERIFY(space_->camera().azimuth < start.azimuth - 10);
  QVERIFY(space_->camera().elevation > start.elevation + 5);
  QCOMPARE(turned_->last().front().value<Camera>(), space_->camera());
  QCOMPARE(began_->count(), 0);
  QTest::mouseDClick(space_, Qt::LeftButton, {}, empty);
  QCOMPARE(space_->camera(), start);
  QTest::mousePress(space_, Qt::LeftButton, {}, empty);
  QTest::mouseMove(space_, empty + QPoint(0, 2000));
  QTest::mouseRelease(space_, Qt::LeftButton, {}, empty);
  QVERIFY(space_->camera().elevation <= 90);
}

void SpaceMovesByMouseAndKeys::arrowKeysTurnTheBox() {
  scene::SpaceView bare = view();
  bare.handles.clear();
  space_->setView(bare);
  space_->setFocus(Qt::TabFocusReason);
  const Camera start = space_->camera();
  QTest::keyClick(space_, Qt::Key_Right);
  QTest::keyClick(space_, Qt::Key_Up);
  QCOMPARE(space_->camera().azimuth, start.azimuth + 3);
  QCOMPARE(space_->camera().elevation, start.elevation + 3);
  QTest::keyClick(space_, Qt::Key_Left, Qt::ShiftModifier);
  QCOMPARE(space_->camera().azimuth, start.azimuth - 27);
  QTest::keyClick(space_, Qt::Key_Home);
  QCOMPARE(space_->camera(), start);
  QCOMPARE(dragged_->count(), 0);
}

void SpaceMovesByMouseAndKeys::wheelAndKeysZoom() {
  const auto width = [this] {
    return std::abs(space_->toPixel({3, 0, 0}).x() - space_->toPixel({-3, 0, 0}).x());
  };
  const double start = width();
  QWheelEvent wheel(QPointF(200, 200), space_->mapToGlobal(QPointF(200, 200)), {}, {0, 240}, Qt::NoButton,
                    Qt::NoModifier, Qt::NoScrollPhase, false);
  QApplication::sendEvent(space_, &wheel);
  QVERIFY(width() / start > 1.2);
  QTest::keyClick(space_, Qt::Key_0);
  QCOMPARE(width(), start);
  QTest::keyClick(space_, Qt::Key_Plus);
  QVERIFY(width() / start > 1.2);
  QTest::keyClick(space_, Qt::Key_Minus);
  QVERIFY(std::abs(width() / start - 1) < 1e-9);
  for (int i = 0; i < 200; ++i)
    QTest::keyClick(space_, Qt::Key_Plus);
  QVERIFY(std::isfinite(width()) && width() / start < 100);
}

void SpaceMovesByMouseAndKeys::numbersAndMenuChooseStandardViews() {
  QTest::keyClick(space_, Qt::Key_1);
  QCOMPARE(space_->camera().elevation, 90.0);
  QTest::keyClick(space_, Qt::Key_2);
  QCOMPARE(space_->camera().elevation, 0.0);
  QCOMPARE(space_->camera().azimuth, -90.0);
  QCOMPARE(space_->camera().projection, scene::Projection::Orthographic);
  QTest::keyClick(space_, Qt::Key_5);
  QCOMPARE(space_->camera().projection, scene::Projection::Perspective);
  auto* button = space_->findChild<QToolButton*>();
  QVERIFY(button && button->isVisible() && !button->accessibleName().isEmpty());
  QVERIFY(space_->rect().contains(button->geometry()));
  const QList<QAction*> actions = button->menu()->actions();
  const auto chosen = [&actions](const char* text) {
    for (QAction* action : actions)
      if (action->text().startsWith(QString::fromLatin1(text)))
        action->trigger();
  };
  chosen("Isometric");
  QVERIFY(std::abs(space_->camera().elevation - 35.264) < 0.001);
  chosen("Reset");
  QCOMPARE(space_->camera(), space_->view().camera);
}

void SpaceMovesByMouseAndKeys::theCameraSurvivesNewScenes() {
  space_->setCamera({10, 20, 1.5, 4, scene::Projection::Orthographic});
  const Camera chosen = space_->camera();
  space_->setView(view({0.5, 0.5, 0.2}));
  QCOMPARE(space_->camera(), chosen);
  scene::SpaceView other = view();
  other.camera.azimuth = 12;
  space_->setView(other);
  QCOMPARE(space_->camera(), other.camera);
}

void SpaceMovesByMouseAndKeys::tabGoesThroughTheHandlesAndOut() {
  before_->setFocus();
  QTest::keyClick(window_->focusWidget(), Qt::Key_Tab);
  QVERIFY(space_->hasFocus());
  for (const char* key : {"px", "qx", "rx"}) {
    QTest::keyClick(space_, Qt::Key_Up);
    QCOMPARE(lastKey(), QString::fromLatin1(key));
    QTest::keyClick(space_, Qt::Key_Tab);
  }
  // The menu comes after the handles.
  QCOMPARE(window_->focusWidget(), static_cast<QWidget*>(space_->findChild<QToolButton*>()));
  QTest::keyClick(window_->focusWidget(), Qt::Key_Tab);
  QVERIFY(after_->hasFocus());
  QTest::keyClick(after_, Qt::Key_Backtab);
  QTest::keyClick(window_->focusWidget(), Qt::Key_Backtab);
  QVERIFY(space_->hasFocus());
  QTest::keyClick(space_, Qt::Key_Up);
  QCOMPARE(lastKey(), QStringLiteral("rx"));
}

void SpaceMovesByMouseAndKeys::hoverTellsNameAndValues() {
  QTest::qWait(600); // the picture is fine by now, and the formulas are there
  const QImage calm = space_->grab().toImage();
  hover({4, space_->height() - 4});
  QCOMPARE(space_->grab().toImage(), calm);
  hover(pixel({-0.5, -1.5, height(-0.5, -1.5)}));
  QVERIFY(space_->grab().toImage() != calm);
  QSignalSpy pointed(space_, &render::SpaceWidget::pointedAt);
  hover(pixel({-1, -2, 1.8}));
  QCOMPARE(pointed.count(), 1);
  QCOMPARE(pointed.last().front().value<render::MarkNames>().symbol, QStringLiteral("\\mathbf{a}"));
  hover(pixel({-1.5, 1, 1}));
  QVERIFY(pointed.last().front().value<render::MarkNames>().keys.contains(QStringLiteral("qx")));
  QCOMPARE(space_->cursor().shape(), Qt::OpenHandCursor);
  QEvent leave(QEvent::Leave);
  QApplication::sendEvent(space_, &leave);
  QCOMPARE(space_->grab().toImage(), calm);
}

void SpaceMovesByMouseAndKeys::hoverTellsOfPlanes() {
  scene::SpaceView planes = view();
  planes.handles.clear();
  planes.marks = {
      scene::Plane3{{0, 0, 1}, {0, 0, 1}, scene::Fill{}, {}, QStringLiteral("Upper plane")},
      scene::Patch3{
          {{-1, -1, -1}, {1, -1, -1}, {1, 1, -1}}, scene::Fill{}, {}, QStringLiteral("Lower patch")}};
  space_->setView(planes);
  const auto noteAt = [&](double elevation, Point3 point) {
    scene::Camera camera = space_->camera();
    camera.elevation = elevation;
    const auto frame = render::spaceFrame(planes, camera, space_->rect());
    const auto note = render::space::hoverAt(planes, {}, frame, frame.toPixel(point).point());
    return note ? note->name + u' ' + note->values : QString();
  };
  QCOMPARE(noteAt(28, {2, 1.5, 1}), QStringLiteral("Upper plane (2.00, 1.50, 1.00)"));
  // From above, the plane covers the patch; from below, the patch lies before the plane.
  QVERIFY(noteAt(75, {0.5, -0.5, -1}).startsWith(QStringLiteral("Upper plane")));
  QCOMPARE(noteAt(-75, {0.5, -0.5, -1}), QStringLiteral("Lower patch (0.50, −0.50, −1.00)"));
  QTest::qWait(600);
  const QImage calm = space_->grab().toImage();
  hover(pixel({2, 1.5, 1}));
  QVERIFY(space_->grab().toImage() != calm);
}

void SpaceMovesByMouseAndKeys::isDescribedInWords() {
  QVERIFY(!space_->accessibleName().isEmpty());
  QVERIFY(space_->accessibleDescription().contains(u'3'));
  space_->setFocus(Qt::TabFocusReason);
  QVERIFY2(space_->accessibleDescription().contains(QStringLiteral("Point, at (1.00, −1.00, 0.20)")),
           qPrintable(space_->accessibleDescription()));
  space_->setView(view({2, -1, 0.5}));
  QVERIFY2(space_->accessibleDescription().contains(QStringLiteral("(2.00, −1.00, 0.50)")),
           qPrintable(space_->accessibleDescription()));
}

void SpaceMovesByMouseAndKeys::lightsAreSeen() {
  QTest::qWait(600);
  const QImage dark = space_->grab().toImage();
  space_->setLights(
      [](const render::MarkNames& names) { return names.symbol == QStringLiteral("\\mathbf{a}"); });
  const QImage lit = space_->grab().toImage();
  const QPoint middle = (pixel({-2, -2, 1.5}) + pixel({-1, -2, 1.8})) / 2 + QPoint(0, 4);
  QVERIFY(lit.pixel(middle) != dark.pixel(middle));
  space_->setLights({});
  QCOMPARE(space_->grab().toImage(), dark);
}

void SpaceMovesByMouseAndKeys::hidingEndsTheGesture() {
  QTest::mousePress(space_, Qt::LeftButton, {}, pixel({1, -1, 0.2}));
  space_->hide();
  QCOMPARE(ended_->count(), 1);
}

QTEST_MAIN(SpaceMovesByMouseAndKeys)
#include "space_moves_by_mouse_and_keys.moc"
