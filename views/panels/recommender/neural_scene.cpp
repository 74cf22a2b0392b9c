#include "views/panels/recommender/neural_model.h"
#include "views/panels/recommender/rating_table.h"
#include "views/panels/support/tex.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::panels::recommender::neural_panel {

using scene::Dash;
using scene::Role;
using scene::Stroke;

namespace {

constexpr Role factorRole = Role::Series1;
constexpr Role networkRole = Role::Series2;

using AccuracyOf = const math::Accuracy Step::*;

std::vector<QPointF> pointsOf(const std::vector<Step>& steps, AccuracyOf accuracy) {
  std::vector<QPointF> points;
  for (const Step& step : steps)
    if (const double error = (step.*accuracy).rootMeanSquare; std::isfinite(error))
      points.emplace_back(step.epoch, error);
  return points;
}

void addRace(scene::PlaneView& view, const Result& r, AccuracyOf accuracy, Role role, Dash dash,
             const QString& name) {
  std::vector<QPointF> past = pointsOf(r.history, accuracy);
  if (past.empty())
    return;
  const QPointF last = past.back();
  std::vector<QPointF> future = pointsOf(r.ahead, accuracy);
  future.insert(future.begin(), last);
  for (const std::vector<QPointF>* points : {&past, &future})
    for (const QPointF& point : *points)
      view.y.maximum = std::max(view.y.maximum, niceEnd(1.05 * point.y(), 0.5));
  if (future.size() > 1)
    view.marks.push_back(scene::Curve{std::move(future), Stroke{role, 1.6, dash, 0.4},
                                      Words::tr("%1, the epochs to come").arg(name)});
  if (past.size() > 1)
    view.marks.push_back(scene::Curve{std::move(past), Stroke{role, 2.2, dash}, name});
  view.marks.push_back(scene::Points{{last}, role, 4, 1, name});
}

} // namespace

scene::PlaneView scoresView(const QString& key, const QString& title, const Result& r,
                            const Eigen::MatrixXd& scores) {
  const RatingsSource& source = *r.source;
  scene::PlaneView view = emptyTable(key, title, source);
  const TableFrame frame = frameOf(source);
  addTable(view, source, scores, {0.5, mostStars, title});
  scene::Points dots{{}, Role::Ink, 1.4, 0.8, Words::tr("Held back for the test")};
  for (const auto& [person, film] : r.now().task->tested)
    dots.points.emplace_back(film + 0.5, frame.rowMiddle(person));
  view.marks.push_back(std::move(dots));
  addChosen(view, frame, r.chosen);
  view.handles = {personHandle(source, QStringLiteral("person"), r.chosen.person, Role::Drag),
                  filmHandle(source, QStringLiteral("film"), r.chosen.film, Role::DragSecond)};
  view.clickName = Words::tr("Choose a cell");
  view.click = [frame](QPointF point) {
    const std::optional<CellPlace> cell = frame.cellAt(point);
    return cell ? scene::Settings{{QStringLiteral("person"), QString::number(cell->person + 1)},
                                  {QStringLiteral("film"), QString::number(cell->film + 1)}}
                : scene::Settings{};
  };
  return view;
}

scene::PlaneView errorsView(const Result& r) {
  scene::PlaneView view;
  view.key = QStringLiteral("errors");
  view.title = Words::tr("Errors by epoch");
  view.equalAspect = false;
  view.x = {tex::text(Words::tr("epoch")), 0, niceEnd(r.now().epoch, epochsAhead)};
  view.y = {tex::text(Words::tr("RMSE in stars")), 0, 0.5};
  addRace(view, r, &Step::factorTrain, factorRole, Dash::Dashed,
          Words::tr("Factors, on what is learnt from"));
  addRace(view, r, &Step::networkTrain, networkRole, Dash::Dashed,
          Words::tr("Network, on what is learnt from"));
  addRace(view, r, &Step::factorTest, factorRole, Dash::Solid, Words::tr("Factors, on the test"));
  addRace(view, r, &Step::networkTest, networkRole, Dash::Solid, Words::tr("Network, on the test"));
  view.legend = {{Words::tr("factors (dashed: train)"), factorRole}, {Words::tr("network"), networkRole}};
  return view;
}

} // namespace eigenboard::panels::recommender::neural_panel
