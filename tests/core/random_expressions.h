#pragma once

#include "core/numerics/random.h"

#include <string>
#include <vector>

namespace eigenboard::tests {

/// Random expressions of x and y in a spelling that our parser and Python both read, every operation among
/// them.
class RandomExpressions {
 public:
  explicit RandomExpressions(std::uint64_t seed) : random_(seed) {}

  std::string next(int depth) {
    if (depth == 0)
      return leaf();
    const std::string a = next(depth - 1);
    switch (choice(10)) {
    case 0:
      return "(" + a + ")+(" + next(depth - 1) + ")";
    case 1:
      return "(" + a + ")-(" + next(depth - 1) + ")";
    case 2:
    case 3:
      return "(" + a + ")*(" + next(depth - 1) + ")";
    case 4:
      return "(" + a + ")/(" + next(depth - 1) + ")";
    case 5:
      return "(" + a + ")**" + pick({"2", "3", "0.5", "(-1)", "1.7", "x", "(" + next(depth - 1) + ")"});
    case 6:
      return pick({"min(", "max("}) + a + "," + next(depth - 1) + ")";
    case 7:
      return "-(" + a + ")";
    default:
      return pick({"sqrt", "exp", "log", "log2", "log10", "sin", "cos", "tan", "asin", "acos", "atan", "sinh",
                   "cosh", "tanh", "abs"}) +
             "(" + a + ")";
    }
  }

 private:
  std::size_t choice(std::size_t count) { return static_cast<std::size_t>(random_.bits() % count); }
  std::string pick(const std::vector<std::string>& from) { return from[choice(from.size())]; }
  std::string leaf() { return pick({"x", "y", "x", "y", "x*y", "2", "0.5", "3e-2"}); }

  numerics::Random random_;
};

} // namespace eigenboard::tests
