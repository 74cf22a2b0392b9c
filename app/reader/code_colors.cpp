#include "app/reader/code_colors.h"

#include "app/reader/ink.h"

#include <QtCore/QSet>

#include <utility>

namespace eigenboard::reader {

namespace {

/// All that the lexer knows of a language.
struct Grammar {
  QSet<QString> names; ///< of the language, as fences write them
  QSet<QString> keywords;
  QString lineComment;
  QString blockOpen; ///< empty: the language has no comments over several lines
  QString blockClose;
  QString quotes;
  bool rawSingle = false; ///< a backslash is no escape in '…'
};

QSet<QString> words(const QString& list) {
  const QStringList split = list.split(u' ');
  return {split.begin(), split.end()};
}

const std::vector<Grammar>& grammars() {
  static const std::vector<Grammar> all = {
      {words(QStringLiteral("cpp c++ c cc h hpp")),
       words(QStringLiteral(
           "alignas auto bool break case catch char class co_await co_return co_yield concept const "
           "consteval "
           "constexpr constinit continue decltype default delete do double else enum explicit extern false "
           "float for friend if inline int long mutable namespace new noexcept nullptr operator private "
           "protected public requires return short signed sizeof static static_cast struct switch template "
           "this throw true try typedef typename union unsigned using virtual void volatile while")),
       QStringLiteral("//"), QStringLiteral("/*"), QStringLiteral("*/"), QStringLiteral("\"'"), false},
      {words(QStringLiteral("sh bash shell zsh console")),
       words(QStringLiteral("if then else elif fi for in do done while until case esac function return local "
                            "export readonly set unset exit trap")),
       QStringLiteral("#"),
       {},
       {},
       QStringLiteral("\"'"),
       true},
      {words(QStringLiteral("json")),
       words(QStringLiteral("true false null")),
       {},
       {},
       {},
       QStringLiteral("\""),
       false},
      {words(QStringLiteral("yaml yml toml")),
       words(QStringLiteral("true false null")),
       QStringLiteral("#"),
       {},
       {},
       QStringLiteral("\"'"),
       false}};
  return all;
}

class Lexer {
 public:
  Lexer(const QString& code, const Grammar& grammar) : code_(code), grammar_(grammar) {}

  std::vector<CodeSpan> run() {
    while (at_ < code_.size()) {
      const QChar character = code_[at_];
      const bool afterBlank = at_ == 0 || code_[at_ - 1].isSpace();
      if (startsWith(grammar_.blockOpen)) {
        const qsizetype close = code_.indexOf(grammar_.blockClose, at_ + grammar_.blockOpen.size());
        take(CodeToken::Comment, close < 0 ? code_.size() : close + grammar_.blockClose.size());
      } else if (startsWith(grammar_.lineComment) && (grammar_.lineComment != u"#" || afterBlank)) {
        take(CodeToken::Comment, endOfLine());
      } else if (grammar_.quotes.contains(character)) {
        take(CodeToken::String, endOfString());
      } else if (character.isDigit()) {
        take(CodeToken::Number, endOfWord());
      } else if (character.isLetter() || character == u'_') {
        const qsizetype end = endOfWord();
        if (grammar_.keywords.contains(code_.sliced(at_, end - at_)))
          take(CodeToken::Keyword, end);
        else
          at_ = end;
      } else {
        ++at_;
      }
    }
    return std::move(spans_);
  }

 private:
  bool startsWith(const QString& mark) const {
    return !mark.isEmpty() && QStringView(code_).sliced(at_).startsWith(mark);
  }

  void take(CodeToken token, qsizetype end) {
    spans_.push_back({token, static_cast<int>(at_), static_cast<int>(end - at_)});
    at_ = end;
  }

  qsizetype endOfLine() const {
    const qsizetype end = code_.indexOf(u'\n', at_);
    return end < 0 ? code_.size() : end;
  }

  qsizetype endOfString() const {
    const QChar quote = code_[at_];
    const bool escapes = quote != u'\'' || !grammar_.rawSingle;
    for (qsizetype i = at_ + 1; i < code_.size(); ++i) {
      if (code_[i] == u'\n')
        return i;
      if (code_[i] == u'\\' && escapes)
        ++i;
      else if (code_[i] == quote)
        return i + 1;
    }
    return code_.size();
  }

  qsizetype endOfWord() const {
    qsizetype end = at_;
    while (end < code_.size() && (code_[end].isLetterOrNumber() || code_[end] == u'_' ||
                                  (code_[end] == u'.' && code_[at_].isDigit())))
      ++end;
    return end;
  }

  const QString& code_;
  const Grammar& grammar_;
  qsizetype at_ = 0;
  std::vector<CodeSpan> spans_;
};

QColor colorOf(CodeToken token, const render::Theme& theme) {
  switch (token) {
  case CodeToken::Keyword:
    return readableInk(theme.color(scene::Role::DragSecond), theme.codeSurface, theme);
  case CodeToken::String:
    return readableInk(theme.color(scene::Role::Positive), theme.codeSurface, theme);
  case CodeToken::Number:
    return readableInk(theme.color(scene::Role::Drag), theme.codeSurface, theme);
  case CodeToken::Comment:
    break;
  }
  return theme.textMuted;
}

} // namespace

std::vector<CodeSpan> codeTokens(const QString& code, const QString& language) {
  for (const Grammar& grammar : grammars())
    if (grammar.names.contains(language))
      return Lexer(code, grammar).run();
  return {};
}

QList<QTextLayout::FormatRange> codeColors(const QString& code, const QString& language, const QFont& font,
                                           const render::Theme& theme) {
  QList<QTextLayout::FormatRange> formats;
  for (const CodeSpan& span : codeTokens(code, language)) {
    QTextLayout::FormatRange range;
    range.start = span.start;
    range.length = span.length;
    QFont look = font;
    look.setItalic(span.token == CodeToken::Comment);
    range.format.setFont(look);
    range.format.setForeground(colorOf(span.token, theme));
    formats.push_back(range);
  }
  return formats;
}

} // namespace eigenboard::reader
