#include "views/panels/probability/random_variables_model.h"
#include "views/panels/support/tex.h"

#include <cmath>

namespace eigenboard::panels::probability::random_variables_panel {

using scene::Dash;
using scene::Role;
using scene::Stroke;

namespace {

constexpr double cellUnit = 1.8; ///< of cells and margins: the height of probability 1, a cell being 1 high
constexpr double conditionalUnit = 1.05;
constexpr double half = 0.27;
/// Bars stand left of the middle of their column, and their numbers right of it.
constexpr double leftwards = 0.14;
constexpr double rightwards = 0.32;
constexpr double aboveTable = 3.62;
constexpr double besideTable = 3.62;
constexpr double belowTable = -0.8;

/// Where the bars of a row stand; the first row is the upper one, as in a matrix.
double floorOf(int row) {
  return pairCount - 1 - row + 0.55;
}

scene::Region upright(double middle, double base, double height, Role role, double fill,
                      const QString& name) {
  const double x = middle - leftwards;
  return {{{x - half, base}, {x + half, base}, {x + half, base + height}, {x - half, base + height}},
          scene::Fill{role, fill},
          Stroke{role, 1.6, Dash::Solid, 1},
          name};
}

void addCells(scene::PlaneView& view, const Params& p, const Result& r) {
  const double all = p.joint.sum();
  for (int row = 0; row < pairCount; ++row)
    for (int column = 0; column < pairCount; ++column) {
      const double x = column + 1;
      const double base = floorOf(row);
      const double share = r.joint(row, column);
      view.marks.push_back(upright(x, base, cellUnit * share, Role::Drag, row + 1 == p.given ? 0.5 : 0.22,
                                   Words::tr("P(X = %1, Y = %2)").arg(column + 1).arg(row + 1)));
      view.marks.push_back(
          scene::Label{{x + rightwards, base}, tex::number(share), Role::Ink, {0, -10}, true});
      const double own = p.joint(row, column);
      const double others = all - own;
      const QString key = jointKey(row, column);
      view.handles.push_back(
          {key,
           Words::tr("P(X = %1, Y = %2)").arg(column + 1).arg(row + 1),
           {x - leftwards, base + cellUnit * share},
           Role::Drag,
           [key, own, others, base](QPointF to) {
             const double wanted = (to.y() - base) / cellUnit;
             const double weight = others <= 0 ? own : wanted >= 1 ? 1e9 : wanted * others / (1 - wanted);
             return scene::Assignments{{key, weight}};
           }});
    }
}

void addMargins(scene::PlaneView& view, const Result& r) {
  const Eigen::VectorXd ofX = math::marginOfX(r.joint);
  const Eigen::VectorXd ofY = math::marginOfY(r.joint);
  for (int i = 0; i < pairCount; ++i) {
    const double x = i + 1;
    view.marks.push_back(upright(x, aboveTable, cellUnit * ofX(i), Role::ResponseSecond, 0.3,
                                 Words::tr("P(X = %1): the sum of its column").arg(i + 1)));
    view.marks.push_back(scene::Label{
        {x, aboveTable + cellUnit * ofX(i)}, tex::number(ofX(i)), Role::ResponseSecond, {0, -11}});
    const double y = floorOf(i) + 0.4;
    const double end = besideTable + cellUnit * ofY(i);
    view.marks.push_back(
        scene::Region{{{besideTable, y - half}, {end, y - half}, {end, y + half}, {besideTable, y + half}},
                      scene::Fill{Role::ResponseSecond, 0.3},
                      Stroke{Role::ResponseSecond, 1.6, Dash::Solid, 1},
                      Words::tr("P(Y = %1): the sum of its row").arg(i + 1)});
    view.marks.push_back(scene::Label{{end, y}, tex::number(ofY(i)), Role::ResponseSecond, {24, 0}});
  }
}

/// The chosen row over its sum, and the margin of X behind it.
void addConditional(scene::PlaneView& view, const Params& p, const Result& r) {
  const Eigen::VectorXd ofX = math::marginOfX(r.joint);
  for (int i = 0; i < pairCount; ++i) {
    const double x = i + 1;
    if (const double share = r.conditional(i); std::isfinite(share)) {
      view.marks.push_back(upright(x, belowTable, conditionalUnit * share, Role::Response, 0.4,
                                   Words::tr("P(X = %1 | Y = %2)").arg(i + 1).arg(p.given)));
      view.marks.push_back(
          scene::Label{{x + rightwards, belowTable}, tex::number(share), Role::Response, {0, -10}, true});
    }
    const double height = belowTable + conditionalUnit * ofX(i);
    view.marks.push_back(
        scene::Segments{{QLineF(x - leftwards - 1.3 * half, height, x - leftwards + 1.3 * half, height)},
                        Stroke{Role::ResponseSecond, 3, Dash::Solid, 1}});
    view.marks.push_back(
        scene::Label{{x - leftwards, belowTable}, QStringLiteral("x = %1").arg(i + 1), Role::Muted, {0, 13}});
    view.marks.push_back(
        scene::Label{{0.5, floorOf(i) + 0.4}, QStringLiteral("y = %1").arg(i + 1), Role::Muted, {-44, 0}});
  }
  if (!r.conditional.allFinite())
    view.marks.push_back(scene::Label{{2, belowTable},
                                      tex::text(Words::tr("this row cannot occur: nothing to condition on")),
                                      Role::Warning,
                                      {0, -30}});
}

} // namespace

scene::PlaneView jointView(const Params& p, const Result& r) {
  scene::PlaneView view;
  view.key = QStringLiteral("joint");
  view.title = Words::tr("A joint law, its margins, and the row Y = %1 by itself").arg(p.given);
  view.x = {QStringLiteral("x"), -0.15, 5.6, false};
  view.y = {QStringLiteral("y"), belowTable - 0.25, 5.6, false};
  view.equalAspect = false;
  view.backgroundGrid = false;
  scene::Segments lines{{}, Stroke{Role::Muted, 1, Dash::Solid, 0.6}};
  for (int i = 0; i <= pairCount; ++i) {
    const double at = i + 0.5;
    lines.lines.emplace_back(at, 0.5, at, 3.5);
    lines.lines.emplace_back(0.5, at, 3.5, at);
  }
  view.marks.push_back(std::move(lines));
  const double base = floorOf(p.given - 1);
  view.marks.push_back(
      scene::Region{{{0.5, base - 0.05}, {3.5, base - 0.05}, {3.5, base + 0.95}, {0.5, base + 0.95}},
                    scene::Fill{Role::DragSecond, 0.08},
                    Stroke{Role::DragSecond, 2.4, Dash::Solid, 1},
                    Words::tr("The row that is known")});
  addMargins(view, r);
  addConditional(view, p, r);
  addCells(view, p, r);
  view.legend = {{Words::tr("Joint probabilities"), Role::Drag},
                 {Words::tr("Margins: sums of columns and rows"), Role::ResponseSecond},
                 {Words::tr("X where Y = %1: the row over its sum").arg(p.given), Role::Response}};
  view.handles.push_back(
      {QStringLiteral("given"),
       Words::tr("The row that is known"),
       {0.5, base + 0.45},
       Role::DragSecond,
       [](QPointF to) {
         return scene::Assignments{{QStringLiteral("given"), std::round(pairCount + 1 - to.y())}};
       }});
  return view;
}

} // namespace eigenboard::panels::probability::random_variables_panel
