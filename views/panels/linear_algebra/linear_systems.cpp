#include "views/panels/linear_algebra/linear_systems_model.h"
#include "views/panels/linear_algebra/linear_systems_words.h"

#include <utility>

namespace eigenboard::panels::linear_algebra {

namespace linear_systems_panel {

namespace {

using Kind = eigenboard::linear_algebra::SolutionKind;

panel::Fields<Params> fields() {
  const panel::Range cells{-6, 6, 0.05};
  const panel::Range right{-10, 10, 0.05};
  panel::Fields<Params> fields;
  fields.matrix(&Params::A,
                {"A", Words::tr("Coefficients A"), "A",
                 Words::tr("One row for each equation: the factors of x and y.")},
                {"a11", "a12", "a21", "a22"}, cells);
  fields.point(&Params::b,
               {"b", Words::tr("Right-hand side b"), "\\mathbf{b}",
                Words::tr("What each equation is to give. It slides the line and does not turn it.")},
               {"b1", "b2"}, right);
  fields.toggle(&Params::hasThirdEquation,
                {"third", Words::tr("Third equation"), "",
                 Words::tr("One row more. With two unknowns, three lines seldom meet in one point.")});
  fields.matrix(&Params::thirdRow,
                {"third_row", Words::tr("Third row of A"), "\\mathbf{a}_3",
                 Words::tr("The factors of x and y in the third equation.")},
                {"a31", "a32"}, cells);
  fields.onlyWith("third");
  fields.number(
      &Params::thirdConstant,
      {"b3", Words::tr("Third entry of b"), "b_3", Words::tr("What the third equation is to give.")}, right);
  fields.onlyWith("third");
  fields.toggle(&Params::hasThirdUnknown, {"space", Words::tr("Third unknown"), "",
                                           Words::tr("One column more: each equation becomes a plane.")});
  fields.point(&Params::thirdColumn,
               {"third_column", Words::tr("Third column of A"), "\\mathbf{c}_3",
                Words::tr("The factors of z; the last one belongs to the third equation.")},
               {"a13", "a23", "a33"}, cells);
  fields.onlyWith("space");
  fields.choice(&Params::view,
                {"view", Words::tr("View"), "", Words::tr("The same numbers read by rows or by columns.")},
                {{"both", Words::tr("Rows and columns")},
                 {"rows", Words::tr("Rows: lines or planes")},
                 {"columns", Words::tr("Columns: arrows that make b")}});
  fields.number(&Params::noise,
                {"noise", Words::tr("Noise in b"), "\\sigma",
                 Words::tr("Standard deviation of an error in each entry of b; the cloud shows the solutions "
                           "that 240 such errors give.")},
                {0, 0.5, 0.01});
  fields.seed(&Params::seed, {"seed", Words::tr("Seed"), "", Words::tr("Decides the errors of the cloud.")});
  return fields;
}

std::vector<panel::Goal<Params, Result>> goals() {
  return {
      {"parallel", Words::tr("Make the system have no solution"),
       [](const Params&, const Result& r) { return r.system.kind == Kind::None; }},
      {"infinite", Words::tr("Make infinitely many solutions"),
       [](const Params&, const Result& r) { return r.system.kind == Kind::Infinite; }},
      {"read_off", Words::tr("Eliminate until the solution can be read off"),
       [](const Params&, const Result& r) { return r.step() > 0 && r.isSolved(); }},
      {"origin", Words::tr("Bring the solution to the origin"),
       [](const Params&, const Result& r) {
         return r.system.kind == Kind::Unique && r.system.solution.stableNorm() <= 0.1;
       }},
      {"best_condition", Words::tr("Bring the condition number to 1"),
       [](const Params&, const Result& r) { return r.system.condition <= 1.05; }},
      {"bad_condition", Words::tr("Make a condition number above 100, and still one solution"),
       [](const Params&, const Result& r) {
         return r.system.kind == Kind::Unique && r.system.condition > 100;
       }},
      {"meet", Words::tr("Make three lines meet in one point"),
       [](const Params& p, const Result& r) {
         return p.hasThirdEquation && !p.hasThirdUnknown && r.system.kind == Kind::Unique;
       }},
  };
}

std::vector<panel::Keyframe> showMe() {
  return {
      {{{"A", "2,1;1,-1"},
        {"b", "4,-1"},
        {"third", "false"},
        {"space", "false"},
        {"noise", "0"},
        {"view", "both"}},
       800},
      {{{"b", "-1,-2"}}, 1800},
      {{{"A", "2,1;3,1"}}, 1600},
      {{{"A", "2,1;2,1"}}, 1600},
      {{{"A", "2,1;1,-1"}, {"b", "4,-1"}}, 1600},
      {{{"view", "rows"}}, 600, 4},
  };
}

} // namespace

} // namespace linear_systems_panel

panel::PanelPointer linear_systems() {
  using namespace linear_systems_panel;
  panel::Definition<Params, Result, Step> definition;
  definition.identity = {
      "linear_algebra.linear_systems", Words::tr("Linear systems"),
      Words::tr(
          "Shows a system of equations as lines or planes and as columns, and how elimination solves it."),
      "4.5"};
  definition.fields = fields();
  definition.presets = presets();
  definition.goals = goals();
  definition.showMe = showMe();
  definition.process =
      panel::Process<Params, Step>{Words::tr("Do one row operation"), 20, start, next, isFinished, 1.0};
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
