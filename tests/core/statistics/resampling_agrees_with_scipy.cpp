#include "core/statistics/histogram_law.h"
#include "core/statistics/resampling.h"
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
using eigenboard::numerics::Random;
using eigenboard::tests::RandomNumbers;
using eigenboard::tests::runPython;

namespace {

constexpr double epsilon = std::numeric_limits<double>::epsilon();

const QString script = QStringLiteral(R"(
import json, sys
import numpy as np
from scipy import stats
laws, samples = json.load(sys.stdin)
out = []
for lower, width, weights, probabilities in laws:
    law = stats.rv_histogram((np.array(weights), lower + width * np.arange(len(weights) + 1)))
    # Gauss's rule with 3 points is exact for cubics on each bar.
    node, share = np.polynomial.legendre.leggauss(3)
    middle = lower + width * (np.arange(len(weights)) + 0.5)
    x = middle[:, None] + width / 2 * node
    p = (np.array(weights) / sum(weights))[:, None] * share / 2
    mean = np.sum(p * x)
    variance = np.sum(p * (x - mean) ** 2)
    out.append([mean, variance, np.sum(p * (x - mean) ** 3) / variance**1.5,
                law.cdf(probabilities).tolist(), law.pdf(probabilities).tolist()])
told = []
for values, p, mean, spread in samples:
    told.append([*np.quantile(values, [(1 - p) / 2, (1 + p) / 2]),
                 stats.kstest(values, stats.norm(mean, spread).cdf).statistic])
json.dump([out, told], sys.stdout)
)");

struct Sample {
  std::vector<double> values;
  double p, mean, spread;
};

struct Law {
  HistogramLaw law;
  std::vector<double> places;
};

} // namespace

class ResamplingAgreesWithScipy : public QObject {
  Q_OBJECT

  std::vector<Law> laws_;
  std::vector<Sample> samples_;
  QJsonArray truth_;

 private slots:
  void initTestCase() {
    RandomNumbers random(51);
    QJsonArray laws;
    for (int i = 0; i < 60; ++i) {
      std::vector<double> weights(static_cast<std::size_t>(random.integer(1, 12)));
      for (double& weight : weights)
        weight = random.integer(0, 4) == 0 ? 0 : random.uniform(0.01, 1);
      weights.front() += 0.01;
      const double lower = random.uniform(-5, 5);
      const double width = random.uniform(0.1, 3);
      Law one{histogramLaw(lower, width, weights), {}};
      for (int k = 0; k < 9; ++k)
        one.places.push_back(lower + width * random.uniform(0, static_cast<double>(weights.size())));
      laws.append(QJsonArray{lower, width, eigenboard::tests::listJson(weights),
                             eigenboard::tests::listJson(one.places)});
      laws_.push_back(one);
    }
    QJsonArray samples;
    for (int i = 0; i < 100; ++i) {
      Sample one{{}, random.uniform(0, 1), random.uniform(-1, 1), random.uniform(0.1, 3)};
      for (int k = random.integer(1, 60); k > 0; --k)
        one.values.push_back(random.uniform(-3, 3));
      samples.append(QJsonArray{eigenboard::tests::listJson(one.values), one.p, one.mean, one.spread});
      samples_.push_back(one);
    }
    const auto answer =
        runPython(script, QJsonDocument(QJsonArray{laws, samples}).toJson(QJsonDocument::Compact));
    QVERIFY2(answer.error.isEmpty(), qPrintable(answer.error));
    truth_ = QJsonDocument::fromJson(answer.output).array();
    QCOMPARE(truth_.size(), qsizetype(2));
  }

  void drawnPopulations() {
    for (std::size_t i = 0; i < laws_.size(); ++i) {
      const auto& [law, places] = laws_[i];
      const QJsonArray truth = truth_[0].toArray()[static_cast<qsizetype>(i)].toArray();
      const LawMoments moments = momentsOf(law);
      // Sums of 12 products of numbers below 41, and their cubes over a variance of at least width²/12.
      QVERIFY(std::abs(moments.mean - truth[0].toDouble()) <= 64 * epsilon * 41);
      QVERIFY(std::abs(moments.variance - truth[1].toDouble()) <= 64 * epsilon * 41 * 41);
      QVERIFY(std::abs(moments.skewness - truth[2].toDouble()) <=
              64 * epsilon * std::pow(41 / std::sqrt(moments.variance), 3));
      for (std::size_t k = 0; k < places.size(); ++k) {
        const double p = truth[3].toArray()[static_cast<qsizetype>(k)].toDouble();
        const double density = densityOf(law, places[k]);
        QVERIFY(std::abs(density - truth[4].toArray()[static_cast<qsizetype>(k)].toDouble()) <=
                64 * epsilon * (1 + density));
        // The quantile undoes SciPy's distribution function, where it rises: p is known to 64 eps.
        if (density > 0)
          QVERIFY(std::abs(quantileOf(law, p) - places[k]) <= 64 * epsilon * (41 + 1 / density));
      }
    }
  }

  void barsWithoutWeightAreAlike() {
    const HistogramLaw law = histogramLaw(0, 1, std::vector<double>{0, 1e-9, 0, 0});
    for (const double share : law.shares)
      QCOMPARE(share, 0.25);
  }

  void whatIsSaidOfSamples() {
    for (std::size_t i = 0; i < samples_.size(); ++i) {
      Sample one = samples_[i];
      const QJsonArray truth = truth_[1].toArray()[static_cast<qsizetype>(i)].toArray();
      // Values up to 3; the place of a quantile among 60 is known to 60 eps.
      const double rounding = 64 * epsilon * 3 * 60;
      std::sort(one.values.begin(), one.values.end());
      const PercentileInterval interval = percentileInterval(one.values, one.p);
      QVERIFY(std::abs(interval.low - truth[0].toDouble()) <= rounding);
      QVERIFY(std::abs(interval.high - truth[1].toDouble()) <= rounding);
      const double distance = kolmogorovDistance(
          one.values, [&one](double x) { return normalCumulative(x, one.mean, one.spread); });
      // (x − μ)/σ of up to 40 has as many roundings.
      QVERIFY(std::abs(distance - truth[2].toDouble()) <= 64 * epsilon);
    }
  }

  void resamplesComeFromTheSample() {
    Random random(5);
    const std::vector<double> sample{2, 3, 5, 7, 11};
    std::vector<int> counts(12);
    constexpr int times = 20'000;
    for (int i = 0; i < times; ++i)
      for (const double value : resample(sample, random))
        ++counts[static_cast<std::size_t>(value)];
    for (const double value : sample) {
      // times draws of chance 1/5 in each of five places: five standard errors.
      const double error = 5 * std::sqrt(5.0 * times * 0.2 * 0.8);
      QVERIFY(std::abs(counts[static_cast<std::size_t>(value)] - times) <= error);
    }
  }

  void nothingHasNoStatistics() {
    const std::vector<double> none;
    QVERIFY(std::isnan(percentileInterval(none, 0.9).low));
    QVERIFY(std::isnan(kolmogorovDistance(none, [](double) { return 0.5; })));
    Random random(1);
    QVERIFY(resample(none, random).empty());
    QCOMPARE(normalCumulative(1, 1, 0), 1.0);
    QCOMPARE(normalCumulative(0, 1, 0), 0.0);
  }
};

QTEST_GUILESS_MAIN(ResamplingAgreesWithScipy)
#include "resampling_agrees_with_scipy.moc"
