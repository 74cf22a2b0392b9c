#include "app/reader/number_entry.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QApplication>

#include <utility>

namespace eigenboard::reader {

namespace {

constexpr int longestEntry = 300; ///< characters: an expression, not only a number

} // namespace

NumberEntry::NumberEntry(const QString& text, const TextStyle& style, const render::Theme& theme,
                         QWidget* parent)
    : QLineEdit(text, parent) {
  setFont(style.font);
  setFrame(false);
  setTextMargins(4, 0, 4, 0);
  setMaxLength(longestEntry);
  setStyleSheet(
      QStringLiteral("QLineEdit{border:1.5px solid %1;border-radius:4px;padding:0;background:%2;color:%3;"
                     "selection-background-color:%4;selection-color:%3}")
          .arg(theme.link.name(), theme.surface.name(), theme.text.name(), theme.selection.name()));
  clock_.start();
}

void NumberEntry::commit() {
  if (!std::exchange(isOver_, true))
    emit committed(text());
}

bool NumberEntry::event(QEvent* event) {
  if (event->type() == QEvent::KeyPress) {
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Tab || key == Qt::Key_Backtab) {
      commit();
      emit leaveWanted(key == Qt::Key_Tab);
      return true;
    }
  }
  return QLineEdit::event(event);
}

void NumberEntry::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
  case Qt::Key_Escape:
    isOver_ = true;
    emit cancelled();
    break;
  case Qt::Key_Return:
  case Qt::Key_Enter:
    commit();
    break;
  default:
    QLineEdit::keyPressEvent(event);
    break;
  }
}

void NumberEntry::focusOutEvent(QFocusEvent* event) {
  QLineEdit::focusOutEvent(event);
  if (event->reason() != Qt::PopupFocusReason) // its own context menu
    commit();
}

void NumberEntry::mouseDoubleClickEvent(QMouseEvent* event) {
  // The first click opened the entry under the pointer, so the second one arrives here.
  if (clock_.elapsed() < QApplication::doubleClickInterval()) {
    isOver_ = true;
    emit doubleClicked();
    return;
  }
  QLineEdit::mouseDoubleClickEvent(event);
}

} // namespace eigenboard::reader
