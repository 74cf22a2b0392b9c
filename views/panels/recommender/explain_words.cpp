#include "views/panels/recommender/explain_words.h"

#include "views/panels/support/speech.h"
#include "views/panels/support/tex.h"

#include <QtCore/QStringList>

#include <algorithm>
#include <cmath>
#include <limits>

namespace eigenboard::panels::recommender::explain_panel {

using panel::Invariant;
using panel::Readout;

namespace {

constexpr double notThere = std::numeric_limits<double>::quiet_NaN();

double rankOf(const Result& r) {
  const int place = placeIn(r.list, r.chosen.film);
  return place > 0 ? place : notThere;
}

double nearestOf(const std::vector<std::pair<int, double>>& alike) {
  return alike.empty() ? notThere : alike.front().second;
}

QString signedTex(double value) {
  return (value < 0 ? QStringLiteral(" - ") : QStringLiteral(" + ")) + tex::number(std::abs(value));
}

/// What is left of the condition that the film's bias solves: Σ (r − r̂) = n λ c over its raters.
double biasResidual(const Params& params, const Result& r, double& size) {
  double sum = 0;
  double count = 0;
  size = 0;
  for (Eigen::Index person = 0; person < r.now->given.rows(); ++person)
    if (const double stars = r.now->given(person, r.chosen.film); !std::isnan(stars)) {
      sum += stars - r.now->scores(person, r.chosen.film);
      size += std::abs(stars) + std::abs(r.now->scores(person, r.chosen.film));
      count += 1;
    }
  return sum - count * params.penalty * r.now->model.itemBias(r.chosen.film);
}

} // namespace

int newcomers(const Result& r) {
  int count = 0;
  for (std::size_t place = 0; place < std::min(listed, r.list.size()); ++place) {
    const int earlier = placeIn(r.earlier, r.list[place].item);
    count += earlier == 0 || earlier > static_cast<int>(listed) ? 1 : 0;
  }
  return count;
}

QString formula(const Params&, const Result& r) {
  QString sum = tex::number(r.parts.mean) + signedTex(r.parts.userBias) + signedTex(r.parts.itemBias);
  for (const double product : r.parts.products)
    sum += signedTex(product);
  return QStringLiteral("\\hat r = \\mu + b_u + c_i + \\textstyle\\sum_k p_{uk} q_{ik} = %1 \\approx %2")
      .arg(sum, tex::number(r.parts.score()));
}

std::vector<Readout> readouts(const Params&, const Result& r) {
  const double top = r.list.empty() ? notThere : r.now->scores(r.chosen.person, r.list.front().item);
  return {
      {"score", Words::tr("Score"), "\\hat r", Words::tr("stars"),
       Words::tr("What is predicted for the chosen person and film; not held within 5, so that the list has "
                 "an order."),
       r.parts.score(), 3},
      {"given", Words::tr("Given"), "r", Words::tr("stars"),
       Words::tr("What the person has said of the film; undefined where that is missing."), r.given(), 1},
      {"mean", Words::tr("Mean of all"), "\\mu", Words::tr("stars"),
       Words::tr("The same for everybody and every film."), r.parts.mean, 3},
      {"user_bias", Words::tr("The person's bias"), "b_u", Words::tr("stars"),
       Words::tr("The same for all films, so it moves the scores and never the order of the list."),
       r.parts.userBias, 3},
      {"item_bias", Words::tr("The film's bias"), "c_i", Words::tr("stars"),
       Words::tr("The same for all people: what is liked in general."), r.parts.itemBias, 3},
      {"taste", Words::tr("Taste"), "\\mathbf{p}_u\\cdot\\mathbf{q}_i", Words::tr("stars"),
       Words::tr("The one part that belongs to this person and this film together."), r.parts.interaction(),
       3},
      {"rank", Words::tr("Place in the list"), "", "",
       Words::tr("Among all films that the person has not rated; undefined for one that is rated."),
       rankOf(r), 0},
      {"top", Words::tr("Best score"), "", Words::tr("stars"),
       Words::tr("Of the first film of the list; undefined where every film is rated."), top, 3},
      {"newcomers", Words::tr("New among ten"), "", "",
       Words::tr("How many of the first ten were not there before your ratings."),
       static_cast<double>(newcomers(r)), 0},
      {"film_alike", Words::tr("Nearest film"), "\\cos", "",
       Words::tr("Cosine of the angle between the film's factors and those of the film most alike; undefined "
                 "without "
                 "factors."),
       nearestOf(r.films), 4},
      {"person_alike", Words::tr("Nearest person"), "\\cos", "",
       Words::tr("The same for the person; undefined for who has rated nothing."), nearestOf(r.people), 4},
  };
}

std::vector<Invariant> invariants(const Params& params, const Result& r) {
  constexpr double epsilon = std::numeric_limits<double>::epsilon();
  const double sizes = std::abs(r.parts.mean) + std::abs(r.parts.userBias) + std::abs(r.parts.itemBias) +
                       r.parts.products.cwiseAbs().sum();
  double disorder = 0;
  for (std::size_t place = 1; place < r.list.size(); ++place)
    disorder = std::max(disorder, static_cast<double>(r.list[place].score - r.list[place - 1].score));
  double size = 0;
  const double residual = biasResidual(params, r, size);
  return {
      {"sum", "\\hat r = \\mu + b_u + c_i + \\textstyle\\sum_k p_{uk} q_{ik}",
       Words::tr("The parts of the explanation sum to the score."),
       r.now->scores(r.chosen.person, r.chosen.film) - r.parts.score(), 16 * epsilon * sizes},
      {"order", "\\hat r_{1} \\ge \\hat r_{2} \\ge \\cdots",
       Words::tr("The list is in the order of the scores."), disorder, 0},
      // The solved system has a condition of some hundred, each of n scores a rounding.
      {"bias", "\\textstyle\\sum_u (r_{ui} - \\hat r_{ui}) = n\\,\\lambda\\,c_i",
       Words::tr(
           "What the film's raters say beyond their scores is what the penalty keeps its bias from taking."),
       residual, 512 * epsilon * std::max(1.0, size)},
  };
}

QString spoken(const Params&, const Result& r) {
  QString words =
      Words::tr("%1 and %2: %3 stars predicted: %4 for everybody, %5 for the person, %6 for the film, %7 "
                "for taste.")
          .arg(personName(r, r.chosen.person), filmName(r, r.chosen.film), speech::number(r.parts.score()),
               speech::number(r.parts.mean), speech::number(r.parts.userBias),
               speech::number(r.parts.itemBias), speech::number(r.parts.interaction()));
  QStringList first;
  for (std::size_t place = 0; place < std::min<std::size_t>(3, r.list.size()); ++place)
    first += filmName(r, r.list[place].item);
  if (!first.isEmpty())
    words += QLatin1Char(' ') + Words::tr("The list begins with %1.").arg(first.join(QStringLiteral(", ")));
  if (!r.films.empty())
    words += QLatin1Char(' ') + Words::tr("Most alike is %1.").arg(filmName(r, r.films.front().first));
  return words;
}

} // namespace eigenboard::panels::recommender::explain_panel
