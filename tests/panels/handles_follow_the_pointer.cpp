#include "tests/panels/panel_sweep.h"
#include "views/panel/table.h"

#include <algorithm>
#include <cmath>
#include <optional>

using namespace eigenboard;
using namespace eigenboard::tests;

/// What the reader drags is where it was dragged to, in planes, spaces and charts, for every panel in many
/// states.
class HandlesFollowThePointer : public PanelSweep {
  Q_OBJECT

 private slots:
  void handlesFollowThePointer_data() { panels(); }
  void handlesFollowThePointer() {
    const panel::Description& description = current().description();
    std::vector<NamedState> states = presetStates(description);
    append(states, randomStates(description, 13, 40, 5));
    int moves = 0;
    for (const NamedState& named : states) {
      const panel::Evaluation before = evaluateAt(current(), named.state);
      for (const scene::PlaneView* view : scene::viewsOf<scene::PlaneView>(before.scene))
        for (const scene::Handle& handle : view->handles)
          moves += follow(named, *view, handle, handle.position + QPointF(0.125, -0.0625)) ? 1 : 0;
      for (const scene::SpaceView* view : scene::viewsOf<scene::SpaceView>(before.scene))
        for (const scene::Handle3& handle : view->handles)
          moves += follow(named, *view, handle, pulled(handle)) ? 1 : 0;
    }
    QVERIFY(moves > 0);
  }

  void barsFollowThePointer_data() { panels(); }
  void barsFollowThePointer() {
    const panel::Description& description = current().description();
    std::vector<NamedState> states = presetStates(description);
    append(states, randomStates(description, 19, 40, 5));
    for (const NamedState& named : states) {
      const panel::Evaluation before = evaluateAt(current(), named.state);
      for (const scene::ChartView* chart : scene::viewsOf<scene::ChartView>(before.scene))
        for (const scene::BarHandle& handle : chart->handles)
          for (const double share : {0.0, 0.3, 1.0}) {
            const double target =
                chart->value.minimum + share * (chart->value.maximum - chart->value.minimum);
            const std::optional<double> shown = valueAfterDrag(named.state, *chart, handle, target);
            QVERIFY2(shown && std::abs(*shown - target) <= 1e-9 * std::max(1.0, std::abs(target)),
                     qPrintable(at(named) + QLatin1Char(' ') + handle.key));
          }
    }
  }

 private:
  /// The value of a bar after its handle was dragged to one; empty when the chart or the bar is gone.
  std::optional<double> valueAfterDrag(panel::State state, const scene::ChartView& chart,
                                       const scene::BarHandle& handle, double target) const {
    const panel::Description& description = current().description();
    for (const auto& [key, value] : handle.drag(target)) {
      const int index = panel::parameterIndex(description, key);
      if (index < 0)
        return std::nullopt;
      const panel::Parameter& parameter = description.parameters[static_cast<std::size_t>(index)];
      state.values[static_cast<std::size_t>(index)] =
          panel::clamped(parameter, value, parameter.defaultValue);
    }
    const panel::Evaluation after = evaluateAt(current(), state);
    for (const scene::ChartView* moved : scene::viewsOf<scene::ChartView>(after.scene))
      if (moved->key == chart.key)
        return moved->bars.at(static_cast<std::size_t>(handle.set))
            .values.at(static_cast<std::size_t>(handle.category));
    return std::nullopt;
  }

  /// Where the host would pull a handle: as its motion allows.
  static scene::Point3 pulled(const scene::Handle3& handle) {
    const scene::Point3& at = handle.position;
    return handle.motion == scene::Motion3::Upright ? scene::Point3{at.x, at.y, at.z + 0.125}
                                                    : scene::Point3{at.x + 0.125, at.y - 0.0625, at.z};
  }

  /// After a drag the handle of that key in that view is where the pointer is; one that sets a single
  /// parameter, and so moves along a track, is where the pointer leads to on it. False where a range ends the
  /// move.
  template <typename View, typename HandleKind, typename Point>
  bool follow(const NamedState& named, const View& view, const HandleKind& handle,
              const Point& target) const {
    const panel::Description& description = current().description();
    const scene::Assignments assigned = handle.drag(target);
    panel::State state = named.state;
    int places = 0; // parameters that say where it is, not which one was taken hold of
    for (const auto& [key, value] : assigned) {
      if (const auto cell = panel::tableCellAt(description, key)) {
        const panel::Column& column = description.parameters[static_cast<std::size_t>(cell->parameter)]
                                          .columns[static_cast<std::size_t>(cell->column)];
        if (value < column.minimum || value > column.maximum)
          return false;
        state = panel::withTableCell(description, state, *cell, value).state;
        places += column.isWhole ? 0 : 1;
        continue;
      }
      const int index = panel::parameterIndex(description, key);
      if (index < 0) {
        QTest::qFail(qPrintable(QStringLiteral("no parameter ") + key), __FILE__, __LINE__);
        return false;
      }
      const panel::Parameter& parameter = description.parameters[static_cast<std::size_t>(index)];
      if (value < parameter.minimum || value > parameter.maximum)
        return false;
      state.values[static_cast<std::size_t>(index)] = value;
      places += parameter.kind == panel::Kind::Number ? 1 : 0;
    }
    const panel::Evaluation after = evaluateAt(current(), state);
    bool found = false;
    for (const View* movedView : scene::viewsOf<View>(after.scene))
      for (const HandleKind& moved : movedView->handles)
        if (movedView->key == view.key && moved.key == handle.key) {
          found = true;
          if (!isLedTo(moved, target, assigned, places))
            QTest::qFail(qPrintable(at(named) + QLatin1Char(' ') + view.key + QLatin1Char(' ') + handle.key),
                         __FILE__, __LINE__);
        }
    if (!found)
      QTest::qFail(qPrintable(QStringLiteral("lost ") + handle.key), __FILE__, __LINE__);
    return true;
  }

  /// Coordinates of a view may be a change of basis there and back: rounding times its condition.
  static constexpr double basisRounding = 1e-9;

  static bool agree(const scene::Assignments& one, const scene::Assignments& other) {
    return std::equal(one.begin(), one.end(), other.begin(), other.end(), [](const auto& a, const auto& b) {
      return a.first == b.first && std::abs(a.second - b.second) <= basisRounding;
    });
  }
  static bool isLedTo(const scene::Handle& moved, const QPointF& target, const scene::Assignments& assigned,
                      int places) {
    return agree(moved.drag(moved.position), assigned) &&
           (places <= 1 || QLineF(moved.position, target).length() <= basisRounding);
  }
  /// On a surface the height follows from the place; a horizontal handle may keep to a track.
  static bool isLedTo(const scene::Handle3& moved, const scene::Point3&, const scene::Assignments& assigned,
                      int /*places*/) {
    return agree(moved.drag(moved.position), assigned);
  }
};

QTEST_GUILESS_MAIN(HandlesFollowThePointer)
#include "handles_follow_the_pointer.moc"
