#include "views/panels/probability/sample_space_model.h"
#include "views/panels/support/tex.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::panels::probability::sample_space_panel {

using scene::Dash;
using scene::Role;
using scene::Stroke;

namespace {

constexpr Role rolesOfEvents[] = {Role::Drag, Role::DragSecond, Role::Positive};

/// From the unit square to what is shown: the faces of two dice stand at whole numbers.
QPointF placed(const Params& p, QPointF at) {
  return p.subject == Subject::Dice ? QPointF(0.5 + 6 * at.x(), 0.5 + 6 * at.y()) : at;
}

std::vector<QPointF> outlineOf(const Params& p, const math::Box& box) {
  return {placed(p, {box.left, box.bottom}), placed(p, {box.right, box.bottom}),
          placed(p, {box.right, box.top}), placed(p, {box.left, box.top})};
}

/// All cells as one shape, so that no seams show between them: the way from cell to cell is gone back at the
/// end, and encloses nothing.
void addCells(scene::PlaneView& view, const Params& p, const std::vector<math::Box>& cells,
              const QString& name) {
  std::vector<QPointF> shape;
  for (const math::Box& cell : cells) {
    if (math::area(cell) <= 0)
      continue;
    const std::vector<QPointF> corners = outlineOf(p, cell);
    shape.insert(shape.end(), corners.begin(), corners.end());
    shape.push_back(corners.front());
  }
  for (auto cell = cells.rbegin(); cell != cells.rend(); ++cell)
    if (math::area(*cell) > 0)
      shape.push_back(placed(p, {cell->left, cell->bottom}));
  if (!shape.empty())
    view.marks.push_back(scene::Region{std::move(shape), scene::Fill{Role::Response, 0.28}, {}, name});
}

void addDrops(scene::PlaneView& view, const Params& p, const Result& r) {
  const auto shown = [&p](std::vector<QPointF> points) {
    for (QPointF& point : points)
      point = placed(p, point);
    return points;
  };
  view.marks.push_back(scene::Points{shown(r.misses), Role::Muted, 1.8, 0.6, Words::tr("Outside the event")});
  view.marks.push_back(scene::Points{shown(r.hits), Role::Response, 2, 0.9, Words::tr("In the event")});
}

/// The corner that is dragged to resize: the one towards the middle of the square, which is always in it.
double sideOf(double centre) {
  return centre < 0.5 ? 1 : -1;
}

struct BoxKeys {
  const char* x;
  const char* y;
  const char* width;
  const char* height;
  const char* name;
};
constexpr BoxKeys keysOfBoxes[] = {{"ax", "ay", "a_width", "a_height", "A"},
                                   {"bx", "by", "b_width", "b_height", "B"},
                                   {"cx", "cy", "c_width", "c_height", "C"}};

void addBox(scene::PlaneView& view, std::size_t index, const math::Box& box, const Eigen::Vector2d& centre,
            double width, double height) {
  const BoxKeys keys = keysOfBoxes[index];
  const Role role = rolesOfEvents[index];
  const QString name = QString::fromLatin1(keys.name);
  view.marks.push_back(scene::Region{
      {{box.left, box.bottom}, {box.right, box.bottom}, {box.right, box.top}, {box.left, box.top}},
      {},
      Stroke{role, 2.5},
      Words::tr("Event %1").arg(name)});
  // The name on the far side of the middle from the handle for the size.
  const double sideX = sideOf(centre.x());
  const double sideY = sideOf(centre.y());
  const QPointF corner(sideX > 0 ? box.left : box.right, sideY > 0 ? box.bottom : box.top);
  view.marks.push_back(scene::Label{corner, name, role, {sideX * 13, -sideY * 14}});
  view.handles.push_back({name + QStringLiteral("_move"), Words::tr("Middle of %1: moves it").arg(name),
                          QPointF(centre.x(), centre.y()), role, [keys](QPointF to) {
                            return scene::Assignments{{QString::fromLatin1(keys.x), to.x()},
                                                      {QString::fromLatin1(keys.y), to.y()}};
                          }});
  view.handles.push_back({name + QStringLiteral("_size"), Words::tr("Corner of %1: resizes it").arg(name),
                          QPointF(centre.x() + sideX * width / 2, centre.y() + sideY * height / 2), role,
                          [keys, centre, sideX, sideY](QPointF to) {
                            return scene::Assignments{
                                {QString::fromLatin1(keys.width), 2 * sideX * (to.x() - centre.x())},
                                {QString::fromLatin1(keys.height), 2 * sideY * (to.y() - centre.y())}};
                          }});
}

scene::PlaneView squareView(const Params& p, const Result& r) {
  scene::PlaneView view;
  view.key = QStringLiteral("square");
  view.title = Words::tr("Area is probability");
  view.x = {QStringLiteral("u"), -0.03, 1.03};
  view.y = {QStringLiteral("v"), -0.03, 1.03};
  view.backgroundGrid = false;
  addCells(view, p, r.cells, Words::tr("The event"));
  view.marks.push_back(scene::Region{
      {{0, 0}, {1, 0}, {1, 1}, {0, 1}}, {}, Stroke{Role::Ink, 1.5}, Words::tr("Sample space, area 1")});
  if (p.event == math::Compound::Any) // what a plain sum counts twice
    addCells(view, p, {math::common(r.boxes[0], r.boxes[1])}, Words::tr("In A and in B"));
  addDrops(view, p, r);
  addBox(view, 0, r.boxes[0], p.a, p.aWidth, p.aHeight);
  addBox(view, 1, r.boxes[1], p.b, p.bWidth, p.bHeight);
  if (p.third)
    addBox(view, 2, r.boxes[2], p.c, p.cWidth, p.cHeight);
  return view;
}

/// A dot for every throw in which an event happens, the two a little apart.
void addThrows(scene::PlaneView& view, const Params& p) {
  std::vector<QPointF> dots[2];
  scene::Segments lines{{}, Stroke{Role::Muted, 1, Dash::Solid, 0.6}};
  for (int first = 1; first <= 6; ++first) {
    for (int second = 1; second <= 6; ++second) {
      if (math::happens(p.diceA, first, second, p.total))
        dots[0].emplace_back(first - 0.22, second + 0.22);
      if (math::happens(p.diceB, first, second, p.total))
        dots[1].emplace_back(first + 0.22, second - 0.22);
    }
    lines.lines.emplace_back(first + 0.5, 0.5, first + 0.5, 6.5);
    lines.lines.emplace_back(0.5, first + 0.5, 6.5, first + 0.5);
  }
  lines.lines.emplace_back(0.5, 0.5, 0.5, 6.5);
  lines.lines.emplace_back(0.5, 0.5, 6.5, 0.5);
  view.marks.push_back(std::move(lines));
  view.marks.push_back(scene::Points{dots[0], rolesOfEvents[0], 6, 1, Words::tr("A happens")});
  view.marks.push_back(scene::Points{dots[1], rolesOfEvents[1], 6, 1, Words::tr("B happens")});
}

scene::PlaneView diceView(const Params& p, const Result& r) {
  scene::PlaneView view;
  view.key = QStringLiteral("dice");
  view.title = Words::tr("36 throws, each as likely");
  view.x = {tex::text(Words::tr("first die")), 0.4, 6.6};
  view.y = {tex::text(Words::tr("second die")), 0.4, 6.6};
  view.backgroundGrid = false;
  addCells(view, p, r.cells, Words::tr("The event"));
  addDrops(view, p, r);
  addThrows(view, p);
  view.legend = {{Words::tr("A happens"), rolesOfEvents[0]},
                 {Words::tr("B happens"), rolesOfEvents[1]},
                 {Words::tr("the event that is counted"), Role::Response}};
  const auto sums = [](math::DiceEvent event) {
    return event == math::DiceEvent::SumIs || event == math::DiceEvent::SumAtLeast;
  };
  if (sums(p.diceA) || sums(p.diceB)) {
    view.marks.push_back(scene::Line{{p.total / 2.0, p.total / 2.0},
                                     {1, -1},
                                     Stroke{Role::Drag, 1.5, Dash::Dashed},
                                     Words::tr("Throws of this sum")});
    view.handles.push_back(
        {QStringLiteral("total"), Words::tr("The sum"), QPointF(p.total / 2.0, p.total / 2.0), Role::Drag,
         [](QPointF to) {
           return scene::Assignments{{QStringLiteral("total"), std::round(to.x() + to.y())}};
         }});
  }
  return view;
}

scene::ChartView conditionView(const Result& r) {
  scene::ChartView view;
  view.key = QStringLiteral("conditions");
  view.title = Words::tr("Does B change what is known of A?");
  view.x.label = tex::text(Words::tr("what is known"));
  view.value = {tex::text(Words::tr("probability of A")), 0, 1};
  scene::BarSet bars{Words::tr("Probability of A"), {}, Role::Response};
  bars.decimals = 3;
  const auto add = [&](const QString& label, const QString& name, double value, Role role) {
    if (!std::isfinite(value))
      return;
    view.categories.push_back({label, name});
    bars.values.push_back(value);
    bars.roles.push_back(role);
  };
  add(QStringLiteral("P(A)"), Words::tr("Nothing known"), r.a, Role::Reference);
  add(QStringLiteral("P(A \\mid B)"), Words::tr("B has happened"), r.aGivenB, Role::Response);
  add(QStringLiteral("P(A \\mid B^c)"), Words::tr("B has not happened"), r.aGivenNotB, Role::ResponseSecond);
  view.bars = {bars};
  view.levels = {{Words::tr("Where all three stand if A and B are independent"), r.a,
                  Stroke{Role::Reference, 1.5, Dash::Dashed}}};
  return view;
}

scene::PlaneView frequencyView(const Params& p, const Result& r) {
  scene::PlaneView view;
  view.key = QStringLiteral("frequency");
  view.title = Words::tr("The share that falls in");
  const double most = std::max(200, r.dropped);
  const double half = std::max({0.12, r.band(dropsPerStep)});
  view.x = {tex::text(p.subject == Subject::Birthday ? Words::tr("groups")
                      : p.subject == Subject::Dice   ? Words::tr("throws")
                                                     : Words::tr("drops")),
            0, 1.04 * most};
  view.y = {tex::text(Words::tr("relative frequency")), r.event - 1.15 * half, r.event + 1.15 * half};
  view.equalAspect = false;
  std::vector<QPointF> upper;
  std::vector<QPointF> lower;
  for (int i = 0; i <= 120; ++i) {
    const double n = dropsPerStep + (most - dropsPerStep) * i / 120;
    upper.emplace_back(n, r.event + r.band(n));
    lower.emplace_back(n, r.event - r.band(n));
  }
  std::vector<QPointF> outline = upper;
  outline.insert(outline.end(), lower.rbegin(), lower.rend());
  view.marks.push_back(scene::Region{
      outline, scene::Fill{Role::Reference, 0.18}, {}, Words::tr("Two standard errors around it")});
  view.marks.push_back(scene::Curve{
      {{0, r.event}, {most, r.event}}, Stroke{Role::Reference, 2, Dash::Dashed}, Words::tr("Probability")});
  view.marks.push_back(scene::Curve{r.frequency, Stroke{Role::Response, 2.5}, Words::tr("Frequency so far")});
  view.legend = {{Words::tr("frequency so far"), Role::Response},
                 {Words::tr("probability, ± 2 standard errors"), Role::Reference}};
  return view;
}

} // namespace

scene::Scene drawn(const Params& params, const Result& result) {
  scene::Scene scene;
  const bool rains = result.dropped > 0;
  switch (params.subject) {
  case Subject::Square:
    scene.views.emplace_back(squareView(params, result));
    break;
  case Subject::Dice:
    scene.views.emplace_back(diceView(params, result));
    break;
  case Subject::Birthday:
    scene.views.emplace_back(birthdayView(params, result));
    break;
  }
  if (rains)
    scene.views.emplace_back(frequencyView(params, result));
  else if (params.subject == Subject::Birthday)
    scene.views.emplace_back(treeView(params));
  else
    scene.views.emplace_back(conditionView(result));
  return scene;
}

} // namespace eigenboard::panels::probability::sample_space_panel
