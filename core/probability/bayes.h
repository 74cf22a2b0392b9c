#pragma once

#include <span>
#include <vector>

namespace eigenboard::probability {

/// A test for a condition. prevalence: P(ill); sensitivity: P(+ | ill); specificity: P(− | healthy); all in
/// [0, 1].
struct DiagnosticTest {
  double prevalence = 0;
  double sensitivity = 0;
  double specificity = 0;
};

/// The four parts a test divides people into, as shares of all; they sum to 1.
struct FourShares {
  double truePositive = 0;  ///< ill and flagged
  double falseNegative = 0; ///< ill and missed
  double falsePositive = 0; ///< healthy and flagged
  double trueNegative = 0;  ///< healthy and not flagged
  double flagged() const { return truePositive + falsePositive; }
  double cleared() const { return trueNegative + falseNegative; }
  double accuracy() const { return truePositive + trueNegative; }
};
FourShares fourShares(const DiagnosticTest& test);

/// a/b for a, b ≥ 0: infinite where only b is 0, NaN where both are.
double ratio(double a, double b);

/// P(ill | +), the positive predictive value; NaN where nobody is flagged. Bayes' theorem, section 7.2.
double positivePredictiveValue(const FourShares& shares);
/// P(healthy | −); NaN where everybody is flagged.
double negativePredictiveValue(const FourShares& shares);

/// P(+ | ill)/P(+ | healthy) and P(− | ill)/P(− | healthy): what a result multiplies the odds by. As ratio().
double likelihoodRatio(const DiagnosticTest& test, bool isPositive);

/// How probable the results seen so far are under each hypothesis, in logarithms, so that a long chain does
/// not underflow. −∞: impossible.
struct Evidence {
  double logIfIll = 0;
  double logIfHealthy = 0;
};

/// One more result of the test, independent of those before it once the condition is known: each hypothesis
/// is weighed with the probability it gave the result.
Evidence withResult(const Evidence& evidence, const DiagnosticTest& test, bool isPositive);

/// One more result of a test that repeats itself: with probability dependence it is a copy of the first
/// result, otherwise a fresh one. The first result itself is always fresh.
Evidence withRepeatedResult(const Evidence& evidence, const DiagnosticTest& test, bool isPositive,
                            bool firstWasPositive, double dependence);

/// P(ill | results) and the odds; NaN where the results are impossible under both hypotheses that the prior
/// leaves.
double posterior(double prior, const Evidence& evidence);
double posteriorOdds(double prior, const Evidence& evidence);

/// Whole numbers in the proportions of the shares (each ≥ 0, not all 0) that sum to total: by largest
/// remainders (Hamilton's method), the first of equal remainders first.
std::vector<int> apportioned(std::span<const double> shares, int total);

/// What a word says for class 1 against class 0 in nats: ln of the ratio of its probabilities where it
/// occurs, of their complements where it does not. Probabilities in (0, 1). Naive Bayes, section 7.2: given
/// the class, words are taken to be independent.
double wordEvidence(double inFirst, double inSecond, bool occurs);

/// 1/(1 + e^−score), without overflow.
double probabilityOfLogOdds(double score);

} // namespace eigenboard::probability
