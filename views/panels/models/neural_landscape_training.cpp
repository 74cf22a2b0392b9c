#include "views/panels/models/neural_landscape_model.h"
#include "views/panels/support/tex.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::panels::models::neural_landscape_panel {

using scene::Dash;
using scene::Role;
using scene::Stroke;

namespace {

/// Sharpness is drawn between these powers of ten: 2/η for every η that can be chosen, and what training
/// reaches.
constexpr double lowestPower = -2;
constexpr double highestPower = 2;

scene::Axis stepAxis(const Result& r) {
  const double steps = std::max(50, r.steps());
  return {tex::text(Words::tr("step")) + QStringLiteral("\\ k"), 0, 50 * std::ceil(steps / 50)};
}

} // namespace

scene::PlaneView lossView(const Params&, const Result& r) {
  scene::PlaneView view;
  view.key = QStringLiteral("loss");
  view.title = Words::tr("Loss, step by step");
  view.equalAspect = false;
  view.x = stepAxis(r);
  scene::Curve losses{{}, Stroke{Role::Response, 2.4, Dash::Solid, 1}, Words::tr("Loss")};
  double top = 0.8;
  for (std::size_t k = 0; k < r.history.size(); ++k) {
    losses.points.emplace_back(static_cast<double>(k), r.history[k].state.at.loss);
    top = std::max(top, std::min(4.0, 1.1 * r.history[k].state.at.loss));
  }
  view.y = {QStringLiteral("L"), 0, top};
  const QPointF last = losses.points.back();
  view.marks.push_back(scene::Line{{0, std::log(2.0)},
                                   {1, 0},
                                   Stroke{Role::Reference, 1.6, Dash::Dashed, 1},
                                   Words::tr("log 2: the loss of a coin that knows nothing")});
  view.marks.push_back(std::move(losses));
  view.marks.push_back(
      scene::Points{{last}, Role::Highlight, 5, 1, Words::tr("The network after these steps")});
  view.legend = {{Words::tr("loss"), Role::Response}, {Words::tr("a coin's loss, log 2"), Role::Reference}};
  return view;
}

scene::PlaneView sharpnessView(const Params& p, const Result& r) {
  scene::PlaneView view;
  view.key = QStringLiteral("sharpness");
  view.title = Words::tr("Sharpness against 2/η");
  view.equalAspect = false;
  view.x = stepAxis(r);
  view.y = {QStringLiteral("\\log_{10} \\lambda_{\\max}"), lowestPower, highestPower};
  scene::Curve curve{{},
                     Stroke{Role::Response, 2.4, Dash::Solid, 1},
                     Words::tr("Largest curvature, by power iteration along the way")};
  for (std::size_t k = 0; k < r.history.size(); ++k)
    if (const double sharpness = r.history[k].state.sharpness; sharpness > 1e-6)
      curve.points.emplace_back(static_cast<double>(k), std::log10(sharpness));
  view.marks.push_back(std::move(curve));
  const double edge = std::log10(2 / p.rate);
  view.marks.push_back(scene::Line{{0, edge},
                                   {1, 0},
                                   Stroke{Role::Drag, 2, Dash::Dashed, 1},
                                   Words::tr("2/η: above it steps across the sharpest direction grow")});
  view.handles.push_back({QStringLiteral("rate"), Words::tr("Learning rate, as 2/η"),
                          QPointF(0.08 * view.x.maximum, edge), Role::Drag, [](QPointF to) {
                            return scene::Assignments{{QStringLiteral("rate"), 2 / std::pow(10, to.y())}};
                          }});
  view.legend = {{Words::tr("sharpness λ"), Role::Response}, {Words::tr("2/η"), Role::Drag}};
  return view;
}

} // namespace eigenboard::panels::models::neural_landscape_panel
