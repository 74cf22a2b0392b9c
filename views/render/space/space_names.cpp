#include "views/render/clipping.h"
#include "views/render/mark_name.h"
#include "views/render/space/seen_lines.h"
#include "views/render/space/space_hover.h"
#include "views/render/words.h"

#include <QtGui/QPainter>

#include <algorithm>

namespace eigenboard::render::space {
namespace {

constexpr double lightWidth = 11; ///< px, beside a stroke of 2 to 3
constexpr double lightRing = 2;
constexpr double handleLight = 14;
constexpr double labelLight = 17;

} // namespace

int handleNamed(const scene::SpaceView& view, const QString& key) {
  const auto found = std::find_if(view.handles.begin(), view.handles.end(),
                                  [&key](const scene::Handle3& handle) { return handle.key == key; });
  return found == view.handles.end() || key.isEmpty() ? -1 : static_cast<int>(found - view.handles.begin());
}

QString handleDescription(const scene::SpaceView& view, int index, const SpaceFrame& frame) {
  const auto count = static_cast<int>(view.handles.size());
  if (index >= 0 && index < count) {
    const scene::Handle3& handle = view.handles[static_cast<std::size_t>(index)];
    return tr("Handle %1 of %2: %3, at %4")
        .arg(index + 1)
        .arg(count)
        .arg(handle.name, coordinateText(handle.position, frame));
  }
  return count == 0
             ? QString()
             : QCoreApplication::translate("Figure", "%n handle(s) to move: press Tab", nullptr, count);
}

MarkNames namesOf(const scene::Handle3& handle) {
  MarkNames names;
  names.keys.push_back(handle.key);
  if (handle.drag)
    for (const auto& [key, value] : handle.drag(handle.position))
      names.keys.push_back(key);
  return names;
}

MarkNames namesOf(const scene::Mark3& mark) {
  // A label means the same in space as in the plane.
  scene::Arrow flat;
  if (const auto* arrow = std::get_if<scene::Arrow3>(&mark))
    flat.label = arrow->label;
  else if (const auto* label = std::get_if<scene::Label3>(&mark))
    flat.label = label->tex;
  return flat.label.isEmpty() ? MarkNames() : render::namesOf(scene::Mark(flat));
}

MarkNames namesAt(const scene::SpaceView& view, const FillMemory& surfaces, const SpaceFrame& frame,
                  QPointF pixel, double reach) {
  if (const int handle = handleAt(view, frame, pixel, reach); handle >= 0)
    return namesOf(view.handles[static_cast<std::size_t>(handle)]);
  const std::optional<HoverNote> note = hoverAt(view, surfaces, frame, pixel);
  for (const scene::Mark3& mark : view.marks)
    if (note && nameOf(mark) == note->name)
      if (MarkNames names = namesOf(mark); !names.isEmpty())
        return names;
  return {};
}

void paintLights(QPainter& painter, const scene::SpaceView& view, const SpaceFrame& frame, const IsLit& isLit,
                 const Theme& theme) {
  if (!isLit)
    return;
  QColor glow = theme.color(scene::Role::Highlight);
  glow.setAlphaF(0.38F);
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  const auto ring = [&](QPointF centre, double radius) {
    if (!isDrawable(centre))
      return;
    // Only a line: what it goes round keeps its colours.
    painter.setPen(QPen(theme.color(scene::Role::Highlight), lightRing));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(centre, radius, radius);
  };
  for (const scene::Mark3& mark : view.marks) {
    const MarkNames names = namesOf(mark);
    if (names.isEmpty() || !isLit(names))
      continue;
    if (const auto* arrow = std::get_if<scene::Arrow3>(&mark)) {
      const auto shaft = cutToBox(frame.box().toBox(arrow->from), frame.box().toBox(arrow->to), frame.box());
      if (!shaft)
        continue;
      painter.setPen(QPen(glow, lightWidth, Qt::SolidLine, Qt::RoundCap));
      painter.drawLine(frame.boxToPixel(shaft->from).point(), frame.boxToPixel(shaft->to).point());
    } else if (const auto* label = std::get_if<scene::Label3>(&mark)) {
      ring(frame.toPixel(label->at).point() + label->offset, labelLight);
    }
  }
  for (const scene::Handle3& handle : view.handles)
    if (isFinite(handle.position) && isLit(namesOf(handle)))
      ring(frame.toPixel(handle.position).point(), handleLight);
  painter.restore();
}

} // namespace eigenboard::render::space
