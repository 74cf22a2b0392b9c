#include "core/linear_algebra/projection.h"

#include "core/linear_algebra/gram_schmidt.h"
#include "tests/core/python_process.h"
#include "tests/core/random_numbers.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QTest>

#include <cmath>
#include <limits>
#include <vector>

using namespace eigenboard::linear_algebra;
using namespace eigenboard::tests;

namespace {

constexpr double epsilon = std::numeric_limits<double>::epsilon();

/// Decimals of 120 digits and any exponent: the truth to a double, at any scale.
const QString oracle = QStringLiteral(R"(
import json, sys
from decimal import Decimal, getcontext
import numpy as np

getcontext().prec = 120
getcontext().Emax, getcontext().Emin = 10**6, -10**6
answers = []
for case in json.load(sys.stdin):
    u, v = ([Decimal(float(x)) for x in case[key]] for key in "uv")
    b = Decimal(float(case["b"]))
    dot = sum(x * y for x, y in zip(u, v))
    uu, vv = sum(x * x for x in u), sum(x * x for x in v)
    residual = sum((y - dot / uu * x) ** 2 for x, y in zip(u, v)).sqrt()
    answers.append({
        "coefficient": float(dot / uu),
        "component": float(dot / uu.sqrt()),
        "cosine": float(dot / (uu * vv).sqrt()),
        "residual": float(residual),
        "gap": float((uu * vv).sqrt() - abs(dot)),
        "distance": float((dot + b) / uu.sqrt()),
    })
    A = np.array([float(x) for x in case["A"]]).reshape(case["rows"], case["columns"], order="F")
    Q, R = np.linalg.qr(A)
    signs = np.where(np.diag(R) < 0, -1.0, 1.0)
    answers[-1]["Q"] = list((Q * signs).ravel(order="F"))
    answers[-1]["R"] = list((signs[:, None] * R).ravel(order="F"))
json.dump(answers, sys.stdout)
)");

struct ProjectionCase {
  Eigen::VectorXd u;
  Eigen::VectorXd v;
  double b;
  Eigen::MatrixXd A;
};

std::vector<ProjectionCase> cases() {
  RandomNumbers random(31);
  std::vector<ProjectionCase> list;
  for (int i = 0; i < 400; ++i) {
    const int n = random.integer(1, 6);
    const int columns = random.integer(1, n);
    const double scale = random.scale();
    list.push_back({random.matrix(n, 1) * scale, random.matrix(n, 1) * random.scale(),
                    random.uniform(-1, 1) * scale, random.matrix(n, columns)});
  }
  return list;
}

QJsonArray toJson(const Eigen::Ref<const Eigen::MatrixXd>& entries) {
  QJsonArray array;
  for (const double entry : entries.reshaped())
    array.append(QString::number(entry, 'g', 17));
  return array;
}

GramSchmidt finished(const Eigen::MatrixXd& A) {
  GramSchmidt state = gramSchmidtStart(A);
  while (!state.isFinished())
    state = gramSchmidtStep(std::move(state));
  return state;
}

} // namespace

class ProjectionTest : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    cases_ = cases();
    QJsonArray input;
    for (const ProjectionCase& one : cases_)
      input.append(QJsonObject{{"u", toJson(one.u)},
                               {"v", toJson(one.v)},
                               {"b", QString::number(one.b, 'g', 17)},
                               {"A", toJson(one.A)},
                               {"rows", int(one.A.rows())},
                               {"columns", int(one.A.cols())}});
    const PythonAnswer answer = runPython(oracle, QJsonDocument(input).toJson(QJsonDocument::Compact));
    QVERIFY2(answer.error.isEmpty(), qPrintable(answer.error));
    answers_ = QJsonDocument::fromJson(answer.output).array();
    QCOMPARE(answers_.size(), static_cast<qsizetype>(cases_.size()));
  }

  void shadowsAnglesAndDistancesAreExactToSomeRoundings() {
    for (std::size_t i = 0; i < cases_.size(); ++i) {
      const auto& [u, v, b, A] = cases_[i];
      const QJsonObject truth = answers_[static_cast<qsizetype>(i)].toObject();
      // Sums of n products, a quotient and a root.
      const double rounding = 4.0 * static_cast<double>(u.size() + 4) * epsilon;
      const double sizeOfU = u.stableNorm();
      const double sizeOfV = v.stableNorm();
      const LineProjection projection = projectOntoLine(v, u);
      const auto agrees = [&truth](const char* key, double value, double allowed) {
        const double expected = truth[QLatin1String(key)].toDouble();
        return std::abs(value - expected) <= allowed || (std::isinf(value) && value == expected);
      };
      // A coefficient below the normal range has lost its last digits to it.
      QVERIFY(agrees("coefficient", projection.coefficient,
                     rounding * (sizeOfV / sizeOfU) + std::numeric_limits<double>::denorm_min()));
      QVERIFY(agrees("component", componentAlong(u, v), rounding * sizeOfV));
      QVERIFY(agrees("cosine", cosineSimilarity(u, v), rounding));
      QVERIFY(agrees("residual", projection.residual.stableNorm(), rounding * sizeOfV));
      QVERIFY(agrees("gap", cauchySchwarzGap(u, v), rounding * sizeOfU * sizeOfV));
      QVERIFY(
          agrees("distance", distanceFromHyperplane(u, b, v), rounding * (sizeOfV + std::abs(b / sizeOfU))));
    }
  }

  void residualStandsAtARightAngleAndIsLeast() {
    for (const auto& [u, v, b, A] : cases_) {
      const LineProjection projection = projectOntoLine(v, u);
      const double size = v.stableNorm();
      const double rounding = 4.0 * static_cast<double>(u.size() + 4) * epsilon * size;
      const Eigen::VectorXd unit = u.stableNormalized();
      QVERIFY(std::abs(unit.dot(projection.residual)) <= rounding);
      QVERIFY((projection.shadow + projection.residual - v).stableNorm() <= rounding);
      for (const double beside : {-0.1, -1e-3, 1e-3, 0.1}) {
        const Eigen::VectorXd elsewhere = projection.shadow + beside * size * unit;
        QVERIFY((v - elsewhere).stableNorm() >= projection.residual.stableNorm() - rounding);
      }
      // Once is enough: a projection is idempotent.
      QVERIFY((projectOntoLine(projection.shadow, u).shadow - projection.shadow).stableNorm() <= rounding);
    }
  }

  void degenerateVectorsHaveAnAnswer() {
    const Eigen::Vector2d zero(0, 0);
    const Eigen::Vector2d u(3, 1);
    QVERIFY(std::isnan(projectOntoLine(u, zero).coefficient));
    QVERIFY(projectOntoLine(u, zero).shadow.isZero(0));
    QVERIFY(projectOntoLine(u, zero).residual == u);
    QCOMPARE(projectOntoLine(zero, u).coefficient, 0.0);
    QVERIFY(std::isnan(cosineSimilarity(zero, u)));
    QVERIFY(std::isnan(cosineSimilarity(u, Eigen::Vector2d(std::nan(""), 1))));
    QVERIFY(std::isnan(distanceFromHyperplane(zero, 1, u)));
    QCOMPARE(componentAlong(zero, u), 0.0);
    QCOMPARE(cauchySchwarzGap(zero, u), 0.0);
    QVERIFY(std::isnan(cauchySchwarzGap(Eigen::Vector2d(std::nan(""), 1), u)));
    // Where the products leave the range of double the gap need not: 1e-200 · 1e200 and no more.
    QCOMPARE(cauchySchwarzGap(Eigen::Vector2d(1e200, 0), Eigen::Vector2d(1e200, 0)), 0.0);
    QVERIFY(std::abs(cauchySchwarzGap(Eigen::Vector2d(1e200, 0), Eigen::Vector2d(0, 1e-200)) - 1) <=
            4 * epsilon);
  }

  void roundingOfAZeroIsZero() {
    RandomNumbers random(32);
    for (int trial = 0; trial < 500; ++trial) {
      // Decimals, so that neither the multiple nor the right angle is exact in binary.
      const Eigen::Vector2d u(random.integer(1, 80) * 0.05, random.integer(-80, 80) * 0.05);
      const double multiple = random.integer(-40, 40) * 0.05;
      QVERIFY(projectOntoLine(multiple * u, u).residual.isZero(0));
      const Eigen::Vector2d across(-u.y() * 0.7, u.x() * 0.7);
      QVERIFY(projectOntoLine(across, u).shadow.isZero(0));
      const double b = -(u.x() * 0.3 + u.y() * 0.7);
      QCOMPARE(distanceFromHyperplane(u, b, Eigen::Vector2d(0.3, 0.7)), 0.0);
      // A step that a reader can make is none.
      QVERIFY(!projectOntoLine(u + Eigen::Vector2d(0, 1e-12), u).residual.isZero(0));
    }
  }

  void gramSchmidtGivesTheFactorsOfNumpy() {
    int compared = 0;
    for (std::size_t i = 0; i < cases_.size(); ++i) {
      const Eigen::MatrixXd& A = cases_[i].A;
      const QJsonObject truth = answers_[static_cast<qsizetype>(i)].toObject();
      const GramSchmidt state = finished(A);
      QCOMPARE(state.column, A.cols());
      const double rounding = 32.0 * static_cast<double>(A.rows()) * epsilon;
      QVERIFY((state.Q * state.R - A).norm() <= rounding * A.norm());
      // Directions are known as far as the columns are independent: the last lengths tell.
      const double condition = A.norm() / state.R.diagonal().minCoeff();
      const Eigen::MatrixXd identity = Eigen::MatrixXd::Identity(A.cols(), A.cols());
      QVERIFY((state.Q.transpose() * state.Q - identity).norm() <= rounding * condition * condition);
      const QJsonArray Q = truth["Q"].toArray();
      const QJsonArray R = truth["R"].toArray();
      for (Eigen::Index k = 0; k < state.Q.size(); ++k, ++compared)
        QVERIFY(std::abs(Q[k].toDouble() - state.Q.reshaped()(k)) <= rounding * condition * condition);
      for (Eigen::Index k = 0; k < state.R.size(); ++k)
        QVERIFY(std::abs(R[k].toDouble() - state.R.reshaped()(k)) <= rounding * condition * A.norm());
    }
    QVERIFY(compared > 1000);
  }

  void eachStepDoesOneThing() {
    RandomNumbers random(33);
    const Eigen::MatrixXd A = random.matrix(4, 3);
    GramSchmidt state = gramSchmidtStart(A);
    std::vector<GramSchmidtAction> actions;
    while (!state.isFinished()) {
      const GramSchmidt before = state;
      state = gramSchmidtStep(state);
      actions.push_back(state.last);
      const Eigen::Index j = before.column;
      if (state.last == GramSchmidtAction::Normalized)
        QVERIFY(std::abs(state.Q.col(j).norm() - 1) <= 4 * epsilon);
      else
        QVERIFY(std::abs(state.Q.col(before.against).dot(state.Q.col(j))) <= 16 * epsilon);
    }
    using enum GramSchmidtAction;
    QCOMPARE(actions, (std::vector{Normalized, Subtracted, Normalized, Subtracted, Subtracted, Normalized}));
    QCOMPARE(gramSchmidtStep(state).last, state.last);
  }

  void dependentColumnsEndTheProcess() {
    Eigen::MatrixXd A(2, 2);
    A << 3, 1.5, 1, 0.5;
    QCOMPARE(finished(A).column, Eigen::Index(1));
    QCOMPARE(finished(A).last, GramSchmidtAction::FoundDependent);
    QCOMPARE(finished(A * 1e-200).column, Eigen::Index(1));
    A.col(0).setZero();
    QCOMPARE(finished(A).column, Eigen::Index(0));
    // More columns than the space has dimensions.
    QCOMPARE(finished(Eigen::MatrixXd{{1, 2, 5}, {3, 4, 6}}).column, Eigen::Index(2));
    QVERIFY(finished(Eigen::MatrixXd(3, 0)).isFinished());
  }

 private:
  std::vector<ProjectionCase> cases_;
  QJsonArray answers_;
};

QTEST_GUILESS_MAIN(ProjectionTest)
#include "projection.moc"
