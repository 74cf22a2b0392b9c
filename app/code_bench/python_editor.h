#pragma once

#include "views/render/theme.h"

#include <Qsci/qsciscintilla.h>

namespace eigenboard::code_bench {

class PythonLexer;

/// Python to be written: numbered lines, the page's colours, indentation, brackets, the words of the text
/// offered at Ctrl+Space, the line of an error with what Python said of it. Ctrl+Enter or Shift+Enter runs,
/// Ctrl+. stops, Ctrl+/ makes lines a comment or code again, Ctrl+Tab goes to the next control, Escape
/// leaves.
class PythonEditor : public QsciScintilla {
  Q_OBJECT

 public:
  explicit PythonEditor(QWidget* parent = nullptr);
  /// font: by pixels.
  void setLook(const QFont& font, const render::Theme& theme);
  /// Another text, which cannot be undone.
  void open(const QString& code);
  /// Another text in place of this one, as one step that can be undone.
  void replaceAll(const QString& code);
  /// line: from 1; 0: no error. words: what is said under it. A new one is scrolled to.
  void markError(int line, const QString& words);

 signals:
  void runWanted();
  void stopWanted();
  void closeWanted();
  void leaveWanted(bool next);    ///< to the next control, or the one before
  void zoomWanted(int direction); ///< Ctrl with the wheel

 protected:
  bool event(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;

 private:
  void leaveKeysToTheWindow();
  void fitNumbers();
  void forgetWidth();
  void toggleComment();
  void showError();

  PythonLexer* lexer_;
  int errorLine_ = 0;
  QString errorWords_;
  QColor errorInk_;
  QFont noteFont_;
  QColor ground_;
};

} // namespace eigenboard::code_bench
