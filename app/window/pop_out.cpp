#include "app/window/pop_out.h"

#include "app/stage/stage_widget.h"
#include "views/controls/appearance.h"

#include <QtGui/QCloseEvent>
#include <QtGui/QShortcut>
#include <QtWidgets/QVBoxLayout>

namespace eigenboard::window {

PopOut::PopOut(panel::Desk& desk, typesetting::Typesetter& typesetter, const render::Theme& theme,
               const QString& panel)
    : Themed(theme), panel_(panel), stage_(new stage::StageWidget(desk, typesetter, theme)) {
  if (const panel::Panel* known = desk.registry().find(panel))
    setWindowTitle(tr("%1 - Eigenboard").arg(known->description().identity.title));
  stage_->setAlone();
  stage_->showPanel(panel);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(stage_);
  setFocusProxy(stage_);
  resize(900, 760);
  connect(new QShortcut(QKeySequence::Close, this), &QShortcut::activated, this, &QWidget::close);
  const auto present = [this] { emit presentWanted(panel_); };
  connect(new QShortcut(QKeySequence(Qt::Key_F5), this), &QShortcut::activated, this, present);
  connect(new QShortcut(QKeySequence(Qt::Key_F11), this), &QShortcut::activated, this, present);
  connect(stage_, &stage::StageWidget::presentWanted, this, &PopOut::presentWanted);
}

void PopOut::closeEvent(QCloseEvent* event) {
  QWidget::closeEvent(event);
  emit closed();
}

void PopOut::moveEvent(QMoveEvent* event) {
  QWidget::moveEvent(event);
  emit placed();
}

void PopOut::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  emit placed();
}

void PopOut::themeChanged() {
  setPalette(controls::palette(theme()));
  controls::setThemeBelow(*this, theme());
}

} // namespace eigenboard::window
