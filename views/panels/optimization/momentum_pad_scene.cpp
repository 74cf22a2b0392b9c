#include "views/panels/optimization/momentum_pad_words.h"
#include "views/panels/support/figure.h"
#include "views/panels/support/speech.h"
#include "views/panels/support/tex.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::panels::optimization::momentum_pad_panel {

using scene::Dash;
using scene::Role;
using scene::Stroke;

namespace {

/// What leaves the picture is drawn no further than so far beyond it.
constexpr double farthest = 20;
/// Powers of ten that the logarithmic picture shows.
constexpr double deepest = -8;

double height(HeightKind kind, double position) {
  if (kind == HeightKind::Plain)
    return std::clamp(position, -farthest, farthest);
  return std::clamp(std::log10(std::abs(position)), 4 * deepest, farthest);
}

/// The way of a mode from one step to another, up to where it has left the picture for good.
std::vector<QPointF> graphOf(const Mode& mode, HeightKind kind, int from, int to) {
  std::vector<QPointF> points;
  for (int k = from; k <= to; ++k) {
    const double position = mode.way[static_cast<std::size_t>(k)];
    points.emplace_back(k, height(kind, position));
    if (kind == HeightKind::Plain && std::abs(position) > farthest)
      break;
  }
  return points;
}

void addGuide(scene::PlaneView& view, const Mode& mode, Role role, int last) {
  const double first = std::log10(std::abs(mode.way.front()));
  const double slope = std::log10(mode.rate.factor);
  if (!std::isfinite(first) || !std::isfinite(slope))
    return;
  view.marks.push_back(scene::Curve{{{0, first}, {static_cast<double>(last), first + slope * last}},
                                    Stroke{role, 1.2, Dash::Dashed, 0.7},
                                    Words::tr("The slope that the factor foretells")});
}

/// Half the height that holds what is drawn: momentum may first carry a mode away from the minimum.
double reachOf(const Result& r) {
  double farthestOut = 0;
  for (const Mode& mode : r.modes)
    for (const double position : mode.way)
      farthestOut = std::max(farthestOut, std::abs(position));
  return farthestOut <= 1.2 ? 1.2 : farthestOut <= 2 ? 2 : farthestOut <= 3 ? 3 : 5;
}

scene::PlaneView modesView(const Params& p, const Result& r) {
  scene::PlaneView view;
  view.key = QStringLiteral("modes");
  view.title = Words::tr("Each mode, step by step");
  view.equalAspect = false;
  const int last = std::max(p.shown, r.step());
  view.x = {QStringLiteral("\\text{%1}\\ k").arg(Words::tr("step")), 0, static_cast<double>(last)};
  view.y = p.height == HeightKind::Plain
               ? scene::Axis{QStringLiteral("x_i"), -reachOf(r), reachOf(r)}
               : scene::Axis{QStringLiteral("\\log_{10}\\lvert x_i\\rvert"), deepest, 1};
  for (std::size_t i = 0; i < r.modes.size(); ++i) {
    const Mode& mode = r.modes[i];
    const Role role = roleOf(i, r.modes.size());
    if (p.height == HeightKind::Logarithm)
      addGuide(view, mode, role, last);
    view.marks.push_back(scene::Curve{
        graphOf(mode, p.height, r.step(), last), Stroke{role, 1.8, Dash::Solid, r.step() > 0 ? 0.45 : 0.9},
        Words::tr("λ = %1, the steps to come").arg(shortNumber(mode.curvature))});
    if (r.step() > 0) {
      view.marks.push_back(scene::Curve{graphOf(mode, p.height, 0, r.step()),
                                        Stroke{role, 2.6, Dash::Solid, 1},
                                        Words::tr("λ = %1").arg(shortNumber(mode.curvature))});
      view.marks.push_back(scene::Points{
          {{static_cast<double>(r.step()), height(p.height, mode.way[static_cast<std::size_t>(r.step())])}},
          role,
          4.5,
          1,
          Words::tr("λ = %1, now").arg(shortNumber(mode.curvature))});
    }
    view.legend.push_back(
        {Words::tr("λ = %1: ×%2, %3")
             .arg(shortNumber(mode.curvature), speech::number(mode.rate.factor, 3), nameOf(mode.rate.regime)),
         role});
  }
  return view;
}

/// An ellipse on which the quadratic has one value: so high over the steepest direction.
std::vector<QPointF> ellipse(const Result& r, double radius) {
  const double stretch = 1 / std::sqrt(r.modes.front().curvature);
  std::vector<QPointF> points;
  for (const Eigen::Vector2d& point : figure::unitCircle())
    points.emplace_back(radius * stretch * point.x(), radius * point.y());
  return points;
}

/// The way in the plane, as far as it stays near the picture.
std::vector<QPointF> pathOf(const Result& r, int from, int to) {
  std::vector<QPointF> points;
  for (int k = from; k <= to; ++k) {
    const auto i = static_cast<std::size_t>(k);
    points.emplace_back(r.modes.front().way[i], r.modes.back().way[i]);
    if (std::hypot(points.back().x(), points.back().y()) > farthest) {
      points.pop_back();
      break;
    }
  }
  return points;
}

scene::PlaneView pathView(const Params& p, const Result& r) {
  scene::PlaneView view;
  view.key = QStringLiteral("path");
  view.title = Words::tr("The path on the quadratic");
  const double reach = std::min(2.0, reachOf(r));
  view.x = {QStringLiteral("x_1"), -reach, reach};
  view.y = {QStringLiteral("x_2"), -reach, reach};
  for (const double radius : {0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 1.0})
    view.marks.push_back(scene::Curve{ellipse(r, radius), Stroke{Role::Ink, 1, Dash::Solid, 0.25},
                                      Words::tr("f = %1").arg(speech::number(radius * radius / 2, 3))});
  const int last = std::max(p.shown, r.step());
  view.marks.push_back(scene::Curve{pathOf(r, r.step(), last),
                                    Stroke{Role::Response, 1.6, Dash::Solid, r.step() > 0 ? 0.45 : 0.9},
                                    Words::tr("The steps to come")});
  view.marks.push_back(scene::Points{pathOf(r, 0, last), Role::Response, 2.2, 0.8, Words::tr("Steps")});
  if (r.step() > 0) {
    view.marks.push_back(scene::Curve{pathOf(r, 0, r.step()), Stroke{Role::Response, 2.4, Dash::Solid, 1},
                                      Words::tr("The path so far")});
    view.marks.push_back(
        scene::Points{pathOf(r, r.step(), r.step()), Role::Response, 5, 1, Words::tr("Now")});
  }
  view.handles.push_back(figure::handle(QStringLiteral("start"), Words::tr("Start"), p.start, Role::Drag,
                                        QStringLiteral("sx"), QStringLiteral("sy")));
  return view;
}

} // namespace

scene::Scene drawn(const Params& params, const Result& result) {
  scene::Scene scene;
  scene.views.emplace_back(padView(params, result));
  scene.views.emplace_back(modesView(params, result));
  if (params.modes == 2)
    scene.views.emplace_back(pathView(params, result));
  return scene;
}

} // namespace eigenboard::panels::optimization::momentum_pad_panel
