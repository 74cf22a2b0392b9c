#include "core/linear_algebra/determinant.h"

#include "tests/core/random_numbers.h"

#include <QtTest/QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

using eigenboard::linear_algebra::determinant;
using eigenboard::tests::RandomNumbers;

namespace {

constexpr double epsilon = std::numeric_limits<double>::epsilon();
constexpr double infinity = std::numeric_limits<double>::infinity();
const double notANumber = std::numeric_limits<double>::quiet_NaN();

/// The sum over all permutations: the definition itself.
double leibniz(const Eigen::MatrixXd& A) {
  std::vector<int> columns(static_cast<std::size_t>(A.rows()));
  std::iota(columns.begin(), columns.end(), 0);
  double sum = 0;
  do {
    double term = 1;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      term *= A(static_cast<Eigen::Index>(i), columns[i]);
      for (std::size_t j = 0; j < i; ++j)
        term *= columns[j] > columns[i] ? -1 : 1;
    }
    sum += term;
  } while (std::next_permutation(columns.begin(), columns.end()));
  return sum;
}

} // namespace

class DeterminantTest : public QObject {
  Q_OBJECT

 private slots:
  void equalsTheSumOverPermutations() {
    RandomNumbers random(1);
    for (int n = 1; n <= 6; ++n)
      for (int trial = 0; trial < 40; ++trial) {
        const Eigen::MatrixXd A = random.matrix(n, n);
        // LU with partial pivoting of a matrix with entries up to 1, against a sum of n! products.
        const double rounding = 16.0 * n * n * n * epsilon * std::pow(A.norm(), n);
        QVERIFY(std::abs(determinant(A) - leibniz(A)) <= rounding);
      }
  }

  void keepsItsAccuracyWhereProductsCancel() {
    // (1 + 2e-9)(1 − 2e-9) − 1·1 with the exactly representable step h = 2^-29: the determinant is −h².
    const double h = std::ldexp(1.0, -29);
    QCOMPARE(determinant(Eigen::Matrix2d{{1 + h, 1}, {1, 1 - h}}), -h * h);
    // Neighbouring integers near 2^53: exact value 1, which plain arithmetic loses.
    const double big = 94906267;
    QCOMPARE(determinant(Eigen::Matrix2d{{big, big - 1}, {big + 1, big}}), 1.0);
  }

  void followsItsLawsAtEveryScale() {
    RandomNumbers random(2);
    for (int trial = 0; trial < 500; ++trial) {
      const double scale = random.scale();
      const Eigen::Matrix2d A = random.matrix(2, 2) * scale;
      const Eigen::Matrix2d B = random.matrix(2, 2);
      const double size = A.cwiseAbs().maxCoeff() / scale;
      QVERIFY(std::abs(determinant(A) - determinant(A.transpose())) <=
              2 * epsilon * std::abs(determinant(A)));
      const double product = determinant(Eigen::Matrix2d(A * B)) / scale / scale;
      const double factors = determinant(A) / scale / scale * determinant(B);
      // The entries of the product are rounded, each to eps of the sum of its products' sizes.
      QVERIFY(std::abs(product - factors) <= 32 * epsilon * size * size);
      Eigen::Matrix2d swapped;
      swapped << A.col(1), A.col(0);
      QCOMPARE(determinant(swapped), -determinant(A));
    }
  }

  void overflowsAndUnderflowsLikeTheTrueValue() {
    QCOMPARE(determinant(Eigen::Matrix2d{{1e200, 0}, {0, -1e200}}), -infinity);
    QCOMPARE(determinant(Eigen::Matrix2d{{1e-200, 0}, {0, 1e-200}}), 0.0);
    // Both products overflow, their difference is 0.
    QCOMPARE(determinant(Eigen::Matrix2d{{1e200, 1e200}, {1e200, 1e200}}), 0.0);
    QCOMPARE(determinant(Eigen::Matrix2d{{1e300, 0}, {0, 1e-300}}), 1e300 * 1e-300);
    QCOMPARE(determinant(Eigen::MatrixXd(Eigen::MatrixXd::Identity(400, 400) * 1e-3)), 0.0);
    QCOMPARE(determinant(Eigen::MatrixXd(Eigen::MatrixXd::Identity(400, 400) * 1e3)), infinity);
  }

  void answersOddInput() {
    QCOMPARE(determinant(Eigen::MatrixXd(0, 0)), 1.0);
    QVERIFY(std::isnan(determinant(Eigen::MatrixXd::Zero(2, 3))));
    QVERIFY(std::isnan(determinant(Eigen::Matrix2d{{notANumber, 0}, {0, 1}})));
    QVERIFY(std::isnan(determinant(Eigen::Matrix2d{{1, infinity}, {0, 1}})));
    QCOMPARE(determinant(Eigen::Matrix2d::Zero()), 0.0);
  }
};

QTEST_APPLESS_MAIN(DeterminantTest)
#include "determinant.moc"
