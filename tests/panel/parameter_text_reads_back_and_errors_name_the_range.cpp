#include "tests/panel/sample_panel.h"
#include "views/panel/fields.h"
#include "views/panel/state.h"
#include "views/panel/table.h"

#include <QtTest/QTest>

#include <cmath>
#include <limits>
#include <numbers>
#include <random>

using namespace Qt::StringLiterals;
using namespace eigenboard::panel;

namespace {

Parameter number(double minimum, double maximum) {
  Parameter parameter;
  parameter.key = u"a"_s;
  parameter.minimum = minimum;
  parameter.maximum = maximum;
  return parameter;
}

Parameter choice() {
  Parameter parameter;
  parameter.key = u"process"_s;
  parameter.kind = Kind::Choice;
  parameter.maximum = 2;
  parameter.options = {{u"power"_s, u"Power"_s}, {u"powers"_s, u"Powers"_s}, {u"qr"_s, u"QR"_s}};
  return parameter;
}

} // namespace

class ParameterText : public QObject {
  Q_OBJECT

 private slots:
  void numbers_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("expected");
    QTest::newRow("decimal") << u"1.5"_s << 1.5;
    QTest::newRow("spaces") << u"  -2 "_s << -2.0;
    QTest::newRow("exponent") << u"1e-3"_s << 1e-3;
    QTest::newRow("fraction") << u"1/3"_s << 1.0 / 3.0;
    QTest::newRow("negative fraction") << u"-7 / 4"_s << -1.75;
    QTest::newRow("unicode minus") << u"\u22120.25"_s << -0.25;
    QTest::newRow("unicode minus in a fraction") << u"\u22121/8"_s << -0.125;
    QTest::newRow("pi") << u"pi"_s << std::numbers::pi;
    QTest::newRow("minus pi") << u"-pi"_s << -std::numbers::pi;
    QTest::newRow("pi over six") << u"pi/6"_s << std::numbers::pi / 6;
    QTest::newRow("Greek pi") << u"3\u03c0/4"_s << 3 * std::numbers::pi / 4;
    QTest::newRow("times pi") << u"0.5*pi"_s << 0.5 * std::numbers::pi;
    QTest::newRow("one over pi") << u"1/pi"_s << 1 / std::numbers::pi;
    QTest::newRow("at the edge") << u"4"_s << 4.0;
  }
  void numbers() {
    QFETCH(QString, text);
    QFETCH(double, expected);
    const Parsed parsed = fromText(number(-4, 4), text);
    QVERIFY2(parsed.ok(), qPrintable(parsed.error));
    QCOMPARE(std::get<double>(parsed.value), expected);
  }

  void refused_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("reason");
    QTest::newRow("word") << u"abc"_s << u"'abc' is not a number; a is between -4 and 4"_s;
    QTest::newRow("empty") << QString() << u"'' is not a number; a is between -4 and 4"_s;
    QTest::newRow("above") << u"9"_s << u"'9' is out of range; a is between -4 and 4"_s;
    QTest::newRow("below") << u"-4.001"_s << u"'-4.001' is out of range; a is between -4 and 4"_s;
    QTest::newRow("nan") << u"nan"_s << u"'nan' is not a finite number; a is between -4 and 4"_s;
    QTest::newRow("infinity") << u"inf"_s << u"'inf' is not a finite number; a is between -4 and 4"_s;
    QTest::newRow("overflow") << u"1e999"_s << u"'1e999' is not a finite number; a is between -4 and 4"_s;
    QTest::newRow("by zero") << u"1/0"_s << u"'1/0' is not a finite number; a is between -4 and 4"_s;
    QTest::newRow("two slashes") << u"1/2/3"_s << u"'1/2/3' is not a number; a is between -4 and 4"_s;
    QTest::newRow("decimal comma") << u"0,5"_s << u"'0,5' is not a number; write 0.5"_s;
  }
  void refused() {
    QFETCH(QString, text);
    QFETCH(QString, reason);
    QCOMPARE(fromText(number(-4, 4), text).error, reason);
  }

  void everyNumberReadsBackExactly() {
    const Parameter parameter =
        number(-std::numeric_limits<double>::max(), std::numeric_limits<double>::max());
    std::mt19937_64 generator(4);
    for (int i = 0; i < 10'000; ++i) {
      const double value = std::bit_cast<double>(generator());
      if (!std::isfinite(value))
        continue;
      const Parsed parsed = fromText(parameter, toText(parameter, value));
      QVERIFY2(parsed.ok(), qPrintable(parsed.error));
      QCOMPARE(std::get<double>(parsed.value), value);
    }
  }

  void zeroHasNoSign() {
    QCOMPARE(toText(number(-1, 1), -0.0), u"0"_s);
    QVERIFY(!std::signbit(std::get<double>(fromText(number(-1, 1), u"-0"_s).value)));
    QVERIFY(!std::signbit(std::get<double>(clamped(number(-1, 1), -0.0, 1.0))));
  }

  void integersMustBeWhole() {
    Parameter copies = number(1, 9);
    copies.kind = Kind::Integer;
    QCOMPARE(std::get<double>(fromText(copies, u"6/2"_s).value), 3.0);
    QCOMPARE(fromText(copies, u"2.5"_s).error, u"'2.5' is not a whole number; a is between 1 and 9"_s);
    QCOMPARE(std::get<double>(clamped(copies, 2.6, 1.0)), 3.0);
  }

  void toggles() {
    Parameter toggle = number(0, 1);
    toggle.kind = Kind::Toggle;
    for (const QString& text : {u"true"_s, u"ON"_s, u"yes"_s, u"1"_s})
      QCOMPARE(std::get<double>(fromText(toggle, text).value), 1.0);
    for (const QString& text : {u"false"_s, u"off"_s, u"No"_s, u"0"_s})
      QCOMPARE(std::get<double>(fromText(toggle, text).value), 0.0);
    QVERIFY(!fromText(toggle, u"2"_s).ok());
    QCOMPARE(toText(toggle, 1.0), u"true"_s);
  }

  void choices() {
    QCOMPARE(std::get<double>(fromText(choice(), u"QR"_s).value), 2.0);
    QCOMPARE(toText(choice(), 1.0), u"powers"_s);
    QCOMPARE(fromText(choice(), u"powr"_s).error, u"'powr' is no option of process; did you mean 'power'?"_s);
    QCOMPARE(fromText(choice(), u"zzz"_s).error,
             u"'zzz' is no option of process; it takes power, powers, qr"_s);
  }

  void clampingKeepsTheFallbackForWhatIsNoNumber() {
    const Parameter parameter = number(-4, 4);
    QCOMPARE(std::get<double>(clamped(parameter, 7.0, 1.0)), 4.0);
    QCOMPARE(std::get<double>(clamped(parameter, -std::numeric_limits<double>::infinity(), 1.0)), -4.0);
    QCOMPARE(std::get<double>(clamped(parameter, std::numeric_limits<double>::quiet_NaN(), 1.0)), 1.0);
    QCOMPARE(std::get<double>(clamped(parameter, u"2"_s, 1.0)), 1.0);
  }

  void stepsEndOnDecimals() {
    Parameter parameter = number(-4, 4);
    parameter.step = 0.05;
    double value = 0;
    for (int i = 0; i < 7; ++i)
      value = stepped(parameter, value, 1);
    QCOMPARE(value, 0.35);
    QCOMPARE(stepped(parameter, 0.35, -0.1), 0.345);
    QCOMPARE(stepped(parameter, 1.0 / 3.0, 1), 0.3833);
    QCOMPARE(stepped(parameter, 3.99, 10), 4.0);
    parameter.minimum = 1e-6;
    parameter.maximum = 1e6;
    parameter.step = 0.1; // a tenth of a power of ten
    parameter.spacing = Spacing::Logarithmic;
    QCOMPARE(stepped(parameter, 0.01, 10), 0.1);
    QCOMPARE(stepped(parameter, 1000, 1), 1259.0);
    QCOMPARE(stepped(parameter, 123456, -10), 12350.0);
    parameter.spacing = Spacing::Linear;
    parameter.kind = Kind::Integer;
    parameter.step = 1;
    QCOMPARE(stepped(parameter, 5, -2), 3.0);
  }

  void longTextIsCutBetweenCharacters() {
    Parameter note;
    note.kind = Kind::Text;
    const QString clef = QString::fromUtf8("\xF0\x9D\x84\x9E"); // outside the basic plane: two code units
    const QString text = std::get<QString>(clamped(note, u"x"_s + clef.repeated(4096), QString()));
    QCOMPARE(text.size(), 4095);
    QVERIFY(text.endsWith(clef));
    QVERIFY(!fromText(note, QString(5000, u'x')).ok());
  }

  void partsAreNamed() {
    QCOMPARE(partLabel(u"Matrix A"_s, GroupKind::Matrix, 0, 1), u"Matrix A, row 1, column 2"_s);
    QCOMPARE(partLabel(u"Vector v"_s, GroupKind::Point, 0, 0), u"Vector v, first coordinate"_s);
    QCOMPARE(partSymbol(u"A"_s, GroupKind::Matrix, 0, 1), u"a_{12}"_s);
    QCOMPARE(partSymbol(u"\\mathbf{A}"_s, GroupKind::Matrix, 1, 0), u"a_{21}"_s);
    QCOMPARE(partSymbol(u"A"_s, GroupKind::Matrix, 0, 11), u"a_{1,12}"_s);
    QCOMPARE(partSymbol(u"\\mathbf{v}"_s, GroupKind::Point, 1, 0), u"v_{2}"_s);
    QCOMPARE(partSymbol(u"\\theta"_s, GroupKind::Point, 0, 0), u"\\theta_{1}"_s);
    QCOMPARE(partSymbol(u"\\mathbf{x}_0"_s, GroupKind::Point, 1, 0), u"x_{0,2}"_s);
    QCOMPARE(partSymbol(u"W_{ij}"_s, GroupKind::Matrix, 0, 1), u"w_{ij,12}"_s);
    QCOMPARE(partSymbol({}, GroupKind::Point, 0, 0), QString());
  }

  void tablesReadBackExactly() {
    const Parameter table = eigenboard::tests::pointsPanel()->description().parameters.front();
    QCOMPARE(std::get<QString>(table.defaultValue), u"1,2;-1,0.5"_s);
    std::mt19937 random(3);
    std::uniform_real_distribution<double> uniform(-4, 4);
    for (int trial = 0; trial < 200; ++trial) {
      Eigen::MatrixXd rows(trial % 7, 2);
      for (double& cell : rows.reshaped())
        cell = uniform(random);
      const QString text = tableText(table, rows);
      const Parsed parsed = fromText(table, text);
      QVERIFY2(parsed.ok(), qPrintable(parsed.error));
      QCOMPARE(std::get<QString>(parsed.value), text);
      QCOMPARE(tableOf(table, parsed.value),
               Eigen::MatrixXd(rows.topRows(std::min<Eigen::Index>(rows.rows(), 6))));
      QCOMPARE(clamped(table, text, table.defaultValue), Value(text));
      QCOMPARE(toText(table, text), text);
    }
    // As a reader may type it.
    QCOMPARE(std::get<QString>(fromText(table, u" 1/2 , pi/4 ;\n-0,\u22122 ;"_s).value),
             u"0.5,%1;0,-2"_s.arg(QString::number(std::numbers::pi / 4, 'g', 16)));
    QCOMPARE(std::get<QString>(fromText(table, {}).value), QString());
  }

  void wrongTablesNameTheRow_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("word");
    QTest::newRow("one number") << u"1,2;3"_s << u"'3' is no row of 2 numbers"_s;
    QTest::newRow("three numbers") << u"1,2,3"_s << u"takes rows of x,y"_s;
    QTest::newRow("a word") << u"1,2;3,up"_s << u"points.1.y is between -4 and 4"_s;
    QTest::newRow("out of range") << u"5,0"_s << u"points.0.x is between -4 and 4"_s;
    QTest::newRow("not a number") << u"nan,0"_s << u"points.0.x"_s;
    QTest::newRow("infinity") << u"0,inf"_s << u"points.0.y"_s;
    QTest::newRow("too many") << u"0,0;0,0;0,0;0,0;0,0;0,0;0,0"_s << u"at most 6 rows, and this has 7"_s;
    QTest::newRow("places of a message") << u"%2 %3 %1"_s << u"'%2 %3 %1' is no row of 2 numbers"_s;
    QTest::newRow("a megabyte of a row") << QString(1 << 20, u'1') << u"is no row of 2 numbers"_s;
    QTest::newRow("a megabyte of a cell") << QString(1 << 20, u'x') + u",1"_s << u"points.0.x"_s;
  }
  void wrongTablesNameTheRow() {
    QFETCH(QString, text);
    QFETCH(QString, word);
    const Parsed parsed = fromText(eigenboard::tests::pointsPanel()->description().parameters.front(), text);
    QVERIFY(!parsed.ok());
    QVERIFY2(parsed.error.contains(word), qPrintable(parsed.error));
    QVERIFY(parsed.error.size() < 300);
  }

  void hostileTablesAreClamped() {
    const std::vector<Parameter> parameters = eigenboard::tests::pointsPanel()->description().parameters;
    const Parameter& points = parameters.front();
    QCOMPARE(clamped(points, u"9,-9;nan,1;1;x,y;,;1,2,3;2,1e999"_s, points.defaultValue),
             Value(u"4,-4;0,1;2,4"_s));
    QCOMPARE(clamped(points, 3.0, points.defaultValue), points.defaultValue);
    QCOMPARE(clamped(parameters.back(), u"1.6,-3"_s, {}), Value(u"2,0"_s));
    const QString endless = QString(u"1,1;"_s).repeated(300'000);
    QCOMPARE(tableOf(points, clamped(points, endless, {})).rows(), Eigen::Index{6});
    QVERIFY(!fromText(points, endless).ok());
    QCOMPARE(tableText(points, Eigen::MatrixXd::Constant(2, 2, std::numeric_limits<double>::quiet_NaN())),
             u"0,0;0,0"_s);
    QCOMPARE(tableText(points, Eigen::MatrixXd::Ones(2, 3)), QString());
  }

  void cellsAreNamedByRowAndColumn() {
    const PanelPointer panel = eigenboard::tests::pointsPanel();
    const Description& description = panel->description();
    const State state = defaultState(description);
    const StateResult moved = withSettings(description, state, {{u"points.1.x"_s, u"1/2"_s}});
    QVERIFY2(moved.ok(), qPrintable(moved.error));
    QCOMPARE(std::get<QString>(moved.state.values[0]), u"1,2;0.5,0.5"_s);
    for (const auto& [key, word] : {std::pair(u"points.2.x"_s, u"has no row 2; it has 2"_s),
                                    std::pair(u"points.-1.x"_s, u"unknown parameter"_s),
                                    std::pair(u"points.1.z"_s, u"unknown parameter"_s),
                                    std::pair(u"points.1"_s, u"unknown parameter"_s),
                                    std::pair(u"point.1.x"_s, u"unknown parameter"_s)}) {
      const StateResult refused = withSettings(description, state, {{key, u"1"_s}});
      QVERIFY2(refused.error.contains(word), qPrintable(key + u": "_s + refused.error));
    }
    QVERIFY(!withSettings(description, state, {{u"points.0.x"_s, u"5"_s}}).ok());
    QVERIFY(!withSettings(description, state, {{u"links.0.from"_s, u"1"_s}}).ok());
    // Through files and links as any value.
    const StateResult read = fromJson(description, toJson(description, moved.state));
    QVERIFY(read.ok() && read.state.values == moved.state.values);
    const StateResult linked = withSettings(description, state, toSettings(description, moved.state));
    QVERIFY(linked.ok() && linked.state.values == moved.state.values);
  }

  void misspeltNames() {
    const std::vector<QString> names = {u"a"_s, u"b"_s, u"compose"_s, u"singular"_s, u"near_singular"_s};
    QCOMPARE(nearestName(u"bb"_s, names), u"b"_s);
    QCOMPARE(nearestName(u"copmose"_s, names), u"compose"_s);
    QCOMPARE(nearestName(u"COMPOSE"_s, names), u"compose"_s);
    QCOMPARE(nearestName(u"sing"_s, names), u"singular"_s);
    QCOMPARE(nearestName(u"x"_s, names), QString());
    QCOMPARE(nearestName({}, names), QString());
    QCOMPARE(nearestName(QString(100'000, u'a'), names), QString());
    QCOMPARE(didYouMean(u"bb"_s, names), u"; did you mean 'b'?"_s);
  }
};

QTEST_APPLESS_MAIN(ParameterText)
#include "parameter_text_reads_back_and_errors_name_the_range.moc"
