#include "views/panel/definition.h"
#include "views/panels/recommender/neural_model.h"
#include "views/panels/support/speech.h"
#include "views/panels/support/tex.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace eigenboard::panels::recommender {

namespace neural_panel {

namespace {

constexpr double pace = 12; ///< epochs a second

panel::Fields<Params> fields() {
  panel::Fields<Params> fields;
  fields
      .integer(&Params::size,
               {"size", Words::tr("Numbers each"), "k",
                Words::tr("For a person and for a film: factors here, an embedding there.")},
               {1, 8, 1})
      .choice(&Params::layers,
              {"layers", Words::tr("Hidden layers"), "",
               Words::tr("Of the network, between the two vectors and the stars.")},
              {{"none", Words::tr("None"),
                Words::tr("A weighted sum of the two vectors: a person's part plus a film's.")},
               {"one", Words::tr("8"), Words::tr("One layer with eight outputs.")},
               {"two", Words::tr("12, 6"), Words::tr("Two layers.")}})
      .number(&Params::factorRate,
              {"factor_rate", Words::tr("Rate of the factors"), "\\eta",
               Words::tr("How far each rating moves its person and film.")},
              {0.001, 0.2, 0.1, panel::Spacing::Logarithmic})
      .number(&Params::neuralRate,
              {"neural_rate", Words::tr("Rate of the network"), "\\alpha",
               Words::tr("Adam's step size, for each batch of 32 ratings.")},
              {0.001, 0.05, 0.1, panel::Spacing::Logarithmic})
      .number(&Params::penalty,
              {"lambda", Words::tr("Penalty"), "\\lambda",
               Words::tr("How much the factors, and the embedding, are drawn to 0.")},
              {0.001, 0.3, 0.1, panel::Spacing::Logarithmic})
      .seed(&Params::seed,
            {"seed", Words::tr("Seed"), "",
             Words::tr("Decides what is held back, the start of both, and the order of the ratings.")})
      .integer(
          &Params::person,
          {"person", Words::tr("Person"), "u", Words::tr("Row of the chosen person; the last one is you.")},
          {1, mostPeople + 1, 1})
      .integer(&Params::film, {"film", Words::tr("Film"), "i", Words::tr("Column of the chosen film.")},
               {1, mostFilms, 1});
  return fields;
}

std::vector<panel::Preset> presets() {
  return {
      {"race",
       Words::tr("Same ratings, two models"),
       Words::tr("Both see the same ratings in the same order, and have about as many numbers to learn. "
                 "Factors multiply two vectors; the network puts one under the other and learns what to do "
                 "with them. On a table that was made of products the factors end lower on the test."),
       {},
       40},
      {"long",
       Words::tr("Longer"),
       Words::tr(
           "Six numbers each, hardly a penalty, 120 epochs. Both learn what they are shown almost by heart, "
           "the factors more than the network, and the factors pay for it: their test error turns and rises. "
           "The layers keep a small penalty of their own, which this λ does not touch."),
       {{"layers", "two"}, {"size", "6"}, {"lambda", "0.002"}},
       120},
      {"sum",
       Words::tr("No hidden layer"),
       Words::tr("Without a layer between, the network is a sum of a person's part and a film's part: biases "
                 "and no "
                 "taste. Its table has the same order of films in every row, and its error stops where "
                 "biases stop."),
       {{"layers", "none"}},
       60},
      {"one_number",
       Words::tr("One number each"),
       Words::tr("With one number for a person, a product can tell one taste from its opposite. The network "
                 "has a layer that could bend one number in several ways, yet from this start it finds none "
                 "of them and stays where biases stay."),
       {{"size", "1"}},
       80},
      {"deep",
       Words::tr("Two layers"),
       Words::tr("Two layers learn to do something like a product of vectors, from examples alone, and come "
                 "near the factors. Where the truth is a product, building it in is still the shorter way."),
       {{"layers", "two"}},
       60},
      {"penalty",
       Words::tr("A strong penalty"),
       Words::tr("The same λ means less to the network: a small embedding with larger weights behind it says "
                 "the same. A "
                 "penalty is on numbers, not on what they do."),
       {{"lambda", "0.2"}},
       40},
      {"stranger",
       Words::tr("A stranger"),
       Words::tr(
           "The last row is you, without a rating. The factors offer the films' biases; the network answers "
           "whatever its layers make of a zero vector, which nobody has taught it."),
       {{"person", "41"}, {"film", "18"}},
       40},
  };
}

std::vector<panel::Goal<Params, Result>> goals() {
  return {
      {"factors_win", Words::tr("Let the factors be 0.05 stars better on the test"),
       [](const Params&, const Result& r) {
         return r.now().epoch >= 20 &&
                r.now().factorTest.rootMeanSquare + 0.05 < r.now().networkTest.rootMeanSquare;
       }},
      {"network_wins", Words::tr("Let the network be better on the test, after twenty epochs or more"),
       [](const Params&, const Result& r) {
         return r.now().epoch >= 20 && r.now().networkTest.rootMeanSquare < r.now().factorTest.rootMeanSquare;
       }},
      {"by_heart", Words::tr("Bring the train error of the network below 0.25 stars"),
       [](const Params&, const Result& r) { return r.now().networkTrain.rootMeanSquare < 0.25; }},
      {"agree", Words::tr("Let both tables agree within 0.45 stars, after twenty epochs or more"),
       [](const Params&, const Result& r) { return r.now().epoch >= 20 && r.apart < 0.45; }},
  };
}

std::vector<panel::Keyframe> showMe() {
  return {
      {{{"preset", "race"}}, 600},     {{{"person", "14"}}, 500, 40},
      {{{"person", "5"}}, 1800, 40},   {{{"film", "4"}}, 1600, 40},
      {{{"layers", "none"}}, 900, 40}, {{{"layers", "two"}, {"size", "6"}, {"lambda", "0.002"}}, 1200, 100},
  };
}

QString formula(const Params&, const Result& r) {
  return QStringLiteral("\\mu + b_u + c_i + \\mathbf{p}_u\\cdot\\mathbf{q}_i \\approx %1, \\quad "
                        "\\mu + f(\\mathbf{x}_u, \\mathbf{y}_i) \\approx %2")
      .arg(tex::number(r.factorScores(r.chosen.person, r.chosen.film)),
           tex::number(r.networkScores(r.chosen.person, r.chosen.film)));
}

std::vector<panel::Readout> readouts(const Params&, const Result& r) {
  const Step& now = r.now();
  const QString stars = Words::tr("stars");
  return {
      {"factor_test", Words::tr("Factors, test"), "\\text{RMSE}", stars,
       Words::tr("Error on the ratings that are held back."), now.factorTest.rootMeanSquare, 3},
      {"network_test", Words::tr("Network, test"), "\\text{RMSE}", stars,
       Words::tr("The same of the network."), now.networkTest.rootMeanSquare, 3},
      {"factor_train", Words::tr("Factors, train"), "\\text{RMSE}", stars,
       Words::tr("Error on the ratings that are learnt from."), now.factorTrain.rootMeanSquare, 3},
      {"network_train", Words::tr("Network, train"), "\\text{RMSE}", stars,
       Words::tr("The same of the network."), now.networkTrain.rootMeanSquare, 3},
      {"factor_parameters", Words::tr("Numbers in the factors"), "(k+1)(m+n)", "",
       Words::tr("k factors and a bias for each person and film."), static_cast<double>(r.factorParameters),
       0},
      {"network_parameters", Words::tr("Numbers in the network"), "", "",
       Words::tr("The embedding, and all weights and biases of the layers."),
       static_cast<double>(r.networkParameters), 0},
      {"apart", Words::tr("How far apart"), "", stars,
       Words::tr("Root mean square difference of the two predicted tables, over all cells."), r.apart, 3},
      {"factor_score", Words::tr("By the factors"), "\\hat r", stars,
       Words::tr("For the chosen person and film."), r.factorScores(r.chosen.person, r.chosen.film), 3},
      {"network_score", Words::tr("By the network"), "\\hat r", stars, Words::tr("The same by the network."),
       r.networkScores(r.chosen.person, r.chosen.film), 3},
      {"given", Words::tr("Given"), "r", stars,
       Words::tr("What the person has said, held back or not; undefined where that is missing."), r.given(),
       1},
  };
}

std::vector<panel::Invariant> invariants(const Params& p, const Result& r) {
  const double people = static_cast<double>(r.source->people.size() + r.source->films.size());
  double count = p.size * people;
  double inputs = 2.0 * p.size;
  std::vector<int> outputs = p.hidden();
  outputs.push_back(1);
  for (const int output : outputs) {
    count += (inputs + 1) * output;
    inputs = output;
  }
  const double score = r.networkScores(r.chosen.person, r.chosen.film);
  const math::Split& parts = r.now().task->parts;
  return {
      {"count", "\\textstyle k(m+n) + \\sum_l (n_{l-1} + 1)\\, n_l",
       Words::tr("The numbers of the network, counted layer by layer."),
       static_cast<double>(r.networkParameters) - count, 0},
      {"factors", "(k + 1)(m + n)", Words::tr("The numbers of the factors."),
       static_cast<double>(r.factorParameters) - (p.size + 1) * people, 0},
      {"whole", "n_{\\text{train}} + n_{\\text{test}} = n",
       Words::tr("Each rating is learnt from or held back."),
       static_cast<double>(parts.train.size() + parts.test.size()) -
           static_cast<double>(r.source->ratings.size()),
       0},
      // The answer for one person is rounded to single precision.
      {"answer", "\\hat R_{ui} = f(\\mathbf{x}_u, \\mathbf{y}_i)",
       Words::tr("The table of the network has what it answers when it is asked for one person."),
       score - r.networkAnswer,
       static_cast<double>(std::numeric_limits<float>::epsilon()) * std::max(1.0, std::abs(score))},
  };
}

QString spoken(const Params&, const Result& r) {
  const Step& now = r.now();
  QString words =
      Words::tr("Epoch %1. On the test the factors are off by %2 stars and the network by %3; where they "
                "learn from, by %4 and %5.")
          .arg(now.epoch)
          .arg(speech::number(now.factorTest.rootMeanSquare, 3),
               speech::number(now.networkTest.rootMeanSquare, 3),
               speech::number(now.factorTrain.rootMeanSquare, 3),
               speech::number(now.networkTrain.rootMeanSquare, 3));
  if (now.factorsBroke)
    words += QLatin1Char(' ') + Words::tr("The factors have broken down: their rate is too high.");
  if (now.networkBroke)
    words += QLatin1Char(' ') + Words::tr("The network has broken down: its rate is too high.");
  return words;
}

} // namespace

} // namespace neural_panel

panel::PanelPointer neural() {
  using namespace neural_panel;
  const auto race = std::make_shared<Race>();
  panel::Definition<Params, Result, Step> definition;
  definition.identity = {
      "recommender.neural", Words::tr("Factors and a network"),
      Words::tr("Trains a factorization and a small neural network side by side on one table of ratings."),
      "13.4"};
  definition.fields = fields();
  definition.presets = presets();
  definition.goals = goals();
  definition.showMe = showMe();
  definition.process = panel::Process<Params, Step>{
      Words::tr("One epoch of both"),
      mostEpochs,
      [race](const Params& params) { return race->start(params); },
      [race](const Params& params, const Step& step) { return race->next(params, step); },
      isFinished,
      pace};
  definition.model = [race](const Params& params, std::span<const Step> history) {
    return evaluate(params, history, *race);
  };
  definition.scene = [](const Params&, const Result& r) {
    return scene::Scene{
        {scoresView(QStringLiteral("factors"),
                    r.now().factorsBroke ? Words::tr("Factors: broken down") : Words::tr("Stars, by factors"),
                    r, r.factorScores),
         scoresView(QStringLiteral("network"), Words::tr("Stars, by the network"), r, r.networkScores),
         errorsView(r)}};
  };
  definition.formula = formula;
  definition.readouts = readouts;
  definition.invariants = invariants;
  definition.spoken = spoken;
  definition.numpy = numpyCode;
  return panel::makePanel(std::move(definition));
}

} // namespace eigenboard::panels::recommender
