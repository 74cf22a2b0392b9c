#include "views/panel/definition.h"
#include "views/panels/recommender/book_ratings.h"
#include "views/panels/recommender/ratings_words.h"

#include <cmath>

namespace eigenboard::panels::recommender {

namespace ratings_panel {

namespace {

constexpr int bookPeopleCount = 40;
constexpr int bookFilmCount = 30;

panel::Fields<Params> fields() {
  panel::Fields<Params> fields;
  fields
      .choice(
          &Params::aspect, {"as", Words::tr("Look at it as"), "", Words::tr("What the table is taken for.")},
          {{"numbers", Words::tr("Numbers"), Words::tr("What kind of number a rating is.")},
           {"expression", Words::tr("An expression"), Words::tr("bias + weight · feature for one person.")},
           {"function", Words::tr("A function"),
            Words::tr("Of a person and a film, not defined everywhere.")},
           {"vectors", Words::tr("Vectors"), Words::tr("Two films are the axes, people are arrows.")},
           {"samples", Words::tr("A sample"), Words::tr("How often each number of stars occurs.")},
           {"sparse", Words::tr("A sparse matrix"),
            Words::tr("How full the table is and what it takes to store.")}})
      .integer(&Params::person,
               {"person", Words::tr("Person"), "u", Words::tr("Row of the chosen person from the top.")},
               {1, bookPeopleCount, 1})
      .integer(&Params::film,
               {"film", Words::tr("Film"), "i", Words::tr("Column of the chosen film from the left.")},
               {1, bookFilmCount, 1})
      .integer(&Params::other,
               {"other", Words::tr("Other person"), "v", Words::tr("Row of the person who is compared.")},
               {1, bookPeopleCount, 1})
      .onlyWith("as", {"function", "vectors"})
      .integer(&Params::second,
               {"second", Words::tr("Second film"), "j", Words::tr("Column of the film on the axis up.")},
               {1, bookFilmCount, 1})
      .onlyWith("as", {"vectors"})
      .number(&Params::bias, {"bias", Words::tr("Bias"), "b", Words::tr("Stars at suspense 0.")}, {0, 6, 0.1})
      .onlyWith("as", {"expression"})
      .number(&Params::weight,
              {"weight", Words::tr("Weight"), "w", Words::tr("Stars more for each unit of suspense.")},
              {-3, 3, 0.1})
      .onlyWith("as", {"expression"})
      .choice(&Params::whose, {"whose", Words::tr("Whose"), "", Words::tr("Which ratings are counted.")},
              {{"all", Words::tr("All"), Words::tr("Every rating of the table.")},
               {"person", Words::tr("The person's"), Words::tr("A row.")},
               {"film", Words::tr("The film's"), Words::tr("A column.")}})
      .onlyWith("as", {"samples"})
      .table(
          &Params::changes,
          {"changes", Words::tr("Your ratings"), "",
           Words::tr(
               "A row for each: person, film, and stars (to the nearest half) in place of what was given, 0 "
               "for none. Click a cell of the table to add one, and drag its point.")},
          changeColumns(bookPeopleCount, bookFilmCount), mostChanges);
  return fields;
}

std::vector<panel::Preset> presets() {
  return {
      {"numbers",
       Words::tr("Numbers"),
       Words::tr(
           "A rating is a fraction with the denominator 2, so it stands in the row of halves and in all rows "
           "below it. The mean of such "
           "numbers is a fraction still, but seldom a rating; the root of a mean square is as a rule no "
           "fraction "
           "at all. Drag the rating and see which rows each number keeps."),
       {{"as", "numbers"}},
       0},
      {"expression",
       Words::tr("An expression"),
       Words::tr("Elif's stars over how much suspense a film has: bias + weight · x is a line. Drag its two "
                 "handles "
                 "until the red errors are short; the dashed line has the least of their squares."),
       {{"as", "expression"}, {"person", "5"}, {"film", "3"}},
       0},
      {"dislikes",
       Words::tr("A negative weight"),
       Words::tr("Gita gives less the more suspense there is: her best weight is below 0. The same "
                 "expression, other "
                 "numbers: that is what a model of a person is."),
       {{"as", "expression"}, {"person", "33"}, {"film", "24"}, {"bias", "4"}, {"weight", "-0.3"}},
       0},
      {"function",
       Words::tr("A function"),
       Words::tr(
           "f takes a person and a film and gives stars; with the person held it is a function of the film. "
           "It "
           "is not defined where nothing was said: those places are marked below the axis, for they are not "
           "zeros."),
       {{"as", "function"}, {"person", "15"}, {"other", "5"}},
       0},
      {"vectors",
       Words::tr("People as vectors"),
       Words::tr(
           "A thriller across, a comedy up: everybody who rated both is a point. Dario and Odile lean to "
           "different axes; the cosine of the angle tells how alike their tastes are, whatever their "
           "lengths."),
       {{"as", "vectors"}, {"person", "15"}, {"other", "4"}, {"film", "4"}, {"second", "10"}},
       0},
      {"chance",
       Words::tr("A chance"),
       Words::tr(
           "Draw one of all ratings blindly: the blue bars are the event that it has four stars or more, and "
           "their share of all bars is its probability. For one film or one person it is another."),
       {{"as", "samples"}, {"whose", "all"}},
       0},
      {"samples",
       Words::tr("A film's sample"),
       Words::tr(
           "The ratings of one thriller: half the people love such films and half do not, so there are two "
           "heaps, and the mean stands between them where few ratings are. A mean hides that; bars do not."),
       {{"as", "samples"}, {"whose", "film"}, {"film", "4"}, {"person", "5"}},
       0},
      {"sparse",
       Words::tr("A sparse matrix"),
       Words::tr("More than half of this table is filled, since everybody here has seen many films. Storing "
                 "only what "
                 "is there takes two numbers for each rating, so it does not pay yet. At a density of one in "
                 "a hundred and with thousands of films, as on a real service, it takes about a fiftieth."),
       {{"as", "sparse"}, {"film", "1"}},
       0},
  };
}

std::vector<panel::Goal<Params, Result>> goals() {
  return {
      {"mean_is_rating", Words::tr("Find a person whose mean could be given as a rating, or make one"),
       [](const Params& p, const Result& r) {
         return p.aspect == Aspect::Numbers && r.personMean.denominator > 0 && r.personMean.isHalfStars();
       }},
      {"best_line", Words::tr("Bring the mean squared error within 0.01 of the least"),
       [](const Params& p, const Result& r) {
         return p.aspect == Aspect::Expression && r.error <= r.leastError + 0.01;
       }},
      {"negative", Words::tr("Find a person whose best weight is below -0.7"),
       [](const Params& p, const Result& r) {
         return p.aspect == Aspect::Expression && r.best.weight < -0.7;
       }},
      {"same_direction",
       Words::tr("Two different people in one direction: a cosine of 1 with different lengths"),
       [](const Params& p, const Result& r) {
         return p.aspect == Aspect::Vectors && p.person != p.other && r.u().allFinite() &&
                r.v().allFinite() && std::abs(r.u().x() * r.v().y() - r.u().y() * r.v().x()) < 1e-9 &&
                (r.u() - r.v()).norm() > 0.4;
       }},
      {"everybody_likes", Words::tr("Find a film that has four stars or more from four of five people"),
       [](const Params& p, const Result& r) {
         return p.aspect == Aspect::Samples && p.whose == Whose::Film && r.asked.stars.size() >= 10 &&
                static_cast<double>((r.asked.stars.array() >= 4).count()) >=
                    0.8 * static_cast<double>(r.asked.stars.size());
       }},
      {"undefined", Words::tr("Choose a place where the function is not defined"),
       [](const Params& p, const Result& r) {
         return p.aspect == Aspect::Function && std::isnan(r.stars());
       }},
  };
}

std::vector<panel::Keyframe> showMe() {
  return {
      {{{"preset", "numbers"}}, 600},
      {{{"changes", "14,12,3"}}, 1400},
      {{{"changes", "14,12,4.5"}}, 1200},
      {{{"as", "expression"}, {"person", "5"}, {"film", "3"}}, 900},
      {{{"bias", "3.5"}, {"weight", "1"}}, 1600},
      {{{"as", "vectors"}, {"person", "15"}, {"other", "4"}, {"film", "4"}, {"second", "10"}}, 1200},
      {{{"other", "9"}}, 1600},
      {{{"as", "samples"}, {"whose", "film"}}, 1200},
  };
}

} // namespace

} // namespace ratings_panel

panel::PanelPointer ratings() {
  using namespace ratings_panel;
  panel::Definition<Params, Result> definition;
  definition.identity = {
      "recommender.ratings", Words::tr("The ratings table"),
      Words::tr("Shows one table of ratings as numbers, an expression, a function, vectors, a "
                "sample and a sparse matrix."),
      "1.1"};
  definition.fields = fields();
  definition.presets = presets();
  definition.goals = goals();
  definition.showMe = showMe();
  definition.model = [](const Params& params, std::span<const std::monostate>) { return evaluate(params); };
  definition.scene = [](const Params& p, const Result& r) {
    return scene::Scene{{givenView(p, r), aspectView(p, r)}};
  };
  definition.formula = formula;
  definition.readouts = readouts;
  definition.invariants = invariants;
  definition.spoken = spoken;
  definition.numpy = [](const Params& params, int) { return numpyCode(params); };
  return panel::makePanel(std::move(definition));
}

} // namespace eigenboard::panels::recommender
