#include "app/book/entities.h"

#include <QtCore/QHash>

namespace eigenboard::book {

QString entityText(const QString& entity) {
  static const QHash<QString, QString> named = {
      {QStringLiteral("amp"), QStringLiteral("&")},       {QStringLiteral("lt"), QStringLiteral("<")},
      {QStringLiteral("gt"), QStringLiteral(">")},        {QStringLiteral("quot"), QStringLiteral("\"")},
      {QStringLiteral("apos"), QStringLiteral("'")},      {QStringLiteral("nbsp"), QString(QChar(0x00A0))},
      {QStringLiteral("thinsp"), QString(QChar(0x2009))}, {QStringLiteral("ndash"), QStringLiteral("–")},
      {QStringLiteral("mdash"), QStringLiteral("—")},     {QStringLiteral("hellip"), QStringLiteral("…")},
      {QStringLiteral("minus"), QStringLiteral("−")},     {QStringLiteral("times"), QStringLiteral("×")},
      {QStringLiteral("deg"), QStringLiteral("°")},       {QStringLiteral("copy"), QStringLiteral("©")},
      {QStringLiteral("le"), QStringLiteral("≤")},        {QStringLiteral("ge"), QStringLiteral("≥")},
      {QStringLiteral("ne"), QStringLiteral("≠")},        {QStringLiteral("larr"), QStringLiteral("←")},
      {QStringLiteral("rarr"), QStringLiteral("→")},      {QStringLiteral("middot"), QStringLiteral("·")},
      {QStringLiteral("infin"), QStringLiteral("∞")},     {QStringLiteral("eacute"), QStringLiteral("é")},
  };
  if (entity.size() < 3 || entity.front() != u'&' || entity.back() != u';')
    return entity;
  const QString name = entity.sliced(1, entity.size() - 2);
  if (!name.startsWith(u'#'))
    return named.value(name, entity);
  const bool hexadecimal = name.size() > 1 && name[1].toLower() == u'x';
  bool ok = false;
  const uint code = name.sliced(hexadecimal ? 2 : 1).toUInt(&ok, hexadecimal ? 16 : 10);
  const bool character = ok && code > 0 && code <= 0x10FFFF && !(code >= 0xD800 && code <= 0xDFFF);
  if (!character)
    return QString(QChar::ReplacementCharacter);
  const char32_t point = code;
  return QString::fromUcs4(&point, 1);
}

} // namespace eigenboard::book
