#pragma once

#include "core/numerics/random.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

namespace eigenboard::recommender {

/// A whole number in 0 … count − 1, for 1 ≤ count ≤ 2³²: the upper half of a product. Some numbers are
/// likelier than others by count/2³² of their probability. Source: Lemire, "Fast random integer generation in
/// an interval", 2019, without its rejection.
constexpr std::uint64_t below(numerics::Random& random, std::uint64_t count) {
  return ((random.bits() >> 32) * count) >> 32;
}

/// A generator for one part of a task, of which there are many: its numbers have nothing in common with those
/// of neighbouring parts or of neighbouring seeds.
constexpr numerics::Random randomFor(std::uint64_t seed, std::uint64_t part) {
  numerics::Random mixed(part);
  return numerics::Random(numerics::Random(seed ^ mixed.bits()).bits());
}

/// Every order equally likely (Fisher and Yates; Knuth 3.4.2 P). Cost: one number of the generator an
/// element.
template <typename T>
constexpr void shuffle(std::span<T> elements, numerics::Random& random) {
  for (std::size_t left = elements.size(); left > 1; --left)
    std::swap(elements[left - 1], elements[below(random, left)]);
}

} // namespace eigenboard::recommender
