#include "core/information/entropy.h"
#include "core/information/huffman.h"
#include "tests/core/random_numbers.h"

#include <QtTest/QTest>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

using namespace eigenboard::information;
using eigenboard::tests::RandomNumbers;

namespace {

constexpr double epsilon = std::numeric_limits<double>::epsilon();

/// The least Σ pᵢ lᵢ of all lengths 1 … n that Kraft's inequality Σ 2^−lᵢ ≤ 1 allows, by trying every one. A
/// prefix code has such lengths, and such lengths have a prefix code (Cover and Thomas, theorem 5.2.1).
double leastLengthOfAll(const Eigen::VectorXd& p) {
  const auto n = static_cast<int>(p.size());
  double least = std::numeric_limits<double>::infinity();
  const std::function<void(int, double, double)> choose = [&](int symbol, double room, double length) {
    if (symbol == n) {
      least = std::min(least, length);
      return;
    }
    for (int l = 1; l <= n; ++l)
      if (std::exp2(-l) <= room)
        choose(symbol + 1, room - std::exp2(-l), length + p(symbol) * l);
  };
  choose(0, 1, 0);
  return least;
}

} // namespace

class HuffmanCodesAreOptimal : public QObject {
  Q_OBJECT

 private slots:
  void noPrefixCodeIsShorter() {
    RandomNumbers random(81);
    for (int trial = 0; trial < 300; ++trial) {
      const int n = random.integer(2, 6);
      Eigen::VectorXd weights(n);
      // Integers for ties, graded ones for long words, zeros.
      for (double& weight : weights)
        weight = trial % 3 == 0   ? random.integer(0, 4)
                 : trial % 3 == 1 ? std::exp2(random.integer(-8, 0))
                                  : random.uniform(0, 1);
      weights(0) += 1;
      const Eigen::VectorXd p = normalized(weights);
      const HuffmanTree tree = huffmanTree(weights);
      QVERIFY(std::abs(expectedLength(tree) - leastLengthOfAll(p)) <= 4 * n * n * epsilon);
    }
  }

  void wordsAreAPrefixCodeBetweenTheEntropyAndOneBitMore() {
    RandomNumbers random(82);
    for (int trial = 0; trial < 200; ++trial) {
      const int n = random.integer(1, 60);
      const double scale = random.scale();
      const Eigen::VectorXd weights =
          (random.matrix(n, 1).array().abs() + 1e-3).pow(random.integer(1, 6)) * scale;
      const Eigen::VectorXd p = normalized(weights);
      const HuffmanTree tree = huffmanTree(weights);
      const std::vector<std::string> words = codeWords(tree);
      QCOMPARE(words.size(), static_cast<std::size_t>(n));
      double kraft = 0;
      double length = 0;
      for (int i = 0; i < n; ++i) {
        const std::string& word = words[static_cast<std::size_t>(i)];
        QVERIFY(word.find_first_not_of("01") == std::string::npos);
        kraft += std::exp2(-static_cast<double>(word.size()));
        length += p(i) * static_cast<double>(word.size());
        for (int j = 0; j < n; ++j)
          QVERIFY(i == j || !words[static_cast<std::size_t>(j)].starts_with(word));
      }
      QCOMPARE(kraft, 1.0); // no branch of the tree is left empty
      const double rounding = 4.0 * n * n * epsilon;
      QVERIFY(std::abs(length - expectedLength(tree)) <= rounding);
      QVERIFY(entropy(p) <= length + rounding);
      QVERIFY(length < entropy(p) + 1);
    }
  }

  void mergesAreStepsOfAValue() {
    const Eigen::VectorXd weights = Eigen::Vector<double, 5>(0.25, 0.25, 0.2, 0.15, 0.15);
    HuffmanTree tree = huffmanStart(weights);
    QCOMPARE(tree.roots, (std::vector<int>{3, 4, 2, 0, 1}));
    QCOMPARE(expectedLength(tree), 0.0);
    QVERIFY(codeWords(tree) == std::vector<std::string>(5));
    const HuffmanTree start = tree;
    std::vector<std::size_t> roots;
    while (!tree.isComplete()) {
      tree = huffmanMerge(tree);
      roots.push_back(tree.roots.size());
    }
    QCOMPARE(roots, (std::vector<std::size_t>{4, 3, 2, 1}));
    QCOMPARE(start.roots.size(), std::size_t{5});
    QVERIFY(huffmanMerge(tree).nodes.size() == tree.nodes.size());
    // Cover and Thomas, section 5.6: lengths 2, 2, 2, 3, 3 and L = 2.3.
    const std::vector<std::string> words = codeWords(tree);
    QCOMPARE(words[0].size(), std::size_t{2});
    QCOMPARE(words[2].size(), std::size_t{2});
    QCOMPARE(words[4].size(), std::size_t{3});
    QVERIFY(std::abs(expectedLength(tree) - 2.3) <= 8 * epsilon);
  }

  void tiesGiveTheShortestLongestWord() {
    // Lengths 2 2 2 2 and 1 2 3 3 both cost 2 bits a symbol here; symbols are merged before unions.
    const std::vector<std::string> words = codeWords(huffmanTree(Eigen::Vector4d(2, 1, 1, 2)));
    for (const std::string& word : words)
      QCOMPARE(word.size(), std::size_t{2});
    QCOMPARE(codeWords(huffmanTree(Eigen::Vector4d(1, 1, 1, 1))),
             (std::vector<std::string>{"00", "01", "10", "11"}));
    // Decimals whose sums round are counts in disguise: counts have no such trouble.
    QCOMPARE(codeWords(huffmanTree(Eigen::Vector3d(1, 2, 3)))[2].size(), std::size_t{1});
  }

  void endsAndHostileWeights() {
    const HuffmanTree one = huffmanTree(Eigen::VectorXd::Constant(1, 3.0));
    QVERIFY(one.isComplete());
    QCOMPARE(codeWords(one), std::vector<std::string>{""});
    QCOMPARE(expectedLength(one), 0.0);
    const double infinity = std::numeric_limits<double>::infinity();
    for (const Eigen::VectorXd& weights :
         {Eigen::VectorXd(), Eigen::VectorXd(Eigen::VectorXd::Zero(4)),
          Eigen::VectorXd(Eigen::Vector2d(-1, 2)), Eigen::VectorXd(Eigen::Vector2d(std::nan(""), 2)),
          Eigen::VectorXd(Eigen::Vector2d(2, std::nan(""))), Eigen::VectorXd(Eigen::Vector2d(infinity, 2)),
          Eigen::VectorXd(Eigen::Vector2d(1.7e308, 1.7e308))}) {
      const HuffmanTree tree = huffmanTree(weights);
      QVERIFY(tree.nodes.empty() && tree.isComplete());
      QVERIFY(codeWords(tree).empty());
      QCOMPARE(expectedLength(tree), 0.0);
    }
    QCOMPARE(codeWords(huffmanTree(Eigen::Vector3d(5e-324, 0, 1)))[2].size(), std::size_t{1});
    // Powers of two make the longest words there are.
    Eigen::VectorXd graded(300);
    for (int i = 0; i < 300; ++i)
      graded(i) = std::exp2(-i);
    QCOMPARE(codeWords(huffmanTree(graded))[299].size(), std::size_t{299});
  }
};

QTEST_APPLESS_MAIN(HuffmanCodesAreOptimal)
#include "huffman_codes_are_optimal.moc"
