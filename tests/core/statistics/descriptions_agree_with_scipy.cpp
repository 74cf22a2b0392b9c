#include "core/statistics/correlation.h"
#include "core/statistics/density_estimate.h"
#include "core/statistics/description.h"
#include "tests/core/json_numbers.h"
#include "tests/core/python_process.h"
#include "tests/core/random_numbers.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QTest>

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
from scipy import optimize, stats

def one(case):
    x, y = np.array(case["x"]), np.array(case["y"])
    q1, q3 = np.quantile(x, [0.25, 0.75])
    low, high = q1 - 1.5 * (q3 - q1), q3 + 1.5 * (q3 - q1)
    kde = stats.gaussian_kde(x, case["h"] / np.std(x, ddof=1))
    grid = np.linspace(x.min(), x.max(), 20001)
    top = grid[np.argmax(kde(grid))]
    step = grid[1] - grid[0]
    mode = optimize.minimize_scalar(lambda t: -kde(t)[0], bounds=(top - step, top + step), method="bounded",
                                    options={"xatol": 1e-10}).x
    fit = stats.linregress(x, y)
    return {
        "mean": np.mean(x), "variance": np.var(x, ddof=1), "population": np.var(x),
        "quantile": np.quantile(x, case["p"]), "median": np.median(x), "trimmed": stats.trim_mean(x, case["cut"]),
        "mad": stats.median_abs_deviation(x), "outliers": float(np.sum((x < low) | (x > high))),
        "low": x[x >= low].min(), "high": x[x <= high].max(),
        "density": kde(case["at"])[0], "height": kde(mode)[0],
        "scott": np.std(x, ddof=1) * stats.gaussian_kde(x, "scott").factor,
        "silverman": np.std(x, ddof=1) * stats.gaussian_kde(x, "silverman").factor,
        "pearson": stats.pearsonr(x, y)[0], "spearman": stats.spearmanr(x, y)[0], "kendall": stats.kendalltau(x, y)[0],
        "covariance": np.cov(x, y)[0, 1], "slope": fit.slope, "intercept": fit.intercept, "explained": fit.rvalue**2,
        "first": np.linalg.eigvalsh(np.cov(x, y))[1],
    }

json.dump([{k: float(v) for k, v in one(c).items()} for c in json.load(sys.stdin)], sys.stdout)
)");

struct Case {
  std::vector<double> x;
  std::vector<double> y;
  double p = 0.5;
  double cut = 0.1;
  double h = 1;
  double at = 0;

  Points points() const {
    Points both(static_cast<Eigen::Index>(x.size()), 2);
    for (std::size_t i = 0; i < x.size(); ++i)
      both.row(static_cast<Eigen::Index>(i)) << x[i], y[i];
    return both;
  }
};

/// With ties in every other case: values are rounded to tenths.
std::vector<Case> cases() {
  RandomNumbers random(3);
  std::vector<Case> list;
  for (int k = 0; k < 60; ++k) {
    Case one;
    const double shift = k % 3 == 0 ? 1000 : 0;
    for (int i = random.integer(4, 40); i > 0; --i) {
      double value = random.uniform(0, 10);
      if (k % 2 == 0)
        value = std::round(value * 2) / 2;
      one.x.push_back(shift + value);
      one.y.push_back(random.uniform(-3, 3) + (k % 5 - 2) * value);
    }
    one.x.push_back(shift + 30);
    one.y.push_back(random.uniform(-3, 3));
    one.p = random.uniform(0, 1);
    one.cut = random.uniform(0, 0.45);
    one.h = random.uniform(0.3, 3);
    one.at = shift + random.uniform(0, 10);
    list.push_back(one);
  }
  return list;
}

} // namespace

class DescriptionsAgreeWithScipy : public QObject {
  Q_OBJECT

 private slots:
  void everyNumberIsTheirs() {
    const std::vector<Case> list = cases();
    QJsonArray input;
    for (const Case& one : list)
      input.append(QJsonObject{{"x", eigenboard::tests::listJson(one.x)},
                               {"y", eigenboard::tests::listJson(one.y)},
                               {"p", one.p},
                               {"cut", one.cut},
                               {"h", one.h},
                               {"at", one.at}});
    const auto answer = runPython(script, QJsonDocument(input).toJson(QJsonDocument::Compact));
    QVERIFY2(answer.error.isEmpty(), qPrintable(answer.error));
    const QJsonArray answers = QJsonDocument::fromJson(answer.output).array();
    QCOMPARE(static_cast<std::size_t>(answers.size()), list.size());
    for (std::size_t i = 0; i < list.size(); ++i)
      compare(list[i], answers[static_cast<qsizetype>(i)].toObject());
  }

  void whatIsUndefinedIsNoNumber() {
    const std::vector<double> none;
    const std::vector<double> equal{0.1, 0.1, 0.1};
    QVERIFY(std::isnan(mean(none)) && std::isnan(median(none)) && std::isnan(variance(none)));
    QVERIFY(std::isnan(boxOf(none).median) && std::isnan(kernelPeaks(none, 1).mode));
    QVERIFY(std::isnan(variance(std::vector<double>{2.0})));
    QCOMPARE(variance(equal), 0.0);
    QCOMPARE(kernelPeaks(equal, 0.5).places.size(), std::size_t{1});
    QVERIFY(std::abs(kernelPeaks(equal, 0.5).mode - 0.1) <= epsilon);
    Points flat(3, 2);
    flat << 0.1, 1, 0.1, 2, 0.1, 3;
    QVERIFY(std::isnan(pearson(flat)) && std::isnan(spearman(flat)) && std::isnan(kendall(flat)));
    QVERIFY(std::isnan(lineFit(flat).slope));
    QVERIFY(std::isnan(pearson(Points(0, 2))) && std::isnan(lineFit(Points(1, 2)).slope));
  }

  void histogramsCountEveryValueOnce() {
    const Histogram tenths = histogram(std::vector<double>{0.1, 0.2, 0.3, 0.7}, 0, 0.1);
    QCOMPARE(tenths.first, 1);
    QCOMPARE(tenths.counts, (std::vector<int>{1, 1, 1, 0, 0, 0, 1}));
    QVERIFY(histogram({}, 0, 1).counts.empty());
  }

  void estimatesIntegrateToOneAndPeaksAreCounted() {
    const std::vector<double> values{1, 1.5, 2, 7, 7.5, 9.9};
    for (const double h : {0.1, 0.5, 1.0, 3.0}) {
      double sum = 0;
      for (double x = -30; x <= 40; x += h / 4)
        sum += kernelDensity(values, h, x) * h / 4;
      QVERIFY(std::abs(sum - 1) <= 1e-12); // the trapezoid rule on smooth functions that vanish at both ends
    }
    QCOMPARE(kernelPeaks(values, 0.1).places.size(), std::size_t{6});
    QCOMPARE(kernelPeaks(values, 0.5).places.size(), std::size_t{3});
    QCOMPARE(kernelPeaks(values, 5).places.size(), std::size_t{1});
    // Two peaks as high as each other, far enough apart that nothing is left between them.
    const KernelPeaks twins = kernelPeaks(std::vector<double>{1, 9}, 0.1);
    QCOMPARE(twins.places.size(), std::size_t{2});
    QVERIFY(std::abs(twins.mode - 1) <= 4 * epsilon);
  }

  void covarianceIsWithinPlusBetween() {
    RandomNumbers random(8);
    for (int k = 0; k < 50; ++k) {
      const Points points = 5 * random.matrix(random.integer(1, 30), 2);
      std::vector<int> groups;
      for (Eigen::Index i = 0; i < points.rows(); ++i)
        groups.push_back(random.integer(0, 2));
      const GroupedCovariance parts = groupedCovariance(points, groups);
      const Eigen::Matrix2d whole = covarianceMatrix(points, 0);
      QVERIFY((parts.within + parts.between - whole).cwiseAbs().maxCoeff() <= 64 * epsilon * 25);
    }
  }

 private:
  static void compare(const Case& one, const QJsonObject& theirs) {
    const double scale = std::abs(one.x.back());
    const Points points = one.points();
    const auto check = [&](const char* what, double ours, double tolerance) {
      const double other = theirs[QLatin1String(what)].toDouble();
      QVERIFY2(
          std::abs(ours - other) <= tolerance,
          qPrintable(
              QStringLiteral("%1: %2, theirs %3").arg(what).arg(ours, 0, 'g', 17).arg(other, 0, 'g', 17)));
    };
    // A few roundings of the values; sums of squares have the square of them, and their quotients the
    // roundings that the differences from the mean begin with.
    const double rounding = 64 * epsilon * scale;
    const double spread = std::sqrt(variance(one.x));
    const double relative = 64 * epsilon * (1 + scale / spread);
    const Box box = boxOf(one.x);
    const LineFit fit = lineFit(points);
    const Eigen::Matrix2d C = covarianceMatrix(points);
    check("mean", mean(one.x), rounding);
    check("variance", variance(one.x), relative * C(0, 0));
    check("population", variance(one.x, 0), relative * C(0, 0));
    check("quantile", quantile(one.x, one.p), rounding);
    check("median", median(one.x), rounding);
    check("trimmed", trimmedMean(one.x, one.cut), rounding);
    check("mad", medianAbsoluteDeviation(one.x), rounding);
    check("outliers", static_cast<double>(box.outliers.size()), 0);
    check("low", box.lowerWhisker, 0);
    check("high", box.upperWhisker, 0);
    // Their exponent is (x − x_i)²/2h², up to some 50 where a term still counts.
    check("density", kernelDensity(one.x, one.h, one.at), 100 * relative);
    check("height", kernelDensity(one.x, one.h, kernelPeaks(one.x, one.h).mode), 100 * relative);
    check("scott", scottBandwidth(one.x), relative * spread);
    check("silverman", silvermanBandwidth(one.x), relative * spread);
    check("pearson", pearson(points), relative);
    check("spearman", spearman(points), 64 * epsilon);
    check("kendall", kendall(points), 64 * epsilon);
    const double product = spread * std::sqrt(C(1, 1));
    check("covariance", C(0, 1), relative * product);
    check("slope", fit.slope, relative * product / C(0, 0));
    check("intercept", fit.intercept, relative * scale * product / C(0, 0));
    check("explained", fit.explained(), relative);
    check("first", principalAxes(C).variances(0), relative * C.trace());
  }
};

QTEST_GUILESS_MAIN(DescriptionsAgreeWithScipy)
#include "descriptions_agree_with_scipy.moc"
