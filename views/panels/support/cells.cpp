#include "views/panels/support/cells.h"

#include "views/panels/support/tex.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <cmath>

namespace eigenboard::panels::cells {

namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(Cells)
};

constexpr double travel = 0.36;    ///< of a knob from the middle of its cell, up and down
constexpr double knobInset = 0.15; ///< from the right edge of the cell

QString cellName(const Table& table, Eigen::Index row, Eigen::Index column) {
  const QString place = Words::tr("%1, row %2, column %3").arg(table.name).arg(row + 1).arg(column + 1);
  const double value = table.values(row, column);
  return std::isnan(value) ? place : Words::tr("%1: %2").arg(place).arg(value, 0, 'g', 6);
}

} // namespace

namespace {

/// One digit and a power of ten: "-10^{20}", "3\\!\\cdot\\!10^{-9}".
QString inPowersOfTen(double value) {
  int exponent = static_cast<int>(std::floor(std::log10(std::abs(value))));
  double digit = std::round(value / std::pow(10, exponent));
  if (std::abs(digit) == 10) {
    digit /= 10;
    ++exponent;
  }
  const QString power = QStringLiteral("10^{%1}").arg(exponent);
  if (std::abs(digit) == 1)
    return digit < 0 ? QLatin1Char('-') + power : power;
  return QString::number(digit, 'f', 0) + QStringLiteral("\\!\\cdot\\!") + power;
}

} // namespace

QString written(double value, int decimals) {
  constexpr double least = 1e-300; // below it 10^exponent is no longer exact
  constexpr double most = 1e5;
  if (std::isfinite(value) && value != 0 &&
      (std::abs(value) < 0.5 * std::pow(10, -decimals) || std::abs(value) >= most))
    return std::abs(value) < least ? QStringLiteral("0") : inPowersOfTen(value);
  QString text = tex::number(value, decimals);
  if (!std::isfinite(value) || decimals == 0)
    return text;
  while (text.endsWith(QLatin1Char('0')))
    text.chop(1);
  if (text.endsWith(QLatin1Char('.')))
    text.chop(1);
  return text;
}

Eigen::Vector2d centre(const Table& table, Eigen::Index row, Eigen::Index column) {
  return table.corner + Eigen::Vector2d(static_cast<double>(column) + 0.5, -static_cast<double>(row) - 0.5);
}

std::vector<QPointF> outline(const Table& table, Eigen::Index row, Eigen::Index column, Eigen::Index rows,
                             Eigen::Index columns, double room) {
  const double left = table.corner.x() + static_cast<double>(column) - room;
  const double right = table.corner.x() + static_cast<double>(column + columns) + room;
  const double top = table.corner.y() - static_cast<double>(row) + room;
  const double bottom = table.corner.y() - static_cast<double>(row + rows) - room;
  return {{left, top}, {right, top}, {right, bottom}, {left, bottom}};
}

void add(scene::PlaneView& view, const Table& table) {
  const scene::Stroke edge{scene::Role::Muted, 0.8, scene::Dash::Solid, 0.5};
  for (Eigen::Index row = 0; row < table.values.rows(); ++row)
    for (Eigen::Index column = 0; column < table.values.cols(); ++column) {
      const double value = table.values(row, column);
      const bool isThere = !std::isnan(value);
      scene::Region cell{outline(table, row, column, 1, 1), std::nullopt, edge, cellName(table, row, column)};
      if (isThere) {
        const double share = table.full > 0 ? std::clamp(std::abs(value) / table.full, 0.0, 1.0) : 0;
        cell.fill =
            scene::Fill{value < 0 ? scene::Role::Muted : table.role, value == 0 ? 0.02 : 0.06 + 0.5 * share};
      }
      view.marks.emplace_back(std::move(cell));
      if (!isThere)
        continue;
      const Eigen::Vector2d middle = centre(table, row, column);
      const QString number = written(value, table.decimals);
      view.marks.push_back(scene::Label{{middle.x() - (table.hasKnobs ? knobInset : 0), middle.y()},
                                        table.isSmall ? QStringLiteral("\\scriptsize ") + number : number,
                                        value == 0 ? scene::Role::Muted : scene::Role::Ink});
    }
}

void addFrame(scene::PlaneView& view, const Table& table, Eigen::Index row, Eigen::Index column,
              Eigen::Index rows, Eigen::Index columns, const scene::Stroke& stroke, const QString& name) {
  if (rows > 0 && columns > 0)
    view.marks.push_back(
        scene::Region{outline(table, row, column, rows, columns), std::nullopt, stroke, name});
}

void addName(scene::PlaneView& view, const Table& table, const QString& tex, scene::Role role) {
  view.marks.push_back(
      scene::Label{{table.corner.x() + static_cast<double>(table.values.cols()) / 2, table.corner.y()},
                   tex,
                   role,
                   {0, -15}});
}

scene::Handle knob(const Table& table, Eigen::Index row, Eigen::Index column, const Knob& knob) {
  const Eigen::Vector2d middle = centre(table, row, column);
  const double value = table.values(row, column);
  const double share = std::clamp(std::isnan(value) ? 0.0 : value / knob.limit, -1.0, 1.0);
  return {knob.key,
          knob.name,
          {middle.x() + 0.5 - knobInset, middle.y() + travel * share},
          table.role,
          [key = knob.key, y = middle.y(), limit = knob.limit, step = knob.step](QPointF to) {
            const double wanted = (to.y() - y) / travel * limit;
            // Whole steps, as decimals: divided by 10, not multiplied by 0.1.
            const double value = std::round(wanted / step) / std::round(1 / step);
            return scene::Assignments{{key, std::clamp(value == 0 ? 0.0 : value, -limit, limit)}};
          }};
}

} // namespace eigenboard::panels::cells
