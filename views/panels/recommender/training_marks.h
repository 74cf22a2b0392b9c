#pragma once

#include "views/panels/recommender/training_model.h"

namespace eigenboard::panels::recommender::training_panel {

/// What the colours of a table stand for.
struct ColorScale {
  double minimum = 0.5;
  double maximum = 5;
  QString name;
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
};

/// Axes, the lines between kinds of films and tastes of people, and the headings over the films.
scene::PlaneView emptyTable(const QString& key, const QString& title, const Result& result);

/// The cells; those that are not finite stay empty.
void addTable(scene::PlaneView& view, const Result& result, const Eigen::MatrixXd& table,
              const ColorScale& scale);

/// The outline of the chosen cell, and its row and column faintly.
void addChosen(scene::PlaneView& view, const Result& result);

/// The four sides of a cell.
void addSides(std::vector<QLineF>& lines, const TableFrame& frame, int person, int film);

/// At least `least`, and a number at which an axis likes to end.
double niceEnd(double value, double least);

} // namespace eigenboard::panels::recommender::training_panel
