#include "core/calculus/computation_graph.h"
#include "core/calculus/forward_mode.h"
#include "core/numerics/random.h"

#include <QtTest/QTest>

#include <array>
#include <cmath>
#include <limits>

using namespace eigenboard::calculus;
using namespace eigenboard::algebra;
using eigenboard::numerics::Random;

namespace {

constexpr double epsilon = std::numeric_limits<double>::epsilon();
constexpr double infinity = std::numeric_limits<double>::infinity();

Expression expression(const char* text) {
  const ParsedExpression parsed = parseExpression(text, {"x", "y"});
  if (!parsed.ok())
    qWarning("%s is no expression", text);
  return parsed.expression;
}

SecondOrder at(const char* text, double x, double y) {
  return secondOrder(expression(text), {x, y});
}

std::array<double, 2> coordinates(const Eigen::Vector2d& point) {
  return {point(0), point(1)};
}

Eigen::VectorXd slopes(const char* text, double x, double y) {
  return gradient(expression(text), std::vector<double>{x, y}).gradient;
}

} // namespace

class DerivativesAreTrueWhereTheyExist : public QObject {
  Q_OBJECT

 private slots:
  void centralDifferencesTendToThem() {
    const char* texts[] = {"x^2*y - y^3",        "sin(x*y) + cos(x - y)", "exp(-x^2 - y^2)",
                           "log(1 + x^2 + y^2)", "sqrt(4 + x - y)",       "x/(3 + y)",
                           "atan(x) * tanh(y)",  "(2 + x)^(y + 1)",       "asin(x/4) + 2^y",
                           "acos(y/4)*cosh(x)",  "sinh(x) - tan(y/2)",    "log2(3 + x)*log10(3 + y)",
                           "max(x + 9, y)*x",    "abs(x - 9)*y",          "min(x - 9, y)/(2 + y)"};
    Random random(41);
    for (const char* text : texts) {
      const Expression f = expression(text);
      for (int trial = 0; trial < 20; ++trial) {
        const Eigen::Vector2d point(random.uniform(-1.5, 1.5), random.uniform(-1.5, 1.5));
        const SecondOrder exact = secondOrder(f, point);
        for (int i = 0; i < 2; ++i) {
          const auto shifted = [&](double h) -> Eigen::Vector2d {
            return point + h * Eigen::Vector2d::Unit(i);
          };
          const auto difference = [&](double h) {
            return (evaluate(f, coordinates(shifted(h))) - evaluate(f, coordinates(shifted(-h)))) / (2 * h);
          };
          // The error of a central difference is c h² + O(h⁴), so halving h shows three quarters of it; and
          // both values are off by their rounding, and h by that of the point.
          constexpr double h = 0x1p-12;
          const double truncation = 2 * std::abs(difference(2 * h) - difference(h));
          const double value =
              evaluateWithError(f, coordinates(point)).error + epsilon * std::abs(exact.value);
          const double rounding = 4 * value / h;
          QVERIFY2(std::abs(difference(h) - exact.gradient(i)) <= truncation + rounding, text);
          QVERIFY2(truncation + rounding < 1e-4, text); // or the comparison says nothing
          const auto slope = [&](double step) -> Eigen::Vector2d {
            return (secondOrder(f, shifted(step)).gradient - secondOrder(f, shifted(-step)).gradient) /
                   (2 * step);
          };
          for (int j = 0; j < 2; ++j) {
            const double curved = 2 * std::abs(slope(2 * h)(j) - slope(h)(j));
            const double allowed = curved + 64 * epsilon * (1 + exact.gradient.norm()) / h;
            QVERIFY2(std::abs(slope(h)(j) - exact.hessian(i, j)) <= allowed, text);
            QVERIFY2(allowed < 1e-3, text);
          }
        }
      }
    }
  }

  void valuesAndHessiansAreWhatTheyMustBe() {
    Random random(42);
    for (int trial = 0; trial < 200; ++trial) {
      // A quadratic form at tiny, ordinary and huge scales: every derivative is known.
      const double scale = std::exp2(static_cast<double>(random.bits() % 900) - 450);
      const double x = scale * random.uniform(-1, 1);
      const double y = scale * random.uniform(-1, 1);
      const SecondOrder f = at("3x^2 + 5x*y - 7y^2", x, y);
      QCOMPARE(f.value, evaluate(expression("3x^2 + 5x*y - 7y^2"), std::vector<double>{x, y}));
      QVERIFY(std::abs(f.gradient(0) - (6 * x + 5 * y)) <= 8 * epsilon * scale * 11);
      QVERIFY(std::abs(f.gradient(1) - (5 * x - 14 * y)) <= 8 * epsilon * scale * 19);
      QVERIFY(f.hessian == (Eigen::Matrix2d{{6, 5}, {5, -14}}));
    }
  }

  void farFromZeroNoDigitIsLost() {
    // 1 − tanh² would be 0 here, and the square in 1 + x² would overflow.
    const double slope = at("tanh(x)", 30, 0).gradient(0);
    QVERIFY(std::abs(slope / (4 * std::exp(-60.0)) - 1) < 8 * epsilon);
    QVERIFY(std::abs(at("atan(x)", 1e100, 0).hessian(0, 0) / -2e-300 - 1) < 16 * epsilon);
    QCOMPARE(at("atan(x)", 1e200, 0).hessian(0, 0), 0.0);
    QVERIFY(std::abs(at("1/x", 1e100, 0).hessian(0, 0) / 2e-300 - 1) < 16 * epsilon);
    QVERIFY(std::abs(at("log(x)", 1e-150, 0).hessian(0, 0) / -1e300 - 1) < 16 * epsilon);
    QVERIFY(std::abs(at("sqrt(x)", 1e-200, 0).hessian(0, 0) / -0.25e300 - 1) < 16 * epsilon);
    QVERIFY(std::abs(at("asin(x)", 1 - 0x1p-40, 0).gradient(0) / std::sqrt(0x1p39) - 1) < 0x1p-40);
  }

  void placesWithoutADerivativeSaySo() {
    const auto isNone = [](double number) { return std::isnan(number); };
    // A kink.
    for (const char* text : {"abs(x)", "max(0, x)", "min(x, -x)"}) {
      QCOMPARE(at(text, 0, 1).value, 0.0);
      QVERIFY2(isNone(at(text, 0, 1).gradient(0)), text);
      QVERIFY2(isNone(slopes(text, 0, 1)(0)), text);
      QVERIFY2(isNone(at(text, 0, 1).hessian(0, 0)), text);
      // The other direction has no part in it.
      QCOMPARE(at(text, 0, 1).gradient(1), 0.0);
      QCOMPARE(slopes(text, 0, 1)(1), 0.0);
      QCOMPARE(at(text, 0, 1).hessian(1, 1), 0.0);
    }
    // A slope that grows without bound.
    QCOMPARE(at("sqrt(x) + y", 0, 2).gradient(0), infinity);
    QCOMPARE(at("sqrt(-x) + y", 0, 2).gradient(0), -infinity); // the argument is −0
    QCOMPARE(at("log(-x) + y", 0, 2).gradient(0), -infinity);
    QCOMPARE(at("sqrt(x) + y", 0, 2).hessian(0, 0), -infinity);
    QCOMPARE(at("sqrt(x) + y^2", 0, 2).hessian(1, 1), 2.0);
    QCOMPARE(slopes("acos(x)", 1, 0)(0), -infinity);
    QCOMPARE(at("1/x", 0, 0).gradient(0), -infinity);
    // No value, so no slope, although the formula 1/x has one.
    for (const char* text : {"log(x)", "sqrt(x) + y", "asin(x - 1) * y", "x^0.5", "y + x^y"}) {
      const SecondOrder f = at(text, -1, 0.5);
      QVERIFY2(isNone(f.value) && f.gradient.array().isNaN().all() && f.hessian.array().isNaN().all(), text);
      QVERIFY2(slopes(text, -1, 0.5).array().isNaN().all(), text);
      QVERIFY2(
          isNone(derivativeAlong(expression(text), std::vector<double>{-1, 0.5}, std::vector<double>{0, 1})
                     .derivative),
          text);
    }
  }

  void powersOfAConstantExponentHaveTheirSlopes() {
    QCOMPARE(at("x^2", -3, 0).gradient(0), -6.0);
    QCOMPARE(slopes("x^2", -3, 0)(0), -6.0);
    QCOMPARE(at("x^2", 0, 0).hessian(0, 0), 2.0);
    QCOMPARE(at("x^1", 0, 0).gradient(0), 1.0);
    QCOMPARE(at("x^0", 0, 0).gradient(0), 0.0);
    QCOMPARE(at("x^3", 0, 0).hessian(0, 0), 0.0);
    // As a function of the exponent a power of a negative number is defined at whole numbers only.
    QCOMPARE(at("x^y", -2, 3).gradient(0), 12.0);
    QVERIFY(std::isnan(at("x^y", -2, 3).gradient(1)));
    QCOMPARE(at("x^y", 0, 3).gradient(1), 0.0);
    QVERIFY(std::isnan(at("x^y", 0, 0).gradient(1)));
    QCOMPARE(at("(2 - 2)^2 + x", 1, 1).gradient(0), 1.0);
    QCOMPARE(at("sqrt(0)*3 + abs(0) + x", 1, 1).gradient(0), 1.0);
  }

  void theGraphCarriesEveryNumber() {
    // f = (x + y) x at (3, 4): the product's edges carry 3 and 7, and x is met on two paths.
    ComputationGraph graph = forwardPass(expression("(x + y)*x"), std::vector<double>{3, 4});
    QCOMPARE(graph.size(), std::size_t{5});
    QCOMPARE(graph[4].local.value, 21.0);
    QCOMPARE(graph[4].first, 2);
    QCOMPARE(graph[4].second, 3);
    QCOMPARE(graph[4].local.a, 3.0);
    QCOMPARE(graph[4].local.b, 7.0);
    QCOMPARE(graph[2].adjoint, 0.0);
    for (int node = 4; node >= 0; --node)
      handToOperands(graph, node);
    QCOMPARE(graph[2].adjoint, 3.0);
    QCOMPARE(graph[0].adjoint, 3.0);
    QCOMPARE(graph[3].adjoint, 7.0);
    QCOMPARE(graph[1].adjoint, 3.0);
    handToOperands(graph, -1);
    handToOperands(graph, 99);
  }

  void manyVariablesHaveOneBackwardPass() {
    std::vector<std::string> names;
    std::vector<double> values;
    std::string text = "0";
    for (int i = 0; i < 40; ++i) {
      names.push_back("x" + std::to_string(i));
      values.push_back(0.1 * i);
      text += " + " + std::to_string(i) + "*x" + std::to_string(i) + "^2";
    }
    const Eigen::VectorXd slope = gradient(parseExpression(text, names).expression, values).gradient;
    for (int i = 0; i < 40; ++i)
      QVERIFY(std::abs(slope(i) - 2.0 * i * values[static_cast<std::size_t>(i)]) <= 4 * epsilon * slope(i));
  }

  void hostileInputGivesNoNumberAndNoCrash() {
    const Expression nothing;
    QVERIFY(std::isnan(gradient(nothing, std::vector<double>{1}).value));
    QVERIFY(std::isnan(secondOrder(nothing, {1, 2}).value));
    QVERIFY(std::isnan(derivativeAlong(nothing, {}, {}).value));
    const Expression f = expression("x*y");
    QVERIFY(std::isnan(gradient(f, std::vector<double>{1}).value));
    QVERIFY(std::isnan(derivativeAlong(f, std::vector<double>{1, 2}, std::vector<double>{1}).value));
    const Expression third = parseExpression("x*z", {"x", "y", "z"}).expression;
    QVERIFY(std::isnan(secondOrder(third, {1, 2}).value));
    for (const double bad : {infinity, -infinity, std::nan("")})
      for (const char* text : {"x*y", "sin(x)", "x^y", "max(x, y)", "tanh(x)/y", "abs(x)"}) {
        secondOrder(expression(text), {bad, 1});
        gradient(expression(text), std::vector<double>{bad, bad});
      }
    QVERIFY(std::isnan(at("sin(x)", infinity, 0).gradient(0)));
    QCOMPARE(at("atan(x)", infinity, 0).gradient(0), 0.0);
  }
};

QTEST_APPLESS_MAIN(DerivativesAreTrueWhereTheyExist)
#include "derivatives_are_true_where_they_exist.moc"
