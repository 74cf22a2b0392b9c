#include "views/panels/optimization/convexity_words.h"
#include "views/panels/support/speech.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::panels::optimization::convexity_panel {

using scene::Dash;
using scene::Role;
using scene::Stroke;

namespace {

/// The end of an axis of multipliers on which λ* lies in the middle and the reader's inside.
double lastMultiplier(const Params& p, const ConstrainedResult& r) {
  const double wanted = std::max(r.isBounded() ? 2 * r.optimum.multiplier : 0.0, p.multiplier);
  for (const double end : {1.0, 2.0, 3.0, 5.0, 10.0})
    if (wanted <= end)
      return end;
  return mostMultiplier;
}

} // namespace

scene::PlaneView dualView(const Params& p, const ConstrainedResult& r) {
  constexpr int samples = 160;
  scene::PlaneView view;
  view.key = QStringLiteral("dual");
  view.title = Words::tr("Dual function");
  view.equalAspect = false;
  const double last = lastMultiplier(p, r);
  const double best = r.isBounded() ? r.optimum.value : 0;
  const double span = std::max(std::abs(best), 0.4);
  const double bottom = best - 1.5 * span;
  view.x = {QStringLiteral("\\lambda"), 0, last};
  view.y = {QStringLiteral("d(\\lambda)"), bottom, best + 0.45 * span};
  std::vector<QPointF> curve;
  std::vector<double> without; // multipliers for which L falls without bound: an interval
  for (int i = 0; i <= samples; ++i) {
    const double multiplier = last * i / samples;
    const double value = math::dualValue(r.f, r.g, multiplier);
    if (std::isinf(value))
      without.push_back(multiplier);
    else if (value > bottom - 4 * span)
      curve.emplace_back(multiplier, value);
  }
  if (without.size() > 1) {
    const double far = 4 * (std::abs(best) + span);
    const double from = without.front();
    const double to = without.back();
    view.marks.push_back(scene::Region{{{from, -far}, {to, -far}, {to, far}, {from, far}},
                                       scene::Fill{Role::Warning, 0.12},
                                       {},
                                       Words::tr("Here L falls without bound")});
    view.marks.push_back(scene::Label{
        {(from + to) / 2, bottom + 0.25 * span}, QStringLiteral("d = -\\infty"), Role::Warning, {}, true});
  }
  if (curve.size() > 1)
    view.marks.push_back(scene::Curve{std::move(curve), Stroke{Role::ResponseSecond, 2.6, Dash::Solid, 1},
                                      Words::tr("d(λ), the least value of L")});
  if (r.isBounded()) {
    view.marks.push_back(scene::Curve{{{0, best}, {last, best}},
                                      Stroke{Role::Highlight, 2, Dash::Dashed, 1},
                                      Words::tr("p*, the constrained optimum")});
    view.marks.push_back(
        scene::Label{{0.88 * last, best}, QStringLiteral("p^*"), Role::Highlight, {0, -14}, true});
    const double ground = std::max(r.dual, bottom);
    view.marks.push_back(scene::Curve{{{p.multiplier, ground}, {p.multiplier, best}},
                                      Stroke{Role::Warning, 3, Dash::Solid, 1},
                                      Words::tr("Duality gap")});
    if (r.optimum.multiplier <= last)
      view.marks.push_back(scene::Points{
          {{r.optimum.multiplier, best}}, Role::Highlight, 5.5, 1, Words::tr("The best multiplier, λ*")});
  }
  const double height = std::isfinite(r.dual) ? std::max(r.dual, bottom) : bottom;
  view.handles.push_back({QStringLiteral("multiplier"),
                          Words::tr("Multiplier"),
                          {p.multiplier, height},
                          Role::Drag,
                          [](QPointF to) {
                            return scene::Assignments{{QStringLiteral("multiplier"), to.x()}};
                          }});
  view.legend = {{Words::tr("d(λ): the least value of L"), Role::ResponseSecond},
                 {Words::tr("gap %1").arg(speech::number(r.gap, 3)), Role::Warning}};
  return view;
}

} // namespace eigenboard::panels::optimization::convexity_panel
