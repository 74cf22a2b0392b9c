#include "views/panels/models/neural_landscape_words.h"

#include "core/calculus/central_difference.h"
#include "views/panels/support/speech.h"
#include "views/panels/support/tex.h"

#include <QtCore/QStringList>

#include <algorithm>
#include <cmath>
#include <limits>

namespace eigenboard::panels::models::neural_landscape_panel {

namespace {

using panel::Invariant;

constexpr double epsilon = std::numeric_limits<double>::epsilon();

/// The slopes of the loss along the plane's two directions by backpropagation and by differences of losses.
/// Left out where the differences are too wide to say anything, as for weights beyond every use.
void addGradientCheck(std::vector<Invariant>& list, const Params& p, const Result& r) {
  const nets::NetworkShape shape = p.shape();
  const nets::LabelledPoints& points = *r.now().points;
  const nets::LossSlice& slice = r.landscape->slice;
  const Eigen::VectorXd& gradient = r.now().state.at.gradient;
  const auto difference = eigenboard::calculus::centralDifference(
      [&](const Eigen::Vector2d& at) { return nets::networkLoss(shape, slice.at(at.x(), at.y()), points); },
      Eigen::Vector2d::Zero());
  const double logit = nets::logits(shape, r.now().state.parameters, points.points).cwiseAbs().maxCoeff();
  double worst = 0;
  double tolerance = 0;
  for (const int i : {0, 1}) {
    const Eigen::VectorXd& way = i == 0 ? slice.first : slice.second;
    const double slope = gradient.dot(way);
    // A loss is a mean of sums of some hundred products, whose size the logits tell; a normalization divides
    // by no less than √10⁻⁵, and so may amplify a rounding three hundred times.
    const double amplified = shape.normalization == nets::Normalization::None ? 1 : 300;
    const double rounding = 100 * amplified * epsilon * (1 + logit);
    const double bend = shape.activation == nets::Activation::Relu ? difference.bend(i) : 0;
    const double size = gradient.norm() * way.norm();
    const double ofSteps = difference.truncation(i) + bend;
    const double allowed =
        ofSteps + rounding / difference.step(i) + 1e3 * epsilon * (size + 1e-3 * way.norm());
    const double error = std::abs(difference.gradient(i) - slope);
    if (!std::isfinite(error) || !std::isfinite(allowed) || ofSteps > 1e-3 * (size + r.now().state.at.loss))
      return;
    if (error * tolerance >= worst * allowed) {
      worst = error;
      tolerance = allowed;
    }
  }
  list.push_back({"gradient", "\\nabla L \\cdot \\mathbf{d} = \\Delta L / 2h",
                  Words::tr("Backpropagation gives the slopes along the plane's directions that differences "
                            "of losses give, up to their width and rounding."),
                  worst, tolerance});
}

} // namespace

QString formula(const Params& p, const Result& r) {
  const double sharpness = r.landscape->sharpness.largest;
  return QStringLiteral("\\theta \\leftarrow \\theta - %1\\,\\nabla L, \\qquad L \\approx %2, \\qquad "
                        "\\eta\\lambda_{\\max} \\approx %3 \\cdot %4 \\approx %5 %6 2")
      .arg(tex::number(p.rate), tex::number(r.now().state.at.loss, 3), tex::number(p.rate),
           tex::number(sharpness), tex::number(p.rate * sharpness),
           p.rate * sharpness < 2 ? QStringLiteral("<") : QStringLiteral("\\ge"));
}

std::vector<panel::Readout> readouts(const Params& p, const Result& r) {
  const Landscape& landscape = *r.landscape;
  const nets::TrainingState& state = r.now().state;
  const QString wild = Words::tr(" It is undefined or infinite where weights have grown beyond every use.");
  return {
      {"step", Words::tr("Training steps"), "k", "",
       Words::tr("Gradient descent on all samples; it stops where a step leads beyond every number."),
       static_cast<double>(r.steps()), 0},
      {"loss", Words::tr("Loss"), "L", "",
       Words::tr("Of the network after these steps: the mean logistic loss; log 2 is what a coin gets."),
       state.at.loss, 4},
      {"accuracy", Words::tr("Accuracy"), "", "",
       Words::tr("The share of samples on the right side of the boundary."), r.accuracy, 3},
      {"slope", Words::tr("Length of the gradient"), "\\lVert\\nabla L\\rVert", "",
       Words::tr("Over all parameters: 0 at a critical point, but small on flat ground too."),
       state.at.gradient.norm(), 4},
      {"sharpness", Words::tr("Sharpness"), "\\lambda_{\\max}", "",
       Words::tr("The largest eigenvalue of the Hessian over all parameters: how narrow the valley is.") +
           wild,
       landscape.sharpness.largest, 3},
      {"lowest_curvature", Words::tr("Lowest curvature"), "\\lambda_{\\min}", "",
       Words::tr("The smallest eigenvalue: where it is negative, the loss bends down along some direction.") +
           wild,
       landscape.sharpness.smallest, 3},
      {"eta_lambda", Words::tr("Learning rate times sharpness"), "\\eta\\lambda_{\\max}", "",
       Words::tr("Above 2 each step overshoots in the sharpest direction by more than it came.") + wild,
       p.rate * landscape.sharpness.largest, 3},
      {"parameters", Words::tr("Parameters"), "", "",
       Words::tr("How many numbers are learnt: the picture shows two of so many dimensions."),
       static_cast<double>(state.parameters.size()), 0},
      {"share", Words::tr("Share of the way that the plane sees"), "", "",
       Words::tr("How much of the straight way from the start to here lies in the plane; 1 for the plane of "
                 "the path, little for random directions. It is undefined where they span no plane."),
       landscape.shareOfWay, 3},
      {"probe_loss", Words::tr("Loss at the probe"), "L(\\alpha, \\beta)", "",
       Words::tr("Of the network at the point that you drag.") + wild, r.probeLoss, 4},
      {"probe_accuracy", Words::tr("Accuracy at the probe"), "", "",
       Words::tr("The share of samples that the network at the probe gets right."), r.probeAccuracy, 3},
      {"plane_low", Words::tr("Lowest loss in the picture"), "", "",
       Words::tr("Of the 25 by 25 networks that were tried.") + wild, landscape.range.minimum, 4},
      {"plane_high", Words::tr("Highest loss in the picture"), "", "",
       Words::tr("Of the 25 by 25 networks that were tried.") + wild, landscape.range.maximum, 3},
  };
}

std::vector<Invariant> invariants(const Params& p, const Result& r) {
  const Landscape& landscape = *r.landscape;
  const nets::TrainingState& state = r.now().state;
  const double middle = landscape.losses.at(gridAcross / 2, gridAcross / 2);
  std::vector<Invariant> list{{"center", "L(0, 0) = L(\\theta)",
                               Words::tr("The middle of the picture is the network after these steps."),
                               std::abs(middle - state.at.loss), 0}};
  const nets::Sharpness& sharpness = landscape.sharpness;
  if (std::isfinite(sharpness.largest)) {
    const double size = std::max(std::abs(sharpness.largest), std::abs(sharpness.smallest));
    const auto count = static_cast<double>(state.parameters.size());
    // Each entry is a sum over the samples and paths, rounded as often; a normalization amplifies.
    const double rounding = 64 * epsilon * samples * count * (1 + size);
    list.push_back({"symmetric", "H = H^\\top",
                    Words::tr("Differentiating backpropagation gives a Hessian that is its own transpose."),
                    sharpness.asymmetry, rounding});
    list.push_back({"rayleigh", "\\mathbf{v}^\\top H \\mathbf{v} \\le \\lambda_{\\max}",
                    Words::tr("Power iteration along the training never finds more than the sharpness."),
                    std::max(0.0, state.sharpness - sharpness.largest), rounding});
  }
  addGradientCheck(list, p, r);
  return list;
}

QString spoken(const Params& p, const Result& r) {
  QStringList sentences;
  sentences << Words::tr("A network of %1 parameters after %2 steps with learning rate %3: loss %4, accuracy "
                         "%5, sharpness %6.")
                   .arg(r.now().state.parameters.size())
                   .arg(r.steps())
                   .arg(speech::number(p.rate), speech::number(r.now().state.at.loss, 3),
                        speech::number(r.accuracy), speech::number(r.landscape->sharpness.largest));
  if (r.now().state.diverged)
    sentences << Words::tr("The next step leads beyond every number.");
  sentences << Words::tr("Over the plane the loss lies between %1 and %2; at the probe it is %3.")
                   .arg(speech::number(r.landscape->range.minimum, 3),
                        speech::number(r.landscape->range.maximum, 2), speech::number(r.probeLoss, 3));
  return sentences.join(QLatin1Char(' '));
}

} // namespace eigenboard::panels::models::neural_landscape_panel
