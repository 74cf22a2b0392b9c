#include "tests/panels/panel_states.h"
#include "tests/panels/space_text.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::tests {

namespace {

QString number(double value) {
  return QString::number(value, 'g', 17);
}
QString point(QPointF at) {
  return QStringLiteral("(%1 %2)").arg(number(at.x()), number(at.y()));
}

QString points(const std::vector<QPointF>& list) {
  QString text;
  for (const QPointF at : list)
    text += point(at);
  return text;
}

QString stroke(const scene::Stroke& one) {
  return QStringLiteral("stroke %1 %2 %3 %4")
      .arg(static_cast<int>(one.role))
      .arg(number(one.width))
      .arg(static_cast<int>(one.dash))
      .arg(number(one.opacity));
}

/// One line of text for each kind of mark.
struct MarkText {
  QString operator()(const scene::Lattice& mark) const {
    return QStringLiteral("lattice ") + point(mark.origin) + point(mark.first) + point(mark.second) +
           stroke(mark.stroke);
  }
  QString operator()(const scene::Region& mark) const {
    QString text = QStringLiteral("region %1 ").arg(mark.name) + points(mark.outline);
    if (mark.fill)
      text += QStringLiteral(" fill %1 %2")
                  .arg(static_cast<int>(mark.fill->role))
                  .arg(number(mark.fill->opacity));
    return mark.stroke ? text + stroke(*mark.stroke) : text;
  }
  QString operator()(const scene::Segments& mark) const {
    QString text = QStringLiteral("segments ");
    for (const QLineF& line : mark.lines)
      text += point(line.p1()) + point(line.p2());
    return text + stroke(mark.stroke);
  }
  QString operator()(const scene::Line& mark) const {
    return QStringLiteral("line %1 ").arg(mark.name) + point(mark.through) + point(mark.direction) +
           stroke(mark.stroke);
  }
  QString operator()(const scene::Curve& mark) const {
    return QStringLiteral("curve %1 ").arg(mark.name) + points(mark.points) + stroke(mark.stroke);
  }
  QString operator()(const scene::Arrow& mark) const {
    return QStringLiteral("arrow %1 %2 ").arg(mark.name, mark.label) + point(mark.from) + point(mark.to) +
           stroke(mark.stroke);
  }
  QString operator()(const scene::Points& mark) const {
    return QStringLiteral("points %1 %2 %3 %4 ")
               .arg(mark.name)
               .arg(static_cast<int>(mark.role))
               .arg(number(mark.radius), number(mark.opacity)) +
           points(mark.points);
  }
  QString operator()(const scene::Label& mark) const {
    return QStringLiteral("label %1 %2 ").arg(mark.tex).arg(static_cast<int>(mark.role)) + point(mark.at) +
           point(mark.offset);
  }
  QString operator()(const scene::HeatMap& mark) const {
    QString text = QStringLiteral("heat map %1 %2 %3 ").arg(mark.name).arg(mark.columns).arg(mark.rows) +
                   point({mark.left, mark.bottom}) + point({mark.right, mark.top}) +
                   point({mark.minimum, mark.maximum}) + number(mark.opacity) +
                   (mark.areCells ? QStringLiteral(" cells") : QString());
    for (const double value : mark.values)
      text += QLatin1Char(' ') + number(value);
    return text;
  }
};

QString axis(const scene::Axis& one) {
  return QStringLiteral("%1 %2 %3 ").arg(one.label, number(one.minimum), number(one.maximum));
}

bool isFinite(QPointF at) {
  return std::isfinite(at.x()) && std::isfinite(at.y());
}

QStringList axisFaults(const QString& view, const std::vector<scene::Axis>& axes) {
  QStringList faults;
  for (const scene::Axis& one : axes)
    if (!(std::isfinite(one.minimum) && std::isfinite(one.maximum) && one.minimum < one.maximum) ||
        one.label.isEmpty())
      faults << QStringLiteral("an axis of view %1 has no label or no range").arg(view);
  return faults;
}

bool areFinite(const std::vector<QPointF>& list) {
  for (const QPointF at : list)
    if (!isFinite(at))
      return false;
  return true;
}

/// Whether every coordinate of a mark is finite.
struct MarkIsFinite {
  bool operator()(const scene::Lattice& mark) const {
    return isFinite(mark.origin) && isFinite(mark.first) && isFinite(mark.second);
  }
  bool operator()(const scene::Region& mark) const { return areFinite(mark.outline); }
  bool operator()(const scene::Segments& mark) const {
    for (const QLineF& line : mark.lines)
      if (!isFinite(line.p1()) || !isFinite(line.p2()))
        return false;
    return true;
  }
  bool operator()(const scene::Line& mark) const {
    return isFinite(mark.through) && isFinite(mark.direction);
  }
  bool operator()(const scene::Curve& mark) const { return areFinite(mark.points); }
  bool operator()(const scene::Arrow& mark) const { return isFinite(mark.from) && isFinite(mark.to); }
  bool operator()(const scene::Points& mark) const { return areFinite(mark.points); }
  bool operator()(const scene::Label& mark) const { return isFinite(mark.at) && isFinite(mark.offset); }
  /// Values may be missing: that is how a map has holes.
  bool operator()(const scene::HeatMap& mark) const {
    return isFinite({mark.left, mark.bottom}) && isFinite({mark.right, mark.top}) &&
           isFinite({mark.minimum, mark.maximum});
  }
};

QString handlesText(const scene::PlaneView& view) {
  QString text;
  for (const scene::Handle& handle : view.handles)
    text += QStringLiteral("handle %1 %2 ").arg(handle.key, handle.name) + point(handle.position);
  return text;
}

QString viewText(const scene::PlaneView& view) {
  QStringList lines{QStringLiteral("view %1 %2 ").arg(view.key, view.title) + axis(view.x) + axis(view.y)};
  for (const scene::Mark& mark : view.marks)
    lines << std::visit(MarkText{}, mark);
  lines << handlesText(view);
  return lines.join(QLatin1Char('\n'));
}

QStringList viewFaults(const scene::PlaneView& view) {
  QStringList faults = axisFaults(view.key, {view.x, view.y});
  for (const scene::Mark& mark : view.marks)
    if (!std::visit(MarkIsFinite{}, mark))
      faults << QStringLiteral("not finite: ") + std::visit(MarkText{}, mark);
  for (const scene::Handle& handle : view.handles)
    if (handle.key.isEmpty() || handle.name.isEmpty() || !handle.drag || !isFinite(handle.position))
      faults << QStringLiteral("a handle of view %1 lacks something").arg(view.key);
  return faults;
}

/// A line for each thing a chart holds.
QStringList chartText(const scene::ChartView& view) {
  QStringList lines{QStringLiteral("chart %1 %2 ").arg(view.key, view.title) + axis(view.x) +
                    axis(view.value)};
  for (const scene::Category& category : view.categories)
    lines << QStringLiteral("category %1 %2").arg(category.label, category.name);
  const auto series = [&lines](const QString& name, const std::vector<double>& values) {
    QString text = name;
    for (const double value : values)
      text += QLatin1Char(' ') + number(value);
    lines << text;
  };
  for (const scene::BarSet& set : view.bars)
    series(QStringLiteral("bars ") + set.name, set.values);
  series(QStringLiteral("area x"), view.areaX);
  for (const scene::AreaSet& area : view.areas)
    series(QStringLiteral("area ") + area.name, area.values);
  for (const scene::BoxPlot& box : view.boxes)
    series(QStringLiteral("box ") + box.name,
           {box.least, box.lowerQuartile, box.median, box.upperQuartile, box.greatest});
  for (const scene::LineSet& line : view.lines)
    lines << QStringLiteral("line ") + line.name + points(line.points) + stroke(line.stroke);
  for (const scene::Level& level : view.levels)
    series(QStringLiteral("level ") + level.name + level.label, {level.value});
  for (const scene::Label& label : view.labels)
    lines << MarkText{}(label);
  for (const scene::BarHandle& handle : view.handles)
    lines << QStringLiteral("handle %1 %2 %3 %4")
                 .arg(handle.key, handle.name)
                 .arg(handle.set)
                 .arg(handle.category);
  return lines;
}

bool areNumbers(const std::vector<double>& values) {
  return std::all_of(values.begin(), values.end(), [](double value) { return std::isfinite(value); });
}

/// What a chart of a panel must not lack, whatever the state.
QStringList chartFaults(const scene::ChartView& view) {
  QStringList faults;
  const auto expect = [&](bool isRight, const char* what) {
    if (!isRight)
      faults << QStringLiteral("chart %1: %2").arg(view.key, QString::fromLatin1(what));
  };
  expect(!view.key.isEmpty() && !view.title.isEmpty(), "no key or no title");
  expect(view.value.minimum < view.value.maximum && std::isfinite(view.value.maximum - view.value.minimum) &&
             !view.value.label.isEmpty(),
         "its value axis has no label or no range");
  expect(!view.categories.empty() || (view.x.minimum < view.x.maximum && !view.x.label.isEmpty()),
         "its x axis has no label or no range");
  for (const scene::Category& category : view.categories)
    expect(!category.label.isEmpty() && !category.name.isEmpty(), "a category without a name");
  for (const scene::BarSet& set : view.bars)
    expect(areNumbers(set.values), "a bar is not finite");
  for (const scene::AreaSet& area : view.areas)
    expect(areNumbers(area.values), "an area is not finite");
  for (const scene::LineSet& line : view.lines)
    expect(areFinite(line.points), "a line is not finite");
  for (const scene::BarHandle& handle : view.handles) {
    const auto set = static_cast<std::size_t>(handle.set);
    expect(!handle.key.isEmpty() && !handle.name.isEmpty() && handle.drag, "a handle lacks something");
    expect(handle.set >= 0 && set < view.bars.size() && handle.category >= 0 &&
               static_cast<std::size_t>(handle.category) < view.bars[set].values.size(),
           "a handle without a bar");
  }
  return faults;
}

struct ViewText {
  QString operator()(const scene::PlaneView& view) const { return viewText(view); }
  QString operator()(const scene::SpaceView& view) const { return spaceText(view); }
  QString operator()(const scene::ChartView& view) const { return chartText(view).join(QLatin1Char('\n')); }
};

struct ViewFaults {
  QStringList operator()(const scene::PlaneView& view) const { return viewFaults(view); }
  QStringList operator()(const scene::SpaceView& view) const { return spaceFaults(view); }
  QStringList operator()(const scene::ChartView& view) const { return chartFaults(view); }
};

} // namespace

QString pictureText(const panel::Evaluation& evaluation) {
  QStringList lines;
  for (const scene::View& view : evaluation.scene.views)
    lines << std::visit(ViewText{}, view);
  lines << evaluation.formula;
  return lines.join(QLatin1Char('\n'));
}

QString toText(const panel::Evaluation& evaluation) {
  QStringList lines{pictureText(evaluation)};
  for (const panel::Readout& readout : evaluation.readouts)
    lines << readout.key + QLatin1Char(' ') + number(readout.value);
  for (const panel::Invariant& invariant : evaluation.invariants)
    lines << invariant.key + QLatin1Char(' ') + number(invariant.error) + number(invariant.tolerance);
  lines << QStringList(evaluation.goalsReached.begin(), evaluation.goalsReached.end()).join(QLatin1Char(' '));
  lines << evaluation.spoken << evaluation.problem;
  return lines.join(QLatin1Char('\n'));
}

QStringList faultsOf(const scene::Scene& scene) {
  QStringList faults;
  for (const scene::View& view : scene.views) {
    if (scene::keyOf(view).isEmpty() || scene::titleOf(view).isEmpty())
      faults << QStringLiteral("a view has no key or no title");
    faults << std::visit(ViewFaults{}, view);
  }
  return faults;
}

} // namespace eigenboard::tests
