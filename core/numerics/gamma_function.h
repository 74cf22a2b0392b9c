#pragma once

namespace eigenboard::numerics {

inline constexpr double eulerGamma = 0.57721566490153286061;   ///< γ = −ψ(1)
inline constexpr double aperyConstant = 1.2020569031595942854; ///< ζ(3)
inline constexpr double halfLogTwoPi = 0.91893853320467274178; ///< ½ ln 2π

/// ln Γ(1 + z) for z > −1, to a few roundings of itself also near z = 0, where it is −γ z. NaN elsewhere.
/// Source: NIST Digital Library of Mathematical Functions (DLMF) 5.7.3.
double logGammaOnePlus(double z);

/// ln Γ(a) for a > 0.
double logGamma(double a);

/// ln Γ(a) − ((a − ½) ln a − a + ½ ln 2π) for a > 0: what Stirling's formula leaves out, about 1/(12 a).
/// Absolute error about 1e-15 (1 + |ln a|). Source: DLMF 5.11.1; Loader, "Fast and accurate computation of
/// binomial probabilities", 2000.
double stirlingError(double a);

/// ln Γ(b + a) − ln Γ(b) for a, b > 0, without the cancellation of two large logarithms.
double logGammaRatio(double b, double a);

/// ln B(a, b) for a, b > 0.
double logBeta(double a, double b);

/// ψ(a) = d ln Γ(a)/da for a > 0. Absolute error about 1e-15 (1 + 1/a). Source: DLMF 5.5.2, 5.11.2.
double digamma(double a);

/// ψ(a) − ln a for a > 0, about −1/(2 a): relative error about 1e-14 also for large a.
double digammaMinusLog(double a);

} // namespace eigenboard::numerics
