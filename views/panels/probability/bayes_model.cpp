#include "views/panels/probability/bayes_model.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::panels::probability::bayes_panel {

namespace {

bool drawnResult(const Params& p, Chain& chain) {
  // Both numbers are drawn whatever they are used for, so that a drag leaves the later ones as they were.
  const double copy = chain.random.uniform(0, 1);
  const double fresh = chain.random.uniform(0, 1);
  if (chain.count > 0 && copy < p.dependence)
    return chain.firstWasPositive;
  return fresh < (p.results == Results::IllPerson ? p.sensitivity : 1 - p.specificity);
}

bool resultOf(const Params& p, Chain& chain) {
  switch (p.results) {
  case Results::Positive:
    return true;
  case Results::Negative:
    return false;
  case Results::Alternating:
    return chain.count % 2 == 0;
  case Results::IllPerson:
  case Results::HealthyPerson:
    break;
  }
  return drawnResult(p, chain);
}

math::DiagnosticTest testOf(const Params& p) {
  return {p.prevalence, p.sensitivity, p.specificity};
}

Verdict verdictOf(const Params& p) {
  Verdict verdict;
  verdict.prior = math::wordEvidence(p.spamShare, 1 - p.spamShare, true);
  verdict.score = verdict.prior;
  const std::array<bool, wordCount> occurs = p.occurs();
  for (int i = 0; i < wordCount; ++i) {
    const auto at = static_cast<std::size_t>(i);
    if (occurs[at] || p.absentSpeak)
      verdict.words[at] = math::wordEvidence(p.words(0, i), p.words(1, i), occurs[at]);
    verdict.score += verdict.words[at];
  }
  verdict.probability = math::probabilityOfLogOdds(verdict.score);
  return verdict;
}

} // namespace

Chain startOfChain(const Params& params) {
  Chain chain;
  chain.random = numerics::Random(static_cast<std::uint64_t>(params.seed));
  return chain;
}

Chain nextOfChain(const Params& params, const Chain& chain) {
  Chain next = chain;
  next.last = resultOf(params, next);
  const math::DiagnosticTest test = testOf(params);
  if (chain.count == 0) {
    next.firstWasPositive = next.last;
    next.dependent = math::withResult(chain.dependent, test, next.last);
  } else {
    next.dependent =
        math::withRepeatedResult(chain.dependent, test, next.last, chain.firstWasPositive, params.dependence);
  }
  next.naive = math::withResult(chain.naive, test, next.last);
  next.positives += next.last ? 1 : 0;
  ++next.count;
  return next;
}

Result evaluate(const Params& params, std::span<const Chain> history) {
  Result r;
  r.test = testOf(params);
  r.shares = math::fourShares(r.test);
  const std::array<double, 4> shares{r.shares.truePositive, r.shares.falseNegative, r.shares.falsePositive,
                                     r.shares.trueNegative};
  const std::vector<int> icons = math::apportioned(shares, people);
  std::copy(icons.begin(), icons.end(), r.icons.begin());
  r.ppv = math::positivePredictiveValue(r.shares);
  r.npv = math::negativePredictiveValue(r.shares);
  r.priorOdds = math::ratio(params.prevalence, 1 - params.prevalence);
  r.ratioPositive = math::likelihoodRatio(r.test, true);
  r.ratioNegative = math::likelihoodRatio(r.test, false);
  r.history = history;
  r.verdict = verdictOf(params);
  return r;
}

QString wordAt(int index) {
  constexpr const char* list[wordCount] = {"free", "winner", "click", "meeting", "invoice", "thanks"};
  return QString::fromLatin1(list[index]);
}

QString occursKey(int index) {
  return QStringLiteral("has_") + wordAt(index);
}

QString frequencyKey(int row, int index) {
  return (row == 0 ? QStringLiteral("spam_") : QStringLiteral("ham_")) + wordAt(index);
}

} // namespace eigenboard::panels::probability::bayes_panel
