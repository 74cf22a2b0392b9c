#include "tests/panels/panel_sweep.h"
#include "views/panel/table.h"

#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QSet>
#include <QtTest/QTest>

#include <cmath>

using namespace eigenboard;
using namespace eigenboard::tests;

namespace {

constexpr int longestRun = 40;

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

class RegistrySweep : public PanelSweep {
  Q_OBJECT

  static std::vector<NamedState> allStates(const panel::Description& description) {
    std::vector<NamedState> states = extremeStates(description);
    append(states, presetStates(description));
    append(states, showMeStates(description));
    append(states, randomStates(description, 7, 200, longestRun));
    return states;
  }

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
      const QByteArray where = at(named).toUtf8();
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
      QVERIFY2(!evaluation.problem.isEmpty() || !evaluation.invariants.empty(), qPrintable(at(named)));
      for (const panel::Invariant& invariant : evaluation.invariants) {
        QVERIFY2(!invariant.statement.isEmpty() && invariant.meaning.endsWith(QLatin1Char('.')),
                 qPrintable(invariant.key));
        QVERIFY2(invariant.holds(), qPrintable(QStringLiteral("%1: %2 is off by %3, tolerance %4")
                                                   .arg(at(named), invariant.key)
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
               qPrintable(at(named)));
  }

  void statesSurviveAFile_data() { panels(); }
  void statesSurviveAFile() {
    const panel::Description& description = current().description();
    for (const NamedState& named : allStates(description)) {
      const QByteArray bytes = QJsonDocument(toJson(description, named.state)).toJson();
      const panel::StateResult read = fromJson(description, QJsonDocument::fromJson(bytes).object());
      QVERIFY2(read.ok(), qPrintable(at(named) + read.error));
      QVERIFY2(read.state.values == named.state.values && read.state.steps == named.state.steps,
               qPrintable(at(named)));
      const panel::StateResult linked =
          withSettings(description, defaultState(description), toSettings(description, named.state));
      QVERIFY2(linked.ok() && linked.state.values == named.state.values, qPrintable(at(named)));
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
};

QTEST_GUILESS_MAIN(RegistrySweep)
#include "registry_sweep.moc"
