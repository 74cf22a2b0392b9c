#pragma once

#include "core/graph/graph.h"

#include <Eigen/Core>

#include <cstdint>

namespace eigenboard::graph {

enum class Aggregation : std::uint8_t { Sum, Mean, Maximum };

/// One round of messages: row v of the answer gathers the rows of `features` (n × f) of the nodes whose edges
/// arrive at v, each times its weight (for Maximum, as they are). Zeros where none arrives. Cost: O((n + m)
/// f). Source: Gilmer and others 2017.
Eigen::MatrixXd gathered(const Graph& graph, Aggregation aggregation,
                         const Eigen::Ref<const Eigen::MatrixXd>& features);

/// Â X = D̃^(−1/2) (A + I) D̃^(−1/2) X, D̃ the row sums of A + I, of the graph without its directions: the
/// mixing of a graph convolution. A node whose D̃ is not positive gets zeros. Cost: O((n + m) f).
Eigen::MatrixXd convolved(const Graph& graph, const Eigen::Ref<const Eigen::MatrixXd>& features);

enum class Activation : std::uint8_t { None, Rectifier };

/// A layer of a graph convolutional network: σ(Â H W), H n × f, W f × g. Empty (n × 0) when the shapes do not
/// fit. Source: Kipf and Welling 2017, equation 2.
Eigen::MatrixXd graphConvolution(const Graph& graph, const Eigen::MatrixXd& H, const Eigen::MatrixXd& W,
                                 Activation activation);

} // namespace eigenboard::graph
