#include "views/panels/linear_algebra/vectors_model.h"

#include "core/linear_algebra/determinant.h"
#include "core/linear_algebra/geometry.h"
#include "views/panels/support/tex.h"

#include <cmath>
#include <limits>

namespace eigenboard::panels::linear_algebra::vectors_panel {

namespace math = eigenboard::linear_algebra;

Result evaluate(const Params& params) {
  Result result;
  const Eigen::Index n = params.isInSpace() ? 3 : 2;
  const Eigen::Index count = params.show == Show::SpaceOfThree ? 3 : 2;
  const Eigen::Vector3d u(params.u.x(), params.u.y(), params.uz);
  const Eigen::Vector3d v(params.v.x(), params.v.y(), params.vz);
  result.u = u.head(n);
  result.v = v.head(n);
  result.vectors.resize(n, count);
  result.vectors.col(0) = result.u;
  result.vectors.col(1) = result.v;
  if (count == 3)
    result.vectors.col(2) = params.w;
  result.coefficients = Eigen::Vector3d(params.alpha, params.beta, params.gamma).head(count);
  result.sum = result.u + result.v;
  result.combination = result.vectors * result.coefficients;
  result.unit = math::unitVector(result.u, params.measure());
  result.span = math::spanOf(result.vectors);
  result.determinant =
      n == count ? math::determinant(result.vectors) : std::numeric_limits<double>::quiet_NaN();
  result.area = math::parallelogramArea(result.u, result.v);
  result.dot = result.u.dot(result.v);
  result.sumNorm = math::norm(result.u, math::Norm::Sum);
  result.euclideanNorm = math::norm(result.u, math::Norm::Euclidean);
  result.largestNorm = math::norm(result.u, math::Norm::Largest);
  result.lengthOfV = math::norm(result.v, math::Norm::Euclidean);
  result.angle = math::angleBetween(result.u, result.v);
  result.distance = math::norm(result.u - result.v, math::Norm::Euclidean);
  result.gap = result.euclideanNorm + result.lengthOfV - math::norm(result.sum, math::Norm::Euclidean);
  return result;
}

QString axisTex(const Params& params, int index) {
  if (!params.films)
    return QStringLiteral("x_%1").arg(index);
  return tex::text(Words::tr("stars for %1").arg(filmTitle(index)));
}

QString filmTitle(int index) {
  return index == 1 ? Words::tr("Cold Ledger") : index == 2 ? Words::tr("Postcards") : Words::tr("Interval");
}

} // namespace eigenboard::panels::linear_algebra::vectors_panel
