#include "core/statistics/intervals.h"
#include "core/statistics/likelihood.h"
#include "tests/core/python_process.h"
#include "tests/core/random_numbers.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QTest>

#include <cmath>
#include <limits>

using namespace eigenboard::statistics;
using eigenboard::tests::RandomNumbers;
using eigenboard::tests::runPython;

namespace {

constexpr double epsilon = std::numeric_limits<double>::epsilon();

/// Everything numerically: maxima by a search, derivatives by differences of SciPy's densities, the posterior
/// by integration of prior times likelihood.
const QString script = QStringLiteral(R"(
import json, sys, warnings
import numpy as np
from scipy import integrate, optimize, stats
warnings.simplefilter("ignore")

def one(case):
    x, known, theta, level = np.array(case["x"]), case["known"], case["theta"], case["level"]
    laws = [lambda t: stats.norm(t, known).logpdf(x), lambda t: stats.norm(known, t).logpdf(x),
            lambda t: stats.bernoulli(t).logpmf(x), lambda t: stats.poisson(t).logpmf(x),
            lambda t: stats.expon(scale=1 / t).logpdf(x)]
    ell = lambda t: np.sum(laws[case["family"]](t))
    low, high = (-20, 30) if case["family"] == 0 else (1e-3, 1 - 1e-3) if case["family"] == 2 else (1e-3, 40)
    best = optimize.minimize_scalar(lambda t: -ell(t), bounds=(low, high), method="bounded", options={"xatol": 1e-11}).x
    fall = stats.chi2.ppf(level, 1) / 2
    drop = lambda t: ell(t) - ell(best) + fall
    d = 1e-4 * max(1e-2, min(abs(theta), 1 - theta if case["family"] == 2 else 1))
    m, s = case["guess"], case["strength"]
    priors = [lambda t: stats.norm(m, known / np.sqrt(s)).pdf(t),
              lambda t: stats.gamma(s / 2, scale=2 / (s * m * m)).pdf(1 / t**2) * 2 / t**3,
              lambda t: stats.beta(s * m, s * (1 - m)).pdf(t), lambda t: stats.gamma(s * m, scale=1 / s).pdf(t),
              lambda t: stats.gamma(s, scale=m / s).pdf(t)]
    weight = lambda t: priors[case["family"]](t) * np.exp(ell(t) - ell(best))
    total = lambda a, b: integrate.quad(weight, a, b, points=[best] if a < best < b else None, limit=400, epsabs=1e-13, epsrel=1e-11)[0]
    ends = optimize.brentq(drop, low, best), optimize.brentq(drop, best, high)
    low, high = low if case["family"] == 0 else 0, 1 if case["family"] == 2 else high
    whole = total(low, high)
    student = stats.t.ppf((1 + level) / 2, 4)
    for _ in range(3):  # Newton's method takes SciPy's nine digits to all
        student -= (stats.t.cdf(student, 4) - (1 + level) / 2) / stats.t.pdf(student, 4)
    return {"log": ell(theta), "best": best, "top": ell(best), "score": (ell(theta + d) - ell(theta - d)) / (2 * d),
            "low": ends[0], "high": ends[1],
            "density": weight(theta) / whole, "lower_tail": total(low, case["credible_low"]) / whole,
            "upper_tail": total(case["credible_high"], high) / whole,
            "student": student, "normal": stats.norm.ppf((1 + level) / 2),
            "exact": stats.beta.ppf(level, 3, 18)}

json.dump([{k: float(v) for k, v in one(c).items()} for c in json.load(sys.stdin)], sys.stdout)
)");

struct Case {
  Observed observed;
  double theta = 1;
  double level = 0.95;
  double guess = 1;
  double strength = 4;

  Belief after() const {
    return posterior(prior(observed.family, observed.known, guess, strength), observed);
  }
};

std::vector<Case> cases() {
  RandomNumbers random(12);
  std::vector<Case> list;
  for (int k = 0; k < 10; ++k) {
    Case one;
    one.observed.family = static_cast<OneParameter>(k % 5);
    one.observed.known = k % 5 == 0 ? random.uniform(0.5, 3) : random.uniform(2, 5);
    for (int i = random.integer(3, 20); i > 0; --i) {
      const double x = random.uniform(0, 6);
      one.observed.values.push_back(k % 5 == 2   ? static_cast<double>(i == 1 || (i != 2 && x < 2))
                                    : k % 5 == 3 ? std::floor(x)
                                                 : x);
    }
    one.theta = k % 5 == 2 ? random.uniform(0.1, 0.9) : random.uniform(0.5, 5);
    one.level = random.uniform(0.5, 0.99);
    one.guess = k % 5 == 2 ? random.uniform(0.2, 0.8) : random.uniform(0.5, 4);
    one.strength = random.uniform(3, 12);
    list.push_back(one);
  }
  return list;
}

} // namespace

class LikelihoodsAgreeWithScipy : public QObject {
  Q_OBJECT

 private slots:
  void numbersAreTheirs() {
    const std::vector<Case> list = cases();
    QJsonArray input;
    for (const Case& one : list) {
      QJsonArray x;
      for (const double value : one.observed.values)
        x.append(value);
      const Interval credible = credibleInterval(one.after(), one.level);
      input.append(QJsonObject{{"family", static_cast<int>(one.observed.family)},
                               {"x", x},
                               {"known", one.observed.known},
                               {"theta", one.theta},
                               {"level", one.level},
                               {"guess", one.guess},
                               {"strength", one.strength},
                               {"credible_low", credible.low},
                               {"credible_high", credible.high}});
    }
    const auto answer = runPython(script, QJsonDocument(input).toJson(QJsonDocument::Compact));
    QVERIFY2(answer.error.isEmpty(), qPrintable(answer.error));
    const QJsonArray answers = QJsonDocument::fromJson(answer.output).array();
    QCOMPARE(static_cast<std::size_t>(answers.size()), list.size());
    for (std::size_t i = 0; i < list.size(); ++i)
      compare(list[i], answers[static_cast<qsizetype>(i)].toObject(), static_cast<int>(i));
  }

  void derivativesAndRatiosFollowFromTheLogarithm() {
    for (const Case& one : cases()) {
      const double h = 1e-4 * std::min(one.theta, std::abs(1 - one.theta) + 0.01);
      const auto ell = [&](double theta) { return logLikelihood(one.observed, theta); };
      const double first = (ell(one.theta + h) - ell(one.theta - h)) / (2 * h);
      // Central differences: h² of the third derivative, and the rounding of ℓ over h.
      const double size = std::abs(curvature(one.observed, one.theta)) + std::abs(first) + 1;
      QVERIFY(std::abs(score(one.observed, one.theta) - first) <= 1e-6 * size);
      const double second =
          (score(one.observed, one.theta + h) - score(one.observed, one.theta - h)) / (2 * h);
      QVERIFY(std::abs(curvature(one.observed, one.theta) - second) <=
              1e-6 * size / std::min(1.0, one.theta));
      const double best = maximumLikelihood(one.observed);
      const double ratio = logLikelihoodRatio(one.observed, one.theta);
      QVERIFY(std::abs(ratio - (ell(one.theta) - ell(best))) <=
              64 * epsilon * (std::abs(ell(best)) + std::abs(ratio) + 1));
      QVERIFY(std::abs(fisherInformation(one.observed, best) + curvature(one.observed, best)) <=
              64 * epsilon * fisherInformation(one.observed, best));
    }
  }

  void endsAndEmptinessHaveTheirAnswers() {
    const Observed none{OneParameter::NormalMean, {}, 1};
    QVERIFY(std::isnan(maximumLikelihood(none)) && std::isnan(waldInterval(none, 0.95).low));
    QVERIFY(std::isnan(likelihoodInterval(none, 0.95).high));
    QCOMPARE(logLikelihood(none, 3), 0.0);
    const Observed failures{OneParameter::Bernoulli, std::vector<double>(30, 0.0), 1};
    QCOMPARE(maximumLikelihood(failures), 0.0);
    QCOMPARE(waldInterval(failures, 0.95).width(), 0.0); // the parabola is infinitely narrow
    const Interval range = likelihoodInterval(failures, 0.95);
    QCOMPARE(range.low, 0.0);
    // 30 ln(1 − p) = −z²/2.
    QVERIFY(std::abs(range.high + std::expm1(-std::pow(twoSidedNormal(0.95), 2) / 60)) <= 1e-15);
    QVERIFY(std::abs(exactUpperLimit(0, 30, 0.95) - (1 - std::pow(0.05, 1.0 / 30))) <= 1e-14);
    QCOMPARE(exactUpperLimit(30, 30, 0.95), 1.0);
    const Observed atTheMean{OneParameter::NormalSpread, {2, 2}, 2};
    QCOMPARE(maximumLikelihood(atTheMean), 0.0);
    QVERIFY(std::isnan(likelihoodInterval(atTheMean, 0.95).low));
    const Observed atOnce{OneParameter::Exponential, {0, 0}, 1};
    QVERIFY(std::isinf(maximumLikelihood(atOnce)) && std::isnan(waldInterval(atOnce, 0.95).low));
  }

  void productsUnderflowAndLogarithmsDoNot() {
    Observed many{OneParameter::NormalMean, {}, 0.2};
    for (int i = 0; i < 30; ++i)
      many.values.push_back(i / 3.0);
    QCOMPARE(likelihoodProduct(many, 5), 0.0);
    QVERIFY(std::isfinite(logLikelihood(many, 5)));
    many.values.resize(2);
    QVERIFY(std::abs(std::log(likelihoodProduct(many, 0)) - logLikelihood(many, 0)) <= 64 * epsilon);
  }

  void risksAreWhatRepetitionShows() {
    // Normal values: E S² and E S⁴ are exact, so the mean squared error at the best weight is no larger than
    // that beside it, and at n − 1 over n + 1 it is 2 σ⁴/(n + 1).
    for (const int n : {2, 5, 30}) {
      const double best = bestVarianceWeight(n, 0);
      QVERIFY(std::abs(best - (n - 1.0) / (n + 1)) <= 4 * epsilon);
      QVERIFY(std::abs(scaledVarianceRisk(best, n, 2, 0).meanSquaredError() - 32.0 / (n + 1)) <=
              32 * epsilon * 32);
      for (const double weight : {best - 0.01, best + 0.01}) {
        QVERIFY(scaledVarianceRisk(weight, n, 2, 0).meanSquaredError() >
                scaledVarianceRisk(best, n, 2, 0).meanSquaredError());
        const double shrunk = bestMeanWeight(n, 5, 2, 4);
        QVERIFY(shrunkMeanRisk(shrunk + weight - best, n, 5, 2, 4).meanSquaredError() >
                shrunkMeanRisk(shrunk, n, 5, 2, 4).meanSquaredError());
      }
    }
    QVERIFY(normalCoverage(3, 0.95, MeanProcedure::NormalWithS) < 0.82);
    QCOMPARE(normalCoverage(3, 0.95, MeanProcedure::Student), 0.95);
  }

 private:
  static void compare(const Case& one, const QJsonObject& theirs, int number) {
    const auto check = [&](const char* what, double ours, double tolerance) {
      const double other = theirs[QLatin1String(what)].toDouble();
      QVERIFY2(std::abs(ours - other) <= tolerance, qPrintable(QStringLiteral("case %1 %2: %3, theirs %4")
                                                                   .arg(number)
                                                                   .arg(what)
                                                                   .arg(ours, 0, 'g', 17)
                                                                   .arg(other, 0, 'g', 17)));
    };
    const Observed& observed = one.observed;
    const double best = maximumLikelihood(observed);
    const double size = std::abs(logLikelihood(observed, one.theta)) + 1;
    check("log", logLikelihood(observed, one.theta), 64 * epsilon * size);
    check("best", best, 1e-6); // where a search by values ends: √eps
    check("top", logLikelihood(observed, best), 64 * epsilon * size);
    check("score", score(observed, one.theta), 1e-5 * size); // their central difference
    const Interval range = likelihoodInterval(observed, one.level);
    check("low", range.low, 1e-10); // brentq's own tolerance
    check("high", range.high, 1e-10);
    const double tail = (1 - one.level) / 2;
    check("density", one.after().density(one.theta), 1e-8); // their quadrature
    check("lower_tail", tail, 1e-8);
    check("upper_tail", tail, 1e-8);
    check("student", twoSidedStudent(one.level, 4), 1e-12); // their distribution function
    check("normal", twoSidedNormal(one.level), 1e-13);
    check("exact", exactUpperLimit(2, 20, one.level), 1e-9);
  }
};

QTEST_GUILESS_MAIN(LikelihoodsAgreeWithScipy)
#include "likelihoods_agree_with_scipy.moc"
