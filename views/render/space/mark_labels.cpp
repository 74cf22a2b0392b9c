#include "views/render/space/mark_labels.h"

#include "views/render/clipping.h"
#include "views/render/label_placement.h"

#include <QtGui/QPainter>

namespace eigenboard::render::space {
namespace {

constexpr double markPixelsPerEm = 18;
constexpr double markHalo = 2.5;
constexpr double farthestPlace = 90;

class MarkLabels {
 public:
  MarkLabels(QPainter& painter, const scene::SpaceView& view, const SpaceFrame& frame, const PaintKit& kit,
             LabelField& field)
      : painter_(painter), view_(view), frame_(frame), kit_(kit), field_(field) {
    if (kit.memory)
      kit.memory->candidates.resize(view.marks.size(), -1);
    for (const scene::Mark3& mark : view.marks)
      if (const auto* arrow = std::get_if<scene::Arrow3>(&mark);
          arrow && isFinite(arrow->from) && isFinite(arrow->to))
        obstacles_.lines.push_back({frame.toPixel(arrow->from).point(), frame.toPixel(arrow->to).point()});
    if (!kit.handles)
      return;
    constexpr double reach = handleRadius + 2;
    for (const scene::Handle3& handle : view.handles)
      if (const QPointF at = frame.toPixel(handle.position).point(); isDrawable(at))
        handles_.push_back(centredBox(at, {2 * reach, 2 * reach}));
    for (const QRectF& box : handles_)
      field_.avoid(box);
  }

  void paint() {
    collectBoxes();
    for (std::size_t i = 0; i < view_.marks.size(); ++i)
      if (const auto* label = std::get_if<scene::Label3>(&view_.marks[i]))
        put(*label, static_cast<int>(i));
    collectBoxes();
    for (std::size_t i = 0; i < view_.marks.size(); ++i)
      if (const auto* arrow = std::get_if<scene::Arrow3>(&view_.marks[i]); arrow && !arrow->label.isEmpty())
        putBeside(*arrow, static_cast<int>(i));
  }

 private:
  void collectBoxes() {
    obstacles_.boxes = field_.taken();
    obstacles_.boxes.insert(obstacles_.boxes.end(), handles_.begin(), handles_.end());
  }

  void put(const scene::Label3& label, int slot) {
    if (!isFinite(label.at) || !frame_.box().contains(label.at) || label.tex.isEmpty())
      return;
    if (const typesetting::FormulaPointer formula = kit_.formulas(label.tex, slot))
      putAt(frame_.toPixel(label.at).point() + label.offset, *formula, label.role);
  }

  void putBeside(const scene::Arrow3& arrow, int slot) {
    if (!isFinite(arrow.from) || !frame_.box().contains(arrow.to))
      return;
    const typesetting::FormulaPointer formula = kit_.formulas(arrow.label, slot);
    if (!formula)
      return;
    int* remembered = kit_.memory ? &kit_.memory->candidates[static_cast<std::size_t>(slot)] : nullptr;
    const LabelSpot spot =
        arrowLabelSpot(frame_.toPixel(arrow.from).point(), frame_.toPixel(arrow.to).point(),
                       labelSize(*formula, markPixelsPerEm), kit_.handles ? handleRadius + 5 : 7,
                       field_.area(), obstacles_, remembered ? *remembered : -1);
    if (remembered)
      *remembered = spot.candidate;
    putAt(spot.centre, *formula, arrow.stroke.role);
  }

  void putAt(QPointF centre, const typesetting::Formula& formula, scene::Role role) {
    if (!isDrawable(centre) || !field_.area().contains(centre))
      return;
    const QRectF wanted = centredBox(centre, labelSize(formula, markPixelsPerEm)).adjusted(-1, -1, 1, 1);
    const QRectF box = field_.freePlaceNear(wanted, farthestPlace);
    if (box.isNull())
      return;
    field_.take(box);
    obstacles_.boxes.push_back(box);
    const Theme& theme = *kit_.theme;
    putFormula(painter_, box.center(), formula,
               {markPixelsPerEm, theme.color(role), theme.error, theme.surface, kit_.halos ? markHalo : 0.0},
               kit_);
  }

  QPainter& painter_;
  const scene::SpaceView& view_;
  const SpaceFrame& frame_;
  const PaintKit& kit_;
  LabelField& field_;
  Obstacles obstacles_;
  std::vector<QRectF> handles_;
};

} // namespace

void paintMarkLabels(QPainter& painter, const scene::SpaceView& view, const SpaceFrame& frame,
                     const PaintKit& kit, LabelField& field) {
  MarkLabels(painter, view, frame, kit, field).paint();
}

} // namespace eigenboard::render::space
