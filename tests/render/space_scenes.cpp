#include "tests/render/space_scenes.h"

#include <cmath>

namespace eigenboard::tests {

using namespace scene;

namespace {

Handle3 handle3(const QString& key, const QString& name, Point3 position, Role role, Motion3 motion) {
  return {key,
          name,
          position,
          role,
          [key](Point3 point) {
            return Assignments{{key + QStringLiteral("x"), point.x},
                               {key + QStringLiteral("y"), point.y},
                               {key + QStringLiteral("z"), point.z}};
          },
          motion};
}

} // namespace

Surface surfaceOf(const std::function<double(double, double)>& height, int columns, int rows, double left,
                  double right, double front, double back) {
  Surface surface;
  surface.columns = columns;
  surface.rows = rows;
  surface.left = left;
  surface.right = right;
  surface.front = front;
  surface.back = back;
  for (int j = 0; j < rows; ++j)
    for (int i = 0; i < columns; ++i)
      surface.heights.push_back(
          height(left + (right - left) * i / (columns - 1), front + (back - front) * j / (rows - 1)));
  return surface;
}

SpaceView rosenbrockSpace() {
  const auto height = [](double x, double y) {
    return std::log10(1 + (1 - x) * (1 - x) + 100 * std::pow(y - x * x, 2));
  };
  SpaceView view;
  view.key = QStringLiteral("rosenbrock");
  view.title = QStringLiteral("Rosenbrock’s valley");
  view.x = {QStringLiteral("x_1"), -2, 2};
  view.y = {QStringLiteral("x_2"), -1, 3};
  view.z = {QStringLiteral("\\log_{10}(1 + f)"), 0, 3.5};
  view.camera.azimuth = 52;
  view.camera.elevation = 36;
  Surface surface = surfaceOf(height, 100, 100, -2, 2, -1, 3);
  surface.name = QStringLiteral("Rosenbrock’s function");
  for (double level = 0.25; level < 3.5; level += 0.25)
    surface.contourLevels.push_back(level);
  view.marks.push_back(surface);
  Curve3 path;
  Points3 steps;
  double x = -1.5;
  double y = 2.6;
  for (int k = 0; k < 4000; ++k) {
    if (k % 8 == 0)
      path.points.push_back({x, y, height(x, y)});
    if (k % 400 == 0)
      steps.points.push_back({x, y, height(x, y)});
    const double dx = -2 * (1 - x) - 400 * x * (y - x * x);
    const double dy = 200 * (y - x * x);
    x -= 0.0009 * dx;
    y -= 0.0009 * dy;
  }
  path.stroke = {Role::Warning, 2.5, Dash::Solid, 1};
  path.name = QStringLiteral("Descent");
  steps.role = Role::Warning;
  steps.name = QStringLiteral("Steps");
  view.marks.push_back(path);
  view.marks.push_back(steps);
  view.marks.push_back(Label3{{1, 1, 0}, QStringLiteral("x^\\star"), Role::Warning, {0, -18}});
  view.handles.push_back(handle3(QStringLiteral("start"), QStringLiteral("Start of the descent"),
                                 {-1.5, 2.6, height(-1.5, 2.6)}, Role::Drag, Motion3::OnSurface));
  return view;
}

SpaceView bellSpace() {
  SpaceView view;
  view.key = QStringLiteral("bell");
  view.title = QStringLiteral("Density of two correlated variables");
  view.x = {QStringLiteral("x"), -3, 3};
  view.y = {QStringLiteral("y"), -3, 3};
  view.z = {QStringLiteral("p(x, y)"), 0, 0.2};
  Surface surface = surfaceOf(
      [](double x, double y) {
        return std::exp(-(x * x - 1.0 * x * y + y * y) / 1.5) / (2 * 3.14159265358979 * std::sqrt(0.75));
      },
      81, 81, -3, 3, -3, 3);
  surface.name = QStringLiteral("Density");
  surface.wire = Stroke{Role::Ink, 0.7, Dash::Solid, 0.28};
  surface.wireEvery = 5;
  view.marks.push_back(surface);
  view.handles.push_back(
      handle3(QStringLiteral("mean"), QStringLiteral("Mean"), {0, 0, 0}, Role::Drag, Motion3::Horizontal));
  return view;
}

SpaceView saddleSpace() {
  const auto height = [](double x, double y) { return x * x - y * y; };
  SpaceView view;
  view.key = QStringLiteral("saddle");
  view.x = {QStringLiteral("x_1"), -2, 2};
  view.y = {QStringLiteral("x_2"), -2, 2};
  view.z = {QStringLiteral("f(\\mathbf{x})"), -4, 4};
  view.camera.azimuth = -52;
  Surface surface = surfaceOf(height, 61, 61, -2, 2, -2, 2);
  surface.name = QStringLiteral("Saddle");
  for (double level = -3.5; level < 4; level += 0.5)
    surface.contourLevels.push_back(level);
  view.marks.push_back(surface);
  Point3 at{1.7, 0.06, height(1.7, 0.06)};
  for (int step = 0; step < 9; ++step) {
    Curve3 leg;
    leg.hasHead = true;
    leg.stroke = {Role::Warning, 2.5, Dash::Solid, 1};
    const double x = at.x - 0.14 * 2 * at.x;
    const double y = at.y + 0.14 * 2 * at.y * 1.6;
    for (int k = 0; k <= 20; ++k) {
      const double u = at.x + (x - at.x) * k / 20;
      const double v = at.y + (y - at.y) * k / 20;
      leg.points.push_back({u, v, height(u, v)});
    }
    at = {x, y, height(x, y)};
    view.marks.push_back(leg);
  }
  view.marks.push_back(Points3{{{0, 0, 0}}, Role::Ink, 4, 1, QStringLiteral("Saddle point")});
  view.marks.push_back(Label3{{0, 0, 0}, QStringLiteral("\\nabla f = \\mathbf{0}"), Role::Ink, {0, -20}});
  view.handles.push_back(handle3(QStringLiteral("start"), QStringLiteral("Start"),
                                 {1.7, 0.06, height(1.7, 0.06)}, Role::Drag, Motion3::OnSurface));
  return view;
}

double gripsHeight(double x, double y) {
  return 0.1 * (x * x - y * y) + 0.2;
}

SpaceView gripsSpace(Point3 first) {
  SpaceView view;
  view.key = QStringLiteral("space");
  view.x = {QStringLiteral("x"), -3, 3};
  view.y = {QStringLiteral("y"), -3, 3};
  view.z = {QStringLiteral("z"), -2, 2};
  Surface surface = surfaceOf(gripsHeight, 61, 61, -3, 3, -3, 3);
  surface.name = QStringLiteral("Saddle");
  view.marks = {
      surface,
      Arrow3{
          {-2, -2, 1.5}, {-1, -2, 1.8}, {}, QStringLiteral("\\mathbf{a} = 1"), QStringLiteral("Vector a")}};
  const auto add = [&view](const QString& key, const QString& name, Point3 at, Motion3 motion) {
    view.handles.push_back(handle3(key, name, at, Role::Drag, motion));
  };
  add(QStringLiteral("p"), QStringLiteral("Point"), first, Motion3::OnSurface);
  add(QStringLiteral("q"), QStringLiteral("Flat point"), {-1.5, 1, 1}, Motion3::Horizontal);
  add(QStringLiteral("r"), QStringLiteral("Upright point"), {2, 2, 1}, Motion3::Upright);
  return view;
}

SpaceView planesSpace() {
  SpaceView view;
  view.key = QStringLiteral("planes");
  view.title = QStringLiteral("Two planes meet in a line");
  view.x = {QStringLiteral("x_1"), -3, 3};
  view.y = {QStringLiteral("x_2"), -3, 3};
  view.z = {QStringLiteral("x_3"), -3, 3};
  view.equalAspect = true;
  view.camera.azimuth = 38;
  view.camera.elevation = 22;
  view.marks.push_back(Plane3{{0, 0, 0},
                              {0.3, -0.35, 1},
                              Fill{Role::Response, 0.45},
                              Stroke{Role::Response, 1.5, Dash::Solid, 1},
                              QStringLiteral("First plane")});
  view.marks.push_back(Plane3{{0, 0, 0},
                              {1, 0.9, 0.25},
                              Fill{Role::Negative, 0.45},
                              Stroke{Role::Negative, 1.5, Dash::Solid, 1},
                              QStringLiteral("Second plane")});
  view.marks.push_back(Arrow3{{0, 0, 0},
                              {1.95, 0.15, -0.53},
                              {Role::Drag, 3.5, Dash::Solid, 1},
                              QStringLiteral("\\mathbf{b}_1"),
                              QStringLiteral("b1")});
  view.marks.push_back(Arrow3{{0, 0, 0},
                              {0.2, 2.2, 0.71},
                              {Role::DragSecond, 3.5, Dash::Solid, 1},
                              QStringLiteral("\\mathbf{b}_2"),
                              QStringLiteral("b2")});
  view.marks.push_back(Arrow3{{0, 0, 0},
                              {0.7, -0.8, 2.3},
                              {Role::Positive, 3.5, Dash::Solid, 1},
                              QStringLiteral("\\mathbf{n}"),
                              QStringLiteral("n")});
  view.marks.push_back(Arrow3{{0, 0, 0},
                              {-1.6, -1.4, -1.9},
                              {Role::Ink, 3, Dash::Solid, 1},
                              QStringLiteral("\\mathbf{x}"),
                              QStringLiteral("x")});
  view.handles.push_back(handle3(QStringLiteral("n"), QStringLiteral("Tip of the normal"), {0.7, -0.8, 2.3},
                                 Role::Positive, Motion3::Upright));
  return view;
}

} // namespace eigenboard::tests
