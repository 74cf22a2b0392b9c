#include "core/optimization/optimizer.h"
#include "core/optimization/test_functions.h"

#include <QtTest/QTest>

#include <array>
#include <cmath>
#include <limits>

using namespace eigenboard::optimization;
using eigenboard::algebra::parseExpression;

namespace {

constexpr double epsilon = std::numeric_limits<double>::epsilon();
constexpr std::array methods = {Method::GradientDescent, Method::Momentum, Method::Nesterov,
                                Method::AdaGrad,         Method::RmsProp,  Method::Adam,
                                Method::AdamW,           Method::Newton,   Method::Lbfgs};

Objective typed(const char* text) {
  return objectiveOf(parseExpression(text, {"x", "y"}).expression);
}

OptimizerSettings withRate(Method method, double lr) {
  OptimizerSettings settings = defaultSettings(method);
  settings.lr = lr;
  return settings;
}

OptimizerState end(const Objective& objective, const OptimizerSettings& settings,
                   const Eigen::Vector2d& start, int steps) {
  OptimizerState state = initialState(objective, start);
  for (int k = 0; k < steps; ++k)
    state = nextState(objective, settings, state);
  return state;
}

bool same(const OptimizerState& a, const OptimizerState& b) {
  bool equal = a.step == b.step && a.point == b.point && a.value == b.value && a.gradient == b.gradient &&
               a.mean == b.mean && a.squares == b.squares && a.standing == b.standing &&
               a.pairs.size() == b.pairs.size();
  for (std::size_t i = 0; equal && i < a.pairs.size(); ++i)
    equal = a.pairs[i].point == b.pairs[i].point && a.pairs[i].gradient == b.pairs[i].gradient;
  return equal;
}

} // namespace

class WalksAreValuesAndStopWithAReason : public QObject {
  Q_OBJECT

 private slots:
  void aRewoundWalkIsTheSameWalk() {
    const Objective objective = objectiveOf(TestFunction::Bowl);
    for (const Method method : methods) {
      OptimizerSettings settings = defaultSettings(method);
      settings.noise = 0.5;
      settings.seed = 7;
      std::vector<OptimizerState> walk = {initialState(objective, {2, 1})};
      for (int k = 0; k < 50; ++k)
        walk.push_back(nextState(objective, settings, walk.back()));
      QVERIFY(!walk.back().diverged());
      QCOMPARE(walk.back().step, 50);
      for (const std::size_t k : {40U, 3U, 0U, 17U})
        QVERIFY(same(nextState(objective, settings, walk[k]), walk[k + 1]));
      OptimizerSettings other = settings;
      other.seed = 8;
      QVERIFY(nextState(objective, other, walk[3]).point != walk[4].point);
    }
  }

  void noiseIsNormalAndIndependentOfItsNeighbours() {
    OptimizerSettings settings;
    settings.noise = 3;
    constexpr int count = 40000;
    double sum = 0;
    double squares = 0;
    double along = 0; // x of one step with y of it
    double next = 0;  // x of one step with x of the next
    double seeds = 0; // x of one seed with x of the next seed, one step earlier
    for (int step = 0; step < count; ++step) {
      const Eigen::Vector2d noise = gradientNoise(settings, step) / 3;
      OptimizerSettings neighbour = settings;
      neighbour.seed = 2;
      sum += noise(0);
      squares += noise.squaredNorm();
      along += noise(0) * noise(1);
      next += noise(0) * gradientNoise(settings, step + 1)(0) / 3;
      seeds += noise(0) * gradientNoise(neighbour, step - 1)(0) / 3;
    }
    // Five standard deviations of a mean of independent numbers.
    const double five = 5 / std::sqrt(count);
    QVERIFY(std::abs(sum / count) < five);
    QVERIFY(std::abs(squares / (2 * count) - 1) < five);
    QVERIFY(std::abs(along / count) < five);
    QVERIFY(std::abs(next / count) < five);
    QVERIFY(std::abs(seeds / count) < five);
    settings.noise = 0;
    QVERIFY(gradientNoise(settings, 5).isZero(0));
  }

  void gradientDescentOnAQuadraticIsTheClosedForm() {
    // x_k = (1 − ηλ)^k x_0, which grows when η > 2/λ.
    const Objective objective = ravine(10, 0);
    for (const double lr : {0.01, 0.1, 0.19, 0.2, 0.21}) {
      const OptimizerState state = end(objective, withRate(Method::GradientDescent, lr), {1, 1}, 60);
      for (int axis = 0; axis < 2; ++axis) {
        const double expected = std::pow(1 - lr * (axis == 0 ? 1 : 10), 60);
        // Sixty products of three roundings each; 1 − 10η itself is rounded near 0.
        QVERIFY(std::abs(state.point(axis) - expected) <= 240 * epsilon * std::max(1.0, std::abs(expected)));
      }
    }
  }

  void aStepTooLargeDivergesWithAReason() {
    const Objective steep = objectiveOf(TestFunction::Ravine);
    OptimizerState state = end(steep, withRate(Method::GradientDescent, 0.1), {1, 1}, 1000);
    QVERIFY(state.diverged());
    QVERIFY(state.standing == Standing::ValueOverflows);
    // It keeps the last place that can be drawn.
    QVERIFY(state.point.allFinite() && state.gradient.allFinite() && std::isfinite(state.value));
    QVERIFY(same(nextState(steep, withRate(Method::GradientDescent, 0.1), state), state));
    const auto standing = [](const char* text, Method method, double lr, const Eigen::Vector2d& start) {
      return end(typed(text), withRate(method, lr), start, 3000).standing;
    };
    QVERIFY(standing("x^2 - y^2", Method::GradientDescent, 0.4, {1, 1}) == Standing::ValueFalls);
    QVERIFY(standing("-x", Method::GradientDescent, 1.7e308, {1.7e308, 1}) == Standing::PointOverflows);
    QVERIFY(standing("sqrt(x) + y^2", Method::GradientDescent, 0.1, {0.2, 1}) == Standing::ValueUndefined);
    QVERIFY(standing("abs(x) + y^2", Method::GradientDescent, 0.25, {1, 0}) == Standing::NoGradient);
    QVERIFY(standing("abs(x)^1.5 + y^2", Method::Newton, 1, {1, 0}) != Standing::Walking ||
            end(typed("abs(x)^1.5 + y^2"), withRate(Method::Newton, 1), {1, 0}, 100).point.allFinite());
    QVERIFY(standing("log(x)", Method::Momentum, 0.1, {-1, 0}) == Standing::ValueUndefined);
    QVERIFY(standing("x^1.5 + y^2", Method::Newton, 1, {0, 1}) == Standing::NoCurvature);
    QVERIFY(initialState(typed("abs(x)"), {0, 0}).standing == Standing::NoGradient);
    QVERIFY(initialState(typed("x + y"), {std::nan(""), 0}).standing == Standing::PointOverflows);
    QVERIFY(initialState(typed("1/x^2"), {0, 0}).standing == Standing::ValueOverflows);
    // A line search does not step out of the domain.
    QVERIFY(standing("x - log(x) + y^2", Method::Lbfgs, 1, {5, 1}) == Standing::Settled);
    QVERIFY((end(typed("x - log(x) + y^2"), withRate(Method::Lbfgs, 1), {5, 1}, 3000).point -
             Eigen::Vector2d(1, 0))
                .norm() < 1e-6);
  }

  void noSettingAndNoFunctionCrashes() {
    const double infinity = std::numeric_limits<double>::infinity();
    for (const Method method : methods)
      for (const double bad : {0.0, -1.0, 1e-300, 1e300, infinity, std::nan("")}) {
        OptimizerSettings settings = defaultSettings(method);
        settings.lr = settings.momentum = settings.alpha = settings.beta1 = settings.beta2 = settings.eps =
            bad;
        settings.weightDecay = settings.dampening = settings.lrDecay = bad;
        settings.noise = bad;
        settings.historySize = bad < 0 ? -5 : 1000000;
        for (const TestFunction function : allTestFunctions) {
          const OptimizerState state = end(objectiveOf(function), settings, {1, 2}, 30);
          // What is kept can be drawn.
          QVERIFY(state.point.allFinite() && std::isfinite(state.value));
          QVERIFY(state.pairs.size() <= longestHistory);
        }
      }
  }

  void atAMinimumNothingMoves() {
    for (const Method method : methods) {
      OptimizerSettings settings = defaultSettings(method);
      settings.weightDecay = 0;
      const OptimizerState state = end(objectiveOf(TestFunction::Bowl), settings, {0, 0}, 20);
      QVERIFY(state.point.isZero(0) && !state.diverged());
    }
  }

  void tenThousandStepsAreSmall() {
    QVERIFY(sizeof(OptimizerState) <= 160);
    QVERIFY(sizeof(CurvaturePair) == 32);
    const Objective objective = objectiveOf(TestFunction::Rosenbrock);
    for (const Method method : methods) {
      OptimizerSettings settings = defaultSettings(method);
      settings.noise = 0.01;
      settings.historySize = longestHistory;
      std::vector<OptimizerState> history = {initialState(objective, objective.start)};
      for (int k = 0; k < 10000; ++k)
        history.push_back(nextState(objective, settings, history.back()));
      std::size_t bytes = history.capacity() * sizeof(OptimizerState);
      for (const OptimizerState& state : history)
        bytes += state.pairs.capacity() * sizeof(CurvaturePair);
      QVERIFY2(bytes < 50'000'000, qPrintable(QString::number(bytes)));
    }
  }
};

QTEST_APPLESS_MAIN(WalksAreValuesAndStopWithAReason)
#include "walks_are_values_and_stop_with_a_reason.moc"
