#include "views/panels/recommender/training_model.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace eigenboard::panels::recommender::training_panel {

namespace {

constexpr float initialSpread = 0.1F;
constexpr std::size_t mostHistoryBytes = std::size_t{96} << 20;

/// To a millionth, in single precision: so that a number which differs by less, as one does that was dragged
/// and not typed, trains alike to the bit.
float asTrained(double value) {
  return static_cast<float>(std::round(value * 1e6) / 1e6);
}

math::SgdSettings gradientSettings(const Params& params) {
  math::SgdSettings settings;
  settings.factors = params.usedFactors();
  settings.rate = asTrained(params.rate);
  settings.decay = 1;
  settings.regularization = settings.biasRegularization = asTrained(params.regularization);
  settings.initialScale = initialSpread;
  settings.seed = static_cast<std::uint64_t>(params.seed);
  return settings;
}

math::AlsSettings sweepSettings(const Params& params) {
  math::AlsSettings settings;
  settings.factors = params.usedFactors();
  settings.regularization = settings.biasRegularization = params.regularization;
  return settings;
}

/// Gradient descent rounds what it is told, least squares has no rate.
bool settingsAlike(const Params& one, const Params& other) {
  return one.method == Method::Gradient ? asTrained(one.rate) == asTrained(other.rate) &&
                                              asTrained(one.regularization) == asTrained(other.regularization)
                                        : one.regularization == other.regularization;
}

bool trainAlike(const Params& one, const Params& other) {
  return one.method == other.method && one.usedFactors() == other.usedFactors() &&
         settingsAlike(one, other) && one.heldBack == other.heldBack && one.seed == other.seed &&
         one.changes.rows() == other.changes.rows() && one.changes == other.changes;
}

/// To each place where it is shown, or −1.
std::vector<int> whereShown(const std::vector<int>& shown, int places) {
  std::vector<int> where(static_cast<std::size_t>(places), -1);
  for (std::size_t at = 0; at < shown.size(); ++at)
    where[static_cast<std::size_t>(shown[at])] = static_cast<int>(at);
  return where;
}

/// Calls note(person, film, stars) for the ratings that are shown.
template <typename Note>
void forEachShown(const RatingsSource& source, const math::Ratings& ratings, Note note) {
  const std::vector<int> person = whereShown(source.people, source.ratings.users.size());
  const std::vector<int> film = whereShown(source.films, source.ratings.items.size());
  for (std::size_t k = 0; k < ratings.size(); ++k) {
    const int row = person[static_cast<std::size_t>(ratings.user[k])];
    const int column = film[static_cast<std::size_t>(ratings.item[k])];
    if (row >= 0 && column >= 0)
      note(row, column, static_cast<double>(ratings.value[k]));
  }
}

void noteGiven(Lesson& lesson) {
  const RatingsSource& source = *lesson.source;
  lesson.given.setConstant(static_cast<Eigen::Index>(source.people.size()),
                           static_cast<Eigen::Index>(source.films.size()),
                           std::numeric_limits<double>::quiet_NaN());
  lesson.untouched = lesson.given;
  forEachShown(source, source.ratings,
               [&](int row, int column, double stars) { lesson.untouched(row, column) = stars; });
  const auto give = [&](int row, int column, double stars) { lesson.given(row, column) = stars; };
  forEachShown(source, lesson.parts.train, give);
  forEachShown(source, lesson.parts.test, give);
  forEachShown(source, lesson.parts.test,
               [&](int row, int column, double) { lesson.tested.emplace_back(row, column); });
}

std::shared_ptr<const Lesson> lessonOf(const Params& params, const SourcePointer& source) {
  auto lesson = std::make_shared<Lesson>();
  lesson->source = source;
  std::vector<math::RatingChange> changes = changesOf(params.changes, static_cast<int>(source->people.size()),
                                                      static_cast<int>(source->films.size()));
  for (math::RatingChange& change : changes) {
    change.user = source->people[static_cast<std::size_t>(change.user)];
    change.item = source->films[static_cast<std::size_t>(change.item)];
  }
  const auto seed = static_cast<std::uint64_t>(params.seed);
  lesson->parts = math::withChanges(math::split(source->ratings, params.testShare(), seed), changes);
  if (params.method == Method::Gradient)
    lesson->order = math::trainingOrder(lesson->parts.train, 1, seed);
  else
    lesson->sides = math::sidesOf(lesson->parts.train);
  noteGiven(*lesson);
  return lesson;
}

void judge(const Params& params, Step& step) {
  const math::DenseFactors model = step.model();
  step.train = math::accuracyOf(model, step.lesson->parts.train);
  step.test = math::accuracyOf(model, step.lesson->parts.test);
  if (step.exact)
    step.objective = math::denseObjective(step.lesson->parts.train, sweepSettings(params), model);
}

Step firstStep(const Params& params, const SourcePointer& source) {
  Step step;
  step.lesson = lessonOf(params, source);
  const math::Ratings& train = step.lesson->parts.train;
  math::FactorModel model =
      math::initialModel(train, params.usedFactors(), initialSpread, static_cast<std::uint64_t>(params.seed));
  if (params.method == Method::Gradient)
    step.single = std::make_shared<const math::FactorModel>(std::move(model));
  else
    step.exact = std::make_shared<const math::DenseFactors>(math::dense(model));
  judge(params, step);
  return step;
}

Step nextStep(const Params& params, const Step& before) {
  Step step = before;
  ++step.epoch;
  if (params.method == Method::Gradient) {
    math::SgdState state{before.epoch, *before.single, 0, false};
    state = math::nextEpoch(before.lesson->order, gradientSettings(params), std::move(state));
    step.hasBroken = state.diverged;
    if (!state.diverged)
      step.single = std::make_shared<const math::FactorModel>(std::move(state.model));
  } else {
    math::DenseFactors model = math::nextDenseSweep(before.lesson->parts.train, before.lesson->sides,
                                                    sweepSettings(params), *before.exact);
    step.hasBroken = !model.allFinite();
    if (!step.hasBroken)
      step.exact = std::make_shared<const math::DenseFactors>(std::move(model));
  }
  if (!step.hasBroken)
    judge(params, step);
  return step;
}

auto isMeantBy(const Params& params, const SourcePointer& source) {
  return [&params, source](const Params& own, const Step& first) {
    return first.lesson->source == source && trainAlike(own, params);
  };
}

} // namespace

Step Trainer::start(const Params& params) {
  const SourcePointer source = shelf_.source(params.file);
  if (const std::optional<Step> kept = trainings_.first(isMeantBy(params, source)))
    return *kept;
  Step step = firstStep(params, source);
  // Models of files are large: of those only the last training is remembered.
  trainings_.begin(params, step, [](const Step& first) { return !first.lesson->source->isBook; });
  return step;
}

Step Trainer::next(const Params& params, const Step& before) {
  return trainings_.next(before, isMeantBy(params, before.lesson->source),
                         [&] { return nextStep(params, before); });
}

bool isFinished(const Params& params, const Step& step) {
  const RatingsSource& source = *step.lesson->source;
  const std::size_t numbers =
      static_cast<std::size_t>(source.ratings.users.size() + source.ratings.items.size()) *
      static_cast<std::size_t>(math::paddedFactors(params.usedFactors()) + 1);
  const std::size_t bytes = numbers * (step.single ? sizeof(float) : sizeof(double));
  const bool isFull = bytes * static_cast<std::size_t>(step.epoch + 1) >= mostHistoryBytes;
  return step.hasBroken || isFull || step.lesson->parts.train.size() == 0;
}

} // namespace eigenboard::panels::recommender::training_panel
