#include "views/panels/information/entropy_model.h"

#include "core/information/entropy.h"

#include <algorithm>

namespace eigenboard::panels::information::entropy_panel {

namespace math = eigenboard::information;

QString weightKey(int symbol) {
  return QString(QChar(u'a' + symbol));
}

QString symbolName(int symbol) {
  return QString(QChar(u'A' + symbol));
}

Result evaluate(const Params& params) {
  Result result;
  result.weights = Eigen::VectorXd{{params.a, params.b, params.c, params.d, params.e, params.f}};
  result.weights = (result.weights.array() < leastWeight).select(0, result.weights);
  if (result.weights.isZero(0))
    result.weights.setOnes();
  result.p = math::normalized(result.weights);
  for (int symbol = 0; symbol < symbolCount; ++symbol)
    if (result.weights(symbol) > 0)
      result.used.push_back(symbol);
  // The weights as they were given: rounding in a division would break ties by chance.
  Eigen::VectorXd positive(static_cast<Eigen::Index>(result.used.size()));
  for (std::size_t i = 0; i < result.used.size(); ++i)
    positive(static_cast<Eigen::Index>(i)) = result.weights(result.used[i]);
  result.tree = math::huffmanTree(positive);
  const std::vector<std::string> words = math::codeWords(result.tree);
  for (std::size_t i = 0; i < words.size(); ++i) {
    result.code.at(static_cast<std::size_t>(result.used[i])) = words[i];
    result.longestWord = std::max(result.longestWord, static_cast<int>(words[i].size()));
  }
  result.entropy = math::entropy(result.p);
  result.codeLength = math::expectedLength(result.tree);
  result.roundedEntropy = math::entropyIn(params.precision, result.p);
  result.table << params.y * params.given1, (1 - params.y) * params.given2, params.y * (1 - params.given1),
      (1 - params.y) * (1 - params.given2);
  result.pair = math::jointInformation(result.table);
  result.rule = math::chainRuleIn(params.precision, result.table);
  return result;
}

scene::Assignments balanced(const Eigen::VectorXd& p, int dragged, double value) {
  const double own = std::clamp(value, 0.0, 1.0);
  double others = 0;
  for (int symbol = 0; symbol < symbolCount; ++symbol)
    others += symbol == dragged ? 0 : p(symbol);
  // The dragged one comes first and as it was asked for: the host decides what is out of range.
  scene::Assignments assignments{{weightKey(dragged), value}};
  for (int symbol = 0; symbol < symbolCount; ++symbol)
    if (symbol != dragged)
      assignments.emplace_back(weightKey(symbol),
                               others > 0 ? (1 - own) * (p(symbol) / others) : (1 - own) / (symbolCount - 1));
  return assignments;
}

} // namespace eigenboard::panels::information::entropy_panel
