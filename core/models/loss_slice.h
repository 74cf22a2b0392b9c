#pragma once

#include "core/models/small_network.h"

#include <span>

namespace eigenboard::models {

/// A plane through a network's parameters: center + α first + β second.
struct LossSlice {
  Eigen::VectorXd center;
  Eigen::VectorXd first;
  Eigen::VectorXd second;
  Eigen::VectorXd at(double alpha, double beta) const { return center + alpha * first + beta * second; }
};

/// A vector of independent standard normal numbers, decided by the seed.
Eigen::VectorXd randomDirection(Eigen::Index count, std::uint64_t seed);

/// The direction with the weights that lead into each neuron scaled to the length of that neuron's own
/// weights; biases, γ and β stay where they are. So a step of 1 changes every neuron by as much as it weighs,
/// and slices of networks with large and with small weights can be compared. Neurons whose random weights are
/// all 0 do not move. Source: Li, Xu, Taylor, Studer and Goldstein, "Visualizing the loss landscape of neural
/// nets", 2018 (filter normalization).
Eigen::VectorXd filterNormalized(const NetworkShape& shape, const Eigen::VectorXd& parameters,
                                 Eigen::VectorXd direction);

/// The plane of the first, the middle and the last of some parameters: the last in its center, the first at
/// (1, 0), the middle one at the height 1. fallback: a direction for what is missing where the three lie on a
/// line or in a point (a distance within 10⁻⁹ of what it is compared with).
LossSlice sliceThrough(std::span<const Eigen::VectorXd> path, const Eigen::VectorXd& fallback,
                       const Eigen::VectorXd& secondFallback);

/// The coordinates (α, β) of the point of the plane that is nearest to the parameters. NaN where the
/// directions span no plane.
Eigen::Vector2d projected(const LossSlice& slice, const Eigen::VectorXd& parameters);

/// The part of the way from the center to the parameters that lies in the plane, as a share of its length; 0
/// for no way, NaN where the directions span no plane.
double shareInPlane(const LossSlice& slice, const Eigen::VectorXd& parameters);

} // namespace eigenboard::models
