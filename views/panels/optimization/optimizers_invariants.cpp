#include "core/calculus/central_difference.h"
#include "views/panels/optimization/optimizers_words.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace eigenboard::panels::optimization::optimizers_panel {

namespace math = eigenboard::optimization;

using panel::Invariant;

namespace {

constexpr double epsilon = std::numeric_limits<double>::epsilon();

bool hasKink(const eigenboard::algebra::Expression& expression) {
  return std::any_of(expression.program.begin(), expression.program.end(), [](const auto& instruction) {
    return instruction.operation == eigenboard::algebra::Operation::Absolute ||
           instruction.operation == eigenboard::algebra::Operation::Minimum ||
           instruction.operation == eigenboard::algebra::Operation::Maximum;
  });
}

/// How far rounding may have moved a value of f near the point: a bound that runs along with an own
/// expression; for the published polynomials some 16 roundings, as of the result so of the point.
double roundingOf(const Problem& problem, const math::OptimizerState& at,
                  const eigenboard::calculus::SecondOrder& f,
                  const eigenboard::calculus::CentralDifference& difference) {
  const double reach = 2 * difference.step.maxCoeff();
  const double size = at.point.lpNorm<Eigen::Infinity>() + reach;
  if (problem.isOwn) {
    double worst = 0;
    for (const double x : {-reach, 0.0, reach})
      for (const double y : {-reach, 0.0, reach}) {
        const std::array<double, 2> place = {at.point.x() + x, at.point.y() + y};
        const eigenboard::algebra::BoundedValue value =
            eigenboard::algebra::evaluateWithError(problem.own.expression, place);
        if (value.standing != eigenboard::algebra::Standing::Defined)
          return std::numeric_limits<double>::infinity();
        worst = std::max(worst, value.error);
      }
    return 2 * worst + 16 * epsilon * size * f.gradient.lpNorm<1>();
  }
  return 16 * epsilon *
         (difference.largestValue + size * f.gradient.lpNorm<1>() +
          size * size * f.hessian.cwiseAbs().maxCoeff());
}

void addGradientCheck(std::vector<Invariant>& list, const Problem& problem, const math::OptimizerState& at) {
  const eigenboard::calculus::SecondOrder f = problem.objective.secondOrder(at.point);
  const eigenboard::calculus::CentralDifference difference =
      eigenboard::calculus::centralDifference(problem.objective.value, at.point);
  const double rounding = roundingOf(problem, at, f, difference);
  const bool isKinked = problem.isOwn && hasKink(problem.own.expression);
  double worst = 0;
  double tolerance = 0;
  for (int i = 0; i < 2; ++i) {
    const double error = std::abs(difference.gradient(i) - f.gradient(i));
    const double allowed =
        difference.truncation(i) + (isKinked ? difference.bend(i) : 0) + rounding / difference.step(i);
    if (!std::isfinite(error) || !std::isfinite(allowed) || !std::isfinite(difference.largestValue))
      return;                                   // beside the point f has no value: nothing to compare with
    if (error * tolerance >= worst * allowed) { // the coordinate that is nearer to its bound
      worst = error;
      tolerance = allowed;
    }
  }
  list.push_back({"gradient", "\\nabla f = \\text{" + Words::tr("central differences") + "}",
                  Words::tr("The slope by the rules of calculus is that of two values close by, up to the "
                            "truncation of the difference and the rounding of the values."),
                  worst, tolerance});
}

/// On a quadratic, gradient descent has a closed form.
void addClosedForm(std::vector<Invariant>& list, const Params& p, const Result& r) {
  const Walk* walk = r.walk(Method::GradientDescent);
  const bool isQuadratic = p.function == FunctionKind::Ravine || p.function == FunctionKind::Bowl;
  if (!walk || !isQuadratic || p.noise != 0 || p.schedule != ScheduleKind::Constant)
    return;
  const double steep = p.function == FunctionKind::Ravine ? 100 : 1;
  const auto k = static_cast<double>(walk->state.step);
  const Eigen::Vector2d expected(p.start.x() * std::pow(1 - p.rate, k),
                                 p.start.y() * std::pow(1 - steep * p.rate, k));
  // Each step multiplies by 1 − ηλ up to some roundings of 1 and of ηλ; k of them differ from the power by so
  // much, and the power is rounded too.
  const auto allowed = [k](double before, double product) {
    const double off = 4 * epsilon * (1 + product);
    const double factor = std::abs(1 - product);
    return std::abs(before) *
               (k * off * std::pow(factor + off, std::max(0.0, k - 1)) + 4 * epsilon * std::pow(factor, k)) +
           (k + 1) * std::numeric_limits<double>::min();
  };
  const Eigen::Vector2d tolerance(allowed(p.start.x(), p.rate), allowed(p.start.y(), steep * p.rate));
  const Eigen::Vector2d error = (walk->state.point - expected).cwiseAbs();
  if (!expected.allFinite() || !tolerance.allFinite())
    return;
  const int i = error.x() * tolerance.y() >= error.y() * tolerance.x() ? 0 : 1;
  list.push_back({"closed_form", "x_i^{(k)} = (1 - \\eta\\lambda_i)^k\\,x_i^{(0)}",
                  Words::tr("On a quadratic, each step of gradient descent multiplies each coordinate by the "
                            "same factor."),
                  error(i), tolerance(i)});
}

} // namespace

std::vector<Invariant> invariants(const Params& p, const Result& r) {
  std::vector<Invariant> list;
  double excess = 0;
  double longest = 0;
  for (const Walk& walk : r.walks()) {
    const Eigen::Vector2d away = walk.state.point - p.start;
    excess = std::max(excess, std::hypot(away.x(), away.y()) - walk.path);
    longest = std::max(longest, walk.path + p.start.lpNorm<1>());
  }
  list.push_back({"path",
                  "\\lVert\\mathbf{x}_k - \\mathbf{x}_0\\rVert \\le \\text{" + Words::tr("path") + "}",
                  Words::tr("No path is shorter than the straight line between its ends."), excess,
                  4 * epsilon * (r.step() + 1) * longest});
  if (const Walk* walk = r.watchedWalk(); walk && !walk->state.diverged())
    addGradientCheck(list, r.problem(), walk->state);
  addClosedForm(list, p, r);
  if (const Walk* walk = r.walk(Method::Lbfgs); walk && !walk->state.diverged()) {
    const double first = r.problem().objective.value(p.start);
    list.push_back({"line_search", "f(\\mathbf{x}_k) \\le f(\\mathbf{x}_0)",
                    Words::tr("The line search of L-BFGS never takes a step up."),
                    std::max(0.0, walk->state.value - first), 0});
  }
  return list;
}

} // namespace eigenboard::panels::optimization::optimizers_panel
