#pragma once

#include "views/render/theme.h"

#include <QtGui/QTextLayout>

namespace eigenboard::reader {

enum class PythonToken : std::uint8_t { Keyword, String, Comment, Number, Name };

struct PythonSpan {
  PythonToken token = PythonToken::Name;
  int start = 0;
  int length = 0;
};

/// The tokens of a piece of Python that are not plain names and operators; a name before "(" counts as Name.
/// Strings of every kind (prefixes, triple quotes, f-strings as a whole) and comments are whole spans. Never
/// fails: an unclosed string ends with its line, a triple-quoted one with the text. Linear.
std::vector<PythonSpan> pythonTokens(const QString& code);

/// How a token looks in the theme's colours.
QTextCharFormat pythonFormat(PythonToken token, const QFont& font, const render::Theme& theme);

/// The tokens as character formats.
QList<QTextLayout::FormatRange> pythonColors(const QString& code, const QFont& font,
                                             const render::Theme& theme);

} // namespace eigenboard::reader
