#pragma once

#include "app/reader/typography.h"

#include <QtWidgets/QTextEdit>

namespace eigenboard::reader {

class PythonHighlighter;

/// Python in its place on the page, to be typed over. Tab and Shift+Tab indent, Enter keeps the indentation,
/// Ctrl+Enter runs, Escape leaves.
class CodeEditor : public QTextEdit {
  Q_OBJECT

 public:
  explicit CodeEditor(const QString& code, QWidget* parent);
  ~CodeEditor() override;
  /// Looks like the code on the page. margin: px before the text; errorLine: to be marked, from 1, 0 none.
  void look(const TextStyle& style, const render::Theme& theme, double margin, int errorLine);

 signals:
  void runWanted();
  void closeWanted();
  void zoomWanted(int direction);

 protected:
  bool event(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;

 private:
  void indentLines(int direction);
  void insertIndent();
  void breakLine();
  bool eraseIndent();
  void markLine(int line, const render::Theme& theme);

  PythonHighlighter* highlighter_;
  double lineHeight_ = 0;
};

} // namespace eigenboard::reader
