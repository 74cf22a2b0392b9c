#include "views/render/label_painter.h"

#include "views/render/clipping.h"
#include "views/render/label_placement.h"
#include "views/render/text_color.h"

#include <QtGui/QPaintDevice>
#include <QtGui/QPainter>

#include <cmath>
#include <optional>

namespace eigenboard::render {
namespace {

using namespace scene;
using typesetting::FormulaPointer;

constexpr double pixelsPerEm = 18;
constexpr double haloWidth = 2.5;
constexpr double leastShaft = 40; // pixels

class LabelPainter {
 public:
  LabelPainter(QPainter& painter, const PlaneView& view, const PlaneFrame& frame, const PaintKit& kit)
      : painter_(painter), view_(view), frame_(frame), kit_(kit) {
    if (kit.memory)
      kit.memory->candidates.resize(view.marks.size(), -1);
  }

  void paint() {
    collectObstacles();
    for (std::size_t i = 0; i < view_.marks.size(); ++i)
      if (const auto* label = std::get_if<Label>(&view_.marks[i]))
        paintFixed(*label, static_cast<int>(i));
    for (std::size_t i = 0; i < view_.marks.size(); ++i)
      if (const auto* arrow = std::get_if<Arrow>(&view_.marks[i]); arrow && !arrow->label.isEmpty())
        paintBeside(*arrow, static_cast<int>(i));
  }

 private:
  void collectObstacles() {
    for (const Mark& mark : view_.marks)
      if (const auto* arrow = std::get_if<Arrow>(&mark))
        obstacles_.lines.push_back({frame_.toPixel(arrow->from), frame_.toPixel(arrow->to)});
    if (!kit_.handles)
      return;
    constexpr double reach = handleRadius + 2;
    for (const Handle& handle : view_.handles) {
      const QPointF centre = frame_.toPixel(handle.position);
      obstacles_.boxes.push_back(QRectF(centre - QPointF(reach, reach), centre + QPointF(reach, reach)));
    }
  }

  LabelStyle style(Role role) const {
    const Theme& theme = *kit_.theme;
    return {pixelsPerEm, textColor(theme, role), theme.error, theme.surface, kit_.halos ? haloWidth : 0.0};
  }

  void paintFixed(const Label& label, int slot) {
    const QPointF centre = frame_.toPixel(label.at) + label.offset;
    if (!isDrawable(centre) || label.tex.isEmpty())
      return;
    const FormulaPointer formula = kit_.formulas(label.tex, slot);
    if (formula)
      put(centre, *formula, style(label.role));
  }

  void paintBeside(const Arrow& arrow, int slot) {
    const QPointF from = frame_.toPixel(arrow.from);
    const QPointF to = frame_.toPixel(arrow.to);
    if (!isDrawable(from) || !isDrawable(to))
      return;
    const FormulaPointer formula = kit_.formulas(arrow.label, slot);
    if (!formula)
      return;
    const QSizeF size = labelSize(*formula, pixelsPerEm);
    const std::optional<QPointF> end = visibleEnd(from, to, size);
    if (!end)
      return;
    const double clearance = kit_.handles ? handleRadius + 5 : 7;
    int* remembered = kit_.memory ? &kit_.memory->candidates[static_cast<std::size_t>(slot)] : nullptr;
    const LabelSpot spot =
        arrowLabelSpot(from, *end, size, clearance, frame_.area, obstacles_, remembered ? *remembered : -1);
    if (remembered)
      *remembered = spot.candidate;
    put(spot.centre, *formula, style(arrow.stroke.role));
  }

  /// The tip, or where a label of that size beside the shaft is last seen whole; none where too little of the
  /// arrow is seen to tell which one the label is of.
  std::optional<QPointF> visibleEnd(QPointF from, QPointF to, QSizeF label) const {
    if (frame_.area.contains(to))
      return to;
    const double acrossMargin = label.width() / 2 + 1;
    const double upMargin = label.height() / 2 + 1;
    const auto seen =
        clippedSegment(from, to, frame_.area.adjusted(acrossMargin, upMargin, -acrossMargin, -upMargin));
    return seen && seen->length() >= leastShaft ? std::optional(seen->p2()) : std::nullopt;
  }

  void put(QPointF centre, const typesetting::Formula& formula, const LabelStyle& labelStyle) {
    const QSizeF size = labelSize(formula, pixelsPerEm);
    const QPointF corner = centre - QPointF(size.width(), size.height()) / 2;
    const QRectF box(corner, size);
    obstacles_.boxes.push_back(box);
    if (!box.intersects(frame_.area))
      return;
    if (!kit_.memory) {
      paintLabel(painter_, centre, formula, labelStyle, kit_.glyphs);
      return;
    }
    const double ratio = painter_.deviceTransform().m11(); // device pixels for each unit of the picture
    const QPointF topLeft = corner - QPointF(LabelImages::margin, LabelImages::margin);
    // On whole device pixels the image is copied, not resampled, and stays sharp.
    const QPointF snapped(std::round(topLeft.x() * ratio) / ratio, std::round(topLeft.y() * ratio) / ratio);
    painter_.drawImage(snapped, kit_.memory->images.image(formula, labelStyle, ratio));
  }

  QPainter& painter_;
  const PlaneView& view_;
  const PlaneFrame& frame_;
  const PaintKit& kit_;
  Obstacles obstacles_;
};

} // namespace

void paintLabels(QPainter& painter, const PlaneView& view, const PlaneFrame& frame, const PaintKit& kit) {
  LabelPainter(painter, view, frame, kit).paint();
}

} // namespace eigenboard::render
