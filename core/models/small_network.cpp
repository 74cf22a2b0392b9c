#include "core/models/small_network.h"

#include "core/calculus/dual.h"
#include "core/numerics/normal.h"

#include <cmath>
#include <utility>

namespace eigenboard::models {

namespace {

using calculus::Dual;

template <typename S>
using Matrix = Eigen::Matrix<S, Eigen::Dynamic, Eigen::Dynamic>;
template <typename S>
using Vector = Eigen::Matrix<S, Eigen::Dynamic, 1>;
template <typename S>
using Weights = Eigen::Map<const Eigen::Matrix<S, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>>;

constexpr double varianceFloor = 1e-5;

/// What the forward pass leaves for the backward pass.
template <typename S>
struct LayerPass {
  Matrix<S> input;
  Matrix<S> centred; ///< of a normalized layer, before γ and β
  Vector<S> inverse; ///< 1/√(variance + 10⁻⁵) of each neuron, or of each sample
  Matrix<S> output;  ///< after the activation
};

template <typename S>
Weights<S> weightsOf(const LayerPlace& place, const Vector<S>& parameters) {
  return {parameters.data() + place.weights, place.outputs, place.inputs};
}

template <typename S>
S activated(Activation activation, const S& z) {
  using std::tanh;
  if (activation == Activation::Tanh)
    return tanh(z);
  return z > 0.0 ? z : S(0.0);
}

/// By the output of the activation.
template <typename S>
S activationSlope(Activation activation, const S& output) {
  if (activation == Activation::Tanh)
    return S(1.0) - output * output;
  return output > 0.0 ? S(1.0) : S(0.0);
}

/// Means over samples (a row for each neuron's) or over neurons, spread over the matrix again.
template <typename S>
Matrix<S> meansOf(Normalization kind, const Matrix<S>& values) {
  if (kind == Normalization::Batch) {
    const Eigen::Matrix<S, 1, Eigen::Dynamic> means =
        values.colwise().sum() / S(static_cast<double>(values.rows()));
    return means.replicate(values.rows(), 1);
  }
  const Vector<S> means = values.rowwise().sum() / S(static_cast<double>(values.cols()));
  return means.replicate(1, values.cols());
}

template <typename S>
Matrix<S> spread(Normalization kind, const Vector<S>& inverse, Eigen::Index rows, Eigen::Index columns) {
  if (kind == Normalization::Batch)
    return inverse.transpose().replicate(rows, 1);
  return inverse.replicate(1, columns);
}

template <typename S>
void normalize(Normalization kind, LayerPass<S>& pass, Matrix<S>& z) {
  using std::sqrt;
  z -= meansOf(kind, z);
  const Matrix<S> variances = meansOf(kind, Matrix<S>(z.cwiseProduct(z)));
  const Vector<S> variance =
      kind == Normalization::Batch ? Vector<S>(variances.row(0).transpose()) : Vector<S>(variances.col(0));
  pass.inverse =
      variance.unaryExpr([](const S& number) { return S(S(1.0) / sqrt(S(number + S(varianceFloor)))); });
  pass.centred = z.cwiseProduct(spread(kind, pass.inverse, z.rows(), z.cols()));
}

template <typename S>
Vector<S> forward(const NetworkShape& shape, const Vector<S>& parameters, const Matrix<S>& points,
                  std::vector<LayerPass<S>>& passes) {
  Matrix<S> input = points;
  const std::vector<LayerPlace> places = layerPlaces(shape);
  for (std::size_t l = 0; l < places.size(); ++l) {
    const LayerPlace& place = places[l];
    LayerPass<S> pass;
    pass.input = std::move(input);
    Matrix<S> z = pass.input * weightsOf(place, parameters).transpose();
    if (place.scale >= 0) {
      normalize(shape.normalization, pass, z);
      z = pass.centred.cwiseProduct(
          parameters.segment(place.scale, place.outputs).transpose().replicate(z.rows(), 1));
    }
    z.rowwise() += parameters.segment(place.shift, place.outputs).transpose();
    if (l + 1 == places.size()) {
      passes.push_back(std::move(pass));
      return z.col(0);
    }
    pass.output = z.unaryExpr([&shape](const S& number) { return activated<S>(shape.activation, number); });
    input = pass.output;
    passes.push_back(std::move(pass));
  }
  return {};
}

/// log(1 + e^t).
template <typename S>
S softplus(const S& t) {
  using std::exp;
  using std::log1p;
  return t > 0.0 ? S(t + log1p(S(exp(S(-t))))) : S(log1p(S(exp(t))));
}

/// 1/(1 + e^−t).
template <typename S>
S sigmoid(const S& t) {
  using std::exp;
  if (t > 0.0)
    return S(1.0) / (S(1.0) + exp(S(-t)));
  const S e = exp(t);
  return e / (S(1.0) + e);
}

template <typename S>
S lossOf(const Vector<S>& z, const Eigen::VectorXd& labels) {
  S sum(0.0);
  for (Eigen::Index i = 0; i < z.size(); ++i)
    sum += softplus<S>(S(-labels(i)) * z(i));
  return sum / S(static_cast<double>(z.size()));
}

/// The loss by the values before the normalization's scale and shift, from that by the values after.
template <typename S>
Matrix<S> throughNormalization(Normalization kind, const LayerPass<S>& pass, const Matrix<S>& after) {
  const Matrix<S> byCentred = meansOf(kind, Matrix<S>(after.cwiseProduct(pass.centred)));
  const Matrix<S> rest = after - meansOf(kind, after) - pass.centred.cwiseProduct(byCentred);
  return rest.cwiseProduct(spread(kind, pass.inverse, after.rows(), after.cols()));
}

template <typename S>
S backpropagated(const NetworkShape& shape, const Vector<S>& parameters, const LabelledPoints& data,
                 Vector<S>& gradient) {
  std::vector<LayerPass<S>> passes;
  const Vector<S> z = forward<S>(shape, parameters, data.points.template cast<S>(), passes);
  const std::vector<LayerPlace> places = layerPlaces(shape);
  gradient = Vector<S>::Constant(parameters.size(), S(0.0));
  Matrix<S> back(z.size(), 1);
  for (Eigen::Index i = 0; i < z.size(); ++i)
    back(i, 0) =
        S(-data.labels(i)) * sigmoid<S>(S(-data.labels(i)) * z(i)) / S(static_cast<double>(z.size()));
  for (std::size_t l = places.size(); l-- > 0;) {
    const LayerPlace& place = places[l];
    const LayerPass<S>& pass = passes[l];
    if (l + 1 < places.size())
      back = back.cwiseProduct(pass.output.unaryExpr(
          [&shape](const S& number) { return activationSlope<S>(shape.activation, number); }));
    gradient.segment(place.shift, place.outputs) = back.colwise().sum().transpose();
    if (place.scale >= 0) {
      gradient.segment(place.scale, place.outputs) =
          back.cwiseProduct(pass.centred).colwise().sum().transpose();
      const Matrix<S> scaled = back.cwiseProduct(
          parameters.segment(place.scale, place.outputs).transpose().replicate(back.rows(), 1));
      back = throughNormalization<S>(shape.normalization, pass, scaled);
    }
    const Matrix<S> slopes = back.transpose() * pass.input; // outputs × inputs
    for (int row = 0; row < place.outputs; ++row)
      gradient.segment(place.weights + row * place.inputs, place.inputs) = slopes.row(row).transpose();
    if (l > 0)
      back = Matrix<S>(back * weightsOf(place, parameters));
  }
  return lossOf<S>(z, data.labels);
}

} // namespace

std::vector<LayerPlace> layerPlaces(const NetworkShape& shape) {
  std::vector<LayerPlace> places;
  Eigen::Index next = 0;
  int inputs = shape.inputs;
  const auto add = [&](int outputs, bool isNormalized) {
    LayerPlace place{inputs, outputs, next, 0, -1};
    next += static_cast<Eigen::Index>(inputs) * outputs;
    if (isNormalized) {
      place.scale = next;
      next += outputs;
    }
    place.shift = next;
    next += outputs;
    places.push_back(place);
    inputs = outputs;
  };
  for (const int neurons : shape.hidden)
    add(neurons, shape.normalization != Normalization::None);
  add(1, false);
  return places;
}

Eigen::Index parameterCount(const NetworkShape& shape) {
  const LayerPlace last = layerPlaces(shape).back();
  return last.shift + last.outputs;
}

Eigen::VectorXd initialParameters(const NetworkShape& shape, std::uint64_t seed) {
  Eigen::VectorXd parameters = Eigen::VectorXd::Zero(parameterCount(shape));
  numerics::Random random(seed);
  const double gain = shape.activation == Activation::Relu ? 2 : 1;
  for (const LayerPlace& place : layerPlaces(shape)) {
    const Eigen::Index count = static_cast<Eigen::Index>(place.inputs) * place.outputs;
    for (Eigen::Index i = 0; i < count; ++i)
      parameters(place.weights + i) = std::sqrt(gain / place.inputs) * numerics::standardNormal(random);
    if (place.scale >= 0)
      parameters.segment(place.scale, place.outputs).setOnes();
  }
  return parameters;
}

Eigen::VectorXd logits(const NetworkShape& shape, const Eigen::VectorXd& parameters,
                       const Eigen::MatrixXd& points) {
  std::vector<LayerPass<double>> passes;
  return forward<double>(shape, parameters, points, passes);
}

Eigen::VectorXd logitsOfOthers(const NetworkShape& shape, const Eigen::VectorXd& parameters,
                               const Eigen::MatrixXd& batch, const Eigen::MatrixXd& others) {
  if (shape.normalization != Normalization::Batch)
    return logits(shape, parameters, others);
  Eigen::MatrixXd ours = batch;
  Eigen::MatrixXd theirs = others;
  const std::vector<LayerPlace> places = layerPlaces(shape);
  for (std::size_t l = 0; l < places.size(); ++l) {
    const LayerPlace& place = places[l];
    const auto weights = weightsOf<double>(place, parameters);
    ours = Eigen::MatrixXd(ours * weights.transpose());
    theirs = Eigen::MatrixXd(theirs * weights.transpose());
    if (place.scale >= 0) {
      const Eigen::RowVectorXd mean = ours.colwise().mean();
      const Eigen::RowVectorXd variance = (ours.rowwise() - mean).array().square().colwise().mean();
      const Eigen::RowVectorXd factor = parameters.segment(place.scale, place.outputs).transpose().array() /
                                        (variance.array() + varianceFloor).sqrt();
      ours = (ours.rowwise() - mean) * factor.asDiagonal();
      theirs = (theirs.rowwise() - mean) * factor.asDiagonal();
    }
    const Eigen::RowVectorXd shift = parameters.segment(place.shift, place.outputs).transpose();
    ours.rowwise() += shift;
    theirs.rowwise() += shift;
    if (l + 1 == places.size())
      break;
    const auto activate = [&shape](double number) { return activated<double>(shape.activation, number); };
    ours = Eigen::MatrixXd(ours.unaryExpr(activate));
    theirs = Eigen::MatrixXd(theirs.unaryExpr(activate));
  }
  return theirs.col(0);
}

double networkLoss(const NetworkShape& shape, const Eigen::VectorXd& parameters, const LabelledPoints& data) {
  return lossOf<double>(logits(shape, parameters, data.points), data.labels);
}

double networkAccuracy(const NetworkShape& shape, const Eigen::VectorXd& parameters,
                       const LabelledPoints& data) {
  const Eigen::VectorXd z = logits(shape, parameters, data.points);
  return static_cast<double>((z.array() * data.labels.array() > 0).count()) / static_cast<double>(z.size());
}

LossAndGradient networkGradient(const NetworkShape& shape, const Eigen::VectorXd& parameters,
                                const LabelledPoints& data) {
  LossAndGradient result;
  result.loss = backpropagated<double>(shape, parameters, data, result.gradient);
  return result;
}

Eigen::VectorXd hessianTimes(const NetworkShape& shape, const Eigen::VectorXd& parameters,
                             const LabelledPoints& data, const Eigen::VectorXd& v) {
  Vector<Dual> moving(parameters.size());
  for (Eigen::Index i = 0; i < parameters.size(); ++i)
    moving(i) = Dual(parameters(i), v(i));
  Vector<Dual> gradient;
  backpropagated<Dual>(shape, moving, data, gradient);
  Eigen::VectorXd product(parameters.size());
  for (Eigen::Index i = 0; i < parameters.size(); ++i)
    product(i) = gradient(i).slope;
  return product;
}

Eigen::MatrixXd networkHessian(const NetworkShape& shape, const Eigen::VectorXd& parameters,
                               const LabelledPoints& data) {
  const Eigen::Index count = parameters.size();
  Eigen::MatrixXd hessian(count, count);
  for (Eigen::Index i = 0; i < count; ++i)
    hessian.col(i) = hessianTimes(shape, parameters, data, Eigen::VectorXd::Unit(count, i));
  return hessian;
}

} // namespace eigenboard::models
