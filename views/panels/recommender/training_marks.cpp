#include "views/panels/recommender/training_marks.h"

#include "views/panels/recommender/book_ratings.h"
#include "views/panels/support/tex.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace eigenboard::panels::recommender::training_panel {

using scene::Role;
using scene::Stroke;

namespace {

constexpr int peopleOfATaste = 10; ///< of the book, one taste after the other

QString headingOf(FilmKind kind) {
  switch (kind) {
  case FilmKind::Thriller:
    return Words::tr("thrillers");
  case FilmKind::Comedy:
    return Words::tr("comedies");
  case FilmKind::Adventure:
    return Words::tr("adventures");
  case FilmKind::Quiet:
    return Words::tr("quiet");
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

TableFrame frameOf(const Result& result) {
  return {result.people(), result.films()};
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
  const double step = scale.maximum - scale.minimum > 3 ? 1 : 0.5;
  for (double value = std::ceil(scale.minimum / step) * step; value <= scale.maximum + 1e-9; value += step)
    view.marks.push_back(scene::Label{
        {frame.scaleRight(), frame.onScale((value - scale.minimum) / (scale.maximum - scale.minimum))},
        QStringLiteral("\\scriptsize ") + tex::number(value, step < 1 ? 1 : 0),
        Role::Muted,
        {10, 0},
        true});
}

} // namespace

scene::PlaneView emptyTable(const QString& key, const QString& title, const Result& result) {
  const TableFrame frame = frameOf(result);
  scene::PlaneView view;
  view.key = key;
  view.title = title;
  view.equalAspect = false;
  view.backgroundGrid = false;
  view.x = {tex::text(Words::tr("film")), -0.06 * frame.films, 1.24 * frame.films, false};
  view.y = {tex::text(Words::tr("person")), -0.5, 1.1 * frame.people, false};
  return view;
}

void addTable(scene::PlaneView& view, const Result& result, const Eigen::MatrixXd& table,
              const ColorScale& scale) {
  const TableFrame frame = frameOf(result);
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
  map.columnNames = result.source().filmNames;
  map.rowNames.assign(result.source().peopleNames.rbegin(), result.source().peopleNames.rend());
  map.values.reserve(static_cast<std::size_t>(table.size()));
  for (Eigen::Index row = table.rows() - 1; row >= 0; --row)
    for (Eigen::Index column = 0; column < table.cols(); ++column)
      map.values.push_back(table(row, column));
  view.marks.push_back(std::move(map));
  addScale(view, frame, scale);
  if (result.source().isBook)
    addBlocks(view, frame);
}

void addSides(std::vector<QLineF>& lines, const TableFrame& frame, int person, int film) {
  const double bottom = frame.people - 1.0 - person;
  const double left = film;
  lines.emplace_back(left, bottom, left + 1, bottom);
  lines.emplace_back(left, bottom + 1, left + 1, bottom + 1);
  lines.emplace_back(left, bottom, left, bottom + 1);
  lines.emplace_back(left + 1, bottom, left + 1, bottom + 1);
}

void addChosen(scene::PlaneView& view, const Result& result) {
  const TableFrame frame = frameOf(result);
  const double row = frame.people - 1.0 - result.person;
  const double column = result.film;
  const double right = frame.films;
  const double top = frame.people;
  view.marks.push_back(
      scene::Segments{{{0, row, right, row}, {0, row + 1, right, row + 1}}, Stroke{Role::Drag, 1}});
  view.marks.push_back(scene::Segments{{{column, 0, column, top}, {column + 1, 0, column + 1, top}},
                                       Stroke{Role::DragSecond, 1}});
  scene::Segments cell{{}, Stroke{Role::Highlight, 2.2}};
  addSides(cell.lines, frame, result.person, result.film);
  view.marks.push_back(std::move(cell));
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

} // namespace eigenboard::panels::recommender::training_panel
