#include "views/panels/optimization/momentum_pad_words.h"
#include "views/panels/support/tex.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace eigenboard::panels::optimization::momentum_pad_panel {

using scene::Dash;
using scene::Role;
using scene::Stroke;

namespace {

/// The settings of the pad within a factor: the learning rates at each momentum, from β = 0 up, with both
/// ends of the momenta exact to rounding. Empty where no setting is so fast.
struct Area {
  std::vector<QPointF> left;
  std::vector<QPointF> right;
};

Area areaWithin(const Params& p, double factor) {
  constexpr int samples = 64;
  const auto at = [&](double momentum) {
    return math::ratesWithin(p.method, momentum, 1 / p.condition, 1, factor);
  };
  Area area;
  const auto add = [&](double momentum) {
    const math::RateInterval rates = at(momentum);
    area.left.emplace_back(rates.low, momentum);
    area.right.emplace_back(rates.high, momentum);
  };
  /// The end of the area between a momentum that has rates and one that has none.
  const auto endOf = [&](double some, double none) {
    for (int i = 0; i < 50; ++i) {
      const double middle = (some + none) / 2;
      (at(middle).isEmpty() ? none : some) = middle;
    }
    return some;
  };
  // The best setting lies in every area that holds anything.
  const double inside = math::bestTuning(p.method, 1 / p.condition, 1).momentum;
  if (at(inside).isEmpty())
    return area;
  const double bottom = at(0).isEmpty() ? endOf(inside, 0) : 0;
  const double top = at(1).isEmpty() ? endOf(inside, 1) : 1;
  for (int i = 0; i <= samples; ++i)
    add(bottom + (top - bottom) * i / samples);
  return area;
}

void addContours(scene::PlaneView& view, const Params& p) {
  for (const int steps : {1, 2, 5, 10, 20, 50, 100, 200, 1000}) {
    Area area = areaWithin(p, std::pow(10, -1.0 / steps));
    if (area.left.size() < 2)
      continue;
    const QPointF at = area.left[area.left.size() / 2];
    const auto addLine = [&view, steps](std::vector<QPointF> points) {
      view.marks.push_back(scene::Curve{std::move(points), Stroke{Role::Ink, 1, Dash::Solid, 0.4},
                                        Words::tr("%1 steps a digit").arg(steps)});
    };
    // What the edge of the pad cuts off has no line there.
    const bool isOpenAbove = area.left.back().y() == 1;
    const bool isOpenBelow = area.left.front().y() == 0;
    std::vector<QPointF> outline = area.left;
    if (isOpenAbove)
      addLine(std::exchange(outline, {}));
    outline.insert(outline.end(), area.right.rbegin(), area.right.rend());
    if (!isOpenBelow)
      outline.push_back(area.left.front());
    addLine(std::move(outline));
    if (at.x() > 0.1 && at.x() < mostRate - 0.2)
      view.marks.push_back(scene::Label{at, QString::number(steps), Role::Ink, {0, -9}, true});
  }
}

void addDivergence(scene::PlaneView& view, const Params& p) {
  const Area area = areaWithin(p, 1);
  std::vector<QPointF> outline = area.right;
  for (QPointF& point : outline)
    point.setX(std::min(point.x(), mostRate));
  view.marks.push_back(
      scene::Curve{outline, Stroke{Role::Warning, 2.4, Dash::Solid, 1}, Words::tr("Border of divergence")});
  outline.emplace_back(mostRate, 1);
  outline.emplace_back(mostRate, 0);
  view.marks.push_back(
      scene::Region{std::move(outline), scene::Fill{Role::Warning, 0.28}, {}, Words::tr("Diverges")});
  view.marks.push_back(scene::Label{{3.05, 0.06}, tex::text(Words::tr("diverges")), Role::Warning});
}

void addCritical(scene::PlaneView& view, const Params& p, const Mode& mode, Role role) {
  constexpr int samples = 120;
  const Stroke stroke{role, 2, Dash::Dashed, 1};
  const QString name = Words::tr("Critical damping of λ = %1").arg(shortNumber(mode.curvature));
  if (p.method != math::MomentumMethod::HeavyBall && mode.curvature * mostRate >= 1)
    view.marks.push_back(scene::Curve{{{1 / mode.curvature, 0}, {1 / mode.curvature, 1}}, stroke, name});
  if (p.method == math::MomentumMethod::GradientDescent)
    return;
  const double end =
      std::min(mostRate, (p.method == math::MomentumMethod::Nesterov ? 1 : 4) / mode.curvature);
  std::vector<QPointF> curve;
  for (int i = 0; i <= samples; ++i) {
    const double share = static_cast<double>(i) / samples;
    const double rate = end * share * share; // it is steep at 0
    curve.emplace_back(rate, math::criticalMomentum(p.method, rate * mode.curvature));
  }
  view.marks.push_back(scene::Curve{std::move(curve), stroke, name});
}

void addBest(scene::PlaneView& view, const Params& p, const Result& r) {
  const math::BestTuning plain = math::bestTuning(math::MomentumMethod::GradientDescent, 1 / p.condition, 1);
  if (p.method != math::MomentumMethod::GradientDescent) {
    view.marks.push_back(
        scene::Points{{{plain.rate, 0.0}}, Role::Reference, 5, 1, Words::tr("The best without momentum")});
    view.marks.push_back(scene::Label{
        {plain.rate, 0}, tex::text(Words::tr("no momentum")), Role::Reference, {-46, -12}, true});
  }
  view.marks.push_back(
      scene::Points{{{r.best.rate, r.best.momentum}}, Role::Highlight, 6, 1, Words::tr("The best setting")});
  view.marks.push_back(
      scene::Label{{r.best.rate, r.best.momentum},
                   tex::text(Words::tr("best")),
                   Role::Highlight,
                   {r.best.momentum > 0 ? 0.0 : -18.0, r.best.momentum > 0.9 ? 16.0 : -16.0}});
}

} // namespace

scene::PlaneView padView(const Params& p, const Result& r) {
  scene::PlaneView view;
  view.key = QStringLiteral("pad");
  view.title = Words::tr("Steps per digit");
  view.x = {QStringLiteral("\\eta"), 0, mostRate};
  view.y = {QStringLiteral("\\beta"), 0, 1};
  view.equalAspect = false;
  view.backgroundGrid = false;
  const geometry::SampledField& map = *r.map;
  const auto [low, high] = std::minmax_element(map.values.begin(), map.values.end());
  view.marks.push_back(scene::HeatMap{map.columns, map.rows, map.left, map.right, map.bottom, map.top,
                                      map.values, *low, *high, 0.55,
                                      Words::tr("log₁₀ of the steps for one digit")});
  addContours(view, p);
  addDivergence(view, p);
  for (std::size_t i = 0; i < r.modes.size(); ++i) {
    const Role role = roleOf(i, r.modes.size());
    addCritical(view, p, r.modes[i], role);
    view.legend.push_back({Words::tr("λ = %1, critical").arg(shortNumber(r.modes[i].curvature)), role});
  }
  addBest(view, p, r);
  const bool isPlain = p.method == math::MomentumMethod::GradientDescent;
  if (isPlain)
    view.marks.push_back(scene::Curve{
        {{p.rate, 0}, {p.rate, 1}}, Stroke{Role::Drag, 1.6, Dash::Solid, 0.8}, Words::tr("Learning rate")});
  view.handles.push_back({QStringLiteral("pad"),
                          isPlain ? Words::tr("Learning rate") : Words::tr("Learning rate and momentum"),
                          {p.rate, isPlain ? 0.5 : p.momentum},
                          Role::Drag,
                          [isPlain](QPointF to) {
                            scene::Assignments assigned{{QStringLiteral("rate"), to.x()}};
                            if (!isPlain)
                              assigned.emplace_back(QStringLiteral("momentum"), to.y());
                            return assigned;
                          }});
  return view;
}

} // namespace eigenboard::panels::optimization::momentum_pad_panel
