#include "core/numerics/gamma_function.h"

#include <array>
#include <cmath>
#include <limits>

namespace eigenboard::numerics {

namespace {

/// ζ(k) − 1 from k = 2. With z^k/k to |z| = ½ the terms left out are below 2^-60.
constexpr std::array<double, 30> zetaMinusOne = {
    0.64493406684822643647,    0.2020569031595942854,    0.082323233711138191516,   0.036927755143369926331,
    0.017343061984449139715,   0.0083492773819228268398, 0.0040773561979443393787,  0.0020083928260822144179,
    0.00099457512781808533715, 0.0004941886041194645587, 0.00024608655330804829864, 0.00012271334757848914675,
    6.1248135058704829259e-5,  3.0588236307020493552e-5, 1.5282259408651871733e-5,  7.6371976378997622736e-6,
    3.8172932649998398565e-6,  1.9082127165539389257e-6, 9.5396203387279611315e-7,  4.7693298678780646312e-7,
    2.3845050272773299e-7,     1.1921992596531107307e-7, 5.9608189051259479612e-8,  2.9803503514652280186e-8,
    1.4901554828365041235e-8,  7.450711789835429492e-9,  3.7253340247884570548e-9,  1.8626597235130490064e-9,
    9.3132743241966818287e-10, 4.656629065033784073e-10};

/// From here on the series in 1/a are exact to a rounding.
constexpr double seriesBegins = 10;

constexpr std::array<double, 8> stirlingCoefficients = {
    1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360360, 1.0 / 156, -3617.0 / 122400};

double stirlingSeries(double a) {
  const double square = 1 / (a * a);
  double sum = 0;
  for (std::size_t i = stirlingCoefficients.size(); i-- > 0;)
    sum = sum * square + stirlingCoefficients[i];
  return sum / a;
}

/// The series at b e^growth minus that at b, which keeps its digits for a small growth.
double stirlingSeriesGrowth(double b, double growth) {
  double power = 1 / b;
  double sum = 0;
  for (std::size_t i = 0; i < stirlingCoefficients.size(); ++i) {
    sum += stirlingCoefficients[i] * power * std::expm1(-static_cast<double>(2 * i + 1) * growth);
    power /= b * b;
  }
  return sum;
}

double digammaSeries(double a) {
  constexpr std::array<double, 7> coefficients = {-1.0 / 12,  1.0 / 120,     -1.0 / 252, 1.0 / 240,
                                                  -1.0 / 132, 691.0 / 32760, -1.0 / 12};
  const double square = 1 / (a * a);
  double sum = 0;
  for (std::size_t i = coefficients.size(); i-- > 0;)
    sum = (sum + coefficients[i]) * square;
  return sum - 0.5 / a;
}

} // namespace

double logGammaOnePlus(double z) {
  if (!(z > -1))
    return std::numeric_limits<double>::quiet_NaN();
  if (std::abs(z) > 0.5)
    return std::lgamma(1 + z);
  double sum = 0;
  for (std::size_t i = zetaMinusOne.size(); i-- > 0;)
    sum = zetaMinusOne[i] / static_cast<double>(i + 2) - z * sum;
  // ln Γ(2 + z) = (1 − γ) z + Σ (−z)^k (ζ(k) − 1)/k
  return z * (1 - eulerGamma + z * sum) - std::log1p(z);
}

double logGamma(double a) {
  if (!(a > 0))
    return std::numeric_limits<double>::quiet_NaN();
  return a < 0.5 ? logGammaOnePlus(a) - std::log(a) : logGammaOnePlus(a - 1);
}

double stirlingError(double a) {
  if (!(a > 0))
    return std::numeric_limits<double>::quiet_NaN();
  if (a < 1)
    return logGammaOnePlus(a) - (a + 0.5) * std::log(a) + a - halfLogTwoPi;
  // What a grows by 1 takes from it: (a + ½) ln (1 + 1/a) − 1.
  double sum = 0;
  for (; a < seriesBegins; a += 1)
    sum += (a + 0.5) * std::log1p(1 / a) - 1;
  return sum + stirlingSeries(a);
}

double logGammaRatio(double b, double a) {
  if (!(a > 0 && b > 0))
    return std::numeric_limits<double>::quiet_NaN();
  double sum = 0;
  for (; b < seriesBegins; b += 1)
    sum += std::log1p(a / b);
  const double growth = std::log1p(a / b);
  return (b - 0.5) * growth + a * (std::log(a + b) - 1) + stirlingSeriesGrowth(b, growth) - sum;
}

double logBeta(double a, double b) {
  const double n = a + b;
  // Stirling's formula for each of the three: the linear terms cancel, the others are of one sign.
  return halfLogTwoPi + 0.5 * (std::log(n) - std::log(a) - std::log(b)) - a * std::log1p(b / a) -
         b * std::log1p(a / b) + stirlingError(a) + stirlingError(b) - stirlingError(n);
}

double digammaMinusLog(double a) {
  if (!(a > 0))
    return std::numeric_limits<double>::quiet_NaN();
  // ψ(a) = ψ(a + 1) − 1/a, and ln a = ln (a + 1) − ln (1 + 1/a).
  double sum = 0;
  for (; a < seriesBegins; a += 1)
    sum += std::log1p(1 / a) - 1 / a;
  return sum + digammaSeries(a);
}

double digamma(double a) {
  return digammaMinusLog(a) + std::log(a);
}

} // namespace eigenboard::numerics
