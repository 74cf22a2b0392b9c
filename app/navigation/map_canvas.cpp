#include "app/navigation/map_canvas.h"

#include "app/navigation/progress.h"
#include "views/controls/appearance.h"

#include <QtGui/QPainter>

#include <algorithm>
#include <cmath>

namespace eigenboard::navigation {

namespace {

/// A head at the end of a curve, along its last direction.
void drawHead(QPainter& painter, const QPainterPath& path, const QColor& color) {
  const QPointF tip = path.currentPosition();
  const QPointF before = path.pointAtPercent(path.percentAtLength(std::max(0., path.length() - 6)));
  const double length = std::max(1e-6, std::hypot(tip.x() - before.x(), tip.y() - before.y()));
  const QPointF along = (tip - before) / length;
  const QPointF across(-along.y(), along.x());
  QPainterPath head(tip);
  head.lineTo(tip - 6 * along + 3.2 * across);
  head.lineTo(tip - 6 * along - 3.2 * across);
  painter.fillPath(head, color);
}

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
  layout_ = layOutMap(book_, space);
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
  const QColor color = controls::mixed(theme().page, theme().textMuted, theme().dark ? 0.42 : 0.38);
  for (const MapRoute& route : layout_.routes) {
    painter.strokePath(route.path, QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap));
    drawHead(painter, route.path, color);
  }
}

void MapCanvas::drawOwnRoutes(QPainter& painter) const {
  const int here = pointed_ ? layout_.stationOf(pointed_->chapter().id) : -1;
  if (here < 0)
    return;
  const MapStation& own = layout_.stations[static_cast<std::size_t>(here)];
  const auto draw = [&](const MapStation& from, const MapStation& to, const QColor& color) {
    const QPainterPath path = stationRoute(from, to);
    painter.strokePath(path, QPen(color, 2, Qt::SolidLine, Qt::RoundCap));
    drawHead(painter, path, color);
  };
  for (const MapStation& other : layout_.stations) {
    if (own.chapter->needs.contains(other.chapter->id))
      draw(other, own, theme().color(scene::Role::Drag));
    if (other.chapter->needs.contains(own.chapter->id))
      draw(own, other, theme().color(scene::Role::Response));
  }
}

void MapCanvas::drawCard(QPainter& painter, const MapCard& card) const {
  const book::Level& level = *card.level;
  const QRectF rect = card.rect.adjusted(0.5, 0.5, -0.5, -0.5);
  painter.setPen(QPen(theme().rule, 1));
  painter.setBrush(theme().surface);
  painter.drawRoundedRect(rect, 8, 8);
  const double progress = levelProgress_.value(&level);
  QRectF head(rect.left() + 12, rect.top() + 2, rect.width() - 24, layout_.headHeight - 4);
  if (progress > 0) {
    painter.setFont(controls::interfaceFont(controls::smallType - 1));
    painter.setPen(theme().textMuted);
    painter.drawText(head, Qt::AlignVCenter | Qt::AlignRight, percent(progress));
    head.setRight(head.right() - QFontMetricsF(painter.font()).horizontalAdvance(percent(progress)) - 6);
  }
  const QFont strong = controls::interfaceFont(controls::smallType, QFont::DemiBold);
  painter.setFont(strong);
  if (level.number >= 0) {
    const QString number = QString::number(level.number);
    painter.setPen(theme().textMuted);
    painter.drawText(head, Qt::AlignVCenter | Qt::AlignLeft, number);
    head.setLeft(head.left() + QFontMetricsF(strong).horizontalAdvance(number) + 8);
  }
  const bool isReadable = std::any_of(level.chapters.begin(), level.chapters.end(),
                                      [](const book::Chapter& chapter) { return chapter.written; });
  painter.setPen(isReadable ? theme().text : theme().textMuted);
  painter.drawText(head, Qt::AlignVCenter | Qt::AlignLeft,
                   QFontMetricsF(strong).elidedText(level.title, Qt::ElideRight, head.width()));
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
