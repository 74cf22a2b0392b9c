#include "views/panels/linear_algebra/matrix_product_words.h"

#include "views/panels/support/cells.h"
#include "views/panels/support/speech.h"
#include "views/panels/support/tex.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace eigenboard::panels::linear_algebra::matrix_product_panel {

namespace math = eigenboard::linear_algebra;

using panel::Invariant;
using panel::Readout;

namespace {

constexpr double epsilon = std::numeric_limits<double>::epsilon();
constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

QString number(double value) {
  return cells::written(value, 2);
}

/// A number as a factor: negative ones in parentheses.
QString factor(double value) {
  return value < 0 ? QLatin1Char('(') + number(value) + QLatin1Char(')') : number(value);
}

QString tuple(const Eigen::VectorXd& values) {
  QStringList parts;
  for (const double value : values)
    parts.append(number(value));
  return QLatin1Char('(') + parts.join(QStringLiteral(",\\,")) + QLatin1Char(')');
}

QString entryFormula(const Params& params, const Result& result) {
  const ProductPlace& place = result.place;
  QStringList terms;
  if (params.isLayer())
    terms.append(factor(result.bias(place.column)));
  for (Eigen::Index l = 0; l < result.made(); ++l)
    terms.append(QStringLiteral("%1\\cdot %2")
                     .arg(factor(result.A()(place.row, l)), factor(result.B()(l, place.column))));
  const double value = result.shown(place.row, place.column);
  return QStringLiteral("%1_{%2%3} = %4 %5 %6")
      .arg(productName(params).toLower())
      .arg(place.row + 1)
      .arg(place.column + 1)
      .arg(terms.join(QStringLiteral(" + ")), tex::equals({value}), number(value));
}

/// A row of C as a mix of the rows of B, or a column of C as one of the columns of A.
QString mixFormula(const Params& params, const Result& result) {
  const ProductPlace& place = result.place;
  const bool isRow = place.row >= 0;
  QStringList terms;
  if (params.isLayer())
    terms.append(isRow ? QStringLiteral("\\mathbf{b}^{\\top}")
                       : QStringLiteral("%1\\,\\mathbf{1}").arg(factor(result.bias(place.column))));
  for (Eigen::Index l = 0; l < result.made(); ++l)
    terms.append(
        isRow
            ? factor(result.A()(place.row, l)) + QStringLiteral("\\,") + tuple(result.B().row(l).transpose())
            : factor(result.B()(l, place.column)) + QStringLiteral("\\,") + tuple(result.A().col(l)));
  const Eigen::VectorXd sum = isRow ? Eigen::VectorXd(result.shown.row(place.row).transpose())
                                    : Eigen::VectorXd(result.shown.col(place.column));
  return QStringLiteral("%1_{%2} = %3 = %4")
      .arg(productName(params),
           isRow ? QStringLiteral("%1,:").arg(place.row + 1) : QStringLiteral(":,%1").arg(place.column + 1),
           terms.join(QStringLiteral(" + ")), tuple(sum));
}

QString outerFormula(const Params& params, const Result& result) {
  const Eigen::Index l = result.place.inner;
  const QString start = params.isLayer() ? QStringLiteral("\\mathbf{1}\\mathbf{b}^{\\top} + ") : QString();
  return QStringLiteral(
             "%1 = %2\\sum_{l=1}^{%3} %4_{:,l}\\,(%5)_{l,:}, \\qquad l = %6\\!:\\ %7^{\\!\\top}\\,%8")
      .arg(productName(params), start)
      .arg(result.inner())
      .arg(leftName(params), rightName(params))
      .arg(l + 1)
      .arg(tuple(result.A().col(l)), tuple(result.B().row(l).transpose()));
}

double orNothing(const Result& result, double value) {
  return result.fits() ? value : notANumber;
}

/// Of every entry what its products add up to in size: that to which its rounding is measured.
double roundingOf(const Params& params, const Result& result) {
  const double sizes = (result.A().cwiseAbs() * result.B().cwiseAbs()).reshaped().stableNorm();
  const double begun =
      params.isLayer() ? result.bias.stableNorm() * std::sqrt(static_cast<double>(result.m())) : 0;
  return 8 * epsilon * static_cast<double>(result.inner() + 1) * (sizes + begun);
}

} // namespace

QString formula(const Params& params, const Result& result) {
  if (!result.fits())
    return QStringLiteral("(%1 \\times %2)\\,(%3 \\times %4):\\quad %2 \\ne %3, \\quad %5")
        .arg(result.m())
        .arg(result.inner())
        .arg(result.B().rows())
        .arg(result.n())
        .arg(tex::text(Words::tr("so there is no product")));
  const QString einsum =
      params.isLayer() ? QStringLiteral("\\texttt{bi,oi->bo}") : QStringLiteral("\\texttt{ij,jk->ik}");
  QString main;
  switch (params.order) {
  case ProductOrder::Entries:
    main = entryFormula(params, result);
    break;
  case ProductOrder::Rows:
  case ProductOrder::Columns:
    main = mixFormula(params, result);
    break;
  case ProductOrder::Outer:
    main = outerFormula(params, result);
    break;
  }
  return main + QStringLiteral(", \\qquad ") + einsum;
}

std::vector<Readout> readouts(const Params& params, const Result& r) {
  const math::ProductCost cost = math::productCost(r.m(), r.inner(), r.n(), params.isLayer());
  return {
      {"rows", Words::tr("Rows of the product"), "m", "",
       Words::tr("As many as the left factor has; undefined where there is no product."),
       orNothing(r, static_cast<double>(r.m())), 0},
      {"columns", Words::tr("Columns of the product"), "n", "",
       Words::tr("As many as the right factor has; undefined where there is no product."),
       orNothing(r, static_cast<double>(r.n())), 0},
      {"inner", Words::tr("Columns on the left"), "k", "",
       Words::tr("The inner size: how many products go into each entry."), static_cast<double>(r.inner()), 0},
      {"inner_right", Words::tr("Rows on the right"), "k'", "",
       Words::tr("Has to be the same as the columns on the left."), static_cast<double>(r.B().rows()), 0},
      {"entry", Words::tr("Entry that is looked at"), "c_{ij}", "",
       Words::tr(
           "Row i on the left times column j on the right, when all is added; undefined where there is no "
           "product."),
       r.fits() ? r.whole(r.row, r.column) : notANumber, 2},
      {"running", Words::tr("Running sum of it"), "", "",
       Words::tr("What has been added so far; undefined where there is no product."),
       r.fits() ? r.shown(r.row, r.column) : notANumber, 2},
      {"sum", Words::tr("Sum of all that is shown"), "", "",
       Words::tr("Of all entries of the product, so far; undefined where there is no product."),
       r.fits() ? r.shown.sum() : notANumber, 2},
      {"size", Words::tr("Size of the product"), "\\lVert C\\rVert_F", "",
       Words::tr("The root of its squares, added up; undefined where there is no product."),
       r.fits() ? r.whole.reshaped().stableNorm() : notANumber, 3},
      {"trace", Words::tr("Trace"), "\\operatorname{tr}", "",
       Words::tr(
           "The sum of the diagonal of left times right, without bias; undefined unless that is square."),
       r.fits() && r.m() == r.n() ? (r.A() * r.B()).trace() : notANumber, 2},
      {"commutator", Words::tr("Gap between the orders"), "\\lVert AB - BA\\rVert", "",
       Words::tr("0 when the order does not matter; undefined unless both are square and of one size."),
       r.commutator, 3},
      {"multiplications", Words::tr("Multiplications"), "mkn", "",
       Words::tr("One for every wire of every entry; undefined where there is no product."),
       orNothing(r, cost.multiplications), 0},
      {"flops", Words::tr("Flops"), "", "",
       Words::tr("Multiplications and additions together; undefined where there is no product."),
       orNothing(r, cost.multiplications + cost.additions), 0},
      {"step", Words::tr("Step"), "", "",
       Words::tr("How many steps of the process are made; at 0 the whole is shown."),
       static_cast<double>(r.now.step), 0},
  };
}

std::vector<Invariant> invariants(const Params& params, const Result& r) {
  const double left = r.A().reshaped().stableNorm();
  const double right = r.B().reshaped().stableNorm();
  const auto gram = Eigen::MatrixXd(r.A().transpose() * r.A());
  std::vector<Invariant> list{
      {"gram", "\\operatorname{tr}(A^{\\top}A) = \\lVert A\\rVert_F^2",
       Words::tr("The trace of the left factor transposed times itself adds up the squares of its entries."),
       std::sqrt(gram.trace()) - left, 16 * epsilon * left + std::sqrt(std::numeric_limits<double>::min())}};
  if (!r.fits())
    return list;
  const double rounding = roundingOf(params, r);
  Eigen::MatrixXd plain = r.whole;
  if (params.isLayer())
    plain.rowwise() -= r.bias;
  list.push_back({"transposed", "(AB)^{\\top} = B^{\\top}A^{\\top}",
                  Words::tr("Transposed, the product is that of the transposed factors in the other order."),
                  (plain.transpose() - r.B().transpose() * r.A().transpose()).reshaped().stableNorm(),
                  rounding});
  double worst = 0;
  for (const ProductOrder order :
       {ProductOrder::Entries, ProductOrder::Rows, ProductOrder::Columns, ProductOrder::Outer})
    worst = std::max(worst, (math::wholeProduct(math::startProduct(r.A(), r.B(), r.bias, order)).C - r.whole)
                                .cwiseAbs()
                                .maxCoeff());
  list.push_back({"orders", "\\sum_l a_{il}b_{lj} = \\sum_l \\mathbf{a}_{:,l}\\mathbf{b}_{l,:}",
                  Words::tr("By entries, by rows, by columns and by layers the product is the same."), worst,
                  0});
  const Eigen::VectorXd ones = Eigen::VectorXd::Ones(r.n());
  list.push_back({"associative", "(AB)\\mathbf{x} = A(B\\mathbf{x})",
                  Words::tr("The product does to a vector what the right factor and then the left one do."),
                  (plain * ones - r.A() * (r.B() * ones)).stableNorm(),
                  rounding * std::sqrt(static_cast<double>(r.n()))});
  if (r.m() == r.n())
    list.push_back({"trace", "\\operatorname{tr}(AB) = \\operatorname{tr}(BA)",
                    Words::tr("The two orders have the same trace, even where they differ."),
                    (r.A() * r.B()).trace() - (r.B() * r.A()).trace(), 16 * epsilon * left * right});
  return list;
}

QString spoken(const Params& params, const Result& r) {
  if (!r.fits())
    return Words::
        tr("There is no product: the left factor has %1 columns and the right one %2 rows. Each number of "
           "a row on the left needs one number of a column on the right to be multiplied with.")
            .arg(r.inner())
            .arg(r.B().rows());
  const QString shapes = Words::tr("%1 by %2 times %3 by %4 gives %1 by %4.")
                             .arg(r.m())
                             .arg(r.inner())
                             .arg(r.B().rows())
                             .arg(r.n());
  const QString progress =
      r.isRunning() ? Words::tr("Step %1 of %2.").arg(r.now.step).arg(r.now.steps) + QLatin1Char(' ')
                    : QString();
  const QString sentence = shapes + QLatin1Char(' ') + progress;
  if (params.order == ProductOrder::Outer)
    return sentence + Words::tr("Outer product %1 is column %1 on the left times row %1 on the right.")
                          .arg(r.place.inner + 1);
  return sentence + Words::tr("The entry in row %1 and column %2 is %3.")
                        .arg(r.row + 1)
                        .arg(r.column + 1)
                        .arg(speech::number(r.shown(r.row, r.column)));
}

} // namespace eigenboard::panels::linear_algebra::matrix_product_panel
