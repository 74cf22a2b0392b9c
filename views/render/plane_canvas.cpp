#include "views/render/plane_canvas.h"

#include "views/render/figure_type.h"
#include "views/render/hover_painter.h"

#include <qcustomplot.h>

#include <cmath>

namespace eigenboard::render {
namespace {

bool haveSameRanges(const scene::PlaneView& one, const scene::PlaneView& other) {
  return one.key == other.key && one.equalAspect == other.equalAspect && one.x.minimum == other.x.minimum &&
         one.x.maximum == other.x.maximum && one.y.minimum == other.y.minimum &&
         one.y.maximum == other.y.maximum;
}

bool haveSameBackground(const scene::PlaneView& one, const scene::PlaneView& other) {
  return haveSameRanges(one, other) && one.title == other.title && one.x.label == other.x.label &&
         one.y.label == other.y.label && one.x.hasNumbers == other.x.hasNumbers &&
         one.y.hasNumbers == other.y.hasNumbers && one.backgroundGrid == other.backgroundGrid;
}

} // namespace

PlaneCanvas::PlaneCanvas(typesetting::Typesetter& typesetter, const Theme& theme)
    : theme_(theme), formulas_(typesetter) {
  lay();
}

bool PlaneCanvas::setView(const scene::PlaneView& view) {
  const bool keepsRange = haveSameRanges(view, view_);
  const bool keepsBackground = haveSameBackground(view, view_);
  steady_.note(view_, view);
  view_ = view;
  if (!keepsRange)
    range_.reset();
  if (!keepsBackground)
    lay();
  else if (!view.legend.empty() || !layout_.legend.boxes.empty())
    placeLegend();
  return !keepsRange;
}

void PlaneCanvas::setTheme(const Theme& theme) {
  const bool keepsScale = theme.type == theme_.type;
  theme_ = theme;
  isStale_ = true;
  if (!keepsScale)
    lay();
}

void PlaneCanvas::setSize(QSize size) {
  size_ = size;
  lay();
}

void PlaneCanvas::setScale(double scale) {
  scale_ = usableScale(scale);
  lay();
}

void PlaneCanvas::setRange(const std::optional<PlaneRange>& range) {
  range_ = range;
  lay();
}

PlaneLayout PlaneCanvas::laidOut() const {
  const QSizeF units = QSizeF(size_) / scale();
  return layoutPlane(
      view_, QSize(static_cast<int>(std::ceil(units.width())), static_cast<int>(std::ceil(units.height()))),
      range_, layout_.legend.place);
}

void PlaneCanvas::lay() {
  layout_ = laidOut();
  isStale_ = true;
}

/// The marks have moved, and the legend may stand elsewhere.
void PlaneCanvas::placeLegend() {
  const QRectF area = layout_.frame.area;
  layout_ = laidOut();
  isStale_ = isStale_ || layout_.frame.area != area;
}

void PlaneCanvas::noteArrival() {
  isStale_ = isStale_ || isIncomplete_;
}

PaintKit PlaneCanvas::kit() {
  PaintKit kit;
  kit.theme = &theme_;
  kit.formulas = [this](const QString& tex, int slot) { return formulas_.formula(tex, slot); };
  kit.memory = &memory_;
  return kit;
}

void PlaneCanvas::paintBackground(double devicePixelRatio) {
  const QSize pixels = (QSizeF(layout_.size) * devicePixelRatio).toSize();
  if (background_.size() != pixels)
    background_ = QPixmap(pixels);
  background_.setDevicePixelRatio(devicePixelRatio);
  background_.fill(theme_.surface);
  PaintKit backgroundKit = kit();
  isIncomplete_ = false;
  backgroundKit.formulas = [this](const QString& tex, int slot) {
    typesetting::FormulaPointer formula = formulas_.formula(tex, slot);
    isIncomplete_ = isIncomplete_ || !formula || formula->tex != tex;
    return formula;
  };
  QCPPainter painter(&background_);
  axes_.paint(painter, view_, layout_, backgroundKit);
  isStale_ = false;
  steady_.drop();
}

void PlaneCanvas::paint(QPainter& painter, const HandleEmphasis& emphasis,
                        const std::optional<HoverNote>& note) {
  const double ratio = painter.device()->devicePixelRatioF() * scale();
  if (isStale_ || background_.devicePixelRatioF() != ratio)
    paintBackground(ratio);
  if (scale() != 1)
    painter.scale(scale(), scale());
  const PaintKit marks = kit();
  painter.drawPixmap(QPointF(0, 0), steady_.image(background_, view_, frame(), marks));
  paintMarks(painter, view_, frame(), marks, steady_.count());
  paintLegend(painter, view_, layout_.legend, theme_);
  paintHandles(painter, view_, frame(), theme_, emphasis);
  const QPointF origin = frame().toPixel({0, 0});
  const QPointF centre = frame().area.contains(origin) ? origin : frame().area.center();
  if (note)
    paintHoverNote(painter, *note, centre, QRectF(QPointF(0, 0), QSizeF(layout_.size)), theme_);
}

} // namespace eigenboard::render
