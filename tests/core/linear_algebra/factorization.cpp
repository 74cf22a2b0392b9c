#include "core/linear_algebra/factorization.h"

#include "core/linear_algebra/singular_values.h"
#include "tests/core/json_numbers.h"
#include "tests/core/python_process.h"
#include "tests/core/random_numbers.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QTest>

#include <array>
#include <cmath>
#include <limits>
#include <vector>

using namespace eigenboard::linear_algebra;
using namespace eigenboard::tests;

namespace {

using Failure = FactorizationFailure;
using Kind = FactorizationKind;

constexpr double epsilon = std::numeric_limits<double>::epsilon();
constexpr std::array<Kind, 5> kinds{Kind::Lu, Kind::Cholesky, Kind::Qr, Kind::Eigen, Kind::Svd};

const QString oracle = QStringLiteral(R"(
import json, sys
import numpy as np, scipy.linalg

answers = []
for case in json.load(sys.stdin):
    A = np.array(case, dtype=float)
    P, L, U = scipy.linalg.lu(A)
    Q, R = np.linalg.qr(A)
    signs = np.where(np.diag(R) < 0, -1.0, 1.0)
    answer = {
        "lu": [(P.T @ A).tolist(), L.tolist(), U.tolist()],
        "qr": [(Q * signs).tolist(), (signs[:, None] * R).tolist()],
        "sigma": np.linalg.svd(A, compute_uv=False).tolist(),
    }
    if A.shape[0] == A.shape[1]:
        values = np.linalg.eigvals(A)
        answer["complex"] = bool(np.iscomplexobj(values))
        answer["eigenvalues"] = sorted(values.real.tolist(), reverse=True)
        S = A @ A.T
        answer["cholesky"] = np.linalg.cholesky(S).tolist()
    answers.append(answer)
json.dump(answers, sys.stdout)
)");

double largestGap(const Eigen::MatrixXd& A, const QJsonValue& expected) {
  double gap = 0;
  for (Eigen::Index row = 0; row < A.rows(); ++row)
    for (Eigen::Index column = 0; column < A.cols(); ++column)
      gap = std::max(gap, std::abs(A(row, column) - expected.toArray()[row].toArray()[column].toDouble()));
  return gap;
}

Factorization whole(Kind kind, const Eigen::MatrixXd& A, bool pivoting = true) {
  return wholeFactorization(startFactorization(kind, A, pivoting));
}

double conditionOf(const Eigen::MatrixXd& A) {
  return conditionNumber(*singularValueDecomposition(A), 0);
}

/// What may be left when all layers are taken off.
double rounding(const Factorization& f) {
  const double size = std::max(f.A.reshaped().stableNorm(), layersSize(f));
  return 32 * static_cast<double>(std::max(f.A.rows(), f.A.cols())) * epsilon * f.basisCondition * size;
}

} // namespace

/// Five factorizations, layer by layer, against SciPy and against what each of them promises.
class FactorizationTest : public QObject {
  Q_OBJECT

 private slots:
  void agreesWithNumpyAndScipy() {
    RandomNumbers random(51);
    std::vector<Eigen::MatrixXd> matrices;
    QJsonArray input;
    for (int i = 0; i < 200; ++i) {
      const int m = random.integer(1, 5);
      matrices.push_back(random.matrix(m, i % 2 == 0 ? m : random.integer(1, 5)));
      input.append(rowsJson(matrices.back()));
    }
    const PythonAnswer answer = runPython(oracle, QJsonDocument(input).toJson(QJsonDocument::Compact));
    QVERIFY2(answer.error.isEmpty(), qPrintable(answer.error));
    const QJsonArray answers = QJsonDocument::fromJson(answer.output).array();
    QCOMPARE(static_cast<std::size_t>(answers.size()), matrices.size());
    for (std::size_t i = 0; i < matrices.size(); ++i) {
      const Eigen::MatrixXd& A = matrices[i];
      const QJsonObject expected = answers[static_cast<qsizetype>(i)].toObject();
      // Factors are decided by A as far as its leading columns are independent.
      const double allowed =
          256 * epsilon * conditionOf(A) * conditionOf(A.leftCols(std::min(A.rows(), A.cols())));
      const Factorization lu = whole(Kind::Lu, A);
      QVERIFY(largestGap(lu.target, expected["lu"].toArray()[0]) == 0);
      QVERIFY(largestGap(lu.left, expected["lu"].toArray()[1]) <= allowed);
      QVERIFY(largestGap(lu.right, expected["lu"].toArray()[2]) <= allowed);
      const Factorization qr = whole(Kind::Qr, A);
      QVERIFY(largestGap(qr.left, expected["qr"].toArray()[0]) <= allowed);
      QVERIFY(largestGap(qr.right, expected["qr"].toArray()[1]) <= allowed);
      const Factorization svd = whole(Kind::Svd, A);
      for (Eigen::Index k = 0; k < svd.middle.size(); ++k)
        QVERIFY(std::abs(svd.middle(k) - expected["sigma"].toArray()[k].toDouble()) <=
                64 * epsilon * svd.middle(0));
      if (A.rows() != A.cols())
        continue;
      const Eigen::MatrixXd square = A * A.transpose();
      if (conditionOf(square) < 1e8)
        QVERIFY(largestGap(whole(Kind::Cholesky, (square + square.transpose()) / 2).left,
                           expected["cholesky"]) <= 1e4 * epsilon * conditionOf(square));
      const Factorization eigen = whole(Kind::Eigen, A);
      QCOMPARE(eigen.failure == Failure::ComplexPair, expected["complex"].toBool());
      if (!eigen.hasFailed())
        for (Eigen::Index k = 0; k < eigen.middle.size(); ++k)
          QVERIFY(std::abs(eigen.middle(k) - expected["eigenvalues"].toArray()[k].toDouble()) <=
                  256 * epsilon * eigen.basisCondition);
    }
  }

  void layersAddUpAtEveryScale() {
    RandomNumbers random(52);
    for (int i = 0; i < 300; ++i) {
      const int n = random.integer(1, 5);
      Eigen::MatrixXd A = random.matrix(n, i % 3 == 0 ? random.integer(1, 5) : n);
      if (i % 4 == 0)
        A = (A * 3).array().round(); // meets singular matrices and zero pivots
      if (i % 2 == 0 && A.rows() == A.cols())
        A = (A + A.transpose()).eval();
      A *= random.scale();
      for (const Kind kind : kinds)
        for (const bool pivoting : {true, false}) {
          Factorization f = startFactorization(kind, A, pivoting);
          while (!f.isFinished()) {
            f = factorizationStep(f);
            // No sum of k layers leaves less than that of the SVD (Eckart and Young).
            const auto svd = singularValueDecomposition(A);
            const double least = svd->sigma.tail(f.layers - f.done).stableNorm();
            QVERIFY(remainderAfter(f, f.done).reshaped().stableNorm() >= least - rounding(f));
          }
          if (f.hasFailed())
            continue;
          QCOMPARE(f.done, f.layers);
          QVERIFY(remainderAfter(f, f.done).reshaped().stableNorm() <= rounding(f));
        }
    }
  }

  void factorsHaveTheirForm() {
    RandomNumbers random(53);
    for (int i = 0; i < 200; ++i) {
      const int m = random.integer(1, 5);
      const int n = random.integer(1, 5);
      const Eigen::MatrixXd A = random.matrix(m, n);
      const Factorization lu = whole(Kind::Lu, A);
      QVERIFY(lu.left.cwiseAbs().maxCoeff() == 1); // multipliers of partial pivoting are at most 1
      for (int k = 0; k < lu.layers; ++k) {
        QCOMPARE(lu.left(k, k), 1.0);
        QVERIFY(lu.left.col(k).head(k).isZero(0) && lu.right.row(k).head(k).isZero(0));
        QCOMPARE(lu.target.row(k), A.row(lu.order[static_cast<std::size_t>(k)]));
      }
      const Factorization qr = whole(Kind::Qr, A);
      QVERIFY((qr.left.transpose() * qr.left).isIdentity(64 * epsilon));
      for (int k = 0; k < qr.layers; ++k)
        QVERIFY(qr.right(k, k) >= 0 && qr.right.row(k).head(k).isZero(0));
    }
  }

  void saysWhyThereAreNoFactors_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<QList<double>>("entries");
    QTest::addColumn<int>("failure");
    QTest::addColumn<int>("at");
    const auto row = [](const char* name, Kind kind, const QList<double>& entries, Failure failure, int at) {
      QTest::newRow(name) << static_cast<int>(kind) << entries << static_cast<int>(failure) << at;
    };
    row("zero pivot", Kind::Lu, {0, 1, 1, 0}, Failure::ZeroPivot, 0);
    row("a zero pivot over zeros does no harm", Kind::Lu, {0, 1, 0, 2}, Failure::None, -1);
    row("indefinite", Kind::Cholesky, {1, 2, 2, 1}, Failure::NotPositive, 1);
    row("semidefinite", Kind::Cholesky, {1, 2, 2, 4}, Failure::NotPositive, 1);
    row("not symmetric", Kind::Cholesky, {1, 2, 1, 4}, Failure::NotSymmetric, -1);
    row("a turn", Kind::Eigen, {0, -1, 1, 0}, Failure::ComplexPair, -1);
    row("a shear", Kind::Eigen, {1, 1, 0, 1}, Failure::Defective, -1);
    row("a shear in other coordinates", Kind::Eigen, {3, 1, -1, 1}, Failure::Defective, -1);
    row("not square", Kind::Eigen, {1, 2}, Failure::NotSquare, -1);
    row("not a number", Kind::Qr, {1, std::nan(""), 0, 1}, Failure::NotFinite, -1);
    row("zero", Kind::Eigen, {0, 0, 0, 0}, Failure::None, -1);
  }
  void saysWhyThereAreNoFactors() {
    QFETCH(int, kind);
    QFETCH(QList<double>, entries);
    QFETCH(int, failure);
    QFETCH(int, at);
    const Eigen::Index columns = 2;
    const Eigen::Index rows = entries.size() / columns;
    Eigen::MatrixXd A(rows, columns);
    for (Eigen::Index i = 0; i < A.size(); ++i)
      A(i / columns, i % columns) = entries[i];
    const Factorization f = whole(static_cast<Kind>(kind), A, false);
    QCOMPARE(static_cast<int>(f.failure), failure);
    QCOMPARE(f.failedAt, at);
    QVERIFY(f.isFinished());
  }

  void tinyPivotsDestroyWhatExchangesKeep() {
    const Eigen::Matrix2d A{{1e-20, 1}, {1, 1}};
    QCOMPARE(remainderAfter(whole(Kind::Lu, A, false), 2)(1, 1), 1.0);
    QVERIFY(remainderAfter(whole(Kind::Lu, A, true), 2).isZero(0));
    QCOMPARE(whole(Kind::Lu, A, true).swaps, 1);
  }

  void answersOddInput() {
    for (const Kind kind : kinds) {
      QVERIFY(whole(kind, Eigen::MatrixXd(0, 0)).isFinished());
      QVERIFY(!whole(kind, Eigen::MatrixXd::Constant(1, 1, 2.0)).hasFailed());
      QVERIFY(
          whole(kind, Eigen::MatrixXd::Constant(2, 2, std::numeric_limits<double>::infinity())).hasFailed());
    }
    QCOMPARE(factorizationFlops(Kind::Lu, 3, 3, false), 18.0);
    QCOMPARE(factorizationFlops(Kind::Qr, 2, 4, false), factorizationFlops(Kind::Qr, 4, 2, false));
  }
};

QTEST_GUILESS_MAIN(FactorizationTest)
#include "factorization.moc"
