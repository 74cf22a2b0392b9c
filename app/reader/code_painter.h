#pragma once

#include "app/reader/code_flow.h"
#include "app/reader/page_painter.h"

namespace eigenboard::reader {

/// isActive: the mouse or the focus is on the button; isNear: on the code it belongs to.
struct ButtonState {
  bool isActive = false;
  bool isNear = false;
};

/// A button of code. At rest only what must be found is there: Run, Stop, and the way back from an edit.
void paintCodeButton(QPainter& painter, const Target& target, const Typography& type,
                     const render::Theme& theme, const PageState& state, ButtonState button);

/// The word on the button of code.
QString codeButtonWord(const Target& target, const PageState& state);

/// The line of code in which an error occurred.
void paintErrorLine(QPainter& painter, const QRectF& rect, const render::Theme& theme);

} // namespace eigenboard::reader
