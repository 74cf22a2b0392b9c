#include "core/calculus/central_difference.h"
#include "views/panels/calculus/critical_points_words.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace eigenboard::panels::calculus::critical_points_panel {

namespace {

using panel::Invariant;

constexpr double epsilon = std::numeric_limits<double>::epsilon();

/// minima + maxima − saddles is what the gradient turns round the border, where none is undecided and none so
/// near to the border that the samples there cannot tell inside from outside.
void addIndex(std::vector<Invariant>& list, const Result& r) {
  const walks::CriticalSet& critical = r.ground->critical;
  constexpr double margin = 0.02 * 2 * reach;
  const bool isNearBorder =
      std::any_of(critical.points.begin(), critical.points.end(), [](const walks::CriticalPoint& point) {
        return point.place.lpNorm<Eigen::Infinity>() > reach - margin;
      });
  if (!r.ground->turns || isNearBorder || r.count(CriticalKind::Undecided) > 0)
    return;
  const int index =
      r.count(CriticalKind::Minimum) + r.count(CriticalKind::Maximum) - r.count(CriticalKind::Saddle);
  list.push_back(
      {"index",
       "\\#\\min + \\#\\max - \\#\\text{" + Words::tr("saddles") + "} = \\text{" + Words::tr("turns") + "}",
       Words::tr("Minima and maxima count one turn of the gradient round the border, saddles one turn the "
                 "other way (Poincaré and Hopf). A point that was missed would show here, unless one of "
                 "the other sign was missed with it."),
       static_cast<double>(index - *r.ground->turns), 0});
}

/// On a quadratic each step multiplies the part along an eigenvector of H by 1 − ηλ. Rounding of a step is
/// multiplied by those that follow; a part that grows leaks into the other by the rounding of the
/// eigenvectors.
void addClosedForm(std::vector<Invariant>& list, const Params& p, const Result& r) {
  const walks::OptimizerState& state = r.walker().state;
  if (p.source != Source::Family || p.m != 0 || p.q != 0 || r.steps() == 0 || state.diverged())
    return;
  const auto k = static_cast<double>(r.steps());
  const Eigen::Vector2d& steep = r.bends.steepest;
  const Eigen::Vector2d across(-steep.y(), steep.x());
  const double first = std::pow(1 - p.rate * r.bends.largest, k) * steep.dot(p.at);
  const double second = std::pow(1 - p.rate * r.bends.smallest, k) * across.dot(p.at);
  const Eigen::Vector2d expected = first * steep + second * across;
  const double bend = std::max(std::abs(r.bends.largest), std::abs(r.bends.smallest));
  const double growth =
      std::max({1.0, std::abs(1 - p.rate * r.bends.largest), std::abs(1 - p.rate * r.bends.smallest)});
  list.push_back({"closed_form", "\\mathbf{x}_k = (I - \\eta H)^k\\,\\mathbf{x}_0",
                  Words::tr("On a quadratic each step multiplies the part along an eigenvector of the "
                            "Hessian by 1 minus step size times curvature."),
                  (state.point - expected).norm(),
                  32 * epsilon * (k + 1) * (1 + p.rate * bend) * std::pow(growth, k) * p.at.norm() +
                      k * std::numeric_limits<double>::min()});
}

/// At what was found the slopes are 0 by values alone, too. Left out for typed functions, whose rounding is
/// not known in closed form here.
void addDifferences(std::vector<Invariant>& list, const Params& p, const Result& r) {
  if (p.source != Source::Family)
    return;
  double worst = 0;
  double tolerance = std::numeric_limits<double>::min();
  for (const walks::CriticalPoint& point : r.ground->critical.points) {
    const auto difference = eigenboard::calculus::centralDifference(r.ground->objective->value, point.place);
    const auto f = r.ground->objective->secondOrder(point.place);
    const double size = point.place.lpNorm<Eigen::Infinity>() + 2 * difference.step.maxCoeff();
    // Some 16 roundings of the terms, each at most as large as the coefficients times powers of the place.
    const double terms = std::abs(p.a) + std::abs(p.b) + std::abs(p.c) + 4 * std::abs(p.m) * (1 + size) +
                         2 * std::abs(p.q) * (1 + size * size);
    const double rounding = 16 * epsilon * terms * size * size;
    for (const int i : {0, 1}) {
      const double error = std::abs(difference.gradient(i));
      const double allowed = difference.truncation(i) + rounding / difference.step(i) + point.slope +
                             4 * epsilon * f.hessian.cwiseAbs().sum() * size +
                             std::numeric_limits<double>::min() / difference.step(i);
      if (error * tolerance >= worst * allowed) {
        worst = error;
        tolerance = allowed;
      }
    }
  }
  list.push_back({"level", "\\Delta f / 2h = 0",
                  Words::tr("At every critical point that was found central differences of f are 0 too, up "
                            "to their width and rounding."),
                  worst, tolerance});
}

} // namespace

std::vector<Invariant> invariants(const Params& p, const Result& r) {
  std::vector<Invariant> list;
  const Eigen::Matrix2d& H = r.here.hessian;
  const double size = H.cwiseAbs().sum();
  const bool isBent = H.allFinite();
  list.push_back({"trace", "\\lambda_{\\min} + \\lambda_{\\max} = f_{xx} + f_{yy}",
                  Words::tr("The eigenvalues of the Hessian add up to its trace."),
                  isBent ? std::abs(r.bends.smallest + r.bends.largest - H.trace()) : 0.0,
                  isBent ? 16 * epsilon * size : 0.0});
  list.push_back(
      {"product", "\\lambda_{\\min}\\lambda_{\\max} = \\det H",
       Words::tr("Their product is the determinant of the Hessian."),
       isBent ? std::abs(r.bends.smallest * r.bends.largest - (H(0, 0) * H(1, 1) - H(0, 1) * H(1, 0))) : 0.0,
       isBent ? 16 * epsilon * size * size + std::numeric_limits<double>::min() : 0.0});
  addIndex(list, r);
  addDifferences(list, p, r);
  addClosedForm(list, p, r);
  return list;
}

} // namespace eigenboard::panels::calculus::critical_points_panel
