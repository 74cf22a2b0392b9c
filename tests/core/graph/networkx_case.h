#pragma once

#include "core/graph/graph.h"
#include "tests/core/json_numbers.h"
#include "tests/core/random_numbers.h"

#include <Eigen/Core>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace eigenboard::tests {

using graph::Edge;
using graph::Graph;

/// A graph to ask networkx about.
struct Case {
  Graph graph;
  bool multi = false;
  int source = 0;
  double damping = 0.85;
};

/// Simple or with parallel edges, with or without directions and self-loops; edges sorted, because networkx
/// visits neighbors in the order in which they were added.
inline Case randomCase(RandomNumbers& random, int trial) {
  Case result;
  const int n = random.integer(1, trial % 5 == 0 ? 8 : 30);
  const bool directed = trial % 2 == 1;
  result.multi = trial % 4 >= 2;
  const bool isAcyclic = directed && trial % 3 == 0;
  const bool hasLoops = trial % 7 == 3;
  const bool isEven = trial % 6 == 0; // equal weights make ties
  const double p = random.uniform(0, 1) * random.uniform(0, 1) * (trial % 3 == 1 ? 1 : 0.3);
  std::vector<Edge> edges;
  for (int i = 0; i < n; ++i)
    for (int j = directed && !isAcyclic ? 0 : i; j < n; ++j)
      for (int copy = 0; copy < (result.multi ? 2 : 1); ++copy)
        if ((i != j || (hasLoops && !isAcyclic)) && random.uniform(0, 1) < p)
          edges.push_back({i, j, isEven ? random.integer(1, 4) : random.uniform(0.1, 5)});
  result.graph = graph::makeGraph(n, edges, directed).graph;
  result.source = random.integer(0, n - 1);
  result.damping = random.uniform(0.2, 0.95);
  return result;
}

inline QJsonObject jsonOf(const Case& given) {
  QJsonArray edges;
  for (const Edge& edge : given.graph.edges)
    edges.append(QJsonArray{edge.from, edge.to, edge.weight});
  return {{QStringLiteral("n"), given.graph.nodeCount},
          {QStringLiteral("directed"), given.graph.directed ? 1 : 0},
          {QStringLiteral("multi"), given.multi ? 1 : 0},
          {QStringLiteral("source"), given.source},
          {QStringLiteral("damping"), given.damping},
          {QStringLiteral("edges"), edges}};
}

/// The largest |a − b|; infinite when the lengths differ or something is not a number.
template <typename Numbers>
double difference(const Numbers& numbers, const QJsonValue& json) {
  const QJsonArray truth = json.toArray();
  double largest =
      truth.size() == static_cast<qsizetype>(numbers.size()) ? 0 : std::numeric_limits<double>::infinity();
  qsizetype i = 0;
  for (const double number : numbers) {
    const double off = std::abs(number - truth.at(i++).toDouble());
    largest = off <= largest ? largest : off;
  }
  return largest;
}

inline double matrixDifference(const Eigen::MatrixXd& matrix, const QJsonValue& json) {
  const QJsonArray rows = json.toArray();
  double largest = rows.size() == matrix.rows() ? 0 : std::numeric_limits<double>::infinity();
  for (Eigen::Index row = 0; row < matrix.rows(); ++row)
    largest = std::max(largest, difference(Eigen::VectorXd(matrix.row(row)), rows.at(row)));
  return largest;
}

} // namespace eigenboard::tests
