#include "views/panels/linear_algebra/linear_systems_labels.h"

#include "views/panels/support/figure.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace eigenboard::panels::linear_algebra::linear_systems_panel {

namespace {

/// Pixels of a unit in a view of the usual size: for the choice of a place only.
constexpr double pixelsPerUnit = 48;
/// From here on it is clear enough, and the earlier place is taken.
constexpr double ample = 0.3;

/// Half the width and height of a label by what is written: commands of TeX take no room of their own.
Eigen::Vector2d halfSize(const QString& tex) {
  double characters = 0;
  bool isCommand = false;
  for (const QChar character : tex) {
    isCommand = character == QLatin1Char('\\') || (isCommand && character.isLetter());
    characters += isCommand || character == QLatin1Char('{') || character == QLatin1Char('}') ? 0 : 1;
  }
  return Eigen::Vector2d(4.4 * characters + 4, 10) / pixelsPerUnit;
}

double clearance(const Clutter& clutter, const Eigen::Vector2d& middle, const Eigen::Vector2d& half) {
  double least = (clutter.corner - middle.cwiseAbs() - half).minCoeff();
  for (const Eigen::Vector3d& line : clutter.lines) {
    const double distance = std::abs(line.head<2>().dot(middle) - line.z());
    least = std::min(least, distance - line.head<2>().cwiseAbs().dot(half));
  }
  for (const Eigen::Vector2d& words : clutter.words) {
    const Eigen::Vector2d apart = (middle - words).cwiseAbs() - half - Eigen::Vector2d(0.4, 0.2);
    least = std::min(least, apart.maxCoeff());
  }
  return std::min(least, ample);
}

} // namespace

void Clutter::addLine(const Eigen::Vector2d& normal, double constant) {
  const double length = normal.stableNorm();
  if (length == 0)
    return;
  const Eigen::Vector2d unit = normal.stableNormalized();
  lines.emplace_back(unit.x(), unit.y(), constant / length);
}

scene::Label clearLabel(const std::vector<Eigen::Vector2d>& anchors, const QString& tex, scene::Role role,
                        Clutter& clutter) {
  constexpr std::array<std::array<double, 2>, 8> sides{
      {{1, 1}, {-1, 1}, {1, -1}, {-1, -1}, {1, 0}, {-1, 0}, {0, 1}, {0, -1}}};
  const Eigen::Vector2d half = halfSize(tex);
  double most = -std::numeric_limits<double>::infinity();
  scene::Label label{{}, tex, role, {}};
  Eigen::Vector2d place = Eigen::Vector2d::Zero();
  for (const Eigen::Vector2d& anchor : anchors)
    for (const auto& side : sides) {
      const Eigen::Vector2d away((half.x() + 0.1) * side[0], (half.y() + 0.14) * side[1]);
      const double clear = clearance(clutter, anchor + away, half);
      if (clear <= most)
        continue;
      most = clear;
      place = anchor + away;
      label.at = figure::toPoint(anchor);
      label.offset = {pixelsPerUnit * away.x(), -pixelsPerUnit * away.y()};
    }
  clutter.words.push_back(place);
  // A long label is more than its middle.
  clutter.words.emplace_back(place.x() - 0.6 * half.x(), place.y());
  clutter.words.emplace_back(place.x() + 0.6 * half.x(), place.y());
  return label;
}

} // namespace eigenboard::panels::linear_algebra::linear_systems_panel
