#include "views/panels/linear_algebra/matrix_product_marks.h"
#include "views/panels/support/tex.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace eigenboard::panels::linear_algebra::matrix_product_panel {

using scene::Dash;
using scene::Role;
using scene::Stroke;

namespace {

constexpr double biasGap = 0.3;       ///< between C and the row of the bias
constexpr qsizetype shortMeeting = 9; ///< letters of "3\cdot 2" and the like, which fit on a wire

/// What the process has not touched yet is not there.
Eigen::MatrixXd shownProduct(const Params& params, const Result& result) {
  Eigen::MatrixXd shown = result.shown;
  if (result.isRunning() && !params.isLayer())
    for (Eigen::Index row = 0; row < shown.rows(); ++row)
      for (Eigen::Index column = 0; column < shown.cols(); ++column)
        if (eigenboard::linear_algebra::productsIn(result.now, row, column) == 0)
          shown(row, column) = std::numeric_limits<double>::quiet_NaN();
  return shown;
}

Tables tablesOf(const Params& params, const Result& result) {
  const double k = count(result.inner());
  return {
      {params.isLayer() ? QStringLiteral("X") : QStringLiteral("A"),
       result.A(),
       {-gap - k, 0},
       Role::Drag,
       largestEntry,
       1,
       params.edit},
      {params.isLayer() ? Words::tr("W transposed") : QStringLiteral("B"),
       result.B(),
       {0, gap + count(result.B().rows())},
       Role::DragSecond,
       largestEntry,
       1,
       params.edit},
      {productName(params), shownProduct(params, result), {0, 0}, Role::Response, fullOf(result.whole), 2}};
}

void addNames(scene::PlaneView& view, const Params& params, const Result& result) {
  const double below = -count(result.m());
  view.marks.push_back(scene::Label{{-gap - count(result.inner()) / 2, below},
                                    shapeTex(leftName(params), result.m(), result.inner()),
                                    Role::Drag,
                                    {0, 24}});
  view.marks.push_back(scene::Label{{count(result.n()) / 2, gap + count(result.B().rows())},
                                    shapeTex(rightName(params), result.B().rows(), result.n()),
                                    Role::DragSecond,
                                    {0, -24}});
  if (result.fits()) {
    const double lower = params.isLayer() ? below - biasGap - 1 : below;
    view.marks.push_back(scene::Label{{count(result.n()) / 2, lower},
                                      shapeTex(productName(params), result.m(), result.n()),
                                      Role::Response,
                                      {0, 24}});
  }
}

/// From the top of column l of A to the left of row l of B, between two shares of the way.
std::vector<QPointF> wire(double across, double up, double from, double to) {
  constexpr int chords = 16;
  std::vector<QPointF> points;
  for (int i = 0; i <= chords; ++i) {
    const double angle = std::numbers::pi / 2 * (from + (to - from) * i / chords);
    points.emplace_back(-across * std::cos(angle), up * std::sin(angle));
  }
  return points;
}

/// On the wire: the two numbers that meet there.
QString meetingTex(const Result& result, Eigen::Index l) {
  const auto number = [](double value) {
    const QString text = cells::written(value, 1);
    return value < 0 ? QLatin1Char('(') + text + QLatin1Char(')') : text;
  };
  const ProductPlace& place = result.place;
  const QString left = place.row >= 0 ? number(result.A()(place.row, l)) : QString();
  const QString right = place.column >= 0 ? number(result.B()(l, place.column)) : QString();
  if (!left.isEmpty() && !right.isEmpty())
    return QStringLiteral("%1\\cdot %2").arg(left, right);
  return left.isEmpty() ? right : left;
}

/// The index over which the sum runs, as wires: each column of A meets one row of B, or none.
void addWires(scene::PlaneView& view, const Result& result) {
  const Eigen::Index k = result.inner();
  const Eigen::Index rows = result.B().rows();
  const auto across = [k](Eigen::Index l) { return gap + count(k - l) - 0.5; };
  const auto up = [rows](Eigen::Index l) { return gap + count(rows - l) - 0.5; };
  for (Eigen::Index l = 0; l < std::min(k, rows); ++l) {
    const bool isLit = result.fits() && result.isLit(l);
    const QString tex = isLit ? meetingTex(result, l) : QString();
    const Stroke stroke{isLit ? Role::Highlight : Role::Muted, isLit ? 2.6 : 1.2, Dash::Solid,
                        isLit ? 1.0 : 0.55};
    const QString name = Words::tr("Column %1 on the left meets row %1 on the right").arg(l + 1);
    // The wire leaves room for what stands on it.
    const double room = tex.isEmpty() ? 0 : 0.24 / across(l);
    view.marks.push_back(scene::Curve{wire(across(l), up(l), 0, 0.5 - room), stroke, name});
    view.marks.push_back(scene::Curve{wire(across(l), up(l), 0.5 + room, 1), stroke, name});
    // On the shortest wire a long one would reach over the table on the right.
    const qsizetype over = l + 1 == k ? std::max<qsizetype>(0, tex.size() - shortMeeting) : 0;
    if (!tex.isEmpty())
      view.marks.push_back(
          scene::Label{{-across(l) * std::numbers::sqrt2 / 2, up(l) * std::numbers::sqrt2 / 2},
                       QStringLiteral("\\small ") + tex,
                       Role::Highlight,
                       {-3.5 * static_cast<double>(over), 0}});
  }
  const Stroke loose{Role::Warning, 3, Dash::Dashed, 1};
  for (Eigen::Index l = rows; l < k; ++l) {
    view.marks.push_back(scene::Curve{{{-across(l), 0}, {-across(l), 0.4}},
                                      loose,
                                      Words::tr("Column %1 on the left has no row to meet").arg(l + 1)});
    view.marks.push_back(scene::Label{{-across(l), 0.4}, QStringLiteral("?"), Role::Warning, {0, -10}});
  }
  for (Eigen::Index l = k; l < rows; ++l) {
    view.marks.push_back(scene::Curve{{{0, up(l)}, {-0.4, up(l)}},
                                      loose,
                                      Words::tr("Row %1 on the right has no column to meet").arg(l + 1)});
    view.marks.push_back(scene::Label{{-0.4, up(l)}, QStringLiteral("?"), Role::Warning, {-10, 0}});
  }
}

/// What is looked at: frames round rows and columns of all three.
void addFrames(scene::PlaneView& view, const Tables& tables, const Result& result) {
  const ProductPlace& place = result.place;
  const Stroke frame{Role::Highlight, 3, Dash::Solid, 1};
  const Eigen::Index m = result.m();
  const Eigen::Index n = result.n();
  const Eigen::Index k = result.inner();
  const Eigen::Index from = place.inner < 0 ? 0 : place.inner;
  const Eigen::Index parts = place.inner < 0 ? k : 1;
  // A step touches the numbers of one wire; at rest all wires are lit.
  cells::addFrame(view, tables.left, place.row < 0 ? 0 : place.row, from, place.row < 0 ? m : 1, parts, frame,
                  Words::tr("What is taken from the left"));
  cells::addFrame(view, tables.right, from, place.column < 0 ? 0 : place.column, parts,
                  place.column < 0 ? n : 1, frame, Words::tr("What is taken from the right"));
  cells::addFrame(view, tables.product, place.row < 0 ? 0 : place.row, place.column < 0 ? 0 : place.column,
                  place.row < 0 ? m : 1, place.column < 0 ? n : 1, frame, Words::tr("Where it goes"));
}

void addNoProduct(scene::PlaneView& view, const Result& result) {
  const double width = count(result.n());
  const double height = count(result.m());
  view.marks.push_back(scene::Region{{{0, 0}, {width, 0}, {width, -height}, {0, -height}},
                                     std::nullopt,
                                     Stroke{Role::Warning, 2, Dash::Dashed, 1},
                                     Words::tr("There is no product")});
  view.marks.push_back(scene::Label{{width / 2, -height / 2},
                                    QStringLiteral("%1 \\ne %2").arg(result.inner()).arg(result.B().rows()),
                                    Role::Warning});
}

void addBias(scene::PlaneView& view, const Params& params, const Result& result) {
  const cells::Table table{Words::tr("Bias"), result.bias,  {0, -count(result.m()) - biasGap},
                           Role::Reference,   largestEntry, 1,
                           params.edit};
  cells::add(view, table);
  view.marks.push_back(scene::Label{{count(result.n()), table.corner.y() - 0.5},
                                    QStringLiteral("\\mathbf{b}^{\\top}"),
                                    Role::Reference,
                                    {16, 0}});
  for (Eigen::Index column = 0; params.edit && column < result.bias.size(); ++column)
    view.handles.push_back(
        cells::knob(table, 0, column,
                    {biasKey(column), Words::tr("Bias of column %1").arg(column + 1), largestEntry, 0.1}));
}

QString titleOf(const Params& params, const Result& result) {
  if (!result.fits())
    return Words::tr("No product: %1 columns cannot meet %2 rows").arg(result.inner()).arg(result.B().rows());
  switch (params.order) {
  case ProductOrder::Entries:
    return Words::tr("Each entry: a row meets a column");
  case ProductOrder::Rows:
    return Words::tr("Each row: a mix of the rows of %1")
        .arg(params.isLayer() ? QStringLiteral("Wᵀ") : QStringLiteral("B"));
  case ProductOrder::Columns:
    return Words::tr("Each column: a mix of the columns of %1")
        .arg(params.isLayer() ? QStringLiteral("X") : QStringLiteral("A"));
  case ProductOrder::Outer:
    break;
  }
  return Words::tr("Layer upon layer: a sum of outer products");
}

scene::PlaneView productView(const Params& params, const Result& result) {
  scene::PlaneView view;
  view.key = QStringLiteral("product");
  view.title = titleOf(params, result);
  view.backgroundGrid = false;
  const double below = count(result.m()) + (params.isLayer() && result.fits() ? biasGap + 1 : 0);
  const double beside = params.isLayer() ? 0.7 : 0.3; // the name of the bias stands there
  view.x = {tex::text(Words::tr("column")), -gap - count(result.inner()) - 0.3, count(result.n()) + beside,
            false};
  view.y = {tex::text(Words::tr("row")), -below - 0.6, gap + count(result.B().rows()) + 0.6, false};
  const Tables tables = tablesOf(params, result);
  addWires(view, result);
  cells::add(view, tables.left);
  cells::add(view, tables.right);
  if (result.fits()) {
    cells::add(view, tables.product);
    if (params.isLayer())
      addBias(view, params, result);
    addFrames(view, tables, result);
    view.clickName = Words::tr("Look at this entry");
    view.click = [m = result.m(), n = result.n()](QPointF at) {
      const double row = std::floor(-at.y());
      const double column = std::floor(at.x());
      if (row < 0 || column < 0 || row >= count(m) || column >= count(n))
        return scene::Settings{};
      return scene::Settings{{QStringLiteral("row"), QString::number(row + 1)},
                             {QStringLiteral("column"), QString::number(column + 1)}};
    };
  } else {
    addNoProduct(view, result);
  }
  addNames(view, params, result);
  addHandles(view, params, result, tables);
  return view;
}

} // namespace

double fullOf(const Eigen::MatrixXd& values) {
  return values.size() > 0 ? std::max(1.0, values.cwiseAbs().maxCoeff()) : 1;
}

QString shapeTex(const QString& name, Eigen::Index rows, Eigen::Index columns) {
  return QStringLiteral("%1:\\;%2 \\times %3").arg(name).arg(rows).arg(columns);
}

scene::Scene drawn(const Params& params, const Result& result) {
  scene::Scene scene{{productView(params, result)}};
  if (!result.fits())
    return scene;
  scene.views.push_back(workView(params, result));
  if (params.beside != Beside::Nothing)
    scene.views.push_back(besideView(params, result));
  return scene;
}

} // namespace eigenboard::panels::linear_algebra::matrix_product_panel
