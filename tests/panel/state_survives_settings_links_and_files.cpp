#include "tests/panel/sample_panel.h"
#include "views/panel/state.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace eigenboard;
using namespace eigenboard::panel;

class StateTest : public QObject {
  Q_OBJECT

  const PanelPointer panel_ = tests::samplePanel();
  const Description& description_ = panel_->description();

  double number(const State& state, const QString& key) const {
    return std::get<double>(state.values[static_cast<std::size_t>(parameterIndex(description_, key))]);
  }
  State with(const Settings& settings) const {
    const StateResult result = withSettings(description_, defaultState(description_), settings);
    if (!result.ok())
      qFatal("%s", qPrintable(result.error));
    return result.state;
  }
  QString errorOf(const Settings& settings) const {
    return withSettings(description_, defaultState(description_), settings).error;
  }

 private slots:
  void presetTakesEffectFirst() {
    const State state = with({{u"b"_s, u"2"_s}, {u"preset"_s, u"turn"_s}});
    QCOMPARE(number(state, u"a"_s), 0.0);
    QCOMPARE(number(state, u"b"_s), 2.0);
    QCOMPARE(number(state, u"c"_s), 1.0);
    QCOMPARE(state.steps, 3);
  }

  void presetStartsFromTheDefaults() {
    const StateResult result =
        withSettings(description_, with({{u"gain"_s, u"5"_s}}), {{u"preset"_s, u"flat"_s}});
    QCOMPARE(number(result.state, u"gain"_s), 1.0);
  }

  void groups() {
    const State state = with({{u"A"_s, u" 1, 2 ; 3, pi/4"_s}, {u"v"_s, u"-1,1/2"_s}});
    QCOMPARE(number(state, u"b"_s), 2.0);
    QCOMPARE(number(state, u"c"_s), 3.0);
    QCOMPARE(number(state, u"d"_s), std::atan(1.0));
    QCOMPARE(number(state, u"vy"_s), 0.5);
  }

  void errors_data() {
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("error");
    QTest::newRow("parameter") << u"bb"_s << u"1"_s
                               << u"unknown parameter 'bb' of samples.map; did you mean 'b'?"_s;
    QTest::newRow("far") << u"zzzz"_s << u"1"_s
                         << u"unknown parameter 'zzzz' of samples.map; "
                            "it has A, copies, gain, grid, mark, note, reach, v"_s;
    QTest::newRow("preset") << u"preset"_s << u"trun"_s
                            << u"unknown preset 'trun' of samples.map; did you mean 'turn'?"_s;
    QTest::newRow("no preset") << u"preset"_s << u"q"_s
                               << u"unknown preset 'q' of samples.map; it has identity, turn, flat"_s;
    QTest::newRow("range") << u"a"_s << u"7"_s
                           << u"samples.map: '7' is out of range; a is between -4 and 4"_s;
    QTest::newRow("shape")
        << u"A"_s << u"1,2,3,4"_s
        << u"samples.map: '1,2,3,4' has another shape; A takes 2 rows of 2 numbers: 1,0;0,1"_s;
    QTest::newRow("point") << u"v"_s << u"1"_s
                           << u"samples.map: '1' has another shape; v takes 2 numbers: 1,2"_s;
    QTest::newRow("cell") << u"A"_s << u"1,2;x,4"_s
                          << u"samples.map: 'x' is not a number; c is between -4 and 4"_s;
    QTest::newRow("steps") << u"steps"_s << u"-1"_s
                           << u"samples.map: '-1' is no number of steps; they go from 0 to 500"_s;
  }
  void errors() {
    QFETCH(QString, key);
    QFETCH(QString, text);
    QFETCH(QString, error);
    QCOMPARE(errorOf({{key, text}}), error);
  }

  void allOrNone() {
    const State before = with({{u"a"_s, u"3"_s}});
    const StateResult result = withSettings(description_, before, {{u"a"_s, u"1"_s}, {u"b"_s, u"99"_s}});
    QVERIFY(!result.ok());
    QVERIFY(result.state.values == before.values);
  }

  void aPanelWithoutProcessHasNoSteps() {
    const PanelPointer plain = tests::plainPanel();
    const StateResult result =
        withSettings(plain->description(), defaultState(plain->description()), {{u"steps"_s, u"1"_s}});
    QCOMPARE(result.error, u"samples.square has no steps"_s);
  }

  void settingsAndFilesLeadBackToTheState() {
    std::mt19937 generator(7);
    std::uniform_real_distribution<double> unit(0, 1);
    for (int i = 0; i < 300; ++i) {
      State state = defaultState(description_);
      for (std::size_t p = 0; p < state.values.size(); ++p) {
        const Parameter& parameter = description_.parameters[p];
        if (unit(generator) < 0.5)
          continue;
        const double wanted = parameter.minimum + (parameter.maximum - parameter.minimum) * unit(generator);
        state.values[p] = parameter.kind == Kind::Text ? Value(u"k=\"&;,1\u2212\n"_s)
                                                       : clamped(parameter, wanted, parameter.defaultValue);
      }
      state.steps = static_cast<int>(100 * unit(generator));
      const StateResult bySettings =
          withSettings(description_, defaultState(description_), toSettings(description_, state));
      QVERIFY2(bySettings.ok(), qPrintable(bySettings.error));
      QVERIFY(bySettings.state.values == state.values);
      QCOMPARE(bySettings.state.steps, state.steps);

      const QByteArray file = QJsonDocument(toJson(description_, state)).toJson();
      const StateResult byFile = fromJson(description_, QJsonDocument::fromJson(file).object());
      QVERIFY2(byFile.ok(), qPrintable(byFile.error));
      QVERIFY(byFile.state.values == state.values);
      QCOMPARE(byFile.state.steps, state.steps);
    }
  }

  void defaultsAreNotWritten() {
    QVERIFY(toSettings(description_, defaultState(description_)).empty());
    const QJsonObject json = toJson(description_, with({{u"b"_s, u"1"_s}}));
    QCOMPARE(json.value(u"values"_s).toObject().keys(), QStringList{u"b"_s});
    QCOMPARE(json.value(u"version"_s).toInt(), 1);
    QVERIFY(!json.contains(u"steps"_s));
  }

  void unknownKeysSurvive() {
    QJsonObject json = toJson(description_, with({{u"b"_s, u"1"_s}}));
    json.insert(u"later"_s, QJsonObject{{u"x"_s, 3}});
    QJsonObject values = json.value(u"values"_s).toObject();
    values.insert(u"shininess"_s, u"0.7"_s);
    json.insert(u"values"_s, values);
    const StateResult result = fromJson(description_, json);
    QVERIFY(result.ok());
    QCOMPARE(toJson(description_, result.state), json);
    const StateResult preset = withSettings(description_, result.state, {{u"preset"_s, u"turn"_s}});
    QVERIFY(toJson(description_, preset.state).contains(u"later"_s));
  }

  void whatDoesNotFitIsNamedAndTheRestTaken() {
    const QJsonObject values{{u"a"_s, u"99"_s}, {u"b"_s, 2.5}, {u"grid"_s, false}, {u"mark"_s, u"rign"_s}};
    const StateResult result =
        fromJson(description_, {{u"panel"_s, u"samples.map"_s}, {u"version"_s, 1}, {u"values"_s, values}});
    QVERIFY(result.error.contains(u"'99' is out of range"_s));
    QVERIFY(result.error.contains(u"did you mean 'ring'?"_s));
    QCOMPARE(number(result.state, u"a"_s), 1.0);
    QCOMPARE(number(result.state, u"b"_s), 2.5);
    QCOMPARE(number(result.state, u"grid"_s), 0.0);
  }

  void foreignAndDamagedFiles() {
    QVERIFY(fromJson(description_, {{u"panel"_s, u"other"_s}}).error.contains(u"not of samples.map"_s));
    QVERIFY(fromJson(description_, {}).error.contains(u"not of samples.map"_s));
    QVERIFY(fromJson(description_, {{u"panel"_s, u"samples.map"_s}, {u"version"_s, 2}})
                .error.contains(u"version 2"_s));
    const StateResult damaged =
        fromJson(description_,
                 {{u"panel"_s, u"samples.map"_s}, {u"values"_s, QJsonArray{1, 2}}, {u"steps"_s, u"many"_s}});
    QVERIFY(damaged.error.contains(u"no number of steps"_s));
    QVERIFY(damaged.state.values == defaultState(description_).values);
  }
};

QTEST_APPLESS_MAIN(StateTest)
#include "state_survives_settings_links_and_files.moc"
