#include "core/calculus/central_difference.h"
#include "core/numerics/random.h"

#include <QtTest/QTest>

#include <cmath>
#include <limits>

using eigenboard::calculus::CentralDifference;
using eigenboard::calculus::centralDifference;
using eigenboard::numerics::Random;
using Point = Eigen::Vector2d;

class CentralDifferencesKnowTheirError : public QObject {
  Q_OBJECT

 private slots:
  void smoothFunctionsHaveTheSlopesOfTheirClosedForm() {
    Random random(3);
    const auto f = [](const Point& p) { return std::sin(2 * p(0)) * std::exp(p(1)) + p(0) * p(0) * p(1); };
    for (int trial = 0; trial < 500; ++trial) {
      const Point p(random.uniform(-3, 3), random.uniform(-3, 3));
      const Point truth(2 * std::cos(2 * p(0)) * std::exp(p(1)) + 2 * p(0) * p(1),
                        std::sin(2 * p(0)) * std::exp(p(1)) + p(0) * p(0));
      const CentralDifference found = centralDifference(f, p);
      for (int i = 0; i < 2; ++i) {
        // Some eight roundings of the value on either side, and those of the closed form itself.
        const double rounding = 16 * std::numeric_limits<double>::epsilon() *
                                (found.largestValue / found.step(i) + std::abs(truth(i)));
        QVERIFY(std::abs(found.gradient(i) - truth(i)) <= found.truncation(i) + rounding);
        QVERIFY(found.truncation(i) <= 1e-6 * (1 + std::abs(truth(i)) * 100));
      }
    }
  }

  void quadraticsHaveNoTruncation() {
    const CentralDifference found =
        centralDifference([](const Point& p) { return p(0) * p(0) - 3 * p(0) * p(1); }, {4, -2});
    QCOMPARE(found.gradient, Point(14, -12)); // all numbers have few bits, so nothing is rounded
    QVERIFY(found.truncation.isZero(0));
    QVERIFY(std::abs(found.bend(0) - 2 * found.step(0)) <= 1e-12 && found.bend(1) == 0);
  }

  void kinksAreFelt() {
    for (const double x : {0.0, 1e-6, -3e-6}) {
      const CentralDifference found =
          centralDifference([](const Point& p) { return std::abs(p(0)); }, {x, 1});
      const double slope = x < 0 ? -1 : x > 0 ? 1 : 0;
      QVERIFY(std::abs(found.gradient(0) - slope) <= found.bend(0) + 1e-9);
      QVERIFY(found.bend(0) > 0.1);
    }
  }

  void whatHasNoValueIsNotFinite() {
    QVERIFY(!std::isfinite(
        centralDifference([](const Point& p) { return std::log(p(0)); }, {0, 0}).largestValue));
    QVERIFY(!std::isfinite(
        centralDifference([](const Point& p) { return p(0) * p(0); }, {1e200, 0}).largestValue));
  }
};

QTEST_APPLESS_MAIN(CentralDifferencesKnowTheirError)
#include "central_differences_know_their_error.moc"
