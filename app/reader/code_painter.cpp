#include "app/reader/code_painter.h"

#include "views/controls/appearance.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QFontMetricsF>
#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

namespace eigenboard::reader {

namespace {

QString text(const char* source) {
  return QCoreApplication::translate("Reader", source);
}

bool isAlwaysShown(const Target& target, const PageState& state) {
  const CodePart& code = target.node->code;
  return target.kind == TargetKind::Run || (target.kind == TargetKind::Reset && code.isEdited) ||
         (target.kind == TargetKind::Copy && (state.copied == target.node || !code.isCell));
}

/// A triangle, or a square while it runs.
QPainterPath runSign(QPointF middle, double size, bool isRunning) {
  QPainterPath sign;
  if (isRunning) {
    sign.addRect(QRectF(middle.x() - size / 2, middle.y() - size / 2, size, size));
  } else {
    sign.moveTo(middle + QPointF(-0.45 * size, -0.6 * size));
    sign.lineTo(middle + QPointF(0.6 * size, 0));
    sign.lineTo(middle + QPointF(-0.45 * size, 0.6 * size));
    sign.closeSubpath();
  }
  return sign;
}

} // namespace

QString codeButtonWord(const Target& target, const PageState& state) {
  const CodePart& code = target.node->code;
  switch (target.kind) {
  case TargetKind::Run:
    return code.isRunning ? text("Stop") : text("Run");
  case TargetKind::Edit:
    return code.isEditing ? text("Done") : text("Edit");
  case TargetKind::Beside:
    return text("Beside");
  case TargetKind::Copy:
    return state.copied == target.node ? text("Copied") : text("Copy");
  case TargetKind::Reset:
    return text("Reset");
  default:
    return {};
  }
}

void paintCodeButton(QPainter& painter, const Target& target, const Typography& type,
                     const render::Theme& theme, const PageState& state, ButtonState button) {
  if (!button.isNear && !button.isActive && !isAlwaysShown(target, state))
    return;
  const CodePart& code = target.node->code;
  // Code may reach under the buttons; they have to be read all the same.
  painter.setPen(Qt::NoPen);
  painter.setBrush(theme.codeSurface);
  painter.drawRoundedRect(target.rect, 4, 4);
  const bool isCopied = target.kind == TargetKind::Copy && state.copied == target.node;
  const QColor color = button.isActive || isCopied || code.isRunning ? theme.link : theme.textMuted;
  const QString word = codeButtonWord(target, state);
  painter.setFont(type.button.font);
  painter.setPen(color);
  if (target.kind != TargetKind::Run) {
    painter.drawText(target.rect, Qt::AlignCenter, word);
  } else {
    const double size = 0.62 * type.button.font.pixelSize();
    const double words = QFontMetricsF(type.button.font).horizontalAdvance(word);
    const double left = target.rect.center().x() - (words + 1.7 * size) / 2;
    painter.fillPath(runSign({left + size / 2, target.rect.center().y()}, size, code.isRunning), color);
    painter.drawText(QRectF(left + 1.7 * size, target.rect.top(), words + 2, target.rect.height()),
                     Qt::AlignLeft | Qt::AlignVCenter, word);
  }
  if (target.kind != TargetKind::Reset || !code.isEdited)
    return;
  const QString mark = text("edited");
  const double width = QFontMetricsF(type.button.font).horizontalAdvance(mark) + 14;
  const QRectF area(target.rect.left() - width, target.rect.top(), width, target.rect.height());
  painter.setPen(Qt::NoPen);
  painter.setBrush(theme.codeSurface);
  painter.drawRoundedRect(area, 4, 4);
  painter.setPen(theme.color(scene::Role::Drag));
  QFont font = type.button.font;
  font.setItalic(true);
  painter.setFont(font);
  painter.drawText(area, Qt::AlignCenter, mark);
}

void paintErrorLine(QPainter& painter, const QRectF& rect, const render::Theme& theme) {
  painter.setPen(Qt::NoPen);
  painter.fillRect(rect, controls::mixed(theme.codeSurface, theme.error, theme.dark ? 0.2 : 0.12));
  painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), theme.error);
}

} // namespace eigenboard::reader
