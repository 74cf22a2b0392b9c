#pragma once

#include "views/controls/themed.h"

#include <QtWidgets/QFrame>

class QLabel;
class QPlainTextEdit;

namespace eigenboard::navigation {

/// A small sheet beside the text on which a note is written. What was written is kept however the sheet is
/// closed: by Escape, Ctrl+Enter, Done or a click elsewhere.
class NoteEditor : public QFrame, public controls::Themed {
  Q_OBJECT

 public:
  NoteEditor(const render::Theme& theme, QWidget* parent);

  /// Opens it below the area, or above where there is no room; both in the parent's coordinates. id: 0 for a
  /// new note.
  void open(qint64 id, const QString& passage, const QString& text, const QRect& beside);
  void finish();
  bool isOpen() const { return isVisible(); }
  QPlainTextEdit& text() { return *text_; }

 signals:
  /// text is not as it was.
  void written(qint64 id, const QString& text);
  void removeWanted(qint64 id);
  void closed(); ///< about to close: the keyboard belongs to the page again

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void themeChanged() override;

 private:
  qint64 id_ = 0;
  QString before_;
  bool isFinishing_ = false;
  QLabel* passage_ = nullptr;
  QPlainTextEdit* text_ = nullptr;
  QWidget* remove_ = nullptr;
};

} // namespace eigenboard::navigation
