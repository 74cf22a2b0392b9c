#include "tests/render/space_scenes.h"
#include "views/render/space/surface_mesh.h"

#include <QtTest/QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <random>

using namespace eigenboard;
using namespace eigenboard::render::space; // the arithmetic of points

/// Contours have the height they are of, on the triangles exactly and on the function to the accuracy of
/// linear interpolation; a ray meets the surface where the surface is.
class SpaceLinesLieOnTheSurface : public QObject {
  Q_OBJECT

 private slots:
  void contoursLieOnTheirLevel();
  void aCircleIsOneClosedLine();
  void contoursBreakAtHoles();
  void heightsAreThoseOfTheTriangles();
  void raysMeetTheSurface();
  void theGridIsCutToTheBox();
};

namespace {

render::space::Box unitBox() {
  render::space::Box box;
  box.minimum = {-1, -1, -1};
  box.maximum = {1, 1, 1};
  box.half = {1, 1, 1};
  return box;
}

render::space::SurfaceMesh meshOf(const std::function<double(double, double)>& height, int columns,
                                  int rows) {
  return render::space::meshOf(tests::surfaceOf(height, columns, rows, -1, 1, -1, 1), unitBox());
}

} // namespace

void SpaceLinesLieOnTheSurface::contoursLieOnTheirLevel() {
  const auto height = [](double x, double y) { return 0.6 * std::sin(3 * x) * std::cos(2 * y); };
  constexpr int columns = 61;
  constexpr int rows = 41;
  const auto mesh = meshOf(height, columns, rows);
  // The error of linear interpolation on a triangle is at most half the largest second derivative (0.6 · 13
  // along any direction) times the square of its longest side.
  const double side = std::hypot(2.0 / (columns - 1), 2.0 / (rows - 1));
  const double accuracy = 0.5 * 0.6 * 13 * side * side;
  std::size_t points = 0;
  for (const double level : {-0.4, -0.1, 0.0, 0.13, 0.5})
    for (const auto& line : render::space::contourLines(mesh, level))
      for (const Point3& point : line) {
        ++points;
        QCOMPARE(point.z, level);
        QVERIFY(std::abs(mesh.heightAt(point.x, point.y).value() - level) < 1e-6);
        QVERIFY(std::abs(height(point.x, point.y) - level) <= accuracy);
      }
  QVERIFY(points > 500);
}

void SpaceLinesLieOnTheSurface::aCircleIsOneClosedLine() {
  const auto mesh = meshOf([](double x, double y) { return x * x + y * y - 0.5; }, 81, 81);
  const auto lines = render::space::contourLines(mesh, -0.01); // radius 0.7
  QCOMPARE(lines.size(), std::size_t(1));
  QVERIFY(lines.front().front() == lines.front().back());
  double length = 0;
  for (std::size_t i = 1; i < lines.front().size(); ++i)
    length += render::space::norm(lines.front()[i] - lines.front()[i - 1]);
  const double circle = 2 * std::numbers::pi * 0.7;
  QVERIFY2(std::abs(length - circle) < 0.005 * circle, qPrintable(QString::number(length)));
}

void SpaceLinesLieOnTheSurface::contoursBreakAtHoles() {
  scene::Surface surface = tests::surfaceOf([](double x, double) { return x; }, 21, 21, -1, 1, -1, 1);
  surface.heights[10 * 21 + 10] = std::numeric_limits<double>::quiet_NaN();
  const auto mesh = render::space::meshOf(surface, unitBox());
  const auto lines = render::space::contourLines(mesh, 0.05);
  QCOMPARE(lines.size(), std::size_t(2));
  for (const auto& line : lines)
    for (const Point3& point : line)
      QVERIFY(std::abs(point.y) >= 0.1 - 1e-12 && std::abs(point.x - 0.05) < 1e-6);
  QVERIFY(!mesh.heightAt(0.02, 0.02));
}

void SpaceLinesLieOnTheSurface::heightsAreThoseOfTheTriangles() {
  // A plane is met exactly by every triangle.
  const auto mesh = meshOf([](double x, double y) { return 0.2 + 0.3 * x - 0.4 * y; }, 7, 5);
  std::mt19937 random(5);
  std::uniform_real_distribution<double> unit(-1, 1);
  for (int i = 0; i < 300; ++i) {
    const double x = unit(random);
    const double y = unit(random);
    QVERIFY(std::abs(mesh.heightAt(x, y).value() - (0.2 + 0.3 * x - 0.4 * y)) < 1e-12);
  }
  QVERIFY(!mesh.heightAt(1.01, 0) && !mesh.heightAt(0, -1.01));
}

void SpaceLinesLieOnTheSurface::raysMeetTheSurface() {
  const auto height = [](double x, double y) { return 0.5 * std::cos(4 * x) * std::cos(3 * y); };
  const auto mesh = meshOf(height, 41, 41);
  std::mt19937 random(6);
  std::uniform_real_distribution<double> unit(-1, 1);
  int met = 0;
  for (int i = 0; i < 400; ++i) {
    const Point3 eye{4 * unit(random), 4 * unit(random), 3 + unit(random)};
    const double x = 0.98 * unit(random);
    const double y = 0.98 * unit(random);
    const Point3 target{x, y, mesh.heightAt(x, y).value()};
    const auto hit = render::space::firstHit(mesh, {eye, target - eye}, unitBox());
    QVERIFY(hit.has_value());
    // What is met lies on the surface, on the ray, and not behind the point that was aimed at.
    QVERIFY(std::abs(mesh.heightAt(hit->x, hit->y).value() - hit->z) < 1e-9);
    const Point3 way = *hit - eye;
    QVERIFY(render::space::norm(render::space::cross(way, target - eye)) <
            1e-9 * render::space::norm(way) * render::space::norm(target - eye) + 1e-9);
    QVERIFY(render::space::norm(way) <= render::space::norm(target - eye) + 1e-9);
    met += render::space::norm(*hit - target) < 1e-9 ? 1 : 0;
  }
  QVERIFY(met > 150);
  QVERIFY(!render::space::firstHit(mesh, {{0, 0, 3}, {0, 0, 1}}, unitBox()));
  QVERIFY(!render::space::firstHit(mesh, {{3, 0, 0}, {0, 1, 0}}, unitBox()));
}

void SpaceLinesLieOnTheSurface::theGridIsCutToTheBox() {
  // A surface three times as wide as the box, given from right to left.
  const auto height = [](double x, double y) { return 0.1 * x - 0.2 * y; };
  const auto mesh = render::space::meshOf(tests::surfaceOf(height, 8, 11, 3, -3, -3, 3), unitBox());
  QCOMPARE(mesh.x.front(), -1.0);
  QCOMPARE(mesh.x.back(), 1.0);
  QVERIFY(std::is_sorted(mesh.x.begin(), mesh.x.end()) && std::is_sorted(mesh.y.begin(), mesh.y.end()));
  for (const auto& vertex : mesh.vertices)
    QVERIFY(std::abs(vertex.at.z - height(vertex.at.x, vertex.at.y)) < 1e-9);
}

QTEST_APPLESS_MAIN(SpaceLinesLieOnTheSurface)
#include "space_lines_lie_on_the_surface.moc"
