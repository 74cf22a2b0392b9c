#include "tests/core/python_process.h"
#include "tests/panels/panel_states.h"
#include "views/panel/registry.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace eigenboard;
using namespace eigenboard::tests;

namespace {

/// Runs every script in a namespace of its own and collects what it prints, or why it failed.
const QString runner = QStringLiteral(R"(
import contextlib, io, json, sys, traceback, warnings

answers = []
for script in json.load(sys.stdin):
    printed = io.StringIO()
    try:
        with warnings.catch_warnings(), contextlib.redirect_stdout(printed):
            warnings.simplefilter("error")
            exec(compile(script, "<script>", "exec"), {"__name__": "__main__"})
        answers.append({"readouts": json.loads(printed.getvalue())})
    except Exception:
        answers.append({"error": traceback.format_exc()})
json.dump(answers, sys.stdout)
)");

struct Number {
  QString key;
  double value = 0;
  bool isAngle = false; ///< in degrees
};

struct Comparison {
  const panel::Panel* panel;
  NamedState named;
  std::vector<Number> readouts;
  int steps = 0; ///< that the process went: it may end before the steps that are asked for
  QJsonObject answer;
};

Comparison asked(const panel::Panel& panel, const NamedState& named) {
  Comparison one{&panel, named, {}, 0, {}};
  const std::unique_ptr<panel::Run> run = panel.start(named.state.values);
  while (run && one.steps < named.state.steps && run->advance())
    ++one.steps;
  for (const panel::Readout& readout : panel.evaluate(named.state.values, run.get(), one.steps).readouts)
    one.readouts.push_back({readout.key, readout.value, readout.unit == QStringLiteral("°")});
  return one;
}

double numberOf(const QJsonValue& value) {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  if (value.isNull())
    return std::numeric_limits<double>::quiet_NaN();
  if (value.isString())
    return value.toString() == QLatin1String("inf")    ? infinity
           : value.toString() == QLatin1String("-inf") ? -infinity
                                                       : std::numeric_limits<double>::quiet_NaN();
  return value.toDouble();
}

const panel::Readout* find(const panel::Evaluation& evaluation, const QString& key) {
  for (const panel::Readout& readout : evaluation.readouts)
    if (readout.key == key)
      return &readout;
  return nullptr;
}

/// Angles that differ by a whole turn are the same angle.
double difference(const Number& readout, double other) {
  const double plain = other - readout.value;
  return readout.isAngle ? std::remainder(plain, 360) : plain;
}

/// How many evaluations at states a little beside this one tell how a readout reacts to its input.
constexpr int probes = 6;
constexpr double probeSize = 1e-9;

std::vector<panel::Evaluation> neighbours(const panel::Panel& panel, const panel::State& state) {
  RandomNumbers random(23);
  std::vector<panel::Evaluation> list;
  const auto& parameters = panel.description().parameters;
  for (int i = 0; i < probes; ++i) {
    panel::State beside = state;
    for (std::size_t k = 0; k < parameters.size(); ++k)
      if (parameters[k].kind == panel::Kind::Number) {
        const double value = std::get<double>(state.values[k]);
        const double moved = value + probeSize * random.uniform(-1, 1);
        beside.values[k] = panel::clamped(parameters[k], moved, value);
      }
    list.push_back(evaluateAt(panel, beside));
  }
  return list;
}

/// What the roundings of the arithmetic alone, some sixty a step, may move a readout by whose condition is
/// one.
double leastTolerance(const Number& readout, int steps) {
  const double roundings = 64.0 * (1 + steps) * std::numeric_limits<double>::epsilon();
  return roundings * std::max(1.0, std::abs(readout.value));
}

/// The most that rounding in input and arithmetic may move a readout: its condition, measured beside the
/// state, times those roundings, and as many of the value itself.
double tolerance(const Number& readout, const std::vector<panel::Evaluation>& beside, int steps) {
  double condition = 0;
  for (const panel::Evaluation& evaluation : beside)
    if (const panel::Readout* moved = find(evaluation, readout.key)) {
      const double change = std::abs(difference(readout, moved->value));
      if (std::isfinite(change))
        condition = std::max(condition, change / probeSize);
    }
  const double roundings = 64.0 * (1 + steps) * std::numeric_limits<double>::epsilon();
  return roundings * condition + leastTolerance(readout, steps);
}

} // namespace

class NumpyAgrees : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    QJsonArray scripts;
    for (const panel::PanelPointer& panel : registry_.panels()) {
      std::vector<NamedState> states = presetStates(panel->description());
      for (const NamedState& more : randomStates(panel->description(), 5, 200, 25))
        states.push_back(more);
      for (const NamedState& more : extremeStates(panel->description()))
        states.push_back(more);
      for (const NamedState& more : longestStates(panel->description()))
        states.push_back(more);
      for (const NamedState& named : states) {
        comparisons_.push_back(asked(*panel, named));
        scripts.append(panel->numpy(named.state.values, named.state.steps));
      }
    }
    const PythonAnswer answer = runPython(runner, QJsonDocument(scripts).toJson(QJsonDocument::Compact));
    QVERIFY2(answer.error.isEmpty(), qPrintable(answer.error));
    const QJsonArray answers = QJsonDocument::fromJson(answer.output).array();
    QCOMPARE(static_cast<std::size_t>(answers.size()), comparisons_.size());
    for (std::size_t i = 0; i < comparisons_.size(); ++i)
      comparisons_[i].answer = answers[static_cast<qsizetype>(i)].toObject();
  }

  void everyScriptRunsWithoutAWarning() {
    for (const Comparison& one : comparisons_)
      QVERIFY2(!one.answer.contains(QLatin1String("error")),
               qPrintable(where(one) + QLatin1Char('\n') + one.answer[QLatin1String("error")].toString() +
                          one.panel->numpy(one.named.state.values, one.named.state.steps)));
  }

  void everyScriptPrintsExactlyTheReadouts() {
    for (const Comparison& one : comparisons_) {
      QStringList expected;
      for (const Number& readout : one.readouts)
        expected << readout.key;
      expected.sort();
      QStringList printed = one.answer[QLatin1String("readouts")].toObject().keys();
      printed.sort();
      QVERIFY2(printed == expected, qPrintable(where(one)));
    }
  }

  void everyReadoutAgrees() {
    int compared = 0;
    QStringList failures;
    int loose = 0;
    for (const Comparison& one : comparisons_) {
      std::vector<panel::Evaluation> beside; // asked only where the least tolerance is not kept
      const QJsonObject readouts = one.answer[QLatin1String("readouts")].toObject();
      for (const Number& readout : one.readouts) {
        const double other = numberOf(readouts[readout.key]);
        ++compared;
        if (std::isnan(readout.value) || std::isnan(other) || std::isinf(readout.value) ||
            std::isinf(other)) {
          const bool same = (std::isnan(readout.value) && std::isnan(other)) || readout.value == other;
          if (!same)
            failures << message(one, readout, other, 0);
          continue;
        }
        double allowed = leastTolerance(readout, one.steps);
        if (std::abs(difference(readout, other)) > allowed) {
          if (beside.empty())
            beside = neighbours(*one.panel, one.named.state);
          allowed = tolerance(readout, beside, one.steps);
        }
        loose += allowed > 1e-9 * std::max(1.0, std::abs(readout.value)) ? 1 : 0;
        if (!(std::abs(difference(readout, other)) <= allowed))
          failures << message(one, readout, other, allowed);
      }
    }
    QVERIFY2(failures.isEmpty(), qPrintable(QStringLiteral("%1 of %2:\n").arg(failures.size()).arg(compared) +
                                            failures.join(QLatin1Char('\n'))));
    // Where a readout jumps or a process amplifies rounding, the measured condition leaves little to compare.
    // That must stay the exception, or the comparison would say nothing.
    qInfo("%d readouts compared, %d of them to less than nine digits", compared, loose);
    QVERIFY(50 * loose < compared);
  }

 private:
  static QString where(const Comparison& one) {
    return one.panel->description().identity.id + QStringLiteral(", ") + one.named.name;
  }
  static QString message(const Comparison& one, const Number& readout, double other, double allowed) {
    QString text = QStringLiteral("%1: %2 is %3, NumPy says %4, tolerance %5, at")
                       .arg(where(one), readout.key)
                       .arg(readout.value, 0, 'g', 17)
                       .arg(other, 0, 'g', 17)
                       .arg(allowed);
    for (const auto& [key, value] : panel::toSettings(one.panel->description(), one.named.state))
      text += QLatin1Char(' ') + key + QLatin1Char('=') + value;
    return text;
  }

  const panel::Registry registry_ = panel::registeredPanels();
  std::vector<Comparison> comparisons_;
};

QTEST_GUILESS_MAIN(NumpyAgrees)
#include "numpy_agrees_with_every_readout.moc"
