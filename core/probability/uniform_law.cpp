#include "core/probability/law.h"

#include <cmath>

namespace eigenboard::probability {

namespace {

namespace uniform_law {

Support support(const Parameters& p) {
  return {p[0], p[1]};
}

double logDensity(const Parameters& p, double) {
  return -std::log(p[1] - p[0]);
}

Tails tails(const Parameters& p, double x) {
  return {(x - p[0]) / (p[1] - p[0]), (p[1] - x) / (p[1] - p[0])};
}

double quantile(const Parameters& p, const Tails& t) {
  return t.lower <= t.upper ? p[0] + t.lower * (p[1] - p[0]) : p[1] - t.upper * (p[1] - p[0]);
}

Moments moments(const Parameters& p) {
  const double width = p[1] - p[0];
  return {numberOf(p[0] + 0.5 * width), numberOf(width * width / 12), numberOf(0), numberOf(-1.2)};
}

Quantity mode(const Parameters&) {
  return {};
}

double entropy(const Parameters& p) {
  return std::log(p[1] - p[0]);
}

} // namespace uniform_law

} // namespace

Law uniformLaw() {
  using namespace uniform_law;
  return {support, logDensity, tails, quantile, moments, mode, entropy};
}

} // namespace eigenboard::probability
