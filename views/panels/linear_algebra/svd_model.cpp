#include "views/panels/linear_algebra/svd_model.h"

#include "core/linear_algebra/geometry.h"
#include "core/linear_algebra/low_rank.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace eigenboard::panels::linear_algebra::svd_panel {

namespace math = eigenboard::linear_algebra;

namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

Question questionOf(const Params& params) {
  Question question{params.data, {}, params.noiseOfTable(), params.seed};
  if (params.isMap())
    question.entries = params.A;
  else if (params.data == Data::Ratings)
    question.entries = params.own ? params.R : standardRatings();
  return question;
}

/// How far off something is, or 0 where rounding is all that is left.
double withoutRounding(double distance, double rounding) {
  return distance > rounding ? distance : 0;
}

Decomposed decomposed(const Question& question) {
  Decomposed whole;
  whole.clean = question.entries.size() > 0 ? question.entries : picture(question.data);
  whole.A = question.noise > 0 ? withNoise(whole.clean, question.noise, question.seed) : whole.clean;
  // Parameters are finite, so a decomposition there is.
  whole.svd = math::singularValueDecomposition(whole.A).value_or(
      math::SingularValueDecomposition{Eigen::MatrixXd::Identity(whole.A.rows(), whole.A.rows()),
                                       Eigen::VectorXd::Zero(std::min(whole.A.rows(), whole.A.cols())),
                                       Eigen::MatrixXd::Identity(whole.A.cols(), whole.A.cols())});
  whole.tolerance = math::rankTolerance(whole.svd);
  whole.rank = math::numericalRank(whole.svd, whole.tolerance);
  const auto side = static_cast<double>(std::max(whole.A.rows(), whole.A.cols()));
  whole.rounding = 8 * side * std::numeric_limits<double>::epsilon() * whole.svd.sigma.stableNorm();
  whole.distances = math::distancesOfLowRanks(whole.svd, whole.clean);
  // Beyond the rank the distances differ by rounding only, which must not choose among them.
  const double near = whole.distances.minCoeff() + 1e-9 * whole.svd.sigma(0);
  while (whole.distances(whole.bestRank) > near)
    ++whole.bestRank;
  for (double& distance : whole.distances)
    distance = withoutRounding(distance, whole.rounding);
  return whole;
}

void addMap(Result& result, const Params& params) {
  result.turns = math::turnStretchTurn(params.A);
  result.shown = params.isAtRest() ? params.A : math::mapAtStage(result.turns, params.stage);
  result.image = params.A * result.x;
  result.stretch = result.image.stableNorm();
  result.kappa = math::conditionNumber(result.whole->svd, result.whole->tolerance);
  // Where both radii are the same every direction would do, and rounding would choose.
  const double rounding = 16 * std::numeric_limits<double>::epsilon();
  if (result.sigma(0) - result.sigma(1) > rounding * result.sigma(0)) {
    result.directionV = math::lineDirection(result.turns.V.col(0));
    result.directionU = math::lineDirection(result.turns.U.col(0));
  }
}

} // namespace

Result evaluate(const Params& params, LastDecomposed& last) {
  const Question question = questionOf(params);
  Result result;
  result.whole = last.to(question, [&question] { return decomposed(question); });
  const math::SingularValueDecomposition& svd = result.whole->svd;
  result.kept = std::min(params.k, result.values());
  result.approximation = math::lowRank(svd, result.kept);
  const double rounding = result.whole->rounding;
  result.error = withoutRounding(math::spectralNorm(result.whole->A - result.approximation), rounding);
  result.frobenius = withoutRounding(math::discardedNorm(svd, result.kept), rounding);
  result.next = math::nextSingularValue(svd, result.kept);
  result.energy = math::energyKept(svd, result.kept);
  result.stored = math::storedNumbers(svd, result.kept);
  const double radians = params.phi * std::numbers::pi / 180;
  result.x = {std::cos(radians), std::sin(radians)};
  result.kappa = result.stretch = result.directionV = result.directionU = undefined;
  if (params.isMap())
    addMap(result, params);
  return result;
}

} // namespace eigenboard::panels::linear_algebra::svd_panel
