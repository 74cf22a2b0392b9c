#include "app/code_bench/python_editor.h"

#include "app/code_bench/python_lexer.h"
#include "views/controls/appearance.h"

#include <Qsci/qscicommandset.h>
#include <Qsci/qscistyle.h>
#include <QtGui/QKeyEvent>

#include <algorithm>

namespace eigenboard::code_bench {

namespace {

constexpr int blanks = 4;
constexpr int numberMargin = 0;
constexpr int errorMarker = 1;
constexpr int errorStyle = 40;      ///< beyond the lexer's, below what the library keeps for itself
constexpr double spareHeight = 0.3; ///< of the type's size, above and below a line

/// The library sets type by points, the page by pixels.
QFont byPoints(const QFont& font, const QPaintDevice& device) {
  QFont points = font;
  points.setPointSizeF(font.pixelSize() * 72.0 / device.logicalDpiY());
  return points;
}

} // namespace

PythonEditor::PythonEditor(QWidget* parent) : QsciScintilla(parent), lexer_(new PythonLexer(this)) {
  setUtf8(true);
  setEolMode(EolUnix);
  setLexer(lexer_);
  setFrameShape(QFrame::NoFrame);
  setIndentationsUseTabs(false);
  setTabWidth(blanks);
  setIndentationWidth(blanks);
  setTabIndents(true);
  setBackspaceUnindents(true);
  setAutoIndent(true);
  setBraceMatching(SloppyBraceMatch);
  setCaretLineVisible(true);
  setAutoCompletionSource(AcsDocument);
  setAutoCompletionThreshold(-1); // only when asked for
  setMarginType(numberMargin, NumberMargin);
  setMarginWidth(1, 0);
  SendScintilla(SCI_SETMARGINLEFT, 0, controls::unit);
  markerDefine(Background, errorMarker);
  setAnnotationDisplay(AnnotationStandard);
  SendScintilla(SCI_SETSCROLLWIDTH, 1);
  SendScintilla(SCI_SETSCROLLWIDTHTRACKING, 1);
  leaveKeysToTheWindow();
  connect(this, &PythonEditor::linesChanged, this, &PythonEditor::fitNumbers);
}

/// The library takes two dozen keys with Ctrl, of which the window needs some. What every editor has stays.
void PythonEditor::leaveKeysToTheWindow() {
  constexpr int usual[] = {Qt::Key_Z, Qt::Key_Y, Qt::Key_X, Qt::Key_C, Qt::Key_V, Qt::Key_A};
  for (QsciCommand* command : standardCommands()->commands()) {
    const int key = command->key();
    const int letter = key & ~static_cast<int>(Qt::KeyboardModifierMask);
    const bool isControl = (key & static_cast<int>(Qt::CTRL)) != 0;
    const bool isPlain = letter >= Qt::Key_Space && letter <= Qt::Key_ydiaeresis;
    if (isControl && isPlain && std::find(std::begin(usual), std::end(usual), letter) == std::end(usual))
      command->setKey(0);
    if (letter == Qt::Key_Escape)
      command->setKey(0);
  }
  if (QsciCommand* redo = standardCommands()->find(QsciCommand::Redo))
    redo->setAlternateKey(static_cast<int>(Qt::CTRL) | static_cast<int>(Qt::SHIFT) |
                          static_cast<int>(Qt::Key_Z));
}

void PythonEditor::setLook(const QFont& font, const render::Theme& theme) {
  const QFont points = byPoints(font, *this);
  lexer_->setLook(points, theme);
  lexer_->styleText(0, 0);
  ground_ = theme.codeSurface;
  errorInk_ = theme.error;
  noteFont_ = points;
  noteFont_.setItalic(true);
  const int spare = static_cast<int>(spareHeight * font.pixelSize());
  setExtraAscent(spare);
  setExtraDescent(spare);
  setMarginsFont(points);
  setMarginsForegroundColor(theme.textMuted);
  setMarginsBackgroundColor(theme.codeSurface);
  setCaretForegroundColor(theme.text);
  QColor line = theme.text; // through it the ground of an error is seen
  line.setAlphaF(theme.dark ? 0.06F : 0.035F);
  setCaretLineBackgroundColor(line);
  setSelectionBackgroundColor(theme.selection);
  resetSelectionForegroundColor();
  setMatchedBraceForegroundColor(theme.link);
  setMatchedBraceBackgroundColor(theme.selection);
  setUnmatchedBraceForegroundColor(theme.error);
  setUnmatchedBraceBackgroundColor(theme.codeSurface);
  setMarkerBackgroundColor(controls::mixed(theme.codeSurface, theme.error, theme.dark ? 0.2 : 0.12),
                           errorMarker);
  fitNumbers();
}

void PythonEditor::fitNumbers() {
  setMarginWidth(numberMargin,
                 QString(std::max(2, static_cast<int>(QString::number(lines()).size())) + 1, u'9'));
}

void PythonEditor::open(const QString& code) {
  markError(0, {});
  setText(code);
  fitNumbers();
}

void PythonEditor::replaceAll(const QString& code) {
  if (code == text())
    return;
  beginUndoAction();
  selectAll();
  replaceSelectedText(code);
  endUndoAction();
  setCursorPosition(0, 0);
}

void PythonEditor::markError(int line, const QString& words) {
  markerDeleteAll(errorMarker);
  clearAnnotations();
  if (line < 1 || line > lines())
    return;
  markerAdd(line - 1, errorMarker);
  if (!words.isEmpty())
    annotate(line - 1, words, QsciStyle(errorStyle, QStringLiteral("Error"), errorInk_, ground_, noteFont_));
  ensureLineVisible(line - 1);
}

bool PythonEditor::event(QEvent* event) {
  if (event->type() == QEvent::ShortcutOverride) {
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() == Qt::Key_Escape || key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
      event->accept();
      return true;
    }
  }
  return QsciScintilla::event(event);
}

void PythonEditor::keyPressEvent(QKeyEvent* event) {
  const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (event->key() == Qt::Key_Escape)
    isListActive() ? cancelList() : emit closeWanted();
  else if (isEnter && event->modifiers() & Qt::ControlModifier)
    emit runWanted();
  else if (event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier)
    autoCompleteFromDocument();
  else
    QsciScintilla::keyPressEvent(event);
}

} // namespace eigenboard::code_bench
