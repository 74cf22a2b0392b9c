#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace eigenboard::probability {

// Events as parts of a sample space in which area, or a count of equally likely outcomes, is probability
// (section 7.1).

/// A rectangle of the unit square, the lower edges in and the upper ones out; empty where a lower edge is not
/// below its upper one.
struct Box {
  double left = 0;
  double right = 0;
  double bottom = 0;
  double top = 0;
  bool contains(double x, double y) const { return left <= x && x < right && bottom <= y && y < top; }
};
/// What of a rectangle with this centre and these sides lies in the unit square.
Box boxInSquare(double centreX, double centreY, double width, double height);
Box common(const Box& one, const Box& other);
/// 0 for an empty box.
double area(const Box& box);

/// Up to three events: the events that occur are the bits of a mask, event 0 the lowest.
inline constexpr int mostEvents = 3;
using Mask = unsigned;
/// The probability that exactly the events of a mask occur; entries beyond 2^events are 0.
using Atoms = std::array<double, 1U << mostEvents>;

/// The atoms of one to three boxes, from the areas of their intersections by inclusion–exclusion (Möbius
/// inversion); what comes out below 0 by rounding is 0.
Atoms atomsOf(std::span<const Box> boxes);

/// An event made of others.
enum class Compound : std::uint8_t {
  First,      ///< A
  NotFirst,   ///< not A
  All,        ///< A and B (and C)
  Any,        ///< A or B (or C)
  FirstOnly,  ///< A and no other
  ExactlyOne, ///< one of them and no other
  None,       ///< none of them
};
bool occurs(Compound compound, Mask mask, int events);
double probabilityOf(Compound compound, const Atoms& atoms, int events);
/// P(event i), P(all events of a mask).
double probabilityOfAll(const Atoms& atoms, Mask mask);

/// The part of the square where a compound of boxes occurs, as disjoint boxes of positive area, by the grid
/// of all edges. Their areas sum to its probability, found another way than by inclusion–exclusion. Cost: at
/// most 49 cells.
std::vector<Box> cellsOf(Compound compound, std::span<const Box> boxes);

/// Events of two dice.
enum class DiceEvent : std::uint8_t { SumIs, SumAtLeast, AnySix, Doubles, FirstEven, FirstSix, SecondOdd };
/// first and second: 1 to 6. total: of the two sums.
bool happens(DiceEvent event, int first, int second, int total);
/// Of two events over the 36 equally likely outcomes, each counted.
Atoms atomsOfDice(DiceEvent one, DiceEvent other, int total);

/// P(no two of n people share a birthday), where each of so many days is as likely: ∏ (1 − k/days), k < n, by
/// the sum of logarithms; 0 where n exceeds the days. Cost: n logarithms.
double probabilityAllDifferent(int n, int days);
/// 1 − the same, without cancellation where it is small.
double probabilityShared(int n, int days);
/// The least n for which it is at least as likely as not that two share a day.
int peopleForHalf(int days);

} // namespace eigenboard::probability
