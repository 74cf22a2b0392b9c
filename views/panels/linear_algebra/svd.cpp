#include "core/linear_algebra/determinant.h"
#include "core/linear_algebra/low_rank.h"
#include "views/panel/definition.h"
#include "views/panels/linear_algebra/svd_words.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace eigenboard::panels::linear_algebra {

namespace svd_panel {

namespace {

namespace math = eigenboard::linear_algebra;

using panel::Invariant;

constexpr double epsilon = std::numeric_limits<double>::epsilon();

std::vector<QString> ratingKeys() {
  std::vector<QString> keys;
  for (int row = 1; row <= people; ++row)
    for (int column = 1; column <= films; ++column)
      keys.push_back(QStringLiteral("r%1%2").arg(row).arg(column));
  return keys;
}

panel::Fields<Params> fields() {
  panel::Fields<Params> fields;
  fields.choice(
      &Params::data,
      {"data", Words::tr("What is taken apart"), "A",
       Words::tr("A map of the plane, a table of ratings, or a picture as a table of grey values.")},
      {{"map", Words::tr("A map of the plane")},
       {"ratings", Words::tr("Ratings: 6 people, 5 films")},
       {"landscape", Words::tr("Picture: a landscape")},
       {"flag", Words::tr("Picture: a flag")},
       {"diagonal", Words::tr("Picture: a diagonal band")}});
  fields.integer(&Params::k,
                 {"k", Words::tr("Parts kept"), "k",
                  Words::tr("How many singular values count, from the largest on. A map has 2, the ratings "
                            "5, a picture 24.")},
                 {1, 24, 1});
  fields
      .matrix(&Params::A,
              {"A", Words::tr("Matrix A"), "A",
               Words::tr("The map of the plane. The first column is where (1, 0) goes, the second where "
                         "(0, 1) goes.")},
              {"a", "b", "c", "d"}, {-4, 4, 0.05})
      .onlyWith("data", {"map"});
  fields
      .number(&Params::stage,
              {"stage", Words::tr("Motion"), "t",
               Words::tr("Of the plane: to 1 it turns by Vᵀ, to 2 it is stretched by Σ, to 3 it turns by "
                         "U. The readouts are those of the complete map all the way.")},
              {0, 3, 0.05})
      .onlyWith("data", {"map"});
  fields
      .number(&Params::phi,
              {"phi", Words::tr("Direction of x"), "\\varphi",
               Words::tr("Turns x round the unit circle of the plane."), "°"},
              {0, 360, 1})
      .onlyWith("data", {"map"});
  fields
      .number(&Params::noise,
              {"noise", Words::tr("Noise on the table"), "",
               Words::tr("Every entry of a table is moved by up to so much, up or down.")},
              {0, 0.5, 0.01})
      .onlyWith("data", {"ratings", "landscape", "flag", "diagonal"});
  fields.seed(&Params::seed, {"seed", Words::tr("Seed"), "", Words::tr("Decides the noise.")})
      .onlyWith("data", {"ratings", "landscape", "flag", "diagonal"});
  fields
      .toggle(&Params::own,
              {"own", Words::tr("Ratings of your own"), "", Words::tr("Shows the ratings to be changed.")})
      .onlyWith("data", {"ratings"});
  fields
      .matrix(&Params::R,
              {"R", Words::tr("Ratings"), "R",
               Words::tr("A row for each person, a column for each film: three of science fiction, then two "
                         "romances.")},
              ratingKeys(), {1, 5, 0.5})
      .onlyWith("own");
  return fields;
}

std::vector<panel::Preset> presets() {
  return {
      {"ellipse",
       Words::tr("Circle to ellipse"),
       Words::tr("Every map sends the circle to an ellipse. The axes of the ellipse come from v₁ and v₂, "
                 "which stand at a right angle before the map as well. Turn x until its image is longest: it "
                 "then lies on the line of v₁."),
       {}},
      {"stages",
       Words::tr("Half-way"),
       Words::tr("Vᵀ has turned v₁ and v₂ onto the axes, and Σ is stretching along them. What is left is a "
                 "turn by U. Move the motion from 0 to 3 to see all of A."),
       {{"stage", "1.6"}, {"k", "2"}}},
      {"rotation",
       Words::tr("Rotation"),
       Words::tr("A rotation stretches nothing, so both singular values are 1 and the circle stays. Every "
                 "pair at a right angle would do for v₁ and v₂."),
       {{"A", "0.8660254037844386,-0.5;0.5,0.8660254037844386"}, {"k", "2"}, {"phi", "250"}}},
      {"shear",
       Words::tr("Shear"),
       Words::tr("A shear keeps areas, so the radii 1.618 and 0.618 multiply to 1. Its one eigen-line is "
                 "horizontal; the singular directions are others."),
       {{"A", "1,1;0,1"}, {"k", "2"}, {"phi", "300"}}},
      {"rank_one",
       Words::tr("Rank one"),
       Words::tr("The second radius is 0: the ellipse has closed to a segment. One part σ₁u₁v₁ᵀ is the "
                 "whole map, and leaving the second out costs nothing."),
       {{"A", "2,1;1,0.5"}, {"phi", "250"}}},
      {"ratings",
       Words::tr("Ratings"),
       Words::tr("Two parts rebuild 30 ratings to about half a star. The first says how much each one "
                 "likes films at all, the second science fiction against romance."),
       {{"data", "ratings"}, {"k", "2"}}},
      {"landscape",
       Words::tr("Landscape"),
       Words::tr("Five of 24 parts hold 99.7 % of the energy in 37 % of the storage. The error is exactly "
                 "the first singular value that is left out."),
       {{"data", "landscape"}, {"k", "5"}}},
      {"flag",
       Words::tr("Flag"),
       Words::tr("Only three kinds of rows occur, so three parts give the flag exactly; the other 21 "
                 "singular values are 0."),
       {{"data", "flag"}, {"k", "2"}}},
      {"diagonal",
       Words::tr("Diagonal"),
       Words::tr("A band is as simple to the eye as a flag, but it runs aslant and every row differs. The "
                 "singular values fall slowly, and half of the parts are not enough."),
       {{"data", "diagonal"}, {"k", "6"}}},
      {"noise",
       Words::tr("Noise"),
       Words::tr("Noise spreads over all singular values alike, the picture over a few. With too few parts "
                 "the picture is lacking, with too many the noise is back. Seek the rank nearest to the "
                 "clean picture."),
       {{"data", "landscape"}, {"noise", "0.25"}, {"k", "12"}}},
  };
}

std::vector<panel::Goal<Params, Result>> goals() {
  return {
      {"most", Words::tr("Turn x to where it is stretched most"),
       [](const Params& p, const Result& r) {
         return p.isMap() && !r.isRound() && r.sigma(1) <= 0.95 * r.sigma(0) &&
                r.stretch >= (1 - 5e-4) * r.sigma(0);
       }},
      {"round", Words::tr("Make a map that keeps the circle round"),
       [](const Params& p, const Result& r) {
         return p.isMap() && r.sigma(0) > 0 && r.sigma(0) - r.sigma(1) <= 0.01 * r.sigma(0);
       }},
      {"segment", Words::tr("Close the ellipse to a segment"),
       [](const Params& p, const Result& r) { return p.isMap() && r.whole->rank == 1; }},
      {"compress", Words::tr("Keep 99 % of the landscape in a third of the storage"),
       [](const Params& p, const Result& r) {
         return p.data == Data::Landscape && p.noise == 0 && r.energy >= 0.99 && 3 * r.stored <= r.entries();
       }},
      {"exact", Words::tr("Give a picture exactly with fewer numbers than it has"),
       [](const Params& p, const Result& r) {
         return p.isPicture() && r.next <= r.whole->tolerance && r.stored < r.entries();
       }},
      {"denoise", Words::tr("Find the rank nearest to the picture before the noise"),
       [](const Params& p, const Result& r) {
         return p.isPicture() && p.noise >= 0.1 && r.kept == r.whole->bestRank;
       }},
  };
}

std::vector<panel::Keyframe> showMe() {
  return {
      {{{"data", "map"}, {"A", "1.2,0;1.6,2"}, {"k", "2"}, {"phi", "200"}, {"stage", "0"}}, 600},
      {{{"stage", "1"}}, 1800},
      {{{"stage", "2"}}, 1800},
      {{{"stage", "3"}}, 1800},
      {{{"phi", "225"}}, 1500},
      {{{"phi", "135"}}, 1800},
      {{{"k", "1"}, {"phi", "200"}}, 1500},
      {{{"data", "landscape"}, {"noise", "0"}, {"k", "1"}}, 900},
      {{{"k", "8"}}, 3000},
  };
}

double offOrthogonal(const Eigen::MatrixXd& Q) {
  return (Q.transpose() * Q - Eigen::MatrixXd::Identity(Q.cols(), Q.cols())).norm();
}

std::vector<Invariant> invariants(const Params& p, const Result& r) {
  const math::SingularValueDecomposition& svd = r.whole->svd;
  const Eigen::MatrixXd& A = r.whole->A;
  const auto side = static_cast<double>(std::max(A.rows(), A.cols()));
  const double size = A.reshaped().stableNorm();
  // 8 n eps ‖A‖: what a backward stable decomposition and one multiplication of its factors may lose.
  const double rounding = r.whole->rounding;
  std::vector<Invariant> list{
      {"factors", "A = U\\Sigma V^{\\mathsf{T}}", Words::tr("The three factors multiply back to A."),
       (math::lowRank(svd, r.values()) - A).reshaped().stableNorm(), rounding},
      {"orthogonal", "U^{\\mathsf{T}}U = I,\\ V^{\\mathsf{T}}V = I",
       Words::tr("The columns of U, and those of V, are unit vectors at right angles."),
       std::max(offOrthogonal(svd.U), offOrthogonal(svd.V)), 8 * side * epsilon},
      {"eckart_young", "\\lVert A - A_k\\rVert_2 = \\sigma_{k+1}",
       Words::tr("The measured error is the first singular value that is left out."), r.error - r.next,
       rounding},
      {"pythagoras", "\\lVert A_k\\rVert_F^2 + \\lVert A - A_k\\rVert_F^2 = \\lVert A\\rVert_F^2",
       Words::tr("What is kept and what is left out stand at a right angle."),
       std::hypot(r.approximation.reshaped().stableNorm(), r.frobenius) - size, rounding},
  };
  if (!p.isMap())
    return list;
  list.push_back({"area", "\\sigma_1\\sigma_2 = \\lvert\\det A\\rvert",
                  Words::tr("The radii of the ellipse multiply to the factor of areas."),
                  r.sigma(0) * r.sigma(1) - std::abs(math::determinant(p.A)), 8 * epsilon * size * size});
  list.push_back({"bounds", "\\sigma_2 \\le \\lVert A\\mathbf{x}\\rVert \\le \\sigma_1",
                  Words::tr("No unit vector is stretched more than v₁ or less than v₂."),
                  std::max({0.0, r.stretch - r.sigma(0), r.sigma(1) - r.stretch}), rounding});
  return list;
}

} // namespace

} // namespace svd_panel

panel::PanelPointer svd() {
  using namespace svd_panel;
  panel::Definition<Params, Result> definition;
  definition.identity = {
      "linear_algebra.svd", Words::tr("Singular value decomposition"),
      Words::tr("Takes a matrix apart into a turn, a stretch and a turn, and keeps only what counts most."),
      "4.7"};
  definition.fields = fields();
  definition.presets = presets();
  definition.goals = goals();
  definition.showMe = showMe();
  definition.model = [last = std::make_shared<LastDecomposed>()](
                         const Params& p, std::span<const std::monostate>) { return evaluate(p, *last); };
  definition.scene = drawn;
  definition.formula = formula;
  definition.readouts = readouts;
  definition.invariants = invariants;
  definition.spoken = spoken;
  definition.numpy = [](const Params& p, int) { return numpyCode(p); };
  return panel::makePanel(std::move(definition));
}

} // namespace eigenboard::panels::linear_algebra
