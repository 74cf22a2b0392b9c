#pragma once

#include "views/scene/plane.h"

#include <functional>
#include <optional>
#include <vector>

namespace eigenboard::scene {

/// One place of a chart's category axis, with the x coordinate of its index: 0, 1, 2, …
struct Category {
  QString label; ///< TeX under the axis
  QString name;  ///< for hover and screen readers: "Letter A"
};

/// A bar for each category, from 0 (or the end of the value axis next to it) to its value. Values that are
/// not finite have no bar, and neither have categories beyond the last value.
struct BarSet {
  QString name; ///< in the legend, on hover, for screen readers
  std::vector<double> values;
  Role role = Role::Response;
  std::vector<Role> roles = {}; ///< of single bars; those beyond the last have the set's own
  double opacity = 0.85;
  std::optional<int> decimals = {}; ///< of the number at each bar; none: no numbers
};

/// A band upon the bands of the areas before it. values: one for each x of the view; not finite: 0 high.
struct AreaSet {
  QString name;
  std::vector<double> values;
  Role role = Role::Response;
  double opacity = 0.55;
};

/// Five numbers of a sample, and what lies beyond its whiskers. Drawn only when the five are finite and in
/// rising order.
struct BoxPlot {
  QString name;
  double least = 0;
  double lowerQuartile = 0;
  double median = 0;
  double upperQuartile = 0;
  double greatest = 0;
  std::vector<double> outliers = {};
  Role role = Role::Response;
};

/// Points with rising x, joined. It breaks at a point that is not finite, where the gap is as wide as a
/// pixel. Any number of points: those in one column of pixels are drawn as one stroke.
struct LineSet {
  QString name;
  std::vector<QPointF> points;
  Stroke stroke;
};

/// A line through the whole chart at one value. label: TeX at its end.
struct Level {
  QString name;
  double value = 0;
  Stroke stroke;
  QString label = {};
};

/// A bar the reader stretches: its end is the handle. drag gets the value the bar is to have and says which
/// parameters that sets; it is pure. A set, category or value that there is not has no handle.
struct BarHandle {
  QString key;  ///< stable from scene to scene, unique in its view
  QString name; ///< "Probability of A"
  int set = 0;
  int category = 0;
  std::function<Assignments(double)> drag;
  Role role = Role::Drag;
};

enum class BarLayout : std::uint8_t {
  Grouped, ///< the sets side by side in each category
  Stacked, ///< each upon those before it, positive values upwards and negative ones downwards
};
enum class BarDirection : std::uint8_t { Upright, Sideways };
enum class ValueScale : std::uint8_t { Linear, Logarithmic };

/// Bars, areas, boxes and lines over one value axis. With categories the x axis has their places; without,
/// it is the numeric one of x. Sideways, x runs down and values to the right; then there are bars, levels
/// and labels only. At most mostCategories categories are drawn. A logarithmic axis needs positive ends
/// (otherwise it is linear) and leaves out values that are not positive.
struct ChartView {
  QString key;
  QString title;
  std::vector<Category> categories;
  Axis x = {{}, 0, 1};
  Axis value = {{}, 0, 1};
  ValueScale scale = ValueScale::Linear;
  BarDirection direction = BarDirection::Upright;
  BarLayout layout = BarLayout::Grouped;
  std::vector<BarSet> bars;
  std::vector<double> areaX; ///< rising; of all areas; of those in one column of pixels the first is drawn
  std::vector<AreaSet> areas;
  std::vector<BoxPlot> boxes; ///< one for each category, in a view without bars
  std::vector<LineSet> lines;
  std::vector<Level> levels;
  std::vector<Label> labels; ///< at (x, value), whatever the direction
  std::vector<BarHandle> handles;
  /// Of earlier runs, for each its own sets in the order of bars: pale outlines over them, in their places.
  std::vector<std::vector<BarSet>> earlierBars;
};

inline constexpr int mostCategories = 1000;

} // namespace eigenboard::scene
