#include "views/panels/linear_algebra/factorizations_model.h"
#include "views/panels/support/cells.h"
#include "views/panels/support/tex.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace eigenboard::panels::linear_algebra::factorizations_panel {

namespace math = eigenboard::linear_algebra;

using scene::Dash;
using scene::Role;
using scene::Stroke;

namespace {

constexpr double between = 0.55; ///< factors, in cells

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

QString cellKey(const Params& params, Eigen::Index row, Eigen::Index column) {
  if (params.isMirrored() && column > row)
    std::swap(row, column);
  return QStringLiteral("a%1%2").arg(row + 1).arg(column + 1);
}

QString matrixTitle(const Params& params, const Result& result) {
  if (!result.isRunning())
    return result.isSymmetric ? Words::tr("A, symmetric") : Words::tr("A");
  if (result.now.hasFailed())
    return Words::tr("Here it ends");
  if (params.kind == FactorizationKind::Qr)
    return Words::tr("A, reflected %1 of %2 times").arg(result.now.done).arg(result.now.layers);
  return Words::tr("Left after %1 of %2 layers").arg(result.now.done).arg(result.now.layers);
}

/// A with a knob in each cell; while layers are taken off, what the algorithm goes on with.
scene::PlaneView matrixView(const Params& params, const Result& result) {
  scene::PlaneView view = tableView(QStringLiteral("matrix"), matrixTitle(params, result));
  const bool isAtRest = !result.isRunning();
  Eigen::MatrixXd values = isAtRest ? result.A() : result.now.work;
  // What rounding leaves of a zero is a zero to the eye.
  values = values.unaryExpr([limit = isAtRest ? 0 : result.rounding](double entry) {
    return std::abs(entry) <= limit ? 0.0 : entry;
  });
  const cells::Table table{isAtRest ? QStringLiteral("A") : view.title,
                           values,
                           {0, 0},
                           isAtRest ? Role::Drag : Role::ResponseSecond,
                           std::max(largestSize(result.A()), std::numeric_limits<double>::min()),
                           2,
                           isAtRest};
  view.x = {tex::text(Words::tr("column")), -0.2, asNumber(values.cols()) + 0.2, false};
  view.y = {tex::text(Words::tr("row")), -asNumber(values.rows()) - 0.35, 0.35, false};
  cells::add(view, table);
  if (result.whole.failedAt >= 0)
    cells::addFrame(view, table, result.whole.failedAt, result.whole.failedAt, 1, 1,
                    Stroke{Role::Warning, 3.5, Dash::Solid, 1}, Words::tr("The pivot that fails"));
  else if (!isAtRest && params.kind == FactorizationKind::Lu && result.now.done < result.now.layers)
    cells::addFrame(view, table, result.now.done, result.now.done, values.rows() - result.now.done, 1,
                    Stroke{Role::Highlight, 3, Dash::Solid, 1}, Words::tr("Where the next pivot is sought"));
  for (Eigen::Index row = 0; isAtRest && row < values.rows(); ++row)
    for (Eigen::Index column = 0; column < values.cols(); ++column) {
      if (params.isMirrored() && column > row)
        continue; // mirrored: it follows the one below
      view.handles.push_back(
          cells::knob(table, row, column,
                      {cellKey(params, row, column),
                       Words::tr("A, row %1, column %2").arg(row + 1).arg(column + 1), largestEntry, 0.1}));
    }
  return view;
}

QString factorsTitle(const Params& params, const Result& result) {
  if (!result.exists() && (!result.isRunning() || result.now.hasFailed()))
    return Words::tr("No such factors");
  switch (params.kind) {
  case FactorizationKind::Lu:
    return params.pivoting ? Words::tr("PA = LU") : Words::tr("A = LU");
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

/// The layers that are there; the others are empty cells.
Eigen::MatrixXd knownColumns(const Eigen::MatrixXd& values, int known) {
  Eigen::MatrixXd shown = values;
  shown.rightCols(values.cols() - known).setConstant(std::numeric_limits<double>::quiet_NaN());
  return shown;
}

void addFactor(scene::PlaneView& view, const cells::Table& table, const QString& tex) {
  cells::add(view, table);
  cells::addName(view, table, tex, table.role);
}

/// Which row of A stands where, when rows have been exchanged.
void addRowOrder(scene::PlaneView& view, const Step& factors) {
  if (factors.swaps == 0)
    return;
  for (std::size_t row = 0; row < factors.order.size(); ++row)
    view.marks.push_back(
        scene::Label{{-0.35, -static_cast<double>(row) - 0.5},
                     QStringLiteral("\\scriptsize \\mathbf{a}_{%1}").arg(factors.order[row] + 1),
                     Role::Muted});
}

scene::PlaneView factorsView(const Params& params, const Result& result) {
  scene::PlaneView view = tableView(QStringLiteral("factors"), factorsTitle(params, result));
  const Step& factors = result.shown();
  const FactorNames names = namesOf(params, result);
  const Eigen::Index layers = factors.layers;
  const double rows = asNumber(result.A().rows());
  double x = 0;
  const cells::Table left{names.left,
                          knownColumns(factors.left, factors.done),
                          {x, 0},
                          Role::Response,
                          std::max(1.0, largestSize(factors.left)),
                          2,
                          false,
                          true};
  addFactor(view, left, names.left);
  x += asNumber(layers) + between;
  const Stroke frame{Role::Highlight, 3, Dash::Solid, 1};
  const bool isLit = result.isRunning() && factors.done > 0;
  if (!names.middle.isEmpty()) {
    const cells::Table middle{names.middle == QStringLiteral("\\Lambda") ? Words::tr("Eigenvalues")
                                                                         : Words::tr("Singular values"),
                              knownColumns(factors.middle.transpose(), factors.done).transpose(),
                              {x, 0},
                              Role::Positive,
                              std::max(largestSize(factors.middle), std::numeric_limits<double>::min()),
                              2,
                              false,
                              true};
    addFactor(view, middle, names.middle);
    if (isLit)
      cells::addFrame(view, middle, factors.done - 1, 0, 1, 1, frame, Words::tr("The weight of this layer"));
    x += 1 + between;
  }
  const cells::Table right{names.right == QStringLiteral("U") ? QStringLiteral("U")
                                                              : Words::tr("Right factor"),
                           knownColumns(factors.right.transpose(), factors.done).transpose(),
                           {x, 0},
                           Role::Response,
                           std::max(largestSize(factors.right), std::numeric_limits<double>::min()),
                           2,
                           false,
                           true};
  addFactor(view, right, names.right);
  if (isLit) {
    cells::addFrame(view, left, 0, factors.done - 1, left.values.rows(), 1, frame,
                    Words::tr("Column of this layer"));
    cells::addFrame(view, right, factors.done - 1, 0, 1, right.values.cols(), frame,
                    Words::tr("Row of this layer"));
  }
  addRowOrder(view, factors);
  x += asNumber(result.A().cols());
  if (!result.exists())
    view.marks.push_back(scene::Label{{x / 2, -rows}, tex::text(reason(result)), Role::Warning, {0, 18}});
  view.x = {tex::text(Words::tr("column")), -0.65, x + 0.2, false};
  view.y = {tex::text(Words::tr("row")), -rows - 0.7, 0.7, false};
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
  return {{matrixView(params, result), factorsView(params, result), decayView(result)}};
}

} // namespace eigenboard::panels::linear_algebra::factorizations_panel
