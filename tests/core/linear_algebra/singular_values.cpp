#include "core/linear_algebra/singular_values.h"

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
