#include "app/window/header_bar.h"

#include "views/controls/appearance.h"
#include "views/controls/button.h"

#include <QtGui/QAction>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QMenu>

#include <algorithm>

namespace eigenboard::window {

using controls::Button;
using controls::unit;

namespace {

constexpr int barHeight = 40;
const QString separator = QStringLiteral("   ·   ");

QString helpOf(const QAction& action) {
  const QString keys = action.shortcut().toString(QKeySequence::NativeText);
  return keys.isEmpty() ? action.text() : HeaderBar::tr("%1 (%2)").arg(action.text(), keys);
}

QFont titleFont() {
  return controls::interfaceFont(controls::bodyType, QFont::Medium);
}

} // namespace

HeaderBar::HeaderBar(const render::Theme& theme, QWidget* parent) : QWidget(parent), Themed(theme) {
  setFixedHeight(barHeight);
  setAccessibleName(tr("Toolbar"));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(unit, 0, unit, 1);
  row->setSpacing(unit);
  const auto side = [](QHBoxLayout*& layout) {
    auto* widget = new QWidget;
    layout = new QHBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    return widget;
  };
  leftSide_ = side(left_);
  rightSide_ = side(right_);
  QHBoxLayout* switchRow = nullptr;
  switch_ = side(switchRow);
  text_ = new Button(theme, controls::Icon::None, tr("Text"), tr("Show the text (F6)"));
  panel_ = new Button(theme, controls::Icon::None, tr("Panel"), tr("Show the panel (F6)"));
  for (Button* button : {text_, panel_}) {
    button->setCheckable(true);
    switchRow->addWidget(button);
    connect(button, &Button::clicked, this, [this, button] { emit panelWanted(button == panel_); });
  }
  switch_->hide();
  row->addWidget(leftSide_);
  row->addStretch(1);
  row->addWidget(switch_);
  row->addWidget(rightSide_);
}

Button* HeaderBar::addButton(QHBoxLayout& side, const HeaderButton& described) {
  QAction* action = described.action;
  auto* button = new Button(theme(), described.icon, {}, helpOf(*action));
  button->setAccessibleName(action->text());
  button->setObjectName(action->objectName());
  button->setCheckable(action->isCheckable());
  const auto follow = [button, action] {
    button->setEnabled(action->isEnabled());
    button->setChecked(action->isCheckable() && action->isChecked());
    button->setToolTip(helpOf(*action));
    button->setAccessibleName(action->text());
  };
  connect(action, &QAction::changed, button, follow);
  follow();
  if (QMenu* menu = described.menu)
    connect(button, &Button::clicked, menu, [menu, button] {
      menu->popup(button->mapToGlobal(QPoint(button->width() - menu->sizeHint().width(), button->height())));
    });
  else
    connect(button, &Button::clicked, action, [action, follow] {
      action->trigger();
      follow();
    });
  side.addWidget(button);
  return button;
}

void HeaderBar::setButtons(const QList<HeaderButton>& left, const QList<HeaderButton>& right) {
  for (const auto& [layout, buttons] : {std::pair(left_, left), std::pair(right_, right)})
    for (const HeaderButton& described : buttons) {
      if (described.action)
        addButton(*layout, described);
      else
        layout->addSpacing(unit);
    }
}

void HeaderBar::setPlace(const HeaderPlace& place) {
  if (place == place_)
    return;
  place_ = place;
  const QString progress = place.percent.isEmpty() || place.progress.isEmpty()
                               ? place.progress
                               : tr("%1 (%2)").arg(place.progress, place.percent);
  QStringList words{place.title, progress, place.path};
  words.removeAll(QString());
  setAccessibleDescription(words.join(QStringLiteral(", ")));
  if (!place.rule.isEmpty())
    words += place.rule;
  setToolTip(words.join(QLatin1Char('\n')));
  update();
}

void HeaderBar::setSwitch(bool isThere, bool showsPanel, bool isCode) {
  panel_->setText(isCode ? tr("Code") : tr("Panel"));
  panel_->setToolTip(isCode ? tr("Show the code (F6)") : tr("Show the panel (F6)"));
  panel_->setAccessibleName(panel_->text());
  switch_->setVisible(isThere);
  text_->setChecked(!showsPanel);
  panel_->setChecked(showsPanel);
  update();
}

QRect HeaderBar::middle() const {
  const QWidget* after = switch_->isHidden() ? rightSide_ : switch_;
  const int left = leftSide_->geometry().right() + 2 * unit;
  const int right = after->geometry().left() - 2 * unit;
  return {left, 0, std::max(0, right - left), barHeight - 1};
}

/// As much as there is room for; what matters least goes first.
QStringList HeaderBar::fittingPlace() const {
  const QFontMetrics metrics(titleFont());
  const int room = middle().width();
  const QStringList ways[] = {{place_.title, place_.progress, place_.path},
                              {place_.title, place_.progress},
                              {place_.title, place_.percent},
                              {place_.title},
                              {place_.shortTitle, place_.percent},
                              {place_.shortTitle}};
  for (QStringList words : ways) {
    words.removeAll(QString());
    if (metrics.horizontalAdvance(words.join(separator)) <= room)
      return words;
  }
  return {};
}

QString HeaderBar::shownPlace() const {
  return fittingPlace().join(separator);
}

void HeaderBar::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), theme().chrome);
  painter.setPen(theme().rule);
  painter.drawLine(0, barHeight - 1, width(), barHeight - 1);
  const QStringList words = fittingPlace();
  if (words.isEmpty())
    return;
  // In the middle of the window as long as that keeps clear of the buttons.
  painter.setFont(titleFont());
  const QFontMetrics metrics(titleFont());
  const QRect room = middle();
  const int length = metrics.horizontalAdvance(words.join(separator));
  int x = std::clamp((width() - length) / 2, room.left(), std::max(room.left(), room.right() - length));
  for (qsizetype i = 0; i < words.size(); ++i) {
    const QString text = i == 0 ? words[i] : separator + words[i];
    painter.setPen(i == 0 ? theme().text : theme().textMuted);
    painter.drawText(QRect(x, 0, length, barHeight - 1), Qt::AlignVCenter | Qt::AlignLeft, text);
    x += metrics.horizontalAdvance(text);
  }
}

} // namespace eigenboard::window
