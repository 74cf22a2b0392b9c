#include "core/linear_algebra/geometry.h"

#include "core/linear_algebra/determinant.h"
#include "tests/core/random_numbers.h"

#include <QtTest/QTest>

#include <cmath>
#include <limits>
#include <numbers>
#include <vector>

using namespace eigenboard::linear_algebra;
using eigenboard::tests::RandomNumbers;

namespace {

constexpr double epsilon = std::numeric_limits<double>::epsilon();
const double notANumber = std::numeric_limits<double>::quiet_NaN();

} // namespace

class GeometryTest : public QObject {
  Q_OBJECT

 private slots:
  void areaOfAParallelogramIsTheDeterminant() {
    RandomNumbers random(1);
    for (int trial = 0; trial < 300; ++trial) {
      const double scale = random.scale();
      const Eigen::Matrix2d A = random.matrix(2, 2) * scale;
      const Eigen::Vector2d origin = random.matrix(2, 1) * scale;
      const std::vector<Eigen::Vector2d> corners{origin, origin + A.col(0), origin + A.col(0) + A.col(1),
                                                 origin + A.col(1)};
      const double difference = (signedArea(corners) - determinant(A)) / scale / scale;
      QVERIFY(std::abs(difference) <= 16 * epsilon);
    }
  }

  void areaOfARegularPolygonIsKnown() {
    for (int n = 3; n < 50; ++n) {
      std::vector<Eigen::Vector2d> corners;
      for (int i = 0; i < n; ++i)
        corners.emplace_back(std::cos(2 * std::numbers::pi * i / n), std::sin(2 * std::numbers::pi * i / n));
      const double expected = 0.5 * n * std::sin(2 * std::numbers::pi / n);
      QVERIFY(std::abs(signedArea(corners) - expected) <= 8 * n * epsilon);
      std::reverse(corners.begin(), corners.end());
      QVERIFY(std::abs(signedArea(corners) + expected) <= 8 * n * epsilon);
    }
  }

  void areaFarFromTheOriginLosesNothing() {
    const std::vector<Eigen::Vector2d> square{{1e9, 1e9}, {1e9 + 1, 1e9}, {1e9 + 1, 1e9 + 1}, {1e9, 1e9 + 1}};
    QCOMPARE(signedArea(square), 1.0);
    QCOMPARE(signedArea({}), 0.0);
    QCOMPARE(signedArea(std::vector<Eigen::Vector2d>{{0, 0}, {1, 5}}), 0.0);
    QVERIFY(std::isnan(signedArea(std::vector<Eigen::Vector2d>{{0, 0}, {1, 0}, {notANumber, 1}})));
  }

  void angleIsTheOneTurnedBy() {
    RandomNumbers random(2);
    for (int trial = 0; trial < 500; ++trial) {
      const double angle = random.uniform(-std::numbers::pi, std::numbers::pi);
      const Eigen::Vector2d u = random.matrix(2, 1);
      const Eigen::Vector2d v = rotation(angle) * u;
      QVERIFY(std::abs(signedAngle(u * random.scale(), v * random.scale()) - angle) <= 8 * epsilon);
      QVERIFY(std::abs(signedAngle(v, u) + angle) <= 8 * epsilon);
      const double line = std::min(std::abs(angle), std::numbers::pi - std::abs(angle));
      QVERIFY(std::abs(angleBetweenLines(u, -v) - line) <= 8 * epsilon);
    }
    QCOMPARE(degrees(std::numbers::pi / 6), 30.0);
  }

  void halfTurnIsPositive() {
    QCOMPARE(signedAngle({1, 0}, {-1, 0.0}), std::numbers::pi);
    QCOMPARE(signedAngle({1, 0}, {-1, -0.0}), std::numbers::pi);
    QCOMPARE(signedAngle({0.1, 0.7}, {-0.3 * 0.1, -0.3 * 0.7}), std::numbers::pi);
    QCOMPARE(signedAngle({1e300, 1e300}, {-1e-300, -1e-300}), std::numbers::pi);
  }

  void angleOfNothingIsUndefined() {
    QVERIFY(std::isnan(signedAngle({0, 0}, {1, 0})));
    QVERIFY(std::isnan(signedAngle({1, 0}, {notANumber, 0})));
    QVERIFY(std::isnan(signedAngle({1, std::numeric_limits<double>::infinity()}, {1, 0})));
    QVERIFY(std::isnan(angleBetweenLines({0, 0}, {1, 0})));
  }

  void motionBeginsAtTheIdentityAndArrives() {
    RandomNumbers random(3);
    for (int trial = 0; trial < 200; ++trial) {
      const Eigen::Matrix2d M = random.matrix(2, 2) * 4;
      QCOMPARE(motion(M, 1), M);
      QCOMPARE(motion(M, 0), Eigen::Matrix2d(Eigen::Matrix2d::Identity()));
      // No jump at either end.
      QVERIFY((motion(M, 1e-9) - Eigen::Matrix2d::Identity()).norm() <= 1e-7);
      QVERIFY((motion(M, 1 - 1e-9) - M).norm() <= 1e-7);
    }
  }

  void motionKeepsTheOrientationOrTurnsItOnce() {
    RandomNumbers random(4);
    for (int trial = 0; trial < 300; ++trial) {
      const Eigen::Matrix2d M = random.matrix(2, 2) * 4;
      int changes = 0;
      double before = 1;
      for (int i = 0; i <= 100; ++i) {
        const double now = determinant(motion(M, i / 100.0));
        changes += (now > 0) != (before > 0) ? 1 : 0;
        before = now;
      }
      QCOMPARE(changes, determinant(M) > 0 ? 0 : 1);
    }
  }

  void motionOfARotationOnlyTurns() {
    for (const double angle : {0.3, 1.5, 3.0, -2.9}) {
      const Eigen::Matrix2d halfway = motion(rotation(angle), 0.5);
      QVERIFY((halfway - rotation(angle / 2)).norm() <= 8 * epsilon);
    }
    const Eigen::Matrix2d reflection{{1, 0}, {0, -1}};
    QVERIFY(motion(reflection, 0.5).isApprox(Eigen::Matrix2d{{1, 0}, {0, 0}}));
    QVERIFY(motion(Eigen::Matrix2d::Zero(), 0.5).isApprox(Eigen::Matrix2d::Identity() / 2));
  }
};

QTEST_APPLESS_MAIN(GeometryTest)
#include "geometry.moc"
