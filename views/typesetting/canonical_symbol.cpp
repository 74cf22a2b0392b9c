#include "views/typesetting/symbol.h"
#include "views/typesetting/symbol_style.h"
#include "views/typesetting/symbol_table.h"

#include <QtCore/QHash>
#include <QtCore/QSet>

namespace eigenboard::typesetting {

namespace {

constexpr qsizetype longest = 1000; // beyond this and this depth it is no symbol, and left as it is
constexpr int deepest = 50;

/// The font command that a command stands for, or none.
QString fontCommand(const QString& command) {
  static const QHash<QString, QString> fonts{
      {"\\mathbf", "\\mathbf"},
      {"\\bold", "\\mathbf"},
      {"\\bf", "\\mathbf"},
      {"\\boldsymbol", "\\boldsymbol"},
      {"\\bm", "\\boldsymbol"},
      {"\\mathrm", "\\mathrm"},
      {"\\rm", "\\mathrm"},
      {"\\mathit", "\\mathit"},
      {"\\it", "\\mathit"},
      {"\\mathbb", "\\mathbb"},
      {"\\Bbb", "\\mathbb"},
      {"\\mathcal", "\\mathcal"},
      {"\\cal", "\\mathcal"},
      {"\\mathscr", "\\mathscr"},
      {"\\mathfrak", "\\mathfrak"},
      {"\\frak", "\\mathfrak"},
      {"\\mathsf", "\\mathsf"},
      {"\\sf", "\\mathsf"},
      {"\\mathtt", "\\mathtt"},
      {"\\tt", "\\mathtt"},
      {"\\mathnormal", "\\mathnormal"},
  };
  return fonts.value(command);
}

// These take no argument but hold to the end of the group.
bool isSwitch(const QString& command) {
  static const QSet<QString> switches{"\\bf", "\\rm", "\\it", "\\cal", "\\sf", "\\tt"};
  return switches.contains(command);
}

bool isAccent(const QString& command) {
  static const QSet<QString> accents{
      "\\hat",
      "\\tilde",
      "\\bar",
      "\\vec",
      "\\dot",
      "\\ddot",
      "\\acute",
      "\\grave",
      "\\check",
      "\\breve",
      "\\mathring",
      "\\widehat",
      "\\overline",
      "\\underline",
      "\\widetilde",
      "\\widecheck",
      "\\overrightarrow",
      "\\pmb",
      "\\utilde",
      "\\overleftarrow",
      "\\overleftrightarrow",
      "\\underrightarrow",
      "\\underleftarrow",
      "\\underleftrightarrow",
      "\\Overrightarrow",
      "\\overgroup",
      "\\undergroup",
      "\\overlinesegment",
      "\\underlinesegment",
      "\\overleftharpoon",
      "\\overrightharpoon",
  };
  return accents.contains(command);
}

// Says only how large a bracket is drawn.
bool isSize(const QString& command) {
  static const QSet<QString> sizes{
      "\\left", "\\right", "\\middle", "\\big",          "\\Big",       "\\bigg",
      "\\Bigg", "\\bigl",  "\\Bigl",   "\\biggl",        "\\Biggl",     "\\bigr",
      "\\Bigr", "\\biggr", "\\Biggr",  "\\displaystyle", "\\textstyle",
  };
  return sizes.contains(command);
}

QString shorthand(const QString& command) {
  static const QHash<QString, QString> shorthands{
      {"\\R", "\\mathbb{R}"},
      {"\\N", "\\mathbb{N}"},
      {"\\Z", "\\mathbb{Z}"},
      {"\\Reals", "\\mathbb{R}"},
      {"\\reals", "\\mathbb{R}"},
      {"\\Complex", "\\mathbb{C}"},
      {"\\natnums", "\\mathbb{N}"},
      {"\\neq", "\\ne"},
      {"\\dots", "\\ldots"},
      {"\\dotsc", "\\ldots"},
      {"\\dotsb", "\\cdots"},
      {"\\dotsm", "\\cdots"},
      {"\\isin", "\\in"},
      {"\\real", "\\Re"},
      {"\\colon", ":"},
      {"\\argmin", "\\argmin"},
      {"\\implies", "\\Longrightarrow"},
      {"\\iff", "\\Longleftrightarrow"},
  };
  return shorthands.value(command);
}

class Speller {
 public:
  explicit Speller(QStringView tex) : tex(tex) {}

  QString spell() {
    const QStringList items = sequence({});
    return failed || at < tex.size() ? tex.toString() : joined(items);
  }

 private:
  /// The symbols up to the end of the group, in a font.
  QStringList sequence(QString font) {
    QStringList items;
    const Deeper deeper(*this);
    while (!failed && skipSpace() && tex[at] != u'}') {
      const qsizetype before = at;
      const QString command = peekCommand();
      if (isSwitch(command)) {
        font = fontCommand(command);
        at += command.size();
      } else if (isSize(command)) {
        at += command.size();
      } else {
        items += item(font);
      }
      failed = failed || at == before;
    }
    return font == u"\\mathrm" ? withWords(items) : items;
  }

  /// The next symbol or group as a list of symbols.
  QStringList item(const QString& font) {
    const Deeper deeper(*this);
    if (failed || !skipSpace()) {
      failed = true;
      return {};
    }
    if (tex[at] == u'{')
      return group(font);
    if (tex[at] == u'^' || tex[at] == u'_') {
      const QString mark = tex.mid(at++, 1).toString();
      const QString script = joined(item(font));
      const bool isShort =
          script.size() == 1 || (script.startsWith(u'\\') && commandLength(script) == script.size());
      return {isShort ? mark + script : mark + u'{' + script + u'}'};
    }
    if (tex[at] == u'\\')
      return command(font);
    if (tex[at].isDigit())
      return {styled(font, number())};
    const int length = tex[at].isHighSurrogate() && at + 1 < tex.size() ? 2 : 1;
    const QString character = tex.mid(at, length).toString();
    at += length;
    // λ is \lambda; what ASCII has a sign for is that sign, and a prime is part of a name.
    const QString named = length == 1 && (character[0].unicode() < 128 || character[0] == QChar(0x2032))
                              ? QString()
                              : symbolTex(character.toUcs4().front(), false);
    if (character == QChar(0x210E))
      return {styled(font, QStringLiteral("h"))}; // Planck's constant is drawn as this letter
    return {styled(font, named.isEmpty() ? character : named)};
  }

  QStringList group(const QString& font) {
    ++at;
    const QStringList items = sequence(font);
    failed = failed || at >= tex.size();
    ++at;
    return items;
  }

  QStringList command(const QString& font) {
    const QString name = peekCommand();
    at += name.size();
    if (const QString inner = fontCommand(name); !inner.isEmpty()) {
      const QStringList items = item(inner);
      return inner == u"\\mathrm" ? withWords(items) : items;
    }
    if (isAccent(name))
      return {QStringLiteral("%1{%2}").arg(name, joined(item(font)))};
    if (name == u"\\operatorname") {
      if (at < tex.size() && tex[at] == u'*')
        ++at;
      return {wordTex(joined(item({})))};
    }
    if (name == u"\\not")
      return {negated(joined(item(font)))};
    if (const QString known = shorthand(name); !known.isEmpty())
      return {known};
    return {styled(font, canonicalCommand(name))};
  }

  QString number() {
    const qsizetype first = at;
    const auto digit = [this](qsizetype i) { return i < tex.size() && tex[i].isDigit(); };
    while (digit(at) || (at < tex.size() && tex[at] == u'.' && digit(at + 1)))
      ++at;
    return tex.mid(first, at - first).toString();
  }

  static QString styled(const QString& font, const QString& base) {
    return font.isEmpty() ? base : styledTex(font, base);
  }

  // Upright letters in a row are a name: \mathrm{softmax} is \operatorname{softmax}.
  static QStringList withWords(const QStringList& items) {
    QStringList result;
    QString letters;
    const auto finish = [&] {
      if (!letters.isEmpty())
        result += wordTex(std::exchange(letters, {}));
    };
    for (const QString& item : items) {
      if (item.startsWith(u"\\mathrm{") && item.size() == 10) {
        letters += item[8];
        continue;
      }
      finish();
      result += item;
    }
    finish();
    return result;
  }

  static qsizetype commandLength(QStringView text) {
    qsizetype length = 1;
    while (length < text.size() && text[length].unicode() < 128 && text[length].isLetter())
      ++length;
    return length > 1 ? length : std::min<qsizetype>(2, text.size());
  }

  QString peekCommand() const {
    if (tex[at] != u'\\')
      return {};
    return tex.mid(at, commandLength(tex.mid(at))).toString();
  }

  static QString joined(const QStringList& items) {
    QString text;
    for (const QString& item : items) {
      const bool ambiguous = !item.isEmpty() && item[0].isLetter() && !text.isEmpty() &&
                             text.back().isLetter() && text.lastIndexOf(u'\\') >= 0 &&
                             commandLength(QStringView(text).mid(text.lastIndexOf(u'\\'))) ==
                                 text.size() - text.lastIndexOf(u'\\');
      text += ambiguous ? u' ' + item : item;
    }
    return text;
  }

  bool skipSpace() {
    while (at < tex.size() && (tex[at].isSpace() || tex[at] == u'~'))
      ++at;
    return at < tex.size();
  }

  struct Deeper {
    explicit Deeper(Speller& speller) : speller(speller) { speller.failed |= ++speller.depth > deepest; }
    ~Deeper() { --speller.depth; }
    Speller& speller;
  };

  QStringView tex;
  qsizetype at = 0;
  int depth = 0;
  bool failed = false;
};

} // namespace

QString canonicalSymbol(const QString& tex) {
  return tex.size() > longest ? tex : Speller(tex).spell();
}

} // namespace eigenboard::typesetting
