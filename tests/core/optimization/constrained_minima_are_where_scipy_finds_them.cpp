#include "core/optimization/constrained_quadratic.h"
#include "tests/core/python_process.h"
#include "tests/core/random_numbers.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <vector>

using namespace eigenboard::optimization;
using eigenboard::tests::RandomNumbers;
using eigenboard::tests::runPython;

namespace {

constexpr double epsilon = std::numeric_limits<double>::epsilon();

struct Case {
  Quadratic f;
  Constraint g;
};

/// SciPy's SLSQP on the convex ones; on a disc, the best of a fine walk round its edge, refined, as well. The
/// answer: the least value, or -inf.
const QString oracle = QStringLiteral(R"(
import json, sys
import numpy as np
from scipy import optimize

def least(h, c, disc, q, n, r):
    H, c, q, n = np.array(h).reshape(2, 2), np.array(c), np.array(q), np.array(n)
    f = lambda x: 0.5 * (x - c) @ H @ (x - c)
    slope = lambda x: H @ (x - c)
    low = np.linalg.eigvalsh(H)[0]
    if not disc and low < -1e-9:
        return "-inf"
    g = (lambda x: r * r - (x - q) @ (x - q)) if disc else (lambda x: -n @ (x - q))
    dg = (lambda x: -2 * (x - q)) if disc else (lambda x: -n)
    values = []
    if low > 1e-9:
        for start in (q - 0.1 * r * n, q):
            found = optimize.minimize(f, start, jac=slope, method="SLSQP", tol=1e-15,
                                      constraints={"type": "ineq", "fun": g, "jac": dg}, options={"maxiter": 500})
            if g(found.x) > -1e-9:
                values.append(f(found.x))
    if disc:
        edge = lambda t: f(q + r * np.array([np.cos(t), np.sin(t)]))
        t = np.linspace(0, 2 * np.pi, 721)
        best = t[np.argmin([edge(a) for a in t])]
        step = t[1]
        values.append(optimize.minimize_scalar(edge, bounds=(best - step, best + step), method="bounded",
                                               options={"xatol": 1e-12}).fun)
    return float(min(values))

json.dump([least(*case) for case in json.load(sys.stdin)], sys.stdout)
)");

QJsonArray pair(const Eigen::Vector2d& v) {
  return {v.x(), v.y()};
}

/// Some of them round, flat along one direction, with the minimum in the middle of the disc: the cases that a
/// formula forgets.
Case randomCase(RandomNumbers& random, int i) {
  Case one;
  const double angle = random.uniform(0, std::numbers::pi);
  Eigen::Matrix2d turn;
  turn << std::cos(angle), -std::sin(angle), std::sin(angle), std::cos(angle);
  const Eigen::Vector2d curvatures(random.uniform(i % 3 == 0 ? -2 : 0.05, 3), random.uniform(0.05, 3));
  one.f.H = turn * curvatures.asDiagonal() * turn.transpose();
  one.f.centre = {random.uniform(-3, 3), random.uniform(-3, 3)};
  one.g.kind = i % 2 == 0 ? Constraint::Kind::Disc : Constraint::Kind::HalfPlane;
  one.g.centre = {random.uniform(-2, 2), random.uniform(-2, 2)};
  const double direction = random.uniform(-std::numbers::pi, std::numbers::pi);
  one.g.normal = {std::cos(direction), std::sin(direction)};
  one.g.radius = random.uniform(0.2, 3);
  return one;
}

/// What rounding may do to a value of f or g: some roundings of the largest products.
double roundingOf(const Case& one, const Eigen::Vector2d& x, double multiplier) {
  const double size = 1 + one.f.centre.norm() + one.g.centre.norm() + one.g.radius + x.norm();
  return 64 * epsilon * size * size * (one.f.H.norm() + std::abs(multiplier) + 1);
}

} // namespace

class ConstrainedMinimaAreWhereScipyFindsThem : public QObject {
  Q_OBJECT

 private slots:
  void valuesAreThoseOfScipy() {
    RandomNumbers random(61);
    std::vector<Case> cases;
    QJsonArray input;
    for (int i = 0; i < 240; ++i) {
      const Case one = randomCase(random, i);
      cases.push_back(one);
      input.append(QJsonArray{QJsonArray{one.f.H(0, 0), one.f.H(0, 1), one.f.H(1, 0), one.f.H(1, 1)},
                              pair(one.f.centre), one.g.kind == Constraint::Kind::Disc, pair(one.g.centre),
                              pair(one.g.normal), one.g.radius});
    }
    const auto answer = runPython(oracle, QJsonDocument(input).toJson());
    QVERIFY2(answer.error.isEmpty(), qPrintable(answer.error));
    const QJsonArray theirs = QJsonDocument::fromJson(answer.output).array();
    QCOMPARE(static_cast<std::size_t>(theirs.size()), cases.size());
    int held = 0;
    int unbounded = 0;
    for (std::size_t i = 0; i < cases.size(); ++i) {
      const ConstrainedOptimum ours = constrainedMinimum(cases[i].f, cases[i].g);
      const QJsonValue expected = theirs[static_cast<qsizetype>(i)];
      QCOMPARE(ours.kind == OptimumKind::Unbounded, expected.isString());
      unbounded += expected.isString() ? 1 : 0;
      held += ours.kind == OptimumKind::Held ? 1 : 0;
      // SLSQP leaves the constraint by some 1e-9, and with it the value.
      if (!expected.isString())
        QVERIFY(std::abs(ours.value - expected.toDouble()) <= 1e-7);
    }
    QVERIFY(held > 80 && unbounded > 10);
  }

  void theConditionsHoldAndTheDualMeets() {
    RandomNumbers random(67);
    for (int i = 0; i < 3000; ++i) {
      const Case one = randomCase(random, i);
      const ConstrainedOptimum optimum = constrainedMinimum(one.f, one.g);
      if (optimum.kind == OptimumKind::Unbounded) {
        QVERIFY(std::isinf(dualValue(one.f, one.g, random.uniform(0, 5))));
        continue;
      }
      const double rounding = roundingOf(one, optimum.point, optimum.multiplier);
      const KktResiduals residuals = kktResiduals(one.f, one.g, optimum.point, optimum.multiplier);
      QVERIFY(residuals.stationarity <= rounding);
      QVERIFY(residuals.feasibility <= rounding);
      QVERIFY(residuals.dual == 0);
      QVERIFY(residuals.slackness <= rounding * (1 + optimum.multiplier));
      QVERIFY(std::abs(optimum.value - valueOf(one.f, optimum.point)) <= rounding);
      // Strong duality; a multiplier a rounding below the pole of a saddle has no dual value.
      const double dual = dualValue(one.f, one.g, optimum.multiplier * (1 + 4 * epsilon));
      QVERIFY(std::abs(dual - optimum.value) <= 16 * rounding * (1 + optimum.multiplier));
      for (int j = 0; j < 5; ++j) {
        const double multiplier = random.uniform(0, 6);
        const double below = dualValue(one.f, one.g, multiplier);
        QVERIFY(below <= optimum.value + roundingOf(one, optimum.point, multiplier));
        const auto least = lagrangianMinimizer(one.f, one.g, multiplier);
        QCOMPARE(least.has_value(), std::isfinite(below));
        if (!least)
          continue;
        const Eigen::Vector2d slope = gradientOf(one.f, *least) + multiplier * gradientOf(one.g, *least);
        QVERIFY(slope.norm() <= roundingOf(one, *least, multiplier));
      }
    }
  }

  void theMultiplierIsThePrice() {
    // λ = −dp*/dr² on a disc: what a little more room is worth.
    RandomNumbers random(71);
    int judged = 0;
    for (int i = 0; i < 400; i += 2) {
      Case one = randomCase(random, i);
      const ConstrainedOptimum optimum = constrainedMinimum(one.f, one.g);
      if (optimum.kind != OptimumKind::Held || optimum.multiplier < 0.01 || one.g.radius < 0.5)
        continue;
      const double square = one.g.radius * one.g.radius;
      constexpr double h = 1e-5;
      const auto valueAt = [&one](double room) {
        Case other = one;
        other.g.radius = std::sqrt(room);
        return constrainedMinimum(other.f, other.g).value;
      };
      const double price = (valueAt(square - h) - valueAt(square + h)) / (2 * h);
      // Central difference: h² times a third derivative, and rounding over h.
      QVERIFY(std::abs(price - optimum.multiplier) <= 1e-6 * (1 + optimum.multiplier));
      ++judged;
    }
    QVERIFY(judged > 50);
  }

  void specialCasesHaveTheirAnswers() {
    const auto solve = [](double first, double second, const Eigen::Vector2d& centre, const Constraint& g) {
      Quadratic f;
      f.H = Eigen::Vector2d(first, second).asDiagonal();
      f.centre = centre;
      return constrainedMinimum(f, g);
    };
    const Constraint disc{Constraint::Kind::Disc, {0, 0}, {1, 0}, 1};
    const Constraint left{Constraint::Kind::HalfPlane, {0, 0}, {1, 0}, 1};
    // The hard case: a saddle whose middle is that of the disc has two minima.
    const ConstrainedOptimum hard = solve(-1, 2, {0, 0}, disc);
    QVERIFY(!hard.isUnique && hard.other && hard.multiplier == 0.5 && hard.value == -0.5);
    QVERIFY((hard.point + *hard.other).norm() == 0 && std::abs(hard.point.x()) == 1);
    QVERIFY(!solve(-1, -1, {0, 0}, disc).isUnique);
    QCOMPARE(solve(-1, -1, {0, 0}, disc).multiplier, 0.5);
    // Flat along x: the nearest of many.
    const ConstrainedOptimum flat = solve(0, 1, {3, 0.5}, disc);
    QVERIFY(flat.kind == OptimumKind::Free && !flat.isUnique && flat.value == 0);
    QVERIFY((flat.point - Eigen::Vector2d(std::sqrt(0.75), 0.5)).norm() <= 4 * epsilon);
    QCOMPARE(solve(0, 1, {3, 2}, disc).multiplier, 0.5);
    QVERIFY((solve(0, 1, {3, 2}, disc).point - Eigen::Vector2d(0, 1)).norm() <= 4 * epsilon);
    QCOMPARE(solve(0, 1, {3, 2}, left).point, Eigen::Vector2d(0, 2));
    QCOMPARE(solve(1, 0, {3, 2}, left).multiplier, 3.0);
    QVERIFY(!solve(1, 0, {3, 2}, left).isUnique);
    QCOMPARE(solve(0, 0, {3, 4}, disc).value, 0.0);
    QVERIFY((solve(0, 0, {3, 4}, disc).point - Eigen::Vector2d(0.6, 0.8)).norm() <= 4 * epsilon);
    // Round: the nearest place of the disc, and λ from 2 − 1 = 2λ.
    const ConstrainedOptimum round = solve(1, 1, {2, 0}, disc);
    QVERIFY((round.point - Eigen::Vector2d(1, 0)).norm() <= 4 * epsilon);
    QVERIFY(std::abs(round.multiplier - 0.5) <= 4 * epsilon);
    // On the edge exactly, the constraint takes nothing.
    QCOMPARE(solve(1, 2, {1, 0}, disc).kind, OptimumKind::Free);
  }
};

QTEST_GUILESS_MAIN(ConstrainedMinimaAreWhereScipyFindsThem)
#include "constrained_minima_are_where_scipy_finds_them.moc"
