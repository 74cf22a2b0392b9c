#include "core/probability/concentration.h"
#include "core/probability/jensen.h"
#include "core/probability/pair_moments.h"
#include "core/probability/running_moments.h"
#include "tests/core/json_numbers.h"
#include "tests/core/python_process.h"
#include "tests/core/random_numbers.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

#include <cmath>
#include <limits>
#include <vector>

using namespace eigenboard;
using namespace eigenboard::probability;

namespace {

constexpr double epsilon = std::numeric_limits<double>::epsilon();
constexpr Bend bends[] = {Bend::Square,    Bend::Exponential, Bend::Absolute,
                          Bend::Rectifier, Bend::Softplus,    Bend::Logarithm};

FiniteLaw randomLaw(tests::RandomNumbers& random) {
  Eigen::VectorXd weights(9);
  for (Eigen::Index i = 0; i < 9; ++i)
    weights(i) = random.integer(0, 5);
  return finiteLaw(Eigen::VectorXd::LinSpaced(9, -4, 4), weights);
}

const QString script = QStringLiteral(R"(
import json, sys
import numpy as np
from scipy import signal
answers = []
for p, n, x, y, stream, b1, b2 in json.load(sys.stdin):
    total = np.array(p, float)
    for _ in range(n - 1):
        total = np.convolve(total, p)
    x, y, stream = (np.array(v, float) for v in (x, y, stream))
    S = np.cov(x, y, bias=True)
    m = signal.lfilter([1 - b1], [1, -b1], stream)[-1]
    v = signal.lfilter([1 - b2], [1, -b2], stream**2)[-1]
    t = len(stream)
    answers.append([list(total), S[0, 0], S[1, 1], S[0, 1], np.corrcoef(x, y)[0, 1], m, v, m / (1 - b1**t), v / (1 - b2**t)])
json.dump(answers, sys.stdout)
)");

} // namespace

class Moments : public QObject {
  Q_OBJECT

 private slots:
  void theyAgreeWithNumpy() {
    tests::RandomNumbers random(77);
    QJsonArray input;
    std::vector<FiniteLaw> means;
    std::vector<PairMoments> pairs;
    std::vector<RunningMoments> streams;
    std::vector<Fading> fadings;
    for (int i = 0; i < 60; ++i) {
      const FiniteLaw law = randomLaw(random);
      const int n = random.integer(1, 30);
      means.push_back(lawOfMean(law, n));
      const Eigen::MatrixX2d points = 5 * random.matrix(random.integer(2, 30), 2);
      pairs.push_back(pairMoments(points));
      const Fading fading{random.uniform(0, 0.99), random.uniform(0.5, 0.999)};
      const Eigen::VectorXd stream = 4 * random.matrix(random.integer(1, 100), 1);
      RunningMoments moments;
      for (const double number : stream)
        moments = next(moments, fading, number);
      streams.push_back(moments);
      fadings.push_back(fading);
      input.append(QJsonArray{tests::listJson(law.probabilities), n, tests::listJson(points.col(0)),
                              tests::listJson(points.col(1)), tests::listJson(stream), fading.first,
                              fading.second});
    }
    const tests::PythonAnswer answer = tests::runPython(script, QJsonDocument(input).toJson());
    QVERIFY2(answer.error.isEmpty(), qPrintable(answer.error));
    const QJsonArray truth = QJsonDocument::fromJson(answer.output).array();
    QCOMPARE(truth.size(), static_cast<qsizetype>(means.size()));
    for (std::size_t i = 0; i < means.size(); ++i) {
      const QJsonArray row = truth[static_cast<qsizetype>(i)].toArray();
      const QJsonArray law = row[0].toArray();
      QCOMPARE(law.size(), static_cast<qsizetype>(means[i].probabilities.size()));
      for (Eigen::Index k = 0; k < means[i].probabilities.size(); ++k)
        QVERIFY(std::abs(means[i].probabilities(k) - law[k].toDouble()) <= 256 * epsilon);
      const double filled = filledShare(fadings[i].second, streams[i].count);
      const double values[] = {pairs[i].variance(0),
                               pairs[i].variance(1),
                               pairs[i].covariance,
                               pairs[i].correlation,
                               streams[i].first,
                               streams[i].second,
                               correctedFirst(streams[i], fadings[i]),
                               correctedSecond(streams[i], fadings[i])};
      for (int j = 0; j < 8; ++j) {
        // 1 − βᵗ loses what βᵗ is near 1; SciPy takes the power first.
        const double condition = j >= 6 ? 1 / filled : 1;
        QVERIFY2(
            std::abs(values[j] - row[j + 1].toDouble()) <= 1000 * epsilon * 25 * condition,
            qPrintable(QStringLiteral("%1, %2: %3").arg(i).arg(j).arg(values[j] - row[j + 1].toDouble())));
      }
    }
  }

  void boundsHoldAndAreTightWhereTheyCanBe() {
    tests::RandomNumbers random(3);
    for (int i = 0; i < 200; ++i) {
      const FiniteLaw law = randomLaw(random);
      const int n = random.integer(1, 20);
      const FiniteLaw mean = lawOfMean(law, n);
      QVERIFY(std::abs(probability::moments(mean).mean - probability::moments(law).mean) <= 1e-12);
      QVERIFY(std::abs(probability::moments(mean).variance - probability::moments(law).variance / n) <=
              1e-12);
      const TailBounds bounds = tailBounds(law, mean, n, 8, random.uniform(0.01, 5));
      for (const double bound : {bounds.markov, bounds.chebyshev, bounds.hoeffding})
        QVERIFY(bounds.truth <= bound + 1e-12);
    }
    // Three points: Chebyshev says no more than is true.
    Eigen::VectorXd weights = Eigen::VectorXd::Zero(9);
    weights(0) = weights(8) = 1;
    weights(4) = 6;
    const FiniteLaw three = finiteLaw(Eigen::VectorXd::LinSpaced(9, -4, 4), weights);
    const TailBounds tight = tailBounds(three, lawOfMean(three, 1), 1, 8, 4);
    QCOMPARE(tight.truth, 0.25);
    QCOMPARE(tight.chebyshev, 0.25);
    QCOMPARE(tight.markov, 0.25);
  }

  void jensenHolds() {
    tests::RandomNumbers random(8);
    for (int i = 0; i < 300; ++i) {
      const FiniteLaw law = randomLaw(random);
      for (const Bend g : bends) {
        const double gap = jensenGap(law, g).gap();
        QVERIFY((g == Bend::Logarithm ? -gap : gap) >= -32 * epsilon * 16);
        // The line that touches at x stays on one side.
        const double x = random.uniform(-4, 4);
        const double y = random.uniform(-4, 4);
        const double over = bentValue(g, y) - bentValue(g, x) - bentSlope(g, x) * (y - x);
        QVERIFY((g == Bend::Logarithm ? -over : over) >= -32 * epsilon * 16);
      }
      const FiniteMoments m = probability::moments(law);
      QVERIFY(std::abs(jensenGap(law, Bend::Square).gap() - m.variance) <= 1e-12); // E X² − (E X)²
    }
  }

  void edgesAreTold() {
    QVERIFY(std::isnan(pairMoments(Eigen::MatrixX2d(0, 2)).covariance));
    Eigen::MatrixX2d upright(3, 2);
    upright << 0.1, 1, 0.1, 2, 0.1, 5;
    QVERIFY(std::isnan(pairMoments(upright).correlation));
    QCOMPARE(pairMoments(upright).covariance, 0.0);
    Eigen::MatrixX2d line(3, 2);
    line << 0, 1, 1, 3, 2, 5;
    QCOMPARE(pairMoments(line).correlation, 1.0);
    QCOMPARE(pairMoments(line).raised, 4.0);
    QCOMPARE(pairMoments(line).lowered, 0.0);
    QVERIFY(std::isnan(correctedFirst({}, {})));
    const RunningMoments one = next({}, {}, 3);
    QVERIFY(std::abs(correctedFirst(one, {}) - 3) <= 8 * epsilon * 3);
    QVERIFY(std::abs(correctedSecond(one, {}) - 9) <= 1e4 * epsilon * 9); // over 1 − 0.999
    QCOMPARE(filledShare(0, 4), 1.0);
    QCOMPARE(filledShare(0.5, 0), 0.0);
  }
};

QTEST_APPLESS_MAIN(Moments)
#include "moments.moc"
