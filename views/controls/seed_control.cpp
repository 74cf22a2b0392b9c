#include "views/controls/seed_control.h"

#include "views/controls/appearance.h"
#include "views/controls/symbol_label.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>

namespace eigenboard::controls {

SeedControl::SeedControl(panel::Session& session, int parameter, typesetting::Typesetter& typesetter,
                         const render::Theme& theme, QWidget* parent)
    : QWidget(parent), Themed(theme), session_(session),
      parameter_(session.description().parameters[static_cast<std::size_t>(parameter)]) {
  setAccessibleName(parameter_.label);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(unit, 1, 1, 1);
  row->setSpacing(0);
  auto* label = new SymbolLabel({}, parameter_.label, typesetter, theme, this);
  if (!parameter_.help.isEmpty())
    label->setToolTip(parameter_.help);
  row->addWidget(label);
  number_ = new ScrubNumber(session, parameter, theme, this);
  row->addWidget(number_);
  row->addStretch(1);
  const QString name = parameter_.label.toLower();
  renew_ = new Button(theme, Icon::Die, {}, tr("New %1").arg(name), this);
  copy_ = new Button(theme, Icon::Copy, {}, tr("Copy the %1").arg(name), this);
  lock_ = new Button(theme, Icon::LockOpen, {}, tr("Lock the %1").arg(name), this);
  lock_->setCheckable(true);
  for (Button* button : {renew_, copy_, lock_})
    row->addWidget(button);
  connect(renew_, &Button::clicked, this, &SeedControl::renew);
  connect(copy_, &Button::clicked, this, &SeedControl::copy);
  connect(lock_, &Button::clicked, this, &SeedControl::setLocked);
  connect(&session, &panel::Session::mannerChanged, this, &SeedControl::showLock);
  showLock();
}

void SeedControl::renew() {
  session_.newSeed(parameter_.key);
}

void SeedControl::copy() {
  const QString seed = QString::number(session_.number(parameter_.key), 'f', 0);
  QGuiApplication::clipboard()->setText(seed);
  emit session_.noted(tr("Copied: %1 %2").arg(parameter_.label.toLower(), seed));
}

void SeedControl::setLocked(bool isLocked) {
  panel::Manner manner = session_.manner();
  manner.locked.removeAll(parameter_.key);
  if (isLocked)
    manner.locked += parameter_.key;
  session_.setManner(manner);
}

void SeedControl::showLock() {
  const bool isLocked = session_.manner().locked.contains(parameter_.key);
  lock_->setChecked(isLocked);
  lock_->setIcon(isLocked ? Icon::Lock : Icon::LockOpen);
  lock_->setToolTip(isLocked ? tr("Locked: presets and links leave it. Press to unlock.")
                             : tr("Lock it, so that presets and links leave it"));
  number_->setEnabled(!isLocked);
  renew_->setEnabled(!isLocked);
}

void SeedControl::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(theme().rule, 1));
  painter.setBrush(theme().chrome);
  painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

} // namespace eigenboard::controls
