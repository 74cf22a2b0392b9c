#pragma once

#include "views/scene/role.h"

#include <QtCore/QLineF>
#include <QtCore/QPointF>
#include <QtCore/QString>

#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

namespace eigenboard::scene {

enum class Dash : std::uint8_t { Solid, Dashed, Dotted };

/// width in pixels at scale 1. opacity in [0, 1].
struct Stroke {
  Role role = Role::Ink;
  double width = 2;
  Dash dash = Dash::Solid;
  double opacity = 1;
};

struct Fill {
  Role role = Role::Response;
  double opacity = 0.2;
};

/// Every coordinate is in the mathematical units of its view. A mark with a non-finite coordinate is drawn
/// without it: a curve breaks there, a point or arrow is left out. name: for hover and screen readers.

struct Curve {
  std::vector<QPointF> points;
  Stroke stroke;
  QString name = {};
};

struct Segments {
  std::vector<QLineF> lines;
  Stroke stroke;
};

/// The infinite line through a point; direction need not be a unit vector; a zero direction draws nothing.
struct Line {
  QPointF through;
  QPointF direction;
  Stroke stroke;
  QString name = {};
};

/// The image of the integer grid: all points origin + i·first + j·second with i or j an integer, of a patch
/// at least ten times as large as the view, so that the picture shrinks and collapses as the generators do.
/// Parallel or zero generators give the lines that are left of it.
struct Lattice {
  QPointF origin;
  QPointF first;
  QPointF second;
  Stroke stroke;
};

/// label: TeX set beside the tip, away from the tail.
struct Arrow {
  QPointF from;
  QPointF to;
  Stroke stroke;
  QString label = {};
  QString name = {};
};

/// A polygon, filled by the winding rule.
struct Region {
  std::vector<QPointF> outline;
  std::optional<Fill> fill;
  std::optional<Stroke> stroke;
  QString name = {};
};

/// radius in pixels at scale 1.
struct Points {
  std::vector<QPointF> points;
  Role role = Role::Response;
  double radius = 3;
  double opacity = 1;
  QString name = {};
};

/// TeX set at a point. offset: pixels at scale 1 from the point to the label's centre, y down. mayYield: it
/// goes to another side of its point, or is left out, where it would lie on other words; for names that a
/// legend tells, too.
struct Label {
  QPointF at;
  QString tex;
  Role role = Role::Ink;
  QPointF offset = {};
  bool mayYield = false;
};

/// Values over a grid as colours, those of a surface's height: values[row * columns + column] stands at
/// x = left + column·(right − left)/(columns − 1), y alike from bottom to top by rows. Between the values
/// colours run smoothly; a cell with a corner that is not finite is transparent. At least 2 by 2 values,
/// otherwise nothing is drawn. minimum and maximum: of the colours; values beyond have those of the ends, and
/// where they are equal all have the middle one. The opacity it begins with leaves lines and words on it
/// readable. areCells: each value fills a cell of its own, columns × rows of them from edge to edge, without
/// anything between; then one value is enough, and one that is not finite leaves its cell empty. columnNames,
/// rowNames (by rows from bottom to top): what hover calls a cell by, where there is one for each.
struct HeatMap {
  int columns = 0;
  int rows = 0;
  double left = 0;
  double right = 1;
  double bottom = 0;
  double top = 1;
  std::vector<double> values;
  double minimum = 0;
  double maximum = 1;
  double opacity = 0.37;
  QString name = {};
  bool areCells = false;
  std::vector<QString> columnNames = {};
  std::vector<QString> rowNames = {};
};

using Mark = std::variant<Lattice, Region, Segments, Line, Curve, Arrow, Points, Label, HeatMap>;

} // namespace eigenboard::scene
