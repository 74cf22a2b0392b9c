#include "views/render/handle_motion.h"
#include "views/render/plane_frame.h"
#include "views/render/ticks.h"

#include <QtTest/QTest>

#include <cmath>
#include <limits>

using namespace eigenboard::render;

/// Ticks are round numbers with room between them, and a dragged handle comes to rest on round numbers too.
class TicksAndSnappingAreRound : public QObject {
  Q_OBJECT

 private slots:
  void stepsAreOneTwoFive();
  void labelsReadWell();
  void aHandleRests();
  void keysMoveATenth();
  void keysStepAsHandlesSnap();
  void rangesFit();
  void zoomKeepsThePointer();
  void zoomStopsInTime();
};

void TicksAndSnappingAreRound::stepsAreOneTwoFive() {
  for (double span = 1e-9; span < 1e12; span *= 1.37) {
    const double step = tickStep(span, 600, 46);
    const double mantissa = step / std::pow(10, std::floor(std::log10(step) + 1e-9));
    QVERIFY(std::abs(mantissa - 1) < 1e-9 || std::abs(mantissa - 2) < 1e-9 || std::abs(mantissa - 5) < 1e-9);
    const double pixels = step / span * 600;
    QVERIFY2(pixels >= 46 - 1e-6 && pixels <= 2.5 * 46 + 1e-6, qPrintable(QString::number(span)));
  }
  QCOMPARE(tickStep(8, 8 * 46, 46), 1.0);
}

void TicksAndSnappingAreRound::labelsReadWell() {
  QCOMPARE(tickLabel(-0.25, 0.05), QStringLiteral("−0.25"));
  QCOMPARE(tickLabel(1e-17, 0.1), QStringLiteral("0"));
  QCOMPARE(tickLabel(-3, 1), QStringLiteral("−3"));
  QCOMPARE(tickLabel(0.3, 0.1), QStringLiteral("0.3"));
  QCOMPARE(tickLabel(2500, 500), QStringLiteral("2500"));
  QCOMPARE(tickLabel(3e6, 1e6), QStringLiteral("3×10⁶"));
  QCOMPARE(tickLabel(-1.2e7, 1e6), QStringLiteral("−1.2×10⁷"));
  QCOMPARE(tickLabel(3e-6, 1e-6), QStringLiteral("3×10⁻⁶"));
  QCOMPARE(decimalText(-0.004, 2), QStringLiteral("0.00"));
  QCOMPARE(decimalText(std::numeric_limits<double>::quiet_NaN(), 2), QStringLiteral("undefined"));
  QCOMPARE(decimalText(-std::numeric_limits<double>::infinity(), 2), QStringLiteral("−∞"));
}

void TicksAndSnappingAreRound::aHandleRests() {
  const PlaneFrame frame{{0, 0, 560, 560}, {-4, 4, -4, 4}}; // 70 px a unit
  const auto at = [&frame](QPointF point, Snapping snapping) {
    return snapped(point, frame, 1, 1, snapping);
  };
  QCOMPARE(at({1.48571, -0.30714}, Snapping::Off), QPointF(1.49, -0.31));
  QCOMPARE(at({1.48571, -0.30714}, Snapping::Grid), QPointF(1.5, -0.3));
  QCOMPARE(at({1.48571, -0.30714}, Snapping::Nice), QPointF(1.5, 0 - 1.0 / 3));
  QCOMPARE(at({0.93, 0.2}, Snapping::Nice), QPointF(1, 0.25 - 0.05)); // 0.2 is 3.5 px away from a quarter
  QCOMPARE(at({0.26, 0.76}, Snapping::Nice), QPointF(0.25, 0.75));
  QVERIFY(!std::signbit(at({-0.001, 0}, Snapping::Off).x()));
  // Decimals, not sums of binary fractions.
  QVERIFY(at({0.3001, 0.6999}, Snapping::Off) == QPointF(0.3, 0.7) &&
          at({0.3001, 0}, Snapping::Off).x() == 0.3);
  QVERIFY(std::isnan(at({std::numeric_limits<double>::quiet_NaN(), 0}, Snapping::Nice).x()));
  for (const double huge : {1e300, -1e308})
    QCOMPARE(at({huge, 0}, Snapping::Grid).x(), huge);
}

void TicksAndSnappingAreRound::keysMoveATenth() {
  const PlaneFrame standard{{0, 0, 560, 560}, {-4, 4, -4, 4}};
  QCOMPARE(keyStep(standard, 1, 1, Snapping::Off), QPointF(0.1, 0.1));
  const PlaneFrame near{{0, 0, 560, 560}, {-0.4, 0.4, -0.4, 0.4}};
  QCOMPARE(keyStep(near, 0.1, 0.1, Snapping::Off), QPointF(0.01, 0.01));
  QCOMPARE(keyStep(standard, 2, 1, Snapping::Grid), QPointF(0.2, 0.1));
}

/// What snaps goes by keys to where a drag would let it rest, and nowhere else.
void TicksAndSnappingAreRound::keysStepAsHandlesSnap() {
  const PlaneFrame frame{{0, 0, 560, 560}, {-4, 4, -4, 4}};
  const auto moved = [&frame](double x, double steps, Snapping snapping) {
    const QPointF point = movedBySteps({x, 0.37}, {steps, 0}, frame, 1, 1, snapping);
    return point.y() == 0.37 ? point.x() : std::numeric_limits<double>::quiet_NaN(); // the other one stays
  };
  QCOMPARE(moved(1.23, 1, Snapping::Off), 1.33);
  QCOMPARE(moved(1.23, -10, Snapping::Off), 0.2);
  QCOMPARE(moved(1.23, 0.1, Snapping::Off), 1.24);
  QCOMPARE(moved(1.23, 1, Snapping::Grid), 1.3);
  QCOMPARE(moved(1.23, 10, Snapping::Grid), 2.0);
  QCOMPARE(moved(1.23, -0.1, Snapping::Grid), 1.22);
  // Quarters, thirds, halves and ticks, one after the other, both ways.
  double x = -1;
  for (const double nice :
       {-0.75, -2.0 / 3, -0.5, -1.0 / 3, -0.25, 0.0, 0.25, 1.0 / 3, 0.5, 2.0 / 3, 0.75, 1.0, 1.25}) {
    x = moved(x, 1, Snapping::Nice);
    QCOMPARE(x, nice);
    QCOMPARE(snapped({x, 0}, frame, 1, 1, Snapping::Nice).x(), x); // where a drag rests too
  }
  for (const double nice : {1.0, 0.75, 2.0 / 3, 0.5, 1.0 / 3, 0.25, 0.0, -0.25}) {
    x = moved(x, -1, Snapping::Nice);
    QCOMPARE(x, nice);
  }
  QCOMPARE(moved(0.4, 10, Snapping::Nice), 1.0);
  QCOMPARE(moved(0.4, -10, Snapping::Nice), 0.0);
  QCOMPARE(moved(1, -10, Snapping::Nice), 0.0);
  QCOMPARE(moved(0.4, 0.1, Snapping::Nice), 0.41);
  // Where parts of a tick lie too close to be told apart, from tick to tick.
  QCOMPARE(
      movedBySteps({0.4, 0}, {1, 0}, PlaneFrame{{0, 0, 80, 80}, {-4, 4, -4, 4}}, 1, 1, Snapping::Nice).x(),
      1.0);
  for (const double huge : {1e300, -1e300, std::numeric_limits<double>::infinity()})
    QVERIFY(!std::isnan(moved(huge, 1, Snapping::Nice)));
}

void TicksAndSnappingAreRound::rangesFit() {
  eigenboard::scene::PlaneView view;
  const PlaneRange wide = fittedRange(view, QSizeF(600, 300));
  QCOMPARE(wide, (PlaneRange{-8, 8, -4, 4}));
  const PlaneRange tall = fittedRange(view, QSizeF(300, 600));
  QCOMPARE(tall, (PlaneRange{-4, 4, -8, 8}));
  view.x.minimum = std::numeric_limits<double>::quiet_NaN();
  view.y = {{}, 3, -3};
  QCOMPARE(fittedRange(view, QSizeF(300, 300)), (PlaneRange{-4, 4, -4, 4}));
  view.equalAspect = false;
  view.x = {{}, 0, 10};
  view.y = {{}, 0, 1};
  const PlaneFrame chart{{0, 0, 300, 200}, fittedRange(view, QSizeF(300, 200))};
  QVERIFY(std::abs(chart.toPixel({0, 0}).x() - 8) < 1e-9 && std::abs(chart.toPixel({10, 1}).y() - 8) < 1e-9);
}

void TicksAndSnappingAreRound::zoomKeepsThePointer() {
  PlaneFrame frame{{40, 10, 600, 450}, {-4, 4, -3, 3}};
  const QPointF pixel(123, 77);
  const QPointF before = frame.toPoint(pixel);
  frame.range = zoomed(frame, pixel, 1.3);
  const QPointF after = frame.toPoint(pixel);
  QVERIFY(std::hypot(after.x() - before.x(), after.y() - before.y()) < 1e-12);
  QVERIFY(std::abs((frame.range.right - frame.range.left) - 8 / 1.3) < 1e-12);
  const PlaneRange moved = panned(frame, {60, 0});
  QVERIFY(std::abs(moved.left - (frame.range.left - 60 / frame.scaleX())) < 1e-12);
}

void TicksAndSnappingAreRound::zoomStopsInTime() {
  for (const double factor : {1.5, 1 / 1.5}) {
    PlaneFrame frame{{40, 10, 600, 450}, {-4, 4, -3, 3}};
    for (int i = 0; i < 2000; ++i)
      frame.range = zoomed(frame, {200, 300}, factor);
    const double span = frame.range.right - frame.range.left;
    QVERIFY(std::isfinite(span) && span > 1e-16 && span <= 2e12);
    // Neighbouring pixels still have coordinates of their own.
    QVERIFY(frame.toPoint({200, 300}).x() < frame.toPoint({201, 300}).x());
  }
  const PlaneFrame frame{{0, 0, 100, 100}, {-4, 4, -3, 3}};
  for (const double bad : {0.0, -1.0, std::numeric_limits<double>::quiet_NaN()})
    QCOMPARE(zoomed(frame, {50, 50}, bad), frame.range);
}

QTEST_GUILESS_MAIN(TicksAndSnappingAreRound)
#include "ticks_and_snapping_are_round.moc"
