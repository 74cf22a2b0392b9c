#pragma once

#include "core/probability/distribution.h"
#include "core/probability/quantity.h"

#include <cstdint>
#include <vector>

namespace eigenboard::probability {

/// What makes Y of X.
enum class Map : std::uint8_t {
  Affine,      ///< aX + b
  Square,      ///< X²
  Absolute,    ///< |X|
  Exponential, ///< e^X
  Logarithm,   ///< ln X, which has a value for X above 0 only
  OwnFunction, ///< F(X), F being X's own distribution function
};

struct Transformation {
  Map map = Map::Affine;
  double factor = 1; ///< a
  double shift = 0;  ///< b
};

/// g(x) for X of the law; NaN where g has no value.
double mapped(const Transformation& g, const Distribution& law, double x);

/// |g′(x)|: how much a short piece at x is stretched. NaN where g has no value, and for |X| at 0.
double stretchAt(const Transformation& g, const Distribution& law, double x);

/// All x with g(x) = y, rising: none, one or two. None for an affine map with factor 0.
std::vector<double> preimages(const Transformation& g, const Distribution& law, double y);

/// The density of Y at y by the change of variables Σ f(x)/|g′(x)| over the preimages, +∞ where g is flat at
/// one that has density; for a discrete law P(Y = y), Σ f(x). An affine map with factor 0 makes a constant:
/// +∞ there, or 1 for a discrete law. law: possible. Source: Wasserman, "All of Statistics", section 2.11.
double densityOfMapped(const Transformation& g, const Distribution& law, double y);

/// E g(X) in closed form (for ln X of a geometric law the sum) for the families uniform, exponential, normal,
/// Cauchy and geometric; undefined for others. Undefined too for ln X where X may be 0 or below, and where X
/// has no mean and g keeps both tails.
Quantity meanOfMapped(const Transformation& g, const Distribution& law);

} // namespace eigenboard::probability
