#include "views/panel/definition.h"
#include "views/panels/recommender/explain_words.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::panels::recommender {

namespace explain_panel {

namespace {

panel::Fields<Params> fields() {
  panel::Fields<Params> fields;
  fields
      .integer(&Params::person,
               {"person", Words::tr("Person"), "u",
                Words::tr("Row of the chosen person from the top; the last one is you.")},
               {1, mostPeople + 1, 1})
      .integer(&Params::film,
               {"film", Words::tr("Film"), "i", Words::tr("Column of the chosen film from the left.")},
               {1, mostFilms, 1})
      .choice(
          &Params::beside,
          {"beside", Words::tr("Beside the list"), "", Words::tr("What explains the choice.")},
          {{"why", Words::tr("Why this film"), Words::tr("The parts of its score, one upon the other.")},
           {"near", Words::tr("Most alike"),
            Words::tr("The films and people whose factors have the smallest angle with the chosen ones.")}})
      .integer(&Params::factors,
               {"factors", Words::tr("Factors"), "k",
                Words::tr("Numbers learnt for each person and film, beside their biases.")},
               {1, 4, 1})
      .number(&Params::penalty,
              {"lambda", Words::tr("Penalty"), "\\lambda",
               Words::tr("How much, for each rating, what is learnt is drawn to 0.")},
              {0.01, 0.2, 0.01})
      .seed(&Params::seed, {"seed", Words::tr("Seed"), "", Words::tr("Decides where the factors start.")})
      .table(
          &Params::changes,
          {"changes", Words::tr("Your ratings"), "",
           Words::tr(
               "A row for each: person, film, and stars in place of what was given, 0 for none. Click a cell "
               "of the table to add one, and drag its point on the scale.")},
          changeColumns(mostPeople + 1, mostFilms), mostChanges);
  return fields;
}

std::vector<panel::Preset> presets() {
  return {
      {"taste",
       Words::tr("For his taste"),
       Words::tr(
           "Nils loves comedies. The mean, his bias and the film's bias would be much the same for any film "
           "of "
           "its kind of fame; it is the taste part that lifts this one to the top. Click another line of the "
           "list and compare."),
       {{"person", "14"}, {"film", "12"}},
       0},
      {"against",
       Words::tr("Against the grain"),
       Words::tr("Everybody likes this film: its own bias adds. But Milo dislikes what it is made of, and "
                 "the taste "
                 "part takes more than the bias gives."),
       {{"person", "39"}, {"film", "16"}},
       0},
      {"what_if",
       Words::tr("What if he had disliked them?"),
       Words::tr("Nils's stars for three comedies and an adventure are changed to one or two. His factors "
                 "turn about: "
                 "thrillers take the first places, and the grey marks show where the same films stood "
                 "before. Drag the "
                 "point on the scale of the table and watch the list reorder."),
       {{"person", "14"}, {"film", "10"}, {"changes", "14,11,1;14,15,1;14,18,2;14,10,1"}},
       0},
      {"stranger",
       Words::tr("A stranger's list"),
       Words::tr("The last row is you, and you have rated nothing: no bias, no factors. The list is the "
                 "films' biases "
                 "alone, the same for every stranger, and no person is near you."),
       {{"person", "41"}, {"film", "4"}},
       0},
      {"first_rating",
       Words::tr("One rating of yours"),
       Words::tr("You gave a quiet film five stars. One rating is enough to turn your factors towards those "
                 "of people "
                 "who like such films, and the list follows them."),
       {{"person", "41"}, {"film", "24"}, {"changes", "41,26,5"}},
       0},
      {"near_films",
       Words::tr("Films alike"),
       Words::tr(
           "Without a word about what the films are: those whose factors lie in one direction were liked by "
           "the "
           "same people. The three most alike a thriller are thrillers. Lengths do not count, angles do."),
       {{"person", "5"}, {"film", "6"}, {"beside", "near"}},
       0},
      {"near_people",
       Words::tr("People alike"),
       Words::tr("The people whose arrows point where Gita's does stand in her block of the table. What they "
                 "liked and "
                 "she has not seen is at the top of her list."),
       {{"person", "33"}, {"film", "28"}, {"beside", "near"}},
       0},
      {"four",
       Words::tr("Four factors"),
       Words::tr("With four factors the taste part falls into four products. One alone says little, since "
                 "other factors "
                 "would do as well; only their sum has a meaning."),
       {{"person", "14"}, {"film", "13"}, {"factors", "4"}, {"lambda", "0.02"}},
       0},
  };
}

std::vector<panel::Goal<Params, Result>> goals() {
  return {
      {"first", Words::tr("Choose the film that stands first in the list of a person"),
       [](const Params&, const Result& r) { return placeIn(r.list, r.chosen.film) == 1; }},
      {"taste_takes", Words::tr("Find a film where taste takes more than 0.9 stars"),
       [](const Params&, const Result& r) { return r.parts.interaction() < -0.9; }},
      {"reorder", Words::tr("Change ratings so that five of the first ten films are new"),
       [](const Params&, const Result& r) { return newcomers(r) >= 5; }},
      {"loner", Words::tr("Find a person to whom nobody is nearer than a cosine of 0.97"),
       [](const Params&, const Result& r) { return !r.people.empty() && r.people.front().second < 0.97; }},
      {"all_rated", Words::tr("Make the list of a person shorter than five films by rating for them"),
       [](const Params& p, const Result& r) { return p.changes.rows() > 0 && r.list.size() < 5; }},
      {"own", Words::tr("Rate as yourself until taste adds more than a star to a film you have not rated"),
       [](const Params& p, const Result& r) {
         return p.person == mostPeople + 1 && std::isnan(r.given()) && r.parts.interaction() > 1;
       }},
  };
}

std::vector<panel::Keyframe> showMe() {
  return {
      {{{"preset", "taste"}}, 600},
      {{{"film", "3"}}, 1500},
      {{{"person", "5"}}, 1800},
      {{{"beside", "near"}}, 900},
      {{{"beside", "why"}, {"person", "41"}, {"film", "24"}}, 1200},
      {{{"changes", "41,26,5"}}, 1600},
      {{{"changes", "41,26,1"}}, 1600},
  };
}

} // namespace

} // namespace explain_panel

panel::PanelPointer explain() {
  using namespace explain_panel;
  const auto teacher = std::make_shared<Teacher>();
  panel::Definition<Params, Result> definition;
  definition.identity = {
      "recommender.explain", Words::tr("Why this film"),
      Words::tr("Ranks the films that a person has not rated, and takes each score apart."), "13.4"};
  definition.fields = fields();
  definition.presets = presets();
  definition.goals = goals();
  definition.showMe = showMe();
  definition.model = [teacher](const Params& params, std::span<const std::monostate>) {
    return evaluate(params, *teacher);
  };
  definition.scene = [](const Params& p, const Result& r) {
    return scene::Scene{{tableView(p, r), listView(r), p.beside == Beside::Why ? whyView(r) : nearView(r)}};
  };
  definition.formula = formula;
  definition.readouts = readouts;
  definition.invariants = invariants;
  definition.spoken = spoken;
  definition.numpy = [](const Params& params, int) { return numpyCode(params); };
  return panel::makePanel(std::move(definition));
}

} // namespace eigenboard::panels::recommender
