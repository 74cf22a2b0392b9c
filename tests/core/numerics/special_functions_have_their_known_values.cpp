#include "core/numerics/gamma_function.h"

#include <QtTest/QTest>

#include <cmath>
#include <limits>

namespace {

constexpr double epsilon = std::numeric_limits<double>::epsilon();

} // namespace

class SpecialFunctionsHaveTheirKnownValues : public QObject {
  Q_OBJECT

 private slots:
  void specialFunctionsHaveTheirKnownValues() {
    using namespace eigenboard::numerics;
    const auto isNear = [](double value, double expected) {
      return std::abs(value - expected) <= 8 * epsilon * (1 + std::abs(expected));
    };
    QVERIFY(isNear(logGammaOnePlus(0.5), 0.5 * std::log(M_PI) - std::log(2.0)));
    QVERIFY(std::abs(logGammaOnePlus(1e-20) / (-eulerGamma * 1e-20) - 1) <= 4 * epsilon);
    QVERIFY(isNear(logGamma(171), std::log(7.257415615307998967e306)));
    QVERIFY(isNear(digamma(1), -eulerGamma));
    QVERIFY(isNear(digamma(0.5), -eulerGamma - 2 * std::log(2.0)));
    QVERIFY(std::abs(digammaMinusLog(1e12) / -5e-13 - 1) <= 1e-12);
    QVERIFY(isNear(stirlingError(1), 1 - halfLogTwoPi));
    QVERIFY(std::abs(stirlingError(1e6) / (1 / 12e6) - 1) <= 1e-12);
    QVERIFY(isNear(logBeta(2, 3), -std::log(12.0)));
    QVERIFY(isNear(logGammaRatio(5, 2), std::log(30.0)));
    for (double a = 0.01; a < 1e6; a *= 1.7) {
      QVERIFY(std::abs(digamma(a + 1) - digamma(a) - 1 / a) <=
              8 * epsilon * (1 / a + std::abs(digamma(a)) + 1));
      QVERIFY(std::abs(logGamma(a + 1) - logGamma(a) - std::log(a)) <=
              8 * epsilon * (1 + std::abs(logGamma(a + 1))));
    }
    for (const double bad : {0.0, -1.0, std::nan("")})
      QVERIFY(std::isnan(logGamma(bad)) && std::isnan(digamma(bad)) && std::isnan(stirlingError(bad)));
  }
};

QTEST_APPLESS_MAIN(SpecialFunctionsHaveTheirKnownValues)
#include "special_functions_have_their_known_values.moc"
