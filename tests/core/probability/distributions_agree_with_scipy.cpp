#include "core/probability/distribution.h"
#include "tests/core/probability/distribution_examples.h"
#include "tests/core/python_process.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QTest>

#include <cmath>
#include <limits>

using namespace eigenboard::probability;
using eigenboard::tests::distributionExamples;
using eigenboard::tests::nameOf;
using eigenboard::tests::runPython;

namespace {

constexpr double epsilon = std::numeric_limits<double>::epsilon();

/// Probabilities of a lower tail, and behind 0.5 of an upper tail.
constexpr double probabilities[] = {1e-100, 1e-20, 1e-5, 0.01, 0.25, 0.5, 0.1, 1e-5, 1e-20, 1e-100};
constexpr int lowerTails = 6;
constexpr int pointCount = static_cast<int>(std::size(probabilities));

double pointOf(const Distribution& distribution, int i) {
  return i < lowerTails ? quantile(distribution, probabilities[i])
                        : upperQuantile(distribution, probabilities[i]);
}

/// Infinities and NaN as text, which JSON has not.
QJsonValue toJson(double value) {
  return std::isfinite(value) ? QJsonValue(value) : QJsonValue(QString::number(value));
}

double fromJson(const QJsonValue& value) {
  return value.isString() ? value.toString().toDouble() : value.toDouble();
}

const QString script = QStringLiteral(R"(
import json, math, sys, warnings
import numpy as np
from scipy import stats
from scipy.special import betaln, digamma, entr
warnings.simplefilter("ignore")
laws = [
    lambda p: stats.bernoulli(p), lambda n, p: stats.binom(int(n), p), lambda p: stats.geom(p),
    lambda r, p: stats.nbinom(r, p), lambda m: stats.poisson(m),
    lambda N, K, n: stats.hypergeom(int(N), int(K), int(n)), lambda a, b: stats.randint(a, b + 1),
    lambda a, b: stats.uniform(a, b - a), lambda rate: stats.expon(scale=1 / rate), lambda m, s: stats.norm(m, s),
    lambda m, s: stats.lognorm(s, scale=np.exp(m)), lambda a, b: stats.gamma(a, scale=1 / b),
    lambda a, b: stats.beta(a, b), lambda n: stats.chi2(n), lambda n, m, s: stats.t(n, m, s),
    lambda m, n: stats.f(m, n), lambda m, s: stats.cauchy(m, s), lambda m, b: stats.laplace(m, b),
    lambda m, s: stats.logistic(m, s), lambda k, s: stats.weibull_min(k, scale=s),
    lambda a, m: stats.pareto(a, scale=m), lambda m, b: stats.gumbel_r(m, b)]
def beta_prime(a, b):
    return betaln(a, b) + (1 - a) * digamma(a) - (1 + b) * digamma(b) + (a + b) * digamma(a + b)
def student(n, m, s):
    digammas = digamma((n + 1) / 2) - digamma(n / 2)
    return (n + 1) / 2 * digammas + math.log(n) / 2 + betaln(n / 2, 0.5) + math.log(s)
entropies = {
    12: lambda a, b: betaln(a, b) - (a - 1) * digamma(a) - (b - 1) * digamma(b) + (a + b - 2) * digamma(a + b),
    13: lambda n: stats.gamma(n / 2, scale=2).entropy(), 14: student,
    15: lambda m, n: beta_prime(m / 2, n / 2) + math.log(n / m)}
def text(x):
    x = float(x)
    return x if math.isfinite(x) else str(x)
out = []
for family, parameters, points in json.load(sys.stdin):
    law = laws[family](*parameters)
    rows = []
    for x in map(float, points):
        log = law.logpmf(x) if family < 7 else law.logpdf(x)
        rows.append([text(log), text(law.cdf(x)), text(law.sf(x))])
    if family < 7:  # SciPy's own entropy leaves out what is beyond some thousand terms
        k = np.arange(max(law.support()[0], law.ppf(1e-18) - 1), min(law.support()[1], law.mean() + 60 * law.std() + 60) + 1)
        entropy = np.sum(entr(law.pmf(k))) if len(k) < 2e5 else math.nan
    elif family in entropies:  # SciPy's own is integrated to few digits
        entropy = entropies[family](*parameters)
    else:
        entropy = law.entropy()
    out.append([rows, [text(m) for m in law.stats("mvsk")], text(entropy)])
json.dump(out, sys.stdout)
)");

/// Rounding of terms that are subtracted from each other: SciPy's logarithms of densities have ln Γ and x ln
/// x.
double roundingOfTerms(const Distribution& distribution, double x) {
  double largest = describe(distribution.family).isDiscrete ? std::abs(x) : 0;
  for (const double parameter : distribution.parameters)
    if (std::abs(parameter) < 1e6)
      largest = std::max(largest, std::abs(parameter));
  const double logarithm = x == 0 ? 0 : std::abs(std::log(std::abs(x)));
  return 8 * epsilon * (8 + (1 + largest) * (1 + logarithm + std::log1p(largest)));
}

} // namespace

class DistributionsAgreeWithScipy : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    examples_ = distributionExamples();
    QJsonArray input;
    for (const Distribution& d : examples_) {
      QJsonArray parameters;
      for (int i = 0; i < describe(d.family).parameterCount; ++i)
        parameters.append(d.parameters[static_cast<std::size_t>(i)]);
      QJsonArray points;
      for (int i = 0; i < pointCount; ++i)
        points.append(toJson(pointOf(d, i)));
      input.append(QJsonArray{static_cast<int>(d.family), parameters, points});
    }
    const auto answer = runPython(script, QJsonDocument(input).toJson());
    QVERIFY2(answer.error.isEmpty(), qPrintable(answer.error));
    truth_ = QJsonDocument::fromJson(answer.output).array();
    QCOMPARE(truth_.size(), static_cast<qsizetype>(examples_.size()));
  }

  void densitiesAndTailsAre() {
    for (std::size_t i = 0; i < examples_.size(); ++i) {
      const Distribution& d = examples_[i];
      const QJsonArray rows = truth_[static_cast<qsizetype>(i)][0].toArray();
      QCOMPARE(rows.size(), pointCount);
      for (int j = 0; j < pointCount; ++j) {
        const double x = pointOf(d, j);
        if (std::abs(x) > 1e150)
          continue; // SciPy squares it
        const QString where = QStringLiteral("%1 at %2").arg(nameOf(d)).arg(x);
        const double rounding = roundingOfTerms(d, x);
        const double logarithm = logDensity(d, x);
        const double expected = fromJson(rows[j][0]);
        // Beyond 1e-308 SciPy's density is 0, and what it takes the logarithm of.
        if (std::isfinite(expected) || logarithm > -700)
          QVERIFY2(areNear(logarithm, expected, rounding * (1 + std::abs(expected))), qPrintable(where));
        const Tails at = tails(d, x);
        QVERIFY2(std::abs(at.lower + at.upper - 1) <= 4 * epsilon, qPrintable(where));
        // SciPy takes the larger tail from 1 minus the other, the lower one of Pareto's too, and both of
        // Cauchy's from ½.
        const bool isLower = at.lower <= at.upper;
        const double tail = isLower ? at.lower : at.upper;
        const double truth = fromJson(rows[j][isLower ? 1 : 2]);
        const bool isCancelled = d.family == Family::Cauchy || (d.family == Family::Pareto && isLower);
        const double cancelled = isCancelled ? 4 * epsilon : 0;
        const double size = rounding + 8 * epsilon * std::abs(std::log(tail));
        QVERIFY2(
            areNear(tail, truth, size * truth + cancelled),
            qPrintable(
                QStringLiteral("%1: %2 is not %3").arg(where).arg(tail, 0, 'g', 17).arg(truth, 0, 'g', 17)));
      }
    }
  }

  void momentsAndEntropiesAre() {
    for (std::size_t i = 0; i < examples_.size(); ++i) {
      const Distribution& d = examples_[i];
      const QJsonValue truth = truth_[static_cast<qsizetype>(i)];
      const Moments m = moments(d);
      const Quantity quantities[] = {m.mean, m.variance, m.skewness, m.excessKurtosis, entropy(d)};
      // SciPy's central moments of Weibull are differences of powers of nearly equal numbers, and those of
      // the log-normal take 1 from e^(σ²).
      const double condition = d.family == Family::Weibull     ? std::pow(std::max(1.0, d.parameters[0]), 4)
                               : d.family == Family::LogNormal ? std::max(1.0, std::pow(d.parameters[1], -2))
                                                               : 1;
      for (int j = 0; j < 5; ++j) {
        const double expected = fromJson(j < 4 ? truth[1][j] : truth[2]);
        const bool isOfNothing = m.variance.value == 0 && (j == 2 || j == 3); // SciPy says 0 of some
        if (!std::isfinite(expected) || isOfNothing)
          continue;
        const QString where = QStringLiteral("%1, %2: %3 is not %4")
                                  .arg(nameOf(d))
                                  .arg(j)
                                  .arg(quantities[j].value, 0, 'g', 17)
                                  .arg(expected, 0, 'g', 17);
        QVERIFY2(quantities[j].isNumber(), qPrintable(where));
        QVERIFY2(areNear(quantities[j].value, expected,
                         condition * roundingOfTerms(d, 1) * (1 + std::abs(expected))),
                 qPrintable(where));
      }
    }
  }

 private:
  static bool areNear(double value, double expected, double tolerance) {
    return value == expected || std::abs(value - expected) <= tolerance;
  }

  std::vector<Distribution> examples_;
  QJsonArray truth_;
};

QTEST_APPLESS_MAIN(DistributionsAgreeWithScipy)
#include "distributions_agree_with_scipy.moc"
