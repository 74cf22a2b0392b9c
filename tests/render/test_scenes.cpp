#include "tests/render/test_scenes.h"

#include <cmath>
#include <numbers>

namespace eigenboard::tests {
namespace {

using namespace scene;

struct Map {
  QPointF first;
  QPointF second;
  QPointF operator()(QPointF point) const { return point.x() * first + point.y() * second; }
};

std::vector<QPointF> image(const Map& map, const std::vector<QPointF>& points) {
  std::vector<QPointF> images;
  for (const QPointF& point : points)
    images.push_back(map(point));
  return images;
}

std::vector<QPointF> circle(double radius) {
  std::vector<QPointF> points;
  for (int i = 0; i <= 96; ++i) {
    const double angle = 2 * std::numbers::pi * i / 96;
    points.push_back(radius * QPointF(std::cos(angle), std::sin(angle)));
  }
  return points;
}

const std::vector<QPointF> letterF{{0.25, 0.15}, {0.25, 0.85}, {0.75, 0.85}, {0.75, 0.7},  {0.42, 0.7},
                                   {0.42, 0.58}, {0.65, 0.58}, {0.65, 0.43}, {0.42, 0.43}, {0.42, 0.15}};

Handle handle(const QString& key, const QString& name, QPointF position, Role role) {
  return {
      key, name, position, role, [key](QPointF point) {
        return Assignments{{key + QStringLiteral("x"), point.x()}, {key + QStringLiteral("y"), point.y()}};
      }};
}

} // namespace

PlaneView transformView(QPointF first, QPointF second, QPointF v) {
  const Map map{first, second};
  const double determinant = first.x() * second.y() - first.y() * second.x();
  const Role orientation = determinant < 0 ? Role::Negative : Role::Positive;
  PlaneView view;
  view.key = QStringLiteral("plane");
  view.x = {QStringLiteral("x_1"), -4, 4};
  view.y = {QStringLiteral("x_2"), -4, 4};
  view.marks.push_back(Lattice{{0, 0}, first, second, {Role::Response, 1, Dash::Solid, 0.55}});
  view.marks.push_back(Region{image(map, {{0, 0}, {1, 0}, {1, 1}, {0, 1}}), Fill{orientation, 0.22},
                              Stroke{orientation, 1.5, Dash::Solid, 0.9},
                              QStringLiteral("Image of the unit square")});
  view.marks.push_back(
      Region{image(map, letterF), Fill{Role::Ink, 0.75}, std::nullopt, QStringLiteral("Letter F")});
  view.marks.push_back(Curve{image(map, circle(1)),
                             {Role::ResponseSecond, 1.5, Dash::Dashed, 1},
                             QStringLiteral("Image of the unit circle")});
  view.marks.push_back(Arrow{
      {0, 0}, v, {Role::Muted, 2.5, Dash::Solid, 1}, QStringLiteral("\\mathbf{v}"), QStringLiteral("v")});
  view.marks.push_back(Arrow{{0, 0},
                             map(v),
                             {Role::Response, 3, Dash::Solid, 1},
                             QStringLiteral("A\\mathbf{v}"),
                             QStringLiteral("Av")});
  view.marks.push_back(Arrow{{0, 0},
                             first,
                             {Role::Drag, 3.5, Dash::Solid, 1},
                             QStringLiteral("A\\mathbf{e}_1"),
                             QStringLiteral("Ae1")});
  view.marks.push_back(Arrow{{0, 0},
                             second,
                             {Role::DragSecond, 3.5, Dash::Solid, 1},
                             QStringLiteral("A\\mathbf{e}_2"),
                             QStringLiteral("Ae2")});
  view.marks.push_back(
      Label{0.5 * (first + second), QStringLiteral("%1").arg(determinant, 0, 'f', 2), orientation, {0, 14}});
  view.handles.push_back(
      handle(QStringLiteral("e1"), QStringLiteral("Tip of the first basis vector"), first, Role::Drag));
  view.handles.push_back(handle(QStringLiteral("e2"), QStringLiteral("Tip of the second basis vector"),
                                second, Role::DragSecond));
  view.handles.push_back(handle(QStringLiteral("v"), QStringLiteral("Tip of v"), v, Role::Muted));
  return view;
}

Scene transformScene() {
  return {{transformView({1.5, 0.3}, {0.5, 1.2}, {-1.5, 1})}};
}

Scene eigenScene() {
  PlaneView plane;
  plane.key = QStringLiteral("plane");
  plane.title = QStringLiteral("The plane");
  plane.x = {QStringLiteral("x_1"), -4, 4};
  plane.y = {QStringLiteral("x_2"), -4, 4};
  plane.marks.push_back(
      Line{{0, 0}, {1, 1}, {Role::Highlight, 2.5, Dash::Solid, 1}, QStringLiteral("Eigen-line of 3")});
  plane.marks.push_back(
      Line{{0, 0}, {1, -1}, {Role::Reference, 1.5, Dash::Dashed, 1}, QStringLiteral("Eigen-line of 1")});
  plane.marks.push_back(Label{{2.6, 3.1}, QStringLiteral("\\lambda_1 = 3"), Role::Highlight, {0, 0}});
  std::vector<QPointF> trail{{1, 0.25}};
  for (int k = 0; k < 6; ++k) {
    const QPointF at = trail.back();
    const QPointF next(2 * at.x() + at.y(), at.x() + 2 * at.y());
    trail.push_back(next / std::hypot(next.x(), next.y()));
  }
  plane.marks.push_back(Curve{trail, {Role::Response, 1.2, Dash::Dotted, 0.9}, QStringLiteral("Trail")});
  plane.marks.push_back(Points{trail, Role::Response, 3.5, 0.7, QStringLiteral("Iterates")});
  plane.marks.push_back(Arrow{{0, 0},
                              {2.25, 1.5},
                              {Role::Response, 3, Dash::Solid, 1},
                              QStringLiteral("A\\mathbf{v}"),
                              QStringLiteral("Av")});
  plane.marks.push_back(Arrow{{0, 0},
                              {1, 0.25},
                              {Role::Drag, 3.5, Dash::Solid, 1},
                              QStringLiteral("\\mathbf{v}"),
                              QStringLiteral("v")});
  plane.handles.push_back(handle(QStringLiteral("v"), QStringLiteral("Tip of v"), {1, 0.25}, Role::Drag));

  PlaneView chart;
  chart.key = QStringLiteral("rayleigh");
  chart.title = QStringLiteral("Rayleigh quotient");
  chart.x = {QStringLiteral("k\\ \\text{(steps)}"), 0, 12};
  chart.y = {QStringLiteral("\\rho(\\mathbf{v}_k)"), 2, 3.2};
  chart.equalAspect = false;
  std::vector<QPointF> quotients;
  for (int k = 0; k <= 12; ++k)
    quotients.emplace_back(k, 3 - 0.8 * std::pow(9.0, -0.5 * k));
  chart.marks.push_back(
      Line{{0, 3}, {1, 0}, {Role::Reference, 1.5, Dash::Dashed, 1}, QStringLiteral("Largest eigenvalue")});
  chart.marks.push_back(Curve{quotients, {Role::Response, 2, Dash::Solid, 0.6}, QString()});
  chart.marks.push_back(Points{quotients, Role::Response, 4, 1, QStringLiteral("Rayleigh quotient")});
  return {{plane, chart}};
}

Scene heatScene() {
  PlaneView view;
  view.key = QStringLiteral("plane");
  view.x = {QStringLiteral("x"), -2, 2};
  view.y = {QStringLiteral("y"), -2, 2};
  view.backgroundGrid = false;
  HeatMap map{41, 31, -2, 2, -1.5, 1.5, {}, -1, 1, 0.4, QStringLiteral("f")};
  for (int row = 0; row < map.rows; ++row)
    for (int column = 0; column < map.columns; ++column) {
      const double x = -2 + 4.0 * column / (map.columns - 1);
      const double y = -1.5 + 3.0 * row / (map.rows - 1);
      const bool isHole = std::hypot(x - 1, y - 0.5) < 0.3;
      map.values.push_back(isHole ? std::nan("") : std::sin(2 * x) * std::cos(2 * y));
    }
  view.marks.push_back(map);
  view.marks.push_back(Curve{circle(1.2), {Role::Drag, 2.5, Dash::Solid, 1}, QStringLiteral("Circle")});
  view.marks.push_back(Label{{-1, 0}, QStringLiteral("f(x, y)"), Role::Ink, {0, 0}});
  return {{view}};
}

} // namespace eigenboard::tests
