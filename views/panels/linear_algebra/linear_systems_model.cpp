#include "views/panels/linear_algebra/linear_systems_model.h"

#include "core/numerics/normal.h"

namespace eigenboard::panels::linear_algebra::linear_systems_panel {

namespace math = eigenboard::linear_algebra;

namespace {

constexpr int cloudSize = 240;

std::vector<Eigen::VectorXd> solutionsUnderNoise(const Params& params, const math::LinearSystem& system) {
  std::vector<Eigen::VectorXd> cloud;
  if (params.noise == 0)
    return cloud;
  numerics::Random random(static_cast<std::uint64_t>(params.seed));
  cloud.reserve(cloudSize);
  Eigen::VectorXd error(params.equations());
  for (int i = 0; i < cloudSize; ++i) {
    for (double& entry : error)
      entry = params.noise * numerics::standardNormal(random);
    // Solving is linear in b: what is added to b moves the solution by its own solution.
    cloud.emplace_back(system.solution + system.pseudoinverse * error);
  }
  return cloud;
}

} // namespace

Eigen::MatrixXd coefficients(const Params& params) {
  Eigen::Matrix3d all;
  all.topLeftCorner<2, 2>() = params.A;
  all.bottomLeftCorner<1, 2>() = params.thirdRow;
  all.col(2) = params.thirdColumn;
  return all.topLeftCorner(params.equations(), params.unknowns());
}

Eigen::VectorXd constants(const Params& params) {
  return Eigen::Vector3d(params.b.x(), params.b.y(), params.thirdConstant).head(params.equations());
}

Step start(const Params& params) {
  return math::startElimination(coefficients(params), constants(params));
}

Step next(const Params&, const Step& step) {
  return math::eliminated(step);
}

bool isFinished(const Params&, const Step& step) {
  return !math::nextOperation(step);
}

bool Result::isSolved() const {
  return system.kind == math::SolutionKind::Unique && nonzeros() == A.cols() &&
         !math::nextOperation(current());
}

double Result::growth() const {
  const double before = history.front().rows.cwiseAbs().maxCoeff();
  return before > 0 ? current().rows.cwiseAbs().maxCoeff() / before : 1;
}

int Result::nonzeros() const {
  return static_cast<int>((current().rows.leftCols(A.cols()).array() != 0).count());
}

Result evaluate(const Params& params, std::span<const Step> history) {
  Result result;
  result.history = history;
  result.A = coefficients(params);
  result.b = constants(params);
  // Parameters are finite and the shapes fit, so there is an answer.
  result.system = math::solveLinearSystem(result.A, result.b).value_or(math::LinearSystem{});
  result.cloud = solutionsUnderNoise(params, result.system);
  return result;
}

} // namespace eigenboard::panels::linear_algebra::linear_systems_panel
