#pragma once

#include <functional>
#include <vector>

namespace eigenboard::optimization {

/// A function of one variable at a place: f, f′ and f″. What does not exist is not finite.
struct CurvePoint {
  double value = 0;
  double slope = 0;
  double bend = 0;
};
using Curve = std::function<CurvePoint(double)>;

struct Interval {
  double low = 0;
  double high = 0;
};

/// A curve at evenly spaced places.
struct CurveSamples {
  std::vector<double> places;
  std::vector<CurvePoint> points;
};
/// At count ≥ 3 places (less is taken as 3) from low to high, both included.
CurveSamples sampled(const Curve& curve, double low, double high, int count);

/// Where the curve bends down, rising and apart from one another: where f″ < 0 beyond rounding, and at a kink
/// where the second difference of the samples is negative beyond rounding. An end between two samples is
/// where f″ changes its sign, by bisection; otherwise a sample. Empty: as far as the samples show, f is
/// convex on each stretch where it is defined. Only what lies between samples and bends back at once is
/// missed. O(count) samples and some 60 values for each end.
std::vector<Interval> concaveParts(const Curve& curve, const CurveSamples& samples);

/// Whether f has a value at some sample and at all between any two that have one: a convex function needs a
/// convex domain.
bool isDefinedOnOneStretch(const CurveSamples& samples);

/// The least f″ of the samples where it is finite; NaN where it never is.
double leastBend(const CurveSamples& samples);

/// The chord between two places, in either order: f lies below it between them when f is convex.
struct ChordTest {
  double first = 0;  ///< f at the place given first
  double second = 0; ///< f at the other
  double excess = 0; ///< the most that f rises above the chord at the places between; NaN without a chord
  double at = 0;     ///< where
  CurveSamples between;
  double chord(double place) const; ///< the height of the chord, beyond its ends too
};
/// count: places from one end to the other, both included.
ChordTest chordTest(const Curve& curve, double a, double b, int count);

/// The tangent at a place: f lies above it everywhere when f is convex. The least f − tangent over samples;
/// negative where f dips below it. NaN where there is no tangent.
struct TangentTest {
  CurvePoint touch;
  double place = 0;
  double deficit = 0;
  double at = 0; ///< where f is lowest over the tangent
  double tangent(double x) const { return touch.value + touch.slope * (x - place); }
};
TangentTest tangentTest(const Curve& curve, double place, const CurveSamples& samples);

/// (1 − t) f(a) + t f(b) − f((1 − t) a + t b), by Jensen's inequality not negative for a convex f and a
/// weight t from 0 to 1.
double jensenGap(const Curve& curve, double a, double b, double weight);

} // namespace eigenboard::optimization
