#include "views/typesetting/tex_error.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QRegularExpression>

#include <algorithm>

namespace eigenboard::typesetting {

namespace {

QString translated(const char* text) {
  return QCoreApplication::translate("Formula", text);
}

// KaTeX names the end of the input 'EOF' and appends the place with combining underlines, which few fonts
// draw; the place is said in words instead.
QString plainMessage(QString message) {
  static const QRegularExpression place(QStringLiteral(" at (position \\d+|end of input): "));
  if (const QRegularExpressionMatch match = place.match(message); match.hasMatch())
    message.truncate(match.capturedStart());
  const QString prefix = QStringLiteral("KaTeX parse error: ");
  if (message.startsWith(prefix))
    message.remove(0, prefix.size());

  static const QRegularExpression expected(QStringLiteral("^Expected '(.+)', got '(.+)'$"));
  if (const QRegularExpressionMatch match = expected.match(message); match.hasMatch()) {
    const QString wanted = match.captured(1);
    const QString got = match.captured(2);
    if (got == u"EOF")
      return translated("The formula ends where '%1' is expected").arg(wanted);
    if (wanted == u"EOF")
      return translated("'%1' has no partner or no place here").arg(got);
    return translated("'%1' stands where '%2' is expected").arg(got, wanted);
  }
  static const QRegularExpression endOfInput(
      QStringLiteral("^Unexpected end of input in .*expected '(.+)'$"));
  if (const QRegularExpressionMatch match = endOfInput.match(message); match.hasMatch())
    return translated("The formula ends where '%1' is expected").arg(match.captured(1));
  if (message.startsWith(u"Too many expansions"))
    return translated("Too many macro expansions; does a macro call itself?");
  return message;
}

// Whether the text goes on with this command, and not with a longer one such as \leftarrow.
bool startsCommand(QStringView text, QStringView command) {
  return text.startsWith(command) && !(text.size() > command.size() && text[command.size()].isLetter());
}

} // namespace

std::optional<QString> refuseHostileTex(const QString& tex) {
  if (tex.size() > longestTex)
    return translated("The formula has %1 characters; at most %2 are typeset")
        .arg(tex.size())
        .arg(longestTex);
  int depth = 0;
  int deepest = 0;
  for (qsizetype i = 0; i < tex.size(); ++i) {
    const QStringView rest = QStringView(tex).sliced(i);
    if (startsCommand(rest, u"\\left") || startsCommand(rest, u"\\begin"))
      ++depth;
    else if (startsCommand(rest, u"\\right") || startsCommand(rest, u"\\end"))
      --depth;
    else if (tex[i] == u'{')
      ++depth;
    else if (tex[i] == u'}')
      --depth;
    if (tex[i] == u'\\')
      ++i; // an escaped brace opens nothing
    depth = std::max(depth, 0);
    deepest = std::max(deepest, depth);
  }
  return deepest > deepestNesting ? std::optional(nestedTooDeeply()) : std::nullopt;
}

QString readableKatexError(const QString& kind, const QString& message, int position) {
  if (kind == u"RangeError")
    return nestedTooDeeply();
  if (kind == u"time")
    return translated("The formula takes too long to lay out");
  if (kind == u"size")
    return tooLarge();
  if (kind != u"parse")
    return translated("KaTeX failed: %1").arg(message);
  const QString plain = plainMessage(message);
  return position < 0 ? plain : translated("%1 (at character %2)").arg(plain).arg(position + 1);
}

QString nestedTooDeeply() {
  return translated("The formula is nested too deeply");
}

QString tooLarge() {
  return translated("The formula is too large to draw");
}

QString unreadableLayout() {
  return translated("The formula's layout could not be read");
}

} // namespace eigenboard::typesetting
