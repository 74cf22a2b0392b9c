#include "app/search/nearest_words.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace eigenboard::search {

namespace {

constexpr int longestTyped = 32; ///< a longer one is no word that somebody meant
constexpr int mostWrong = 2;

/// Optimal string alignment distance, given up as soon as it is above the bound: mostWrong + 1 then. Unlike
/// the distance between names of panels it runs over a whole vocabulary at a key press, so it allocates
/// nothing.
int boundedDistance(QStringView from, QStringView to, int bound) {
  using Row = std::array<int, longestTyped + 1>;
  Row beforeLast{}, last{}, row{};
  for (std::size_t j = 0; j < last.size(); ++j)
    last[j] = static_cast<int>(j);
  const auto columns = static_cast<std::size_t>(to.size());
  for (qsizetype i = 1; i <= from.size(); ++i) {
    row[0] = static_cast<int>(i);
    int least = row[0];
    for (std::size_t j = 1; j <= columns; ++j) {
      const QChar letter = to[static_cast<qsizetype>(j) - 1];
      const int substitution = last[j - 1] + (from[i - 1] == letter ? 0 : 1);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, substitution});
      if (i > 1 && j > 1 && from[i - 1] == to[static_cast<qsizetype>(j) - 2] && from[i - 2] == letter)
        row[j] = std::min(row[j], beforeLast[j - 2] + 1);
      least = std::min(least, row[j]);
    }
    if (least > bound)
      return mostWrong + 1;
    beforeLast = last;
    last = row;
  }
  return last[columns];
}

} // namespace

QStringList nearestWords(const QString& typed, const std::vector<KnownWord>& vocabulary, int count) {
  const int bound = std::min<int>(mostWrong, static_cast<int>(typed.size() / 3));
  if (bound == 0 || typed.size() > longestTyped)
    return {};
  struct Near {
    int distance;
    bool isOtherInitial; ///< the first letter is rarely the wrong one
    const KnownWord* word;
  };
  std::vector<Near> near;
  for (const KnownWord& known : vocabulary) {
    const qsizetype longer = known.word.size() - typed.size();
    if (longer > bound || -longer > bound || known.word.size() > longestTyped || known.word == typed)
      continue;
    const int distance = boundedDistance(typed, known.word, bound);
    if (distance <= bound)
      near.push_back({distance, known.word.front() != typed.front(), &known});
  }
  std::sort(near.begin(), near.end(), [](const Near& one, const Near& other) {
    return std::tuple(one.distance, one.isOtherInitial, -one.word->documents, QStringView(one.word->word)) <
           std::tuple(other.distance, other.isOtherInitial, -other.word->documents,
                      QStringView(other.word->word));
  });
  QStringList words;
  for (const Near& found : near)
    if (words.size() < count)
      words += found.word->word;
  return words;
}

} // namespace eigenboard::search
