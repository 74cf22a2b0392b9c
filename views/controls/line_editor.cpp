#include "views/controls/line_editor.h"

#include <QtWidgets/QLineEdit>

#include <utility>

namespace eigenboard::controls {

void takeDown(QLineEdit*& editor, QWidget& widget) {
  // Null before it hides: hiding takes the focus from it, and that is no end of typing any more.
  QLineEdit* closed = std::exchange(editor, nullptr);
  if (!closed)
    return;
  const bool hadFocus = closed->hasFocus();
  closed->removeEventFilter(&widget);
  closed->hide();
  closed->deleteLater();
  if (hadFocus)
    widget.setFocus();
  widget.update();
}

} // namespace eigenboard::controls
