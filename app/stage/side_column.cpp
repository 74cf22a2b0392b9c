#include "app/stage/side_column.h"

#include "app/stage/change_glow.h"
#include "app/stage/more_below.h"
#include "views/controls/appearance.h"

#include <QtGui/QPainter>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace eigenboard::stage {

namespace {

constexpr int scrollBar = 10;
constexpr int stripHeight = 132;        ///< below the picture, which needs the height: six lines of readouts
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
  layout_ = new QVBoxLayout(this);
  layout_->setContentsMargins(0, 0, 0, 0);
  layout_->setSpacing(2 * controls::unit + 1);
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
  for (QScrollArea* area : {controlsArea_, readoutsArea_})
    new MoreBelow(theme, *area); // owned by the area
  layout_->addWidget(controlsArea_, 1);
  layout_->addWidget(readoutsArea_, 1);
}

void SideColumn::setSession(panel::Session& session) {
  controls_ = new controls::ControlsPanel(session, typesetter_, theme(), narrowest - scrollBar);
  controls_->setContentsMargins(0, 0, scrollBar, 0);
  controlsArea_->setWidget(controls_); // and deletes the one before
  controls_->setAutoFillBackground(false);
  glow_ = new ChangeGlow(theme(), controls_);
  readouts_->setReadouts(session.evaluation().readouts);
  readoutsArea_->verticalScrollBar()->setValue(0); // the place in the readouts before means nothing here
  share();
}

void SideColumn::refresh(const QStringList& keys) {
  if (controls_)
    controls_->refresh(keys);
}

void SideColumn::reveal(const QStringList& keys) {
  QList<QRect> rows = controls_ ? controls_->rowsOf(keys) : QList<QRect>();
  if (rows.isEmpty())
    return;
  QRect around = rows.front();
  for (const QRect& row : rows)
    around |= row;
  // Where not all of them fit, the first one is seen.
  const int seen = controlsArea_->viewport()->height();
  if (around.height() > seen)
    around = rows.front();
  controlsArea_->ensureVisible(around.center().x(), around.center().y(), 0,
                               std::min(seen, around.height()) / 2 + controls::unit);
  for (QRect& row : rows)
    row.adjust(-3, -3, 3, 3);
  glow_->show(rows);
}

void SideColumn::setBeside(int width) {
  isBelow_ = false;
  layout_->setDirection(QBoxLayout::TopToBottom);
  setMinimumHeight(0);
  setMaximumHeight(QWIDGETSIZE_MAX);
  setFixedWidth(width);
  share();
}

void SideColumn::setBelow() {
  isBelow_ = true;
  layout_->setDirection(QBoxLayout::LeftToRight);
  setMinimumWidth(0);
  setMaximumWidth(QWIDGETSIZE_MAX);
  setFixedHeight(stripHeight);
  share();
}

void SideColumn::share() {
  if (isBelow_) {
    readoutsArea_->setMinimumHeight(0);
    readoutsArea_->setMaximumHeight(QWIDGETSIZE_MAX);
    return;
  }
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
  const QRect beside(0, readoutsArea_->y() - controls::unit - 1, width() - scrollBar, 1);
  const QRect below(readoutsArea_->x() - controls::unit - 1, 0, 1, height());
  painter.fillRect(isBelow_ ? below : beside, theme().rule);
}

} // namespace eigenboard::stage
