#include "views/panels/linear_algebra/matrix_product_marks.h"
#include "views/panels/support/tex.h"

#include <cmath>

namespace eigenboard::panels::linear_algebra::matrix_product_panel {

using scene::Dash;
using scene::Role;
using scene::Stroke;

scene::PlaneView besideView(const Params& params, const Result& result) {
  const bool isSwapped = params.beside == Beside::Swapped;
  scene::PlaneView view;
  view.key = QStringLiteral("beside");
  view.backgroundGrid = false;
  const bool exists = !isSwapped || result.n() == result.m();
  view.title = isSwapped ? Words::tr("The other order") : Words::tr("Transposed and swapped");
  Eigen::MatrixXd values = Eigen::MatrixXd::Zero(1, 1);
  if (exists)
    values = isSwapped ? Eigen::MatrixXd(result.B() * result.A())
                       : Eigen::MatrixXd(result.B().transpose() * result.A().transpose());
  view.x = {tex::text(Words::tr("column")), -0.3, count(values.cols()) + 0.3, false};
  view.y = {tex::text(Words::tr("row")), -count(values.rows()) - 0.6, 0.4, false};
  if (!exists) {
    view.marks.push_back(scene::Label{{0.5, -0.5},
                                      QStringLiteral("%1 \\ne %2:\\ %3")
                                          .arg(result.n())
                                          .arg(result.m())
                                          .arg(tex::text(Words::tr("does not exist"))),
                                      Role::Warning});
    return view;
  }
  const cells::Table table{isSwapped ? QStringLiteral("BA") : QStringLiteral("BᵀAᵀ"),
                           values,
                           {0, 0},
                           Role::ResponseSecond,
                           fullOf(values),
                           2};
  cells::add(view, table);
  if (!isSwapped)
    cells::addFrame(view, table, result.column, result.row, 1, 1, Stroke{Role::Highlight, 3, Dash::Solid, 1},
                    Words::tr("The same entry, mirrored"));
  view.marks.push_back(scene::Label{
      {count(values.cols()) / 2, -count(values.rows())},
      isSwapped ? (std::isnan(result.commutator)
                       ? shapeTex(QStringLiteral("BA"), values.rows(), values.cols())
                       : QStringLiteral("\\lVert AB - BA\\rVert = %1").arg(tex::number(result.commutator)))
                : QStringLiteral("B^{\\top}A^{\\top} = (AB)^{\\top}"),
      result.commutator > 0 && isSwapped ? Role::Warning : Role::ResponseSecond,
      {0, 18}});
  return view;
}

} // namespace eigenboard::panels::linear_algebra::matrix_product_panel
