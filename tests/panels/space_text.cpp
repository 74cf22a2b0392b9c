#include "tests/panels/space_text.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::tests {

namespace {

using scene::Point3;

QString digits(double value) {
  return QString::number(value, 'g', 17);
}

QString text3(const Point3& at) {
  return QStringLiteral("(%1 %2 %3)").arg(digits(at.x), digits(at.y), digits(at.z));
}

QString text3(const std::vector<Point3>& points) {
  QString text;
  for (const Point3& point : points)
    text += text3(point);
  return text;
}

QString strokeText(const scene::Stroke& one) {
  return QStringLiteral(" stroke %1 %2 %3 %4")
      .arg(static_cast<int>(one.role))
      .arg(digits(one.width))
      .arg(static_cast<int>(one.dash))
      .arg(digits(one.opacity));
}

QString paintText(const std::optional<scene::Fill>& fill, const std::optional<scene::Stroke>& stroke) {
  QString text;
  if (fill)
    text += QStringLiteral(" fill %1 %2").arg(static_cast<int>(fill->role)).arg(digits(fill->opacity));
  return stroke ? text + strokeText(*stroke) : text;
}

/// One line of text for each kind of mark.
struct MarkText3 {
  QString operator()(const scene::Surface& mark) const {
    QString text = QStringLiteral("surface %1 %2 %3 ").arg(mark.name).arg(mark.columns).arg(mark.rows) +
                   text3({mark.left, mark.front, 0}) + text3({mark.right, mark.back, 0}) +
                   QStringLiteral("%1 %2 %3 ")
                       .arg(static_cast<int>(mark.color))
                       .arg(static_cast<int>(mark.role))
                       .arg(mark.wireEvery) +
                   digits(mark.opacity) + strokeText(mark.contour) + paintText({}, mark.wire);
    for (const double level : mark.contourLevels)
      text += QLatin1Char(' ') + digits(level);
    for (const double height : mark.heights)
      text += QLatin1Char(' ') + digits(height);
    return text;
  }
  QString operator()(const scene::Patch3& mark) const {
    return QStringLiteral("patch %1 ").arg(mark.name) + text3(mark.outline) +
           paintText(mark.fill, mark.stroke);
  }
  QString operator()(const scene::Plane3& mark) const {
    return QStringLiteral("plane %1 ").arg(mark.name) + text3(mark.through) + text3(mark.normal) +
           paintText(mark.fill, mark.stroke);
  }
  QString operator()(const scene::Curve3& mark) const {
    return QStringLiteral("curve %1 %2 ").arg(mark.name).arg(mark.hasHead) + text3(mark.points) +
           strokeText(mark.stroke);
  }
  QString operator()(const scene::Arrow3& mark) const {
    return QStringLiteral("arrow %1 %2 ").arg(mark.name, mark.label) + text3(mark.from) + text3(mark.to) +
           strokeText(mark.stroke);
  }
  QString operator()(const scene::Points3& mark) const {
    return QStringLiteral("points %1 %2 ").arg(mark.name).arg(static_cast<int>(mark.role)) +
           digits(mark.radius) + digits(mark.opacity) + text3(mark.points);
  }
  QString operator()(const scene::Label3& mark) const {
    return QStringLiteral("label %1 %2 ").arg(mark.tex).arg(static_cast<int>(mark.role)) + text3(mark.at) +
           text3({mark.offset.x(), mark.offset.y(), 0});
  }
};

bool isFinite3(const Point3& at) {
  return std::isfinite(at.x) && std::isfinite(at.y) && std::isfinite(at.z);
}

bool areFinite3(const std::vector<Point3>& points) {
  return std::all_of(points.begin(), points.end(), isFinite3);
}

/// Whether every coordinate of a mark is finite. A surface may have holes.
struct MarkIsFinite3 {
  bool operator()(const scene::Surface& mark) const {
    return isFinite3({mark.left, mark.right, 0}) && isFinite3({mark.front, mark.back, 0});
  }
  bool operator()(const scene::Patch3& mark) const { return areFinite3(mark.outline); }
  bool operator()(const scene::Plane3& mark) const {
    return isFinite3(mark.through) && isFinite3(mark.normal);
  }
  bool operator()(const scene::Curve3& mark) const { return areFinite3(mark.points); }
  bool operator()(const scene::Arrow3& mark) const { return isFinite3(mark.from) && isFinite3(mark.to); }
  bool operator()(const scene::Points3& mark) const { return areFinite3(mark.points); }
  bool operator()(const scene::Label3& mark) const { return isFinite3(mark.at); }
};

QString axisText(const scene::Axis& one) {
  return QStringLiteral("%1 %2 %3 ").arg(one.label, digits(one.minimum), digits(one.maximum));
}

} // namespace

QString spaceText(const scene::SpaceView& view) {
  QStringList lines{QStringLiteral("space %1 %2 ").arg(view.key, view.title) + axisText(view.x) +
                    axisText(view.y) + axisText(view.z)};
  for (const scene::Mark3& mark : view.marks)
    lines << std::visit(MarkText3{}, mark);
  for (const scene::Handle3& handle : view.handles)
    lines << QStringLiteral("handle %1 %2 ").arg(handle.key, handle.name) + text3(handle.position);
  return lines.join(QLatin1Char('\n'));
}

QStringList spaceFaults(const scene::SpaceView& view) {
  QStringList faults;
  for (const scene::Axis& one : {view.x, view.y, view.z})
    if (!(std::isfinite(one.minimum) && std::isfinite(one.maximum) && one.minimum < one.maximum) ||
        one.label.isEmpty())
      faults << QStringLiteral("an axis of space %1 has no label or no range").arg(view.key);
  for (const scene::Mark3& mark : view.marks)
    if (!std::visit(MarkIsFinite3{}, mark))
      faults << QStringLiteral("not finite: ") + std::visit(MarkText3{}, mark).left(400);
  for (const scene::Handle3& handle : view.handles)
    if (handle.key.isEmpty() || handle.name.isEmpty() || !handle.drag || !isFinite3(handle.position))
      faults << QStringLiteral("a handle of space %1 lacks something").arg(view.key);
  return faults;
}

} // namespace eigenboard::tests
