#include "views/render/svg_engine.h"

#include "views/render/svg_text.h"

#include <QtCore/QBuffer>
#include <QtGui/QImage>
#include <QtGui/QPainter>
#include <QtGui/QPixmap>

#include <algorithm>
#include <cmath>

namespace eigenboard::render {
namespace {

using namespace svg;

constexpr QPaintEngine::PaintEngineFeatures features =
    QPaintEngine::PrimitiveTransform | QPaintEngine::PixmapTransform | QPaintEngine::AlphaBlend |
    QPaintEngine::PainterPaths | QPaintEngine::Antialiasing | QPaintEngine::ConstantOpacity |
    QPaintEngine::PaintOutsidePaintEvent;

/// How a transform scales lengths, when it does so alike in all directions; 0 when it does not.
double uniformScale(const QTransform& transform) {
  const double across = std::hypot(transform.m11(), transform.m12());
  const double up = std::hypot(transform.m21(), transform.m22());
  const double skew = transform.m11() * transform.m21() + transform.m12() * transform.m22();
  const bool isUniform =
      transform.isAffine() && std::abs(across - up) <= 1e-6 * across && std::abs(skew) <= 1e-6 * across * up;
  return isUniform ? across : 0;
}

QByteArray opacityAttribute(const char* name, double opacity) {
  return opacity >= 1 ? QByteArray() : attribute(name, number(opacity, 3));
}

QByteArray matrixAttribute(const QTransform& m) {
  QByteArray values = "matrix(";
  for (const double value : {m.m11(), m.m12(), m.m21(), m.m22(), m.dx()})
    values += number(value, 5) + ' ';
  return attribute("transform", values + number(m.dy(), 5) + ')');
}

bool isRectangle(const QPainterPath& path) {
  return path.elementCount() == 5 && path == [&] {
    QPainterPath rectangle;
    rectangle.addRect(path.boundingRect());
    return rectangle;
  }();
}

} // namespace

SvgEngine::SvgEngine(const SvgDocument& document) : QPaintEngine(features), document_(document) {}

bool SvgEngine::begin(QPaintDevice*) {
  setActive(true);
  return true;
}

bool SvgEngine::end() {
  closeClip();
  setActive(false);
  return true;
}

QByteArray SvgEngine::bytes() const {
  const QByteArray width = number(document_.size.width());
  const QByteArray height = number(document_.size.height());
  QByteArray file = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" "
                    "xmlns:xlink=\"http://www.w3.org/1999/xlink\" version=\"1.1\"" +
                    attribute("width", width) + attribute("height", height) +
                    attribute("viewBox", "0 0 " + width + ' ' + height) + ">\n";
  if (!document_.title.isEmpty())
    file += "<title>" + escaped(document_.title) + "</title>\n";
  if (!document_.metadata.isEmpty())
    file += "<metadata>" + escaped(document_.metadata) + "</metadata>\n";
  if (!definitions_.isEmpty())
    file += "<defs>\n" + definitions_ + "</defs>\n";
  return file + body_ + "</svg>\n";
}

void SvgEngine::updateState(const QPaintEngineState& state) {
  const DirtyFlags dirty = state.state();
  if (dirty.testFlag(DirtyClipPath))
    applyClip(state.transform().map(state.clipPath()), state.clipOperation());
  if (dirty.testFlag(DirtyClipRegion)) {
    QPainterPath path;
    path.addRegion(state.clipRegion());
    applyClip(state.transform().map(path), state.clipOperation());
  }
  if (dirty.testFlag(DirtyClipEnabled))
    isClipping_ = state.isClipEnabled();
}

void SvgEngine::applyClip(const QPainterPath& path, Qt::ClipOperation operation) {
  isClipping_ = operation != Qt::NoClip;
  if (operation == Qt::NoClip) {
    clip_.reset();
  } else if (operation == Qt::ReplaceClip || !clip_) {
    clip_ = path;
  } else if (isRectangle(*clip_) && isRectangle(path)) {
    QPainterPath common;
    common.addRect(clip_->boundingRect().intersected(path.boundingRect()));
    clip_ = common;
  } else {
    clip_ = clip_->intersected(path);
  }
}

void SvgEngine::closeClip() {
  if (!openClip_.isEmpty())
    body_ += "</g>\n";
  openClip_.clear();
}

void SvgEngine::element(const QByteArray& markup) {
  if (!isClipping_ || !clip_) {
    closeClip();
    body_ += markup + '\n';
    return;
  }
  const QByteArray data = pathData(*clip_);
  auto known = std::find_if(knownClips_.begin(), knownClips_.end(),
                            [&data](const auto& candidate) { return candidate.first == data; });
  if (known == knownClips_.end()) {
    const QByteArray id = "clip" + QByteArray::number(++clipCount_);
    definitions_ += "<clipPath id=\"" + id + "\"><path d=\"" + (data.isEmpty() ? QByteArray("M0 0") : data) +
                    "\"/></clipPath>\n";
    known = knownClips_.insert(knownClips_.end(), {data, id});
  }
  if (openClip_ != known->second) {
    closeClip();
    openClip_ = known->second;
    body_ += "<g clip-path=\"url(#" + openClip_ + ")\">\n";
  }
  body_ += markup + '\n';
}

QByteArray SvgEngine::strokeAttributes() const {
  const QPen pen = state->pen();
  if (pen.style() == Qt::NoPen)
    return {};
  const double scale = pen.isCosmetic() ? 1 : uniformScale(state->transform());
  const double width = std::max(pen.widthF(), pen.widthF() == 0 ? 1.0 : 0.0) * scale;
  QByteArray text = attribute("stroke", color(pen.color())) +
                    opacityAttribute("stroke-opacity", static_cast<double>(pen.color().alphaF()));
  if (width != 1)
    text += attribute("stroke-width", number(width, 3));
  if (pen.capStyle() != Qt::FlatCap)
    text += attribute("stroke-linecap", pen.capStyle() == Qt::RoundCap ? "round" : "square");
  if (pen.joinStyle() == Qt::RoundJoin || pen.joinStyle() == Qt::BevelJoin)
    text += attribute("stroke-linejoin", pen.joinStyle() == Qt::RoundJoin ? "round" : "bevel");
  else
    text += attribute("stroke-miterlimit", number(pen.miterLimit()));
  if (pen.style() != Qt::SolidLine) {
    QByteArray dashes;
    for (const double dash : pen.dashPattern())
      dashes += (dashes.isEmpty() ? "" : " ") + number(dash * width, 3);
    text += attribute("stroke-dasharray", dashes);
    if (pen.dashOffset() != 0)
      text += attribute("stroke-dashoffset", number(pen.dashOffset() * width, 3));
  }
  return text;
}

QByteArray SvgEngine::paintAttributes(bool isFilled, Qt::FillRule rule) const {
  const QBrush brush = state->brush();
  QByteArray text;
  if (!isFilled || brush.style() == Qt::NoBrush) {
    text = attribute("fill", "none");
  } else {
    text = attribute("fill", color(brush.color())) +
           opacityAttribute("fill-opacity", static_cast<double>(brush.color().alphaF()));
    if (rule == Qt::OddEvenFill)
      text += attribute("fill-rule", "evenodd");
  }
  return text + strokeAttributes() + opacityAttribute("opacity", state->opacity());
}

void SvgEngine::emitPath(const QPainterPath& path, bool isFilled) {
  const bool hasFill = isFilled && state->brush().style() != Qt::NoBrush;
  const bool hasStroke = state->pen().style() != Qt::NoPen;
  if (path.isEmpty() || (!hasFill && !hasStroke))
    return;
  // A pen under a transform that scales unevenly has no width of its own in device coordinates: the transform
  // stays.
  const bool outlinesPen = hasStroke && !state->pen().isCosmetic() && uniformScale(state->transform()) == 0;
  if (outlinesPen) {
    const QTransform transform = state->transform();
    QPen pen = state->pen();
    QPainterPathStroker stroker(pen);
    const QPainterPath outline = transform.map(stroker.createStroke(path));
    if (hasFill)
      element("<path d=\"" + pathData(transform.map(path)) + '"' +
              attribute("fill", color(state->brush().color())) +
              opacityAttribute("fill-opacity", static_cast<double>(state->brush().color().alphaF())) +
              opacityAttribute("opacity", state->opacity()) + "/>");
    element("<path d=\"" + pathData(outline) + '"' + attribute("fill", color(pen.color())) +
            opacityAttribute("fill-opacity", static_cast<double>(pen.color().alphaF())) +
            opacityAttribute("opacity", state->opacity()) + "/>");
    return;
  }
  element("<path d=\"" + pathData(state->transform().map(path)) + '"' +
          paintAttributes(isFilled, path.fillRule()) + "/>");
}

void SvgEngine::drawPath(const QPainterPath& path) {
  emitPath(path, true);
}

void SvgEngine::drawLines(const QLineF* lines, int lineCount) {
  QPainterPath path;
  for (int i = 0; i < lineCount; ++i) {
    path.moveTo(lines[i].p1());
    path.lineTo(lines[i].p2());
  }
  emitPath(path, false);
}

void SvgEngine::drawPolygon(const QPointF* points, int pointCount, PolygonDrawMode mode) {
  QPainterPath path;
  for (int i = 0; i < pointCount; ++i) {
    if (i == 0)
      path.moveTo(points[i]);
    else
      path.lineTo(points[i]);
  }
  if (mode != PolylineMode)
    path.closeSubpath();
  path.setFillRule(mode == WindingMode ? Qt::WindingFill : Qt::OddEvenFill);
  emitPath(path, mode != PolylineMode);
}

void SvgEngine::drawEllipse(const QRectF& rect) {
  const double scale = uniformScale(state->transform());
  if (scale == 0 || std::abs(rect.width() - rect.height()) > 1e-9) {
    QPaintEngine::drawEllipse(rect);
    return;
  }
  const QPointF centre = state->transform().map(rect.center());
  element("<circle" + attribute("cx", number(centre.x())) + attribute("cy", number(centre.y())) +
          attribute("r", number(scale * rect.width() / 2, 3)) + paintAttributes(true, Qt::WindingFill) +
          "/>");
}

void SvgEngine::drawPixmap(const QRectF& target, const QPixmap& pixmap, const QRectF& source) {
  drawImage(target, pixmap.toImage(), source, Qt::AutoColor);
}

void SvgEngine::drawImage(const QRectF& target, const QImage& image, const QRectF& source,
                          Qt::ImageConversionFlags) {
  QByteArray png;
  QBuffer buffer(&png);
  buffer.open(QIODevice::WriteOnly);
  if (!image.copy(source.toAlignedRect()).save(&buffer, "PNG"))
    return; // an image without pixels
  element("<image" + attribute("x", number(target.x())) + attribute("y", number(target.y())) +
          attribute("width", number(target.width())) + attribute("height", number(target.height())) +
          attribute("preserveAspectRatio", "none") + matrixAttribute(state->transform()) +
          opacityAttribute("opacity", state->opacity()) +
          attribute("xlink:href", "data:image/png;base64," + png.toBase64()) + "/>");
}

void SvgEngine::drawTextItem(const QPointF& origin, const QTextItem& item) {
  const double scale = uniformScale(state->transform());
  // A run of glyphs without their characters can only be outlined.
  if (!document_.textAsText || scale == 0 || item.text().isEmpty()) {
    QPaintEngine::drawTextItem(origin, item);
    return;
  }
  const QFont font = item.font();
  QByteArray text = "<text xml:space=\"preserve\"" +
                    attribute("font-family", escaped(font.family()) + ", sans-serif") +
                    attribute("font-size", number(font.pixelSize()));
  if (font.weight() != QFont::Normal)
    text += attribute("font-weight", QByteArray::number(font.weight()));
  if (font.italic())
    text += attribute("font-style", "italic");
  const QTransform& transform = state->transform();
  if (transform.type() <= QTransform::TxTranslate)
    text += attribute("x", number(origin.x() + transform.dx())) +
            attribute("y", number(origin.y() + transform.dy()));
  else
    text +=
        attribute("x", number(origin.x())) + attribute("y", number(origin.y())) + matrixAttribute(transform);
  const QColor ink = state->pen().color();
  text += attribute("fill", color(ink)) +
          opacityAttribute("fill-opacity", static_cast<double>(ink.alphaF())) +
          opacityAttribute("opacity", state->opacity());
  element(text + '>' + escaped(item.text()) + "</text>");
}

} // namespace eigenboard::render
