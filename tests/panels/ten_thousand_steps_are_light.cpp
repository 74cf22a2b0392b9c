#include "views/panels/optimization/optimizers_trails.h"

#include <QtTest/QTest>

#include <algorithm>
#include <cmath>
#include <ctime>

using namespace eigenboard::panels::optimization::optimizers_panel;

namespace {

/// All nine on the noisy bowl, where none comes to rest: the longest and widest history there is.
Params noisyRace() {
  Params params;
  params.function = FunctionKind::Bowl;
  params.nesterov = params.adagrad = params.rmsprop = params.adamw = params.lbfgs = true;
  params.rate = 0.3;
  params.noise = 1;
  return params;
}

std::vector<Step> raced(const Params& params, std::size_t steps) {
  std::vector<Step> history = {start(params)};
  while (history.size() <= steps)
    history.push_back(next(params, history.back()));
  return history;
}

/// Processor time of the quickest of five, so that other work on the machine does not count.
template <typename Work>
double milliseconds(Work work) {
  double least = 1e9;
  for (int i = 0; i < 5; ++i) {
    const std::clock_t begun = std::clock();
    work();
    least = std::min(least, 1000.0 * static_cast<double>(std::clock() - begun) / CLOCKS_PER_SEC);
  }
  return least;
}

} // namespace

class TenThousandStepsAreLight : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    QCOMPARE(history_.size(), std::size_t(10001));
    QCOMPARE(history_.back().walks.size(), std::size_t(methodCount));
    for (const Walk& walk : history_.back().walks)
      QVERIFY(walk.moving);
  }

  void aHistoryIsBelowFiftyMegabytes() {
    std::size_t bytes = history_.capacity() * sizeof(Step);
    for (const Step& step : history_) {
      bytes += step.walks.capacity() * sizeof(Walk) + 16; // what an allocation costs beside
      for (const Walk& walk : step.walks)
        bytes += walk.state.pairs.capacity() * sizeof(eigenboard::optimization::CurvaturePair) + 16;
    }
    qInfo("%.1f MB", static_cast<double>(bytes) / 1e6);
    QVERIFY(bytes < 50'000'000);
  }

  void aTrailTakesTwoMilliseconds() {
    const auto& window = history_.front().problem->objective.window;
    std::size_t points = 0;
    const double taken = milliseconds([&] { points = trailOf(history_, 0, window).size(); });
    qInfo("%.2f ms, %zu points", taken, points);
    QVERIFY(taken <= 2);
    QVERIFY(points <= 1500);
  }

  void scrubbingIsAFrame() {
    const Params params = noisyRace();
    Landscapes landscapes;
    const double taken = milliseconds([&] { return drawn(params, evaluate(params, history_, landscapes)); });
    qInfo("%.2f ms", taken);
    QVERIFY(taken <= 16);
  }

  void aTrailKeepsItsEndsAndItsNewestSteps() {
    const auto& window = history_.front().problem->objective.window;
    for (std::size_t walk = 0; walk < methodCount; ++walk) {
      const std::vector<QPointF> trail = trailOf(history_, walk, window);
      const auto at = [&](std::size_t k) {
        const Eigen::Vector2d& point = history_[k].walks[walk].state.point;
        return QPointF(point.x(), point.y());
      };
      QCOMPARE(trail.front(), at(0));
      QCOMPARE(trail.back(), at(10000));
      for (std::size_t back = 0; back < 200; ++back)
        QVERIFY(std::find(trail.begin(), trail.end(), at(10000 - back)) != trail.end());
    }
  }

  void aShortTrailIsWhole() {
    const std::span<const Step> first = std::span<const Step>(history_).first(200);
    QVERIFY(trailOf(first, 0, history_.front().problem->objective.window).size() == 200);
    QVERIFY(graphOf(first, 0, 0).size() == 200);
  }

  void nothingHasNoTrail() {
    QVERIFY(trailOf({}, 0, history_.front().problem->objective.window).empty());
    QVERIFY(graphOf({}, 0, 0).empty());
  }

  void aGraphLosesNoPeak() {
    const std::vector<QPointF> graph = graphOf(history_, 0, 0);
    QVERIFY(graph.size() <= 1300);
    double highest = 0;
    double drawnHighest = 0;
    double lowest = 1e9;
    double drawnLowest = 1e9;
    for (const Step& step : history_) {
      highest = std::max(highest, step.walks[0].state.value);
      lowest = std::min(lowest, step.walks[0].state.value);
    }
    for (std::size_t i = 0; i < graph.size(); ++i) {
      drawnHighest = std::max(drawnHighest, graph[i].y());
      drawnLowest = std::min(drawnLowest, graph[i].y());
      QVERIFY(i == 0 || graph[i].x() > graph[i - 1].x());
    }
    QCOMPARE(drawnHighest, highest);
    QCOMPARE(drawnLowest, lowest);
  }

 private:
  const std::vector<Step> history_ = raced(noisyRace(), 10000);
};

QTEST_APPLESS_MAIN(TenThousandStepsAreLight)
#include "ten_thousand_steps_are_light.moc"
