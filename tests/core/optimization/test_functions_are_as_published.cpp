#include "core/numerics/random.h"
#include "core/optimization/test_functions.h"
#include "tests/core/python_process.h"

#include <Eigen/LU>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

#include <cmath>
#include <limits>
#include <numbers>

using namespace eigenboard::optimization;
using eigenboard::algebra::parseExpression;
using eigenboard::numerics::Random;
using eigenboard::tests::runPython;

namespace {

constexpr double epsilon = std::numeric_limits<double>::epsilon();

/// The published formula of each, in a spelling that our parser and Python both read.
std::string formula(TestFunction function) {
  switch (function) {
  case TestFunction::Ravine:
    return "0.5*(x**2 + 100*y**2)";
  case TestFunction::Bowl:
    return "0.5*(x**2 + y**2)";
  case TestFunction::Saddle:
    return "0.5*(x**2 - y**2)";
  case TestFunction::Plateau:
    return "(x**2 + y**2)/(1 + x**2 + y**2)";
  case TestFunction::Rosenbrock:
    return "(1 - x)**2 + 100*(y - x**2)**2";
  case TestFunction::Himmelblau:
    return "(x**2 + y - 11)**2 + (x + y**2 - 7)**2";
  case TestFunction::Beale:
    return "(1.5 - x + x*y)**2 + (2.25 - x + x*y**2)**2 + (2.625 - x + x*y**3)**2";
  case TestFunction::GaussianWell:
    return "1 - exp(-0.5*(x**2 + y**2))";
  case TestFunction::Ripple:
    return "20 + x**2 + y**2 - 10*cos(2*pi*x) - 10*cos(2*pi*y)";
  }
  return {};
}

/// PyTorch's autograd of the formula, and the lowest place that SciPy finds from many starts.
const QString oracle = QStringLiteral(R"(
import json, math, sys
import numpy as np, torch
from scipy.optimize import minimize
torch.set_num_threads(1)
names = {"exp": torch.exp, "cos": torch.cos, "pi": math.pi}
answers = []
for formula, points, low, high in json.load(sys.stdin):
    code = compile(formula, "", "eval")
    f = lambda p: eval(code, {**names, "x": p[0], "y": p[1]})
    derivatives = []
    for point in points:
        p = torch.tensor(point, dtype=torch.float64)
        g = torch.autograd.functional.jacobian(f, p)
        h = torch.autograd.functional.hessian(f, p)
        derivatives.append([f(p).item(), g[0].item(), g[1].item(), h[0][0].item(), h[0][1].item(), h[1][1].item()])
    def fun(p):
        t = torch.tensor(p, dtype=torch.float64, requires_grad=True)
        v = f(t)
        v.backward()
        return v.item(), t.grad.numpy()
    lowest = math.inf
    for x in np.linspace(low[0], high[0], 6):
        for y in np.linspace(low[1], high[1], 6):
            r = minimize(fun, [x + 0.01, y + 0.02], jac=True, method="L-BFGS-B", bounds=list(zip(low, high)))
            lowest = min(lowest, r.fun)
    answers.append([derivatives, lowest])
json.dump(answers, sys.stdout)
)");

} // namespace

class TestFunctionsAreAsPublished : public QObject {
  Q_OBJECT

 private slots:
  void derivativesAreAutogradsAndMinimaTheLowest() {
    Random random(51);
    QJsonArray input;
    std::vector<std::vector<Eigen::Vector2d>> points;
    for (const TestFunction function : allTestFunctions) {
      const Objective objective = objectiveOf(function);
      const Window& window = objective.window;
      QJsonArray list;
      points.emplace_back();
      for (int i = 0; i < 60; ++i) {
        // From the whole window, near its middle, and far outside.
        const double scale = i % 3 == 0 ? 1 : i % 3 == 1 ? 1e-6 : 100;
        points.back().emplace_back(scale * random.uniform(window.low(0), window.high(0)),
                                   scale * random.uniform(window.low(1), window.high(1)));
        list.append(QJsonArray{points.back().back()(0), points.back().back()(1)});
      }
      input.append(QJsonArray{QString::fromStdString(formula(function)), list,
                              QJsonArray{window.low(0), window.low(1)},
                              QJsonArray{window.high(0), window.high(1)}});
    }
    const auto answer = runPython(oracle, QJsonDocument(input).toJson());
    QVERIFY2(answer.error.isEmpty(), qPrintable(answer.error));
    const QJsonArray answers = QJsonDocument::fromJson(answer.output).array();
    QCOMPARE(answers.size(), static_cast<qsizetype>(allTestFunctions.size()));
    for (std::size_t f = 0; f < allTestFunctions.size(); ++f) {
      const Objective objective = objectiveOf(allTestFunctions[f]);
      const std::string text = formula(allTestFunctions[f]);
      const QJsonArray both = answers[static_cast<qsizetype>(f)].toArray();
      for (std::size_t i = 0; i < points[f].size(); ++i) {
        const Eigen::Vector2d p = points[f][i];
        const QJsonArray truth = both[0].toArray()[static_cast<qsizetype>(i)].toArray();
        const auto ours = objective.secondOrder(p);
        QCOMPARE(objective.value(p), ours.value);
        // The formulas add terms of at most this size, in some twenty roundings: a polynomial of degree n
        // has such terms with coefficients of at most 200, the ripple adds 10 times what rounding 2πx does.
        const double size = 1 + p.cwiseAbs().maxCoeff();
        const double degree = allTestFunctions[f] == TestFunction::Beale ? 8
                              : allTestFunctions[f] == TestFunction::Himmelblau ||
                                      allTestFunctions[f] == TestFunction::Rosenbrock
                                  ? 4
                                  : 2;
        const double rounding = 32 * 200 * epsilon;
        const double values[] = {ours.value,         ours.gradient(0),   ours.gradient(1),
                                 ours.hessian(0, 0), ours.hessian(0, 1), ours.hessian(1, 1)};
        for (int k = 0; k < 6; ++k) {
          const double order = k == 0 ? 0 : k < 3 ? 1 : 2;
          QVERIFY2(std::abs(values[k] - truth[k].toDouble()) <=
                       rounding * std::pow(size, degree - order) * (order == 0 ? 1 : degree * degree),
                   qPrintable(QStringLiteral("%1: %2 is not %3")
                                  .arg(QString::fromStdString(text))
                                  .arg(values[k], 0, 'g', 17)
                                  .arg(truth[k].toDouble(), 0, 'g', 17)));
        }
        QVERIFY2(ours.hessian(0, 1) == ours.hessian(1, 0), text.c_str());
      }
      for (const Eigen::Vector2d& minimum : objective.minima) {
        const auto at = objective.secondOrder(minimum);
        // The minimizers are rounded, which moves the gradient by the Hessian times that.
        QVERIFY2(at.gradient.norm() <= 8 * epsilon * at.hessian.norm() * (1 + minimum.norm()), text.c_str());
        QVERIFY2(at.hessian.determinant() > 0 && at.hessian(0, 0) > 0, text.c_str());
        QVERIFY2(at.value <= both[1].toDouble() + 1e-9, text.c_str());
        QVERIFY((minimum.array() > objective.window.low.array()).all());
        QVERIFY((minimum.array() < objective.window.high.array()).all());
      }
      QVERIFY((objective.start.array() > objective.window.low.array()).all());
      QVERIFY((objective.start.array() < objective.window.high.array()).all());
      QVERIFY(objective.secondOrder(objective.start).gradient.norm() > 0);
    }
  }

  void aTypedFunctionIsTheSameFunction() {
    Random random(52);
    for (const TestFunction function : allTestFunctions) {
      const Objective known = objectiveOf(function);
      const auto parsed = parseExpression(formula(function), {"x", "y"});
      QVERIFY(parsed.ok());
      const Objective typed = objectiveOf(parsed.expression);
      QVERIFY(typed.minima.empty());
      for (int i = 0; i < 50; ++i) {
        const Eigen::Vector2d p(random.uniform(-3, 3), random.uniform(-3, 3));
        const auto a = known.secondOrder(p);
        const auto b = typed.secondOrder(p);
        QCOMPARE(typed.value(p), b.value);
        // Beale's terms reach 3·(1 + 27)²·9 here, and each is rounded some twenty times.
        const double rounding = 32 * epsilon * 1e5;
        QVERIFY(std::abs(a.value - b.value) <= rounding);
        QVERIFY((a.gradient - b.gradient).norm() <= rounding);
        QVERIFY((a.hessian - b.hessian).norm() <= rounding);
      }
    }
    const Objective nothing = objectiveOf(eigenboard::algebra::Expression{});
    QVERIFY(std::isnan(nothing.value({1, 2})));
    QVERIFY(std::isnan(nothing.secondOrder({1, 2}).value));
  }

  void theRavineTurns() {
    for (const double kappa : {1.0, 10.0, 1e6, 1e-3})
      for (const double angle : {0.0, 0.3, std::numbers::pi / 2, -2.0}) {
        const Objective turned = ravine(kappa, angle);
        const Eigen::Vector2d along(std::cos(angle), std::sin(angle));
        const Eigen::Vector2d across(-std::sin(angle), std::cos(angle));
        const double rounding = 16 * epsilon * std::max(1.0, kappa);
        QVERIFY(std::abs(turned.value(2 * along) - 2) <= 4 * rounding);
        QVERIFY(std::abs(turned.value(2 * across) - 2 * kappa) <= 4 * rounding);
        const auto f = turned.secondOrder(along);
        QVERIFY((f.hessian * along - along).norm() <= rounding);
        QVERIFY((f.hessian * across - kappa * across).norm() <= rounding);
        QVERIFY((f.gradient - along).norm() <= rounding);
        QCOMPARE(turned.minima.size(), std::size_t{1});
      }
  }

  void noPointIsTooFar() {
    const double infinity = std::numeric_limits<double>::infinity();
    for (const TestFunction function : allTestFunctions)
      for (const double far : {1e-300, 1e200, -1e300, infinity, std::nan("")}) {
        const auto f = objectiveOf(function).secondOrder({far, -far});
        QVERIFY(!(f.value < 0) || function == TestFunction::Saddle);
      }
    for (const TestFunction flat : {TestFunction::Plateau, TestFunction::GaussianWell}) {
      const auto f = objectiveOf(flat).secondOrder({1e200, 1e200});
      QCOMPARE(f.value, 1.0);
      QVERIFY(f.gradient.isZero(0) && f.hessian.isZero(0));
    }
    // The values of the wells keep their digits at the bottom.
    QCOMPARE(objectiveOf(TestFunction::GaussianWell).value({1e-12, 0}), 0.5e-24);
    QCOMPARE(objectiveOf(TestFunction::Ripple).value({1e-12, 0}),
             1e-24 * (1 + 20 * std::numbers::pi * std::numbers::pi));
  }
};

QTEST_APPLESS_MAIN(TestFunctionsAreAsPublished)
#include "test_functions_are_as_published.moc"
