#include "core/probability/distribution.h"
#include "tests/core/probability/distribution_examples.h"

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

using namespace eigenboard::probability;
using eigenboard::numerics::Random;
using eigenboard::tests::distributionExamples;
using eigenboard::tests::nameOf;

namespace {

constexpr double epsilon = std::numeric_limits<double>::epsilon();
constexpr double infinity = std::numeric_limits<double>::infinity();

bool isDiscrete(const Distribution& d) {
  return describe(d.family).isDiscrete;
}

/// ∫ f over [0, 1] by the tanh-sinh rule (Takahasi and Mori 1974), which does not mind a singular end at 0.
double integrateFromZero(const std::function<double(double)>& f) {
  constexpr double step = 1.0 / 32;
  double sum = 0;
  for (int i = -6 * 32; i <= 4 * 32; ++i) {
    const double t = i * step;
    const double s = M_PI * std::sinh(t);
    const double x = s < 0 ? std::exp(s) / (1 + std::exp(s)) : 1 / (1 + std::exp(-s)); // 0 to 1
    const double weight = M_PI * std::cosh(t) * x / (1 + std::exp(s));
    if (x > 0 && weight > 0)
      sum += weight * f(x);
  }
  return sum * step;
}

/// E g(X) of a continuous law as ∫ g(Q(u)) du, either half from its own tail. A point too near to a pole for
/// a double is left out: its share is smaller still.
double expectation(const Distribution& d, const std::function<double(double)>& g) {
  const auto finite = [](double value) { return std::isfinite(value) ? value : 0; };
  return integrateFromZero([&](double u) {
    return 0.5 * (finite(g(quantile(d, 0.5 * u))) + finite(g(upperQuantile(d, 0.5 * u))));
  });
}

} // namespace

class DistributionsKeepTheirIdentities : public QObject {
  Q_OBJECT

 private slots:
  void fiftyDigitsAreKept() {
    QFile file(QStringLiteral(FIFTY_DIGITS));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonArray rows = QJsonDocument::fromJson(file.readAll()).array();
    QVERIFY(rows.size() > 100);
    for (const auto& row : rows) {
      const auto family =
          std::find_if(families().begin(), families().end(), [&](const FamilyDescription& one) {
            return row[0].toString() == QString::fromUtf8(one.name);
          });
      QVERIFY(family != families().end());
      Distribution d{family->family, {}};
      for (int i = 0; i < family->parameterCount; ++i)
        d.parameters[static_cast<std::size_t>(i)] = row[1][i].toDouble();
      const double x = row[2].toDouble();
      const Tails at = tails(d, x);
      const double got[] = {logDensity(d, x), at.lower, at.upper};
      // The rounding of the exponent, and of x, which moves the exponent by its own condition: both of the
      // size of the exponent, and next to the middle of 1e4 expected events by √1e4.
      const double size = 8 + std::abs(got[0]) + std::sqrt(std::max(d.parameters[0], d.parameters[1]));
      for (int i = 0; i < 3; ++i) {
        const double expected = row[i + 3].toDouble();
        const double tolerance = 8 * epsilon * size * (i == 0 ? 1 : expected);
        QVERIFY2(std::abs(got[i] - expected) <= tolerance,
                 qPrintable(QStringLiteral("%1 at %2, %3: %4 is not %5, %6 times the tolerance")
                                .arg(nameOf(d))
                                .arg(x)
                                .arg(i)
                                .arg(got[i], 0, 'g', 17)
                                .arg(expected, 0, 'g', 17)
                                .arg(std::abs(got[i] - expected) / tolerance)));
      }
    }
  }

  void quantilesUndoTails() {
    for (const Distribution& d : distributionExamples())
      for (const double p : {1e-250, 1e-90, 1e-12, 1e-3, 0.1, 0.3, 0.4999, 0.5}) {
        const QString where = QStringLiteral("%1, %2").arg(nameOf(d)).arg(p);
        const double low = quantile(d, p);
        const double high = upperQuantile(d, p);
        QVERIFY2(low <= high, qPrintable(where));
        if (isDiscrete(d)) {
          QCOMPARE(low, std::floor(low));
          QVERIFY2(tails(d, low).lower >= p * (1 - 100 * epsilon), qPrintable(where));
          QVERIFY2(low == support(d).least || tails(d, low - 1).lower < p, qPrintable(where));
          QVERIFY2(tails(d, high).upper <= p * (1 + 100 * epsilon), qPrintable(where));
          QVERIFY2(high == support(d).least || tails(d, high - 1).upper > p, qPrintable(where));
          continue;
        }
        for (const double x : {low, high}) {
          if (x == 0 || std::isinf(x) || x == support(d).most)
            continue; // too small or too large for a double
          // Rounding x by itself moves the tail by x f(x) roundings, or by those of x − location.
          const double scale = std::max(std::abs(x), std::abs(x - quantile(d, 0.5)));
          const double moved = 4 * epsilon * scale * density(d, x);
          const double tail = x == low ? tails(d, x).lower : tails(d, x).upper;
          const double exponent = 40 + 8 * std::abs(std::log(p));
          QVERIFY2(std::abs(tail - p) <= moved + exponent * epsilon * p,
                   qPrintable(QStringLiteral("%1: %2").arg(where).arg(tail / p - 1)));
        }
      }
  }

  void wholeNumbersComeBack() {
    for (const Distribution& d : distributionExamples()) {
      if (!isDiscrete(d))
        continue;
      for (double k = std::max(support(d).least, quantile(d, 1e-9)); k <= upperQuantile(d, 1e-9);
           k += std::ceil(0.1 * std::abs(k) + 1)) {
        // A probability that is lost in the rounding of its tail cannot be told from none.
        const Tails at = tails(d, k);
        if (at.lower < 1 && density(d, k) > 1e-12 * at.lower)
          QCOMPARE(quantile(d, at.lower), k);
        if (density(d, k) > 1e-12 * at.upper)
          QCOMPARE(upperQuantile(d, at.upper), k);
      }
    }
  }

  void probabilitiesAddUpToOne() {
    for (const Distribution& d : distributionExamples()) {
      if (!isDiscrete(d) || upperQuantile(d, 1e-18) - quantile(d, 1e-18) > 1e6)
        continue;
      double sum = 0;
      double count = 0;
      for (double k = quantile(d, 1e-18); k <= upperQuantile(d, 1e-18); ++k, ++count) {
        const double f = density(d, k);
        sum += f;
        // f(k) = P(X ≤ k) − P(X ≤ k − 1)
        QVERIFY2(std::abs(probabilityBetween(d, k - 1, k) - f) <= 64 * epsilon,
                 qPrintable(QStringLiteral("%1 at %2").arg(nameOf(d)).arg(k)));
      }
      QVERIFY2(std::abs(sum - 1) <= 64 * epsilon * (8 + std::sqrt(count)),
               qPrintable(QStringLiteral("%1: %2").arg(nameOf(d)).arg(sum - 1)));
    }
  }

  void densitiesIntegrateToTails() {
    for (const Distribution& d : distributionExamples()) {
      if (isDiscrete(d))
        continue;
      // Over ln x where the density may have a pole at 0.
      const bool isPositive = support(d).least == 0;
      const auto place = [&](double t) { return isPositive ? std::exp(t) : t; };
      const auto f = [&](double t) { return density(d, place(t)) * (isPositive ? place(t) : 1); };
      for (int i = 1; i < 64; ++i) {
        const double low = quantile(d, i / 65.0);
        const double high = quantile(d, (i + 1) / 65.0);
        const double a = isPositive ? std::log(low) : low;
        const double b = isPositive ? std::log(high) : high;
        if (high > 1 - 1e-6 && d.family == Family::Beta)
          continue; // 1 − x is rounded
        // Gauss and Legendre's rule of five points in each of eight panels.
        const double nodes[] = {0, 0.53846931010568309104, 0.90617984593866399280};
        const double weights[] = {0.56888888888888888889, 0.47862867049936646804, 0.23692688505618908751};
        double sum = 0;
        const double half = (b - a) / 16;
        for (int panel = 0; panel < 8; ++panel) {
          const double middle = a + (2 * panel + 1) * half;
          sum += weights[0] * f(middle);
          for (int j = 1; j < 3; ++j)
            sum += weights[j] * (f(middle - nodes[j] * half) + f(middle + nodes[j] * half));
        }
        const double between = probabilityBetween(d, low, high);
        const double scale = std::max(std::abs(low), std::abs(high)) / (high - low);
        QVERIFY2(std::abs(half * sum / between - 1) <= 1e-10 + 8 * epsilon * scale,
                 qPrintable(
                     QStringLiteral("%1, part %2: %3").arg(nameOf(d)).arg(i).arg(half * sum / between - 1)));
      }
    }
  }

  void momentsAndEntropyAreExpectations() {
    // 1e-9: what the rule leaves of tails like those of t with ν = 3.
    constexpr double ruleError = 1e-9;
    for (const Distribution& d : distributionExamples()) {
      if (isDiscrete(d) || (d.family == Family::Beta && std::min(d.parameters[0], d.parameters[1]) < 1))
        continue; // half of a beta law may lie within the rounding of 1
      const Moments m = moments(d);
      const auto check = [&](const Quantity& value, double expected, double scale, const char* what) {
        QVERIFY2(!value.isNumber() || std::abs(value.value - expected) <= ruleError * scale,
                 qPrintable(QStringLiteral("%1 of %2: %3 is not %4")
                                .arg(QLatin1String(what), nameOf(d))
                                .arg(value.value)
                                .arg(expected)));
      };
      const double h = expectation(d, [&](double x) { return -logDensity(d, x); });
      check(entropy(d), h, 1 + std::abs(h), "entropy");
      if (!m.variance.isNumber())
        continue;
      const double spread = std::sqrt(m.variance.value);
      check(m.mean, expectation(d, [](double x) { return x; }), spread, "mean");
      const auto power = [&](int k) {
        return expectation(d, [&](double x) { return std::pow((x - m.mean.value) / spread, k); });
      };
      check(numberOf(1), power(2), 1, "variance");
      check(m.skewness, power(3), 1 + std::abs(m.skewness.value), "skewness");
      check(m.excessKurtosis, power(4) - 3, 3 + std::abs(m.excessKurtosis.value), "kurtosis");
    }
  }

  void momentsThatDoNotExistSaySo() {
    using Kind = Quantity::Kind;
    struct Row {
      Distribution distribution;
      Kind mean, variance, skewness, kurtosis;
    };
    const Row rows[] = {
        {{Family::Cauchy, {0, 1}}, Kind::Undefined, Kind::Undefined, Kind::Undefined, Kind::Undefined},
        {{Family::StudentT, {1, 0, 1}}, Kind::Undefined, Kind::Undefined, Kind::Undefined, Kind::Undefined},
        {{Family::StudentT, {2, 0, 1}}, Kind::Number, Kind::Infinite, Kind::Undefined, Kind::Undefined},
        {{Family::StudentT, {3, 0, 1}}, Kind::Number, Kind::Number, Kind::Undefined, Kind::Infinite},
        {{Family::StudentT, {4, 0, 1}}, Kind::Number, Kind::Number, Kind::Number, Kind::Infinite},
        {{Family::StudentT, {5, 0, 1}}, Kind::Number, Kind::Number, Kind::Number, Kind::Number},
        {{Family::Pareto, {1, 1}}, Kind::Infinite, Kind::Undefined, Kind::Undefined, Kind::Undefined},
        {{Family::Pareto, {2, 1}}, Kind::Number, Kind::Infinite, Kind::Undefined, Kind::Undefined},
        {{Family::Pareto, {3, 1}}, Kind::Number, Kind::Number, Kind::Infinite, Kind::Infinite},
        {{Family::Pareto, {4, 1}}, Kind::Number, Kind::Number, Kind::Number, Kind::Infinite},
        {{Family::FisherF, {5, 2}}, Kind::Infinite, Kind::Undefined, Kind::Undefined, Kind::Undefined},
        {{Family::FisherF, {5, 4}}, Kind::Number, Kind::Infinite, Kind::Undefined, Kind::Undefined},
        {{Family::FisherF, {5, 6}}, Kind::Number, Kind::Number, Kind::Infinite, Kind::Infinite},
        {{Family::FisherF, {5, 8}}, Kind::Number, Kind::Number, Kind::Number, Kind::Infinite},
        {{Family::Bernoulli, {1}}, Kind::Number, Kind::Number, Kind::Undefined, Kind::Undefined},
        {{Family::Gamma, {1, 1e-200}}, Kind::Number, Kind::TooLarge, Kind::Number, Kind::Number},
    };
    for (const Row& row : rows) {
      const Moments m = moments(row.distribution);
      QVERIFY2(m.mean.kind == row.mean && m.variance.kind == row.variance &&
                   m.skewness.kind == row.skewness && m.excessKurtosis.kind == row.kurtosis,
               qPrintable(nameOf(row.distribution)));
    }
  }

  void nothingIsMoreLikelyThanTheMode() {
    for (const Distribution& d : distributionExamples()) {
      const Quantity top = mode(d);
      if (!top.isNumber())
        continue;
      const double greatest = logDensity(d, top.value);
      for (int i = 1; i < 200; ++i) {
        const double x = quantile(d, i / 200.0);
        QVERIFY2(logDensity(d, x) <= greatest + 1e-12 * (1 + std::abs(greatest)),
                 qPrintable(QStringLiteral("%1 at %2").arg(nameOf(d)).arg(x)));
        if (isDiscrete(d) && logDensity(d, x) == greatest)
          QVERIFY(x >= top.value);
      }
    }
    QCOMPARE(mode({Family::Poisson, {4}}).value, 3.0);
    QCOMPARE(mode({Family::Binomial, {3, 0.5}}).value, 1.0);
    for (const Distribution& flat :
         {Distribution{Family::Uniform, {0, 1}}, Distribution{Family::Beta, {1, 1}},
          Distribution{Family::Beta, {0.5, 0.5}}, Distribution{Family::DiscreteUniform, {1, 6}}})
      QCOMPARE(mode(flat).kind, Quantity::Kind::Undefined);
  }

  void samplesFollowTheirDistribution() {
    constexpr int count = 10000;
    for (const Distribution& d : distributionExamples()) {
      Random random(2024);
      std::vector<double> drawn(count);
      std::generate(drawn.begin(), drawn.end(), [&] { return sample(d, random); });
      std::sort(drawn.begin(), drawn.end());
      double distance = 0;
      for (int i = 0; i < count; ++i) {
        const double x = drawn[static_cast<std::size_t>(i)];
        QVERIFY2(x >= support(d).least && x <= support(d).most, qPrintable(nameOf(d)));
        const Tails at = tails(d, x);
        const double below = at.lower - (isDiscrete(d) ? density(d, x) : 0);
        const bool isLast = i + 1 == count || drawn[static_cast<std::size_t>(i + 1)] > x;
        const bool isFirst = i == 0 || drawn[static_cast<std::size_t>(i - 1)] < x;
        if (isLast)
          distance = std::max(distance, std::abs((i + 1.0) / count - at.lower));
        if (isFirst)
          distance = std::max(distance, std::abs(static_cast<double>(i) / count - below));
      }
      // Kolmogorov's bound that one family in ten thousand exceeds by chance: K(2.23) = 0.9999.
      QVERIFY2(distance <= 2.23 / std::sqrt(count),
               qPrintable(QStringLiteral("%1: %2").arg(nameOf(d)).arg(distance * std::sqrt(count))));
      const Moments m = moments(d);
      if (!m.excessKurtosis.isNumber() || m.excessKurtosis.value > 100)
        continue; // the mean of a sample says little then
      const double mean = std::accumulate(drawn.begin(), drawn.end(), 0.0) / count;
      double squares = 0;
      for (const double x : drawn)
        squares += (x - mean) * (x - mean) / count;
      // Five standard deviations of the mean, and of the variance: σ² √((κ + 2)/n).
      const double spread = std::sqrt(m.variance.value);
      QVERIFY2(std::abs(mean - m.mean.value) <= 5 * spread / std::sqrt(count) + 4 * epsilon * std::abs(mean),
               qPrintable(nameOf(d)));
      QVERIFY2(std::abs(squares - m.variance.value) <=
                   5 * m.variance.value * std::sqrt((m.excessKurtosis.value + 2) / count) +
                       5 * m.variance.value / count,
               qPrintable(nameOf(d)));
    }
  }

  void aSeedDecidesTheSamples() {
    for (const Distribution& d : distributionExamples()) {
      Random first(7);
      Random second(7);
      for (int i = 0; i < 50; ++i)
        QCOMPARE(sample(d, first), sample(d, second));
    }
    // The same on every machine, up to the last digits of its logarithm.
    Random random(7);
    const std::pair<Distribution, double> known[] = {{{Family::Normal, {0, 1}}, -0.27976279605425403},
                                                     {{Family::Gamma, {3, 1}}, 3.0234320211778316},
                                                     {{Family::Beta, {0.5, 2}}, 0.099761355919755018},
                                                     {{Family::Poisson, {4}}, 2}};
    for (const auto& [d, value] : known) {
      const double drawn = sample(d, random);
      QVERIFY2(std::abs(drawn - value) <= 1e-12, qPrintable(QString::number(drawn, 'g', 17)));
    }
  }
};

QTEST_APPLESS_MAIN(DistributionsKeepTheirIdentities)
#include "distributions_keep_their_identities.moc"
