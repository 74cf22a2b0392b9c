#include "core/linear_algebra/determinant.h"
#include "views/panel/definition.h"
#include "views/panels/linear_algebra/projection_model.h"
#include "views/panels/linear_algebra/projection_words.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

namespace eigenboard::panels::linear_algebra {

namespace projection_panel {

namespace {

namespace math = eigenboard::linear_algebra;

using panel::Invariant;

constexpr double epsilon = std::numeric_limits<double>::epsilon();

panel::Fields<Params> fields() {
  const panel::Range coordinates{-4, 4, 0.05};
  panel::Fields<Params> fields;
  fields.point(&Params::u,
               {"u", Words::tr("Vector u"), "\\mathbf{u}",
                Words::tr("Spans the line that catches the shadow; the normal of the hyperplane.")},
               {"ux", "uy"}, coordinates);
  fields.point(&Params::v, {"v", Words::tr("Vector v"), "\\mathbf{v}", Words::tr("Casts the shadow.")},
               {"vx", "vy"}, coordinates);
  fields.toggle(&Params::candidate,
                {"candidate", Words::tr("Try a multiple of u"), "",
                 Words::tr("Slide a point along the line of u and watch its distance from v.")});
  fields
      .number(&Params::t,
              {"t", Words::tr("Multiple to try"), "t",
               Words::tr("The point t times u, which is to come as near to v as it can.")},
              {-3, 3, 0.01})
      .onlyWith("candidate");
  fields.toggle(&Params::areas, {"areas", Words::tr("Dot product as area"), "",
                                 Words::tr("Each shadow times the length of the vector that catches it: two "
                                           "rectangles of one area.")});
  fields.toggle(&Params::rival,
                {"rival", Words::tr("A rival of v"), "",
                 Words::tr("A second vector w, to compare with v by dot product and cosine.")});
  fields
      .point(&Params::w, {"w", Words::tr("Vector w"), "\\mathbf{w}", Words::tr("The rival of v.")},
             {"wx", "wy"}, coordinates)
      .onlyWith("rival");
  fields.toggle(&Params::hyperplane,
                {"hyperplane", Words::tr("Hyperplane"), "",
                 Words::tr("The points x with u·x + b = 0, and the side of it on which v lies.")});
  fields
      .number(&Params::b,
              {"b", Words::tr("Offset"), "b",
               Words::tr("Shifts the hyperplane along u; at 0 it goes through the "
                         "origin.")},
              {-12, 12, 0.1})
      .onlyWith("hyperplane");
  fields.choice(
      &Params::axes, {"axes", Words::tr("Axes"), "", Words::tr("What the two coordinates stand for.")},
      {{"coordinates", Words::tr("Coordinates")}, {"tastes", Words::tr("Tastes: action and romance")}});
  return fields;
}

std::vector<panel::Preset> presets() {
  return {
      {"shadow",
       Words::tr("Shadow"),
       Words::tr("Light falls on the line of u at a right angle, and v casts a shadow 0.7 times as long as "
                 "u. What is left, r, points in a direction u knows nothing of. Drag v along r: the shadow "
                 "stays."),
       {}},
      {"nearest",
       Words::tr("Nearest multiple"),
       Words::tr("Slide tu along the line. The squared distance from v is a parabola in t, and its lowest "
                 "point is where the error stands at a right angle to u. That is least squares with one "
                 "feature."),
       {{"candidate", "true"}, {"t", "0.3"}}},
      {"similar_tastes",
       Words::tr("Similar tastes"),
       Words::tr(
           "Two people as arrows: their liking for action and for romance. v likes everything less than "
           "u does, but in nearly the same proportion, so the cosine is 0.98."),
       {{"axes", "tastes"}, {"u", "3.5,2"}, {"v", "1.5,1.25"}}},
      {"opposite",
       Words::tr("Opposite tastes"),
       Words::tr("What u likes v dislikes. The shadow points backwards, the coefficient is negative and the "
                 "cosine near −1: as informative as near 1, with the sign turned."),
       {{"axes", "tastes"}, {"u", "3,1.5"}, {"v", "-2.5,-0.5"}}},
      {"right_angle",
       Words::tr("Right angle"),
       Words::tr("The products 3·(−0.75) and 1·2.25 cancel, so the dot product is 0. The shadow is a point: "
                 "knowing u says nothing about v."),
       {{"v", "-0.75,2.25"}}},
      {"magnitude_trap",
       Words::tr("Magnitude trap"),
       Words::tr("v points almost where u points, w does not. Yet the shadow of w is longer, because w is: a "
                 "ranking by dot product puts w first, one by cosine v."),
       {{"axes", "tastes"}, {"u", "3,1"}, {"v", "1.5,0.75"}, {"rival", "true"}, {"w", "1.4,2.7"}}},
      {"areas",
       Words::tr("One area, two shadows"),
       Words::tr("v casts a shadow on u, and u one on v. They differ in length, but each times the length of "
                 "the vector it falls on is the same area: u·v. Cross the right angle and it turns "
                 "negative."),
       {{"areas", "true"}, {"u", "2,0.4"}, {"v", "0.75,1.6"}}},
      {"hyperplane",
       Words::tr("Hyperplane"),
       Words::tr(
           "All points with u·x = 3 lie on one line, at a right angle to u. The sign of u·v + b says on "
           "which side v is: this is all a linear classifier does."),
       {{"hyperplane", "true"}, {"u", "1.5,1"}, {"v", "1.6,2.4"}, {"b", "-3"}}},
      {"gram_schmidt",
       Words::tr("Gram–Schmidt"),
       Words::tr("u was brought to length 1, v has lost its shadow on it, and the rest was brought to length "
                 "1: two arrows of length 1 at a right angle. Step back to see each step."),
       {},
       lastStep},
      {"dependent",
       Words::tr("Dependent"),
       Words::tr("v lies on the line of u, so the shadow is all of it and nothing is left to make a second "
                 "direction of. The Cauchy–Schwarz gap is 0."),
       {{"u", "3,1"}, {"v", "1.5,0.5"}},
       lastStep},
  };
}

bool areNonzero(const Result& r) {
  return r.lengthOfU > 0 && r.lengthOfV > 0;
}

std::vector<panel::Goal<Params, Result>> goals() {
  return {
      {"orthogonal", Words::tr("Bring u and v to a right angle"),
       [](const Params&, const Result& r) { return areNonzero(r) && std::abs(r.cosine) <= 0.01; }},
      {"aligned", Words::tr("Close the Cauchy–Schwarz gap"),
       [](const Params&, const Result& r) { return areNonzero(r) && std::abs(r.cosine) >= 0.9999; }},
      {"backwards", Words::tr("Make the shadow point backwards"),
       [](const Params&, const Result& r) { return r.component < 0; }},
      {"nearest", Words::tr("Slide tu to the point nearest to v"),
       [](const Params& p, const Result& r) {
         return p.candidate && std::abs(p.t - r.coefficient) * r.lengthOfU <= 0.03;
       }},
      {"trap", Words::tr("Make dot product and cosine disagree"),
       [](const Params& p, const Result& r) { return p.rival && r.isTrap(); }},
      {"boundary", Words::tr("Put v on the hyperplane"),
       [](const Params& p, const Result& r) { return p.hyperplane && std::abs(r.distance) <= 0.02; }},
      {"orthonormal", Words::tr("Finish Gram–Schmidt"),
       [](const Params&, const Result& r) { return r.current().column == 2; }},
  };
}

std::vector<panel::Keyframe> showMe() {
  return {
      {{{"u", "3,1"},
        {"v", "1.5,2.5"},
        {"areas", "false"},
        {"candidate", "false"},
        {"rival", "false"},
        {"hyperplane", "false"},
        {"axes", "coordinates"}},
       800},
      {{{"v", "2.4,-0.2"}}, 1800},
      {{{"v", "-0.75,2.25"}}, 2200},
      {{{"v", "-2.5,1"}}, 1400},
      {{{"v", "1.5,2.5"}}, 1600},
      {{{"candidate", "true"}, {"t", "-0.5"}}, 600},
      {{{"t", "1.3"}}, 2200},
      {{{"t", "0.7"}}, 1400},
      {{{"candidate", "false"}}, 800, lastStep},
  };
}

/// Identities of the Gram–Schmidt process as far as it has come.
void addGramSchmidtInvariants(std::vector<Invariant>& list, const Result& r) {
  const Step& now = r.current();
  if (now.column < 2)
    return;
  const Eigen::Matrix2d Q = now.Q;
  // What is left of v is known to eps ‖v‖, so its direction to that over its length.
  const double loss = 16 * epsilon * r.lengthOfV / r.residual.stableNorm();
  list.push_back({"orthonormal", "Q^{\\top}Q = I",
                  Words::tr("The new directions have length 1 and stand at a right angle."),
                  (Q.transpose() * Q - Eigen::Matrix2d::Identity()).cwiseAbs().maxCoeff(), loss});
  list.push_back({"factors", "[\\mathbf{u}\\;\\mathbf{v}] = QR",
                  Words::tr("From the new directions and R the old vectors come back."),
                  (Q * Eigen::Matrix2d(now.R) - Eigen::Matrix2d(r.history.front().Q)).cwiseAbs().maxCoeff(),
                  16 * epsilon * std::max(r.lengthOfU, r.lengthOfV)});
}

std::vector<Invariant> invariants(const Params& p, const Result& r) {
  const double rounding = 16 * epsilon;
  const Eigen::Vector2d directionOfU = p.u.stableNormalized();
  const Eigen::Vector2d directionOfV = p.v.stableNormalized();
  const double residual = r.residual.stableNorm();
  std::vector<Invariant> list{
      {"right_angle", "\\mathbf{u}\\cdot\\mathbf{r} = 0",
       Words::tr("What is left stands at a right angle to u."), directionOfU.dot(r.residual),
       rounding * r.lengthOfV},
      {"pythagoras",
       "\\lVert\\mathbf{v}\\rVert^2 = \\lVert\\operatorname{proj}_{\\mathbf{u}}\\mathbf{v}\\rVert^2 + "
       "\\lVert\\mathbf{r}\\rVert^2",
       Words::tr("Shadow and residual are the legs of a right triangle over v."),
       std::hypot(r.shadow.stableNorm(), residual) - r.lengthOfV, rounding * r.lengthOfV},
      {"two_shadows",
       "\\lVert\\mathbf{u}\\rVert\\,s_{\\mathbf{u}} = \\lVert\\mathbf{v}\\rVert\\,s_{\\mathbf{v}} = "
       "\\mathbf{u}\\cdot\\mathbf{v}",
       Words::tr("Each shadow times the length of what catches it is the dot product."),
       std::max(std::abs(r.lengthOfU * r.component - r.dot),
                std::abs(r.lengthOfV * r.otherComponent - r.dot)),
       rounding * r.lengthOfU * r.lengthOfV},
      {"cauchy_schwarz",
       "\\lvert\\mathbf{u}\\cdot\\mathbf{v}\\rvert \\le \\lVert\\mathbf{u}\\rVert\\lVert\\mathbf{v}\\rVert",
       Words::tr("No dot product is larger than the product of the lengths."),
       std::max(0.0, std::abs(r.dot) - r.lengthOfU * r.lengthOfV), rounding * r.lengthOfU * r.lengthOfV},
      {"nearest", "\\lVert\\mathbf{r}\\rVert \\le \\lVert\\mathbf{v} - t\\mathbf{u}\\rVert",
       Words::tr("No multiple of u is nearer to v than the shadow."), std::max(0.0, residual - r.error),
       rounding * (r.lengthOfV + std::abs(p.t) * r.lengthOfU)},
  };
  if (areNonzero(r)) {
    Eigen::Matrix2d directions;
    directions << directionOfU, directionOfV;
    const double sine = math::determinant(directions);
    list.push_back({"circle", "\\cos^2\\theta + \\det[\\hat{\\mathbf{u}}\\;\\hat{\\mathbf{v}}]^2 = 1",
                    Words::tr("The dot product and the area of the two directions are cosine and sine."),
                    r.cosine * r.cosine + sine * sine - 1, rounding});
  }
  if (const double offset = p.b / r.lengthOfU; std::isfinite(r.distance) && std::isfinite(offset))
    list.push_back({"foot", "\\mathbf{u}\\cdot(\\mathbf{v} - d\\,\\hat{\\mathbf{u}}) + b = 0",
                    Words::tr("The point where the distance is measured lies on the hyperplane."),
                    directionOfU.dot(p.v - r.distance * directionOfU) + offset,
                    rounding * (r.lengthOfV + std::abs(offset))});
  addGramSchmidtInvariants(list, r);
  return list;
}

} // namespace

} // namespace projection_panel

panel::PanelPointer projection() {
  using namespace projection_panel;
  panel::Definition<Params, Result, Step> definition;
  definition.identity = {
      "linear_algebra.projection", Words::tr("Angle, shadow and projection"),
      Words::tr("Shows what one vector says about another: the shadow it casts, the angle between them and "
                "what is left."),
      "4.2"};
  definition.fields = fields();
  definition.presets = presets();
  definition.goals = goals();
  definition.showMe = showMe();
  definition.process =
      panel::Process<Params, Step>{Words::tr("Gram–Schmidt: one step"), lastStep, start, next, isFinished, 1};
  definition.model = evaluate;
  definition.scene = drawn;
  definition.formula = formula;
  definition.readouts = readouts;
  definition.invariants = invariants;
  definition.spoken = spoken;
  definition.numpy = numpyCode;
  return panel::makePanel(std::move(definition));
}

} // namespace eigenboard::panels::linear_algebra
