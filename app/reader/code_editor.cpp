#include "app/reader/code_editor.h"

#include "app/reader/python_highlighter.h"
#include "views/controls/appearance.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QTextBlock>

#include <algorithm>
#include <cmath>

namespace eigenboard::reader {

namespace {

constexpr int step = 4;

int indentation(const QString& line) {
  int blanks = 0;
  while (blanks < line.size() && line[blanks] == u' ')
    ++blanks;
  return blanks;
}

} // namespace

CodeEditor::CodeEditor(const QString& code, QWidget* parent)
    : QTextEdit(parent), highlighter_(new PythonHighlighter(document())) {
  setFrameShape(QFrame::NoFrame);
  setPlainText(QString(code).replace(u'\t', QStringLiteral("    ")));
  setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // the page grows with the code
  setAcceptRichText(false);
  setTabChangesFocus(false);
  document()->setDocumentMargin(0);
}

CodeEditor::~CodeEditor() = default;

void CodeEditor::look(const TextStyle& style, const render::Theme& theme, double margin, int errorLine) {
  if (font() != style.font)
    setFont(style.font);
  const QString sheet =
      QStringLiteral("QTextEdit{border:0;padding:0;background:%1;color:%2;selection-background-color:%3;"
                     "selection-color:%2}")
          .arg(theme.codeSurface.name(), style.color.name(), theme.selection.name());
  if (styleSheet() != sheet)
    setStyleSheet(sheet);
  const int side = static_cast<int>(std::lround(margin));
  setViewportMargins(side - 1, 6, side - 1, 0);
  highlighter_->setLook(style.font, theme);
  if (style.lineHeight != lineHeight_) {
    lineHeight_ = style.lineHeight;
    document()->setDefaultFont(style.font);
    QTextBlockFormat lines;
    lines.setLineHeight(lineHeight_, QTextBlockFormat::FixedHeight);
    QTextCursor all(document());
    all.select(QTextCursor::Document);
    all.mergeBlockFormat(lines);
    document()->clearUndoRedoStacks(); // undoing shall not take the height of the lines back
  }
  markLine(errorLine, theme);
}

void CodeEditor::markLine(int line, const render::Theme& theme) {
  const QTextBlock block = line > 0 ? document()->findBlockByNumber(line - 1) : QTextBlock();
  QList<QTextEdit::ExtraSelection> marks;
  if (block.isValid()) {
    QTextEdit::ExtraSelection mark;
    mark.cursor = QTextCursor(block);
    mark.format.setBackground(controls::mixed(theme.codeSurface, theme.error, theme.dark ? 0.2 : 0.12));
    mark.format.setProperty(QTextFormat::FullWidthSelection, true);
    marks.push_back(mark);
  }
  setExtraSelections(marks);
}

bool CodeEditor::event(QEvent* event) {
  if (event->type() == QEvent::ShortcutOverride) {
    // Escape and Ctrl+Enter belong to the code while it has the focus.
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() == Qt::Key_Escape || key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
      event->accept();
      return true;
    }
  }
  return QTextEdit::event(event);
}

void CodeEditor::keyPressEvent(QKeyEvent* event) {
  const bool control = event->modifiers() & Qt::ControlModifier;
  switch (event->key()) {
  case Qt::Key_Escape:
    return emit closeWanted();
  case Qt::Key_Return:
  case Qt::Key_Enter:
    return control ? emit runWanted() : breakLine();
  case Qt::Key_Tab:
    return textCursor().hasSelection() ? indentLines(1) : insertIndent();
  case Qt::Key_Backtab:
    return indentLines(-1);
  case Qt::Key_Backspace:
    if (!control && eraseIndent())
      return;
    break;
  case Qt::Key_Plus:
  case Qt::Key_Equal:
    if (control)
      return emit zoomWanted(1);
    break;
  case Qt::Key_Minus:
    if (control)
      return emit zoomWanted(-1);
    break;
  case Qt::Key_0:
    if (control)
      return emit zoomWanted(0);
    break;
  default:
    break;
  }
  QTextEdit::keyPressEvent(event);
}

void CodeEditor::wheelEvent(QWheelEvent* event) {
  event->ignore(); // the page scrolls, as everywhere on it
}

void CodeEditor::insertIndent() {
  const int column = textCursor().positionInBlock();
  textCursor().insertText(QString(step - column % step, u' '));
}

void CodeEditor::breakLine() {
  QTextCursor cursor = textCursor();
  const QString before = cursor.block().text().left(cursor.positionInBlock());
  int blanks = indentation(before);
  if (before.trimmed().endsWith(u':'))
    blanks += step;
  cursor.insertText(u'\n' + QString(blanks, u' '));
  setTextCursor(cursor);
  ensureCursorVisible();
}

bool CodeEditor::eraseIndent() {
  QTextCursor cursor = textCursor();
  const int column = cursor.positionInBlock();
  if (cursor.hasSelection() || column == 0 || indentation(cursor.block().text()) < column)
    return false;
  const int count = column % step == 0 ? step : column % step;
  cursor.movePosition(QTextCursor::Left, QTextCursor::KeepAnchor, count);
  cursor.removeSelectedText();
  return true;
}

void CodeEditor::indentLines(int direction) {
  QTextCursor cursor = textCursor();
  const QTextBlock first = document()->findBlock(cursor.selectionStart());
  const QTextBlock last = document()->findBlock(cursor.selectionEnd());
  cursor.beginEditBlock();
  for (QTextBlock block = first; block.isValid(); block = block.next()) {
    QTextCursor line(block);
    if (direction > 0 && !block.text().isEmpty()) {
      line.insertText(QString(step, u' '));
    } else if (direction < 0) {
      line.movePosition(QTextCursor::Right, QTextCursor::KeepAnchor,
                        std::min(step, indentation(block.text())));
      line.removeSelectedText();
    }
    if (block == last)
      break;
  }
  cursor.endEditBlock();
}

} // namespace eigenboard::reader
