#include "app/navigation/map_station.h"

#include "app/navigation/map_marks.h"
#include "app/navigation/map_title.h"
#include "views/controls/appearance.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>

#include <algorithm>

namespace eigenboard::navigation {

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
  QStringList help{text(), stateWords()};
  if (chapter_.written)
    help += progressRule();
  setToolTip(help.join(u'\n'));
  update();
}

QString MapStationButton::stateWords() const {
  QStringList words;
  if (state_.isCurrent)
    words += tr("open now");
  if (!chapter_.written)
    words += tr("not yet written");
  else if (state_.progress.isComplete())
    words += tr("all read and done");
  else if (state_.progress.fraction() > 0)
    words += progressWords(state_.progress);
  else
    words += tr("not begun");
  if (state_.isNext && !state_.isCurrent)
    words += tr("can be read next");
  return words.join(QStringLiteral(", "));
}

QColor MapStationButton::ink() const {
  return chapter_.written ? theme().text : theme().textMuted;
}

void MapStationButton::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QRectF row = QRectF(rect()).adjusted(1, 1, -1, -1);
  const bool isPointed = underMouse() || hasFocus();
  painter.setPen(Qt::NoPen);
  if (state_.isCurrent) {
    painter.setBrush(openColor(theme()));
    painter.drawRoundedRect(row, 5, 5);
  } else if (isPointed) {
    painter.setBrush(controls::mixed(theme().surface, theme().text, 0.07));
    painter.drawRoundedRect(row, 5, 5);
  }
  const StationMeasure measure = stationMeasure(chapter_.id, width());
  const bool isStrong = state_.isNext || state_.isCurrent;
  painter.setFont(controls::interfaceFont(measure.type, isStrong ? QFont::DemiBold : QFont::Normal));
  const TitleLines title = titleLines(chapter_.title, painter.font(), measure.titleWidth);
  const double top = row.center().y() - titleLineHeight * static_cast<double>(title.lines.size()) / 2;
  // Disc and number stand at the first line.
  const QPointF centre(measure.discX, top + titleLineHeight / 2);
  if (state_.pathIndex > 0) {
    painter.setPen(QPen(pathColor(theme()), pathWidth));
    if (state_.pathAbove)
      painter.drawLine(QPointF(centre.x(), 0), centre);
    if (state_.pathBelow)
      painter.drawLine(centre, QPointF(centre.x(), height()));
  }
  drawStationDisc(painter, centre, {chapter_.written, state_.progress.fraction()}, theme());

  painter.setPen(isStrong && chapter_.written ? theme().link : controls::mixed(ink(), theme().surface, 0.15));
  QRectF line(measure.titleLeft, top, measure.titleWidth + 1, titleLineHeight);
  painter.drawText(QRectF(measure.idLeft, top, measure.titleLeft - measure.idLeft, titleLineHeight),
                   Qt::AlignVCenter | Qt::AlignLeft, chapter_.id);
  painter.setPen(ink());
  for (qsizetype i = 0; i < title.lines.size(); ++i, line.translate(0, titleLineHeight))
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft, title.lines[i]);
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
