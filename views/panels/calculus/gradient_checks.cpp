#include "views/panels/calculus/gradient_words.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace eigenboard::panels::calculus::gradient_panel {

namespace {

using panel::Invariant;

constexpr double epsilon = std::numeric_limits<double>::epsilon();

bool isKinked(const algebra::Expression& f) {
  return std::any_of(f.program.begin(), f.program.end(), [](const algebra::Instruction& instruction) {
    return instruction.operation == algebra::Operation::Absolute ||
           instruction.operation == algebra::Operation::Minimum ||
           instruction.operation == algebra::Operation::Maximum;
  });
}

/// The largest rounding error of f at the places of the central differences; infinite where f is not defined
/// at one of them, or may not be.
double valueRounding(const algebra::Expression& f, const Eigen::Vector2d& at, const Eigen::Vector2d& step) {
  double worst = 0;
  for (const int axis : {0, 1})
    for (const int k : {-2, -1, 0, 1, 2}) {
      const Eigen::Vector2d place = at + k * step[axis] * Eigen::Vector2d::Unit(axis);
      const algebra::BoundedValue value = algebra::evaluateWithError(f, std::array{place.x(), place.y()});
      if (value.standing != algebra::Standing::Defined)
        return std::numeric_limits<double>::infinity();
      worst = std::max(worst, value.error);
    }
  return worst;
}

/// Of the two slopes the one that is nearer to what its steps allow. Left out where the steps are too long
/// for f: then the difference says nothing.
void addDifferences(std::vector<Invariant>& list, const Params& p, const Result& r) {
  const Slopes& s = *r.slopes;
  const math::CentralDifference& difference = s.difference;
  const double rounding = valueRounding(r.components[0], p.at, difference.step);
  double worst = 0;
  double tolerance = 0;
  for (const int i : {0, 1}) {
    const double error = std::abs(difference.gradient[i] - s.forward[i]);
    const double ofValues =
        1.5 * rounding / difference.step[i] + epsilon * std::abs(s.forward[i]) + s.rounding;
    const double bend = isKinked(r.components[0]) ? difference.bend[i] : 0;
    const double size = std::abs(s.forward[i]) + std::abs(s.value);
    const bool isFineEnough = difference.truncation[i] <= 1e-6 * size + ofValues + bend;
    const double allowed = difference.truncation[i] + bend + ofValues;
    if (!std::isfinite(error) || !std::isfinite(allowed) || !isFineEnough)
      return;
    if (error * tolerance >= worst * allowed) {
      worst = error;
      tolerance = allowed;
    }
  }
  list.push_back({"differences", "\\nabla f = \\Delta f / 2h",
                  Words::tr("Forward and reverse mode give the slopes of central differences, up to the "
                            "width of their steps and the rounding of the values."),
                  worst, tolerance});
}

/// All that is left to hold where the map has no slope.
Invariant squareBefore(const Params& p) {
  const auto same = [](const Eigen::Vector2d& at) { return at; };
  const double area = math::mappedSquare(same, p.at, p.side, 1).area;
  // The corners are rounded at the size of their coordinates.
  const double corner = 2 * epsilon * (p.at.lpNorm<Eigen::Infinity>() + p.side);
  return {"square", "\\text{" + Words::tr("area") + "}(Q) = s^2",
          Words::tr("The map has no slope here; the square before it has the area of its side squared."),
          area - p.side * p.side, 4 * p.side * corner + 8 * epsilon * p.side * p.side};
}

std::vector<Invariant> mapInvariants(const Params& p, const Result& r) {
  const Patch& patch = *r.patch;
  const Eigen::Matrix2d& J = patch.forward;
  const double apart = (J - patch.reverse).cwiseAbs().maxCoeff();
  if (!std::isfinite(apart) || !patch.rounding.allFinite())
    return {squareBefore(p)};
  std::vector<Invariant> list{
      {"modes", "J_{\\text{forward}} = J_{\\text{reverse}}",
       Words::tr("Columns by forward mode and rows by reverse mode make the same Jacobian."), apart,
       patch.rounding.maxCoeff()}};
  // The corners are rounded at the size of the image, and an area about one of them has two sides.
  const double corner = 8 * epsilon * (patch.image.lpNorm<Eigen::Infinity>() + 4 * J.cwiseAbs().sum());
  const double sides = 4 * p.side * J.cwiseAbs().sum();
  list.push_back(
      {"parallelogram", "\\text{" + Words::tr("area") + "}(J\\,Q) = \\det J\\; s^2",
       Words::tr("The parallelogram has the area of the square times the determinant."),
       std::abs(patch.linear.area - patch.determinant * p.side * p.side),
       corner * (sides + corner) + 8 * epsilon * p.side * p.side * std::pow(J.cwiseAbs().sum(), 2)});
  return list;
}

} // namespace

std::vector<Invariant> invariants(const Params& p, const Result& r) {
  if (r.patch)
    return mapInvariants(p, r);
  const Slopes& s = *r.slopes;
  const geometry::FieldRange& range = r.ground->range;
  std::vector<Invariant> list{{"range", "\\min f \\le \\max f",
                               Words::tr("The colours of the map go from the lowest value to the "
                                         "highest."),
                               std::max(0.0, range.minimum - range.maximum), 0}};
  if (!s.hasGradient() || !std::isfinite(s.rounding))
    return list;
  const double rounding = s.rounding + 4 * epsilon * s.forward.lpNorm<1>();
  list.push_back({"modes", "\\dot f = \\bar{\\mathbf{x}}",
                  Words::tr("Forward and reverse mode multiply the same slopes along the same paths, in "
                            "another order."),
                  (s.forward - s.reverse).cwiseAbs().maxCoeff(), rounding});
  list.push_back({"dot", "D_{\\mathbf{u}} f = \\nabla f \\cdot \\mathbf{u}",
                  Words::tr("One forward pass along u gives what the gradient gives by a dot product."),
                  std::abs(s.along - s.forward.dot(r.u)), 2 * rounding});
  double steepest = 0;
  for (const QPointF& point : s.curve)
    steepest = std::max(steepest, std::abs(point.y()));
  list.push_back({"steepest", "|D_{\\mathbf{u}} f| \\le \\lVert\\nabla f\\rVert",
                  Words::tr("No direction is steeper than the gradient's (Cauchy and Schwarz)."),
                  std::max(0.0, steepest - s.steepness()), 2 * rounding});
  addDifferences(list, p, r);
  return list;
}

} // namespace eigenboard::panels::calculus::gradient_panel
