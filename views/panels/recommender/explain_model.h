#pragma once

#include "core/recommender/latent_map.h"
#include "core/recommender/top_items.h"
#include "views/panels/recommender/own_ratings.h"
#include "views/panels/recommender/ratings_source.h"
#include "views/panels/support/last_answer.h"
#include "views/scene/scene.h"

#include <Eigen/Core>
#include <QCoreApplication>

#include <memory>
#include <utility>
#include <vector>

namespace eigenboard::panels::recommender::explain_panel {

namespace math = eigenboard::recommender;

struct Words {
  Q_DECLARE_TR_FUNCTIONS(RecommenderExplainPanel)
};

enum class Beside : std::uint8_t { Why, Near };

inline constexpr int sweeps = 15; ///< of alternating least squares: after these nothing visible changes
inline constexpr std::size_t listed = 10;
inline constexpr std::size_t nearest = 3;

struct Params {
  int factors = 2;
  double penalty = 0.05;
  int seed = 1;
  int person = 14; ///< from 1; the last one is the reader
  int film = 12;
  Beside beside = Beside::Why;
  Eigen::MatrixXd changes{0, 3};
};

/// What is learnt from a table.
struct Learnt {
  math::Ratings ratings;
  Eigen::MatrixXd given; ///< people × films; NaN: none
  math::DenseFactors model;
  Eigen::MatrixXd scores; ///< people × films
};

using LearntPointer = std::shared_ptr<const Learnt>;

/// Learns, and keeps the last two answers: with the reader's changes and without.
class Teacher {
 public:
  LearntPointer learnt(const Params& params);
  LearntPointer untouched(const Params& params);

 private:
  struct Question {
    int factors = 0;
    double penalty = 0;
    int seed = 0;
    Eigen::MatrixXd changes;
    bool operator==(const Question& other) const {
      return factors == other.factors && penalty == other.penalty && seed == other.seed &&
             changes.rows() == other.changes.rows() && changes == other.changes;
    }
  };
  LastAnswer<Question, Learnt> changed_;
  LastAnswer<Question, Learnt> plain_;
};

struct Result {
  SourcePointer source;
  LearntPointer now;
  LearntPointer before; ///< without the reader's changes
  CellPlace chosen;
  math::ScoreParts parts;
  std::vector<math::ScoredItem> list;        ///< films the person has not rated, best first
  std::vector<math::ScoredItem> earlier;     ///< the same without the changes
  std::vector<std::pair<int, double>> films; ///< most alike the chosen one
  std::vector<std::pair<int, double>> people;

  double given() const { return now->given(chosen.person, chosen.film); }
  bool hasChanges() const { return now != before; }
};

Result evaluate(const Params& params, Teacher& teacher);

/// The place of a film in a list, from 1; 0: not in it.
int placeIn(const std::vector<math::ScoredItem>& list, int film);

const QString& personName(const Result& result, int person);
const QString& filmName(const Result& result, int film);

scene::PlaneView tableView(const Params& params, const Result& result);
scene::PlaneView listView(const Result& result);
scene::PlaneView whyView(const Result& result);
scene::PlaneView nearView(const Result& result);

QString numpyCode(const Params& params);

} // namespace eigenboard::panels::recommender::explain_panel
