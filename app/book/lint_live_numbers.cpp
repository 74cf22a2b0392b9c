#include "app/book/lint_rules.h"
#include "app/book/lint_walk.h"
#include "app/book/number_text.h"
#include "app/book/words.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <cmath>

namespace eigenboard::book::lint {

namespace {

/// The number as the source writes it, with the minus sign that the program uses.
QString writtenNumber(const Inlines& text) {
  return plainText(text).remove(u'$').trimmed().replace(u'-', QChar(0x2212));
}

QString stateText(const panel::Description& description, const panel::State& state) {
  QStringList parts;
  for (const auto& [key, value] : toSettings(description, state))
    parts.push_back(key + u'=' + value);
  return parts.isEmpty() ? translated("at its defaults") : translated("at %1").arg(parts.join(u'&'));
}

panel::Evaluation evaluationAt(const panel::Panel& panel, const panel::State& state) {
  const std::unique_ptr<panel::Run> run = panel.start(state.values);
  while (run && run->length() < state.steps && run->advance()) {
  }
  return panel.evaluate(state.values, run.get(), state.steps);
}

/// Whether the text is the value to the digits it shows, and within half a step of it: the program shows a
/// parameter by its steps, so a coarser text would jump to other digits there.
bool agrees(const QString& text, double value, const panel::Parameter& parameter) {
  const std::optional<double> number = numberFromText(text);
  if (!number)
    return false;
  const qsizetype point = text.indexOf(u'.');
  if (numberToText(value, point < 0 ? 0 : static_cast<int>(text.size() - point - 1)) != text)
    return false;
  // Differences of decimal fractions are off by a few ulp, and half a step may be met exactly.
  const double half = parameter.step / 2 * (1 + 1e-9);
  return parameter.spacing == panel::Spacing::Logarithmic ? std::abs(std::log10(*number / value)) <= half
                                                          : std::abs(*number - value) <= half;
}

/// Follows the states that the links of a page lead its panels through.
class Follower {
 public:
  Follower(const panel::Registry& registry, const Report& report) : registry_(registry), report_(report) {}

  void link(const Link& link, const Inlines& text, int line) {
    const panel::Panel* panel = registry_.find(panelOf(link));
    if (!panel)
      return; // no panel's link, or one that the rule for links has named
    panel::State& state =
        states_.try_emplace(panelOf(link), defaultState(panel->description())).first->second;
    if (const auto* place = std::get_if<PanelLink>(&link))
      state = withSettings(panel->description(), state, place->settings).state;
    else if (const auto* set = std::get_if<SetLink>(&link))
      state = withSettings(panel->description(), state, set->settings).state;
    else if (const auto* scrub = std::get_if<ScrubLink>(&link))
      checkScrub(*scrub, *panel, state, writtenNumber(text), line);
    else if (const auto* value = std::get_if<ValueLink>(&link))
      checkValue(*value, *panel, state, writtenNumber(text), line);
  }

 private:
  void checkScrub(const ScrubLink& link, const panel::Panel& panel, const panel::State& state,
                  const QString& text, int line) {
    const panel::Description& description = panel.description();
    const int index = parameterIndex(description, link.parameter);
    if (index < 0)
      return;
    const panel::Parameter& parameter = description.parameters[static_cast<std::size_t>(index)];
    if (parameter.kind != panel::Kind::Number && parameter.kind != panel::Kind::Integer)
      return;
    const double value = std::get<double>(state.values[static_cast<std::size_t>(index)]);
    if (!agrees(text, value, parameter))
      report_(line, translated("the text says '%1', but %2 of %3 is %4 here, %5")
                        .arg(text, link.parameter, link.panel, toText(parameter, value),
                             stateText(description, state)));
  }

  void checkValue(const ValueLink& link, const panel::Panel& panel, const panel::State& state,
                  const QString& text, int line) {
    const panel::Evaluation evaluation = evaluationAt(panel, state);
    const auto found =
        std::find_if(evaluation.readouts.begin(), evaluation.readouts.end(),
                     [&link](const panel::Readout& readout) { return readout.key == link.readout; });
    if (found == evaluation.readouts.end()) {
      if (linkProblem(link, registry_).isEmpty()) // otherwise that is told already
        report_(line, translated("the text says '%1', but %2 has no %3 here, %4")
                          .arg(text, link.panel, link.readout, stateText(panel.description(), state)));
      return;
    }
    const QString shown = numberToText(found->value, link.digits >= 0 ? link.digits : found->digits);
    if (text != shown)
      report_(line, translated("the text says '%1', but %2 of %3 is shown as '%4' here, %5")
                        .arg(text, link.readout, link.panel, shown, stateText(panel.description(), state)));
  }

  const panel::Registry& registry_;
  const Report& report_;
  std::map<QString, panel::State> states_;
};

} // namespace

void checkLiveNumbers(const Subject& subject, const Report& report) {
  Follower follower(subject.registry, report);
  visitInlines(subject.read.page.blocks, [&follower](const Inline& piece, int line) {
    if (piece.kind == InlineKind::Link)
      follower.link(piece.link, piece.children, line);
  });
}

} // namespace eigenboard::book::lint
