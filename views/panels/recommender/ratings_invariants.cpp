#include "views/panels/recommender/ratings_words.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace eigenboard::panels::recommender::ratings_panel {

using panel::Invariant;

std::vector<Invariant> invariants(const Params& params, const Result& r) {
  constexpr double epsilon = std::numeric_limits<double>::epsilon();
  const double n = r.ofPerson.count();
  switch (params.aspect) {
  case Aspect::Numbers:
    // Sums of half stars are exact; the division and the product round once each.
    return {{"mean", "n \\bar r = \\textstyle\\sum r",
             Words::tr("The mean, as often as there are ratings, is their sum."),
             n > 0 ? n * r.personMean.value() - r.ofPerson.stars.sum() : 0,
             4 * epsilon * mostStars * std::max(1.0, n)},
            {"jensen", "\\bar r \\le q", Words::tr("The mean is never above the root mean square."),
             n > 0 ? std::max(0.0, r.personMean.value() - std::sqrt(r.personMeanSquare.value())) : 0,
             8 * epsilon * mostStars}};
  case Aspect::Expression: {
    if (n == 0)
      return {{"empty", "n = 0", Words::tr("Without ratings there is no line to judge."), 0, 0}};
    const Eigen::VectorXd residual =
        (r.ofPerson.stars.array() - r.best.bias - r.best.weight * r.features.array()).matrix();
    // n terms of up to 5 stars and the rounding of the line.
    const double rounding = 64 * epsilon * n * mostStars;
    return {{"residuals", "\\textstyle\\sum (r - b^* - w^* x) = 0",
             Words::tr("The errors of the best line cancel."), residual.sum(), rounding},
            {"least", "E(b^*, w^*) \\le E(b, w)", Words::tr("No line has a smaller mean squared error."),
             std::max(0.0, r.leastError - r.error), rounding}};
  }
  case Aspect::Function:
    return {{"range", "|f(D)| \\le |D|", Words::tr("A function takes no more values than it has places."),
             std::max(0.0, differentValues(r.ofPerson) - n), 0}};
  case Aspect::Vectors: {
    const Eigen::Vector2d u = r.u();
    const Eigen::Vector2d v = r.v();
    const bool isWhole = u.allFinite() && v.allFinite();
    const double size = isWhole ? u.squaredNorm() + v.squaredNorm() : 0;
    return {{"cauchy", "|\\mathbf{u}\\cdot\\mathbf{v}| \\le \\|\\mathbf{u}\\|\\,\\|\\mathbf{v}\\|",
             Words::tr("Cauchy and Schwarz: the cosine is at most 1."),
             isWhole ? std::max(0.0, std::abs(u.dot(v)) - u.norm() * v.norm()) : 0, 16 * epsilon * size},
            {"cosines",
             "\\|\\mathbf{u}-\\mathbf{v}\\|^2 = \\|\\mathbf{u}\\|^2 + \\|\\mathbf{v}\\|^2 - "
             "2\\,\\mathbf{u}\\cdot\\mathbf{v}",
             Words::tr("The law of cosines."),
             isWhole ? (u - v).squaredNorm() - u.squaredNorm() - v.squaredNorm() + 2 * u.dot(v) : 0,
             16 * epsilon * size}};
  }
  case Aspect::Samples: {
    double bars = 0;
    for (const std::size_t count : r.statistics.halfStars)
      bars += static_cast<double>(count);
    return {{"bars", "\\textstyle\\sum n_k = n", Words::tr("Every rating is in one bar."),
             bars - r.asked.count(), 0},
            {"balance", "\\textstyle\\sum (r - \\bar r) = 0", Words::tr("About the mean the bars balance."),
             r.asked.stars.size() > 0 ? (r.asked.stars.array() - r.statistics.mean).sum() : 0,
             8 * epsilon * mostStars * std::max(1.0, r.asked.count())}};
  }
  case Aspect::Sparse: {
    const Eigen::ArrayXXd isThere = (r.given.array() == r.given.array()).cast<double>();
    return {{"sides", "\\textstyle\\sum_u n_u = \\sum_i n_i = n",
             Words::tr("Counted by rows or by columns, the ratings are as many."),
             isThere.rowwise().sum().sum() - isThere.colwise().sum().sum() + isThere.sum() - r.all.count(),
             0}};
  }
  }
  return {};
}

} // namespace eigenboard::panels::recommender::ratings_panel
