#include "core/algebra/python_text.h"
#include "tests/core/python_process.h"
#include "tests/core/random_expressions.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtTest/QtTest>

#include <cmath>
#include <limits>

using namespace eigenboard::algebra;
using eigenboard::numerics::Random;
using eigenboard::tests::RandomExpressions;
using eigenboard::tests::runPython;

namespace {

const std::vector<std::string> variables = {"x", "y"};

std::string written(const char* text) {
  return pythonText(parseExpression(text, variables).expression, variables);
}

/// What Python makes of a text; what it refuses, or finds only in the complex numbers, is not a real number.
const QString evaluator = QStringLiteral(R"(
import json, sys
from math import *
answers = []
for text, x, y in json.load(sys.stdin):
    try:
        value = eval(text)
        answers.append("nan" if isinstance(value, complex) or isnan(value) else value if isfinite(value) else "inf")
    except (OverflowError, ZeroDivisionError, TypeError):
        answers.append("refused")
    except ValueError:
        answers.append("nan")
json.dump(answers, sys.stdout)
)");

} // namespace

class ExpressionsAreWrittenAsPythonReadsThem : public QObject {
  Q_OBJECT

 private slots:
  void randomExpressionsKeepTheirValue() {
    RandomExpressions expressions(5);
    Random random(6);
    std::vector<double> values;
    std::vector<double> errors;
    QJsonArray cases;
    for (int i = 0; i < 1500; ++i) {
      const ParsedExpression parsed = parseExpression(expressions.next(1 + i % 4), variables);
      QVERIFY(parsed.ok());
      const std::vector<double> point = {random.uniform(-3, 3), random.uniform(-3, 3)};
      const std::string text = pythonText(parsed.expression, variables);
      values.push_back(evaluate(parsed.expression, point));
      errors.push_back(evaluateWithError(parsed.expression, point).error);
      cases.append(QJsonArray{QString::fromStdString(text), point[0], point[1]});
    }
    const auto answer = runPython(evaluator, QJsonDocument(cases).toJson());
    QVERIFY2(answer.error.isEmpty(), qPrintable(answer.error));
    const QJsonArray answers = QJsonDocument::fromJson(answer.output).array();
    QCOMPARE(answers.size(), cases.size());
    int compared = 0;
    for (qsizetype i = 0; i < answers.size(); ++i) {
      const auto k = static_cast<std::size_t>(i);
      if (!std::isfinite(values[k]) || !answers[i].isDouble())
        continue;
      // Functions of the library may differ in their last place, which the bound counts.
      const double off = std::abs(answers[i].toDouble() - values[k]);
      const double allowed = 2 * errors[k] + std::numeric_limits<double>::epsilon() * std::abs(values[k]);
      QVERIFY2(!std::isfinite(allowed) || off <= allowed, qPrintable(cases[i].toArray()[0].toString()));
      ++compared;
    }
    // The others are where a real number is not defined or overflows, which Python says in its own ways.
    QVERIFY2(compared > 700, qPrintable(QString::number(compared)));
  }

  void itReadsWell() {
    QCOMPARE(written("x^2/2 + y^2"), std::string("x**2 / 2 + y**2"));
    QCOMPARE(written("100(y - x²)² + (1-x)^2"), std::string("100 * (y - x**2)**2 + (1 - x)**2"));
    QCOMPARE(written("-x^2"), std::string("-x**2"));
    QCOMPARE(written("(-x)^2"), std::string("(-x)**2"));
    QCOMPARE(written("x - (y - 1)"), std::string("x - (y - 1)"));
    QCOMPARE(written("x/(y/2)"), std::string("x / (y / 2)"));
    QCOMPARE(written("2^x^y"), std::string("2**(x**y)"));
    QCOMPARE(written("max(x, min(y, 0.5)) + ln(abs(y))"), std::string("max(x, min(y, 0.5)) + log(abs(y))"));
    QCOMPARE(written("x*(-2)"), std::string("x * (-2)"));
    QCOMPARE(written("cos(pi) x"), std::string("(-1) * x"));
  }

  void whatHasNoValueIsWrittenToo() {
    QCOMPARE(written("log(-1) + x"), std::string("float(\"nan\") + x"));
    QCOMPARE(written("x*exp(1000)"), std::string("x * float(\"inf\")"));
    QCOMPARE(pythonText({}, variables), std::string("float(\"nan\")"));
    QCOMPARE(pythonText(parseExpression("x+y", variables).expression, {"x"}), std::string("float(\"nan\")"));
  }
};

QTEST_APPLESS_MAIN(ExpressionsAreWrittenAsPythonReadsThem)
#include "expressions_are_written_as_python_reads_them.moc"
