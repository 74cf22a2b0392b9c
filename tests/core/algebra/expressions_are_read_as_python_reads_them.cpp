#include "core/algebra/expression.h"
#include "core/numerics/random.h"
#include "tests/core/python_process.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

#include <cmath>
#include <limits>
#include <numbers>

using namespace eigenboard::algebra;
using eigenboard::numerics::Random;
using eigenboard::tests::runPython;

namespace {

const std::vector<std::string> variables = {"x", "y"};

double valueOf(const char* text, double x = 0, double y = 0) {
  const ParsedExpression parsed = parseExpression(text, variables);
  if (!parsed.ok())
    qWarning("%s: fault %d at %zu (%s)", text, static_cast<int>(parsed.fault), parsed.position,
             parsed.detail.c_str());
  return evaluate(parsed.expression, std::vector<double>{x, y});
}

/// The same expression as a reader types it and as Python spells it.
struct Spelled {
  std::string ours;
  std::string python;
};

/// Random expressions in every spelling that the parser takes: signs of print, three kinds of brackets,
/// products without a sign, raised digits.
class Writer {
 public:
  explicit Writer(std::uint64_t seed) : random_(seed) {}

  Spelled expression(int depth) {
    if (depth == 0)
      return leaf();
    const Spelled a = expression(depth - 1);
    switch (choice(9)) {
    case 0:
      return both(a, " + ", " + ", expression(depth - 1));
    case 1:
      return both(a, pick({" - ", "−", " – "}), " - ", expression(depth - 1));
    case 2:
      return both(a, pick({"*", "·", " × ", ""}), "*", expression(depth - 1));
    case 3:
      return both(a, pick({"/", " ÷ "}), "/", expression(depth - 1));
    case 4:
      return {bracket(a.ours) + pick({"^2", "²", "**2", "^(2)"}), "(" + a.python + ")**2.0"};
    case 5:
      return {bracket(a.ours) + "^" + bracket("1/3"), "power((" + a.python + "), 1/3)"};
    case 6:
      return {"-" + bracket(a.ours), "-(" + a.python + ")"};
    case 7:
      return {pick({"min(", "min ("}) + a.ours + ", x)", "min((" + a.python + "), x)"};
    default:
      return function(a);
    }
  }

 private:
  std::size_t choice(std::size_t count) { return static_cast<std::size_t>(random_.bits() % count); }
  std::string pick(const std::vector<std::string>& from) { return from[choice(from.size())]; }
  std::string bracket(const std::string& text) {
    const std::size_t kind = choice(3);
    return std::string(1, "([{"[kind]) + text + std::string(1, ")]}"[kind]);
  }
  Spelled both(const Spelled& a, const std::string& sign, const std::string& python, const Spelled& b) {
    return {bracket(a.ours) + sign + bracket(b.ours), "(" + a.python + ")" + python + "(" + b.python + ")"};
  }
  Spelled leaf() {
    switch (choice(7)) {
    case 0:
      return {"x", "x"};
    case 1:
      return {"y", "y"};
    case 2:
      return {"2x", "2*x"};
    case 3:
      return {"xy", "x*y"};
    case 4:
      return {pick({"pi", "π"}), "pi"};
    case 5:
      return {"e", "e"};
    default: {
      const std::string number = pick({"2", "0.5", ".25", "3e-2", "1.5E+1", "7."});
      return {number, number};
    }
    }
  }
  Spelled function(const Spelled& a) {
    const std::vector<std::pair<std::string, std::string>> names = {
        {"sqrt", "sqrt"}, {"exp", "exp"},   {"log", "log"},   {"ln", "log"},      {"sin", "sin"},
        {"cos", "cos"},   {"tan", "tan"},   {"asin", "asin"}, {"arctan", "atan"}, {"sinh", "sinh"},
        {"cosh", "cosh"}, {"tanh", "tanh"}, {"abs", "abs"},   {"√", "sqrt"},      {"log2", "log2"}};
    const auto& [ours, python] = names[choice(names.size())];
    return {ours + bracket(a.ours), python + "(" + a.python + ")"};
  }

  Random random_;
};

/// Python's own parser and its math module; what it refuses is not a real number.
const QString oracle = QStringLiteral(R"(
import json, sys
from math import *
def power(a, b):
    if a < 0:
        raise ValueError
    return a ** b
answers = []
for text, x, y in json.load(sys.stdin):
    try:
        value = float(eval(text))
        answers.append(value if isfinite(value) else "inf" if isinf(value) else "nan")
    except OverflowError:
        answers.append("inf")
    except (ValueError, ZeroDivisionError, TypeError):
        answers.append("nan")
json.dump(answers, sys.stdout)
)");

} // namespace

class ExpressionsAreReadAsPythonReadsThem : public QObject {
  Q_OBJECT

 private slots:
  void randomExpressionsHavePythonsValues() {
    constexpr int count = 900;
    Writer writer(11);
    Random random(12);
    std::vector<Spelled> written;
    std::vector<std::vector<double>> points;
    QJsonArray cases;
    for (int i = 0; i < count; ++i) {
      written.push_back(writer.expression(1 + i % 4));
      points.push_back({random.uniform(-3, 3), random.uniform(-3, 3)});
      cases.append(
          QJsonArray{QString::fromStdString(written.back().python), points.back()[0], points.back()[1]});
    }
    const auto answer = runPython(oracle, QJsonDocument(cases).toJson());
    QVERIFY2(answer.error.isEmpty(), qPrintable(answer.error));
    const QJsonArray values = QJsonDocument::fromJson(answer.output).array();
    QCOMPARE(values.size(), count);
    int compared = 0;
    for (int i = 0; i < count; ++i) {
      const auto index = static_cast<std::size_t>(i);
      const ParsedExpression parsed = parseExpression(written[index].ours, variables);
      QVERIFY2(parsed.ok(), written[index].ours.c_str());
      const BoundedValue bounded = evaluateWithError(parsed.expression, points[index]);
      const double plain = evaluate(parsed.expression, points[index]);
      if (values[i].isString()) {
        QVERIFY2(bounded.standing != Standing::Defined, written[index].ours.c_str());
        continue;
      }
      if (bounded.standing != Standing::Defined) {
        // Overflow on the way, as in 1/exp(exp(9)), is left open; but nothing that has a value is refused.
        QVERIFY2(bounded.standing == Standing::Unsure, written[index].ours.c_str());
        continue;
      }
      ++compared;
      QCOMPARE(plain, bounded.value);
      // Both computations are within the bound of the true value.
      QVERIFY2(std::abs(plain - values[i].toDouble()) <= 2 * bounded.error, written[index].ours.c_str());
    }
    QVERIFY2(compared > count / 2, qPrintable(QString::number(compared)));
  }

  /// Against exact fractions: the bound holds, and is not so wide that it would say nothing.
  void theErrorBoundHolds() {
    const char* texts[] = {"(x + 1)^2 - x^2 - 2x", "(x - y)*(x + y) - x*x + y*y", "1/(x - y) - 1/(x + y)",
                           "(x^3 - y^3)/(x - y)",  "x/3 + y/7 - (7x + 3y)/21",    "((x/7)*7 - x)*1000"};
    QJsonArray cases;
    Random random(13);
    std::vector<std::vector<double>> points;
    for (int i = 0; i < 100; ++i)
      points.push_back({random.uniform(-100, 100), random.uniform(-1, 1)});
    for (const char* text : texts) {
      QString python = QString::fromLatin1(text).replace(u'^', QStringLiteral("**"));
      python.replace(QStringLiteral("2x"), QStringLiteral("2*x"))
          .replace(QStringLiteral("7x"), QStringLiteral("7*x"))
          .replace(QStringLiteral("3y"), QStringLiteral("3*y"));
      for (const auto& point : points)
        cases.append(QJsonArray{python, point[0], point[1]});
    }
    const auto answer = runPython(QStringLiteral(R"(
import json, sys
from fractions import Fraction
out = []
for text, x, y in json.load(sys.stdin):
    x, y = Fraction(x), Fraction(y)
    out.append(float(eval(text)).hex())
json.dump(out, sys.stdout)
)"),
                                  QJsonDocument(cases).toJson());
    QVERIFY2(answer.error.isEmpty(), qPrintable(answer.error));
    const QJsonArray exact = QJsonDocument::fromJson(answer.output).array();
    QCOMPARE(exact.size(), cases.size());
    qsizetype index = 0;
    for (const char* text : texts) {
      const ParsedExpression parsed = parseExpression(text, variables);
      QVERIFY(parsed.ok());
      for (const auto& point : points) {
        const double truth = std::strtod(exact[index++].toString().toLatin1().constData(), nullptr);
        const BoundedValue value = evaluateWithError(parsed.expression, point);
        QVERIFY(value.standing == Standing::Defined);
        const double off = std::abs(value.value - truth);
        QVERIFY2(off <= value.error, text);
        QVERIFY2(value.error < 1e-8 * (1 + std::abs(truth)), text);
      }
    }
  }

  void precedenceIsTheUsualOne() {
    QCOMPARE(valueOf("-x^2", 3), -9.0);
    QCOMPARE(valueOf("2^3^2"), 512.0);
    QCOMPARE(valueOf("2^-1"), 0.5);
    QCOMPARE(valueOf("2^3x", 5), 40.0);
    QCOMPARE(valueOf("6/3/2"), 1.0);
    QCOMPARE(valueOf("6/2*3"), 9.0);
    QCOMPARE(valueOf("1 - 2 - 3"), -4.0);
    QCOMPARE(valueOf("--2"), 2.0);
    QCOMPARE(valueOf("2*-3"), -6.0);
    QCOMPARE(valueOf("2x²y", 3, 5), 90.0);
    QCOMPARE(valueOf("x⁻¹", 4), 0.25);
    QCOMPARE(valueOf("xy^2", 3, 5), 75.0);
    QCOMPARE(valueOf("2(x+1)", 3), 8.0);
    QCOMPARE(valueOf("(x+1)(x-1)", 3), 8.0);
    QCOMPARE(valueOf("x sin(0) + x cos(0)", 3), 3.0);
    QCOMPARE(valueOf("√2 · √2 · 3x²", 2), 12 * std::sqrt(2.0) * std::sqrt(2.0));
    QCOMPARE(valueOf("√x^2", 9), 9.0);
    QCOMPARE(valueOf("2πx", 1), 2 * std::numbers::pi);
    QCOMPARE(valueOf("2e-3"), 2e-3);
    QCOMPARE(valueOf("2e"), 2 * std::numbers::e);
    QCOMPARE(valueOf("sqrt(2)/2"), std::sqrt(2.0) / 2);
    QCOMPARE(valueOf("min(3, x) + max[1, 2]", 9), 5.0);
    QVERIFY(std::isnan(valueOf("sqrt(x)", -1)));
    QVERIFY(std::isnan(valueOf("min(sqrt(x), 1)", -1)));
    // A variable hides a constant.
    QCOMPARE(evaluate(parseExpression("2e", {"e"}).expression, std::vector<double>{5}), 10.0);
    QCOMPARE(evaluate(parseExpression("λ² + θ1", {"λ", "θ1"}).expression, std::vector<double>{3, 4}), 13.0);
  }

  void faultsAreNamedWhereTheyAre_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("fault");
    QTest::addColumn<int>("position");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char* text, ExpressionFault fault, int position, const char* detail) {
      QTest::addRow("%s", text) << QString::fromUtf8(text) << static_cast<int>(fault) << position
                                << QString::fromUtf8(detail);
    };
    using enum ExpressionFault;
    row("", Empty, 0, "");
    row("   ", Empty, 0, "");
    row("x +", MissingOperand, 3, "");
    row("* x", MissingOperand, 0, "*");
    row("x * / 2", MissingOperand, 4, "/");
    row("1 2", MissingOperand, 2, "2");
    row("()", MissingOperand, 1, ")");
    row("x + z", UnknownName, 4, "z");
    row("x2", UnknownName, 0, "x2");
    row("foo(x)", UnknownName, 0, "foo");
    row("sinx", NeedsBrackets, 0, "sin");
    row("sin x", NeedsBrackets, 0, "sin");
    row("sin^2(x)", NeedsBrackets, 0, "sin");
    row("(x + 1", UnclosedBracket, 0, "(");
    row("(x + 1]", UnclosedBracket, 0, "(");
    row("x + 1)", UnopenedBracket, 5, ")");
    row("min(x)", WrongCount, 0, "min");
    row("sin(x, y)", WrongCount, 0, "sin");
    row("0,5", StrayComma, 1, ",");
    row("(1,5)", StrayComma, 2, ",");
    row("1/2x", AmbiguousProduct, 3, "x");
    row("x/2 (y)", AmbiguousProduct, 4, "(");
    row("1.2.3", BadNumber, 0, "1.2.3");
    row("1e999", BadNumber, 0, "1e999");
    row("y = 2x", Equation, 2, "=");
    row("|x|", UnknownSign, 0, "|");
    row("x!", UnknownSign, 1, "!");
    row("\x01", UnknownSign, 0, "\x01");
  }
  void faultsAreNamedWhereTheyAre() {
    QFETCH(QString, text);
    const ParsedExpression parsed = parseExpression(text.toStdString(), variables);
    QTEST(static_cast<int>(parsed.fault), "fault");
    QTEST(static_cast<int>(parsed.position), "position");
    QTEST(QString::fromStdString(parsed.detail), "detail");
    QVERIFY(parsed.expression.program.empty());
    QVERIFY(std::isnan(evaluate(parsed.expression, std::vector<double>{1, 2})));
  }

  void hostileTextIsRefusedAtOnce() {
    QElapsedTimer clock;
    clock.start();
    const auto fault = [](const std::string& text) { return parseExpression(text, variables).fault; };
    QVERIFY(fault(std::string(5'000'000, '(')) == ExpressionFault::TooLong);
    QVERIFY(fault(std::string(900, '(')) == ExpressionFault::TooDeep);
    QVERIFY(fault(std::string(900, '-').append("x")) == ExpressionFault::TooDeep);
    std::string tower = "x";
    for (int i = 0; i < 400; ++i)
      tower += "^x";
    QVERIFY(fault(tower) == ExpressionFault::TooDeep);
    std::string roots;
    for (int i = 0; i < 300; ++i)
      roots += "√";
    QVERIFY(fault(roots + "2") == ExpressionFault::TooDeep ||
            fault(roots + "2") == ExpressionFault::NeedsBrackets);
    // Half a character, and every text of one and two bytes.
    for (int first = 0; first < 256; ++first)
      for (int second = 0; second < 256; ++second) {
        const std::string text = {static_cast<char>(first), static_cast<char>(second)};
        const ParsedExpression parsed = parseExpression(text, variables);
        evaluate(parsed.expression, std::vector<double>{1, 2});
      }
    // Random strings over the alphabet of expressions.
    Random random(17);
    const std::string alphabet = "xy2.e+-*/^()[]{},sincoqrtmaxpi π²√·";
    for (int i = 0; i < 20000; ++i) {
      std::string text;
      for (std::uint64_t length = random.bits() % 40; length > 0; --length)
        text += alphabet[static_cast<std::size_t>(random.bits() % alphabet.size())];
      const ParsedExpression parsed = parseExpression(text, variables);
      evaluateWithError(parsed.expression, std::vector<double>{random.uniform(-9, 9), 0});
    }
    // A text of letters that can be divided in very many ways.
    std::string letters(999, 'e');
    QVERIFY(fault(letters) == ExpressionFault::None);
    QVERIFY(fault(letters + "z") == ExpressionFault::UnknownName);
    QVERIFY2(clock.elapsed() < 3000, qPrintable(QString::number(clock.elapsed())));
  }
};

QTEST_APPLESS_MAIN(ExpressionsAreReadAsPythonReadsThem)
#include "expressions_are_read_as_python_reads_them.moc"
