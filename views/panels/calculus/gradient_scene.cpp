#include "views/panels/calculus/gradient_views.h"
#include "views/panels/support/figure.h"
#include "views/panels/support/tex.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::panels::calculus::gradient_panel {

using scene::Dash;
using scene::Role;
using scene::Stroke;

namespace {

scene::Axis coordinateAxis(const QString& name) {
  return {name, -reach - 0.1, reach + 0.1};
}

/// The gradient as it is drawn: where it is steep it grows no longer than the picture has room for.
double drawnLength(double steepness, double typical) {
  constexpr double longest = 1.7;
  const double share = std::sqrt(steepness / typical); // slopes of a ravine differ by powers of ten
  return longest * share / (share + 1);
}

void addContours(scene::PlaneView& view, const Result& r) {
  const auto add = [&view](const geometry::LevelSet& set, const Stroke& stroke, const QString& name) {
    for (const geometry::LevelLine& line : set.lines)
      view.marks.push_back(scene::Curve{figure::toPoints(line.points), stroke, name});
  };
  for (const geometry::LevelSet& contour : *r.contours)
    add(contour, {Role::Ink, 1, Dash::Solid, 0.35}, Words::tr("Level %1").arg(contour.level, 0, 'g', 6));
  add(r.slopes->through, {Role::Ink, 2.6, Dash::Solid, 0.9}, Words::tr("The contour through the point"));
}

/// The gradient, the tangent of the contour at a right angle to it, and its shadow on u, which is as long as
/// the slope along u is steep.
void addGradient(scene::PlaneView& view, const Params& p, const Result& r) {
  const Slopes& s = *r.slopes;
  if (!s.hasGradient() || !(s.steepness() > 0) || !std::isfinite(s.steepness()))
    return;
  const Eigen::Vector2d way = s.forward / s.steepness();
  const Eigen::Vector2d across(-way.y(), way.x());
  const double length = drawnLength(s.steepness(), r.ground->typicalSlope);
  const Eigen::Vector2d tip = p.at + length * way;
  view.marks.push_back(
      scene::Curve{{figure::toPoint(p.at - 0.9 * across), figure::toPoint(p.at + 0.9 * across)},
                   Stroke{Role::Reference, 1.8, Dash::Dashed, 1},
                   Words::tr("Tangent of the contour: along it the slope is 0")});
  const double corner = std::min(0.13, 0.5 * length);
  view.marks.push_back(
      scene::Curve{{figure::toPoint(p.at + corner * across), figure::toPoint(p.at + corner * (across + way)),
                    figure::toPoint(p.at + corner * way)},
                   Stroke{Role::Ink, 1.2, Dash::Solid, 0.8},
                   Words::tr("A right angle")});
  const Eigen::Vector2d shadow = p.at + length * way.dot(r.u) * r.u;
  view.marks.push_back(scene::Curve{{figure::toPoint(tip), figure::toPoint(shadow)},
                                    Stroke{shadowRole, 1.4, Dash::Dotted, 1},
                                    Words::tr("From the gradient straight down onto the line of u")});
  view.marks.push_back(scene::Arrow{figure::toPoint(p.at), figure::toPoint(tip), Stroke{gradientRole, 3.2},
                                    QStringLiteral("\\nabla f"),
                                    Words::tr("The gradient; drawn shorter where it is very steep")});
  view.marks.push_back(scene::Arrow{figure::toPoint(p.at),
                                    figure::toPoint(shadow),
                                    Stroke{shadowRole, 4.5},
                                    {},
                                    Words::tr("Its shadow on u: the slope along u")});
}

/// 1, 2 or 5 times a power of ten, not below the number.
double roundedUp(double number) {
  if (!(number > 0) || !std::isfinite(number))
    return 1;
  const double power = std::pow(10, std::floor(std::log10(number)));
  for (const double part : {1.0, 2.0, 5.0})
    if (number <= part * power)
      return part * power;
  return 10 * power;
}

} // namespace

scene::Handle dialHandle(const Params& p, const Result& r) {
  return {QStringLiteral("dial"), Words::tr("Direction u"), figure::toPoint(p.at + dialRadius * r.u),
          directionRole, [at = p.at](QPointF to) {
            return scene::Assignments{{QStringLiteral("angle"), angleOf(figure::toVector(to) - at)}};
          }};
}

void addDial(scene::PlaneView& view, const Params& p, const Result& r) {
  figure::Outline circle = figure::unitCircle();
  for (Eigen::Vector2d& point : circle)
    point = p.at + dialRadius * point;
  view.marks.push_back(scene::Curve{figure::toPoints(circle), Stroke{directionRole, 1.3, Dash::Solid, 0.7},
                                    Words::tr("Dial of the direction")});
  view.marks.push_back(scene::Arrow{figure::toPoint(p.at), figure::toPoint(p.at + dialRadius * r.u),
                                    Stroke{directionRole, 2.2}, QStringLiteral("\\mathbf{u}"),
                                    Words::tr("Direction u, of length 1")});
}

scene::PlaneView mapView(const Params& p, const Result& r) {
  scene::PlaneView view;
  view.key = QStringLiteral("map");
  view.title = Words::tr("Map with contours");
  view.x = coordinateAxis(QStringLiteral("x"));
  view.y = coordinateAxis(QStringLiteral("y"));
  view.backgroundGrid = false;
  view.marks.push_back(scene::HeatMap{samplesAcross, samplesAcross, -reach, reach, -reach, reach,
                                      r.ground->field.values, r.ground->range.minimum,
                                      r.ground->range.maximum, 0.3, Words::tr("f(x, y)")});
  addContours(view, r);
  addDial(view, p, r);
  addGradient(view, p, r);
  if (!r.slopes->hasGradient())
    view.marks.push_back(scene::Label{
        figure::toPoint(p.at), tex::text(Words::tr("no gradient here")), Role::Warning, {0, 26}, true});
  view.handles.push_back(dialHandle(p, r));
  view.handles.push_back(figure::handle(QStringLiteral("point"), Words::tr("Point"), p.at, Role::Drag,
                                        QStringLiteral("x"), QStringLiteral("y")));
  return view;
}

scene::PlaneView curveView(const Params& p, const Result& r) {
  const Slopes& s = *r.slopes;
  scene::PlaneView view;
  view.key = QStringLiteral("curve");
  view.title = Words::tr("Slope in every direction");
  view.equalAspect = false;
  double largest = std::abs(s.along);
  for (const double slope : s.measured)
    if (std::isfinite(slope))
      largest = std::max(std::isfinite(largest) ? largest : 0, std::abs(slope));
  const double top = roundedUp(1.05 * largest);
  view.x = {tex::text(Words::tr("angle of")) + QStringLiteral("\\ \\mathbf{u}\\ (^\\circ)"), 0, 360};
  view.y = {QStringLiteral("D_{\\mathbf{u}} f"), -top, top};
  const double steepness = s.steepness();
  if (s.hasGradient() && steepness > 0 && std::isfinite(steepness)) {
    const double peak = angleOf(s.forward);
    view.marks.push_back(scene::Line{{0, steepness},
                                     {1, 0},
                                     Stroke{gradientRole, 1.3, Dash::Dashed, 0.8},
                                     Words::tr("Length of the gradient")});
    view.marks.push_back(scene::Curve{{{peak, 0}, {peak, steepness}},
                                      Stroke{gradientRole, 2.4, Dash::Solid, 1},
                                      Words::tr("Direction of the gradient")});
  }
  view.marks.push_back(
      scene::Curve{s.curve, Stroke{shadowRole, 2.6, Dash::Solid, 1}, Words::tr("The slope ∇f · u")});
  scene::Points dots{{}, Role::Ink, 2.6, 0.9, Words::tr("Measured by a tiny step along u")};
  const auto count = static_cast<double>(s.measured.size());
  for (std::size_t k = 0; k < s.measured.size(); ++k)
    if (std::isfinite(s.measured[k]))
      dots.points.emplace_back(360.0 * static_cast<double>(k) / count, s.measured[k]);
  view.marks.push_back(std::move(dots));
  view.marks.push_back(scene::Curve{{{p.angle, -top}, {p.angle, top}},
                                    Stroke{directionRole, 1.4, Dash::Dashed, 0.9},
                                    Words::tr("The direction u of the dial")});
  view.legend = {{Words::tr("measured"), Role::Ink}};
  if (s.hasGradient()) {
    view.legend.insert(view.legend.begin(), scene::LegendLine{Words::tr("∇f · u"), shadowRole});
    view.legend.push_back({Words::tr("∇f"), gradientRole});
  }
  const double height = std::isfinite(s.along) ? std::clamp(s.along, -top, top) : 0;
  view.handles.push_back({QStringLiteral("angle"), Words::tr("Angle of u"), QPointF(p.angle, height),
                          directionRole, [](QPointF to) {
                            return scene::Assignments{{QStringLiteral("angle"), to.x()}};
                          }});
  return view;
}

scene::Scene drawn(const Params& p, const Result& r) {
  scene::Scene scene;
  if (r.patch) {
    scene.views.emplace_back(squareView(p, r));
    scene.views.emplace_back(imageView(p, r));
    return scene;
  }
  scene.views.emplace_back(mapView(p, r));
  if (p.view == ViewKind::Graph)
    scene.views.emplace_back(graphView(p, r));
  if (p.view == ViewKind::All || p.view == ViewKind::Surface)
    scene.views.emplace_back(surfaceView(p, r));
  if (p.view == ViewKind::All || p.view == ViewKind::Curve)
    scene.views.emplace_back(curveView(p, r));
  return scene;
}

} // namespace eigenboard::panels::calculus::gradient_panel
