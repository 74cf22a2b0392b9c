#include "core/linear_algebra/elimination.h"
#include "core/linear_algebra/geometry.h"
#include "core/linear_algebra/linear_system.h"
#include "tests/core/json_numbers.h"
#include "tests/core/python_process.h"
#include "tests/core/random_numbers.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QTest>

#include <cmath>
#include <limits>

using namespace eigenboard::linear_algebra;
using namespace eigenboard::tests;

namespace {

constexpr double epsilon = std::numeric_limits<double>::epsilon();

/// A of a rank that is built in by whole numbers, which no product of these sizes rounds.
Eigen::MatrixXd wholeMatrix(RandomNumbers& random, int m, int n, int rank) {
  Eigen::MatrixXd left(m, rank);
  Eigen::MatrixXd right(rank, n);
  for (double& entry : left.reshaped())
    entry = random.integer(-3, 3);
  for (double& entry : right.reshaped())
    entry = random.integer(-3, 3);
  return left * right;
}

/// Exact: ranks, and the reduced row echelon form, in fractions; and the shortest least-squares solution.
const QString exactly = QStringLiteral(R"(
import json, sys
from fractions import Fraction
import numpy as np

def rref(rows, columns):
    rows = [[Fraction(v) for v in row] for row in rows]
    rank = 0
    for c in range(columns):
        pivot = next((r for r in range(rank, len(rows)) if rows[r][c] != 0), None)
        if pivot is None:
            continue
        rows[rank], rows[pivot] = rows[pivot], rows[rank]
        rows[rank] = [v / rows[rank][c] for v in rows[rank]]
        for r in range(len(rows)):
            if r != rank:
                rows[r] = [a - rows[r][c] * b for a, b in zip(rows[r], rows[rank])]
        rank += 1
    return rank, rows

answers = []
for case in json.load(sys.stdin):
    A = case["A"]
    b = [row[0] for row in case["b"]]
    both = [row + [v] for row, v in zip(A, b)]
    rank, rows = rref(both, len(A[0]))
    x = np.linalg.lstsq(np.array(A), np.array(b), rcond=1e-12)[0]
    answers.append({"rank": rank, "augmented": rref(both, len(A[0]) + 1)[0],
                    "rows": [[float(v) for v in row] for row in rows], "x": list(x)})
json.dump(answers, sys.stdout)
)");

struct Case {
  Eigen::MatrixXd A;
  Eigen::VectorXd b;
  QJsonObject answer;
};

} // namespace

class LinearSystemsTest : public QObject {
  Q_OBJECT

  std::vector<Case> cases_;

 private slots:
  void initTestCase() {
    RandomNumbers random(31);
    QJsonArray asked;
    for (int trial = 0; trial < 400; ++trial) {
      const int m = random.integer(1, 4);
      const int n = random.integer(1, 4);
      Case one{wholeMatrix(random, m, n, random.integer(1, std::min(m, n))), Eigen::VectorXd(m), {}};
      for (double& entry : one.b)
        entry = random.integer(-4, 4);
      if (trial % 2 == 0)
        one.b = one.A * Eigen::VectorXd::Constant(n, random.integer(-2, 2));
      asked.append(QJsonObject{{"A", rowsJson(one.A)}, {"b", rowsJson(one.b)}});
      cases_.push_back(one);
    }
    const PythonAnswer answer = runPython(exactly, QJsonDocument(asked).toJson(QJsonDocument::Compact));
    QVERIFY2(answer.error.isEmpty(), qPrintable(answer.error));
    const QJsonArray answers = QJsonDocument::fromJson(answer.output).array();
    QCOMPARE(static_cast<std::size_t>(answers.size()), cases_.size());
    for (std::size_t i = 0; i < cases_.size(); ++i)
      cases_[i].answer = answers[static_cast<qsizetype>(i)].toObject();
  }

  void ranksAreThoseOfExactFractions() {
    RandomNumbers random(5);
    for (const Case& one : cases_) {
      // The scales of A and b are free of each other, and change no rank.
      const auto system = solveLinearSystem(one.A * random.scale(), one.b * random.scale());
      QVERIFY(system);
      const int rank = one.answer[QLatin1String("rank")].toInt();
      const int augmented = one.answer[QLatin1String("augmented")].toInt();
      QCOMPARE(system->rank, rank);
      QCOMPARE(system->augmentedRank, augmented);
      QCOMPARE(system->kind, augmented > rank       ? SolutionKind::None
                             : rank == one.A.cols() ? SolutionKind::Unique
                                                    : SolutionKind::Infinite);
    }
  }

  void theSolutionIsTheShortestOfLeastSquares() {
    for (const Case& one : cases_) {
      const auto system = solveLinearSystem(one.A, one.b);
      QVERIFY(system);
      const QJsonArray expected = one.answer[QLatin1String("x")].toArray();
      const double allowed =
          256 * epsilon * system->workingCondition * system->workingCondition * (1 + system->solution.norm());
      for (Eigen::Index i = 0; i < system->solution.size(); ++i)
        QVERIFY(std::abs(system->solution(i) - expected[static_cast<qsizetype>(i)].toDouble()) <= allowed);
      // Both ways round b, and the way over x what x is off by as well.
      QVERIFY(std::abs(system->leastResidual - (one.b - one.A * system->solution).norm()) <=
              allowed * system->norm + 64 * epsilon * one.b.norm());
      QCOMPARE(system->directions.cols(), one.A.cols() - system->rank);
      QVERIFY((one.A * system->directions).norm() <= 64 * epsilon * system->norm);
    }
  }

  void eliminationEndsAtTheExactReducedForm() {
    for (const Case& one : cases_) {
      Elimination elimination = startElimination(one.A, one.b);
      int steps = 0;
      for (; nextOperation(elimination); ++steps) {
        QVERIFY(steps < 40);
        elimination = eliminated(elimination);
        QVERIFY(elimination.last);
      }
      const QJsonArray rows = one.answer[QLatin1String("rows")].toArray();
      const bool isContradictory =
          one.answer[QLatin1String("augmented")].toInt() > one.answer[QLatin1String("rank")].toInt();
      // Rows without a pivot are compared by what they say: 0 = 0 or a contradiction. With a contradiction
      // at hand the constants depend on the order of pivots.
      for (Eigen::Index i = 0; i < one.A.rows(); ++i) {
        const QJsonArray row = rows[static_cast<qsizetype>(i)].toArray();
        const bool hasPivot = i < one.answer[QLatin1String("rank")].toInt();
        for (Eigen::Index j = 0; j < elimination.unknowns(); ++j)
          QVERIFY(std::abs(elimination.rows(i, j) - row[static_cast<qsizetype>(j)].toDouble()) <=
                  1e4 * epsilon);
        if (hasPivot && !isContradictory)
          QVERIFY(std::abs(elimination.rows(i, elimination.unknowns()) -
                           row[static_cast<qsizetype>(elimination.unknowns())].toDouble()) <= 1e5 * epsilon);
      }
      const bool contradicts = [&] {
        for (Eigen::Index i = 0; i < one.A.rows(); ++i)
          if (elimination.rows.row(i).head(elimination.unknowns()).isZero(0) &&
              elimination.rows(i, elimination.unknowns()) != 0)
            return true;
        return false;
      }();
      QCOMPARE(contradicts, isContradictory);
      // At the end there is nothing to do.
      QCOMPARE(eliminated(elimination).rows, elimination.rows);
    }
  }

  void theBackwardErrorIsThatOfTheNearestSystem() {
    // For x = 0 all of b is missed, and A cannot help: the least change is the whole of b.
    const auto far = solveLinearSystem(Eigen::MatrixXd{{1}, {1}}, Eigen::Vector2d(1, -1));
    QVERIFY(far && std::abs(far->backwardError - 1) <= 4 * epsilon);
    const auto exact = solveLinearSystem(Eigen::Matrix2d{{2, 0}, {0, 4}}, Eigen::Vector2d(2, 4));
    QVERIFY(exact && exact->backwardError <= epsilon);
    // A + E with E = r xᵀ · ‖A‖/(‖x‖ s), b − r ‖b‖/s and s = ‖A‖‖x‖ + ‖b‖ has x as its exact solution.
    RandomNumbers random(9);
    for (int trial = 0; trial < 100; ++trial) {
      const Eigen::MatrixXd A = random.matrix(4, 2);
      const Eigen::VectorXd b = random.matrix(4, 1);
      const auto system = solveLinearSystem(A, b);
      QVERIFY(system);
      const double x = system->solution.norm();
      const double s = system->norm * x + b.norm();
      const Eigen::MatrixXd E = system->residual * system->solution.transpose() * (system->norm / (x * s));
      const Eigen::VectorXd f = system->residual * (-b.norm() / s);
      QVERIFY(((A + E) * system->solution - b - f).norm() <= 64 * epsilon);
      QVERIFY(std::abs(f.norm() / b.norm() - system->backwardError) <= 16 * epsilon);
      QVERIFY(std::abs(E.norm() / system->norm - system->backwardError) <= 16 * epsilon);
    }
  }

  void refuseWhatHasNoAnswer() {
    const double notANumber = std::numeric_limits<double>::quiet_NaN();
    QVERIFY(!solveLinearSystem(Eigen::Matrix2d::Identity(), Eigen::Vector3d::Zero()));
    QVERIFY(!solveLinearSystem(Eigen::Matrix2d::Identity(), Eigen::Vector2d(0, notANumber)));
    QVERIFY(!solveLinearSystem(Eigen::Matrix2d::Constant(notANumber), Eigen::Vector2d::Zero()));
    QVERIFY(!solveLinearSystem(Eigen::MatrixXd(0, 0), Eigen::VectorXd(0)));
    const auto nothing = solveLinearSystem(Eigen::Matrix2d::Zero(), Eigen::Vector2d::Zero());
    QVERIFY(nothing && nothing->kind == SolutionKind::Infinite && nothing->directions.cols() == 2);
    QCOMPARE(nothing->backwardError, 0.0);
  }

  void linesEndAtTheSidesOfTheBox() {
    const Eigen::Vector2d corner(2, 1);
    const auto slanted = lineInBox(Eigen::Vector2d(0, 0), Eigen::Vector2d(1e-200, 1e-200), -corner, corner);
    QVERIFY(slanted);
    QVERIFY(((*slanted)[0] - Eigen::Vector2d(-1, -1)).norm() <= 4 * epsilon);
    QVERIFY(((*slanted)[1] - Eigen::Vector2d(1, 1)).norm() <= 4 * epsilon);
    const auto level = lineInBox(Eigen::Vector2d(5, 0.5), Eigen::Vector2d(-3, 0), -corner, corner);
    QVERIFY(level && (*level)[0] == Eigen::Vector2d(2, 0.5) && (*level)[1] == Eigen::Vector2d(-2, 0.5));
    QVERIFY(!lineInBox(Eigen::Vector2d(0, 3), Eigen::Vector2d(1, 0), -corner, corner));
    QVERIFY(!lineInBox(Eigen::Vector2d(0, 4), Eigen::Vector2d(1, 1), -corner, corner));
    QVERIFY(!lineInBox(Eigen::Vector2d(0, 0), Eigen::Vector2d(0, 0), -corner, corner));
    QVERIFY(!lineInBox(Eigen::Vector2d(0, std::nan("")), Eigen::Vector2d(0, 1), -corner, corner));
  }
};

QTEST_GUILESS_MAIN(LinearSystemsTest)
#include "linear_systems.moc"
