#include "views/controls/number_text.h"
#include "views/controls/tabular_figures.h"

#include <QtGui/QFont>
#include <QtTest/QTest>

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;
using namespace eigenboard;
using namespace eigenboard::controls;

class NumbersShown : public QObject {
  Q_OBJECT

 private slots:
  void roundingDoesNotDecideTies() {
    // One quantity by two routes: 2.99 · 1.00 − 0.50 · 1.71, and its neighbour among the doubles.
    const double one = 2.135;
    for (const double other : {std::nextafter(one, 0.0), std::nextafter(one, 3.0), 2.99 * 1.00 - 0.50 * 1.71})
      QCOMPARE(numberText(other, 2), numberText(one, 2));
  }
  void plain_data() {
    QTest::addColumn<double>("value");
    QTest::addColumn<int>("digits");
    QTest::addColumn<QString>("text");
    QTest::newRow("decimals") << 1.005 << 2 << u"1.00"_s; // 1.005 lies below its decimal
    QTest::newRow("minus") << -1.5 << 1 << u"\u22121.5"_s;
    QTest::newRow("no minus zero") << -0.001 << 2 << u"0.00"_s;
    QTest::newRow("whole") << 3.0 << 0 << u"3"_s;
    QTest::newRow("undefined") << std::numeric_limits<double>::quiet_NaN() << 2 << u"undefined"_s;
    QTest::newRow("infinite") << std::numeric_limits<double>::infinity() << 2 << u"\u221e"_s;
    QTest::newRow("minus infinite") << -std::numeric_limits<double>::infinity() << 2 << u"\u2212\u221e"_s;
    QTest::newRow("large") << -1.25e12 << 2 << u"\u22121.25\u00d710\u00b9\u00b2"_s;
    QTest::newRow("largest plain") << 999999999.0 << 0 << u"999999999"_s;
    QTest::newRow("digits beyond a double") << 0.1 << 400 << u"0.100000000000000"_s;
  }
  void plain() {
    QFETCH(double, value);
    QFETCH(int, digits);
    QFETCH(QString, text);
    QCOMPARE(numberText(value, digits), text);
  }

  void parametersShowTheirStep() {
    panel::Parameter parameter;
    parameter.minimum = -4;
    parameter.maximum = 12;
    parameter.step = 0.05;
    QCOMPARE(numberText(parameter, 1.0 / 3.0), u"0.33"_s);
    QCOMPARE(widestText(parameter), u"\u22124.00"_s);
    parameter.step = 0.5;
    QCOMPARE(numberText(parameter, 2), u"2.0"_s);
    parameter.kind = panel::Kind::Integer;
    QCOMPARE(numberText(parameter, 7), u"7"_s);
    parameter.kind = panel::Kind::Number;
    parameter.spacing = panel::Spacing::Logarithmic;
    QCOMPARE(numberText(parameter, 0.0123), u"0.0123"_s);
    QCOMPARE(numberText(parameter, 123.4), u"123"_s);
    QCOMPARE(numberText(parameter, 1.234e-7), u"1.23\u00d710\u207b\u2077"_s);
  }

  void digitsAreAllAsWide() {
    const TabularFigures figures{QFont(u"Inter"_s)};
    const double width = figures.width(u"1111.11"_s);
    for (const QString& text : {u"0000.00"_s, u"7418.59"_s})
      QCOMPARE(figures.width(text), width);
  }
};

QTEST_MAIN(NumbersShown)
#include "numbers_are_shown_for_readers.moc"
