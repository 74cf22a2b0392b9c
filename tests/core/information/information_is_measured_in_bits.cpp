#include "core/information/entropy.h"
#include "core/information/joint_table.h"
#include "tests/core/json_numbers.h"
#include "tests/core/python_process.h"
#include "tests/core/random_numbers.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

#include <cmath>
#include <limits>
#include <numbers>

using namespace eigenboard::information;
using eigenboard::tests::RandomNumbers;
using eigenboard::tests::runPython;

namespace {

constexpr double epsilon = std::numeric_limits<double>::epsilon();
constexpr double infinity = std::numeric_limits<double>::infinity();

/// Probabilities from nearly equal to graded over hundreds of powers of ten, some of them 0.
Eigen::VectorXd distribution(RandomNumbers& random, int n, int kind) {
  Eigen::VectorXd weights(n);
  for (double& weight : weights) {
    weight = random.uniform(0.01, 1);
    if (kind % 3 == 1)
      weight *= std::pow(10.0, random.integer(-300, 0));
    if (kind % 3 == 2 && random.integer(0, 3) == 0)
      weight = 0;
  }
  weights(0) += 0.01;
  return normalized(weights);
}

} // namespace

class InformationIsMeasuredInBits : public QObject {
  Q_OBJECT

 private slots:
  void entropiesAreScipys() {
    RandomNumbers random(71);
    std::vector<std::pair<Eigen::VectorXd, Eigen::VectorXd>> pairs;
    QJsonArray input;
    for (int i = 0; i < 300; ++i) {
      const int n = random.integer(1, 30);
      Eigen::VectorXd p = distribution(random, n, i);
      Eigen::VectorXd q = distribution(random, n, i / 3);
      if (i % 7 == 0) // nearly p
        q = normalized(p.array() * (1 + 1e-6 * random.matrix(n, 1).array()));
      input.append(QJsonArray{eigenboard::tests::listJson(p), eigenboard::tests::listJson(q)});
      pairs.emplace_back(std::move(p), std::move(q));
    }
    const auto answer = runPython(QStringLiteral(R"(
import json, sys
import numpy as np
from scipy.special import kl_div
from scipy.stats import entropy
out = []
for p, q in json.load(sys.stdin):
    p, q = np.array(p), np.array(q)
    d = entropy(p, q, base=2)
    terms = np.sum(kl_div(p, q)) / np.log(2)
    out.append([entropy(p, base=2), d if np.isfinite(d) else "inf", terms if np.isfinite(terms) else "inf"])
json.dump(out, sys.stdout)
)"),
                                  QJsonDocument(input).toJson());
    QVERIFY2(answer.error.isEmpty(), qPrintable(answer.error));
    const QJsonArray truth = QJsonDocument::fromJson(answer.output).array();
    QCOMPARE(truth.size(), 300);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      const auto& [p, q] = pairs[i];
      const QJsonArray expected = truth[static_cast<qsizetype>(i)].toArray();
      const auto n = static_cast<double>(p.size());
      const double h = entropy(p);
      // SciPy divides by the sum once more, which moves every pᵢ by a rounding of n terms.
      QVERIFY(std::abs(h - expected[0].toDouble()) <= 8 * n * epsilon * (1 + h));
      QVERIFY(h >= 0 && h <= std::log2(n) + 4 * n * epsilon);
      const double d = divergence(p, q);
      const double cross = crossEntropy(p, q);
      if (expected[1].isString()) {
        QCOMPARE(d, infinity);
        QCOMPARE(cross, infinity);
        continue;
      }
      QVERIFY(d >= 0);
      // The terms of the plain sum are of the size of the cross-entropy and cancel.
      QVERIFY(std::abs(d - expected[1].toDouble()) <= 8 * n * epsilon * (1 + cross));
      QVERIFY(std::abs(d - expected[2].toDouble()) <= 8 * n * epsilon * (1 + cross));
      QVERIFY(std::abs(cross - h - d) <= 8 * n * epsilon * (1 + cross));
    }
  }

  void smallDivergencesKeepTheirDigits() {
    // For q = p + δ, D = Σ δ²/(2p) / ln 2 up to the third order of δ.
    const Eigen::Vector2d p(0.5, 0.5);
    for (const double delta : {0x1p-10, 0x1p-20, 0x1p-30, 0x1p-40}) {
      const double d = divergence(p, Eigen::Vector2d(0.5 + delta, 0.5 - delta));
      const double expected = 2 * delta * delta / std::numbers::ln2;
      QVERIFY(std::abs(d / expected - 1) <= 4 * delta * delta + 16 * epsilon);
    }
    QCOMPARE(divergence(p, p), 0.0);
    // Exactly −½ log2 (1 − 4δ²), on both sides of the place where the series takes over.
    for (const double delta : {0.004, 0.00495, 0.00505, 0.1}) {
      const double exact = -0.5 * std::log1p(-4 * delta * delta) / std::numbers::ln2;
      QVERIFY(std::abs(divergence(p, Eigen::Vector2d(0.5 + delta, 0.5 - delta)) / exact - 1) <= 1e-11);
    }
  }

  void knownValuesAreExact() {
    QCOMPARE(entropy(Eigen::VectorXd::Constant(8, 0.125)), 3.0);
    QCOMPARE(entropy(Eigen::Vector3d(0.5, 0.25, 0.25)), 1.5);
    QCOMPARE(entropy(Eigen::Vector3d(1, 0, 0)), 0.0);
    QVERIFY(!std::signbit(entropy(Eigen::Vector2d(1, 0))));
    QCOMPARE(crossEntropy(Eigen::Vector2d(0.5, 0.5), Eigen::Vector2d(0.25, 0.75)), 1 - 0.5 * std::log2(0.75));
    QCOMPARE(crossEntropy(Eigen::Vector2d(0, 1), Eigen::Vector2d(0, 1)), 0.0);
    QCOMPARE(divergence(Eigen::Vector2d(0, 1), Eigen::Vector2d(0.5, 0.5)), 1.0);
    QCOMPARE(divergence(Eigen::Vector2d(0.5, 0.5), Eigen::Vector2d(0, 1)), infinity);
    QCOMPARE(surprisal(0.125), 3.0);
    QCOMPARE(surprisal(0), infinity);
    QVERIFY(surprisal(1) == 0 && !std::signbit(surprisal(1)));
    const double least = 5e-324;
    QVERIFY(std::abs(entropy(Eigen::Vector2d(least, 1)) - 1074 * least) <= least);
    QCOMPARE(divergence(Eigen::Vector2d(1, 0), Eigen::Vector2d(least, 1)), 1074.0);
  }

  void whatIsNoDistributionHasNoEntropy() {
    const Eigen::Vector2d fair(0.5, 0.5);
    const Eigen::VectorXd bad[] = {Eigen::VectorXd(),
                                   Eigen::Vector2d(0.5, 0.6),
                                   Eigen::Vector2d(-0.5, 1.5),
                                   Eigen::Vector2d(std::nan(""), 1),
                                   Eigen::Vector2d(infinity, 0),
                                   Eigen::VectorXd::Zero(2)};
    for (const Eigen::VectorXd& p : bad) {
      QVERIFY(!isDistribution(p));
      QVERIFY(std::isnan(entropy(p)));
      QVERIFY(std::isnan(crossEntropy(fair, p)) && std::isnan(crossEntropy(p, fair)));
      QVERIFY(std::isnan(divergence(fair, p)) && std::isnan(divergence(p, fair)));
    }
    QVERIFY(std::isnan(divergence(fair, Eigen::Vector3d(0.5, 0.25, 0.25))));
    QVERIFY(std::isnan(surprisal(1.5)) && std::isnan(surprisal(-0.5)) && std::isnan(surprisal(std::nan(""))));
    QCOMPARE(normalized(Eigen::Vector2d(1e308, 1e308)), fair);
    QCOMPARE(normalized(Eigen::Vector2d(5e-324, 5e-324)), fair);
    for (const Eigen::VectorXd& weights : {Eigen::VectorXd(), Eigen::VectorXd(Eigen::VectorXd::Zero(3)),
                                           Eigen::VectorXd(Eigen::Vector2d(-1, 2))})
      QCOMPARE(normalized(weights).size(), 0);
  }

  void theChainRuleHolds() {
    RandomNumbers random(72);
    for (int trial = 0; trial < 300; ++trial) {
      const int m = random.integer(1, 6);
      const int n = random.integer(1, 6);
      const Eigen::MatrixXd table = distribution(random, m * n, trial).reshaped(m, n);
      const JointInformation i = jointInformation(table);
      const double rounding = 16.0 * m * n * epsilon * (1 + i.ofX + i.ofY);
      QVERIFY(isDistribution(i.x) && isDistribution(i.y));
      QVERIFY((i.x - table * Eigen::VectorXd::Ones(n)).norm() <= rounding);
      QVERIFY((i.y - table.transpose() * Eigen::VectorXd::Ones(m)).norm() <= rounding);
      QVERIFY(std::abs(i.ofBoth - i.ofX - i.ofYGivenX) <= rounding);
      QVERIFY(std::abs(i.ofBoth - i.ofY - i.ofXGivenY) <= rounding);
      QVERIFY(std::abs(i.mutual - (i.ofX - i.ofXGivenY)) <= rounding);
      QVERIFY(std::abs(i.mutual - (i.ofX + i.ofY - i.ofBoth)) <= rounding);
      QVERIFY(i.mutual >= 0 && i.ofXGivenY >= 0 && i.ofYGivenX >= 0);
      const JointInformation turned = jointInformation(table.transpose());
      QVERIFY(std::abs(turned.mutual - i.mutual) <= rounding);
      QVERIFY((turned.x - i.y).norm() <= rounding && (turned.y - i.x).norm() <= rounding);
    }
  }

  void independenceAndCopiesAreTheEnds() {
    const Eigen::Vector3d p(0.5, 0.25, 0.25);
    const JointInformation independent = jointInformation(p * Eigen::RowVector2d(0.75, 0.25));
    QCOMPARE(independent.mutual, 0.0);
    QCOMPARE(independent.ofXGivenY, 1.5);
    const JointInformation copy = jointInformation(Eigen::Matrix3d(p.asDiagonal()));
    QCOMPARE(copy.mutual, 1.5);
    QCOMPARE(copy.ofXGivenY, 0.0);
    QCOMPARE(copy.ofBoth, 1.5);
    // Cover and Thomas, example 2.2.1.
    const Eigen::Matrix4d example{{1.0 / 8, 1.0 / 16, 1.0 / 16, 1.0 / 4},
                                  {1.0 / 16, 1.0 / 8, 1.0 / 16, 0},
                                  {1.0 / 32, 1.0 / 32, 1.0 / 16, 0},
                                  {1.0 / 32, 1.0 / 32, 1.0 / 16, 0}};
    const JointInformation i = jointInformation(example);
    QCOMPARE(i.ofX, 7.0 / 4);
    QCOMPARE(i.ofY, 2.0);
    QCOMPARE(i.ofXGivenY, 11.0 / 8);
    QCOMPARE(i.ofYGivenX, 13.0 / 8);
    QCOMPARE(i.ofBoth, 27.0 / 8);
    QCOMPARE(i.mutual, 3.0 / 8);
    const JointInformation nothing = jointInformation(Eigen::MatrixXd(0, 0));
    QVERIFY(std::isnan(nothing.mutual) && nothing.x.size() == 0);
    const JointInformation wrong = jointInformation(Eigen::Matrix2d::Ones());
    QVERIFY(std::isnan(wrong.ofX) && wrong.x == Eigen::Vector2d(2, 2));
  }
};

QTEST_APPLESS_MAIN(InformationIsMeasuredInBits)
#include "information_is_measured_in_bits.moc"
