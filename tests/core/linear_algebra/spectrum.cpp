#include "core/linear_algebra/spectrum.h"

#include "core/linear_algebra/determinant.h"
#include "core/linear_algebra/geometry.h"
#include "tests/core/random_numbers.h"

#include <QtTest/QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace eigenboard::linear_algebra;
using eigenboard::tests::RandomNumbers;

namespace {

constexpr double epsilon = std::numeric_limits<double>::epsilon();

} // namespace

class SpectrumTest : public QObject {
  Q_OBJECT

 private slots:
  void satisfiesItsIdentitiesAtEveryScale() {
    RandomNumbers random(1);
    for (int trial = 0; trial < 2000; ++trial) {
      const double scale = random.scale();
      const Eigen::Matrix2d A = random.matrix(2, 2) * scale;
      const auto result = spectrum(A);
      QVERIFY(result);
      const auto first = result->eigenvalues[0] / scale;
      const auto second = result->eigenvalues[1] / scale;
      const Eigen::Matrix2d unit = A / scale;
      const double rounding = 16 * epsilon * unit.norm();
      QVERIFY(std::abs(first + second - unit.trace()) <= rounding);
      QVERIFY(std::abs(first * second - determinant(unit)) <= rounding * unit.norm());
      QVERIFY(std::abs(first) >= std::abs(second) * (1 - 4 * epsilon));
      for (std::size_t i = 0; i < result->eigenvectors.size(); ++i) {
        const Eigen::Vector2d& q = result->eigenvectors[i];
        QVERIFY(std::abs(q.norm() - 1) <= 4 * epsilon);
        QVERIFY((unit * q - result->eigenvalues[i].real() / scale * q).norm() <= rounding);
      }
      const std::size_t lines = result->kind == SpectrumKind::ComplexPair ? 0 : 2;
      QCOMPARE(result->eigenvectors.size(), lines);
      QCOMPARE(result->kind == SpectrumKind::ComplexPair, result->discriminant < 0);
    }
  }

  void isOrthogonalForSymmetricMatrices() {
    RandomNumbers random(2);
    for (int trial = 0; trial < 500; ++trial) {
      Eigen::Matrix2d A = random.matrix(2, 2) * random.scale();
      A(1, 0) = A(0, 1);
      const auto result = spectrum(A);
      QVERIFY(result);
      QCOMPARE(result->eigenvectors.size(), std::size_t{2});
      QVERIFY(std::abs(result->eigenvectors[0].dot(result->eigenvectors[1])) <= 4 * epsilon);
    }
    // Two entries that nearly agree do not make a symmetric matrix defective.
    const auto close = spectrum(Eigen::Matrix2d{{1, 0}, {0, 1 + 1e-9}});
    QVERIFY(close);
    QCOMPARE(close->kind, SpectrumKind::RealDistinct);
    QCOMPARE(close->eigenvalues[0].real(), 1 + 1e-9);
    QCOMPARE(close->independentEigenvectors, 2);
  }

  void ordersByModulusThenRealThenImaginaryPart() {
    const auto saddle = spectrum(Eigen::Matrix2d{{0, 1}, {1, 0}});
    QCOMPARE(saddle->eigenvalues[0].real(), 1.0);
    QCOMPARE(saddle->eigenvalues[1].real(), -1.0);
    const auto negative = spectrum(Eigen::Matrix2d{{-3, 0}, {0, 2}});
    QCOMPARE(negative->eigenvalues[0].real(), -3.0);
    QCOMPARE(std::abs(negative->eigenvectors[0].x()), 1.0);
    const auto turn = spectrum(Eigen::Matrix2d{{0, -1}, {1, 0}});
    QCOMPARE(turn->eigenvalues[0].imag(), 1.0);
    QCOMPARE(turn->eigenvalues[1].imag(), -1.0);
  }

  void findsDefectiveMatrices() {
    RandomNumbers random(3);
    for (int trial = 0; trial < 500; ++trial) {
      // λI + s [x; y][−y, x] has the double eigenvalue λ and the single eigen-line of (x, y). Multiples of
      // 1/64 keep every entry exact, so only scaling rounds.
      const auto grid = [&random] { return random.integer(-128, 128) / 64.0; };
      const double x = grid();
      const double y = grid();
      const double lambda = grid();
      if (x == 0 && y == 0)
        continue;
      const Eigen::Vector2d line(x, y);
      const Eigen::Matrix2d nilpotent = line * Eigen::RowVector2d(-y, x);
      const Eigen::Matrix2d A = (lambda * Eigen::Matrix2d::Identity() + nilpotent) * random.scale();
      const auto result = spectrum(A);
      QVERIFY(result);
      QCOMPARE(result->kind, SpectrumKind::Repeated);
      QCOMPARE(result->independentEigenvectors, 1);
      QCOMPARE(result->eigenvectors.size(), std::size_t{1});
      QVERIFY(angleBetweenLines(result->eigenvectors[0], line) <=
              1e-14 * (1 + std::abs(lambda) / line.squaredNorm()));
    }
  }

  void takesDecimalCellsThatMeanADoubleRoot() {
    // In decimals the discriminant is 0; in doubles it is some 1e-18.
    const auto result = spectrum(Eigen::Matrix2d{{0.7, 0.1}, {-0.1, 0.5}});
    QCOMPARE(result->kind, SpectrumKind::Repeated);
    QCOMPARE(result->independentEigenvectors, 1);
    QCOMPARE(result->eigenvalues[0].real(), 0.6);
  }

  void treatsMultiplesOfTheIdentityAsSuch() {
    for (const double c : {0.0, 1.0, -2.5, 1e-150, 1e150}) {
      const auto result = spectrum(Eigen::Matrix2d(c * Eigen::Matrix2d::Identity()));
      QCOMPARE(result->kind, SpectrumKind::Repeated);
      QCOMPARE(result->independentEigenvectors, 2);
      QCOMPARE(result->eigenvectors.size(), std::size_t{2});
      QCOMPARE(result->eigenvalues[1].real(), c);
    }
  }

  void rotationFormTurnsAndScales() {
    RandomNumbers random(4);
    int pairs = 0;
    for (int trial = 0; trial < 1000; ++trial) {
      const double scale = random.scale();
      const Eigen::Matrix2d A = random.matrix(2, 2) * scale;
      const auto form = rotationForm(A);
      QCOMPARE(form.has_value(), spectrum(A)->kind == SpectrumKind::ComplexPair);
      if (!form)
        continue;
      ++pairs;
      const double condition = form->P.norm() * form->inverse.norm();
      const double rounding = 16 * epsilon * condition;
      QVERIFY((form->P * form->inverse - Eigen::Matrix2d::Identity()).norm() <= rounding);
      QVERIFY(std::abs(determinant(form->P) - 1) <= rounding * condition);
      QVERIFY(form->P(0, 0) > 0 && form->P.isApprox(form->P.transpose()));
      const Eigen::Matrix2d turned = form->inverse * (A / scale) * form->P;
      const Eigen::Matrix2d expected = form->modulus / scale * rotation(form->angle);
      QVERIFY((turned - expected).norm() <= rounding * condition * (A / scale).norm());
    }
    QVERIFY(pairs > 100);
    const auto plain = rotationForm(rotation(-1.0));
    QVERIFY((plain->P - Eigen::Matrix2d::Identity()).norm() <= 8 * epsilon);
    QVERIFY(std::abs(plain->angle + 1.0) <= 4 * epsilon);
    QVERIFY(std::abs(plain->modulus - 1.0) <= 4 * epsilon);
  }

  void servesHugeAndTinyEntries() {
    const double top = std::numeric_limits<double>::max() / 4;
    const auto huge = spectrum(Eigen::Matrix2d{{top, 0}, {0, top / 2}});
    QCOMPARE(huge->eigenvalues[0].real(), top);
    QCOMPARE(huge->eigenvalues[1].real(), top / 2);
    const auto graded = spectrum(Eigen::Matrix2d{{1e150, 0}, {0, 1e-150}});
    QCOMPARE(graded->eigenvalues[1].real(), 1e-150);
    const double least = std::numeric_limits<double>::denorm_min();
    QCOMPARE(spectrum(Eigen::Matrix2d{{least, 0}, {0, 0}})->eigenvalues[0].real(), least);
  }

  void refusesWhatHasNone() {
    const double notANumber = std::numeric_limits<double>::quiet_NaN();
    QVERIFY(!spectrum(Eigen::Matrix2d{{notANumber, 0}, {0, 1}}));
    QVERIFY(!spectrum(Eigen::Matrix2d{{1, 0}, {std::numeric_limits<double>::infinity(), 1}}));
    QVERIFY(!rotationForm(Eigen::Matrix2d{{notANumber, 0}, {0, 1}}));
  }
};

QTEST_APPLESS_MAIN(SpectrumTest)
#include "spectrum.moc"
