#include "app/code_bench/python_editor.h"

#include "app/code_bench/python_lexer.h"
#include "views/controls/appearance.h"

#include <Qsci/qscicommandset.h>
#include <Qsci/qscistyle.h>
#include <QtGui/QKeyEvent>
#include <QtGui/QWheelEvent>

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

constexpr int leastColumns = 30;

/// In lines of so many letters.
QString wrapped(const QString& words, int columns) {
  QString made;
  qsizetype length = 0;
  for (const QString& word : words.split(u' ')) {
    if (length > 0 && length + 1 + word.size() > columns) {
      made += u'\n';
      length = 0;
    } else if (length > 0) {
      made += u' ';
      ++length;
    }
    made += word;
    length += word.size();
  }
  return made;
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
  connect(this, &PythonEditor::textChanged, this, &PythonEditor::forgetWidth);
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
  showError();
}

void PythonEditor::fitNumbers() {
  setMarginWidth(numberMargin,
                 QString(std::max(2, static_cast<int>(QString::number(lines()).size())) + 1, u'9'));
}

/// The bar at the bottom is as long as the longest line that was ever seen, and forgets none by itself.
void PythonEditor::forgetWidth() {
  SendScintilla(SCI_SETSCROLLWIDTH, 1);
}

void PythonEditor::open(const QString& code) {
  markError(0, {});
  setText(code);
  forgetWidth();
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
  forgetWidth();
}

void PythonEditor::markError(int line, const QString& words) {
  if (line == errorLine_ && words == errorWords_)
    return;
  errorLine_ = line;
  errorWords_ = words;
  showError();
  if (line > 0 && line <= lines())
    ensureLineVisible(line - 1);
}

void PythonEditor::showError() {
  markerDeleteAll(errorMarker);
  clearAnnotations();
  if (errorLine_ < 1 || errorLine_ > lines())
    return;
  markerAdd(errorLine_ - 1, errorMarker);
  if (errorWords_.isEmpty())
    return;
  const int columns = viewport()->width() / std::max(1, QFontMetrics(noteFont_).horizontalAdvance(u'0'));
  annotate(errorLine_ - 1, wrapped(errorWords_, std::max(leastColumns, columns - 8)),
           QsciStyle(errorStyle, QStringLiteral("Error"), errorInk_, ground_, noteFont_));
}

/// What is selected, or the line of the cursor: comments when a line is none, code otherwise.
void PythonEditor::toggleComment() {
  int first = 0;
  int last = 0;
  int from = 0;
  int to = 0;
  getSelection(&first, &from, &last, &to);
  if (first < 0) {
    getCursorPosition(&first, &from);
    last = first;
  } else if (to == 0 && last > first) {
    --last; // the selection ends before that line
  }
  const auto isCode = [this](int line) {
    const QString words = text(line).trimmed();
    return !words.isEmpty() && !words.startsWith(u'#');
  };
  bool toComment = false;
  for (int line = first; line <= last; ++line)
    toComment = toComment || isCode(line);
  beginUndoAction();
  for (int line = first; line <= last; ++line) {
    const QString words = text(line);
    const auto at = static_cast<int>(
        std::find_if(words.begin(), words.end(), [](QChar each) { return !each.isSpace(); }) - words.begin());
    if (words.trimmed().isEmpty())
      continue;
    if (toComment) {
      insertAt(QStringLiteral("# "), line, at);
    } else {
      setSelection(line, at, line, at + (words.mid(at, 2) == QStringLiteral("# ") ? 2 : 1));
      removeSelectedText();
    }
  }
  endUndoAction();
  if (last > first)
    setSelection(first, 0, last, static_cast<int>(text(last).size()));
}

bool PythonEditor::event(QEvent* event) {
  if (event->type() == QEvent::ShortcutOverride) {
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool isControl = key->modifiers() & Qt::ControlModifier;
    const bool isOurs = key->key() == Qt::Key_Escape || key->key() == Qt::Key_Return ||
                        key->key() == Qt::Key_Enter || (isControl && key->key() == Qt::Key_Slash) ||
                        (isControl && key->key() == Qt::Key_Period);
    if (isOurs) {
      event->accept();
      return true;
    }
  }
  return QsciScintilla::event(event);
}

void PythonEditor::keyPressEvent(QKeyEvent* event) {
  const bool isControl = event->modifiers() & Qt::ControlModifier;
  const bool isShift = event->modifiers() & Qt::ShiftModifier;
  const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (event->key() == Qt::Key_Escape)
    isListActive() ? cancelList() : emit closeWanted();
  else if (isEnter && (isControl || isShift))
    emit runWanted();
  else if (isControl && event->key() == Qt::Key_Period)
    emit stopWanted();
  else if (isControl && event->key() == Qt::Key_Slash)
    toggleComment();
  else if (isControl && event->key() == Qt::Key_Space)
    autoCompleteFromDocument();
  else if (isControl && (event->key() == Qt::Key_Tab || event->key() == Qt::Key_Backtab))
    emit leaveWanted(!isShift); // the library keeps Tab for itself
  else
    QsciScintilla::keyPressEvent(event);
}

void PythonEditor::wheelEvent(QWheelEvent* event) {
  if (event->modifiers() & Qt::ControlModifier)
    emit zoomWanted(event->angleDelta().y() > 0 ? 1 : -1);
  else
    QsciScintilla::wheelEvent(event);
}

} // namespace eigenboard::code_bench
