#include "views/typesetting/ink.h"
#include "views/typesetting/place.h"
#include "views/typesetting/svg_path.h"

#include <algorithm>

namespace eigenboard::typesetting {

namespace {

using enum BoxClass;

/// Where the view box's contents land in the viewport: SVG's preserveAspectRatio.
QTransform viewBoxTransform(const Box& svg, const QRectF& viewport) {
  if (!(svg.viewBoxWidth > 0) || !(svg.viewBoxHeight > 0))
    return QTransform::fromTranslate(viewport.x(), viewport.y());
  double scaleX = viewport.width() / svg.viewBoxWidth;
  double scaleY = viewport.height() / svg.viewBoxHeight;
  const QString& ratio = svg.preserveAspectRatio;
  if (ratio != u"none")
    scaleX = scaleY = ratio.endsWith(u"slice") ? std::max(scaleX, scaleY) : std::min(scaleX, scaleY);
  const auto share = [&](QStringView start, QStringView end) {
    return ratio.contains(start) ? 0. : ratio.contains(end) ? 1. : 0.5;
  };
  const double spareX = viewport.width() - svg.viewBoxWidth * scaleX;
  const double spareY = viewport.height() - svg.viewBoxHeight * scaleY;
  return QTransform(scaleX, 0, 0, scaleY, viewport.x() + spareX * share(u"xMin", u"xMax"),
                    viewport.y() + spareY * share(u"YMin", u"YMax"));
}

QPainterPath lineAcross(const QRectF& viewport, const SvgShape& line, double em) {
  const QPointF from = line.lineUp ? viewport.bottomLeft() : viewport.topLeft();
  const QPointF to = line.lineUp ? viewport.topRight() : viewport.bottomRight();
  QPainterPathStroker stroker;
  stroker.setWidth(line.lineWidth * em);
  stroker.setCapStyle(Qt::FlatCap);
  QPainterPath path(from);
  path.lineTo(to);
  QPainterPath stroke = stroker.createStroke(path);
  stroke.setFillRule(Qt::WindingFill);
  return stroke;
}

void placeSvg(Formula& formula, const Box& svg, const QRectF& viewport) {
  for (const SvgShape& shape : svg.shapes) {
    const QPainterPath path = shape.pathData.isEmpty()
                                  ? lineAcross(viewport, shape, svg.em)
                                  : viewBoxTransform(svg, viewport).map(parseSvgPath(shape.pathData));
    addOutline(formula, svg, clipped(path, viewport));
  }
}

struct Share {
  double left;
  double width;
};

// How the pieces of a stretchy brace or two-headed arrow divide the width; they overlap by a hair.
Share pieceShare(const BoxClasses& classes) {
  if (classes.has(HalfArrowLeft))
    return {0, 0.502};
  if (classes.has(HalfArrowRight))
    return {0.498, 0.502};
  if (classes.has(BraceLeft))
    return {0, 0.251};
  if (classes.has(BraceCenter))
    return {0.25, 0.5};
  if (classes.has(BraceRight))
    return {0.749, 0.251};
  return {0, 1};
}

} // namespace

bool isPicture(const Box& box) {
  return box.classes.hasAny(HideTail, Stretchy) ||
         std::ranges::any_of(box.children, [](const Box& child) { return child.kind == BoxKind::Svg; });
}

void placePicture(Formula& formula, const Box& box, double x, double y, double width) {
  const double height = box.style.height.value_or(0) * box.em;
  for (const Box& child : box.children) {
    if (child.kind == BoxKind::Svg) {
      const double ownWidth = child.style.width ? *child.style.width * child.em : width;
      placeSvg(formula, child, {x, y - height, ownWidth, height});
    } else {
      const Share share = pieceShare(child.classes);
      const double pieceHeight = child.style.height.value_or(0) * child.em;
      placePicture(formula, child, x + share.left * width, y - height + pieceHeight, share.width * width);
    }
  }
}

} // namespace eigenboard::typesetting
