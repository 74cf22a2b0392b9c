#pragma once

#include "views/panels/recommender/own_ratings.h"
#include "views/panels/recommender/ratings_source.h"

#include <optional>

namespace eigenboard::panels::recommender {

/// What the colours of a table stand for.
struct ColorScale {
  double minimum = 0.5;
  double maximum = mostStars;
  QString name = {};
};

/// A table of people (down) and films (across) with a scale of its colours at its right: a unit for each row
/// and column, rows from the top of the view down.
struct TableFrame {
  int people = 0;
  int films = 0;

  double rowMiddle(int person) const { return people - 0.5 - person; }
  double scaleLeft() const { return films + 0.08 * films; }
  double scaleRight() const { return films + 0.12 * films; }
  /// Where a share of the scale stands, from the bottom to the top.
  double onScale(double share) const { return 0.05 * people + 0.9 * share * people; }
  /// The cell around a point; none outside.
  std::optional<CellPlace> cellAt(QPointF point) const;
};

TableFrame frameOf(const RatingsSource& source);

scene::PlaneView emptyTable(const QString& key, const QString& title, const RatingsSource& source);

/// The cells, people × films, and of the book's table the lines between kinds of films and tastes of people.
/// Cells that are not finite stay empty.
void addTable(scene::PlaneView& view, const RatingsSource& source, const Eigen::MatrixXd& table,
              const ColorScale& scale);

/// The outline of the chosen cell, and of its row and column.
void addChosen(scene::PlaneView& view, const TableFrame& frame, CellPlace chosen);

/// Outlines of the cells that the reader has changed.
void addOwn(scene::PlaneView& view, const TableFrame& frame, const Eigen::MatrixXd& changes);

/// The rows of a vector are chosen by a handle at the left. key: of the parameter that it sets, from 1.
scene::Handle personHandle(const RatingsSource& source, const QString& key, int person, scene::Role role);
/// The columns by one over the table.
scene::Handle filmHandle(const RatingsSource& source, const QString& key, int film, scene::Role role);
/// A row of the reader's changes, on the scale of the colours; dragged below its end it is no rating.
scene::Handle starsHandle(const Eigen::MatrixXd& changes, int row, const ColorScale& scale,
                          const TableFrame& frame);

/// At least `least`, and a number at which an axis likes to end.
double niceEnd(double value, double least);

} // namespace eigenboard::panels::recommender
