#include "core/algebra/expression.h"
#include "core/calculus/forward_mode.h"
#include "core/optimization/convexity.h"

#include <QtTest/QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

using namespace eigenboard;
using namespace eigenboard::optimization;

namespace {

constexpr double epsilon = std::numeric_limits<double>::epsilon();
constexpr double low = -3;
constexpr double high = 3;
constexpr int count = 301;

Curve curveOf(const std::string& text) {
  const algebra::ParsedExpression parsed = algebra::parseExpression(text, {"x"});
  if (!parsed.ok())
    QTest::qFail(text.c_str(), __FILE__, __LINE__);
  return [f = parsed.expression](double x) {
    const calculus::SecondOrder at = calculus::secondOrder(f, {x, 0});
    return CurvePoint{at.value, at.gradient.x(), at.hessian(0, 0)};
  };
}

} // namespace

class ConvexityIsJudgedByItsTests : public QObject {
  Q_OBJECT

 private slots:
  void verdictsAreThoseOfTheBook_data() {
    QTest::addColumn<QString>("f");
    QTest::addColumn<QList<double>>("ends"); // of the parts that bend down
    const double third = 1 / std::sqrt(3.0);
    QTest::newRow("a line but for rounding") << "log(exp(x))" << QList<double>{};
    QTest::newRow("tiny hill") << "-1e-16 x^2" << QList<double>{-3, 3};
    QTest::newRow("parabola") << "x^2/2" << QList<double>{};
    QTest::newRow("flat bottom") << "x^4" << QList<double>{};
    QTest::newRow("exponential") << "exp(x)" << QList<double>{};
    QTest::newRow("logistic loss") << "log(1 + exp(-x))" << QList<double>{};
    QTest::newRow("line") << "2x - 1" << QList<double>{};
    QTest::newRow("kink") << "abs(x)" << QList<double>{};
    QTest::newRow("hinge") << "max(0, 1 - x)" << QList<double>{};
    QTest::newRow("entropy where it is defined") << "x log(x)" << QList<double>{};
    QTest::newRow("double well") << "x^4/12 - x^2/6" << QList<double>{-third, third};
    QTest::newRow("cubic") << "x^3" << QList<double>{-3, 0};
    QTest::newRow("bell") << "exp(-x^2/2)" << QList<double>{-1, 1};
    QTest::newRow("hill") << "-x^2" << QList<double>{-3, 3};
    QTest::newRow("hanging kink") << "-abs(x)" << QList<double>{0, 0};
    QTest::newRow("logarithm") << "log(x)" << QList<double>{0.02, 3};
  }
  void verdictsAreThoseOfTheBook() {
    QFETCH(QString, f);
    QFETCH(QList<double>, ends);
    const Curve curve = curveOf(f.toStdString());
    const std::vector<Interval> parts = concaveParts(curve, sampled(curve, low, high, count));
    QCOMPARE(2 * parts.size(), static_cast<std::size_t>(ends.size()));
    for (std::size_t i = 0; i < parts.size(); ++i) {
      // f″ is good to some units, and its slope at its zeros is about 1.
      QVERIFY(std::abs(parts[i].low - ends[static_cast<qsizetype>(2 * i)]) <= 32 * epsilon);
      QVERIFY(std::abs(parts[i].high - ends[static_cast<qsizetype>(2 * i + 1)]) <= 32 * epsilon);
    }
  }

  void convexCurvesPassEveryTest() {
    for (const char* f : {"x^2/2", "x^4", "exp(x)", "log(1 + exp(-x))", "abs(x)", "max(0, 1 - x)", "3 - x"}) {
      const Curve curve = curveOf(f);
      const CurveSamples samples = sampled(curve, low, high, count);
      for (double a = low; a <= high; a += 0.37)
        for (double b = low; b <= high; b += 0.41) {
          const double size = 64 * epsilon * (1 + std::abs(curve(a).value) + std::abs(curve(b).value));
          QVERIFY2(chordTest(curve, a, b, 101).excess <= size, f);
          for (const double weight : {0.0, 0.2, 0.5, 1.0})
            QVERIFY2(jensenGap(curve, a, b, weight) >= -size, f);
        }
      for (double at = -2.9; at <= high; at += 0.43)
        QVERIFY2(tangentTest(curve, at, samples).deficit >= -1e-12, f);
    }
  }

  void aHillFailsThemByWhatTheFormulaSays() {
    const Curve hill = curveOf("-x^2/2");
    // f − chord = (x − a)(b − x)/2, largest in the middle: (b − a)²/8.
    const ChordTest chord = chordTest(hill, -1, 3, 201);
    QVERIFY(std::abs(chord.excess - 2) <= 16 * epsilon);
    QCOMPARE(chord.at, 1.0);
    QVERIFY(std::abs(chordTest(hill, 3, -1, 201).excess - 2) <= 16 * epsilon);
    const TangentTest tangent = tangentTest(hill, 1, sampled(hill, low, high, count));
    QVERIFY(std::abs(tangent.deficit + 8) <= 64 * epsilon); // (x − 1)²/2 at −3
    QCOMPARE(tangent.at, -3.0);
    // The variance of the two places, halved.
    QVERIFY(std::abs(jensenGap(hill, -1, 3, 0.25) + 0.25 * 0.75 * 16 / 2) <= 16 * epsilon);
    QCOMPARE(leastBend(sampled(hill, low, high, 11)), -1.0);
  }

  void aDomainWithAGapIsSeen() {
    const auto isWhole = [](const char* f) {
      return isDefinedOnOneStretch(sampled(curveOf(f), low, high, count));
    };
    QVERIFY(isWhole("x^2") && isWhole("log(x)") && isWhole("asin(x)"));
    QVERIFY(!isWhole("1/x") && !isWhole("sqrt(x^2 - 1)") && !isWhole("log(x - 5)"));
  }

  void placesWithoutAValueAreLeftOut() {
    const Curve logarithm = curveOf("log(x)");
    QVERIFY(std::isnan(chordTest(logarithm, -1, 2, 51).excess));
    QVERIFY(std::isnan(tangentTest(logarithm, -1, sampled(logarithm, low, high, count)).deficit));
    QVERIFY(std::isnan(jensenGap(logarithm, -1, 2, 0.5)));
    QVERIFY(std::isnan(leastBend(sampled(curveOf("log(x - 5)"), low, high, count))));
    QVERIFY(concaveParts(logarithm, sampled(logarithm, -3, -1, 51)).empty());
    const Curve line = curveOf("x");
    QCOMPARE(chordTest(line, 1, 1, 51).excess, 0.0);
    QCOMPARE(sampled(line, 0, 1, 0).places.size(), std::size_t(3));
  }
};

QTEST_GUILESS_MAIN(ConvexityIsJudgedByItsTests)
#include "convexity_is_judged_by_its_tests.moc"
