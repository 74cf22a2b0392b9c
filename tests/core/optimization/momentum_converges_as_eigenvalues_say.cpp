#include "core/optimization/momentum_dynamics.h"
#include "core/optimization/optimizer.h"
#include "core/optimization/test_functions.h"
#include "tests/core/python_process.h"
#include "tests/core/random_numbers.h"

#include <Eigen/Dense>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <vector>

using namespace eigenboard::optimization;
using eigenboard::tests::RandomNumbers;
using eigenboard::tests::runPython;

namespace {

constexpr double epsilon = std::numeric_limits<double>::epsilon();
constexpr std::array methods{MomentumMethod::GradientDescent, MomentumMethod::HeavyBall,
                             MomentumMethod::Nesterov};

/// The matrix comes from the rule itself, applied to the unit vectors; NumPy finds its eigenvalues.
const QString oracle = QStringLiteral(R"(
import json, sys
import numpy as np

def step(method, rate, beta, curvature, x, m):
    g = curvature * x
    m = g if method == 0 else beta * m + g
    return (x - rate * (g + beta * m) if method == 2 else x - rate * m), m

answers = []
for method, rate, beta, curvature in json.load(sys.stdin):
    M = np.array([step(method, rate, beta, curvature, *unit) for unit in np.eye(2)]).T
    z = np.linalg.eigvals(M)
    largest = z[np.argmax(abs(z))]
    answers.append([abs(largest), abs(np.angle(largest)), abs(z[0] - z[1]), np.linalg.norm(M)])
json.dump(answers, sys.stdout)
)");

/// How far a root may be off: rounding over the gap, or its root where both agree.
double rootError(double gap, double norm) {
  const double rounding = 16 * epsilon * norm * norm;
  return std::min(std::sqrt(rounding), rounding / std::max(gap, epsilon));
}

} // namespace

class MomentumConvergesAsEigenvaluesSay : public QObject {
  Q_OBJECT

 private slots:
  void factorsAreSpectralRadii() {
    RandomNumbers random(41);
    QJsonArray input;
    std::vector<std::pair<MomentumSettings, double>> cases;
    for (int i = 0; i < 600; ++i) {
      const MomentumMethod method = methods[static_cast<std::size_t>(i % 3)];
      const MomentumSettings settings{method, random.uniform(0.01, 4), random.uniform(0, 1)};
      const double curvature = std::pow(10, random.uniform(-3, 0));
      cases.emplace_back(settings, curvature);
      input.append(QJsonArray{static_cast<int>(method), settings.rate, settings.momentum, curvature});
    }
    const auto answer = runPython(oracle, QJsonDocument(input).toJson());
    QVERIFY2(answer.error.isEmpty(), qPrintable(answer.error));
    const QJsonArray answers = QJsonDocument::fromJson(answer.output).array();
    QCOMPARE(static_cast<std::size_t>(answers.size()), cases.size());
    int rippling = 0;
    for (std::size_t i = 0; i < cases.size(); ++i) {
      const QJsonArray theirs = answers[static_cast<qsizetype>(i)].toArray();
      const ModeRate ours = rateOf(cases[i].first, cases[i].second, 1e-6);
      const double allowed = rootError(ours.gap, theirs[3].toDouble());
      QVERIFY(std::abs(ours.factor - theirs[0].toDouble()) <= allowed);
      QVERIFY(std::abs(ours.gap - theirs[2].toDouble()) <= 4 * allowed);
      if (ours.factor > 0.01)
        QVERIFY(std::abs(ours.angle - theirs[1].toDouble()) <= 4 * allowed / ours.factor);
      rippling += ours.regime == ModeRegime::Ripples ? 1 : 0;
      QCOMPARE(ours.regime == ModeRegime::Diverges, theirs[0].toDouble() > 1 + 1e-9);
      const Eigen::Matrix2d M = iterationMatrix(cases[i].first, cases[i].second);
      QVERIFY(std::abs(M.trace() - ours.trace) <= 8 * epsilon * M.norm());
      QVERIFY(std::abs(M.determinant() - ours.determinant) <= 8 * epsilon * M.squaredNorm());
    }
    QVERIFY(rippling > 100);
  }

  void stepsAreThoseOfTheOptimizers() {
    RandomNumbers random(43);
    const std::array walkers{Method::GradientDescent, Method::Momentum, Method::Nesterov};
    for (int i = 0; i < 90; ++i) {
      const auto m = static_cast<std::size_t>(i % 3);
      const double condition = random.uniform(1, 300);
      const Objective quadratic = ravine(condition, 0);
      const MomentumSettings settings{methods[m], random.uniform(0.02, 2.5) / condition,
                                      random.uniform(0.01, 0.99)};
      OptimizerSettings walker = defaultSettings(walkers[m]);
      walker.lr = settings.rate;
      walker.momentum = settings.momentum;
      OptimizerState state = initialState(quadratic, {1.5, -0.75});
      const std::array curvatures{1.0, condition};
      std::array modes{ModeState{1.5, 0}, ModeState{-0.75, 0}};
      std::array<double, 2> off{0, 0};
      // ‖M‖ᵏ soon outgrows what it bounds; for 30 steps it is a fair judge.
      for (int k = 0; k < 30; ++k) {
        state = nextState(quadratic, walker, state);
        QVERIFY(!state.diverged());
        for (std::size_t axis = 0; axis < 2; ++axis) {
          const Eigen::Matrix2d M = iterationMatrix(settings, curvatures[axis]);
          const double before = std::hypot(modes[axis].position, modes[axis].push);
          modes[axis] = nextMode(settings, curvatures[axis], modes[axis]);
          // Each of the two walks rounds some ten times a step; what is off is carried on by M.
          off[axis] = off[axis] * M.norm() + 32 * epsilon * M.norm() * before;
          const double error = std::abs(modes[axis].position - state.point(static_cast<Eigen::Index>(axis)));
          QVERIFY(error <= off[axis]);
        }
      }
      QVERIFY(off[0] < 1);
    }
  }

  void bestTuningIsNowhereBeaten() {
    for (const MomentumMethod method : methods)
      for (const double condition : {1.0, 2.0, 10.0, 100.0, 1000.0})
        for (const double largest : {1.0, 50.0}) {
          const std::array curvatures{largest / condition, largest};
          const BestTuning best = bestTuning(method, curvatures[0], curvatures[1]);
          const double there = slowestFactor({method, best.rate, best.momentum}, curvatures);
          // A double root turns a rounding into its square root.
          QVERIFY(std::abs(there - best.factor) <= 8 * std::sqrt(epsilon));
          for (int i = 0; i <= 200; ++i)
            for (int j = 0; j <= 200; ++j) {
              const MomentumSettings other{method, 4.0 * i / 200 / largest, j / 200.0};
              QVERIFY(slowestFactor(other, curvatures) >= best.factor - 8 * std::sqrt(epsilon));
            }
          // Close by, too.
          for (int i = -5; i <= 5; ++i)
            for (int j = -5; j <= 5; ++j) {
              const MomentumSettings other{method, best.rate * (1 + i * 1e-4),
                                           std::max(0.0, best.momentum + j * 1e-4)};
              QVERIFY(slowestFactor(other, curvatures) >= best.factor - 8 * std::sqrt(epsilon));
            }
        }
  }

  void intervalsHoldExactlyTheFastSettings() {
    RandomNumbers random(47);
    int found = 0;
    for (int i = 0; i < 3000; ++i) {
      const MomentumMethod method = methods[static_cast<std::size_t>(i % 3)];
      const double condition = std::pow(10, random.uniform(0, 3));
      const double beta = random.uniform(0, 1);
      const double factor = i % 5 == 0 ? 1 : random.uniform(0.5, 0.999);
      const std::array curvatures{1 / condition, 1.0};
      const RateInterval interval = ratesWithin(method, beta, curvatures[0], curvatures[1], factor);
      found += interval.isEmpty() ? 0 : 1;
      for (int j = 1; j <= 60; ++j) {
        const double rate = 4.0 * j / 60;
        const bool isInside = rate >= interval.low && rate <= interval.high;
        const double slowest = slowestFactor({method, rate, beta}, curvatures);
        if (std::abs(slowest - factor) > 1e-7) // double roots are good to 1e-8
          QCOMPARE(slowest < factor, isInside);
      }
      if (!interval.isEmpty() && interval.low > 1e-6)
        for (const double end : {interval.low, interval.high})
          QVERIFY(slowestFactor({method, end, beta}, curvatures) <= factor + 1e-7);
    }
    QVERIFY(found > 500);
  }

  void theSlowestIsAnOutermost() {
    RandomNumbers random(53);
    for (int i = 0; i < 2000; ++i) {
      const MomentumSettings settings{methods[static_cast<std::size_t>(i % 3)], random.uniform(0, 4),
                                      random.uniform(0, 1)};
      const double low = std::pow(10, random.uniform(-3, 0));
      const double between = random.uniform(low, 1);
      QVERIFY(slowestFactor(settings, std::array{low, between, 1.0}) <=
              slowestFactor(settings, std::array{low, 1.0}) + 4 * std::sqrt(epsilon));
    }
  }

  void criticalMomentumJoinsTheRoots() {
    for (const MomentumMethod method : {MomentumMethod::HeavyBall, MomentumMethod::Nesterov})
      for (int i = 1; i <= 400; ++i) {
        const double product = 0.01 * i;
        const double beta = criticalMomentum(method, product);
        if (method == MomentumMethod::Nesterov && product > 1) {
          QVERIFY(std::isnan(beta));
          continue;
        }
        QVERIFY(rateOf({method, product, beta}, 1, 0).gap <= 8 * std::sqrt(epsilon));
        if (beta > 0.01)
          QVERIFY(rateOf({method, product, beta - 0.005}, 1, 0).regime != ModeRegime::Ripples);
        if (beta < 0.99 && product < 1)
          QCOMPARE(rateOf({method, product, beta + 0.005}, 1, 0).regime, ModeRegime::Ripples);
      }
  }

  void regimesHaveTheirNames() {
    const auto regime = [](MomentumMethod method, double rate, double beta) {
      return rateOf({method, rate, beta}, 1, 1e-6).regime;
    };
    QCOMPARE(regime(MomentumMethod::GradientDescent, 0.5, 0.9), ModeRegime::Monotone);
    QCOMPARE(regime(MomentumMethod::GradientDescent, 1, 0.9), ModeRegime::Critical);
    QCOMPARE(regime(MomentumMethod::GradientDescent, 1.5, 0.9), ModeRegime::Alternates);
    QCOMPARE(regime(MomentumMethod::GradientDescent, 2, 0.9), ModeRegime::Stays);
    QCOMPARE(regime(MomentumMethod::GradientDescent, 2.01, 0.9), ModeRegime::Diverges);
    QCOMPARE(regime(MomentumMethod::HeavyBall, 0.25, 0.25), ModeRegime::Critical);
    QCOMPARE(regime(MomentumMethod::HeavyBall, 0.25, 0.3), ModeRegime::Ripples);
    QCOMPARE(regime(MomentumMethod::HeavyBall, 1, 1), ModeRegime::Stays);
    QCOMPARE(regime(MomentumMethod::HeavyBall, 0, 0.5), ModeRegime::Stays);
    QCOMPARE(regime(MomentumMethod::HeavyBall, 4, 1), ModeRegime::Diverges);
    QCOMPARE(regime(MomentumMethod::HeavyBall, 3.5, 0.5), ModeRegime::Diverges);
    QCOMPARE(regime(MomentumMethod::Nesterov, 1.5, 0.1), ModeRegime::Alternates);
    QCOMPARE(regime(MomentumMethod::Nesterov, 1.5, 0.9), ModeRegime::Diverges);
  }

  void whatIsMeasuredTendsToTheFactor() {
    RandomNumbers random(59);
    for (int i = 0; i < 900; ++i) {
      const MomentumSettings settings{methods[static_cast<std::size_t>(i % 3)], random.uniform(0.01, 4),
                                      random.uniform(0, 1)};
      const double curvature = std::pow(10, random.uniform(-3, 0));
      const double factor = rateOf(settings, curvature, 0).factor;
      for (const int steps : {1, 10, 200, 2000}) {
        const MeasuredFactor measured = measuredFactor(settings, curvature, steps);
        // A factor from a nearly double root is good to the root of its rounding.
        const double allowed = 4 * std::sqrt(epsilon) / std::min(1.0, factor);
        QVERIFY(measured.logarithm >= std::log(factor) - allowed);
        QVERIFY(measured.logarithm <= std::log(factor) + measured.slack + allowed);
        if (steps == 2000)
          QVERIFY(measured.slack < 0.02);
      }
    }
    // One step is all that gradient descent with ηλ = 1 needs.
    QVERIFY(std::isinf(measuredFactor({MomentumMethod::GradientDescent, 1, 0}, 1, 5).logarithm));
  }

  void stepsToAShareAreCounted() {
    const std::array curvatures{0.5};
    const std::array starts{ModeState{-3, 0}};
    const MomentumSettings half{MomentumMethod::GradientDescent, 1, 0};
    // It halves at every step: 2⁻¹⁰ is the first below a thousandth.
    QCOMPARE(stepsToShare(half, curvatures, starts, 1e-3, 100), std::optional(10));
    QCOMPARE(stepsToShare(half, curvatures, starts, 1e-3, 10), std::optional(10));
    QVERIFY(!stepsToShare(half, curvatures, starts, 1e-3, 9));
    QCOMPARE(stepsToShare(half, curvatures, std::array{ModeState{0, 0}}, 1e-3, 9), std::optional(0));
    QVERIFY(!stepsToShare({MomentumMethod::HeavyBall, 8, 0.5}, curvatures, starts, 1e-3, 1'000'000));
  }
};

QTEST_GUILESS_MAIN(MomentumConvergesAsEigenvaluesSay)
#include "momentum_converges_as_eigenvalues_say.moc"
