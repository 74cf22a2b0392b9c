#include "tests/render/pictures.h"
#include "tests/render/space_scenes.h"
#include "views/render/space/space_painter.h"
#include "views/render/svg_device.h"

#include <Eigen/Dense>
#include <QtGui/QImage>
#include <QtGui/QPainter>
#include <QtTest/QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <random>

using namespace eigenboard;

/// What a pixel shows is what a ray through it meets first, found by trying every triangle: on an image and
/// in the polygons of a vector file, for random height fields and for planes that pass through them.
class SpaceHidesWhatIsHidden : public QObject {
  Q_OBJECT

 private slots:
  void pixelsShowTheNearestCell_data();
  void pixelsShowTheNearestCell();
  void linesBehindASurfaceAreFaint();
};

namespace {

constexpr int cells = 8;
const QSize size(560, 500);
const QRectF area(QPointF(0, 0), QSizeF(size));
const QColor planeColor(10, 20, 30);

scene::SpaceView randomView(unsigned seed, bool hasPlane, double opacity) {
  std::mt19937 random(seed);
  std::uniform_real_distribution<double> height(0.05, 0.95);
  scene::SpaceView view;
  view.x = {{}, 0, 1};
  view.y = {{}, 0, 1};
  view.z = {{}, 0, 1};
  scene::Surface surface =
      tests::surfaceOf([&](double, double) { return height(random); }, cells + 1, cells + 1, 0, 1, 0, 1);
  surface.shaded = false;
  surface.opacity = opacity;
  view.marks.push_back(surface);
  if (hasPlane)
    view.marks.push_back(
        scene::Plane3{{0.5, 0.5, 0.5}, {1, 0.6, 0.5}, scene::Fill{scene::Role::Drag, 1}, {}, {}});
  return view;
}

render::Theme plainTheme() {
  render::Theme theme = render::themeNamed(QStringLiteral("light"));
  theme.roles.at(static_cast<std::size_t>(scene::Role::Drag)) = planeColor;
  return theme;
}

QImage asImage(const scene::SpaceView& view, const scene::Camera& camera) {
  const render::Theme theme = plainTheme();
  render::PaintKit kit;
  kit.theme = &theme;
  kit.formulas = [](const QString&, int) { return typesetting::FormulaPointer(); };
  QImage image(size, QImage::Format_RGB32);
  image.fill(theme.surface);
  QPainter painter(&image);
  render::paintSpace(painter, view, camera, area, kit);
  painter.end();
  return image;
}

QImage asPolygons(const scene::SpaceView& view, const scene::Camera& camera, QString& error) {
  const render::Theme theme = plainTheme();
  render::PaintKit kit;
  kit.theme = &theme;
  kit.formulas = [](const QString&, int) { return typesetting::FormulaPointer(); };
  render::SvgDevice device({QSizeF(size), {}, {}, false});
  QPainter painter(&device);
  painter.fillRect(area, theme.surface);
  render::paintSpace(painter, view, camera, area, kit);
  painter.end();
  return tests::drawnByRsvg(device.bytes(), error);
}

/// What a ray meets first. triangle: −1 the plane, −2 nothing.
struct Meeting {
  int triangle = -2;
  double distance = 1e300;
  double height = 0;
};

Meeting firstMeeting(const scene::SpaceView& view, const render::space::SpaceFrame& frame, QPointF pixel) {
  const auto& surface = std::get<scene::Surface>(view.marks.front());
  const auto ray = frame.ray(pixel);
  const Eigen::Vector3d origin(ray.origin.x, ray.origin.y, ray.origin.z);
  const Eigen::Vector3d direction(ray.direction.x, ray.direction.y, ray.direction.z);
  Meeting nearest;
  const auto corner = [&surface](int i, int j) {
    return Eigen::Vector3d(static_cast<double>(i) / cells, static_cast<double>(j) / cells,
                           surface.heights[static_cast<std::size_t>(j * (cells + 1) + i)]);
  };
  for (int j = 0; j < cells; ++j)
    for (int i = 0; i < cells; ++i)
      for (const int half : {0, 1}) {
        const Eigen::Vector3d a = corner(i, j);
        const Eigen::Vector3d b = half == 0 ? corner(i + 1, j) : corner(i + 1, j + 1);
        const Eigen::Vector3d c = half == 0 ? corner(i + 1, j + 1) : corner(i, j + 1);
        // origin + t·direction = a + u·(b − a) + v·(c − a)
        Eigen::Matrix3d system;
        system << -direction, b - a, c - a;
        const Eigen::Vector3d solution = system.partialPivLu().solve(origin - a);
        if (!(solution[1] >= 0 && solution[2] >= 0 && solution[1] + solution[2] <= 1) ||
            solution[0] >= nearest.distance)
          continue;
        nearest = {2 * (j * cells + i) + half, solution[0], (origin + solution[0] * direction).z()};
      }
  if (view.marks.size() > 1) {
    const auto& plane = std::get<scene::Plane3>(view.marks.back());
    const Eigen::Vector3d normal(plane.normal.x, plane.normal.y, plane.normal.z);
    const Eigen::Vector3d through(plane.through.x, plane.through.y, plane.through.z);
    const double t = normal.dot(through - origin) / normal.dot(direction);
    const Eigen::Vector3d point = origin + t * direction;
    if (point.minCoeff() >= 0 && point.maxCoeff() <= 1 && t < nearest.distance)
      nearest = {-1, t, point.z()};
  }
  return nearest;
}

int difference(QRgb one, QRgb other) {
  return std::max({std::abs(qRed(one) - qRed(other)), std::abs(qGreen(one) - qGreen(other)),
                   std::abs(qBlue(one) - qBlue(other))});
}

} // namespace

void SpaceHidesWhatIsHidden::pixelsShowTheNearestCell_data() {
  QTest::addColumn<double>("azimuth");
  QTest::addColumn<double>("elevation");
  QTest::addColumn<bool>("hasPerspective");
  QTest::addColumn<bool>("hasPlane");
  QTest::addColumn<bool>("isVector");
  int row = 0;
  for (const bool isVector : {false, true})
    for (const bool hasPlane : {false, true})
      for (const bool hasPerspective : {false, true})
        for (const auto& [azimuth, elevation] :
             std::array<std::pair<double, double>, 4>{{{-57, 31}, {38, 12}, {151, 64}, {-120, -25}}})
          QTest::addRow("%d: %g° %g°%s%s%s", row++, azimuth, elevation, hasPerspective ? " perspective" : "",
                        hasPlane ? " plane" : "", isVector ? " svg" : "")
              << azimuth << elevation << hasPerspective << hasPlane << isVector;
}

void SpaceHidesWhatIsHidden::pixelsShowTheNearestCell() {
  QFETCH(const double, azimuth);
  QFETCH(const double, elevation);
  QFETCH(const bool, hasPerspective);
  QFETCH(const bool, hasPlane);
  QFETCH(const bool, isVector);
  scene::Camera camera;
  camera.azimuth = azimuth;
  camera.elevation = elevation;
  camera.distance = 2.5;
  camera.projection = hasPerspective ? scene::Projection::Perspective : scene::Projection::Orthographic;
  const scene::SpaceView view = randomView(static_cast<unsigned>(azimuth + 1000), hasPlane, 1);
  QString error;
  const QImage image = isVector ? asPolygons(view, camera, error) : asImage(view, camera);
  QVERIFY2(error.isEmpty(), qPrintable(error));
  QCOMPARE(image.size(), size);

  const auto frame = render::spaceFrame(view, camera, area);
  std::mt19937 random(3);
  std::uniform_int_distribution<int> across(5, size.width() - 6);
  std::uniform_int_distribution<int> down(5, size.height() - 6);
  int compared = 0;
  int planes = 0;
  for (int i = 0; i < 900; ++i) {
    const QPoint at(across(random), down(random));
    const QPointF centre(at.x() + 0.5, at.y() + 0.5);
    const Meeting meeting = firstMeeting(view, frame, centre);
    if (meeting.triangle == -2)
      continue;
    // Pixels near the rim of a triangle, or near one that is seen from its edge, show a mixture.
    bool isInside = true;
    for (const QPointF& offset : {QPointF(1.2, 0), QPointF(-1.2, 0), QPointF(0, 1.2), QPointF(0, -1.2)})
      isInside = isInside && firstMeeting(view, frame, centre + offset).triangle == meeting.triangle;
    for (int k = 0; isInside && k < 49; ++k) {
      const QPointF offset(0.5 * (k % 7 - 3), 0.5 * (k / 7 - 3));
      isInside = firstMeeting(view, frame, centre + offset).triangle == meeting.triangle;
    }
    if (!isInside)
      continue;
    ++compared;
    const QRgb found = image.pixel(at);
    if (meeting.triangle == -1) {
      ++planes;
      QVERIFY2(difference(found, planeColor.rgb()) <= 3,
               qPrintable(QStringLiteral("the plane is hidden at %1, %2").arg(at.x()).arg(at.y())));
      continue;
    }
    // On an image the colour is that of the height; a polygon has the colour of the mean of its corners, and
    // is an eighth of a cell's side, over which the random heights differ by no more than 0.9 / 8.
    std::vector<double> candidates{meeting.height};
    for (int step = -16; isVector && step <= 16; ++step)
      candidates.push_back(meeting.height + 0.9 / 8 * step / 16);
    int least = 255;
    for (const double candidate : candidates)
      least = std::min(least, difference(found, render::space::heightColor(candidate).rgb()));
    QVERIFY2(least <= 6, qPrintable(QStringLiteral("at %1, %2 the colour is %3 away from that of height %4")
                                        .arg(at.x())
                                        .arg(at.y())
                                        .arg(least)
                                        .arg(meeting.height)));
  }
  QVERIFY2(compared >= 100, qPrintable(QString::number(compared)));
  QVERIFY2(!hasPlane || planes >= 5, qPrintable(QString::number(planes)));
}

void SpaceHidesWhatIsHidden::linesBehindASurfaceAreFaint() {
  scene::SpaceView view;
  view.x = {{}, 0, 1};
  view.y = {{}, 0, 1};
  view.z = {{}, 0, 1};
  scene::Surface wall = tests::surfaceOf([](double, double) { return 0.9; }, 2, 2, 0, 1, 0, 1);
  wall.shaded = false;
  view.marks.push_back(wall);
  const scene::Stroke stroke{scene::Role::Drag, 6, scene::Dash::Solid, 1};
  view.marks.push_back(scene::Curve3{{{0.2, 0.5, 0.3}, {0.8, 0.5, 0.3}}, stroke, {}, false});
  view.marks.push_back(scene::Curve3{{{0.2, 0.5, 0.9}, {0.8, 0.5, 0.9}}, stroke, {}, false});
  scene::Camera camera;
  camera.elevation = 75;
  camera.azimuth = -90;
  const QImage image = asImage(view, camera);
  const auto frame = render::spaceFrame(view, camera, area);
  const auto colorAt = [&](double z) { return image.pixel(frame.toPixel({0.5, 0.5, z}).point().toPoint()); };
  QVERIFY(difference(colorAt(0.9), planeColor.rgb()) <= 3);
  // Underneath, the line is a trace: nearer to the surface's colour than to its own.
  const QRgb under = colorAt(0.3);
  QVERIFY(difference(under, render::space::heightColor(0.9).rgb()) < difference(under, planeColor.rgb()));
}

QTEST_MAIN(SpaceHidesWhatIsHidden)
#include "space_hides_what_is_hidden.moc"
