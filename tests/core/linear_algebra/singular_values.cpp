#include "core/linear_algebra/singular_values.h"

#include "core/linear_algebra/determinant.h"
#include "core/linear_algebra/low_rank.h"
#include "core/linear_algebra/turn_stretch_turn.h"
#include "tests/core/random_numbers.h"

#include <Eigen/QR>
#include <QtTest/QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace eigenboard::linear_algebra;
using eigenboard::tests::RandomNumbers;

namespace {

constexpr double epsilon = std::numeric_limits<double>::epsilon();

double distanceFromOrthogonal(const Eigen::MatrixXd& Q) {
  return (Q.transpose() * Q - Eigen::MatrixXd::Identity(Q.cols(), Q.cols())).norm();
}

Eigen::MatrixXd randomOrthogonal(RandomNumbers& random, Eigen::Index n) {
  return Eigen::HouseholderQR<Eigen::MatrixXd>(random.matrix(n, n)).householderQ();
}

} // namespace

class SingularValuesTest : public QObject {
  Q_OBJECT

 private slots:
  void multiplyBackToTheMatrixAtEveryScale() {
    RandomNumbers random(1);
    for (int trial = 0; trial < 300; ++trial) {
      const int m = random.integer(1, 6);
      const int n = random.integer(1, 6);
      const Eigen::MatrixXd A = random.matrix(m, n) * random.scale();
      const auto svd = singularValueDecomposition(A);
      QVERIFY(svd);
      QCOMPARE(svd->U.rows(), m);
      QCOMPARE(svd->V.rows(), n);
      QCOMPARE(svd->sigma.size(), std::min(m, n));
      const double rounding = 64 * epsilon;
      QVERIFY(distanceFromOrthogonal(svd->U) <= rounding);
      QVERIFY(distanceFromOrthogonal(svd->V) <= rounding);
      Eigen::MatrixXd Sigma = Eigen::MatrixXd::Zero(m, n);
      Sigma.diagonal() = svd->sigma;
      QVERIFY((svd->U * Sigma * svd->V.transpose() - A).stableNorm() <= rounding * A.stableNorm());
      for (Eigen::Index i = 0; i + 1 < svd->sigma.size(); ++i)
        QVERIFY(svd->sigma(i) >= svd->sigma(i + 1));
      QVERIFY(svd->sigma.minCoeff() >= 0);
    }
  }

  void findTheRankThatWasBuiltIn() {
    RandomNumbers random(2);
    for (int trial = 0; trial < 200; ++trial) {
      const int n = random.integer(1, 6);
      const int rank = random.integer(0, n);
      Eigen::VectorXd sigma = Eigen::VectorXd::Zero(n);
      for (int i = 0; i < rank; ++i)
        sigma(i) = random.uniform(0.1, 1);
      const Eigen::MatrixXd U = randomOrthogonal(random, n);
      const Eigen::MatrixXd V = randomOrthogonal(random, n);
      const Eigen::MatrixXd A = U * sigma.asDiagonal() * V.transpose() * random.scale();
      const auto svd = singularValueDecomposition(A);
      QVERIFY(svd);
      // Multiplying the factors out rounds three times where the tolerance allows for one rounding.
      const double tolerance = 3 * rankTolerance(*svd);
      QCOMPARE(numericalRank(*svd, tolerance), rank);
      const Eigen::MatrixXd null = nullSpace(*svd, tolerance);
      const Eigen::MatrixXd columns = columnSpace(*svd, tolerance);
      QCOMPARE(null.cols(), n - rank);
      QCOMPARE(columns.cols(), rank);
      QVERIFY(null.cols() == 0 || (A * null).stableNorm() <= 3 * n * tolerance);
      // A lies in the span of the columns: projecting it there changes nothing.
      QVERIFY((columns * (columns.transpose() * A) - A).stableNorm() <= 3 * n * tolerance);
      const double condition = conditionNumber(*svd, tolerance);
      QCOMPARE(std::isinf(condition), rank < n);
      if (rank == n) {
        const double expected = sigma.maxCoeff() / sigma.minCoeff();
        QVERIFY(std::abs(condition - expected) <= 64 * epsilon * expected * expected);
      }
    }
  }

  void takeWholePlaneAndPointAsTheyAre() {
    const auto zero = singularValueDecomposition(Eigen::Matrix2d::Zero());
    QVERIFY(zero);
    QCOMPARE(numericalRank(*zero, rankTolerance(*zero)), 0);
    QCOMPARE(nullSpace(*zero, 0).cols(), 2);
    QVERIFY(std::isinf(conditionNumber(*zero, 0)));
    const auto wide = singularValueDecomposition(Eigen::MatrixXd{{1, 2, 3}});
    QVERIFY(wide);
    QCOMPARE(nullSpace(*wide, rankTolerance(*wide)).cols(), 2);
    QCOMPARE(wide->sigma(0), std::sqrt(14.0));
  }

  void leaveOutExactlyTheNextSingularValue() {
    RandomNumbers random(3);
    for (int trial = 0; trial < 200; ++trial) {
      const int m = random.integer(1, 7);
      const int n = random.integer(1, 7);
      const Eigen::MatrixXd A = random.matrix(m, n) * random.scale();
      const auto svd = singularValueDecomposition(A);
      QVERIFY(svd);
      const int r = std::min(m, n);
      const int k = random.integer(0, r);
      const Eigen::MatrixXd nearest = lowRank(*svd, k);
      const double rounding = 64 * epsilon * A.stableNorm();
      QVERIFY(std::abs(spectralNorm(A - nearest) - nextSingularValue(*svd, k)) <= rounding);
      QVERIFY(std::abs((A - nearest).stableNorm() - discardedNorm(*svd, k)) <= rounding);
      const double share = nearest.stableNorm() / A.stableNorm();
      QVERIFY(std::abs(energyKept(*svd, k) - share * share) <= 64 * epsilon);
      QCOMPARE(storedNumbers(*svd, k), k * (m + n + 1.0));
      QVERIFY(std::abs(distancesOfLowRanks(*svd, A)(k) - discardedNorm(*svd, k)) <= rounding);
      // No other matrix of the rank is nearer: not a random one, nor one beside the nearest.
      for (const double step : {1.0, 1e-3}) {
        const Eigen::MatrixXd other = (svd->U.leftCols(k) + step * random.matrix(m, k)) *
                                      svd->sigma.head(k).asDiagonal() *
                                      (svd->V.leftCols(k) + step * random.matrix(n, k)).transpose();
        QVERIFY(spectralNorm(A - other) >= nextSingularValue(*svd, k) - rounding);
        QVERIFY((A - other).stableNorm() >= discardedNorm(*svd, k) - rounding);
      }
    }
  }

  void keepAllOrNothingAtTheEnds() {
    const auto svd = singularValueDecomposition(Eigen::MatrixXd{{3, 0, 0}, {0, 4, 0}});
    QVERIFY(svd);
    QVERIFY(lowRank(*svd, -1).isZero(0));
    QCOMPARE(nextSingularValue(*svd, -1), 4.0);
    QVERIFY((lowRank(*svd, 99) - Eigen::MatrixXd{{3, 0, 0}, {0, 4, 0}}).norm() <= 8 * epsilon);
    QCOMPARE(nextSingularValue(*svd, 2), 0.0);
    QCOMPARE(discardedNorm(*svd, 0), 5.0);
    QCOMPARE(energyKept(*svd, 1), 0.64);
    QCOMPARE(energyKept(*svd, 2), 1.0);
    const auto zero = singularValueDecomposition(Eigen::Matrix2d::Zero());
    QVERIFY(std::isnan(energyKept(*zero, 1)));
    QCOMPARE(spectralNorm(Eigen::Matrix2d::Zero()), 0.0);
    QCOMPARE(spectralNorm(Eigen::MatrixXd(0, 2)), 0.0);
    QVERIFY(std::isnan(spectralNorm(Eigen::Matrix2d::Constant(std::nan("")))));
  }

  void turnStretchAndTurnThePlane() {
    RandomNumbers random(4);
    for (int trial = 0; trial < 300; ++trial) {
      Eigen::Matrix2d A = random.matrix(2, 2);
      // Grids of small integers meet rotations, reflections and singular maps.
      if (trial % 3 == 0)
        A = (A * 3).array().round();
      A *= random.scale();
      const TurnStretchTurn factors = turnStretchTurn(A);
      const double rounding = 32 * epsilon;
      const double size = A.reshaped().stableNorm();
      const Eigen::Matrix2d back = factors.U * factors.sigma.asDiagonal() * factors.V.transpose();
      QVERIFY((back - A).reshaped().stableNorm() <= rounding * size);
      QVERIFY(distanceFromOrthogonal(factors.U) <= rounding);
      QVERIFY(std::abs(determinant(factors.V) - 1) <= rounding);
      QVERIFY(factors.V(0, 0) >= 0);
      if (determinant(A) >= 0)
        QVERIFY(std::abs(determinant(factors.U) - 1) <= rounding || factors.sigma(1) <= rounding * size);
      QVERIFY(mapAtStage(factors, 0).isIdentity(0));
      QVERIFY((mapAtStage(factors, 1) - factors.V.transpose()).norm() <= rounding);
      QVERIFY((mapAtStage(factors, 3) - A).reshaped().stableNorm() <= rounding * size);
      // Each part of the way begins where the one before it ended, and moves without a leap.
      for (const double joint : {0.0, 0.5, 1.0, 1.5, 2.0, 2.5}) {
        const Eigen::Matrix2d leap = mapAtStage(factors, joint + 1e-9) - mapAtStage(factors, joint);
        QVERIFY(leap.reshaped().stableNorm() <= 1e-8 * (2 + size));
      }
      // Turning changes no singular value.
      const auto later = singularValueDecomposition(mapAtStage(factors, random.integer(3, 4) - 0.75));
      if (determinant(A) > 0)
        QVERIFY((later->sigma - factors.sigma).stableNorm() <= rounding * size);
    }
    QVERIFY(turnStretchTurn(Eigen::Matrix2d::Constant(std::nan(""))).U.isIdentity(0));
    // A flip stays one where the determinant itself is below the smallest double.
    const Eigen::Matrix2d small = Eigen::Vector2d(1e-200, -1e-200).asDiagonal();
    const TurnStretchTurn flip = turnStretchTurn(small);
    QVERIFY((flip.U * flip.sigma.asDiagonal() * flip.V.transpose() - small).isZero(1e-214));
  }

  void tellTheDirectionOfALine() {
    QCOMPARE(lineDirection({0, -2}), 90.0);
    QCOMPARE(lineDirection({-1, -1}), 45.0);
    QCOMPARE(lineDirection({1, -1}), 135.0);
    QCOMPARE(lineDirection({-3, 1e-14}), 0.0);
    QCOMPARE(lineDirection({3, -1e-14}), 0.0);
    QVERIFY(std::isnan(lineDirection({0, 0})));
  }

  void refuseWhatHasNone() {
    const double notANumber = std::numeric_limits<double>::quiet_NaN();
    QVERIFY(!singularValueDecomposition(Eigen::MatrixXd(0, 3)));
    QVERIFY(!singularValueDecomposition(Eigen::Matrix2d{{1, notANumber}, {0, 1}}));
    QVERIFY(
        !singularValueDecomposition(Eigen::Matrix2d{{1, 0}, {0, std::numeric_limits<double>::infinity()}}));
  }
};

QTEST_APPLESS_MAIN(SingularValuesTest)
#include "singular_values.moc"
