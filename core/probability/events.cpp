#include "core/probability/events.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>
#include <limits>

namespace eigenboard::probability {

namespace {

Mask maskCount(std::size_t events) {
  return Mask(1) << events;
}

/// ln P(all different); −∞ where somebody must share.
double logAllDifferent(int n, int days) {
  if (n > days)
    return -std::numeric_limits<double>::infinity();
  double sum = 0;
  for (int k = 1; k < n; ++k)
    sum += std::log1p(-static_cast<double>(k) / days);
  return sum;
}

std::vector<double> edgesOf(std::span<const Box> boxes, double Box::*lower, double Box::*upper) {
  std::vector<double> edges{0, 1};
  for (const Box& box : boxes) {
    edges.push_back(std::clamp(box.*lower, 0.0, 1.0));
    edges.push_back(std::clamp(box.*upper, 0.0, 1.0));
  }
  std::sort(edges.begin(), edges.end());
  edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
  return edges;
}

} // namespace

Box boxInSquare(double centreX, double centreY, double width, double height) {
  return {std::max(0.0, centreX - width / 2), std::min(1.0, centreX + width / 2),
          std::max(0.0, centreY - height / 2), std::min(1.0, centreY + height / 2)};
}

Box common(const Box& one, const Box& other) {
  return {std::max(one.left, other.left), std::min(one.right, other.right),
          std::max(one.bottom, other.bottom), std::min(one.top, other.top)};
}

double area(const Box& box) {
  return std::max(0.0, box.right - box.left) * std::max(0.0, box.top - box.bottom);
}

Atoms atomsOf(std::span<const Box> boxes) {
  const std::size_t events = std::min<std::size_t>(boxes.size(), mostEvents);
  Atoms atoms{};
  for (Mask mask = 0; mask < maskCount(events); ++mask) {
    Box all{0, 1, 0, 1};
    for (std::size_t i = 0; i < events; ++i)
      if ((mask >> i & 1U) != 0)
        all = common(all, boxes[i]);
    atoms[mask] = area(all);
  }
  for (std::size_t i = 0; i < events; ++i)
    for (Mask mask = 0; mask < maskCount(events); ++mask)
      if ((mask >> i & 1U) == 0)
        atoms[mask] -= atoms[mask | (Mask(1) << i)];
  for (double& atom : atoms)
    atom = std::max(0.0, atom);
  return atoms;
}

bool occurs(Compound compound, Mask mask, int events) {
  const Mask all = maskCount(static_cast<std::size_t>(events)) - 1;
  switch (compound) {
  case Compound::First:
    return (mask & 1U) != 0;
  case Compound::NotFirst:
    return (mask & 1U) == 0;
  case Compound::All:
    return mask == all;
  case Compound::Any:
    return mask != 0;
  case Compound::FirstOnly:
    return mask == 1;
  case Compound::ExactlyOne:
    return std::popcount(mask) == 1;
  case Compound::None:
    return mask == 0;
  }
  return false;
}

double probabilityOf(Compound compound, const Atoms& atoms, int events) {
  double sum = 0;
  for (Mask mask = 0; mask < maskCount(static_cast<std::size_t>(events)); ++mask)
    if (occurs(compound, mask, events))
      sum += atoms[mask];
  return sum;
}

double probabilityOfAll(const Atoms& atoms, Mask wanted) {
  double sum = 0;
  for (Mask mask = 0; mask < atoms.size(); ++mask)
    if ((mask & wanted) == wanted)
      sum += atoms[mask];
  return sum;
}

std::vector<Box> cellsOf(Compound compound, std::span<const Box> boxes) {
  const std::vector<double> x = edgesOf(boxes, &Box::left, &Box::right);
  const std::vector<double> y = edgesOf(boxes, &Box::bottom, &Box::top);
  std::vector<Box> cells;
  for (std::size_t j = 0; j + 1 < y.size(); ++j)
    for (std::size_t i = 0; i + 1 < x.size(); ++i) {
      Mask mask = 0;
      for (std::size_t k = 0; k < boxes.size(); ++k)
        if (boxes[k].contains(x[i], y[j]))
          mask |= Mask(1) << k;
      if (occurs(compound, mask, static_cast<int>(boxes.size())))
        cells.push_back({x[i], x[i + 1], y[j], y[j + 1]});
    }
  return cells;
}

bool happens(DiceEvent event, int first, int second, int total) {
  switch (event) {
  case DiceEvent::SumIs:
    return first + second == total;
  case DiceEvent::SumAtLeast:
    return first + second >= total;
  case DiceEvent::AnySix:
    return first == 6 || second == 6;
  case DiceEvent::Doubles:
    return first == second;
  case DiceEvent::FirstEven:
    return first % 2 == 0;
  case DiceEvent::FirstSix:
    return first == 6;
  case DiceEvent::SecondOdd:
    return second % 2 == 1;
  }
  return false;
}

Atoms atomsOfDice(DiceEvent one, DiceEvent other, int total) {
  constexpr int faces = 6;
  std::array<int, 4> counts{};
  for (int first = 1; first <= faces; ++first)
    for (int second = 1; second <= faces; ++second)
      ++counts[(happens(one, first, second, total) ? 1U : 0U) +
               (happens(other, first, second, total) ? 2U : 0U)];
  Atoms atoms{};
  for (std::size_t mask = 0; mask < counts.size(); ++mask)
    atoms[mask] = static_cast<double>(counts[mask]) / (faces * faces);
  return atoms;
}

double probabilityAllDifferent(int n, int days) {
  return std::exp(logAllDifferent(n, days));
}

double probabilityShared(int n, int days) {
  return -std::expm1(logAllDifferent(n, days));
}

int peopleForHalf(int days) {
  int n = 1;
  double log = 0;
  while (n <= days && log > -std::log(2.0)) {
    log += std::log1p(-static_cast<double>(n) / days);
    ++n;
  }
  return n;
}

} // namespace eigenboard::probability
