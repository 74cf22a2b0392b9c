#include "views/typesetting/symbol_style.h"

#include "views/typesetting/letters.h"
#include "views/typesetting/symbol_table.h"

namespace eigenboard::typesetting {

namespace {

bool isGreekCapital(char32_t c) {
  return c >= 0x391 && c <= 0x3a9;
}

QString plainTex(char32_t character, bool ams) {
  const QString name = symbolTex(character, ams);
  return name.isEmpty() ? QString::fromUcs4(&character, 1) : name;
}

QString wrapped(const char* command, const QString& base) {
  return QLatin1StringView(command) + u'{' + base + u'}';
}

QString mainTex(bool bold, bool italic, char32_t c) {
  const QString plain = plainTex(c, false);
  const bool isAlphabetic = isLetter(c) || isDigit(c) || isGreekCapital(c);
  if (bold)
    return wrapped(isAlphabetic ? "\\mathbf" : "\\boldsymbol", plain);
  if (italic)
    return wrapped("\\mathit", plain);
  return isLetter(c) ? wrapped("\\mathrm", plain) : plain;
}

enum class Kind : std::uint8_t {
  Letter,
  Capital,
  Digits,
  GreekCapital,
  GreekLower,
  BigOperator,
  Relation,
  Other
};

Kind kindOf(const QString& tex) {
  static const QString bigOperators =
      QStringLiteral(" \\sum \\prod \\coprod \\int \\iint \\iiint \\oint \\oiint \\oiiint \\bigcup \\bigcap "
                     "\\bigvee \\bigwedge \\bigoplus \\bigotimes \\bigodot \\biguplus \\bigsqcup ");
  static const QString greekCapitals =
      QStringLiteral(" \\Gamma \\Delta \\Theta \\Lambda \\Xi \\Pi \\Sigma \\Upsilon \\Phi \\Psi \\Omega ");
  static const QString greek = QStringLiteral(
      " \\alpha \\beta \\gamma \\delta \\epsilon \\varepsilon \\zeta \\eta \\theta \\vartheta \\iota "
      "\\kappa \\lambda \\mu \\nu \\xi \\omicron \\pi \\varpi \\rho \\varrho \\sigma \\varsigma \\tau "
      "\\upsilon \\phi \\varphi \\chi \\psi \\omega ");
  if (tex.size() == 1 && isLetter(tex[0].unicode()))
    return tex[0].isUpper() ? Kind::Capital : Kind::Letter;
  if (!tex.isEmpty() && isDigit(tex[0].unicode()))
    return Kind::Digits;
  const QString word = u' ' + tex + u' ';
  return greekCapitals.contains(word)  ? Kind::GreekCapital
         : greek.contains(word)        ? Kind::GreekLower
         : bigOperators.contains(word) ? Kind::BigOperator
         : tex.size() == 1             ? Kind::Relation
                                       : Kind::Other;
}

// Which of these has the font at all? KaTeX draws the others as if the command were not there.
bool hasFont(const QString& command, const QString& base, Kind kind) {
  const bool isLetter = kind == Kind::Letter || kind == Kind::Capital;
  const bool isDigits = kind == Kind::Digits;
  if (command == u"\\mathrm")
    return isLetter;
  if (command == u"\\mathbb")
    return kind == Kind::Capital || base == u"k";
  if (command == u"\\mathscr")
    return kind == Kind::Capital;
  if (command == u"\\mathcal")
    return kind == Kind::Capital || isDigits;
  if (command == u"\\mathfrak")
    return isLetter || isDigits;
  if (command == u"\\mathnormal")
    return isDigits || kind == Kind::GreekCapital;
  const bool hasSigns = command == u"\\mathsf" || command == u"\\mathtt";
  const bool isSign = base.size() == 2 && base[0] == u'\\' && !base[1].isLetter(); // \% and \_
  return isLetter || isDigits || kind == Kind::GreekCapital || (hasSigns && isSign);
}

} // namespace

QString characterTex(std::uint8_t face, char32_t c) {
  const bool bold = isBoldFace({face});
  const bool italic = isItalicFace({face});
  switch (faceFamily(face)) {
  case Family::Main:
    return mainTex(bold, italic, c);
  case Family::Math: {
    const QString plain = plainTex(c, false);
    if (bold)
      return wrapped("\\boldsymbol", plain);
    return isDigit(c) || isGreekCapital(c) ? wrapped("\\mathnormal", plain) : plain;
  }
  case Family::Ams:
    return isLetter(c) ? wrapped("\\mathbb", plainTex(c, false)) : plainTex(c, true);
  case Family::Caligraphic:
    return wrapped("\\mathcal", plainTex(c, false));
  case Family::Fraktur:
    return wrapped("\\mathfrak", plainTex(c, false));
  case Family::SansSerif:
    return wrapped("\\mathsf", plainTex(c, false));
  case Family::Script:
    return wrapped("\\mathscr", plainTex(c, false));
  case Family::Typewriter:
    return wrapped("\\mathtt", plainTex(c, false));
  case Family::Size1:
  case Family::Size2:
  case Family::Size3:
  case Family::Size4:
    return plainTex(c, false);
  }
  return {};
}

QString styledTex(const QString& command, const QString& base) {
  const Kind kind = kindOf(base);
  if (base.contains(u'{'))
    return base; // the inner of two fonts is the one that is drawn
  if (command == u"\\boldsymbol" || command == u"\\mathbf") {
    const bool isLetter = kind == Kind::Letter || kind == Kind::Capital;
    if (isLetter || kind == Kind::Digits || kind == Kind::GreekCapital)
      return QStringLiteral("%1{%2}").arg(isLetter ? command : QStringLiteral("\\mathbf"), base);
    const bool bolds = command == u"\\boldsymbol" ? kind != Kind::BigOperator : kind == Kind::Other;
    return bolds ? QStringLiteral("\\boldsymbol{%1}").arg(base) : base;
  }
  return hasFont(command, base, kind) ? QStringLiteral("%1{%2}").arg(command, base) : base;
}

} // namespace eigenboard::typesetting
