#pragma once

#include "core/information/entropy_in_precision.h"
#include "core/information/huffman.h"
#include "core/information/joint_table.h"
#include "views/scene/scene.h"

#include <Eigen/Core>
#include <QCoreApplication>

#include <array>
#include <string>
#include <vector>

namespace eigenboard::panels::information::entropy_panel {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(EntropyPanel)
};

inline constexpr int symbolCount = 6;
/// A weight below this counts as 0, so that a bar nobody sees has no word in the code.
inline constexpr double leastWeight = 1e-6;

/// The weights of the symbols A to F, and a pair of variables that take two values each: y is P(Y = y₁),
/// given1 and given2 are P(X = x₁ | Y = y₁) and P(X = x₁ | Y = y₂).
struct Params {
  double a = 0.35;
  double b = 0.25;
  double c = 0.15;
  double d = 0.12;
  double e = 0.08;
  double f = 0.05;
  bool joint = false;
  double y = 0.5;
  double given1 = 0.9;
  double given2 = 0.2;
  numerics::Precision precision = numerics::Precision::Double;
};

/// "a" to "f": the keys of the weights, and as capitals the names of the symbols.
QString weightKey(int symbol);
QString symbolName(int symbol);

struct Result {
  Eigen::VectorXd weights; ///< six, 0 or leastWeight and more; all 1 when the reader made all 0
  Eigen::VectorXd p;       ///< six probabilities
  std::vector<int> used;   ///< the symbols that can occur: those of the tree, in its order
  eigenboard::information::HuffmanTree tree;
  std::array<std::string, symbolCount> code; ///< empty for a symbol that cannot occur
  double entropy = 0;
  double codeLength = 0;
  int longestWord = 0;
  double roundedEntropy = 0; ///< computed in the chosen format
  Eigen::Matrix2d table;     ///< P(X = i, Y = j)
  eigenboard::information::JointInformation pair;
  eigenboard::information::ChainRule rule; ///< in the chosen format

  double redundancy() const { return codeLength - entropy; }
};

Result evaluate(const Params& params);

/// All six weights after one bar was dragged to a probability: the others keep their proportions and make up
/// the rest; they share it evenly when they were all 0.
scene::Assignments balanced(const Eigen::VectorXd& p, int dragged, double value);

scene::Scene drawn(const Params& params, const Result& result);
/// The code as a tree whose leaves stand as many bits high as their words are long.
scene::PlaneView treeView(const Result& result);
/// The table of the pair as areas, and what they say of each other as lengths.
scene::PlaneView mosaicView(const Params& params, const Result& result);
scene::ChartView shareView(const Result& result);

QString numpyCode(const Params& params);

} // namespace eigenboard::panels::information::entropy_panel
