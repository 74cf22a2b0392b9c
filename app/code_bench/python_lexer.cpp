#include "app/code_bench/python_lexer.h"

#include <Qsci/qsciscintilla.h>

#include <array>

namespace eigenboard::code_bench {

namespace {

using reader::PythonToken;

constexpr int plainStyle = 0;
constexpr std::array tokens{PythonToken::Keyword, PythonToken::String, PythonToken::Comment,
                            PythonToken::Number, PythonToken::Name};

int styleOf(PythonToken token) {
  return static_cast<int>(token) + 1;
}

} // namespace

PythonLexer::PythonLexer(QObject* parent) : QsciLexerCustom(parent) {}

QString PythonLexer::description(int style) const {
  // The editor asks from 0 on until a style has no description.
  return style <= static_cast<int>(tokens.size()) ? QStringLiteral("Style %1").arg(style) : QString();
}

const char* PythonLexer::blockStart(int* style) const {
  if (style)
    *style = plainStyle;
  return ":";
}

void PythonLexer::setLook(const QFont& font, const render::Theme& theme) {
  setDefaultFont(font);
  setDefaultColor(theme.text);
  setDefaultPaper(theme.codeSurface);
  setFont(font);
  setPaper(theme.codeSurface);
  setColor(theme.text, plainStyle);
  for (const PythonToken token : tokens) {
    const QTextCharFormat format = reader::pythonFormat(token, font, theme);
    setColor(format.foreground().color(), styleOf(token));
    setFont(format.font(), styleOf(token));
  }
}

void PythonLexer::styleText(int, int) {
  // A string of several lines is one token, so the whole text is read for each change. The editor counts
  // bytes.
  const QString code = editor()->text();
  const auto bytes = [&code](qsizetype start, qsizetype length) {
    return static_cast<int>(QStringView(code).mid(start, length).toUtf8().size());
  };
  startStyling(0);
  qsizetype at = 0;
  for (const reader::PythonSpan& span : reader::pythonTokens(code)) {
    setStyling(bytes(at, span.start - at), plainStyle);
    setStyling(bytes(span.start, span.length), styleOf(span.token));
    at = span.start + span.length;
  }
  setStyling(bytes(at, code.size() - at), plainStyle);
}

} // namespace eigenboard::code_bench
