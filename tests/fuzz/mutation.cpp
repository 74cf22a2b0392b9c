#include "tests/fuzz/mutation.h"

#include <algorithm>

namespace eigenboard::tests {

namespace {

std::size_t below(std::mt19937& random, std::size_t limit) {
  return limit == 0 ? 0 : random() % limit;
}

/// Places are chosen near one another as often as anywhere, so that small structures are hit too.
struct Cut {
  std::size_t start = 0;
  std::size_t length = 0;
};

Cut cutOf(const std::string& text, std::mt19937& random) {
  const std::size_t start = below(random, text.size() + 1);
  const std::size_t most = random() % 2 == 0 ? 12 : text.size();
  return {start, std::min(text.size() - start, below(random, most + 1))};
}

void change(std::string& text, const Seeds& seeds, std::mt19937& random) {
  const Cut cut = cutOf(text, random);
  switch (random() % 7) {
  case 0:
    text.erase(cut.start, cut.length);
    break;
  case 1:
    text.insert(below(random, text.size() + 1), text.substr(cut.start, cut.length));
    break;
  case 2: { // depth: one piece many times
    const std::string& piece = seeds.pieces[below(random, seeds.pieces.size())];
    std::string repeated;
    for (std::size_t i = below(random, 400); i > 0; --i)
      repeated += piece;
    text.insert(cut.start, repeated);
    break;
  }
  case 3:
    if (!text.empty())
      text[std::min(cut.start, text.size() - 1)] = static_cast<char>(random() % 256);
    break;
  case 4: {
    const std::string& other = seeds.examples[below(random, seeds.examples.size())];
    const Cut part = cutOf(other, random);
    text.insert(cut.start, other.substr(part.start, part.length));
    break;
  }
  default:
    text.insert(cut.start, seeds.pieces[below(random, seeds.pieces.size())]);
  }
}

} // namespace

std::string mutated(const Seeds& seeds, std::mt19937& random, std::size_t longest) {
  std::string text = seeds.examples[below(random, seeds.examples.size())];
  // Long examples are tried by the part, or all changes would be lost in them.
  if (text.size() > longest / 2)
    text = text.substr(below(random, text.size()), longest / 2);
  for (std::size_t changes = 1 + below(random, 8); changes > 0; --changes) {
    change(text, seeds, random);
    text.resize(std::min(text.size(), longest));
  }
  return text;
}

} // namespace eigenboard::tests
