#include "views/panels/recommender/training_marks.h"
#include "views/panels/support/speech.h"
#include "views/panels/support/tex.h"

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

double shareOf(const ColorScale& scale, double stars) {
  return (stars - scale.minimum) / (scale.maximum - scale.minimum);
}

scene::Handle personHandle(const Result& result, const TableFrame& frame) {
  scene::Handle handle{
      QStringLiteral("person"),
      Words::tr("Person: %1").arg(result.source().peopleNames[static_cast<std::size_t>(result.person)]),
      {-0.03 * frame.films, frame.rowMiddle(result.person)},
      Role::Drag};
  handle.drag = [people = frame.people](QPointF to) {
    const double row = std::clamp(std::round(people - 0.5 - to.y()), 0.0, people - 1.0);
    return scene::Assignments{{QStringLiteral("person"), row + 1}};
  };
  return handle;
}

scene::Handle filmHandle(const Result& result, const TableFrame& frame) {
  scene::Handle handle{
      QStringLiteral("film"),
      Words::tr("Film: %1").arg(result.source().filmNames[static_cast<std::size_t>(result.film)]),
      {result.film + 0.5, 1.03 * frame.people},
      Role::DragSecond};
  handle.drag = [films = frame.films](QPointF to) {
    const double column = std::clamp(std::round(to.x() - 0.5), 0.0, films - 1.0);
    return scene::Assignments{{QStringLiteral("film"), column + 1}};
  };
  return handle;
}

/// The reader's own rating of the chosen cell, on the scale of the colours; dragged below its end it is none.
scene::Handle starsHandle(const Params& params, int row, const ColorScale& scale, const TableFrame& frame) {
  const double stars = params.changes(row, 2);
  const double shown = std::max(stars, 0.0);
  scene::Handle handle{QStringLiteral("stars"),
                       stars > 0 ? Words::tr("Your rating: %1 stars").arg(speech::number(stars, 1))
                                 : Words::tr("Your rating: none"),
                       {(frame.scaleLeft() + frame.scaleRight()) / 2, frame.onScale(shareOf(scale, shown))},
                       Role::Drag};
  handle.drag = [row, scale, frame](QPointF to) {
    const double share = (to.y() / frame.people - 0.05) / 0.9;
    const double wanted = scale.minimum + share * (scale.maximum - scale.minimum);
    const double rounded = std::clamp(std::round(2 * wanted) / 2, 0.0, mostStars);
    return scene::Assignments{{QStringLiteral("changes.%1.stars").arg(row), rounded}};
  };
  return handle;
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

void addOwn(scene::PlaneView& view, const Params& params, const Result& result, const TableFrame& frame) {
  scene::Segments own{{}, Stroke{Role::Drag, 2}};
  for (const math::RatingChange& change : changesOf(params, result.source()))
    addSides(own.lines, frame, change.user, change.item);
  view.marks.push_back(std::move(own));
}

QString ratingsTitle(const RatingsSource& source) {
  return source.isSample() ? Words::tr("Given, of the 40 × 30 met most")
                           : Words::tr("Given; dots: held back");
}

} // namespace

scene::PlaneView ratingsView(const Params& params, const Result& result) {
  const TableFrame frame{result.people(), result.films()};
  scene::PlaneView view = emptyTable(QStringLiteral("ratings"), ratingsTitle(result.source()), result);
  const ColorScale scale = starScale(result, Words::tr("Stars given"));
  addTable(view, result, result.lesson().given, scale);
  addTested(view, result, frame);
  addOwn(view, params, result, frame);
  addChosen(view, result);
  view.handles = {personHandle(result, frame), filmHandle(result, frame)};
  if (const int row = changeRow(params, result.person, result.film); row >= 0)
    view.handles.push_back(starsHandle(params, row, scale, frame));
  view.clickName = Words::tr("Rate, or take your rating back");
  view.click = [params, frame, lesson = result.now().lesson, scores = result.scores](QPointF point) {
    const auto film = static_cast<int>(std::floor(point.x()));
    const auto person = static_cast<int>(std::floor(frame.people - point.y()));
    const bool isCell = film >= 0 && person >= 0 && film < frame.films && person < frame.people;
    return isCell ? withCellSwitched(params, *lesson, scores, person, film) : scene::Settings{};
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
  scene::PlaneView view = emptyTable(QStringLiteral("table"), title, result);
  addTable(view, result, table, scale);
  addChosen(view, result);
  return view;
}

} // namespace eigenboard::panels::recommender::training_panel
