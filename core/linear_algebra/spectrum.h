#pragma once

#include <Eigen/Core>

#include <array>
#include <complex>
#include <cstdint>
#include <optional>
#include <vector>

namespace eigenboard::linear_algebra {

enum class SpectrumKind : std::uint8_t { RealDistinct, Repeated, ComplexPair };

/// The eigenvalues and real eigen-lines of a real 2×2 matrix.
struct Spectrum {
  SpectrumKind kind = SpectrumKind::RealDistinct;
  /// By decreasing modulus; ties put the larger real part first, then the larger imaginary part.
  std::array<std::complex<double>, 2> eigenvalues;
  /// trace² − 4 det; may overflow where the eigenvalues do not.
  double discriminant = 0;
  /// Over the complex numbers: 2, or 1 when the matrix is defective.
  int independentEigenvectors = 2;
  /// Real unit eigenvectors in the order of the eigenvalues: two; one when defective; none for a complex
  /// pair. For a multiple of the identity they are e1 and e2.
  std::vector<Eigen::Vector2d> eigenvectors;

  double spectralRadius() const { return std::abs(eigenvalues[0]); }
};

/// In closed form from mean m = (a + d)/2, half difference p = (a − d)/2 and p² + bc, a quarter of the
/// discriminant: no subtraction of nearly equal rounded numbers; the smaller real eigenvalue is det/larger;
/// entries are scaled by a power of two first, so every finite matrix whose eigenvalues are finite is served.
/// Cost: O(1).
///
/// Two eigenvalues count as one, m, when |p² + bc| ≤ 4 eps (|p| max(|a|, |d|) + |bc|): a change of the
/// entries in their last places could then make them meet. Such a matrix is a multiple of the identity when
/// |p|, |b| and |c| are at most 4 eps max(|a|, |d|), otherwise defective. Empty when an entry is not finite.
std::optional<Spectrum> spectrum(const Eigen::Matrix2d& A);

/// P⁻¹ A P = modulus · rotation(angle) with P symmetric, positive definite and det P = 1 (hence unique): in
/// the coordinates P⁻¹x a complex pair turns and scales. P maps the unit circle to an ellipse whose multiples
/// A maps onto one another.
struct RotationForm {
  Eigen::Matrix2d P;
  Eigen::Matrix2d inverse;
  double modulus = 1;
  double angle = 0; ///< radians in (−π, π), positive anticlockwise
};

/// Empty unless A has a complex pair. The ellipse is xᵀ G x = 1 with G = ±[c, −p; −p, −b]/β, β the imaginary
/// part.
std::optional<RotationForm> rotationForm(const Eigen::Matrix2d& A);

} // namespace eigenboard::linear_algebra
