#pragma once

#include <Eigen/Core>

#include <string>
#include <vector>

namespace eigenboard::information {

/// A node of the tree: a symbol, or the union of two nodes that stand before it.
struct HuffmanNode {
  double weight = 0; ///< as given, or the sum of the two below
  int zero = -1;     ///< the node below at the branch 0, and at the branch 1; −1: this is a symbol
  int one = -1;
};

/// A tree in the making. The first symbolCount nodes are the symbols in the order given.
struct HuffmanTree {
  std::vector<HuffmanNode> nodes;
  std::vector<int> roots; ///< nodes that have no parent yet, lightest first; one when the tree is complete
  int symbolCount = 0;

  bool isComplete() const { return roots.size() <= 1; }
};

/// The symbols alone, one for each weight: a count or a probability. No nodes when the weights are not usable
/// (none, all 0, a negative one, a sum that is not finite). A symbol of weight 0 gets a code word too.
HuffmanTree huffmanStart(const Eigen::Ref<const Eigen::VectorXd>& weights);

/// One merge: the two lightest roots get a parent, the lighter one at the branch 0. Of equal weights the node
/// that was made first is the lighter, symbols before unions, which makes the code unique and its longest
/// word as short as can be (Schwartz 1964). A complete tree stays as it is. Cost: linear in the number of
/// roots. Source: Huffman 1952; Cover and Thomas, section 5.6.
HuffmanTree huffmanMerge(const HuffmanTree& tree);

/// The tree with all its n − 1 merges.
HuffmanTree huffmanTree(const Eigen::Ref<const Eigen::VectorXd>& weights);

/// The word of each symbol, as 0 and 1, read from the root that the symbol stands under so far. Empty for a
/// symbol that nothing was merged with; so for a single symbol, of which nothing has to be said.
std::vector<std::string> codeWords(const HuffmanTree& tree);

/// L = Σ pᵢ (length of word i) in bits, pᵢ the weight over the sum of weights. For a complete tree it is the
/// least that a prefix code can have, and H ≤ L < H + 1. It is summed as the weights of the unions, each of
/// which adds one bit to all below it.
double expectedLength(const HuffmanTree& tree);

} // namespace eigenboard::information
