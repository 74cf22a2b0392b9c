#include "views/panels/linear_algebra/transform_model.h"

#include "core/linear_algebra/determinant.h"
#include "core/linear_algebra/geometry.h"
#include "core/linear_algebra/power_iteration.h"
#include "views/panels/support/figure.h"
#include "views/panels/support/python.h"

#include <limits>

namespace eigenboard::panels::linear_algebra::transform_panel {

namespace math = eigenboard::linear_algebra;

namespace {

Eigen::Matrix2d mapOnTheWay(const Params& params) {
  if (!params.compose)
    return math::motion(params.A, params.morph);
  const Eigen::Matrix2d first = math::motion(params.A, 2 * params.morph);
  const Eigen::Matrix2d second = math::motion(params.B, 2 * params.morph - 1);
  return second * first;
}

Eigen::Vector2d imageOf(const Params& params, const Eigen::Vector2d& v) {
  const Eigen::Vector2d image = math::product(params.A, v);
  return params.compose ? Eigen::Vector2d(math::product(params.B, image)) : image;
}

} // namespace

Result evaluate(const Params& params) {
  Result result;
  result.M = params.compose ? Eigen::Matrix2d(params.B * params.A) : params.A;
  // Parameters are finite, so a decomposition there is.
  result.svd = math::singularValueDecomposition(result.M).value_or(math::SingularValueDecomposition{
      Eigen::Matrix2d::Identity(), Eigen::Vector2d::Zero(), Eigen::Matrix2d::Identity()});
  result.tolerance = math::rankTolerance(result.svd);
  if (params.compose) {
    // Each factor brings its own rounding into the product, whose entries may have cancelled since.
    const double epsilon = std::numeric_limits<double>::epsilon();
    result.tolerance = 2 * 2 * epsilon * params.A.reshaped().stableNorm() * params.B.reshaped().stableNorm();
  }
  result.rank = math::numericalRank(result.svd, result.tolerance);
  result.det = math::determinant(result.M);
  result.detA = math::determinant(params.A);
  result.detB = math::determinant(params.B);
  result.area = math::signedArea(figure::mapped(result.M, figure::unitSquare()));
  result.image = imageOf(params, params.v);
  // A unit vector first: where v and the matrices are tiny, the image of v itself is lost.
  const Eigen::Vector2d unit = params.v.stableNormalized();
  const Eigen::Vector2d unitImage = imageOf(params, unit);
  result.angle = math::degrees(math::signedAngle(unit, unitImage));
  result.stretch = unit.isZero(0) ? std::numeric_limits<double>::quiet_NaN() : unitImage.stableNorm();
  result.orderGap = (params.B * params.A - params.A * params.B).norm();
  result.shown = mapOnTheWay(params);
  return result;
}

QString numpyCode(const Params& params) {
  QString code = python::imports();
  code += QStringLiteral("\nA = %1  # the columns are where e1 and e2 go\nB = %2\nv = %3\n")
              .arg(python::array(params.A), python::array(params.B), python::array(params.v));
  code += params.compose ? QStringLiteral("factors = [A, B]  # first A, then B\n")
                         : QStringLiteral("factors = [A]\n");
  code += QStringLiteral(R"(eps = np.finfo(float).eps


def apply(matrix, vector):
    """The product, or exactly zero where rounding is all that is left of it."""
    image = matrix @ vector
    rounding = 2 * eps * np.linalg.norm(matrix) * np.hypot(*vector)
    return image if np.hypot(*image) > rounding else np.zeros(2)


M = np.eye(2)
w = v  # becomes Mv
for factor in factors:
    M = factor @ M
    w = apply(factor, w)

# The shoelace formula over the image of the unit square.
x, y = M @ np.array([[0, 1, 1, 0], [0, 0, 1, 1]])
area = np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y) / 2

# A singular value below the tolerance is rounding of a zero.
sigma = np.linalg.svd(M, compute_uv=False)
)");
  code += params.compose ? QStringLiteral("tolerance = 4 * eps * np.linalg.norm(A) * np.linalg.norm(B)\n")
                         : QStringLiteral("tolerance = 2 * eps * sigma[0]\n");
  code += QStringLiteral(R"(rank = np.linalg.matrix_rank(M, tol=tolerance)

if v.any() and w.any():
    angle = np.degrees(np.arctan2(v[0] * w[1] - v[1] * w[0], v @ w))
else:
    angle = np.nan

readouts = {
    "det": np.linalg.det(M),
    "area": area,
    "rank": rank,
    "nullity": 2 - rank,
    "trace": np.trace(M),
    "kappa": sigma[0] / sigma[1] if rank == 2 else np.inf,
    "sigma1": sigma[0],
    "sigma2": sigma[1],
    "angle": angle,
    "stretch": np.hypot(*w) / np.hypot(*v) if v.any() else np.nan,
    "det_a": np.linalg.det(A),
    "det_b": np.linalg.det(B),
    "order_gap": np.linalg.norm(B @ A - A @ B),
}
)");
  return code + python::printReadouts();
}

} // namespace eigenboard::panels::linear_algebra::transform_panel
