#include "core/probability/distribution.h"
#include "tests/core/probability/distribution_examples.h"

#include <QtTest/QTest>

#include <cmath>
#include <limits>
#include <utility>

using namespace eigenboard::probability;
using eigenboard::numerics::Random;
using eigenboard::tests::distributionExamples;
using eigenboard::tests::nameOf;

namespace {

constexpr double epsilon = std::numeric_limits<double>::epsilon();
constexpr double infinity = std::numeric_limits<double>::infinity();

} // namespace

/// At the ends of what is possible, and beyond them.
class LawsAnswerAtTheirEnds : public QObject {
  Q_OBJECT

 private slots:
  void impossibleParametersHaveAReason() {
    const double nan = std::nan("");
    const std::pair<Distribution, const char*> rows[] = {
        {{Family::Normal, {0, 0}}, "the spread σ must be above 0"},
        {{Family::Normal, {0, -2}}, "the spread σ must be above 0"},
        {{Family::Normal, {nan, 1}}, "the mean μ must be a finite number"},
        {{Family::Binomial, {2.5, 0.5}}, "the number of trials n must be a whole number"},
        {{Family::Binomial, {3, 1.5}}, "the chance of success p must be at most 1"},
        {{Family::Geometric, {0}}, "the chance of success p must be at least 1e-12"},
        {{Family::Gamma, {infinity, 1}}, "the shape α must be a finite number"},
        {{Family::ChiSquared, {1e9}}, "the number of degrees of freedom ν must be at most 1e+08"},
        {{Family::Uniform, {1, 1}}, "the lower end a must be below the upper end b"},
        {{Family::DiscreteUniform, {6, 1}}, "the least value a must not be above the greatest value b"},
        {{Family::Hypergeometric, {5, 6, 2}},
         "the number of marked things K must not be above the number of things N"},
        {{Family::Hypergeometric, {5, 2, 6}}, "the number drawn n must not be above the number of things N"},
    };
    Random random(1);
    for (const auto& [d, reason] : rows) {
      QCOMPARE(QString::fromStdString(whyImpossible(d)), QString::fromUtf8(reason));
      QVERIFY(!isPossible(d));
      QVERIFY(std::isnan(density(d, 1)) && std::isnan(logDensity(d, 1)) && std::isnan(tails(d, 1).lower));
      QVERIFY(std::isnan(quantile(d, 0.5)) && std::isnan(upperQuantile(d, 0.5)) &&
              std::isnan(sample(d, random)));
      QVERIFY(std::isnan(probabilityBetween(d, 0, 1)) && std::isnan(support(d).least));
      QCOMPARE(moments(d).mean.kind, Quantity::Kind::Undefined);
      QCOMPARE(entropy(d).kind, Quantity::Kind::Undefined);
      QCOMPARE(mode(d).kind, Quantity::Kind::Undefined);
    }
    for (const Distribution& d : distributionExamples())
      QVERIFY2(whyImpossible(d).empty() && isPossible(d), qPrintable(nameOf(d)));
  }

  /// Every parameter at both ends of what is possible, in every combination, at ordinary and at hostile
  /// points.
  void theEndsOfThePossibleAreAnswered() {
    Random random(5);
    int answered = 0;
    for (const FamilyDescription& family : families())
      for (int ends = 0; ends < 27; ++ends) {
        Distribution d{family.family, {}};
        for (int i = 0, rest = ends; i < 3; ++i, rest /= 3) {
          const ParameterDescription& p = family.parameters[static_cast<std::size_t>(i)];
          const double least = p.isLeastIncluded ? p.least : 1e-9;
          d.parameters[static_cast<std::size_t>(i)] = rest % 3 == 0   ? least
                                                      : rest % 3 == 1 ? p.usual
                                                                      : p.most;
        }
        if (!isPossible(d))
          continue;
        for (const double x : {-infinity, -1e300, -1.0, 0.0, 5e-324, 0.5, 1.0, 1e9, 1e300, infinity}) {
          const Tails at = tails(d, x);
          QVERIFY2(at.lower >= 0 && at.upper >= 0 && std::abs(at.lower + at.upper - 1) <= 1e-6,
                   qPrintable(QStringLiteral("%1 at %2").arg(nameOf(d)).arg(x)));
          QVERIFY2(density(d, x) >= 0, qPrintable(QStringLiteral("%1 at %2").arg(nameOf(d)).arg(x)));
        }
        QVERIFY(std::isnan(tails(d, std::nan("")).lower) && std::isnan(density(d, std::nan(""))));
        for (const double p : {1e-300, 0.3, 0.5, 1 - epsilon}) {
          const double x = quantile(d, p);
          QVERIFY2(x >= support(d).least && x <= support(d).most,
                   qPrintable(QStringLiteral("%1, %2").arg(nameOf(d)).arg(p)));
        }
        QCOMPARE(quantile(d, 0), support(d).least);
        QCOMPARE(quantile(d, 1), support(d).most);
        QVERIFY(std::isnan(quantile(d, -0.1)) && std::isnan(quantile(d, std::nan(""))));
        QVERIFY2(!std::isnan(sample(d, random)), qPrintable(nameOf(d)));
        QVERIFY2(!std::isnan(entropy(d).value), qPrintable(nameOf(d)));
        ++answered;
      }
    QVERIFY(answered > 150);
  }
};

QTEST_APPLESS_MAIN(LawsAnswerAtTheirEnds)
#include "laws_answer_at_their_ends.moc"
