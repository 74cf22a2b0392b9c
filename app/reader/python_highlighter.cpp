#include "app/reader/python_highlighter.h"

#include <QtGui/QTextDocument>

#include <algorithm>

namespace eigenboard::reader {

PythonHighlighter::PythonHighlighter(QTextDocument* document) : QSyntaxHighlighter(document) {}

void PythonHighlighter::setLook(const QFont& font, const render::Theme& theme) {
  if (font == font_ && theme.key == theme_.key)
    return;
  font_ = font;
  theme_ = theme;
  revision_ = -1;
  rehighlight();
}

void PythonHighlighter::highlightBlock(const QString& text) {
  // A string of several lines is one token, so the whole text is read once for each change.
  if (revision_ != document()->revision()) {
    revision_ = document()->revision();
    colors_ = pythonColors(document()->toPlainText(), font_, theme_);
  }
  const int start = currentBlock().position();
  const int end = start + static_cast<int>(text.size());
  bool isOpen = false; // a token goes on into the next line
  for (const QTextLayout::FormatRange& color : colors_) {
    const int first = std::max(start, color.start);
    const int last = std::min(end, color.start + color.length);
    if (first < last)
      setFormat(first - start, last - first, color.format);
    isOpen = isOpen || (color.start <= end && color.start + color.length > end);
  }
  setCurrentBlockState(isOpen ? 1 : 0); // when it is another than before, the next line is coloured too
}

} // namespace eigenboard::reader
