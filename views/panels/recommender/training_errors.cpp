#include "views/panels/recommender/rating_table.h"
#include "views/panels/recommender/training_model.h"
#include "views/panels/support/tex.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::panels::recommender::training_panel {

using scene::Role;
using scene::Stroke;

namespace {

/// RMSE of the noise and the rounding with which the book's ratings were made: no model can know them.
constexpr double noiseOfBook = 0.38;
constexpr double leastEpochs = 60;
constexpr Role trainRole = Role::Series6;
constexpr Role testRole = Role::Series5;

using ErrorOf = double (*)(const Step&);

double trainError(const Step& step) {
  return step.train.rootMeanSquare;
}
double testError(const Step& step) {
  return step.test.rootMeanSquare;
}

std::vector<QPointF> errorCurve(const std::vector<Step>& steps, ErrorOf error) {
  std::vector<QPointF> points;
  for (const Step& step : steps)
    if (std::isfinite(error(step)))
      points.emplace_back(step.epoch, error(step));
  return points;
}

double highest(const std::vector<QPointF>& points) {
  double most = 0;
  for (const QPointF& point : points)
    most = std::max(most, point.y());
  return most;
}

void addErrors(scene::PlaneView& view, const Result& result, ErrorOf error, Role role, const QString& name) {
  std::vector<QPointF> past = errorCurve(result.history, error);
  if (past.empty())
    return;
  std::vector<QPointF> future = errorCurve(result.ahead, error);
  future.insert(future.begin(), past.back());
  const double top = std::max(highest(past), highest(future));
  view.y.maximum = std::max(view.y.maximum, niceEnd(1.05 * top, 0.5));
  if (future.size() > 1)
    view.marks.push_back(scene::Curve{std::move(future), Stroke{role, 1.6, scene::Dash::Solid, 0.4},
                                      Words::tr("%1, the epochs to come").arg(name)});
  const QPointF last = past.back();
  if (past.size() > 1)
    view.marks.push_back(scene::Curve{std::move(past), Stroke{role, 2.4}, name});
  view.marks.push_back(scene::Points{{last}, role, 4.5, 1, name});
}

/// Where the test error was lowest, once it has risen again.
void addLowest(scene::PlaneView& view, const Result& result) {
  const std::vector<QPointF> tested = errorCurve(result.history, testError);
  if (tested.size() < 3)
    return;
  const auto lowest = std::min_element(tested.begin(), tested.end(),
                                       [](const QPointF& a, const QPointF& b) { return a.y() < b.y(); });
  if (lowest + 1 == tested.end())
    return;
  view.marks.push_back(scene::Points{
      {*lowest}, Role::Highlight, 5, 1, Words::tr("Lowest test error, epoch %1").arg(lowest->x())});
  view.legend.push_back({Words::tr("lowest: %1").arg(lowest->x()), Role::Highlight});
}

} // namespace

scene::PlaneView errorsView(const Params&, const Result& result) {
  scene::PlaneView view;
  view.key = QStringLiteral("errors");
  view.title = Words::tr("Errors by epoch");
  view.equalAspect = false;
  view.x = {tex::text(Words::tr("epoch")), 0, niceEnd(result.now().epoch, leastEpochs)};
  view.y = {tex::text(Words::tr("RMSE in stars")), 0, 0.5};
  view.legend = {{Words::tr("train"), trainRole}, {Words::tr("test"), testRole}};
  if (result.source().isBook) {
    view.marks.push_back(scene::Line{{0, noiseOfBook},
                                     {1, 0},
                                     Stroke{Role::Reference, 1.4, scene::Dash::Dashed, 0.9},
                                     Words::tr("Noise of the ratings")});
    view.legend.push_back({Words::tr("noise"), Role::Reference});
  }
  addErrors(view, result, trainError, trainRole, Words::tr("Error on what is learnt from"));
  addErrors(view, result, testError, testRole, Words::tr("Error on what is held back"));
  addLowest(view, result);
  return view;
}

} // namespace eigenboard::panels::recommender::training_panel
