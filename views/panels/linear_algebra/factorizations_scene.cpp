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

void addUnder(scene::PlaneView& view, const cells::Table& table, const QString& tex) {
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
  addUnder(view, table,
           isAtRest                               ? QStringLiteral("A")
           : params.kind == FactorizationKind::Qr ? QStringLiteral("H_{%1}\\cdots H_1 A").arg(result.now.done)
                                                  : tex::text(Words::tr("left")));
  if (result.whole.failedAt >= 0)
    cells::addFrame(view, table, result.whole.failedAt, result.whole.failedAt, 1, 1,
                    Stroke{Role::Warning, 3.5, Dash::Solid, 1}, Words::tr("The pivot that fails"));
  else if (!isAtRest && params.kind == FactorizationKind::Lu && result.now.done < result.now.layers)
    cells::addFrame(view, table, result.now.done, result.now.done, rows - result.now.done, 1,
                    Stroke{Role::Highlight, 3, Dash::Solid, 1}, Words::tr("Where the next pivot is sought"));
  if (!isAtRest && result.whole.swaps > 0)
    for (std::size_t row = 0; row < result.now.order.size(); ++row)
      view.marks.push_back(
          scene::Label{{-gap / 2, -static_cast<double>(row) - 0.5},
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

/// The corner, where column k on the left meets row k above: with the weight of the layer, or as a bend.
void addMeetings(scene::PlaneView& view, const Result& result, int layer) {
  const Step& factors = result.shown();
  const bool hasWeights = factors.kind == FactorizationKind::Eigen || factors.kind == FactorizationKind::Svd;
  const Eigen::VectorXd weights = withoutNoise(factors.middle, result.rounding);
  for (int k = 0; k < factors.done; ++k) {
    const double away = gap + factors.layers - k - 0.5;
    const double half = hasWeights ? 0.5 : 0; // of the cell in the corner
    const bool isLit = k == layer;
    const Stroke stroke{isLit ? Role::Highlight : Role::Muted, isLit ? 2.6 : 1.2, Dash::Solid,
                        isLit ? 1.0 : 0.5};
    const QString name = Words::tr("Layer %1: column %1 on the left times row %1 above").arg(k + 1);
    view.marks.push_back(scene::Curve{{{-away, 0}, {-away, away - half}}, stroke, name});
    view.marks.push_back(scene::Curve{{{-away + half, away}, {0, away}}, stroke, name});
  }
  for (int k = 0; hasWeights && k < factors.done; ++k) {
    const double away = gap + factors.layers - k;
    const cells::Table cell{Words::tr("Weight of layer %1").arg(k + 1),
                            weights.segment(k, 1),
                            {-away, away},
                            Role::Positive,
                            fullOf(weights),
                            2,
                            false,
                            true};
    cells::add(view, cell);
    if (k == layer)
      cells::addFrame(view, cell, 0, 0, 1, 1, Stroke{Role::Highlight, 3, Dash::Solid, 1},
                      Words::tr("The weight of this layer"));
  }
}

void addFactors(scene::PlaneView& view, const Params& params, const Result& result) {
  const Step& factors = result.shown();
  const FactorNames names = namesOf(params, result);
  const auto layers = static_cast<double>(factors.layers);
  const int layer = result.isRunning() ? factors.done - 1 : -1;
  addMeetings(view, result, layer);
  const Eigen::MatrixXd columns =
      knownColumns(withoutNoise(factors.left, noiseOf(result, factors.left)), factors.done);
  const bool isReordered = !result.isRunning() && factors.swaps > 0;
  const cells::Table left{Words::tr("Left factor"),
                          isReordered ? inOrderOfA(factors, columns) : columns,
                          {-gap - layers, 0},
                          Role::Response,
                          fullOf(factors.left),
                          2,
                          false,
                          true};
  const cells::Table right{
      Words::tr("Right factor"),
      knownColumns(withoutNoise(factors.right, noiseOf(result, factors.right)).transpose(), factors.done)
          .transpose(),
      {0, gap + layers},
      Role::Response,
      fullOf(factors.right),
      2,
      false,
      true};
  cells::add(view, left);
  cells::add(view, right);
  addUnder(view, left, isReordered ? QStringLiteral("P^{\\top}L") : names.left);
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
  const double wide = gap + result.whole.layers;
  const double right = asNumber(result.A().cols());
  const double below = -asNumber(result.A().rows());
  if (!result.exists())
    view.marks.push_back(
        scene::Label{{(right - wide) / 2, below}, tex::text(reason(result)), Role::Warning, {0, 38}});
  view.x = {tex::text(Words::tr("column")), -wide - 0.2, right + 0.2, false};
  view.y = {tex::text(Words::tr("row")), below - (result.exists() ? 0.65 : 1.3), wide + 0.55, false};
  return view;
}

/// How fast the layers use up A, beside the fastest that any layers can.
scene::PlaneView decayView(const Result& result) {
  scene::PlaneView view = tableView(QStringLiteral("decay"), Words::tr("Left of A"));
  view.backgroundGrid = true;
  view.equalAspect = false;
  const double size = result.size > 0 ? result.size : 1;
  const double top = std::clamp(result.left.maxCoeff() / size, 1.0, 3.0);
  view.x = {tex::text(Words::tr("layers taken off")), -0.25, asNumber(result.least.size()) - 0.75};
  view.y = {tex::text(Words::tr("share of ‖A‖")), -0.06 * top, 1.12 * top};
  view.legend = {{Words::tr("these layers"), Role::Response},
                 {Words::tr("best possible (SVD)"), Role::Reference}};
  scene::Curve best{
      {}, Stroke{Role::Reference, 2.2, Dash::Dashed, 1}, Words::tr("The least that so many layers leave")};
  for (Eigen::Index k = 0; k < result.least.size(); ++k)
    best.points.emplace_back(asNumber(k), result.least(k) / size);
  scene::Curve curve{{}, Stroke{Role::Response, 2.6, Dash::Solid, 1}, Words::tr("What these layers leave")};
  for (Eigen::Index k = 0; k < result.left.size(); ++k)
    curve.points.emplace_back(asNumber(k), result.left(k) / size);
  view.marks.push_back(best);
  view.marks.push_back(
      scene::Points{curve.points, Role::Response, 4.5, 1, Words::tr("What these layers leave")});
  view.marks.push_back(std::move(curve));
  if (result.isRunning())
    view.marks.push_back(scene::Points{
        {{asNumber(result.now.done), result.leftNow() / size}}, Role::Highlight, 7.5, 1, Words::tr("Now")});
  if (!result.exists())
    view.marks.push_back(scene::Label{{asNumber(result.whole.done), result.left(result.whole.done) / size},
                                      QStringLiteral("\\times"),
                                      Role::Warning,
                                      {0, 0}});
  return view;
}

} // namespace

scene::Scene drawn(const Params& params, const Result& result) {
  return {{factorsView(params, result), decayView(result)}};
}

} // namespace eigenboard::panels::linear_algebra::factorizations_panel
