#include "core/statistics/test_power.h"
#include "views/panels/statistics/testing_model.h"
#include "views/panels/support/tex.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace eigenboard::panels::statistics::testing_panel {

using scene::Dash;
using scene::Role;
using scene::Stroke;

namespace {

constexpr Role nullRole = Role::Reference;
constexpr Role effectRole = Role::Response;
constexpr Role falseRole = Role::Warning;   ///< alpha: rejected though true
constexpr Role missedRole = Role::Negative; ///< beta: not rejected though false
constexpr double leastShown = -4;
constexpr double peak = 0.3989422804014327; ///< of N(0, 1)
constexpr double borderTop = 0.48;          ///< clear of the handle at the peak

double bell(double z) {
  return peak * std::exp(-0.5 * z * z);
}

std::vector<QPointF> bellCurve(double middle, double from, double to) {
  std::vector<QPointF> points;
  constexpr int parts = 120;
  const double left = std::max(from, middle - 5);
  const double right = std::min(to, middle + 5);
  for (int i = 0; i <= parts && left < right; ++i) {
    const double z = left + (right - left) * i / parts;
    points.emplace_back(z, bell(z - middle));
  }
  return points;
}

void addArea(scene::PlaneView& view, double middle, double from, double to, Role role, double opacity,
             const QString& name) {
  std::vector<QPointF> outline = bellCurve(middle, from, to);
  if (outline.size() < 2)
    return;
  outline.insert(outline.begin(), {outline.front().x(), 0});
  outline.emplace_back(outline.back().x(), 0);
  view.marks.push_back(scene::Region{std::move(outline), scene::Fill{role, opacity}, {}, name});
}

/// Users in the order of magnitude: 10, 100, …
void addUserTicks(scene::PlaneView& view) {
  for (int exponent = 1; exponent <= 4; ++exponent) {
    view.marks.push_back(scene::Label{{static_cast<double>(exponent), -0.05},
                                      QString::number(static_cast<int>(std::pow(10, exponent))),
                                      Role::Muted});
    view.marks.push_back(scene::Segments{{QLineF(exponent, 0, exponent, 1)}, Stroke{Role::Grid, 1}});
  }
}

constexpr int binCount = 20;

void addPHistogram(scene::PlaneView& view, const std::vector<double>& p, Role role, double opacity,
                   double& top, const QString& name) {
  std::vector<int> counts(binCount);
  for (const double value : p)
    ++counts[std::min<std::size_t>(binCount - 1, static_cast<std::size_t>(value * binCount))];
  std::vector<QPointF> outline{{0, 0}};
  for (int bin = 0; bin < binCount; ++bin) {
    const double height =
        counts[static_cast<std::size_t>(bin)] * static_cast<double>(binCount) / static_cast<double>(p.size());
    top = std::max(top, height);
    outline.emplace_back(static_cast<double>(bin) / binCount, height);
    outline.emplace_back((bin + 1.0) / binCount, height);
  }
  outline.emplace_back(1, 0);
  view.marks.push_back(scene::Region{std::move(outline), scene::Fill{role, opacity}, Stroke{role, 2}, name});
}

} // namespace

scene::PlaneView curvesView(const Params& p, const Result& r) {
  scene::PlaneView view;
  view.key = QStringLiteral("curves");
  view.title = Words::tr("The test statistic, without and with an effect");
  const double right = std::max(6.5, r.shift + 4);
  view.x = {QStringLiteral("z"), leastShown, right};
  view.y = {tex::text(Words::tr("density")), -0.05, 0.52};
  view.equalAspect = false;
  const double c = r.critical;
  addArea(view, r.shift, p.twoSided ? -c : leastShown - r.shift, c, missedRole, 0.28,
          Words::tr("Missed: beta"));
  addArea(view, r.shift, c, right, effectRole, 0.32, Words::tr("Found: power"));
  addArea(view, 0, c, right, falseRole, 0.6, Words::tr("False alarms: alpha"));
  if (p.twoSided)
    addArea(view, 0, leastShown, -c, falseRole, 0.6, Words::tr("False alarms: alpha"));
  view.marks.push_back(
      scene::Curve{bellCurve(0, leastShown, right), Stroke{nullRole, 2.5}, Words::tr("No effect: N(0, 1)")});
  view.marks.push_back(scene::Curve{bellCurve(r.shift, leastShown, right), Stroke{effectRole, 2.5},
                                    Words::tr("With the effect: N(δ, 1)")});
  const auto border = [&view](double z) {
    view.marks.push_back(
        scene::Segments{{QLineF(z, 0, z, borderTop)}, Stroke{Role::DragSecond, 1.5, Dash::Dashed}});
  };
  border(c);
  if (p.twoSided)
    border(-c);
  if (std::isfinite(r.latestZ) && r.latestZ >= leastShown && r.latestZ <= right) {
    view.marks.push_back(scene::Segments{{QLineF(r.latestZ, 0, r.latestZ, 0.2)}, Stroke{Role::Ink, 2.5}});
    view.marks.push_back(scene::Label{{r.latestZ, 0.2},
                                      QStringLiteral("p = %1").arg(tex::number(r.latestP, 3)),
                                      Role::Ink,
                                      {0, -12},
                                      true});
  }
  view.legend = {{Words::tr("no effect"), nullRole},
                 {Words::tr("with the effect; power"), effectRole},
                 {Words::tr("α: false alarms"), falseRole},
                 {Words::tr("β: missed"), missedRole}};
  view.handles.push_back({QStringLiteral("effect"), Words::tr("Middle of the curve with the effect"),
                          QPointF(r.shift, peak), Role::Drag, [perEffect = std::sqrt(p.n / 2.0)](QPointF to) {
                            return scene::Assignments{{QStringLiteral("effect"), to.x() / perEffect}};
                          }});
  view.handles.push_back(
      {QStringLiteral("alpha"), Words::tr("Critical value: beyond it the test rejects"),
       QPointF(c, borderTop), Role::DragSecond, [side = p.side()](QPointF to) {
         return scene::Assignments{{QStringLiteral("alpha"), math::normalTail(std::max(0.0, to.x()), side)}};
       }});
  return view;
}

scene::PlaneView powerView(const Params& p, const Result& r) {
  scene::PlaneView view;
  view.key = QStringLiteral("power");
  view.title = Words::tr("How many users it takes");
  view.x = {QStringLiteral("n\\;\\text{%1}").arg(Words::tr("users per group")), 0.25, 4.4, false};
  view.y = {tex::text(Words::tr("power")), -0.1, 1.08};
  view.equalAspect = false;
  view.backgroundGrid = false;
  addUserTicks(view);
  std::vector<QPointF> curve;
  for (int i = 0; i <= 160; ++i) {
    const double log = std::log10(2.0) + (4.3 - std::log10(2.0)) * i / 160;
    curve.emplace_back(log, math::powerOfZ(math::shiftOfZ(p.effect, std::pow(10, log)), p.alpha, p.side()));
  }
  view.marks.push_back(scene::Curve{{{0.3, p.alpha}, {4.35, p.alpha}},
                                    Stroke{falseRole, 1.5, Dash::Dashed},
                                    Words::tr("Alpha: false alarms")});
  view.marks.push_back(scene::Curve{
      {{0.3, wantedPower}, {4.35, wantedPower}}, Stroke{nullRole, 1.5, Dash::Dashed}, Words::tr("80 %")});
  view.marks.push_back(scene::Curve{curve, Stroke{effectRole, 2.5}, Words::tr("Power")});
  if (r.needed <= 20000) {
    const double log = std::log10(r.needed);
    view.marks.push_back(
        scene::Segments{{QLineF(log, 0, log, wantedPower)}, Stroke{Role::Highlight, 1.5, Dash::Dotted}});
    view.marks.push_back(
        scene::Points{{{log, wantedPower}}, Role::Highlight, 5, 1, Words::tr("Enough for 80 %")});
    view.marks.push_back(scene::Label{{log, wantedPower},
                                      tex::number(r.needed, 0),
                                      Role::Highlight,
                                      {log > 3.6 ? -26.0 : 26.0, -12},
                                      true});
  }
  view.legend = {{Words::tr("power at this effect"), effectRole},
                 {Words::tr("80 %"), nullRole},
                 {Words::tr("α"), falseRole},
                 {Words::tr("users for 80 %"), Role::Highlight}};
  view.handles.push_back(
      {QStringLiteral("n"), Words::tr("Users per group"),
       QPointF(std::log10(static_cast<double>(p.n)), r.power), Role::Drag, [](QPointF to) {
         return scene::Assignments{{QStringLiteral("n"), std::round(std::pow(10, std::min(to.x(), 6.0)))}};
       }});
  return view;
}

scene::PlaneView pValueView(const Params& p, const Result& r) {
  scene::PlaneView view;
  view.key = QStringLiteral("p_values");
  view.title = Words::tr("p-values of %1 experiments of each kind").arg(r.experiments);
  view.x = {QStringLiteral("p"), -0.02, 1.02};
  view.equalAspect = false;
  double top = 1.5;
  addPHistogram(view, r.realP, effectRole, 0.28, top, Words::tr("With the effect"));
  addPHistogram(view, r.nullP, nullRole, 0.25, top, Words::tr("No effect"));
  view.marks.push_back(scene::Segments{{QLineF(p.alpha, 0, p.alpha, 1.05 * top)},
                                       Stroke{Role::DragSecond, 1.5, Dash::Dashed}});
  view.y = {tex::text(Words::tr("density")), -0.06 * top, 1.12 * top};
  view.legend = {{Words::tr("no effect: all p alike"), nullRole}, {Words::tr("with the effect"), effectRole}};
  view.handles.push_back(
      {QStringLiteral("level"), Words::tr("Level α"), QPointF(p.alpha, 0), Role::DragSecond, [](QPointF to) {
         return scene::Assignments{{QStringLiteral("alpha"), to.x()}};
       }});
  return view;
}

scene::Scene drawn(const Params& params, const Result& result) {
  scene::Scene scene;
  switch (params.mode) {
  case Mode::Power:
    scene.views = {curvesView(params, result),
                   result.experiments > 0 ? pValueView(params, result) : powerView(params, result)};
    break;
  case Mode::Permutation:
    scene.views = {ratingsView(params, result), shuffledView(params, result)};
    break;
  case Mode::Peeking:
    scene.views = {pathsView(params, result), peekingView(params, result)};
    break;
  case Mode::Many:
    scene.views = {familyView(params, result), familiesView(params, result)};
    break;
  }
  return scene;
}

} // namespace eigenboard::panels::statistics::testing_panel
