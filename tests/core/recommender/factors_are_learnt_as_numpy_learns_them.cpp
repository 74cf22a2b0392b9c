#include "core/recommender/alternating_least_squares.h"
#include "core/recommender/biases.h"
#include "core/recommender/implicit_feedback.h"
#include "core/recommender/parallel.h"
#include "core/recommender/stochastic_gradient.h"
#include "core/recommender/synthetic_ratings.h"
#include "tests/core/python_process.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QTest>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>

using namespace eigenboard::recommender;
using eigenboard::tests::runPython;

namespace {

constexpr double singleEpsilon = 0x1p-23;

/// Everything in the same order, in single precision where we compute in it. "sgd" is exact to the bit.
const QString oracle = QStringLiteral(R"(
import json, sys
import numpy as np
f = np.float32

def inner(p, q):
    sums = [f(0)] * 8
    for k in range(len(p)):
        sums[k % 8] = sums[k % 8] + p[k] * q[k]
    four = [sums[k] + sums[k + 4] for k in range(4)]
    return (four[0] + four[2]) + (four[1] + four[3])

def sgd(case):
    rate, reg, breg, mean = (f(case[k]) for k in ("rate", "regularization", "biasRegularization", "mean"))
    b, c = np.array(case["userBias"], f), np.array(case["itemBias"], f)
    P, Q = np.array(case["users"], f), np.array(case["items"], f)
    kept = f(1) - rate * reg
    for user, item, value in case["samples"]:
        e = f(value) - (((mean + b[user]) + c[item]) + inner(P[user], Q[item]))
        b[user] = b[user] + rate * (e - breg * b[user])
        c[item] = c[item] + rate * (e - breg * c[item])
        pull = rate * e
        P[user], Q[item] = kept * P[user] + pull * Q[item], kept * Q[item] + pull * P[user]
    return dict(userBias=b.tolist(), itemBias=c.tolist(), users=P.tolist(), items=Q.tolist())

def biases(case):
    rows = np.array(case["samples"])
    m, n = case["userCount"], case["itemCount"]
    r = rows[:, 2] - f(rows[:, 2].mean())
    A = np.zeros((len(rows) + m + n, m + n))
    A[np.arange(len(rows)), rows[:, 0].astype(int)] = 1
    A[np.arange(len(rows)), m + rows[:, 1].astype(int)] = 1
    A[len(rows):] = np.diag([case["userRegularization"] ** 0.5] * m + [case["itemRegularization"] ** 0.5] * n)
    x = np.linalg.lstsq(A, np.concatenate([r, np.zeros(m + n)]), rcond=None)[0]
    return dict(userBias=x[:m].tolist(), itemBias=x[m:].tolist())

def als(case):
    rows = np.array(case["samples"])
    U, I, r = rows[:, 0].astype(int), rows[:, 1].astype(int), rows[:, 2]
    k, lam, blam = case["factors"], case["regularization"], case["biasRegularization"]
    P, Q = np.array(case["users"], float)[:, :k], np.array(case["items"], float)[:, :k]
    b, c = np.array(case["userBias"], float), np.array(case["itemBias"], float)
    def solve(mine, theirs, X, x, Y, y):
        for place in range(len(X)):
            at = np.flatnonzero(mine == place)
            if len(at) == 0:
                continue
            # The regularised problem as a taller plain one, so that no normal equations are formed.
            A = np.vstack([np.column_stack([Y[theirs[at]], np.ones(len(at))]), np.diag((len(at) * np.array([lam] * k + [blam])) ** 0.5)])
            t = np.concatenate([r[at] - case["mean"] - y[theirs[at]], np.zeros(k + 1)])
            s = np.linalg.lstsq(A, t, rcond=None)[0]
            X[place], x[place] = s[:k].astype(f), f(s[k])
    solve(U, I, P, b, Q, c)
    solve(I, U, Q, c, P, b)
    return dict(userBias=b.tolist(), itemBias=c.tolist(), users=P.tolist(), items=Q.tolist())

def implicit(case):
    rows = np.array(case["samples"])
    k, lam, alpha = case["factors"], case["regularization"], case["confidence"]
    P, Q = np.array(case["users"], float)[:, :k], np.array(case["items"], float)[:, :k]
    C, T = np.ones((len(P), len(Q))), np.zeros((len(P), len(Q)))
    for user, item, value in rows:
        C[int(user), int(item)] = 1 + alpha * max(0, value)
        T[int(user), int(item)] = 1
    def solve(X, Y, C, T):
        for place in range(len(X)):
            if T[place].any():
                W = np.diag(C[place])
                X[place] = np.linalg.solve(Y.T @ W @ Y + lam * np.eye(k), Y.T @ W @ T[place]).astype(f)
    solve(P, Q, C, T)
    solve(Q, P, C.T, T.T)
    objective = (C * (T - P @ Q.T) ** 2).sum() + lam * ((P ** 2).sum() + (Q ** 2).sum())
    return dict(users=P.tolist(), items=Q.tolist(), objective=objective)

json.dump([globals()[case["kind"]](case) for case in json.load(sys.stdin)], sys.stdout)
)");

QJsonArray jsonOf(const Eigen::VectorXf& values) {
  QJsonArray json;
  for (const float value : values)
    json.append(static_cast<double>(value));
  return json;
}

/// A list for each column.
QJsonArray jsonOf(const Eigen::MatrixXf& columns) {
  QJsonArray json;
  for (Eigen::Index k = 0; k < columns.cols(); ++k)
    json.append(jsonOf(Eigen::VectorXf(columns.col(k))));
  return json;
}

QJsonObject modelCase(const QString& kind, const FactorModel& model) {
  return {{"kind", kind},
          {"mean", static_cast<double>(model.mean)},
          {"factors", model.factors},
          {"userBias", jsonOf(model.userBias)},
          {"itemBias", jsonOf(model.itemBias)},
          {"users", jsonOf(model.userFactors)},
          {"items", jsonOf(model.itemFactors)}};
}

QJsonArray samplesJson(const Ratings& ratings) {
  QJsonArray json;
  for (std::size_t k = 0; k < ratings.size(); ++k)
    json.append(QJsonArray{ratings.user[k], ratings.item[k], static_cast<double>(ratings.value[k])});
  return json;
}

QJsonObject ask(const QJsonObject& question) {
  const auto answer = runPython(oracle, QJsonDocument(QJsonArray{question}).toJson());
  if (!answer.error.isEmpty())
    qWarning("%s", qPrintable(answer.error));
  return QJsonDocument::fromJson(answer.output).array()[0].toObject();
}

/// The largest difference over 1 + the truth; the truth may lack the padding. Infinite for another shape.
double farthest(const Eigen::MatrixXf& ours, const QJsonArray& truth) {
  double most = truth.size() == ours.cols() ? 0 : std::numeric_limits<double>::infinity();
  for (qsizetype column = 0; column < truth.size(); ++column) {
    const QJsonArray values = truth[column].isArray() ? truth[column].toArray() : QJsonArray{truth[column]};
    for (qsizetype row = 0; row < values.size(); ++row) {
      const double wanted = values[row].toDouble(std::numeric_limits<double>::quiet_NaN());
      const double off = std::abs(static_cast<double>(ours(row, column)) - wanted) / (1 + std::abs(wanted));
      most = off <= most ? most : off; // so that a NaN stays
    }
  }
  return most;
}

double farthest(const Eigen::VectorXf& ours, const QJsonArray& truth) {
  return farthest(Eigen::MatrixXf(ours.transpose()), truth);
}

Ratings someRatings(int users, int items, std::size_t count, std::uint64_t seed = 3) {
  SyntheticSettings settings;
  settings.users = users;
  settings.items = items;
  settings.ratings = count;
  settings.seed = seed;
  return syntheticRatings(settings).ratings;
}

std::vector<Sample> samplesOf(const Ratings& ratings) {
  std::vector<Sample> samples;
  for (std::size_t k = 0; k < ratings.size(); ++k)
    samples.push_back({ratings.user[k], ratings.item[k], ratings.value[k]});
  return samples;
}

bool same(const FactorModel& a, const FactorModel& b) {
  return a.userBias == b.userBias && a.itemBias == b.itemBias && a.userFactors == b.userFactors &&
         a.itemFactors == b.itemFactors;
}

} // namespace

class FactorsAreLearntAsNumpyLearnsThem : public QObject {
  Q_OBJECT

 private slots:
  void everyUpdateIsNumpysToTheBit() {
    const Ratings ratings = someRatings(12, 18, 90);
    // Widths that the compiler knows and those that it does not, with and without half a step of eight.
    for (const int factors : {0, 1, 4, 7, 10, 13, 17, 26, 31, 100}) {
      SgdSettings settings;
      settings.factors = factors;
      settings.initialScale = 0.3F;
      settings.regularization = 0.07F;
      settings.biasRegularization = 0.03F;
      FactorModel model = initialModel(ratings, factors, settings.initialScale, 9);
      QJsonObject question = modelCase(QStringLiteral("sgd"), model);
      constexpr float rate = 0.05F;
      question["rate"] = static_cast<double>(rate);
      question["regularization"] = static_cast<double>(settings.regularization);
      question["biasRegularization"] = static_cast<double>(settings.biasRegularization);
      question["samples"] = samplesJson(ratings);
      learnFrom(samplesOf(ratings), settings, rate, model);
      const QJsonObject truth = ask(question);
      QCOMPARE(farthest(model.userBias, truth["userBias"].toArray()), 0.0);
      QCOMPARE(farthest(model.itemBias, truth["itemBias"].toArray()), 0.0);
      QCOMPARE(farthest(model.userFactors, truth["users"].toArray()), 0.0);
      QCOMPARE(farthest(model.itemFactors, truth["items"].toArray()), 0.0);
    }
  }

  void anEpochTakesEachRatingOnceInItsOrder() {
    const Ratings ratings = someRatings(300, 400, 20'000);
    SgdSettings settings;
    settings.factors = 10;
    for (const int threads : {1, 2, 3, 5}) {
      const TrainingOrder order = trainingOrder(ratings, threads, 7);
      SgdState state = sgdStart(ratings, settings);
      for (int epoch = 0; epoch < 3; ++epoch) {
        FactorModel byHand = state.model;
        std::vector<std::pair<int, int>> taken;
        double squares = 0;
        const auto blocks = blocksInEpoch(order, settings.seed, epoch);
        for (std::size_t k = 0; k < blocks.size(); ++k) {
          // Blocks of one round share nothing.
          for (std::size_t other = k / static_cast<std::size_t>(threads) * static_cast<std::size_t>(threads);
               other < k; ++other)
            QVERIFY(blocks[other] / static_cast<std::size_t>(threads) !=
                        blocks[k] / static_cast<std::size_t>(threads) &&
                    blocks[other] % static_cast<std::size_t>(threads) !=
                        blocks[k] % static_cast<std::size_t>(threads));
          Run place;
          for (const std::size_t begin : runsInEpoch(order, blocks[k], settings.seed, epoch)) {
            const auto run = shuffledRun(order, blocks[k], begin, settings.seed, epoch, place);
            for (const Sample& sample : run)
              taken.emplace_back(sample.user, sample.item);
            squares += learnFrom(run, settings, rateOf(settings, epoch), byHand);
          }
        }
        state = nextEpoch(order, settings, std::move(state));
        QVERIFY(same(state.model, byHand));
        // The squares are summed thread by thread there: roundings of 20 000 terms.
        QVERIFY(std::abs(state.meanSquare - squares / 20'000) < 1e-10);
        const auto asTaken = taken;
        std::sort(taken.begin(), taken.end());
        QCOMPARE(taken.size(), ratings.size());
        QVERIFY(std::adjacent_find(taken.begin(), taken.end()) == taken.end());
        QVERIFY2(asTaken != taken, "an epoch goes through the ratings in a random order");
      }
    }
  }

  void everyEpochHasAnOrderOfItsOwn() {
    const TrainingOrder order = trainingOrder(someRatings(300, 400, 20'000), 1, 7);
    const auto runs = runsInEpoch(order, 0, 1, 0);
    QCOMPARE(runs.size(), std::size_t{20});
    QVERIFY(runs != runsInEpoch(order, 0, 1, 1) && runs != runsInEpoch(order, 0, 2, 0));
    QCOMPARE(runs, runsInEpoch(order, 0, 1, 0));
    const auto pairsOf = [&order](std::size_t begin, std::uint64_t seed, int epoch) {
      Run place;
      std::vector<std::pair<int, int>> pairs;
      for (const Sample& sample : shuffledRun(order, 0, begin, seed, epoch, place))
        pairs.emplace_back(sample.user, sample.item);
      return pairs;
    };
    const auto first = pairsOf(0, 1, 0);
    for (const auto& other : {pairsOf(0, 1, 1), pairsOf(0, 2, 0)}) {
      QVERIFY(first != other);
      QVERIFY(std::is_permutation(first.begin(), first.end(), other.begin(), other.end()));
    }
    QCOMPARE(pairsOf(0, 1, 0), first);
  }

  void everyIndexIsDoneOnce() {
    for (const int count : {0, 1, 15, 64, 65, 129, 1000, 1003})
      for (const int threads : {-1, 1, 2, 5}) {
        std::vector<std::atomic<int>> done(static_cast<std::size_t>(count) + 32);
        forEachIndex(count, threads, [&done](int k) { ++done[static_cast<std::size_t>(k)]; });
        for (int k = 0; k < static_cast<int>(done.size()); ++k)
          QCOMPARE(done[static_cast<std::size_t>(k)].load(), k < count ? 1 : 0);
      }
  }

  void threadsShareTheWorkEvenly() {
    const Ratings ratings = someRatings(500, 700, 40'000);
    const TrainingOrder order = trainingOrder(ratings, 2, 1);
    for (std::size_t block = 0; block < 4; ++block) {
      const double share =
          static_cast<double>(order.blockStart[block + 1] - order.blockStart[block]) / 40'000;
      QVERIFY2(share > 0.2 && share < 0.3, qPrintable(QString::number(share)));
    }
  }

  void aRateTooLargeIsSaidToDiverge() {
    const Ratings ratings = someRatings(50, 60, 1000);
    SgdSettings settings;
    settings.rate = 5;
    const TrainingOrder order = trainingOrder(ratings, 1, 1);
    SgdState state = sgdStart(ratings, settings);
    for (int k = 0; k < 50 && !state.diverged; ++k)
      state = nextEpoch(order, settings, std::move(state));
    QVERIFY(state.diverged);
    const int epoch = state.epoch;
    QCOMPARE(nextEpoch(order, settings, std::move(state)).epoch, epoch);
    // Nothing to learn from, and more threads than there is work for, are no trouble.
    const Ratings none;
    QCOMPARE(nextEpoch(trainingOrder(none, 4, 1), {}, sgdStart(none, {})).epoch, 1);
    const Ratings few = someRatings(2, 2, 2);
    QVERIFY(!nextEpoch(trainingOrder(few, 64, 1), {}, sgdStart(few, {})).diverged);
  }

  void biasesSolveTheRegularisedLeastSquares() {
    const Ratings ratings = someRatings(40, 60, 900);
    const BiasSettings settings{4, 2.5, 1000};
    const BiasFit fit = fitBiases(ratings, settings);
    const QJsonObject truth = ask({{"kind", "biases"},
                                   {"samples", samplesJson(ratings)},
                                   {"userCount", 40},
                                   {"itemCount", 60},
                                   {"userRegularization", settings.userRegularization},
                                   {"itemRegularization", settings.itemRegularization}});
    QVERIFY(fit.change <= 1e-7);
    // A sweep shrinks what is left by λ / (λ + n) or more, here by a tenth, so that at most ten changes are
    // missing; the mean and the result are in single precision.
    const double tolerance = 10 * 1e-7 + 4 * singleEpsilon;
    QVERIFY(farthest(fit.model.userBias, truth["userBias"].toArray()) <= tolerance);
    QVERIFY(farthest(fit.model.itemBias, truth["itemBias"].toArray()) <= tolerance);
    QVERIFY(fitBiases({}, {}).model.allFinite());
  }

  void alternatingLeastSquaresSolvesEachSystem() {
    const Ratings ratings = someRatings(30, 50, 700);
    AlsSettings settings;
    settings.factors = 6;
    settings.regularization = 0.07;
    const RatingSides sides = sidesOf(ratings);
    AlsState state = alsStart(ratings, settings);
    QJsonObject question = modelCase(QStringLiteral("als"), state.model);
    question["samples"] = samplesJson(ratings);
    question["regularization"] = settings.regularization;
    question["biasRegularization"] = settings.biasRegularization;
    const QJsonObject truth = ask(question);
    state = nextSweep(ratings, sides, settings, std::move(state));
    // A rounding to single precision of the users, times the condition of the items' systems, some hundred.
    const double tolerance = 128 * singleEpsilon;
    QVERIFY(farthest(state.model.userFactors, truth["users"].toArray()) <= tolerance);
    QVERIFY(farthest(state.model.itemFactors, truth["items"].toArray()) <= tolerance);
    QVERIFY(farthest(state.model.userBias, truth["userBias"].toArray()) <= tolerance);
    QVERIFY(farthest(state.model.itemBias, truth["itemBias"].toArray()) <= tolerance);
    for (int item = 0; item < 50; ++item) {
      if (sides.byItem.count(item) == 0)
        continue;
      const NormalEquations equations = itemEquations(ratings, sides, settings, state.model, item);
      Eigen::VectorXd solution(settings.factors + 1);
      solution << state.model.itemFactors.col(item).head(settings.factors).cast<double>(),
          static_cast<double>(state.model.itemBias(item));
      const double residual = (equations.matrix * solution - equations.right).norm();
      QVERIFY2(residual <= singleEpsilon * equations.matrix.norm() * solution.norm(),
               qPrintable(QString::number(residual)));
    }
  }

  void noSweepMakesTheObjectiveLarger() {
    const Ratings ratings = someRatings(60, 90, 2500);
    const RatingSides sides = sidesOf(ratings);
    AlsSettings settings;
    ImplicitSettings implicit;
    AlsState als = alsStart(ratings, settings);
    AlsState ranks = implicitStart(ratings, implicit);
    for (int k = 0; k < 12; ++k) {
      const double alsBefore = alsObjective(ratings, settings, als.model);
      const double ranksBefore = implicitObjective(ratings, implicit, ranks.model);
      als = nextSweep(ratings, sides, settings, std::move(als));
      ranks = nextImplicitSweep(ratings, sides, implicit, std::move(ranks));
      // Parameters are rounded to single precision at a minimum, where that changes the objective by its
      // square.
      QVERIFY(alsObjective(ratings, settings, als.model) <= alsBefore * (1 + singleEpsilon));
      QVERIFY(implicitObjective(ratings, implicit, ranks.model) <= ranksBefore * (1 + singleEpsilon));
    }
    AlsSettings parallel = settings;
    parallel.threads = 3;
    QVERIFY(
        same(nextSweep(ratings, sides, settings, als).model, nextSweep(ratings, sides, parallel, als).model));
  }

  void implicitFeedbackWeighsEveryPair() {
    const Ratings ratings = someRatings(25, 35, 300);
    ImplicitSettings settings;
    settings.factors = 5;
    settings.confidence = 3;
    settings.regularization = 2;
    AlsState state = implicitStart(ratings, settings);
    QJsonObject question = modelCase(QStringLiteral("implicit"), state.model);
    question["samples"] = samplesJson(ratings);
    question["regularization"] = settings.regularization;
    question["confidence"] = settings.confidence;
    const QJsonObject truth = ask(question);
    state = nextImplicitSweep(ratings, sidesOf(ratings), settings, std::move(state));
    const double tolerance = 512 * singleEpsilon; // roundings to single precision times the condition
    QVERIFY(farthest(state.model.userFactors, truth["users"].toArray()) <= tolerance);
    QVERIFY(farthest(state.model.itemFactors, truth["items"].toArray()) <= tolerance);
    const double objective = truth["objective"].toDouble();
    QVERIFY(objective > 0 &&
            std::abs(implicitObjective(ratings, settings, state.model) / objective - 1) <= tolerance);
  }
};

QTEST_APPLESS_MAIN(FactorsAreLearntAsNumpyLearnsThem)
#include "factors_are_learnt_as_numpy_learns_them.moc"
