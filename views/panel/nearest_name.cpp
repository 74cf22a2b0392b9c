#include "views/panel/state.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <numeric>
#include <utility>

namespace eigenboard::panel {

namespace {

/// Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours. Order mn.
qsizetype editDistance(const QString& from, const QString& to) {
  const auto columns = static_cast<std::size_t>(to.size()) + 1;
  std::vector<qsizetype> beforeLast(columns);
  std::vector<qsizetype> last(columns);
  std::vector<qsizetype> row(columns);
  std::iota(last.begin(), last.end(), 0);
  for (qsizetype i = 1; i <= from.size(); ++i) {
    row[0] = i;
    for (qsizetype j = 1; j <= to.size(); ++j) {
      const auto at = static_cast<std::size_t>(j);
      const qsizetype substitution = last[at - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
      row[at] = std::min({last[at] + 1, row[at - 1] + 1, substitution});
      const bool swapped = i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1];
      if (swapped)
        row[at] = std::min(row[at], beforeLast[at - 2] + 1);
    }
    std::swap(beforeLast, last);
    std::swap(last, row);
  }
  return last.back();
}

constexpr qsizetype longestName = 100; ///< a hostile name must not cost a quadratic search

} // namespace

QString nearestName(const QString& wanted, const std::vector<QString>& known) {
  if (wanted.isEmpty() || wanted.size() > longestName)
    return {};
  const QString lower = wanted.toLower();
  QString nearest;
  // Capitals count only between names that are otherwise as near: "bb" means "b" rather than "B".
  std::pair<qsizetype, qsizetype> smallest(longestName, longestName);
  for (const QString& name : known) {
    const QString candidate = name.toLower();
    qsizetype distance = editDistance(lower, candidate);
    const bool beginning = lower.size() >= 3 && candidate.startsWith(lower);
    if (beginning)
      distance = std::min<qsizetype>(distance, 1);
    // One letter in three may be wrong; but a name of which nothing is left is another name.
    const qsizetype length = std::max(lower.size(), candidate.size());
    const bool near = distance <= std::max<qsizetype>(1, length / 3) && distance < length;
    const std::pair<qsizetype, qsizetype> rank(distance, editDistance(wanted, name));
    if (near && rank < smallest) {
      smallest = rank;
      nearest = name;
    }
  }
  return nearest;
}

QString didYouMean(const QString& wanted, const std::vector<QString>& known) {
  const QString nearest = nearestName(wanted, known);
  if (nearest.isEmpty())
    return {};
  return QCoreApplication::translate("eigenboard::panel", "; did you mean '%1'?").arg(nearest);
}

} // namespace eigenboard::panel
