#include "views/panel/definition.h"
#include "views/panels/linear_algebra/vectors_words.h"

#include <QtCore/QCoreApplication>

#include <cmath>

namespace eigenboard::panels::linear_algebra {

namespace vectors_panel {

namespace {

namespace math = eigenboard::linear_algebra;

panel::Fields<Params> fields() {
  const panel::Range parts{-farthest, farthest, 0.05};
  const panel::Range factors{-largestFactor, largestFactor, 0.05};
  panel::Fields<Params> fields;
  fields.choice(&Params::show, {"show", Words::tr("Show"), "", Words::tr("What is done with the vectors.")},
                {{"combination", Words::tr("Linear combination and span")},
                 {"sum", Words::tr("Addition")},
                 {"dot", Words::tr("Dot product")},
                 {"norms", Words::tr("Norms of u")},
                 {"space", Words::tr("In space: two vectors")},
                 {"space3", Words::tr("In space: three vectors")}});
  const std::vector<QString> combinations{"combination", "space", "space3"};
  fields
      .number(&Params::alpha,
              {"alpha", Words::tr("Coefficient of u"), "\\alpha",
               Words::tr("How much of u the combination takes; dragging the tip of the combination solves "
                         "for it.")},
              factors)
      .onlyWith("show", combinations);
  fields
      .number(&Params::beta,
              {"beta", Words::tr("Coefficient of v"), "\\beta",
               Words::tr("How much of v the combination takes.")},
              factors)
      .onlyWith("show", combinations);
  fields
      .number(&Params::gamma,
              {"gamma", Words::tr("Coefficient of w"), "\\gamma",
               Words::tr("How much of w the combination takes.")},
              factors)
      .onlyWith("show", {"space3"});
  fields.choice(&Params::norm,
                {"norm", Words::tr("Norm"), "", Words::tr("Which length the ball through u is drawn for.")},
                {{"sum", Words::tr("Sum of parts, ‖·‖₁")},
                 {"euclidean", Words::tr("Length, ‖·‖₂")},
                 {"largest", Words::tr("Largest part, ‖·‖∞")}});
  fields.onlyWith("show", {"norms"});
  fields.point(&Params::u, {"u", Words::tr("Vector u"), "\\mathbf{u}", Words::tr("The first vector.")},
               {"ux", "uy"}, parts);
  fields
      .number(&Params::uz,
              {"uz", Words::tr("Third part of u"), "u_3", Words::tr("The height of u in space.")}, parts)
      .onlyWith("show", {"space", "space3"});
  fields.point(&Params::v, {"v", Words::tr("Vector v"), "\\mathbf{v}", Words::tr("The second vector.")},
               {"vx", "vy"}, parts);
  fields
      .number(&Params::vz,
              {"vz", Words::tr("Third part of v"), "v_3", Words::tr("The height of v in space.")}, parts)
      .onlyWith("show", {"space", "space3"});
  fields
      .point(&Params::w,
             {"w", Words::tr("Vector w"), "\\mathbf{w}", Words::tr("The third vector, in space only.")},
             {"w1", "w2", "w3"}, parts)
      .onlyWith("show", {"space3"});
  fields.toggle(&Params::films,
                {"films", Words::tr("Parts are ratings"), "",
                 Words::tr("A vector is a person: each part is the stars given to one film.")});
  return fields;
}

std::vector<panel::Preset> presets() {
  return {
      {"combination",
       Words::tr("Reach any point"),
       Words::tr("Drag the blue tip anywhere: there is one pair of coefficients for every point, because the "
                 "grid of u and v covers the whole plane."),
       {}},
      {"sum",
       Words::tr("Two ways to one sum"),
       Words::tr("u then v, or v then u: both ways end at the same corner of the parallelogram. Its other "
                 "diagonal is the difference v − u, from tip to tip."),
       {{"show", "sum"}, {"u", "2.5,0.5"}, {"v", "-1,2"}}},
      {"parallel",
       Words::tr("Parallel"),
       Words::tr(
           "v is −½ u, so the grid has collapsed to a line and det is 0. Drag the blue tip: it slides on "
           "the line and cannot leave it. A second copy of a feature adds no new predictions."),
       {{"u", "2,1"}, {"v", "-1,-0.5"}, {"alpha", "1.5"}, {"beta", "-1"}}},
      {"nearly",
       Words::tr("Nearly parallel"),
       Words::tr("The grid still covers the plane, in long thin cells. To reach a point 0.75 away the "
                 "combination goes out by −3 u and back by 3 v: a small det makes large coefficients."),
       {{"u", "1.5,0.75"}, {"v", "1.5,1"}, {"alpha", "-3"}, {"beta", "3"}}},
      {"ratings",
       Words::tr("Two ratings vectors"),
       Words::tr("Two people, each an arrow: the stars they give to two films. With both coefficients ½ the "
                 "combination is the average taste, half-way between the tips."),
       {{"films", "true"}, {"u", "5,1.5"}, {"v", "2,4.5"}, {"alpha", "0.5"}, {"beta", "0.5"}}},
      {"scores",
       Words::tr("Same score"),
       Words::tr("u holds what a user likes, v what a film has. Every film on the blue line gets the same "
                 "score u·v. Drag v along the line: nothing changes; drag it along u: all of it does."),
       {{"show", "dot"}, {"u", "1.5,1"}, {"v", "2.5,-0.5"}}},
      {"orthogonal",
       Words::tr("Right angle"),
       Words::tr("The products 2·(−1) and 1·2 cancel, so u·v = 0 and v lies on the dashed line through the "
                 "origin. To the left and to the right of that line the sign changes."),
       {{"show", "dot"}, {"u", "2,1"}, {"v", "-1,2"}}},
      {"norms",
       Words::tr("Three lengths"),
       Words::tr(
           "The ball through u is a diamond for the sum norm, a circle for the length, a square for the "
           "largest part. The diamond has its corners on the axes: that is why an L1 penalty sets "
           "weights to 0."),
       {{"show", "norms"}, {"u", "2,1.25"}}},
      {"space_plane",
       Words::tr("A plane in space"),
       Words::tr("Two arrows in space reach a plane through the origin and nothing off it. Two features give "
                 "a plane of predictions, however long the data."),
       {{"show", "space"}, {"u", "3,0.5"}, {"v", "-1,2.5"}, {"alpha", "1"}}},
      {"space_flat",
       Words::tr("Three arrows, one plane"),
       Words::tr("w is u + v, so it lies in the plane of the two: the box is flat, det is 0 and the rank 2. "
                 "Move any part of w and the box opens: the span becomes all of space."),
       {{"show", "space3"},
        {"u", "3,0.5"},
        {"v", "-1,2.5"},
        {"w", "2,3,1.5"},
        {"alpha", "0.5"},
        {"beta", "-1"},
        {"gamma", "0.5"}}},
      {"space",
       Words::tr("All of space"),
       Words::tr("Three independent arrows: drag the blue tip and three coefficients follow. The volume of "
                 "the box is the size of the determinant; its sign says which way round the three stand."),
       {{"show", "space3"},
        {"u", "3,0.5"},
        {"v", "-1,2.5"},
        {"w", "-1.5,-1.5,2.5"},
        {"alpha", "1"},
        {"beta", "0.5"},
        {"gamma", "1"}}},
  };
}

bool areNonzero(const Result& r) {
  return r.euclideanNorm > 0 && r.lengthOfV > 0;
}

std::vector<panel::Goal<Params, Result>> goals() {
  return {
      {"dependent", Words::tr("Make two vectors dependent, neither of them 0"),
       [](const Params&, const Result& r) { return r.count() == 2 && areNonzero(r) && r.span.rank == 1; }},
      {"zero", Words::tr("Come back to the origin with coefficients that are not 0"),
       [](const Params& p, const Result& r) {
         return p.isCombination() && areNonzero(r) && r.coefficients.cwiseAbs().minCoeff() >= 0.2 &&
                r.combination.norm() <= 0.02;
       }},
      {"average", Words::tr("Make the combination the average of u and v"),
       [](const Params& p, const Result& r) {
         return p.isCombination() && r.count() == 2 && areNonzero(r) &&
                (r.combination - 0.5 * r.sum).norm() <= 0.02;
       }},
      {"right_angle", Words::tr("Bring u and v to a right angle"),
       [](const Params& p, const Result& r) {
         return p.show == Show::Dot && areNonzero(r) && std::abs(r.angle - 90) <= 0.5;
       }},
      {"norms_agree", Words::tr("Find a u whose three norms agree"),
       [](const Params& p, const Result& r) {
         return p.show == Show::Norms && r.euclideanNorm > 0.2 && r.sumNorm - r.largestNorm <= 0.005;
       }},
      {"unit", Words::tr("Give u the norm 1 without putting it on an axis"),
       [](const Params& p, const Result& r) {
         return p.show == Show::Norms && std::abs(math::norm(r.u, p.norm) - 1) <= 0.01 &&
                r.u.cwiseAbs().minCoeff() >= 0.2;
       }},
      {"flat", Words::tr("Flatten the box of three vectors, none of them 0"),
       [](const Params&, const Result& r) {
         return r.count() == 3 && r.span.rank == 2 && r.vectors.colwise().norm().minCoeff() > 0;
       }},
  };
}

std::vector<panel::Keyframe> showMe() {
  return {
      {{{"show", "combination"},
        {"films", "false"},
        {"u", "2,0.5"},
        {"v", "-0.5,1.5"},
        {"alpha", "1"},
        {"beta", "1"}},
       700},
      {{{"alpha", "-1.5"}}, 1600},
      {{{"beta", "-1.2"}}, 1600},
      {{{"alpha", "1.5"}, {"beta", "1"}}, 1800},
      {{{"v", "-1,0.8"}}, 1600},
      {{{"v", "-1.2,-0.3"}}, 1600},
      {{{"alpha", "-1"}, {"beta", "2"}}, 1800},
      {{{"v", "-0.5,1.5"}, {"alpha", "1.5"}, {"beta", "1"}}, 1500},
      {{{"show", "space"}, {"uz", "0.5"}, {"vz", "1"}}, 900},
      {{{"alpha", "-1"}}, 1500},
  };
}

} // namespace

} // namespace vectors_panel

panel::PanelPointer vectors() {
  using namespace vectors_panel;
  panel::Definition<Params, Result> definition;
  definition.identity = {"linear_algebra.vectors", Words::tr("Vectors"),
                         Words::tr("Adds, scales and measures arrows, and shows all that they can reach."),
                         "4.1"};
  definition.fields = fields();
  definition.presets = presets();
  definition.goals = goals();
  definition.showMe = showMe();
  definition.model = [](const Params& p, std::span<const std::monostate>) { return evaluate(p); };
  definition.scene = drawn;
  definition.formula = formula;
  definition.readouts = readouts;
  definition.invariants = invariants;
  definition.spoken = spoken;
  definition.numpy = [](const Params& p, int) { return numpyCode(p); };
  return panel::makePanel(std::move(definition));
}

} // namespace eigenboard::panels::linear_algebra
