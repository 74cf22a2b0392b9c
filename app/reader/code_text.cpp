#include "app/reader/code_text.h"

#include "app/reader/code_colors.h"
#include "app/reader/python_colors.h"

#include <utility>

namespace eigenboard::reader {

std::unique_ptr<Paragraph> codeText(const QString& code, const QString& language, const Typography& type,
                                    const render::Theme& theme) {
  const bool output = language == QStringLiteral("output");
  QString shown = code;
  shown.replace(u'\t', QStringLiteral("    "));
  ParagraphText text;
  if (language == QStringLiteral("python"))
    text.formats = pythonColors(shown, type.code.font, theme);
  else if (!output)
    text.formats = codeColors(shown, language, type.code.font, theme);
  text.text = shown.replace(u'\n', QChar(QChar::LineSeparator));
  TextStyle style = type.code;
  if (output)
    style.color = theme.textMuted;
  return std::make_unique<Paragraph>(std::move(text), style);
}

Span lineOfCode(const QString& text, int line) {
  qsizetype start = 0;
  for (int i = 1; i < line; ++i) {
    start = text.indexOf(QChar(QChar::LineSeparator), start) + 1;
    if (start == 0)
      return {};
  }
  const qsizetype end = text.indexOf(QChar(QChar::LineSeparator), start);
  return {static_cast<int>(start), static_cast<int>((end < 0 ? text.size() : end) - start)};
}

} // namespace eigenboard::reader
