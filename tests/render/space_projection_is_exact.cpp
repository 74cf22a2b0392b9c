#include "tests/render/space_scenes.h"
#include "views/render/space/space_motion.h"
#include "views/render/space/space_painter.h"

#include <Eigen/Dense>
#include <Eigen/Geometry>
#include <QtTest/QTest>

#include <cmath>
#include <limits>
#include <numbers>
#include <random>

using namespace eigenboard;
using namespace eigenboard::render::space; // the arithmetic of points

/// Points of space come onto the picture as by the matrices of a camera, and back along their rays.
class SpaceProjectionIsExact : public QObject {
  Q_OBJECT

 private slots:
  void agreesWithTheMatrices();
  void raysLeadBack();
  void nearnessIsLinearOnThePicture();
  void theWholeBoxIsSeenAtZoomOne();
  void aUnitIsAsLongAlongEveryAxis();
  void standardViewsShowTheirAxes();
  void badCamerasAndAxesAreReplaced();
};

namespace {

const QRectF area(30, 20, 640, 520);

scene::SpaceView unevenView() {
  scene::SpaceView view;
  view.x = {{}, -2, 5};
  view.y = {{}, 10, 11};
  view.z = {{}, -1e-3, 4e-3};
  return view;
}

scene::Camera randomCamera(std::mt19937& random) {
  std::uniform_real_distribution<double> unit(0, 1);
  scene::Camera camera;
  camera.azimuth = -180 + 360 * unit(random);
  camera.elevation = -90 + 180 * unit(random);
  camera.zoom = 0.5 + 3 * unit(random);
  camera.distance = 1.6 + 6 * unit(random);
  camera.projection = unit(random) < 0.5 ? scene::Projection::Perspective : scene::Projection::Orthographic;
  return camera;
}

Point3 randomPoint(std::mt19937& random, const scene::SpaceView& view) {
  std::uniform_real_distribution<double> unit(0, 1);
  const auto on = [&](const scene::Axis& axis) {
    return axis.minimum + (axis.maximum - axis.minimum) * unit(random);
  };
  return {on(view.x), on(view.y), on(view.z)};
}

/// The whole way by matrices: the ranges to the box, the turn to the camera (rotations about the axes), the
/// perspective division, and the window.
QPointF byMatrices(const Point3& point, const scene::SpaceView& view, const scene::Camera& camera,
                   const render::space::SpaceFrame& frame) {
  const Eigen::Vector3d half(1, 1, 0.72);
  Eigen::Affine3d toBox = Eigen::Affine3d::Identity();
  const Eigen::Vector3d least(view.x.minimum, view.y.minimum, view.z.minimum);
  const Eigen::Vector3d most(view.x.maximum, view.y.maximum, view.z.maximum);
  toBox = Eigen::Scaling(Eigen::Vector3d(2 * half.cwiseQuotient(most - least))) *
          Eigen::Translation3d(-(least + most) / 2);
  constexpr double degree = std::numbers::pi / 180;
  // The camera looks along −z with x to the right, once the azimuth is turned to −90° and the scene is
  // tipped.
  const Eigen::Matrix3d turn =
      (Eigen::AngleAxisd((camera.elevation - 90) * degree, Eigen::Vector3d::UnitX()) *
       Eigen::AngleAxisd(-(camera.azimuth + 90) * degree, Eigen::Vector3d::UnitZ()))
          .toRotationMatrix();
  const Eigen::Vector3d seen = turn * (toBox * Eigen::Vector3d(point.x, point.y, point.z));
  const double distance = camera.distance * half.norm();
  Eigen::Matrix4d perspective = Eigen::Matrix4d::Identity();
  if (camera.projection == scene::Projection::Perspective)
    perspective.row(3) << 0, 0, -1 / distance, 1;
  const Eigen::Vector4d homogeneous = perspective * seen.homogeneous();
  const Eigen::Vector3d flat = homogeneous.hnormalized();
  const QPointF centre = frame.centre();
  return {centre.x() + frame.scale() * flat.x(), centre.y() - frame.scale() * flat.y()};
}

} // namespace

void SpaceProjectionIsExact::agreesWithTheMatrices() {
  std::mt19937 random(7);
  const scene::SpaceView view = unevenView();
  for (int i = 0; i < 500; ++i) {
    const scene::Camera camera = randomCamera(random);
    const auto frame = render::spaceFrame(view, camera, area);
    const Point3 point = randomPoint(random, view);
    const QPointF expected = byMatrices(point, view, camera, frame);
    const QPointF found = frame.toPixel(point).point();
    QVERIFY2(std::hypot(found.x() - expected.x(), found.y() - expected.y()) < 1e-9 * frame.scale(),
             qPrintable(QStringLiteral("camera %1: %2 px away")
                            .arg(i)
                            .arg(std::hypot(found.x() - expected.x(), found.y() - expected.y()))));
  }
}

void SpaceProjectionIsExact::raysLeadBack() {
  std::mt19937 random(8);
  const scene::SpaceView view = unevenView();
  for (int i = 0; i < 500; ++i) {
    const auto frame = render::spaceFrame(view, randomCamera(random), area);
    const Point3 point = frame.box().toBox(randomPoint(random, view));
    const auto ray = frame.boxRay(frame.boxToPixel(point).point());
    const Eigen::Vector3d origin(ray.origin.x, ray.origin.y, ray.origin.z);
    const Eigen::Vector3d direction(ray.direction.x, ray.direction.y, ray.direction.z);
    const Eigen::ParametrizedLine<double, 3> line(origin, direction.normalized());
    QVERIFY(line.distance(Eigen::Vector3d(point.x, point.y, point.z)) < 1e-9);
    // The eye is outside the box and looks inwards.
    QVERIFY((Eigen::Vector3d(point.x, point.y, point.z) - origin).dot(direction) > 0);
  }
}

void SpaceProjectionIsExact::nearnessIsLinearOnThePicture() {
  std::mt19937 random(9);
  const scene::SpaceView view = unevenView();
  for (int i = 0; i < 200; ++i) {
    const auto frame = render::spaceFrame(view, randomCamera(random), area);
    const Point3 from = frame.box().toBox(randomPoint(random, view));
    const Point3 to = frame.box().toBox(randomPoint(random, view));
    const auto start = frame.boxToPixel(from);
    const auto end = frame.boxToPixel(to);
    const double length = std::hypot(end.x - start.x, end.y - start.y);
    if (length < 5)
      continue;
    const auto middle = frame.boxToPixel(0.5 * (from + to));
    const double share = std::hypot(middle.x - start.x, middle.y - start.y) / length;
    QVERIFY(std::abs(start.nearness + share * (end.nearness - start.nearness) - middle.nearness) < 1e-9);
  }
}

void SpaceProjectionIsExact::theWholeBoxIsSeenAtZoomOne() {
  for (const bool equal : {false, true})
    for (int azimuth = -180; azimuth < 180; azimuth += 15)
      for (int elevation = -90; elevation <= 90; elevation += 15) {
        scene::SpaceView view;
        view.equalAspect = equal;
        scene::Camera camera;
        camera.azimuth = azimuth;
        camera.elevation = elevation;
        const auto frame = render::spaceFrame(view, camera, area);
        for (const double x : {-4, 4})
          for (const double y : {-4, 4})
            for (const double z : {-4, 4})
              QVERIFY(area.contains(frame.toPixel({x, y, z}).point()));
      }
}

void SpaceProjectionIsExact::aUnitIsAsLongAlongEveryAxis() {
  scene::SpaceView view;
  view.x = {{}, -1, 3};
  view.y = {{}, 0, 2};
  view.z = {{}, -5, 5};
  view.equalAspect = true;
  const auto box = render::space::boxOf(view);
  const auto lengthOf = [&box](const Point3& step) {
    return render::space::norm(box.toBox(step) - box.toBox({0, 0, 0}));
  };
  QVERIFY(std::abs(lengthOf({1, 0, 0}) - lengthOf({0, 0, 1})) < 1e-12);
  QVERIFY(std::abs(lengthOf({0, 1, 0}) - lengthOf({0, 0, 1})) < 1e-12);
}

void SpaceProjectionIsExact::standardViewsShowTheirAxes() {
  scene::SpaceView view;
  const auto all = render::space::standardViews();
  QCOMPARE(all.size(), std::size_t(4));
  const auto pictureOf = [&](std::size_t which, const Point3& direction) {
    const auto frame = render::spaceFrame(view, render::space::seenFrom(all.at(which), {}), area);
    return frame.toPixel(direction).point() - frame.toPixel({0, 0, 0}).point();
  };
  // From above: x to the right, y up; z is seen from its end.
  QVERIFY(pictureOf(0, {1, 0, 0}).x() > 10 && std::abs(pictureOf(0, {1, 0, 0}).y()) < 1e-6);
  QVERIFY(pictureOf(0, {0, 1, 0}).y() < -10 && std::abs(pictureOf(0, {0, 1, 0}).x()) < 1e-6);
  QVERIFY(pictureOf(0, {0, 0, 1}).manhattanLength() < 1e-6);
  // From the front: x to the right, z up. From the side: y to the right, z up.
  QVERIFY(pictureOf(1, {1, 0, 0}).x() > 10 && pictureOf(1, {0, 0, 1}).y() < -10);
  QVERIFY(pictureOf(2, {0, 1, 0}).x() > 10 && pictureOf(2, {0, 0, 1}).y() < -10);
  // Isometric: with equal units, the three axes are equally long and at 120°.
  view.equalAspect = true;
  const QPointF x = pictureOf(3, {1, 0, 0});
  const QPointF y = pictureOf(3, {0, 1, 0});
  const QPointF z = pictureOf(3, {0, 0, 1});
  const auto length = [](QPointF way) { return std::hypot(way.x(), way.y()); };
  QVERIFY(std::abs(length(x) - length(y)) < 1e-9 && std::abs(length(x) - length(z)) < 1e-9);
  QVERIFY(std::abs(std::abs(QPointF::dotProduct(x, y)) / (length(x) * length(y)) - 0.5) < 1e-9);
  QVERIFY(std::abs(std::abs(QPointF::dotProduct(x, z)) / (length(x) * length(z)) - 0.5) < 1e-9);
}

void SpaceProjectionIsExact::badCamerasAndAxesAreReplaced() {
  constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
  constexpr double infinity = std::numeric_limits<double>::infinity();
  for (const double bad : {notANumber, infinity, -infinity, 1e300, -1e300, 0.0}) {
    scene::SpaceView view;
    view.x = {{}, bad, bad};
    view.y = {{}, 4, bad};
    view.z = {{}, bad, 1};
    const scene::Camera camera{bad, bad, bad, bad, scene::Projection::Perspective};
    const auto frame = render::spaceFrame(view, camera, area);
    const auto middle = frame.boxToPixel({0, 0, 0});
    QVERIFY(std::isfinite(middle.x) && std::isfinite(middle.y) && std::isfinite(middle.nearness));
    const auto corner = frame.boxToPixel(frame.box().half);
    QVERIFY(std::isfinite(corner.x) && std::isfinite(corner.y) && corner.nearness > 0);
  }
}

QTEST_APPLESS_MAIN(SpaceProjectionIsExact)
#include "space_projection_is_exact.moc"
