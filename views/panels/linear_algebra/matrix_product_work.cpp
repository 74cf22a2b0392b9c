#include "views/panels/linear_algebra/matrix_product_model.h"
#include "views/panels/support/cells.h"
#include "views/panels/support/tex.h"

#include <algorithm>
#include <limits>

namespace eigenboard::panels::linear_algebra::matrix_product_panel {

using scene::Dash;
using scene::Role;
using scene::Stroke;

namespace {

constexpr double pitch = 1.12; ///< of rows that are written one below the other

double asDouble(Eigen::Index index) {
  return static_cast<double>(index);
}

double largestOf(const Eigen::MatrixXd& values) {
  return values.size() > 0 ? std::max(1.0, values.cwiseAbs().maxCoeff()) : 1;
}

void addWord(scene::PlaneView& view, QPointF at, const QString& tex, Role role) {
  view.marks.push_back(scene::Label{at, tex, role});
}

QString weight(double value) {
  return value < 0 ? QStringLiteral("(%1)\\,\\times").arg(cells::written(value, 1))
                   : QStringLiteral("%1\\,\\times").arg(cells::written(value, 1));
}

/// Knobs along a row, or a column, of a table; key and name by place.
template <typename KeyOf>
void addKnobsAlong(scene::PlaneView& view, const cells::Table& table, const QString& name, KeyOf keyOf) {
  for (Eigen::Index row = 0; row < table.values.rows(); ++row)
    for (Eigen::Index column = 0; column < table.values.cols(); ++column)
      view.handles.push_back(cells::knob(table, row, column,
                                         {keyOf(row, column),
                                          Words::tr("%1, number %2").arg(name).arg(std::max(row, column) + 1),
                                          largestEntry, 0.1}));
}

cells::Table addRow(scene::PlaneView& view, double top, const QString& name, const QString& tex,
                    const Eigen::RowVectorXd& values, Role role, double full, bool hasKnobs) {
  const cells::Table table{name, values, {0, top}, role, full, 2, hasKnobs};
  cells::add(view, table);
  addWord(view, {-0.7, top - 0.5}, tex, role);
  return table;
}

/// Row i of A, column j of B, their products and the sum.
void addEntry(scene::PlaneView& view, const Params& params, const Result& result) {
  const ProductPlace& place = result.place;
  const Eigen::RowVectorXd left = result.A().row(place.row);
  const Eigen::RowVectorXd right = result.B().col(place.column).transpose();
  Eigen::RowVectorXd products = left.cwiseProduct(right);
  products.tail(result.inner() - result.made()).setConstant(std::numeric_limits<double>::quiet_NaN());
  const double sum = result.shown(place.row, place.column);
  const cells::Table ofLeft =
      addRow(view, 0, Words::tr("Row on the left"), Words::tr("\\text{row %1}").arg(place.row + 1), left,
             Role::Drag, largestEntry, true);
  const cells::Table ofRight =
      addRow(view, -pitch, Words::tr("Column on the right"),
             Words::tr("\\text{col. %1}").arg(place.column + 1), right, Role::DragSecond, largestEntry, true);
  addRow(view, -2 * pitch, Words::tr("Products"), QStringLiteral("\\times"), products, Role::Response,
         largestOf(left.cwiseProduct(right)), false);
  addWord(view, {asDouble(result.inner()) + 0.9, -2 * pitch - 0.5},
          params.isLayer() ? QStringLiteral("b{+}\\Sigma = %1").arg(cells::written(sum, 2))
                           : QStringLiteral("\\Sigma = %1").arg(cells::written(sum, 2)),
          Role::Response);
  addKnobsAlong(view, ofLeft, ofLeft.name,
                [&](Eigen::Index, Eigen::Index column) { return leftKey(place.row, column); });
  addKnobsAlong(view, ofRight, ofRight.name,
                [&](Eigen::Index, Eigen::Index column) { return rightKey(params, column, place.column); });
  if (result.place.inner >= 0)
    view.marks.push_back(scene::Region{{{asDouble(place.inner), 0},
                                        {asDouble(place.inner + 1), 0},
                                        {asDouble(place.inner + 1), -2 * pitch - 1},
                                        {asDouble(place.inner), -2 * pitch - 1}},
                                       std::nullopt,
                                       Stroke{Role::Highlight, 3, Dash::Solid, 1},
                                       Words::tr("The product of this step")});
  view.title = Words::tr("Entry (%1, %2)").arg(place.row + 1).arg(place.column + 1);
  view.x = {tex::text(Words::tr("part")), -1.3, asDouble(result.inner()) + 1.9, false};
  view.y = {tex::text(Words::tr("row")), -2 * pitch - 1.2, 0.3, false};
}

/// The rows of B, each with its weight, and the row of C they add up to.
void addMixedRows(scene::PlaneView& view, const Params& params, const Result& result) {
  const Eigen::Index row = result.place.row;
  double top = 0;
  for (Eigen::Index l = 0; l < result.inner(); ++l) {
    Eigen::RowVectorXd values = result.B().row(l);
    const bool isMade = l < result.made();
    const cells::Table table =
        addRow(view, top, Words::tr("Row %1 on the right").arg(l + 1), weight(result.A()(row, l)), values,
               isMade ? Role::DragSecond : Role::Muted, isMade ? largestEntry : 1e3, true);
    addKnobsAlong(view, table, table.name,
                  [&](Eigen::Index, Eigen::Index column) { return rightKey(params, l, column); });
    top -= pitch;
  }
  if (params.isLayer()) {
    const cells::Table table = addRow(view, top, Words::tr("Bias"), QStringLiteral("+\\;\\mathbf{b}^{\\top}"),
                                      result.bias, Role::Reference, largestEntry, true);
    addKnobsAlong(view, table, table.name, [](Eigen::Index, Eigen::Index column) { return biasKey(column); });
    top -= pitch;
  }
  top -= 0.12;
  addRow(view, top, Words::tr("Their sum"), QStringLiteral("\\Sigma"), result.shown.row(row), Role::Response,
         largestOf(result.whole), false);
  view.title = Words::tr("Row %1 as a mix").arg(row + 1);
  view.x = {tex::text(Words::tr("column")), -1.3, asDouble(result.n()) + 0.3, false};
  view.y = {tex::text(Words::tr("row")), top - 1.2, 0.3, false};
}

/// The columns of A, each with its weight, and the column of C they add up to.
void addMixedColumns(scene::PlaneView& view, const Params& params, const Result& result) {
  const Eigen::Index column = result.place.column;
  double left = 0;
  const auto addColumn = [&](const QString& name, const QString& tex, const Eigen::VectorXd& values,
                             Role role, double full, bool hasKnobs) {
    const cells::Table table{name, values, {left, 0}, role, full, 2, hasKnobs};
    cells::add(view, table);
    view.marks.push_back(scene::Label{{left + 0.5, 0}, tex, role, {0, -14}});
    left += pitch;
    return table;
  };
  for (Eigen::Index l = 0; l < result.inner(); ++l) {
    const bool isMade = l < result.made();
    const cells::Table table =
        addColumn(Words::tr("Column %1 on the left").arg(l + 1), weight(result.B()(l, column)),
                  result.A().col(l), isMade ? Role::Drag : Role::Muted, isMade ? largestEntry : 1e3, true);
    addKnobsAlong(view, table, table.name, [&](Eigen::Index row, Eigen::Index) { return leftKey(row, l); });
  }
  if (params.isLayer())
    addColumn(Words::tr("Bias"), QStringLiteral("+\\,b_%1").arg(column + 1),
              Eigen::VectorXd::Constant(result.m(), result.bias(column)), Role::Reference, largestEntry,
              false);
  left += 0.12;
  addColumn(Words::tr("Their sum"), QStringLiteral("\\Sigma"), result.shown.col(column), Role::Response,
            largestOf(result.whole), false);
  view.title = Words::tr("Column %1 as a mix").arg(column + 1);
  view.x = {tex::text(Words::tr("column")), -0.3, left + 0.2, false};
  view.y = {tex::text(Words::tr("row")), -asDouble(result.m()) - 0.3, 0.55, false};
}

/// A table for each l, two in a row.
void addLayers(scene::PlaneView& view, const Result& result) {
  const double width = asDouble(result.n()) + 0.7;
  const double height = asDouble(result.m()) + 0.8;
  const Eigen::Index inOneRow = result.inner() <= 2 ? result.inner() : 2;
  const Eigen::MatrixXd sizes = result.A().cwiseAbs() * result.B().cwiseAbs();
  for (Eigen::Index l = 0; l < result.inner(); ++l) {
    const Eigen::MatrixXd outer = result.A().col(l) * result.B().row(l);
    const bool isMade = !result.isRunning() || l < result.made();
    const cells::Table table{Words::tr("Outer product %1").arg(l + 1),
                             isMade ? outer
                                    : Eigen::MatrixXd::Constant(outer.rows(), outer.cols(),
                                                                std::numeric_limits<double>::quiet_NaN()),
                             {asDouble(l % inOneRow) * width, -asDouble(l / inOneRow) * height},
                             Role::Response,
                             largestOf(sizes),
                             2};
    cells::add(view, table);
    cells::addName(view, table,
                   QStringLiteral("\\text{%1}\\ %2")
                       .arg(l == 0 ? QString() : QStringLiteral("+"))
                       .arg(Words::tr("\\text{col. %1 × row %1}").arg(l + 1)),
                   result.isLit(l) ? Role::Highlight : Role::Muted);
    if (result.isLit(l))
      cells::addFrame(view, table, 0, 0, outer.rows(), outer.cols(),
                      Stroke{Role::Highlight, 3, Dash::Solid, 1},
                      Words::tr("The outer product that is looked at"));
  }
  view.title = Words::tr("The layers, one by one");
  const Eigen::Index rows = (result.inner() + inOneRow - 1) / inOneRow;
  view.x = {tex::text(Words::tr("column")), -0.3, asDouble(inOneRow) * width - 0.4, false};
  view.y = {tex::text(Words::tr("row")), -asDouble(rows) * height + 0.4, 0.7, false};
}

} // namespace

scene::PlaneView workView(const Params& params, const Result& result) {
  scene::PlaneView view;
  view.key = QStringLiteral("work");
  view.backgroundGrid = false;
  switch (params.order) {
  case ProductOrder::Entries:
    addEntry(view, params, result);
    break;
  case ProductOrder::Rows:
    addMixedRows(view, params, result);
    break;
  case ProductOrder::Columns:
    addMixedColumns(view, params, result);
    break;
  case ProductOrder::Outer:
    addLayers(view, result);
    break;
  }
  return view;
}

} // namespace eigenboard::panels::linear_algebra::matrix_product_panel
