#include "app/reader/wide_formula.h"

#include "views/typesetting/formula_break.h"
#include "views/typesetting/formula_painter.h"

#include <QtGui/QImage>
#include <QtGui/QLinearGradient>
#include <QtGui/QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

namespace eigenboard::reader {

namespace {

constexpr double leastDisplayScale = 0.75; // below, subscripts are no longer read with ease
constexpr double leastScale = 0.02;        // of what can neither be broken nor scrolled: small, but not cut
constexpr double markHeight = 3;           // px, of the mark below a window
constexpr double markRoom = 11;            // px, from the formula's depth to below the mark
constexpr double bleed = 6;                // px; accents and italic letters reach beyond their boxes

void fitToRows(InlineObject& object, const TextStyle& style, double available) {
  const double widest = typesetting::widestSegment(*object.formula) * style.formulaEm;
  object.scale = widest > available ? std::max(leastScale, available / widest) : 1;
  const double em = style.formulaEm * object.scale;
  double y = 0;
  double depth = 0;
  double left = 0;
  object.width = 0;
  for (typesetting::FormulaPointer& formula : typesetting::brokenFormula(object.formula, available / em)) {
    const auto extent = typesetting::formulaExtent(*formula, em);
    if (object.rows.empty())
      object.above = extent.height;
    else
      y += std::max(style.lineHeight, std::ceil(depth + extent.height + 0.25 * em));
    depth = extent.depth;
    object.width = std::max(object.width, extent.width);
    const double width = formula->width;
    object.rows.push_back({std::move(formula), y, left});
    left += width;
  }
  object.below = y + depth;
  if (object.rows.size() < 2)
    object.rows.clear();
}

double furthest(const InlineObject& object) {
  return std::max(0., object.contentWidth - object.width);
}

/// The part of the formula that shows, with its edges faded out where it goes on.
QImage windowImage(const InlineObject& object, const QRectF& window, double baseline, double ratio,
                   const TextStyle& style, const render::Theme& theme) {
  QImage image((window.size() * ratio).toSize().expandedTo({1, 1}), QImage::Format_ARGB32_Premultiplied);
  image.fill(Qt::transparent);
  QPainter painter(&image);
  painter.scale(ratio, ratio);
  typesetting::paintFormula(painter, {bleed - object.scrolled, baseline}, style.formulaEm * object.scale,
                            *object.formula, style.color, theme.error);
  const double reach = std::min(2.5 * style.formulaEm, window.width() / 4);
  const double left = std::min(1., object.scrolled / reach); // the first px of scrolling do not jump
  const double right = std::min(1., (furthest(object) - object.scrolled) / reach);
  QLinearGradient fade(0, 0, window.width(), 0);
  const auto opaque = [](double share) { return QColor::fromRgbF(0, 0, 0, static_cast<float>(share)); };
  fade.setColorAt(0, opaque(1 - left));
  fade.setColorAt(reach / window.width(), opaque(1));
  fade.setColorAt(1 - reach / window.width(), opaque(1));
  fade.setColorAt(1, opaque(1 - right));
  painter.setCompositionMode(QPainter::CompositionMode_DestinationIn);
  painter.fillRect(QRectF(QPointF(), window.size()), fade);
  return image;
}

void paintWindow(QPainter& painter, const InlineObject& object, QPointF origin, const TextStyle& style,
                 const render::Theme& theme, Attention attention) {
  const double top = std::floor(origin.y() - object.above - bleed);
  const double markTop = std::round(origin.y() + object.below - markHeight - 1);
  const QRectF window(origin.x() - bleed, top, object.width + 2 * bleed,
                      std::ceil(origin.y() + object.below - markRoom + bleed - top));
  const double ratio = std::clamp(painter.deviceTransform().m11(), 1., 4.);
  painter.drawImage(window, windowImage(object, window, origin.y() - top, ratio, style, theme));

  const QRectF track(origin.x(), markTop, object.width, markHeight);
  const double share = object.width / object.contentWidth;
  const QRectF mark(track.left() + object.scrolled * share, track.top(), object.width * share, markHeight);
  painter.setPen(Qt::NoPen);
  painter.setBrush(theme.rule);
  // Where all ink is strong, the track is a hairline, so that the mark stands out.
  const double thinner = theme.highContrast ? 1 : 0;
  painter.drawRoundedRect(track.adjusted(0, thinner, 0, -thinner), markHeight / 2 - thinner,
                          markHeight / 2 - thinner);
  painter.setBrush(attention.focused ? theme.link : theme.textMuted);
  painter.setOpacity(attention.focused || attention.hovered || theme.highContrast ? 1 : 0.6);
  painter.drawRoundedRect(mark, markHeight / 2, markHeight / 2);
  painter.setOpacity(1);
  if (!attention.focused)
    return;
  painter.setPen(QPen(theme.link, 1.6));
  painter.setBrush(Qt::NoBrush);
  painter.drawRoundedRect(QRectF(window.topLeft(), QPointF(window.right(), track.bottom() + 3)), 4, 4);
}

} // namespace

void fitFormula(InlineObject& object, const TextStyle& style, double available) {
  const auto extent = typesetting::formulaExtent(*object.formula, style.formulaEm);
  object.scale = 1;
  object.rows.clear();
  object.contentWidth = 0;
  const bool tooWide = extent.width > available && extent.width > 0;
  if (tooWide && !object.display && object.formula->segments.size() > 1)
    return fitToRows(object, style, available);
  const double least = object.display && style.scrollsWide ? leastDisplayScale : leastScale;
  if (tooWide)
    object.scale = std::max(least, available / extent.width);
  object.width = extent.width * object.scale;
  object.above = extent.height * object.scale;
  object.below = extent.depth * object.scale;
  if (object.display && style.scrollsWide && object.width > available) {
    object.contentWidth = object.width;
    object.width = available;
    object.below += markRoom;
  }
  object.scrolled = std::clamp(object.scrolled, 0., furthest(object));
}

bool isScrollable(const InlineObject& object) {
  return object.kind == ObjectKind::Formula && furthest(object) > 0;
}

bool scrollFormula(InlineObject& object, double pixels) {
  const double before = object.scrolled;
  object.scrolled = std::clamp(before + pixels, 0., furthest(object));
  return object.scrolled != before;
}

int symbolUnder(const InlineObject& object, const TextStyle& style, QPointF point,
                const std::vector<typesetting::SymbolAt>& symbols) {
  constexpr double anywhere = std::numeric_limits<double>::infinity();
  const double em = style.formulaEm * object.scale;
  if (object.rows.empty()) {
    if (isScrollable(object) && (point.x() < 0 || point.x() > object.width))
      return -1;
    return typesetting::symbolNear(symbols, (point + QPointF(object.scrolled, 0)) / em, -anywhere, anywhere);
  }
  // The row whose ink is nearest in height.
  const FormulaRow* nearest = nullptr;
  double least = anywhere;
  for (const FormulaRow& row : object.rows) {
    const double down = point.y() - row.y;
    const double away = std::max({-down - row.formula->height * em, down - row.formula->depth * em, 0.});
    if (away < least) {
      least = away;
      nearest = &row;
    }
  }
  if (!nearest)
    return -1;
  return typesetting::symbolNear(symbols, (point - QPointF(0, nearest->y)) / em + QPointF(nearest->left, 0),
                                 nearest->left, nearest->left + nearest->formula->width);
}

QRectF placeOf(const QRectF& em, const InlineObject& object, const TextStyle& style, QPointF origin) {
  const double size = style.formulaEm * object.scale;
  QPointF corner(em.left() * size, em.top() * size);
  for (const FormulaRow& row : object.rows)
    if (em.center().x() >= row.left && em.center().x() <= row.left + row.formula->width) {
      corner = QPointF((em.left() - row.left) * size, em.top() * size + row.y);
      break;
    }
  const QRectF whole(origin + corner - QPointF(object.scrolled, 0), em.size() * size);
  if (!isScrollable(object))
    return whole;
  const double left = std::clamp(whole.left(), origin.x(), origin.x() + object.width);
  const double right = std::clamp(whole.right(), origin.x(), origin.x() + object.width);
  return {left, whole.top(), right - left, whole.height()};
}

void paintFittedFormula(QPainter& painter, const InlineObject& object, QPointF origin, const TextStyle& style,
                        const render::Theme& theme, Attention attention) {
  if (isScrollable(object))
    return paintWindow(painter, object, origin, style, theme, attention);
  for (const FormulaRow& row : object.rows)
    typesetting::paintFormula(painter, origin + QPointF(0, row.y), style.formulaEm * object.scale,
                              *row.formula, style.color, theme.error);
}

} // namespace eigenboard::reader
