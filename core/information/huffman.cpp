#include "core/information/huffman.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::information {

namespace {

const HuffmanNode& at(const HuffmanTree& tree, int node) {
  return tree.nodes[static_cast<std::size_t>(node)];
}

} // namespace

HuffmanTree huffmanStart(const Eigen::Ref<const Eigen::VectorXd>& weights) {
  HuffmanTree tree;
  if (weights.size() == 0 || !(weights.minCoeff() >= 0) || weights.maxCoeff() == 0 ||
      !std::isfinite(weights.sum()))
    return tree;
  for (const double weight : weights) {
    tree.roots.push_back(static_cast<int>(tree.nodes.size()));
    tree.nodes.push_back({weight});
  }
  tree.symbolCount = static_cast<int>(tree.nodes.size());
  std::stable_sort(tree.roots.begin(), tree.roots.end(),
                   [&tree](int a, int b) { return at(tree, a).weight < at(tree, b).weight; });
  return tree;
}

HuffmanTree huffmanMerge(const HuffmanTree& tree) {
  if (tree.isComplete())
    return tree;
  HuffmanTree next = tree;
  const int zero = next.roots[0];
  const int one = next.roots[1];
  const double weight = at(next, zero).weight + at(next, one).weight;
  next.roots.erase(next.roots.begin(), next.roots.begin() + 2);
  // After all that are as light: they were made before it.
  const auto place = std::upper_bound(next.roots.begin(), next.roots.end(), weight,
                                      [&next](double w, int root) { return w < at(next, root).weight; });
  next.roots.insert(place, static_cast<int>(next.nodes.size()));
  next.nodes.push_back({weight, zero, one});
  return next;
}

HuffmanTree huffmanTree(const Eigen::Ref<const Eigen::VectorXd>& weights) {
  HuffmanTree tree = huffmanStart(weights);
  while (!tree.isComplete())
    tree = huffmanMerge(tree);
  return tree;
}

std::vector<std::string> codeWords(const HuffmanTree& tree) {
  // Parents stand after their children, so from the last node on every word is known before it is extended.
  std::vector<std::string> words(tree.nodes.size());
  for (std::size_t node = tree.nodes.size(); node-- > 0;) {
    const HuffmanNode& parent = tree.nodes[node];
    if (parent.zero < 0)
      continue;
    words[static_cast<std::size_t>(parent.zero)] = words[node] + '0';
    words[static_cast<std::size_t>(parent.one)] = words[node] + '1';
  }
  words.resize(static_cast<std::size_t>(tree.symbolCount));
  return words;
}

double expectedLength(const HuffmanTree& tree) {
  double total = 0;
  for (int symbol = 0; symbol < tree.symbolCount; ++symbol)
    total += at(tree, symbol).weight;
  double sum = 0;
  for (const HuffmanNode& node : tree.nodes)
    if (node.zero >= 0)
      sum += node.weight / total;
  return sum;
}

} // namespace eigenboard::information
