#include "app/reader/wide_block.h"

#include "app/reader/ink.h"

#include <QtGui/QLinearGradient>
#include <QtGui/QPainter>

#include <algorithm>

namespace eigenboard::reader {

namespace {

constexpr double stripBarHeight = 3;
constexpr double stripReach = 26;         ///< px over which an edge fades
constexpr double nearestToStripEdge = 24; ///< px between the edge and what is brought into sight

void shift(Layout& layout, const Strip& strip, double pixels) {
  for (std::size_t i = strip.firstText; i < strip.lastText; ++i)
    layout.texts[i].origin.rx() -= pixels;
  for (Target& target : layout.targets) {
    const bool isBehind =
        target.text >= static_cast<int>(strip.firstText) && target.text < static_cast<int>(strip.lastText);
    if (isBehind || (target.kind == TargetKind::More && target.node == strip.node))
      target.rect.translate(-pixels, 0);
  }
}

QRectF stripHandle(const Strip& strip) {
  const double share = strip.window.width() / (strip.window.width() + strip.furthest);
  const double width = std::max(24., share * strip.bar.width());
  const double at = strip.furthest > 0 ? strip.node->scrolled / strip.furthest : 0;
  return {strip.bar.left() + at * (strip.bar.width() - width), strip.bar.center().y() - stripBarHeight / 2,
          width, stripBarHeight};
}

} // namespace

QRectF PlacedText::rect() const {
  const QRectF whole(origin, QSizeF(paragraph->width(), paragraph->height()));
  if (window.isNull())
    return whole;
  const double left = std::clamp(whole.left(), window.left(), window.right());
  const double right = std::clamp(whole.right(), window.left(), window.right());
  return {left, whole.top(), right - left, whole.height()};
}

void addStrip(Layout& layout, Node& node, const QRectF& window, double contentWidth, std::size_t first) {
  Strip strip;
  strip.node = &node;
  strip.window = window;
  const double inset = node.kind == NodeKind::Table ? 0 : 6; // of a surface with round corners
  strip.bar =
      QRectF(window.left() + inset, window.bottom(), std::max(1., window.width() - 2 * inset), stripBarRoom);
  strip.furthest = std::max(0., contentWidth - window.width());
  strip.firstText = first;
  strip.lastText = layout.texts.size();
  node.scrolled = std::clamp(node.scrolled, 0., strip.furthest);
  for (std::size_t i = strip.firstText; i < strip.lastText; ++i)
    layout.texts[i].window = window;
  shift(layout, strip, node.scrolled);
  layout.targets.push_back({TargetKind::Strip, -1, -1, &node, strip.bar});
  layout.strips.push_back(strip);
}

const Strip* stripAt(const Layout& layout, QPointF point) {
  const auto found = std::find_if(layout.strips.begin(), layout.strips.end(), [&](const Strip& strip) {
    return strip.window.contains(point) || strip.bar.contains(point);
  });
  return found == layout.strips.end() ? nullptr : &*found;
}

const Strip* stripOf(const Layout& layout, const Target& target) {
  if (target.kind != TargetKind::Strip)
    return nullptr;
  const auto found = std::find_if(layout.strips.begin(), layout.strips.end(),
                                  [&](const Strip& strip) { return strip.node == target.node; });
  return found == layout.strips.end() ? nullptr : &*found;
}

const Strip* stripWith(const Layout& layout, int text) {
  const auto found = std::find_if(layout.strips.begin(), layout.strips.end(), [&](const Strip& strip) {
    return text >= static_cast<int>(strip.firstText) && text < static_cast<int>(strip.lastText);
  });
  return found == layout.strips.end() ? nullptr : &*found;
}

bool moveStrip(Layout& layout, const Strip& strip, double pixels) {
  const double before = strip.node->scrolled;
  strip.node->scrolled = std::clamp(before + pixels, 0., strip.furthest);
  shift(layout, strip, strip.node->scrolled - before);
  return strip.node->scrolled != before;
}

double stripPace(const Strip& strip) {
  return strip.furthest / std::max(1., strip.bar.width() - stripHandle(strip).width());
}

double stripJump(const Strip& strip, double x) {
  const QRectF handle = stripHandle(strip);
  return x < handle.left() || x > handle.right() ? (x - handle.center().x()) * stripPace(strip) : 0;
}

double showSideways(Layout& layout, const QRectF& pageRect) {
  for (const Strip& strip : layout.strips) {
    const QRectF& window = strip.window;
    const double middle = pageRect.center().y();
    if (middle < window.top() || middle > window.bottom())
      continue;
    const double before = strip.node->scrolled;
    double wanted = 0;
    if (pageRect.right() > window.right())
      wanted = std::min(pageRect.right() - window.right() + nearestToStripEdge,
                        std::max(0., pageRect.left() - window.left() - nearestToStripEdge));
    else if (pageRect.left() < window.left())
      wanted = pageRect.left() - window.left() - nearestToStripEdge;
    if (wanted != 0 && moveStrip(layout, strip, wanted))
      return strip.node->scrolled - before;
  }
  return 0;
}

void paintStrip(QPainter& painter, const Strip& strip, const QColor& ground, const render::Theme& theme,
                Attention attention) {
  const double reach = std::min(stripReach, strip.window.width() / 4);
  const auto fade = [&](double from, double to, double strength) {
    if (strength <= 0)
      return;
    QLinearGradient gradient(from, 0, to, 0);
    gradient.setColorAt(0, translucent(ground, std::min(1., strength)));
    gradient.setColorAt(1, translucent(ground, 0));
    painter.fillRect(QRectF(QPointF(std::min(from, to), strip.window.top()),
                            QPointF(std::max(from, to), strip.window.bottom())),
                     gradient);
  };
  // The first px of scrolling do not jump.
  fade(strip.window.left(), strip.window.left() + reach, strip.node->scrolled / reach);
  fade(strip.window.right(), strip.window.right() - reach, (strip.furthest - strip.node->scrolled) / reach);

  const bool isActive = attention.focused || attention.hovered;
  const double radius = stripBarHeight / 2;
  painter.setPen(Qt::NoPen);
  painter.setBrush(theme.rule);
  // Where all ink is strong, the track is a hairline, so that the handle stands out.
  const double track = theme.highContrast ? 0.5 : radius;
  painter.drawRoundedRect(
      QRectF(strip.bar.left(), strip.bar.center().y() - track, strip.bar.width(), 2 * track), track, track);
  painter.setBrush(attention.focused ? theme.link : theme.textMuted);
  painter.setOpacity(isActive || theme.highContrast ? 1 : 0.6);
  const double wider = isActive ? 1 : 0;
  painter.drawRoundedRect(stripHandle(strip).adjusted(0, -wider, 0, wider), radius + wider, radius + wider);
  painter.setOpacity(1);
  if (!attention.focused)
    return;
  painter.setPen(QPen(theme.link, 1.6));
  painter.setBrush(Qt::NoBrush);
  painter.drawRoundedRect(QRectF(strip.window.topLeft(), QPointF(strip.window.right(), strip.bar.bottom())),
                          5, 5);
}

} // namespace eigenboard::reader
