#include "views/panels/statistics/testing_model.h"

#include "core/numerics/normal.h"
#include "core/statistics/permutation_test.h"
#include "core/statistics/repeated_tests.h"
#include "core/statistics/test_power.h"
#include "views/panels/support/last_answer.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace eigenboard::panels::statistics::testing_panel {

namespace {

void addExperiment(Trial& next, const Params& p) {
  next.nullZ.push_back(numerics::standardNormal(next.random));
  next.realZ.push_back(math::shiftOfZ(p.effect, p.n) + numerics::standardNormal(next.random));
}

void addPeeking(Trial& next, const Params& p) {
  next.path.clear();
  double sum = 0;
  int firstHit = 0;
  for (int look = 1; look <= p.looks; ++look) {
    sum += numerics::standardNormal(next.random);
    const double pValue = math::normalTail(sum / std::sqrt(look), p.side());
    next.path.push_back(pValue);
    if (firstHit == 0 && pValue <= p.alpha)
      firstHit = look;
  }
  next.firstHits.push_back(firstHit);
}

void addFamily(Trial& next, const Params& p) {
  next.family.clear();
  for (int i = 0; i < p.tests; ++i) {
    const double shift = i < p.realTests() ? math::shiftOfZ(p.effect, p.n) : 0;
    next.family.push_back(math::normalTail(shift + numerics::standardNormal(next.random), p.side()));
  }
  const std::vector<bool> significant = significantOnes(p, next.family);
  const auto border = significant.begin() + p.realTests();
  next.trueHits.push_back(static_cast<int>(std::count(significant.begin(), border, true)));
  next.falseHits.push_back(static_cast<int>(std::count(border, significant.end(), true)));
}

double shareOf(const std::vector<double>& p, double alpha) {
  if (p.empty())
    return undefined;
  const auto hits = std::count_if(p.begin(), p.end(), [alpha](double value) { return value <= alpha; });
  return static_cast<double>(hits) / static_cast<double>(p.size());
}

void judgeExperiments(Result& r, const Params& p, std::span<const Trial> history) {
  double sum = 0;
  int significant = 0;
  for (const Trial& trial : history) {
    for (const double z : trial.nullZ)
      r.nullP.push_back(math::normalTail(z, p.side()));
    for (const double z : trial.realZ) {
      r.realP.push_back(math::normalTail(z, p.side()));
      r.latestZ = z;
      if (r.realP.back() <= p.alpha) {
        sum += std::abs(z);
        ++significant;
      }
    }
  }
  r.experiments = static_cast<int>(r.realP.size());
  r.falseRate = shareOf(r.nullP, p.alpha);
  r.foundRate = shareOf(r.realP, p.alpha);
  if (!r.realP.empty())
    r.latestP = r.realP.back();
  if (significant > 0 && r.shift > 0)
    r.exaggeration = sum / significant / r.shift;
}

void judgeDealing(Result& r, const Params& p, std::span<const Trial> history) {
  r.ratings = history.back().ratings;
  const std::span<const double> ratings(r.ratings);
  const auto users = static_cast<std::size_t>(p.users);
  r.difference = math::differenceOfMeans(ratings, p.users);
  r.welch = math::welchT(ratings.first(users), ratings.subspan(users), p.side());
  for (const Trial& trial : history)
    r.differences.insert(r.differences.end(), trial.differences.begin(), trial.differences.end());
  r.experiments = static_cast<int>(r.differences.size());
  for (const double difference : r.differences)
    r.asExtreme += math::isAsExtreme(difference, r.difference, p.side()) ? 1 : 0;
  if (r.experiments > 0)
    r.permutationP = math::permutationP(r.asExtreme, r.experiments);
}

using PeekingQuestion = std::tuple<int, double, bool>;

void judgePeeking(Result& r, const Params& p, std::span<const Trial> history) {
  static LastAnswer<PeekingQuestion, std::vector<double>> answer;
  r.peekingError = *answer.to({p.looks, p.alpha, p.twoSided},
                              [&p] { return math::errorOfPeeking(p.looks, p.alpha, p.side()); });
  std::vector<int> hits(static_cast<std::size_t>(p.looks) + 1);
  for (const Trial& trial : history) {
    for (const int first : trial.firstHits) {
      ++hits[static_cast<std::size_t>(first)];
      ++r.experiments;
    }
    if (!trial.path.empty())
      r.paths.push_back(trial.path);
  }
  int soFar = 0;
  for (std::size_t look = 1; look < hits.size() && r.experiments > 0; ++look) {
    soFar += hits[look];
    r.peekingShare.push_back(static_cast<double>(soFar) / r.experiments);
  }
  if (r.experiments > 0)
    r.falseRate = r.peekingShare.back();
}

void judgeFamilies(Result& r, const Params& p, std::span<const Trial> history) {
  r.family = history.back().family;
  r.significant = significantOnes(p, r.family);
  r.familyError = math::errorOfFamily(p.tests - p.realTests(), p.alpha);
  int withFalse = 0;
  int found = 0;
  double shares = 0;
  for (const Trial& trial : history)
    for (std::size_t i = 0; i < trial.falseHits.size(); ++i) {
      const int wrong = trial.falseHits[i];
      const int all = wrong + trial.trueHits[i];
      ++r.experiments;
      withFalse += wrong > 0 ? 1 : 0;
      found += trial.trueHits[i];
      shares += all > 0 ? static_cast<double>(wrong) / all : 0;
    }
  if (r.experiments == 0)
    return;
  r.familyShare = static_cast<double>(withFalse) / r.experiments;
  r.falseDiscoveries = shares / r.experiments;
  if (p.realTests() > 0)
    r.foundRate = static_cast<double>(found) / (static_cast<double>(r.experiments) * p.realTests());
}

} // namespace

Trial startOfTrials(const Params& params) {
  Trial trial;
  trial.random = numerics::Random(static_cast<std::uint64_t>(params.seed));
  if (params.mode == Mode::Permutation)
    for (int i = 0; i < 2 * params.users; ++i)
      trial.ratings.push_back((i < params.users ? 0 : params.effect) +
                              numerics::standardNormal(trial.random));
  return trial;
}

Trial nextOfTrials(const Params& params, const Trial& trial) {
  Trial next;
  next.random = trial.random;
  next.step = trial.step + 1;
  next.ratings = trial.ratings;
  for (int i = 0; i < experimentsInStep(next.step); ++i)
    switch (params.mode) {
    case Mode::Power:
      addExperiment(next, params);
      break;
    case Mode::Permutation:
      next.differences.push_back(
          math::differenceOfMeans(math::dealtAnew(next.ratings, params.users, next.random), params.users));
      break;
    case Mode::Peeking:
      addPeeking(next, params);
      break;
    case Mode::Many:
      addFamily(next, params);
      break;
    }
  return next;
}

std::vector<bool> significantOnes(const Params& params, std::span<const double> p) {
  switch (params.correction) {
  case Correction::Bonferroni:
    return math::bonferroni(p, params.alpha);
  case Correction::BenjaminiHochberg:
    return math::benjaminiHochberg(p, params.alpha);
  case Correction::None:
    break;
  }
  std::vector<bool> significant;
  for (const double value : p)
    significant.push_back(value <= params.alpha);
  return significant;
}

Result evaluate(const Params& params, std::span<const Trial> history) {
  Result r;
  r.shift = math::shiftOfZ(params.effect, params.groupSize());
  r.critical = math::criticalZ(params.alpha, params.side());
  r.power = math::powerOfZ(r.shift, params.alpha, params.side());
  r.needed = math::neededSize(params.effect, params.alpha, wantedPower, params.side());
  r.superiority = math::normalTail(-params.effect / std::sqrt(2.0), math::Side::Greater);
  switch (params.mode) {
  case Mode::Power:
    judgeExperiments(r, params, history);
    break;
  case Mode::Permutation:
    judgeDealing(r, params, history);
    break;
  case Mode::Peeking:
    judgePeeking(r, params, history);
    break;
  case Mode::Many:
    judgeFamilies(r, params, history);
    break;
  }
  return r;
}

} // namespace eigenboard::panels::statistics::testing_panel
