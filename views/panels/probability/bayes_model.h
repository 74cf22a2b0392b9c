#pragma once

#include "core/numerics/random.h"
#include "core/probability/bayes.h"
#include "views/scene/scene.h"

#include <Eigen/Core>
#include <QtCore/QCoreApplication>

#include <array>
#include <cstdint>
#include <span>

namespace eigenboard::panels::probability::bayes_panel {

namespace math = eigenboard::probability;

struct Words {
  Q_DECLARE_TR_FUNCTIONS(BayesPanel)
};

enum class Subject : std::uint8_t { Test, Message };
/// Where the results of a chain of tests come from.
enum class Results : std::uint8_t { Positive, Negative, Alternating, IllPerson, HealthyPerson };

inline constexpr int wordCount = 6;
inline constexpr double lowestFrequency = 0.002; ///< a word never seen would decide alone
inline constexpr double highestFrequency = 0.6;
using Frequencies = Eigen::Matrix<double, 2, wordCount>; ///< spam above, ham below

inline Frequencies usualFrequencies() {
  Frequencies table;
  table << 0.30, 0.20, 0.25, 0.03, 0.06, 0.05, //
      0.04, 0.02, 0.08, 0.25, 0.12, 0.30;
  return table;
}

struct Params {
  Subject subject = Subject::Test;
  double prevalence = 0.01;
  double sensitivity = 0.9;
  double specificity = 0.9;
  double grouping = 1; ///< of the people: 0 by condition, 1 by result
  Results results = Results::Positive;
  double dependence = 0;
  bool logOdds = false;
  double spamShare = 0.4;
  Frequencies words = usualFrequencies();
  bool hasFree = true; ///< the words of the message
  bool hasWinner = true;
  bool hasClick = false;
  bool hasMeeting = false;
  bool hasInvoice = false;
  bool hasThanks = false;
  bool absentSpeak = false;
  int seed = 1;

  std::array<bool, wordCount> occurs() const {
    return {hasFree, hasWinner, hasClick, hasMeeting, hasInvoice, hasThanks};
  }
};

inline constexpr int people = 1000;
inline constexpr int mostResults = 20;

/// A chain of results so far.
struct Chain {
  numerics::Random random{0};
  int count = 0;
  int positives = 0;
  bool firstWasPositive = false;
  bool last = false;        ///< the latest result; whether it was positive
  math::Evidence naive;     ///< each result taken to be new
  math::Evidence dependent; ///< copies of the first weighed as such
};

/// The message: what each word adds to the log odds of spam, 0 where it is not counted.
struct Verdict {
  double prior = 0;
  std::array<double, wordCount> words{};
  double score = 0;
  double probability = 0;
};

struct Result {
  math::DiagnosticTest test;
  math::FourShares shares;
  std::array<int, 4> icons{}; ///< of 1000: true positive, false negative, false positive, true negative
  double ppv = 0;
  double npv = 0;
  double priorOdds = 0;
  double ratioPositive = 0;
  double ratioNegative = 0;
  std::span<const Chain> history;
  Verdict verdict;

  const Chain& chain() const { return history.back(); }
  double naive() const { return math::posterior(test.prevalence, chain().naive); }
  double dependent() const { return math::posterior(test.prevalence, chain().dependent); }
};

Chain startOfChain(const Params& params);
Chain nextOfChain(const Params& params, const Chain& chain);
Result evaluate(const Params& params, std::span<const Chain> history);

/// "free", "winner", …: untranslated, for they are words of messages.
QString wordAt(int index);
/// The key of the toggle for a word.
QString occursKey(int index);
/// The key of P(word | spam), row 0, or P(word | ham), row 1.
QString frequencyKey(int row, int index);

scene::Scene drawn(const Params& params, const Result& result);
scene::PlaneView mosaicView(const Params& params);
scene::PlaneView peopleView(const Params& params, const Result& result);
scene::PlaneView chainView(const Params& params, const Result& result);
scene::PlaneView scoreView(const Params& params, const Result& result);
scene::ChartView frequencyView(const Params& params);

QString numpyCode(const Params& params, int steps);

} // namespace eigenboard::panels::probability::bayes_panel
