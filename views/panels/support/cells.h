#pragma once

#include "views/scene/scene.h"

#include <Eigen/Core>
#include <QtCore/QString>

#include <vector>

namespace eigenboard::panels::cells {

/// A matrix as a table of cells of 1 by 1 in the units of a view, rows running down from the corner at the
/// top left. A positive number has the colour of the role, a negative one is grey, and either is the stronger
/// the larger the number is.
struct Table {
  QString name;           ///< "A": what its cells are called by
  Eigen::MatrixXd values; ///< NaN: a cell whose number is not there
  Eigen::Vector2d corner{0, 0};
  scene::Role role = scene::Role::Response;
  double full = 1; ///< the size of a number that has the full colour
  int decimals = 1;
  bool hasKnobs = false; ///< numbers keep clear of them
  bool isSmall = false;  ///< small numbers, for tables of many cells
};

/// A number as short as its decimals allow, in TeX: "2", "-0.5", "0.33". What they would round to 0 is
/// written with a power of ten.
QString written(double value, int decimals);

Eigen::Vector2d centre(const Table& table, Eigen::Index row, Eigen::Index column);
/// Of a block of the table; with the room between it and the frame in cells.
std::vector<QPointF> outline(const Table& table, Eigen::Index row, Eigen::Index column, Eigen::Index rows,
                             Eigen::Index columns, double room = 0);

/// All cells with their numbers. Those without a number are an empty frame.
void add(scene::PlaneView& view, const Table& table);
/// A frame round a block.
void addFrame(scene::PlaneView& view, const Table& table, Eigen::Index row, Eigen::Index column,
              Eigen::Index rows, Eigen::Index columns, const scene::Stroke& stroke, const QString& name);
/// TeX over the middle of the table.
void addName(scene::PlaneView& view, const Table& table, const QString& tex, scene::Role role);

/// What a knob changes.
struct Knob {
  QString key;       ///< of the parameter
  QString name;      ///< "A, row 1, column 2"
  double limit = 1;  ///< the range is −limit to limit
  double step = 0.1; ///< to which a drag rounds
};
/// A handle at the right edge of a cell that stands the higher the larger the number is.
scene::Handle knob(const Table& table, Eigen::Index row, Eigen::Index column, const Knob& knob);

} // namespace eigenboard::panels::cells
