#include "views/panel/definition.h"
#include "views/panels/probability/sample_space_words.h"

#include <cmath>

namespace eigenboard::panels::probability {

namespace sample_space_panel {

namespace {

const panel::Range places{0, 1, 0.005};
const panel::Range sides{0.02, 1, 0.01};

void addBoxFields(panel::Fields<Params>& fields) {
  const QString middleHelp = Words::tr("The middle of the rectangle; what leaves the square does not count.");
  fields.point(&Params::a, {"a", Words::tr("Middle of A"), "\\mathbf{a}", middleHelp}, {"ax", "ay"}, places)
      .onlyWith("subject", {"square"});
  fields.number(&Params::aWidth, {"a_width", Words::tr("Width of A"), "", Words::tr("How wide A is.")}, sides)
      .onlyWith("subject", {"square"});
  fields
      .number(&Params::aHeight, {"a_height", Words::tr("Height of A"), "", Words::tr("How high A is.")},
              sides)
      .onlyWith("subject", {"square"});
  fields.point(&Params::b, {"b", Words::tr("Middle of B"), "\\mathbf{b}", middleHelp}, {"bx", "by"}, places)
      .onlyWith("subject", {"square"});
  fields.number(&Params::bWidth, {"b_width", Words::tr("Width of B"), "", Words::tr("How wide B is.")}, sides)
      .onlyWith("subject", {"square"});
  fields
      .number(&Params::bHeight, {"b_height", Words::tr("Height of B"), "", Words::tr("How high B is.")},
              sides)
      .onlyWith("subject", {"square"});
  fields
      .toggle(&Params::third,
              {"third", Words::tr("A third event"), "", Words::tr("A rectangle C besides A and B.")})
      .onlyWith("subject", {"square"});
  fields.point(&Params::c, {"c", Words::tr("Middle of C"), "\\mathbf{c}", middleHelp}, {"cx", "cy"}, places)
      .onlyWith("third");
  fields.number(&Params::cWidth, {"c_width", Words::tr("Width of C"), "", Words::tr("How wide C is.")}, sides)
      .onlyWith("third");
  fields
      .number(&Params::cHeight, {"c_height", Words::tr("Height of C"), "", Words::tr("How high C is.")},
              sides)
      .onlyWith("third");
}

void addDiceFields(panel::Fields<Params>& fields) {
  const std::vector<panel::Option> options{
      {"sum_is", Words::tr("Sum is s")},           {"sum_at_least", Words::tr("Sum is s or more")},
      {"any_six", Words::tr("At least one six")},  {"doubles", Words::tr("Both alike")},
      {"first_even", Words::tr("First die even")}, {"first_six", Words::tr("First die is six")},
      {"second_odd", Words::tr("Second die odd")}};
  fields
      .choice(&Params::diceA, {"dice_a", Words::tr("Event A"), "A", Words::tr("Of the throw of two dice.")},
              options)
      .onlyWith("subject", {"dice"});
  fields
      .choice(&Params::diceB, {"dice_b", Words::tr("Event B"), "B", Words::tr("Of the same throw.")}, options)
      .onlyWith("subject", {"dice"});
  fields
      .integer(&Params::total, {"total", Words::tr("Sum"), "s", Words::tr("The sum that A or B asks for.")},
               {2, 12, 1})
      .onlyWith("subject", {"dice"});
}

panel::Fields<Params> fields() {
  panel::Fields<Params> fields;
  fields.choice(&Params::subject,
                {"subject", Words::tr("Sample space"), "\\Omega", Words::tr("What can happen at all.")},
                {{"square", Words::tr("A point of the square")},
                 {"dice", Words::tr("Two dice")},
                 {"birthday", Words::tr("Birthdays")}});
  fields
      .choice(&Params::event,
              {"event", Words::tr("Event that is counted"), "E",
               Words::tr("The part that is coloured, and that the simulation counts.")},
              {{"a", Words::tr("A")},
               {"not_a", Words::tr("Not A")},
               {"all", Words::tr("All of them: A and B")},
               {"any", Words::tr("At least one: A or B")},
               {"a_only", Words::tr("A and no other")},
               {"exactly_one", Words::tr("Exactly one")},
               {"none", Words::tr("None")}})
      .onlyWith("subject", {"square", "dice"});
  addBoxFields(fields);
  addDiceFields(fields);
  fields
      .integer(&Params::people, {"people", Words::tr("People"), "n", Words::tr("How many are in the room.")},
               {1, mostPeople, 1})
      .onlyWith("subject", {"birthday"});
  fields
      .integer(
          &Params::days,
          {"days", Words::tr("Days"), "d",
           Words::tr("How many birthdays there are, each as likely: 365, or the slots of a hash table.")},
          {10, 1000, 1})
      .onlyWith("subject", {"birthday"});
  fields.seed(&Params::seed,
              {"seed", Words::tr("Seed"), "", Words::tr("Decides what the simulation draws.")});
  return fields;
}

std::vector<panel::Preset> presets() {
  return {
      {"overlap",
       Words::tr("Two events"),
       Words::tr(
           "The coloured part is A or B. Adding the two areas counts the overlap twice, so it is taken "
           "off once. Drag the middles and watch the bars: where all three stand at one height, B tells "
           "nothing about A."),
       {}},
      {"independent",
       Words::tr("Independent"),
       Words::tr("A takes 0.6 of the width, B 0.5 of the height. The share of B that lies in A is 0.6 again, "
                 "so the gap is 0. Independence is this proportion, not distance: the two overlap."),
       {{"event", "all"},
        {"a", "0.3,0.5"},
        {"a_width", "0.6"},
        {"a_height", "1"},
        {"b", "0.5,0.25"},
        {"b_width", "1"},
        {"b_height", "0.5"}}},
      {"disjoint",
       Words::tr("Disjoint"),
       Words::tr("They never happen together. That is far from independent: once B has happened, A is ruled "
                 "out, and the gap is as negative as it can be."),
       {{"a", "0.25,0.5"},
        {"a_width", "0.4"},
        {"a_height", "0.8"},
        {"b", "0.75,0.5"},
        {"b_width", "0.4"},
        {"b_height", "0.8"}}},
      {"nested",
       Words::tr("One inside the other"),
       Words::tr(
           "A lies in B, so the union is B and A cannot be more likely: P(A) is at most P(B). Knowing B "
           "raises A from 0.09 to 0.14."),
       {{"event", "a"},
        {"a", "0.5,0.5"},
        {"a_width", "0.3"},
        {"a_height", "0.3"},
        {"b", "0.5,0.5"},
        {"b_width", "0.8"},
        {"b_height", "0.8"}}},
      {"complement",
       Words::tr("What does not happen"),
       Words::tr("All but A: its area is 1 minus that of A. What is hard to count is often easy to count the "
                 "other way round."),
       {{"event", "not_a"}, {"b_width", "0.2"}, {"b_height", "0.2"}, {"b", "0.85,0.2"}}},
      {"three",
       Words::tr("Three events"),
       Words::tr("Add the three, take off what each pair shares, and what all three share has been taken off "
                 "once too often: add it again. Move C out of the overlap and the last term is 0."),
       {{"third", "true"}}},
      {"rain",
       Words::tr("Rain on the square"),
       Words::tr(
           "Four hundred drops: the share that falls in the event nears its area, and the band around it "
           "narrows like 1/√n. Four times the drops for half the band. Play on, or take another seed."),
       {{"event", "all"}, {"a_width", "0.7"}, {"b_width", "0.6"}, {"b_height", "0.7"}},
       20},
      {"seven",
       Words::tr("A seven and a six"),
       Words::tr("Whatever the first die shows, one face of the second makes seven: the sum 7 is independent "
                 "of it. Drag the diagonal to 8: with a one first, 8 is out of reach, and the gap is no "
                 "longer 0."),
       {{"subject", "dice"}, {"event", "all"}}},
      {"one_six",
       Words::tr("At least one six"),
       Words::tr("Eleven of 36 throws, not twelve: the double six is in the row and in the column. The other "
                 "way round, no six twice is 25/36."),
       {{"subject", "dice"}, {"event", "a"}, {"dice_a", "any_six"}, {"dice_b", "doubles"}}},
      {"birthday",
       Words::tr("Birthdays"),
       Words::tr("With 23 people a shared birthday is more likely than not, because they make 253 pairs. The "
                 "dashed line is the chance that one of them has your birthday: another question. The tree "
                 "counts the days still free."),
       {{"subject", "birthday"}}},
      {"hash",
       Words::tr("Collisions of a hash table"),
       Words::tr("A thousand slots and 38 keys: an even chance of a collision, at a load of 4 %. It takes "
                 "about 1.18 times the square root of the slots, whatever their number."),
       {{"subject", "birthday"}, {"days", "1000"}, {"people", "38"}},
       25},
  };
}

std::vector<panel::Goal<Params, Result>> goals() {
  const auto isSquare = [](const Params& p) { return p.subject == Subject::Square; };
  return {
      {"independent", Words::tr("Make A and B independent, neither sure nor impossible"),
       [isSquare](const Params& p, const Result& r) {
         return isSquare(p) && std::abs(r.gap) <= 0.002 && std::min(r.a, r.b) >= 0.05 &&
                std::max(r.a, r.b) <= 0.95;
       }},
      {"disjoint", Words::tr("Pull A and B apart"),
       [isSquare](const Params& p, const Result& r) { return isSquare(p) && r.both <= 0; }},
      {"cover", Words::tr("Cover nine tenths of the square"),
       [isSquare](const Params& p, const Result& r) { return isSquare(p) && r.either >= 0.9; }},
      {"given", Words::tr("Let B make A at least twice as likely"),
       [isSquare](const Params& p, const Result& r) {
         return isSquare(p) && r.a > 0 && r.aGivenB >= 2 * r.a;
       }},
      {"dice_independent", Words::tr("Find two different events of the dice that are independent"),
       [](const Params& p, const Result& r) {
         return p.subject == Subject::Dice && p.diceA != p.diceB && std::abs(r.gap) < 1e-9;
       }},
      {"half", Words::tr("Find how many people make a shared birthday an even chance"),
       [](const Params& p, const Result&) {
         return p.subject == Subject::Birthday && p.people == math::peopleForHalf(p.days);
       }},
      {"near", Words::tr("Let it rain until the frequency is right to 0.01"),
       [](const Params&, const Result& r) {
         return r.dropped >= 200 && std::abs(static_cast<double>(r.inside) / r.dropped - r.event) <= 0.01;
       }},
  };
}

std::vector<panel::Keyframe> showMe() {
  return {
      {{{"subject", "square"},
        {"event", "any"},
        {"third", "false"},
        {"a", "0.32,0.6"},
        {"a_width", "0.54"},
        {"a_height", "0.6"},
        {"b", "0.66,0.38"},
        {"b_width", "0.5"},
        {"b_height", "0.56"}},
       800},
      {{{"b", "0.75,0.4"}, {"a", "0.25,0.55"}}, 1800},
      {{{"event", "all"}, {"b", "0.4,0.5"}, {"a", "0.4,0.5"}}, 2000},
      {{{"a", "0.3,0.5"}, {"a_width", "0.6"}, {"a_height", "1"}}, 1600},
      {{{"b", "0.5,0.25"}, {"b_width", "1"}}, 1800},
      {{}, 1000, 25},
  };
}

panel::Process<Params, Rain> process() {
  panel::Process<Params, Rain> process;
  process.stepLabel = Words::tr("Try chance %1 times").arg(dropsPerStep);
  process.maximumSteps = mostSteps;
  process.start = startOfRain;
  process.step = nextOfRain;
  process.finished = [](const Params&, const Rain&) { return false; };
  process.stepsPerSecond = 6;
  return process;
}

} // namespace

} // namespace sample_space_panel

panel::PanelPointer sample_space() {
  using namespace sample_space_panel;
  panel::Definition<Params, Result, Rain> definition;
  definition.identity = {
      "probability.sample_space", Words::tr("Sample space and events"),
      Words::tr("Shows events as areas and counts, what is made of them, and how often they "
                "come when chance is tried."),
      "7.1"};
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
