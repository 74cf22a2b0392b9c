#pragma once

#include "core/graph/graph.h"
#include "core/graph/quadtree.h"

#include <Eigen/Core>

#include <vector>

namespace eigenboard::graph {

/// Kamada and Kawai's layout: the distance of two nodes in the picture should be the number of edges between
/// them. It makes Σ_{i<j} ½ (|pᵢ − pⱼ| − lᵢⱼ)²/dᵢⱼ² small, dᵢⱼ the distance in edges and lᵢⱼ = length · dᵢⱼ.
struct KamadaKawai {
  Positions positions;
  double stress = 0;   ///< the sum above
  double movement = 0; ///< the longest way a node went in the last step
  int step = 0;
};

/// dᵢⱼ without directions and weights, symmetric. Nodes of different components count as one farther than the
/// farthest two of one component, so that a graph in parts stays together. Cost: O(n(n + m)) and n² numbers,
/// so meant for some 2000 nodes at most.
Eigen::MatrixXd idealDistances(const Graph& graph);

/// From the places given, a column a node. A place that is missing or not finite is taken on a circle.
KamadaKawai startKamadaKawai(const Eigen::MatrixXd& distances, double length, const Positions& positions);

/// One sweep: node by node in their order, each goes to where its majorant is least, the others held. The
/// stress never grows (but for rounding). Pinned nodes stay. Coincident nodes part. Cost: O(n²). Source:
/// Kamada and Kawai 1989 for the stress; Gansner, Koren and North 2004, section 2.3, for the sweep.
KamadaKawai nextKamadaKawai(const Eigen::MatrixXd& distances, double length, const std::vector<bool>& pinned,
                            const KamadaKawai& layout);

double kamadaKawaiStress(const Eigen::MatrixXd& distances, double length, const Positions& positions);
/// Its gradient, a column a node; coincident nodes count by the direction of partingDirection.
Positions kamadaKawaiGradient(const Eigen::MatrixXd& distances, double length, const Positions& positions);

} // namespace eigenboard::graph
