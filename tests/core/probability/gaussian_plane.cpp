#include "core/probability/gaussian_plane.h"

#include "tests/core/python_process.h"
#include "tests/core/random_numbers.h"

#include <Eigen/LU>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

using namespace eigenboard;
using namespace eigenboard::probability;

namespace {

constexpr double epsilon = std::numeric_limits<double>::epsilon();

struct Example {
  GaussianPlane law;
  Eigen::Vector2d point;
};

std::vector<Example> examples() {
  tests::RandomNumbers random(31);
  std::vector<Example> list;
  for (int i = 0; i < 200; ++i) {
    const double size = std::pow(10.0, random.integer(-30, 30));
    GaussianPlane law{{size * random.uniform(-2, 2), size * random.uniform(-2, 2)},
                      size * random.uniform(0.1, 3),
                      size * random.uniform(0.1, 3),
                      random.uniform(-0.999, 0.999)};
    if (i % 10 == 0)
      law.correlation = 0;
    if (i % 20 == 0)
      law.spreadY = law.spreadX;
    list.push_back({law, law.mean + size * Eigen::Vector2d(random.uniform(-4, 4), random.uniform(-4, 4))});
  }
  return list;
}

const QString script = QStringLiteral(R"(
import json, sys
import numpy as np
from scipy import stats
from scipy.spatial.distance import mahalanobis
answers = []
for row in json.load(sys.stdin):
    mx, my, sx, sy, rho, x, y = map(float, row)
    # Lengths in units of sx, so that SciPy's determinant is not taken for 0.
    mean, point = np.array([mx, my]) / sx, np.array([x, y]) / sx
    S = np.array([[1.0, rho * sy / sx], [rho * sy / sx, (sy / sx) ** 2]])
    law = stats.multivariate_normal(mean, S)
    values, vectors = np.linalg.eigh(S)
    d = mahalanobis(point, mean, np.linalg.inv(S))
    gain = S[1, 0] / S[0, 0]
    answers.append([law.logpdf(point) - 2 * np.log(sx), law.entropy() + 2 * np.log(sx), d, stats.chi2(2).cdf(d * d),
                    values[1] * sx**2, values[0] * sx**2, *(sx * (mean[1] + gain * (point[0] - mean[0])),),
                    sx * np.sqrt(S[1, 1] - gain * S[0, 1]), np.linalg.slogdet(S)[1] + 4 * np.log(sx),
                    stats.norm(mean[0], 1).entropy() + stats.norm(mean[1], np.sqrt(S[1, 1])).entropy() - law.entropy(),
                    *np.abs(vectors[:, 1])])
json.dump(answers, sys.stdout)
)");

} // namespace

class GaussianPlaneIsTrue : public QObject {
  Q_OBJECT

 private slots:
  void itAgreesWithScipy() {
    QJsonArray input;
    const std::vector<Example> list = examples();
    for (const auto& [law, point] : list)
      input.append(QJsonArray{law.mean.x(), law.mean.y(), law.spreadX, law.spreadY, law.correlation,
                              point.x(), point.y()});
    const tests::PythonAnswer answer = tests::runPython(script, QJsonDocument(input).toJson());
    QVERIFY2(answer.error.isEmpty(), qPrintable(answer.error));
    const QJsonArray truth = QJsonDocument::fromJson(answer.output).array();
    QCOMPARE(truth.size(), static_cast<qsizetype>(list.size()));
    for (std::size_t i = 0; i < list.size(); ++i) {
      const auto& [law, point] = list[i];
      const double r = mahalanobis(law, point);
      const EllipseAxes axes = axesOf(law);
      const NormalSlice slice = conditionalOnX(law, point.x());
      const double values[] = {logDensity(law, point),
                               entropy(law),
                               r,
                               massWithin(law, r),
                               axes.eigenvalues(0),
                               axes.eigenvalues(1),
                               slice.mean,
                               slice.spread,
                               logDeterminant(law),
                               mutualInformation(law),
                               std::abs(axes.directions(0, 0)),
                               std::abs(axes.directions(1, 0))};
      // SciPy inverts Σ as a matrix: rounding times its condition; the directions turn by rounding over the
      // gap between the eigenvalues, and logarithms carry the rounding of the unit's.
      const double condition = axes.eigenvalues(0) / axes.eigenvalues(1);
      const double gap = (axes.eigenvalues(0) - axes.eigenvalues(1)) / axes.eigenvalues(0);
      const double unit =
          std::max({std::abs(law.mean.x()), std::abs(law.mean.y()), law.spreadX, law.spreadY});
      const QJsonArray row = truth[static_cast<qsizetype>(i)].toArray();
      for (int j = 0; j < 12; ++j) {
        const double expected = row[j].toDouble();
        const bool isDirection = j >= 10;
        if (isDirection && gap < 1e-6)
          continue;
        const double size = j == 4 || j == 5   ? unit * unit
                            : j == 6 || j == 7 ? unit
                            : j == 0           ? 100 + r * r
                            : j == 1 || j == 8 ? 200
                                               : 1 + std::abs(expected);
        const double allowed = 64 * epsilon * size * (isDirection ? 1 / gap : condition);
        QVERIFY2(std::abs(values[j] - expected) <= allowed,
                 qPrintable(QStringLiteral("example %1, number %2: %3 is not %4")
                                .arg(i)
                                .arg(j)
                                .arg(values[j], 0, 'g', 17)
                                .arg(expected, 0, 'g', 17)));
      }
    }
  }

  void axesGiveTheLawBack() {
    for (const auto& [law, point] : examples()) {
      const EllipseAxes axes = axesOf(law);
      for (int quarters = 0; quarters < 4; ++quarters) {
        const Eigen::Vector2d end = axisEnd(axes, quarters);
        QVERIFY(std::abs(mahalanobis(law, law.mean + end) - 1) <=
                1e-9); // (μ + end) − μ loses what μ is larger by, times the condition
        QCOMPARE(quartersTowards(axes, end), quarters);
        const GaussianPlane again = withAxes(law.mean, end, axes.lengths((quarters + 1) % 2));
        const double rounding = 64 * epsilon;
        QVERIFY(std::abs(again.spreadX - law.spreadX) <= rounding * axes.lengths(0));
        QVERIFY(std::abs(again.spreadY - law.spreadY) <= rounding * axes.lengths(0));
        // ρ is a quotient by the spreads, the smaller of which may be a part of the long axis only.
        const double thin = axes.lengths(0) / std::min(law.spreadX, law.spreadY);
        QVERIFY(std::abs(again.correlation - law.correlation) <= rounding * thin * thin);
      }
    }
  }

  void axesOfKnownLaws() {
    const EllipseAxes tilted = axesOf({{1, 2}, 1, 1, 0.5});
    QCOMPARE(tilted.eigenvalues(0), 1.5);
    QCOMPARE(tilted.eigenvalues(1), 0.5);
    QCOMPARE(tilted.angle, std::numbers::pi / 4);
    QCOMPARE(axesOf({{0, 0}, 1, 2, -0.0}).angle, std::numbers::pi / 2);
    QVERIFY(std::isnan(axesOf({{0, 0}, 1.3, 1.3, 0}).angle));
    QCOMPARE(axisEnd(axesOf({{0, 0}, 1.3, 1.3, 0}), 1), Eigen::Vector2d(0, 1.3));
  }

  void aSingularLawLiesOnALine() {
    for (const double rho : {1.0, -1.0, 1 - 1e-13}) {
      const GaussianPlane law{{1, -1}, 2, 0.5, rho};
      const double sign = rho > 0 ? 1 : -1;
      QVERIFY(isSingular(law));
      QCOMPARE(mahalanobis(law, {3, -1 + sign * 0.5}), 1.0);
      QVERIFY(std::isinf(mahalanobis(law, {3, -0.9})));
      QVERIFY(std::isnan(logDensity(law, law.mean)));
      QCOMPARE(logDeterminant(law), -std::numeric_limits<double>::infinity());
      QCOMPARE(mutualInformation(law), std::numeric_limits<double>::infinity());
      QCOMPARE(conditionalOnX(law, 5).spread, 0.0);
      QCOMPARE(massWithin(law, 1), std::erf(1 / std::numbers::sqrt2));
      QCOMPARE(axesOf(law).lengths(1), 0.0);
      numerics::Random random(3);
      for (int i = 0; i < 20; ++i)
        QVERIFY(std::isfinite(mahalanobis(law, sample(law, random))));
    }
    QVERIFY(!isSingular({{0, 0}, 1, 1, 1 - 1e-11}));
  }

  void samplesHaveTheLaw() {
    const GaussianPlane law{{1, -2}, 1.5, 0.7, -0.6};
    numerics::Random random(9);
    constexpr int count = 20000;
    Eigen::Matrix2Xd X(2, count);
    int within = 0;
    for (int i = 0; i < count; ++i) {
      X.col(i) = sample(law, random);
      within += mahalanobis(law, X.col(i)) < 1 ? 1 : 0;
    }
    const Eigen::Vector2d mean = X.rowwise().mean();
    const Eigen::Matrix2Xd centred = X.colwise() - mean;
    const Eigen::Matrix2d S = centred * centred.transpose() / (count - 1);
    // Five standard errors: the seed is fixed, so this either holds or does not.
    const double error = 5 / std::sqrt(static_cast<double>(count));
    QVERIFY(((mean - law.mean).array().abs() < error * Eigen::Array2d(law.spreadX, law.spreadY)).all());
    QVERIFY((S - covariance(law)).cwiseAbs().maxCoeff() < error * 1.5 * law.spreadX * law.spreadX);
    QVERIFY(std::abs(within / static_cast<double>(count) - massWithin(law, 1)) < error / 2);
  }

  void ellipsesAreAtTheirDistance() {
    for (const auto& [law, point] : examples()) {
      const std::vector<Eigen::Vector2d> outline = ellipse(law, 2, 24);
      QCOMPARE(outline.size(), std::size_t(25));
      QCOMPARE(outline.front(), outline.back());
      for (const Eigen::Vector2d& one : outline)
        QVERIFY(std::abs(mahalanobis(law, one) - 2) <= 1e-9); // as above
    }
  }
};

QTEST_APPLESS_MAIN(GaussianPlaneIsTrue)
#include "gaussian_plane.moc"
