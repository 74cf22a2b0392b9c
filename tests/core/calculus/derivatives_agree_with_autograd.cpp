#include "core/calculus/computation_graph.h"
#include "core/calculus/forward_mode.h"
#include "core/numerics/random.h"
#include "tests/core/python_process.h"
#include "tests/core/random_expressions.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

#include <array>
#include <cmath>
#include <limits>

using namespace eigenboard::calculus;
using eigenboard::algebra::parseExpression;
using eigenboard::numerics::Random;
using eigenboard::tests::RandomExpressions;
using eigenboard::tests::runPython;

namespace {

constexpr int count = 400;
const std::vector<std::string> variables = {"x", "y"};

/// PyTorch's autograd in double precision. What rounding can do to a result is measured, not guessed: the
/// same again seven times with every intermediate result off by up to one unit of the last place, at random.
const QString oracle = QStringLiteral(R"(
import json, math, sys
import torch
torch.manual_seed(1)
torch.set_num_threads(1)
eps = 2.0 ** -52

class Kink(Exception):
    pass

class Number:
    noise = 0.0
    def __init__(self, t):
        self.t = t * (1 + Number.noise * eps * (2 * torch.rand((), dtype=torch.float64) - 1))
    def __add__(self, o): return Number(self.t + o.t)
    def __sub__(self, o): return Number(self.t - o.t)
    def __mul__(self, o): return Number(self.t * o.t)
    def __truediv__(self, o): return Number(self.t / o.t)
    def __neg__(self): return Number(-self.t)
    def __pow__(self, o):
        # A constant exponent is a number, not a tensor, so that it asks for no logarithm of the base.
        return Number(self.t ** (o.t if o.t.requires_grad else o.t.item()))

def constant(text):
    return Number(torch.tensor(float(text), dtype=torch.float64))

def tanh(z):
    # torch.tanh's own slope 1 - tanh^2 has no digits far from 0.
    if -20 < z < 20:
        return torch.sinh(z) / torch.cosh(z)
    e = torch.exp(-2 * abs_(z))
    return torch.sign(z) * (1 - e) / (1 + e)

def abs_(z):
    return z if z >= 0 else -z

def choose(torch_function):
    def function(a, b):
        if a.t == b.t:
            raise Kink
        return Number(torch_function(a.t, b.t))
    return function

def absolute(a):
    if a.t == 0:
        raise Kink
    return Number(torch.abs(a.t))

functions = {name: (lambda f: lambda a: Number(f(a.t)))(getattr(torch, name))
             for name in "sqrt exp log log2 log10 sin cos tan asin acos atan sinh cosh".split()}
functions.update(tanh=lambda a: Number(tanh(a.t)), abs=absolute, min=choose(torch.minimum), max=choose(torch.maximum))

import ast
class Wrap(ast.NodeTransformer):
    def visit_Constant(self, node):
        return ast.Call(ast.Name("constant", ast.Load()), [ast.Constant(repr(float(node.value)))], [])

def derivatives(code, x, y):
    point = torch.tensor([x, y], dtype=torch.float64, requires_grad=True)
    value = eval(code, {**functions, "constant": constant, "x": Number(point[0]), "y": Number(point[1])}).t
    if not value.requires_grad:
        return [value.item(), 0.0, 0.0, 0.0, 0.0, 0.0]
    (g,) = torch.autograd.grad(value, point, create_graph=True)
    h = [torch.autograd.grad(g[i], point, retain_graph=True)[0] if g.requires_grad else torch.zeros(2) for i in (0, 1)]
    return [value.item(), g[0].item(), g[1].item(), h[0][0].item(), h[0][1].item(), h[1][1].item()]

answers = []
for text, x, y in json.load(sys.stdin):
    code = compile(ast.fix_missing_locations(Wrap().visit(ast.parse(text, mode="eval"))), "", "eval")
    try:
        Number.noise = 0.0
        plain = derivatives(code, x, y)
        Number.noise = 1.0
        spread = [0.0] * 6
        for _ in range(7):
            spread = [max(s, abs(a - b)) for s, a, b in zip(spread, derivatives(code, x, y), plain)]
        answers.append([[p if math.isfinite(p) else None, s if math.isfinite(s) else None]
                        for p, s in zip(plain, spread)])
    except Kink:
        answers.append(None)
json.dump(answers, sys.stdout)
)");

struct Case {
  std::string text;
  std::array<double, 2> point;
  eigenboard::algebra::Expression expression;
};

/// What rounding can do to the sum over the paths from the result to the variables of the products of
/// slopes: two roundings a node, of the sum of their absolute values.
double roundingOfPaths(const Case& one) {
  ComputationGraph graph = forwardPass(one.expression, one.point);
  double sum = 0;
  for (int node = static_cast<int>(graph.size()) - 1; node >= 0; --node) {
    GraphNode& here = graph[static_cast<std::size_t>(node)];
    here.local.a = std::abs(here.local.a);
    here.local.b = std::abs(here.local.b);
    handToOperands(graph, node);
    if (here.variable >= 0)
      sum += here.adjoint;
  }
  return 2 * static_cast<double>(graph.size()) * std::numeric_limits<double>::epsilon() * sum;
}

} // namespace

class DerivativesAgreeWithAutograd : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    RandomExpressions expressions(31);
    Random random(32);
    QJsonArray input;
    for (int i = 0; i < count; ++i) {
      Case one{expressions.next(1 + i % 4), {}, {}};
      // Tiny, ordinary and large coordinates.
      const double scale = i % 5 == 0 ? 1e-8 : i % 5 == 1 ? 30 : 2;
      one.point = {random.uniform(-scale, scale), random.uniform(-scale, scale)};
      const auto parsed = parseExpression(one.text, variables);
      QVERIFY2(parsed.ok(), one.text.c_str());
      one.expression = parsed.expression;
      input.append(QJsonArray{QString::fromStdString(one.text), one.point[0], one.point[1]});
      cases_.push_back(one);
    }
    const auto answer = runPython(oracle, QJsonDocument(input).toJson());
    QVERIFY2(answer.error.isEmpty(), qPrintable(answer.error));
    answers_ = QJsonDocument::fromJson(answer.output).array();
    QCOMPARE(answers_.size(), count);
  }

  void gradientsAndHessiansAreTorchs() {
    int compared = 0;
    for (int i = 0; i < count; ++i) {
      const Case& one = cases_[static_cast<std::size_t>(i)];
      if (answers_[i].isNull())
        continue; // a tie of min and max, or |0|
      const QJsonArray truth = answers_[i].toArray();
      const SecondOrder second = secondOrder(one.expression, {one.point[0], one.point[1]});
      const ValueAndGradient reverse = gradient(one.expression, one.point);
      const double ours[] = {second.value,         second.gradient(0),   second.gradient(1),
                             second.hessian(0, 0), second.hessian(0, 1), second.hessian(1, 1)};
      const double backward[] = {reverse.value, reverse.gradient(0), reverse.gradient(1)};
      if (std::isnan(second.value)) {
        QVERIFY2(truth[0].toArray()[0].isNull(), one.text.c_str());
        QVERIFY(second.gradient.array().isNaN().all() && second.hessian.array().isNaN().all());
        QVERIFY(reverse.gradient.array().isNaN().all());
        continue;
      }
      for (int k = 0; k < 6; ++k) {
        const QJsonArray pair = truth[k].toArray();
        if (pair[0].isNull() || pair[1].isNull())
          continue; // PyTorch's own 0 · ∞
        const double torch = pair[0].toDouble();
        // Eight times what one unit at every operation was seen to do, and the roundings of the chain rule.
        const double rounding = 8 * pair[1].toDouble() + 0x1p-46 * std::abs(torch) + 1e-300;
        QVERIFY2(std::abs(ours[k] - torch) <= rounding,
                 qPrintable(QStringLiteral("%1 at %2, %3: derivative %4 is %5, not %6 ± %7")
                                .arg(QString::fromStdString(one.text))
                                .arg(one.point[0])
                                .arg(one.point[1])
                                .arg(k)
                                .arg(ours[k], 0, 'g', 17)
                                .arg(torch, 0, 'g', 17)
                                .arg(rounding)));
        if (k < 3)
          QVERIFY2(std::abs(backward[k] - torch) <= rounding, one.text.c_str());
        // Where the comparison says something at all.
        compared += rounding <= 1e-8 * std::abs(torch) && torch != 0;
      }
    }
    QVERIFY2(compared > 3 * count / 2, qPrintable(QString::number(compared)));
  }

  void forwardAndReverseModeAgreeAlongEveryDirection() {
    Random random(33);
    int compared = 0;
    for (const Case& one : cases_) {
      const ValueAndGradient reverse = gradient(one.expression, one.point);
      if (!reverse.gradient.allFinite())
        continue;
      const std::array<double, 2> direction = {random.uniform(-1, 1), random.uniform(-1, 1)};
      const DirectionalDerivative forward = derivativeAlong(one.expression, one.point, direction);
      const double x = derivativeAlong(one.expression, one.point, std::vector<double>{1, 0}).derivative;
      const double y = derivativeAlong(one.expression, one.point, std::vector<double>{0, 1}).derivative;
      QCOMPARE(forward.value, reverse.value);
      // The same products along every path through the graph, summed in another order.
      const double rounding = roundingOfPaths(one);
      QVERIFY2(std::abs(forward.derivative - direction[0] * reverse.gradient(0) -
                        direction[1] * reverse.gradient(1)) <= rounding,
               one.text.c_str());
      QVERIFY2(std::abs(x - reverse.gradient(0)) <= rounding, one.text.c_str());
      QVERIFY2(std::abs(y - reverse.gradient(1)) <= rounding, one.text.c_str());
      ++compared;
    }
    QVERIFY(compared > count / 2);
  }

 private:
  std::vector<Case> cases_;
  QJsonArray answers_;
};

QTEST_APPLESS_MAIN(DerivativesAgreeWithAutograd)
#include "derivatives_agree_with_autograd.moc"
