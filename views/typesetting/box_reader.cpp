#include "views/typesetting/box_reader.h"

#include "views/typesetting/tex_error.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <algorithm>

namespace eigenboard::typesetting {

namespace {

std::optional<double> emLength(const QString& value) {
  if (!value.endsWith(u"em"))
    return std::nullopt;
  bool ok = false;
  const double length = QStringView(value).chopped(2).toDouble(&ok);
  return ok ? std::optional(length) : std::nullopt;
}

std::optional<double> emLength(const QJsonObject& style, QLatin1StringView name) {
  const QJsonValue value = style.value(name);
  return value.isUndefined() ? std::nullopt : emLength(value.toString());
}

BoxStyle readStyle(const QJsonObject& json) {
  using namespace Qt::StringLiterals;
  BoxStyle style;
  if (json.isEmpty())
    return style;
  style.height = emLength(json, "height"_L1);
  style.width = emLength(json, "width"_L1);
  style.minWidth = emLength(json, "minWidth"_L1);
  style.top = emLength(json, "top"_L1);
  style.left = emLength(json, "left"_L1);
  style.bottom = emLength(json, "bottom"_L1);
  style.verticalAlign = emLength(json, "verticalAlign"_L1);
  style.marginLeft = emLength(json, "marginLeft"_L1).value_or(0);
  style.marginRight = emLength(json, "marginRight"_L1).value_or(0);
  style.marginTop = emLength(json, "marginTop"_L1).value_or(0);
  style.paddingLeft = emLength(json, "paddingLeft"_L1).value_or(0);
  style.borderTop = emLength(json, "borderTopWidth"_L1);
  style.borderRight = emLength(json, "borderRightWidth"_L1);
  style.borderBottom = emLength(json, "borderBottomWidth"_L1);
  style.border = emLength(json, "borderWidth"_L1);
  style.dashedRight = json.value("borderRightStyle"_L1).toString() == "dashed"_L1;
  style.shadow = json.contains("textShadow"_L1);
  style.color = json.value("color"_L1).toString();
  style.borderColor = json.value("borderColor"_L1).toString();
  style.backgroundColor = json.value("backgroundColor"_L1).toString();

  const QString width = json.value("width"_L1).toString();
  constexpr QLatin1StringView insetPrefix = "calc(100% - "_L1;
  if (width.startsWith(insetPrefix))
    style.widthInset = emLength(width.mid(insetPrefix.size()).chopped(1));
  const QString margin = json.value("margin"_L1).toString(); // "0 x": above and below, left and right
  if (margin.startsWith("0 "_L1))
    style.marginLeft = style.marginRight = emLength(margin.mid(2)).value_or(0);
  return style;
}

SvgShape readShape(const QJsonValue& json) {
  SvgShape shape;
  if (json.isString()) {
    shape.pathData = json.toString();
    return shape;
  }
  const QJsonObject line = json.toObject();
  shape.lineUp = line.value("y1").toString() != QLatin1StringView("0");
  shape.lineWidth = emLength(line.value("stroke-width").toString()).value_or(0);
  return shape;
}

void readSvg(const QJsonArray& json, Box& box) {
  box.kind = BoxKind::Svg;
  const QJsonObject attributes = json.at(1).toObject();
  const QStringList viewBox = attributes.value("viewBox").toString().split(u' ', Qt::SkipEmptyParts);
  if (viewBox.size() == 4) {
    box.viewBoxWidth = viewBox[2].toDouble();
    box.viewBoxHeight = viewBox[3].toDouble();
  }
  box.preserveAspectRatio = attributes.value("preserveAspectRatio").toString();
  const QString style = attributes.value("style").toString(); // "width:0.471em"
  if (style.startsWith(u"width:"))
    box.style.width = emLength(style.mid(6));
  box.picture = json.at(3).toString();
  for (const QJsonValue& shape : json.at(2).toArray())
    box.shapes.push_back(readShape(shape));
}

// The recursion is bounded: QJsonDocument refuses more than 1024 levels.
Box readBox(const QJsonArray& json) {
  Box box;
  if (json.at(0).isString()) {
    box.kind = BoxKind::Symbol;
    box.text = json.at(0).toString();
    box.classes = BoxClasses::parse(json.at(1).toString());
    box.italic = std::max(0.0, json.at(2).toDouble());
    box.style = readStyle(json.at(3).toObject());
  } else if (json.at(0).toInt() == 1) {
    readSvg(json, box);
  } else {
    box.classes = BoxClasses::parse(json.at(1).toString());
    box.style = readStyle(json.at(2).toObject());
    const QJsonArray children = json.at(3).toArray();
    box.children.reserve(static_cast<std::size_t>(children.size()));
    for (const QJsonValue& child : children)
      box.children.push_back(readBox(child.toArray()));
    box.height = json.at(4).toDouble();
    box.depth = json.at(5).toDouble();
    box.part = json.at(6).toString();
  }
  return box;
}

} // namespace

BoxTree readBoxTree(const QByteArray& json) {
  QJsonParseError parsing;
  const QJsonObject object = QJsonDocument::fromJson(json, &parsing).object();
  if (parsing.error == QJsonParseError::DeepNesting)
    return {{}, nestedTooDeeply(), {}};
  if (const QJsonValue error = object.value("error"); error.isObject())
    return {{},
            readableKatexError(error["kind"].toString(), error["message"].toString(),
                               error["position"].toInt(-1)),
            {}};
  const QJsonArray boxes = object.value("boxes").toArray();
  if (parsing.error != QJsonParseError::NoError || boxes.isEmpty())
    return {{}, unreadableLayout(), {}};
  return {readBox(boxes.at(0).toArray()), {}, object.value("spoken").toString()};
}

} // namespace eigenboard::typesetting
