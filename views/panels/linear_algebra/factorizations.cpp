#include "views/panel/definition.h"
#include "views/panels/linear_algebra/factorizations_words.h"

#include <QtCore/QCoreApplication>

#include <cmath>

namespace eigenboard::panels::linear_algebra {

namespace factorizations_panel {

namespace {

std::vector<QString> entryKeys() {
  std::vector<QString> keys;
  for (int row = 1; row <= mostSide; ++row)
    for (int column = 1; column <= mostSide; ++column)
      keys.push_back(QStringLiteral("a%1%2").arg(row).arg(column));
  return keys;
}

panel::Fields<Params> fields() {
  const panel::Range sides{2, mostSide, 1};
  panel::Fields<Params> fields;
  fields.choice(&Params::kind,
                {"kind", Words::tr("Factors"), "", Words::tr("Which layers A is taken apart into.")},
                {{"lu", Words::tr("LU: elimination")},
                 {"cholesky", Words::tr("Cholesky: A = LLᵀ")},
                 {"qr", Words::tr("QR: reflections")},
                 {"eigen", Words::tr("Eigen: A = VΛV⁻¹")},
                 {"svd", Words::tr("SVD: A = UΣVᵀ")}});
  fields.toggle(
      &Params::pivoting,
      {"pivoting", Words::tr("Exchange rows"), "P",
       Words::tr("LU takes the largest number of the column as pivot. Without, it takes the one that stands "
                 "there.")});
  fields.onlyWith("kind", {"lu"});
  fields.integer(&Params::rows, {"rows", Words::tr("Rows"), "m", Words::tr("Of A.")}, sides);
  fields.integer(&Params::columns, {"columns", Words::tr("Columns"), "n", Words::tr("Of A.")}, sides);
  fields.toggle(&Params::mirror,
                {"mirror", Words::tr("Keep A symmetric"), "",
                 Words::tr("A square A is read from its lower triangle; the upper one mirrors it.")});
  fields.choice(
      &Params::picture,
      {"picture", Words::tr("Arrange"), "", Words::tr("Four rows and columns are easier to read in a row.")},
      {{"meeting", Words::tr("Where they meet, with the curve")}, {"row", Words::tr("In a row")}});
  fields.matrix(
      &Params::A,
      {"A", Words::tr("Matrix A"), "A", Words::tr("Of the table the part with the chosen shape counts.")},
      entryKeys(), {-largestEntry, largestEntry, 0.1});
  return fields;
}

std::vector<panel::Preset> presets() {
  return {
      {"lu",
       Words::tr("Elimination"),
       Words::tr("Each step finds a pivot, a column of L and a row of U; their product takes one row and one "
                 "column off "
                 "A completely. Step forward and watch the numbers that are left."),
       {}},
      {"tiny_pivot",
       Words::tr("Tiny pivot"),
       Words::tr("The first pivot is 10⁻²⁰, so the multiplier is 10²⁰ and the 1 in the corner is lost beside "
                 "it: L times "
                 "U misses A by 1. Switch on the exchange of rows and the error is 0."),
       {{"rows", "2"}, {"columns", "2"}, {"A", "1e-20,1,0,0;1,1,0,0;0,0,1,0;0,0,0,1"}}},
      {"spd",
       Words::tr("Positive definite"),
       Words::tr("A covariance matrix: symmetric, all pivots positive. Cholesky needs one factor and half "
                 "the work of "
                 "LU, and samples with this covariance are L times standard normal ones."),
       {{"kind", "cholesky"}, {"mirror", "true"}, {"A", "4,0,0,0;2,3,0,0;1,0.5,2,0;0,1,0,3"}}},
      {"indefinite",
       Words::tr("Not positive"),
       Words::tr("All entries are positive and A is symmetric, but the second pivot is 1 − 2·2 = −3 and has "
                 "no root. "
                 "One eigenvalue is negative: the cheapest test for that is Cholesky failing."),
       {{"kind", "cholesky"},
        {"mirror", "true"},
        {"rows", "2"},
        {"columns", "2"},
        {"A", "1,0,0,0;2,1,0,0;0,0,1,0;0,0,0,1"}}},
      {"least_squares",
       Words::tr("Four points, a line"),
       Words::tr("A column of ones and a column of times: the matrix of a line fit. Q holds the same plane "
                 "with upright "
                 "axes, and R is small enough to solve by hand; no equation was squared on the way."),
       {{"kind", "qr"}, {"rows", "4"}, {"columns", "2"}, {"A", "1,0,0,0;1,1,0,0;1,2,0,0;1,3,0,0"}}},
      {"rank_deficient",
       Words::tr("Rank two of three"),
       Words::tr("The second row is twice the first. The SVD sees it at once: two layers leave nothing and "
                 "the third "
                 "weighs 0. Choose other factors and see how many layers they need."),
       {{"kind", "svd"}, {"A", "1,2,3,0;2,4,6,0;1,0,1,0;0,0,0,1"}}},
      {"singular",
       Words::tr("Singular, rows exchanged"),
       Words::tr("The largest number of each column becomes the pivot, so no multiplier exceeds 1: the rows "
                 "are taken in "
                 "the order 3, 1, 2. The last pivot is 0. The factors exist all the same; what fails is "
                 "solving with "
                 "them."),
       {{"pivoting", "true"}, {"A", "1,2,3,0;4,5,6,0;7,8,9,0;0,0,0,1"}}},
      {"markov",
       Words::tr("Markov chain"),
       Words::tr("Columns add up to 1, so one eigenvalue is 1. The first layer is what is left after many "
                 "steps, the "
                 "second is what each step forgets: it shrinks by 0.7 a time."),
       {{"kind", "eigen"},
        {"rows", "2"},
        {"columns", "2"},
        {"A", "0.9,0.2,0,0;0.1,0.8,0,0;0,0,1,0;0,0,0,1"}}},
      {"orthogonal",
       Words::tr("A turn in space"),
       Words::tr("All singular values are 1: no layer matters more than another, and each leaves as much as "
                 "it can. The "
                 "curve falls as slowly as any curve of the SVD."),
       {{"kind", "svd"}, {"A", "0.6,-0.8,0,0;0.8,0.6,0,0;0,0,1,0;0,0,0,1"}}},
      {"hilbert",
       Words::tr("Hilbert"),
       Words::tr("Entries 1/(i + j − 1), harmless to look at, and κ is 15 514: the last layer weighs 0.0001, "
                 "so a relative "
                 "error in the data can come out fifteen thousand times as large in the solution."),
       {{"kind", "svd"},
        {"picture", "row"},
        {"rows", "4"},
        {"columns", "4"},
        {"A", "1,0.5,0.3333333333333333,0.25;0.5,0.3333333333333333,0.25,0.2;0.3333333333333333,0.25,0.2,"
              "0.16666666666666666;0.25,0.2,0.16666666666666666,0.14285714285714285"}}},
  };
}

std::vector<panel::Goal<Params, Result>> goals() {
  return {
      {"to_the_end", Words::tr("Take off all layers, step by step"),
       [](const Params&, const Result& r) { return r.isRunning() && r.now.isFinished() && r.exists(); }},
      {"broken", Words::tr("Make LU fail for want of an exchange"),
       [](const Params&, const Result& r) { return r.whole.failure == FactorizationFailure::ZeroPivot; }},
      {"not_positive", Words::tr("Find a symmetric A of positive numbers that Cholesky refuses"),
       [](const Params&, const Result& r) {
         return r.whole.failure == FactorizationFailure::NotPositive && r.A().minCoeff() > 0;
       }},
      {"complex", Words::tr("Make an A without real eigenvectors"),
       [](const Params&, const Result& r) { return r.whole.failure == FactorizationFailure::ComplexPair; }},
      {"defective", Words::tr("Make an A with too few eigenvectors"),
       [](const Params&, const Result& r) { return r.whole.failure == FactorizationFailure::Defective; }},
      {"one_layer", Words::tr("Make an A that is a single layer"),
       [](const Params&, const Result& r) { return r.rank == 1; }},
      {"flat", Words::tr("Give all singular values of a 3 by 3 matrix the same size"),
       [](const Params& p, const Result& r) {
         return p.rows == 3 && p.columns == 3 && r.rank == 3 && r.condition <= 1.01;
       }},
      {"hard", Words::tr("Bring the condition number above 10 000 with full rank"),
       [](const Params&, const Result& r) { return std::isfinite(r.condition) && r.condition > 1e4; }},
  };
}

std::vector<panel::Keyframe> showMe() {
  const QString classic = QStringLiteral("2,1,1,0;4,3,3,1;8,7,9,5;6,7,9,8");
  const QString symmetric = QStringLiteral("4,2,1,0;2,3,0.5,1;1,0.5,2,5;0,1,9,8");
  return {
      {{{"kind", "lu"},
        {"pivoting", "false"},
        {"rows", "3"},
        {"columns", "3"},
        {"mirror", "false"},
        {"picture", "meeting"},
        {"A", classic}},
       700},
      {{}, 1200, 1},
      {{}, 1200, 2},
      {{}, 1200, 3},
      {{{"kind", "qr"}}, 1200, 1},
      {{}, 1200, 3},
      {{{"kind", "cholesky"}, {"A", symmetric}}, 1500},
      {{{"a22", "0.5"}}, 2200},
      {{{"a22", "3"}}, 1200},
      {{{"kind", "svd"}}, 1500, 1},
      {{}, 1200, 3},
  };
}

} // namespace

} // namespace factorizations_panel

panel::PanelPointer factorizations() {
  using namespace factorizations_panel;
  panel::Definition<Params, Result, Step> definition;
  definition.identity = {"linear_algebra.factorizations", Words::tr("Five factorizations"),
                         Words::tr("Takes a matrix apart into layers of rank one, in five ways, and says "
                                   "when and why a way is closed."),
                         "4.7"};
  definition.fields = fields();
  definition.presets = presets();
  definition.goals = goals();
  definition.showMe = showMe();
  definition.process =
      panel::Process<Params, Step>{Words::tr("Take off one layer"), mostSide, start, next, isFinished, 1};
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
