#include "tests/panels/panel_states.h"

#include "views/panel/table.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::tests {

using panel::Description;
using panel::Kind;
using panel::Parameter;
using panel::State;
using panel::Value;

namespace {

/// min + k·step as the decimal a reader would type, not with the noise of the sum.
double onGrid(const Parameter& parameter, int index) {
  const double raw = parameter.minimum + index * parameter.step;
  return std::clamp(std::round(raw * 1e10) / 1e10, parameter.minimum, parameter.maximum);
}

/// As many rows as a reader might make, on the grid of each column, and now and then the table it begins
/// with.
Value randomTable(const Parameter& parameter, RandomNumbers& random) {
  if (random.integer(0, 3) == 0)
    return parameter.defaultValue;
  Eigen::MatrixXd rows(random.integer(0, std::min(parameter.mostRows, 14)),
                       static_cast<Eigen::Index>(parameter.columns.size()));
  for (Eigen::Index column = 0; column < rows.cols(); ++column) {
    const panel::Column& described = parameter.columns[static_cast<std::size_t>(column)];
    const int last =
        static_cast<int>(std::floor((described.maximum - described.minimum) / described.step + 0.5));
    for (double& cell : rows.col(column))
      cell = std::round((described.minimum + random.integer(0, last) * described.step) * 1e10) / 1e10;
  }
  return tableText(parameter, rows);
}

Value randomValue(const Parameter& parameter, RandomNumbers& random) {
  switch (parameter.kind) {
  case Kind::Number: {
    const int last =
        static_cast<int>(std::floor((parameter.maximum - parameter.minimum) / parameter.step + 0.5));
    // Zero, one and the ends are where mathematics has its special cases, so they come more often than chance
    // has it.
    switch (random.integer(0, 9)) {
    case 0:
      return std::clamp(0.0, parameter.minimum, parameter.maximum);
    case 1:
      return std::clamp(1.0, parameter.minimum, parameter.maximum);
    default:
      return onGrid(parameter, random.integer(0, last));
    }
  }
  case Kind::Integer:
  case Kind::Seed:
    return static_cast<double>(
        random.integer(static_cast<int>(parameter.minimum), static_cast<int>(parameter.maximum)));
  case Kind::Toggle:
    return static_cast<double>(random.integer(0, 1));
  case Kind::Choice:
    return static_cast<double>(random.integer(0, static_cast<int>(parameter.options.size()) - 1));
  case Kind::Text:
    return parameter.defaultValue;
  case Kind::Table:
    return randomTable(parameter, random);
  }
  return parameter.defaultValue;
}

bool isMatrixCell(const Description& description, const Parameter& parameter) {
  return std::any_of(description.groups.begin(), description.groups.end(), [&](const panel::Group& group) {
    return group.kind == panel::GroupKind::Matrix && group.key == parameter.group;
  });
}

} // namespace

panel::Evaluation evaluateAt(const panel::Panel& panel, const State& state) {
  const std::unique_ptr<panel::Run> run = panel.start(state.values);
  int step = 0;
  while (run && step < state.steps && run->advance())
    ++step;
  return panel.evaluate(state.values, run.get(), step);
}

State randomState(const Description& description, RandomNumbers& random, int maximumSteps) {
  State state = defaultState(description);
  for (std::size_t i = 0; i < description.parameters.size(); ++i)
    state.values[i] = randomValue(description.parameters[i], random);
  for (const panel::ProcessDescription& process : description.processes)
    state.steps = random.integer(0, std::min(maximumSteps, process.maximumSteps));
  return state;
}

std::vector<NamedState> randomStates(const Description& description, std::uint64_t seed, int count,
                                     int maximumSteps) {
  RandomNumbers random(seed);
  std::vector<NamedState> states;
  for (int i = 0; i < count; ++i)
    states.push_back({QStringLiteral("random %1").arg(i), randomState(description, random, maximumSteps)});
  return states;
}

std::vector<NamedState> presetStates(const Description& description) {
  std::vector<NamedState> states;
  for (const panel::Preset& preset : description.presets) {
    const panel::StateResult result =
        withSettings(description, defaultState(description), {{QStringLiteral("preset"), preset.key}});
    states.push_back({QStringLiteral("preset ") + preset.key, result.state});
  }
  return states;
}

std::vector<NamedState> showMeStates(const Description& description) {
  std::vector<NamedState> states;
  State state = defaultState(description);
  for (std::size_t i = 0; i < description.showMe.size(); ++i) {
    state = withSettings(description, state, description.showMe[i].settings).state;
    state.steps = description.showMe[i].steps;
    states.push_back({QStringLiteral("leg %1 of Show me").arg(i + 1), state});
  }
  return states;
}

std::vector<NamedState> extremeStates(const Description& description) {
  std::vector<NamedState> states{{QStringLiteral("defaults"), defaultState(description)}};
  for (std::size_t i = 0; i < description.parameters.size(); ++i) {
    const Parameter& parameter = description.parameters[i];
    if (holdsText(parameter))
      continue;
    std::vector<double> values{parameter.minimum, parameter.maximum};
    if (parameter.kind == Kind::Choice)
      for (std::size_t option = 1; option + 1 < parameter.options.size(); ++option)
        values.push_back(static_cast<double>(option));
    for (const double value : values) {
      State state = defaultState(description);
      state.values[i] = value;
      states.push_back({QStringLiteral("%1 = %2").arg(parameter.key).arg(value), state});
    }
  }
  State lowest = defaultState(description);
  State highest = lowest;
  for (std::size_t i = 0; i < description.parameters.size(); ++i) {
    const Parameter& parameter = description.parameters[i];
    if (holdsText(parameter))
      continue;
    lowest.values[i] = parameter.minimum;
    highest.values[i] = parameter.maximum;
  }
  states.push_back({QStringLiteral("all at their minimum"), lowest});
  states.push_back({QStringLiteral("all at their maximum"), highest});
  return states;
}

std::vector<NamedState> tinyStates(const Description& description, std::uint64_t seed, int count) {
  std::vector<NamedState> states = randomStates(description, seed, count, 5);
  for (std::size_t k = 0; k < states.size(); ++k) {
    const double scale = k % 2 == 0 ? 1e-150 : 1e-200;
    states[k].name += QStringLiteral(", times %1").arg(scale);
    for (std::size_t i = 0; i < description.parameters.size(); ++i)
      if (const Parameter& parameter = description.parameters[i]; parameter.kind == Kind::Number) {
        double& value = std::get<double>(states[k].state.values[i]);
        value = std::get<double>(clamped(parameter, value * scale, value));
      }
  }
  return states;
}

std::vector<NamedState> longestStates(const Description& description) {
  std::vector<NamedState> states;
  if (!description.isProcess())
    return states;
  State state = defaultState(description);
  state.steps = description.processes.front().maximumSteps;
  for (std::size_t i = 0; i < description.parameters.size(); ++i)
    if (const Parameter& parameter = description.parameters[i]; isMatrixCell(description, parameter))
      state.values[i] = parameter.maximum;
  for (std::size_t i = 0; i < description.parameters.size(); ++i)
    for (std::size_t option = 0; option < description.parameters[i].options.size(); ++option) {
      State next = state;
      next.values[i] = static_cast<double>(option);
      states.push_back(
          {QStringLiteral("the last step with %1 = %2")
               .arg(description.parameters[i].key, description.parameters[i].options[option].key),
           next});
    }
  return states;
}

} // namespace eigenboard::tests
