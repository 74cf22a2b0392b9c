#include "views/render/formula_image.h"

#include "views/render/svg_device.h"
#include "views/typesetting/formula_painter.h"

#include <QtGui/QPainter>

#include <cmath>

namespace eigenboard::render {
namespace {

constexpr double margin = 0.15;    // em; italic letters and accents reach a little beyond their boxes
constexpr double inkMargin = 0.05; // em; round ink far outside the box, such as that of \llap
constexpr double longestSide = 20000;
constexpr double largestImage = 200e6;

/// The picture in px, relative to the formula's baseline at its left edge.
QRectF pictureFrame(const typesetting::Formula& formula, double pixelsPerEm) {
  const QRectF box(0, -formula.height, formula.width, formula.height + formula.depth);
  const QRectF padded = box.adjusted(-margin, -margin, margin, margin);
  const QRectF ink = typesetting::formulaPath(formula, 1).boundingRect();
  const QRectF whole =
      ink.isEmpty() ? padded : padded | ink.adjusted(-inkMargin, -inkMargin, inkMargin, inkMargin);
  return {whole.topLeft() * pixelsPerEm, whole.size() * pixelsPerEm};
}

void paint(QPaintDevice& device, const typesetting::Formula& formula, double pixelsPerEm, const QColor& ink) {
  QPainter painter(&device);
  painter.setRenderHint(QPainter::Antialiasing);
  typesetting::paintFormula(painter, -pictureFrame(formula, pixelsPerEm).topLeft(), pixelsPerEm, formula, ink,
                            ink);
}

} // namespace

QSize formulaImageSize(const typesetting::Formula& formula, double pixelsPerEm) {
  if (!formula.error.isEmpty() || !(pixelsPerEm > 0))
    return {};
  const QRectF frame = pictureFrame(formula, pixelsPerEm);
  const double width = std::ceil(frame.width());
  const double height = std::ceil(frame.height());
  if (!(width <= longestSide && height <= longestSide && width * height <= largestImage))
    return {};
  return QSizeF(width, height).toSize();
}

QByteArray formulaSvg(const typesetting::Formula& formula, double pixelsPerEm, const QColor& ink) {
  const QSize size = formulaImageSize(formula, pixelsPerEm);
  if (size.isEmpty())
    return {};
  SvgDevice device({QSizeF(size), formula.tex, {}, false});
  paint(device, formula, pixelsPerEm, ink);
  return device.bytes();
}

QImage formulaImage(const typesetting::Formula& formula, double pixelsPerEm, const QColor& ink) {
  const QSize size = formulaImageSize(formula, pixelsPerEm);
  if (size.isEmpty())
    return {};
  QImage image(size, QImage::Format_ARGB32_Premultiplied);
  if (image.isNull())
    return {};
  image.fill(Qt::transparent);
  paint(image, formula, pixelsPerEm, ink);
  return image;
}

} // namespace eigenboard::render
