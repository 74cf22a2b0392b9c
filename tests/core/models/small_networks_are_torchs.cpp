#include "core/models/network_training.h"
#include "core/models/small_network.h"
#include "core/models/toy_data.h"
#include "tests/core/json_numbers.h"
#include "tests/core/python_process.h"
#include "tests/core/random_numbers.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QTest>

#include <cmath>
#include <limits>

using namespace eigenboard::models;
using eigenboard::tests::RandomNumbers;
using eigenboard::tests::runPython;

namespace {

constexpr double epsilon = std::numeric_limits<double>::epsilon();
constexpr int steps = 12;

/// The same networks of torch.nn in double precision: logits, loss, gradient, Hessian, the parameters after
/// some steps of torch.optim.SGD, logits of other points with the batch's statistics.
const QString oracle = QStringLiteral(R"(
import json, sys
import torch
from torch import nn
torch.set_num_threads(1)
torch.set_default_dtype(torch.float64)

answers = []
for case in json.load(sys.stdin):
    parts, width = [], 2
    for neurons in case["hidden"]:
        normal = {"none": None, "batch": nn.BatchNorm1d(neurons, momentum=1.0), "layer": nn.LayerNorm(neurons)}[case["norm"]]
        parts.append(nn.Linear(width, neurons, bias=normal is None))
        parts += [normal] if normal is not None else []
        parts.append(nn.Tanh() if case["activation"] == "tanh" else nn.ReLU())
        width = neurons
    net = nn.Sequential(*parts, nn.Linear(width, 1))
    torch.nn.utils.vector_to_parameters(torch.tensor(case["parameters"]), net.parameters())
    points, labels = torch.tensor(case["points"]), torch.tensor(case["labels"])
    rule = nn.BCEWithLogitsLoss()

    def loss():
        return rule(net(points)[:, 0], (labels + 1) / 2)

    parameters = list(net.parameters())
    flat = lambda grads: torch.cat([g.reshape(-1) for g in grads])
    value = loss()
    gradient = flat(torch.autograd.grad(value, parameters, create_graph=True))
    hessian = [flat(torch.autograd.grad(g, parameters, retain_graph=True)).tolist() for g in gradient]
    answer = {"logits": net(points)[:, 0].tolist(), "loss": value.item(), "gradient": gradient.tolist(),
              "hessian": hessian}
    # Statistics of the batch for other points, by hand: torch keeps the unbiased variance for them.
    h = torch.tensor(case["others"])
    b = points
    for part in net:
        if isinstance(part, nn.BatchNorm1d):
            mean, var = b.mean(0), b.var(0, unbiased=False)
            h, b = [(z - mean) / torch.sqrt(var + part.eps) * part.weight + part.bias for z in (h, b)]
        else:
            h, b = part(h), part(b)
    answer["others"] = h[:, 0].tolist()
    sgd = torch.optim.SGD(net.parameters(), lr=0.4)
    for _ in range(case["steps"]):
        sgd.zero_grad()
        loss().backward()
        sgd.step()
    answer["trained"] = torch.nn.utils.parameters_to_vector(net.parameters()).tolist()
    answers.append(answer)
json.dump(answers, sys.stdout)
)");

Eigen::VectorXd vectorOf(const QJsonValue& value) {
  const QJsonArray list = value.toArray();
  Eigen::VectorXd vector(list.size());
  for (qsizetype i = 0; i < list.size(); ++i)
    vector(i) = list[i].toDouble();
  return vector;
}

struct Case {
  NetworkShape shape;
  Eigen::VectorXd parameters;
  LabelledPoints data;
  Eigen::MatrixXd others;
};

} // namespace

class SmallNetworksAreTorchs : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    RandomNumbers random(61);
    QJsonArray input;
    int i = 0;
    for (const Activation activation : {Activation::Tanh, Activation::Relu})
      for (const Normalization normalization :
           {Normalization::None, Normalization::Batch, Normalization::Layer})
        for (const std::vector<int>& hidden : {std::vector<int>{3}, std::vector<int>{5, 4}, {4, 3, 4}}) {
          Case one{{2, hidden, activation, normalization}, {}, {}, {}};
          one.parameters = initialParameters(one.shape, static_cast<std::uint64_t>(i));
          one.parameters += 0.2 * random.matrix(one.parameters.size(), 1);
          one.data = toyData(static_cast<ToyData>(i % 4), 20, 0.1, 7);
          one.others = 2 * random.matrix(6, 2);
          QJsonArray sizes;
          for (const int neurons : hidden)
            sizes.append(neurons);
          const char* const names[] = {"none", "batch", "layer"};
          input.append(QJsonObject{{"hidden", sizes},
                                   {"activation", activation == Activation::Tanh ? "tanh" : "relu"},
                                   {"norm", names[static_cast<int>(normalization)]},
                                   {"parameters", eigenboard::tests::listJson(one.parameters)},
                                   {"points", eigenboard::tests::rowsJson(one.data.points)},
                                   {"labels", eigenboard::tests::listJson(one.data.labels)},
                                   {"others", eigenboard::tests::rowsJson(one.others)},
                                   {"steps", steps}});
          cases_.push_back(std::move(one));
          ++i;
        }
    const auto answer = runPython(oracle, QJsonDocument(input).toJson());
    QVERIFY2(answer.error.isEmpty(), qPrintable(answer.error));
    answers_ = QJsonDocument::fromJson(answer.output).array();
    QCOMPARE(static_cast<std::size_t>(answers_.size()), cases_.size());
  }

  void valuesGradientsAndHessiansAreTorchs() {
    for (std::size_t i = 0; i < cases_.size(); ++i) {
      const Case& one = cases_[i];
      const QJsonObject truth = answers_[static_cast<qsizetype>(i)].toObject();
      const LossAndGradient at = networkGradient(one.shape, one.parameters, one.data);
      // Sums of some hundred products of numbers below 10; a variance near 0 divides by no less than 0.003.
      const double rounding = 1e4 * epsilon;
      QVERIFY((logits(one.shape, one.parameters, one.data.points) - vectorOf(truth["logits"]))
                  .cwiseAbs()
                  .maxCoeff() <= rounding);
      QVERIFY(
          (logitsOfOthers(one.shape, one.parameters, one.data.points, one.others) - vectorOf(truth["others"]))
              .cwiseAbs()
              .maxCoeff() <= rounding);
      QVERIFY(std::abs(at.loss - truth["loss"].toDouble()) <= rounding);
      QCOMPARE(networkLoss(one.shape, one.parameters, one.data), at.loss);
      QVERIFY2((at.gradient - vectorOf(truth["gradient"])).cwiseAbs().maxCoeff() <= rounding,
               qPrintable(QString::number(i)));
      const Eigen::MatrixXd hessian = networkHessian(one.shape, one.parameters, one.data);
      const QJsonArray hessianRows = truth["hessian"].toArray();
      for (Eigen::Index row = 0; row < hessian.rows(); ++row)
        QVERIFY2((hessian.row(row).transpose() - vectorOf(hessianRows[row])).cwiseAbs().maxCoeff() <=
                     rounding * (1 + hessian.cwiseAbs().maxCoeff()),
                 qPrintable(QString::number(i)));
      QVERIFY((hessian - hessian.transpose()).cwiseAbs().maxCoeff() <=
              rounding * (1 + hessian.cwiseAbs().maxCoeff()));
    }
  }

  void trainingIsTorchsDescent() {
    for (std::size_t i = 0; i < cases_.size(); ++i) {
      const Case& one = cases_[i];
      TrainingState state = trainingStart(one.shape, one.data, one.parameters, 3);
      const double first = state.at.loss;
      for (int k = 0; k < steps; ++k)
        state = trainingStep(one.shape, one.data, state, 0.4);
      const Eigen::VectorXd trained = vectorOf(answers_[static_cast<qsizetype>(i)].toObject()["trained"]);
      // Each step at most doubles what rounding did before.
      QVERIFY2((state.parameters - trained).cwiseAbs().maxCoeff() <= std::exp2(steps) * 1e4 * epsilon,
               qPrintable(QString::number(i)));
      QVERIFY(state.at.loss < first);
      const Sharpness sharpness = sharpnessAt(one.shape, state.parameters, one.data);
      QVERIFY(state.sharpness <= sharpness.largest + 1e4 * epsilon * (1 + sharpness.largest));
      // Along with the training it has come near to it.
      QVERIFY2(state.sharpness > 0.5 * sharpness.largest, qPrintable(QString::number(i)));
    }
  }

  void parametersAreWhereTheyAreSaidToBe() {
    const NetworkShape plain{2, {6, 6}, Activation::Tanh, Normalization::None};
    QCOMPARE(parameterCount(plain), Eigen::Index(2 * 6 + 6 + 6 * 6 + 6 + 6 + 1));
    const NetworkShape normalized{2, {6, 6}, Activation::Tanh, Normalization::Batch};
    QCOMPARE(parameterCount(normalized), Eigen::Index(2 * 6 + 12 + 6 * 6 + 12 + 6 + 1));
    const Eigen::VectorXd start = initialParameters(normalized, 5);
    QCOMPARE(start, initialParameters(normalized, 5));
    QVERIFY(start != initialParameters(normalized, 6));
    for (const LayerPlace& place : layerPlaces(normalized)) {
      QVERIFY(start.segment(place.shift, place.outputs).isZero(0));
      if (place.scale >= 0)
        QVERIFY(start.segment(place.scale, place.outputs).isOnes(0));
    }
    // Fan-in: 400 weights of variance 2/20, whose mean square is off by some 7 %.
    const NetworkShape wide{20, {20}, Activation::Relu, Normalization::None};
    const double meanSquare = initialParameters(wide, 1).head(400).squaredNorm() / 400;
    QVERIFY(std::abs(meanSquare - 0.1) < 0.03);
  }

  void whatIsNotFiniteStops() {
    const Case& one = cases_.front();
    TrainingState state = trainingStart(one.shape, one.data, one.parameters, 3);
    for (int k = 0; k < 5; ++k)
      state = trainingStep(one.shape, one.data, state, 1e308);
    QVERIFY(state.diverged);
    QVERIFY(state.parameters.allFinite() && std::isfinite(state.at.loss));
    const TrainingState same = trainingStep(one.shape, one.data, state, 0.1);
    QVERIFY(same.parameters == state.parameters);
    // Logits that would overflow an exponential.
    const Eigen::VectorXd far = 1e5 * one.parameters;
    QVERIFY(networkGradient(one.shape, far, one.data).gradient.allFinite());
  }

 private:
  std::vector<Case> cases_;
  QJsonArray answers_;
};

QTEST_APPLESS_MAIN(SmallNetworksAreTorchs)
#include "small_networks_are_torchs.moc"
