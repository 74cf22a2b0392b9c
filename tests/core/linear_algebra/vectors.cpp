#include "core/linear_algebra/determinant.h"
#include "core/linear_algebra/norms.h"
#include "core/linear_algebra/span.h"
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

constexpr double epsilon = std::numeric_limits<double>::epsilon();
constexpr std::array<Norm, 3> allNorms{Norm::Sum, Norm::Euclidean, Norm::Largest};

const QString oracle = QStringLiteral(R"(
import json, sys
import numpy as np

answers = []
for case in json.load(sys.stdin):
    A = np.array(case["A"], dtype=float)
    x = A[:, 0]
    answers.append({
        "norms": [np.linalg.norm(x, order) for order in (1, 2, np.inf)],
        "rank": int(np.linalg.matrix_rank(A)),
        "coefficients": list(np.linalg.lstsq(A, np.array(case["b"], dtype=float), rcond=None)[0]),
        "area": float(np.sqrt(max(0.0, np.linalg.det(A[:, :2].T @ A[:, :2])))),
    })
json.dump(answers, sys.stdout)
)");

} // namespace

/// Norms, spans and the coefficients that reach a point, against NumPy and against their laws.
class VectorsTest : public QObject {
  Q_OBJECT

 private slots:
  void agreesWithNumpy() {
    RandomNumbers random(31);
    std::vector<Eigen::MatrixXd> matrices;
    std::vector<Eigen::VectorXd> targets;
    QJsonArray input;
    for (int i = 0; i < 300; ++i) {
      Eigen::MatrixXd A = random.matrix(random.integer(2, 5), random.integer(2, 3));
      if (i % 3 == 0)
        A = (A * 3).array().round(); // meets zero vectors and multiples
      if (i % 5 == 0)
        A.col(1) = 2 * A.col(0);
      const Eigen::VectorXd b = random.matrix(A.rows(), 1);
      input.append(QJsonObject{{"A", rowsJson(A)}, {"b", listJson(b)}});
      matrices.push_back(A);
      targets.push_back(b);
    }
    const PythonAnswer answer = runPython(oracle, QJsonDocument(input).toJson(QJsonDocument::Compact));
    QVERIFY2(answer.error.isEmpty(), qPrintable(answer.error));
    const QJsonArray answers = QJsonDocument::fromJson(answer.output).array();
    QCOMPARE(static_cast<std::size_t>(answers.size()), matrices.size());
    for (std::size_t i = 0; i < matrices.size(); ++i) {
      const Eigen::MatrixXd& A = matrices[i];
      const QJsonObject expected = answers[static_cast<qsizetype>(i)].toObject();
      for (std::size_t k = 0; k < allNorms.size(); ++k)
        QVERIFY(std::abs(norm(A.col(0), allNorms[k]) -
                         expected["norms"].toArray()[static_cast<qsizetype>(k)].toDouble()) <=
                8 * epsilon * 15);
      const Span span = spanOf(A);
      QCOMPARE(span.rank, expected["rank"].toInt());
      QCOMPARE(span.isIndependent, span.rank == A.cols());
      // The root of a difference of squares, as NumPy forms it here, keeps half of the digits near 0.
      QVERIFY(std::abs(parallelogramArea(A.col(0), A.col(1)) - expected["area"].toDouble()) <=
              std::sqrt(64 * epsilon) * A.squaredNorm());
      const Eigen::VectorXd c = coefficientsFor(A, targets[i]);
      const QJsonArray wanted = expected["coefficients"].toArray();
      QCOMPARE(wanted.size(), c.size());
      // Both are backward stable; what the columns leave undecided is the shortest in both.
      for (qsizetype k = 0; k < wanted.size(); ++k)
        QVERIFY(std::abs(wanted[k].toDouble() - c(k)) <= 1e-9 * (1 + c.norm() * c.norm()));
    }
  }

  void coefficientsReachWhatTheColumnsReach() {
    RandomNumbers random(32);
    for (int i = 0; i < 300; ++i) {
      const double scale = random.scale();
      const Eigen::MatrixXd A = scale * random.matrix(3, random.integer(1, 3));
      const Eigen::VectorXd c = random.matrix(A.cols(), 1);
      const Eigen::VectorXd again = coefficientsFor(A, A * c);
      // Backward stable: the point that is reached is off by some eps ‖A‖‖c‖.
      QVERIFY((A * again - A * c).stableNorm() <= 64 * epsilon * A.stableNorm() * (c.norm() + again.norm()));
    }
  }

  void normsKeepTheirLaws() {
    RandomNumbers random(33);
    for (int i = 0; i < 300; ++i) {
      const Eigen::Index n = random.integer(1, 6);
      const double scale = random.scale();
      const Eigen::VectorXd x = scale * random.matrix(n, 1);
      const Eigen::VectorXd y = scale * random.matrix(n, 1);
      const double sum = norm(x, Norm::Sum);
      const double euclidean = norm(x, Norm::Euclidean);
      const double largest = norm(x, Norm::Largest);
      const double slack = 16 * epsilon * sum;
      QVERIFY(largest <= euclidean + slack && euclidean <= sum + slack);
      QVERIFY(sum <= std::sqrt(static_cast<double>(n)) * euclidean + slack);
      for (const Norm which : allNorms) {
        QVERIFY(norm(x + y, which) <= norm(x, which) + norm(y, which) + 2 * slack);
        QVERIFY(std::abs(norm(unitVector(x, which), which) - 1) <= 16 * epsilon);
      }
    }
    QVERIFY(unitVector(Eigen::Vector2d::Zero(), Norm::Sum).hasNaN());
    QCOMPARE(norm(Eigen::Vector2d(3e200, 4e200), Norm::Euclidean), 5e200);
    QCOMPARE(unitVector(Eigen::Vector2d(3e-320, 0), Norm::Sum)(0), 1.0);
    QCOMPARE(unitVector(Eigen::Vector2d(1e308, 1e308), Norm::Sum)(0), 0.5);
    QVERIFY(std::isnan(norm(Eigen::Vector2d(1, std::nan("")), Norm::Largest)));
    QCOMPARE(norm(Eigen::VectorXd(0), Norm::Euclidean), 0.0);
  }

  void ballsAreWhatTheyAreCalled() {
    for (const Norm which : allNorms) {
      const auto outline = ballOutline(which, 2.5);
      QCOMPARE(outline.front(), outline.back());
      for (const Eigen::Vector2d& point : outline)
        QVERIFY(std::abs(norm(point, which) - 2.5) <= 8 * epsilon * 2.5);
    }
  }

  void areaIsTheDeterminantInThePlaneAndTheCrossProductInSpace() {
    RandomNumbers random(34);
    for (int i = 0; i < 300; ++i) {
      const Eigen::Matrix2d A = random.matrix(2, 2);
      QVERIFY(std::abs(parallelogramArea(A.col(0), A.col(1)) - std::abs(determinant(A))) <=
              32 * epsilon * A.squaredNorm());
    }
    QCOMPARE(parallelogramArea(Eigen::Vector3d(1, 0, 0), Eigen::Vector3d(1, 2, 0)), 2.0);
    QCOMPARE(parallelogramArea(Eigen::Vector3d(1, 2, 3), Eigen::Vector3d::Zero()), 0.0);
    QVERIFY(parallelogramArea(Eigen::Vector3d(0.1, 0.2, 0.3), Eigen::Vector3d(0.3, 0.6, 0.9)) <= 8 * epsilon);
    QVERIFY(std::isnan(parallelogramArea(Eigen::Vector2d(1, 2), Eigen::Vector2d(std::nan(""), 0))));
    QCOMPARE(angleBetween(Eigen::Vector3d(2e200, 0, 0), Eigen::Vector3d(0, 0, 3e-200)), 90.0);
    QCOMPARE(angleBetween(Eigen::Vector2d(1, 1), Eigen::Vector2d(-2, -2)), 180.0);
    // The cosine of so small an angle is 1: an arccosine would say 0.
    QVERIFY(std::abs(angleBetween(Eigen::Vector2d(1, 0), Eigen::Vector2d(1, 1e-9)) * 1.7453292519943295e-2 -
                     1e-9) <= 4 * epsilon);
    QVERIFY(std::isnan(angleBetween(Eigen::Vector2d(1, 0), Eigen::Vector2d::Zero())));
    QCOMPARE(spanOf(Eigen::MatrixXd::Zero(3, 2)).rank, 0);
    QCOMPARE(spanOf(Eigen::MatrixXd::Constant(2, 2, std::nan(""))).rank, 0);
  }
};

QTEST_GUILESS_MAIN(VectorsTest)
#include "vectors.moc"
