#include "app/navigation/level_graph.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace eigenboard::navigation {

namespace {

constexpr int sweeps = 12;

using Needs = std::vector<std::vector<int>>; ///< for each level the levels it needs

Needs needsOf(const book::Book& book) {
  std::map<int, int> indexOf;
  for (int i = 0; i < static_cast<int>(book.levels.size()); ++i)
    if (book.levels[static_cast<std::size_t>(i)].number >= 0)
      indexOf.emplace(book.levels[static_cast<std::size_t>(i)].number, i);
  Needs needs(book.levels.size());
  for (std::size_t i = 0; i < book.levels.size(); ++i)
    for (const int number : book.levels[i].needs)
      if (const auto found = indexOf.find(number);
          found != indexOf.end() && found->second != static_cast<int>(i) && book.levels[i].number >= 0)
        needs[i].push_back(found->second);
  for (std::vector<int>& list : needs) {
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
  }
  return needs;
}

class Layering {
 public:
  explicit Layering(Needs needs) : needs_(std::move(needs)), layer_(needs_.size(), unknown) {
    for (std::size_t i = 0; i < needs_.size(); ++i)
      visit(i);
  }

  int layer(int level) const { return layer_[static_cast<std::size_t>(level)]; }
  const Needs& needs() const { return needs_; }

 private:
  static constexpr int unknown = -1;
  static constexpr int open = -2;

  int visit(std::size_t level) {
    if (layer_[level] != unknown)
      return layer_[level];
    layer_[level] = open;
    int after = 0;
    std::vector<int> kept;
    for (const int need : needs_[level])
      if (const int found = visit(static_cast<std::size_t>(need)); found != open) {
        after = std::max(after, found + 1);
        kept.push_back(need);
      }
    needs_[level] = std::move(kept);
    return layer_[level] = after;
  }

  Needs needs_;
  std::vector<int> layer_;
};

/// For each level all that it needs, directly or not. layering: needs without circles.
std::vector<std::vector<bool>> closureOf(const Layering& layering) {
  const Needs& needs = layering.needs();
  std::vector<int> order(needs.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(),
                   [&](int a, int b) { return layering.layer(a) < layering.layer(b); });
  std::vector<std::vector<bool>> closure(needs.size(), std::vector<bool>(needs.size()));
  for (const int level : order) {
    std::vector<bool>& own = closure[static_cast<std::size_t>(level)];
    for (const int need : needs[static_cast<std::size_t>(level)]) {
      own[static_cast<std::size_t>(need)] = true;
      const std::vector<bool>& further = closure[static_cast<std::size_t>(need)];
      for (std::size_t i = 0; i < own.size(); ++i)
        own[i] = own[i] || further[i];
    }
  }
  return closure;
}

/// What a level needs, without what those need themselves.
std::vector<std::pair<int, int>> reduced(const Layering& layering) {
  const std::vector<std::vector<bool>> closure = closureOf(layering);
  std::vector<std::pair<int, int>> edges;
  for (int level = 0; level < static_cast<int>(closure.size()); ++level) {
    const std::vector<int>& list = layering.needs()[static_cast<std::size_t>(level)];
    for (const int need : list) {
      const bool follows = std::any_of(list.begin(), list.end(), [&](int other) {
        return closure[static_cast<std::size_t>(other)][static_cast<std::size_t>(need)];
      });
      if (!follows)
        edges.emplace_back(need, level);
    }
  }
  return edges;
}

/// Where each level stands: its layer, and its height in it from −1/2 to 1/2.
struct Standing {
  double layer = 0;
  double height = 0;
};

std::map<int, Standing> standings(const LevelGraph& graph) {
  std::map<int, Standing> found;
  for (std::size_t layer = 0; layer < graph.layers.size(); ++layer) {
    const std::vector<int>& levels = graph.layers[layer];
    for (std::size_t i = 0; i < levels.size(); ++i)
      found[levels[i]] = {static_cast<double>(layer),
                          (static_cast<double>(i) + 0.5) / static_cast<double>(levels.size()) - 0.5};
  }
  return found;
}

void sweep(LevelGraph& graph, bool down) {
  const std::size_t count = graph.layers.size();
  for (std::size_t step = 0; step < count; ++step) {
    const std::map<int, Standing> now = standings(graph);
    std::vector<int>& layer = graph.layers[down ? step : count - 1 - step];
    std::map<int, double> centre;
    for (const int level : layer) {
      double sum = 0;
      int neighbours = 0;
      for (const auto& [needed, needing] : graph.edges) {
        const int other = down && needing == level ? needed : !down && needed == level ? needing : -1;
        if (other >= 0) {
          sum += now.at(other).height;
          ++neighbours;
        }
      }
      centre[level] = neighbours > 0 ? sum / neighbours : now.at(level).height;
    }
    std::stable_sort(layer.begin(), layer.end(), [&](int a, int b) { return centre[a] < centre[b]; });
  }
}

} // namespace

int crossings(const LevelGraph& graph) {
  const std::map<int, Standing> at = standings(graph);
  const auto heightAt = [&at](const std::pair<int, int>& edge, double layer) {
    const Standing from = at.at(edge.first);
    const Standing to = at.at(edge.second);
    return std::lerp(from.height, to.height, (layer - from.layer) / (to.layer - from.layer));
  };
  int found = 0;
  for (std::size_t i = 0; i < graph.edges.size(); ++i)
    for (std::size_t j = i + 1; j < graph.edges.size(); ++j) {
      const double first = std::max(at.at(graph.edges[i].first).layer, at.at(graph.edges[j].first).layer);
      const double last = std::min(at.at(graph.edges[i].second).layer, at.at(graph.edges[j].second).layer);
      if (last <= first)
        continue;
      const double before = heightAt(graph.edges[i], first) - heightAt(graph.edges[j], first);
      const double after = heightAt(graph.edges[i], last) - heightAt(graph.edges[j], last);
      found += before * after < -1e-12;
    }
  return found;
}

LevelGraph levelGraph(const book::Book& book) {
  const Layering layering(needsOf(book));
  LevelGraph graph;
  graph.edges = reduced(layering);
  for (int i = 0; i < static_cast<int>(book.levels.size()); ++i) {
    if (book.levels[static_cast<std::size_t>(i)].number < 0)
      continue;
    const auto layer = static_cast<std::size_t>(layering.layer(i));
    graph.layers.resize(std::max(graph.layers.size(), layer + 1));
    graph.layers[layer].push_back(i);
  }
  // A circle that was cut may leave a layer without a level.
  std::erase_if(graph.layers, [](const std::vector<int>& layer) { return layer.empty(); });
  LevelGraph best = graph;
  for (int i = 0; i < sweeps; ++i) {
    sweep(graph, i % 2 == 0);
    if (crossings(graph) < crossings(best))
      best = graph;
  }
  return best;
}

} // namespace eigenboard::navigation
