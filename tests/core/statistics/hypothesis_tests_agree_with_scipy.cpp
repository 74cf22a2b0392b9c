#include "core/statistics/hypothesis_tests.h"
#include "core/statistics/permutation_test.h"
#include "tests/core/json_numbers.h"
#include "tests/core/python_process.h"
#include "tests/core/random_numbers.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace eigenboard::statistics;
using eigenboard::tests::RandomNumbers;
using eigenboard::tests::runPython;

namespace {

constexpr double epsilon = std::numeric_limits<double>::epsilon();

const QString script = QStringLiteral(R"(
import json, sys
import numpy as np
from scipy import stats
samples, tables, counts = json.load(sys.stdin)
sides = ["two-sided", "greater", "less"]
out = []
for a, b, mean, side in samples:
    row = []
    for r in (stats.ttest_1samp(a, mean, alternative=sides[side]), stats.ttest_ind(b, a, alternative=sides[side]),
              stats.ttest_ind(b, a, equal_var=False, alternative=sides[side])):
        row += [r.statistic, r.pvalue]
    z = (np.mean(b) - np.mean(a)) / 0.7
    row.append({0: 2 * stats.norm.sf(abs(z)), 1: stats.norm.sf(z), 2: stats.norm.cdf(z)}[side])
    # With as few values, all ways of dealing are gone over.
    exact = stats.permutation_test((b[:6], a[:6]), lambda x, y: np.mean(x) - np.mean(y), n_resamples=np.inf,
                                   alternative=sides[side], permutation_type="independent")
    row.append(exact.pvalue)
    out.append(row)
told = []
for table in tables:
    r = stats.chi2_contingency(np.array(table), correction=False)
    told.append([r[0], r[1], r[2]])
good = []
for hits, tries, other_hits, other_tries, observed, expected in counts:
    # The square of the z of two shares is the chi-squared of their table.
    table = np.array([[hits, tries - hits], [other_hits, other_tries - other_hits]])
    chi = stats.chi2_contingency(table, correction=False)
    r = stats.chisquare(observed, expected)
    good.append([chi[0], chi[1], r.statistic, r.pvalue])
json.dump([out, told, good], sys.stdout)
)");

struct Samples {
  std::vector<double> a, b;
  double mean;
  Side side;
};

struct Counts {
  int hits, tries, otherHits, otherTries;
  std::vector<double> observed, expected;
};

std::vector<double> numbers(RandomNumbers& random, int count, double shift) {
  std::vector<double> values(static_cast<std::size_t>(count));
  for (double& value : values)
    value = shift + random.uniform(-2, 2) + random.uniform(-2, 2);
  return values;
}

bool agree(double value, double truth, double relative) {
  return std::abs(value - truth) <= relative * std::max(1e-12, std::abs(truth));
}

} // namespace

class HypothesisTestsAgreeWithScipy : public QObject {
  Q_OBJECT

  std::vector<Samples> samples_;
  std::vector<Eigen::MatrixXd> tables_;
  std::vector<Counts> counts_;
  QJsonArray truth_;

 private slots:
  void initTestCase() {
    RandomNumbers random(61);
    QJsonArray samples;
    for (int i = 0; i < 60; ++i) {
      const Samples one{numbers(random, random.integer(6, 40), 0),
                        numbers(random, random.integer(6, 40), random.uniform(-1, 1)), random.uniform(-1, 1),
                        static_cast<Side>(i % 3)};
      samples.append(QJsonArray{eigenboard::tests::listJson(one.a), eigenboard::tests::listJson(one.b),
                                one.mean, i % 3});
      samples_.push_back(one);
    }
    QJsonArray tables;
    for (int i = 0; i < 30; ++i) {
      const int rows = random.integer(2, 4);
      const int columns = random.integer(2, 5);
      Eigen::MatrixXd table(rows, columns);
      QJsonArray list;
      for (int r = 0; r < rows; ++r) {
        QJsonArray row;
        for (int c = 0; c < columns; ++c) {
          table(r, c) = random.integer(1, 40);
          row.append(table(r, c));
        }
        list.append(row);
      }
      tables.append(list);
      tables_.push_back(table);
    }
    QJsonArray counts;
    for (int i = 0; i < 30; ++i) {
      Counts one{random.integer(1, 50),
                 60 + random.integer(0, 40),
                 random.integer(1, 50),
                 60 + random.integer(0, 40),
                 {},
                 {}};
      for (int k = 0; k < 5; ++k)
        one.observed.push_back(random.integer(1, 30));
      double total = 0;
      for (const double value : one.observed)
        total += value;
      one.expected = {0.1 * total, 0.2 * total, 0.25 * total, 0.25 * total, 0.2 * total};
      counts.append(QJsonArray{one.hits, one.tries, one.otherHits, one.otherTries,
                               eigenboard::tests::listJson(one.observed),
                               eigenboard::tests::listJson(one.expected)});
      counts_.push_back(one);
    }
    const auto answer =
        runPython(script, QJsonDocument(QJsonArray{samples, tables, counts}).toJson(QJsonDocument::Compact));
    QVERIFY2(answer.error.isEmpty(), qPrintable(answer.error));
    truth_ = QJsonDocument::fromJson(answer.output).array();
    QCOMPARE(truth_.size(), qsizetype(3));
  }

  void tOfOneAndTwoSamples() {
    // The statistic is a quotient of sums of 40 values; its p reacts to it some 40 times as much, and SciPy's
    // incomplete beta function has some 1e-13.
    constexpr double ofStatistic = 1e-12;
    constexpr double ofP = 1e-11;
    for (std::size_t i = 0; i < samples_.size(); ++i) {
      const Samples& one = samples_[i];
      const QJsonArray truth = truth_[0].toArray()[static_cast<qsizetype>(i)].toArray();
      const TestResult results[] = {oneSampleT(one.a, one.mean, one.side), pooledT(one.a, one.b, one.side),
                                    welchT(one.a, one.b, one.side)};
      for (int k = 0; k < 3; ++k) {
        QVERIFY(agree(results[k].statistic, truth[2 * k].toDouble(), ofStatistic));
        QVERIFY(agree(results[k].p, truth[2 * k + 1].toDouble(), ofP));
      }
      std::vector<double> all = one.a;
      all.insert(all.end(), one.b.begin(), one.b.end());
      const double difference = differenceOfMeans(all, static_cast<int>(one.a.size()));
      QVERIFY(agree(zTest(difference, 0.7, one.side).p, truth[6].toDouble(), ofP));
    }
  }

  void allWaysOfDealing() {
    for (std::size_t i = 0; i < samples_.size(); ++i) {
      const Samples& one = samples_[i];
      if (one.side == Side::Both)
        continue; // SciPy doubles the smaller tail: the two kinds agree for one side only
      std::vector<double> few(one.a.begin(), one.a.begin() + 6);
      few.insert(few.end(), one.b.begin(), one.b.begin() + 6);
      const double truth = truth_[0].toArray()[static_cast<qsizetype>(i)].toArray()[7].toDouble();
      QVERIFY(agree(exactPermutationP(few, 6, one.side), truth, 4 * epsilon));
    }
  }

  void dealingComesNearAllWays() {
    RandomNumbers random(67);
    for (int i = 0; i < 6; ++i) {
      std::vector<double> values = numbers(random, 6, 0);
      const std::vector<double> second = numbers(random, 6, 0.8);
      values.insert(values.end(), second.begin(), second.end());
      const double observed = differenceOfMeans(values, 6);
      eigenboard::numerics::Random dealer(static_cast<std::uint64_t>(i));
      constexpr int times = 4000;
      int extreme = 0;
      for (int k = 0; k < times; ++k)
        extreme += isAsExtreme(differenceOfMeans(dealtAnew(values, 6, dealer), 6), observed, Side::Both);
      const double exact = exactPermutationP(values, 6, Side::Both);
      // Five standard errors of a share.
      QVERIFY(std::abs(permutationP(extreme, times) - exact) <= 5 * std::sqrt(exact / times) + 1.0 / times);
    }
  }

  void tablesOfCounts() {
    for (std::size_t i = 0; i < tables_.size(); ++i) {
      const QJsonArray truth = truth_[1].toArray()[static_cast<qsizetype>(i)].toArray();
      const TestResult result = chiSquaredIndependence(tables_[i]);
      QVERIFY(agree(result.statistic, truth[0].toDouble(), 1e-12));
      QVERIFY(agree(result.p, truth[1].toDouble(), 1e-11));
      QCOMPARE(result.degrees, truth[2].toDouble());
    }
    for (std::size_t i = 0; i < counts_.size(); ++i) {
      const Counts& one = counts_[i];
      const QJsonArray truth = truth_[2].toArray()[static_cast<qsizetype>(i)].toArray();
      const TestResult shares =
          twoProportions(one.hits, one.tries, one.otherHits, one.otherTries, Side::Both);
      // (p₂ − p₁)² of shares that are nearly equal: absolute rounding of the difference.
      QVERIFY(std::abs(shares.statistic * shares.statistic - truth[0].toDouble()) <=
              1e-12 * (1 + truth[0].toDouble()));
      QVERIFY(std::abs(shares.p - truth[1].toDouble()) <= 1e-12);
      const TestResult fit = chiSquared(one.observed, one.expected);
      QVERIFY(agree(fit.statistic, truth[2].toDouble(), 1e-12));
      QVERIFY(agree(fit.p, truth[3].toDouble(), 1e-11));
    }
  }

  void withoutSpreadThereIsNoTest() {
    const std::vector<double> same{1, 1, 1};
    const std::vector<double> one{1};
    QVERIFY(std::isnan(oneSampleT(same, 0, Side::Both).p));
    QVERIFY(std::isnan(pooledT(same, same, Side::Both).p));
    QVERIFY(std::isnan(welchT(one, same, Side::Both).p));
    QVERIFY(std::isnan(zTest(1, 0, Side::Both).p));
    QVERIFY(std::isnan(exactPermutationP(std::vector<double>(21, 1.0), 10, Side::Both)));
    QCOMPARE(permutationP(0, 0), 1.0);
  }
};

QTEST_GUILESS_MAIN(HypothesisTestsAgreeWithScipy)
#include "hypothesis_tests_agree_with_scipy.moc"
