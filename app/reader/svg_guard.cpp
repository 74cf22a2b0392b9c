#include "app/reader/svg_guard.h"

#include "app/reader/words.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QHash>
#include <QtCore/QXmlStreamReader>

#include <algorithm>
#include <vector>

namespace eigenboard::reader {

namespace {

constexpr double mostElements = 100'000; ///< painted, each repetition counted
constexpr std::size_t mostInSource = 50'000;
constexpr std::size_t deepest = 200;

/// An element of the picture, and those painted with it: its children and what it uses.
struct Element {
  std::vector<std::size_t> children;
  QString uses;
  double cost = -1; ///< elements painted for it; −1: not counted so far
  bool isOpen = false;
};

/// Reads the elements; false with a reason when the source cannot be painted whatever they cost.
struct Elements {
  std::vector<Element> all;
  QHash<QString, std::size_t> byId;
  QString problem;
};

QString reference(const QXmlStreamAttributes& attributes) {
  for (const QXmlStreamAttribute& attribute : attributes)
    if (attribute.name() == u"href")
      return attribute.value().trimmed().toString();
  return {};
}

Elements read(const QByteArray& source) {
  Elements made;
  std::vector<std::size_t> path;
  QXmlStreamReader xml(source);
  while (!xml.atEnd() && made.problem.isEmpty()) {
    switch (xml.readNext()) {
    case QXmlStreamReader::DTD:
      if (!xml.entityDeclarations().isEmpty())
        made.problem = translated("the picture declares entities");
      break;
    case QXmlStreamReader::StartElement: {
      const std::size_t index = made.all.size();
      made.all.emplace_back();
      if (!path.empty())
        made.all[path.back()].children.push_back(index);
      path.push_back(index);
      const QXmlStreamAttributes attributes = xml.attributes();
      const QString target = reference(attributes);
      if (xml.name() == u"use" && target.startsWith(u'#'))
        made.all[index].uses = target.sliced(1);
      else if (xml.name() == u"image" ||
               (!target.isEmpty() && !target.startsWith(u'#') && xml.name() != u"a"))
        made.problem = translated("the picture embeds or needs another file");
      const QString id = attributes.value(QStringLiteral("id")).toString();
      if (!id.isEmpty() && !made.byId.contains(id))
        made.byId.insert(id, index);
      if (made.all.size() > mostInSource || path.size() > deepest)
        made.problem = translated("the picture has too many parts");
      break;
    }
    case QXmlStreamReader::EndElement:
      path.pop_back();
      break;
    default:
      break;
    }
  }
  if (made.problem.isEmpty() && (xml.hasError() || made.all.empty()))
    made.problem = translated("the picture is damaged");
  return made;
}

/// Elements painted for this one; too many when it is part of itself. depth: of the calls.
double costOf(Elements& elements, std::size_t index, std::size_t depth) {
  Element& element = elements.all[index];
  if (element.isOpen || depth > 2 * deepest)
    return mostElements + 1;
  if (element.cost >= 0)
    return element.cost;
  element.isOpen = true;
  double cost = 1;
  for (const std::size_t child : element.children)
    cost = std::min(mostElements + 1, cost + costOf(elements, child, depth + 1));
  const auto used = elements.byId.constFind(element.uses);
  if (!element.uses.isEmpty() && used != elements.byId.constEnd())
    cost = std::min(mostElements + 1, cost + costOf(elements, *used, depth + 1));
  element.isOpen = false;
  element.cost = cost;
  return cost;
}

/// A length in px; NaN for one in percent or none.
double pixels(QStringView text) {
  struct Unit {
    const char* name;
    double pixels;
  };
  constexpr Unit units[] = {{"px", 1},         {"pt", 96 / 72.0}, {"pc", 16},
                            {"mm", 96 / 25.4}, {"cm", 96 / 2.54}, {"in", 96}};
  text = text.trimmed();
  double factor = 1;
  for (const Unit& unit : units)
    if (text.endsWith(QLatin1StringView(unit.name))) {
      factor = unit.pixels;
      text.chop(2);
      break;
    }
  bool ok = false;
  const double number = text.toDouble(&ok);
  return ok ? factor * number : qQNaN();
}

} // namespace

QString svgProblem(const QByteArray& source) {
  Elements elements = read(source);
  if (!elements.problem.isEmpty())
    return elements.problem;
  return costOf(elements, 0, 0) > mostElements ? translated("the picture repeats its parts too often")
                                               : QString();
}

QSizeF svgSize(const QByteArray& source) {
  QXmlStreamReader xml(source);
  if (!xml.readNextStartElement() || xml.name() != u"svg")
    return {};
  const QXmlStreamAttributes attributes = xml.attributes();
  const double width = pixels(attributes.value(QStringLiteral("width")));
  const double height = pixels(attributes.value(QStringLiteral("height")));
  if (width > 0 && height > 0)
    return {width, height};
  QString box = attributes.value(QStringLiteral("viewBox")).toString();
  const QStringList numbers = box.replace(u',', u' ').simplified().split(u' ');
  if (numbers.size() != 4)
    return {};
  const QSizeF size(numbers[2].toDouble(), numbers[3].toDouble());
  if (!(size.width() > 0) || !(size.height() > 0))
    return {};
  if (width > 0)
    return {width, width * size.height() / size.width()};
  return size;
}

} // namespace eigenboard::reader
