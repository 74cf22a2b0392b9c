#include "core/linear_algebra/projection.h"

#include "core/linear_algebra/scaling.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace eigenboard::linear_algebra {

namespace {

constexpr double projectionRounding = 8 * std::numeric_limits<double>::epsilon();

} // namespace

LineProjection projectOntoLine(const Eigen::Ref<const Eigen::VectorXd>& v,
                               const Eigen::Ref<const Eigen::VectorXd>& u) {
  if (u.isZero(0))
    return {std::numeric_limits<double>::quiet_NaN(), Eigen::VectorXd::Zero(v.size()), v};
  if (v.isZero(0))
    return {0, Eigen::VectorXd::Zero(v.size()), Eigen::VectorXd::Zero(v.size())};
  // Both with largest coordinate 1, so that no product leaves the range of double.
  const double sizeOfU = u.cwiseAbs().maxCoeff();
  const double sizeOfV = v.cwiseAbs().maxCoeff();
  const Eigen::VectorXd direction = u / sizeOfU;
  const Eigen::VectorXd point = v / sizeOfV;
  const double length = point.norm();
  double multiple = direction.dot(point) / direction.squaredNorm();
  if (std::abs(multiple) * direction.norm() <= projectionRounding * length)
    multiple = 0;
  Eigen::VectorXd residual = point - multiple * direction;
  if (residual.norm() <= projectionRounding * length)
    residual.setZero();
  return {multiple * (sizeOfV / sizeOfU), multiple * sizeOfV * direction, residual * sizeOfV};
}

double componentAlong(const Eigen::Ref<const Eigen::VectorXd>& u,
                      const Eigen::Ref<const Eigen::VectorXd>& v) {
  return u.isZero(0) ? 0 : u.stableNormalized().dot(v);
}

double cosineSimilarity(const Eigen::Ref<const Eigen::VectorXd>& u,
                        const Eigen::Ref<const Eigen::VectorXd>& v) {
  if (!u.allFinite() || !v.allFinite() || u.isZero(0) || v.isZero(0))
    return std::numeric_limits<double>::quiet_NaN();
  return std::clamp(u.stableNormalized().dot(v.stableNormalized()), -1.0, 1.0);
}

double cauchySchwarzGap(const Eigen::Ref<const Eigen::VectorXd>& u,
                        const Eigen::Ref<const Eigen::VectorXd>& v) {
  if (!u.allFinite() || !v.allFinite())
    return std::numeric_limits<double>::quiet_NaN();
  if (u.isZero(0) || v.isZero(0))
    return 0;
  // Scaled, so that no product leaves the range of double before the difference does.
  const int ofU = binaryExponent(u);
  const int ofV = binaryExponent(v);
  const Eigen::VectorXd p = scaledByPowerOfTwo(u, -ofU);
  const Eigen::VectorXd q = scaledByPowerOfTwo(v, -ofV);
  return std::ldexp(std::max(0.0, p.norm() * q.norm() - std::abs(p.dot(q))), ofU + ofV);
}

double distanceFromHyperplane(const Eigen::Ref<const Eigen::VectorXd>& w, double b,
                              const Eigen::Ref<const Eigen::VectorXd>& x) {
  if (w.isZero(0))
    return std::numeric_limits<double>::quiet_NaN();
  const double size = w.cwiseAbs().maxCoeff();
  const Eigen::VectorXd normal = w / size;
  const double value = normal.dot(x) + b / size;
  const double rounding = projectionRounding * (normal.cwiseAbs().dot(x.cwiseAbs()) + std::abs(b / size));
  return std::abs(value) <= rounding ? 0 : value / normal.norm();
}

} // namespace eigenboard::linear_algebra
