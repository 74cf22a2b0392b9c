#include "core/graph/kamada_kawai.h"

#include "core/graph/as_index.h"
#include "core/graph/circular_layout.h"
#include "core/graph/distances.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::graph {

namespace {

Eigen::Vector2d unitFrom(const Positions& positions, int i, int j) {
  const Eigen::Vector2d away = positions.col(i) - positions.col(j);
  const double length = away.norm();
  if (length == 0)
    return partingDirection(i, j);
  return away / length;
}

double usable(double length) {
  return length > 1e-100 && length < 1e100 ? length : 1;
}

} // namespace

Eigen::MatrixXd idealDistances(const Graph& graph) {
  const Eigen::MatrixXi hops = allHopDistances(undirected(graph));
  const int apart = hops.size() > 0 ? hops.maxCoeff() + 1 : 1;
  return hops.unaryExpr([apart](int hop) { return static_cast<double>(hop < 0 ? apart : hop); });
}

KamadaKawai startKamadaKawai(const Eigen::MatrixXd& distances, double length, const Positions& positions) {
  const auto n = static_cast<int>(distances.rows());
  KamadaKawai layout;
  layout.positions = circularLayout(n, usable(length));
  for (int node = 0; node < std::min(n, static_cast<int>(positions.cols())); ++node)
    if (positions.col(node).cwiseAbs().maxCoeff() < 1e150) // NaN is not, and squares of others would overflow
      layout.positions.col(node) = positions.col(node);
  layout.stress = kamadaKawaiStress(distances, length, layout.positions);
  return layout;
}

KamadaKawai nextKamadaKawai(const Eigen::MatrixXd& distances, double length, const std::vector<bool>& pinned,
                            const KamadaKawai& layout) {
  length = usable(length);
  KamadaKawai next = layout;
  ++next.step;
  next.movement = 0;
  const auto n = static_cast<int>(distances.rows());
  for (int i = 0; i < n; ++i) {
    if ((i < static_cast<int>(pinned.size()) && pinned[asIndex(i)]) || n == 1)
      continue;
    Eigen::Vector2d sum = Eigen::Vector2d::Zero();
    double total = 0;
    for (int j = 0; j < n; ++j) {
      if (j == i)
        continue;
      const double d = distances(j, i);
      const double weight = 1 / (d * d);
      sum += weight * (next.positions.col(j) + length * d * unitFrom(next.positions, i, j));
      total += weight;
    }
    const Eigen::Vector2d place = sum / total;
    next.movement = std::max(next.movement, (place - next.positions.col(i)).norm());
    next.positions.col(i) = place;
  }
  next.stress = kamadaKawaiStress(distances, length, next.positions);
  return next;
}

double kamadaKawaiStress(const Eigen::MatrixXd& distances, double length, const Positions& positions) {
  length = usable(length);
  double stress = 0;
  for (Eigen::Index i = 0; i < positions.cols(); ++i)
    for (Eigen::Index j = 0; j < i; ++j) {
      const double d = distances(j, i);
      const double off = (positions.col(i) - positions.col(j)).norm() / d - length;
      stress += off * off / 2;
    }
  return stress;
}

Positions kamadaKawaiGradient(const Eigen::MatrixXd& distances, double length, const Positions& positions) {
  length = usable(length);
  Positions gradient = Positions::Zero(2, positions.cols());
  for (int i = 0; i < positions.cols(); ++i)
    for (int j = 0; j < i; ++j) {
      const double d = distances(j, i);
      const double off = (positions.col(i) - positions.col(j)).norm() - length * d;
      const Eigen::Vector2d part = off / (d * d) * unitFrom(positions, i, j);
      gradient.col(i) += part;
      gradient.col(j) -= part;
    }
  return gradient;
}

} // namespace eigenboard::graph
