#include "views/render/lights.h"

#include "views/render/clipping.h"
#include "views/render/hover.h"
#include "views/render/mark_name.h"

#include <QtGui/QPainter>

namespace eigenboard::render {
namespace {

using namespace scene;

constexpr double bandWidth = 11;  ///< px, beside a stroke of 2 to 3
constexpr double ringRadius = 14; ///< outside the faint halo of a handle
constexpr double labelRadius = 17;
constexpr double ringWidth = 2;

QString symbolOf(const QString& label) {
  const qsizetype equals = label.indexOf(u'=');
  return (equals < 0 ? label : label.first(equals)).trimmed();
}

QRectF around(QPointF centre, double radius) {
  return {centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius};
}

/// Calls band(line) or ring(centre, radius) for everything that is lit, in pixels.
template <typename Band, typename Ring>
void visitLit(const PlaneView& view, const PlaneFrame& frame, const IsLit& isLit, Band band, Ring ring) {
  if (!isLit)
    return;
  for (const Mark& mark : view.marks) {
    const MarkNames names = namesOf(mark);
    if (names.isEmpty() || !isLit(names))
      continue;
    if (const auto* arrow = std::get_if<Arrow>(&mark)) {
      if (const auto shaft = clippedSegment(frame.toPixel(arrow->from), frame.toPixel(arrow->to), frame.area))
        band(*shaft);
    } else if (const auto* label = std::get_if<Label>(&mark); label && isDrawable(frame.toPixel(label->at))) {
      ring(frame.toPixel(label->at) + label->offset, labelRadius);
    }
  }
  for (const Handle& handle : view.handles)
    if (isLit(namesOf(handle)) && isDrawable(frame.toPixel(handle.position)))
      ring(frame.toPixel(handle.position), ringRadius);
}

} // namespace

MarkNames namesOf(const Handle& handle) {
  MarkNames names;
  names.keys.push_back(handle.key);
  if (handle.drag)
    for (const auto& [key, value] : handle.drag(handle.position))
      names.keys.push_back(key);
  return names;
}

MarkNames namesOf(const Mark& mark) {
  if (const auto* arrow = std::get_if<Arrow>(&mark))
    return {{}, symbolOf(arrow->label)};
  if (const auto* label = std::get_if<Label>(&mark))
    return {{}, symbolOf(label->tex)};
  return {};
}

MarkNames namesAt(const PlaneView& view, const PlaneFrame& frame, QPointF pixel, double reach) {
  if (const int handle = handleAt(view, frame, pixel, reach); handle >= 0)
    return namesOf(view.handles[static_cast<std::size_t>(handle)]);
  const std::optional<HoverNote> note = hoverAt(view, frame, pixel);
  for (const Mark& mark : view.marks)
    if (note && nameOf(mark) == note->name)
      if (MarkNames names = namesOf(mark); !names.isEmpty())
        return names;
  return {};
}

QRectF lightArea(const PlaneView& view, const PlaneFrame& frame, const IsLit& isLit) {
  QRectF area;
  visitLit(
      view, frame, isLit,
      [&area](const QLineF& line) {
        area |=
            QRectF(line.p1(), line.p2()).normalized().adjusted(-bandWidth, -bandWidth, bandWidth, bandWidth);
      },
      [&area](QPointF centre, double radius) { area |= around(centre, radius + 2); });
  return area;
}

void paintLights(QPainter& painter, const PlaneView& view, const PlaneFrame& frame, const IsLit& isLit,
                 const Theme& theme) {
  QColor glow = theme.color(Role::Highlight);
  glow.setAlphaF(0.38F);
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setClipRect(frame.area, Qt::IntersectClip);
  visitLit(
      view, frame, isLit,
      [&](const QLineF& line) {
        painter.setPen(QPen(glow, bandWidth, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(line);
      },
      [&](QPointF centre, double radius) {
        // Only a line: what it goes round keeps its colours.
        painter.setPen(QPen(theme.color(Role::Highlight), ringWidth));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(centre, radius, radius);
      });
  painter.restore();
}

} // namespace eigenboard::render
