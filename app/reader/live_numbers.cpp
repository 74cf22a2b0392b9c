#include "app/reader/live_numbers.h"

#include "app/book/number_text.h"
#include "views/controls/number_text.h"

#include <algorithm>

namespace eigenboard::reader {

namespace {

constexpr int usualDigits = 2; ///< of a readout that the panel does not have now

} // namespace

LiveNumbers::LiveNumbers(panel::Desk& desk, QObject* parent) : QObject(parent), desk_(desk) {}

panel::Session* LiveNumbers::session(const QString& panelId) {
  panel::Session* session = desk_.session(panelId);
  if (!session || !watched_.insert(panelId).second)
    return session;
  connect(session, &panel::Session::evaluated, this, [this, panelId] { emit changed(panelId); });
  connect(session, &panel::Session::goalReached, this,
          [this, panelId](const QString& goal) { emit goalReached(panelId, goal); });
  return session;
}

QString LiveNumbers::problem(const book::Link& link) {
  // A readout's name is looked up in the evaluation that the session has anyway, which costs no other
  // evaluation.
  if (const auto* value = std::get_if<book::ValueLink>(&link); value && readout(*value))
    return {};
  return book::linkProblem(link, desk_.registry());
}

const panel::Parameter* LiveNumbers::parameter(const book::Link& link) {
  const auto* scrub = std::get_if<book::ScrubLink>(&link);
  const panel::Panel* panel = scrub ? desk_.registry().find(scrub->panel) : nullptr;
  if (!panel)
    return nullptr;
  const int index = panel::parameterIndex(panel->description(), scrub->parameter);
  return index < 0 ? nullptr : &panel->description().parameters[static_cast<std::size_t>(index)];
}

const panel::Readout* LiveNumbers::readout(const book::ValueLink& link) {
  panel::Session* owner = session(link.panel);
  if (!owner)
    return nullptr;
  const std::vector<panel::Readout>& readouts = owner->evaluation().readouts;
  const auto found = std::find_if(readouts.begin(), readouts.end(),
                                  [&](const panel::Readout& r) { return r.key == link.readout; });
  return found == readouts.end() ? nullptr : &*found;
}

QString LiveNumbers::text(const book::Link& link) {
  if (const panel::Parameter* dragged = parameter(link)) {
    const auto& scrub = std::get<book::ScrubLink>(link);
    const double value = session(scrub.panel)->number(scrub.parameter);
    QString shown = controls::numberText(*dragged, value);
    const bool isDecimal =
        dragged->spacing == panel::Spacing::Linear && shown.contains(u'.') && !shown.contains(QChar(0x00D7));
    while (isDecimal && shown.endsWith(u'0'))
      shown.chop(1);
    if (isDecimal && shown.endsWith(u'.'))
      shown.chop(1);
    return shown;
  }
  if (const auto* value = std::get_if<book::ValueLink>(&link)) {
    const panel::Readout* shown = readout(*value);
    return shown ? book::numberToText(shown->value, value->digits >= 0 ? value->digits : shown->digits)
                 : QStringLiteral("–"); // one of another mode of the panel
  }
  return {};
}

QString LiveNumbers::widest(const book::Link& link) {
  if (const panel::Parameter* dragged = parameter(link))
    return controls::widestText(*dragged);
  if (const auto* value = std::get_if<book::ValueLink>(&link)) {
    const panel::Readout* shown = readout(*value);
    const int digits = value->digits >= 0 ? value->digits : shown ? shown->digits : usualDigits;
    // A sign and two figures before the decimals; a whole number is a count and has no sign.
    return book::numberToText(digits > 0 ? -88.0 : 88.0, digits);
  }
  return {};
}

} // namespace eigenboard::reader
