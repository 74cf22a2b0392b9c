#include "views/panels/calculus/gradient_words.h"

#include "views/panels/support/speech.h"
#include "views/panels/support/tex.h"

#include <cmath>
#include <limits>

namespace eigenboard::panels::calculus::gradient_panel {

namespace {

using panel::Readout;

constexpr double noNumber = std::numeric_limits<double>::quiet_NaN();

QString pairTex(const Eigen::Vector2d& v) {
  return QStringLiteral("(%1,\\, %2)").arg(tex::number(v.x()), tex::number(v.y()));
}

QString inBrackets(double value) {
  return value < 0 ? tex::factor(value) : tex::number(value);
}

QString mapFormula(const Params& p, const Patch& patch) {
  const Eigen::Matrix2d& J = patch.forward;
  return QStringLiteral("\\det J%1 = %2 \\cdot %3 - %4 \\cdot %5 %6 %7")
             .arg(pairTex(p.at), tex::number(J(0, 0)), inBrackets(J(1, 1)), inBrackets(J(0, 1)),
                  inBrackets(J(1, 0)), tex::equals({J(0, 0), J(0, 1), J(1, 0), J(1, 1), patch.determinant}),
                  tex::number(patch.determinant)) +
         QStringLiteral(", \\qquad \\frac{\\text{%1}}{s^2} \\approx %2")
             .arg(Words::tr("area"), tex::number(patch.square.area / (p.side * p.side)));
}

std::vector<Readout> mapReadouts(const Params& p, const Result& r) {
  const auto number = [&](auto read) { return r.patch ? read(*r.patch) : noNumber; };
  const auto entry = [&](int row, int column) {
    return number([=](const Patch& patch) { return patch.forward(row, column); });
  };
  const QString gone = Words::tr(" It is undefined where the map or a slope is, or infinite.");
  return {
      {"image_f", Words::tr("Image, first coordinate"), "f", "",
       Words::tr("Where the map takes the point.") + gone, number([](const Patch& q) { return q.image.x(); }),
       3},
      {"image_g", Words::tr("Image, second coordinate"), "g", "",
       Words::tr("Where the map takes the point.") + gone, number([](const Patch& q) { return q.image.y(); }),
       3},
      {"fx", Words::tr("Slope of f along x"), "\\partial f/\\partial x", "",
       Words::tr("Entry 1, 1 of the Jacobian: how fast the image moves across as x grows.") + gone,
       entry(0, 0), 3},
      {"fy", Words::tr("Slope of f along y"), "\\partial f/\\partial y", "",
       Words::tr("Entry 1, 2 of the Jacobian.") + gone, entry(0, 1), 3},
      {"gx", Words::tr("Slope of g along x"), "\\partial g/\\partial x", "",
       Words::tr("Entry 2, 1 of the Jacobian: how fast the image moves up as x grows.") + gone, entry(1, 0),
       3},
      {"gy", Words::tr("Slope of g along y"), "\\partial g/\\partial y", "",
       Words::tr("Entry 2, 2 of the Jacobian.") + gone, entry(1, 1), 3},
      {"det", Words::tr("Determinant of the Jacobian"), "\\det J", "",
       Words::tr("By what a small area is multiplied; negative where the map turns it over.") + gone,
       number([](const Patch& q) { return q.determinant; }), 3},
      {"area_ratio", Words::tr("Area of the image over that of the square"), "", "",
       Words::tr("Measured on the curved image; it goes to the determinant as the square shrinks.") + gone,
       number([&](const Patch& q) { return q.square.area / (p.side * p.side); }), 3},
      {"stretch", Words::tr("Stretch along u"), "\\lVert J\\mathbf{u}\\rVert", "",
       Words::tr("How many times as long a small step along u is after the map.") + gone,
       number([](const Patch& q) { return std::hypot(q.pushed.x(), q.pushed.y()); }), 3},
  };
}

} // namespace

QString formula(const Params& p, const Result& r) {
  if (r.patch)
    return mapFormula(p, *r.patch);
  const Slopes& s = *r.slopes;
  if (!s.hasGradient())
    return QStringLiteral("f%1 = %2, \\qquad \\text{%3}")
        .arg(pairTex(p.at), tex::number(s.value),
             Words::tr("no gradient here: f is not differentiable at this point"));
  return QStringLiteral("\\nabla f%1 = %2, \\qquad D_{\\mathbf{u}} f = \\nabla f \\cdot \\mathbf{u} = %3 "
                        "\\cdot %4 + %5 \\cdot %6 \\approx %7")
      .arg(pairTex(p.at), pairTex(s.forward), tex::number(s.forward.x()), inBrackets(r.u.x()),
           inBrackets(s.forward.y()), inBrackets(r.u.y()), tex::number(s.along));
}

std::vector<Readout> readouts(const Params& p, const Result& r) {
  if (p.mode == Mode::Map)
    return mapReadouts(p, r);
  const auto number = [&](auto read) { return r.slopes ? read(*r.slopes) : noNumber; };
  const QString gone =
      Words::tr(" It is undefined where f is not differentiable, infinite where f stands upright.");
  return {
      {"f", Words::tr("Height"), "f", "",
       Words::tr("The value at the point; undefined or infinite where f is."),
       number([](const Slopes& s) { return s.value; }), 3},
      {"forward_x", Words::tr("Slope along x, forward mode"), "\\dot f_x", "",
       Words::tr("One pass with dual numbers that start along x.") + gone,
       number([](const Slopes& s) { return s.forward.x(); }), 4},
      {"forward_y", Words::tr("Slope along y, forward mode"), "\\dot f_y", "",
       Words::tr("A second pass, along y: forward mode takes one for each variable.") + gone,
       number([](const Slopes& s) { return s.forward.y(); }), 4},
      {"reverse_x", Words::tr("Slope along x, reverse mode"), "\\bar x", "",
       Words::tr("From one backward pass through the operations of f, as backpropagation does it.") + gone,
       number([](const Slopes& s) { return s.reverse.x(); }), 4},
      {"reverse_y", Words::tr("Slope along y, reverse mode"), "\\bar y", "",
       Words::tr("From the same backward pass: reverse mode takes one for all variables.") + gone,
       number([](const Slopes& s) { return s.reverse.y(); }), 4},
      {"steepness", Words::tr("Length of the gradient"), "\\lVert\\nabla f\\rVert", "",
       Words::tr("The slope in the steepest direction: the peak of the curve.") + gone,
       number([](const Slopes& s) { return s.steepness(); }), 4},
      {"uphill", Words::tr("Direction of the gradient"), "", "°",
       Words::tr("The angle of the steepest way up; undefined where the ground is level or f is not "
                 "differentiable."),
       number([](const Slopes& s) {
         const double steepness = s.steepness();
         return s.hasGradient() && steepness > 0 ? angleOf(s.forward) : noNumber;
       }),
       1},
      {"along", Words::tr("Slope along u"), "D_{\\mathbf{u}} f", "",
       Words::tr("The directional derivative: the gradient's shadow on u.") + gone,
       number([](const Slopes& s) { return s.along; }), 4},
      {"secant", Words::tr("Slope of the secant along u"), "\\Delta f / 2h", "",
       Words::tr("By a central difference over the width 2h: it goes to the slope along u as h shrinks, and "
                 "is "
                 "equal to it for a quadratic. It is undefined or infinite where f is at an end."),
       number([](const Slopes& s) { return s.secant; }), 4},
      {"curvature_low", Words::tr("Smallest curvature"), "\\lambda_{\\min}", "",
       Words::tr("The smaller eigenvalue of the Hessian: the least that f bends any way, with its sign. It "
                 "is undefined "
                 "where f has no second derivatives."),
       number([](const Slopes& s) { return s.curvature.smallest; }), 3},
      {"curvature_high", Words::tr("Largest curvature"), "\\lambda_{\\max}", "",
       Words::tr("The larger eigenvalue of the Hessian. It is undefined where f has no second derivatives."),
       number([](const Slopes& s) { return s.curvature.largest; }), 3},
  };
}

QString spoken(const Params& p, const Result& r) {
  if (!r.problem.isEmpty())
    return Words::tr("Nothing can be shown: %1.").arg(r.problem);
  const QString where =
      Words::tr("At x = %1, y = %2").arg(speech::number(p.at.x()), speech::number(p.at.y()));
  if (r.patch)
    return where + Words::tr(" the map leads to %1, %2; the determinant of its Jacobian is %3, and the image "
                             "of the square has %4 times its area.")
                       .arg(speech::number(r.patch->image.x()), speech::number(r.patch->image.y()),
                            speech::number(r.patch->determinant),
                            speech::number(r.patch->square.area / (p.side * p.side)));
  const Slopes& s = *r.slopes;
  if (!s.hasGradient())
    return where + Words::tr(" f is %1 and has no gradient: f is not differentiable there.")
                       .arg(speech::number(s.value));
  const QString gradient =
      Words::tr(" f is %1 and its gradient is %2, %3.")
          .arg(speech::number(s.value), speech::number(s.forward.x()), speech::number(s.forward.y()));
  return where + gradient +
         Words::tr(" In the direction of %1 degrees the slope is %2; the steepest is %3.")
             .arg(speech::number(p.angle, 0), speech::number(s.along), speech::number(s.steepness()));
}

} // namespace eigenboard::panels::calculus::gradient_panel
