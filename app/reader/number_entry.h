#pragma once

#include "app/reader/typography.h"

#include <QtCore/QElapsedTimer>
#include <QtWidgets/QLineEdit>

namespace eigenboard::reader {

/// A field over a number or an answer in the text, for typing. It ends by itself: with Enter, Tab or the loss
/// of the focus it gives what was typed; with Escape nothing. A click that follows the one that opened it is
/// a double click.
class NumberEntry : public QLineEdit {
  Q_OBJECT

 public:
  NumberEntry(const QString& text, const TextStyle& style, const render::Theme& theme, QWidget* parent);
  /// From now on it commits nothing.
  void abandon() { isOver_ = true; }

 signals:
  void committed(const QString& text);
  void cancelled();
  void doubleClicked();
  void leaveWanted(bool forward);

 protected:
  bool event(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;

 private:
  void commit();

  QElapsedTimer clock_;
  bool isOver_ = false;
};

} // namespace eigenboard::reader
