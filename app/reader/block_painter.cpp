#include "app/reader/block_painter.h"

#include "app/reader/block_icons.h"
#include "views/controls/appearance.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QFontMetricsF>
#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

#include <cmath>

namespace eigenboard::reader {

namespace {

void statementSurface(QPainter& painter, const Decoration& decoration, const render::Theme& theme) {
  const book::StatementKind kind = decoration.node->statement;
  const QColor accent = statementColor(kind, theme);
  QPainterPath outline;
  outline.addRoundedRect(decoration.rect, 5, 5);
  painter.fillPath(outline, statementGround(kind, theme));
  if (theme.highContrast) {
    painter.setPen(QPen(theme.rule, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(decoration.rect.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
  }
  painter.save();
  painter.setClipPath(outline, Qt::IntersectClip);
  painter.fillRect(QRectF(decoration.rect.left(), decoration.rect.top(), 3, decoration.rect.height()),
                   controls::mixed(theme.page, accent, theme.highContrast ? 1 : 0.75));
  painter.restore();
}

/// What stands in the place of an image that is not there: its description, and why.
void placeholder(QPainter& painter, const Decoration& decoration, const QString& problem,
                 const Typography& type, const render::Theme& theme) {
  painter.setPen(QPen(theme.rule, 1));
  painter.setBrush(theme.codeSurface);
  painter.drawRoundedRect(decoration.rect.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
  const QRectF words = decoration.rect.adjusted(10, 6, -10, -6);
  if (words.height() < type.note.lineHeight)
    return;
  painter.setFont(type.note.font);
  painter.setPen(problem.isEmpty() ? theme.textMuted : theme.error);
  const QString& description = decoration.node->description;
  painter.drawText(words, Qt::AlignCenter | Qt::TextWordWrap,
                   problem.isEmpty()       ? description
                   : description.isEmpty() ? problem
                                           : description + u'\n' + problem);
}

void picture(QPainter& painter, const Decoration& decoration, const Typography& type,
             const render::Theme& theme, const PageState& state) {
  const QImage image =
      state.picture ? state.picture(*decoration.node, decoration.rect.size().toSize()) : QImage();
  if (image.isNull())
    return placeholder(painter, decoration,
                       state.pictureProblem ? state.pictureProblem(*decoration.node) : QString(), type,
                       theme);
  if (theme.dark && image.hasAlphaChannel()) // pictures are made for white paper
    painter.fillRect(decoration.rect, Qt::white);
  painter.setRenderHint(QPainter::SmoothPixmapTransform);
  painter.drawImage(decoration.rect, image, QRectF(image.rect()));
}

} // namespace

QColor statementGround(book::StatementKind kind, const render::Theme& theme) {
  return controls::mixed(theme.page, statementColor(kind, theme), theme.dark ? 0.065 : 0.055);
}

void paintBlock(QPainter& painter, const Decoration& decoration, const Typography& type,
                const render::Theme& theme, const PageState& state) {
  if (!decoration.node)
    return;
  switch (decoration.kind) {
  case DecorationKind::ComponentSign:
    paintComponentIcon(painter, decoration.rect, decoration.node->component,
                       componentColor(decoration.node->component, theme));
    break;
  case DecorationKind::StatementSurface:
    statementSurface(painter, decoration, theme);
    break;
  case DecorationKind::StatementSign:
    paintStatementIcon(painter, decoration.rect, decoration.node->statement,
                       statementColor(decoration.node->statement, theme));
    break;
  case DecorationKind::MistakeBar:
    painter.setPen(Qt::NoPen);
    painter.setBrush(
        controls::mixed(theme.page, theme.color(scene::Role::Negative), theme.highContrast ? 1 : 0.6));
    painter.drawRoundedRect(decoration.rect, 1, 1);
    break;
  case DecorationKind::Chip:
    painter.setPen(QPen(theme.rule, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(decoration.rect.adjusted(0.5, 0.5, -0.5, -0.5), decoration.rect.height() / 2,
                            decoration.rect.height() / 2);
    break;
  case DecorationKind::Picture:
    picture(painter, decoration, type, theme, state);
    break;
  default:
    break;
  }
}

QString progressWord(Progress progress) {
  return progress == Progress::Solved  ? QCoreApplication::translate("Reader", "Solved")
         : progress == Progress::Tried ? QCoreApplication::translate("Reader", "Tried")
                                       : QString();
}

QString markAsDone() {
  return QCoreApplication::translate("Reader", "Mark as done");
}

namespace {

QString exerciseMarkWords(const Target& target, bool active) {
  const Progress progress = exerciseState(*target.node).progress();
  return active && progress != Progress::Solved && !isChecked(*target.node) ? markAsDone()
                                                                            : progressWord(progress);
}

} // namespace

QRectF exerciseMarkArea(const Target& target, const Typography& type, bool active) {
  const double side = target.rect.height() - 6;
  const double words =
      std::ceil(QFontMetricsF(type.part.font).horizontalAdvance(exerciseMarkWords(target, active)));
  const double width = side + 8 + (words > 0 ? words + 9 : 0);
  return {target.rect.right() - width + 4, target.rect.top() - 1, width, target.rect.height() + 2};
}

void paintExerciseMark(QPainter& painter, const Target& target, const Typography& type,
                       const render::Theme& theme, bool active) {
  const Progress progress = exerciseState(*target.node).progress();
  const double side = target.rect.height() - 6;
  const QRectF mark(target.rect.right() - side, target.rect.top() + 3, side, side);
  paintProgressMark(painter, mark, progress, theme);
  const QString words = exerciseMarkWords(target, active);
  painter.setFont(type.part.font);
  painter.setPen(progress == Progress::Solved ? theme.text : theme.textMuted);
  painter.drawText(target.rect.adjusted(0, 0, -side - 7, 0), Qt::AlignRight | Qt::AlignVCenter, words);
}

QString exerciseWords(const Node& exercise) {
  const ExerciseState state = exerciseState(exercise);
  switch (state.progress()) {
  case Progress::Solved:
    return QCoreApplication::translate("Reader", "Exercise %1 is solved").arg(state.number);
  case Progress::Tried:
  case Progress::Untouched:
    break;
  }
  return isChecked(exercise)
             ? QCoreApplication::translate(
                   "Reader", "Exercise %1 is solved when every answer is right and every challenge reached")
                   .arg(state.number)
             : QCoreApplication::translate("Reader", "Exercise %1: say that you have done it")
                   .arg(state.number);
}

} // namespace eigenboard::reader
