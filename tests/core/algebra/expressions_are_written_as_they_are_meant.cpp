#include "core/algebra/expression_text.h"
#include "tests/core/python_process.h"
#include "tests/core/random_expressions.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

#include <cmath>
#include <limits>

using namespace eigenboard::algebra;
using eigenboard::numerics::Random;
using eigenboard::tests::RandomExpressions;
using eigenboard::tests::runPython;

namespace {

const std::vector<std::string> names{"x", "y"};

Expression read(const std::string& text) {
  return parseExpression(text, names).expression;
}

/// Sums, differences, products and quotients of x, y and decimals, with brackets round every part.
std::string arithmetic(Random& random, int depth) {
  const auto chosen = [&random](int count) { return static_cast<int>(random.uniform(0, count)); };
  if (depth == 0 || random.uniform(0, 1) < 0.1)
    return std::array<std::string, 5>{"x", "y", "0.1", "7.3", "(-x)"}.at(static_cast<std::size_t>(chosen(5)));
  const std::string sign =
      std::array<std::string, 5>{"+", "-", "*", "/", "+"}.at(static_cast<std::size_t>(chosen(5)));
  return "(" + arithmetic(random, depth - 1) + sign + arithmetic(random, depth - 1) + ")";
}

} // namespace

/// What is printed for a typed expression means the same: Python is the judge of Python, and the TeX is what
/// an author would write.
class ExpressionsAreWrittenAsTheyAreMeant : public QObject {
  Q_OBJECT

 private slots:
  void pythonGivesTheSameValues();
  void pythonRoundsInTheSameOrder();
  void texIsWhatAnAuthorWrites_data();
  void texIsWhatAnAuthorWrites();
  void emptyExpressionsSaySo();
};

void ExpressionsAreWrittenAsTheyAreMeant::pythonGivesTheSameValues() {
  RandomExpressions source(31);
  Random random(7);
  QJsonArray asked;
  std::vector<std::pair<std::string, BoundedValue>> ours;
  std::vector<double> plain;
  for (int i = 0; i < 3000; ++i) {
    const std::string text = source.next(1 + i % 4);
    const Expression expression = read(text);
    const std::array<double, 2> at{random.uniform(-3, 3), random.uniform(-3, 3)};
    ours.emplace_back(text, evaluateWithError(expression, at));
    plain.push_back(evaluate(expression, at));
    asked.append(QJsonArray{QString::fromStdString(toPython(expression, names)), at[0], at[1]});
  }
  const auto answer = runPython(QStringLiteral(R"(
import json, sys
import numpy as np
answers = []
with np.errstate(all="ignore"):
    for text, x, y in json.load(sys.stdin):
        value = float(eval(text, {"np": np, "x": np.float64(x), "y": np.float64(y)}))
        answers.append(value if np.isfinite(value) else str(value))
print(json.dumps(answers))
)"),
                                QJsonDocument(asked).toJson(QJsonDocument::Compact));
  QVERIFY2(answer.error.isEmpty(), qPrintable(answer.error));
  const QJsonArray theirs = QJsonDocument::fromJson(answer.output).array();
  QCOMPARE(theirs.size(), asked.size());
  int compared = 0;
  for (std::size_t i = 0; i < ours.size(); ++i) {
    const auto& [text, bounded] = ours[i];
    if (bounded.standing != Standing::Defined)
      continue;
    const QJsonValue value = theirs.at(static_cast<qsizetype>(i));
    QVERIFY2(value.isDouble(), text.c_str());
    // Both are within the running error bound of the true value.
    QVERIFY2(std::abs(value.toDouble() - plain[i]) <= 2 * bounded.error,
             qPrintable(QStringLiteral("%1 printed as %2: %3, not %4")
                            .arg(QString::fromStdString(text),
                                 asked.at(static_cast<qsizetype>(i)).toArray().at(0).toString())
                            .arg(value.toDouble(), 0, 'g', 17)
                            .arg(plain[i], 0, 'g', 17)));
    ++compared;
  }
  QVERIFY2(compared > 1500, qPrintable(QString::number(compared)));
}

void ExpressionsAreWrittenAsTheyAreMeant::pythonRoundsInTheSameOrder() {
  Random random(5);
  QJsonArray asked;
  std::vector<double> ours;
  for (int i = 0; i < 2000; ++i) {
    const Expression expression = read(arithmetic(random, 2 + i % 4));
    const std::array<double, 2> at{random.uniform(-3, 3), random.uniform(-3, 3)};
    ours.push_back(evaluate(expression, at));
    asked.append(QJsonArray{QString::fromStdString(toPython(expression, names)), at[0], at[1]});
  }
  const auto answer = runPython(QStringLiteral(R"(
import json, sys
import numpy as np
answers = []
with np.errstate(all="ignore"):
    for text, x, y in json.load(sys.stdin):
        answers.append(float(eval(text, {"np": np, "x": np.float64(x), "y": np.float64(y)})).hex())
print(json.dumps(answers))
)"),
                                QJsonDocument(asked).toJson(QJsonDocument::Compact));
  QVERIFY2(answer.error.isEmpty(), qPrintable(answer.error));
  const QJsonArray theirs = QJsonDocument::fromJson(answer.output).array();
  QCOMPARE(theirs.size(), asked.size());
  int compared = 0;
  for (std::size_t i = 0; i < ours.size(); ++i) {
    if (!std::isfinite(ours[i]))
      continue;
    const QByteArray text = theirs.at(static_cast<qsizetype>(i)).toString().toLatin1();
    const double value = std::strtod(text.constData(), nullptr);
    // IEEE 754 rounds each of these operations in one way only.
    QVERIFY2(value == ours[i], qPrintable(asked.at(static_cast<qsizetype>(i)).toArray().at(0).toString()));
    ++compared;
  }
  QVERIFY2(compared > 1900, qPrintable(QString::number(compared)));
}

void ExpressionsAreWrittenAsTheyAreMeant::texIsWhatAnAuthorWrites_data() {
  QTest::addColumn<QString>("typed");
  QTest::addColumn<QString>("tex");
  const auto row = [](const char* typed, const char* tex) { QTest::newRow(typed) << typed << tex; };
  row("x^2 - y^2", "x^{2} - y^{2}");
  row("2x y", "2 x\\,y");
  row("3*4", "3 \\cdot 4");
  row("x - (y + 1)", "x - \\left(y + 1\\right)");
  row("x + (y - 1)", "x + y - 1");
  row("x - (-y)", "x - \\left(-y\\right)");
  row("-(x + y)", "-\\left(x + y\\right)");
  row("-x^2", "-x^{2}");
  row("(-x)^2", "\\left(-x\\right)^{2}");
  row("(x + 1)^2", "\\left(x + 1\\right)^{2}");
  row("(x^2)^3", "\\left(x^{2}\\right)^{3}");
  row("x^y^2", "x^{y^{2}}");
  row("(x + y)/2", "\\frac{x + y}{2}");
  row("exp(-(x^2 + y^2))", "e^{-\\left(x^{2} + y^{2}\\right)}");
  row("sin(2x) cos(y)", "\\sin\\left(2 x\\right)\\,\\cos\\left(y\\right)");
  row("sin(x)^2", "\\left(\\sin\\left(x\\right)\\right)^{2}");
  row("sqrt(x^2 + 1)", "\\sqrt{x^{2} + 1}");
  row("abs(x)", "\\left|x\\right|");
  row("min(x, y)", "\\min\\left(x, y\\right)");
  row("log(x) + log2(y)", "\\ln\\left(x\\right) + \\log_{2}\\left(y\\right)");
  row("pi x", "\\pi\\,x");
  row("1e-9 x", "10^{-9}\\,x");
  row("2.5e20 x", "2.5 \\cdot 10^{20}\\,x");
  row("(1 - x)^2 + 100 (y - x^2)^2", "\\left(1 - x\\right)^{2} + 100 \\cdot \\left(y - x^{2}\\right)^{2}");
}

void ExpressionsAreWrittenAsTheyAreMeant::texIsWhatAnAuthorWrites() {
  QFETCH(QString, typed);
  QFETCH(QString, tex);
  QCOMPARE(QString::fromStdString(toTex(read(typed.toStdString()), names)), tex);
}

void ExpressionsAreWrittenAsTheyAreMeant::emptyExpressionsSaySo() {
  QCOMPARE(toTex({}, names), std::string());
  QCOMPARE(toPython({}, names), std::string("np.nan"));
  QCOMPARE(toTex(read("x y"), {"x"}), std::string("x\\,?"));
}

QTEST_MAIN(ExpressionsAreWrittenAsTheyAreMeant)
#include "expressions_are_written_as_they_are_meant.moc"
