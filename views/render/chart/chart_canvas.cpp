#include "views/render/chart/chart_canvas.h"

#include "views/render/figure_type.h"
#include "views/render/hover_painter.h"

#include <QtGui/QPainter>

#include <cmath>

namespace eigenboard::render {

ChartCanvas::ChartCanvas(typesetting::Typesetter& typesetter, const Theme& theme)
    : theme_(theme), formulas_(typesetter) {
  lay();
}

void ChartCanvas::setView(const scene::ChartView& view) {
  view_ = view;
  lay();
}

void ChartCanvas::setTheme(const Theme& theme) {
  const bool keepsScale = theme.type == theme_.type;
  theme_ = theme;
  isStale_ = true;
  if (!keepsScale)
    lay();
}

void ChartCanvas::setSize(QSize size) {
  size_ = size;
  lay();
}

void ChartCanvas::setScale(double scale) {
  scale_ = usableScale(scale);
  lay();
}

void ChartCanvas::lay() {
  isIncomplete_ = false;
  const QSizeF units = QSizeF(size_) / scale();
  layout_ = chart::layoutChart(
      view_, QSize(static_cast<int>(std::ceil(units.width())), static_cast<int>(std::ceil(units.height()))),
      source());
  isStale_ = true;
}

void ChartCanvas::noteArrival() {
  if (isIncomplete_)
    lay();
}

FormulaSource ChartCanvas::source() {
  return [this](const QString& tex, int slot) {
    typesetting::FormulaPointer formula = formulas_.formula(tex, slot);
    isIncomplete_ = isIncomplete_ || !formula || formula->tex != tex;
    return formula;
  };
}

void ChartCanvas::paintPicture(double devicePixelRatio) {
  const QSize pixels = (QSizeF(layout_.size) * devicePixelRatio).toSize();
  if (picture_.size() != pixels)
    picture_ = QImage(pixels, QImage::Format_RGB32);
  picture_.setDevicePixelRatio(devicePixelRatio);
  picture_.fill(theme_.surface);
  PaintKit kit;
  kit.theme = &theme_;
  kit.formulas = source();
  kit.memory = &memory_;
  QPainter painter(&picture_);
  paintChart(painter, view_, layout_, kit, series_);
  isStale_ = false;
}

void ChartCanvas::paint(QPainter& painter, const HandleEmphasis& emphasis,
                        const std::optional<HoverNote>& note) {
  const double ratio = painter.device()->devicePixelRatioF() * scale();
  if (isStale_ || picture_.devicePixelRatio() != ratio)
    paintPicture(ratio);
  if (scale() != 1)
    painter.scale(scale(), scale());
  painter.drawImage(QPointF(0, 0), picture_);
  paintGrips(painter, view_, frame(), theme_, emphasis);
  if (note)
    paintHoverNote(painter, *note, frame().area().center(), QRectF(QPointF(), QSizeF(layout_.size)), theme_);
}

} // namespace eigenboard::render
