#include "views/panels/recommender/explain_model.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace eigenboard::panels::recommender::explain_panel {

namespace {

Learnt learnFrom(const Params& params, const Eigen::MatrixXd& changes) {
  const RatingsSource& book = *bookSource();
  Learnt learnt;
  const auto people = static_cast<int>(book.people.size());
  const auto films = static_cast<int>(book.films.size());
  learnt.ratings = math::withChanges({book.ratings, math::split(book.ratings, 0, 1).test},
                                     changesOf(changes, people, films))
                       .train;
  learnt.given.setConstant(people, films, std::numeric_limits<double>::quiet_NaN());
  for (std::size_t k = 0; k < learnt.ratings.size(); ++k)
    learnt.given(learnt.ratings.user[k], learnt.ratings.item[k]) =
        static_cast<double>(learnt.ratings.value[k]);
  math::AlsSettings settings;
  settings.factors = params.factors;
  settings.regularization = settings.biasRegularization = params.penalty;
  constexpr float spread = 0.1F;
  const math::RatingSides sides = math::sidesOf(learnt.ratings);
  learnt.model = math::dense(
      math::initialModel(learnt.ratings, params.factors, spread, static_cast<std::uint64_t>(params.seed)));
  for (int sweep = 0; sweep < sweeps; ++sweep)
    learnt.model = math::nextDenseSweep(learnt.ratings, sides, settings, std::move(learnt.model));
  learnt.scores = math::scoreTable(learnt.model);
  return learnt;
}

/// All films that a person has not rated.
std::vector<math::ScoredItem> listFor(const Learnt& learnt, int person) {
  std::vector<char> rated(static_cast<std::size_t>(learnt.given.cols()), 0);
  for (Eigen::Index film = 0; film < learnt.given.cols(); ++film)
    rated[static_cast<std::size_t>(film)] = std::isnan(learnt.given(person, film)) ? 0 : 1;
  return math::topItems(learnt.scores.row(person).transpose().cast<float>(), rated.size(), rated);
}

} // namespace

LearntPointer Teacher::learnt(const Params& params) {
  if (params.changes.rows() == 0)
    return untouched(params);
  return changed_.to({params.factors, params.penalty, params.seed, params.changes},
                     [&params] { return learnFrom(params, params.changes); });
}

LearntPointer Teacher::untouched(const Params& params) {
  const Eigen::MatrixXd none(0, 3);
  return plain_.to({params.factors, params.penalty, params.seed, none},
                   [&params, &none] { return learnFrom(params, none); });
}

int placeIn(const std::vector<math::ScoredItem>& list, int film) {
  const auto found = std::find_if(list.begin(), list.end(),
                                  [film](const math::ScoredItem& one) { return one.item == film; });
  return found == list.end() ? 0 : static_cast<int>(found - list.begin()) + 1;
}

const QString& personName(const Result& result, int person) {
  return result.source->peopleNames[static_cast<std::size_t>(person)];
}

const QString& filmName(const Result& result, int film) {
  return result.source->filmNames[static_cast<std::size_t>(film)];
}

Result evaluate(const Params& params, Teacher& teacher) {
  Result r;
  r.source = bookSource();
  r.now = teacher.learnt(params);
  r.before = teacher.untouched(params);
  r.chosen = {params.person - 1, params.film - 1};
  r.parts = math::partsOf(r.now->model, r.chosen.person, r.chosen.film);
  r.list = listFor(*r.now, r.chosen.person);
  r.earlier = listFor(*r.before, r.chosen.person);
  r.films = math::mostAlike(r.now->model.itemFactors, r.chosen.film, nearest);
  r.people = math::mostAlike(r.now->model.userFactors, r.chosen.person, nearest);
  return r;
}

} // namespace eigenboard::panels::recommender::explain_panel
