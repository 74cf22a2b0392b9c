#include "views/panels/probability/bayes_model.h"
#include "views/panels/support/tex.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::panels::probability::bayes_panel {

using scene::Dash;
using scene::Role;
using scene::Stroke;

namespace {

constexpr Role spamRole = Role::Warning;
constexpr Role hamRole = Role::Positive;

double rowOf(int word) {
  return wordCount - word;
}

void addStep(scene::PlaneView& view, double row, double from, double to, const QString& name, bool isSum) {
  const Role role = to >= from ? spamRole : hamRole;
  constexpr double half = 0.3;
  view.marks.push_back(
      scene::Region{{{from, row - half}, {to, row - half}, {to, row + half}, {from, row + half}},
                    scene::Fill{role, isSum ? 0.75 : 0.45},
                    Stroke{role, 1.5},
                    name});
}

/// The words on the left, each in the message or beside it, with a handle to move it.
void addWords(scene::PlaneView& view, const Params& p, const Result& r, double reach) {
  const double out = -2.0 * reach;
  const double in = -1.32 * reach;
  const double border = (out + in) / 2;
  view.marks.push_back(scene::Region{{{border, 0.4}, {-reach, 0.4}, {-reach, 7.1}, {border, 7.1}},
                                     scene::Fill{Role::Response, 0.10},
                                     Stroke{Role::Response, 1.2},
                                     Words::tr("The message")});
  view.marks.push_back(scene::Label{{in, 7.45}, tex::text(Words::tr("in the message")), Role::Response});
  const auto occurs = p.occurs();
  for (int i = 0; i < wordCount; ++i) {
    const bool isIn = occurs[static_cast<std::size_t>(i)];
    const double says = r.verdict.words[static_cast<std::size_t>(i)];
    const QPointF at(isIn ? in : out, rowOf(i));
    const Role role = says > 0 ? spamRole : says < 0 ? hamRole : Role::Muted;
    view.marks.push_back(scene::Label{at, tex::text(wordAt(i)), role, {0, -15}});
    const QString key = occursKey(i);
    scene::Handle handle{key, Words::tr("Word “%1”: in the message or not").arg(wordAt(i)), at,
                         isIn ? Role::Drag : Role::DragSecond, [key, border](QPointF to) {
                           return scene::Assignments{{key, to.x() >= border ? 1.0 : 0.0}};
                         }};
    handle.press = {isIn ? Words::tr("Take “%1” out").arg(wordAt(i))
                         : Words::tr("Put “%1” into the message").arg(wordAt(i)),
                    [key, isIn] {
                      return scene::Settings{{key, isIn ? QStringLiteral("false") : QStringLiteral("true")}};
                    }};
    view.handles.push_back(std::move(handle));
  }
}

/// The axis of the bars alone: the words have none.
void addTicks(scene::PlaneView& view, double reach) {
  for (const double tick : {-reach, -reach / 2, 0.0, reach / 2, reach})
    view.marks.push_back(scene::Label{{tick, -0.75}, tex::number(tick, 0), Role::Muted, {}, true});
}

} // namespace

scene::PlaneView scoreView(const Params& p, const Result& r) {
  scene::PlaneView view;
  view.key = QStringLiteral("score");
  view.title = Words::tr("Evidence adds up");
  double most = std::abs(r.verdict.prior);
  double sum = r.verdict.prior;
  for (const double says : r.verdict.words) {
    sum += says;
    most = std::max(most, std::abs(sum));
  }
  const double reach = 4 * std::ceil(std::max(most, 3.0) / 4 + 0.1);
  view.x = {QStringLiteral("\\text{%1}\\;\\ln P(\\text{spam}) / P(\\text{ham})").arg(Words::tr("log odds")),
            -2.35 * reach, 1.15 * reach, false};
  view.y = {tex::text(Words::tr("words")), -1.1, 7.9, false};
  view.equalAspect = false;
  view.backgroundGrid = false;
  addWords(view, p, r, reach);
  addTicks(view, reach);
  view.marks.push_back(scene::Segments{{QLineF(0, -0.45, 0, 7.5)}, Stroke{Role::Ink, 1.5}});
  addStep(view, 7, 0, r.verdict.prior, Words::tr("What was known before reading"), false);
  const double side = r.verdict.prior < 0 ? 1 : -1;
  view.marks.push_back(scene::Label{{0, 7}, tex::text(Words::tr("prior")), Role::Ink, {side * 26, 0}, true});
  double at = r.verdict.prior;
  for (int i = 0; i < wordCount; ++i) {
    const double says = r.verdict.words[static_cast<std::size_t>(i)];
    const double row = rowOf(i);
    view.marks.push_back(scene::Segments{{QLineF(at, row + 0.7, at, row + (says == 0 ? -0.3 : 0.3))},
                                         Stroke{Role::Muted, 1, Dash::Dotted}});
    if (says != 0) {
      addStep(view, row, at, at + says, Words::tr("What “%1” adds").arg(wordAt(i)), false);
      view.marks.push_back(scene::Label{{std::max(at, at + says), row},
                                        (says > 0 ? QStringLiteral("+") : QString()) + tex::number(says),
                                        Role::Ink,
                                        {26, 0},
                                        true});
    }
    at += says;
  }
  view.marks.push_back(scene::Segments{{QLineF(at, 0.7, at, 0.3)}, Stroke{Role::Muted, 1, Dash::Dotted}});
  addStep(view, 0, 0, r.verdict.score, Words::tr("Score: the sum of all"), true);
  view.marks.push_back(scene::Label{{-reach, 0}, tex::text(Words::tr("score")), Role::Ink, {-26, 0}});
  view.marks.push_back(scene::Label{
      {std::max(0.0, r.verdict.score), 0}, tex::number(r.verdict.score), Role::Ink, {26, 0}, true});
  view.legend = {{Words::tr("towards spam"), spamRole}, {Words::tr("towards ham"), hamRole}};
  return view;
}

scene::ChartView frequencyView(const Params& p) {
  scene::ChartView view;
  view.key = QStringLiteral("frequencies");
  view.title = Words::tr("How often a word occurs");
  view.x.label = tex::text(Words::tr("word"));
  view.value = {QStringLiteral("P(\\text{%1} \\mid \\text{%2})").arg(Words::tr("word"), Words::tr("class")),
                0, 0.5};
  scene::BarSet spam{Words::tr("In spam"), {}, spamRole};
  scene::BarSet ham{Words::tr("In ham"), {}, hamRole};
  for (int i = 0; i < wordCount; ++i) {
    view.categories.push_back({tex::text(wordAt(i)), wordAt(i)});
    spam.values.push_back(p.words(0, i));
    ham.values.push_back(p.words(1, i));
    for (int row = 0; row < 2; ++row) {
      const QString key = frequencyKey(row, i);
      view.handles.push_back({key,
                              row == 0 ? Words::tr("Share of spam with “%1”").arg(wordAt(i))
                                       : Words::tr("Share of ham with “%1”").arg(wordAt(i)),
                              row, i, [key](double value) {
                                return scene::Assignments{{key, value}};
                              }});
    }
  }
  view.bars = {spam, ham};
  view.value.minimum = lowestFrequency;
  view.value.maximum = highestFrequency;
  return view;
}

} // namespace eigenboard::panels::probability::bayes_panel
