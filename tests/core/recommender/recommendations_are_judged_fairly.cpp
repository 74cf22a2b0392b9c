#include "core/recommender/biases.h"
#include "core/recommender/ranking_metrics.h"
#include "core/recommender/ratings_file.h"
#include "core/recommender/split.h"
#include "core/recommender/synthetic_ratings.h"
#include "core/recommender/top_items.h"
#include "core/recommender/training.h"
#include "tests/core/json_numbers.h"
#include "tests/core/python_process.h"
#include "tests/core/random_numbers.h"

#include <QtCore/QDir>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QTest>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

using namespace eigenboard::recommender;
using eigenboard::tests::RandomNumbers;
using eigenboard::tests::runPython;

namespace {

/// scikit-learn's errors and NDCG; precision and recall by their definitions on a sorted list.
const QString oracle = QStringLiteral(R"(
import json, sys
import numpy as np
from sklearn.metrics import mean_absolute_error, mean_squared_error, ndcg_score
case = json.load(sys.stdin)
precision, recall, ndcg, lists = [], [], [], []
for user in range(case["users"]):
    scores = np.array(case["scores"][user])
    rated = {i for u, i, _ in case["train"] if u == user}
    candidates = np.array([i for i in range(len(scores)) if i not in rated])
    gains = np.zeros(len(scores))
    for u, i, value in case["test"]:
        if u == user and value >= case["relevantFrom"]:
            gains[i] = value
    order = candidates[np.argsort(-scores[candidates], kind="stable")][:case["k"]]
    lists.append(order.tolist())
    if not gains.any():
        continue
    hits = (gains[order] > 0).sum()
    precision.append(hits / case["k"])
    recall.append(hits / (gains > 0).sum())
    ndcg.append(ndcg_score([gains[candidates]], [scores[candidates]], k=case["k"]))
truth, predicted = [row[2] for row in case["test"]], case["predicted"]
json.dump({"precision": np.mean(precision), "recall": np.mean(recall), "ndcg": np.mean(ndcg), "users": len(ndcg),
           "lists": lists, "rmse": mean_squared_error(truth, predicted) ** 0.5,
           "mae": mean_absolute_error(truth, predicted)}, sys.stdout)
)");

QJsonArray rowsJson(const Ratings& ratings) {
  QJsonArray json;
  for (std::size_t k = 0; k < ratings.size(); ++k)
    json.append(QJsonArray{ratings.user[k], ratings.item[k], static_cast<double>(ratings.value[k])});
  return json;
}

SyntheticRatings planted(int users, int items, std::size_t count) {
  SyntheticSettings settings;
  settings.users = users;
  settings.items = items;
  settings.ratings = count;
  return syntheticRatings(settings);
}

double errorOn(const Ratings& ratings, const Eigen::VectorXf& predicted) {
  return accuracyOf(predicted, ratings).rootMeanSquare;
}

using Pairs = std::set<std::pair<int, int>>;

Pairs pairsOf(const Ratings& ratings) {
  Pairs pairs;
  for (std::size_t k = 0; k < ratings.size(); ++k)
    pairs.insert({ratings.user[k], ratings.item[k]});
  return pairs;
}

} // namespace

class RecommendationsAreJudgedFairly : public QObject {
  Q_OBJECT

 private slots:
  void measuresAreThoseOfScikitLearn() {
    const Split parts = split(planted(40, 60, 1000).ratings, 0.3, 2);
    RandomNumbers numbers(6);
    QJsonArray scores;
    std::vector<Eigen::VectorXf> byUser;
    for (int user = 0; user < 40; ++user) {
      byUser.push_back(numbers.matrix(60, 1).cast<float>());
      scores.append(eigenboard::tests::listJson(byUser.back()));
    }
    const Eigen::VectorXf predicted =
        numbers.matrix(static_cast<Eigen::Index>(parts.test.size()), 1).cast<float>();
    RankingTask task;
    task.k = 7;
    task.relevantFrom = 3.5F;
    const QJsonObject question{{"users", 40},
                               {"scores", scores},
                               {"train", rowsJson(parts.train)},
                               {"test", rowsJson(parts.test)},
                               {"k", 7},
                               {"relevantFrom", 3.5},
                               {"predicted", eigenboard::tests::listJson(predicted)}};
    const auto answer = runPython(oracle, QJsonDocument(question).toJson());
    QVERIFY2(answer.error.isEmpty(), qPrintable(answer.error));
    const QJsonObject truth = QJsonDocument::fromJson(answer.output).object();
    const RankingQuality quality = rankingQuality(
        parts.train, parts.test, task, [&](int user) { return byUser[static_cast<std::size_t>(user)]; });
    const double rounding = 1e-13; // a mean of forty numbers below 1, or of some hundred errors
    QCOMPARE(quality.users, truth["users"].toInt());
    QVERIFY(quality.users > 30);
    QVERIFY(std::abs(quality.precision - truth["precision"].toDouble()) < rounding);
    QVERIFY(std::abs(quality.recall - truth["recall"].toDouble()) < rounding);
    QVERIFY(std::abs(quality.ndcg - truth["ndcg"].toDouble()) < rounding);
    const Accuracy accuracy = accuracyOf(predicted, parts.test);
    QVERIFY(std::abs(accuracy.rootMeanSquare - truth["rmse"].toDouble()) < 10 * rounding);
    QVERIFY(std::abs(accuracy.meanAbsolute - truth["mae"].toDouble()) < 10 * rounding);
    const RowGroups rows = rowsByUser(parts.train);
    for (int user = 0; user < 40; ++user) {
      QJsonArray listed;
      for (const ScoredItem& item :
           topItems(byUser[static_cast<std::size_t>(user)], 7, itemsRatedBy(parts.train, rows, user)))
        listed.append(item.item);
      QCOMPARE(listed, truth["lists"].toArray()[user].toArray());
    }
  }

  void edgesHaveAMeaning() {
    QVERIFY(std::isnan(precisionAt({}, 0)) && std::isnan(recallAt({}, 5, 0)) &&
            std::isnan(ndcgAt({}, {}, 5)));
    QVERIFY(std::isnan(accuracyOf(Eigen::VectorXf(), {}).rootMeanSquare));
    QCOMPARE(precisionAt(std::vector<char>{1}, 4), 0.25); // a short list has been filled up
    Eigen::VectorXf scores(5);
    scores << 1, std::numeric_limits<float>::quiet_NaN(), 3, 3, std::numeric_limits<float>::infinity();
    const auto best = topItems(scores, 10, {0, 0, 0, 0, 1});
    QCOMPARE(best.size(), std::size_t{3});
    QCOMPARE(best[0].item, 2);
    QCOMPARE(best[1].item, 3);
    QVERIFY(topItems(Eigen::VectorXf(), 3, {}).empty());
    QVERIFY(std::isnan(rankingQuality({}, {}, {}, [](int) { return Eigen::VectorXf(); }).ndcg));
    // On a scale of thumbs, −1 and 1, from the lowest on: a thumb down has no gain and is not relevant.
    const Ratings thumbs = indexed({{1, 1, 1}, {1, 2, 3}, {1, -1, 1}, {}}).ratings;
    Ratings unseen = thumbs;
    unseen.user.clear();
    unseen.item.clear();
    unseen.value.clear();
    RankingTask task;
    task.k = 2;
    task.relevantFrom = -1;
    const RankingQuality quality = rankingQuality(unseen, thumbs, task, [](int) {
      return Eigen::VectorXf{{3, 2, 1}};
    });
    QCOMPARE(quality.precision, 0.5); // the first of the two listed
    QCOMPARE(quality.recall, 0.5);
    QCOMPARE(quality.ndcg, 1 / (1 + 1 / std::log2(3.0)));
  }

  void aSplitIsAPartitionChosenBySeed() {
    const Ratings ratings = planted(100, 150, 6000).ratings;
    const Split parts = split(ratings, 0.1, 3);
    QCOMPARE(parts.test.size(), std::size_t{600});
    QCOMPARE(parts.train.size(), std::size_t{5400});
    Pairs all = pairsOf(parts.train);
    all.merge(pairsOf(parts.test));
    QVERIFY(all == pairsOf(ratings));
    QCOMPARE(split(ratings, 0.1, 3).test.value, parts.test.value);
    QVERIFY(pairsOf(split(ratings, 0.1, 4).test) != pairsOf(parts.test));
    // Each rating has the same chance: over 2000 seeds the hits of one are binomial with mean 200,
    // deviation 13.4.
    const Ratings few = planted(5, 12, 20).ratings;
    std::vector<int> hits(20, 0);
    const Pairs order = pairsOf(few);
    for (std::uint64_t seed = 0; seed < 2000; ++seed)
      for (const auto& pair : pairsOf(split(few, 0.1, seed).test))
        ++hits[static_cast<std::size_t>(std::distance(order.begin(), order.find(pair)))];
    for (const int count : hits)
      QVERIFY2(std::abs(count - 200) < 5 * 13.4, qPrintable(QString::number(count)));
    for (const double share : {-1.0, 0.0, std::nan("")})
      QCOMPARE(split(ratings, share, 1).test.size(), std::size_t{0});
    QCOMPARE(split(ratings, 2, 1).train.size(), std::size_t{0});
  }

  void strangersFallBackToBiases() {
    const RatingsRead train = readRatings("1,10,5\n1,11,4\n2,10,3\n2,11,1\n");
    const RatingsRead test = readRatings("1,12,4\n9,10,2\n9,12,2\n2,11,1\n");
    const Split parts = aligned(train.ratings, test.ratings);
    QCOMPARE(parts.train.users.ids, (std::vector<std::int64_t>{1, 2, 9}));
    QCOMPARE(parts.test.items.ids, (std::vector<std::int64_t>{10, 11, 12}));
    QCOMPARE(parts.test.user, (std::vector<std::int32_t>{0, 2, 2, 1}));
    QCOMPARE(parts.test.item, (std::vector<std::int32_t>{2, 0, 2, 1}));
    for (const Method method : {Method::Biases, Method::Sgd, Method::Als}) {
      const FactorModel model = std::get<FactorModel>(train_(parts.train, method).model);
      const float stranger = prediction(model, 2, 2);
      QCOMPARE(stranger, model.mean);
      QCOMPARE(prediction(model, 0, 2), std::clamp(model.mean + model.userBias(0), 1.0F, 5.0F));
      QCOMPARE(prediction(model, 2, 0), std::clamp(model.mean + model.itemBias(0), 1.0F, 5.0F));
      QCOMPARE(prediction(model, 77, -3), model.mean);
    }
  }

  void syntheticRatingsAreAsPlanted() {
    SyntheticSettings settings;
    settings.users = 400;
    settings.items = 300;
    settings.ratings = 30'000;
    settings.halfStars = false;
    const SyntheticRatings made = syntheticRatings(settings);
    QCOMPARE(made.ratings.size(), settings.ratings);
    QCOMPARE(pairsOf(made.ratings).size(), settings.ratings);
    Eigen::VectorXf scores(30'000);
    for (std::size_t k = 0; k < 30'000; ++k)
      scores(static_cast<Eigen::Index>(k)) = score(made.planted, made.ratings.user[k], made.ratings.item[k]);
    // What remains is the noise: a sample deviation of 30 000 has itself a deviation of 0.5 / √60 000.
    QVERIFY(std::abs(errorOn(made.ratings, scores) - 0.5) < 5 * 0.5 / std::sqrt(60'000.0));
    // The most popular tenth is chosen more often than the skew of 0.8 would have it for an even choice.
    RowGroups rows = rowsByItem(made.ratings);
    std::vector<std::size_t> counts;
    for (int item = 0; item < 300; ++item)
      counts.push_back(rows.count(item));
    std::sort(counts.rbegin(), counts.rend());
    QVERIFY(std::accumulate(counts.begin(), counts.begin() + 30, std::size_t{0}) > 30'000 / 5);
    QCOMPARE(syntheticRatings(settings).ratings.value, made.ratings.value);
    settings.halfStars = true;
    const Ratings stars = syntheticRatings(settings).ratings;
    for (const float value : stars.value)
      QVERIFY(value >= 0.5F && value <= 5 && 2 * value == std::round(2 * value));
    for (const auto& [users, items, count] :
         {std::tuple(0, 0, 5), std::tuple(1, 1, 100), std::tuple(7, 2, 1000)}) {
      SyntheticSettings edge;
      edge.users = users;
      edge.items = items;
      edge.ratings = static_cast<std::size_t>(count);
      const Ratings found = syntheticRatings(edge).ratings;
      QCOMPARE(pairsOf(found).size(), found.size());
    }
  }

  void whatIsPlantedIsFound() {
    SyntheticSettings settings;
    settings.users = 600;
    settings.items = 300;
    settings.ratings = 40'000;
    settings.factors = 2;
    settings.tasteSpread = 0.7;
    const SyntheticRatings made = syntheticRatings(settings);
    const Split parts = split(made.ratings, 0.1, 1);
    const double floor = errorOn(parts.test, predictions(made.planted, parts.test));
    const double biases = errorOn(parts.test, predictions(fitBiases(parts.train, {}).model, parts.test));
    QVERIFY2(biases > 1.3 * floor, "there is something to be found");
    for (const Method method : {Method::Sgd, Method::Als, Method::Neural}) {
      TrainingRequest request = defaultRequest(method);
      request.patience = 3;
      const double found = errorOn(parts.test, predictions(train(parts.train, request), parts.test));
      // Half of the way from the biases to what no model can know.
      QVERIFY2(found < (biases + floor) / 2, qPrintable(QStringLiteral("method %1: %2 of %3 … %4")
                                                            .arg(static_cast<int>(method))
                                                            .arg(found)
                                                            .arg(floor)
                                                            .arg(biases)));
    }
  }

  void earlyStoppingKeepsTheBestState() {
    const Ratings ratings = planted(150, 200, 4000).ratings;
    TrainingRequest request = defaultRequest(Method::Sgd);
    request.rate = 0.05;
    request.regularization = 0;
    request.epochs = 300;
    request.patience = 4;
    int told = 0;
    const Trained trained =
        train(ratings, request, [&told](const EpochFigures& figures) { return figures.epoch == ++told; });
    QVERIFY2(trained.problem.empty(), trained.problem.c_str());
    QCOMPARE(static_cast<int>(trained.epochs.size()), told);
    QVERIFY2(told < 300, "without regularization it learns the noise sooner or later");
    const auto best =
        std::min_element(trained.epochs.begin(), trained.epochs.end(),
                         [](const auto& a, const auto& b) { return a.validationError < b.validationError; });
    QCOMPARE(trained.bestEpoch, best->epoch);
    QCOMPARE(told, best->epoch + 4);
    const Split parts = split(ratings, request.validation, ~request.seed);
    QCOMPARE(errorOn(parts.test, predictions(trained, parts.test)), best->validationError);
    QVERIFY(trained.epochs.back().validationError > best->validationError);
    // A host that has enough stops it.
    QCOMPARE(train(ratings, request, [](const EpochFigures&) { return false; }).epochs.size(),
             std::size_t{1});
    QVERIFY(!train({}, request).problem.empty());
    // Of three ratings none is left to validate on: what was learnt last is kept, and not the start.
    const Trained few = train(readRatings("1,1,5\n1,2,1\n2,1,4\n").ratings, request);
    QVERIFY2(few.problem.empty(), few.problem.c_str());
    QCOMPARE(few.bestEpoch, request.epochs);
    QCOMPARE(few.epochs.size(), static_cast<std::size_t>(request.epochs));
  }

  void movieLensIsLearntBetterThanItsBiases() {
    const QDir folder(qEnvironmentVariable("EIGENBOARD_MOVIELENS"));
    if (!qEnvironmentVariableIsSet("EIGENBOARD_MOVIELENS") || !folder.exists(QStringLiteral("ratings.csv")))
      QSKIP("EIGENBOARD_MOVIELENS does not name a folder with ratings.csv of MovieLens");
    const RatingsRead read = readRatingsFile(folder.filePath(QStringLiteral("ratings.csv")).toStdString());
    const Split parts = split(read.ratings, 0.1, 1);
    const Accuracy baseline =
        accuracyOf(predictions(fitBiases(parts.train, {}).model, parts.test), parts.test);
    const Trained trained = train(parts.train, defaultRequest(Method::Sgd));
    const Accuracy found = accuracyOf(predictions(trained, parts.test), parts.test);
    qInfo("RMSE %.4f of %.4f, MAE %.4f of %.4f", found.rootMeanSquare, baseline.rootMeanSquare,
          found.meanAbsolute, baseline.meanAbsolute);
    QVERIFY(found.rootMeanSquare < baseline.rootMeanSquare - 0.015);
    QVERIFY(found.meanAbsolute < baseline.meanAbsolute - 0.01);
    const auto ndcg = [&](const auto& scores) {
      return rankingQuality(parts.train, parts.test, {}, scores).ndcg;
    };
    const Trained ranks = train(parts.train, defaultRequest(Method::Implicit));
    QVERIFY(ndcg([&](int user) { return scoresFor(ranks, user); }) >
            2 * ndcg([&](int user) { return scoresFor(trained, user); }));
  }

 private:
  static Trained train_(const Ratings& ratings, Method method) {
    return train(ratings, defaultRequest(method));
  }
};

QTEST_APPLESS_MAIN(RecommendationsAreJudgedFairly)
#include "recommendations_are_judged_fairly.moc"
