#include "core/algebra/expression_equality.h"

#include <QtTest/QTest>

using namespace eigenboard::algebra;

namespace {

std::vector<std::string> names(const std::vector<Variable>& variables) {
  std::vector<std::string> list;
  for (const Variable& variable : variables)
    list.push_back(variable.name);
  return list;
}

Comparison compared(const QString& first, const QString& second, const std::vector<Variable>& variables,
                    std::uint64_t seed, double tolerance = 0) {
  const ParsedExpression a = parseExpression(first.toStdString(), names(variables));
  const ParsedExpression b = parseExpression(second.toStdString(), names(variables));
  if (!a.ok() || !b.ok())
    qFatal("%s or %s cannot be read", qPrintable(first), qPrintable(second));
  return compareAtRandomPoints(a.expression, b.expression, variables, seed, tolerance);
}

const std::vector<Variable> plain = {{"x", false}, {"y", false}};
const std::vector<Variable> positive = {{"x", true}, {"y", true}};

} // namespace

class EqualExpressionsAreFoundEqual : public QObject {
  Q_OBJECT

 private slots:
  void pairs_data() {
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::addColumn<int>("verdict");
    QTest::addColumn<bool>("onPositive");
    const auto add = [](const char* first, const char* second, Equality verdict, bool onPositive = false) {
      QTest::addRow("%s | %s", first, second)
          << QString::fromUtf8(first) << QString::fromUtf8(second) << static_cast<int>(verdict) << onPositive;
    };
    using enum Equality;
    // Identities.
    add("2*x*cos(x^2)", "cos(x²)·2x", Equal);
    add("(x+1)^2", "x^2 + 2x + 1", Equal);
    add("(x+1)^8 - x^8 - 8x^7", "28x^6+56x^5+70x^4+56x^3+28x^2+8x+1", Equal);
    add("sin(x)^2 + cos(x)^2", "1", Equal);
    add("sin(2x)", "2 sin(x) cos(x)", Equal);
    add("tanh(x)", "(exp(x)-exp(-x))/(exp(x)+exp(-x))", Equal);
    add("1/(1+exp(-x))", "exp(x)/(1+exp(x))", Equal);
    add("exp(x)*exp(-x)", "1", Equal);
    add("x^2/x", "x", Equal);
    add("abs(x)", "sqrt(x^2)", Equal);
    add("max(x, -x)", "abs(x)", Equal);
    add("cosh(x)^2 - sinh(x)^2", "1", Equal);
    add("log(exp(x))", "x", Equal);
    add("exp(x+y)", "e^x e^y", Equal);
    add("(x^2-y^2)/(x-y)", "x+y", Equal);
    add("x^3 + y^3", "(x+y)(x^2 - xy + y^2)", Equal);
    add("log(x) + log(y)", "log(y) + ln(x)", Equal);
    add("x^(1/2)", "sqrt(x)", Equal);
    add("0", "x - x", Equal);
    add("exp(-x^2)", "1/exp(x^2)", Equal);
    add("sqrt(1 - sin(x)^2)", "abs(cos(x))", Equal);
    add("1/2", "0.5", Equal);
    // Planted near misses.
    add("2*x*cos(x^2)", "2*x*sin(x^2)", Different);
    add("2*x*cos(x^2)", "x*cos(x^2)", Different);
    add("(x+1)^2", "x^2 + 2x + 1.000000001", Different);
    add("x", "x*(1 + 1e-11)", Different);
    add("x", "abs(x)", Different);
    add("x", "-x", Different);
    add("x", "max(x, 50)", Different);
    add("x", "min(x, 5000)", Different);
    add("x^2", "x^2 + 1e-9*sin(x)", Different);
    add("tanh(x)", "1", Different);
    add("tanh(x)", "x", Different);
    add("sin(x)", "x - x^3/6 + x^5/120", Different);
    add("exp(x)", "(1 + x/1000)^1000", Different);
    add("1/3", "0.333333333", Different);
    add("xy", "x+y", Different);
    add("x^2", "2^x", Different);
    add("-x^2", "(-x)^2", Different);
    add("1/(2x)", "(1/2)x", Different);
    add("0", "1e-300", Different);
    // Domains.
    add("log(x^2)", "2 log(x)", OtherDomain);
    add("log(x^2)", "2 log(abs(x))", Equal);
    add("log(x^2)", "2 log(x)", Equal, true);
    add("x", "sqrt(x)^2", OtherDomain);
    add("x", "sqrt(x)^2", Equal, true);
    add("x", "abs(x)", Equal, true);
    add("x", "exp(log(x))", OtherDomain);
    add("log(x*y)", "log(x) + log(y)", OtherDomain);
    add("log(x*y)", "log(x) + log(y)", Equal, true);
    add("x", "-x", Different, true);
    add("1", "sqrt(-1-x^2)", OtherDomain);
    // Nowhere defined, or never known.
    add("sqrt(-1-x^2)", "log(-1-x^2)", Undecided);
    add("1/(x-x)", "1/(x-x)", Undecided);
    add("x/0", "x/0", Undecided);
  }
  void pairs() {
    QFETCH(QString, first);
    QFETCH(QString, second);
    QFETCH(int, verdict);
    QFETCH(bool, onPositive);
    const std::vector<Variable>& variables = onPositive ? positive : plain;
    for (std::uint64_t seed = 1; seed <= 25; ++seed) {
      const Comparison there = compared(first, second, variables, seed);
      QCOMPARE(static_cast<int>(there.verdict), verdict);
      QCOMPARE(static_cast<int>(compared(second, first, variables, seed).verdict), verdict);
      const bool hasWitness = verdict == static_cast<int>(Equality::Different) ||
                              verdict == static_cast<int>(Equality::OtherDomain);
      QCOMPARE(!there.witness.empty(), hasWitness);
    }
  }

  void aWitnessShowsTheDifference() {
    const Comparison comparison = compared(QStringLiteral("x^2"), QStringLiteral("x^3"), plain, 4);
    QVERIFY(comparison.verdict == Equality::Different);
    const double x = comparison.witness.at(0);
    QVERIFY(x * x != x * x * x);
  }

  void roundedConstantsAreTakenWithTheirTolerance() {
    const QString exact = QStringLiteral("x/3");
    QVERIFY(compared(exact, QStringLiteral("0.333x"), plain, 1).verdict == Equality::Different);
    QVERIFY(compared(exact, QStringLiteral("0.333x"), plain, 1, 0.002).verdict == Equality::Equal);
    QVERIFY(compared(exact, QStringLiteral("0.34x"), plain, 1, 0.002).verdict == Equality::Different);
  }

  void aVariableStaysAboveAnother() {
    const std::vector<Variable> ends = {{"m", true}, {"M", false, 0}};
    const std::vector<Variable> anyEnds = {{"m", false}, {"M", false, 0}};
    for (std::uint64_t seed = 1; seed <= 25; ++seed) {
      const QString gap = QStringLiteral("(M-m)/(M+m)");
      const QString size = QStringLiteral("abs(1-2m/(M+m))");
      QVERIFY(compared(gap, size, ends, seed).verdict == Equality::Equal);
      QVERIFY(compared(gap, size, anyEnds, seed).verdict == Equality::Different);
      QVERIFY(compared(QStringLiteral("max(m,M)"), QStringLiteral("M"), anyEnds, seed).verdict ==
              Equality::Equal);
      QVERIFY(compared(QStringLiteral("abs(m)"), QStringLiteral("m"), anyEnds, seed).verdict ==
              Equality::Different);
      QVERIFY(compared(QStringLiteral("M-m"), QStringLiteral("m"), ends, seed).verdict ==
              Equality::Different);
    }
  }

  void theSameSeedGivesTheSameAnswer() {
    const Comparison once = compared(QStringLiteral("x"), QStringLiteral("abs(x)"), plain, 9);
    const Comparison again = compared(QStringLiteral("x"), QStringLiteral("abs(x)"), plain, 9);
    QCOMPARE(once.witness, again.witness);
    QCOMPARE(once.comparedPoints, again.comparedPoints);
  }

  void manyVariablesAndNoneAreCompared() {
    std::vector<Variable> many;
    for (const char* name : {"a", "b", "c", "d", "f", "g"})
      many.push_back({name, false});
    QVERIFY(compared(QStringLiteral("log(a) + log(b) + log(c) + log(d) + log(f) + log(g)"),
                     QStringLiteral("log(g) + log(f) + log(d) + log(c) + log(b) + log(a)"), many, 3)
                .verdict == Equality::Equal);
    QVERIFY(compared(QStringLiteral("sqrt(2)/2"), QStringLiteral("1/sqrt(2)"), {}, 3).verdict ==
            Equality::Equal);
  }
};

QTEST_APPLESS_MAIN(EqualExpressionsAreFoundEqual)
#include "equal_expressions_are_found_equal.moc"
