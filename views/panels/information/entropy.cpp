#include "views/panel/definition.h"
#include "views/panels/information/entropy_words.h"

#include <cmath>

namespace eigenboard::panels::information {

namespace entropy_panel {

namespace {

panel::Fields<Params> fields() {
  const panel::Range share{0, 1, 0.01};
  panel::Fields<Params> fields;
  const std::pair<double Params::*, int> weights[] = {{&Params::a, 0}, {&Params::b, 1}, {&Params::c, 2},
                                                      {&Params::d, 3}, {&Params::e, 4}, {&Params::f, 5}};
  for (const auto& [member, symbol] : weights)
    fields.number(member,
                  {weightKey(symbol), Words::tr("Weight of %1").arg(symbolName(symbol)),
                   QStringLiteral("w_%1").arg(symbolName(symbol)),
                   Words::tr("The probability is this over the sum of all six; with all at 0 every symbol is "
                             "equally likely.")},
                  share);
  fields.toggle(&Params::joint, {"joint", Words::tr("Two variables"), "",
                                 Words::tr("Shows a pair X, Y and what they tell of each other.")});
  fields
      .number(&Params::y,
              {"y", Words::tr("P(Y = y1)"), "P(y_1)", Words::tr("The width of the first column.")}, share)
      .onlyWith("joint");
  fields
      .number(&Params::given1,
              {"given1", Words::tr("P(X = x1), where Y = y1"), "P(x_1\\mid y_1)",
               Words::tr("The share of x1 in the first column.")},
              share)
      .onlyWith("joint");
  fields
      .number(&Params::given2,
              {"given2", Words::tr("P(X = x1), where Y = y2"), "P(x_1\\mid y_2)",
               Words::tr("The share of x1 in the second column. Equal shares make X and Y independent.")},
              share)
      .onlyWith("joint");
  fields.precision(&Params::precision,
                   {"precision", Words::tr("Precision"), "",
                    Words::tr("The format in which the entropy and the chain rule are computed once more.")});
  return fields;
}

using Setting = std::pair<QString, QString>;

/// Settings of all six weights.
std::vector<Setting> weightsOf(const QStringList& weights, const std::vector<Setting>& more = {}) {
  std::vector<Setting> settings;
  for (int symbol = 0; symbol < symbolCount; ++symbol)
    settings.emplace_back(weightKey(symbol), weights[symbol]);
  settings.insert(settings.end(), more.begin(), more.end());
  return settings;
}

std::vector<Setting> pairOf(const QString& y, const QString& given1, const QString& given2) {
  return {{"joint", "true"}, {"y", y}, {"given1", given1}, {"given2", given2}};
}

std::vector<panel::Preset> presets() {
  return {
      {"skewed",
       Words::tr("Skewed"),
       Words::tr("Likely symbols stand low in the tree and have short words. Make one bar higher: its word "
                 "gets shorter, others get longer, and L stays within a bit of H."),
       {}},
      {"fair", Words::tr("Fair die"),
       Words::tr("Six equal bars are as uncertain as six symbols can be: log₂ 6, or 2.585 bits. Words of 2 "
                 "and 3 bits cannot quite do it, because six is no power of two."),
       weightsOf({"0.1", "0.1", "0.1", "0.1", "0.1", "0.1"})},
      {"coin", Words::tr("Fair coin"), Words::tr("Two equal bars: one bit, and one question settles it."),
       weightsOf({"0.5", "0.5", "0", "0", "0", "0"})},
      {"certain", Words::tr("Certain"),
       Words::tr("What is certain tells nothing: the entropy is 0, and the only word is empty."),
       weightsOf({"1", "0", "0", "0", "0", "0"})},
      {"dyadic", Words::tr("Powers of a half"),
       Words::tr("Each probability is a power of ½, so −log₂ p is a whole number of bits. The code wastes "
                 "nothing: L and H meet."),
       weightsOf({"0.5", "0.25", "0.125", "0.0625", "0.03125", "0.03125"})},
      {"letters", Words::tr("Letters of English"),
       Words::tr("A to F stand for E, T, A, O, I and N, the six commonest letters, with their shares among "
                 "themselves. They are nearly equal, so there is little for a code to gain."),
       weightsOf({"0.248", "0.178", "0.16", "0.146", "0.137", "0.131"})},
      {"nearly_certain", Words::tr("Nearly certain"),
       Words::tr(
           "The first symbol tells almost nothing, less than a tenth of a bit, and still takes a whole one. "
           "Here a code for single symbols wastes most; coding several at once would mend it."),
       weightsOf({"0.95", "0.01", "0.01", "0.01", "0.01", "0.01"})},
      {"deep", Words::tr("Deepest tree"),
       Words::tr("Weights that grow as Fibonacci's numbers make the tree as deep as it can be: each fork "
                 "splits off one symbol."),
       weightsOf({"0.8", "0.5", "0.3", "0.2", "0.1", "0.1"})},
      {"dependent", Words::tr("Two that depend"),
       Words::tr("The two columns are split at different heights, so Y tells something of X: the green "
                 "part is what they share. Drag the handles until both splits meet the dashed line."),
       pairOf("0.5", "0.9", "0.2")},
      {"independent", Words::tr("Two that do not"),
       Words::tr("Both columns are split at the same height, which is the dashed line: Y tells nothing of X, "
                 "and the bars of X and Y side by side are as long as that of both."),
       pairOf("0.4", "0.7", "0.7")},
      {"copy", Words::tr("A copy"), Words::tr("X is known as soon as Y is. All three bars are the same bit."),
       pairOf("0.5", "1", "0")},
      {"eight_bits", Words::tr("In bfloat16"),
       Words::tr("With 8 significant bits each sum is rounded to a hundredth or so. The entropy is off in "
                 "the third digit: fine for a loss curve, not for comparing two codes."),
       weightsOf({"0.127", "0.091", "0.082", "0.075", "0.07", "0.067"}, {{"precision", "bf16"}})},
  };
}

std::vector<panel::Goal<Params, Result>> goals() {
  return {
      {"equal", Words::tr("Make the six symbols as uncertain as they can be"),
       [](const Params& p, const Result& r) { return !p.joint && r.entropy >= 2.58; }},
      {"certain", Words::tr("Take nearly all uncertainty away"),
       [](const Params& p, const Result& r) { return !p.joint && r.entropy <= 0.05; }},
      {"one_bit", Words::tr("Make the entropy one bit"),
       [](const Params& p, const Result& r) { return !p.joint && std::abs(r.entropy - 1) <= 0.01; }},
      {"no_waste", Words::tr("Find three or more bars whose code wastes nothing"),
       [](const Params& p, const Result& r) {
         return !p.joint && r.used.size() >= 3 && r.entropy > 1 && r.redundancy() <= 0.005;
       }},
      {"waste", Words::tr("Make the code waste more than half a bit"),
       [](const Params& p, const Result& r) { return !p.joint && r.redundancy() >= 0.5; }},
      {"deep", Words::tr("Grow the tree to five bits"),
       [](const Params& p, const Result& r) { return !p.joint && r.longestWord == 5; }},
      {"independent", Words::tr("Make X and Y independent, both of them uncertain"),
       [](const Params& p, const Result& r) {
         return p.joint && r.pair.mutual <= 0.001 && r.pair.ofX > 0.3 && r.pair.ofY > 0.3;
       }},
      {"tell", Words::tr("Let Y tell at least 0.9 bits of X"),
       [](const Params& p, const Result& r) { return p.joint && r.pair.mutual >= 0.9; }},
  };
}

std::vector<panel::Keyframe> showMe() {
  return {
      {weightsOf({"0.16", "0.16", "0.17", "0.17", "0.17", "0.17"}, {{"joint", "false"}}), 900},
      {weightsOf({"0.5", "0.25", "0.125", "0.0625", "0.03125", "0.03125"}), 2400},
      {weightsOf({"0.95", "0.01", "0.01", "0.01", "0.01", "0.01"}), 2200},
      {weightsOf({"0.35", "0.25", "0.15", "0.12", "0.08", "0.05"}), 1400},
      {pairOf("0.5", "0.9", "0.2"), 900},
      {pairOf("0.5", "0.55", "0.55"), 1800},
      {pairOf("0.5", "0.97", "0.05"), 1800},
  };
}

} // namespace

} // namespace entropy_panel

panel::PanelPointer entropy() {
  using namespace entropy_panel;
  panel::Definition<Params, Result> definition;
  definition.identity = {"information.entropy", Words::tr("Entropy and codes"),
                         Words::tr("Shows how uncertain symbols are, and what it costs to name them."),
                         "10.2"};
  definition.fields = fields();
  definition.presets = presets();
  definition.goals = goals();
  definition.showMe = showMe();
  definition.model = [](const Params& params, auto) { return evaluate(params); };
  definition.scene = drawn;
  definition.formula = formula;
  definition.readouts = readouts;
  definition.invariants = invariants;
  definition.spoken = spoken;
  definition.numpy = [](const Params& params, int) { return numpyCode(params); };
  definition.comparesStates = true; // the bars of one distribution behind those of another
  return panel::makePanel(std::move(definition));
}

} // namespace eigenboard::panels::information
