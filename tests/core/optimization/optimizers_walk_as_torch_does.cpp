#include "core/optimization/optimizer.h"
#include "core/optimization/test_functions.h"
#include "tests/core/python_process.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QTest>

#include <cmath>
#include <limits>

using namespace eigenboard::optimization;
using eigenboard::tests::runPython;

namespace {

constexpr double epsilon = std::numeric_limits<double>::epsilon();
constexpr int steps = 100;

/// torch.optim in double precision, twice. "replayed" is given the gradients that we met, so that only the
/// rules of the update are compared. "walked" finds its own by autograd, and "spread" is how far its own walk
/// moves when the start is off by 2^-46 of itself and every point at which a gradient is taken by 2^-49: what
/// the function makes of roundings on the way.
const QString oracle = QStringLiteral(R"(
import json, math, random, sys
import torch
torch.set_num_threads(1)
cos = torch.cos
functions = {
    "ravine": lambda x, y: 0.5 * (x * x + 100 * y * y),
    "bowl": lambda x, y: 0.5 * (x * x + y * y),
    "saddle": lambda x, y: 0.5 * (x * x - y * y),
    "plateau": lambda x, y: (x * x + y * y) / (1 + x * x + y * y),
    "rosenbrock": lambda x, y: (1 - x) ** 2 + 100 * (y - x * x) ** 2,
    "himmelblau": lambda x, y: (x * x + y - 11) ** 2 + (x + y * y - 7) ** 2,
    "beale": lambda x, y: (1.5 - x + x * y) ** 2 + (2.25 - x + x * y ** 2) ** 2 + (2.625 - x + x * y ** 3) ** 2,
    "well": lambda x, y: 1 - torch.exp(-0.5 * (x * x + y * y)),
    "ripple": lambda x, y: 20 + x * x + y * y - 10 * cos(2 * math.pi * x) - 10 * cos(2 * math.pi * y),
}

def optimizer(point, case):
    s, method = case["settings"], case["method"]
    common = dict(lr=s["lr"], weight_decay=s["weightDecay"])
    if method == "sgd":
        return torch.optim.SGD([point], momentum=s["momentum"], dampening=s["dampening"], nesterov=s["nesterov"], **common)
    if method == "adagrad":
        return torch.optim.Adagrad([point], lr_decay=s["lrDecay"], eps=s["eps"], **common)
    if method == "rmsprop":
        return torch.optim.RMSprop([point], alpha=s["alpha"], eps=s["eps"], momentum=s["momentum"], **common)
    kind = torch.optim.Adam if method == "adam" else torch.optim.AdamW
    return kind([point], betas=(s["beta1"], s["beta2"]), eps=s["eps"], **common)

def walk(case, start, gradients=None, off=0.0):
    signs = random.Random(3)
    point = torch.tensor(start, dtype=torch.float64, requires_grad=True)
    rule = optimizer(point, case)
    points = []
    for k in range(case["steps"]):
        rule.zero_grad()
        if gradients is None:
            x, y = (point[i] * (1 + signs.choice((-off, off))) for i in (0, 1))
            functions[case["function"]](x, y).backward()
        else:
            point.grad = torch.tensor(gradients[k], dtype=torch.float64)
        rule.step()
        points.append(point.tolist())
    return points

answers = []
for case in json.load(sys.stdin):
    start = case["start"]
    walked = walk(case, start)
    moved = walk(case, [start[0] * (1 + 2.0 ** -46), start[1] * (1 - 2.0 ** -46)], off=2.0 ** -49)
    spread = [max(abs(p[i] - m[i]) for i in (0, 1)) for p, m in zip(walked, moved)]
    answers.append({"walked": walked, "spread": spread, "replayed": walk(case, start, case["gradients"])})
json.dump(answers, sys.stdout)
)");

struct Walk {
  QString function;
  TestFunction objective = TestFunction::Bowl;
  OptimizerSettings settings;
  std::vector<OptimizerState> states; ///< the start, and what stands after each step
};

QString torchName(Method method) {
  switch (method) {
  case Method::AdaGrad:
    return QStringLiteral("adagrad");
  case Method::RmsProp:
    return QStringLiteral("rmsprop");
  case Method::Adam:
    return QStringLiteral("adam");
  case Method::AdamW:
    return QStringLiteral("adamw");
  default:
    return QStringLiteral("sgd");
  }
}

QJsonArray coordinates(const Eigen::Vector2d& point) {
  return {point(0), point(1)};
}

QJsonObject toJson(const Walk& walk) {
  const OptimizerSettings& s = walk.settings;
  QJsonArray gradients;
  for (std::size_t k = 0; k + 1 < walk.states.size(); ++k)
    gradients.append(coordinates(walk.states[k].gradient));
  const QJsonObject settings{{"lr", s.lr},
                             {"momentum", s.method == Method::GradientDescent ? 0 : s.momentum},
                             {"dampening", s.dampening},
                             {"nesterov", s.method == Method::Nesterov},
                             {"lrDecay", s.lrDecay},
                             {"alpha", s.alpha},
                             {"beta1", s.beta1},
                             {"beta2", s.beta2},
                             {"eps", s.eps},
                             {"weightDecay", s.weightDecay}};
  return {{"function", walk.function},
          {"method", torchName(s.method)},
          {"settings", settings},
          {"start", coordinates(walk.states.front().point)},
          {"steps", static_cast<int>(walk.states.size()) - 1},
          {"gradients", gradients}};
}

} // namespace

class OptimizersWalkAsTorchDoes : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    const std::pair<const char*, TestFunction> functions[] = {
        {"ravine", TestFunction::Ravine},         {"bowl", TestFunction::Bowl},
        {"saddle", TestFunction::Saddle},         {"plateau", TestFunction::Plateau},
        {"rosenbrock", TestFunction::Rosenbrock}, {"himmelblau", TestFunction::Himmelblau},
        {"beale", TestFunction::Beale},           {"well", TestFunction::GaussianWell},
        {"ripple", TestFunction::Ripple}};
    const Method methods[] = {Method::GradientDescent, Method::Momentum, Method::Nesterov, Method::AdaGrad,
                              Method::RmsProp,         Method::Adam,     Method::AdamW};
    QJsonArray input;
    for (const auto& [name, function] : functions)
      for (const Method method : methods)
        for (int variant = 0; variant < 2; ++variant) {
          OptimizerSettings settings = defaultSettings(method);
          if (variant == 1) {
            // Every setting off its default.
            settings.lr *= 3;
            settings.dampening = method == Method::Momentum ? 0.2 : 0;
            settings.weightDecay = 0.05;
            settings.lrDecay = 0.01;
            settings.alpha = 0.9;
            settings.beta1 = 0.8;
            settings.beta2 = 0.95;
            settings.eps = 1e-4;
            if (method == Method::RmsProp)
              settings.momentum = 0.5;
          }
          // The rough ones want a smaller step of the methods that do not scale theirs.
          if (method < Method::AdaGrad &&
              (function == TestFunction::Beale || function == TestFunction::Ripple ||
               function == TestFunction::Rosenbrock))
            settings.lr *= 0.1;
          const Objective objective = objectiveOf(function);
          Walk walk{
              QString::fromLatin1(name), function, settings, {initialState(objective, objective.start)}};
          for (int k = 0; k < steps && !walk.states.back().diverged(); ++k)
            walk.states.push_back(nextState(objective, settings, walk.states.back()));
          QVERIFY2(!walk.states.back().diverged(), name);
          input.append(toJson(walk));
          walks_.push_back(std::move(walk));
        }
    const auto answer = runPython(oracle, QJsonDocument(input).toJson());
    QVERIFY2(answer.error.isEmpty(), qPrintable(answer.error));
    answers_ = QJsonDocument::fromJson(answer.output).array();
    QCOMPARE(answers_.size(), static_cast<qsizetype>(walks_.size()));
  }

  void everyUpdateIsTorchs() {
    for (std::size_t i = 0; i < walks_.size(); ++i) {
      const QJsonArray truth = answers_[static_cast<qsizetype>(i)].toObject()["replayed"].toArray();
      const auto& states = walks_[i].states;
      QCOMPARE(truth.size(), static_cast<qsizetype>(states.size()) - 1);
      double path = states[0].point.norm();
      for (std::size_t k = 1; k < states.size(); ++k) {
        path += (states[k].point - states[k - 1].point).norm() + epsilon * states[k].point.norm();
        const QJsonArray point = truth[static_cast<qsizetype>(k - 1)].toArray();
        // A step is made of some ten operations, and its mean and squares carry the roundings of as many
        // steps as they remember; the sum of the steps rounds at the size of the point.
        const double rounding =
            64 * epsilon * path + static_cast<double>(k) * epsilon * states[k].point.norm();
        for (int axis = 0; axis < 2; ++axis)
          QVERIFY2(std::abs(point[axis].toDouble() - states[k].point(axis)) <= rounding,
                   qPrintable(QStringLiteral("%1 method %2 step %3: %4 is not %5")
                                  .arg(walks_[i].function)
                                  .arg(static_cast<int>(walks_[i].settings.method))
                                  .arg(k)
                                  .arg(states[k].point(axis), 0, 'g', 17)
                                  .arg(point[axis].toDouble(), 0, 'g', 17)));
      }
    }
  }

  void everyWalkIsTorchs() {
    int compared = 0;
    int all = 0;
    for (std::size_t i = 0; i < walks_.size(); ++i) {
      const QJsonObject truth = answers_[static_cast<qsizetype>(i)].toObject();
      const QJsonArray walked = truth["walked"].toArray();
      const QJsonArray spread = truth["spread"].toArray();
      double seen = 0;
      for (std::size_t k = 1; k < walks_[i].states.size(); ++k) {
        const Eigen::Vector2d ours = walks_[i].states[k].point;
        const QJsonArray point = walked[static_cast<qsizetype>(k - 1)].toArray();
        // Roundings of 2^-53 on the walk do less than those of 2^-49 were seen to do.
        seen = std::max(seen, spread[static_cast<qsizetype>(k - 1)].toDouble());
        const double rounding = 2 * seen + 0x1p-46 * ours.norm();
        for (int axis = 0; axis < 2; ++axis)
          QVERIFY2(std::abs(point[axis].toDouble() - ours(axis)) <= rounding,
                   qPrintable(QStringLiteral("%1 method %2 step %3: %4 is not %5 ± %6")
                                  .arg(walks_[i].function)
                                  .arg(static_cast<int>(walks_[i].settings.method))
                                  .arg(k)
                                  .arg(ours(axis), 0, 'g', 17)
                                  .arg(point[axis].toDouble(), 0, 'g', 17)
                                  .arg(rounding)));
        ++all;
        compared += rounding < 1e-9 * (1 + ours.norm());
      }
    }
    // Where a rounding grows to more than that the comparison says nothing; it must not be the rule.
    QVERIFY2(compared > 95 * all / 100, qPrintable(QStringLiteral("%1 of %2").arg(compared).arg(all)));
  }

 private:
  std::vector<Walk> walks_;
  QJsonArray answers_;
};

QTEST_APPLESS_MAIN(OptimizersWalkAsTorchDoes)
#include "optimizers_walk_as_torch_does.moc"
