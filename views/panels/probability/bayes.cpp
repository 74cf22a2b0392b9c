#include "views/panel/definition.h"
#include "views/panels/probability/bayes_words.h"

#include <cmath>

namespace eigenboard::panels::probability {

namespace bayes_panel {

namespace {

void addTestFields(panel::Fields<Params>& fields) {
  fields
      .number(&Params::prevalence,
              {"prevalence", Words::tr("Prevalence"), "P(\\text{ill})",
               Words::tr("The share of people that is ill: what is believed before any test.")},
              {0, 1, 0.001})
      .onlyWith("subject", {"test"});
  fields
      .number(&Params::sensitivity,
              {"sensitivity", Words::tr("Sensitivity"), "P(+\\mid\\text{ill})",
               Words::tr("The share of the ill that the test flags.")},
              {0, 1, 0.001})
      .onlyWith("subject", {"test"});
  fields
      .number(&Params::specificity,
              {"specificity", Words::tr("Specificity"), "P(-\\mid\\text{healthy})",
               Words::tr("The share of the healthy that the test does not flag.")},
              {0, 1, 0.001})
      .onlyWith("subject", {"test"});
  fields
      .number(&Params::grouping,
              {"grouping", Words::tr("Sorted by result"), "",
               Words::tr("The same 1000 people: at 0 ill beside healthy, at 1 flagged beside not flagged.")},
              {0, 1, 0.01})
      .onlyWith("subject", {"test"});
  fields
      .choice(&Params::results,
              {"results", Words::tr("Results that come in"), "",
               Words::tr("Each step is one more result of the same test on the same person.")},
              {{"positive", Words::tr("All positive")},
               {"negative", Words::tr("All negative")},
               {"alternating", Words::tr("Positive and negative in turn")},
               {"ill", Words::tr("Drawn for an ill person")},
               {"healthy", Words::tr("Drawn for a healthy person")}})
      .onlyWith("subject", {"test"});
  fields
      .number(
          &Params::dependence,
          {"dependence", Words::tr("Copies of the first result"), "\\rho",
           Words::tr("The chance that a later result repeats the first one instead of being new: the same "
                     "sample, the same laboratory, the same mistake.")},
          {0, 0.95, 0.01})
      .onlyWith("subject", {"test"});
  fields
      .toggle(&Params::logOdds,
              {"log_odds", Words::tr("Log odds"), "",
               Words::tr("The chain on a scale where every positive result is a step of one height.")})
      .onlyWith("subject", {"test"});
  fields
      .seed(&Params::seed, {"seed", Words::tr("Seed"), "", Words::tr("Decides the results that are drawn.")})
      .onlyWith("results", {"ill", "healthy"});
}

void addMessageFields(panel::Fields<Params>& fields) {
  fields
      .number(&Params::spamShare,
              {"spam_share", Words::tr("Share of spam"), "P(\\text{spam})",
               Words::tr("How much of the post is spam, whatever it says.")},
              {0.01, 0.99, 0.01})
      .onlyWith("subject", {"message"});
  constexpr bool Params::*toggles[wordCount] = {&Params::hasFree,    &Params::hasWinner,  &Params::hasClick,
                                                &Params::hasMeeting, &Params::hasInvoice, &Params::hasThanks};
  for (int i = 0; i < wordCount; ++i)
    fields
        .toggle(toggles[i], {occursKey(i), Words::tr("“%1” occurs").arg(wordAt(i)), "",
                             Words::tr("Whether the word is in the message.")})
        .onlyWith("subject", {"message"});
  fields
      .toggle(&Params::absentSpeak, {"absent_speak", Words::tr("Absent words count"), "",
                                     Words::tr("A word that is missing is evidence too: each adds the log "
                                               "ratio of being absent.")})
      .onlyWith("subject", {"message"});
  std::vector<QString> keys;
  for (int row = 0; row < 2; ++row)
    for (int i = 0; i < wordCount; ++i)
      keys.push_back(frequencyKey(row, i));
  fields
      .matrix(&Params::words,
              {"words", Words::tr("Word frequencies"), "F",
               Words::tr("The share of spam (above) and of ham (below) in which each word occurs.")},
              keys, {lowestFrequency, highestFrequency, 0.002})
      .onlyWith("subject", {"message"});
}

panel::Fields<Params> fields() {
  panel::Fields<Params> fields;
  fields.choice(&Params::subject, {"subject", Words::tr("Evidence"), "", Words::tr("What is learnt from.")},
                {{"test", Words::tr("A test for an illness")}, {"message", Words::tr("Words of a message")}});
  addTestFields(fields);
  addMessageFields(fields);
  return fields;
}

std::vector<panel::Preset> presets() {
  return {
      {"base_rate",
       Words::tr("The base rate"),
       Words::tr(
           "The test is right about 90 % of the ill and 90 % of the healthy. Of 1000 people it flags "
           "108, and 9 of those are ill: a positive result means 8 %, not 90 %, because the healthy are "
           "so many that their few mistakes are most of the alarms."),
       {}},
      {"by_condition",
       Words::tr("Who is ill, who is flagged"),
       Words::tr("Sorted by condition the test looks good: 9 of 10 ill are found. Drag the slider under the "
                 "people to sort them by result, and the same 9 stand among 99 false alarms. The two shares "
                 "are about different groups."),
       {{"grouping", "0"}}},
      {"two_tests",
       Words::tr("Two positive tests"),
       Words::tr("Odds of 1 to 99, times 9, times 9, are 81 to 99: two positive results and it is still less "
                 "likely than not. The third makes it 88 %. Turn on log odds: every step is of one height."),
       {{"results", "positive"}},
       2},
      {"contradiction",
       Words::tr("Results that disagree"),
       Words::tr("Positive, negative, positive, negative: a likelihood ratio of 9 and one of 1/9 cancel, so "
                 "the chain comes back to the prior. Make sensitivity and specificity differ and it drifts."),
       {{"prevalence", "0.2"}, {"results", "alternating"}, {"log_odds", "true"}},
       4},
      {"fraud",
       Words::tr("Rare fraud"),
       Words::tr("One payment in a thousand is fraud, and the filter is 99 % right either way: 1 alarm in 11 "
                 "is real. Its accuracy is 0.990, below the 0.999 of a filter that flags nothing. Accuracy "
                 "says little where one class is rare."),
       {{"prevalence", "0.001"}, {"sensitivity", "0.99"}, {"specificity", "0.99"}}},
      {"perfect",
       Words::tr("No false alarms"),
       Words::tr(
           "With a specificity of 1 nobody healthy is flagged, so one positive result is proof, however "
           "rare the illness. The likelihood ratio is infinite. A negative result still leaves the 3 in "
           "10 that are missed."),
       {{"prevalence", "0.05"}, {"sensitivity", "0.7"}, {"specificity", "1"}}},
      {"useless",
       Words::tr("A test that says nothing"),
       Words::tr("Ill or healthy, 30 % are flagged: both ratios are 1 and the result leaves the odds as they "
                 "were. In the square the two borders stand at one height. That is independence."),
       {{"prevalence", "0.2"}, {"sensitivity", "0.3"}, {"specificity", "0.7"}},
       3},
      {"copies",
       Words::tr("Five tests, one opinion"),
       Words::tr(
           "Five positive results look like certainty when each is taken as new. But four in five "
           "merely repeat the first. Weighed as copies, the four results that follow bring 16 % to 27 %, "
           "not to 99.9 %. Naive Bayes makes this mistake with words that come together."),
       {{"dependence", "0.8"}, {"prevalence", "0.02"}},
       5},
      {"p_value",
       Words::tr("A p-value is not P(H₀)"),
       Words::tr(
           "Read ill as: the effect is real. One idea in ten is, a study finds a real effect with power "
           "0.8 and calls a null effect significant in 5 %. Of the 125 significant studies 45 are about "
           "nothing: 36 %, not 5 %."),
       {{"prevalence", "0.1"}, {"sensitivity", "0.8"}, {"specificity", "0.95"}}},
      {"spam",
       Words::tr("Spam, word by word"),
       Words::tr("Each word pushes the log odds by a step of its own, and the steps add. Pull thanks and "
                 "meeting into the message: they push back. That sum is all naive Bayes computes."),
       {{"subject", "message"}}},
      {"silence",
       Words::tr("What is not said"),
       Words::tr(
           "An empty message. Absent words count here: no thanks and no meeting speak for spam, no free "
           "and no click against it, each a little."),
       {{"subject", "message"}, {"has_free", "false"}, {"has_winner", "false"}, {"absent_speak", "true"}}},
  };
}

bool isTest(const Params& p) {
  return p.subject == Subject::Test;
}

std::vector<panel::Goal<Params, Result>> goals() {
  return {
      {"trustworthy", Words::tr("Make a positive result mean 90 % while 2 % or fewer are ill"),
       [](const Params& p, const Result& r) { return isTest(p) && p.prevalence <= 0.02 && r.ppv >= 0.9; }},
      {"silent", Words::tr("Make a test that says nothing"),
       [](const Params& p, const Result& r) { return isTest(p) && std::abs(r.ratioPositive - 1) <= 0.02; }},
      {"worse_than_nothing",
       Words::tr("Build a test that is right in 95 of 100 cases, and yet less accurate than flagging nobody"),
       [](const Params& p, const Result& r) {
         return isTest(p) && r.shares.accuracy() >= 0.95 && r.shares.accuracy() < 1 - p.prevalence - 1e-9;
       }},
      {"convinced", Words::tr("Test until illness is 99 % sure"),
       [](const Params& p, const Result& r) {
         return isTest(p) && r.chain().count > 1 && p.prevalence < 0.5 && r.naive() >= 0.99;
       }},
      {"fooled", Words::tr("Let copies fool the naive chain by 0.3 or more"),
       [](const Params& p, const Result& r) { return isTest(p) && r.naive() - r.dependent() >= 0.3; }},
      {"overruled", Words::tr("Leave spam words in and have the message pass"),
       [](const Params& p, const Result& r) {
         return !isTest(p) && p.hasFree && p.hasWinner && r.verdict.probability < 0.5;
       }},
  };
}

std::vector<panel::Keyframe> showMe() {
  return {
      {{{"subject", "test"},
        {"prevalence", "0.01"},
        {"sensitivity", "0.9"},
        {"specificity", "0.9"},
        {"grouping", "0"},
        {"results", "positive"},
        {"dependence", "0"},
        {"log_odds", "false"}},
       900},
      {{{"grouping", "1"}}, 2200},
      {{{"prevalence", "0.3"}}, 1800},
      {{{"prevalence", "0.01"}}, 1200},
      {{{"specificity", "0.99"}}, 1600},
      {{{"specificity", "0.9"}}, 1200, 3},
  };
}

panel::Process<Params, Chain> process() {
  panel::Process<Params, Chain> process;
  process.stepLabel = Words::tr("One more result");
  process.maximumSteps = mostResults;
  process.start = startOfChain;
  process.step = nextOfChain;
  process.finished = [](const Params& p, const Chain&) { return p.subject == Subject::Message; };
  process.stepsPerSecond = 1.5;
  return process;
}

} // namespace

} // namespace bayes_panel

panel::PanelPointer bayes() {
  using namespace bayes_panel;
  panel::Definition<Params, Result, Chain> definition;
  definition.identity = {"probability.bayes", Words::tr("Bayes' rule"),
                         Words::tr("Turns what a test says about people into what a result says about one of "
                                   "them, and adds up evidence."),
                         "7.2"};
  definition.fields = fields();
  definition.presets = presets();
  definition.goals = goals();
  definition.showMe = showMe();
  definition.process = process();
  definition.model = evaluate;
  definition.scene = drawn;
  definition.formula = formula;
  definition.readouts = readouts;
  definition.invariants = invariants;
  definition.spoken = spoken;
  definition.numpy = numpyCode;
  return panel::makePanel(std::move(definition));
}

} // namespace eigenboard::panels::probability
