#include "app/search/tokens.h"

#include "app/search/symbols.h"

#include <QtCore/QChar>
#include <QtCore/QList>

namespace eigenboard::search {

namespace {

constexpr qsizetype longestWord = 64;

/// Letters that Unicode does not take apart into a plain letter and a mark.
QString plainLetter(char32_t letter) {
  switch (letter) {
  case U'ø':
    return QStringLiteral("o");
  case U'ł':
    return QStringLiteral("l");
  case U'đ':
  case U'ð':
    return QStringLiteral("d");
  case U'æ':
    return QStringLiteral("ae");
  case U'œ':
    return QStringLiteral("oe");
  case U'ı':
    return QStringLiteral("i");
  case U'ß':
    return QStringLiteral("ss");
  case U'þ':
    return QStringLiteral("th");
  default:
    return QString::fromUcs4(&letter, 1);
  }
}

/// Without case, accents and the shapes of one letter (𝐀, ᵢ, ﬁ): perhaps several letters, perhaps none.
QString folded(char32_t character) {
  QString plain;
  for (const char32_t part :
       QString::fromUcs4(&character, 1).normalized(QString::NormalizationForm_KD).toCaseFolded().toUcs4())
    if (!QChar::isMark(part))
      plain += plainLetter(part);
  return plain;
}

bool isApostrophe(char32_t character) {
  return character == U'\'' || character == U'’';
}

class Reader {
 public:
  explicit Reader(QStringView text) : text_(text) {
    tokens_.reserve(static_cast<std::size_t>(text.size() / 6));
  }

  std::vector<Token> run() {
    while (at_ < text_.size()) {
      const char32_t character = next();
      const qsizetype length = character > 0xFFFF ? 2 : 1;
      take(character, length);
      at_ += length;
    }
    finish();
    return std::move(tokens_);
  }

 private:
  /// The character at at_; a half of a pair that stands alone is given as it is, and is no letter.
  char32_t next() const {
    const QChar first = text_[at_];
    if (first.isHighSurrogate() && at_ + 1 < text_.size() && text_[at_ + 1].isLowSurrogate())
      return QChar::surrogateToUcs4(first, text_[at_ + 1]);
    return first.unicode();
  }

  void take(char32_t character, qsizetype length) {
    if (character < 0x80)
      return takeAscii(static_cast<char>(character));
    if (const Symbol* symbol = symbolOfCharacter(character))
      return alone(QLatin1StringView(symbol->word), length);
    if (isApostrophe(character))
      return apostrophe();
    if (QChar::isMark(character)) {
      if (!word_.isEmpty())
        end_ = at_ + length;
      return;
    }
    if (!QChar::isLetterOrNumber(character))
      return finish();
    const QString plain = folded(character);
    if (plain.size() == 1)
      if (const Symbol* symbol =
              symbolOfCharacter(plain.front().unicode())) // an accented or bold Greek letter
        return alone(QLatin1StringView(symbol->word), length);
    const QChar::Decomposition shape = QChar::decompositionTag(character);
    const QChar::Decomposition script =
        shape == QChar::Super || shape == QChar::Sub ? shape : QChar::NoDecomposition;
    if (script != script_)
      finish();
    script_ = script;
    append(plain, length);
  }

  void takeAscii(char character) {
    const bool isLetter = (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
    if (!isLetter && (character < '0' || character > '9')) {
      if (character == '\'')
        apostrophe();
      else
        finish();
      return;
    }
    if (script_ != QChar::NoDecomposition)
      finish();
    begin();
    if (word_.size() < longestWord)
      word_ +=
          QLatin1Char(character >= 'A' && character <= 'Z' ? static_cast<char>(character + 32) : character);
    end_ = at_ + 1;
  }

  /// "Euler's" is the word euler; "don't" is the word dont.
  void apostrophe() {
    const bool isInside = !word_.isEmpty() && at_ + 1 < text_.size() && text_[at_ + 1].isLetter();
    if (!isInside)
      return finish();
    const bool isPossessive =
        text_[at_ + 1].toLower() == u's' && (at_ + 2 >= text_.size() || !text_[at_ + 2].isLetterOrNumber());
    if (isPossessive) {
      finish();
      ++at_; // the s
    }
  }

  void begin() {
    if (word_.isEmpty())
      start_ = at_;
  }

  void append(const QString& letters, qsizetype length) {
    if (letters.isEmpty())
      return;
    begin();
    if (word_.size() + letters.size() <= longestWord)
      word_ += letters;
    end_ = at_ + length;
  }

  void alone(QLatin1StringView word, qsizetype length) {
    finish();
    tokens_.push_back({QString(word), static_cast<int>(at_), static_cast<int>(length)});
  }

  void finish() {
    if (!word_.isEmpty())
      tokens_.push_back({word_, static_cast<int>(start_), static_cast<int>(end_ - start_)});
    word_.clear();
    script_ = QChar::NoDecomposition;
  }

  QStringView text_;
  std::vector<Token> tokens_;
  QString word_;
  qsizetype at_ = 0;
  qsizetype start_ = 0;
  qsizetype end_ = 0;
  QChar::Decomposition script_ = QChar::NoDecomposition; ///< the word being read is raised or lowered
};

} // namespace

std::vector<Token> tokensOf(QStringView text) {
  return Reader(text).run();
}

QString wordsOf(QStringView text) {
  QString words;
  words.reserve(text.size());
  for (const Token& token : tokensOf(text)) {
    if (!words.isEmpty())
      words += u' ';
    words += token.word;
  }
  return words;
}

} // namespace eigenboard::search
