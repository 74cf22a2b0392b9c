#include "views/panels/linear_algebra/projection_words.h"

#include "views/panels/support/speech.h"
#include "views/panels/support/tex.h"

#include <QtCore/QCoreApplication>

#include <cmath>
#include <limits>

namespace eigenboard::panels::linear_algebra::projection_panel {

namespace math = eigenboard::linear_algebra;

using panel::Readout;

namespace {

QString productTex(const Eigen::Vector2d& u, const Eigen::Vector2d& v) {
  return QStringLiteral("%1\\cdot%2 + %3\\cdot%4")
      .arg(tex::factor(u.x()), tex::factor(v.x()), tex::factor(u.y()), tex::factor(v.y()));
}

QString shadowFormula(const Params& p, const Result& r) {
  if (p.u.isZero(0))
    return QStringLiteral("\\mathbf{u} = \\mathbf{0} \\quad %1")
        .arg(tex::text(Words::tr("spans no line, so there is nothing to cast a shadow on")));
  return QStringLiteral(
             "\\operatorname{proj}_{\\mathbf{u}}\\mathbf{v} = "
             "\\frac{\\mathbf{u}\\cdot\\mathbf{v}}{\\mathbf{u}\\cdot\\mathbf{u}}\\,\\mathbf{u} = "
             "\\frac{%1}{%2}%3 %4 %5, \\qquad "
             "\\cos(\\mathbf{u},\\mathbf{v}) = "
             "\\frac{\\mathbf{u}\\cdot\\mathbf{v}}{\\lVert\\mathbf{u}\\rVert\\lVert\\mathbf{v}\\rVert}"
             " \\approx %6")
      .arg(tex::number(r.dot), tex::number(p.u.dot(p.u)), tex::matrix(p.u),
           tex::equals({r.dot, p.u.dot(p.u), r.shadow.x(), r.shadow.y()}), tex::matrix(r.shadow),
           tex::number(r.cosine));
}

QString areasFormula(const Params& p, const Result& r) {
  return QStringLiteral("\\mathbf{u}\\cdot\\mathbf{v} = %1 %2 %3 \\approx "
                        "\\underbrace{%4\\cdot%5}_{\\lVert\\mathbf{u}\\rVert\\,\\cdot\\,%8} \\approx "
                        "\\underbrace{%6\\cdot%7}_{\\lVert\\mathbf{v}\\rVert\\,\\cdot\\,%8}")
      .arg(productTex(p.u, p.v), tex::equals({p.u.x(), p.u.y(), p.v.x(), p.v.y(), r.dot}), tex::number(r.dot),
           tex::factor(r.lengthOfU), tex::factor(r.component), tex::factor(r.lengthOfV),
           tex::factor(r.otherComponent), tex::text(Words::tr("shadow")));
}

QString candidateFormula(const Params& p, const Result& r) {
  const QString least = std::isnan(r.coefficient)
                            ? tex::text(Words::tr("the same for every t"))
                            : QStringLiteral("\\lVert\\mathbf{v} - %1\\,\\mathbf{u}\\rVert^2 = %2")
                                  .arg(tex::factor(r.coefficient), tex::number(r.residual.squaredNorm()));
  return QStringLiteral("\\lVert\\mathbf{v} - t\\,\\mathbf{u}\\rVert^2 = "
                        "\\lVert\\mathbf{v} - %1\\,\\mathbf{u}\\rVert^2 = %2 \\;\\ge\\; %3")
      .arg(tex::factor(p.t), tex::number(r.error * r.error), least);
}

QString rivalFormula(const Result& r) {
  const QString dotOrder = r.dot < r.dotOfRival ? QStringLiteral("<") : QStringLiteral("\\ge");
  const QString cosineOrder = r.cosine < r.cosineOfRival    ? QStringLiteral("<")
                              : r.cosine >= r.cosineOfRival ? QStringLiteral("\\ge")
                                                            : QStringLiteral("\\text{–}");
  return QStringLiteral(
             "\\mathbf{u}\\cdot\\mathbf{v} = %1 \\;%2\\; %3 = \\mathbf{u}\\cdot\\mathbf{w}, \\qquad "
             "\\cos(\\mathbf{u},\\mathbf{v}) = %4 \\;%5\\; %6 = \\cos(\\mathbf{u},\\mathbf{w})")
      .arg(tex::number(r.dot), dotOrder, tex::number(r.dotOfRival), tex::number(r.cosine), cosineOrder,
           tex::number(r.cosineOfRival));
}

QString hyperplaneFormula(const Params& p, const Result& r) {
  if (p.u.isZero(0))
    return QStringLiteral("\\mathbf{u} = \\mathbf{0} \\quad %1")
        .arg(tex::text(Words::tr("is normal to no hyperplane")));
  const QString sign = p.b < 0 ? QStringLiteral("-") : QStringLiteral("+");
  return QStringLiteral("\\frac{\\mathbf{u}\\cdot\\mathbf{v} + b}{\\lVert\\mathbf{u}\\rVert} = "
                        "\\frac{%1 %2 %3}{%4} \\approx %5 \\;%6\\; 0")
      .arg(tex::number(r.dot), sign, tex::number(std::abs(p.b)), tex::number(r.lengthOfU),
           tex::number(r.distance),
           r.distance > 0   ? QStringLiteral(">")
           : r.distance < 0 ? QStringLiteral("<")
                            : QStringLiteral("="));
}

QString gramSchmidtFormula(const Params& p, const Result& r) {
  const Step& now = r.current();
  if (r.isDependent())
    return r.step() == 1 ? QStringLiteral("\\mathbf{u} = \\mathbf{0} \\quad %1")
                               .arg(tex::text(Words::tr("has no direction: the process ends here")))
                         : QStringLiteral(
                               "\\mathbf{v} - (\\mathbf{q}_1\\cdot\\mathbf{v})\\,\\mathbf{q}_1 = \\mathbf{0} "
                               "\\quad %1")
                               .arg(tex::text(Words::tr("v depends on u: there is no second direction")));
  switch (r.step()) {
  case 1:
    return QStringLiteral("\\mathbf{q}_1 = \\frac{\\mathbf{u}}{\\lVert\\mathbf{u}\\rVert} = "
                          "\\frac{1}{%1}%2 \\approx %3")
        .arg(tex::number(r.lengthOfU), tex::matrix(p.u), tex::matrix(now.Q.col(0)));
  case 2:
    return QStringLiteral("\\mathbf{r} = \\mathbf{v} - (\\mathbf{q}_1\\cdot\\mathbf{v})\\,\\mathbf{q}_1 = "
                          "%1 - %2%3 \\approx %4")
        .arg(tex::matrix(p.v), tex::factor(now.R(0, 1)), tex::matrix(now.Q.col(0)),
             tex::matrix(now.Q.col(1)));
  default:
    return QStringLiteral("\\underbrace{%1}_{[\\mathbf{u}\\;\\mathbf{v}]} \\approx "
                          "\\underbrace{%2}_{Q = [\\mathbf{q}_1\\;\\mathbf{q}_2]}"
                          "\\,\\underbrace{%3}_{R}")
        .arg(tex::matrix(r.history.front().Q), tex::matrix(now.Q), tex::matrix(now.R));
  }
}

/// The index-th orthonormal direction, NaN until the process has it.
Eigen::Vector2d direction(const Result& r, Eigen::Index index) {
  if (index < r.current().column)
    return r.current().Q.col(index);
  return Eigen::Vector2d::Constant(std::numeric_limits<double>::quiet_NaN());
}

double sideOf(double distance) {
  return std::isnan(distance) ? distance : distance > 0 ? 1 : distance < 0 ? -1 : 0;
}

} // namespace

QString formula(const Params& p, const Result& r) {
  switch (r.subject) {
  case Subject::GramSchmidt:
    return gramSchmidtFormula(p, r);
  case Subject::Hyperplane:
    return hyperplaneFormula(p, r);
  case Subject::Shadow:
    break;
  }
  if (p.candidate)
    return candidateFormula(p, r);
  if (p.rival)
    return rivalFormula(r);
  if (p.areas)
    return areasFormula(p, r);
  return shadowFormula(p, r);
}

std::vector<Readout> readouts(const Params&, const Result& r) {
  const Eigen::Vector2d q1 = direction(r, 0);
  const Eigen::Vector2d q2 = direction(r, 1);
  return {
      {"dot", Words::tr("Dot product"), "\\mathbf{u}\\cdot\\mathbf{v}", "",
       Words::tr("The length of u times the signed length of the shadow of v on it; positive when the two "
                 "point to the same side, 0 at a right angle."),
       r.dot, 2},
      {"cosine", Words::tr("Cosine similarity"), "\\cos(\\mathbf{u},\\mathbf{v})", "",
       Words::tr("The dot product of the two directions, whatever the lengths: 1 same, 0 unrelated, −1 "
                 "opposite; undefined when u or v is 0."),
       r.cosine, 3},
      {"angle", Words::tr("Angle"), "\\theta", "°",
       Words::tr("Between u and v, from 0 to 180; undefined when either is 0."), r.angle, 1},
      {"norm_u", Words::tr("Length of u"), "\\lVert\\mathbf{u}\\rVert", "",
       Words::tr("The square root of u·u."), r.lengthOfU, 3},
      {"norm_v", Words::tr("Length of v"), "\\lVert\\mathbf{v}\\rVert", "",
       Words::tr("The square root of v·v."), r.lengthOfV, 3},
      {"coefficient", Words::tr("Coefficient"), "c", "",
       Words::tr("The shadow is c times u, the best multiple there is; undefined when u is 0."),
       r.coefficient, 3},
      {"shadow", Words::tr("Shadow, signed length"), "\\mathbf{u}\\cdot\\mathbf{v}/\\lVert\\mathbf{u}\\rVert",
       "", Words::tr("How far v reaches along u; negative when it reaches backwards."), r.component, 3},
      {"shadow_x", Words::tr("Shadow, first part"), "", "",
       Words::tr("First coordinate of the point of the line of u nearest to v."), r.shadow.x(), 2},
      {"shadow_y", Words::tr("Shadow, second part"), "", "",
       Words::tr("Second coordinate of the point of the line of u nearest to v."), r.shadow.y(), 2},
      {"residual", Words::tr("Residual"), "\\lVert\\mathbf{r}\\rVert", "",
       Words::tr("The length of what u cannot explain of v: the distance from v to the line of u."),
       r.residual.stableNorm(), 3},
      {"gap", Words::tr("Cauchy–Schwarz gap"),
       "\\lVert\\mathbf{u}\\rVert\\lVert\\mathbf{v}\\rVert - "
       "\\lvert\\mathbf{u}\\cdot\\mathbf{v}\\rvert",
       "", Words::tr("Never negative; 0 exactly when u and v lie on one line."), r.gap, 3},
      {"error", Words::tr("Distance from tu"), "\\lVert\\mathbf{v} - t\\mathbf{u}\\rVert", "",
       Words::tr("How far the multiple that is tried stays from v; never less than the residual."), r.error,
       3},
      {"distance", Words::tr("Distance from the hyperplane"), "", "",
       Words::tr("Of v from the points x with u·x + b = 0, positive on the side u points to; undefined "
                 "when u is 0."),
       r.distance, 3},
      {"side", Words::tr("Side"), "\\operatorname{sign}(\\mathbf{u}\\cdot\\mathbf{v} + b)", "",
       Words::tr("1 or −1, the verdict of a linear classifier on v; 0 on the hyperplane; undefined when u "
                 "is 0."),
       sideOf(r.distance), 0},
      {"dot_w", Words::tr("Dot product with w"), "\\mathbf{u}\\cdot\\mathbf{w}", "",
       Words::tr("What a ranking by dot product gives w."), r.dotOfRival, 2},
      {"cosine_w", Words::tr("Cosine with w"), "\\cos(\\mathbf{u},\\mathbf{w})", "",
       Words::tr("What a ranking by cosine gives w; undefined when u or w is 0."), r.cosineOfRival, 3},
      {"step", Words::tr("Step"), "k", "", Words::tr("How far Gram–Schmidt has come; at 3 it is done."),
       static_cast<double>(r.step()), 0},
      {"q1_x", Words::tr("q₁, first part"), "", "",
       Words::tr("Of the direction of u, of length 1; undefined until step 1, and when u is 0."), q1.x(), 3},
      {"q1_y", Words::tr("q₁, second part"), "", "",
       Words::tr("Of the direction of u, of length 1; undefined until step 1, and when u is 0."), q1.y(), 3},
      {"q2_x", Words::tr("q₂, first part"), "", "",
       Words::tr("Of the direction of the residual, of length 1; undefined until step 3, and when v depends "
                 "on u."),
       q2.x(), 3},
      {"q2_y", Words::tr("q₂, second part"), "", "",
       Words::tr("Of the direction of the residual, of length 1; undefined until step 3, and when v depends "
                 "on u."),
       q2.y(), 3},
  };
}

namespace {

QString spokenShadow(const Params& p, const Result& r) {
  if (p.u.isZero(0))
    return Words::tr("u is the zero vector: it spans no line, so there is no shadow.");
  const QString shadow =
      Words::tr("The shadow of v on the line of u is %1 times u; the residual has length %2.")
          .arg(speech::number(r.coefficient), speech::number(r.residual.stableNorm()));
  if (p.v.isZero(0))
    return shadow + QLatin1Char(' ') + Words::tr("v is the zero vector, so there is no angle.");
  return shadow + QLatin1Char(' ') +
         Words::tr("The angle is %1 degrees, its cosine %2.")
             .arg(speech::number(r.angle, 1), speech::number(r.cosine));
}

QString spokenHyperplane(const Params& p, const Result& r) {
  if (p.u.isZero(0))
    return Words::tr("u is the zero vector: it is normal to no hyperplane.");
  if (r.distance == 0)
    return Words::tr("v lies on the hyperplane.");
  const QString words = r.distance > 0 ? Words::tr("v lies on the side u points to, %1 from the hyperplane.")
                                       : Words::tr("v lies on the side u points away from, %1 from the "
                                                   "hyperplane.");
  return words.arg(speech::number(std::abs(r.distance)));
}

QString spokenGramSchmidt(const Result& r) {
  if (r.isDependent())
    return r.step() == 1 ? Words::tr("Gram–Schmidt ends: u is the zero vector and has no direction.")
                         : Words::tr("Gram–Schmidt ends: nothing is left of v, which depends on u.");
  const auto at = [&r](Eigen::Index column) {
    return Words::tr("(%1, %2)")
        .arg(speech::number(r.current().Q(0, column)), speech::number(r.current().Q(1, column)));
  };
  if (r.step() == 1)
    return Words::tr("Step 1: u is brought to length 1 and becomes q 1 = %1.").arg(at(0));
  if (r.step() == 2)
    return Words::tr("Step 2: v has lost its shadow on q 1; %1 is left.").arg(at(1));
  return Words::tr("Step 3: what was left is brought to length 1 and becomes q 2 = %1, at a right angle to "
                   "q 1.")
      .arg(at(1));
}

} // namespace

QString spoken(const Params& p, const Result& r) {
  QString words = r.subject == Subject::GramSchmidt  ? spokenGramSchmidt(r)
                  : r.subject == Subject::Hyperplane ? spokenHyperplane(p, r)
                                                     : spokenShadow(p, r);
  if (r.subject != Subject::Shadow)
    return words;
  if (p.candidate)
    words +=
        QLatin1Char(' ') +
        Words::tr("The point %1 times u is %2 from v.").arg(speech::number(p.t), speech::number(r.error));
  if (p.rival)
    words += QLatin1Char(' ') +
             (r.isTrap() ? Words::tr("The dot product prefers w, the cosine v.")
                         : Words::tr("With w the dot product is %1 and the cosine %2.")
                               .arg(speech::number(r.dotOfRival), speech::number(r.cosineOfRival)));
  return words;
}

} // namespace eigenboard::panels::linear_algebra::projection_panel
