#include "tests/core/python_process.h"
#include "tests/panels/panel_states.h"
#include "views/panel/registry.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QTest>

#include <cmath>
#include <numbers>

using namespace eigenboard;
using namespace eigenboard::tests;

/// A function that a reader types into functions.surface_and_contour is shown truly, whatever it is, or
/// refused with a reason.
class TypedFunctionsAreAnswered : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() { QVERIFY(surfacePanel() != nullptr); }
  void typedFunctionsHoldTheirInvariants_data();
  void typedFunctionsHoldTheirInvariants();
  void wrongFunctionsSayWhy_data();
  void wrongFunctionsSayWhy();
  void numpyAgrees();
  void knownLengthsAreFound();

 private:
  const panel::Panel* surfacePanel() const {
    return registry_.find(QStringLiteral("functions.surface_and_contour"));
  }
  panel::State stateOf(const QString& f, const panel::Settings& more = {}) const {
    panel::Settings settings{{QStringLiteral("f"), f}};
    settings.insert(settings.end(), more.begin(), more.end());
    const panel::StateResult made =
        withSettings(surfacePanel()->description(), defaultState(surfacePanel()->description()), settings);
    if (!made.ok())
      QTest::qFail(qPrintable(made.error), __FILE__, __LINE__);
    return made.state;
  }
  static double readout(const panel::Evaluation& evaluation, const QString& key) {
    for (const panel::Readout& one : evaluation.readouts)
      if (one.key == key)
        return one.value;
    return std::nan("");
  }

  const panel::Registry registry_ = panel::registeredPanels();
};

namespace {

const QStringList smooth{QStringLiteral("sin(3x) cos(y)"),      QStringLiteral("x y"),
                         QStringLiteral("x^3 - 3x y^2"),        QStringLiteral("exp(-x^2 - 2y^2) - y/3"),
                         QStringLiteral("sqrt(x^2 + y^2 + 1)"), QStringLiteral("log(1 + x^2 + y^2)"),
                         QStringLiteral("tanh(x + y) - x/2"),   QStringLiteral("atan(x) + 2^y"),
                         QStringLiteral("1e6 (x^2 + y) + 1e7"), QStringLiteral("1e-7 (x - y^2)"),
                         QStringLiteral("cosh(x) - sinh(y)"),   QStringLiteral("log2(3 + x) log10(4 - y)")};

const QStringList rough{
    QStringLiteral("1/x"),        QStringLiteral("1/(x y)"),      QStringLiteral("tan(50 x) y"),
    QStringLiteral("x^y"),        QStringLiteral("log(x)"),       QStringLiteral("sqrt(x - 1.9)"),
    QStringLiteral("abs(x)"),     QStringLiteral("max(x, y)"),    QStringLiteral("min(x, 0)"),
    QStringLiteral("3"),          QStringLiteral("0 x"),          QStringLiteral("1e140 x y"),
    QStringLiteral("1e-320 x"),   QStringLiteral("1e15 + x"),     QStringLiteral("1/(x - 0.01)"),
    QStringLiteral("sin(1e6 x)"), QStringLiteral("1e-300/(x y)"), QStringLiteral("exp(30 x)"),
    QStringLiteral("asin(x)"),    QStringLiteral("x^(1/3)"),      QStringLiteral("sqrt(abs(x)) y"),
    QStringLiteral("exp(100 x)"), QStringLiteral("x/abs(x)"),     QStringLiteral("sqrt(x^2 + y^2)"),
    QStringLiteral("1e-12 x + 1")};

} // namespace

void TypedFunctionsAreAnswered::typedFunctionsHoldTheirInvariants_data() {
  QTest::addColumn<QString>("f");
  for (const QString& f : smooth + rough)
    QTest::newRow(qPrintable(f)) << f;
}

void TypedFunctionsAreAnswered::typedFunctionsHoldTheirInvariants() {
  QFETCH(QString, f);
  const panel::Description& description = surfacePanel()->description();
  std::vector<NamedState> states = randomStates(description, 29, 25, 0);
  states.push_back({QStringLiteral("defaults"), defaultState(description)});
  for (NamedState& named : states) {
    named.state.values[static_cast<std::size_t>(panel::parameterIndex(description, QStringLiteral("f")))] = f;
    const panel::Evaluation evaluation = evaluateAt(*surfacePanel(), named.state);
    QVERIFY2(evaluation.problem.isEmpty(), qPrintable(named.name + evaluation.problem));
    const QStringList faults = faultsOf(evaluation.scene);
    QVERIFY2(faults.isEmpty(), qPrintable(named.name + faults.join(QLatin1Char('\n')).left(500)));
    QVERIFY(!evaluation.spoken.isEmpty() && !evaluation.formula.isEmpty());
    for (const panel::Invariant& invariant : evaluation.invariants)
      QVERIFY2(invariant.holds(), qPrintable(QStringLiteral("%1: %2 is off by %3, tolerance %4, %5")
                                                 .arg(named.name, invariant.key)
                                                 .arg(invariant.error)
                                                 .arg(invariant.tolerance)
                                                 .arg(toSettings(description, named.state).size())));
    // What is smooth is judged, not passed over.
    if (smooth.contains(f))
      QCOMPARE(evaluation.invariants.size(), std::size_t(4));
  }
}

void TypedFunctionsAreAnswered::wrongFunctionsSayWhy_data() {
  QTest::addColumn<QString>("f");
  QTest::addColumn<QString>("word");
  const auto row = [](const char* f, const char* word) { QTest::newRow(f) << f << word; };
  QTest::newRow("empty") << QString() << QStringLiteral("Nothing");
  row("x +", "missing");
  row("(x", "not closed");
  row("x)", "never opened");
  row("sinn(x)", "needs brackets");
  row("z", "x, y");
  row("x = y", "=");
  row("0,5 x", "comma");
  row("sqrt(-1 - x^2)", "no value");
  row("1/0", "no value");
  row("1e200 x", "too large");
  row("exp(400 x)", "too large");
  QTest::newRow("long") << QString(2000, u'x') << QStringLiteral("longer");
  QTest::newRow("deep") << QString(400, u'(') + QLatin1Char('x') + QString(400, u')')
                        << QStringLiteral("deep");
}

void TypedFunctionsAreAnswered::wrongFunctionsSayWhy() {
  QFETCH(QString, f);
  QFETCH(QString, word);
  panel::State state = defaultState(surfacePanel()->description());
  state.values[static_cast<std::size_t>(
      panel::parameterIndex(surfacePanel()->description(), QStringLiteral("f")))] = f;
  const panel::Evaluation evaluation = evaluateAt(*surfacePanel(), state);
  QVERIFY2(evaluation.problem.contains(word), qPrintable(evaluation.problem));
  QVERIFY(evaluation.spoken.contains(evaluation.problem));
  QVERIFY(std::isnan(readout(evaluation, QStringLiteral("f"))));
  // The script says the same, without a warning.
  const PythonAnswer answer = runPython(QStringLiteral("import warnings\nwarnings.simplefilter('error')\n") +
                                            surfacePanel()->numpy(state.values, 0),
                                        {});
  QVERIFY2(answer.error.isEmpty(), qPrintable(answer.error));
}

void TypedFunctionsAreAnswered::numpyAgrees() {
  for (const QString& f : smooth + rough) {
    const panel::State state = stateOf(f, {{QStringLiteral("a"), QStringLiteral("0.83")},
                                           {QStringLiteral("b"), QStringLiteral("-1.17")},
                                           {QStringLiteral("level"), QStringLiteral("0.37")}});
    const panel::Evaluation evaluation = evaluateAt(*surfacePanel(), state);
    const PythonAnswer answer = runPython(surfacePanel()->numpy(state.values, 0), {});
    QVERIFY2(answer.error.isEmpty(), qPrintable(f + answer.error));
    const QJsonObject theirs = QJsonDocument::fromJson(answer.output).object();
    for (const panel::Readout& one : evaluation.readouts) {
      const QJsonValue value = theirs[one.key];
      if (!std::isfinite(one.value)) {
        QVERIFY2(!value.isDouble(), qPrintable(f + QLatin1Char(' ') + one.key));
        continue;
      }
      // Rounding of a sample moves a vertex by that over the slope; the slopes here are above 1e-6 of the
      // values, so six of the sixteen digits may go. tan(50x) near a pole loses no more.
      const double allowed = 1e-9 * std::max(1.0, std::abs(one.value));
      QVERIFY2(std::abs(value.toDouble() - one.value) <= allowed,
               qPrintable(QStringLiteral("%1 %2: %3, NumPy says %4")
                              .arg(f, one.key)
                              .arg(one.value, 0, 'g', 17)
                              .arg(value.toDouble(), 0, 'g', 17)));
    }
  }
}

void TypedFunctionsAreAnswered::knownLengthsAreFound() {
  const auto lengthAt = [this](const QString& f, const QString& level) {
    return readout(evaluateAt(*surfacePanel(), stateOf(f, {{QStringLiteral("level"), level}})),
                   QStringLiteral("level_length"));
  };
  // The cells are 0.04 wide; a circle of radius r is short by less than 2πr (h²/8 + h²/12)/r².
  const double h = 0.04;
  for (const double radius : {0.5, 1.0, 1.5}) {
    const double length = lengthAt(QStringLiteral("x^2 + y^2"), QString::number(radius * radius));
    QVERIFY(std::abs(length - 2 * std::numbers::pi * radius) <=
            2 * std::numbers::pi * radius * h * h * (1.0 / 8 + 1.0 / 12) / (radius * radius));
  }
  // Straight lines are exact: y = 1 - x from (-1, 2) to (2, -1).
  QVERIFY(std::abs(lengthAt(QStringLiteral("x + y"), QStringLiteral("1")) - std::sqrt(18)) <= 1e-12);
  QCOMPARE(lengthAt(QStringLiteral("x + y"), QStringLiteral("9")), 0.0);
}

QTEST_GUILESS_MAIN(TypedFunctionsAreAnswered)
#include "typed_functions_are_answered.moc"
