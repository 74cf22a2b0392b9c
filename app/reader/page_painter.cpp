#include "app/reader/page_painter.h"

#include "app/reader/block_flow.h"
#include "app/reader/block_painter.h"
#include "app/reader/code_painter.h"
#include "app/reader/wide_block.h"

#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

#include <cmath>

namespace eigenboard::reader {

namespace {

QColor mixed(const QColor& one, const QColor& other, double share) {
  const auto mix = [share](int a, int b) { return static_cast<int>(std::lround(a + share * (b - a))); };
  return {mix(one.red(), other.red()), mix(one.green(), other.green()), mix(one.blue(), other.blue())};
}

class PagePainter {
 public:
  PagePainter(QPainter& painter, const Layout& layout, const Typography& type, const render::Theme& theme,
              const PageState& state)
      : painter_(painter), layout_(layout), type_(type), theme_(theme), state_(state) {}

  void run(const QRectF& clip) {
    for (const Decoration& decoration : layout_.decorations)
      if (decoration.rect.adjusted(-2, -2, 2, 2).intersects(clip))
        decorate(decoration);
    for (std::size_t i = 0; i < layout_.texts.size(); ++i) {
      const PlacedText& text = layout_.texts[i];
      // Fields and outlines of live things reach a little beyond the lines.
      const QRectF area = text.rect().adjusted(-8, -4, 8, 4);
      if (!area.intersects(clip))
        continue;
      if (!text.window.isNull()) {
        painter_.save();
        painter_.setClipRect(text.window, Qt::IntersectClip);
      }
      paintMarks(painter_, text, state_.marks, theme_);
      text.paragraph->paint(painter_, text.origin, clip.translated(-text.origin), theme_,
                            paragraphState(static_cast<int>(i)));
      if (!text.window.isNull())
        painter_.restore();
    }
    for (const Strip& strip : layout_.strips)
      if (strip.window.united(strip.bar).adjusted(-3, -3, 3, 6).intersects(clip))
        paintStrip(painter_, strip, groundOf(strip), theme_, attentionOf(strip));
    for (std::size_t i = 0; i < layout_.targets.size(); ++i)
      if (layout_.targets[i].rect.adjusted(-3, -3, 3, 3).intersects(clip))
        target(static_cast<int>(i));
  }

 private:
  QColor groundOf(const Strip& strip) const {
    QColor ground = theme_.page;
    for (const Decoration& decoration : layout_.decorations)
      if (decoration.kind == DecorationKind::CodeSurface && decoration.node == strip.node)
        ground = theme_.codeSurface;
      else if (decoration.kind == DecorationKind::StatementSurface && ground == theme_.page &&
               decoration.rect.contains(strip.window.center()))
        ground = statementGround(decoration.node->statement, theme_);
    return ground;
  }

  Attention attentionOf(const Strip& strip) const {
    const auto isOn = [&](int index) {
      return index >= 0 && index < static_cast<int>(layout_.targets.size()) &&
             stripOf(layout_, layout_.targets[static_cast<std::size_t>(index)]) == &strip;
    };
    return {state_.isByKeyboard && isOn(state_.focused), isOn(state_.hovered)};
  }

  ParagraphState paragraphState(int text) const {
    ParagraphState made;
    made.selection = state_.selection.isEmpty() ? Span{} : selectedSpan(state_.selection, layout_, text);
    const auto pick = [&](int index, int& link, int& object) {
      if (index < 0 || index >= static_cast<int>(layout_.targets.size()))
        return;
      const Target& target = layout_.targets[static_cast<std::size_t>(index)];
      if (target.text == text)
        (target.kind == TargetKind::Link ? link : object) = target.index;
    };
    pick(state_.focused, made.focusedLink, made.focusedObject);
    if (!state_.isByKeyboard)
      made.focusedLink = -1;
    pick(state_.hovered, made.hoveredLink, made.hoveredObject);
    return made;
  }

  void decorate(const Decoration& decoration) {
    painter_.setPen(Qt::NoPen);
    const QRectF& rect = decoration.rect;
    switch (decoration.kind) {
    case DecorationKind::CodeSurface:
      painter_.setBrush(theme_.codeSurface);
      painter_.drawRoundedRect(rect, 6, 6);
      break;
    case DecorationKind::OutputSurface:
      output(rect);
      break;
    case DecorationKind::ErrorLine:
      paintErrorLine(painter_, rect, theme_);
      break;
    case DecorationKind::CardSurface:
      card(decoration);
      break;
    case DecorationKind::Figure:
      break; // painted by the one who prints
    case DecorationKind::QuoteBar:
    case DecorationKind::FoldBar:
      painter_.setBrush(theme_.rule);
      painter_.drawRoundedRect(rect, 1, 1);
      break;
    case DecorationKind::MessageBar:
      painter_.setBrush(theme_.error);
      painter_.drawRoundedRect(rect, 1, 1);
      break;
    case DecorationKind::TableRule:
    case DecorationKind::Hairline:
      painter_.fillRect(rect.toAlignedRect(), theme_.rule);
      break;
    case DecorationKind::ComponentSign:
    case DecorationKind::StatementSurface:
    case DecorationKind::StatementSign:
    case DecorationKind::MistakeBar:
    case DecorationKind::Chip:
    case DecorationKind::Picture:
      paintBlock(painter_, decoration, type_, theme_, state_);
      break;
    case DecorationKind::HeadRule:
      painter_.fillRect(rect.toAlignedRect(), mixed(theme_.rule, theme_.textMuted, 0.45));
      break;
    }
  }

  /// What code printed hangs below it: no surface of its own, a line at its left.
  void output(const QRectF& rect) {
    painter_.setBrush(mixed(theme_.rule, theme_.textMuted, 0.2));
    painter_.drawRoundedRect(QRectF(rect.left() + 1, rect.top() + 5, 2, rect.height() - 8), 1, 1);
  }

  void card(const Decoration& decoration) {
    const bool onStage = decoration.node && decoration.node->panel.panel == state_.stagePanel;
    const QRectF rect = decoration.rect.adjusted(0.5, 0.5, -0.5, -0.5);
    painter_.setPen(QPen(onStage ? mixed(theme_.rule, theme_.link, 0.5) : theme_.rule, 1));
    painter_.setBrush(theme_.surface);
    painter_.drawRoundedRect(rect, 8, 8);
    const QRectF area = cardPictureArea(decoration.rect.topLeft(), decoration.rect.width(), type_);
    const QImage picture =
        state_.picture && decoration.node ? state_.picture(*decoration.node, area.size().toSize()) : QImage();
    if (picture.isNull())
      emblem(area);
    else
      cardPicture(area, picture);
  }

  void cardPicture(const QRectF& area, const QImage& picture) {
    painter_.save();
    QPainterPath outline;
    outline.addRoundedRect(area, 5, 5);
    painter_.setClipPath(outline, Qt::IntersectClip);
    painter_.drawImage(area.topLeft(), picture);
    painter_.restore();
    painter_.setPen(QPen(theme_.rule, 1));
    painter_.setBrush(Qt::NoBrush);
    painter_.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
  }

  /// A sheared grid with its two arrows: the sign of a panel.
  void emblem(const QRectF& area) {
    painter_.save();
    QPainterPath outline;
    outline.addRoundedRect(area, 6, 6);
    painter_.fillPath(outline, mixed(theme_.surface, theme_.link, theme_.dark ? 0.16 : 0.09));
    painter_.setClipPath(outline, Qt::IntersectClip);
    const double step = area.width() / 4;
    const QPointF origin(area.left() + 1.25 * step, area.bottom() - 1.1 * step);
    const QPointF first(1.5 * step, 0.1 * step);
    const QPointF second(0.55 * step, -1.5 * step);
    painter_.setPen(QPen(mixed(theme_.surface, theme_.link, 0.28), 1));
    for (int i = -4; i <= 4; ++i) {
      painter_.drawLine(origin + i * first - 4 * second, origin + i * first + 4 * second);
      painter_.drawLine(origin + i * second - 4 * first, origin + i * second + 4 * first);
    }
    arrow(origin, origin + 1.15 * first, theme_.color(scene::Role::Drag));
    arrow(origin, origin + 1.15 * second, theme_.color(scene::Role::Response));
    painter_.restore();
  }

  void arrow(QPointF from, QPointF to, const QColor& color) {
    const QPointF along = (to - from) / std::hypot(to.x() - from.x(), to.y() - from.y());
    const QPointF across(-along.y(), along.x());
    painter_.setPen(QPen(color, 2, Qt::SolidLine, Qt::FlatCap));
    painter_.drawLine(from, to - 4 * along);
    QPainterPath head(to);
    head.lineTo(to - 6 * along + 3 * across);
    head.lineTo(to - 6 * along - 3 * across);
    painter_.fillPath(head, color);
  }

  void target(int index) {
    const Target& target = layout_.targets[static_cast<std::size_t>(index)];
    const bool focused = index == state_.focused && state_.isByKeyboard;
    const bool hovered = index == state_.hovered;
    if (target.kind == TargetKind::Fold)
      fold(target, hovered);
    if (isCodeButton(target.kind))
      paintCodeButton(painter_, target, type_, theme_, state_, {hovered || focused, isCodeActive(target)});
    if (target.kind == TargetKind::More && hovered)
      ring(target.rect.adjusted(-3, 0, 3, 0), theme_.textMuted, 1, 4);
    if (target.kind == TargetKind::Exercise)
      paintExerciseMark(painter_, target, type_, theme_, hovered || focused);
    if (target.kind == TargetKind::Card && hovered)
      ring(target.rect, theme_.textMuted, 1, 8);
    if (focused && target.kind != TargetKind::Link && target.kind != TargetKind::Object &&
        target.kind != TargetKind::Strip)
      ring(target.kind == TargetKind::Exercise ? exerciseMarkArea(target, type_, true) : target.rect,
           theme_.link, 1.6, target.kind == TargetKind::Card ? 8 : 4);
  }

  /// Whether the buttons of the code show: the mouse is on it, or the focus on one of them.
  bool isCodeActive(const Target& target) const {
    const bool isFocused = state_.isByKeyboard && state_.focused >= 0 &&
                           state_.focused < static_cast<int>(layout_.targets.size()) &&
                           isCodeButton(layout_.targets[static_cast<std::size_t>(state_.focused)].kind) &&
                           layout_.targets[static_cast<std::size_t>(state_.focused)].node == target.node;
    return isFocused || state_.hoveredCode == target.node || target.node->code.isEditing;
  }

  void ring(const QRectF& rect, const QColor& color, double width, double radius) {
    painter_.setPen(QPen(color, width));
    painter_.setBrush(Qt::NoBrush);
    painter_.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
  }

  void fold(const Target& target, bool hovered) {
    const double size = 0.5 * type_.summary.font.pixelSize();
    const QPointF center(target.rect.left() + 0.6 * size + 1, target.rect.center().y());
    QPainterPath chevron;
    if (target.node->open) {
      chevron.moveTo(center + QPointF(-size / 2, -size / 4));
      chevron.lineTo(center + QPointF(0, size / 4));
      chevron.lineTo(center + QPointF(size / 2, -size / 4));
    } else {
      chevron.moveTo(center + QPointF(-size / 4, -size / 2));
      chevron.lineTo(center + QPointF(size / 4, 0));
      chevron.lineTo(center + QPointF(-size / 4, size / 2));
    }
    painter_.strokePath(chevron,
                        QPen(theme_.link, hovered ? 2.2 : 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  }

  QPainter& painter_;
  const Layout& layout_;
  const Typography& type_;
  const render::Theme& theme_;
  const PageState& state_;
};

} // namespace

void paintPage(QPainter& painter, const Layout& layout, const Typography& type, const render::Theme& theme,
               const PageState& state, const QRectF& clip) {
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setRenderHint(QPainter::TextAntialiasing);
  PagePainter(painter, layout, type, theme, state).run(clip);
}

} // namespace eigenboard::reader
