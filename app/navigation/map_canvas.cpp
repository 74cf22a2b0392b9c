#include "app/navigation/map_canvas.h"

#include "app/navigation/map_marks.h"
#include "app/navigation/map_title.h"
#include "app/navigation/progress.h"
#include "views/controls/appearance.h"

#include <QtGui/QPainter>

#include <algorithm>

namespace eigenboard::navigation {

namespace {
constexpr double headSide = 10;       ///< beside the name of a level
constexpr double headLineHeight = 13; ///< of a name in two lines
} // namespace

MapCanvas::MapCanvas(const book::Book& book, const render::Theme& theme, QWidget* parent)
    : QWidget(parent), Themed(theme), book_(book) {
  setAccessibleName(tr("Map of the book"));
  for (const book::Chapter* chapter : book.chapters()) {
    auto* station = new MapStationButton(*chapter, theme, this);
    connect(station, &MapStationButton::clicked, this, [this, id = chapter->id] { emit chapterChosen(id); });
    connect(station, &MapStationButton::pointed, this,
            [this, station](bool there) { point(station, there); });
    connect(station, &MapStationButton::arrowPressed, this,
            [this, id = chapter->id](int key) { walk(id, key); });
    stations_.insert(chapter->id, station);
  }
}

void MapCanvas::setSpace(QSize space) {
  layout_ = layOutMap(book_, space, [](const book::Chapter& chapter, double width) {
    return linesOfStation(chapter.id, chapter.title, width);
  });
  resize(layout_.size.toSize());
  for (const MapStation& station : layout_.stations)
    stations_.value(station.chapter->id)->setGeometry(station.rect.toAlignedRect());
  update();
}

void MapCanvas::setState(const std::function<StationState(const book::Chapter&)>& state,
                         const std::function<double(const book::Level&)>& levelProgress) {
  for (MapStationButton* station : std::as_const(stations_))
    station->setState(state(station->chapter()));
  for (const book::Level& level : book_.levels)
    levelProgress_[&level] = levelProgress(level);
  update();
}

MapStationButton* MapCanvas::station(const QString& chapter) const {
  return stations_.value(chapter);
}

void MapCanvas::point(MapStationButton* station, bool there) {
  if (!there && pointed_ != station)
    return;
  // What has the keyboard's focus is pointed at while the mouse is elsewhere.
  const MapStationButton* now = there ? station : nullptr;
  if (!now)
    for (const MapStationButton* other : std::as_const(stations_))
      if (other->hasFocus() && other != station)
        now = other;
  if (now == pointed_)
    return;
  pointed_ = now;
  emit pointed(now);
  update();
}

void MapCanvas::walk(const QString& from, int key) {
  const int here = layout_.stationOf(from);
  int to = here;
  if (key == Qt::Key_Home)
    to = 0;
  else if (key == Qt::Key_End)
    to = static_cast<int>(layout_.stations.size()) - 1;
  else
    to = neighbour(layout_, here,
                   key == Qt::Key_Left    ? MapStep::Left
                   : key == Qt::Key_Right ? MapStep::Right
                   : key == Qt::Key_Up    ? MapStep::Up
                                          : MapStep::Down);
  if (to >= 0 && to < static_cast<int>(layout_.stations.size()))
    stations_.value(layout_.stations[static_cast<std::size_t>(to)].chapter->id)->setFocus(Qt::TabFocusReason);
}

void MapCanvas::drawRoutes(QPainter& painter) const {
  for (const MapRoute& route : layout_.routes)
    drawArrow(painter, route.path, orderColor(theme()), 1.5);
}

void MapCanvas::drawOwnRoutes(QPainter& painter) const {
  const int here = pointed_ ? layout_.stationOf(pointed_->chapter().id) : -1;
  if (here < 0)
    return;
  const MapStation& own = layout_.stations[static_cast<std::size_t>(here)];
  for (const MapStation& other : layout_.stations) {
    if (own.chapter->needs.contains(other.chapter->id))
      drawArrow(painter, stationRoute(other, own), neededColor(theme()), 2);
    if (other.chapter->needs.contains(own.chapter->id))
      drawArrow(painter, stationRoute(own, other), needingColor(theme()), 2);
  }
}

void MapCanvas::drawCard(QPainter& painter, const MapCard& card) const {
  const book::Level& level = *card.level;
  const QRectF rect = card.rect.adjusted(0.5, 0.5, -0.5, -0.5);
  painter.setPen(QPen(theme().rule, 1));
  painter.setBrush(theme().surface);
  painter.drawRoundedRect(rect, 8, 8);
  QRectF head(rect.left() + headSide, rect.top() + 2, rect.width() - 2 * headSide, layout_.headHeight - 4);
  const QFont strong = controls::interfaceFont(controls::smallType, QFont::DemiBold);
  painter.setFont(strong);
  if (level.number >= 0) {
    const QString number = QString::number(level.number);
    painter.setPen(theme().textMuted);
    painter.drawText(head, Qt::AlignVCenter | Qt::AlignLeft, number);
    head.setLeft(head.left() + QFontMetricsF(strong).horizontalAdvance(number) + 7);
  }
  const double progress = levelProgress_.value(&level);
  const QString done = progress > 0 ? percent(progress) : QString();
  const QFont light = controls::interfaceFont(controls::smallType - 1);
  const double doneWidth = done.isEmpty() ? 0 : QFontMetricsF(light).horizontalAdvance(done) + 6;
  // On one line with the share that is done where that fits, otherwise on two, the share beside the second.
  TitleLines title = titleLines(level.title, strong, head.width());
  if (title.lines.size() == 1 &&
      QFontMetricsF(strong).horizontalAdvance(level.title) > head.width() - doneWidth)
    title = titleLines(level.title, strong, head.width() - doneWidth);
  const bool isReadable = std::any_of(level.chapters.begin(), level.chapters.end(),
                                      [](const book::Chapter& chapter) { return chapter.written; });
  painter.setPen(isReadable ? theme().text : theme().textMuted);
  const double top = head.center().y() - headLineHeight * static_cast<double>(title.lines.size()) / 2;
  QRectF line(head.left(), top, head.width(), headLineHeight);
  for (qsizetype i = 0; i < title.lines.size(); ++i, line.translate(0, headLineHeight))
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft, title.lines[i]);
  painter.setFont(light);
  painter.setPen(theme().textMuted);
  painter.drawText(line.translated(0, -headLineHeight), Qt::AlignVCenter | Qt::AlignRight, done);
}

void MapCanvas::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.fillRect(rect(), theme().page);
  drawRoutes(painter);
  for (const MapCard& card : layout_.cards)
    drawCard(painter, card);
  drawOwnRoutes(painter);
}

} // namespace eigenboard::navigation
