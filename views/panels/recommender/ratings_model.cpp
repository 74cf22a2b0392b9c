#include "views/panels/recommender/ratings_model.h"

#include "views/panels/recommender/book_ratings.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <set>

namespace eigenboard::panels::recommender::ratings_panel {

namespace {

/// The book's people alone.
const RatingsSource& bookPeople() {
  static const RatingsSource source = [] {
    RatingsSource people = *bookSource();
    people.people.pop_back();
    people.peopleNames.pop_back();
    return people;
  }();
  return source;
}

Eigen::MatrixXd givenWith(const Params& params, const RatingsSource& source) {
  const auto people = static_cast<Eigen::Index>(source.people.size());
  const auto films = static_cast<Eigen::Index>(source.films.size());
  Eigen::MatrixXd given = Eigen::MatrixXd::Constant(people, films, std::numeric_limits<double>::quiet_NaN());
  for (std::size_t k = 0; k < source.ratings.size(); ++k)
    given(source.ratings.user[k], source.ratings.item[k]) = static_cast<double>(source.ratings.value[k]);
  for (const math::RatingChange& change :
       changesOf(params.changes, static_cast<int>(people), static_cast<int>(films))) {
    const double stars = std::round(2 * static_cast<double>(change.value)) / 2;
    given(change.user, change.item) = stars > 0 ? stars : std::numeric_limits<double>::quiet_NaN();
  }
  return given;
}

/// person or film −1: every one.
Sample sampleOf(const Eigen::MatrixXd& given, int person, int film) {
  Sample sample;
  std::vector<double> stars;
  for (int p = 0; p < static_cast<int>(given.rows()); ++p)
    for (int f = 0; f < static_cast<int>(given.cols()); ++f)
      if ((person < 0 || p == person) && (film < 0 || f == film) && !std::isnan(given(p, f))) {
        sample.places.push_back({p, f});
        stars.push_back(given(p, f));
      }
  sample.stars = Eigen::Map<const Eigen::VectorXd>(stars.data(), static_cast<Eigen::Index>(stars.size()));
  return sample;
}

math::RatingStatistics statisticsOfSample(const Sample& sample) {
  math::RatingRows rows;
  for (std::size_t k = 0; k < sample.places.size(); ++k) {
    rows.user.push_back(sample.places[k].person);
    rows.item.push_back(sample.places[k].film);
    rows.value.push_back(static_cast<float>(sample.stars(static_cast<Eigen::Index>(k))));
  }
  return math::statisticsOf(math::indexed(rows).ratings);
}

Fraction reduced(long long numerator, long long denominator) {
  const long long divisor = std::gcd(numerator, denominator);
  return divisor > 0 ? Fraction{numerator / divisor, denominator / divisor} : Fraction{};
}

bool isSquare(long long number) {
  const auto root = static_cast<long long>(std::llround(std::sqrt(static_cast<double>(number))));
  return root * root == number;
}

} // namespace

bool hasRationalRoot(const Fraction& fraction) {
  return isSquare(fraction.numerator) && isSquare(fraction.denominator);
}

int differentValues(const Sample& sample) {
  return static_cast<int>(std::set<double>(sample.stars.begin(), sample.stars.end()).size());
}

const QString& personName(const Result& result, int person) {
  return result.source->peopleNames[static_cast<std::size_t>(person)];
}

const QString& filmName(const Result& result, int film) {
  return result.source->filmNames[static_cast<std::size_t>(film)];
}

Result evaluate(const Params& params) {
  Result r;
  r.source = &bookPeople();
  r.given = givenWith(params, *r.source);
  r.chosen = {params.person - 1, params.film - 1};
  r.other = params.other - 1;
  r.second = params.second - 1;
  if (const int row = changeRow(params.changes, r.chosen.person, r.chosen.film); row >= 0)
    r.ownRow = row;
  r.all = sampleOf(r.given, -1, -1);
  r.ofPerson = sampleOf(r.given, r.chosen.person, -1);
  r.ofOther = sampleOf(r.given, r.other, -1);
  r.asked = params.whose == Whose::All      ? r.all
            : params.whose == Whose::Person ? r.ofPerson
                                            : sampleOf(r.given, -1, r.chosen.film);
  r.statistics = statisticsOfSample(r.asked);
  // In half stars all sums are whole numbers.
  const auto count = static_cast<long long>(r.ofPerson.stars.size());
  const Eigen::VectorXd halves = 2 * r.ofPerson.stars;
  r.personMean = reduced(std::llround(halves.sum()), 2 * count);
  r.personMeanSquare = reduced(std::llround(halves.squaredNorm()), 4 * count);
  const std::vector<double>& suspense = bookRatings().suspense;
  r.features.resize(r.ofPerson.stars.size());
  for (std::size_t k = 0; k < r.ofPerson.places.size(); ++k)
    r.features(static_cast<Eigen::Index>(k)) = suspense[static_cast<std::size_t>(r.ofPerson.places[k].film)];
  r.feature = suspense[static_cast<std::size_t>(r.chosen.film)];
  r.line = {params.bias, params.weight};
  r.best = math::leastSquaresLine(r.features, r.ofPerson.stars);
  r.error = math::meanSquaredError(r.line, r.features, r.ofPerson.stars);
  r.leastError = math::meanSquaredError(r.best, r.features, r.ofPerson.stars);
  return r;
}

} // namespace eigenboard::panels::recommender::ratings_panel
