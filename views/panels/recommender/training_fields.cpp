#include "views/panels/recommender/training_fields.h"

namespace eigenboard::panels::recommender::training_panel {

namespace {

void addMethod(panel::Fields<Params>& fields) {
  fields
      .choice(&Params::method, {"method", Words::tr("Method"), "", Words::tr("How the numbers are learnt.")},
              {{"biases", Words::tr("Biases only"),
                Words::tr("A mean, and a bias for each person and film: no taste. Solved for in turn.")},
               {"gradient", Words::tr("Gradient descent"),
                Words::tr(
                    "One rating after the other, in random order, each moves its person and film a little.")},
               {"alternating", Words::tr("Alternating least squares"),
                Words::tr(
                    "All people are solved for with the films held, then all films with the people held.")}})
      .integer(&Params::factors,
               {"factors", Words::tr("Factors"), "k",
                Words::tr("Numbers that are learnt for each person and each film, beside their biases.")},
               {0, mostFactors, 1})
      .onlyWith("method", {"gradient", "alternating"})
      .number(&Params::rate,
              {"rate", Words::tr("Learning rate"), "\\eta",
               Words::tr("How far each rating moves its person and film.")},
              {0.001, 1, 0.1, panel::Spacing::Logarithmic})
      .onlyWith("method", {"gradient"})
      .number(&Params::regularization,
              {"lambda", Words::tr("Penalty"), "\\lambda",
               Words::tr("How much, for each rating, what is learnt is drawn to 0.")},
              {0.001, 1, 0.1, panel::Spacing::Logarithmic})
      .integer(&Params::heldBack,
               {"held_back", Words::tr("Held back"), "",
                Words::tr("Share of the ratings that training never sees and that test it."), "%"},
               {0, 50, 5});
}

void addReading(panel::Fields<Params>& fields) {
  fields
      .seed(&Params::seed,
            {"seed", Words::tr("Seed"), "",
             Words::tr("Decides what is held back, where the factors start, and the order of the ratings.")})
      .choice(
          &Params::beside, {"beside", Words::tr("Beside"), "", Words::tr("What stands beside the ratings.")},
          {{"stars", Words::tr("Stars"), Words::tr("What is predicted for every cell.")},
           {"taste", Words::tr("Taste"), Words::tr("The part of the factors alone, P times Q transposed.")},
           {"error", Words::tr("Error"), Words::tr("Given minus predicted, where something was given.")},
           {"map", Words::tr("Map"),
            Words::tr("Films and people as points of a plane: alike where they lie in one direction.")},
           {"all", Words::tr("Table and map"),
            Words::tr("Predicted stars and the map: for a large window.")}})
      .integer(&Params::person,
               {"person", Words::tr("Person"), "u",
                Words::tr("Row of the chosen person from the top; the last one is you.")},
               {1, mostPeople + 1, 1})
      .integer(&Params::film,
               {"film", Words::tr("Film"), "i", Words::tr("Column of the chosen film from the left.")},
               {1, mostFilms, 1})
      .table(&Params::changes,
             {"changes", Words::tr("Your ratings"), "",
              Words::tr(
                  "A row for each: person, film, and stars in place of what was given, 0 for none. They are "
                  "always learnt from. Click a cell of the table to add one.")},
             changeColumns(mostPeople + 1, mostFilms), mostChanges)
      .text(
          &Params::file,
          {"file", Words::tr("Ratings file"), "",
           Words::tr("Empty for the book's ratings, else the path of a u.data, ratings.dat or ratings.csv of "
                     "MovieLens's form, up to 64 MB.")});
}

} // namespace

panel::Fields<Params> fields() {
  panel::Fields<Params> fields;
  addMethod(fields);
  addReading(fields);
  return fields;
}

std::vector<panel::Preset> presets() {
  return {
      {"map",
       Words::tr("Two factors, a map"),
       Words::tr(
           "Nobody told the training what a thriller is. Two numbers for each film are enough for the kinds "
           "to come apart on the map, since people who like one thriller like others. The test error ends a "
           "little above the noise of the ratings."),
       {{"method", "gradient"}, {"factors", "2"}, {"beside", "map"}},
       60},
      {"overfitting",
       Words::tr("Over-fitting"),
       Words::tr(
           "Eight factors and hardly a penalty: more parameters than ratings. The train error falls below "
           "the noise, where there is nothing to learn but the noise itself, and the test error turns and "
           "rises. The dot marks where to stop."),
       {{"factors", "8"}, {"lambda", "0.001"}, {"rate", "0.05"}, {"beside", "error"}},
       200},
      {"underfitting",
       Words::tr("Under-fitted"),
       Words::tr("A penalty so large that the factors stay near 0: the map shrinks towards a point, and what "
                 "is left is biases. Train and test error lie near each other, and both are bad."),
       {{"factors", "2"}, {"lambda", "0.5"}, {"beside", "map"}},
       60},
      {"biases",
       Words::tr("Biases only"),
       Words::tr(
           "Who is generous, and what is good: that is all the biases know. What they leave stands in "
           "blocks, "
           "kind of film by taste of people. A table of such blocks has low rank, and that is what factors "
           "learn."),
       {{"method", "biases"}, {"beside", "error"}, {"lambda", "0.02"}},
       10},
      {"alternating",
       Words::tr("Least squares in turn"),
       Words::tr(
           "With the films held, each person is a small least-squares problem that is solved exactly; then "
           "the films in turn. Few epochs do what gradient descent needs many for, and the penalised error "
           "never rises."),
       {{"method", "alternating"}, {"factors", "2"}, {"lambda", "0.05"}},
       10},
      {"cold_start",
       Words::tr("Cold start"),
       Words::tr(
           "The last row is you, and you have rated nothing. Your bias and factors are 0, so you are offered "
           "what everybody likes: the mean plus the film's bias. Click cells in your row to change that."),
       {{"person", "41"}, {"film", "18"}},
       60},
      {"new_user",
       Words::tr("Three ratings of yours"),
       Words::tr("Five stars for a thriller, one for a comedy, four for an adventure. Three ratings move "
                 "your point "
                 "on the map among the thrillers, and your row is not the mean any more."),
       {{"person", "41"}, {"film", "5"}, {"beside", "map"}, {"changes", "41,1,5;41,9,1;41,18,4"}},
       80},
      {"too_fast",
       Words::tr("Rate too high"),
       Words::tr(
           "Each rating moves its person and film so far that the next one moves them back further. After a "
           "few epochs the numbers are too large to go on, and the picture is of the last epoch before "
           "that."),
       {{"rate", "0.4"}, {"factors", "4"}},
       12},
  };
}

} // namespace eigenboard::panels::recommender::training_panel
