#include "views/panels/optimization/convexity_words.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace eigenboard::panels::optimization::convexity_panel {

using panel::Invariant;
using panel::Readout;

namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

/// A value beyond all numbers, at a pole, is none here.
double finiteOrNone(double value) {
  return std::isfinite(value) ? value : undefined;
}

std::vector<Readout> curveReadouts(const Params& p, const CurveResult& r) {
  const bool isShown = r.ground->problem.isEmpty();
  const auto shown = [isShown](double value) { return isShown ? finiteOrNone(value) : undefined; };
  const QString orNone = Words::tr("; undefined where f has no value.");
  return {
      {"mean", Words::tr("Weighted mean of the ends"), "\\mathrm{E}\\,X", "",
       Words::tr("(1 − t) a + t b: where the tangent touches."), p.mean(), 3},
      {"f_of_mean", Words::tr("f of the mean"), "f(\\mathrm{E}\\,X)", "",
       Words::tr("The height of the curve there") + orNone, shown(r.tangent.touch.value), 4},
      {"mean_of_f", Words::tr("Mean of f"), "\\mathrm{E}\\,f(X)", "",
       Words::tr("The height of the chord there") + orNone,
       isShown ? finiteOrNone(r.chord.chord(p.mean())) : undefined, 4},
      {"jensen_gap", Words::tr("Jensen's gap"), "", "",
       Words::tr("Mean of f less f of the mean; never negative for a convex f") + orNone, shown(r.gap), 4},
      {"chord_excess", Words::tr("Most above the chord"), "", "",
       Words::tr(
           "How far f rises above its chord at 201 places between the ends; 0 for a convex f, undefined "
           "without a chord."),
       shown(r.chord.excess), 4},
      {"tangent_deficit", Words::tr("Most below the tangent"), "", "",
       Words::tr("How far f dips below the tangent at 301 places from −3 to 3, as a negative number; 0 for a "
                 "convex f, undefined where f has no slope."),
       shown(r.tangent.deficit), 4},
      {"slope", Words::tr("Slope at the mean"), "f'", "",
       Words::tr("Of the tangent; undefined where f has no slope."), shown(r.tangent.touch.slope), 4},
      {"curvature", Words::tr("Curvature at the mean"), "f''", "",
       Words::tr("Undefined where f has no second derivative; positive where the curve bends up."),
       shown(r.tangent.touch.bend), 4},
      {"eigen_least", Words::tr("Least curvature"), "\\min f''", "",
       Words::tr(
           "Of 301 places from −3 to 3. Negative: f is not convex; a kink does not show in it. Undefined "
           "where there is none. In more dimensions the least eigenvalue of H plays this part."),
       shown(r.ground->leastBend), 4},
      {"concave_length", Words::tr("Length that bends down"), "", "",
       Words::tr("Of all of −3 to 3, without kinks; 0 for a convex f, undefined for a formula that cannot be "
                 "read."),
       shown(r.ground->concaveLength), 4},
  };
}

std::vector<Readout> constrainedReadouts(const ConstrainedResult& r) {
  const math::ConstrainedOptimum& best = r.optimum;
  const QString orNone = Words::tr("; undefined where f falls without bound.");
  return {
      {"eigen_least", Words::tr("Least eigenvalue of H"), "\\lambda_{\\min}(H)", "",
       Words::tr("Above 0 the objective is strictly convex, below 0 it is not convex."), r.curvatures(0), 4},
      {"eigen_largest", Words::tr("Largest eigenvalue of H"), "\\lambda_{\\max}(H)", "",
       Words::tr("How steeply the objective bends where it bends most."), r.curvatures(1), 4},
      {"optimum_x", Words::tr("Optimum, across"), "x^*", "",
       Words::tr("The lowest place that is allowed") + orNone, best.point.x(), 4},
      {"optimum_y", Words::tr("Optimum, up"), "y^*", "", Words::tr("Its other coordinate") + orNone,
       best.point.y(), 4},
      {"optimum", Words::tr("Optimum"), "p^*", "",
       Words::tr("f there; infinite, negative, where f falls without bound."), best.value, 4},
      {"constraint", Words::tr("Constraint at the optimum"), "g(\\mathbf{x}^*)", "",
       Words::tr("Negative inside, 0 on the edge") + orNone, r.constraint, 4},
      {"lambda", Words::tr("Multiplier"), "\\lambda^*", "",
       Words::tr(
           "The price of the constraint: by so much p* falls when g ≤ 0 is relaxed by a little, for each "
           "unit of g") +
           orNone,
       best.multiplier, 4},
      {"slackness", Words::tr("Complementary slackness"), "\\lambda^* g", "",
       Words::tr("Always 0: either the constraint is on its edge or it costs nothing") + orNone,
       best.multiplier * r.constraint, 4},
      {"dual", Words::tr("Dual value"), "d(\\lambda)", "",
       Words::tr(
           "The least value of f + λg over the whole plane for your λ; infinite, negative, where it has "
           "none."),
       r.dual, 4},
      {"gap", Words::tr("Duality gap"), "p^* - d(\\lambda)", "",
       Words::tr("Never negative, and 0 for the best λ; infinite where the dual has no value") + orNone,
       r.gap, 4},
      {"least_x", Words::tr("Least place of L, across"), "x(\\lambda)", "",
       Words::tr("Where f + λg is least for your λ; undefined where it falls without bound."),
       r.least ? r.least->x() : undefined, 4},
      {"least_y", Words::tr("Least place of L, up"), "y(\\lambda)", "",
       Words::tr("Its other coordinate; undefined where f + λg falls without bound."),
       r.least ? r.least->y() : undefined, 4},
  };
}

/// What a convex f owes to each of the three tests, and what any f owes to Jensen's gap.
std::vector<Invariant> curveInvariants(const Params& p, const CurveResult& r) {
  std::vector<Invariant> list;
  const double value = r.tangent.touch.value;
  const double apart = (p.b - p.a) * (p.b - p.a) * p.weight * (1 - p.weight);
  double quotient = 0;
  if (apart > 0) {
    const double m = p.mean();
    quotient = ((r.chord.second - value) / (p.b - m) - (value - r.chord.first) / (m - p.a)) / (p.b - p.a);
  }
  const double error = r.gap - apart * quotient;
  list.push_back(
      {"jensen", "\\mathrm{E}\\,f(X) - f(\\mathrm{E}\\,X) = t(1-t)(b-a)^2\\,f[a, m, b]",
       Words::tr("Jensen's gap is the variance of the two ends times the second difference quotient of "
                 "f, so it has the sign of the curvature between them."),
       std::isfinite(error) ? error : 0, r.rounding});
  double worst = 0;
  if (r.isConvex()) // otherwise the tests owe nothing
    for (const double failure : {r.chord.excess, -r.tangent.deficit, -r.gap})
      if (std::isfinite(failure))
        worst = std::max(worst, failure);
  list.push_back({"convex", "f'' \\ge 0 \\;\\Rightarrow\\; \\text{" + Words::tr("every test is passed") + "}",
                  Words::tr("Where f bends down nowhere, it is above no chord and below no tangent."), worst,
                  r.rounding});
  return list;
}

std::vector<Invariant> constrainedInvariants(const Params& p, const ConstrainedResult& r) {
  constexpr double unit = std::numeric_limits<double>::epsilon();
  const Eigen::Matrix2d& H = r.f.H;
  const double size = 1 + p.centre.norm() + p.middle.norm() + p.radius;
  // Some sixty roundings of products of two places and an entry of H or λ.
  const auto rounding = [&](double multiplier) {
    return 64 * unit * size * size * (1 + H.norm() + multiplier);
  };
  std::vector<Invariant> list;
  list.push_back({"trace", "\\lambda_{\\min} + \\lambda_{\\max} = \\operatorname{tr} H",
                  Words::tr("The eigenvalues of H add up to its trace."), r.curvatures.sum() - H.trace(),
                  16 * unit * H.cwiseAbs().sum() + std::numeric_limits<double>::min()});
  if (!r.isBounded()) {
    list.push_back({"weak", "d(\\lambda) \\le p^*",
                    Words::tr("No dual value exceeds the optimum: both are −∞."),
                    std::isinf(r.dual) && r.dual < 0 ? 0.0 : 1.0, 0});
    return list;
  }
  const math::ConstrainedOptimum& best = r.optimum;
  const math::KktResiduals residuals = math::kktResiduals(r.f, r.g, best.point, best.multiplier);
  const double allowed = rounding(best.multiplier);
  list.push_back({"stationary", "\\nabla f + \\lambda^*\\nabla g = \\mathbf{0}",
                  Words::tr("At the optimum the slope of f is balanced by the push of the constraint."),
                  residuals.stationarity, allowed});
  list.push_back({"feasible", "g(\\mathbf{x}^*) \\le 0,\\ \\lambda^* \\ge 0",
                  Words::tr("The optimum is allowed, and a constraint only pushes inwards."),
                  std::max(residuals.feasibility, residuals.dual), allowed});
  list.push_back({"slack", "\\lambda^* g(\\mathbf{x}^*) = 0",
                  Words::tr("A constraint that is not on its edge has no price."), residuals.slackness,
                  allowed * (1 + best.multiplier)});
  list.push_back({"weak", "d(\\lambda) \\le p^*",
                  Words::tr("No dual value exceeds the optimum, whatever the multiplier."),
                  std::max(0.0, -r.gap), rounding(p.multiplier) + allowed});
  list.push_back(
      {"strong", "d(\\lambda^*) = p^*",
       Words::tr("At the best multiplier there is no gap: Slater's condition holds here, and on a disc "
                 "this is so even where f is not convex."),
       math::dualValue(r.f, r.g, best.multiplier) - best.value, 16 * allowed * (1 + best.multiplier)});
  return list;
}

} // namespace

std::vector<Readout> readouts(const Params& p, const Result& r) {
  return r.curve ? curveReadouts(p, *r.curve) : constrainedReadouts(*r.constrained);
}

std::vector<Invariant> invariants(const Params& p, const Result& r) {
  return r.curve ? curveInvariants(p, *r.curve) : constrainedInvariants(p, *r.constrained);
}

} // namespace eigenboard::panels::optimization::convexity_panel
