#include "views/panels/probability/bayes_model.h"
#include "views/panels/support/tex.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::panels::probability::bayes_panel {

using scene::Dash;
using scene::Role;
using scene::Stroke;

namespace {

// Ill and flagged is what the test is for; a false alarm and a miss are its two ways to be wrong.
constexpr Role foundRole = Role::Response;
constexpr Role missedRole = Role::Warning;
constexpr Role alarmRole = Role::Negative;
constexpr Role clearedRole = Role::Muted;

scene::Assignments assign(const char* key, double value) {
  return {{QString::fromLatin1(key), value}};
}

void addPart(scene::PlaneView& view, double left, double right, double bottom, double top, Role role,
             double opacity, const QString& name) {
  view.marks.push_back(scene::Region{{{left, bottom}, {right, bottom}, {right, top}, {left, top}},
                                     scene::Fill{role, opacity},
                                     Stroke{role, 1},
                                     name});
}

/// Words beside a handle, on the side that has room for them.
void addBeside(scene::PlaneView& view, QPointF at, bool onRight, const QString& words, Role role) {
  view.marks.push_back(scene::Label{at, words, role, {onRight ? 78.0 : -78.0, 0}});
}

constexpr int rowCount = 25;
constexpr double gapWidth = 1.6;

int columnsOf(int count) {
  return (count + rowCount - 1) / rowCount;
}

/// Where everybody stands: two groups of columns filled from above, in the order given (indices into the four
/// kinds).
std::array<std::vector<QPointF>, 4> places(const std::array<int, 4>& counts,
                                           const std::array<int, 4>& order) {
  std::array<std::vector<QPointF>, 4> at;
  double left = 0;
  for (int group = 0; group < 2; ++group) {
    int index = 0;
    for (int half = 0; half < 2; ++half) {
      const auto kind = static_cast<std::size_t>(order[static_cast<std::size_t>(2 * group + half)]);
      for (int i = 0; i < counts[kind]; ++i, ++index) {
        const int column = index / rowCount;
        at[kind].emplace_back(left + column, rowCount - 1 - index % rowCount);
      }
    }
    left += columnsOf(index) + gapWidth;
  }
  return at;
}

constexpr std::array<int, 4> byCondition{0, 1, 2, 3};
constexpr std::array<int, 4> byResult{0, 2, 1, 3};

/// What stands over the two groups.
void addHeadings(scene::PlaneView& view, const Result& r, bool byTest) {
  const auto [found, missed, alarms, cleared] = r.icons;
  const int first = byTest ? found + alarms : found + missed;
  const double split = columnsOf(first);
  // One over the people, one under them, so that neither is in the other's way.
  const double left = std::clamp(split / 2, 11.0, 31.0);
  const double right = std::clamp((split + gapWidth + 42) / 2, 13.0, 29.0);
  const QString one = byTest ? Words::tr("%1 flagged: %2 ill").arg(first).arg(found)
                             : Words::tr("%1 ill: %2 flagged").arg(first).arg(found);
  const QString other = byTest ? Words::tr("%1 not flagged: %2 ill").arg(people - first).arg(missed)
                               : Words::tr("%1 healthy: %2 flagged").arg(people - first).arg(alarms);
  view.marks.push_back(scene::Label{{left, 26.4}, tex::text(one), Role::Ink});
  view.marks.push_back(scene::Label{{right, -2.0}, tex::text(other), Role::Ink});
}

constexpr double trackLeft = 19;
constexpr double trackRight = 30;
constexpr double trackHeight = -5.2;

void addGrouping(scene::PlaneView& view, const Params& p) {
  view.marks.push_back(scene::Segments{{QLineF(trackLeft, trackHeight, trackRight, trackHeight)},
                                       Stroke{Role::Muted, 2, Dash::Solid, 0.7}});
  view.marks.push_back(
      scene::Label{{trackLeft, trackHeight}, tex::text(Words::tr("by condition")), Role::Drag, {-72, 0}});
  view.marks.push_back(
      scene::Label{{trackRight, trackHeight}, tex::text(Words::tr("by result")), Role::Drag, {54, 0}});
  view.handles.push_back(
      {QStringLiteral("grouping"),
       Words::tr("Sorted by condition or by result"),
       {trackLeft + p.grouping * (trackRight - trackLeft), trackHeight},
       Role::Drag,
       [](QPointF to) { return assign("grouping", (to.x() - trackLeft) / (trackRight - trackLeft)); }});
}

} // namespace

scene::PlaneView mosaicView(const Params& p) {
  scene::PlaneView view;
  view.key = QStringLiteral("mosaic");
  view.title = Words::tr("All people as one square");
  view.x = {QStringLiteral("\\text{%1}").arg(Words::tr("share: ill, then healthy")), -0.03, 1.03};
  view.y = {QStringLiteral("P(\\text{%1})").arg(Words::tr("flagged")), -0.03, 1.17};
  view.equalAspect = false;
  view.backgroundGrid = false;
  const double split = p.prevalence;
  const double alarms = 1 - p.specificity;
  addPart(view, split, 1, alarms, 1, clearedRole, 0.10, Words::tr("Healthy and not flagged"));
  addPart(view, split, 1, 0, alarms, alarmRole, 0.40, Words::tr("Healthy but flagged: false alarms"));
  addPart(view, 0, split, p.sensitivity, 1, missedRole, 0.45, Words::tr("Ill but not flagged: missed"));
  addPart(view, 0, split, 0, p.sensitivity, foundRole, 0.60, Words::tr("Ill and flagged: found"));
  view.marks.push_back(scene::Segments{{QLineF(split, 0, split, 1.1)}, Stroke{Role::Drag, 1.5}});
  addBeside(view, {split, 1.1}, split < 0.5,
            QStringLiteral("P(\\text{%1}) = %2").arg(Words::tr("ill"), tex::number(p.prevalence, 3)),
            Role::Drag);
  // Under the border: the words of the other one stand over it.
  view.marks.push_back(scene::Label{
      {split / 2, p.sensitivity},
      QStringLiteral("P(+ \\mid \\text{%1}) = %2").arg(Words::tr("ill"), tex::number(p.sensitivity, 3)),
      Role::Drag,
      split < 0.45 ? QPointF(80, 17) : QPointF(0, 22)});
  view.marks.push_back(scene::Label{
      {(1 + split) / 2, alarms},
      QStringLiteral("P(- \\mid \\text{%1}) = %2").arg(Words::tr("healthy"), tex::number(p.specificity, 3)),
      Role::DragSecond,
      {0, -22},
      true});
  view.handles.push_back({QStringLiteral("prevalence"), Words::tr("Prevalence: the share that is ill"),
                          QPointF(split, 1.1), Role::Drag,
                          [](QPointF to) { return assign("prevalence", to.x()); }});
  view.handles.push_back({QStringLiteral("sensitivity"),
                          Words::tr("Sensitivity: the share of the ill that is flagged"),
                          QPointF(split / 2, p.sensitivity), Role::Drag,
                          [](QPointF to) { return assign("sensitivity", to.y()); }});
  view.handles.push_back({QStringLiteral("specificity"),
                          Words::tr("Specificity: the share of the healthy that is not flagged"),
                          QPointF((1 + split) / 2, alarms), Role::DragSecond,
                          [](QPointF to) { return assign("specificity", 1 - to.y()); }});
  return view;
}

scene::PlaneView peopleView(const Params& p, const Result& r) {
  scene::PlaneView view;
  view.key = QStringLiteral("people");
  view.title = Words::tr("1000 people");
  view.x = {tex::text(Words::tr("in columns of 25")), -1.5, 43.5, false};
  view.y = {tex::text(Words::tr("people")), -6.8, 28, false};
  view.equalAspect = false;
  view.backgroundGrid = false;
  const auto from = places(r.icons, byCondition);
  const auto to = places(r.icons, byResult);
  const Role roles[] = {foundRole, missedRole, alarmRole, clearedRole};
  const QString names[] = {Words::tr("ill, flagged"), Words::tr("ill, missed"), Words::tr("healthy, flagged"),
                           Words::tr("healthy, not flagged")};
  for (std::size_t kind = 4; kind-- > 0;) {
    std::vector<QPointF> points(from[kind].size());
    for (std::size_t i = 0; i < points.size(); ++i)
      points[i] = from[kind][i] * (1 - p.grouping) + to[kind][i] * p.grouping;
    view.marks.push_back(
        scene::Points{std::move(points), roles[kind], 3.2, kind == 3 ? 0.45 : 1, names[kind]});
  }
  for (std::size_t kind = 0; kind < 4; ++kind)
    view.legend.push_back({names[kind], roles[kind]});
  addHeadings(view, r, p.grouping >= 0.5);
  addGrouping(view, p);
  return view;
}

scene::Scene drawn(const Params& params, const Result& result) {
  scene::Scene scene;
  if (params.subject == Subject::Message)
    scene.views = {scoreView(params, result), frequencyView(params)};
  else if (result.chain().count > 0) // from now on it is about one person
    scene.views = {mosaicView(params), chainView(params, result)};
  else
    scene.views = {mosaicView(params), peopleView(params, result)};
  return scene;
}

} // namespace eigenboard::panels::probability::bayes_panel
