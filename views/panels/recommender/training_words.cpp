#include "views/panels/recommender/training_words.h"

#include "views/panels/support/speech.h"
#include "views/panels/support/tex.h"

#include <Eigen/QR>

#include <algorithm>
#include <cmath>
#include <limits>

namespace eigenboard::panels::recommender::training_panel {

using panel::Invariant;
using panel::Readout;

namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

const QString& personOf(const Result& result) {
  return result.source().peopleNames[static_cast<std::size_t>(result.person)];
}

const QString& filmOf(const Result& result) {
  return result.source().filmNames[static_cast<std::size_t>(result.film)];
}

/// "+ 0.31" or "- 0.31".
QString added(double value) {
  return (value < 0 ? QStringLiteral(" - ") : QStringLiteral(" + ")) + tex::number(std::abs(value));
}

constexpr double leastFactor = 0.01;

/// The size of the farthest coordinate of the map.
double reachOf(const math::LatentMap& map) {
  return std::max(map.users.cwiseAbs().maxCoeff(), map.items.cwiseAbs().maxCoeff());
}

bool isUsable(const Result& result) {
  return result.source().problem.isEmpty();
}

std::vector<Readout> errorReadouts(const Result& r) {
  const Step& now = r.now();
  return {
      {"train_rmse", Words::tr("Train error"), "\\text{RMSE}", Words::tr("stars"),
       Words::tr(
           "Root of the mean squared error on the ratings that are learnt from; undefined without any."),
       now.train.rootMeanSquare, 3},
      {"test_rmse", Words::tr("Test error"), "\\text{RMSE}", Words::tr("stars"),
       Words::tr(
           "The same on the ratings that are held back: how well what was learnt carries over; undefined "
           "where none are."),
       now.test.rootMeanSquare, 3},
      {"train_mae", Words::tr("Train error, mean"), "\\text{MAE}", Words::tr("stars"),
       Words::tr(
           "How far a prediction is off on average, where it is learnt from; undefined without ratings."),
       now.train.meanAbsolute, 3},
      {"test_mae", Words::tr("Test error, mean"), "\\text{MAE}", Words::tr("stars"),
       Words::tr("The same where ratings are held back; undefined where none are."), now.test.meanAbsolute,
       3},
  };
}

std::vector<Readout> cellReadouts(const Result& r) {
  const bool usable = isUsable(r);
  return {
      {"score", Words::tr("Predicted"), "\\hat r", Words::tr("stars"),
       Words::tr(
           "For the chosen person and film, the sum of the four parts below; undefined without ratings."),
       usable ? r.parts.score() : undefined, 3},
      {"given", Words::tr("Given"), "r", Words::tr("stars"),
       Words::tr(
           "What the person has said of the film; undefined where that is missing, which is not the same "
           "as 0."),
       usable ? r.given() : undefined, 1},
      {"mean", Words::tr("Mean of all"), "\\mu", Words::tr("stars"),
       Words::tr("Of the ratings that are learnt from; undefined without ratings."),
       usable ? r.parts.mean : undefined, 3},
      {"user_bias", Words::tr("The person's bias"), "b_u", Words::tr("stars"),
       Words::tr("How much more than the mean the person gives; undefined without ratings."),
       usable ? r.parts.userBias : undefined, 3},
      {"item_bias", Words::tr("The film's bias"), "c_i", Words::tr("stars"),
       Words::tr("How much more than the mean the film gets; undefined without ratings."),
       usable ? r.parts.itemBias : undefined, 3},
      {"interaction", Words::tr("Taste"), "\\mathbf{p}_u\\cdot\\mathbf{q}_i", Words::tr("stars"),
       Words::tr("How well the film suits the person: the inner product of their factors; undefined without "
                 "ratings."),
       usable ? r.parts.interaction() : undefined, 3},
  };
}

std::vector<Readout> countReadouts(const Result& r) {
  const double k = static_cast<double>(r.ranking.k);
  return {
      {"precision", Words::tr("Precision at %1").arg(r.ranking.k), QStringLiteral("P@%1").arg(r.ranking.k),
       "",
       Words::tr(
           "Of the %1 best films that a person has not rated in training, the share that the person gave 4 "
           "stars or more (four fifths of the best) in the test, mean over people with such a film; "
           "undefined without any.")
           .arg(k),
       isUsable(r) ? r.ranking.precision : undefined, 3},
      {"train_ratings", Words::tr("Learnt from"), "n", Words::tr("ratings"),
       Words::tr("Your own are among them."), static_cast<double>(r.lesson().parts.train.size()), 0},
      {"test_ratings", Words::tr("Held back"), "", Words::tr("ratings"),
       Words::tr("Marked by a dot; training never sees them."),
       static_cast<double>(r.lesson().parts.test.size()), 0},
      {"parameters", Words::tr("Parameters"), "(k + 1)(m + n)", "",
       Words::tr("Numbers that are learnt: k factors and a bias for each person and film. More of them than "
                 "ratings can repeat the ratings instead of learning."),
       isUsable(r) ? static_cast<double>(r.model.parameters()) : 0.0, 0},
      {"map_share", Words::tr("Kept by the map"), "", "",
       Words::tr(
           "Share of the squares of the factors shown that the map's two directions keep: 1 for at most two "
           "factors; undefined where none reaches 0.01, for such a map shows rounding."),
       isUsable(r) && reachOf(r.map) >= leastFactor ? r.map.share : undefined, 3},
  };
}

/// What the table would need more of than k factors give: the part of the taste table beyond rank k.
double beyondRank(const Result& r) {
  const auto k = static_cast<Eigen::Index>(r.model.factors());
  const double size = r.taste.norm();
  if (!(size > 0) || !std::isfinite(size))
    return 0;
  const Eigen::ColPivHouseholderQR<Eigen::MatrixXd> qr(r.taste / size);
  const Eigen::Index sides = std::min(r.taste.rows(), r.taste.cols());
  return k < sides ? qr.matrixQR().diagonal().tail(sides - k).cwiseAbs().maxCoeff() : 0;
}

} // namespace

QString formula(const Params&, const Result& r) {
  const math::ScoreParts& p = r.parts;
  constexpr qsizetype longestFilm = 20; // letters
  const QString film =
      filmOf(r).size() <= longestFilm ? filmOf(r) : filmOf(r).left(longestFilm - 1) + QChar(0x2026);
  return QStringLiteral(
             "%7\\; \\hat r = \\mu + b_u + c_i + \\mathbf{p}_u\\cdot\\mathbf{q}_i = %1%2%3%4 %5 %6")
      .arg(tex::number(p.mean), added(p.userBias), added(p.itemBias), added(p.interaction()),
           tex::equals({p.mean, p.userBias, p.itemBias, p.interaction(), p.score()}), tex::number(p.score()),
           tex::text(Words::tr("%1, %2:").arg(personOf(r), film)));
}

std::vector<Readout> readouts(const Params&, const Result& r) {
  std::vector<Readout> list = errorReadouts(r);
  for (const auto& more : {countReadouts(r), cellReadouts(r)})
    list.insert(list.end(), more.begin(), more.end());
  if (!r.source().isBook) {
    const QString faults = faultWords(r.source().report);
    list.push_back({"lines", Words::tr("Lines of the file"), "", "", Words::tr("That are not blank."),
                    static_cast<double>(r.source().report.lines), 0});
    list.push_back({"bad_lines", Words::tr("Lines left out"), "", "",
                    faults.isEmpty() ? Words::tr("Every line was read.") : faults,
                    static_cast<double>(r.source().report.bad), 0});
  }
  return list;
}

std::vector<Invariant> invariants(const Params& params, const Result& r) {
  constexpr double epsilon = std::numeric_limits<double>::epsilon();
  const math::ScoreParts& p = r.parts;
  const double sizes =
      std::abs(p.mean) + std::abs(p.userBias) + std::abs(p.itemBias) + p.products.cwiseAbs().sum();
  const auto all = static_cast<double>(r.source().ratings.size());
  double changed = 0; // ratings more than the source has, by the reader's changes
  for (const math::RatingChange& change : r.changes(params))
    changed += (change.value > 0 ? 1 : 0) - (r.lesson().wasGiven(change.user, change.item) ? 1 : 0);
  const auto parts = static_cast<double>(r.lesson().parts.train.size() + r.lesson().parts.test.size());
  std::vector<Invariant> list = {
      {"sum", "\\hat r = \\mu + b_u + c_i + \\mathbf{p}_u\\cdot\\mathbf{q}_i",
       Words::tr("The chosen cell of the predicted table is the sum of its parts."),
       r.scores(r.person, r.film) - p.score(), 16 * epsilon * sizes},
      {"rank", "\\operatorname{rank} P Q^{\\top} \\le k",
       Words::tr("The taste table has no more than k independent rows, whatever was learnt."), beyondRank(r),
       64 * epsilon * static_cast<double>(r.taste.rows())},
      {"whole", "n_{\\text{train}} + n_{\\text{test}} = n",
       Words::tr("Each rating is either learnt from or held back, never both."), parts - all - changed, 0},
  };
  if (params.method != Method::Gradient && r.history.size() > 1) {
    const double before = r.history[r.history.size() - 2].objective;
    // Each sum has as many terms as there are ratings.
    list.push_back({"objective", "J_{t} \\le J_{t-1}",
                    Words::tr("Solving for one side with the other held makes the penalised squared error no "
                              "larger."),
                    std::max(0.0, r.now().objective - before),
                    epsilon * before * (64 + static_cast<double>(r.lesson().parts.train.size()))});
  }
  return list;
}

QString spoken(const Params& params, const Result& r) {
  if (!isUsable(r))
    return r.source().problem;
  const Step& now = r.now();
  QString words =
      Words::tr("Epoch %1: train error %2 stars, test error %3 stars. %4 and %5: %6 stars predicted")
          .arg(now.epoch)
          .arg(speech::number(now.train.rootMeanSquare, 3), speech::number(now.test.rootMeanSquare, 3),
               personOf(r), filmOf(r), speech::number(r.parts.score()));
  words += std::isnan(r.given()) ? Words::tr(", none given.")
                                 : Words::tr(", %1 given.").arg(speech::number(r.given(), 1));
  if (now.hasBroken)
    words +=
        QLatin1Char(' ') +
        Words::tr(
            "The last epoch ended in numbers too large: the learning rate is too high. The picture is of "
            "the epoch before it.");
  if (params.hasFile()) {
    words += QLatin1Char(' ') + Words::tr("%1 (%2): %3 ratings of %4 people for %5 films.")
                                    .arg(r.source().fileName, r.source().format)
                                    .arg(r.source().ratings.size())
                                    .arg(r.source().ratings.users.size() - 1)
                                    .arg(r.source().ratings.items.size());
    if (const QString faults = faultWords(r.source().report); !faults.isEmpty())
      words += QLatin1Char(' ') + faults;
  }
  return words;
}

} // namespace eigenboard::panels::recommender::training_panel
