#include "views/render/clipping.h"
#include "views/render/lattice.h"

#include <QtTest/QTest>

#include <cmath>
#include <random>

using namespace eigenboard;
using render::latticeLines;

/// The lines of a lattice, against its points found by brute force.
class LatticeLinesAreRight : public QObject {
  Q_OBJECT

 private slots:
  void everyVisiblePointLiesOnALine();
  void everyLineIsOneOfTheLattice();
  void denseLatticesThinOut();
  void dependentGeneratorsLeaveOneLine();
  void collapsesOntoALine();
  void hostileInput_data();
  void hostileInput();

 private:
  render::PlaneFrame frame_{{40, 20, 640, 480}, {-5, 5, -3.75, 3.75}};
};

namespace {

double distanceToLine(const QLineF& line, QPointF point) {
  const QPointF along = line.p2() - line.p1();
  const QPointF toPoint = point - line.p1();
  return std::abs(along.x() * toPoint.y() - along.y() * toPoint.x()) / std::hypot(along.x(), along.y());
}

/// Two distinct families cross at every point, so each visible point has at least two lines through it.
int linesThrough(const std::vector<QLineF>& lines, QPointF pixel) {
  return static_cast<int>(std::count_if(
      lines.begin(), lines.end(), [&](const QLineF& line) { return distanceToLine(line, pixel) < 1e-6; }));
}

} // namespace

void LatticeLinesAreRight::everyVisiblePointLiesOnALine() {
  std::mt19937 random(7);
  for (int trial = 0; trial < 200; ++trial) {
    const auto number = [&random] { return static_cast<double>(random() % 8001) / 2000 - 2; };
    scene::Lattice lattice{{number(), number()}, {number(), number()}, {number(), number()}, {}};
    const double determinant =
        lattice.first.x() * lattice.second.y() - lattice.first.y() * lattice.second.x();
    const double longer = std::max(std::hypot(lattice.first.x(), lattice.first.y()),
                                   std::hypot(lattice.second.x(), lattice.second.y()));
    if (std::abs(determinant) * frame_.scaleX() / longer < 6)
      continue; // thinned out
    const std::vector<QLineF> lines = latticeLines(lattice, frame_);
    for (int i = -40; i <= 40; ++i)
      for (int j = -40; j <= 40; ++j) {
        const QPointF pixel = frame_.toPixel(lattice.origin + i * lattice.first + j * lattice.second);
        if (frame_.area.contains(pixel))
          QVERIFY(linesThrough(lines, pixel) >= 2);
      }
  }
}

void LatticeLinesAreRight::everyLineIsOneOfTheLattice() {
  const scene::Lattice lattice{{0.3, -0.2}, {1.5, 0.3}, {0.5, 1.2}, {}};
  const double determinant = 1.5 * 1.2 - 0.3 * 0.5;
  int firstFamily = 0;
  int secondFamily = 0;
  for (const QLineF& line : latticeLines(lattice, frame_)) {
    const QPointF one = frame_.toPoint(line.p1()) - lattice.origin;
    const QPointF two = frame_.toPoint(line.p2()) - lattice.origin;
    // Coordinates in the lattice's own basis, by Cramer's rule: one of them is the same integer at both ends.
    const auto first = [&](QPointF p) { return (p.x() * 1.2 - p.y() * 0.5) / determinant; };
    const auto second = [&](QPointF p) { return (1.5 * p.y() - 0.3 * p.x()) / determinant; };
    const auto isInteger = [](double a, double b) {
      return std::abs(a - b) < 1e-9 && std::abs(a - std::round(a)) < 1e-9;
    };
    const bool ofFirst = isInteger(first(one), first(two));
    const bool ofSecond = isInteger(second(one), second(two));
    QVERIFY(ofFirst != ofSecond);
    (ofFirst ? firstFamily : secondFamily) += 1;
  }
  QVERIFY(firstFamily > 5 && secondFamily > 5);
}

void LatticeLinesAreRight::denseLatticesThinOut() {
  for (double scale = 1; scale > 1e-12; scale /= 3) {
    const std::vector<QLineF> lines = latticeLines({{0, 0}, {scale, 0}, {0, scale}, {}}, frame_);
    QVERIFY(lines.size() >= 2);
    QVERIFY2(lines.size() <= static_cast<std::size_t>((640 + 480) / 3), qPrintable(QString::number(scale)));
    // Those through the origin are always among them.
    QVERIFY(linesThrough(lines, frame_.toPixel({0, 0})) == 2);
    std::vector<double> columns;
    for (const QLineF& line : lines)
      if (std::abs(line.dx()) < 1e-9)
        columns.push_back(line.x1());
    std::sort(columns.begin(), columns.end());
    for (std::size_t i = 1; i < columns.size(); ++i)
      QVERIFY(columns[i] - columns[i - 1] >= 6 - 1e-6);
  }
}

void LatticeLinesAreRight::dependentGeneratorsLeaveOneLine() {
  const auto along = [this](QPointF first, QPointF second) {
    return latticeLines({{1, 0}, first, second, {}}, frame_);
  };
  for (const auto& lines : {along({2, 1}, {-4, -2}), along({2, 1}, {0, 0}), along({0, 0}, {2, 1})}) {
    QCOMPARE(lines.size(), std::size_t(1));
    QVERIFY(distanceToLine(lines.front(), frame_.toPixel({1, 0})) < 1e-6);
    QVERIFY(distanceToLine(lines.front(), frame_.toPixel({3, 1})) < 1e-6);
  }
  QVERIFY(along({0, 0}, {0, 0}).empty());
}

void LatticeLinesAreRight::collapsesOntoALine() {
  // As the second generator turns into the first, every line comes to lie near the one through both.
  double widest = 1e9;
  for (const double gap : {1e-2, 1e-3, 1e-4, 1e-5, 1e-6}) {
    double farthest = 0;
    for (const QLineF& line : latticeLines({{0, 0}, {1, 0.5}, {1, 0.5 + gap}, {}}, frame_))
      for (const QPointF& end : {line.p1(), line.p2()})
        farthest =
            std::max(farthest, distanceToLine({frame_.toPixel({0, 0}), frame_.toPixel({1, 0.5})}, end));
    QVERIFY(farthest <= widest + 1e-9);
    widest = farthest;
  }
  QVERIFY2(widest < 1, qPrintable(QString::number(widest)));
}

void LatticeLinesAreRight::hostileInput_data() {
  const double huge = 1e308;
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const double infinity = std::numeric_limits<double>::infinity();
  QTest::addColumn<QPointF>("origin");
  QTest::addColumn<QPointF>("first");
  QTest::addColumn<QPointF>("second");
  QTest::newRow("nan") << QPointF(nan, 0) << QPointF(1, 0) << QPointF(0, 1);
  QTest::newRow("nan generator") << QPointF() << QPointF(nan, 0) << QPointF(0, 1);
  QTest::newRow("infinite") << QPointF() << QPointF(infinity, 0) << QPointF(0, 1);
  QTest::newRow("huge") << QPointF() << QPointF(huge, 0) << QPointF(0, huge);
  QTest::newRow("mixed") << QPointF() << QPointF(1e140, 1) << QPointF(1, 1e-140);
  QTest::newRow("tiny") << QPointF() << QPointF(5e-324, 0) << QPointF(0, 5e-324);
  QTest::newRow("far origin") << QPointF(1e15, -1e15) << QPointF(1, 0) << QPointF(0, 1);
  QTest::newRow("shear") << QPointF() << QPointF(1, 0) << QPointF(1e12, 1);
}

void LatticeLinesAreRight::hostileInput() {
  QFETCH(QPointF, origin);
  QFETCH(QPointF, first);
  QFETCH(QPointF, second);
  const QRectF sane = frame_.area.adjusted(-10, -10, 10, 10);
  const std::vector<QLineF> lines = latticeLines({origin, first, second, {}}, frame_);
  QVERIFY(lines.size() <= static_cast<std::size_t>((640 + 480) / 3));
  for (const QLineF& line : lines)
    QVERIFY(sane.contains(line.p1()) && sane.contains(line.p2()));
}

QTEST_GUILESS_MAIN(LatticeLinesAreRight)
#include "lattice_lines_are_right.moc"
