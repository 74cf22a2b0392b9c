#include "views/panels/recommender/rating_table.h"
#include "views/panels/recommender/training_model.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::panels::recommender::training_panel {

using scene::Role;
using scene::Stroke;

namespace {

constexpr double leastStars = 0.5;

/// Of the stars that are given, at least the usual ones.
ColorScale starScale(const Result& result, const QString& name) {
  return {std::min(leastStars, result.model.lowest), std::max(mostStars, result.model.highest), name};
}

void addTested(scene::PlaneView& view, const Result& result, const TableFrame& frame) {
  scene::Points dots;
  dots.role = Role::Ink;
  dots.radius = 1.5;
  dots.name = Words::tr("Held back for the test");
  for (const auto& [person, film] : result.lesson().tested)
    dots.points.emplace_back(film + 0.5, frame.rowMiddle(person));
  view.marks.push_back(std::move(dots));
}

QString ratingsTitle(const RatingsSource& source) {
  return source.isSample() ? Words::tr("Given, of the 40 × 30 met most")
                           : Words::tr("Given; dots: held back");
}

} // namespace

scene::PlaneView ratingsView(const Params& params, const Result& result) {
  const RatingsSource& source = result.source();
  const TableFrame frame = frameOf(source);
  scene::PlaneView view = emptyTable(QStringLiteral("ratings"), ratingsTitle(source), source);
  const ColorScale scale = starScale(result, Words::tr("Stars given"));
  addTable(view, source, result.lesson().given, scale);
  addTested(view, result, frame);
  addOwn(view, frame, params.changes);
  addChosen(view, frame, result.chosen());
  view.handles = {personHandle(source, QStringLiteral("person"), result.person, Role::Drag),
                  filmHandle(source, QStringLiteral("film"), result.film, Role::DragSecond)};
  if (const int row = changeRow(params.changes, result.person, result.film); row >= 0)
    view.handles.push_back(starsHandle(params.changes, row, scale, frame));
  view.clickName = Words::tr("Rate, or take your rating back");
  view.click = [changes = params.changes, frame, chosen = result.chosen(), lesson = result.now().lesson,
                scores = result.scores](QPointF point) {
    const std::optional<CellPlace> cell = frame.cellAt(point);
    if (!cell)
      return scene::Settings{};
    // What it had, or what is predicted.
    const double given = lesson->given(cell->person, cell->film);
    const double predicted = std::clamp(std::round(2 * scores(cell->person, cell->film)) / 2, 0.5, mostStars);
    return withCellSwitched(changes, *cell, chosen, std::isnan(given) ? predicted : given);
  };
  return view;
}

scene::PlaneView tableView(const Params& params, const Result& result) {
  QString title = Words::tr("Predicted");
  Eigen::MatrixXd table = result.scores;
  ColorScale scale = starScale(result, Words::tr("Predicted stars"));
  if (params.beside == Beside::Taste) {
    title = Words::tr("Taste: P Qᵀ");
    table = result.taste;
    scale = {-2, 2, Words::tr("Stars for taste")};
  } else if (params.beside == Beside::Error) {
    title = Words::tr("Given minus predicted");
    table = result.lesson().given - result.scores;
    scale = {-2, 2, Words::tr("Stars given above what is predicted")};
  }
  scene::PlaneView view = emptyTable(QStringLiteral("table"), title, result.source());
  addTable(view, result.source(), table, scale);
  addChosen(view, frameOf(result.source()), result.chosen());
  return view;
}

} // namespace eigenboard::panels::recommender::training_panel
