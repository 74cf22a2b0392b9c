#include "views/panels/linear_algebra/factorizations_model.h"
#include "views/panels/support/cells.h"
#include "views/panels/support/tex.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace eigenboard::panels::linear_algebra::factorizations_panel {

using scene::Dash;
using scene::Role;
using scene::Stroke;

namespace {

/// Between the tables, in cells. A begins at the origin, the left factor ends to its left, the right one ends
/// above it: row i of the left factor runs into row i of A, column j of the right one into column j.
constexpr double gap = 0.6;
/// In a row.
constexpr double signRoom = 1.1; ///< for the sign after A
constexpr double inRow = 0.45;

double asNumber(Eigen::Index index) {
  return static_cast<double>(index);
}

double largestSize(const Eigen::MatrixXd& values) {
  return values.size() > 0 ? values.cwiseAbs().maxCoeff() : 0;
}

scene::PlaneView tableView(const QString& key, const QString& title) {
  scene::PlaneView view;
  view.key = key;
  view.title = title;
  view.backgroundGrid = false;
  return view;
}

QString titleOf(const Params& params, const Result& result) {
  if (!result.exists() && (!result.isRunning() || result.now.hasFailed()))
    return Words::tr("No such factors");
  if (result.isRunning() && params.kind == FactorizationKind::Qr)
    return Words::tr("A, reflected %1 of %2 times").arg(result.now.done).arg(result.now.layers);
  if (result.isRunning())
    return Words::tr("%1 of %2 layers taken off A").arg(result.now.done).arg(result.now.layers);
  switch (params.kind) {
  case FactorizationKind::Lu:
    return result.whole.swaps > 0 ? Words::tr("A = PᵀLU, that is PA = LU") : Words::tr("A = LU");
  case FactorizationKind::Cholesky:
    return Words::tr("A = LLᵀ");
  case FactorizationKind::Qr:
    return Words::tr("A = QR");
  case FactorizationKind::Eigen:
    return result.isSymmetric ? Words::tr("A = VΛVᵀ") : Words::tr("A = VΛV⁻¹");
  case FactorizationKind::Svd:
    break;
  }
  return Words::tr("A = UΣVᵀ");
}

/// What rounding leaves of a zero is a zero to the eye.
Eigen::MatrixXd withoutNoise(const Eigen::MatrixXd& values, double limit) {
  return values.unaryExpr([limit](double entry) { return std::abs(entry) <= limit ? 0.0 : entry; });
}

/// At rest the rows stand in the order of A, while layers are taken off in that of the pivots.
Eigen::MatrixXd inOrderOfA(const Step& factors, const Eigen::MatrixXd& values) {
  Eigen::MatrixXd ordered = values;
  for (std::size_t row = 0; row < factors.order.size(); ++row)
    ordered.row(factors.order[row]) = values.row(static_cast<Eigen::Index>(row));
  return ordered;
}

double fullOf(const Eigen::MatrixXd& values) {
  return std::max(largestSize(values), std::numeric_limits<double>::min());
}

/// Where the tables stand, by their top left corners.
struct Places {
  Eigen::Vector2d left;
  Eigen::Vector2d right;
  double end = 0; ///< right edge of all
  double top = 0;
};

Places placesOf(const Params& params, const Result& result) {
  const double layers = result.whole.layers;
  const double columns = asNumber(result.A().cols());
  if (params.picture == Picture::Meeting)
    return {{-gap - layers, 0}, {0, gap + layers}, columns, gap + layers};
  const bool hasMiddle = !namesOf(params, result).middle.isEmpty();
  const double from = columns + signRoom;
  const double right = from + layers + inRow + (hasMiddle ? 1 + inRow : 0);
  return {{from, 0}, {right, 0}, right + columns, 0};
}

/// Under the table, where something stands above it; in a row all names are above.
void addNameOf(scene::PlaneView& view, const Params& params, const cells::Table& table, const QString& tex) {
  if (params.picture == Picture::Row) {
    cells::addName(view, table, tex, table.role);
    return;
  }
  const std::vector<QPointF> corners = cells::outline(table, 0, 0, table.values.rows(), table.values.cols());
  view.marks.push_back(
      scene::Label{{(corners[2].x() + corners[3].x()) / 2, corners[2].y()}, tex, table.role, {0, 16}});
}

/// A with a knob in each cell; while layers are taken off, what the algorithm goes on with.
void addMatrix(scene::PlaneView& view, const Params& params, const Result& result) {
  const bool isAtRest = !result.isRunning();
  const cells::Table table{isAtRest ? QStringLiteral("A") : Words::tr("Left of A"),
                           isAtRest ? result.A() : withoutNoise(result.now.work, result.rounding),
                           {0, 0},
                           isAtRest ? Role::Drag : Role::ResponseSecond,
                           fullOf(result.A()),
                           2,
                           isAtRest,
                           true};
  const Eigen::Index rows = table.values.rows();
  const Eigen::Index columns = table.values.cols();
  cells::add(view, table);
  addNameOf(view, params, table,
            isAtRest ? QStringLiteral("A")
            : params.kind == FactorizationKind::Qr
                ? QStringLiteral("H_{%1}\\cdots H_1 A").arg(result.now.done)
                : tex::text(Words::tr("left")));
  if (result.whole.failedAt >= 0)
    cells::addFrame(view, table, result.whole.failedAt, result.whole.failedAt, 1, 1,
                    Stroke{Role::Warning, 3.5, Dash::Solid, 1}, Words::tr("The pivot that fails"));
  else if (!isAtRest && params.kind == FactorizationKind::Lu && result.now.done < result.now.layers)
    cells::addFrame(view, table, result.now.done, result.now.done, rows - result.now.done, 1,
                    Stroke{Role::Highlight, 3, Dash::Solid, 1}, Words::tr("Where the next pivot is sought"));
  if (isAtRest && result.exists() && params.picture == Picture::Row)
    view.marks.push_back(
        scene::Label{{asNumber(columns) + signRoom / 2, -asNumber(rows) / 2}, QStringLiteral("=")});
  if (!isAtRest && result.whole.swaps > 0)
    for (std::size_t row = 0; row < result.now.order.size(); ++row)
      view.marks.push_back(
          scene::Label{{params.picture == Picture::Row ? asNumber(columns) + 0.3 : -gap / 2,
                        -static_cast<double>(row) - 0.5},
                       QStringLiteral("\\scriptsize \\mathbf{a}_{%1}").arg(result.now.order[row] + 1),
                       Role::Muted});
  for (Eigen::Index row = 0; isAtRest && row < rows; ++row)
    for (Eigen::Index column = 0; column < columns; ++column)
      if (!params.isMirrored() || column <= row) // mirrored, it follows the one below
        view.handles.push_back(
            cells::knob(table, row, column,
                        {QStringLiteral("a%1%2").arg(row + 1).arg(column + 1),
                         Words::tr("A, row %1, column %2").arg(row + 1).arg(column + 1), largestEntry, 0.1}));
}

/// The layers that are there; the others are empty cells.
Eigen::MatrixXd knownColumns(const Eigen::MatrixXd& values, int known) {
  Eigen::MatrixXd shown = values;
  shown.rightCols(values.cols() - known).setConstant(std::numeric_limits<double>::quiet_NaN());
  return shown;
}

/// Factors of unit vectors have entries up to 1, known to some eps; those of LU may be any size.
double noiseOf(const Result& result, const Eigen::MatrixXd& factor) {
  return result.whole.kind == FactorizationKind::Lu ? 0
                                                    : 64 * std::numeric_limits<double>::epsilon() *
                                                          result.whole.basisCondition * largestSize(factor);
}

bool hasWeights(const Step& factors) {
  return factors.kind == FactorizationKind::Eigen || factors.kind == FactorizationKind::Svd;
}

/// The bends, on which column k on the left meets row k above.
void addBends(scene::PlaneView& view, const Step& factors, int layer) {
  for (int k = 0; k < factors.done; ++k) {
    const double away = gap + factors.layers - k - 0.5;
    const double half = hasWeights(factors) ? 0.5 : 0; // of the cell in the corner
    const bool isLit = k == layer;
    const Stroke stroke{isLit ? Role::Highlight : Role::Muted, isLit ? 2.6 : 1.2, Dash::Solid,
                        isLit ? 1.0 : 0.5};
    const QString name = Words::tr("Layer %1: column %1 on the left times row %1 above").arg(k + 1);
    view.marks.push_back(scene::Curve{{{-away, 0}, {-away, away - half}}, stroke, name});
    view.marks.push_back(scene::Curve{{{-away + half, away}, {0, away}}, stroke, name});
  }
}

/// The weight of each layer between its column and its row.
void addWeights(scene::PlaneView& view, const Params& params, const Result& result, int layer) {
  const Step& factors = result.shown();
  const Eigen::VectorXd weights = withoutNoise(factors.middle, result.rounding);
  const Places places = placesOf(params, result);
  for (int k = 0; k < factors.done; ++k) {
    const double away = gap + factors.layers - k;
    const Eigen::Vector2d corner = params.picture == Picture::Meeting
                                       ? Eigen::Vector2d(-away, away)
                                       : Eigen::Vector2d(places.right.x() - inRow - 1, -k);
    const cells::Table cell{Words::tr("Weight of layer %1").arg(k + 1),
                            weights.segment(k, 1),
                            corner,
                            Role::Positive,
                            fullOf(weights),
                            2,
                            false,
                            true};
    cells::add(view, cell);
    if (k == 0 && params.picture == Picture::Row)
      cells::addName(view, cell, namesOf(params, result).middle, Role::Positive);
    if (k == layer)
      cells::addFrame(view, cell, 0, 0, 1, 1, Stroke{Role::Highlight, 3, Dash::Solid, 1},
                      Words::tr("The weight of this layer"));
  }
}

void addFactors(scene::PlaneView& view, const Params& params, const Result& result) {
  const Step& factors = result.shown();
  const FactorNames names = namesOf(params, result);
  const Places places = placesOf(params, result);
  const int layer = result.isRunning() ? factors.done - 1 : -1;
  if (params.picture == Picture::Meeting)
    addBends(view, factors, layer);
  if (hasWeights(factors))
    addWeights(view, params, result, layer);
  const Eigen::MatrixXd columns =
      knownColumns(withoutNoise(factors.left, noiseOf(result, factors.left)), factors.done);
  const bool isReordered = !result.isRunning() && factors.swaps > 0;
  const cells::Table left{Words::tr("Left factor"),
                          isReordered ? inOrderOfA(factors, columns) : columns,
                          places.left,
                          Role::Response,
                          fullOf(factors.left),
                          2,
                          false,
                          true};
  const cells::Table right{
      Words::tr("Right factor"),
      knownColumns(withoutNoise(factors.right, noiseOf(result, factors.right)).transpose(), factors.done)
          .transpose(),
      places.right,
      Role::Response,
      fullOf(factors.right),
      2,
      false,
      true};
  cells::add(view, left);
  cells::add(view, right);
  addNameOf(view, params, left, isReordered ? QStringLiteral("P^{\\top}L") : names.left);
  cells::addName(view, right, names.right, right.role);
  if (layer < 0)
    return;
  const Stroke frame{Role::Highlight, 3, Dash::Solid, 1};
  cells::addFrame(view, left, 0, layer, left.values.rows(), 1, frame, Words::tr("Column of this layer"));
  cells::addFrame(view, right, layer, 0, 1, right.values.cols(), frame, Words::tr("Row of this layer"));
}

/// A where the rows of its left factor meet the columns of its right one.
scene::PlaneView factorsView(const Params& params, const Result& result) {
  scene::PlaneView view = tableView(QStringLiteral("factors"), titleOf(params, result));
  addFactors(view, params, result);
  addMatrix(view, params, result);
  const Places places = placesOf(params, result);
  const double begin = std::min(0.0, places.left.x());
  const double below = -asNumber(result.A().rows());
  if (!result.exists())
    view.marks.push_back(
        scene::Label{{(begin + places.end) / 2, below}, tex::text(reason(result)), Role::Warning, {0, 38}});
  view.x = {tex::text(Words::tr("column")), begin - 0.2, places.end + 0.2, false};
  view.y = {tex::text(Words::tr("row")), below - (result.exists() ? 0.65 : 1.3), places.top + 0.55, false};
  return view;
}

} // namespace

scene::Scene drawn(const Params& params, const Result& result) {
  if (params.picture == Picture::Row)
    return {{factorsView(params, result)}};
  return {{factorsView(params, result), decayView(result)}};
}

} // namespace eigenboard::panels::linear_algebra::factorizations_panel
