#include "views/typesetting/formula_bytes.h"

#include <QtCore/QDataStream>
#include <QtCore/QIODevice>

#include <array>
#include <bit>

namespace eigenboard::typesetting {

namespace {

// Floats travel as their bits: QDataStream's own float format depends on a precision setting.
void write(QDataStream& stream, float value) {
  stream << std::bit_cast<quint32>(value);
}
void write(QDataStream& stream, double value) {
  stream << std::bit_cast<quint64>(value);
}

void read(QDataStream& stream, float& value) {
  quint32 bits = 0;
  stream >> bits;
  value = std::bit_cast<float>(bits);
}

void read(QDataStream& stream, double& value) {
  quint64 bits = 0;
  stream >> bits;
  value = std::bit_cast<double>(bits);
}

void write(QDataStream& stream, const Glyph& glyph) {
  stream << glyph.face << static_cast<quint32>(glyph.character) << glyph.color;
  for (const float value : {glyph.x, glyph.y, glyph.size})
    write(stream, value);
}

void read(QDataStream& stream, Glyph& glyph) {
  quint32 character = 0;
  stream >> glyph.face >> character >> glyph.color;
  glyph.character = character;
  for (float* value : {&glyph.x, &glyph.y, &glyph.size})
    read(stream, *value);
}

void write(QDataStream& stream, const Rule& rule) {
  stream << rule.color;
  for (const float value : {rule.x, rule.y, rule.width, rule.height})
    write(stream, value);
}

void read(QDataStream& stream, Rule& rule) {
  stream >> rule.color;
  for (float* value : {&rule.x, &rule.y, &rule.width, &rule.height})
    read(stream, *value);
}

void write(QDataStream& stream, const Part& part) {
  stream << part.name;
  for (const float value : {part.x, part.y, part.width, part.height})
    write(stream, value);
}

void read(QDataStream& stream, Part& part) {
  stream >> part.name;
  for (float* value : {&part.x, &part.y, &part.width, &part.height})
    read(stream, *value);
}

void write(QDataStream& stream, const GlyphGroup& group) {
  stream << static_cast<quint8>(group.kind) << group.command << group.first << group.count;
  for (const double value : {group.drawn.x(), group.drawn.y(), group.drawn.width(), group.drawn.height()})
    write(stream, static_cast<float>(value));
}

void read(QDataStream& stream, GlyphGroup& group) {
  quint8 kind = 0;
  stream >> kind >> group.command >> group.first >> group.count;
  group.kind = static_cast<GlyphGroup::Kind>(kind);
  std::array<float, 4> rect{};
  for (float& value : rect)
    read(stream, value);
  group.drawn = QRectF(rect[0], rect[1], rect[2], rect[3]);
}

void write(QDataStream& stream, const Segment& segment) {
  for (const float value : {segment.x, segment.width, segment.height, segment.depth})
    write(stream, value);
  stream << segment.glyphs << segment.rules << segment.outlines << segment.parts;
}

void read(QDataStream& stream, Segment& segment) {
  for (float* value : {&segment.x, &segment.width, &segment.height, &segment.depth})
    read(stream, *value);
  stream >> segment.glyphs >> segment.rules >> segment.outlines >> segment.parts;
}

// Each segment's ink follows that of the one before, and the last one ends with the formula's.
bool segmentsFit(const Formula& formula) {
  Segment before;
  for (const Segment& segment : formula.segments) {
    if (segment.glyphs < before.glyphs || segment.rules < before.rules ||
        segment.outlines < before.outlines || segment.parts < before.parts)
      return false;
    before = segment;
  }
  return before.glyphs <= formula.glyphs.size() && before.rules <= formula.rules.size() &&
         before.outlines <= formula.outlines.size() && before.parts <= formula.parts.size();
}

void write(QDataStream& stream, const Outline& outline) {
  stream << outline.color << static_cast<qint32>(outline.path.elementCount());
  for (int i = 0; i < outline.path.elementCount(); ++i) {
    const QPainterPath::Element element = outline.path.elementAt(i);
    stream << static_cast<quint8>(element.type);
    write(stream, element.x);
    write(stream, element.y);
  }
}

void read(QDataStream& stream, Outline& outline) {
  qint32 count = 0;
  stream >> outline.color >> count;
  outline.path.setFillRule(Qt::WindingFill);
  struct {
    quint8 type = 0;
    QPointF point;
  } element;
  const auto readElement = [&] {
    double x = 0;
    double y = 0;
    stream >> element.type;
    read(stream, x);
    read(stream, y);
    element.point = {x, y};
  };
  for (qint32 i = 0; i < count && stream.status() == QDataStream::Ok; ++i) {
    readElement();
    if (element.type == QPainterPath::MoveToElement) {
      outline.path.moveTo(element.point);
    } else if (element.type == QPainterPath::LineToElement) {
      outline.path.lineTo(element.point);
    } else {
      const QPointF first = element.point;
      readElement();
      const QPointF second = element.point;
      readElement();
      outline.path.cubicTo(first, second, element.point);
      i += 2;
    }
  }
}

template <class Item>
void write(QDataStream& stream, const std::vector<Item>& items) {
  stream << static_cast<quint32>(items.size());
  for (const Item& item : items)
    write(stream, item);
}

// Grows only as far as there are bytes, so a wrong count cannot ask for memory.
template <class Item>
void read(QDataStream& stream, std::vector<Item>& items) {
  quint32 count = 0;
  stream >> count;
  for (quint32 i = 0; i < count && stream.status() == QDataStream::Ok; ++i)
    read(stream, items.emplace_back());
}

} // namespace

QByteArray toBytes(const Formula& formula) {
  QByteArray bytes;
  QDataStream stream(&bytes, QIODevice::WriteOnly);
  stream.setVersion(QDataStream::Qt_6_0);
  stream << formula.tex << formula.spoken;
  for (const double value : {formula.width, formula.height, formula.depth})
    write(stream, value);
  write(stream, formula.glyphs);
  write(stream, formula.rules);
  write(stream, formula.outlines);
  write(stream, formula.parts);
  write(stream, formula.groups);
  write(stream, formula.segments);
  return bytes;
}

std::optional<Formula> formulaFromBytes(const QByteArray& bytes) {
  QDataStream stream(bytes);
  stream.setVersion(QDataStream::Qt_6_0);
  Formula formula;
  stream >> formula.tex >> formula.spoken;
  for (double* value : {&formula.width, &formula.height, &formula.depth})
    read(stream, *value);
  read(stream, formula.glyphs);
  read(stream, formula.rules);
  read(stream, formula.outlines);
  read(stream, formula.parts);
  read(stream, formula.groups);
  read(stream, formula.segments);
  if (stream.status() != QDataStream::Ok || !stream.atEnd() || !segmentsFit(formula))
    return std::nullopt;
  return formula;
}

} // namespace eigenboard::typesetting
