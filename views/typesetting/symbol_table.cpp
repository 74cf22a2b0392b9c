#include "views/typesetting/symbol_table.h"

#include <QtCore/QFile>
#include <QtCore/QHash>
#include <QtCore/QSet>

namespace eigenboard::typesetting {

namespace {

using Names = QHash<char32_t, QString>;

struct Tables {
  Names main;
  Names ams;
  QHash<QString, QString> canonical; ///< by other name
};

QString spelled(QStringView name) {
  const bool isCommand = name.size() > 1 && name[0].isLetter();
  return isCommand ? u'\\' + name.toString() : name.toString();
}

// symbols.txt says in its head how it is written.
Tables readTables() {
  Tables tables;
  QString section;
  const QString text = symbolList();
  for (const QStringView line : QStringView(text).split(u'\n')) {
    if (line.startsWith(u'[') && line.endsWith(u']')) {
      section = line.toString();
      continue;
    }
    const qsizetype bar = line.lastIndexOf(u" | ");
    if (bar < 0 || line.startsWith(u"//"))
      continue;
    const QList<QStringView> words = line.left(bar).split(u' ', Qt::SkipEmptyParts);
    if (words.size() < 2)
      continue;
    const QString name = spelled(words[1]);
    for (const QStringView other : words.mid(2))
      tables.canonical.insert(spelled(other), name);
    const bool isPrivate = section == u"[private]";
    const char32_t character = isPrivate ? words[0].toUInt(nullptr, 16) : words[0].toUcs4().first();
    if (isPrivate || section == u"[main]")
      tables.main.insert(character, name);
    if (isPrivate || section == u"[ams]")
      tables.ams.insert(character, name);
  }
  return tables;
}

const Tables& tables() {
  static const Tables all = readTables();
  return all;
}

} // namespace

QString symbolList() {
  QFile file(QStringLiteral(":/eigenboard/typesetting/symbols.txt"));
  return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString symbolTex(char32_t character, bool ams) {
  return (ams ? tables().ams : tables().main).value(character);
}

QString canonicalCommand(const QString& command) {
  return tables().canonical.value(command, command);
}

QString accentTex(const QString& character) {
  static const QHash<QString, QString> accents{
      {"^", "\\hat"},   {"~", "\\tilde"}, {"ˉ", "\\bar"},   {"˙", "\\dot"},   {"¨", "\\ddot"},
      {"ˊ", "\\acute"}, {"ˋ", "\\grave"}, {"ˇ", "\\check"}, {"˘", "\\breve"}, {"˚", "\\mathring"},
  };
  return accents.value(character);
}

QString wordTex(const QString& letters) {
  static const QSet<QString> commands{
      "arccos", "arcsin", "arctan", "arg", "cos", "cosh", "cot",  "coth", "csc", "deg",
      "det",    "dim",    "exp",    "gcd", "hom", "inf",  "ker",  "lg",   "lim", "ln",
      "log",    "max",    "min",    "Pr",  "sec", "sin",  "sinh", "sup",  "tan", "tanh",
  };
  static const QHash<QString, QString> pairs{
      {"arg\\,min", "\\argmin"},
      {"arg\\,max", "\\argmax"},
      {"lim\\,sup", "\\limsup"},
      {"lim\\,inf", "\\liminf"},
  };
  if (letters.size() == 1)
    return QStringLiteral("\\mathrm{%1}").arg(letters);
  if (commands.contains(letters))
    return u'\\' + letters;
  const auto pair = pairs.constFind(letters);
  return pair != pairs.cend() ? *pair : QStringLiteral("\\operatorname{%1}").arg(letters);
}

QString tallDelimiterTex(const QString& glyphs) {
  static const QHash<QString, QString> delimiters{
      {"⎛⎝", "("},
      {"⎞⎠", ")"},
      {"⎡⎣", "["},
      {"⎤⎦", "]"},
      {"⎡", "\\lceil"},
      {"⎤", "\\rceil"},
      {"⎣", "\\lfloor"},
      {"⎦", "\\rfloor"},
      {"⎧⎨⎩", "\\{"},
      {"⎫⎬⎭", "\\}"},
      {"⎧⎩", "\\lgroup"},
      {"⎫⎭", "\\rgroup"},
      {"⎧⎭", "\\lmoustache"},
      {"⎩⎫", "\\rmoustache"},
  };
  const auto has = [&](QChar piece) { return glyphs.contains(piece); };
  if (has(u'↑') || has(u'↓'))
    return !has(u'↓')  ? QStringLiteral("\\uparrow")
           : has(u'↑') ? QStringLiteral("\\updownarrow")
                       : QStringLiteral("\\downarrow");
  if (has(u'⇑') || has(u'⇓'))
    return !has(u'⇓')  ? QStringLiteral("\\Uparrow")
           : has(u'⇑') ? QStringLiteral("\\Updownarrow")
                       : QStringLiteral("\\Downarrow");
  QString sorted;
  for (const QChar piece : QStringLiteral("⎛⎝⎞⎠⎡⎣⎤⎦⎧⎨⎩⎫⎬⎭"))
    if (glyphs.contains(piece))
      sorted += piece;
  return delimiters.value(sorted);
}

QString negated(const QString& tex) {
  if (tex == u"=")
    return QStringLiteral("\\ne");
  return tex.size() > 1 ? QStringLiteral("\\not") + tex : QStringLiteral("\\not ") + tex;
}

} // namespace eigenboard::typesetting
