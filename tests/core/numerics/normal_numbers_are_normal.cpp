#include "core/numerics/normal.h"

#include "tests/core/python_process.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

#include <cmath>
#include <limits>

using namespace eigenboard::numerics;
using eigenboard::tests::runPython;

class NormalNumbersAreNormal : public QObject {
  Q_OBJECT

 private slots:
  void quantilesAreScipys() {
    QJsonArray input;
    for (int i = 1; i < 1000; ++i)
      input.append(i / 1000.0);
    for (int exponent = 4; exponent <= 300; exponent += 3)
      input.append(std::pow(10.0, -exponent));
    for (int exponent = 2; exponent <= 52; ++exponent)
      input.append(1 - std::ldexp(1, -exponent));
    const auto answer = runPython(QStringLiteral(R"(
import json, sys
from scipy.stats import norm
json.dump([float(norm.ppf(p)) for p in json.load(sys.stdin)], sys.stdout)
)"),
                                  QJsonDocument(input).toJson());
    QVERIFY2(answer.error.isEmpty(), qPrintable(answer.error));
    const QJsonArray truth = QJsonDocument::fromJson(answer.output).array();
    QCOMPARE(truth.size(), input.size());
    for (qsizetype i = 0; i < truth.size(); ++i) {
      const double z = normalQuantile(input[i].toDouble());
      // The paper promises 1e-16; the evaluation of two polynomials and SciPy's own error add some more.
      QVERIFY2(std::abs(z - truth[i].toDouble()) <= 4e-15 * std::abs(truth[i].toDouble()) + 1e-16,
               qPrintable(QStringLiteral("%1: %2 is not %3")
                              .arg(input[i].toDouble())
                              .arg(z, 0, 'g', 17)
                              .arg(truth[i].toDouble(), 0, 'g', 17)));
    }
  }

  void theEndsAreInfinite() {
    const double infinity = std::numeric_limits<double>::infinity();
    QCOMPARE(normalQuantile(0), -infinity);
    QCOMPARE(normalQuantile(1), infinity);
    QCOMPARE(normalQuantile(0.5), 0.0);
    for (const double bad : {-1e-300, 1.5, infinity, std::nan("")})
      QVERIFY(std::isnan(normalQuantile(bad)));
  }

  void momentsAndTailsAreThoseOfTheNormalDistribution() {
    Random random(91);
    constexpr int count = 400000;
    double sums[5] = {};
    int beyondTwo = 0;
    for (int i = 0; i < count; ++i) {
      const double z = standardNormal(random);
      double power = 1;
      for (double& sum : sums) {
        sum += power;
        power *= z;
      }
      beyondTwo += std::abs(z) > 2;
    }
    const double root = std::sqrt(static_cast<double>(count));
    // Five standard deviations; that of z^k is the root of E z^2k − (E z^k)².
    QVERIFY(std::abs(sums[1] / count) <= 5 / root);
    QVERIFY(std::abs(sums[2] / count - 1) <= 5 * std::sqrt(2.0) / root);
    QVERIFY(std::abs(sums[3] / count) <= 5 * std::sqrt(15.0) / root);
    QVERIFY(std::abs(sums[4] / count - 3) <= 5 * std::sqrt(96.0) / root);
    const double p = std::erfc(std::sqrt(2.0));
    QVERIFY(std::abs(beyondTwo / static_cast<double>(count) - p) <= 5 * std::sqrt(p * (1 - p)) / root);
  }

  void aSeedDecidesTheNumbers() {
    Random once(5);
    Random again(5);
    for (int i = 0; i < 100; ++i)
      QCOMPARE(standardNormal(once), standardNormal(again));
    QVERIFY(standardNormal(once) != standardNormal(once));
  }
};

QTEST_APPLESS_MAIN(NormalNumbersAreNormal)
#include "normal_numbers_are_normal.moc"
