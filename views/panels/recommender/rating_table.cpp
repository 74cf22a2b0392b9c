#include "views/panels/recommender/rating_table.h"

#include "views/panels/recommender/book_ratings.h"
#include "views/panels/support/speech.h"
#include "views/panels/support/tex.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

namespace eigenboard::panels::recommender {

using scene::Role;
using scene::Stroke;

namespace {

struct TableWords {
  Q_DECLARE_TR_FUNCTIONS(RatingTable)
};

constexpr int peopleOfATaste = 10; ///< of the book, one taste after the other

QString headingOf(FilmKind kind) {
  switch (kind) {
  case FilmKind::Thriller:
    return TableWords::tr("thrillers");
  case FilmKind::Comedy:
    return TableWords::tr("comedies");
  case FilmKind::Adventure:
    return TableWords::tr("adventures");
  case FilmKind::Quiet:
    return TableWords::tr("quiet");
  }
  return {};
}

/// Of the book: its films stand by their kinds, its people by their tastes.
void addBlocks(scene::PlaneView& view, const TableFrame& frame) {
  const std::vector<FilmKind>& kinds = bookRatings().kinds;
  scene::Segments lines{{}, Stroke{Role::Ink, 1, scene::Dash::Solid, 0.55}};
  for (int row = peopleOfATaste; row < frame.people; row += peopleOfATaste)
    lines.lines.emplace_back(0, frame.people - row, frame.films, frame.people - row);
  std::size_t begin = 0;
  for (std::size_t film = 0; film < kinds.size(); ++film) {
    if (film + 1 < kinds.size() && kinds[film + 1] == kinds[film])
      continue;
    const auto end = static_cast<double>(film + 1);
    if (film + 1 < kinds.size())
      lines.lines.emplace_back(end, 0, end, frame.people);
    view.marks.push_back(scene::Label{{(static_cast<double>(begin) + end) / 2, frame.people + 3.0},
                                      QStringLiteral("\\scriptsize ") + tex::text(headingOf(kinds[film])),
                                      Role::Muted,
                                      {},
                                      true});
    begin = film + 1;
  }
  view.marks.push_back(std::move(lines));
}

void addScale(scene::PlaneView& view, const TableFrame& frame, const ColorScale& scale) {
  constexpr int rows = 32;
  scene::HeatMap bar;
  bar.columns = 2;
  bar.rows = rows;
  bar.left = frame.scaleLeft();
  bar.right = frame.scaleRight();
  bar.bottom = frame.onScale(0);
  bar.top = frame.onScale(1);
  bar.minimum = scale.minimum;
  bar.maximum = scale.maximum;
  bar.opacity = 0.95;
  bar.name = scale.name;
  for (int row = 0; row < rows; ++row)
    bar.values.insert(bar.values.end(), 2,
                      scale.minimum + (scale.maximum - scale.minimum) * row / (rows - 1.0));
  view.marks.push_back(std::move(bar));
  const double range = scale.maximum - scale.minimum;
  const double step = range <= 4 ? 0.5 : range <= 8 ? 1 : niceEnd(range / 6, 1);
  for (double value = std::ceil(scale.minimum / step) * step; value <= scale.maximum + 1e-9 * range;
       value += step)
    view.marks.push_back(scene::Label{{frame.scaleRight(), frame.onScale((value - scale.minimum) / range)},
                                      QStringLiteral("\\scriptsize ") + tex::number(value, step < 1 ? 1 : 0),
                                      Role::Muted,
                                      {10, 0},
                                      true});
}

double shareOf(const ColorScale& scale, double stars) {
  return (stars - scale.minimum) / (scale.maximum - scale.minimum);
}

/// The four sides of a cell.
void addSides(std::vector<QLineF>& lines, const TableFrame& frame, CellPlace cell) {
  const double bottom = frame.people - 1.0 - cell.person;
  const double left = cell.film;
  lines.emplace_back(left, bottom, left + 1, bottom);
  lines.emplace_back(left, bottom + 1, left + 1, bottom + 1);
  lines.emplace_back(left, bottom, left, bottom + 1);
  lines.emplace_back(left + 1, bottom, left + 1, bottom + 1);
}

} // namespace

std::optional<CellPlace> TableFrame::cellAt(QPointF point) const {
  const double column = std::floor(point.x());
  const double row = std::floor(people - point.y());
  if (!(column >= 0 && row >= 0 && column < films && row < people))
    return std::nullopt;
  return CellPlace{static_cast<int>(row), static_cast<int>(column)};
}

TableFrame frameOf(const RatingsSource& source) {
  return {static_cast<int>(source.people.size()), static_cast<int>(source.films.size())};
}

scene::PlaneView emptyTable(const QString& key, const QString& title, const RatingsSource& source) {
  const TableFrame frame = frameOf(source);
  scene::PlaneView view;
  view.key = key;
  view.title = title;
  view.equalAspect = false;
  view.backgroundGrid = false;
  view.x = {tex::text(TableWords::tr("film")), -0.06 * frame.films, 1.24 * frame.films, false};
  view.y = {tex::text(TableWords::tr("person")), -0.5, 1.1 * frame.people, false};
  return view;
}

void addTable(scene::PlaneView& view, const RatingsSource& source, const Eigen::MatrixXd& table,
              const ColorScale& scale) {
  const TableFrame frame = frameOf(source);
  const double right = frame.films;
  const double top = frame.people;
  view.marks.push_back(scene::Region{{{0, 0}, {right, 0}, {right, top}, {0, top}},
                                     scene::Fill{Role::Muted, 0.07},
                                     Stroke{Role::Muted, 1, scene::Dash::Solid, 0.6}});
  scene::HeatMap map;
  map.areCells = true;
  map.columns = frame.films;
  map.rows = frame.people;
  map.right = right;
  map.top = top;
  map.minimum = scale.minimum;
  map.maximum = scale.maximum;
  map.opacity = 0.95;
  map.name = scale.name;
  map.columnNames = source.filmNames;
  map.rowNames.assign(source.peopleNames.rbegin(), source.peopleNames.rend());
  map.values.reserve(static_cast<std::size_t>(table.size()));
  for (Eigen::Index row = table.rows() - 1; row >= 0; --row)
    for (Eigen::Index column = 0; column < table.cols(); ++column)
      map.values.push_back(table(row, column));
  view.marks.push_back(std::move(map));
  addScale(view, frame, scale);
  if (source.isBook)
    addBlocks(view, frame);
}

void addChosen(scene::PlaneView& view, const TableFrame& frame, CellPlace chosen) {
  const double row = frame.people - 1.0 - chosen.person;
  const double column = chosen.film;
  const double right = frame.films;
  const double top = frame.people;
  view.marks.push_back(
      scene::Segments{{{0, row, right, row}, {0, row + 1, right, row + 1}}, Stroke{Role::Drag, 1}});
  view.marks.push_back(scene::Segments{{{column, 0, column, top}, {column + 1, 0, column + 1, top}},
                                       Stroke{Role::DragSecond, 1}});
  scene::Segments cell{{}, Stroke{Role::Highlight, 2.2}};
  addSides(cell.lines, frame, chosen);
  view.marks.push_back(std::move(cell));
}

void addOwn(scene::PlaneView& view, const TableFrame& frame, const Eigen::MatrixXd& changes) {
  scene::Segments own{{}, Stroke{Role::Drag, 2}};
  for (const auto& change : changesOf(changes, frame.people, frame.films))
    addSides(own.lines, frame, {change.user, change.item});
  view.marks.push_back(std::move(own));
}

scene::Handle personHandle(const RatingsSource& source, const QString& key, int person, Role role) {
  const TableFrame frame = frameOf(source);
  scene::Handle handle{key,
                       TableWords::tr("Person: %1").arg(source.peopleNames[static_cast<std::size_t>(person)]),
                       {-0.03 * frame.films, frame.rowMiddle(person)},
                       role};
  handle.drag = [key, people = frame.people](QPointF to) {
    const double row = std::clamp(std::round(people - 0.5 - to.y()), 0.0, people - 1.0);
    return scene::Assignments{{key, row + 1}};
  };
  return handle;
}

scene::Handle filmHandle(const RatingsSource& source, const QString& key, int film, Role role) {
  const TableFrame frame = frameOf(source);
  scene::Handle handle{key,
                       TableWords::tr("Film: %1").arg(source.filmNames[static_cast<std::size_t>(film)]),
                       {film + 0.5, 1.03 * frame.people},
                       role};
  handle.drag = [key, films = frame.films](QPointF to) {
    const double column = std::clamp(std::round(to.x() - 0.5), 0.0, films - 1.0);
    return scene::Assignments{{key, column + 1}};
  };
  return handle;
}

scene::Handle starsHandle(const Eigen::MatrixXd& changes, int row, const ColorScale& scale,
                          const TableFrame& frame) {
  const double stars = changes(row, 2);
  scene::Handle handle{
      QStringLiteral("stars"),
      stars > 0 ? TableWords::tr("Your rating: %1 stars").arg(speech::number(stars, 1))
                : TableWords::tr("Your rating: none"),
      {(frame.scaleLeft() + frame.scaleRight()) / 2, frame.onScale(shareOf(scale, std::max(stars, 0.0)))},
      Role::Drag};
  handle.drag = [row, scale, frame](QPointF to) {
    const double share = (to.y() / frame.people - 0.05) / 0.9;
    const double wanted = scale.minimum + share * (scale.maximum - scale.minimum);
    return scene::Assignments{{QStringLiteral("changes.%1.stars").arg(row),
                               std::clamp(std::round(2 * wanted) / 2, 0.0, mostStars)}};
  };
  return handle;
}

double niceEnd(double value, double least) {
  constexpr std::array<double, 9> ends = {1, 1.2, 1.5, 2, 2.5, 3, 4, 6, 8};
  const double wanted = std::max(value, least);
  const double power = std::pow(10, std::floor(std::log10(wanted)));
  for (const double end : ends)
    if (wanted <= end * power)
      return end * power;
  return 10 * power;
}

} // namespace eigenboard::panels::recommender
