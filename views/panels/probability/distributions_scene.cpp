#include "views/panels/probability/distributions_model.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::panels::probability::distributions_panel {

using scene::Dash;
using scene::Role;
using scene::Stroke;

namespace {

constexpr Role lawRole = Role::Response;
constexpr Role companionRole = Role::Reference;
constexpr Role limitRole = Role::DragSecond;
constexpr Role levelRole = Role::Drag;

QString companionName() {
  return Words::tr("The law compared with");
}

bool isInside(const Params& p, const Result& r, double x) {
  return x >= r.low(p) && x <= r.high(p);
}

/// Bars whose areas add up to the share of the samples that is in the picture.
void addHistogram(scene::PlaneView& view, const Result& r) {
  if (r.rain.drawn == 0)
    return;
  const auto count = static_cast<double>(r.rain.bins.size());
  const double width = (r.right - r.left) / count;
  for (std::size_t i = 0; i < r.rain.bins.size(); ++i) {
    if (r.rain.bins[i] == 0)
      continue;
    const double height = r.rain.bins[i] / (r.rain.drawn * width);
    const double gap = r.isDiscrete ? 0.1 * width : 0;
    const double x = r.left + static_cast<double>(i) * width + gap;
    const double end = x + width - 2 * gap;
    view.marks.push_back(scene::Region{{{x, 0}, {end, 0}, {end, height}, {x, height}},
                                       scene::Fill{Role::Muted, 0.25},
                                       Stroke{Role::Muted, 1, Dash::Solid, 0.5},
                                       Words::tr("Share of the samples")});
  }
  scene::Points drops{{}, Role::Ink, 2.5, 0.7, Words::tr("Last samples")};
  for (std::size_t i = 0; i < r.rain.lastSample.size(); ++i)
    drops.points.emplace_back(r.rain.lastSample[i], r.top * (0.02 + 0.012 * static_cast<double>(i % 5)));
  view.marks.push_back(std::move(drops));
}

/// The area under the curve between the limits, as far as it is in the picture.
void addArea(scene::PlaneView& view, const Params& p, const Result& r) {
  const double from = std::max(r.low(p), r.left);
  const double to = std::min(r.high(p), r.right);
  if (!(from < to))
    return;
  const auto height = [&r](double x) { return std::min(math::density(r.law, x), 10 * r.top); };
  std::vector<QPointF> outline{{from, 0}, {from, height(from)}};
  for (const QPointF& point : r.density)
    if (point.x() > from && point.x() < to)
      outline.emplace_back(point.x(), std::min(point.y(), 10 * r.top));
  outline.emplace_back(to, height(to));
  outline.emplace_back(to, 0);
  view.marks.push_back(scene::Region{
      std::move(outline), scene::Fill{lawRole, 0.25}, {}, Words::tr("Probability between the limits")});
}

void addStems(scene::PlaneView& view, const Params& p, const Result& r) {
  scene::Segments within{{}, Stroke{lawRole, 5, Dash::Solid, 1}};
  scene::Segments outside{{}, Stroke{lawRole, 5, Dash::Solid, 0.35}};
  for (const QPointF& point : r.density)
    (isInside(p, r, point.x()) ? within : outside).lines.emplace_back(QPointF(point.x(), 0), point);
  view.marks.push_back(std::move(outside));
  view.marks.push_back(std::move(within));
  view.marks.push_back(scene::Points{r.density, lawRole, 4, 1, Words::tr("Probability of x")});
}

void addCompanion(scene::PlaneView& view, const Result& r, const std::vector<QPointF>& points) {
  if (!r.companion)
    return;
  view.marks.push_back(scene::Curve{points, Stroke{companionRole, 2, Dash::Dashed, 1}, companionName()});
  if (math::describe(r.companion->family).isDiscrete)
    view.marks.push_back(scene::Points{points, companionRole, 3, 1, companionName()});
}

void addLimits(scene::PlaneView& view, const Params& p, double top) {
  for (const double x : {p.a, p.b})
    view.marks.push_back(scene::Segments{{QLineF(x, 0, x, top)}, Stroke{limitRole, 1.5, Dash::Dotted, 1}});
}

void addMean(scene::PlaneView& view, const Result& r) {
  const math::Quantity& mean = r.moments.mean;
  if (!mean.isNumber() || mean.value < r.left || mean.value > r.right)
    return;
  const double height = 0.9 * r.top;
  view.marks.push_back(scene::Segments{{QLineF(mean.value, 0, mean.value, height)},
                                       Stroke{Role::Muted, 1.5, Dash::Solid, 0.7}});
  view.marks.push_back(scene::Label{{mean.value, height}, QStringLiteral("E[X]"), Role::Muted, {0, -9}});
}

/// Which law has which colour, above the curves.
void addNames(scene::PlaneView& view, const Result& r) {
  if (!r.companion)
    return;
  const math::Quantity& mean = r.moments.mean; // its label is kept clear of
  const double width = r.right - r.left;
  const bool isMeanLeft = !mean.isNumber() || mean.value < r.left + 0.55 * width;
  const double x = r.left + (isMeanLeft ? 0.8 : 0.25) * width;
  view.marks.push_back(scene::Label{{x, r.top}, lawTex(r.law), lawRole, {0, 14}});
  view.marks.push_back(scene::Label{{x, r.top}, lawTex(*r.companion), companionRole, {0, 36}});
}

scene::PlaneView densityView(const Params& p, const Result& r) {
  scene::PlaneView view;
  view.key = QStringLiteral("density");
  view.title = r.isDiscrete ? Words::tr("Probability of each value") : Words::tr("Density");
  view.x = {QStringLiteral("x"), r.left, r.right};
  view.y = {r.isDiscrete ? QStringLiteral("P(X = x)") : QStringLiteral("f(x)"), -0.06 * r.top, r.top};
  view.equalAspect = false;
  addHistogram(view, r);
  if (r.isDiscrete) {
    addStems(view, p, r);
  } else {
    addArea(view, p, r);
    view.marks.push_back(scene::Curve{r.density, Stroke{lawRole, 3, Dash::Solid, 1}, Words::tr("Density")});
  }
  addCompanion(view, r, r.companionDensity);
  addMean(view, r);
  addLimits(view, p, 0.9 * r.top);
  addNames(view, r);
  view.handles = lawHandles(p, r);
  const auto limit = [&view](const char* key, const QString& name, double at) {
    const QString parameter = QString::fromLatin1(key);
    view.marks.push_back(scene::Label{{at, 0}, parameter, limitRole, {0, 16}});
    view.handles.push_back({parameter, name, {at, 0}, limitRole, [parameter](QPointF to) {
                              return scene::Assignments{{parameter, to.x()}};
                            }});
  };
  limit("a", Words::tr("First limit"), p.a);
  limit("b", Words::tr("Second limit"), p.b);
  return view;
}

/// F rises by steps at whole numbers.
scene::Segments stepsOf(const std::vector<QPointF>& points, const Stroke& stroke) {
  scene::Segments steps{{}, stroke};
  for (const QPointF& point : points)
    steps.lines.emplace_back(point, point + QPointF(1, 0));
  return steps;
}

void addCumulativeCompanion(scene::PlaneView& view, const Result& r) {
  if (!r.companion)
    return;
  const Stroke stroke{companionRole, 2, Dash::Dashed, 1};
  if (math::describe(r.companion->family).isDiscrete)
    view.marks.push_back(stepsOf(r.companionCumulative, stroke));
  else
    view.marks.push_back(scene::Curve{r.companionCumulative, stroke, companionName()});
}

scene::PlaneView cumulativeView(const Params& p, const Result& r) {
  scene::PlaneView view;
  view.key = QStringLiteral("cumulative");
  view.title = Words::tr("Distribution function and quantile");
  view.x = {QStringLiteral("x"), r.left, r.right};
  view.y = {QStringLiteral("F(x) = P(X \\le x)"), -0.06, 1.06};
  view.equalAspect = false;
  if (r.isDiscrete) {
    view.marks.push_back(stepsOf(r.cumulative, Stroke{lawRole, 3, Dash::Solid, 1}));
    view.marks.push_back(scene::Points{r.cumulative, lawRole, 4, 1, Words::tr("Distribution function")});
  } else {
    view.marks.push_back(
        scene::Curve{r.cumulative, Stroke{lawRole, 3, Dash::Solid, 1}, Words::tr("Distribution function")});
  }
  addCumulativeCompanion(view, r);
  for (const double x : {p.a, p.b}) {
    const double height = math::cumulative(r.law, x);
    view.marks.push_back(scene::Segments{{QLineF(x, 0, x, height), QLineF(r.left, height, x, height)},
                                         Stroke{limitRole, 1.5, Dash::Dotted, 1}});
    view.marks.push_back(scene::Points{{{x, height}}, limitRole, 4, 1, Words::tr("F at a limit")});
  }
  const double across = std::clamp(r.quantile, r.left, r.right);
  view.marks.push_back(scene::Segments{
      {QLineF(r.left, p.level, r.quantile, p.level), QLineF(r.quantile, p.level, r.quantile, 0)},
      Stroke{levelRole, 2, Dash::Dashed, 1}});
  view.marks.push_back(scene::Label{{r.quantile, 0}, QStringLiteral("F^{-1}(q)"), levelRole, {0, 14}});
  view.handles.push_back({QStringLiteral("level"),
                          Words::tr("Level of the quantile"),
                          {across, p.level},
                          levelRole,
                          [](QPointF to) {
                            return scene::Assignments{{QStringLiteral("level"), to.y()}};
                          }});
  return view;
}

} // namespace

scene::Scene drawn(const Params& params, const Result& result) {
  scene::Scene scene;
  scene.views = {densityView(params, result), cumulativeView(params, result)};
  return scene;
}

} // namespace eigenboard::panels::probability::distributions_panel
