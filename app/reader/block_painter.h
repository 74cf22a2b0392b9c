#pragma once

#include "app/reader/exercise_state.h"
#include "app/reader/page_painter.h"

namespace eigenboard::reader {

/// The colour of the box of a statement.
QColor statementGround(book::StatementKind kind, const render::Theme& theme);

/// Paints the decorations of statements, mistakes, exercises, components and pictures.
void paintBlock(QPainter& painter, const Decoration& decoration, const Typography& type,
                const render::Theme& theme, const PageState& state);

/// What the sign of an exercise offers where nothing in it is checked.
QString markAsDone();

/// What the sign of an exercise and its words take up: the ring of the focus lies round that.
QRectF exerciseMarkArea(const Target& target, const Typography& type, bool active);

/// How far the reader has come with an exercise: a mark, and the word for it beside it.
void paintExerciseMark(QPainter& painter, const Target& target, const Typography& type,
                       const render::Theme& theme, bool active);

/// "Solved", "Tried"; empty for an exercise not touched yet.
QString progressWord(Progress progress);

/// The state of an exercise and what would change it, for tooltips and screen readers.
QString exerciseWords(const Node& exercise);

} // namespace eigenboard::reader
