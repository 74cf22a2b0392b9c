#include "app/stage/side_column.h"

#include "app/stage/change_glow.h"
#include "app/stage/more_below.h"
#include "views/controls/appearance.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QPainter>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace eigenboard::stage {

namespace {

constexpr int scrollBar = 10;
constexpr int controlsWidth = 226; ///< what one column of controls needs
constexpr int inLineWidth = 276;   ///< where names stand beside the controls
constexpr int betweenParts = 3 * controls::unit;

/// A thin line between controls and readouts.
class Rule : public QWidget, public controls::Themed {
 public:
  Rule(const render::Theme& theme, QWidget* parent) : QWidget(parent), Themed(theme) {}

 protected:
  void paintEvent(QPaintEvent*) override { QPainter(this).fillRect(rect(), theme().rule); }
};

} // namespace

SideColumn::SideColumn(typesetting::Typesetter& typesetter, const render::Theme& theme, QWidget* parent)
    : QWidget(parent), Themed(theme), typesetter_(typesetter) {
  auto* whole = new QVBoxLayout(this);
  whole->setContentsMargins(0, 0, 0, 0);
  area_ = new QScrollArea(this);
  area_->setWidgetResizable(true);
  area_->setFrameShape(QFrame::NoFrame);
  area_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  area_->setFocusPolicy(Qt::NoFocus);
  area_->viewport()->setAutoFillBackground(false);
  whole->addWidget(area_);

  room_ = new QWidget;
  auto* rows = new QVBoxLayout(room_);
  rows->setContentsMargins(0, 0, scrollBar, 0);
  rows->setSpacing(controls::unit);
  above_ = new QVBoxLayout;
  under_ = new QVBoxLayout;
  parts_ = new QBoxLayout(QBoxLayout::TopToBottom);
  parts_->setSpacing(betweenParts / 2);
  rule_ = new Rule(theme, room_);
  readouts_ = new controls::ReadoutTable(typesetter, theme, room_);
  parts_->addWidget(rule_);
  parts_->addWidget(readouts_, 0, Qt::AlignTop);
  rows->addLayout(above_);
  rows->addLayout(parts_);
  rows->addLayout(under_);
  runs_ = new controls::RunTable(typesetter, theme, room_);
  runs_->hide();
  connect(runs_, &controls::RunTable::grew, this, [this] {
    // The new row gets its place now, from the inside out, so that it is scrolled to as it will stand.
    for (QWidget* part : {static_cast<QWidget*>(runs_), room_})
      QCoreApplication::sendPostedEvents(part, QEvent::LayoutRequest);
    area_->ensureWidgetVisible(runs_, 0, controls::unit);
  });
  rows->addWidget(runs_);
  rows->addStretch(1);
  area_->setWidget(room_);
  room_->setAutoFillBackground(false); // the scroll area has just turned it on
  new MoreBelow(theme, *area_);        // owned by the area
  setBeside(narrowest);
}

void SideColumn::setSession(panel::Session& session) {
  if (controls_)
    controls_->hide(); // what is being typed there is taken
  delete controls_;
  controls_ = new controls::ControlsPanel(session, typesetter_, theme(), controlsWidth, room_);
  controls_->setAutoFillBackground(false);
  parts_->insertWidget(0, controls_, 0, Qt::AlignTop);
  glow_ = new ChangeGlow(theme(), controls_);
  readouts_->setReadouts(session.evaluation().readouts);
  runs_->setSession(&session);
  area_->verticalScrollBar()->setValue(0); // the place among the controls before means nothing here
  arrange();
}

void SideColumn::refresh(const QStringList& keys) {
  if (controls_)
    controls_->refresh(keys);
}

void SideColumn::reveal(const QStringList& keys, bool isMotionReduced) {
  QList<QRect> rows = controls_ ? controls_->rowsOf(keys) : QList<QRect>();
  if (rows.isEmpty())
    return;
  QRect around = rows.front();
  for (const QRect& row : rows)
    around |= row;
  // Where not all of them fit, the first one is seen.
  const int seen = area_->viewport()->height();
  if (around.height() > seen)
    around = rows.front();
  const QPoint middle = controls_->mapTo(room_, around.center());
  area_->ensureVisible(middle.x(), middle.y(), 0, std::min(seen, around.height()) / 2 + controls::unit);
  for (QRect& row : rows)
    row.adjust(-3, -3, 3, 3);
  glow_->show(rows, isMotionReduced);
}

void SideColumn::setBeside(int width) {
  isBelow_ = false;
  parts_->setDirection(QBoxLayout::TopToBottom);
  setMinimumHeight(0);
  setMaximumHeight(QWIDGETSIZE_MAX);
  setFixedWidth(width);
  arrange();
}

void SideColumn::setBelow(int height, const QList<QWidget*>& above, const QList<QWidget*>& under) {
  isBelow_ = true;
  for (QWidget* part : above)
    if (above_->indexOf(part) < 0)
      above_->addWidget(part);
  for (QWidget* part : under)
    if (under_->indexOf(part) < 0)
      under_->addWidget(part);
  parts_->setDirection(QBoxLayout::LeftToRight);
  setMinimumWidth(0);
  setMaximumWidth(QWIDGETSIZE_MAX);
  setFixedHeight(height);
  arrange();
}

void SideColumn::arrange() {
  const int wide = width() - scrollBar;
  const int columns = isBelow_ && wide >= 3 * inLineWidth + 2 * betweenParts ? 2 : 1;
  rule_->setMinimumSize(1, 1);
  rule_->setMaximumSize(isBelow_ ? 1 : QWIDGETSIZE_MAX, isBelow_ ? QWIDGETSIZE_MAX : 1);
  parts_->setStretchFactor(readouts_, isBelow_ ? 1 : 0);
  if (!controls_)
    return;
  const int share = isBelow_ ? (wide - betweenParts) / (columns + 1) : wide;
  controls_->setShape({columns, share - controls::unit, isBelow_});
  parts_->setStretchFactor(controls_, isBelow_ ? columns : 0);
}

void SideColumn::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  arrange();
}

} // namespace eigenboard::stage
