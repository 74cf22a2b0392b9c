#include "views/panels/probability/sample_space_model.h"
#include "views/panels/support/tex.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::panels::probability::sample_space_panel {

using scene::Dash;
using scene::Role;
using scene::Stroke;

scene::PlaneView birthdayView(const Params& p, const Result& r) {
  scene::PlaneView view;
  view.key = QStringLiteral("birthdays");
  view.title = Words::tr("Two of n people share a day");
  view.x = {QStringLiteral("n\\;\\text{%1}").arg(Words::tr("people")), 0, mostPeople + 1.0};
  view.y = {QStringLiteral("P(\\text{%1})").arg(Words::tr("shared")), -0.04, 1.06};
  view.equalAspect = false;
  std::vector<QPointF> exact;
  std::vector<QPointF> naive;
  for (int n = 1; n <= mostPeople; ++n) {
    exact.emplace_back(n, math::probabilityShared(n, p.days));
    naive.emplace_back(n, std::min(1.0, static_cast<double>(n) / p.days));
  }
  view.marks.push_back(scene::Curve{{{0, 0.5}, {mostPeople + 1.0, 0.5}},
                                    Stroke{Role::Reference, 1.5, Dash::Dotted},
                                    Words::tr("As likely as not")});
  view.marks.push_back(scene::Curve{naive, Stroke{Role::Reference, 2, Dash::Dashed},
                                    Words::tr("n out of the days: a share of one given day")});
  view.marks.push_back(scene::Curve{exact, Stroke{Role::Response, 2.5}, Words::tr("Two share a day")});
  view.marks.push_back(scene::Points{exact, Role::Response, 2.5, 1, Words::tr("Two share a day")});
  view.legend = {{Words::tr("any two of the n"), Role::Response},
                 {QStringLiteral("n / %1").arg(p.days), Role::Reference}};
  view.marks.push_back(scene::Segments{{QLineF(p.people, 0, p.people, r.shared)}, Stroke{Role::Drag, 1.5}});
  view.handles.push_back({QStringLiteral("people"), Words::tr("How many people"), QPointF(p.people, r.shared),
                          Role::Drag, [](QPointF to) {
                            return scene::Assignments{{QStringLiteral("people"), std::round(to.x())}};
                          }});
  return view;
}

scene::PlaneView treeView(const Params& p) {
  scene::PlaneView view;
  view.key = QStringLiteral("tree");
  view.title = Words::tr("Counting tree: the last people to come in");
  constexpr int shownLevels = 3;
  const int first = std::max(1, p.people - shownLevels + 1);
  view.x = {QStringLiteral("\\text{%1}\\;k").arg(Words::tr("person")), first - 0.45, p.people + 1.45};
  view.y = {tex::text(Words::tr("all different, or shared")), -0.75, 1.45, false};
  view.equalAspect = false;
  view.backgroundGrid = false;
  const auto width = [](double probability) { return 1 + 9 * probability; };
  const auto percent = [](double probability) { return tex::number(probability, 3); };
  for (int k = first; k <= p.people; ++k) {
    const double before = math::probabilityAllDifferent(k - 1, p.days);
    const double after = math::probabilityAllDifferent(k, p.days);
    const int free = std::max(0, p.days - k + 1);
    view.marks.push_back(scene::Curve{{{static_cast<double>(k), 0}, {k + 1.0, 0}},
                                      Stroke{Role::Reference, width(after)},
                                      Words::tr("Person %1 has a day of their own").arg(k)});
    view.marks.push_back(scene::Curve{{{static_cast<double>(k), 0}, {k + 0.55, 0.8}},
                                      Stroke{Role::Response, width(before - after)},
                                      Words::tr("Person %1 is the first to share a day").arg(k)});
    view.marks.push_back(
        scene::Label{{k + 0.5, 0}, QStringLiteral("%1/%2").arg(free).arg(p.days), Role::Ink, {8, 19}});
    view.marks.push_back(scene::Label{{k + 0.55, 0.8}, percent(before - after), Role::Response, {0, -14}});
  }
  const double start = math::probabilityAllDifferent(first - 1, p.days);
  const double end = math::probabilityAllDifferent(p.people, p.days);
  view.marks.push_back(
      scene::Points{{{static_cast<double>(first), 0}, {p.people + 1.0, 0}}, Role::Reference, 4});
  view.marks.push_back(scene::Label{{static_cast<double>(first), 0}, percent(start), Role::Ink, {-4, -16}});
  view.marks.push_back(scene::Label{{p.people + 1.0, 0}, percent(end), Role::Ink, {6, -18}});
  view.marks.push_back(
      scene::Label{{first + 0.5, -0.5},
                   QStringLiteral("\\text{%1}").arg(Words::tr("factor of each step: days still free")),
                   Role::Muted,
                   {60, 0},
                   true});
  view.legend = {{Words::tr("first to share"), Role::Response},
                 {Words::tr("all different"), Role::Reference}};
  return view;
}

} // namespace eigenboard::panels::probability::sample_space_panel
