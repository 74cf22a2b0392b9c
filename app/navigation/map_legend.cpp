#include "app/navigation/map_legend.h"

#include "app/navigation/map_marks.h"
#include "views/controls/appearance.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

#include <array>

namespace eigenboard::navigation {

namespace {

constexpr int legendRow = 22;
constexpr int legendSide = 3 * controls::unit; ///< left and right, as the title of the map has it
constexpr int signWidth = 24;
constexpr int entryGap = 18;

enum class Sign : std::uint8_t {
  Needed,
  Needing,
  Order,
  Path,
  Open,
  Next,
  Done,
  Begun,
  Untouched,
  Unwritten
};

struct Entry {
  Sign sign;
  const char* words;
};

constexpr std::array<Entry, 10> entries = {{
    {Sign::Order, QT_TRANSLATE_NOOP("MapLegend", "a level builds on another")},
    {Sign::Needed, QT_TRANSLATE_NOOP("MapLegend", "needed before")},
    {Sign::Needing, QT_TRANSLATE_NOOP("MapLegend", "builds on it")},
    {Sign::Path, QT_TRANSLATE_NOOP("MapLegend", "chosen path")},
    {Sign::Open, QT_TRANSLATE_NOOP("MapLegend", "open now")},
    {Sign::Next, QT_TRANSLATE_NOOP("MapLegend", "can be read next")},
    {Sign::Untouched, QT_TRANSLATE_NOOP("MapLegend", "not begun")},
    {Sign::Begun, QT_TRANSLATE_NOOP("MapLegend", "in progress")},
    {Sign::Done, QT_TRANSLATE_NOOP("MapLegend", "done")},
    {Sign::Unwritten, QT_TRANSLATE_NOOP("MapLegend", "not yet written")},
}};

QString wordsOf(const Entry& entry) {
  return QCoreApplication::translate("MapLegend", entry.words);
}

QFont legendFont() {
  return controls::interfaceFont(controls::smallType - 1);
}

void drawSign(QPainter& painter, Sign sign, const QRectF& box, const render::Theme& theme) {
  const QPointF middle = box.center();
  const auto arrow = [&](const QColor& color, double width) {
    QPainterPath path(QPointF(box.left(), middle.y()));
    path.lineTo(box.right() - 2, middle.y());
    drawArrow(painter, path, color, width);
  };
  switch (sign) {
  case Sign::Needed:
    return arrow(neededColor(theme), 2);
  case Sign::Needing:
    return arrow(needingColor(theme), 2);
  case Sign::Order:
    return arrow(orderColor(theme), 1.5);
  case Sign::Path:
    painter.setPen(QPen(pathColor(theme), pathWidth));
    painter.drawLine(QPointF(middle.x(), box.top()), QPointF(middle.x(), box.bottom()));
    drawStationDisc(painter, middle, {false, 0}, theme);
    return;
  case Sign::Open:
    painter.setPen(Qt::NoPen);
    painter.setBrush(openColor(theme));
    painter.drawRoundedRect(box.adjusted(2, 1, -2, -1), 4, 4);
    return;
  case Sign::Next:
    painter.setFont(controls::interfaceFont(controls::smallType - 1, QFont::DemiBold));
    painter.setPen(theme.link);
    painter.drawText(box, Qt::AlignCenter, QStringLiteral("1.2"));
    return;
  case Sign::Untouched:
    return drawStationDisc(painter, middle, {true, 0}, theme);
  case Sign::Begun:
    return drawStationDisc(painter, middle, {true, 0.4}, theme);
  case Sign::Done:
    return drawStationDisc(painter, middle, {true, 1}, theme);
  case Sign::Unwritten:
    return drawStationDisc(painter, middle, {false, 0}, theme);
  }
}

} // namespace

MapLegend::MapLegend(const render::Theme& theme, QWidget* parent) : QWidget(parent), Themed(theme) {
  setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
  QStringList words;
  for (const Entry& entry : entries)
    words += wordsOf(entry);
  setAccessibleName(tr("Legend of the map"));
  setAccessibleDescription(words.join(QStringLiteral(", ")));
}

QList<QPoint> MapLegend::places(int width) const {
  const QFontMetrics metrics(legendFont());
  QList<QPoint> found;
  int x = legendSide;
  int y = 0;
  for (const Entry& entry : entries) {
    const int needed = signWidth + controls::unit / 2 + metrics.horizontalAdvance(wordsOf(entry));
    if (x > legendSide && x + needed > width - legendSide) {
      x = legendSide;
      y += legendRow;
    }
    found.append({x, y});
    x += needed + entryGap;
  }
  return found;
}

int MapLegend::heightForWidth(int width) const {
  return places(width).constLast().y() + legendRow;
}

QSize MapLegend::sizeHint() const {
  return {width(), heightForWidth(width())};
}

void MapLegend::resizeEvent(QResizeEvent*) {
  setFixedHeight(heightForWidth(width()));
}

void MapLegend::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QList<QPoint> found = places(width());
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const QPoint place = found[static_cast<qsizetype>(i)];
    drawSign(painter, entries.at(i).sign, QRectF(place.x(), place.y() + 3, signWidth, legendRow - 6),
             theme());
    painter.setFont(legendFont());
    painter.setPen(theme().textMuted);
    painter.drawText(QRect(place.x() + signWidth + controls::unit / 2, place.y(), width(), legendRow),
                     Qt::AlignVCenter | Qt::AlignLeft, wordsOf(entries.at(i)));
  }
}

} // namespace eigenboard::navigation
