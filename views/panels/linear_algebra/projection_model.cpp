#include "views/panels/linear_algebra/projection_model.h"

#include "core/linear_algebra/geometry.h"
#include "core/linear_algebra/projection.h"

#include <cmath>

namespace eigenboard::panels::linear_algebra::projection_panel {

namespace math = eigenboard::linear_algebra;

Step start(const Params& params) {
  Eigen::Matrix2d columns;
  columns << params.u, params.v;
  return math::gramSchmidtStart(columns);
}

Step next(const Params&, const Step& step) {
  return math::gramSchmidtStep(step);
}

bool isFinished(const Params&, const Step& step) {
  return step.isFinished();
}

Result evaluate(const Params& params, std::span<const Step> history) {
  Result result;
  result.history = history;
  result.subject = result.step() > 0   ? Subject::GramSchmidt
                   : params.hyperplane ? Subject::Hyperplane
                                       : Subject::Shadow;
  result.lengthOfU = params.u.stableNorm();
  result.lengthOfV = params.v.stableNorm();
  result.dot = params.u.dot(params.v);
  result.cosine = math::cosineSimilarity(params.u, params.v);
  result.angle = math::degrees(std::abs(math::signedAngle(params.u, params.v)));
  const math::LineProjection onU = math::projectOntoLine(params.v, params.u);
  result.coefficient = onU.coefficient;
  result.shadow = onU.shadow;
  result.residual = onU.residual;
  result.component = math::componentAlong(params.u, params.v);
  result.otherComponent = math::componentAlong(params.v, params.u);
  result.otherShadow = math::projectOntoLine(params.u, params.v).shadow;
  result.gap = math::cauchySchwarzGap(params.u, params.v);
  result.error = Eigen::Vector2d(params.v - params.t * params.u).stableNorm();
  result.distance = math::distanceFromHyperplane(params.u, params.b, params.v);
  result.dotOfRival = params.u.dot(params.w);
  result.cosineOfRival = math::cosineSimilarity(params.u, params.w);
  result.rivalShadow = math::projectOntoLine(params.w, params.u).shadow;
  return result;
}

} // namespace eigenboard::panels::linear_algebra::projection_panel
