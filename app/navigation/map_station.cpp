#include "app/navigation/map_station.h"

#include "app/navigation/progress.h"
#include "views/controls/appearance.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>

#include <algorithm>

namespace eigenboard::navigation {

namespace {

constexpr double discLeft = 16; ///< of its centre from the row's left edge
constexpr double discRadius = 5;
constexpr double textLeft = 28;
constexpr double idWidth = 30;

} // namespace

MapStationButton::MapStationButton(const book::Chapter& chapter, const render::Theme& theme, QWidget* parent)
    : QAbstractButton(parent), Themed(theme), chapter_(chapter) {
  setText(tr("%1 %2").arg(chapter.id, chapter.title));
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::PointingHandCursor);
  setFont(controls::interfaceFont(controls::smallType));
  setState({});
}

void MapStationButton::setState(const StationState& state) {
  state_ = state;
  setAccessibleName(text());
  setAccessibleDescription(stateWords());
  update();
}

QString MapStationButton::stateWords() const {
  QStringList words;
  if (state_.isCurrent)
    words += tr("open now");
  if (!chapter_.written)
    words += tr("not yet written");
  else if (state_.progress >= 1)
    words += tr("done");
  else if (state_.progress > 0)
    words += tr("%1 done").arg(percent(state_.progress));
  else
    words += tr("not begun");
  if (state_.isNext && !state_.isCurrent)
    words += tr("can be read next");
  return words.join(QStringLiteral(", "));
}

QColor MapStationButton::ink() const {
  return chapter_.written ? theme().text : theme().textMuted;
}

void MapStationButton::drawDisc(QPainter& painter, QPointF centre) const {
  const QRectF disc(centre.x() - discRadius, centre.y() - discRadius, 2 * discRadius, 2 * discRadius);
  if (!chapter_.written) {
    painter.setPen(QPen(controls::mixed(theme().textMuted, theme().surface, 0.35), 1.2));
    painter.setBrush(theme().surface);
    painter.drawEllipse(centre, 2.6, 2.6);
    return;
  }
  const QColor color = theme().link;
  painter.setPen(Qt::NoPen);
  painter.setBrush(theme().surface);
  painter.drawEllipse(disc.adjusted(-1.5, -1.5, 1.5, 1.5));
  painter.setBrush(color);
  if (state_.progress >= 1)
    painter.drawEllipse(disc);
  else if (state_.progress > 0)
    painter.drawPie(disc, 90 * 16, static_cast<int>(-360 * 16 * state_.progress));
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(color, 1.6));
  painter.drawEllipse(disc);
}

void MapStationButton::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QRectF row = QRectF(rect()).adjusted(1, 1, -1, -1);
  const bool isPointed = underMouse() || hasFocus();
  painter.setPen(Qt::NoPen);
  if (state_.isCurrent) {
    painter.setBrush(controls::mixed(theme().surface, theme().link, theme().dark ? 0.26 : 0.14));
    painter.drawRoundedRect(row, 5, 5);
  } else if (isPointed) {
    painter.setBrush(controls::mixed(theme().surface, theme().text, 0.07));
    painter.drawRoundedRect(row, 5, 5);
  }
  const QPointF centre(discLeft, row.center().y());
  if (state_.pathIndex > 0) {
    painter.setPen(QPen(controls::mixed(theme().surface, theme().color(scene::Role::Drag), 0.75), 2.4));
    if (state_.pathAbove)
      painter.drawLine(QPointF(centre.x(), 0), centre);
    if (state_.pathBelow)
      painter.drawLine(centre, QPointF(centre.x(), height()));
  }
  drawDisc(painter, centre);

  const bool isStrong = state_.isNext || state_.isCurrent;
  painter.setFont(controls::interfaceFont(controls::smallType, isStrong ? QFont::DemiBold : QFont::Normal));
  painter.setPen(isStrong && chapter_.written ? theme().link : controls::mixed(ink(), theme().surface, 0.15));
  painter.drawText(QRectF(textLeft, 0, idWidth, height()), Qt::AlignVCenter | Qt::AlignLeft, chapter_.id);
  painter.setPen(ink());
  const double left = textLeft + (chapter_.id.size() > 1 ? idWidth : 16);
  const double width = std::max(0., rect().width() - left - 6);
  painter.drawText(QRectF(left, 0, width, height()), Qt::AlignVCenter | Qt::AlignLeft,
                   QFontMetricsF(painter.font()).elidedText(chapter_.title, Qt::ElideRight, width));
  if (hasFocus())
    controls::drawFocusRing(painter, row, theme());
}

void MapStationButton::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
  case Qt::Key_Left:
  case Qt::Key_Right:
  case Qt::Key_Up:
  case Qt::Key_Down:
  case Qt::Key_Home:
  case Qt::Key_End:
    emit arrowPressed(event->key());
    break;
  case Qt::Key_Return:
  case Qt::Key_Enter:
    click();
    break;
  default:
    QAbstractButton::keyPressEvent(event);
  }
}

void MapStationButton::enterEvent(QEnterEvent* event) {
  QAbstractButton::enterEvent(event);
  emit pointed(true);
  update();
}

void MapStationButton::leaveEvent(QEvent* event) {
  QAbstractButton::leaveEvent(event);
  emit pointed(false);
  update();
}

void MapStationButton::focusInEvent(QFocusEvent* event) {
  QAbstractButton::focusInEvent(event);
  emit pointed(true);
}

void MapStationButton::focusOutEvent(QFocusEvent* event) {
  QAbstractButton::focusOutEvent(event);
  emit pointed(false);
}

} // namespace eigenboard::navigation
