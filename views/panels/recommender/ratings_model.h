#pragma once

#include "core/recommender/feature_line.h"
#include "core/recommender/ratings.h"
#include "views/panels/recommender/own_ratings.h"
#include "views/panels/recommender/ratings_source.h"
#include "views/scene/scene.h"

#include <Eigen/Core>
#include <QCoreApplication>

#include <cmath>
#include <optional>
#include <vector>

namespace eigenboard::panels::recommender::ratings_panel {

namespace math = eigenboard::recommender;

struct Words {
  Q_DECLARE_TR_FUNCTIONS(RecommenderRatingsPanel)
};

/// As what the table is looked at.
enum class Aspect : std::uint8_t { Numbers, Expression, Function, Vectors, Samples, Sparse };
enum class Whose : std::uint8_t { All, Person, Film };

struct Params {
  Aspect aspect = Aspect::Numbers;
  int person = 14; ///< from 1
  int film = 12;
  int other = 5;  ///< person
  int second = 3; ///< film
  double bias = 3;
  double weight = 0.5;
  Whose whose = Whose::All;
  Eigen::MatrixXd changes = Eigen::RowVector3d(14, 12, 4.5);
};

/// A fraction in lowest terms, denominator above 0; 0/0 for none.
struct Fraction {
  long long numerator = 0;
  long long denominator = 0;

  double value() const { return static_cast<double>(numerator) / static_cast<double>(denominator); }
  bool isHalfStars() const { return denominator == 1 || denominator == 2; }
};

/// Some ratings in the order of the table, and the places in it.
struct Sample {
  std::vector<CellPlace> places;
  Eigen::VectorXd stars;

  double count() const { return static_cast<double>(stars.size()); }
};

struct Result {
  const RatingsSource* source = nullptr; ///< the book's, without the reader
  Eigen::MatrixXd given;                 ///< people × films with the reader's changes; NaN: none
  CellPlace chosen;
  int other = 0;
  int second = 0;
  std::optional<int> ownRow; ///< of the changes, when the chosen cell has one
  Sample all;
  Sample ofPerson; ///< the chosen one
  Sample ofOther;
  Sample asked;                      ///< whose distribution is shown
  math::RatingStatistics statistics; ///< of those
  Fraction personMean;
  Fraction personMeanSquare;
  Eigen::VectorXd features; ///< suspense of the films that the chosen person has rated
  math::FeatureLine line;   ///< of the reader
  math::FeatureLine best;
  double error = 0; ///< mean squared, of the reader's line
  double leastError = 0;
  double feature = 0; ///< suspense of the chosen film

  double stars() const { return given(chosen.person, chosen.film); }
  /// Stars that a person gave to the chosen and to the second film; NaN where there are none.
  Eigen::Vector2d vectorOf(int person) const { return {given(person, chosen.film), given(person, second)}; }
  Eigen::Vector2d u() const { return vectorOf(chosen.person); }
  Eigen::Vector2d v() const { return vectorOf(other); }
};

Result evaluate(const Params& params);

/// Whether the root of a fraction is one: numerator and denominator are squares.
bool hasRationalRoot(const Fraction& fraction);

/// How many different values a sample has.
int differentValues(const Sample& sample);

const QString& personName(const Result& result, int person);
const QString& filmName(const Result& result, int film);

scene::PlaneView givenView(const Params& params, const Result& result);
/// The picture of the aspect.
scene::PlaneView aspectView(const Params& params, const Result& result);

/// A handle on the reader's own rating of the chosen cell, at a point of a view, which moves it along x or y.
/// None when the cell has no rating of the reader's.
std::optional<scene::Handle> ratingHandle(const Result& result, QPointF at, bool isAcross);

QString numpyCode(const Params& params);

} // namespace eigenboard::panels::recommender::ratings_panel
