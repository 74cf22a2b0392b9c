#include "views/panels/statistics/estimation_views.h"
#include "views/panels/support/figure.h"
#include "views/panels/support/tex.h"

#include <QtCore/QLineF>

#include <algorithm>
#include <cmath>

namespace eigenboard::panels::statistics::estimation_panel {

using scene::Dash;
using scene::Stroke;

namespace {

constexpr int intervalsShown = 50;

std::vector<QPointF> ring(const QPointF& centre, double radius) {
  std::vector<QPointF> points;
  for (const Eigen::Vector2d& point : figure::unitCircle())
    points.emplace_back(centre.x() + radius * point.x(), centre.y() + radius * point.y());
  return points;
}

} // namespace

scene::PlaneView danceView(const Params& p, const Result& r) {
  const int samples = r.repeated.samples;
  const int first = std::max(0, samples - intervalsShown); ///< the samples before it are not shown
  scene::PlaneView view;
  view.key = QStringLiteral("dance");
  view.title = Words::tr("One interval for each sample; the truth stands still");
  view.equalAspect = false;
  view.backgroundGrid = false;
  const double bottom = first - 3.0;
  const double top = first + intervalsShown + 1.0;
  view.x = {QStringLiteral("\\mu"), -0.4, dataReach + 0.4};
  view.y = {tex::text(Words::tr("sample")), bottom, top};
  scene::Segments caught{{}, Stroke{Role::Response, 2, Dash::Solid, 0.85}};
  scene::Segments missed{{}, Stroke{Role::Warning, 3}};
  std::vector<QPointF> centres;
  std::vector<QPointF> centresMissed;
  for (int i = first + 1; i <= samples; ++i) {
    const Step& step = r.history[static_cast<std::size_t>(i)];
    const bool isCaught = step.interval.contains(p.trueMean);
    (isCaught ? caught : missed).lines.emplace_back(step.interval.low, i, step.interval.high, i);
    (isCaught ? centres : centresMissed).emplace_back(step.sampleMean, i);
  }
  view.marks.push_back(scene::Curve{
      {{p.trueMean, bottom}, {p.trueMean, top}}, Stroke{Role::Drag, 2.2}, Words::tr("True mean")});
  view.marks.push_back(std::move(caught));
  view.marks.push_back(std::move(missed));
  view.marks.push_back(scene::Points{centres, Role::Response, 2.6, 1,
                                     Words::tr("Mean of a sample whose interval contains the truth")});
  view.marks.push_back(scene::Points{centresMissed, Role::Warning, 3.4, 1,
                                     Words::tr("Mean of a sample whose interval misses the truth")});
  const double foot = bottom + 1.5;
  view.marks.push_back(scene::Curve{{{p.trueMean - p.trueSpread, foot}, {p.trueMean + p.trueSpread, foot}},
                                    Stroke{Role::DragSecond, 5, Dash::Solid, 0.45},
                                    Words::tr("One spread of a single value to each side")});
  view.legend = {{Words::tr("contains the truth"), Role::Response},
                 {Words::tr("misses it"), Role::Warning},
                 {Words::tr("spread of one value"), Role::DragSecond}};
  view.handles.push_back(
      {QStringLiteral("true_mean"), Words::tr("True mean"), {p.trueMean, foot}, Role::Drag, [](QPointF to) {
         return scene::Assignments{{QStringLiteral("true_mean"), to.x()}};
       }});
  view.handles.push_back({QStringLiteral("true_spread"),
                          Words::tr("True spread"),
                          {p.trueMean + p.trueSpread, foot},
                          Role::DragSecond,
                          [mean = p.trueMean](QPointF to) {
                            return scene::Assignments{{QStringLiteral("true_spread"), to.x() - mean}};
                          }});
  return view;
}

scene::PlaneView coverageView(const Params& p, const Result& r) {
  const int samples = r.repeated.samples;
  scene::PlaneView view;
  view.key = QStringLiteral("coverage");
  view.title = Words::tr("Share of intervals that contain the truth");
  view.equalAspect = false;
  const int last = std::max(50, samples);
  view.x = {tex::text(Words::tr("samples")), 0, last * 1.04};
  view.y = {tex::text(Words::tr("coverage so far")), std::min(0.5, p.level - 0.3), 1.02};
  scene::Region band{{},
                     scene::Fill{Role::Reference, 0.15},
                     std::nullopt,
                     Words::tr("Two standard errors of a share about the level")};
  const auto edge = [&](double n, double sign) {
    return QPointF(n, std::min(1.0, p.level + sign * 2 * std::sqrt(p.level * (1 - p.level) / n)));
  };
  constexpr int chords = 60;
  for (int i = 0; i <= chords; ++i)
    band.outline.push_back(edge(1 + (last - 1.0) * i / chords, 1));
  for (int i = chords; i >= 0; --i)
    band.outline.push_back(edge(1 + (last - 1.0) * i / chords, -1));
  view.marks.push_back(std::move(band));
  view.marks.push_back(scene::Curve{{{0, p.level}, {last * 1.04, p.level}},
                                    Stroke{Role::Reference, 2, Dash::Dashed, 1},
                                    Words::tr("Level asked for")});
  if (std::isfinite(r.repeated.promised) && p.procedure == math::MeanProcedure::NormalWithS)
    view.marks.push_back(scene::Curve{{{0, r.repeated.promised}, {last * 1.04, r.repeated.promised}},
                                      Stroke{Role::Warning, 2, Dash::Dashed, 1},
                                      Words::tr("What the procedure really covers")});
  scene::Curve coverage{{}, Stroke{Role::Response, 2.4}, Words::tr("Coverage so far")};
  std::vector<QPointF> misses;
  int caught = 0;
  for (int i = 1; i <= samples; ++i) {
    const bool isCaught = r.history[static_cast<std::size_t>(i)].interval.contains(p.trueMean);
    caught += isCaught ? 1 : 0;
    coverage.points.emplace_back(i, static_cast<double>(caught) / i);
    if (!isCaught)
      misses.push_back(coverage.points.back());
  }
  view.marks.push_back(std::move(coverage));
  view.marks.push_back(scene::Points{misses, Role::Warning, 4, 1, Words::tr("A miss")});
  view.legend = {{Words::tr("seen"), Role::Response},
                 {Words::tr("asked for"), Role::Reference},
                 {Words::tr("miss"), Role::Warning}};
  view.handles.push_back({QStringLiteral("level"),
                          Words::tr("Level asked for"),
                          {last * 1.02, p.level},
                          Role::Drag,
                          [](QPointF to) {
                            return scene::Assignments{{QStringLiteral("level"), to.y()}};
                          }});
  return view;
}

scene::PlaneView targetView(const Params& p, const Result& r) {
  const double truth = r.repeated.truth;
  // Rings of the size of an unbiased estimator's error, which no weight changes.
  const double unit = std::sqrt(riskAt(p, 1).variance);
  scene::PlaneView view;
  view.key = QStringLiteral("target");
  view.title = Words::tr("Each dart: two estimates from two samples");
  const double half = 3.3 * unit;
  const QString estimate =
      p.estimator == Estimator::ShrunkMean ? QStringLiteral("\\hat\\mu") : QStringLiteral("\\hat\\sigma^2");
  view.x = {estimate + QStringLiteral("_1"), truth - half, truth + half};
  view.y = {estimate + QStringLiteral("_2"), truth - half, truth + half};
  view.backgroundGrid = false;
  const QPointF centre(truth, truth);
  for (const int radius : {1, 2, 3})
    view.marks.push_back(
        scene::Region{ring(centre, radius * unit), scene::Fill{Role::Reference, 0.07},
                      Stroke{Role::Reference, 1, Dash::Solid, 0.6},
                      Words::tr("%1 standard errors of the unbiased estimator").arg(radius)});
  scene::Points darts{{}, Role::Response, 3, 0.55, Words::tr("A dart")};
  for (const Step& step : r.history)
    darts.points.insert(darts.points.end(), step.darts.begin(), step.darts.end());
  view.marks.push_back(std::move(darts));
  const double expected = truth + r.repeated.risk.bias;
  const QPointF aimed(expected, expected);
  view.marks.push_back(scene::Curve{ring(aimed, std::sqrt(r.repeated.risk.variance)),
                                    Stroke{Role::Response, 2.2, Dash::Dashed, 1},
                                    Words::tr("Spread of the estimates, by theory")});
  view.marks.push_back(scene::Arrow{centre,
                                    aimed,
                                    Stroke{Role::Warning, 4},
                                    {},
                                    Words::tr("Bias: from the truth to the mean of the estimates")});
  view.marks.push_back(scene::Points{{centre}, Role::Ink, 5, 1, Words::tr("Truth")});
  view.marks.push_back(
      scene::Points{{aimed}, Role::Warning, 4, 1, Words::tr("Mean of the estimates, by theory")});
  view.legend = {{Words::tr("truth"), Role::Ink},
                 {Words::tr("bias"), Role::Warning},
                 {Words::tr("darts and their spread"), Role::Response}};
  if (p.estimator == Estimator::ShrunkMean)
    view.handles.push_back({QStringLiteral("guess"),
                            Words::tr("Guess that the mean is pulled to"),
                            {p.guess, p.guess},
                            Role::DragSecond,
                            [](QPointF to) {
                              return scene::Assignments{{QStringLiteral("guess"), to.x()}};
                            }});
  return view;
}

scene::PlaneView riskView(const Params& p, const Result& r) {
  scene::PlaneView view;
  view.key = QStringLiteral("risk");
  view.title = Words::tr("Mean squared error over the weight");
  view.equalAspect = false;
  constexpr double most = 1.25;
  scene::Curve error{{}, Stroke{Role::Ink, 2.6}, Words::tr("Mean squared error")};
  scene::Curve bias{{}, Stroke{Role::Warning, 2}, Words::tr("Bias squared")};
  scene::Curve variance{{}, Stroke{Role::Response, 2}, Words::tr("Variance")};
  constexpr int chords = 100;
  for (int i = 0; i <= chords; ++i) {
    const double weight = most * i / chords;
    const math::Risk risk = riskAt(p, weight);
    error.points.emplace_back(weight, risk.meanSquaredError());
    bias.points.emplace_back(weight, risk.bias * risk.bias);
    variance.points.emplace_back(weight, risk.variance);
  }
  const double top = 1.15 * std::max(riskAt(p, 1).variance * most * most,
                                     std::min(riskAt(p, 0).meanSquaredError(), 3 * riskAt(p, 1).variance));
  view.x = {QStringLiteral("w"), -0.03, most};
  view.y = {tex::text(Words::tr("squared error")), -0.05 * top, top};
  view.marks.push_back(std::move(bias));
  view.marks.push_back(std::move(variance));
  view.marks.push_back(std::move(error));
  const double best = r.repeated.bestWeight;
  view.marks.push_back(scene::Points{{{best, riskAt(p, best).meanSquaredError()}},
                                     Role::Highlight,
                                     6,
                                     1,
                                     Words::tr("Least mean squared error")});
  const double here = r.repeated.risk.meanSquaredError();
  view.marks.push_back(scene::Segments{{QLineF(r.repeated.weight, 0, r.repeated.weight, here)},
                                       Stroke{Role::Drag, 1.4, Dash::Dotted, 0.9}});
  if (r.repeated.estimates > 0)
    view.marks.push_back(scene::Points{{{r.repeated.weight, r.repeated.seenError}},
                                       Role::Reference,
                                       5,
                                       1,
                                       Words::tr("Mean squared error of the darts")});
  view.legend = {{Words::tr("squared error"), Role::Ink},
                 {Words::tr("bias squared"), Role::Warning},
                 {Words::tr("variance"), Role::Response},
                 {Words::tr("least"), Role::Highlight},
                 {Words::tr("of the darts"), Role::Reference}};
  const double own = static_cast<double>(p.estimator == Estimator::ShrunkMean ? Estimator::ShrunkMean
                                                                              : Estimator::OwnFactor);
  view.handles.push_back(
      {QStringLiteral("weight"),
       Words::tr("Weight of the unbiased estimator"),
       {r.repeated.weight, here},
       Role::Drag,
       [own](QPointF to) {
         return scene::Assignments{{QStringLiteral("weight"), to.x()}, {QStringLiteral("estimator"), own}};
       }});
  return view;
}

} // namespace eigenboard::panels::statistics::estimation_panel
