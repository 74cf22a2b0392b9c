#pragma once

#include <Eigen/Core>

namespace eigenboard::information {

/// Whether the numbers are probabilities of all cases: none negative, none that is not finite, and their sum
/// 1 up to sumTolerance. An empty vector is none.
bool isDistribution(const Eigen::Ref<const Eigen::VectorXd>& p);

/// Probabilities that a person rounded to nine digits still count as a distribution.
inline constexpr double sumTolerance = 1e-9;

/// Non-negative weights over their sum, at any scale. Empty when a weight is negative or not finite, and when
/// all are 0.
Eigen::VectorXd normalized(const Eigen::Ref<const Eigen::VectorXd>& weights);

/// −log2 p in bits: +∞ for p = 0, 0 for p = 1, NaN outside [0, 1].
double surprisal(double p);

/// H(p) = −Σ pᵢ log2 pᵢ in bits, with 0 log 0 = 0; between 0 and log2 n. NaN when p is no distribution.
/// Cost: n logarithms. Source: Shannon 1948; Cover and Thomas, Elements of Information Theory, section 2.1.
double entropy(const Eigen::Ref<const Eigen::VectorXd>& p);

/// H(p, q) = −Σ pᵢ log2 qᵢ in bits: the mean length of a code made for q when p holds. +∞ when q is 0
/// somewhere and p is not. NaN when one is no distribution or their lengths differ.
double crossEntropy(const Eigen::Ref<const Eigen::VectorXd>& p, const Eigen::Ref<const Eigen::VectorXd>& q);

/// D(p‖q) = Σ pᵢ log2 (pᵢ/qᵢ) = H(p, q) − H(p) in bits: at least 0, and 0 only for p = q. Summed as
/// Σ (pᵢ log2 (pᵢ/qᵢ) + (qᵢ − pᵢ)/ln 2), whose terms are none of them negative, so that a small divergence
/// keeps its digits. +∞ and NaN as for crossEntropy. Source: Cover and Thomas, section 2.3.
double divergence(const Eigen::Ref<const Eigen::VectorXd>& p, const Eigen::Ref<const Eigen::VectorXd>& q);

/// One term of that sum in nats, p ln (p/q) − p + q for p ≥ 0 and q > 0: at least 0, to a few roundings of
/// max(p |ln (p/q)|, q), and of itself where p and q are within one in a hundred.
double divergenceTerm(double p, double q);

} // namespace eigenboard::information
