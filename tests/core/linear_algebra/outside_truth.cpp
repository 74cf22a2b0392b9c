#include "core/linear_algebra/determinant.h"
#include "core/linear_algebra/low_rank.h"
#include "core/linear_algebra/power_iteration.h"
#include "core/linear_algebra/qr_iteration.h"
#include "core/linear_algebra/singular_values.h"
#include "core/linear_algebra/spectrum.h"
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

/// The 2×2 results come from decimals with more digits than any double or product of two has, so they are the
/// truth; the rest from NumPy.
const QString oracle = QStringLiteral(R"(
import json, sys
from decimal import Decimal, getcontext
import numpy as np

getcontext().prec = 1600
getcontext().Emax, getcontext().Emin = 10**6, -10**6
answers = []
for case in json.load(sys.stdin):
    A = np.array([float.fromhex(x) for x in case["A"]]).reshape(case["rows"], case["columns"])
    answer = {"sigma": list(np.linalg.svd(A, compute_uv=False)), "rank": int(np.linalg.matrix_rank(A))}
    U, s, Vt = np.linalg.svd(A, full_matrices=False)
    answer["low_rank"] = [
        [np.linalg.norm(A - U[:, :k] * s[:k] @ Vt[:k], order) for order in (2, "fro")] for k in range(len(s))
    ]
    if A.shape == (2, 2):
        a, b, c, d = (Decimal(float(x)) for x in A.ravel())
        quarter = ((a - d) / 2) ** 2 + b * c
        mean = (a + d) / 2
        answer["det"] = float(a * d - b * c)
        root = abs(quarter).sqrt()
        if quarter < 0:
            answer["eigenvalues"] = [float(mean), float(root), float(mean), -float(root)]
        else:
            pair = sorted([mean + root, mean - root], key=lambda z: (abs(z), z), reverse=True)
            answer["eigenvalues"] = [float(pair[0]), 0.0, float(pair[1]), 0.0]
    if A.shape[0] == A.shape[1]:
        Q, R = np.linalg.qr(A)
        signs = np.where(np.diag(R) < 0, -1.0, 1.0)
        answer["R"] = list((signs[:, None] * R).ravel())
        v = np.array(case["v"])
        answer["rayleigh"] = v @ A @ v / (v @ v)
    answers.append(answer)
json.dump(answers, sys.stdout)
)");

struct Case {
  Eigen::MatrixXd A;
  Eigen::VectorXd v;
};

std::vector<Case> cases() {
  RandomNumbers random(20);
  std::vector<Case> list;
  for (int i = 0; i < 600; ++i) {
    const int n = i % 2 == 0 ? 2 : random.integer(1, 6);
    const int m = i % 2 == 0 || i % 3 == 0 ? n : random.integer(1, 6);
    Eigen::MatrixXd A = random.matrix(m, n);
    // Grids of small integers meet double roots, zero eigenvalues and singular matrices; graded ones stress
    // scaling.
    if (i % 8 == 0)
      A = (A * 4).array().round();
    if (i % 8 == 2)
      A.col(0) *= std::pow(10.0, random.integer(-30, 30));
    A *= random.scale();
    list.push_back({A, random.matrix(n, 1)});
  }
  return list;
}

QJsonObject toJson(const Case& one) {
  QJsonArray entries;
  for (Eigen::Index row = 0; row < one.A.rows(); ++row)
    for (Eigen::Index column = 0; column < one.A.cols(); ++column)
      entries.append(QString::fromStdString([&] {
        char text[40];
        std::snprintf(text, sizeof text, "%a", one.A(row, column));
        return std::string(text);
      }()));
  QJsonArray v;
  for (const double coordinate : one.v)
    v.append(coordinate);
  return {{"A", entries}, {"rows", int(one.A.rows())}, {"columns", int(one.A.cols())}, {"v", v}};
}

} // namespace

class OutsideTruthTest : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    cases_ = cases();
    QJsonArray input;
    for (const Case& one : cases_)
      input.append(toJson(one));
    const PythonAnswer answer = runPython(oracle, QJsonDocument(input).toJson(QJsonDocument::Compact));
    QVERIFY2(answer.error.isEmpty(), qPrintable(answer.error));
    answers_ = QJsonDocument::fromJson(answer.output).array();
    QCOMPARE(answers_.size(), static_cast<qsizetype>(cases_.size()));
  }

  void singularValuesAndRank() {
    for (std::size_t i = 0; i < cases_.size(); ++i) {
      const auto svd = singularValueDecomposition(cases_[i].A);
      QVERIFY(svd);
      const QJsonArray sigma = answerTo(i)["sigma"].toArray();
      QCOMPARE(sigma.size(), svd->sigma.size());
      // Both algorithms are backward stable: each is within some n·eps·sigma_max of the truth.
      const double rounding = 64 * epsilon * svd->sigma(0);
      for (qsizetype k = 0; k < sigma.size(); ++k)
        QVERIFY2(std::abs(sigma[k].toDouble() - svd->sigma(k)) <= rounding, qPrintable(QString::number(i)));
      // A singular value as near to the tolerance as the two may differ is a rank that rounding decides.
      const double tolerance = rankTolerance(*svd);
      const bool decided = ((svd->sigma.array() - tolerance).abs() > rounding).all() || svd->sigma(0) == 0;
      const int rank = numericalRank(*svd, tolerance);
      if (decided)
        QCOMPARE(answerTo(i)["rank"].toInt(), rank);
      else
        QVERIFY(numericalRank(*svd, tolerance + rounding) <= answerTo(i)["rank"].toInt());
    }
  }

  void distancesOfTheNearestMatrices() {
    for (std::size_t i = 0; i < cases_.size(); ++i) {
      const auto svd = singularValueDecomposition(cases_[i].A);
      const double rounding = 64 * epsilon * cases_[i].A.stableNorm();
      const QJsonArray distances = answerTo(i)["low_rank"].toArray();
      QCOMPARE(distances.size(), svd->sigma.size());
      for (int k = 0; k < distances.size(); ++k) {
        const double spectral = distances[k][0].toDouble();
        QVERIFY(std::abs(nextSingularValue(*svd, k) - spectral) <= rounding);
        QVERIFY(std::abs(spectralNorm(cases_[i].A - lowRank(*svd, k)) - spectral) <= rounding);
        QVERIFY(std::abs(discardedNorm(*svd, k) - distances[k][1].toDouble()) <= rounding);
      }
    }
  }

  void determinantsAreExactToARounding() {
    for (std::size_t i = 0; i < cases_.size(); ++i) {
      if (!answerTo(i).contains("det"))
        continue;
      const double expected = answerTo(i)["det"].toDouble();
      // Two roundings of the fused difference and one of the decimal; below the normal range, the least
      // number.
      const double rounding = 2 * epsilon * std::abs(expected) + std::numeric_limits<double>::denorm_min();
      QVERIFY(std::abs(determinant(cases_[i].A) - expected) <= rounding);
    }
  }

  void eigenvaluesAreExactToSomeRoundings() {
    int repeated = 0;
    for (std::size_t i = 0; i < cases_.size(); ++i) {
      if (!answerTo(i).contains("eigenvalues"))
        continue;
      const QJsonArray expected = answerTo(i)["eigenvalues"].toArray();
      const auto result = spectrum(cases_[i].A);
      QVERIFY(result);
      for (int k = 0; k < 2; ++k) {
        const std::complex<double> truth(expected[2 * k].toDouble(), expected[2 * k + 1].toDouble());
        const std::complex<double> error = result->eigenvalues[static_cast<std::size_t>(k)] - truth;
        if (result->kind == SpectrumKind::Repeated) {
          // Taken as one: the truth is no further apart than the last places of the entries can move it.
          const Eigen::Matrix2d A = cases_[i].A / cases_[i].A.cwiseAbs().maxCoeff();
          const double p = (A(0, 0) - A(1, 1)) / 2;
          const double rounding =
              4 * epsilon * (std::abs(p) * A.diagonal().cwiseAbs().maxCoeff() + std::abs(A(0, 1) * A(1, 0)));
          QVERIFY(std::abs(error) / cases_[i].A.cwiseAbs().maxCoeff() <=
                  std::sqrt(2 * rounding) + 4 * epsilon);
          ++repeated;
          continue;
        }
        // The larger eigenvalue takes four roundings, the smaller a quotient more.
        const double rounding = 8 * epsilon * std::abs(truth);
        QVERIFY2(std::abs(error) <= rounding,
                 qPrintable(QString("case %1: %2").arg(i).arg(std::abs(error) / std::abs(truth))));
      }
    }
    QVERIFY(repeated > 4);
  }

  void qrFactorsAndRayleighQuotients() {
    for (std::size_t i = 0; i < cases_.size(); ++i) {
      if (!answerTo(i).contains("R"))
        continue;
      const auto& [A, v] = cases_[i];
      const double rounding = 64.0 * static_cast<double>(A.rows()) * epsilon * A.stableNorm();
      QVERIFY(std::abs(answerTo(i)["rayleigh"].toDouble() - rayleighQuotient(A, v)) <= rounding);
      // R is decided by A only as far as A is invertible.
      const auto svd = singularValueDecomposition(A);
      const double condition = conditionNumber(*svd, rankTolerance(*svd));
      if (std::isinf(condition))
        continue;
      const Eigen::MatrixXd R = givensQr(A).R;
      const QJsonArray expected = answerTo(i)["R"].toArray();
      for (Eigen::Index row = 0; row < R.rows(); ++row)
        for (Eigen::Index column = 0; column < R.cols(); ++column)
          QVERIFY(std::abs(expected[row * R.cols() + column].toDouble() - R(row, column)) <=
                  rounding * condition);
    }
  }

 private:
  QJsonObject answerTo(std::size_t i) const { return answers_[static_cast<qsizetype>(i)].toObject(); }

  std::vector<Case> cases_;
  QJsonArray answers_;
};

QTEST_GUILESS_MAIN(OutsideTruthTest)
#include "outside_truth.moc"
