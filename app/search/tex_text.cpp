#include "app/search/tex_text.h"

#include "app/search/symbols.h"

#include <algorithm>
#include <array>
#include <utility>

namespace eigenboard::search {

namespace {

constexpr qsizetype longestText = 4'000;
constexpr int deepestGroup = 40;

using Commands = std::initializer_list<QLatin1StringView>;

bool isOneOf(QStringView name, Commands names) {
  return std::any_of(names.begin(), names.end(), [name](QLatin1StringView other) { return name == other; });
}

QLatin1StringView operator""_l(const char* text, std::size_t length) {
  return {text, static_cast<qsizetype>(length)};
}

/// Commands whose argument stands as it is.
bool isFace(QStringView name) {
  return name.startsWith("math"_l) || name.startsWith("text"_l) ||
         isOneOf(name, {"boldsymbol"_l,
                        "bm"_l,
                        "operatorname"_l,
                        "pmb"_l,
                        "overline"_l,
                        "underline"_l,
                        "boxed"_l,
                        "cancel"_l,
                        "bar"_l,
                        "hat"_l,
                        "tilde"_l,
                        "vec"_l,
                        "dot"_l,
                        "ddot"_l,
                        "widehat"_l,
                        "widetilde"_l,
                        "overrightarrow"_l,
                        "underbrace"_l,
                        "overbrace"_l,
                        "smash"_l,
                        "bf"_l,
                        "rm"_l,
                        "it"_l,
                        "cal"_l});
}

/// Commands that leave nothing, and their arguments that leave nothing either.
int ignoredArguments(QStringView name) {
  if (isOneOf(name,
              {"phantom"_l, "hphantom"_l, "vphantom"_l, "hspace"_l, "vspace"_l, "label"_l, "tag"_l, "color"_l,
               "textcolor"_l, "kern"_l, "colorbox"_l, "htmlClass"_l, "htmlId"_l, "htmlData"_l}))
    return 1;
  if (isOneOf(name, {"left"_l,   "right"_l,    "middle"_l,       "big"_l,       "Big"_l,
                     "bigg"_l,   "Bigg"_l,     "bigl"_l,         "bigr"_l,      "Bigl"_l,
                     "Bigr"_l,   "biggl"_l,    "biggr"_l,        "Biggl"_l,     "Biggr"_l,
                     "bigm"_l,   "Bigm"_l,     "displaystyle"_l, "textstyle"_l, "scriptstyle"_l,
                     "limits"_l, "nolimits"_l, "nonumber"_l,     "hline"_l,     "scriptscriptstyle"_l}))
    return 0;
  return -1;
}

/// A sign that stands between blanks when it joins two things.
bool isSign(QChar character) {
  return character == u'+' || character == u'-' || character == u'/';
}

QString blackboard(const QString& letter) {
  static constexpr std::pair<char16_t, const char16_t*> letters[] = {
      {u'R', u"ℝ"}, {u'N', u"ℕ"}, {u'Z', u"ℤ"}, {u'Q', u"ℚ"}, {u'C', u"ℂ"}, {u'E', u"𝔼"}, {u'P', u"ℙ"}};
  for (const auto& [plain, shape] : letters)
    if (letter.size() == 1 && letter.front() == plain)
      return QString::fromUtf16(shape);
  return letter;
}

/// The text raised or lowered, when Unicode has a shape for every character of it; else empty.
QString script(const QString& text, bool isRaised) {
  static const QString plain = QStringLiteral("0123456789+−=()-");
  static const QString raised = QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾⁻");
  static const QString lowered = QStringLiteral("₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎₋");
  static const QString plainLetters = QStringLiteral("ijknmtx");
  static const QString raisedLetters = QStringLiteral("ⁱʲᵏⁿᵐᵗˣ");
  static const QString loweredLetters = QStringLiteral("ᵢⱼₖₙₘₜₓ");
  QString shaped;
  for (const QChar character : text) {
    if (const qsizetype digit = plain.indexOf(character); digit >= 0)
      shaped += (isRaised ? raised : lowered)[digit];
    else if (const qsizetype letter = plainLetters.indexOf(character); letter >= 0)
      shaped += (isRaised ? raisedLetters : loweredLetters)[letter];
    else if (isRaised && (character == u'ᵀ' || character == u'′'))
      shaped += character;
    else
      return {};
  }
  return shaped;
}

/// In brackets, unless it is one thing.
QString grouped(const QString& text) {
  const bool isOne =
      std::all_of(text.begin(), text.end(), [](QChar character) { return character.isLetterOrNumber(); });
  return isOne ? text : u'(' + text + u')';
}

class TexReader {
 public:
  explicit TexReader(QStringView tex) : tex_(tex) {}

  QString run() {
    QString text = sequence(0, false);
    text.truncate(longestText);
    text = text.simplified();
    return text.replace(" ;"_l, ";"_l).replace(" ]"_l, "]"_l);
  }

 private:
  bool atEnd() const { return at_ >= tex_.size() || written_ > longestText; }

  QString sequence(int depth, bool isGroup) {
    QString text;
    while (!atEnd()) {
      if (tex_[at_] == u'}') {
        ++at_;
        if (isGroup)
          break;
        continue;
      }
      const bool isIndex = tex_[at_] == u'^' || tex_[at_] == u'_';
      if (isIndex && text.endsWith(u' ')) // "sin" is followed by a blank, but not "sin²"
        text.chop(1);
      const QString piece = next(depth);
      written_ += piece.size();
      text += piece;
    }
    return text;
  }

  /// One thing: a character, a command with its arguments, a group, an index.
  QString next(int depth) {
    const QChar character = tex_[at_++];
    switch (character.unicode()) {
    case u'\\':
      return command(depth);
    case u'{':
      return depth < deepestGroup ? sequence(depth + 1, true) : QString();
    case u'^':
    case u'_':
      return index(character == u'^', depth);
    case u'&':
    case u'~':
      return QStringLiteral(" ");
    case u'$':
      return {};
    case u'-':
      return QStringLiteral("−");
    case u'\'':
      return QStringLiteral("′");
    case u'=':
    case u'<':
    case u'>':
      return u' ' + QString(character) + u' ';
    default:
      return QString(character);
    }
  }

  /// True when there were some.
  bool skipBlanks() {
    const qsizetype begin = at_;
    while (at_ < tex_.size() && tex_[at_].isSpace())
      ++at_;
    return at_ > begin;
  }

  QString argument(int depth) {
    skipBlanks();
    if (atEnd() || tex_[at_] == u'}' || depth >= deepestGroup)
      return {};
    return next(depth + 1).trimmed();
  }

  void skipOption() {
    skipBlanks();
    if (at_ >= tex_.size() || tex_[at_] != u'[')
      return;
    const qsizetype end = tex_.indexOf(u']', at_);
    at_ = end < 0 ? tex_.size() : end + 1;
  }

  QString index(bool isRaised, int depth) {
    const QString text = argument(depth);
    const QString shaped = script(text, isRaised);
    if (!shaped.isEmpty() || text.isEmpty())
      return shaped;
    return (isRaised ? u'^' : u'_') + grouped(text);
  }

  QString name() {
    const qsizetype begin = at_;
    while (at_ < tex_.size() &&
           ((tex_[at_] >= u'a' && tex_[at_] <= u'z') || (tex_[at_] >= u'A' && tex_[at_] <= u'Z')))
      ++at_;
    if (at_ == begin && at_ < tex_.size())
      ++at_; // a command of one sign
    return tex_.sliced(begin, at_ - begin).toString();
  }

  QString command(int depth) {
    const QString word = name();
    if (word.isEmpty())
      return {};
    if (!word.front().isLetter())
      return sign(word);
    if (word == "begin"_l || word == "end"_l)
      return environment(word == "begin"_l, depth);
    if (word == "mathbb"_l)
      return blackboard(argument(depth));
    if (word.endsWith("frac"_l)) {
      const QString above = argument(depth);
      return grouped(above) + u'/' + grouped(argument(depth));
    }
    if (word == "binom"_l) {
      const QString above = argument(depth);
      return u'(' + above + " choose "_l + argument(depth) + u')';
    }
    if (word == "sqrt"_l) {
      skipOption();
      return u'√' + grouped(argument(depth));
    }
    if (const int ignored = ignoredArguments(word); ignored >= 0) {
      for (int i = 0; i < ignored; ++i)
        argument(depth);
      return {};
    }
    if (isFace(word)) {
      if (tex_.sliced(at_).startsWith(u'*'))
        ++at_;
      const QString inside = argument(depth);
      return word.startsWith("text"_l) || word == "operatorname"_l ? u' ' + inside + u' ' : inside;
    }
    if (word == "quad"_l || word == "qquad"_l || word == "enspace"_l)
      return QStringLiteral(" ");
    if (const Symbol* symbol = symbolOfTex(word)) {
      const bool isApart = skipBlanks() && at_ < tex_.size() && isSign(tex_[at_]);
      const QString character = QString::fromUcs4(&symbol->character, 1);
      return symbol->spaced ? u' ' + character + u' ' : isApart ? character + u' ' : character;
    }
    // The name of a function, a macro of the book, or something that only KaTeX knows.
    return u' ' + word + u' ';
  }

  QString sign(const QString& word) {
    if (word == "\\"_l) {
      skipOption();
      return QStringLiteral("; ");
    }
    if (const Symbol* symbol = symbolOfTex(word))
      return QString::fromUcs4(&symbol->character, 1);
    return word == "!"_l ? QString() : QStringLiteral(" ");
  }

  QString environment(bool begins, int depth) {
    const QString kind = argument(depth);
    if (begins && (kind == "array"_l || kind == "alignedat"_l))
      argument(depth);
    skipBlanks();
    const bool isBracketed = kind.endsWith("matrix"_l) || kind == "array"_l;
    return isBracketed ? (begins ? QStringLiteral("[") : QStringLiteral("]")) : QStringLiteral(" ");
  }

  QStringView tex_;
  qsizetype at_ = 0;
  qsizetype written_ = 0;
};

} // namespace

QString textOfTex(QStringView tex) {
  return TexReader(tex).run();
}

} // namespace eigenboard::search
