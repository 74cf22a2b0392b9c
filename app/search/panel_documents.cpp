#include "app/search/documents.h"
#include "app/search/tex_text.h"
#include "views/panel/state.h"

namespace eigenboard::search {

namespace {

QString sentence(const QString& label, const QString& symbol, const QString& meaning) {
  QString text = label;
  // "Matrix A" says its symbol already.
  if (const QString shown = textOfTex(symbol); !shown.isEmpty() && !label.endsWith(u' ' + shown))
    text += u' ' + shown;
  if (!meaning.isEmpty())
    text += QStringLiteral(": ") + meaning;
  return text + u'\n';
}

Document made(const panel::Description& description) {
  Document document;
  document.kind = Kind::Panel;
  document.target.kind = Kind::Panel;
  document.target.panel = description.identity.id;
  document.target.chapter = description.identity.section;
  document.keywords = description.identity.id;
  return document;
}

constexpr double presetWeight = 0.6; ///< a preset is a part of its panel

Document presetDocument(const panel::Description& description, const panel::Preset& preset) {
  Document document = made(description);
  document.title = preset.label;
  document.where = description.identity.title;
  document.context = description.identity.title;
  document.text = preset.notice;
  document.target.preset = preset.key;
  document.weight = presetWeight;
  return document;
}

} // namespace

std::vector<Document> panelDocuments(const panel::Panel& panel) {
  const panel::Description& description = panel.description();
  Document whole = made(description);
  whole.title = description.identity.title;
  whole.where = description.identity.section;
  whole.text = description.identity.purpose + u'\n';
  for (const panel::Parameter& parameter : description.parameters)
    whole.text += sentence(parameter.label, parameter.symbol, parameter.help);
  for (const panel::Group& group : description.groups)
    whole.text += sentence(group.label, group.symbol, {});
  const panel::Values values = panel::defaultState(description).values;
  const std::unique_ptr<panel::Run> run = panel.start(values);
  for (const panel::Readout& readout : panel.evaluate(values, run.get(), 0).readouts)
    whole.text += sentence(readout.label, readout.symbol, readout.meaning);
  for (const panel::GoalDescription& goal : description.goals)
    whole.text += goal.label + u'\n';

  std::vector<Document> documents{std::move(whole)};
  for (const panel::Preset& preset : description.presets)
    documents.push_back(presetDocument(description, preset));
  return documents;
}

} // namespace eigenboard::search
