#include "views/panels/optimization/optimizers_numpy.h"
#include "views/panels/optimization/optimizers_views.h"
#include "views/panels/support/python.h"
#include "views/panels/support/speech.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::panels::optimization::optimizers_panel {

namespace {

eigenboard::optimization::Schedule scheduleOf(const Params& params) {
  eigenboard::optimization::Schedule schedule;
  schedule.kind = params.schedule;
  schedule.period = params.period;
  schedule.warmUp = params.warmUp;
  schedule.decay =
      params.schedule == ScheduleKind::Exponential ? std::pow(params.left, 1.0 / params.period) : params.left;
  return schedule;
}

/// How the factor is found, k being the steps taken.
QString factorExpression(const Params& params) {
  switch (params.schedule) {
  case ScheduleKind::Constant:
    return QStringLiteral("1.0");
  case ScheduleKind::Steps:
    return QStringLiteral("left ** (k // period)");
  case ScheduleKind::Exponential:
    return QStringLiteral("(left ** (1 / period)) ** k");
  case ScheduleKind::Cosine:
    return QStringLiteral("(k + 1) / (warm_up + 1) if k < warm_up else half_cosine(1.0, 0.0, (k - warm_up) / "
                          "(period - warm_up))");
  case ScheduleKind::InverseSquareRoot:
    return QStringLiteral("(k + 1) / (warm_up + 1) if k < warm_up else np.sqrt((warm_up + 1) / (k + 1))");
  case ScheduleKind::OneCycle:
    return QStringLiteral("half_cosine(1 / 25, 1.0, k / top) if k <= top else half_cosine(1.0, 1 / 25 / 1e4, "
                          "(k - top) / (period - 1 - top))");
  }
  return {};
}

} // namespace

double scheduleFactor(const Params& params, std::int64_t step) {
  return eigenboard::optimization::scheduleFactor(scheduleOf(params), step);
}

scene::PlaneView scheduleView(const Params& params, const Result& result) {
  scene::PlaneView view;
  view.key = QStringLiteral("schedule");
  view.title = Words::tr("Learning rate, step by step");
  view.equalAspect = false;
  const int last = std::max({params.period, result.step(), 4 * params.warmUp});
  view.x = {QStringLiteral("\\text{%1}\\ k").arg(Words::tr("step")), 0, static_cast<double>(last)};
  view.y = {QStringLiteral("\\eta_k / \\eta"), 0, 1.1};
  constexpr int mostPoints = 400;
  const int stride = std::max(1, last / mostPoints);
  std::vector<QPointF> curve;
  for (int k = 0; k <= last; k += stride)
    curve.emplace_back(k, scheduleFactor(params, k));
  view.marks.push_back(scene::Curve{std::move(curve),
                                    scene::Stroke{scene::Role::Response, 2.4, scene::Dash::Solid, 1},
                                    Words::tr("What the rates are multiplied with")});
  const double now = scheduleFactor(params, result.step());
  view.marks.push_back(
      scene::Points{{{static_cast<double>(result.step()), now}},
                    scene::Role::Response,
                    5,
                    1,
                    Words::tr("The next step: %1 of the full rate").arg(speech::number(now))});
  return view;
}

QString scheduleCode(const Params& params) {
  if (params.schedule == ScheduleKind::Constant)
    return {};
  return QStringLiteral(R"(period, left = %1, %2
warm_up = min(%3, period - 1)
top = 0.3 * period - 1  # where one cycle turns


def half_cosine(start, end, share):
    return end + (start - end) * (1 + np.cos(np.pi * min(1.0, share))) / 2


def factor(k):
    """What the schedule multiplies the rates with for the step that follows k steps."""
    return %4

)")
      .arg(params.period)
      .arg(python::literal(params.left))
      .arg(params.warmUp)
      .arg(factorExpression(params));
}

} // namespace eigenboard::panels::optimization::optimizers_panel
