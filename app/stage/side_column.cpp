#include "app/stage/side_column.h"

#include "views/controls/appearance.h"

#include <QtGui/QPainter>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace eigenboard::stage {

namespace {

constexpr int scrollBar = 10;
constexpr double mostForReadouts = 0.5; ///< of the column, where both parts want more than there is

QScrollArea* scrollArea(QWidget* parent) {
  auto* area = new QScrollArea(parent);
  area->setWidgetResizable(true);
  area->setFrameShape(QFrame::NoFrame);
  area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  area->setFocusPolicy(Qt::NoFocus);
  area->viewport()->setAutoFillBackground(false);
  return area;
}

} // namespace

SideColumn::SideColumn(typesetting::Typesetter& typesetter, const render::Theme& theme, QWidget* parent)
    : QWidget(parent), Themed(theme), typesetter_(typesetter) {
  setFixedWidth(narrowest);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(2 * controls::unit + 1);
  controlsArea_ = scrollArea(this);
  readoutsArea_ = scrollArea(this);
  readouts_ = new controls::ReadoutTable(typesetter, theme);
  auto* room = new QWidget;
  auto* inset = new QVBoxLayout(room);
  inset->setContentsMargins(0, 0, scrollBar, 0);
  inset->addWidget(readouts_);
  inset->addStretch(1);
  readoutsArea_->setWidget(room);
  room->setAutoFillBackground(false); // the scroll area has just turned it on
  column->addWidget(controlsArea_, 1);
  column->addWidget(readoutsArea_);
}

void SideColumn::setSession(panel::Session& session) {
  controls_ = new controls::ControlsPanel(session, typesetter_, theme(), narrowest - scrollBar);
  controls_->setContentsMargins(0, 0, scrollBar, 0);
  controlsArea_->setWidget(controls_); // and deletes the one before
  controls_->setAutoFillBackground(false);
  readouts_->setReadouts(session.evaluation().readouts);
  share();
}

void SideColumn::refresh(const QStringList& keys) {
  if (controls_)
    controls_->refresh(keys);
}

void SideColumn::share() {
  const int wanted = readouts_->sizeHint().height();
  const int rest = controls_ ? height() - controls_->sizeHint().height() - 2 * controls::unit - 1 : wanted;
  const int least = static_cast<int>(mostForReadouts * height());
  readoutsArea_->setFixedHeight(std::max(0, std::min(wanted, std::max(rest, least))));
}

void SideColumn::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  share();
}

void SideColumn::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(QRect(0, readoutsArea_->y() - controls::unit - 1, width() - scrollBar, 1), theme().rule);
}

} // namespace eigenboard::stage
