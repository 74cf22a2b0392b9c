#include "views/panels/linear_algebra/matrix_product_marks.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>
#include <utility>

namespace eigenboard::panels::linear_algebra::matrix_product_panel {

using scene::Role;

namespace {

void addKnobs(scene::PlaneView& view, const Params& params, const Tables& tables) {
  if (!params.edit)
    return;
  for (Eigen::Index row = 0; row < tables.left.values.rows(); ++row)
    for (Eigen::Index column = 0; column < tables.left.values.cols(); ++column)
      view.handles.push_back(cells::knob(tables.left, row, column,
                                         {leftKey(row, column),
                                          Words::tr("Left, row %1, column %2").arg(row + 1).arg(column + 1),
                                          largestEntry, 0.1}));
  for (Eigen::Index row = 0; row < tables.right.values.rows(); ++row)
    for (Eigen::Index column = 0; column < tables.right.values.cols(); ++column)
      view.handles.push_back(cells::knob(tables.right, row, column,
                                         {rightKey(params, row, column),
                                          Words::tr("Right, row %1, column %2").arg(row + 1).arg(column + 1),
                                          largestEntry, 0.1}));
}

double whole(double value, double most) {
  return std::clamp(std::round(value), 1.0, most);
}

scene::Handle track(const QString& key, const QString& name, QPointF at, Role role,
                    std::function<double(QPointF)> value) {
  return {key, name, at, role, [key, value = std::move(value)](QPointF to) {
            return scene::Assignments{{key, value(to)}};
          }};
}

/// Markers in the gaps that choose what is looked at.
void addMarkers(scene::PlaneView& view, const Result& result) {
  if (result.isRunning() || !result.fits())
    return;
  const ProductPlace& place = result.place;
  if (place.row >= 0)
    view.handles.push_back(track(QStringLiteral("row"), Words::tr("Row to look at"),
                                 {-gap / 2, -count(place.row) - 0.5}, Role::Highlight,
                                 [m = count(result.m())](QPointF to) { return whole(0.5 - to.y(), m); }));
  if (place.column >= 0)
    view.handles.push_back(track(QStringLiteral("column"), Words::tr("Column to look at"),
                                 {count(place.column) + 0.5, gap / 2}, Role::Highlight,
                                 [n = count(result.n())](QPointF to) { return whole(0.5 + to.x(), n); }));
  if (place.inner < 0)
    return;
  const double across = gap + count(result.inner() - place.inner) - 0.5;
  view.handles.push_back(track(QStringLiteral("inner"), Words::tr("Outer product to look at"),
                               {-across * std::numbers::sqrt2 / 2, across * std::numbers::sqrt2 / 2},
                               Role::Highlight, [k = count(result.inner())](QPointF to) {
                                 return whole(k - (std::hypot(to.x(), to.y()) - gap - 0.5), k);
                               }));
}

/// Edges that are pulled to change the shapes.
void addEdges(scene::PlaneView& view, const Result& result) {
  const double k = count(result.inner());
  const double m = count(result.m());
  const double n = count(result.n());
  const double rows = count(result.B().rows());
  view.handles.push_back(track(QStringLiteral("columns_a"),
                               Words::tr("Left edge: columns of the left factor"), {-gap - k, -m / 2},
                               Role::Reference, [](QPointF to) { return whole(-gap - to.x(), mostCells); }));
  view.handles.push_back(track(QStringLiteral("rows_a"), Words::tr("Lower edge: rows of the left factor"),
                               {-gap - k / 2, -m}, Role::Reference,
                               [](QPointF to) { return whole(-to.y(), mostCells); }));
  view.handles.push_back(track(QStringLiteral("rows_b"), Words::tr("Upper edge: rows of the right factor"),
                               {n / 2, gap + rows}, Role::Reference,
                               [](QPointF to) { return whole(to.y() - gap, mostCells); }));
  view.handles.push_back(track(QStringLiteral("columns_b"),
                               Words::tr("Right edge: columns of the right factor"), {n, gap + rows / 2},
                               Role::Reference, [](QPointF to) { return whole(to.x(), mostCells); }));
}

} // namespace

void addHandles(scene::PlaneView& view, const Params& params, const Result& result, const Tables& tables) {
  addKnobs(view, params, tables);
  addEdges(view, result);
  addMarkers(view, result);
}

} // namespace eigenboard::panels::linear_algebra::matrix_product_panel
