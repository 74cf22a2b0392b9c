#include "core/probability/gamma_sample.h"

#include "core/numerics/normal.h"

#include <cmath>

namespace eigenboard::probability {

double openUniform(numerics::Random& random) {
  return (static_cast<double>(random.bits() >> 12) + 0.5) * 0x1.0p-52;
}

double logOfGammaSample(double shape, numerics::Random& random) {
  if (shape < 1) {
    const double logUniform = std::log(openUniform(random));
    return logOfGammaSample(shape + 1, random) + logUniform / shape;
  }
  const double d = shape - 1.0 / 3;
  const double c = 1 / (3 * std::sqrt(d));
  for (;;) {
    const double z = numerics::standardNormal(random);
    const double u = openUniform(random);
    const double root = 1 + c * z;
    if (!(root > 0))
      continue;
    const double v = root * root * root;
    if (std::log(u) < 0.5 * z * z + d * (1 - v + std::log(v)))
      return std::log(d * v);
  }
}

} // namespace eigenboard::probability
