#include "core/recommender/changed_ratings.h"
#include "core/recommender/dense_factors.h"
#include "core/recommender/feature_line.h"
#include "core/recommender/latent_map.h"
#include "core/recommender/neural_filtering.h"
#include "core/recommender/synthetic_ratings.h"
#include "tests/core/json_numbers.h"
#include "tests/core/python_process.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QTest>

#include <array>
#include <cmath>
#include <limits>
#include <utility>

using namespace eigenboard::recommender;
using eigenboard::tests::runPython;

namespace {

constexpr double epsilon = std::numeric_limits<double>::epsilon();

/// NumPy's least squares on the regularised problem as a taller plain one, its eigenvectors and its means.
const QString oracle = QStringLiteral(R"(
import json, sys
import numpy as np
case = json.load(sys.stdin)
U, I, r = (np.array(case[key]) for key in ("user", "item", "value"))
P, Q, b, c = (np.array(case[key], float) for key in ("P", "Q", "b", "c"))
U, I = U.astype(int), I.astype(int)
k, mean, lam = P.shape[1], case["mean"], case["lambda"]

def solve(mine, theirs, X, x, Y, y):
    for place in np.unique(mine):
        at = mine == place
        A = np.vstack([np.column_stack([Y[theirs[at]], np.ones(at.sum())]), np.sqrt(at.sum() * lam) * np.eye(k + 1)])
        t = np.append(r[at] - mean - y[theirs[at]], np.zeros(k + 1))
        s = np.linalg.lstsq(A, t, rcond=None)[0]
        X[place], x[place] = s[:k], s[k]

for _ in range(case["sweeps"]):
    solve(U, I, P, b, Q, c)
    solve(I, U, Q, c, P, b)
table = mean + b[:, None] + c + P @ Q.T
error = np.clip(table[U, I], r.min(), r.max()) - r
values = np.linalg.eigvalsh(P.T @ P + Q.T @ Q)
json.dump(dict(table=table.ravel().tolist(), rmse=np.sqrt((error**2).mean()), mae=np.abs(error).mean(),
               share=values[-2:].sum() / values.sum()), sys.stdout)
)");

Ratings tableOfRatings(std::uint64_t seed) {
  SyntheticSettings settings;
  settings.users = 23;
  settings.items = 17;
  settings.ratings = 180;
  settings.seed = seed;
  return syntheticRatings(settings).ratings;
}

/// A list for each column.
QJsonArray columnsJson(const Eigen::MatrixXd& matrix) {
  QJsonArray json;
  for (Eigen::Index column = 0; column < matrix.cols(); ++column)
    json.append(eigenboard::tests::listJson(Eigen::VectorXd(matrix.col(column))));
  return json;
}

bool holdsPair(const Ratings& ratings, int user, int item) {
  for (std::size_t k = 0; k < ratings.size(); ++k)
    if (ratings.user[k] == user && ratings.item[k] == item)
      return true;
  return false;
}

} // namespace

class SmallTablesAreLearntInDouble : public QObject {
  Q_OBJECT

 private slots:
  void sweepsAreNumpysLeastSquares_data() {
    QTest::addColumn<int>("factors");
    for (const int factors : {1, 2, 5})
      QTest::addRow("%d factors", factors) << factors;
  }
  void sweepsAreNumpysLeastSquares() {
    QFETCH(int, factors);
    const Ratings ratings = tableOfRatings(5);
    AlsSettings settings;
    settings.regularization = settings.biasRegularization = 0.08;
    DenseFactors model = dense(initialModel(ratings, factors, 0.1F, 7));
    const QJsonObject question{{"user", eigenboard::tests::listJson(ratings.user)},
                               {"item", eigenboard::tests::listJson(ratings.item)},
                               {"value", eigenboard::tests::listJson(ratings.value)},
                               {"P", columnsJson(model.userFactors)},
                               {"Q", columnsJson(model.itemFactors)},
                               {"b", eigenboard::tests::listJson(model.userBias)},
                               {"c", eigenboard::tests::listJson(model.itemBias)},
                               {"mean", model.mean},
                               {"lambda", 0.08},
                               {"sweeps", 3}};
    const auto answer = runPython(oracle, QJsonDocument(question).toJson());
    QVERIFY2(answer.error.isEmpty(), qPrintable(answer.error));
    const QJsonObject truth = QJsonDocument::fromJson(answer.output).object();
    const RatingSides sides = sidesOf(ratings);
    double objective = std::numeric_limits<double>::infinity();
    for (int sweep = 0; sweep < 3; ++sweep) {
      model = nextDenseSweep(ratings, sides, settings, std::move(model));
      const double next = denseObjective(ratings, settings, model);
      QVERIFY(next <= objective * (1 + 64 * epsilon));
      objective = next;
    }
    // Normal equations against an orthogonal method: the condition of a system, at most (1 + ‖q‖²)/λ, some
    // hundred, for each of six half sweeps.
    const double tolerance = 6 * 512 * epsilon;
    const Eigen::MatrixXd table = scoreTable(model);
    const QJsonArray wanted = truth["table"].toArray();
    QCOMPARE(wanted.size(), table.size());
    for (int user = 0; user < 23; ++user)
      for (int item = 0; item < 17; ++item) {
        QVERIFY(std::abs(table(user, item) - wanted[user * 17 + item].toDouble()) <= tolerance);
        QVERIFY(std::abs(partsOf(model, user, item).score() - table(user, item)) <= 16 * epsilon * 8);
      }
    const Accuracy accuracy = accuracyOf(model, ratings);
    QVERIFY(std::abs(accuracy.rootMeanSquare - truth["rmse"].toDouble()) <= tolerance);
    QVERIFY(std::abs(accuracy.meanAbsolute - truth["mae"].toDouble()) <= tolerance);
    QVERIFY(std::abs(latentMap(model).share - (factors > 2 ? truth["share"].toDouble() : 1)) <= tolerance);
  }

  void aNetworksTableHasItsAnswers() {
    const Ratings ratings = tableOfRatings(6);
    NeuralSettings settings;
    settings.embedding = 3;
    settings.hidden = {5};
    const NeuralState state =
        nextEpoch(trainingOrder(ratings, 1, 2), settings, neuralStart(ratings, settings));
    const Eigen::MatrixXd table = scoreTable(state.model);
    for (int user = 0; user < 23; ++user)
      QVERIFY(
          (table.row(user).transpose().cast<float>() - scoresFor(state.model, user)).cwiseAbs().maxCoeff() <=
          8 * std::numeric_limits<float>::epsilon());
    const Accuracy all = accuracyOf(table, state.model.lowest, state.model.highest, ratings);
    const Accuracy single = accuracyOf(predictions(state.model, ratings), ratings);
    // Predictions there are rounded to single precision.
    QVERIFY(std::abs(all.rootMeanSquare - single.rootMeanSquare) <=
            8 * std::numeric_limits<float>::epsilon());
    QVERIFY(std::abs(all.meanAbsolute - single.meanAbsolute) <= 8 * std::numeric_limits<float>::epsilon());
  }

  void aLatentMapKeepsTheBestPlane() {
    const DenseFactors model = dense(initialModel(tableOfRatings(2), 6, 0.4F, 3));
    const LatentMap map = latentMap(model);
    QVERIFY((map.basis.transpose() * map.basis - Eigen::Matrix2d::Identity()).norm() <= 32 * epsilon);
    // No other plane of coordinate axes keeps more, and the map does not turn over when all is negated.
    const double whole = model.userFactors.squaredNorm() + model.itemFactors.squaredNorm();
    for (Eigen::Index a = 0; a < 6; ++a)
      for (Eigen::Index b = 0; b < a; ++b) {
        const double kept = model.userFactors.row(a).squaredNorm() + model.userFactors.row(b).squaredNorm() +
                            model.itemFactors.row(a).squaredNorm() + model.itemFactors.row(b).squaredNorm();
        QVERIFY(kept / whole <= map.share + 16 * epsilon);
      }
    DenseFactors huge = model;
    huge.userFactors *= 1e200;
    huge.itemFactors *= 1e200;
    QVERIFY(std::abs(latentMap(huge).share - map.share) <= 64 * epsilon);
    huge.userFactors.setZero();
    huge.itemFactors.setZero();
    QVERIFY(std::isnan(latentMap(huge).share) && latentMap(huge).users.isZero());
    QVERIFY(std::isnan(alikeness(huge.userFactors.col(0), huge.userFactors.col(1))));
    QVERIFY(std::abs(alikeness(model.userFactors.col(0), -1e-200 * model.userFactors.col(0)) + 1) <=
            4 * epsilon);
  }

  void theMostAlikeHaveTheSmallestAngles() {
    Eigen::MatrixXd factors(2, 6);
    factors << 2, 1, 0, -3, 4, 0, /**/ 0, 1, 1, 0.5, 0.4, 0;
    const auto found = mostAlike(factors, 0, 3);
    QCOMPARE(found.size(), std::size_t{3});
    QCOMPARE(found[0].first, 4);
    QVERIFY(std::abs(found[0].second - std::cos(std::atan2(0.4, 4))) <= 4 * epsilon);
    QCOMPARE(found[1].first, 1);
    QCOMPARE(found[2].first, 2);
    QVERIFY(mostAlike(factors, 5, 3).empty()); // it has no direction
  }

  void changesAreLearntFromAndNeverTested() {
    const Ratings ratings = withNewUser(tableOfRatings(9));
    QCOMPARE(ratings.users.size(), 24);
    const Split parts = split(ratings, 0.3, 4);
    const int user = parts.test.user[0];
    const int item = parts.test.item[0];
    const int away = parts.train.user[0];
    const int awayItem = parts.train.item[0];
    const std::array<RatingChange, 5> changes{
        {{user, item, 1.0F}, {23, 0, 4.5F}, {user, item, 2.5F}, {away, awayItem, 0.0F}, {24, 0, 3.0F}}};
    const Split after = withChanges(parts, changes);
    QCOMPARE(after.train.size(), parts.train.size() + 1); // two more, one gone
    QCOMPARE(after.test.size(), parts.test.size() - 1);
    QVERIFY(!holdsPair(after.test, user, item) && holdsPair(after.train, user, item));
    QVERIFY(!holdsPair(after.train, away, awayItem) && !holdsPair(after.test, away, awayItem));
    QCOMPARE(after.train.value[after.train.size() - 2], 2.5F);
    QCOMPARE(after.train.user.back(), 23);
    QVERIFY(withChanges(parts, {}).train.value == parts.train.value);
    QCOMPARE(withNewUser({}).users.ids, std::vector<std::int64_t>{1});
  }

  void aLineIsTheBestOfItsNeighbours() {
    Eigen::VectorXd features(6);
    Eigen::VectorXd values(6);
    features << -1.2, 0.4, 0.4, 1, 1.6, 2;
    values << 2, 3.5, 3, 3.5, 5, 4.5;
    const FeatureLine line = leastSquaresLine(features, values);
    // The normal equations: residuals are at right angles to the ones and to the features.
    const Eigen::VectorXd residual = (values.array() - line.bias - line.weight * features.array()).matrix();
    QVERIFY(std::abs(residual.sum()) <= 64 * epsilon && std::abs(residual.dot(features)) <= 64 * epsilon);
    const double least = meanSquaredError(line, features, values);
    for (const auto& [bias, weight] : {std::pair(1e-3, 0.0), std::pair(0.0, 1e-3), std::pair(-1e-3, 1e-3)})
      QVERIFY(meanSquaredError({line.bias + bias, line.weight + weight}, features, values) > least);
    const FeatureLine level = leastSquaresLine(Eigen::VectorXd::Constant(6, 0.5), values);
    QVERIFY(level.weight == 0 && std::abs(level.bias - values.mean()) <= 4 * epsilon);
    const Eigen::VectorXd none;
    QVERIFY(std::isnan(leastSquaresLine(none, none).bias) && std::isnan(meanSquaredError(line, none, none)));
  }

  void nothingToLearnFromIsNoTrouble() {
    const Ratings none = withNewUser({});
    const DenseFactors model = nextDenseSweep(none, sidesOf(none), {}, dense(initialModel(none, 3, 0.1F, 1)));
    QVERIFY(model.allFinite());
    QVERIFY(std::isnan(accuracyOf(model, none).rootMeanSquare));
    QCOMPARE(denseObjective(none, {}, model), 0.0);
    QVERIFY(std::isnan(rankingQuality(none, none, {}, model).precision));
  }
};

QTEST_APPLESS_MAIN(SmallTablesAreLearntInDouble)
#include "small_tables_are_learnt_in_double.moc"
