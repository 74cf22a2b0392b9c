#include "views/panels/linear_algebra/eigen_model.h"

#include "core/linear_algebra/geometry.h"
#include "core/linear_algebra/power_iteration.h"
#include "core/linear_algebra/qr_iteration.h"
#include "core/linear_algebra/singular_values.h"

#include <limits>

namespace eigenboard::panels::linear_algebra::eigen_panel {

namespace math = eigenboard::linear_algebra;

namespace {

Alignment alignmentOf(const Eigen::Matrix2d& A, const Eigen::Vector2d& vector) {
  Alignment alignment;
  alignment.vector = vector;
  alignment.image = math::product(A, vector);
  alignment.rayleigh = math::rayleighQuotient(A, vector);
  alignment.residual = math::eigenResidual(A, alignment.rayleigh, vector);
  return alignment;
}

} // namespace

bool Result::isMultipleOfIdentity() const {
  return spectrum.kind == math::SpectrumKind::Repeated && spectrum.independentEigenvectors == 2;
}

bool Result::isAligned() const {
  return isReal() && start.residual <= 0.01 * norm;
}

Step start(const Params& params) {
  return {params.v, params.A};
}

Step next(const Params& params, const Step& step) {
  switch (params.process) {
  case ProcessKind::Power:
    return {math::powerStep(params.A, step.vector).value_or(Eigen::Vector2d::Zero()), step.matrix};
  case ProcessKind::Powers:
    return {math::product(params.A, step.vector), step.matrix};
  case ProcessKind::Qr:
    return {step.vector, math::qrStep(step.matrix)};
  }
  return step;
}

bool isFinished(const Params& params, const Step& step) {
  switch (params.process) {
  case ProcessKind::Power:
    return !math::powerStep(params.A, step.vector).has_value();
  case ProcessKind::Powers:
    return step.vector.isZero(0);
  case ProcessKind::Qr:
    return false;
  }
  return true;
}

double rayleighOf(const Params& params, const Step& step) {
  return params.process == ProcessKind::Qr ? step.matrix(0, 0)
                                           : math::rayleighQuotient(params.A, step.vector);
}

Result evaluate(const Params& params, std::span<const Step> history) {
  Result result;
  result.history = history;
  // Parameters are finite, so there is a spectrum and a decomposition.
  result.spectrum = math::spectrum(params.A).value_or(math::Spectrum{});
  if (const auto svd = math::singularValueDecomposition(params.A))
    result.norm = svd->sigma(0);
  result.start = alignmentOf(params.A, params.v);
  result.iterate = alignmentOf(params.A, history.back().vector);
  // A unit vector first: where v and A are tiny, the image of v itself is lost.
  const Eigen::Vector2d unit = params.v.stableNormalized();
  const Eigen::Vector2d unitImage = math::product(params.A, unit);
  result.angle = math::degrees(math::signedAngle(unit, unitImage));
  result.stretch = unit.isZero(0) ? std::numeric_limits<double>::quiet_NaN() : unitImage.stableNorm();
  return result;
}

} // namespace eigenboard::panels::linear_algebra::eigen_panel
