#pragma once

#include <cstddef>
#include <random>
#include <string>
#include <vector>

namespace eigenboard::tests {

/// What inputs are made from: whole examples, and pieces that mean something to the parser.
struct Seeds {
  std::vector<std::string> examples;
  std::vector<std::string> pieces;
};

/// An input of at most `longest` bytes made from one or two examples by some cuts, copies, repetitions,
/// foreign pieces and wrong bytes. The same state of the generator gives the same input.
std::string mutated(const Seeds& seeds, std::mt19937& random, std::size_t longest);

} // namespace eigenboard::tests
