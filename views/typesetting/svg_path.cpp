#include "views/typesetting/svg_path.h"

#include <QtCore/QString>

#include <optional>

namespace eigenboard::typesetting {

namespace {

/// Reads an SVG path's data one token at a time.
class PathReader {
 public:
  explicit PathReader(const QString& data) : text(data) {}

  /// The next command letter, or nothing if a number or the end comes first.
  std::optional<char16_t> command() {
    skipSeparators();
    if (position >= text.size() || !text[position].isLetter())
      return std::nullopt;
    return text[position++].unicode();
  }

  std::optional<double> number() {
    skipSeparators();
    qsizetype end = position;
    const auto digits = [&] {
      while (end < text.size() && text[end].isDigit())
        ++end;
    };
    if (end < text.size() && (text[end] == u'-' || text[end] == u'+'))
      ++end;
    digits();
    if (end < text.size() && text[end] == u'.') {
      ++end;
      digits();
    }
    if (end < text.size() && (text[end] == u'e' || text[end] == u'E')) {
      ++end;
      if (end < text.size() && (text[end] == u'-' || text[end] == u'+'))
        ++end;
      digits();
    }
    bool ok = false;
    const double value = text.sliced(position, end - position).toDouble(&ok);
    if (!ok)
      return std::nullopt;
    position = end;
    return value;
  }

  /// The next pair, moved by the origin; nothing at a fault.
  std::optional<QPointF> point(QPointF origin) {
    const std::optional<double> x = number();
    const std::optional<double> y = number();
    return x && y ? std::optional(origin + QPointF(*x, *y)) : std::nullopt;
  }

 private:
  void skipSeparators() {
    while (position < text.size() && (text[position].isSpace() || text[position] == u','))
      ++position;
  }

  QStringView text;
  qsizetype position = 0;
};

/// Appends commands to a path, remembering the control point that smooth curves reflect.
class PathWriter {
 public:
  QPainterPath path;

  /// One set of arguments of the command; false when the data ends or is at fault.
  bool append(char16_t letter, PathReader& reader) {
    const QPointF pen = path.currentPosition();
    const bool relative = QChar(letter).isLower();
    const QPointF origin = relative ? pen : QPointF();
    const char16_t command = QChar(letter).toUpper().unicode();
    std::optional<QPointF> control;
    switch (command) {
    case u'M':
    case u'L':
    case u'T':
      return appendPoint(command, reader.point(origin), control);
    case u'H':
    case u'V': {
      const std::optional<double> value = reader.number();
      if (!value)
        return false;
      path.lineTo(command == u'H' ? QPointF(origin.x() + *value, pen.y())
                                  : QPointF(pen.x(), origin.y() + *value));
      break;
    }
    case u'C':
    case u'S': {
      const std::optional<QPointF> first = command == u'C' ? reader.point(origin) : reflection(u'C');
      const std::optional<QPointF> second = reader.point(origin);
      const std::optional<QPointF> end = reader.point(origin);
      if (!first || !second || !end)
        return false;
      path.cubicTo(*first, *second, *end);
      control = second;
      break;
    }
    case u'Q': {
      control = reader.point(origin);
      const std::optional<QPointF> end = reader.point(origin);
      if (!control || !end)
        return false;
      path.quadTo(*control, *end);
      break;
    }
    default:
      return false;
    }
    remember(command, control);
    return true;
  }

  void close() {
    path.closeSubpath();
    remember(u'Z', {});
  }

 private:
  bool appendPoint(char16_t command, std::optional<QPointF> end, std::optional<QPointF> control) {
    if (!end)
      return false;
    if (command == u'M') {
      path.moveTo(*end);
    } else if (command == u'L') {
      path.lineTo(*end);
    } else {
      control = reflection(u'Q');
      path.quadTo(*control, *end);
    }
    remember(command, control);
    return true;
  }

  QPointF reflection(char16_t kind) const {
    const QPointF pen = path.currentPosition();
    return lastControl && lastKind == kind ? 2 * pen - *lastControl : pen;
  }

  void remember(char16_t command, std::optional<QPointF> control) {
    lastControl = control;
    lastKind = command == u'S' ? u'C' : command == u'T' ? u'Q' : command;
  }

  std::optional<QPointF> lastControl;
  char16_t lastKind = 0;
};

} // namespace

QPainterPath parseSvgPath(const QString& data) {
  PathReader reader(data);
  PathWriter writer;
  writer.path.setFillRule(Qt::WindingFill);
  std::optional<char16_t> letter = reader.command();
  while (letter) {
    if (*letter == u'z' || *letter == u'Z') {
      writer.close();
      letter = reader.command();
      continue;
    }
    if (!writer.append(*letter, reader))
      break;
    if (*letter == u'm' || *letter == u'M') // further pairs after a move are lines
      letter = *letter == u'm' ? u'l' : u'L';
    if (const std::optional<char16_t> next = reader.command())
      letter = next;
  }
  return writer.path;
}

} // namespace eigenboard::typesetting
