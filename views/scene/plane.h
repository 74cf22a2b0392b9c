#pragma once

#include "views/scene/marks.h"

#include <QtCore/QString>

#include <functional>
#include <utility>
#include <vector>

namespace eigenboard::scene {

/// Parameter keys and the numbers a drag gives them.
using Assignments = std::vector<std::pair<QString, double>>;

/// A point the reader moves. position and the argument of drag are in the coordinates of its view;
/// drag is pure and says which parameters a move to a point sets (the host clamps them).
struct Handle {
  QString key;  ///< stable from scene to scene, unique in its view: "e1"
  QString name; ///< for screen readers and tooltips: "Tip of the first basis vector"
  QPointF position;
  Role role = Role::Drag;
  std::function<Assignments(QPointF)> drag;
};

/// label: TeX. minimum < maximum: the range shown until the reader pans or zooms. hasNumbers: at its ticks,
/// in a plane; an axis along which only the order counts has none.
struct Axis {
  QString label;
  double minimum = -4;
  double maximum = 4;
  bool hasNumbers = true;
};

/// What a colour of a plane stands for, in plain words.
struct LegendLine {
  QString name;
  Role role = Role::Ink;
};

/// One plane with its marks in painting order. equalAspect: a unit is as long across as up, and the
/// range shown is the smallest that contains both axes' ranges. legend: stands where it hides least.
struct PlaneView {
  QString key;
  QString title;
  Axis x;
  Axis y;
  bool equalAspect = true;
  bool backgroundGrid = true;
  std::vector<Mark> marks;
  std::vector<Handle> handles;
  std::vector<LegendLine> legend = {};
};

} // namespace eigenboard::scene
