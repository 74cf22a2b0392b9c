#include "views/panels/optimization/convexity_words.h"
#include "views/panels/support/tex.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace eigenboard::panels::optimization::convexity_panel {

using scene::Dash;
using scene::Role;
using scene::Stroke;

namespace {

/// Far above and below every picture.
double beyond(double bottom, double top) {
  return 4 * (std::abs(bottom) + std::abs(top));
}

void addConcaveBands(scene::PlaneView& view, const CurveGround& ground, double bottom, double top) {
  const double far = beyond(bottom, top);
  for (const math::Interval& part : ground.concave)
    view.marks.push_back(
        scene::Region{{{part.low, -far}, {part.high, -far}, {part.high, far}, {part.low, far}},
                      scene::Fill{Role::Warning, 0.09},
                      {},
                      Words::tr("Here f bends down")});
}

/// The samples as curves, in pieces where the height is finite.
template <typename Height>
void addSamples(scene::PlaneView& view, const math::CurveSamples& samples, Height height,
                const Stroke& stroke, const QString& name) {
  std::vector<QPointF> piece;
  for (std::size_t i = 0; i <= samples.places.size(); ++i) {
    const bool isThere = i < samples.places.size() && std::isfinite(height(samples.points[i]));
    if (isThere)
      piece.emplace_back(samples.places[i], height(samples.points[i]));
    else if (piece.size() > 1)
      view.marks.push_back(scene::Curve{std::exchange(piece, {}), stroke, name});
    else
      piece.clear();
  }
}

/// The pieces of samples with a property, in order.
template <typename Holds>
std::vector<std::vector<std::size_t>> runsOf(const math::CurveSamples& samples, Holds holds) {
  std::vector<std::vector<std::size_t>> runs;
  bool goesOn = false;
  for (std::size_t i = 0; i < samples.places.size(); ++i) {
    const bool isIn = holds(i);
    if (isIn && !goesOn)
      runs.emplace_back();
    if (isIn)
      runs.back().push_back(i);
    goesOn = isIn;
  }
  std::erase_if(runs, [](const auto& run) { return run.size() < 2; });
  return runs;
}

/// Where heights lie above a line (sign 1) or below it (−1): the area between, and the heights as a thick
/// line.
template <typename Height, typename Line>
void addFailure(scene::PlaneView& view, const math::CurveSamples& samples, Height height, Line line,
                double sign, double rounding, const QString& name) {
  const auto fails = [&](std::size_t i) {
    return sign * (height(samples.points[i]) - line(samples.places[i])) > rounding;
  };
  for (const std::vector<std::size_t>& run : runsOf(samples, fails)) {
    std::vector<QPointF> piece;
    for (const std::size_t i : run)
      piece.emplace_back(samples.places[i], height(samples.points[i]));
    std::vector<QPointF> outline = piece;
    for (std::size_t k = run.size(); k-- > 0;)
      outline.emplace_back(samples.places[run[k]], line(samples.places[run[k]]));
    view.marks.push_back(scene::Region{std::move(outline), scene::Fill{Role::Warning, 0.3}, {}, name});
    view.marks.push_back(scene::Curve{std::move(piece), Stroke{Role::Warning, 3.2, Dash::Solid, 1}, name});
  }
}

double valueOf(const math::CurvePoint& point) {
  return point.value;
}
double bendOf(const math::CurvePoint& point) {
  return point.bend;
}

void addChord(scene::PlaneView& view, const CurveResult& r) {
  if (std::isnan(r.chord.excess))
    return;
  const math::CurveSamples& between = r.chord.between;
  addFailure(
      view, between, valueOf, [&](double x) { return r.chord.chord(x); }, 1, r.rounding,
      Words::tr("f above its chord"));
  view.marks.push_back(
      scene::Curve{{{between.places.front(), r.chord.first}, {between.places.back(), r.chord.second}},
                   Stroke{Role::Response, 2.6, Dash::Solid, 1},
                   Words::tr("Chord")});
}

void addTangent(scene::PlaneView& view, const CurveResult& r) {
  if (std::isnan(r.tangent.deficit))
    return;
  const auto tangent = [&r](double x) { return QPointF(x, r.tangent.tangent(x)); };
  view.marks.push_back(scene::Curve{{tangent(-2 * reach), tangent(2 * reach)},
                                    Stroke{Role::Reference, 2, Dash::Dashed, 1},
                                    Words::tr("Tangent")});
  const math::CurveSamples& samples = r.ground->samples;
  const auto dips = [&](std::size_t i) {
    return samples.points[i].value - r.tangent.tangent(samples.places[i]) < -r.rounding;
  };
  for (const std::vector<std::size_t>& run : runsOf(samples, dips))
    view.marks.push_back(
        scene::Curve{{tangent(samples.places[run.front()]), tangent(samples.places[run.back()])},
                     Stroke{Role::Warning, 2.4, Dash::Dashed, 1},
                     Words::tr("Here f lies below its tangent")});
}

void addGap(scene::PlaneView& view, const Params& p, const CurveResult& r) {
  const double height = r.chord.chord(p.mean());
  if (!std::isfinite(r.gap))
    return;
  const double value = height - r.gap;
  view.marks.push_back(scene::Curve{{{p.mean(), value}, {p.mean(), height}},
                                    Stroke{Role::Highlight, 4, Dash::Solid, 1},
                                    Words::tr("Jensen's gap")});
  view.marks.push_back(
      scene::Points{{{p.mean(), height}}, Role::Response, 4.5, 1, Words::tr("The mean of f at the ends")});
  // Each on its own side of the chord, which may lie either way.
  const double side = r.gap >= 0 ? 1 : -1;
  view.marks.push_back(scene::Label{
      {p.mean(), height}, QStringLiteral("\\mathrm{E}\\,f(X)"), Role::Response, {-28, -16 * side}, true});
  view.marks.push_back(scene::Label{
      {p.mean(), value}, QStringLiteral("f(\\mathrm{E}\\,X)"), Role::DragSecond, {30, 16 * side}, true});
}

scene::Handle handleOf(const QString& key, const QString& name, double x, double y, const CurveGround& ground,
                       Role role, std::function<double(double)> read) {
  const double height = std::isfinite(y) ? y : ground.bottom;
  return {key, name, {x, height}, role, [key, read = std::move(read)](QPointF to) {
            return scene::Assignments{{key, read(to.x())}};
          }};
}

scene::PlaneView testsView(const Params& p, const CurveResult& r) {
  const CurveGround& ground = *r.ground;
  scene::PlaneView view;
  view.key = QStringLiteral("tests");
  view.title = Words::tr("Chord and tangent");
  view.x = {QStringLiteral("x"), -reach, reach};
  view.y = {QStringLiteral("f(x)"), ground.bottom, ground.top};
  view.equalAspect = false;
  addConcaveBands(view, ground, ground.bottom, ground.top);
  addSamples(view, ground.samples, valueOf, Stroke{Role::Ink, 2.4, Dash::Solid, 1}, Words::tr("f"));
  if (p.tangent)
    addTangent(view, r);
  addChord(view, r);
  addGap(view, p, r);
  const auto plain = [](double x) { return x; };
  view.handles.push_back(handleOf(QStringLiteral("a"), Words::tr("First end of the chord"), p.a,
                                  r.chord.first, ground, Role::Drag, plain));
  view.handles.push_back(handleOf(QStringLiteral("b"), Words::tr("Second end of the chord"), p.b,
                                  r.chord.second, ground, Role::Drag, plain));
  view.handles.push_back(handleOf(
      QStringLiteral("weight"), Words::tr("Weighted mean of the ends"), p.mean(), r.tangent.touch.value,
      ground, Role::DragSecond,
      [a = p.a, b = p.b, weight = p.weight](double x) { return a == b ? weight : (x - a) / (b - a); }));
  view.legend.push_back({verdict(r), r.isConvex() ? Role::Positive : Role::Warning});
  view.legend.push_back({r.failsChord() ? Words::tr("chord, crossed") : Words::tr("chord"), Role::Response});
  if (p.tangent)
    view.legend.push_back(
        {r.failsTangent() ? Words::tr("tangent, undercut") : Words::tr("tangent"), Role::Reference});
  view.legend.push_back({Words::tr("Jensen's gap"), Role::Highlight});
  return view;
}

scene::PlaneView bendView(const Params& p, const CurveResult& r) {
  const CurveGround& ground = *r.ground;
  scene::PlaneView view;
  view.key = QStringLiteral("bend");
  view.title = Words::tr("Curvature");
  view.x = {QStringLiteral("x"), -reach, reach};
  view.y = {QStringLiteral("f''(x)"), ground.bendBottom, ground.bendTop};
  view.equalAspect = false;
  addConcaveBands(view, ground, ground.bendBottom, ground.bendTop);
  addFailure(
      view, ground.samples, bendOf, [](double) { return 0.0; }, -1, 0, Words::tr("f″ below 0"));
  addSamples(view, ground.samples, bendOf, Stroke{Role::Response, 2.2, Dash::Solid, 1}, Words::tr("f″"));
  if (std::isfinite(r.tangent.touch.bend))
    view.marks.push_back(scene::Points{
        {{p.mean(), r.tangent.touch.bend}}, Role::DragSecond, 5, 1, Words::tr("Curvature at the mean")});
  return view;
}

} // namespace

scene::Scene curveScene(const Params& params, const CurveResult& result) {
  scene::Scene scene;
  scene.views.emplace_back(testsView(params, result));
  scene.views.emplace_back(bendView(params, result));
  return scene;
}

} // namespace eigenboard::panels::optimization::convexity_panel
