#include "views/controls/preset_bar.h"

#include "views/controls/appearance.h"

#include <QtGui/QPainter>
#include <QtWidgets/QMenu>

#include <algorithm>
#include <cmath>

namespace eigenboard::controls {

using namespace Qt::StringLiterals;

PresetBar::PresetBar(const render::Theme& theme, QWidget* parent) : QWidget(parent), Themed(theme) {
  setFont(interfaceFont(smallType, QFont::DemiBold));
  setAccessibleName(tr("Try this"));
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  more_ = new Button(theme, Icon::None, tr("More"), tr("More states to try"), this);
  more_->setLook(Button::Look::Menu);
  menu_ = new QMenu(this);
  connect(more_, &Button::clicked, this,
          [this] { menu_->popup(more_->mapToGlobal(QPoint(0, more_->height()))); });
}

void PresetBar::setSession(panel::Session* session) {
  session_ = session;
  qDeleteAll(buttons_);
  buttons_.clear();
  states_.clear();
  if (session_) {
    const panel::Description& description = session_->description();
    for (std::size_t i = 0; i < description.presets.size(); ++i) {
      const panel::Preset& preset = description.presets[i];
      states_.push_back(
          panel::withSettings(description, panel::defaultState(description), {{u"preset"_s, preset.key}})
              .state);
      auto* button = new Button(theme(), Icon::None, preset.label, preset.notice, this);
      button->setToolTip(u"<p>%1</p>"_s.arg(preset.notice.toHtmlEscaped())); // a paragraph breaks into lines
      button->setCheckable(true);
      button->setAccessibleName(tr("Try: %1").arg(preset.label));
      connect(button, &Button::clicked, this, [this, i] { choose(i); });
      buttons_.push_back(button);
    }
  }
  // Tab goes through the presets and then to the rest of them.
  for (std::size_t i = 1; i < buttons_.size(); ++i)
    setTabOrder(buttons_[i - 1], buttons_[i]);
  if (!buttons_.empty())
    setTabOrder(buttons_.back(), more_);
  place();
  refresh();
}

void PresetBar::choose(std::size_t preset) {
  if (!session_)
    return;
  const panel::Preset chosen = session_->description().presets[preset];
  session_->pause();
  session_->apply({{u"preset"_s, chosen.key}}, panel::Move::Eased);
  refresh();
  emit noticed(chosen.notice);
}

void PresetBar::refresh() {
  for (std::size_t i = 0; i < buttons_.size(); ++i) {
    const panel::State& state = session_->state();
    const bool isHere = states_[i].steps == state.steps && isSame(states_[i].values, state.values, i);
    if (buttons_[i]->isChecked() != isHere)
      buttons_[i]->setChecked(isHere);
  }
}

/// A seed that the preset does not name may be any.
bool PresetBar::isSame(const panel::Values& wanted, const panel::Values& present, std::size_t preset) const {
  const panel::Description& description = session_->description();
  for (std::size_t k = 0; k < wanted.size(); ++k) {
    if (wanted[k] == present[k])
      continue;
    const panel::Parameter& parameter = description.parameters[k];
    const auto names = [&parameter](const auto& setting) { return setting.first == parameter.key; };
    if (parameter.kind != panel::Kind::Seed ||
        std::ranges::any_of(description.presets[preset].settings, names))
      return false;
  }
  return true;
}

QString PresetBar::presentNotice() const {
  for (std::size_t i = 0; i < buttons_.size(); ++i)
    if (buttons_[i]->isChecked())
      return session_->description().presets[i].notice;
  return {};
}

QSize PresetBar::sizeHint() const {
  return {400, rowHeight};
}

QSize PresetBar::minimumSizeHint() const {
  return {160, rowHeight};
}

void PresetBar::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  place();
}

void PresetBar::place() {
  const int caption = static_cast<int>(std::ceil(fontMetrics().horizontalAdvance(tr("Try this")))) + unit;
  int total = caption;
  for (const Button* button : buttons_)
    total += button->sizeHint().width();
  const bool allFit = total <= width();
  const int room = allFit ? width() : width() - more_->sizeHint().width();
  int x = caption;
  menu_->clear();
  for (std::size_t i = 0; i < buttons_.size(); ++i) {
    Button* button = buttons_[i];
    const QSize size = button->sizeHint();
    const bool fits = menu_->isEmpty() && x + size.width() <= room;
    button->setVisible(fits);
    if (fits) {
      button->setGeometry(QRect(QPoint(x, 0), size));
      x += size.width();
    } else {
      menu_->addAction(button->text(), this, [this, i] { choose(i); })->setToolTip(button->toolTip());
    }
  }
  more_->setVisible(!menu_->isEmpty());
  more_->setGeometry(QRect(QPoint(x, 0), more_->sizeHint()));
}

void PresetBar::paintEvent(QPaintEvent*) {
  if (buttons_.empty())
    return;
  QPainter painter(this);
  painter.setPen(theme().textMuted);
  painter.drawText(rect(), Qt::AlignVCenter | Qt::AlignLeft, tr("Try this"));
}

} // namespace eigenboard::controls
