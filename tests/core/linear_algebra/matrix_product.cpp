#include "core/linear_algebra/matrix_product.h"

#include "tests/core/random_numbers.h"

#include <QtTest/QTest>

#include <array>
#include <cmath>
#include <limits>

using namespace eigenboard::linear_algebra;
using eigenboard::tests::RandomNumbers;

namespace {

constexpr double epsilon = std::numeric_limits<double>::epsilon();
constexpr std::array<ProductOrder, 4> orders{ProductOrder::Entries, ProductOrder::Rows, ProductOrder::Columns,
                                             ProductOrder::Outer};

/// The definition, summed in extended precision.
double entry(const Eigen::MatrixXd& A, const Eigen::MatrixXd& B, double bias, Eigen::Index i,
             Eigen::Index j) {
  long double sum = bias;
  for (Eigen::Index l = 0; l < A.cols(); ++l)
    sum += static_cast<long double>(A(i, l)) * B(l, j);
  return static_cast<double>(sum);
}

} // namespace

/// A product made in four orders, step by step, against its definition.
class MatrixProductTest : public QObject {
  Q_OBJECT

 private slots:
  void everyOrderGivesTheDefinition() {
    RandomNumbers random(41);
    for (int trial = 0; trial < 200; ++trial) {
      const Eigen::Index m = random.integer(1, 5);
      const Eigen::Index k = random.integer(1, 5);
      const Eigen::Index n = random.integer(1, 5);
      const double scale = random.scale();
      const Eigen::MatrixXd A = scale * random.matrix(m, k);
      const Eigen::MatrixXd B = random.matrix(k, n);
      const Eigen::RowVectorXd bias =
          trial % 2 == 0 ? Eigen::RowVectorXd(scale * random.matrix(1, n)) : Eigen::RowVectorXd();
      const Eigen::MatrixXd first = wholeProduct(startProduct(A, B, bias, ProductOrder::Entries)).C;
      for (const ProductOrder order : orders) {
        const MatrixProduct product = wholeProduct(startProduct(A, B, bias, order));
        QVERIFY(product.C == first); // to the last bit: the same additions in the same order
        QCOMPARE(product.step, product.steps);
      }
      for (Eigen::Index i = 0; i < m; ++i)
        for (Eigen::Index j = 0; j < n; ++j)
          QVERIFY(std::abs(first(i, j) - entry(A, B, bias.size() > 0 ? bias(j) : 0, i, j)) <=
                  8 * static_cast<double>(k + 1) * epsilon * scale * static_cast<double>(k + 1));
    }
  }

  void everyProductIsMadeOnce() {
    // With A and B of ones each step adds 1 to what it touches, so C counts the products of each entry.
    for (const ProductOrder order : orders) {
      MatrixProduct product =
          startProduct(Eigen::MatrixXd::Ones(2, 3), Eigen::MatrixXd::Ones(3, 4), Eigen::RowVectorXd(), order);
      double made = 0;
      while (!product.isFinished()) {
        const ProductPlace place = productPlace(product, product.step);
        const double touched = (place.row < 0 ? 2 : 1) * (place.column < 0 ? 4 : 1);
        product = productStep(product);
        made += touched;
        QCOMPARE(product.C.sum(), made);
        for (Eigen::Index i = 0; i < 2; ++i)
          for (Eigen::Index j = 0; j < 4; ++j)
            QCOMPARE(static_cast<double>(productsIn(product, i, j)), product.C(i, j));
      }
      QCOMPARE(made, productCost(2, 3, 4, false).multiplications);
      QVERIFY(product.C == Eigen::MatrixXd::Constant(2, 4, 3.0));
      QCOMPARE(productStep(product).step, product.step);
    }
  }

  void whatDoesNotFitHasNoProduct() {
    const MatrixProduct product = startProduct(Eigen::MatrixXd::Ones(2, 3), Eigen::MatrixXd::Ones(2, 2),
                                               Eigen::RowVectorXd(), ProductOrder::Rows);
    QVERIFY(!product.fits());
    QVERIFY(product.isFinished());
    QCOMPARE(product.C.size(), Eigen::Index(0));
    QCOMPARE(wholeProduct(product).step, 0);
  }

  void costsAreCounted() {
    QCOMPARE(productCost(2, 3, 4, false).additions, 16.0);
    QCOMPARE(productCost(2, 3, 4, true).additions, 24.0);
  }

  void orderMatters() {
    QCOMPARE(commutatorNorm(Eigen::Matrix2d{{0, 1}, {0, 0}}, Eigen::Matrix2d{{0, 0}, {1, 0}}),
             std::sqrt(2.0));
    QCOMPARE(commutatorNorm(Eigen::Matrix2d{{2, 1}, {0, 2}}, Eigen::Matrix2d{{5, 3}, {0, 5}}), 0.0);
    QVERIFY(std::isnan(commutatorNorm(Eigen::MatrixXd::Ones(2, 3), Eigen::MatrixXd::Ones(3, 2))));
    QVERIFY(std::isnan(commutatorNorm(Eigen::Matrix2d::Constant(std::nan("")), Eigen::Matrix2d::Identity())));
  }
};

QTEST_APPLESS_MAIN(MatrixProductTest)
#include "matrix_product.moc"
