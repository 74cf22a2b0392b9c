#include "core/geometry/level_refinement.h"

#include <QtTest/QTest>

#include <cmath>
#include <limits>

using namespace eigenboard::geometry;

class LevelsAreRefined : public QObject {
  Q_OBJECT

 private slots:
  void aCoarseCircleBecomesRound() {
    const auto value = [](double x, double y) { return x * x + y * y; };
    const SampledField field = sampled(value, {9, 9, -2, 2, -2, 2, {}});
    const LevelSet coarse = levelSet(field, 1.3);
    const LevelSet fine = refined(
        coarse,
        [](const Eigen::Vector2d& p) {
          return ValueAndSlope{p.squaredNorm(), 2 * p};
        },
        0.5);
    QCOMPARE(fine.lines.size(), coarse.lines.size());
    double worst = 0;
    double before = 0;
    for (std::size_t i = 0; i < fine.lines.front().points.size(); ++i) {
      worst = std::max(worst, std::abs(fine.lines.front().points[i].squaredNorm() - 1.3));
      before = std::max(before, std::abs(coarse.lines.front().points[i].squaredNorm() - 1.3));
    }
    // Newton squares the error: 0.06, then some 1e-4, 1e-9 and rounding.
    QVERIFY(before > 0.01);
    QVERIFY(worst < 1e-9);
  }

  void whatCannotBeMovedStays() {
    LevelSet set{2, {{{{0, 0}, {1, 0}}, false}}};
    // Flat: no direction; undefined: nothing to go by; a step beyond reach: not taken.
    const double none = std::numeric_limits<double>::quiet_NaN();
    for (const ValueAndSlope& answer :
         {ValueAndSlope{1, {0, 0}}, ValueAndSlope{none, {none, none}}, ValueAndSlope{1, {1e-3, 0}}}) {
      const LevelSet same = refined(
          set, [&](const Eigen::Vector2d&) { return answer; }, 0.1);
      QVERIFY(same.lines.front().points == set.lines.front().points);
    }
  }
};

QTEST_APPLESS_MAIN(LevelsAreRefined)
#include "levels_are_refined.moc"
