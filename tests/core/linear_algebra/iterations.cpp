#include "core/linear_algebra/power_iteration.h"
#include "core/linear_algebra/qr_iteration.h"
#include "tests/core/random_numbers.h"

#include <Eigen/Eigenvalues>
#include <QtTest/QTest>

#include <cmath>
#include <limits>

using namespace eigenboard::linear_algebra;
using eigenboard::tests::RandomNumbers;

namespace {

constexpr double epsilon = std::numeric_limits<double>::epsilon();
const double notANumber = std::numeric_limits<double>::quiet_NaN();

} // namespace

class IterationsTest : public QObject {
  Q_OBJECT

 private slots:
  void powerIterationContractsByTheRatioOfEigenvalues() {
    // Eigenvalues 3 and 1 with eigenvectors (1, 1) and (1, −1): the tangent of the angle shrinks to a third.
    const Eigen::Matrix2d A{{2, 1}, {1, 2}};
    Eigen::VectorXd v = Eigen::Vector2d(1, 0);
    double tangent = 1;
    for (int k = 0; k < 20; ++k) {
      const auto step = powerStep(A, v);
      QVERIFY(step);
      v = *step;
      QVERIFY(std::abs(v.norm() - 1) <= 4 * epsilon);
      const double now = (v(0) - v(1)) / (v(0) + v(1));
      QVERIFY(std::abs(now - tangent / 3) <= 8 * epsilon);
      tangent = now;
      // For a symmetric matrix the error of the Rayleigh quotient is the square: 3 − ρ = 2 t²/(1 + t²).
      const double expected = 3 - 2 * now * now / (1 + now * now);
      QVERIFY(std::abs(rayleighQuotient(A, v) - expected) <= 16 * epsilon);
    }
  }

  void rayleighQuotientLeavesTheLeastResidual() {
    RandomNumbers random(1);
    for (int trial = 0; trial < 300; ++trial) {
      const double scale = random.scale();
      const int n = random.integer(1, 5);
      const Eigen::MatrixXd A = random.matrix(n, n) * scale;
      const Eigen::VectorXd v = random.matrix(n, 1) * random.scale();
      const double quotient = rayleighQuotient(A, v);
      const double least = eigenResidual(A, quotient, v);
      for (const double step : {-0.1, -1e-3, 1e-3, 0.1})
        QVERIFY(eigenResidual(A, quotient + step * scale, v) >= least * (1 - 8 * epsilon));
      // The distance to the best multiple, by Pythagoras, not by the residual.
      const Eigen::VectorXd unit = v.stableNormalized();
      const double image = (A / scale * unit).squaredNorm();
      const double along = quotient / scale;
      const double squared = image - along * along;
      QVERIFY(std::abs(least / scale * (least / scale) - squared) <= 32 * n * epsilon * image + epsilon);
    }
  }

  void iterationStopsWhereThereIsNoDirection() {
    const Eigen::Matrix2d nilpotent{{0, 1}, {0, 0}};
    QVERIFY(powerStep(nilpotent, Eigen::Vector2d(0, 1)));
    QVERIFY(!powerStep(nilpotent, Eigen::Vector2d(1, 0)));
    QVERIFY(!powerStep(nilpotent, Eigen::Vector2d(0, 0)));
    QVERIFY(!powerStep(nilpotent, Eigen::Vector2d(0, notANumber)));
    // In decimals the rows of this matrix annihilate (1, −3); in doubles they leave 1e-17.
    const Eigen::Matrix2d decimals{{0.3, 0.1}, {-0.9, -0.3}};
    QVERIFY(product(decimals, Eigen::Vector2d(0.1, -0.3)).isZero(0));
    QVERIFY(!powerStep(decimals, Eigen::Vector2d(0.1, -0.3)));
    QVERIFY(std::isnan(rayleighQuotient(decimals, Eigen::Vector2d(0, 0))));
    QVERIFY(std::isnan(eigenResidual(decimals, 1, Eigen::Vector2d(0, 0))));
    QVERIFY(std::isnan(rayleighQuotient(decimals, Eigen::Vector2d(notANumber, 1))));
    // Lengths whose squares leave the range of double.
    const auto far = powerStep(Eigen::Matrix2d::Identity(), Eigen::Vector2d(3e200, 4e200));
    QVERIFY(far && std::abs((*far)(0) - 0.6) <= 4 * epsilon);
  }

  void qrFactorsMultiplyBackAtEveryScale() {
    RandomNumbers random(2);
    for (int trial = 0; trial < 300; ++trial) {
      const int n = random.integer(1, 6);
      const Eigen::MatrixXd A = random.matrix(n, n) * random.scale();
      const QrFactors factors = givensQr(A);
      const double rounding = 16.0 * n * epsilon;
      const Eigen::MatrixXd I = Eigen::MatrixXd::Identity(n, n);
      QVERIFY((factors.Q.transpose() * factors.Q - I).norm() <= rounding);
      QVERIFY((factors.Q * factors.R - A).stableNorm() <= rounding * A.stableNorm());
      QVERIFY(factors.R.diagonal().minCoeff() >= 0);
      QVERIFY(factors.R.isUpperTriangular(0));
    }
    QVERIFY(givensQr(Eigen::MatrixXd::Zero(3, 3)).Q.isIdentity(0));
    QVERIFY(givensQr(Eigen::Matrix2d{{notANumber, 1}, {1, 1}}).R.hasNaN());
    QCOMPARE(givensQr(Eigen::MatrixXd(0, 0)).R.size(), 0);
  }

  void qrIterationKeepsTheEigenvaluesAndFindsThem() {
    RandomNumbers random(3);
    for (int trial = 0; trial < 30; ++trial) {
      const int n = random.integer(2, 5);
      // Positive definite with moduli a factor of 2 apart, so the iteration converges by 1/2 a step at worst.
      Eigen::VectorXd eigenvalues(n);
      for (int i = 0; i < n; ++i)
        eigenvalues(i) = std::exp2(n - i);
      const Eigen::MatrixXd Q = givensQr(random.matrix(n, n)).Q;
      const Eigen::MatrixXd A = Q * eigenvalues.asDiagonal() * Q.transpose();
      Eigen::MatrixXd iterate = A;
      constexpr int steps = 100;
      const double rounding = 16.0 * n * (steps + 1) * epsilon * A.norm();
      for (int k = 0; k < steps; ++k) {
        iterate = qrStep(iterate);
        QVERIFY(std::abs(iterate.trace() - A.trace()) <= rounding);
      }
      QVERIFY((iterate.diagonal() - eigenvalues).norm() <= rounding);
      QVERIFY((Eigen::MatrixXd(iterate.triangularView<Eigen::StrictlyLower>())).norm() <= rounding);
    }
  }

  void qrIterationShrinksTheSubdiagonalByTheRatio() {
    Eigen::MatrixXd iterate = Eigen::Matrix2d{{2, 1}, {1, 2}};
    double before = 1;
    for (int k = 0; k < 15; ++k) {
      iterate = qrStep(iterate);
      const double now = std::abs(iterate(1, 0));
      // The ratio tends to |λ2/λ1| = 1/3 with an error of order 9^-k.
      if (k >= 4)
        QVERIFY(std::abs(now / before - 1.0 / 3) <= 2 * std::pow(9.0, -k));
      before = now;
    }
  }

  void qrIterationDoesNotTurnByNoise() {
    // Nilpotent in decimals: after one step it is triangular and stays so.
    Eigen::MatrixXd iterate = Eigen::Matrix2d{{0.3, 0.1}, {-0.9, -0.3}};
    for (int k = 0; k < 10; ++k) {
      iterate = qrStep(iterate);
      QVERIFY(std::abs(iterate(0, 0)) <= 4 * epsilon);
      QVERIFY(std::abs(iterate(1, 0)) <= 4 * epsilon);
    }
  }
};

QTEST_APPLESS_MAIN(IterationsTest)
#include "iterations.moc"
