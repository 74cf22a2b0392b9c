#include "core/numerics/random.h"
#include "core/probability/finite_law.h"
#include "core/probability/joint_law.h"
#include "core/probability/kolmogorov.h"
#include "core/probability/transformation.h"
#include "tests/core/python_process.h"
#include "tests/core/random_numbers.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

using namespace eigenboard;
using namespace eigenboard::probability;

namespace {

constexpr double epsilon = std::numeric_limits<double>::epsilon();

std::vector<Distribution> laws() {
  return {{Family::Uniform, {-1, 3, 0}},      {Family::Uniform, {0.5, 2, 0}},
          {Family::Uniform, {-3, -1, 0}},     {Family::Exponential, {2.5, 0, 0}},
          {Family::Exponential, {0.5, 0, 0}}, {Family::Normal, {0, 1, 0}},
          {Family::Normal, {-1.5, 0.4, 0}},   {Family::Cauchy, {0.5, 2, 0}},
          {Family::Geometric, {0.7, 0, 0}},   {Family::Geometric, {0.2, 0, 0}}};
}

std::vector<Transformation> maps() {
  return {{Map::Affine, 2, -1},  {Map::Affine, -0.5, 3},   {Map::Affine, 0, 1.5},  {Map::Square, 1, 0},
          {Map::Absolute, 1, 0}, {Map::Exponential, 1, 0}, {Map::Logarithm, 1, 0}, {Map::OwnFunction, 1, 0}};
}

/// E g(X) by numerical integration over the quantiles (or the sum), None where it is not a number; P(Y ≤ y)
/// at the points by the definition, over the preimage interval.
const QString script = QStringLiteral(R"(
import json, sys, warnings
import numpy as np
from scipy import integrate, stats
warnings.simplefilter("ignore")
laws = {"uniform": lambda a, b: stats.uniform(a, b - a), "exponential": lambda r, _: stats.expon(scale=1 / r),
        "normal": stats.norm, "cauchy": stats.cauchy, "geometric": lambda p, _: stats.geom(p)}
def mean(law, name, g, skip):
    if skip:
        return None
    if name == "geometric":
        k = np.arange(1, 600)
        return float(np.sum(law.pmf(k) * np.array([g(float(v)) for v in k])))
    if name == "cauchy":
        return float(integrate.quad(lambda u: g(law.ppf(u)), 0, 1, epsabs=0, epsrel=1e-13)[0])
    low, high = max(law.support()[0], law.ppf(1e-60)), min(law.support()[1], law.isf(1e-60))
    inner = {x for x in (0.0, *law.ppf([1e-8, 0.02, 0.2, 0.5, 0.8, 0.98, 1 - 1e-8])) if low < x < high}
    breaks = [low, *sorted(inner), high]
    return float(sum(integrate.quad(lambda x: g(x) * law.pdf(x), a, b, epsabs=1e-15, epsrel=1e-13, limit=200)[0]
                     for a, b in zip(breaks, breaks[1:])))
answers = []
for name, p, kind, factor, shift, skip in json.load(sys.stdin):
    law = laws[name](*p)
    g = {"affine": lambda x: factor * x + shift, "square": lambda x: x * x, "absolute": abs, "exponential": np.exp,
         "logarithm": np.log, "own": law.cdf}[kind]
    answers.append(mean(law, name, g, skip))
json.dump(answers, sys.stdout)
)");

QString nameOf(Family family) {
  switch (family) {
  case Family::Uniform:
    return QStringLiteral("uniform");
  case Family::Exponential:
    return QStringLiteral("exponential");
  case Family::Normal:
    return QStringLiteral("normal");
  case Family::Cauchy:
    return QStringLiteral("cauchy");
  default:
    return QStringLiteral("geometric");
  }
}

const char* const mapNames[] = {"affine", "square", "absolute", "exponential", "logarithm", "own"};

/// P(Y ≤ y) from X's own tails, by cases.
double cumulativeOfMapped(const Transformation& g, const Distribution& law, double y) {
  switch (g.map) {
  case Map::Affine:
    return g.factor > 0 ? cumulative(law, (y - g.shift) / g.factor)
                        : 1 - cumulative(law, (y - g.shift) / g.factor);
  case Map::Square:
    return cumulative(law, std::sqrt(y)) - cumulative(law, -std::sqrt(y));
  case Map::Absolute:
    return cumulative(law, y) - cumulative(law, -y);
  case Map::Exponential:
    return cumulative(law, std::log(y));
  case Map::Logarithm:
    return cumulative(law, std::exp(y));
  case Map::OwnFunction:
    break;
  }
  return y;
}

} // namespace

class RandomVariables : public QObject {
  Q_OBJECT

 private slots:
  void meansOfMappedAgreeWithIntegrals() {
    QJsonArray input;
    std::vector<Quantity> means;
    for (const Distribution& law : laws())
      for (const Transformation& g : maps()) {
        means.push_back(meanOfMapped(g, law));
        input.append(QJsonArray{nameOf(law.family), QJsonArray{law.parameters[0], law.parameters[1]},
                                QString::fromLatin1(mapNames[static_cast<std::size_t>(g.map)]), g.factor,
                                g.shift, !means.back().isNumber()});
      }
    const tests::PythonAnswer answer = tests::runPython(script, QJsonDocument(input).toJson());
    QVERIFY2(answer.error.isEmpty(), qPrintable(answer.error));
    const QJsonArray truth = QJsonDocument::fromJson(answer.output).array();
    int compared = 0;
    for (std::size_t i = 0; i < means.size(); ++i) {
      if (!means[i].isNumber())
        continue;
      ++compared;
      const double expected = truth[static_cast<qsizetype>(i)].toDouble();
      // What SciPy's integration reaches over up to ten parts, tails of 1e-60 cut off.
      QVERIFY2(std::abs(means[i].value - expected) <= 1e-11 * std::max(1.0, std::abs(expected)),
               qPrintable(QStringLiteral("%1: %2 is not %3").arg(i).arg(means[i].value).arg(expected)));
    }
    QVERIFY(compared > 60);
  }

  void impossibleMeansAreNamed() {
    const Distribution cauchy{Family::Cauchy, {0, 1, 0}};
    QCOMPARE(meanOfMapped({Map::Affine, 1, 0}, cauchy).kind, Quantity::Kind::Undefined);
    QCOMPARE(meanOfMapped({Map::Square, 1, 0}, cauchy).kind, Quantity::Kind::Infinite);
    QCOMPARE(meanOfMapped({Map::Absolute, 1, 0}, cauchy).kind, Quantity::Kind::Infinite);
    QCOMPARE(meanOfMapped({Map::Exponential, 1, 0}, {Family::Exponential, {1, 0, 0}}).kind,
             Quantity::Kind::Infinite);
    QCOMPARE(meanOfMapped({Map::Logarithm, 1, 0}, {Family::Normal, {5, 1, 0}}).kind,
             Quantity::Kind::Undefined);
    QCOMPARE(meanOfMapped({Map::Square, 1, 0}, {Family::Gamma, {2, 1, 0}}).kind, Quantity::Kind::Undefined);
  }

  void densitiesOfMappedAreSlopes() {
    for (const Distribution& law : laws()) {
      if (describe(law.family).isDiscrete)
        continue;
      for (const Transformation& g : maps())
        for (const double u : {0.03, 0.2, 0.45, 0.7, 0.93}) {
          const double y = mapped(g, law, quantile(law, u));
          if (!std::isfinite(y) || (g.map == Map::Affine && g.factor == 0))
            continue;
          // Away from the ends of the support, where the density jumps.
          const double h = 1e-5 * std::max(1e-12, std::abs(y)); // at 0 g may fold, and steeply
          const double slope =
              (cumulativeOfMapped(g, law, y + h) - cumulativeOfMapped(g, law, y - h)) / (2 * h);
          const double found = densityOfMapped(g, law, y);
          // The error of a central difference: h² times a third derivative, and rounding over h.
          QVERIFY2(std::abs(found - std::abs(slope)) <= 1e-6 * (1 + found),
                   qPrintable(QStringLiteral("%1 at %2: %3 is not %4")
                                  .arg(static_cast<int>(g.map))
                                  .arg(y)
                                  .arg(found)
                                  .arg(slope)));
        }
    }
  }

  void preimagesComeBack() {
    for (const Distribution& law : laws())
      for (const Transformation& g : maps())
        for (const double y : {-3.0, -0.5, 0.0, 0.25, 0.75, 4.0})
          for (const double x : preimages(g, law, y))
            if (!(describe(law.family).isDiscrete && g.map == Map::OwnFunction))
              QVERIFY(std::abs(mapped(g, law, x) - y) <= 16 * epsilon * (1 + std::abs(y) + std::abs(x)));
    QCOMPARE(preimages({Map::Square, 1, 0}, laws()[0], 4), (std::vector<double>{-2, 2}));
    QCOMPARE(preimages({Map::Square, 1, 0}, laws()[0], 0), std::vector<double>{0});
    QVERIFY(preimages({Map::Absolute, 1, 0}, laws()[0], -1).empty());
    QVERIFY(preimages({Map::Affine, 0, 1}, laws()[0], 1).empty());
  }

  void flatPlacesAreTold() {
    const Distribution normal{Family::Normal, {0, 1, 0}};
    QVERIFY(std::isinf(densityOfMapped({Map::Square, 1, 0}, normal, 0)));
    QVERIFY(std::isinf(densityOfMapped({Map::Affine, 0, 2}, normal, 2)));
    QCOMPARE(densityOfMapped({Map::Affine, 0, 2}, {Family::Geometric, {0.5, 0, 0}}, 2), 1.0);
    QCOMPARE(densityOfMapped({Map::Affine, 0, 2}, normal, 1), 0.0);
    QVERIFY(std::abs(densityOfMapped({Map::Absolute, 1, 0}, normal, 0) - 2 * density(normal, 0)) <= epsilon);
    const Distribution exponential{Family::Exponential, {3, 0, 0}}; // nothing to fold: |X| = X
    QVERIFY(std::abs(densityOfMapped({Map::Absolute, 1, 0}, exponential, 0) - 3) <= 3 * epsilon);
    QVERIFY(std::isnan(mapped({Map::Logarithm, 1, 0}, normal, -1)));
  }

  void finiteLawsHaveTheirMoments() {
    tests::RandomNumbers random(5);
    for (int i = 0; i < 100; ++i) {
      const Eigen::Index n = random.integer(1, 9);
      const Eigen::VectorXd values =
          Eigen::VectorXd::LinSpaced(n, -2, -2 + 0.75 * static_cast<double>(n - 1));
      Eigen::VectorXd weights(n);
      for (Eigen::Index j = 0; j < n; ++j)
        weights(j) = random.integer(0, 4);
      const FiniteLaw law = finiteLaw(values, weights);
      QVERIFY(std::abs(law.probabilities.sum() - 1) <= 4 * epsilon);
      const FiniteMoments m = moments(law);
      // Raw moments, another way to the same numbers.
      const auto raw = [&](int power) {
        return law.probabilities.dot(Eigen::VectorXd(values.array().pow(power)));
      };
      const double mean = raw(1);
      const double variance = raw(2) - mean * mean;
      constexpr double rounding = 1e4 * epsilon; // fourth powers of numbers up to 4 are subtracted
      QVERIFY(std::abs(m.mean - mean) <= rounding && std::abs(m.variance - variance) <= rounding);
      if (m.variance > 0.01) {
        const double third = raw(3) - 3 * mean * raw(2) + 2 * mean * mean * mean;
        const double fourth = raw(4) - 4 * mean * raw(3) + 6 * mean * mean * raw(2) - 3 * std::pow(mean, 4);
        QVERIFY(std::abs(m.skewness - third / std::pow(variance, 1.5)) <= 1e4 * rounding);
        QVERIFY(std::abs(m.excessKurtosis + 3 - fourth / (variance * variance)) <= 1e5 * rounding);
      } else {
        QVERIFY(m.variance > 0 || std::isnan(m.skewness));
      }
      for (const double u : {0.001, 0.1, 0.25, 0.5, 0.9, 0.999}) {
        const double x = quantile(law, u);
        QVERIFY(cumulative(law, x) >= u - 1e-12 && cumulative(law, x - 1e-9) < u);
        QVERIFY(massAt(law, x) > 0);
      }
    }
    QVERIFY(std::isnan(quantile(finiteLaw(Eigen::VectorXd::Ones(1), Eigen::VectorXd::Ones(1)), 1.5)));
    QCOMPARE(finiteLaw(Eigen::Vector2d(1, 2), Eigen::Vector2d(0, 0)).probabilities(1), 0.5);
  }

  void jointLawsHaveTheirMargins() {
    tests::RandomNumbers random(12);
    for (int i = 0; i < 50; ++i) {
      const Eigen::VectorXd x = random.matrix(3, 1).cwiseAbs();
      const Eigen::VectorXd y = random.matrix(4, 1).cwiseAbs();
      // A product of margins is independent, and gives them back.
      const Eigen::MatrixXd product = jointLaw(y * x.transpose());
      QVERIFY(dependence(product) <= 4 * epsilon);
      QVERIFY((marginOfX(product) - x / x.sum()).cwiseAbs().maxCoeff() <= 8 * epsilon);
      QVERIFY((marginOfY(product) - y / y.sum()).cwiseAbs().maxCoeff() <= 8 * epsilon);
      const Eigen::MatrixXd joint = jointLaw(random.matrix(4, 3).cwiseAbs());
      // Rows weighed by their margin add up to the other margin.
      Eigen::VectorXd sum = Eigen::VectorXd::Zero(3);
      for (Eigen::Index row = 0; row < 4; ++row)
        sum += marginOfY(joint)(row) * conditionalOnY(joint, row);
      QVERIFY((sum - marginOfX(joint)).cwiseAbs().maxCoeff() <= 8 * epsilon);
    }
    Eigen::Matrix2d apart;
    apart << 1, 0, 0, 1;
    QCOMPARE(dependence(jointLaw(apart)), 0.25);
    apart << 1, 1, 0, 0;
    QVERIFY(conditionalOnY(jointLaw(apart), 1).hasNaN());
    QCOMPARE(jointLaw(Eigen::MatrixXd::Zero(2, 2))(0, 1), 0.25);
  }

  void gapsAreKolmogorovs() {
    const Distribution law{Family::Exponential, {1, 0, 0}};
    const auto upTo = [&](double x) { return cumulative(law, x); };
    // One sample at the median leaves half on both sides.
    const double median[] = {std::log(2.0)};
    QCOMPARE(greatestGap(median, upTo, upTo).distance, 0.5);
    QVERIFY(std::isnan(greatestGap({}, upTo, upTo).distance));
    QVERIFY(std::isnan(criticalGap(0)));
    // One time in twenty, over 2000 samples of 100, within four standard errors.
    numerics::Random random(1);
    int exceeded = 0;
    for (int trial = 0; trial < 2000; ++trial) {
      std::vector<double> sample;
      for (int i = 0; i < 100; ++i)
        sample.push_back(probability::sample(law, random));
      std::sort(sample.begin(), sample.end());
      exceeded += greatestGap(sample, upTo, upTo).distance > criticalGap(100) ? 1 : 0;
    }
    QVERIFY(std::abs(exceeded - 100) <= 4 * std::sqrt(95.0));
    // Of a discrete law ties count as one step.
    const double coins[] = {0, 0, 0, 1};
    const StepGap gap = greatestGap(
        coins, [](double x) { return x <= 0 ? 0 : 0.5; }, [](double x) { return x < 1 ? 0.5 : 1; });
    QCOMPARE(gap.distance, 0.25);
    QCOMPARE(gap.share, 0.75);
  }
};

QTEST_APPLESS_MAIN(RandomVariables)
#include "random_variables.moc"
