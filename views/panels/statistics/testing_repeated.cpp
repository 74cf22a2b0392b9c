#include "core/statistics/description.h"
#include "core/statistics/permutation_test.h"
#include "core/statistics/repeated_tests.h"
#include "views/panels/statistics/testing_model.h"
#include "views/panels/support/tex.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace eigenboard::panels::statistics::testing_panel {

using scene::Dash;
using scene::Role;
using scene::Stroke;

namespace {

constexpr Role ofA = Role::Reference;
constexpr Role ofB = Role::Response;
constexpr double mostShown = 4.5; ///< of ratings, in standard deviations

/// Dots in a row, a little apart by turns so that none hides another.
std::vector<QPointF> dotsInRow(std::span<const double> values, double row) {
  std::vector<QPointF> dots;
  for (std::size_t i = 0; i < values.size(); ++i)
    dots.emplace_back(values[i], row + 0.1 * (static_cast<double>(i % 5) - 2));
  return dots;
}

void addMean(scene::PlaneView& view, double mean, double row, Role role, const QString& tex) {
  view.marks.push_back(scene::Segments{{QLineF(mean, row - 0.4, mean, row + 0.4)}, Stroke{role, 3}});
  view.marks.push_back(scene::Label{{mean, row + 0.4}, tex, role, {0, -12}});
}

scene::Handle levelHandle(const QString& key, QPointF at) {
  return {key, Words::tr("Level α"), at, Role::DragSecond, [](QPointF to) {
            return scene::Assignments{{QStringLiteral("alpha"), to.y()}};
          }};
}

} // namespace

scene::PlaneView ratingsView(const Params& p, const Result& r) {
  scene::PlaneView view;
  view.key = QStringLiteral("ratings");
  view.title = Words::tr("What %1 users of each gave").arg(p.users);
  view.x = {QStringLiteral("\\text{%1}/\\sigma").arg(Words::tr("rating")), -3.4, mostShown};
  view.y = {tex::text(Words::tr("recommender")), 0.2, 3, false};
  view.equalAspect = false;
  const std::span<const double> ratings(r.ratings);
  const auto users = static_cast<std::size_t>(p.users);
  view.marks.push_back(
      scene::Points{dotsInRow(ratings.first(users), 2.2), ofA, 4.5, 0.8, Words::tr("Users of A")});
  view.marks.push_back(
      scene::Points{dotsInRow(ratings.subspan(users), 1), ofB, 4.5, 0.8, Words::tr("Users of B")});
  const double meanA = math::mean(ratings.first(users));
  const double meanB = math::mean(ratings.subspan(users));
  addMean(view, meanA, 2.2, ofA, QStringLiteral("\\bar{a}"));
  addMean(view, meanB, 1, ofB, QStringLiteral("\\bar{b}"));
  view.marks.push_back(scene::Segments{{QLineF(meanA, 0.4, meanA, 1.8), QLineF(meanA, 0.5, meanB, 0.5)},
                                       Stroke{Role::Muted, 1.5, Dash::Dotted}});
  view.legend = {{Words::tr("users of A"), ofA}, {Words::tr("users of B"), ofB}};
  view.handles.push_back({QStringLiteral("mean_b"), Words::tr("Mean of B: moves all of B's users"),
                          QPointF(meanB, 1), Role::Drag, [rest = meanB - p.effect](QPointF to) {
                            return scene::Assignments{{QStringLiteral("effect"), to.x() - rest}};
                          }});
  return view;
}

scene::PlaneView shuffledView(const Params& p, const Result& r) {
  scene::PlaneView view;
  view.key = QStringLiteral("shuffled");
  view.title = Words::tr("Differences when dealt out anew");
  const double error = std::sqrt(math::variance(r.ratings, 1)) * std::sqrt(2.0 / p.users);
  const double reach = std::max({4 * error, 1.25 * std::abs(r.difference), 0.5});
  view.x = {QStringLiteral("\\bar{b} - \\bar{a}"), -reach, reach};
  view.equalAspect = false;
  const double width = reach / 20;
  std::map<long, std::pair<int, int>> counts; // all, and as extreme
  for (const double difference : r.differences) {
    auto& [all, extreme] = counts[std::lround(std::floor(difference / width))];
    ++all;
    extreme += math::isAsExtreme(difference, r.difference, p.side()) ? 1 : 0;
  }
  double top = 5;
  const auto bar = [&](long bin, double from, double to, Role role, const QString& name) {
    const double left = static_cast<double>(bin) * width;
    if (to > from)
      view.marks.push_back(scene::Region{{{left, from}, {left + width, from}, {left + width, to}, {left, to}},
                                         scene::Fill{role, 0.45},
                                         Stroke{role, 1},
                                         name});
  };
  for (const auto& [bin, count] : counts) {
    bar(bin, 0, count.second, Role::Warning, Words::tr("At least as extreme"));
    bar(bin, count.second, count.first, ofA, Words::tr("Less extreme"));
    top = std::max(top, static_cast<double>(count.first));
  }
  const auto line = [&](double x, const Stroke& stroke) {
    view.marks.push_back(scene::Segments{{QLineF(x, 0, x, 1.08 * top)}, stroke});
  };
  line(r.difference, Stroke{ofB, 2.5});
  if (p.twoSided)
    line(-r.difference, Stroke{ofB, 1.5, Dash::Dashed});
  view.marks.push_back(scene::Label{{r.difference, 1.08 * top}, tex::text(Words::tr("seen")), ofB, {0, -10}});
  view.y = {tex::text(Words::tr("times dealt")), -0.05 * top, 1.25 * top};
  view.legend = {{Words::tr("what was seen"), ofB},
                 {Words::tr("dealt, as extreme"), Role::Warning},
                 {Words::tr("dealt, less so"), ofA}};
  return view;
}

scene::PlaneView pathsView(const Params& p, const Result& r) {
  scene::PlaneView view;
  view.key = QStringLiteral("paths");
  view.title = Words::tr("p without an effect, look by look");
  view.x = {tex::text(Words::tr("users per group so far")), 0, 1.04 * p.n};
  view.y = {QStringLiteral("p"), -0.04, 1.06};
  view.equalAspect = false;
  const auto curveOf = [&p](const std::vector<double>& path) {
    std::vector<QPointF> points;
    for (std::size_t look = 0; look < path.size(); ++look)
      points.emplace_back(static_cast<double>(look + 1) * p.n / p.looks, path[look]);
    return points;
  };
  view.marks.push_back(scene::Region{{{0, 0}, {1.04 * p.n, 0}, {1.04 * p.n, p.alpha}, {0, p.alpha}},
                                     scene::Fill{Role::Warning, 0.2},
                                     {},
                                     Words::tr("Called significant")});
  constexpr std::size_t shown = 12;
  const std::size_t first = r.paths.size() > shown ? r.paths.size() - shown : 0;
  for (std::size_t i = first; i + 1 < r.paths.size(); ++i)
    view.marks.push_back(scene::Curve{curveOf(r.paths[i]), Stroke{Role::Reference, 1.2, Dash::Solid, 0.5},
                                      Words::tr("Earlier")});
  if (!r.paths.empty()) {
    const std::vector<QPointF> latest = curveOf(r.paths.back());
    view.marks.push_back(scene::Curve{latest, Stroke{Role::Response, 2.5}, Words::tr("The latest")});
    view.marks.push_back(scene::Points{latest, Role::Response, 3.5, 1, Words::tr("A look")});
    std::vector<QPointF> hits;
    for (const QPointF& point : latest)
      if (point.y() <= p.alpha)
        hits.push_back(point);
    view.marks.push_back(scene::Points{hits, Role::Warning, 5, 1, Words::tr("Significant at this look")});
  }
  view.legend = {{Words::tr("latest experiment"), Role::Response},
                 {Words::tr("earlier ones"), Role::Reference},
                 {Words::tr("significant"), Role::Warning}};
  view.handles.push_back(levelHandle(QStringLiteral("level"), QPointF(0.5 * p.n, p.alpha)));
  return view;
}

scene::PlaneView peekingView(const Params& p, const Result& r) {
  scene::PlaneView view;
  view.key = QStringLiteral("peeking");
  view.title = Words::tr("False alarms by then");
  view.x = {tex::text(Words::tr("looks")), 0, p.looks + 0.7};
  const double top =
      std::max({0.3, 1.2 * r.peekingError.back(), r.peekingShare.empty() ? 0 : 1.05 * r.peekingShare.back()});
  view.y = {tex::text(Words::tr("share called significant")), -0.04 * top, top};
  view.equalAspect = false;
  const auto pointsOf = [](const std::vector<double>& shares) {
    std::vector<QPointF> points;
    for (std::size_t look = 0; look < shares.size(); ++look)
      points.emplace_back(static_cast<double>(look + 1), shares[look]);
    return points;
  };
  view.marks.push_back(scene::Curve{{{0, p.alpha}, {p.looks + 0.7, p.alpha}},
                                    Stroke{Role::DragSecond, 1.5, Dash::Dashed},
                                    Words::tr("What was promised: alpha")});
  view.marks.push_back(scene::Curve{pointsOf(r.peekingError), Stroke{Role::Warning, 2.5},
                                    Words::tr("Exact: stopping at the first")});
  view.marks.push_back(scene::Points{pointsOf(r.peekingError), Role::Warning, 3.5, 1, Words::tr("Exact")});
  view.marks.push_back(scene::Points{pointsOf(r.peekingShare), Role::Response, 4.5, 0.9,
                                     Words::tr("Of the experiments so far")});
  view.legend = {{Words::tr("exact"), Role::Warning},
                 {Words::tr("of %1 experiments").arg(r.experiments), Role::Response},
                 {Words::tr("α, with one look"), Role::DragSecond}};
  view.handles.push_back({QStringLiteral("looks"), Words::tr("How many looks"),
                          QPointF(p.looks, r.peekingError.back()), Role::Drag, [](QPointF to) {
                            return scene::Assignments{{QStringLiteral("looks"), std::round(to.x())}};
                          }});
  return view;
}

scene::PlaneView familyView(const Params& p, const Result& r) {
  scene::PlaneView view;
  view.key = QStringLiteral("family");
  view.title = Words::tr("The p-values of the latest family, in order");
  view.x = {tex::text(Words::tr("rank")), 0, p.tests + 1.0};
  // A correction is about the small ones.
  const double top = p.correction == Correction::None ? 1.06 : std::max(0.3, 3 * p.alpha);
  view.y = {QStringLiteral("p"), -0.04 * top, top};
  view.equalAspect = false;
  std::vector<std::size_t> order(r.family.size());
  std::iota(order.begin(), order.end(), std::size_t(0));
  std::stable_sort(order.begin(), order.end(),
                   [&r](std::size_t one, std::size_t other) { return r.family[one] < r.family[other]; });
  std::vector<QPointF> quiet;
  std::vector<QPointF> falseAlarms;
  std::vector<QPointF> found;
  std::vector<QPointF> missed;
  for (std::size_t rank = 0; rank < order.size(); ++rank) {
    const std::size_t test = order[rank];
    const bool isReal = static_cast<int>(test) < p.realTests();
    auto& list = r.significant[test] ? (isReal ? found : falseAlarms) : (isReal ? missed : quiet);
    list.emplace_back(static_cast<double>(rank + 1), r.family[test]);
  }
  const double last = p.tests + 1.0;
  const double atLast = p.alpha * last / p.tests;
  const Stroke line{Role::DragSecond, 2};
  const Stroke idle{Role::Muted, 1.2, Dash::Dashed, 0.7};
  const auto add = [&](std::vector<QPointF> points, Correction correction, const QString& name) {
    view.marks.push_back(scene::Curve{std::move(points), p.correction == correction ? line : idle, name});
  };
  add({{0, p.alpha}, {last, p.alpha}}, Correction::None, Words::tr("Level α"));
  add({{0, p.alpha / p.tests}, {last, p.alpha / p.tests}}, Correction::Bonferroni,
      Words::tr("Bonferroni: α/m"));
  add({{0, 0}, {last, atLast}}, Correction::BenjaminiHochberg, Words::tr("Benjamini–Hochberg: rank · α/m"));
  view.marks.push_back(
      scene::Points{quiet, Role::Reference, 4.5, 1, Words::tr("No effect, not significant")});
  view.marks.push_back(scene::Points{missed, Role::Negative, 5, 1, Words::tr("An effect, missed")});
  view.marks.push_back(scene::Points{found, Role::Response, 5, 1, Words::tr("An effect, found")});
  view.marks.push_back(scene::Points{falseAlarms, Role::Warning, 5.5, 1, Words::tr("False alarm")});
  view.legend = {{Words::tr("false alarm"), Role::Warning},
                 {Words::tr("effect, found"), Role::Response},
                 {Words::tr("effect, missed"), Role::Negative},
                 {Words::tr("no effect"), Role::Reference},
                 {Words::tr("border in use"), Role::DragSecond}};
  view.handles.push_back(levelHandle(QStringLiteral("level"), QPointF(p.tests + 0.5, p.alpha)));
  return view;
}

scene::PlaneView familiesView(const Params& p, const Result& r) {
  scene::PlaneView view;
  view.key = QStringLiteral("families");
  view.title = Words::tr("At least one false alarm");
  constexpr int mostTests = 50;
  view.x = {QStringLiteral("m\\;\\text{%1}").arg(Words::tr("tests without an effect")), 0, mostTests + 1.0};
  view.y = {tex::text(Words::tr("probability")), -0.04, 1.06};
  view.equalAspect = false;
  std::vector<QPointF> curve;
  for (int m = 0; m <= mostTests; ++m)
    curve.emplace_back(m, math::errorOfFamily(m, p.alpha));
  const int nulls = p.tests - p.realTests();
  view.marks.push_back(scene::Curve{{{0, p.alpha}, {mostTests + 1.0, p.alpha}},
                                    Stroke{Role::DragSecond, 1.5, Dash::Dashed},
                                    Words::tr("Level of one test")});
  view.marks.push_back(scene::Curve{curve, Stroke{Role::Warning, 2.5}, Words::tr("Without correction")});
  if (std::isfinite(r.familyShare))
    view.marks.push_back(scene::Points{{{static_cast<double>(nulls), r.familyShare}},
                                       Role::Response,
                                       6,
                                       1,
                                       Words::tr("Share of the families so far")});
  view.legend = {{Words::tr("1 − (1 − α)^m, uncorrected"), Role::Warning},
                 {Words::tr("of %1 families").arg(r.experiments), Role::Response},
                 {Words::tr("α"), Role::DragSecond}};
  view.handles.push_back({QStringLiteral("tests"), Words::tr("How many tests"), QPointF(nulls, r.familyError),
                          Role::Drag, [real = p.real](QPointF to) {
                            return scene::Assignments{{QStringLiteral("tests"), std::round(to.x()) + real}};
                          }});
  return view;
}

} // namespace eigenboard::panels::statistics::testing_panel
