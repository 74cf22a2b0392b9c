#include "tests/panels/panel_states.h"
#include "views/panel/registry.h"
#include "views/panel/table.h"

#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QSet>
#include <QtTest/QtTest>

#include <cmath>
#include <optional>

using namespace eigenboard;
using namespace eigenboard::tests;

namespace {

constexpr int longestRun = 40;

/// Fails with the panel and the state named.
QString at(const panel::Panel& panel, const NamedState& named) {
  return panel.description().identity.id + QStringLiteral(", ") + named.name;
}

void append(std::vector<NamedState>& states, const std::vector<NamedState>& more) {
  states.insert(states.end(), more.begin(), more.end());
}

std::vector<NamedState> allStates(const panel::Description& description) {
  std::vector<NamedState> states = extremeStates(description);
  append(states, presetStates(description));
  append(states, showMeStates(description));
  append(states, randomStates(description, 7, 200, longestRun));
  return states;
}

bool hasGroup(const panel::Description& description, const QString& key) {
  return std::any_of(description.groups.begin(), description.groups.end(),
                     [&key](const panel::Group& group) { return group.key == key; });
}

/// {panel id: {goal: settings}}: a state for each goal that no preset reaches.
QJsonObject recordedGoals() {
  QFile file(QStringLiteral(GOAL_STATES));
  return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject{};
}

panel::Settings settingsOf(const QJsonObject& object) {
  panel::Settings settings;
  for (auto entry = object.begin(); entry != object.end(); ++entry)
    settings.emplace_back(entry.key(), entry.value().toString());
  return settings;
}

} // namespace

class RegistrySweep : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() { QVERIFY(!registry_.panels().empty()); }

  void everyPanelSaysWhatItIs_data() { panels(); }
  void everyPanelSaysWhatItIs() {
    const panel::Description& description = current().description();
    QVERIFY(!description.identity.title.isEmpty());
    QVERIFY(description.identity.purpose.endsWith(QLatin1Char('.')));
    QVERIFY(!description.identity.section.isEmpty());
    QVERIFY(!description.presets.empty());
    QVERIFY(!description.goals.empty());
    QVERIFY(!description.showMe.empty());
    for (const panel::Preset& preset : description.presets) {
      QVERIFY2(!preset.label.isEmpty(), qPrintable(preset.key));
      QVERIFY2(preset.notice.endsWith(QLatin1Char('.')), qPrintable(preset.key));
    }
    for (const panel::GoalDescription& goal : description.goals)
      QVERIFY2(!goal.label.isEmpty(), qPrintable(goal.key));
    for (const panel::ProcessDescription& process : description.processes)
      QVERIFY(!process.stepLabel.isEmpty() && process.maximumSteps > 0);
  }

  void everyParameterIsDescribed_data() { panels(); }
  void everyParameterIsDescribed() {
    const panel::Description& description = current().description();
    const QRegularExpression keyForm(QStringLiteral("^[A-Za-z][A-Za-z0-9_]*$"));
    QSet<QString> keys{QStringLiteral("preset"), QStringLiteral("steps")};
    for (const panel::Parameter& parameter : description.parameters) {
      QVERIFY2(keyForm.match(parameter.key).hasMatch(), qPrintable(parameter.key));
      QVERIFY2(!keys.contains(parameter.key), qPrintable(parameter.key));
      keys.insert(parameter.key);
      QVERIFY2(!parameter.label.isEmpty(), qPrintable(parameter.key));
      QVERIFY2(parameter.help.endsWith(QLatin1Char('.')), qPrintable(parameter.key));
      QVERIFY2(panel::holdsText(parameter) || parameter.minimum < parameter.maximum,
               qPrintable(parameter.key));
      QVERIFY2(panel::holdsText(parameter) || parameter.step > 0, qPrintable(parameter.key));
      QVERIFY2(panel::clamped(parameter, parameter.defaultValue, parameter.defaultValue) ==
                   parameter.defaultValue,
               qPrintable(parameter.key));
      QVERIFY2(parameter.group.isEmpty() || hasGroup(description, parameter.group),
               qPrintable(parameter.key));
      QCOMPARE(parameter.columns.empty(), parameter.kind != panel::Kind::Table);
      for (const panel::Column& column : parameter.columns)
        QVERIFY2(keyForm.match(column.key).hasMatch() && !column.label.isEmpty() &&
                     column.minimum < column.maximum && column.step > 0,
                 qPrintable(parameter.key));
      for (const panel::Option& option : parameter.options)
        QVERIFY2(!option.key.isEmpty() && !option.label.isEmpty(), qPrintable(parameter.key));
    }
    for (const panel::Group& group : description.groups) {
      QVERIFY2(!keys.contains(group.key), qPrintable(group.key));
      keys.insert(group.key);
      QCOMPARE(static_cast<int>(group.keys.size()), group.rows * group.columns);
    }
  }

  void keysAreUnique_data() { panels(); }
  void keysAreUnique() {
    const panel::Description& description = current().description();
    const panel::Evaluation evaluation = evaluateAt(current(), defaultState(description));
    const auto unique = [](const auto& list) {
      QSet<QString> keys;
      for (const auto& one : list)
        keys.insert(one.key);
      return static_cast<std::size_t>(keys.size()) == list.size();
    };
    QVERIFY(unique(description.presets));
    QVERIFY(unique(description.goals));
    QVERIFY(unique(evaluation.readouts));
    QVERIFY(unique(evaluation.invariants));
    QSet<QString> views;
    for (const scene::View& view : evaluation.scene.views)
      views.insert(scene::keyOf(view));
    QCOMPARE(static_cast<std::size_t>(views.size()), evaluation.scene.views.size());
    for (const scene::PlaneView* view : scene::viewsOf<scene::PlaneView>(evaluation.scene))
      QVERIFY(unique(view->handles));
    for (const scene::SpaceView* view : scene::viewsOf<scene::SpaceView>(evaluation.scene))
      QVERIFY(unique(view->handles));
    for (const scene::ChartView* chart : scene::viewsOf<scene::ChartView>(evaluation.scene))
      QVERIFY(unique(chart->handles));
  }

  void everyStateHasAnAnswer_data() { panels(); }
  void everyStateHasAnAnswer() {
    for (const NamedState& named : allStates(current().description())) {
      const panel::Evaluation evaluation = evaluateAt(current(), named.state);
      const QByteArray where = at(current(), named).toUtf8();
      QVERIFY2(!evaluation.readouts.empty(), where);
      QVERIFY2(!evaluation.spoken.isEmpty(), where);
      // What C++ prints of a NaN, an infinity or a negative zero is no word and no number to a listener.
      static const QRegularExpression noSpeech(QStringLiteral("\\b(nan|inf)\\b|-0\\.0+(?![0-9])"));
      QVERIFY2(!evaluation.spoken.contains(noSpeech), where + ": " + evaluation.spoken.toUtf8());
      for (const panel::Readout& readout : evaluation.readouts) {
        const QByteArray what = where + ": " + readout.key.toUtf8();
        QVERIFY2(!readout.label.isEmpty() && readout.meaning.endsWith(QLatin1Char('.')), what);
        // A value that is no number is documented where the reader looks: in the meaning.
        if (std::isnan(readout.value))
          QVERIFY2(readout.meaning.contains(QLatin1String("undefined")), what);
        if (std::isinf(readout.value))
          QVERIFY2(readout.meaning.contains(QLatin1String("infinite")), what);
      }
      if (!evaluation.problem.isEmpty())
        continue;
      QVERIFY2(!evaluation.scene.views.empty() && !evaluation.formula.isEmpty(), where);
      const QStringList faults = faultsOf(evaluation.scene);
      QVERIFY2(faults.isEmpty(), where + ": " + faults.join(QLatin1Char('\n')).toUtf8());
    }
  }

  void invariantsHoldEverywhere_data() { panels(); }
  void invariantsHoldEverywhere() {
    std::vector<NamedState> states = allStates(current().description());
    append(states, tinyStates(current().description(), 17, 40));
    for (const NamedState& named : states) {
      const panel::Evaluation evaluation = evaluateAt(current(), named.state);
      QVERIFY2(!evaluation.problem.isEmpty() || !evaluation.invariants.empty(),
               qPrintable(at(current(), named)));
      for (const panel::Invariant& invariant : evaluation.invariants) {
        QVERIFY2(!invariant.statement.isEmpty() && invariant.meaning.endsWith(QLatin1Char('.')),
                 qPrintable(invariant.key));
        QVERIFY2(invariant.holds(), qPrintable(QStringLiteral("%1: %2 is off by %3, tolerance %4")
                                                   .arg(at(current(), named), invariant.key)
                                                   .arg(invariant.error)
                                                   .arg(invariant.tolerance)));
      }
    }
  }

  void theSameStateGivesTheSameAnswer_data() { panels(); }
  void theSameStateGivesTheSameAnswer() {
    const panel::Registry again = panel::registeredPanels();
    const panel::Panel* twin = again.find(current().description().identity.id);
    QVERIFY(twin != nullptr);
    for (const NamedState& named : allStates(current().description()))
      QVERIFY2(toText(evaluateAt(current(), named.state)) == toText(evaluateAt(*twin, named.state)),
               qPrintable(at(current(), named)));
  }

  void statesSurviveAFile_data() { panels(); }
  void statesSurviveAFile() {
    const panel::Description& description = current().description();
    for (const NamedState& named : allStates(description)) {
      const QByteArray bytes = QJsonDocument(toJson(description, named.state)).toJson();
      const panel::StateResult read = fromJson(description, QJsonDocument::fromJson(bytes).object());
      QVERIFY2(read.ok(), qPrintable(at(current(), named) + read.error));
      QVERIFY2(read.state.values == named.state.values && read.state.steps == named.state.steps,
               qPrintable(at(current(), named)));
      const panel::StateResult linked =
          withSettings(description, defaultState(description), toSettings(description, named.state));
      QVERIFY2(linked.ok() && linked.state.values == named.state.values, qPrintable(at(current(), named)));
    }
  }

  void presetsAndShowMeApply_data() { panels(); }
  void presetsAndShowMeApply() {
    const panel::Description& description = current().description();
    QSet<QString> pictures;
    for (const panel::Preset& preset : description.presets) {
      const panel::StateResult result =
          withSettings(description, defaultState(description), {{QStringLiteral("preset"), preset.key}});
      QVERIFY2(result.ok(), qPrintable(preset.key + result.error));
      QCOMPARE(result.state.steps, preset.steps);
      const panel::Evaluation evaluation = evaluateAt(current(), result.state);
      QVERIFY2(evaluation.problem.isEmpty(), qPrintable(preset.key));
      pictures.insert(pictureText(evaluation));
    }
    QCOMPARE(static_cast<std::size_t>(pictures.size()), description.presets.size());
    panel::State state = defaultState(description);
    for (const panel::Keyframe& frame : description.showMe) {
      const panel::StateResult result = withSettings(description, state, frame.settings);
      QVERIFY2(result.ok(), qPrintable(result.error));
      QVERIFY(frame.milliseconds > 0);
      state = result.state;
      state.steps = frame.steps;
    }
  }

  void everyParameterMatters_data() { panels(); }
  void everyParameterMatters() {
    const panel::Description& description = current().description();
    std::vector<NamedState> states = presetStates(description);
    append(states, randomStates(description, 11, 20, 5));
    for (std::size_t i = 0; i < description.parameters.size(); ++i) {
      const panel::Parameter& parameter = description.parameters[i];
      if (panel::holdsText(parameter))
        continue;
      bool changed = false;
      for (std::size_t s = 0; s < states.size() && !changed; ++s) {
        const QString before = toText(evaluateAt(current(), states[s].state));
        for (const double value : {parameter.minimum, parameter.maximum}) {
          panel::State state = states[s].state;
          state.values[i] = value;
          changed = changed || toText(evaluateAt(current(), state)) != before;
        }
      }
      QVERIFY2(changed, qPrintable(parameter.key));
    }
  }

  void everyGoalCanBeReachedAndMissed_data() { panels(); }
  void everyGoalCanBeReachedAndMissed() {
    const panel::Description& description = current().description();
    std::vector<NamedState> states = presetStates(description);
    append(states, showMeStates(description));
    const QJsonObject recorded = recordedGoals()[description.identity.id].toObject();
    for (const QString& goal : recorded.keys()) {
      const panel::StateResult result =
          withSettings(description, defaultState(description), settingsOf(recorded[goal].toObject()));
      QVERIFY2(result.ok(), qPrintable(goal + result.error));
      states.push_back({goal, result.state});
      const panel::Evaluation evaluation = evaluateAt(current(), result.state);
      QVERIFY2(std::find(evaluation.goalsReached.begin(), evaluation.goalsReached.end(), goal) !=
                   evaluation.goalsReached.end(),
               qPrintable(QStringLiteral("the recorded state of goal %1 does not reach it").arg(goal)));
    }
    QSet<QString> reached;
    QSet<QString> missed;
    for (const NamedState& named : states) {
      const panel::Evaluation evaluation = evaluateAt(current(), named.state);
      for (const panel::GoalDescription& goal : description.goals) {
        const bool met = std::find(evaluation.goalsReached.begin(), evaluation.goalsReached.end(),
                                   goal.key) != evaluation.goalsReached.end();
        (met ? reached : missed).insert(goal.key);
      }
    }
    for (const panel::GoalDescription& goal : description.goals) {
      QVERIFY2(reached.contains(goal.key),
               qPrintable(goal.key + QStringLiteral(": no preset reaches it; record a state")));
      QVERIFY2(missed.contains(goal.key), qPrintable(goal.key));
    }
  }

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
                     qPrintable(at(current(), named) + QLatin1Char(' ') + handle.key));
          }
    }
  }

 private:
  void panels() const {
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < registry_.panels().size(); ++i)
      QTest::newRow(qPrintable(registry_.panels()[i]->description().identity.id)) << static_cast<int>(i);
  }
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
  const panel::Panel& current() const {
    QFETCH(int, index);
    return *registry_.panels()[static_cast<std::size_t>(index)];
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
    for (const auto& [key, value] : assigned) {
      if (const auto cell = panel::tableCellAt(description, key)) {
        const panel::Column& column = description.parameters[static_cast<std::size_t>(cell->parameter)]
                                          .columns[static_cast<std::size_t>(cell->column)];
        if (value < column.minimum || value > column.maximum)
          return false;
        state = panel::withTableCell(description, state, *cell, value).state;
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
    }
    const panel::Evaluation after = evaluateAt(current(), state);
    bool found = false;
    for (const View* movedView : scene::viewsOf<View>(after.scene))
      for (const HandleKind& moved : movedView->handles)
        if (movedView->key == view.key && moved.key == handle.key) {
          found = true;
          if (!isLedTo(moved, target, assigned))
            QTest::qFail(qPrintable(at(current(), named) + QLatin1Char(' ') + view.key + QLatin1Char(' ') +
                                    handle.key),
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
  static bool isLedTo(const scene::Handle& moved, const QPointF& target, const scene::Assignments& assigned) {
    return agree(moved.drag(moved.position), assigned) &&
           (assigned.size() == 1 || QLineF(moved.position, target).length() <= basisRounding);
  }
  /// On a surface the height follows from the place; a horizontal handle may keep to a track.
  static bool isLedTo(const scene::Handle3& moved, const scene::Point3&, const scene::Assignments& assigned) {
    return agree(moved.drag(moved.position), assigned);
  }

  const panel::Registry registry_ = panel::registeredPanels();
};

QTEST_GUILESS_MAIN(RegistrySweep)
#include "registry_sweep.moc"
