#include "views/panels/linear_algebra/vectors_words.h"

#include "views/panels/support/speech.h"
#include "views/panels/support/tex.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace eigenboard::panels::linear_algebra::vectors_panel {

namespace math = eigenboard::linear_algebra;

using panel::Invariant;
using panel::Readout;

namespace {

constexpr double epsilon = std::numeric_limits<double>::epsilon();
constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

/// "(1.50,\,-0.25)": on one line, where a column would be as high as the vector has parts.
QString tuple(const Eigen::VectorXd& vector) {
  QStringList parts;
  for (const double part : vector)
    parts.append(tex::number(part));
  return QLatin1Char('(') + parts.join(QStringLiteral(",\\,")) + QLatin1Char(')');
}

/// "1.50\,\mathbf{u} - 2.00\,\mathbf{v}"
QString combinationTex(const Result& result, const std::vector<QString>& factors) {
  QString tex;
  for (Eigen::Index i = 0; i < result.count(); ++i) {
    const double c = result.coefficients(i);
    if (i > 0)
      tex += c < 0 ? QStringLiteral(" - ") : QStringLiteral(" + ");
    tex +=
        tex::number(i > 0 ? std::abs(c) : c) + QStringLiteral("\\,") + factors[static_cast<std::size_t>(i)];
  }
  return tex;
}

QString combinationFormula(const Result& result) {
  const QString names = combinationTex(
      result, {QStringLiteral("\\mathbf{u}"), QStringLiteral("\\mathbf{v}"), QStringLiteral("\\mathbf{w}")});
  const QString columns = result.count() == 3 ? QStringLiteral("\\mathbf{u}\\;\\mathbf{v}\\;\\mathbf{w}")
                                              : QStringLiteral("\\mathbf{u}\\;\\mathbf{v}");
  const QString verdict =
      std::isnan(result.determinant)
          ? QStringLiteral("\\operatorname{rank}[%1] = %2").arg(columns).arg(result.span.rank)
          : QStringLiteral("\\det[%1] %2 %3")
                .arg(columns, tex::equals({result.determinant}), tex::number(result.determinant));
  if (result.dimension() == 3)
    return QStringLiteral("%1 = %2, \\qquad %3").arg(names, tuple(result.combination), verdict);
  return QStringLiteral("%1 = %2 %3 %4, \\qquad %5")
      .arg(names, combinationTex(result, {tuple(result.u), tuple(result.v)}),
           tex::equals({result.combination(0), result.combination(1)}), tuple(result.combination), verdict);
}

QString dotFormula(const Result& result) {
  QStringList products;
  for (Eigen::Index i = 0; i < result.dimension(); ++i)
    products.append(tex::factor(result.u(i)) + tex::factor(result.v(i)));
  return QStringLiteral("\\mathbf{u}\\cdot\\mathbf{v} = u_1v_1 + u_2v_2 = %1 %2 %3")
      .arg(products.join(QStringLiteral(" + ")), tex::equals({result.dot}), tex::number(result.dot));
}

QString normsFormula(const Result& result) {
  const QString first = tex::number(std::abs(result.u(0)));
  const QString second = tex::number(std::abs(result.u(1)));
  return QStringLiteral("\\lVert\\mathbf{u}\\rVert_1 = %1 + %2 = %3, \\quad "
                        "\\lVert\\mathbf{u}\\rVert_2 = \\sqrt{%1^2 + %2^2} \\approx %4, \\quad "
                        "\\lVert\\mathbf{u}\\rVert_\\infty = \\max(%1, %2) = %5")
      .arg(first, second, tex::number(result.sumNorm), tex::number(result.euclideanNorm),
           tex::number(result.largestNorm));
}

double partOf(const Eigen::VectorXd& vector, Eigen::Index index) {
  return index < vector.size() ? vector(index) : notANumber;
}

QString spokenTuple(const Eigen::VectorXd& vector) {
  QStringList parts;
  for (const double part : vector)
    parts.append(speech::number(part));
  return QLatin1Char('(') + parts.join(QStringLiteral(", ")) + QLatin1Char(')');
}

QString spokenSpan(const Result& result) {
  switch (result.span.rank) {
  case 0:
    return Words::tr("All vectors are 0, so they span the origin alone.");
  case 1:
    return Words::tr("The vectors lie on one line and span no more than that line: they are dependent.");
  case 2:
    return result.dimension() == 2 ? Words::tr("The vectors are independent and span the whole plane.")
           : result.isIndependent()
               ? Words::tr("The two vectors are independent and span a plane in space.")
               : Words::tr(
                     "The three vectors lie in one plane and span no more than it: they are dependent.");
  default:
    return Words::tr("The three vectors are independent and span all of space.");
  }
}

} // namespace

QString formula(const Params& params, const Result& result) {
  switch (params.show) {
  case Show::Sum:
    return QStringLiteral("\\mathbf{u} + \\mathbf{v} = %1 + %2 = %3, \\qquad "
                          "\\mathbf{v} - \\mathbf{u} = %4")
        .arg(tuple(result.u), tuple(result.v), tuple(result.sum), tuple(result.v - result.u));
  case Show::Dot:
    return dotFormula(result);
  case Show::Norms:
    return normsFormula(result);
  default:
    return combinationFormula(result);
  }
}

std::vector<Readout> readouts(const Params&, const Result& r) {
  return {
      {"rank", Words::tr("Independent directions"), "\\operatorname{rank}", "",
       Words::tr("The dimension of the span: 1 is a line, 2 a plane, 3 all of space."),
       static_cast<double>(r.span.rank), 0},
      {"det", Words::tr("Determinant"), "\\det", "",
       Words::tr("Signed area or volume that the vectors span; 0 when they are dependent, undefined for two "
                 "vectors in space."),
       r.determinant, 3},
      {"area", Words::tr("Area between u and v"), "", "",
       Words::tr("Of their parallelogram, in whatever room they lie."), r.area, 3},
      {"comb_1", Words::tr("Combination, first part"), "", "",
       Words::tr("Of the sum of all vectors times their coefficients."), r.combination(0), 2},
      {"comb_2", Words::tr("Combination, second part"), "", "",
       Words::tr("Of the sum of all vectors times their coefficients."), r.combination(1), 2},
      {"comb_3", Words::tr("Combination, third part"), "", "",
       Words::tr("Of the sum of all vectors times their coefficients; undefined in the plane."),
       partOf(r.combination, 2), 2},
      {"sum_1", Words::tr("Sum, first part"), "", "", Words::tr("Of u + v, part by part."), r.sum(0), 2},
      {"sum_2", Words::tr("Sum, second part"), "", "", Words::tr("Of u + v, part by part."), r.sum(1), 2},
      {"sum_3", Words::tr("Sum, third part"), "", "",
       Words::tr("Of u + v, part by part; undefined in the plane."), partOf(r.sum, 2), 2},
      {"dot", Words::tr("Dot product"), "\\mathbf{u}\\cdot\\mathbf{v}", "",
       Words::tr("The products of the parts, added up; 0 at a right angle."), r.dot, 2},
      {"angle", Words::tr("Angle"), "\\theta", "°",
       Words::tr("Between u and v, from 0 to 180; undefined when either is 0."), r.angle, 1},
      {"norm_1", Words::tr("Sum norm of u"), "\\lVert\\mathbf{u}\\rVert_1", "",
       Words::tr("The sizes of the parts, added up: the way along the axes."), r.sumNorm, 3},
      {"norm_2", Words::tr("Length of u"), "\\lVert\\mathbf{u}\\rVert_2", "",
       Words::tr("The root of the squares, added up: the straight way."), r.euclideanNorm, 3},
      {"norm_max", Words::tr("Largest part of u"), "\\lVert\\mathbf{u}\\rVert_\\infty", "",
       Words::tr("The size of the largest part, whatever the others are."), r.largestNorm, 3},
      {"norm_v", Words::tr("Length of v"), "\\lVert\\mathbf{v}\\rVert_2", "",
       Words::tr("The root of the squares, added up."), r.lengthOfV, 3},
      {"unit_1", Words::tr("Unit vector, first part"), "\\hat u_1", "",
       Words::tr("Of u over its norm: length 1, or the norm that is shown; undefined when u is 0."),
       r.unit(0), 3},
      {"unit_2", Words::tr("Unit vector, second part"), "\\hat u_2", "",
       Words::tr("Of u over its norm: length 1, or the norm that is shown; undefined when u is 0."),
       r.unit(1), 3},
      {"distance", Words::tr("Distance"), "\\lVert\\mathbf{u}-\\mathbf{v}\\rVert_2", "",
       Words::tr("From the tip of u to the tip of v: the length of the difference."), r.distance, 3},
      {"gap", Words::tr("Saved by going straight"), "", "",
       Words::tr(
           "The lengths of u and v less that of u + v: never negative, 0 when both point the same way."),
       r.gap, 3},
  };
}

std::vector<Invariant> invariants(const Params& params, const Result& r) {
  const double size = std::hypot(r.euclideanNorm, r.lengthOfV);
  // Sums of up to three products or squares, and a root or two.
  const double rounding = 16 * epsilon;
  const double lengthOfSum = math::norm(r.sum, math::Norm::Euclidean);
  const auto parts = static_cast<double>(r.dimension());
  std::vector<Invariant> list{
      {"parallelogram",
       "\\lVert\\mathbf{u}+\\mathbf{v}\\rVert^2 + \\lVert\\mathbf{u}-\\mathbf{v}\\rVert^2 = "
       "2\\lVert\\mathbf{u}\\rVert^2 + 2\\lVert\\mathbf{v}\\rVert^2",
       Words::tr("The squares of the two diagonals add up to those of the four sides."),
       std::hypot(lengthOfSum, r.distance) - std::sqrt(2.0) * size, rounding * size},
      {"triangle",
       "\\lVert\\mathbf{u}+\\mathbf{v}\\rVert \\le \\lVert\\mathbf{u}\\rVert + \\lVert\\mathbf{v}\\rVert",
       Words::tr("The straight way is never longer than the way round."), std::max(0.0, -r.gap),
       rounding * size},
      {"norms",
       "\\lVert\\mathbf{u}\\rVert_\\infty \\le \\lVert\\mathbf{u}\\rVert_2 \\le \\lVert\\mathbf{u}\\rVert_1 "
       "\\le "
       "n\\lVert\\mathbf{u}\\rVert_\\infty",
       Words::tr("The three norms of one vector are never in another order."),
       std::max({0.0, r.largestNorm - r.euclideanNorm, r.euclideanNorm - r.sumNorm,
                 r.sumNorm - parts * r.largestNorm}),
       rounding * r.sumNorm},
      {"lagrange",
       "(\\mathbf{u}\\cdot\\mathbf{v})^2 + \\text{area}^2 = "
       "\\lVert\\mathbf{u}\\rVert^2\\lVert\\mathbf{v}\\rVert^2",
       Words::tr("Dot product and area are the two legs over the product of the lengths."),
       std::hypot(r.dot, r.area) - r.euclideanNorm * r.lengthOfV, rounding * r.euclideanNorm * r.lengthOfV},
  };
  if (!r.unit.hasNaN())
    list.push_back({"unit", "\\lVert\\hat{\\mathbf{u}}\\rVert = 1", Words::tr("The unit vector has norm 1."),
                    math::norm(r.unit, params.measure()) - 1, rounding});
  const Eigen::VectorXd outside =
      r.combination - r.span.directions * (r.span.directions.transpose() * r.combination);
  // What counts as no direction of its own may reach out of the span by the tolerance of the rank.
  list.push_back({"in_span", "\\alpha\\mathbf{u} + \\beta\\mathbf{v} \\in \\operatorname{span}",
                  Words::tr("No combination leaves the span."), outside.stableNorm(),
                  2 * rounding * r.vectors.reshaped().stableNorm() * r.coefficients.norm()});
  return list;
}

QString spoken(const Params& params, const Result& r) {
  switch (params.show) {
  case Show::Sum:
    return Words::tr("u is %1 and v is %2. Their sum is %3, their distance %4.")
        .arg(spokenTuple(r.u), spokenTuple(r.v), spokenTuple(r.sum), speech::number(r.distance));
  case Show::Dot:
    return Words::tr("u is %1 and v is %2. The products of their parts add up to %3.")
        .arg(spokenTuple(r.u), spokenTuple(r.v), speech::number(r.dot));
  case Show::Norms:
    return Words::tr("u is %1. Its parts add up to %2, its length is %3, its largest part %4.")
        .arg(spokenTuple(r.u), speech::number(r.sumNorm), speech::number(r.euclideanNorm),
             speech::number(r.largestNorm));
  default:
    return spokenSpan(r) + QLatin1Char(' ') +
           Words::tr("The combination with the coefficients %1 is %2.")
               .arg(spokenTuple(r.coefficients), spokenTuple(r.combination));
  }
}

} // namespace eigenboard::panels::linear_algebra::vectors_panel
