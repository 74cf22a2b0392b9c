#include "core/recommender/neural_filtering.h"
#include "core/recommender/synthetic_ratings.h"
#include "tests/core/json_numbers.h"
#include "tests/core/python_process.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace eigenboard::recommender;
using eigenboard::tests::runPython;

namespace {

constexpr double epsilon = std::numeric_limits<double>::epsilon();

/// The same network in PyTorch in double precision: the gradient of the first batch, and the parameters after
/// a step on each batch.
const QString oracle = QStringLiteral(R"(
import json, sys
import torch
from torch import nn
torch.set_num_threads(1)
torch.set_default_dtype(torch.float64)
case = json.load(sys.stdin)

def embedding(rows):
    return nn.Embedding.from_pretrained(torch.tensor(rows, dtype=torch.float64), freeze=False, sparse=True)

users, items = embedding(case["users"]), embedding(case["items"])
parts = []
for layer in case["layers"]:
    linear = nn.Linear(len(layer["weights"][0]), len(layer["weights"]))
    linear.weight.data = torch.tensor(layer["weights"], dtype=torch.float64)
    linear.bias.data = torch.tensor(layer["bias"], dtype=torch.float64)
    parts += [linear, nn.ReLU()]
net = nn.Sequential(*parts[:-1])
dense = torch.optim.Adam(net.parameters(), lr=case["rate"])
sparse = torch.optim.SparseAdam(list(users.parameters()) + list(items.parameters()), lr=case["rate"])

def state(of):
    linears = [part for part in net if isinstance(part, nn.Linear)]
    return {"users": of(users.weight).tolist(), "items": of(items.weight).tolist(),
            "layers": [{"weights": of(l.weight).tolist(), "bias": of(l.bias).tolist()} for l in linears]}

def gradient(p):
    return p.grad.to_dense() if p.grad.is_sparse else p.grad

answer = {}
for batch in case["batches"]:
    u, i, r = (torch.tensor([row[k] for row in batch], dtype=torch.float64) for k in range(3))
    x, y = users(u.long()), items(i.long())
    predicted = case["mean"] + net(torch.cat([x, y], dim=1))[:, 0]
    loss = ((predicted - r) ** 2 + case["regularization"] * ((x ** 2).sum(1) + (y ** 2).sum(1))).mean()
    loss = loss + case["layerRegularization"] * sum((part.weight ** 2).sum() for part in net if isinstance(part, nn.Linear))
    dense.zero_grad()
    sparse.zero_grad()
    loss.backward()
    if not answer:
        answer = {"loss": loss.item(), "gradient": state(gradient)}
    dense.step()
    sparse.step()
answer["parameters"] = state(lambda p: p.detach())
json.dump(answer, sys.stdout)
)");

QJsonObject parametersJson(const NeuralParameters& parameters) {
  QJsonArray layers;
  for (const DenseLayer& layer : parameters.layers)
    layers.append(QJsonObject{{"weights", eigenboard::tests::rowsJson(layer.weights)},
                              {"bias", eigenboard::tests::listJson(layer.bias)}});
  return {{"users", eigenboard::tests::rowsJson(parameters.users.transpose())},
          {"items", eigenboard::tests::rowsJson(parameters.items.transpose())},
          {"layers", layers}};
}

/// Every number of nested lists and objects, in order.
void flatten(const QJsonValue& value, std::vector<double>& numbers) {
  if (value.isArray())
    for (const QJsonValue& part : value.toArray())
      flatten(part, numbers);
  else if (value.isObject())
    for (const QJsonValue& part : value.toObject())
      flatten(part, numbers);
  else
    numbers.push_back(value.toDouble(std::numeric_limits<double>::quiet_NaN()));
}

double farthest(const QJsonObject& ours, const QJsonObject& truth) {
  std::vector<double> a;
  std::vector<double> b;
  flatten(ours, a);
  flatten(truth, b);
  if (a.size() != b.size() || a.empty())
    return std::numeric_limits<double>::infinity();
  double most = 0;
  for (std::size_t k = 0; k < a.size(); ++k) {
    const double off = std::abs(a[k] - b[k]) / (1 + std::abs(b[k]));
    most = off <= most ? most : off;
  }
  return most;
}

/// A gradient with a place for every parameter.
NeuralParameters spread(const NeuralGradient& gradient, const NeuralParameters& parameters) {
  NeuralParameters full = parameters;
  full.users.setZero();
  full.items.setZero();
  for (std::size_t k = 0; k < gradient.users.size(); ++k)
    full.users.col(gradient.users[k]) = gradient.userColumns.col(static_cast<Eigen::Index>(k));
  for (std::size_t k = 0; k < gradient.items.size(); ++k)
    full.items.col(gradient.items[k]) = gradient.itemColumns.col(static_cast<Eigen::Index>(k));
  full.layers = gradient.layers;
  return full;
}

Ratings someRatings(int users, int items, std::size_t count) {
  SyntheticSettings settings;
  settings.users = users;
  settings.items = items;
  settings.ratings = count;
  settings.seed = 4;
  return syntheticRatings(settings).ratings;
}

NeuralSettings smallNetwork() {
  NeuralSettings settings;
  settings.embedding = 3;
  settings.hidden = {5, 4};
  settings.regularization = 0.3;
  settings.layerRegularization = 0.02;
  settings.initialScale = 0.7;
  settings.rate = 0.01;
  return settings;
}

/// With biases off zero, where a unit that gets nothing would stand on the kink of max(0, ·).
NeuralState smallStart(const Ratings& ratings, const NeuralSettings& settings) {
  NeuralState state = neuralStart(ratings, settings);
  for (DenseLayer& layer : state.model.parameters.layers)
    for (Eigen::Index k = 0; k < layer.bias.size(); ++k)
      layer.bias(k) = 0.1 * std::cos(static_cast<double>(3 * k + layer.bias.size()));
  return state;
}

std::vector<Sample> samplesOf(const Ratings& ratings) {
  std::vector<Sample> samples;
  for (std::size_t k = 0; k < ratings.size(); ++k)
    samples.push_back({ratings.user[k], ratings.item[k], ratings.value[k]});
  return samples;
}

} // namespace

class NeuralFilteringLearnsAsTorchDoes : public QObject {
  Q_OBJECT

 private slots:
  void gradientIsThatOfCentralDifferences() {
    const Ratings ratings = someRatings(6, 8, 20);
    const NeuralSettings settings = smallNetwork();
    NeuralModel model = smallStart(ratings, settings).model;
    const std::vector<Sample> batch = samplesOf(ratings);
    const NeuralGradient gradient = neuralGradient(model, batch, settings);
    NeuralParameters full = spread(gradient, model.parameters);
    constexpr double h = 1e-5;
    // h² times a third derivative of some tens, and the roundings of two losses near 1 over 2h.
    const double tolerance = 50 * h * h + 64 * epsilon * gradient.loss / (2 * h);
    const auto check = [&](Eigen::Ref<Eigen::MatrixXd> values, const Eigen::MatrixXd& derivative) {
      for (Eigen::Index k = 0; k < values.size(); ++k) {
        double& value = values.data()[k];
        const double before = value;
        value = before + h;
        const double above = neuralGradient(model, batch, settings).loss;
        value = before - h;
        const double under = neuralGradient(model, batch, settings).loss;
        value = before;
        QVERIFY2(
            std::abs((above - under) / (2 * h) - derivative.data()[k]) <= tolerance,
            qPrintable(
                QStringLiteral("%1 is not %2").arg(derivative.data()[k]).arg((above - under) / (2 * h))));
      }
    };
    check(model.parameters.users, full.users);
    check(model.parameters.items, full.items);
    for (std::size_t l = 0; l < full.layers.size(); ++l) {
      check(model.parameters.layers[l].weights, full.layers[l].weights);
      check(model.parameters.layers[l].bias, full.layers[l].bias);
    }
  }

  void gradientAndStepsAreTorchs() {
    const Ratings ratings = someRatings(7, 9, 30);
    const NeuralSettings settings = smallNetwork();
    NeuralState state = smallStart(ratings, settings);
    const std::vector<Sample> samples = samplesOf(ratings);
    QJsonObject question = parametersJson(state.model.parameters);
    question["mean"] = state.model.mean;
    question["rate"] = settings.rate;
    question["regularization"] = settings.regularization;
    question["layerRegularization"] = settings.layerRegularization;
    constexpr std::size_t size = 6; // so that a batch lacks some users and items
    QJsonArray batches;
    for (int round = 0; round < 3; ++round)
      for (std::size_t k = 0; k < samples.size(); k += size) {
        QJsonArray batch;
        for (const Sample& sample : std::span(samples).subspan(k, std::min(size, samples.size() - k)))
          batch.append(QJsonArray{sample.user, sample.item, static_cast<double>(sample.value)});
        batches.append(batch);
      }
    question["batches"] = batches;
    const auto answer = runPython(oracle, QJsonDocument(question).toJson());
    QVERIFY2(answer.error.isEmpty(), qPrintable(answer.error));
    const QJsonObject truth = QJsonDocument::fromJson(answer.output).object();

    const NeuralGradient gradient = neuralGradient(state.model, std::span(samples).first(size), settings);
    // Sums of some thirty products, three layers deep.
    QVERIFY(std::abs(gradient.loss - truth["loss"].toDouble()) <= 256 * epsilon * gradient.loss);
    QVERIFY(farthest(parametersJson(spread(gradient, state.model.parameters)),
                     truth["gradient"].toObject()) <= 1024 * epsilon);
    for (int round = 0; round < 3; ++round)
      for (std::size_t k = 0; k < samples.size(); k += size)
        neuralStep(std::span(samples).subspan(k, std::min(size, samples.size() - k)), settings, settings.rate,
                   state);
    // A step divides a gradient by its own size, which keeps its relative error; small ones have a larger
    // one.
    const double off = farthest(parametersJson(state.model.parameters), truth["parameters"].toObject());
    QVERIFY2(off <= 1e5 * epsilon, qPrintable(QString::number(off)));
  }

  void anEpochIsItsStepsAndRepeatable() {
    const Ratings ratings = someRatings(80, 90, 2500);
    NeuralSettings settings = smallNetwork();
    settings.decay = 0.9;
    settings.regularization = 0.01;
    settings.layerRegularization = 0.0001;
    settings.batch = 64;
    const TrainingOrder order = trainingOrder(ratings, 1, 5);
    NeuralState state = neuralStart(ratings, settings);
    NeuralState again = state;
    double rate = settings.rate;
    std::vector<double> errors;
    for (int epoch = 0; epoch < 8; ++epoch) {
      again.meanSquare = 0;
      Run place;
      for (const std::size_t begin : runsInEpoch(order, 0, settings.seed, epoch)) {
        const auto run = shuffledRun(order, 0, begin, settings.seed, epoch, place);
        for (std::size_t k = 0; k < run.size(); k += 64)
          neuralStep(run.subspan(k, std::min<std::size_t>(64, run.size() - k)), settings, rate, again);
      }
      rate *= settings.decay;
      state = nextEpoch(order, settings, std::move(state));
      QVERIFY(!state.diverged);
      QCOMPARE(parametersJson(state.model.parameters), parametersJson(again.model.parameters));
      errors.push_back(state.meanSquare);
    }
    QVERIFY2(errors.back() < 0.9 * errors.front(),
             qPrintable(QStringLiteral("%1 of %2").arg(errors.back()).arg(errors.front())));
    const Eigen::VectorXf scores = scoresFor(state.model, 3);
    for (std::size_t k = 0; k < ratings.size(); ++k)
      if (ratings.user[k] == 3) {
        const float clamped = std::clamp(scores(ratings.item[k]), 0.5F, 5.0F);
        const float predicted = predictions(state.model, ratings)(static_cast<Eigen::Index>(k));
        QVERIFY(std::abs(clamped - predicted) <= 1e-6F); // one rounding to single precision
      }
  }

  void strangersAreThoughtAverage() {
    const Ratings ratings = someRatings(10, 12, 40);
    const NeuralState state = neuralStart(ratings, {});
    Ratings strangers = ratings;
    strangers.user.assign(ratings.size(), 99);
    const Eigen::VectorXf predicted = predictions(state.model, strangers);
    QVERIFY((predicted.array() == static_cast<float>(state.model.mean)).all());
    QVERIFY(!nextEpoch(trainingOrder({}, 1, 1), {}, neuralStart({}, {})).diverged);
  }
};

QTEST_APPLESS_MAIN(NeuralFilteringLearnsAsTorchDoes)
#include "neural_filtering_learns_as_torch_does.moc"
