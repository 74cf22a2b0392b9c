#include "core/graph/crossings.h"

#include "core/graph/as_index.h"

#include <algorithm>

namespace eigenboard::graph {

namespace {

std::vector<int> placesIn(const Rows& rows) {
  std::vector<int> places(rows.group.size(), 0);
  for (const std::vector<int>& row : rows.rows)
    for (int place = 0; place < static_cast<int>(row.size()); ++place)
      places[asIndex(row[asIndex(place)])] = place;
  return places;
}

/// Sorts numbers and counts the pairs that stood in the wrong order.
std::int64_t inversions(std::vector<int>& numbers, std::vector<int>& spare, std::size_t begin,
                        std::size_t end) {
  if (end - begin < 2)
    return 0;
  const std::size_t middle = begin + (end - begin) / 2;
  std::int64_t count = inversions(numbers, spare, begin, middle) + inversions(numbers, spare, middle, end);
  std::size_t left = begin;
  std::size_t right = middle;
  for (std::size_t i = begin; i < end; ++i) {
    const bool isLeft = right == end || (left < middle && numbers[left] <= numbers[right]);
    if (!isLeft)
      count += static_cast<std::int64_t>(middle - left);
    spare[i] = numbers[isLeft ? left++ : right++];
  }
  std::copy(spare.begin() + static_cast<std::ptrdiff_t>(begin),
            spare.begin() + static_cast<std::ptrdiff_t>(end),
            numbers.begin() + static_cast<std::ptrdiff_t>(begin));
  return count;
}

using NeighborLists = std::vector<std::vector<int>>;

void sortByNeighbors(Rows& rows, std::vector<int>& places, std::size_t row, const NeighborLists& neighbors) {
  std::vector<int>& nodes = rows.rows[row];
  std::vector<std::pair<double, int>> keys;
  for (const int node : nodes) {
    double sum = 0;
    for (const int other : neighbors[asIndex(node)])
      sum += places[asIndex(other)];
    // One without neighbors there keeps its place.
    const double mean = neighbors[asIndex(node)].empty()
                            ? places[asIndex(node)]
                            : sum / static_cast<double>(neighbors[asIndex(node)].size());
    keys.emplace_back(mean, node);
  }
  std::stable_sort(keys.begin(), keys.end(), [&rows](const auto& a, const auto& b) {
    return std::pair(rows.group[asIndex(a.second)], a.first) <
           std::pair(rows.group[asIndex(b.second)], b.first);
  });
  for (int place = 0; place < static_cast<int>(nodes.size()); ++place) {
    nodes[asIndex(place)] = keys[asIndex(place)].second;
    places[asIndex(nodes[asIndex(place)])] = place;
  }
}

} // namespace

std::int64_t crossings(const Rows& rows) {
  const std::vector<int> places = placesIn(rows);
  std::vector<int> rowOf(rows.group.size(), 0);
  for (int row = 0; row < static_cast<int>(rows.rows.size()); ++row)
    for (const int node : rows.rows[asIndex(row)])
      rowOf[asIndex(node)] = row;
  std::vector<std::vector<std::pair<int, int>>> between(rows.rows.size());
  for (const auto& [from, to] : rows.segments)
    between[asIndex(rowOf[asIndex(from)])].emplace_back(places[asIndex(from)], places[asIndex(to)]);
  std::int64_t count = 0;
  for (auto& segments : between) {
    std::sort(segments.begin(), segments.end());
    std::vector<int> ends;
    for (const auto& segment : segments)
      ends.push_back(segment.second);
    std::vector<int> spare(ends.size());
    count += inversions(ends, spare, 0, ends.size());
  }
  return count;
}

Rows withFewerCrossings(const Rows& rows, int sweeps) {
  NeighborLists above(rows.group.size());
  NeighborLists below(rows.group.size());
  for (const auto& [from, to] : rows.segments) {
    below[asIndex(from)].push_back(to);
    above[asIndex(to)].push_back(from);
  }
  Rows best = rows;
  Rows trial = rows;
  std::vector<int> places = placesIn(trial);
  std::int64_t fewest = crossings(rows);
  constexpr int patience = 4;
  for (int sweep = 0, fruitless = 0; sweep < sweeps && fewest > 0 && fruitless < patience; ++sweep) {
    const std::size_t count = trial.rows.size();
    for (std::size_t i = 1; i < count; ++i)
      if (sweep % 2 == 0)
        sortByNeighbors(trial, places, i, above);
      else
        sortByNeighbors(trial, places, count - 1 - i, below);
    const std::int64_t now = crossings(trial);
    fruitless = now < fewest ? 0 : fruitless + 1;
    if (now < fewest) {
      fewest = now;
      best = trial;
    }
  }
  return best;
}

} // namespace eigenboard::graph
