#include "views/render/label_painter.h"

#include "views/render/clipping.h"
#include "views/render/label_placement.h"
#include "views/render/text_color.h"

#include <QtGui/QPaintDevice>
#include <QtGui/QPainter>

#include <algorithm>
#include <array>
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
        if (!label->mayYield)
          paintFixed(*label, static_cast<int>(i));
    for (std::size_t i = 0; i < view_.marks.size(); ++i)
      if (const auto* arrow = std::get_if<Arrow>(&view_.marks[i]); arrow && !arrow->label.isEmpty())
        paintBeside(*arrow, static_cast<int>(i));
    for (std::size_t i = 0; i < view_.marks.size(); ++i)
      if (const auto* label = std::get_if<Label>(&view_.marks[i]); label && label->mayYield)
        paintYielding(*label, static_cast<int>(i));
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
    if (const FormulaPointer formula = kit_.formulas(label.tex, slot))
      put(frame_.area.contains(frame_.toPixel(label.at)) ? whole(centre, *formula) : centre, *formula,
          style(label.role));
  }

  /// On the first side of its point where it is seen whole and meets no other words; the side of the last
  /// frame comes first, so that it stays calm. Nowhere when there is none.
  void paintYielding(const Label& label, int slot) {
    const QPointF at = frame_.toPixel(label.at);
    if (!isDrawable(at) || !frame_.area.contains(at) || label.tex.isEmpty())
      return;
    const FormulaPointer formula = kit_.formulas(label.tex, slot);
    if (!formula)
      return;
    const QSizeF size = labelSize(*formula, pixelsPerEm);
    const double up = std::abs(label.offset.y());
    const double across = size.width() / 2 + up / 2;
    const std::array<QPointF, 8> sides{label.offset,  {0, up},        {across, 0},  {-across, 0},
                                       {across, -up}, {-across, -up}, {across, up}, {-across, up}};
    int* remembered = kit_.memory ? &kit_.memory->candidates[static_cast<std::size_t>(slot)] : nullptr;
    const auto isFree = [&](std::size_t side) {
      const QRectF box(at + sides.at(side) - QPointF(size.width(), size.height()) / 2, size);
      const QRectF padded = box.adjusted(-haloWidth, -haloWidth, haloWidth, haloWidth);
      return frame_.area.contains(box) &&
             std::none_of(obstacles_.boxes.begin(), obstacles_.boxes.end(),
                          [&padded](const QRectF& other) { return other.intersects(padded); });
    };
    std::size_t chosen = sides.size();
    if (remembered && *remembered >= 0 && *remembered < static_cast<int>(sides.size()) &&
        isFree(static_cast<std::size_t>(*remembered)))
      chosen = static_cast<std::size_t>(*remembered);
    for (std::size_t side = 0; side < sides.size() && chosen == sides.size(); ++side)
      if (isFree(side))
        chosen = side;
    if (remembered)
      *remembered = chosen < sides.size() ? static_cast<int>(chosen) : -1;
    if (chosen < sides.size())
      put(at + sides.at(chosen), *formula, style(label.role));
  }

  /// The centre moved so far that the frame does not cut the label, where it is not larger than the frame.
  QPointF whole(QPointF centre, const typesetting::Formula& formula) const {
    const QSizeF half = labelSize(formula, pixelsPerEm) / 2;
    const QRectF room = frame_.area.adjusted(half.width(), half.height(), -half.width(), -half.height());
    if (room.isEmpty())
      return centre;
    return {std::clamp(centre.x(), room.left(), room.right()),
            std::clamp(centre.y(), room.top(), room.bottom())};
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
