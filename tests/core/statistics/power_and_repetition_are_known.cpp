#include "core/statistics/repeated_tests.h"
#include "core/statistics/test_power.h"
#include "tests/core/python_process.h"
#include "tests/core/random_numbers.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

#include <cmath>
#include <limits>

using namespace eigenboard::statistics;
using eigenboard::tests::RandomNumbers;
using eigenboard::tests::runPython;

namespace {

/// Power by SciPy's normal law; p-values adjusted as Benjamini and Hochberg do it, by going over all k; the
/// probability of never rejecting in up to three looks as an orthant of a multivariate normal law.
const QString script = QStringLiteral(R"(
import json, sys
import numpy as np
from scipy import stats
powers, families, looks = json.load(sys.stdin)
out = []
for effect, n, alpha, side in powers:
    shift = effect * np.sqrt(n / 2)
    c = stats.norm.isf(alpha / 2 if side == 0 else alpha)
    out.append([c, {0: stats.norm.sf(c - shift) + stats.norm.cdf(-c - shift), 1: stats.norm.sf(c - shift),
                    2: stats.norm.cdf(-c - shift)}[side]])
found = []
for p, alpha in families:
    p = np.array(p)
    limit = max([np.sort(p)[k] for k in range(len(p)) if np.sort(p)[k] <= (k + 1) * alpha / len(p)], default=-1)
    found.append([(p <= limit).tolist(), (p * len(p) <= alpha).tolist()])
peeked = []
for k, alpha in looks:
    c = stats.norm.isf(alpha)
    t = np.arange(1, k + 1)
    correlation = np.sqrt(np.minimum.outer(t, t) / np.maximum.outer(t, t))
    law = stats.multivariate_normal(np.zeros(k), correlation, allow_singular=True)
    law.abseps = law.releps = 1e-9
    law.maxpts = 10**7
    peeked.append(1 - law.cdf(np.full(k, c)))
json.dump([out, found, peeked], sys.stdout)
)");

struct Power {
  double effect, n, alpha;
  int side;
};

} // namespace

class PowerAndRepetitionAreKnown : public QObject {
  Q_OBJECT

  std::vector<Power> powers_;
  std::vector<std::pair<std::vector<double>, double>> families_;
  std::vector<std::pair<int, double>> looks_;
  QJsonArray truth_;

 private slots:
  void initTestCase() {
    RandomNumbers random(71);
    QJsonArray powers;
    for (int i = 0; i < 120; ++i) {
      powers_.push_back({random.uniform(0, 1.5), static_cast<double>(random.integer(2, 400)),
                         random.uniform(0.001, 0.2), i % 3});
      powers.append(QJsonArray{powers_.back().effect, powers_.back().n, powers_.back().alpha, i % 3});
    }
    QJsonArray families;
    for (int i = 0; i < 80; ++i) {
      std::vector<double> p(static_cast<std::size_t>(random.integer(1, 30)));
      QJsonArray list;
      for (double& value : p) {
        value = random.uniform(0, 1) * (random.integer(0, 2) == 0 ? 0.02 : 1);
        list.append(value);
      }
      families_.emplace_back(p, random.uniform(0.01, 0.2));
      families.append(QJsonArray{list, families_.back().second});
    }
    QJsonArray looks;
    for (const double alpha : {0.01, 0.05, 0.2})
      for (int k = 1; k <= 3; ++k) {
        looks_.emplace_back(k, alpha);
        looks.append(QJsonArray{k, alpha});
      }
    const auto answer =
        runPython(script, QJsonDocument(QJsonArray{powers, families, looks}).toJson(QJsonDocument::Compact));
    QVERIFY2(answer.error.isEmpty(), qPrintable(answer.error));
    truth_ = QJsonDocument::fromJson(answer.output).array();
    QCOMPARE(truth_.size(), qsizetype(3));
  }

  void powerOfTheZTest() {
    for (std::size_t i = 0; i < powers_.size(); ++i) {
      const Power& one = powers_[i];
      const QJsonArray truth = truth_[0].toArray()[static_cast<qsizetype>(i)].toArray();
      const Side side = static_cast<Side>(one.side);
      QVERIFY(std::abs(criticalZ(one.alpha, side) - truth[0].toDouble()) <= 1e-13);
      const double power = powerOfZ(shiftOfZ(one.effect, one.n), one.alpha, side);
      QVERIFY(std::abs(power - truth[1].toDouble()) <= 1e-13);
      QVERIFY(std::abs(powerOfZ(0, one.alpha, side) - one.alpha) <= 1e-13);
    }
  }

  void sizesThatAreNeeded() {
    RandomNumbers random(73);
    for (int i = 0; i < 200; ++i) {
      const double effect = random.uniform(0.02, 1.5);
      const double alpha = random.uniform(0.001, 0.2);
      const double wanted = random.uniform(0.3, 0.99);
      const Side side = i % 2 == 0 ? Side::Both : Side::Greater;
      const double n = neededSize(effect, alpha, wanted, side);
      QVERIFY(powerOfZ(shiftOfZ(effect, n), alpha, side) >= wanted);
      QVERIFY(n == 2 || powerOfZ(shiftOfZ(effect, n - 1), alpha, side) < wanted);
    }
    // Cohen, Statistical Power Analysis, table 2.4.1 has 393, 64 (by t: one more) for small and medium
    // effects.
    QCOMPARE(neededSize(0.2, 0.05, 0.8, Side::Both), 393.0);
    QCOMPARE(neededSize(0.5, 0.05, 0.8, Side::Both), 63.0);
    QVERIFY(std::isinf(neededSize(0, 0.05, 0.8, Side::Both)));
    QVERIFY(neededSize(1e-150, 0.05, 0.8, Side::Both) > 1e299);
  }

  void whatPeekingCosts() {
    for (std::size_t i = 0; i < looks_.size(); ++i) {
      const auto [looks, alpha] = looks_[i];
      const double error = errorOfPeeking(looks, alpha, Side::Greater).back();
      // The orthant is integrated at random points, to some 1e-6.
      QVERIFY(std::abs(error - truth_[2].toArray()[static_cast<qsizetype>(i)].toDouble()) <= 2e-5);
    }
    // Armitage, McPherson and Rowe 1969, table 2, the level 0.05 on both sides, in three decimals.
    const std::vector<double> error = errorOfPeeking(20, 0.05, Side::Both);
    const std::pair<std::size_t, double> published[] = {{1, 0.05},  {2, 0.083},  {3, 0.107}, {4, 0.126},
                                                        {5, 0.142}, {10, 0.193}, {20, 0.248}};
    for (const auto& [looks, truth] : published)
      QVERIFY(std::abs(error[looks - 1] - truth) <= 0.0005 + 1e-9);
    QVERIFY(std::abs(error[0] - 0.05) <= 1e-9);
    const std::vector<double> less = errorOfPeeking(5, 0.03, Side::Less);
    const std::vector<double> greater = errorOfPeeking(5, 0.03, Side::Greater);
    for (std::size_t k = 0; k < less.size(); ++k)
      QVERIFY(std::abs(less[k] - greater[k]) <= 1e-12);
  }

  void manyTests() {
    for (std::size_t i = 0; i < families_.size(); ++i) {
      const auto& [p, alpha] = families_[i];
      const QJsonArray truth = truth_[1].toArray()[static_cast<qsizetype>(i)].toArray();
      const std::vector<bool> found = benjaminiHochberg(p, alpha);
      const std::vector<bool> strict = bonferroni(p, alpha);
      for (std::size_t k = 0; k < p.size(); ++k) {
        QCOMPARE(static_cast<bool>(found[k]), truth[0].toArray()[static_cast<qsizetype>(k)].toBool());
        QCOMPARE(static_cast<bool>(strict[k]), truth[1].toArray()[static_cast<qsizetype>(k)].toBool());
        QVERIFY(!strict[k] || found[k]);
      }
    }
    QVERIFY(std::abs(errorOfFamily(20, 0.05) - (1 - std::pow(0.95, 20))) <= 1e-15);
    QCOMPARE(errorOfFamily(0, 0.05), 0.0);
    QVERIFY(benjaminiHochberg({}, 0.05).empty());
  }
};

QTEST_GUILESS_MAIN(PowerAndRepetitionAreKnown)
#include "power_and_repetition_are_known.moc"
