#pragma once

#include "views/scene/marks.h"

#include <QtCore/QString>

#include <functional>
#include <utility>
#include <vector>

namespace eigenboard::scene {

/// Parameter keys and the numbers a drag gives them.
using Assignments = std::vector<std::pair<QString, double>>;

/// Parameter keys and what an edit gives them, in text form; together one undo step.
using Settings = std::vector<std::pair<QString, QString>>;

/// What a click or a key does beside moving. Without a function nothing; with one that gives nothing, nothing
/// now.
struct Edit {
  QString name; ///< for the undo step and for screen readers: "Remove node 3"
  std::function<Settings()> settings;
};

/// A point the reader moves. position and the argument of drag are in the coordinates of its view;
/// drag is pure and says which parameters a move to a point sets (the host clamps them).
struct Handle {
  QString key;  ///< stable from scene to scene, unique in its view: "e1"
  QString name; ///< for screen readers and tooltips: "Tip of the first basis vector"
  QPointF position;
  Role role = Role::Drag;
  std::function<Assignments(QPointF)> drag = {};
  Edit press = {};  ///< a click on it that does not move it, or Enter while it has the focus
  Edit remove = {}; ///< Delete or Backspace while it has the focus
};

/// label: TeX. minimum < maximum: the range shown until the reader pans or zooms. hasNumbers: at its ticks,
/// in a plane; an axis along which only the order counts has none. Without any a plane is a diagram: it has
/// no zero lines, and the names of its axes are for those who hear it.
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
  QString clickName = {}; ///< what `click` does: "Add a point"
  /// A click where no handle is, or the key Insert for the middle of what is shown; empty: a click does
  /// nothing.
  std::function<Settings(QPointF)> click = {};
};

} // namespace eigenboard::scene
