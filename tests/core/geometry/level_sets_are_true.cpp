#include "core/geometry/level_choice.h"
#include "core/geometry/level_sets.h"
#include "core/numerics/random.h"
#include "tests/core/python_process.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

#include <cmath>
#include <limits>
#include <numbers>

using namespace eigenboard::geometry;
using eigenboard::tests::runPython;

namespace {

constexpr double epsilon = std::numeric_limits<double>::epsilon();
constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

SampledField square(int count, double half) {
  return {count, count, -half, half, -half, half, {}};
}

/// The largest |f − level| over all vertices.
double worstVertex(const LevelSet& set, const std::function<double(double, double)>& f) {
  double worst = 0;
  for (const LevelLine& line : set.lines)
    for (const Eigen::Vector2d& point : line.points)
      worst = std::max(worst, std::abs(f(point.x(), point.y()) - set.level));
  return worst;
}

QJsonArray toJson(const std::vector<double>& values) {
  QJsonArray array;
  for (const double value : values)
    array.append(std::isfinite(value) ? QJsonValue(value) : QJsonValue());
  return array;
}

/// Random smooth bumps, with a hole now and then.
SampledField randomField(eigenboard::numerics::Random& random) {
  std::array<double, 12> c{};
  for (double& value : c)
    value = 2 * random.uniform(0, 1) - 1;
  SampledField grid{11 + static_cast<int>(20 * random.uniform(0, 1)),
                    9 + static_cast<int>(20 * random.uniform(0, 1)),
                    -2,
                    3,
                    -1,
                    2,
                    {}};
  const double holeX = 5 * random.uniform(0, 1) - 2;
  const double holeY = 3 * random.uniform(0, 1) - 1;
  return sampled(
      [&](double x, double y) {
        if (std::hypot(x - holeX, y - holeY) < 0.3)
          return notANumber;
        return c[0] * std::sin(3 * x + c[1]) * std::cos(4 * y + c[2]) + c[3] * x * y + c[4] * x + c[5] * y +
               c[6] * std::exp(-x * x - y * y) + c[7] * std::sin(7 * x * c[8] + 5 * y * c[9]);
      },
      grid);
}

} // namespace

class LevelSetsAreTrue : public QObject {
  Q_OBJECT

 private slots:
  void aCircleHasItsLength();
  void anEllipseHasItsLength();
  void aSaddleIsTwoHyperbolas();
  void theMiddleDecidesAmbiguousCells();
  void holesAreLeftOut();
  void hostileFieldsGiveLinesOrNothing();
  void agreesWithMatplotlib();
  void valuesBetweenSamplesAreBilinear();
  void levelsAreRoundAndInside();
  void ravinesGetRisingLevels();
};

void LevelSetsAreTrue::aCircleHasItsLength() {
  const auto f = [](double x, double y) { return x * x + y * y; };
  constexpr double radius = 1.3;
  double before = 0;
  for (const int count : {26, 51, 101, 201}) {
    const SampledField field = sampled(f, square(count, 2));
    const LevelSet set = levelSet(field, radius * radius);
    QCOMPARE(set.lines.size(), std::size_t(1));
    QVERIFY(set.lines.front().isClosed);
    QCOMPARE(set.lines.front().points.front(), set.lines.front().points.back());
    // |f − c| ≤ h² max|f″|/8 with f″ = 2, and the rounding of f.
    const double h = 4.0 / (count - 1);
    QVERIFY(worstVertex(set, f) <= h * h / 4 + 8 * epsilon);
    // A vertex is off the circle by at most h²/4 / (2r); that and the chords (h²·l/(24 r²), a chord being at
    // most √2 h long) change the length by a few h².
    const double error = std::abs(lengthOf(set) - 2 * std::numbers::pi * radius);
    QVERIFY2(error <= 2 * std::numbers::pi * (h * h / (8 * radius) + h * h / (12 * radius)),
             qPrintable(QString::number(error / (h * h))));
    if (before > 0)
      QVERIFY2(error < before / 2.5, "halving h divides the error by about four");
    before = error;
  }
}

void LevelSetsAreTrue::anEllipseHasItsLength() {
  // x²/4 + y² = 1: the length is 8 E(√3/2), E by quadrature in std::comp_ellint_2.
  const auto f = [](double x, double y) { return x * x / 4 + y * y; };
  const SampledField field = sampled(f, {241, 161, -3, 3, -2, 2, {}});
  const LevelSet set = levelSet(field, 1);
  const double length = 4 * 2 * std::comp_ellint_2(std::sqrt(3) / 2);
  const double h = 0.025;
  QVERIFY(worstVertex(set, f) <= h * h * 2 / 8 + 8 * epsilon);
  // The gradient is at least 1 on the ellipse and its curvature at most 2: as for the circle.
  QVERIFY2(std::abs(lengthOf(set) - length) <= length * h * h,
           qPrintable(QString::number(lengthOf(set) - length)));
}

void LevelSetsAreTrue::aSaddleIsTwoHyperbolas() {
  const auto f = [](double x, double y) { return x * y; };
  for (const double c : {0.5, -0.5, 0.02}) {
    const LevelSet set = levelSet(sampled(f, square(82, 2)), c);
    QCOMPARE(set.lines.size(), std::size_t(2));
    for (const LevelLine& line : set.lines)
      QVERIFY(!line.isClosed);
    // xy is linear along every side of a cell: no error but rounding.
    QVERIFY(worstVertex(set, f) <= 16 * epsilon);
  }
  // Through the centre of a cell, xy = 0 with no sample on the axes.
  QVERIFY(std::abs(lengthOf(levelSet(sampled(f, square(82, 2)), 0)) - 8) <= 4.0 / 81);
}

void LevelSetsAreTrue::theMiddleDecidesAmbiguousCells() {
  // Corners 1, 0, 1, 0 round the cell, middle 1/2: below that level the high corners are connected.
  const SampledField cell{2, 2, 0, 1, 0, 1, {1, 0, 0, 1}};
  for (const double level : {0.4, 0.6}) {
    const LevelSet set = levelSet(cell, level);
    QCOMPARE(set.lines.size(), std::size_t(2));
    for (const LevelLine& line : set.lines) {
      const Eigen::Vector2d middle = (line.points.front() + line.points.back()) / 2;
      // A line beside (1, 0) or (0, 1) leaves the diagonal of ones together.
      const bool cutsLowCorner = (middle.x() - 0.5) * (middle.y() - 0.5) < 0;
      QCOMPARE(cutsLowCorner, level < 0.5);
    }
  }
}

void LevelSetsAreTrue::holesAreLeftOut() {
  const auto f = [](double x, double y) { return x < 0 ? std::sqrt(x) : x * x + y * y; };
  const LevelSet set = levelSet(sampled(f, square(101, 2)), 1);
  QCOMPARE(set.lines.size(), std::size_t(1));
  QVERIFY(!set.lines.front().isClosed);
  for (const Eigen::Vector2d& point : set.lines.front().points)
    QVERIFY(point.x() >= 0 && point.allFinite());
  QVERIFY(std::abs(lengthOf(set) - std::numbers::pi) < 2 * 0.04 * 0.04 + 8 * epsilon);
}

void LevelSetsAreTrue::hostileFieldsGiveLinesOrNothing() {
  QVERIFY(levelSet({}, 0).lines.empty());
  QVERIFY(levelSet({3, 3, 0, 1, 0, 1, {1, 2}}, 0).lines.empty());
  QVERIFY(levelSet({2, 2, 1, 0, 0, 1, {0, 1, 2, 3}}, 1).lines.empty());
  QVERIFY(levelSet({2, 2, 0, notANumber, 0, 1, {0, 1, 2, 3}}, 1).lines.empty());
  QVERIFY(levelSet({2, 2, 0, 1, 0, 1, {0, 1, 2, 3}}, notANumber).lines.empty());
  QVERIFY(levelSet({2, 2, 0, 1, 0, 1, {0, 1, 2, 3}}, infinity).lines.empty());
  QVERIFY(levelSet({2, 2, 0, 1, 0, 1, {1, 1, 1, 1}}, 1).lines.empty());
  // A summit that only just reaches the level is no line.
  QVERIFY(levelSet({3, 3, 0, 2, 0, 2, {0, 0, 0, 0, 1, 0, 0, 0, 0}}, 1).lines.empty());
  const LevelSet huge = levelSet({2, 2, 0, 1, 0, 1, {-1.7e308, 1.7e308, -1.7e308, 1.7e308}}, 0);
  QCOMPARE(huge.lines.size(), std::size_t(1));
  QCOMPARE(lengthOf(huge), 1.0);
  QVERIFY(std::abs(huge.lines.front().points.front().x() - 0.5) <= epsilon);
}

void LevelSetsAreTrue::agreesWithMatplotlib() {
  eigenboard::numerics::Random random(5);
  QJsonArray asked;
  std::vector<LevelSet> ours;
  for (int i = 0; i < 60; ++i) {
    const SampledField field = randomField(random);
    const auto range = rangeOf(field);
    QVERIFY(range.has_value());
    const double level = range->minimum + random.uniform(0, 1) * (range->maximum - range->minimum);
    ours.push_back(levelSet(field, level));
    asked.append(QJsonArray{field.columns, field.rows, field.left, field.right, field.bottom, field.top,
                            toJson(field.values), level});
  }
  const auto answer = runPython(QStringLiteral(R"(
import json, sys
import numpy as np
import matplotlib
matplotlib.use("Agg")
import matplotlib.pyplot as plt
answers = []
for columns, rows, left, right, bottom, top, values, level in json.load(sys.stdin):
    z = np.ma.masked_invalid(np.array(values, dtype=float).reshape(rows, columns))
    figure, axes = plt.subplots()
    drawn = axes.contour(np.linspace(left, right, columns), np.linspace(bottom, top, rows), z, [level],
                         corner_mask=False)
    lines = [np.asarray(line) for line in drawn.allsegs[0] if len(line)]
    answers.append([sum(float(np.hypot(*np.diff(line, axis=0).T).sum()) for line in lines),
                    sum(bool(np.allclose(line[0], line[-1], rtol=0, atol=1e-12)) for line in lines), len(lines)])
    plt.close(figure)
print(json.dumps(answers))
)"),
                                QJsonDocument(asked).toJson());
  QVERIFY2(answer.error.isEmpty(), qPrintable(answer.error));
  const QJsonArray theirs = QJsonDocument::fromJson(answer.output).array();
  QCOMPARE(theirs.size(), qsizetype(ours.size()));
  for (std::size_t i = 0; i < ours.size(); ++i) {
    const QJsonArray one = theirs.at(static_cast<qsizetype>(i)).toArray();
    // Vertices come from divisions of like numbers; their rounding grows where a side is nearly level.
    constexpr double rounding = 1e6 * epsilon;
    QVERIFY2(
        std::abs(lengthOf(ours[i]) - one.at(0).toDouble()) <= rounding,
        qPrintable(
            QStringLiteral("%1: %2, theirs %3").arg(i).arg(lengthOf(ours[i])).arg(one.at(0).toDouble())));
    const auto closed = std::count_if(ours[i].lines.begin(), ours[i].lines.end(),
                                      [](const LevelLine& line) { return line.isClosed; });
    QCOMPARE(static_cast<int>(closed), one.at(1).toInt());
    QCOMPARE(static_cast<int>(ours[i].lines.size()), one.at(2).toInt());
  }
}

void LevelSetsAreTrue::valuesBetweenSamplesAreBilinear() {
  const auto f = [](double x, double y) { return 2 - x + 3 * y + 0.5 * x * y; };
  const SampledField field = sampled(f, {7, 5, -1, 2, 0, 4, {}});
  eigenboard::numerics::Random random(9);
  for (int i = 0; i < 500; ++i) {
    const double x = 3 * random.uniform(0, 1) - 1;
    const double y = 4 * random.uniform(0, 1);
    QVERIFY(std::abs(interpolated(field, x, y) - f(x, y)) <= 64 * epsilon);
  }
  QCOMPARE(interpolated(field, 2, 4), f(2, 4));
  QCOMPARE(interpolated(field, -1, 0), f(-1, 0));
  QVERIFY(std::isnan(interpolated(field, 2.01, 1)));
  QVERIFY(std::isnan(interpolated(field, notANumber, 1)));
  QVERIFY(std::isnan(interpolated({}, 0, 0)));
  // x² on a grid of steps 0.5 and 1: its second difference is 2 h², and halfway between samples it is off by
  // exactly an eighth of that. Linear functions have none.
  const SampledField square = sampled([](double x, double) { return x * x; }, {7, 5, -1, 2, 0, 4, {}});
  QCOMPARE(interpolationError(square), 0.0625);
  QCOMPARE(interpolated(square, 0.25, 1) - 0.0625, 0.0625);
  QCOMPARE(interpolationError(sampled([](double x, double y) { return x - 2 * y; }, {7, 5, -1, 2, 0, 4, {}})),
           0.0);
  QCOMPARE(interpolationError({}), 0.0);
}

void LevelSetsAreTrue::levelsAreRoundAndInside() {
  QCOMPARE(evenLevels(0, 10, 10), (std::vector<double>{1, 2, 3, 4, 5, 6, 7, 8, 9}));
  QCOMPARE(evenLevels(-1.1, 1.1, 4), (std::vector<double>{-1, -0.5, 0, 0.5, 1}));
  eigenboard::numerics::Random random(3);
  for (int i = 0; i < 400; ++i) {
    const double low = (2 * random.uniform(0, 1) - 1) * std::pow(10, 12 * random.uniform(0, 1) - 6);
    const double span = std::pow(10, 12 * random.uniform(0, 1) - 6);
    const int count = 1 + static_cast<int>(30 * random.uniform(0, 1));
    for (const auto& levels : {evenLevels(low, low + span, count), risingLevels(low, low + span, count)}) {
      QVERIFY(std::is_sorted(levels.begin(), levels.end()));
      for (const double level : levels)
        QVERIFY(level > low && level < low + span);
    }
    // The step is nearest by ratio: at most √2.5 from the wanted one, and one level may fall on an end.
    if (std::abs(low) < 1e6 * span) {
      const auto number = static_cast<double>(evenLevels(low, low + span, count).size());
      QVERIFY(number >= count / std::sqrt(2.51) - 1 && number <= count * std::sqrt(2.51) + 1);
    }
    QVERIFY(risingLevels(low, low + span, count).size() <= static_cast<std::size_t>(count));
  }
  QVERIFY(evenLevels(1, 1, 5).empty() && evenLevels(2, 1, 5).empty() && evenLevels(0, 1, 0).empty());
  QVERIFY(evenLevels(notANumber, 1, 5).empty() && evenLevels(-infinity, 1, 5).empty());
  QVERIFY(evenLevels(-1.7e308, 1.7e308, 5).empty());
  QVERIFY(evenLevels(1e17, 1e17 + 32, 100).size() < 40);
  QVERIFY(evenLevels(0, 5e-324, 5).empty());
  QVERIFY(evenLevels(0, 1, 100000000).size() <= 2000);
  QVERIFY(risingLevels(1e17, 1e17 + 32, 12).size() <= 12);
  QVERIFY(risingLevels(0, 5e-324, 5).empty());
}

void LevelSetsAreTrue::ravinesGetRisingLevels() {
  const auto rosenbrock = [](double x, double y) {
    return (1 - x) * (1 - x) + 100 * (y - x * x) * (y - x * x);
  };
  const SampledField ravine = sampled(rosenbrock, square(101, 2));
  const std::vector<double> levels = levelsFor(ravine, 12);
  QCOMPARE(levels.size(), std::size_t(12));
  const auto range = rangeOf(ravine);
  QVERIFY(range.has_value());
  QVERIFY(levels.front() - range->minimum <= 1);
  for (std::size_t i = 1; i < levels.size(); ++i) {
    const double ratio = (levels[i] - range->minimum) / (levels[i - 1] - range->minimum);
    QVERIFY(ratio >= 2 - 1e-9 && ratio <= 2.5 + 1e-9);
  }
  const SampledField saddle = sampled([](double x, double y) { return x * x - y * y; }, square(101, 2));
  QCOMPARE(levelsFor(saddle, 8), (std::vector<double>{-3, -2, -1, 0, 1, 2, 3}));
  // Most of a bell is as low as most of a ravine, but what it is about is its slope.
  const SampledField bell =
      sampled([](double x, double y) { return std::exp(-x * x - y * y); }, square(101, 2));
  const std::vector<double> heights = levelsFor(bell, 10);
  QCOMPARE(heights.size(), std::size_t(9));
  for (std::size_t i = 0; i < heights.size(); ++i)
    QVERIFY(std::abs(heights[i] - 0.1 * static_cast<double>(i + 1)) < 1e-12);
  QVERIFY(levelsFor(sampled([](double, double) { return 3.0; }, square(5, 1)), 8).empty());
  QVERIFY(levelsFor(sampled([](double, double) { return notANumber; }, square(5, 1)), 8).empty());
  QVERIFY(levelsFor({}, 8).empty());
  QVERIFY(levelsFor(saddle, 0).empty());
  const std::vector<LevelSet> drawn = contours(saddle, 8);
  QCOMPARE(drawn.size(), std::size_t(7));
  for (std::size_t i = 0; i < drawn.size(); ++i)
    QCOMPARE(drawn[i].level, static_cast<double>(i) - 3);
}

QTEST_MAIN(LevelSetsAreTrue)
#include "level_sets_are_true.moc"
