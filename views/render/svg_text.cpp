#include "views/render/svg_text.h"

#include <cmath>

namespace eigenboard::render::svg {
namespace {

bool isAllowed(char32_t character) {
  return character == 0x9 || character == 0xa || character == 0xd ||
         (character >= 0x20 && character <= 0xd7ff) || (character >= 0xe000 && character <= 0xfffd) ||
         (character >= 0x10000 && character <= 0x10ffff);
}

QByteArray point(double x, double y) {
  return number(x) + ' ' + number(y);
}

} // namespace

QByteArray number(double value, int decimals) {
  if (!std::isfinite(value))
    return "0";
  QByteArray text = QByteArray::number(value, 'f', decimals);
  if (text.contains('.')) {
    while (text.endsWith('0'))
      text.chop(1);
    if (text.endsWith('.'))
      text.chop(1);
  }
  if (text.startsWith("0."))
    text.remove(0, 1);
  else if (text.startsWith("-0."))
    text.remove(1, 1);
  return text == "-0" ? QByteArray("0") : text;
}

QByteArray escaped(const QString& text) {
  QString result;
  result.reserve(text.size());
  // toUcs4 gives unpaired surrogates as they are.
  const QList<uint> characters = text.toUcs4();
  for (const uint character : characters) {
    if (!isAllowed(character))
      result += QChar(QChar::ReplacementCharacter);
    else if (character == '&')
      result += QStringLiteral("&amp;");
    else if (character == '<')
      result += QStringLiteral("&lt;");
    else if (character == '>')
      result += QStringLiteral("&gt;");
    else if (character == '"')
      result += QStringLiteral("&quot;");
    else
      result += QString::fromUcs4(reinterpret_cast<const char32_t*>(&character), 1);
  }
  return result.toUtf8();
}

QByteArray color(const QColor& color) {
  return color.name(QColor::HexRgb).toLatin1();
}

QByteArray pathData(const QPainterPath& path) {
  QByteArray data;
  QPointF start;
  for (int i = 0; i < path.elementCount(); ++i) {
    const QPainterPath::Element element = path.elementAt(i);
    switch (element.type) {
    case QPainterPath::MoveToElement:
      data += 'M' + point(element.x, element.y);
      start = element;
      break;
    case QPainterPath::LineToElement: {
      const bool endsSubpath =
          i + 1 == path.elementCount() || path.elementAt(i + 1).type == QPainterPath::MoveToElement;
      if (endsSubpath && QPointF(element) == start)
        data += 'Z';
      else
        data += 'L' + point(element.x, element.y);
      break;
    }
    case QPainterPath::CurveToElement:
      data += 'C' + point(element.x, element.y);
      break;
    case QPainterPath::CurveToDataElement:
      data += ' ' + point(element.x, element.y);
      break;
    }
  }
  return data;
}

QByteArray attribute(const char* name, const QByteArray& value) {
  return QByteArray(" ") + name + "=\"" + value + '"';
}

} // namespace eigenboard::render::svg
