#include "app/reader/python_colors.h"

#include <QtCore/QSet>

namespace eigenboard::reader {

namespace {

bool isKeyword(QStringView word) {
  static const QSet<QString> keywords = [] {
    QSet<QString> set;
    for (const QString& name :
         QStringLiteral(
             "False None True and as assert async await break class continue def del elif else except "
             "finally for from global if import in is lambda nonlocal not or pass raise return try while "
             "with yield")
             .split(u' '))
      set.insert(name);
    return set;
  }();
  return keywords.contains(word.toString());
}

class Tokenizer {
 public:
  explicit Tokenizer(const QString& code) : code_(code) {}

  std::vector<PythonSpan> run() {
    while (at_ < size()) {
      const QChar character = code_[at_];
      if (character == u'#') {
        const qsizetype end = code_.indexOf(u'\n', at_);
        take(PythonToken::Comment, end < 0 ? size() : end);
      } else if (character == u'"' || character == u'\'') {
        take(PythonToken::String, endOfString(at_));
      } else if (character.isDigit() || (character == u'.' && at_ + 1 < size() && code_[at_ + 1].isDigit())) {
        take(PythonToken::Number, endOfNumber());
      } else if (character.isLetter() || character == u'_') {
        word();
      } else {
        ++at_;
      }
    }
    return std::move(spans_);
  }

 private:
  qsizetype size() const { return code_.size(); }

  void take(PythonToken token, qsizetype end) {
    spans_.push_back({token, static_cast<int>(at_), static_cast<int>(end - at_)});
    at_ = end;
  }

  void word() {
    qsizetype end = at_;
    while (end < size() && (code_[end].isLetterOrNumber() || code_[end] == u'_'))
      ++end;
    const QStringView name = QStringView(code_).sliced(at_, end - at_);
    const bool prefix = end < size() && (code_[end] == u'"' || code_[end] == u'\'') && name.size() <= 2;
    if (prefix)
      take(PythonToken::String, endOfString(end));
    else if (isKeyword(name))
      take(PythonToken::Keyword, end);
    else if (end < size() && code_[end] == u'(')
      take(PythonToken::Name, end);
    else
      at_ = end;
  }

  /// quote: where the opening quote stands.
  qsizetype endOfString(qsizetype quote) const {
    const QChar mark = code_[quote];
    const bool triple = quote + 2 < size() && code_[quote + 1] == mark && code_[quote + 2] == mark;
    qsizetype at = quote + (triple ? 3 : 1);
    for (; at < size(); ++at) {
      if (code_[at] == u'\\')
        ++at;
      else if (triple && code_[at] == mark && at + 2 < size() && code_[at + 1] == mark &&
               code_[at + 2] == mark)
        return at + 3;
      else if (triple && at + 2 >= size())
        continue;
      else if (!triple && code_[at] == mark)
        return at + 1;
      else if (!triple && code_[at] == u'\n')
        return at;
    }
    return size();
  }

  qsizetype endOfNumber() const {
    qsizetype end = at_;
    while (end < size()) {
      const QChar character = code_[end];
      const bool exponentSign = (character == u'+' || character == u'-') && end > at_ &&
                                code_[end - 1].toLower() == u'e' && !code_.mid(at_, 2).startsWith(u"0x");
      if (!character.isLetterOrNumber() && character != u'.' && character != u'_' && !exponentSign)
        break;
      ++end;
    }
    return end;
  }

  const QString& code_;
  qsizetype at_ = 0;
  std::vector<PythonSpan> spans_;
};

} // namespace

std::vector<PythonSpan> pythonTokens(const QString& code) {
  return Tokenizer(code).run();
}

QTextCharFormat pythonFormat(PythonToken token, const QFont& font, const render::Theme& theme) {
  // Marks' colours are tuned for lines; text needs a little more contrast.
  const auto readable = [&](scene::Role role) {
    return theme.dark ? theme.color(role).lighter(108) : theme.color(role).darker(128);
  };
  QTextCharFormat format;
  QFont look = font;
  switch (token) {
  case PythonToken::Keyword:
    format.setForeground(readable(scene::Role::DragSecond));
    break;
  case PythonToken::String:
    format.setForeground(readable(scene::Role::Positive));
    break;
  case PythonToken::Comment:
    format.setForeground(theme.textMuted);
    look.setItalic(true);
    break;
  case PythonToken::Number:
    format.setForeground(readable(scene::Role::Drag));
    break;
  case PythonToken::Name:
    format.setForeground(theme.link);
    break;
  }
  format.setFont(look);
  return format;
}

QList<QTextLayout::FormatRange> pythonColors(const QString& code, const QFont& font,
                                             const render::Theme& theme) {
  QList<QTextLayout::FormatRange> formats;
  for (const PythonSpan& span : pythonTokens(code)) {
    QTextLayout::FormatRange range;
    range.start = span.start;
    range.length = span.length;
    range.format = pythonFormat(span.token, font, theme);
    formats.push_back(range);
  }
  return formats;
}

} // namespace eigenboard::reader
