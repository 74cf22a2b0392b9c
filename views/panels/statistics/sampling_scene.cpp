#include "core/probability/distribution.h"
#include "views/panels/statistics/sampling_model.h"
#include "views/panels/support/tex.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace eigenboard::panels::statistics::sampling_panel {

using scene::Dash;
using scene::Role;
using scene::Stroke;

namespace {

constexpr Role populationRole = Role::Drag;
constexpr Role sampleRole = Role::DragSecond;
constexpr Role meanRole = Role::Response;

void addUpright(scene::PlaneView& view, double x, double from, double to, const Stroke& stroke) {
  if (std::isfinite(x) && x >= -0.3 && x <= reach + 0.3)
    view.marks.push_back(scene::Segments{{QLineF(x, from, x, to)}, stroke});
}

std::vector<QPointF> dotsOf(const std::vector<double>& values, double height) {
  std::vector<QPointF> dots;
  for (const double value : values)
    if (value >= -0.3 && value <= reach + 0.3)
      dots.emplace_back(value, height);
  return dots;
}

void addBars(scene::PlaneView& view, const Params& p) {
  const math::HistogramLaw law = drawnLaw(p);
  for (int bar = 0; bar < barCount; ++bar) {
    const double height = p.bars(bar);
    view.marks.push_back(scene::Region{
        {{bar + 0.0, 0}, {bar + 1.0, 0}, {bar + 1.0, height}, {bar + 0.0, height}},
        scene::Fill{populationRole, 0.28},
        Stroke{populationRole, 1.2},
        Words::tr("%1 of the population").arg(law.shares[static_cast<std::size_t>(bar)], 0, 'f', 3)});
    const QString key = barKey(bar);
    view.handles.push_back({key, Words::tr("Weight from %1 to %2").arg(bar).arg(bar + 1),
                            QPointF(bar + 0.5, height), populationRole, [key](QPointF to) {
                              return scene::Assignments{{key, to.y()}};
                            }});
  }
}

/// The density of a family, its highest point as high as a bar can be.
void addDensity(scene::PlaneView& view, const eigenboard::probability::Distribution& family) {
  std::vector<QPointF> curve;
  double most = 0;
  for (int i = 0; i <= 300; ++i) {
    const double x = reach * i / 300;
    const double height = eigenboard::probability::density(family, x);
    most = std::max(most, height);
    curve.emplace_back(x, height);
  }
  for (QPointF& point : curve)
    point.setY(point.y() / most);
  std::vector<QPointF> outline{{0, 0}};
  outline.insert(outline.end(), curve.begin(), curve.end());
  outline.emplace_back(reach, 0);
  view.marks.push_back(scene::Region{std::move(outline), scene::Fill{populationRole, 0.22}, {}, {}});
  view.marks.push_back(
      scene::Curve{std::move(curve), Stroke{populationRole, 2}, Words::tr("Density of the population")});
}

scene::PlaneView populationView(const Params& p, const Result& r) {
  scene::PlaneView view;
  view.key = QStringLiteral("population");
  view.title = p.mode == Mode::Bootstrap ? Words::tr("Population, the one sample, a resample")
                                         : Words::tr("Population and the latest sample");
  view.x = {tex::text(Words::tr("value")) + QStringLiteral("\\;x"), -0.3, reach + 0.3};
  view.y = {tex::text(Words::tr("relative density")), -0.3, 1.12};
  view.equalAspect = false;
  if (const auto family = familyOf(p))
    addDensity(view, *family);
  else
    addBars(view, p);
  addUpright(view, r.law.mean, 0, 1.06, Stroke{Role::Reference, 2, Dash::Dashed});
  if (std::isfinite(r.law.mean))
    view.marks.push_back(scene::Label{{r.law.mean, 1.06}, QStringLiteral("\\mu"), Role::Ink, {11, 0}});
  view.legend = {{Words::tr("population"), populationRole}};
  if (p.mode == Mode::Bootstrap) {
    view.marks.push_back(
        scene::Points{dotsOf(r.base, -0.1), Role::Positive, 4, 0.8, Words::tr("The one sample there is")});
    view.legend.push_back({Words::tr("the one sample"), Role::Positive});
  }
  if (!r.latest.empty()) {
    const double height = p.mode == Mode::Bootstrap ? -0.2 : -0.12;
    view.marks.push_back(
        scene::Points{dotsOf(r.latest, height), sampleRole, 4, 0.75, Words::tr("The latest sample")});
    view.legend.push_back(
        {p.mode == Mode::Bootstrap ? Words::tr("a resample") : Words::tr("latest sample"), sampleRole});
    const double mean = math::mean(r.latest);
    if (p.mode != Mode::Path) {
      addUpright(view, mean, -0.28, 0, Stroke{meanRole, 2.5});
      view.legend.push_back({Words::tr("its mean"), meanRole});
    }
  }
  return view;
}

/// Bars that hold the means, each as wide as the number says, of total area 1.
void addHistogram(scene::PlaneView& view, const std::vector<double>& means, double width) {
  std::map<long, int> counts;
  for (const double mean : means)
    if (mean >= -1 && mean <= reach + 1)
      ++counts[std::lround(std::floor(mean / width))];
  for (const auto& [bin, count] : counts) {
    const double left = static_cast<double>(bin) * width;
    const double height = count / (static_cast<double>(means.size()) * width);
    view.marks.push_back(scene::Region{{{left, 0}, {left + width, 0}, {left + width, height}, {left, height}},
                                       scene::Fill{meanRole, 0.35},
                                       Stroke{meanRole, 1},
                                       Words::tr("%1 means").arg(count)});
  }
}

double highest(const scene::PlaneView& view) {
  double most = 0;
  for (const scene::Mark& mark : view.marks)
    if (const auto* region = std::get_if<scene::Region>(&mark))
      for (const QPointF& corner : region->outline)
        most = std::max(most, corner.y());
  return most;
}

/// N(mean, spread²) where that is a curve; the height of its middle.
double addNormal(scene::PlaneView& view, double mean, double spread, const QString& name) {
  if (!std::isfinite(mean) || !(spread > 1e-3) || std::isinf(spread))
    return 0;
  const eigenboard::probability::Distribution normal{eigenboard::probability::Family::Normal, {mean, spread}};
  std::vector<QPointF> curve;
  for (int i = -80; i <= 80; ++i) {
    const double x = mean + spread * i / 20;
    curve.emplace_back(x, eigenboard::probability::density(normal, x));
  }
  view.marks.push_back(scene::Curve{std::move(curve), Stroke{Role::Reference, 2.5}, name});
  return eigenboard::probability::density(normal, mean);
}

/// The curve is dragged at one standard error from its middle: as narrow as the samples are large.
void addErrorHandle(scene::PlaneView& view, const Params& p, const Result& r, double peak) {
  const double height = peak * std::exp(-0.5);
  view.handles.push_back(
      {QStringLiteral("n"), Words::tr("One standard error from the mean: how large samples are"),
       QPointF(r.law.mean + r.standardError, height), Role::Drag,
       [mean = r.law.mean, spread = r.law.spread](QPointF to) {
         const double error = std::max(to.x() - mean, 1e-3);
         return scene::Assignments{{QStringLiteral("n"), std::round(spread * spread / (error * error))}};
       }});
  view.marks.push_back(scene::Label{
      {r.law.mean + r.standardError, height}, QStringLiteral("n = %1").arg(p.n), Role::Drag, {32, -10}});
}

} // namespace

scene::PlaneView meansView(const Params& p, const Result& r) {
  scene::PlaneView view;
  view.key = QStringLiteral("means");
  const bool isBootstrap = p.mode == Mode::Bootstrap;
  view.title = isBootstrap ? Words::tr("Means of resamples") : Words::tr("Means of samples of size n");
  view.x = {QStringLiteral("\\bar{x}"), -0.3, reach + 0.3};
  view.equalAspect = false;
  const double error = isBootstrap ? r.plugInError : r.standardError;
  addHistogram(view, r.means, std::isfinite(error) && error > 1e-3 ? error / 2.5 : 0.25);
  double top = highest(view);
  if (isBootstrap && std::isfinite(r.interval.low))
    view.marks.push_back(
        scene::Segments{{QLineF(r.interval.low, 0, r.interval.high, 0)}, Stroke{Role::Positive, 6}});
  if (p.population == Population::Cauchy && !isBootstrap) {
    std::vector<QPointF> curve;
    for (int i = 0; i <= 200; ++i)
      curve.emplace_back(reach * i / 200, eigenboard::probability::density(*familyOf(p), reach * i / 200));
    top = std::max(top, curve[100].y());
    view.marks.push_back(scene::Curve{std::move(curve), Stroke{Role::Warning, 2.5},
                                      Words::tr("The mean of n has the law of one")});
    view.legend.push_back({Words::tr("law of one value, and of the mean"), Role::Warning});
  } else {
    const double peak =
        addNormal(view, isBootstrap ? r.sampleMean : r.law.mean, error,
                  isBootstrap ? Words::tr("Normal with s/√n") : Words::tr("Normal with σ/√n"));
    top = std::max(top, peak);
    if (peak > 0) {
      view.legend.push_back(
          {isBootstrap ? Words::tr("normal, spread s/√n") : Words::tr("normal, spread σ/√n"),
           Role::Reference});
      if (!isBootstrap)
        addErrorHandle(view, p, r, peak);
    }
  }
  top = top > 0 ? 1.25 * top : 1;
  addUpright(view, r.law.mean, 0, 0.92 * top, Stroke{Role::Ink, 1.5, Dash::Dashed});
  if (isBootstrap) {
    addUpright(view, r.sampleMean, 0, 0.92 * top, Stroke{Role::Positive, 1.5, Dash::Solid});
    view.legend.push_back({Words::tr("the sample, its interval"), Role::Positive});
  }
  view.legend.push_back(
      {isBootstrap ? Words::tr("means of resamples") : Words::tr("means so far"), meanRole});
  view.y = {tex::text(Words::tr("density")), -0.07 * top, top};
  return view;
}

scene::PlaneView pathView(const Params& p, const Result& r) {
  scene::PlaneView view;
  view.key = QStringLiteral("path");
  view.title = Words::tr("Mean of all values so far");
  const double most = std::max<double>(200, static_cast<double>(r.path.size()));
  const double middle = std::isfinite(r.law.mean) ? r.law.mean : 5;
  const double half = std::isfinite(r.law.spread) ? std::max(0.5, 1.3 * r.law.spread) : 5;
  view.x = {tex::text(Words::tr("values drawn")), 0, 1.03 * most};
  view.y = {tex::text(Words::tr("running mean")), middle - half, middle + half};
  view.equalAspect = false;
  if (std::isfinite(r.law.spread)) {
    std::vector<QPointF> outline;
    for (int i = 1; i <= 120; ++i)
      outline.emplace_back(most * i / 120, middle + 2 * r.law.spread / std::sqrt(most * i / 120));
    for (int i = 120; i >= 1; --i)
      outline.emplace_back(most * i / 120, middle - 2 * r.law.spread / std::sqrt(most * i / 120));
    view.marks.push_back(scene::Region{
        std::move(outline), scene::Fill{Role::Reference, 0.18}, {}, Words::tr("Two standard errors")});
    view.legend.push_back({Words::tr("μ ± 2 σ/√n"), Role::Reference});
  }
  if (std::isfinite(r.law.mean))
    view.marks.push_back(scene::Curve{{{0, middle}, {most, middle}},
                                      Stroke{Role::Reference, 2, Dash::Dashed},
                                      Words::tr("Mean of the population")});
  std::vector<QPointF> path;
  for (std::size_t i = 0; i < r.path.size(); ++i)
    path.emplace_back(static_cast<double>(i + 1), r.path[i]);
  const Role role = p.population == Population::Cauchy ? Role::Warning : meanRole;
  view.marks.push_back(scene::Curve{std::move(path), Stroke{role, 2.5}, Words::tr("Mean so far")});
  view.legend.push_back({Words::tr("mean so far"), role});
  return view;
}

scene::Scene drawn(const Params& params, const Result& result) {
  scene::Scene scene;
  scene.views = {populationView(params, result),
                 params.mode == Mode::Path ? pathView(params, result) : meansView(params, result)};
  return scene;
}

} // namespace eigenboard::panels::statistics::sampling_panel
