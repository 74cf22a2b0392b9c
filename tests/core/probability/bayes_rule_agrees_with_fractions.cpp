#include "core/probability/bayes.h"
#include "tests/core/json_numbers.h"
#include "tests/core/python_process.h"
#include "tests/core/random_numbers.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

#include <cmath>
#include <limits>
#include <numeric>

using namespace eigenboard::probability;
using eigenboard::tests::RandomNumbers;
using eigenboard::tests::runPython;

namespace {

constexpr double epsilon = std::numeric_limits<double>::epsilon();
constexpr double infinity = std::numeric_limits<double>::infinity();

/// The rule in fractions; the chain of dependent results by going over all ways in which each may be a copy.
/// Naive Bayes is scikit-learn's.
const QString script = QStringLiteral(R"(
import itertools, json, sys
from fractions import Fraction
import numpy as np
from sklearn.naive_bayes import BernoulliNB
tests, messages = json.load(sys.stdin)
out = []
for prior, sensitivity, specificity, dependence, results in tests:
    prior, sensitivity, specificity, dependence = (Fraction(k, 1000) for k in (prior, sensitivity, specificity, dependence))
    positive = [sensitivity, 1 - specificity]
    def fresh(condition, result):
        return positive[condition] if result else 1 - positive[condition]
    def chance(condition):
        if not results:
            return Fraction(1)
        whole = Fraction(0)
        for copies in itertools.product([False, True], repeat=len(results) - 1):
            way = fresh(condition, results[0])
            for is_copy, result in zip(copies, results[1:]):
                way *= dependence * (result == results[0]) if is_copy else (1 - dependence) * fresh(condition, result)
            whole += way
        return whole
    independent = [Fraction(1), Fraction(1)]
    for c in (0, 1):
        for r in results:
            independent[c] *= fresh(c, r)
    def after(ill, healthy):
        a, b = prior * ill, (1 - prior) * healthy
        return [float(a / (a + b)), float(a / b)]
    flagged = prior * sensitivity + (1 - prior) * (1 - specificity)
    out.append([float(prior * sensitivity / flagged), float((1 - prior) * specificity / (1 - flagged)),
                float(sensitivity / (1 - specificity)), after(*independent), after(chance(0), chance(1))])
scores = []
for prior, first, second, occurs in messages:
    model = BernoulliNB()
    model.fit(np.eye(2, len(first)), [0, 1])
    model.feature_log_prob_ = np.log([second, first])
    model.class_log_prior_ = np.log([1 - prior, prior])
    scores.append(float(model.predict_proba([occurs])[0, 1]))
json.dump([out, scores], sys.stdout)
)");

struct Case {
  int prior, sensitivity, specificity, dependence;
  std::vector<int> results;
};

struct Message {
  double prior;
  std::vector<double> first, second;
  std::vector<int> occurs;
};

bool agree(double value, double truth, double roundings) {
  return std::abs(value - truth) <= roundings * epsilon * std::max(1e-300, std::abs(truth));
}

} // namespace

class BayesRuleAgreesWithFractions : public QObject {
  Q_OBJECT

  std::vector<Case> cases_;
  std::vector<Message> messages_;
  QJsonArray truth_;
  QJsonArray scores_;

 private slots:
  void initTestCase() {
    RandomNumbers random(31);
    QJsonArray tests;
    for (int i = 0; i < 200; ++i) {
      Case one{
          random.integer(1, 999), random.integer(1, 999), random.integer(1, 999), random.integer(0, 990), {}};
      for (int k = random.integer(0, 7); k > 0; --k)
        one.results.push_back(random.integer(0, 1));
      tests.append(QJsonArray{one.prior, one.sensitivity, one.specificity, one.dependence,
                              eigenboard::tests::listJson(one.results)});
      cases_.push_back(one);
    }
    QJsonArray messages;
    for (int i = 0; i < 100; ++i) {
      Message one{random.uniform(0.01, 0.99), {}, {}, {}};
      for (int k = random.integer(2, 12); k > 0; --k) {
        one.first.push_back(random.uniform(0.001, 0.999));
        one.second.push_back(random.uniform(0.001, 0.999));
        one.occurs.push_back(random.integer(0, 1));
      }
      messages.append(QJsonArray{one.prior, eigenboard::tests::listJson(one.first),
                                 eigenboard::tests::listJson(one.second),
                                 eigenboard::tests::listJson(one.occurs)});
      messages_.push_back(one);
    }
    const auto answer =
        runPython(script, QJsonDocument(QJsonArray{tests, messages}).toJson(QJsonDocument::Compact));
    QVERIFY2(answer.error.isEmpty(), qPrintable(answer.error));
    const QJsonArray both = QJsonDocument::fromJson(answer.output).array();
    truth_ = both[0].toArray();
    scores_ = both[1].toArray();
    QCOMPARE(truth_.size(), qsizetype(200));
    QCOMPARE(scores_.size(), qsizetype(100));
  }

  void oneResult() {
    for (std::size_t i = 0; i < cases_.size(); ++i) {
      const Case& one = cases_[i];
      const QJsonArray truth = truth_[static_cast<qsizetype>(i)].toArray();
      const DiagnosticTest test{one.prior / 1000.0, one.sensitivity / 1000.0, one.specificity / 1000.0};
      const FourShares shares = fourShares(test);
      // 1 − 0.999 has lost three digits, each of 4 roundings.
      constexpr double roundings = 4096;
      QVERIFY(agree(positivePredictiveValue(shares), truth[0].toDouble(), roundings));
      QVERIFY(agree(negativePredictiveValue(shares), truth[1].toDouble(), roundings));
      QVERIFY(agree(likelihoodRatio(test, true), truth[2].toDouble(), roundings));
      QVERIFY(std::abs(shares.flagged() + shares.cleared() - 1) <= 4 * epsilon);
    }
  }

  void chainsOfResults() {
    for (std::size_t i = 0; i < cases_.size(); ++i) {
      const Case& one = cases_[i];
      const QJsonArray truth = truth_[static_cast<qsizetype>(i)].toArray();
      const DiagnosticTest test{one.prior / 1000.0, one.sensitivity / 1000.0, one.specificity / 1000.0};
      Evidence naive;
      Evidence dependent;
      for (std::size_t k = 0; k < one.results.size(); ++k) {
        const bool isPositive = one.results[k] == 1;
        naive = withResult(naive, test, isPositive);
        dependent = k == 0 ? withResult(dependent, test, isPositive)
                           : withRepeatedResult(dependent, test, isPositive, one.results[0] == 1,
                                                one.dependence / 1000.0);
      }
      // Logarithms of up to 7 results, of some 7 each, are known to 50 eps absolute, which is relative in the
      // odds; 1 − 0.999 has lost three digits more.
      constexpr double roundings = 8 * 4096;
      QVERIFY(agree(posterior(test.prevalence, naive), truth[3][0].toDouble(), roundings));
      QVERIFY(agree(posteriorOdds(test.prevalence, naive), truth[3][1].toDouble(), roundings));
      QVERIFY(agree(posterior(test.prevalence, dependent), truth[4][0].toDouble(), roundings));
      QVERIFY(agree(posteriorOdds(test.prevalence, dependent), truth[4][1].toDouble(), roundings));
    }
  }

  void wordsAreWeighedAsScikitLearnDoes() {
    for (std::size_t i = 0; i < messages_.size(); ++i) {
      const Message& one = messages_[i];
      double score = std::log(one.prior / (1 - one.prior));
      for (std::size_t k = 0; k < one.first.size(); ++k)
        score += wordEvidence(one.first[k], one.second[k], one.occurs[k] == 1);
      // A sum of 12 logarithms, each at most 7 and in 1 − p with three digits lost.
      QVERIFY(agree(probabilityOfLogOdds(score), scores_[static_cast<qsizetype>(i)].toDouble(), 8 * 4096));
    }
  }

  void impossibleResultsLeaveNoAnswer() {
    const DiagnosticTest blind{0.1, 0, 1};
    QVERIFY(std::isnan(positivePredictiveValue(fourShares(blind))));
    QVERIFY(std::isnan(likelihoodRatio(blind, true)));
    QVERIFY(std::isnan(posterior(0.1, withResult({}, blind, true))));
    const DiagnosticTest perfect{0.1, 1, 1};
    QCOMPARE(likelihoodRatio(perfect, true), infinity);
    QCOMPARE(likelihoodRatio(perfect, false), 0.0);
    QCOMPARE(posterior(0.1, withResult({}, perfect, true)), 1.0);
    QCOMPARE(posterior(0.1, withResult({}, perfect, false)), 0.0);
    QCOMPARE(posterior(0, withResult({}, {0, 0.9, 0.9}, true)), 0.0);
    QVERIFY(std::isnan(posterior(0, withResult({}, perfect, true))));
    QCOMPARE(probabilityOfLogOdds(infinity), 1.0);
    QCOMPARE(probabilityOfLogOdds(-infinity), 0.0);
  }

  void aLongChainDoesNotUnderflow() {
    const DiagnosticTest test{0.5, 1e-9, 1 - 2e-9};
    Evidence evidence;
    for (int i = 0; i < 200; ++i)
      evidence = withResult(evidence, test, true);
    // Odds (1/2)^200: 1 − (1 − 2e-9) is known to 1e-7 of itself, 200 times.
    QVERIFY(std::abs(posteriorOdds(0.5, evidence) * std::pow(2.0, 200) - 1) <= 200 * 2e-7);
  }

  void partsOfAWholeAreWhole() {
    RandomNumbers random(37);
    for (int i = 0; i < 500; ++i) {
      std::vector<double> shares(static_cast<std::size_t>(random.integer(1, 6)));
      for (double& share : shares)
        share = random.integer(0, 3) == 0 ? 0 : random.uniform(0, 1);
      shares[0] += 0.01;
      const double sum = std::accumulate(shares.begin(), shares.end(), 0.0);
      const int total = random.integer(0, 1000);
      const std::vector<int> parts = apportioned(shares, total);
      QCOMPARE(std::accumulate(parts.begin(), parts.end(), 0), total);
      for (std::size_t k = 0; k < parts.size(); ++k) {
        // Quota rule: nothing is a whole one away from its share, but for rounding.
        QVERIFY(std::abs(parts[k] - shares[k] / sum * total) <= 1 + 1e-9);
        QVERIFY(shares[k] > 0 || parts[k] == 0);
      }
    }
    QCOMPARE(apportioned(std::vector<double>{0.009, 0.001, 0.099, 0.891}, 1000),
             (std::vector<int>{9, 1, 99, 891}));
  }
};

QTEST_GUILESS_MAIN(BayesRuleAgreesWithFractions)
#include "bayes_rule_agrees_with_fractions.moc"
