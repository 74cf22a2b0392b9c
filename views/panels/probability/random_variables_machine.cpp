#include "views/panels/probability/random_variables_model.h"
#include "views/panels/support/tex.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::panels::probability::random_variables_panel {

using scene::Dash;
using scene::Role;
using scene::Stroke;

namespace {

constexpr Role sampleRole = Role::Highlight;
/// The lower half: densities stand on this line and reach up to the axis of the upper half.
constexpr double ground = -1.15;
constexpr double tallest = 0.85;
constexpr int binCount = 30;
constexpr double barHalf = 0.3;

/// The height of density 1: probabilities to the scale of u, so that a bar is as high as its jump; a
/// density's peak at the height that there is.
double scaleOfDensity(const Result& r) {
  if (r.variable.isDiscrete)
    return 1;
  double peak = 0;
  for (int i = 1; i < 64; ++i)
    peak = std::max(peak, r.variable.density(r.variable.quantile(i / 64.0)));
  return tallest / peak;
}

scene::Region bar(double from, double to, double bottom, double top, const scene::Fill& fill,
                  const Stroke& stroke, const QString& name) {
  return {{{from, bottom}, {to, bottom}, {to, top}, {from, top}}, fill, stroke, name};
}

void addHistogram(scene::PlaneView& view, const Params& p, const Result& r) {
  if (r.samples.empty())
    return;
  const QString name = Words::tr("Share of the samples");
  const scene::Fill fill{sampleRole, 0.3};
  const Stroke stroke{sampleRole, 1, Dash::Solid, 0.8};
  if (r.variable.isDiscrete) {
    for (const double k : shownValues(p, r)) {
      const auto equal = std::equal_range(r.sorted.begin(), r.sorted.end(), k);
      const double share = static_cast<double>(equal.second - equal.first) / r.drawn();
      if (share > 0)
        view.marks.push_back(
            bar(k - 1.3 * barHalf, k + 1.3 * barHalf, ground, ground + share, fill, stroke, name));
    }
    return;
  }
  const Interval shown = shownX(p);
  const std::vector<double> shares = histogram(r.samples, shown, binCount);
  const double width = shown.width() / binCount;
  const double scale = scaleOfDensity(r);
  for (std::size_t i = 0; i < shares.size(); ++i) {
    const double left = shown.low + width * static_cast<double>(i);
    // A few samples make towers, which end below the curve of F.
    const double height = std::min(shares[i] / width * scale, 1.1);
    if (height > 0)
      view.marks.push_back(bar(left, left + width, ground, ground + height, fill, stroke, name));
  }
}

void addDensity(scene::PlaneView& view, const Params& p, const Result& r) {
  const Stroke stroke{Role::ResponseSecond, 2.4, Dash::Solid, 1};
  if (r.variable.isDiscrete) {
    for (const double k : shownValues(p, r)) {
      const double height = r.variable.density(k);
      view.marks.push_back(bar(k - barHalf, k + barHalf, ground, ground + height,
                               scene::Fill{Role::ResponseSecond, k == r.x ? 0.55 : 0.25}, stroke,
                               Words::tr("Probability of %1").arg(k)));
    }
    return;
  }
  const Interval shown = shownX(p);
  const double scale = scaleOfDensity(r);
  std::vector<QPointF> curve;
  for (const double x : placesOver(shown, edgesOf(r.variable)))
    curve.emplace_back(x, ground + scale * r.variable.density(x));
  std::vector<QPointF> outline = curve;
  outline.emplace_back(shown.high, ground);
  outline.emplace_back(shown.low, ground);
  view.marks.push_back(scene::Region{std::move(outline), scene::Fill{Role::ResponseSecond, 0.15}, {}, {}});
  view.marks.push_back(scene::Curve{std::move(curve), stroke, Words::tr("Density f")});
}

/// F, by steps for a discrete law.
void addFunction(scene::PlaneView& view, const Params& p, const Result& r) {
  const Stroke stroke{Role::Response, 3, Dash::Solid, 1};
  const QString name = Words::tr("Distribution function F");
  const Interval shown = shownX(p);
  if (!r.variable.isDiscrete) {
    scene::Curve curve{{}, stroke, name};
    for (const double x : placesOver(shown, edgesOf(r.variable)))
      curve.points.emplace_back(x, r.variable.upTo(x));
    view.marks.push_back(std::move(curve));
    return;
  }
  scene::Segments steps{{QLineF(shown.low, 0, 1, 0)}, stroke};
  scene::Segments jumps{{}, Stroke{Role::Response, 1.4, Dash::Dotted, 1}};
  scene::Points ends{{}, Role::Response, 4, 1, name};
  for (const double k : shownValues(p, r)) {
    const double height = r.variable.upTo(k);
    jumps.lines.emplace_back(k, r.variable.below(k), k, height);
    steps.lines.emplace_back(k, height, std::min(k + 1, shown.high), height);
    ends.points.emplace_back(k, height);
  }
  view.marks.push_back(std::move(jumps));
  view.marks.push_back(std::move(steps));
  view.marks.push_back(std::move(ends));
}

/// The share of the samples up to x, and where it is furthest from F.
void addEmpirical(scene::PlaneView& view, const Params& p, const Result& r) {
  if (r.samples.empty())
    return;
  const Interval shown = shownX(p);
  constexpr std::size_t most = 150;
  const std::size_t stride = r.sorted.size() / most + 1; // of many steps every second or third is drawn
  scene::Curve steps{
      {{shown.low, 0}}, Stroke{sampleRole, 1.8, Dash::Solid, 1}, Words::tr("Share of the samples up to x")};
  const auto count = static_cast<double>(r.sorted.size());
  double height = 0;
  for (std::size_t i = 0; i < r.sorted.size(); i += stride) {
    const double x = std::clamp(r.sorted[i], shown.low, shown.high);
    steps.points.emplace_back(x, height);
    height = static_cast<double>(std::min(i + stride, r.sorted.size())) / count;
    steps.points.emplace_back(x, height);
  }
  steps.points.emplace_back(shown.high, height);
  view.marks.push_back(std::move(steps));
  if (r.gap.at < shown.low || r.gap.at > shown.high)
    return;
  view.marks.push_back(scene::Segments{{QLineF(r.gap.at, r.gap.share, r.gap.at, r.gap.law)},
                                       Stroke{Role::Warning, 4, Dash::Solid, 0.9}});
  view.marks.push_back(scene::Label{{r.gap.at, std::min(r.gap.share, r.gap.law)},
                                    QStringLiteral("D_n = %1").arg(tex::number(r.gap.distance, 3)),
                                    Role::Warning,
                                    {46, 12},
                                    true});
}

/// From (left, u) across to F and down to the ground.
void addRoute(scene::PlaneView& view, const Params& p, double u, double x, const Stroke& stroke,
              const QString& name) {
  const Interval shown = shownX(p);
  view.marks.push_back(scene::Curve{{{shown.low, u}, {x, u}, {x, 0}}, stroke, name});
  view.marks.push_back(scene::Arrow{{x, 0}, {x, ground}, stroke, {}, name});
}

void addDrops(scene::PlaneView& view, const Params& p, const Result& r) {
  constexpr std::size_t most = 400;
  const std::size_t first = r.samples.size() > most ? r.samples.size() - most : 0;
  scene::Points above{{}, sampleRole, 2.5, 0.7, Words::tr("Uniform numbers drawn")};
  scene::Points below{{}, sampleRole, 2.5, 0.7, Words::tr("What F made of them")};
  for (std::size_t i = first; i < r.samples.size(); ++i) {
    above.points.emplace_back(shownX(p).low, r.uniforms[i]);
    below.points.emplace_back(r.samples[i], 0);
  }
  view.marks.push_back(std::move(above));
  view.marks.push_back(std::move(below));
}

void addAxes(scene::PlaneView& view, const Params& p) {
  const Interval shown = shownX(p);
  view.marks.push_back(
      scene::Segments{{QLineF(shown.low, 0, shown.high, 0), QLineF(shown.low, 0, shown.low, 1),
                       QLineF(shown.low, ground, shown.high, ground)},
                      Stroke{Role::Ink, 1.2, Dash::Solid, 0.8}});
  view.marks.push_back(
      scene::Segments{{QLineF(shown.low, 1, shown.high, 1)}, Stroke{Role::Muted, 1, Dash::Dotted, 1}});
  for (const double height : {0.0, 0.5, 1.0})
    view.marks.push_back(
        scene::Label{{shown.low, height}, tex::number(height, height == 0.5 ? 1 : 0), Role::Muted, {-14, 0}});
}

void addWeightHandles(scene::PlaneView& view, const Params& p, const Result& r) {
  if (!r.variable.isOwn)
    return;
  const auto weights = p.weights();
  double all = 0;
  for (const double weight : weights)
    all += weight;
  for (int star = 0; star < starCount; ++star) {
    const double own = weights[static_cast<std::size_t>(star)];
    const double others = all - own;
    const QString key = QStringLiteral("w%1").arg(star + 1);
    const auto weigh = [key, own, others](QPointF to) {
      const double share = to.y() - ground;
      // A bar that is alone stays at 1, and one that is to hold everything would need an infinite weight.
      const double weight = others <= 0 ? own : share >= 1 ? 1e9 : share * others / (1 - share);
      return scene::Assignments{{key, weight}};
    };
    view.handles.push_back({key,
                            star == 0 ? Words::tr("Probability of one star")
                                      : Words::tr("Probability of %1 stars").arg(star + 1),
                            {star + 1.0, ground + r.variable.density(star + 1.0)},
                            Role::DragSecond,
                            weigh});
  }
}

} // namespace

scene::PlaneView machineView(const Params& p, const Result& r) {
  const Interval shown = shownX(p);
  scene::PlaneView view;
  view.key = QStringLiteral("machine");
  view.title = r.samples.empty() ? Words::tr("From u across to F and down to x")
                                 : Words::tr("Samples by inversion: %1").arg(r.drawn());
  view.x = {r.variable.isOwn ? tex::text(Words::tr("stars")) : QStringLiteral("x"),
            shown.low - 0.05 * shown.width(), shown.high};
  view.y = {QStringLiteral("u"), ground - 0.05, 1.1, false};
  view.equalAspect = false;
  view.backgroundGrid = false;
  addHistogram(view, p, r);
  addDensity(view, p, r);
  addAxes(view, p);
  addFunction(view, p, r);
  addEmpirical(view, p, r);
  addDrops(view, p, r);
  if (!r.samples.empty())
    addRoute(view, p, r.uniforms.back(), r.samples.back(), Stroke{sampleRole, 1.6, Dash::Dashed, 1},
             Words::tr("The last sample"));
  addRoute(view, p, p.u, r.x, Stroke{Role::Drag, 2.4, Dash::Solid, 1}, Words::tr("From u to x"));
  view.marks.push_back(scene::Label{{shown.low, p.u},
                                    QStringLiteral("u = %1").arg(tex::number(p.u)),
                                    Role::Drag,
                                    {44, p.u > 0.9 ? 14.0 : -14.0}});
  view.marks.push_back(
      scene::Label{{r.x, 0},
                   QStringLiteral("x = %1").arg(tex::number(r.x, r.variable.isDiscrete ? 0 : 2)),
                   Role::Drag,
                   {r.x > shown.low + 0.85 * shown.width() ? -42.0 : 42.0, 13}});
  view.legend = {{r.variable.isDiscrete ? Words::tr("Distribution function F, by jumps")
                                        : Words::tr("Distribution function F"),
                  Role::Response},
                 {r.variable.isDiscrete ? Words::tr("Probability, as high as the jump")
                                        : Words::tr("Density f, the slope of F"),
                  Role::ResponseSecond}};
  if (!r.samples.empty())
    view.legend.push_back({Words::tr("Samples"), sampleRole});
  view.handles.push_back(
      {QStringLiteral("u"), Words::tr("Uniform number u"), {shown.low, p.u}, Role::Drag, [](QPointF to) {
         return scene::Assignments{{QStringLiteral("u"), to.y()}};
       }});
  addWeightHandles(view, p, r);
  return view;
}

} // namespace eigenboard::panels::probability::random_variables_panel
