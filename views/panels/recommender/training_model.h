#pragma once

#include "core/recommender/latent_map.h"
#include "core/recommender/stochastic_gradient.h"
#include "views/panels/recommender/own_ratings.h"
#include "views/panels/recommender/ratings_source.h"
#include "views/panels/recommender/trainings.h"
#include "views/scene/scene.h"

#include <Eigen/Core>
#include <QCoreApplication>

#include <cmath>
#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace eigenboard::panels::recommender::training_panel {

namespace math = eigenboard::recommender;

struct Words {
  Q_DECLARE_TR_FUNCTIONS(RecommenderTrainingPanel)
};

enum class Method : std::uint8_t { Biases, Gradient, Alternating };
/// What stands beside the ratings.
enum class Beside : std::uint8_t { Stars, Taste, Error, Map, All };

inline constexpr int mostFactors = 8;
inline constexpr int mostEpochs = 200;

struct Params {
  Method method = Method::Gradient;
  int factors = 2;
  double rate = 0.03;
  double regularization = 0.02;
  int heldBack = 20; ///< per cent
  int seed = 1;
  Beside beside = Beside::Stars;
  int person = 14; ///< of those shown, from 1
  int film = 12;
  Eigen::MatrixXd changes{0, 3}; ///< person, film, stars (0: none)
  QString file;                  ///< empty: the book's ratings

  bool hasFile() const { return !file.trimmed().isEmpty(); }
  double testShare() const { return heldBack / 100.0; }
  int usedFactors() const { return method == Method::Biases ? 0 : factors; }
};

/// What is learnt from and what it is tested on.
struct Lesson {
  SourcePointer source;
  math::Split parts;
  math::TrainingOrder order;
  math::RatingSides sides;
  Eigen::MatrixXd given;                   ///< stars of those shown, people × films; NaN: none
  std::vector<std::pair<int, int>> tested; ///< which of them are held back
  Eigen::MatrixXd untouched;               ///< given, before the reader's changes

  bool wasGiven(int person, int film) const { return !std::isnan(untouched(person, film)); }
};

/// After an epoch. One of the models is there: in single precision for gradient descent.
struct Step {
  std::shared_ptr<const Lesson> lesson;
  int epoch = 0;
  std::shared_ptr<const math::FactorModel> single;
  std::shared_ptr<const math::DenseFactors> exact;
  math::Accuracy train = {};
  math::Accuracy test = {};
  double objective = 0;   ///< of the least-squares methods
  bool hasBroken = false; ///< the epoch ended in numbers too large: the model is the one before it

  bool isSameModel(const Step& other) const { return single == other.single && exact == other.exact; }
  math::DenseFactors model() const { return single ? math::dense(*single) : *exact; }
};

/// The process. It remembers its last few trainings, so that choosing another cell of the table does not
/// train anew; the answers are those that training would give.
class Trainer {
 public:
  Step start(const Params& params);
  Step next(const Params& params, const Step& before);

 private:
  Trainings<Params, Step> trainings_;
  RatingsShelf shelf_;
};

/// No epoch beyond: at the end, after a breakdown, or when the models of all epochs of a file fill the
/// memory.
bool isFinished(const Params& params, const Step& step);

struct Result {
  std::vector<Step> history; ///< from the start to now; models of the last two alone
  std::vector<Step> ahead;   ///< from now on, without models; empty for files
  math::DenseFactors model;
  math::DenseFactors shown;           ///< of those shown alone
  Eigen::MatrixXd scores;             ///< of those shown, people × films
  Eigen::MatrixXd taste;              ///< pᵀq alone
  math::LatentMap map;                ///< of those shown
  std::vector<Eigen::MatrixXd> paths; ///< places of the films on the map at earlier epochs, 2 × films each
  math::RankingQuality ranking;
  math::ScoreParts parts; ///< of the chosen cell
  int person = 0;         ///< the chosen ones, from 0
  int film = 0;

  const Step& now() const { return history.back(); }
  const Lesson& lesson() const { return *now().lesson; }
  const RatingsSource& source() const { return *lesson().source; }
  int people() const { return static_cast<int>(source().people.size()); }
  int films() const { return static_cast<int>(source().films.size()); }
  CellPlace chosen() const { return {person, film}; }
  std::vector<math::RatingChange> changes(const Params& params) const {
    return changesOf(params.changes, people(), films());
  }
  double given() const { return lesson().given(person, film); }
};

scene::PlaneView ratingsView(const Params& params, const Result& result);
scene::PlaneView tableView(const Params& params, const Result& result);
scene::PlaneView latentView(const Params& params, const Result& result);
scene::PlaneView errorsView(const Params& params, const Result& result);

QString numpyCode(const Params& params, int steps);

} // namespace eigenboard::panels::recommender::training_panel
