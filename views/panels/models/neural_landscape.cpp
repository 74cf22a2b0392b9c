#include "views/panel/definition.h"
#include "views/panels/models/neural_landscape_words.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::panels::models {

namespace neural_landscape_panel {

namespace {

/// Steps a second: a training of two hundred is watched in eight.
constexpr double pace = 25;

void addNetworkFields(panel::Fields<Params>& fields) {
  fields.choice(&Params::data, {"data", Words::tr("Data"), "", Words::tr("Two classes of 30 points each.")},
                {{"moons", Words::tr("Two moons")},
                 {"circles", Words::tr("Ring round a disc")},
                 {"xor", Words::tr("Four clouds, XOR")},
                 {"spiral", Words::tr("Two spirals")}});
  fields.integer(&Params::layers,
                 {"layers", Words::tr("Hidden layers"), "",
                  Words::tr("More layers bend more, and are harder to train.")},
                 {1, 3, 1});
  fields.integer(
      &Params::neurons,
      {"neurons", Words::tr("Neurons in each"), "", Words::tr("How many features each hidden layer has.")},
      {3, 8, 1});
  fields.choice(&Params::activation,
                {"activation", Words::tr("Activation"), "",
                 Words::tr("Tanh is smooth; ReLU has a crease, and so has the landscape.")},
                {{"tanh", Words::tr("tanh")}, {"relu", Words::tr("ReLU")}});
  fields.choice(&Params::normalization,
                {"normalization", Words::tr("Normalization"), "",
                 Words::tr("Before each activation: over the samples, over the neurons, or none.")},
                {{"none", Words::tr("None")},
                 {"batch", Words::tr("Batch normalization")},
                 {"layer", Words::tr("Layer normalization")}});
}

panel::Fields<Params> fields() {
  panel::Fields<Params> fields;
  fields.number(&Params::rate,
                {"rate", Words::tr("Learning rate"), "\\eta",
                 Words::tr("Each step of the training is this times the gradient of the loss.")},
                {0.02, 4, 0.05, panel::Spacing::Logarithmic});
  addNetworkFields(fields);
  fields.choice(&Params::view,
                {"view", Words::tr("View"), "", Words::tr("Which pictures stand side by side.")},
                {{"landscape", Words::tr("Landscape and map")},
                 {"network", Words::tr("Map and decisions at the probe")},
                 {"training", Words::tr("Loss and sharpness, step by step")}});
  fields.choice(&Params::plane,
                {"plane", Words::tr("Directions"), "",
                 Words::tr("Two random directions, fitted to the weights neuron by neuron, or the plane "
                           "through start, middle and end of the training.")},
                {{"random", Words::tr("Random")}, {"path", Words::tr("Along the training")}});
  fields.integer(&Params::slice,
                 {"slice", Words::tr("Which random directions"), "",
                  Words::tr("Another number, another pair of directions.")},
                 {1, 20, 1});
  fields.number(&Params::span,
                {"span", Words::tr("Half width of the plane"), "",
                 Words::tr("1: every neuron's weights are changed by as much as they weigh.")},
                {0.1, 2, 0.05});
  fields.point(&Params::probe,
               {"probe", Words::tr("Probe"), "\\mathbf{p}",
                Words::tr("A network of the plane, in parts of its half width.")},
               {"px", "py"}, {-1, 1, 0.02});
  fields.toggle(&Params::isLogarithmic, {"logarithm", Words::tr("Logarithm of the loss"), "",
                                         Words::tr("Shows a flat floor as the depth that it has.")});
  fields.seed(&Params::seed, {"seed", Words::tr("Seed"), "",
                              Words::tr("Decides the data, the first weights and the directions.")});
  return fields;
}

std::vector<panel::Preset> presets() {
  return {
      {"moons",
       Words::tr("Trained"),
       Words::tr("Every point of this surface is a network of 67 numbers, two of whose directions you see. "
                 "Training has come down into a valley. Of the way there this plane sees less than half, and "
                 "most random planes see less: choose other directions, or those along the training."),
       {},
       200},
      {"start",
       Words::tr("Before training"),
       Words::tr("The same network with its first weights, on a slope. Press play: the landscape is sliced "
                 "through the network at each step, so it sinks into a valley as the loss falls."),
       {},
       0},
      {"path",
       Words::tr("Along the training"),
       Words::tr("Here the plane goes through the start, the middle and the end of the training, and so the "
                 "whole way lies nearly in it: down one slope, then round a bend into the valley."),
       {{"plane", "path"}, {"span", "1.5"}},
       200},
      {"probe",
       Words::tr("A network at every point"),
       Words::tr("Drag the probe over the map: the right picture shows what that network decides. Near the "
                 "middle many networks have the same boundary; on the slopes it comes loose from the data."),
       {{"view", "network"}, {"probe", "0.3,-0.3"}},
       200},
      {"edge",
       Words::tr("Edge of stability"),
       Words::tr("The valley has become sharper with every step, beyond 2/η, and the loss still falls. Press "
                 "play: the steps overshoot more and more, the training is thrown out, and in the next "
                 "valley the sharpness hovers about 2/η. Drag that line and train again (Cohen and others, "
                 "2021)."),
       {{"data", "spiral"}, {"rate", "0.5"}, {"view", "training"}},
       165},
      {"too_large",
       Words::tr("Learning rate too large"),
       Words::tr(
           "The loss jumps up and down, because steps go across the valley and land on its other side. "
           "Press play: after about a hundred steps they have thrown the training to where the sharpness is "
           "below 2/η, and there the steps fit."),
       {{"rate", "3"}, {"view", "training"}},
       25},
      {"plain",
       Words::tr("Without normalization"),
       Words::tr("Two spirals, 150 steps with a small learning rate: the training still creeps over flat "
                 "ground with a loss of 0.56. Compare the next preset, which starts with the same weights."),
       {{"data", "spiral"}, {"rate", "0.1"}, {"plane", "path"}, {"span", "1.5"}},
       150},
      {"batch",
       Words::tr("With batch normalization"),
       Words::tr("Same data, weights and steps, and each neuron's numbers are brought to one spread before "
                 "its activation: the loss is half as large. The price here is sharpness, thirty times as "
                 "much: normalization is no promise of flat ground."),
       {{"data", "spiral"}, {"rate", "0.1"}, {"normalization", "batch"}, {"plane", "path"}, {"span", "1.5"}},
       150},
      {"relu",
       Words::tr("Creases of ReLU"),
       Words::tr("Each crease of the surface is a neuron that begins or ceases to fire for one of the "
                 "samples. Between the creases the surface is smooth."),
       {{"activation", "relu"}, {"layers", "1"}, {"neurons", "3"}, {"span", "2"}},
       150},
  };
}

std::vector<panel::Goal<Params, Result>> goals() {
  return {
      {"learnt", Words::tr("Train until every sample is right"),
       [](const Params&, const Result& r) { return r.steps() > 0 && r.accuracy == 1; }},
      {"spiral", Words::tr("Learn the spirals"),
       [](const Params& p, const Result& r) {
         return p.data == nets::ToyData::Spiral && r.accuracy == 1 && r.now().state.at.loss < 0.1;
       }},
      {"edge", Words::tr("Train at the edge: learning rate times sharpness between 1.8 and 2.2"),
       [](const Params& p, const Result& r) {
         const double product = p.rate * r.landscape->sharpness.largest;
         return r.steps() >= 50 && product >= 1.8 && product <= 2.2;
       }},
      {"lower", Words::tr("Find a network with the probe that is better than the trained one"),
       [](const Params&, const Result& r) { return r.probeLoss < 0.98 * r.now().state.at.loss; }},
      {"seen", Words::tr("Choose a plane that contains the way of the training"),
       [](const Params&, const Result& r) { return r.steps() > 10 && r.landscape->shareOfWay > 0.99; }},
      {"coin", Words::tr("Find a network in the plane that is worse than a coin"),
       [](const Params&, const Result& r) { return r.steps() > 0 && r.probeLoss > std::log(2.0); }},
      {"up", Words::tr("Choose a learning rate with which the loss has gone up"),
       [](const Params&, const Result& r) {
         return r.steps() > 0 && r.now().state.at.loss > r.history[r.history.size() - 2].state.at.loss;
       }},
  };
}

std::vector<panel::Keyframe> showMe() {
  return {
      {{{"data", "moons"},
        {"layers", "2"},
        {"neurons", "6"},
        {"activation", "tanh"},
        {"normalization", "none"},
        {"rate", "0.3"},
        {"plane", "random"},
        {"slice", "1"},
        {"span", "1"},
        {"logarithm", "false"},
        {"view", "landscape"},
        {"probe", "0.6,0.4"}},
       800,
       0},
      {{{"rate", "0.3"}}, 600, 200},
      {{{"probe", "-0.5,0.6"}}, 2000, 200},
      {{{"view", "network"}}, 600, 200},
      {{{"probe", "0,0"}}, 2200, 200},
      {{{"view", "landscape"}, {"plane", "path"}, {"span", "1.5"}}, 1600, 200},
  };
}

} // namespace

} // namespace neural_landscape_panel

panel::PanelPointer neural_landscape() {
  using namespace neural_landscape_panel;
  panel::Definition<Params, Result, Step> definition;
  definition.identity = {
      "models.neural_landscape", Words::tr("Loss landscape of a small network"),
      Words::tr("Trains a network and shows how its loss changes along two directions of its parameters."),
      "13.3"};
  definition.fields = fields();
  definition.presets = presets();
  definition.goals = goals();
  definition.showMe = showMe();
  definition.process = panel::Process<Params, Step>{
      Words::tr("One step of gradient descent on all samples"), mostSteps, start, next, isFinished, pace};
  definition.slowModel = [memory = std::make_shared<Memory>()](
                             const Params& params, std::span<const Step> history, panel::Progress& progress) {
    return evaluate(params, history, *memory, progress);
  };
  definition.scene = drawn;
  definition.formula = formula;
  definition.readouts = readouts;
  definition.invariants = invariants;
  definition.spoken = spoken;
  definition.numpy = numpyCode;
  return panel::makePanel(std::move(definition));
}

} // namespace eigenboard::panels::models
