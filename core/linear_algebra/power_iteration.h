#pragma once

#include <Eigen/Core>

#include <optional>

namespace eigenboard::linear_algebra {

/// A v, or exactly zero when the product is nothing but rounding: ‖Av‖ ≤ n·eps·‖A‖_F·‖v‖ (n the length of v),
/// which is what rounding of the entries and of the sums can leave of a true zero. A is m×n. Cost: O(m n).
Eigen::VectorXd product(const Eigen::Ref<const Eigen::MatrixXd>& A,
                        const Eigen::Ref<const Eigen::VectorXd>& v);

/// One step of power iteration, Av/‖Av‖. Empty when Av is zero (see product) or not finite: the iteration
/// ends there. Cost: O(n²). Converges to an eigenvector when one eigenvalue exceeds the others in modulus and
/// v is not orthogonal to its left eigenvector, with error shrinking by |λ2/λ1| a step (Golub and Van Loan,
/// section 7.3).
std::optional<Eigen::VectorXd> powerStep(const Eigen::Ref<const Eigen::MatrixXd>& A,
                                         const Eigen::Ref<const Eigen::VectorXd>& v);

/// vᵀAv / vᵀv: the factor λ that makes ‖Av − λv‖ least. For symmetric A its error is quadratic in the angle
/// of v to an eigenvector, otherwise linear. The scale of v does not matter. NaN when v is zero. Cost: O(n²).
double rayleighQuotient(const Eigen::Ref<const Eigen::MatrixXd>& A,
                        const Eigen::Ref<const Eigen::VectorXd>& v);

/// ‖Av − λv‖ / ‖v‖: zero exactly for an eigenvector. There is a matrix within this distance of A, in the
/// 2-norm, of which λ and v are an eigenpair. NaN when v is zero. Cost: O(n²).
double eigenResidual(const Eigen::Ref<const Eigen::MatrixXd>& A, double lambda,
                     const Eigen::Ref<const Eigen::VectorXd>& v);

} // namespace eigenboard::linear_algebra
