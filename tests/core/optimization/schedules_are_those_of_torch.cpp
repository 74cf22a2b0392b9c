#include "core/optimization/schedules.h"
#include "tests/core/json_numbers.h"
#include "tests/core/python_process.h"
#include "tests/core/random_numbers.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QTest>

#include <cmath>
#include <limits>
#include <vector>

using namespace eigenboard::optimization;
using eigenboard::tests::RandomNumbers;
using eigenboard::tests::runPython;

namespace {

constexpr double unitRoundoff = std::numeric_limits<double>::epsilon();

const QString oracle = QStringLiteral(R"(
import json, sys, warnings
warnings.simplefilter("ignore")
import torch
from torch.optim import lr_scheduler as schedulers

def factors(case):
    kind, n, w = case["kind"], case["period"], case["warm_up"]
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=1.0)
    if kind == "steps":
        schedule = schedulers.StepLR(optimizer, n, case["decay"])
    elif kind == "exponential":
        schedule = schedulers.ExponentialLR(optimizer, case["decay"])
    elif kind == "cosine":
        cosine = lambda: schedulers.CosineAnnealingLR(optimizer, n - w, eta_min=case["floor"])
        if w == 0:
            schedule = cosine()
        else:
            warm = schedulers.LinearLR(optimizer, start_factor=1 / (w + 1), total_iters=w)
            schedule = schedulers.SequentialLR(optimizer, [warm, cosine()], milestones=[w])
    elif kind == "inverse":
        # Vaswani and others: min(s^-0.5, s w^-1.5), here 1 at its top, with steps counted from 1
        top = (w + 1) ** -0.5
        schedule = schedulers.LambdaLR(optimizer, lambda k: min((k + 1) ** -0.5, (k + 1) * (w + 1) ** -1.5) / top)
    elif kind == "one_cycle":
        schedule = schedulers.OneCycleLR(optimizer, 1.0, total_steps=n, pct_start=case["rise"],
                                         div_factor=case["divisor"], final_div_factor=case["final"])
    else:
        schedule = schedulers.LambdaLR(optimizer, lambda k: 1.0)
    rates = []
    for _ in range(n):
        rates.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        if len(rates) < n:
            schedule.step()
    return rates

def clipped(case):
    answer = []
    for clip in (torch.nn.utils.clip_grad_norm_, torch.nn.utils.clip_grad_value_):
        point = torch.zeros(len(case["gradient"]), dtype=torch.float64, requires_grad=True)
        point.grad = torch.tensor(case["gradient"], dtype=torch.float64)
        clip([point], case["most"])
        answer.append(point.grad.tolist())
    return answer

given = json.load(sys.stdin)
json.dump({"factors": [factors(case) for case in given["schedules"]],
           "clipped": [clipped(case) for case in given["gradients"]]}, sys.stdout)
)");

QString torchName(ScheduleKind kind) {
  switch (kind) {
  case ScheduleKind::Constant:
    return QStringLiteral("constant");
  case ScheduleKind::Steps:
    return QStringLiteral("steps");
  case ScheduleKind::Exponential:
    return QStringLiteral("exponential");
  case ScheduleKind::Cosine:
    return QStringLiteral("cosine");
  case ScheduleKind::InverseSquareRoot:
    return QStringLiteral("inverse");
  case ScheduleKind::OneCycle:
    return QStringLiteral("one_cycle");
  }
  return {};
}

} // namespace

class SchedulesAreThoseOfTorch : public QObject {
  Q_OBJECT

  std::vector<Schedule> schedules_;
  std::vector<std::pair<Eigen::VectorXd, double>> gradients_;
  QJsonObject answers_;

 private slots:
  void initTestCase() {
    RandomNumbers random(83);
    QJsonArray schedules;
    for (int i = 0; i < 60; ++i) {
      Schedule one;
      one.kind = static_cast<ScheduleKind>(i % 6);
      one.period = random.integer(12, 200);
      one.warmUp = i % 4 == 0 ? 0 : random.integer(1, one.period / 2);
      one.decay = random.uniform(0.3, 1);
      one.floor = random.uniform(0, 0.5);
      one.rise = random.uniform(0.2, 0.8);
      one.divisor = random.uniform(2, 30);
      one.finalDivisor = random.uniform(10, 1e5);
      schedules_.push_back(one);
      schedules.append(QJsonObject{{"kind", torchName(one.kind)},
                                   {"period", one.period},
                                   {"warm_up", one.warmUp},
                                   {"decay", one.decay},
                                   {"floor", one.floor},
                                   {"rise", one.rise},
                                   {"divisor", one.divisor},
                                   {"final", one.finalDivisor}});
    }
    QJsonArray gradients;
    for (int i = 0; i < 40; ++i) {
      const Eigen::VectorXd gradient = 3 * random.matrix(random.integer(1, 9), 1);
      gradients_.emplace_back(gradient, random.uniform(0.1, 4));
      gradients.append(QJsonObject{{"gradient", eigenboard::tests::listJson(gradient)},
                                   {"most", gradients_.back().second}});
    }
    const auto answer = runPython(
        oracle, QJsonDocument(QJsonObject{{"schedules", schedules}, {"gradients", gradients}}).toJson());
    QVERIFY2(answer.error.isEmpty(), qPrintable(answer.error));
    answers_ = QJsonDocument::fromJson(answer.output).object();
  }

  void factorsAreThoseOfTorch() {
    const QJsonArray all = answers_[QLatin1String("factors")].toArray();
    QCOMPARE(static_cast<std::size_t>(all.size()), schedules_.size());
    for (std::size_t i = 0; i < schedules_.size(); ++i) {
      const QJsonArray theirs = all[static_cast<qsizetype>(i)].toArray();
      QCOMPARE(static_cast<int>(theirs.size()), schedules_[i].period);
      for (int k = 0; k < schedules_[i].period; ++k) {
        const double ours = scheduleFactor(schedules_[i], k);
        // Torch makes most rates from the one before; a cosine divides by 1 + cos, which is as small as
        // (π/n)²/2 at the end.
        const double n = schedules_[i].kind == ScheduleKind::Cosine ? schedules_[i].period : 0;
        const double allowed = 16 * unitRoundoff * (k + 1) * (1 + n * n);
        QVERIFY2(std::abs(ours - theirs[k].toDouble()) <= allowed,
                 qPrintable(QStringLiteral("%1 at %2: %3, torch %4")
                                .arg(torchName(schedules_[i].kind))
                                .arg(k)
                                .arg(ours, 0, 'g', 17)
                                .arg(theirs[k].toDouble(), 0, 'g', 17)));
      }
    }
  }

  void clippingIsThatOfTorch() {
    const QJsonArray all = answers_[QLatin1String("clipped")].toArray();
    for (std::size_t i = 0; i < gradients_.size(); ++i) {
      const auto& [gradient, most] = gradients_[i];
      const QJsonArray theirs = all[static_cast<qsizetype>(i)].toArray();
      const Eigen::VectorXd byNorm = clippedByNorm(gradient, most);
      const Eigen::VectorXd byValue = clippedByValue(gradient, most);
      for (Eigen::Index j = 0; j < gradient.size(); ++j) {
        // Torch divides by the norm plus 1e-6.
        QVERIFY(std::abs(byNorm(j) - theirs[0].toArray()[static_cast<qsizetype>(j)].toDouble()) <=
                1.1e-6 * std::max(1.0, most / gradient.norm()));
        QCOMPARE(byValue(j), theirs[1].toArray()[static_cast<qsizetype>(j)].toDouble());
      }
      QVERIFY(byNorm.norm() <= std::min(most, gradient.norm()) * (1 + 8 * unitRoundoff));
    }
  }

  void theyBeginAndEndWhereTheySay() {
    Schedule one;
    one.kind = ScheduleKind::Cosine;
    one.floor = 0.1;
    one.warmUp = 9;
    QCOMPARE(scheduleFactor(one, 0), 0.1);
    QCOMPARE(scheduleFactor(one, 9), 1.0);
    QCOMPARE(scheduleFactor(one, 100), 0.1);
    QCOMPARE(scheduleFactor(one, 1'000'000'000), 0.1);
    one.kind = ScheduleKind::InverseSquareRoot;
    QCOMPARE(scheduleFactor(one, 9), 1.0);
    QCOMPARE(scheduleFactor(one, 39), 0.5);
    one.kind = ScheduleKind::OneCycle;
    QCOMPARE(scheduleFactor(one, 29), 1.0);
    QVERIFY(std::abs(scheduleFactor(one, 1000) - 4e-6) <= 4 * unitRoundoff);
    // What no one should ask for has an answer all the same.
    one.period = 0;
    one.warmUp = -3;
    for (const ScheduleKind kind :
         {ScheduleKind::Constant, ScheduleKind::Steps, ScheduleKind::Exponential, ScheduleKind::Cosine,
          ScheduleKind::InverseSquareRoot, ScheduleKind::OneCycle}) {
      one.kind = kind;
      for (const int step : {0, 1, 50})
        QVERIFY(std::isfinite(scheduleFactor(one, step)));
    }
    const Eigen::VectorXd infinite = Eigen::VectorXd::Constant(2, std::numeric_limits<double>::infinity());
    QVERIFY(clippedByNorm(infinite, 1) == infinite);
    QVERIFY(clippedByValue(infinite, 1) == Eigen::VectorXd::Ones(2));
    QCOMPARE(clippedByNorm(Eigen::VectorXd::Zero(3), 0).norm(), 0.0);
    QCOMPARE(clippedByNorm(Eigen::VectorXd(), 1).size(), Eigen::Index(0));
  }
};

QTEST_GUILESS_MAIN(SchedulesAreThoseOfTorch)
#include "schedules_are_those_of_torch.moc"
