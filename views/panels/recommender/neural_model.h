#pragma once

#include "core/recommender/dense_factors.h"
#include "core/recommender/neural_filtering.h"
#include "core/recommender/stochastic_gradient.h"
#include "views/panels/recommender/own_ratings.h"
#include "views/panels/recommender/ratings_source.h"
#include "views/panels/recommender/trainings.h"
#include "views/scene/scene.h"

#include <Eigen/Core>
#include <QCoreApplication>

#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace eigenboard::panels::recommender::neural_panel {

namespace math = eigenboard::recommender;

struct Words {
  Q_DECLARE_TR_FUNCTIONS(RecommenderNeuralPanel)
};

/// The layers between the two vectors and the stars.
enum class Layers : std::uint8_t { None, One, Two };

inline constexpr int mostEpochs = 120;
inline constexpr int epochsAhead = 40; ///< that the first frame looks ahead
inline constexpr int batchSize = 32;
inline constexpr int heldBack = 20; ///< per cent

struct Params {
  int size = 3; ///< numbers for a person and for a film, in both
  Layers layers = Layers::One;
  double factorRate = 0.03;
  double neuralRate = 0.01;
  double penalty = 0.02;
  int seed = 1;
  int person = 14; ///< from 1
  int film = 12;

  std::vector<int> hidden() const;
};

/// The one division of the ratings that both learn from.
struct Task {
  math::Split parts;
  math::TrainingOrder order;
  Eigen::MatrixXd given; ///< people × films; NaN: none
  std::vector<std::pair<int, int>> tested;
};

/// Both after an epoch. One that has broken down stays as it was before.
struct Step {
  std::shared_ptr<const Task> task;
  int epoch = 0;
  std::shared_ptr<const math::FactorModel> factors;
  std::shared_ptr<const math::NeuralState> network;
  bool factorsBroke = false;
  bool networkBroke = false;
  math::Accuracy factorTrain = {};
  math::Accuracy factorTest = {};
  math::Accuracy networkTrain = {};
  math::Accuracy networkTest = {};

  bool isSameModel(const Step& other) const { return factors == other.factors && network == other.network; }
};

/// The process, which remembers its last few trainings.
class Race {
 public:
  Step start(const Params& params);
  Step next(const Params& params, const Step& before);

 private:
  Trainings<Params, Step> trainings_;
};

bool isFinished(const Params& params, const Step& step);

struct Result {
  std::vector<Step> history; ///< without models
  std::vector<Step> ahead;   ///< from now on, without models
  SourcePointer source;
  Eigen::MatrixXd factorScores; ///< people × films
  Eigen::MatrixXd networkScores;
  double networkAnswer = 0; ///< of the network for the chosen cell, in single precision
  double apart = 0;         ///< root mean square difference of the two tables
  std::size_t factorParameters = 0;
  std::size_t networkParameters = 0;
  CellPlace chosen;

  const Step& now() const { return history.back(); }
  double given() const { return now().task->given(chosen.person, chosen.film); }
};

/// history is not empty.
Result evaluate(const Params& params, std::span<const Step> history, Race& race);

scene::PlaneView scoresView(const QString& key, const QString& title, const Result& result,
                            const Eigen::MatrixXd& scores);
scene::PlaneView errorsView(const Result& result);

QString numpyCode(const Params& params, int steps);

} // namespace eigenboard::panels::recommender::neural_panel
