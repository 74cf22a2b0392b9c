#include "views/panels/recommender/ratings_words.h"

#include "core/recommender/latent_map.h"
#include "views/panels/support/speech.h"
#include "views/panels/support/tex.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace eigenboard::panels::recommender::ratings_panel {

using panel::Readout;

namespace {

double countOf(const Sample& sample) {
  return sample.count();
}

double peopleWithBoth(const Result& r) {
  double count = 0;
  for (int person = 0; person < static_cast<int>(r.given.rows()); ++person)
    count += r.vectorOf(person).allFinite() ? 1 : 0;
  return count;
}

/// Share of four stars or more.
double shareLiked(const Result& r) {
  double liked = 0;
  for (std::size_t half = 8; half <= 10; ++half)
    liked += static_cast<double>(r.statistics.halfStars.at(half));
  return liked / countOf(r.asked);
}

/// The smallest of the values that occur most often; NaN for none.
double mostFrequent(const Result& r) {
  if (r.asked.stars.size() == 0)
    return std::numeric_limits<double>::quiet_NaN();
  const auto& counts = r.statistics.halfStars;
  return 0.5 * static_cast<double>(std::max_element(counts.begin(), counts.end()) - counts.begin());
}

double cells(const Result& r) {
  return static_cast<double>(r.given.size());
}

double storedSparse(const Result& r) {
  return 2 * countOf(r.all) + static_cast<double>(r.given.rows()) + 1;
}

std::vector<Readout> numberReadouts(const Result& r) {
  const auto numerator = static_cast<double>(r.personMean.numerator);
  const auto denominator = static_cast<double>(r.personMean.denominator);
  return {
      {"halves", Words::tr("Half stars in it"), "2r", "",
       Words::tr(
           "A whole number, which is why r is a fraction with the denominator 1 or 2; undefined where r "
           "is missing."),
       2 * r.stars(), 0},
      {"mean", Words::tr("Mean of the person"), "\\bar r", Words::tr("stars"),
       Words::tr("A sum of fractions over a count, so a fraction again; undefined without ratings."),
       r.personMean.value(), 4},
      {"numerator", Words::tr("Its numerator"), "a", "", Words::tr("Of the mean a/b in lowest terms."),
       numerator, 0},
      {"denominator", Words::tr("Its denominator"), "b", "",
       Words::tr("1 or 2 where the mean itself could be given as a rating; 0 without ratings."), denominator,
       0},
      {"rms", Words::tr("Root mean square"), "q", Words::tr("stars"),
       Words::tr(
           "The root of a fraction: irrational unless, in lowest terms, both numerator and denominator are "
           "squares; undefined "
           "without ratings."),
       std::sqrt(r.personMeanSquare.value()), 4},
      {"rational", Words::tr("Is it a fraction?"), "q \\in \\mathbb{Q}", "",
       Words::tr("Yes or no: 1 where the root mean square is a fraction; 0 where it is none, or there are no "
                 "ratings."),
       r.personMeanSquare.denominator > 0 && hasRationalRoot(r.personMeanSquare) ? 1.0 : 0.0, 0}};
}

std::vector<Readout> expressionReadouts(const Result& r) {
  return {{"feature", Words::tr("Suspense of the film"), "x", "",
           Words::tr("As planted in the book's data: from -1.6 to 2."), r.feature, 2},
          {"predicted", Words::tr("Predicted"), "\\hat r", Words::tr("stars"),
           Words::tr("bias + weight · x."), r.line.at(r.feature), 3},
          {"error", Words::tr("Mean squared error"), "", "",
           Words::tr("Of your line over all ratings of the person; undefined without any."), r.error, 4},
          {"least_error", Words::tr("Least that a line has"), "", "",
           Words::tr("Of the dashed line; undefined without ratings."), r.leastError, 4},
          {"best_bias", Words::tr("Best bias"), "b^*", Words::tr("stars"),
           Words::tr("Where the dashed line crosses x = 0; undefined without ratings."), r.best.bias, 3},
          {"best_weight", Words::tr("Best weight"), "w^*", Words::tr("stars"),
           Words::tr("Below 0 for who dislikes suspense; undefined without ratings."), r.best.weight, 3}};
}

std::vector<Readout> functionReadouts(const Result& r) {
  const double films = static_cast<double>(r.given.cols());
  const double values = differentValues(r.ofPerson);
  return {
      {"domain", Words::tr("Films in the domain"), "", "",
       Words::tr("Where f(u, ·) is defined: the films that the person has rated."), countOf(r.ofPerson), 0},
      {"undefined_at", Words::tr("Films outside"), "", "",
       Words::tr("Where there is no value at all, which is not the value 0."), films - countOf(r.ofPerson),
       0},
      {"range", Words::tr("Values taken"), "", "",
       Words::tr("Different stars among the ratings: at most ten, so that films must share them."), values,
       0},
      {"injective", Words::tr("One film to a value?"), "", "",
       Words::tr(
           "Yes or no: 1 where no two films have the same stars, so that stars would name the film; else 0."),
       values == countOf(r.ofPerson) ? 1.0 : 0.0, 0},
      {"other_domain", Words::tr("Films of the other"), "", "",
       Words::tr("In the domain of the person who is compared."), countOf(r.ofOther), 0}};
}

std::vector<Readout> vectorReadouts(const Result& r) {
  const Eigen::Vector2d u = r.u();
  const Eigen::Vector2d v = r.v();
  return {{"dot", Words::tr("Dot product"), "\\mathbf{u}\\cdot\\mathbf{v}", "",
           Words::tr("First with first and second with second, added; undefined where a rating is missing."),
           u.dot(v), 2},
          {"norm_u", Words::tr("Length of u"), "\\|\\mathbf{u}\\|", Words::tr("stars"),
           Words::tr("How long the arrow of the person is; undefined where a rating is missing."), u.norm(),
           3},
          {"norm_v", Words::tr("Length of v"), "\\|\\mathbf{v}\\|", Words::tr("stars"),
           Words::tr("The same of the other person; undefined where a rating is missing."), v.norm(), 3},
          {"cosine", Words::tr("Cosine"), "\\cos\\theta", "",
           Words::tr(
               "1 where the arrows have one direction; stars are above 0, so it is never below 0; undefined "
               "where a rating is missing."),
           math::alikeness(u, v), 4},
          {"distance", Words::tr("Distance"), "\\|\\mathbf{u} - \\mathbf{v}\\|", Words::tr("stars"),
           Words::tr("How far apart the tips are; undefined where a rating is missing."), (u - v).norm(), 3},
          {"both", Words::tr("People with both films"), "", "",
           Words::tr("Dots of the picture, some upon each other."), peopleWithBoth(r), 0}};
}

std::vector<Readout> sampleReadouts(const Result& r) {
  const bool isEmpty = r.asked.stars.size() == 0;
  const double undefined = std::numeric_limits<double>::quiet_NaN();
  return {{"count", Words::tr("Ratings"), "n", "", Words::tr("How many there are."), countOf(r.asked), 0},
          {"sample_mean", Words::tr("Mean"), "\\bar r", Words::tr("stars"),
           Words::tr("Where the bars would balance; undefined without ratings."),
           isEmpty ? undefined : r.statistics.mean, 3},
          {"deviation", Words::tr("Standard deviation"), "s", Words::tr("stars"),
           Words::tr("Root of the mean squared distance from the mean, over n and not n − 1; undefined "
                     "without ratings."),
           isEmpty ? undefined : r.statistics.deviation, 3},
          {"mode", Words::tr("Most frequent"), "", Words::tr("stars"),
           Words::tr("The highest bar, the leftmost of equal ones; undefined without ratings."),
           mostFrequent(r), 1},
          {"liked", Words::tr("Four stars or more"), "P(r \\ge 4)", "",
           Words::tr("The chance that a rating drawn from these is so high; undefined without ratings."),
           shareLiked(r), 4}};
}

std::vector<Readout> sparseReadouts(const Result& r) {
  return {
      {"stored", Words::tr("Ratings"), "", "", Words::tr("Cells that hold something."), countOf(r.all), 0},
      {"density", Words::tr("Density"), "", "",
       Words::tr("Share of the cells that hold a rating. Real services have one in a hundred or fewer."),
       countOf(r.all) / cells(r), 4},
      {"dense_numbers", Words::tr("Numbers, full table"), "m n", "", Words::tr("A place for every cell."),
       cells(r), 0},
      {"sparse_numbers", Words::tr("Numbers, by rows"), "2 n_r + m + 1", "",
       Words::tr(
           "For each rating its column and its stars, and where each row begins: it pays below a density "
           "of about one half."),
       storedSparse(r), 0},
      {"of_film", Words::tr("Of the chosen film"), "", "", Words::tr("People who have rated it."),
       static_cast<double>(
           (r.given.col(r.chosen.film).array() == r.given.col(r.chosen.film).array()).count()),
       0}};
}

QString fractionTex(const Fraction& fraction) {
  if (fraction.denominator == 1)
    return QString::number(fraction.numerator);
  return QStringLiteral("%1/%2").arg(fraction.numerator).arg(fraction.denominator);
}

QString givenTex(const Result& r) {
  return std::isnan(r.stars()) ? QStringLiteral("\\text{%1}").arg(Words::tr("undefined"))
                               : tex::number(r.stars(), 1);
}

} // namespace

QString formula(const Params& params, const Result& r) {
  switch (params.aspect) {
  case Aspect::Numbers: {
    const QString mean = r.personMean.denominator > 0
                             ? QStringLiteral("\\bar r = %1 \\approx %2")
                                   .arg(fractionTex(r.personMean), tex::number(r.personMean.value()))
                             : QStringLiteral("\\bar r = \\text{%1}").arg(Words::tr("undefined"));
    return QStringLiteral("r = %1, \\quad %2 \\in \\mathbb{Q}").arg(givenTex(r), mean);
  }
  case Aspect::Expression:
    return QStringLiteral("\\hat r = b + w x = %1 + %2 \\cdot %3 %4 %5")
        .arg(tex::number(r.line.bias), tex::factor(r.line.weight), tex::factor(r.feature),
             tex::equals({r.line.bias, r.line.weight, r.feature, r.line.at(r.feature)}),
             tex::number(r.line.at(r.feature)));
  case Aspect::Function:
    return QStringLiteral("f(%1, %2) = %3")
        .arg(tex::text(personName(r, r.chosen.person)), tex::text(filmName(r, r.chosen.film)), givenTex(r));
  case Aspect::Vectors:
    return QStringLiteral("\\cos\\theta = \\mathbf{u}\\cdot\\mathbf{v} \\,/\\, "
                          "(\\|\\mathbf{u}\\|\\,\\|\\mathbf{v}\\|) = "
                          "%1 / (%2 \\cdot %3) \\approx %4")
        .arg(tex::number(r.u().dot(r.v())), tex::number(r.u().norm()), tex::number(r.v().norm()),
             tex::number(math::alikeness(r.u(), r.v())));
  case Aspect::Samples:
    return QStringLiteral("\\bar r = \\tfrac1n \\textstyle\\sum r = %1, \\quad P(r \\ge 4) \\approx %2")
        .arg(tex::number(r.asked.stars.size() > 0 ? r.asked.stars.mean() : std::nan("")),
             tex::number(shareLiked(r)));
  case Aspect::Sparse:
    return QStringLiteral("%1 / (%2 \\cdot %3) \\approx %4")
        .arg(r.all.stars.size())
        .arg(r.given.rows())
        .arg(r.given.cols())
        .arg(tex::number(countOf(r.all) / cells(r), 3));
  }
  return {};
}

std::vector<Readout> readouts(const Params& params, const Result& r) {
  std::vector<Readout> list{
      {"given", Words::tr("The rating"), "r", Words::tr("stars"),
       Words::tr("Of the chosen person for the chosen film; undefined where it is missing, "
                 "which is not the same as 0."),
       r.stars(), 1}};
  const std::vector<Readout> more = params.aspect == Aspect::Numbers      ? numberReadouts(r)
                                    : params.aspect == Aspect::Expression ? expressionReadouts(r)
                                    : params.aspect == Aspect::Function   ? functionReadouts(r)
                                    : params.aspect == Aspect::Vectors    ? vectorReadouts(r)
                                    : params.aspect == Aspect::Samples    ? sampleReadouts(r)
                                                                          : sparseReadouts(r);
  list.insert(list.end(), more.begin(), more.end());
  return list;
}

QString spoken(const Params& params, const Result& r) {
  QString words =
      std::isnan(r.stars())
          ? Words::tr("%1 has not rated %2.").arg(personName(r, r.chosen.person), filmName(r, r.chosen.film))
          : Words::tr("%1 gives %2 %3 stars.")
                .arg(personName(r, r.chosen.person), filmName(r, r.chosen.film),
                     speech::number(r.stars(), 1));
  for (const Readout& readout : readouts(params, r))
    if (readout.key != QLatin1String("given"))
      words += QStringLiteral(" %1: %2.").arg(readout.label, speech::number(readout.value));
  return words;
}

} // namespace eigenboard::panels::recommender::ratings_panel
