#include "core/optimization/critical_points.h"
#include "core/optimization/test_functions.h"
#include "tests/core/python_process.h"
#include "tests/core/random_numbers.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

#include <cmath>
#include <limits>

using namespace eigenboard;
using namespace eigenboard::optimization;
using tests::RandomNumbers;

namespace {

constexpr double epsilon = std::numeric_limits<double>::epsilon();

Objective typed(const char* text, double reach = 2) {
  Objective objective = objectiveOf(algebra::parseExpression(text, {"x", "y"}).expression);
  objective.window = {{-reach, -reach}, {reach, reach}};
  return objective;
}

/// All real critical points of the family by elimination: the determinant of Sylvester's matrix in y, sampled
/// round a circle, is a polynomial in x; to each of its roots belongs a common root y.
const QString oracle = QStringLiteral(R"(
import json, sys
import numpy as np

def roots_of(a, b, c, m, q):
    P = np.polynomial.polynomial
    def first(x):  # of f_x as a polynomial in y, rising powers
        return [2 * a * x + 3 * m * x**2 + 4 * q * x**3, b, -3 * m]
    def second(x):  # of f_y
        return [b * x, 2 * c - 6 * m * x, 0, 4 * q]
    def sylvester(x):
        p, s = first(x), second(x)
        S = np.zeros((5, 5), dtype=complex)
        for i in range(3):
            S[i, i:i + 3] = p
        for i in range(2):
            S[3 + i, i:i + 4] = s
        return np.linalg.det(S)
    n = 16
    circle = 2 * np.exp(2j * np.pi * np.arange(n) / n)
    coefficients = np.fft.fft([sylvester(z) for z in circle]) / n / 2.0 ** np.arange(n)
    coefficients = coefficients.real[:12]
    while abs(coefficients[-1]) < 1e-9:
        coefficients = coefficients[:-1]
    found = []
    for x in P.polyroots(coefficients):
        for y in P.polyroots(second(x)):
            point = np.array([x, y])
            for _ in range(30):  # polished
                x_, y_ = point
                g = np.array([sum(k * y_**i for i, k in enumerate(first(x_))),
                              sum(k * y_**i for i, k in enumerate(second(x_)))])
                H = np.array([[2*a + 6*m*x_ + 12*q*x_**2, b - 6*m*y_], [b - 6*m*y_, 2*c - 6*m*x_ + 12*q*y_**2]])
                point = point - np.linalg.solve(H, g)
            x_, y_ = point
            left = [sum(k * y_**i for i, k in enumerate(one(x_))) for one in (first, second)]
            if np.abs(left).max() > 1e-9:
                continue  # a root y of one equation alone, from which Newton's method found nothing
            if abs(point.imag).max() < 1e-10 and abs(point.real).max() <= 2:
                if not any(np.hypot(*(point.real - f)) < 1e-5 for f in found):
                    found.append(point.real)
    answer = []
    for x, y in found:
        H = np.array([[2*a + 6*m*x + 12*q*x**2, b - 6*m*y], [b - 6*m*y, 2*c - 6*m*x + 12*q*y**2]])
        answer.append([x, y, *np.linalg.eigvalsh(H)])
    return sorted(answer)

print(json.dumps([roots_of(*case) for case in json.load(sys.stdin)]))
)");

} // namespace

class CriticalPointsAreAllFound : public QObject {
  Q_OBJECT

 private slots:
  void knownFunctionsHaveTheirPoints_data() {
    QTest::addColumn<QString>("f");
    QTest::addColumn<QList<int>>("counts"); // minima, maxima, saddles, undecided, line, turns (99: none)
    const auto row = [](const char* f, const QList<int>& counts) { QTest::newRow(f) << f << counts; };
    row("x^2 + 2 y^2", {1, 0, 0, 0, 0, 1});
    row("-x^2 - x y - y^2", {0, 1, 0, 0, 0, 1});
    row("x^2 - y^2", {0, 0, 1, 0, 0, -1});
    row("x^3 - 3 x y^2", {0, 0, 0, 1, 0, -2});
    row("x^4 + y^4", {0, 0, 0, 1, 0, 1});
    row("0.25 x^4 - x^2/2 + y^2", {2, 0, 1, 0, 0, 1});
    row("(x^2 - 1)^2 + (y^2 - 1)^2", {4, 1, 4, 0, 0, 1});
    row("x + y", {0, 0, 0, 0, 0, 0});
    row("exp(-x^2 - y^2)", {0, 1, 0, 0, 0, 1});
  }
  void knownFunctionsHaveTheirPoints() {
    QFETCH(QString, f);
    QFETCH(QList<int>, counts);
    const Objective objective = typed(f.toUtf8().constData());
    const CriticalSet set = criticalPoints(objective);
    QCOMPARE(set.count(CriticalKind::Minimum), counts[0]);
    QCOMPARE(set.count(CriticalKind::Maximum), counts[1]);
    QCOMPARE(set.count(CriticalKind::Saddle), counts[2]);
    QCOMPARE(set.count(CriticalKind::Undecided), counts[3]);
    QCOMPARE(static_cast<int>(set.hasLine), counts[4]);
    const std::optional<int> turns = windingNumber(objective);
    QVERIFY(turns);
    QCOMPARE(*turns, counts[5]);
  }

  void linesOfCriticalPointsAreSaid() {
    for (const char* f : {"x^2", "(x - y)^2", "(x^2 + y^2 - 1)^2", "3", "y^4"}) {
      const CriticalSet set = criticalPoints(typed(f));
      QVERIFY2(set.hasLine, f);
      QVERIFY2(set.count(CriticalKind::Undecided) > 3, f);
    }
    // The circle has a maximum in its middle, which is no part of it.
    QCOMPARE(criticalPoints(typed("(x^2 + y^2 - 1)^2")).count(CriticalKind::Maximum), 1);
  }

  void himmelblausNinePointsAreThePublishedOnes() {
    Objective himmelblau = objectiveOf(TestFunction::Himmelblau);
    himmelblau.window = {{-5, -5}, {5, 5}};
    const CriticalSet set = criticalPoints(himmelblau);
    QCOMPARE(set.count(CriticalKind::Minimum), 4);
    QCOMPARE(set.count(CriticalKind::Maximum), 1);
    QCOMPARE(set.count(CriticalKind::Saddle), 4);
    for (const CriticalPoint& point : set.points)
      if (point.kind == CriticalKind::Maximum) // Himmelblau 1972
        QVERIFY((point.place - Eigen::Vector2d(-0.270845, -0.923039)).norm() < 1e-6);
  }

  void theFamilysPointsAreThoseOfElimination() {
    RandomNumbers random(51);
    QJsonArray input;
    std::vector<QuarticFamily> families;
    for (int i = 0; i < 60; ++i) {
      const QuarticFamily f{random.uniform(-2, 2), random.uniform(-2, 2), random.uniform(-2, 2),
                            random.uniform(0.1, 1), random.uniform(0.1, 1)};
      families.push_back(f);
      input.append(QJsonArray{f.a, f.b, f.c, f.m, f.q});
    }
    const auto answer = tests::runPython(oracle, QJsonDocument(input).toJson());
    QVERIFY2(answer.error.isEmpty(), qPrintable(answer.error));
    const QJsonArray answers = QJsonDocument::fromJson(answer.output).array();
    int most = 0;
    for (std::size_t i = 0; i < families.size(); ++i) {
      const QJsonArray truth = answers[static_cast<qsizetype>(i)].toArray();
      const CriticalSet set = criticalPoints(objectiveOf(families[i]));
      QVERIFY2(static_cast<qsizetype>(set.points.size()) == truth.size(),
               QJsonDocument(QJsonArray{input[static_cast<qsizetype>(i)], truth}).toJson());
      most = std::max(most, static_cast<int>(set.points.size()));
      for (std::size_t k = 0; k < set.points.size(); ++k) {
        const QJsonArray one = truth[static_cast<qsizetype>(k)].toArray();
        const CriticalPoint& point = set.points[k];
        // Rounding of the gradient, some 1e-15 of its terms, over the smaller curvature.
        const double bend = std::min(std::abs(point.curvatures.smallest), std::abs(point.curvatures.largest));
        const double rounding = 64 * epsilon * set.slopeScale / bend;
        QVERIFY(std::abs(point.place.x() - one[0].toDouble()) <= rounding);
        QVERIFY(std::abs(point.place.y() - one[1].toDouble()) <= rounding);
        QVERIFY(std::abs(point.curvatures.smallest - one[2].toDouble()) <= 1e3 * rounding);
        QVERIFY(std::abs(point.curvatures.largest - one[3].toDouble()) <= 1e3 * rounding);
      }
      if (const auto turns = windingNumber(objectiveOf(families[i])))
        QCOMPARE(*turns, set.count(CriticalKind::Minimum) + set.count(CriticalKind::Maximum) -
                             set.count(CriticalKind::Saddle));
    }
    QVERIFY(most >= 5);
  }

  void theFamilyIsTheTypedPolynomial() {
    RandomNumbers random(52);
    const Objective family = objectiveOf(QuarticFamily{1.5, -0.7, 0.3, 0.6, 0.4});
    const Objective same = typed("1.5 x^2 - 0.7 x y + 0.3 y^2 + 0.6 (x^3 - 3 x y^2) + 0.4 (x^4 + y^4)");
    for (int i = 0; i < 50; ++i) {
      const Eigen::Vector2d at = 2 * random.matrix(2, 1);
      const calculus::SecondOrder one = family.secondOrder(at);
      const calculus::SecondOrder other = same.secondOrder(at);
      // Terms of at most 30, a dozen roundings.
      const double rounding = 12 * 30 * epsilon;
      QVERIFY(std::abs(one.value - other.value) <= rounding);
      QVERIFY((one.gradient - other.gradient).cwiseAbs().maxCoeff() <= rounding);
      QVERIFY((one.hessian - other.hessian).cwiseAbs().maxCoeff() <= rounding);
      QCOMPARE(one.value, family.value(at));
      QVERIFY(
          std::abs(secondOrderModel(one, {1e-4, -2e-4}) - family.value(at + Eigen::Vector2d(1e-4, -2e-4))) <=
          1e-9); // the third derivatives, at most 30, times h³
    }
  }

  void nothingIsFoundWhereNothingIs() {
    QVERIFY(criticalPoints(typed("log(-1 - x^2)")).points.empty());
    QVERIFY(!windingNumber(typed("log(-1 - x^2)")));
    QVERIFY(criticalPoints(typed("1e-300 x^3 + 1e-300 y")).points.empty());
    QVERIFY(!windingNumber(typed("x^2 - 4 x"))); // 0 on the border
    QVERIFY(kindOf({std::nan(""), 1, {1, 0}}, 1) == CriticalKind::Undecided);
  }
};

QTEST_APPLESS_MAIN(CriticalPointsAreAllFound)
#include "critical_points_are_all_found.moc"
