#include "views/panel/definition.h"
#include "views/panels/recommender/training_fields.h"
#include "views/panels/recommender/training_result.h"
#include "views/panels/recommender/training_words.h"

#include <algorithm>

namespace eigenboard::panels::recommender {

namespace training_panel {

namespace {

constexpr double pace = 15; ///< epochs a second

double lowestTest(const Result& r) {
  double lowest = r.now().test.rootMeanSquare;
  for (const Step& step : r.history)
    lowest = std::min(lowest, step.test.rootMeanSquare);
  return lowest;
}

/// How many films the reader's own row has.
int ownRatings(const Params& p, const Result& r) {
  const auto changes = r.changes(p);
  return static_cast<int>(
      std::count_if(changes.begin(), changes.end(), [&r](const math::RatingChange& change) {
        return change.user == r.people() - 1 && change.value > 0;
      }));
}

std::vector<panel::Goal<Params, Result>> goals() {
  return {
      {"near_noise", Words::tr("Bring the test error of the book's ratings below 0.46 stars"),
       [](const Params& p, const Result& r) {
         return !p.hasFile() && p.heldBack >= 10 && r.now().test.rootMeanSquare < 0.46;
       }},
      {"overfit", Words::tr("Let the test error rise 0.05 stars above the lowest it has been"),
       [](const Params&, const Result& r) { return r.now().test.rootMeanSquare > lowestTest(r) + 0.05; }},
      {"by_heart", Words::tr("Learn the ratings by heart: a train error below 0.15 stars"),
       [](const Params&, const Result& r) { return r.now().train.rootMeanSquare < 0.15; }},
      {"diverge", Words::tr("Make the training break down"),
       [](const Params&, const Result& r) { return r.now().hasBroken; }},
      {"three", Words::tr("Rate three films as yourself, and train twenty epochs"),
       [](const Params& p, const Result& r) { return ownRatings(p, r) >= 3 && r.now().epoch >= 20; }},
      {"favourite", Words::tr("Be offered a film you have not rated with 4.5 stars or more"),
       [](const Params& p, const Result& r) {
         return r.person == r.people() - 1 && ownRatings(p, r) > 0 && std::isnan(r.given()) &&
                r.parts.score() >= 4.5;
       }},
      {"one_factor",
       Words::tr("Do better on the test with one factor than biases alone can, below 0.8 stars"),
       [](const Params& p, const Result& r) {
         return !p.hasFile() && p.usedFactors() == 1 && r.now().test.rootMeanSquare < 0.8;
       }},
  };
}

std::vector<panel::Keyframe> showMe() {
  return {
      {{{"preset", "map"}}, 600},
      {{{"person", "5"}, {"film", "3"}}, 500, 60},
      {{{"person", "15"}}, 1800, 60},
      {{{"film", "11"}}, 1600, 60},
      {{{"factors", "8"}, {"lambda", "0.001"}, {"beside", "error"}}, 1400, 60},
      {{{"rate", "0.06"}}, 900, 200},
      {{{"factors", "2"},
        {"lambda", "0.02"},
        {"rate", "0.03"},
        {"person", "41"},
        {"beside", "map"},
        {"changes", "41,1,5;41,9,1;41,18,4"}},
       1400,
       60},
  };
}

} // namespace

} // namespace training_panel

panel::PanelPointer training() {
  using namespace training_panel;
  const auto trainer = std::make_shared<Trainer>();
  panel::Definition<Params, Result, Step> definition;
  definition.identity = {
      "recommender.training", Words::tr("Training a recommender"),
      Words::tr("Learns people's tastes from a table with most cells missing, and shows what the "
                "factors find and where they learn too much."),
      "13.4"};
  definition.fields = fields();
  definition.presets = presets();
  definition.goals = goals();
  definition.showMe = showMe();
  definition.process = panel::Process<Params, Step>{
      Words::tr("One epoch: once through all ratings"),
      mostEpochs,
      [trainer](const Params& params) { return trainer->start(params); },
      [trainer](const Params& params, const Step& step) { return trainer->next(params, step); },
      isFinished,
      pace};
  definition.slowModel = [trainer](const Params& params, std::span<const Step> history,
                                   panel::Progress& progress) {
    return evaluate(params, history, *trainer, progress);
  };
  definition.isSlow = [](const Params& params) { return params.hasFile(); };
  definition.scene = [](const Params& p, const Result& r) {
    scene::Scene scene{{ratingsView(p, r)}};
    if (p.beside != Beside::Map)
      scene.views.push_back(tableView(p, r));
    if (p.beside == Beside::Map || p.beside == Beside::All)
      scene.views.push_back(latentView(p, r));
    scene.views.push_back(errorsView(p, r));
    return scene;
  };
  definition.formula = formula;
  definition.readouts = readouts;
  definition.invariants = invariants;
  definition.spoken = spoken;
  definition.problem = [](const Result& result) { return result.source().problem; };
  definition.problemKey = "file";
  definition.numpy = numpyCode;
  return panel::makePanel(std::move(definition));
}

} // namespace eigenboard::panels::recommender
