#pragma once

#include <Eigen/Core>

#include <cstdint>
#include <vector>

namespace eigenboard::models {

enum class Activation : std::uint8_t { Tanh, Relu };

/// What stands between a hidden layer's linear map and its activation. Both subtract a mean, divide by the
/// root of the (biased) variance plus 10⁻⁵, then scale by γ and shift by β, which are learnt.
enum class Normalization : std::uint8_t {
  None,
  Batch, ///< over the samples, for each neuron (Ioffe and Szegedy 2015), with the statistics of the batch
  Layer, ///< over the neurons, for each sample (Ba, Kiros and Hinton 2016)
};

/// A multilayer perceptron with one output, the logit of the class +1.
struct NetworkShape {
  int inputs = 2;
  std::vector<int> hidden = {6, 6}; ///< neurons of each hidden layer
  Activation activation = Activation::Tanh;
  Normalization normalization = Normalization::None;
  friend bool operator==(const NetworkShape&, const NetworkShape&) = default;
};

/// Where the numbers of one layer stand in the vector of all parameters. Weights are row by row, a row for
/// each output, as torch.nn.Linear stores them.
struct LayerPlace {
  int inputs = 0;
  int outputs = 0;
  Eigen::Index weights = 0;
  Eigen::Index shift = 0;  ///< the bias, or β where the layer is normalized
  Eigen::Index scale = -1; ///< γ; −1: none
};

/// The layers in their order: weights, then bias; where normalized weights, then γ, then β, which does what a
/// bias would. O(layers).
std::vector<LayerPlace> layerPlaces(const NetworkShape& shape);
Eigen::Index parameterCount(const NetworkShape& shape);

/// Weights normal with variance 1/inputs for tanh and 2/inputs for ReLU (He and others 2015), biases and β 0,
/// γ 1. Decided by the seed.
Eigen::VectorXd initialParameters(const NetworkShape& shape, std::uint64_t seed);

/// Points to be told apart: a row each, labels −1 or +1.
struct LabelledPoints {
  Eigen::MatrixXd points;
  Eigen::VectorXd labels;
};

/// The logits of all rows. Batch normalization takes the rows as its batch. Cost: that of the products.
Eigen::VectorXd logits(const NetworkShape& shape, const Eigen::VectorXd& parameters,
                       const Eigen::MatrixXd& points);

/// Logits of other points, batch normalization with the statistics of the batch, as after training.
Eigen::VectorXd logitsOfOthers(const NetworkShape& shape, const Eigen::VectorXd& parameters,
                               const Eigen::MatrixXd& batch, const Eigen::MatrixXd& others);

/// The mean over the samples of log(1 + exp(−y z)), z the logit: the logistic loss. Never overflows while the
/// logits do not.
double networkLoss(const NetworkShape& shape, const Eigen::VectorXd& parameters, const LabelledPoints& data);

/// The share of samples with y z > 0.
double networkAccuracy(const NetworkShape& shape, const Eigen::VectorXd& parameters,
                       const LabelledPoints& data);

struct LossAndGradient {
  double loss = 0;
  Eigen::VectorXd gradient; ///< in the order of the parameters
};

/// By backpropagation, through the statistics of a normalization too; the slope of ReLU at 0 is 0. Cost:
/// three times that of the loss.
LossAndGradient networkGradient(const NetworkShape& shape, const Eigen::VectorXd& parameters,
                                const LabelledPoints& data);

/// H v, H the Hessian of the loss: the derivative of backpropagation along v, by dual numbers, exact but for
/// rounding. Cost: some eight times that of the gradient.
Eigen::VectorXd hessianTimes(const NetworkShape& shape, const Eigen::VectorXd& parameters,
                             const LabelledPoints& data, const Eigen::VectorXd& v);

/// All of H, column by column. Cost: as many products as parameters.
Eigen::MatrixXd networkHessian(const NetworkShape& shape, const Eigen::VectorXd& parameters,
                               const LabelledPoints& data);

} // namespace eigenboard::models
