#pragma once

#include "views/render/theme.h"

#include <QtGui/QTextLayout>

namespace eigenboard::reader {

enum class CodeToken : std::uint8_t { Keyword, String, Comment, Number };

struct CodeSpan {
  CodeToken token = CodeToken::Keyword;
  int start = 0;
  int length = 0;
};

/// Keywords, strings, comments and numbers of a fence in a language other than Python (see python_colors):
/// C++, shell, JSON and YAML, by the names fences give them. No spans for other languages. Never fails: an
/// unclosed string ends with its line, an unclosed comment with the text. Linear.
std::vector<CodeSpan> codeTokens(const QString& code, const QString& language);

/// The same as character formats in the theme's colours.
QList<QTextLayout::FormatRange> codeColors(const QString& code, const QString& language, const QFont& font,
                                           const render::Theme& theme);

} // namespace eigenboard::reader
