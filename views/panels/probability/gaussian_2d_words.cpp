#include "views/panels/probability/gaussian_2d_words.h"

#include "views/panels/support/speech.h"
#include "views/panels/support/tex.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace eigenboard::panels::probability::gaussian_2d_panel {

namespace {

double inDegrees(double radians) {
  return radians * 180 / std::numbers::pi;
}

QString lineFormula(const Result& r) {
  return QStringLiteral(
             "\\det\\Sigma = \\sigma_x^2\\sigma_y^2\\,(1 - \\rho^2) = 0, \\quad X = x_0 \\Rightarrow Y = "
             "%1, \\quad %2")
      .arg(tex::number(r.slice.mean), tex::text(Words::tr("no density: a line has no area")));
}

QString distanceFormula(const Result& r) {
  return QStringLiteral(
             "d_M = \\sqrt{(\\mathbf{q}-\\mu)^{\\top}\\Sigma^{-1}(\\mathbf{q}-\\mu)} \\approx %1, \\quad "
             "\\lVert\\mathbf{q}-\\mu\\rVert \\approx %2, \\quad "
             "P(\\text{%4}) = 1 - e^{-d_M^2/2} \\approx %3")
      .arg(tex::number(r.mahalanobis), tex::number(r.euclid),
           tex::number(math::massWithin(r.law, r.mahalanobis), 3), Words::tr("nearer"));
}

QString sliceFormula(const Params& p, const Result& r) {
  return QStringLiteral(
             "Y \\mid X{=}x_0 \\sim \\mathcal{N}\\Big(\\mu_y + \\rho\\tfrac{\\sigma_y}{\\sigma_x}(x_0 - "
             "\\mu_x),\\ \\sigma_y^2(1-\\rho^2)\\Big) = \\mathcal{N}\\big(%1 + %2\\cdot%3,\\ "
             "%4^2\\cdot%5\\big) \\approx \\mathcal{N}(%6,\\ %7^2)")
      .arg(tex::number(p.mean.y()), tex::number(p.rho * p.sy / p.sx), tex::factor(p.x0 - p.mean.x()),
           tex::number(p.sy), tex::number(math::unexplainedShare(r.law)), tex::number(r.slice.mean),
           tex::number(r.slice.spread));
}

QString axesFormula(const Result& r) {
  const QString angle =
      std::isnan(r.axes.angle)
          ? tex::text(Words::tr("every direction is an axis"))
          : QStringLiteral("\\theta \\approx %1^{\\circ}").arg(tex::number(inDegrees(r.axes.angle), 1));
  return QStringLiteral(
             "\\Sigma = \\lambda_1\\mathbf{v}_1\\mathbf{v}_1^{\\top} + "
             "\\lambda_2\\mathbf{v}_2\\mathbf{v}_2^{\\top}, \\quad \\sqrt{\\lambda_1} \\approx %1, "
             "\\quad \\sqrt{\\lambda_2} \\approx %2, \\quad %3")
      .arg(tex::number(r.axes.lengths(0)), tex::number(r.axes.lengths(1)), angle);
}

} // namespace

QString formula(const Params& p, const Result& r) {
  if (r.isSingular)
    return lineFormula(r);
  if (p.query)
    return distanceFormula(r);
  return p.slice ? sliceFormula(p, r) : axesFormula(r);
}

std::vector<panel::Readout> readouts(const Params& p, const Result& r) {
  const Eigen::Matrix2d S = math::covariance(r.law);
  return {
      {"var_x", Words::tr("Variance of X"), "\\Sigma_{11}", "", Words::tr("The square of the spread of X."),
       S(0, 0), 3},
      {"cov", Words::tr("Covariance"), "\\Sigma_{12}", "",
       Words::tr("ρ times both spreads: its sign says which way the ellipse leans."), S(0, 1), 3},
      {"var_y", Words::tr("Variance of Y"), "\\Sigma_{22}", "", Words::tr("The square of the spread of Y."),
       S(1, 1), 3},
      {"correlation", Words::tr("Correlation"), "\\rho", "",
       Words::tr("The covariance in units of both spreads; ±1 when one coordinate decides the other."), p.rho,
       3},
      {"lambda_1", Words::tr("Larger eigenvalue"), "\\lambda_1", "",
       Words::tr("The variance along the long axis of the ellipses."), r.axes.eigenvalues(0), 3},
      {"lambda_2", Words::tr("Smaller eigenvalue"), "\\lambda_2", "",
       Words::tr("The variance along the short axis; 0 when all lies on a line."), r.axes.eigenvalues(1), 3},
      {"angle", Words::tr("Direction of the long axis"), "\\theta", "°",
       Words::tr(
           "From the x axis to the first eigenvector, above −90 up to 90; undefined when the contours are "
           "circles."),
       inDegrees(r.axes.angle), 1},
      {"conditional_mean", Words::tr("Mean of Y on the slice"), "E[Y \\mid x_0]", "",
       Words::tr("The best guess of Y once X = x₀ is known."), r.slice.mean, 3},
      {"conditional_variance", Words::tr("Variance of Y on the slice"), "\\operatorname{Var}[Y \\mid x_0]",
       "", Words::tr("The same on every slice: how much X says does not depend on what X is."),
       r.slice.spread * r.slice.spread, 3},
      {"conditional_spread", Words::tr("Spread of Y on the slice"), "\\sigma_{y \\mid x}", "",
       Words::tr("The spread of Y times √(1 − ρ²)."), r.slice.spread, 3},
      {"mahalanobis", Words::tr("Mahalanobis distance of q"), "d_M", "",
       Words::tr(
           "How many standard deviations q is from the mean, along its own direction; infinite beside the "
           "line of a singular law."),
       r.mahalanobis, 3},
      {"euclid", Words::tr("Euclidean distance of q"), "\\lVert\\mathbf{q}-\\mu\\rVert", "",
       Words::tr("How far q is from the mean with a ruler, whatever the law."), r.euclid, 3},
      {"inside", Words::tr("Probability nearer than q"), "1 - e^{-d_M^2/2}", "",
       Words::tr("The mass inside the contour through q: the share of samples that are less unusual."),
       math::massWithin(r.law, r.mahalanobis), 4},
      {"density", Words::tr("Density at q"), "f(\\mathbf{q})", "",
       Words::tr("Probability per unit of area; undefined when ρ is ±1, because a line has no area."),
       r.density(), 5},
      {"log_det", Words::tr("Log determinant"), "\\ln\\det\\Sigma", "",
       Words::tr(
           "Twice the logarithm of the area of the ellipse, up to a constant; infinite, below 0, when ρ is "
           "±1."),
       math::logDeterminant(r.law), 3},
      {"entropy", Words::tr("Entropy"), "h(X, Y)", "nats",
       Words::tr("1 + ln 2π + half the log determinant; infinite, below 0, when ρ is ±1."),
       math::entropy(r.law), 3},
      {"information", Words::tr("Mutual information"), "I(X; Y)", "nats",
       Words::tr("How much X says about Y: −½ ln(1 − ρ²); infinite when one decides the other."),
       math::mutualInformation(r.law), 3},
      {"drawn", Words::tr("Samples"), "n", "", Words::tr("How many have fallen."),
       static_cast<double>(r.samples.size()), 0},
      {"share", Words::tr("Samples within 1 σ"), "", "",
       Words::tr("The share at a Mahalanobis distance below 1: 0.393 in the long run, 0.683 where all lie on "
                 "a line; "
                 "undefined before there are samples."),
       r.shareWithin, 3},
      {"sample_correlation", Words::tr("Correlation of the samples"), "r", "",
       Words::tr("What an estimate of ρ from these samples would be; undefined before there are samples."),
       r.sampleCorrelation, 3},
  };
}

std::vector<panel::Invariant> invariants(const Params& p, const Result& r) {
  constexpr double rounding = 32 * std::numeric_limits<double>::epsilon();
  const Eigen::Matrix2d S = math::covariance(r.law);
  const double size = r.axes.eigenvalues(0);
  const Eigen::Matrix2d& V = r.axes.directions;
  std::vector<panel::Invariant> list{
      {"eigen", "\\Sigma\\mathbf{v}_i = \\lambda_i\\mathbf{v}_i",
       Words::tr("The axes of the ellipses are eigenvectors of Σ."),
       (S * V - V * r.axes.eigenvalues.asDiagonal()).cwiseAbs().maxCoeff(), rounding * size},
      {"trace", "\\lambda_1 + \\lambda_2 = \\sigma_x^2 + \\sigma_y^2",
       Words::tr("The variance along the axes adds up to that along x and y."),
       r.axes.eigenvalues.sum() - S.trace(), rounding * size},
      {"total_variance", "\\sigma_y^2 = \\operatorname{Var}[Y \\mid X] + \\operatorname{Var}\\,E[Y \\mid X]",
       Words::tr("What X leaves open and what it explains add up to the variance of Y."),
       r.slice.spread * r.slice.spread + p.rho * p.rho * p.sy * p.sy - p.sy * p.sy,
       // A ρ within 1e-12 of ±1 counts as ±1.
       (rounding + 4 * math::leastIndependence) * p.sy * p.sy},
      {"touches", "d_M(\\mu + \\sqrt{\\lambda_1}\\,\\mathbf{v}_1) = 1",
       Words::tr("The first contour ends one standard deviation from the mean."),
       math::mahalanobis({{0, 0}, p.sx, p.sy, p.rho}, math::axisEnd(r.axes, 0)) - 1,
       // The standardized coordinates are subtracted: rounding over the root of what is left.
       r.isSingular ? 4e-12 + rounding : rounding / std::sqrt(math::unexplainedShare(r.law))},
  };
  if (r.isSingular)
    return list;
  const double joint = math::logDensity(r.law, {p.x0, p.q.y()});
  const double product = logBell(p.mean.x(), p.sx, p.x0) + logBell(r.slice.mean, r.slice.spread, p.q.y());
  const double share = math::unexplainedShare(r.law);
  list.push_back({"bayes", "f(x_0, y) = f(x_0)\\,f(y \\mid x_0)",
                  Words::tr("The joint density is the margin times the slice, here at the height of q."),
                  joint - product, rounding * (10 + std::abs(joint)) / share});
  list.push_back({"information", "I(X;Y) = h(X) + h(Y) - h(X, Y)",
                  Words::tr("Mutual information is what the entropies of the margins count twice."),
                  math::mutualInformation(r.law) - (1 + std::log(2 * std::numbers::pi) + std::log(p.sx) +
                                                    std::log(p.sy) - math::entropy(r.law)),
                  rounding * 10 / share});
  return list;
}

QString spoken(const Params& p, const Result& r) {
  QString words = Words::tr("A normal law of the plane with spreads %1 and %2 and correlation %3.")
                      .arg(speech::number(p.sx), speech::number(p.sy), speech::number(p.rho));
  if (r.isSingular)
    words += QLatin1Char(' ') + Words::tr("All probability lies on a line; there is no density.");
  if (p.slice)
    words += QLatin1Char(' ') +
             Words::tr("Where X is %1, Y has the mean %2 and the spread %3.")
                 .arg(speech::number(p.x0), speech::number(r.slice.mean), speech::number(r.slice.spread));
  if (p.query)
    words +=
        QLatin1Char(' ') + Words::tr("The query point is %1 from the mean, its Mahalanobis distance is %2.")
                               .arg(speech::number(r.euclid), speech::number(r.mahalanobis));
  if (!r.samples.empty())
    words += QLatin1Char(' ') + Words::tr("%1 samples have fallen.").arg(r.samples.size());
  return words;
}

} // namespace eigenboard::panels::probability::gaussian_2d_panel
