#include "views/controls/controls_panel.h"

#include "views/controls/appearance.h"
#include "views/controls/choice_control.h"
#include "views/controls/control_lights.h"
#include "views/controls/group_control.h"
#include "views/controls/seed_control.h"
#include "views/controls/shared_chip.h"
#include "views/controls/slider_control.h"
#include "views/controls/text_control.h"
#include "views/controls/toggle_control.h"
#include "views/panel/shared_objects.h"

#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <utility>

namespace eigenboard::controls {

namespace {

constexpr int captionHeight = 20;
constexpr int lightRoom = 4; ///< beside the controls, for the field of light behind one

const panel::Group* groupOf(const panel::Description& description, const panel::Parameter& parameter) {
  for (const panel::Group& group : description.groups)
    if (group.key == parameter.group)
      return &group;
  return nullptr;
}

/// A tooltip for a name that may be cut.
QString withName(const QString& label, const QString& help) {
  return help.isEmpty() ? label : label + u'\n' + help;
}

} // namespace

ControlsPanel::ControlsPanel(panel::Session& session, typesetting::Typesetter& typesetter,
                             const render::Theme& theme, int width, QWidget* parent)
    : QWidget(parent), Themed(theme), session_(session), typesetter_(typesetter), width_(width) {
  columns_ = new QHBoxLayout(this);
  columns_->setContentsMargins(lightRoom, 0, lightRoom, 0);
  columns_->setSpacing(2 * unit);
  const panel::Description& description = session.description();
  QString lastGroup;
  for (std::size_t i = 0; i < description.parameters.size(); ++i) {
    const panel::Parameter& parameter = description.parameters[i];
    const panel::Group* group = groupOf(description, parameter);
    if (!group)
      addParameter(static_cast<int>(i));
    else if (group->key != lastGroup)
      addGroup(*group);
    lastGroup = parameter.group;
  }
  addChips();
  setShape({1, width});
  showWhatHasEffect();
  connect(&session, &panel::Session::evaluated, this, &ControlsPanel::showProblem);
  showProblem();
  // What is made while a control is built, such as the number beside a slider, is found here too.
  for (Control* control : findChildren<Control*>())
    refreshers_.emplace(control->parameter().key, [control] { control->refresh(); });
  lights_ = new ControlLights(session, *this);
  // A row first for what it is as a whole: the matrix, then its cells.
  for (const panel::Group& group : description.groups)
    if (const auto row = rows_.find(group.key); row != rows_.end())
      lights_->add(*row->second, group.key);
  for (const auto& [key, row] : rows_)
    lights_->add(*row, key);
  for (Control* control : findChildren<Control*>())
    if (!qobject_cast<Control*>(control->parentWidget())) // the number in a slider is lit with it
      lights_->add(*control, control->parameter().key);
}

void ControlsPanel::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(mixed(theme().surface, theme().color(scene::Role::Highlight), 0.22));
  for (const QRect& field : lights_->fields())
    painter.drawRoundedRect(QRectF(field).adjusted(-lightRoom, 0, lightRoom, 0), 4, 4);
}

void ControlsPanel::addGroup(const panel::Group& group) {
  auto* control = new GroupControl(session_, group, typesetter_, theme(), this);
  const int index = panel::parameterIndex(session_.description(), group.keys.front());
  blocks_.push_back({index, nullptr, control, Qt::AlignLeft});
  rows_.emplace(group.key, control);
  for (const QString& key : group.keys)
    rows_.emplace(key, control);
}

void ControlsPanel::showWhatHasEffect() {
  const panel::Description& description = session_.description();
  bool isChanged = false;
  for (Block& block : blocks_) {
    const panel::Parameter& parameter = description.parameters[static_cast<std::size_t>(block.parameter)];
    const bool hasEffect = panel::hasEffect(description, session_.state().values, parameter);
    if (std::exchange(block.hasEffect, hasEffect) == hasEffect)
      continue;
    isChanged = true;
    block.control->setVisible(hasEffect);
    if (block.caption)
      block.caption->setVisible(hasEffect);
    if (block.problem)
      block.problem->setVisible(hasEffect && !block.problem->text().isEmpty());
  }
  if (!isChanged)
    return;
  arrange();
  refreshChips();
}

void ControlsPanel::addParameter(int index) {
  const panel::Parameter& parameter = session_.description().parameters[static_cast<std::size_t>(index)];
  switch (parameter.kind) {
  case panel::Kind::Number:
  case panel::Kind::Integer: {
    auto* slider = new SliderControl(session_, index, typesetter_, theme(), this);
    blocks_.push_back({index, nullptr, slider, {}});
    rows_.emplace(parameter.key, slider);
    return;
  }
  case panel::Kind::Toggle: {
    auto* toggle = new ToggleControl(session_, index, theme(), this);
    refreshers_.emplace(toggle->key(), [toggle] { toggle->refresh(); });
    blocks_.push_back({index, nullptr, toggle, {}});
    rows_.emplace(parameter.key, toggle);
    return;
  }
  case panel::Kind::Seed: {
    auto* seed = new SeedControl(session_, index, typesetter_, theme(), this);
    blocks_.push_back({index, nullptr, seed, {}});
    rows_.emplace(parameter.key, seed);
    return;
  }
  case panel::Kind::Choice:
    return addChoice(index);
  case panel::Kind::Text:
  case panel::Kind::Table:
    return addText(index);
  }
}

void ControlsPanel::addChips() {
  panel::SharedObjects* shared = session_.shared();
  if (!shared)
    return;
  const panel::Description& description = session_.description();
  const auto add = [&](const QString& key) {
    const auto row = rows_.find(key);
    if (row == rows_.end() || panel::objectAt(description, session_.state(), key).kind.isEmpty())
      return;
    for (Block& block : blocks_)
      if (block.control == row->second)
        block.chip = new SharedChip(session_, key, width_, theme(), this);
  };
  for (const panel::Group& group : description.groups)
    add(group.key);
  for (const panel::Parameter& parameter : description.parameters)
    if (parameter.group.isEmpty())
      add(parameter.key);
  connect(shared, &panel::SharedObjects::changed, this, &ControlsPanel::refreshChips);
  refreshChips();
}

void ControlsPanel::refreshChips() {
  for (const Block& block : blocks_)
    if (block.chip)
      block.chip->refresh(block.hasEffect);
}

QWidget* ControlsPanel::makeCaption(const QString& label, const QString& help) {
  auto* caption = new SymbolLabel({}, label, typesetter_, theme(), this);
  caption->setToolTip(withName(label, help));
  caption->setFixedHeight(captionHeight);
  return caption;
}

void ControlsPanel::addChoice(int index) {
  const panel::Parameter& parameter = session_.description().parameters[static_cast<std::size_t>(index)];
  QWidget* above = makeCaption(parameter.label, parameter.help);
  auto* choice = new ChoiceControl(session_, index, width_, theme(), this);
  refreshers_.emplace(choice->key(), [choice] { choice->refresh(); });
  blocks_.push_back({index, above, choice, {}});
  rows_.emplace(parameter.key, choice);
}

void ControlsPanel::addText(int index) {
  const panel::Parameter& parameter = session_.description().parameters[static_cast<std::size_t>(index)];
  QWidget* above = makeCaption(parameter.label, parameter.help);
  auto* text = new TextControl(session_, index, this);
  auto* problem = new QLabel(this);
  problem->setProperty("refused", true);
  problem->setFont(interfaceFont(smallType));
  problem->setTextFormat(Qt::PlainText);
  problem->setWordWrap(true);
  problem->hide();
  refreshers_.emplace(text->key(), [text] { text->refresh(); });
  blocks_.push_back({index, above, text, {}, nullptr, problem});
  rows_.emplace(parameter.key, text);
}

/// Why there is no new picture, at the text that is wrong.
void ControlsPanel::showProblem() {
  const QString key = session_.evaluation().problemKey;
  const QString shown = key.isEmpty() ? QString() : key + u'\n' + session_.problem();
  if (std::exchange(shownProblem_, shown) == shown)
    return;
  for (const Block& block : blocks_)
    if (auto* text = qobject_cast<TextControl*>(block.control)) {
      const QString reason = text->key() == key ? session_.problem() : QString();
      text->setProblem(reason);
      block.problem->setText(reason);
      block.problem->setVisible(block.hasEffect && !reason.isEmpty());
    }
}

void ControlsPanel::refresh(const QStringList& keys) {
  for (const QString& key : keys) {
    const auto [first, last] = refreshers_.equal_range(key);
    for (auto refresher = first; refresher != last; ++refresher)
      refresher->second();
  }
  showWhatHasEffect();
}

QList<QRect> ControlsPanel::rowsOf(const QStringList& keys) const {
  QList<QRect> found;
  for (const QString& key : keys) {
    const auto [first, last] = rows_.equal_range(key);
    for (auto row = first; row != last; ++row)
      if (!row->second->isHidden() && !found.contains(row->second->geometry()))
        found += row->second->geometry();
  }
  std::sort(found.begin(), found.end(),
            [](const QRect& one, const QRect& other) { return one.top() < other.top(); });
  return found;
}

} // namespace eigenboard::controls
