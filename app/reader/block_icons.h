#pragma once

#include "app/book/groups.h"
#include "app/reader/exercise_state.h"
#include "views/render/theme.h"

class QPainter;
class QRectF;

namespace eigenboard::reader {

/// The accent of a component (its place in book::componentNames()), readable as small text on the page.
QColor componentColor(int component, const render::Theme& theme);
/// The sign of a component, in lines, inside a square.
void paintComponentIcon(QPainter& painter, const QRectF& area, int component, const QColor& color);

QColor statementColor(book::StatementKind kind, const render::Theme& theme);
/// The sign of a note, a tip, a warning and the like.
void paintStatementIcon(QPainter& painter, const QRectF& area, book::StatementKind kind, const QColor& color);

/// An empty ring, a half-filled one, a disc with a tick.
void paintProgressMark(QPainter& painter, const QRectF& area, Progress progress, const render::Theme& theme);

} // namespace eigenboard::reader
