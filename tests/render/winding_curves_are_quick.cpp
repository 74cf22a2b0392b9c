#include "views/render/curve_stroke.h"

#include <QtGui/QImage>
#include <QtGui/QPainter>
#include <QtGui/QPen>
#include <QtTest/QTest>

#include <algorithm>
#include <cmath>
#include <ctime>
#include <numbers>

using eigenboard::render::strokeCurve;
using eigenboard::render::StrokeFor;

/// A curve that crosses itself and its own rows a hundred times is painted in a moment, and looks like one
/// stroke: as wide as the pen, of one opacity everywhere.
class WindingCurvesAreQuick : public QObject {
  Q_OBJECT

 private slots:
  void theStrokeIsOneOfThePen_data();
  void theStrokeIsOneOfThePen();
  void clipsAndScalesHold();
  void timeGrowsWithLength();
  void shortCurvesArePlain();
};

namespace {

constexpr QSize canvas{300, 260};

QPolygonF zigzag(int count) {
  QPolygonF points;
  for (int i = 0; i < count; ++i)
    points << QPointF(30 + 240.0 * i / count, 130 + (i % 2 == 0 ? 1 : -1) * 100 * std::pow(0.98, i));
  return points;
}

QPolygonF spiral(int count) {
  QPolygonF points;
  for (int i = 0; i < count; ++i) {
    const double angle = 0.3 * i;
    const double radius = 110.0 * (count - i) / count;
    points << QPointF(150 + radius * std::cos(angle), 130 + radius * std::sin(angle));
  }
  return points;
}

double distance(QPointF at, const QPolygonF& curve) {
  double nearest = 1e9;
  for (qsizetype i = 0; i + 1 < curve.size(); ++i) {
    const QPointF leg = curve[i + 1] - curve[i];
    const double squared = QPointF::dotProduct(leg, leg);
    const double share =
        squared > 0 ? std::clamp(QPointF::dotProduct(at - curve[i], leg) / squared, 0.0, 1.0) : 0;
    const QPointF off = at - curve[i] - share * leg;
    nearest = std::min(nearest, std::hypot(off.x(), off.y()));
  }
  return nearest;
}

double processorMilliseconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

QImage stroked(const QPolygonF& curve, const QPen& pen, StrokeFor purpose) {
  QImage image(canvas, QImage::Format_RGB32);
  image.fill(Qt::white);
  QPainter painter(&image);
  painter.setRenderHint(QPainter::Antialiasing);
  strokeCurve(painter, curve, pen, purpose);
  return image;
}

QPen penOf(double width, double opacity) {
  QColor black(Qt::black);
  black.setAlphaF(static_cast<float>(opacity));
  return {black, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin};
}

} // namespace

void WindingCurvesAreQuick::theStrokeIsOneOfThePen_data() {
  QTest::addColumn<QPolygonF>("curve");
  QTest::addColumn<double>("width");
  QTest::addColumn<double>("opacity");
  QTest::addColumn<int>("purpose");
  for (const double width : {2.4, 9.0})
    for (const double opacity : {0.45, 1.0})
      for (const StrokeFor purpose : {StrokeFor::Screen, StrokeFor::File}) {
        const int as = static_cast<int>(purpose);
        QTest::addRow("zigzag, width %g, opacity %g, %d", width, opacity, as)
            << zigzag(60) << width << opacity << as;
        QTest::addRow("spiral, width %g, opacity %g, %d", width, opacity, as)
            << spiral(60) << width << opacity << as;
      }
}

void WindingCurvesAreQuick::theStrokeIsOneOfThePen() {
  QFETCH(QPolygonF, curve);
  QFETCH(double, width);
  QFETCH(double, opacity);
  QFETCH(int, purpose);
  const QImage image = stroked(curve, penOf(width, opacity), static_cast<StrokeFor>(purpose));
  const double full = 255 * (1 - opacity);
  constexpr double pixel = 0.75;                               // half the diagonal of one, and a little
  constexpr double rounding = 2.5;                             // of 8 bits a channel, twice
  const double corner = width / 2 * (std::numbers::sqrt2 - 1); // of a square cap
  int inside = 0;
  for (int y = 0; y < image.height(); ++y)
    for (int x = 0; x < image.width(); ++x) {
      const double away = distance({x + 0.5, y + 0.5}, curve);
      const double value = qGray(image.pixel(x, y));
      const QString where = QStringLiteral("%1, %2: %3, %4 px away").arg(x).arg(y).arg(value).arg(away);
      QVERIFY2(value >= full - rounding, qPrintable(where));
      if (away > width / 2 + corner + pixel)
        QVERIFY2(value == 255, qPrintable(where));
      if (away >= width / 2 - pixel)
        continue;
      ++inside;
      QVERIFY2(value <= full + rounding, qPrintable(where));
    }
  QVERIFY(inside > 0);
}

void WindingCurvesAreQuick::clipsAndScalesHold() {
  QImage image(canvas * 2, QImage::Format_RGB32);
  image.setDevicePixelRatio(2);
  image.fill(Qt::white);
  QPainter painter(&image);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setClipRect(QRectF(0, 0, 150, 260));
  strokeCurve(painter, zigzag(60), penOf(2, 0.5), StrokeFor::Screen);
  painter.end();
  const QPolygonF curve = zigzag(60);
  int inked = 0;
  for (int y = 0; y < image.height(); ++y)
    for (int x = 0; x < image.width(); ++x) {
      const bool isInked = qGray(image.pixel(x, y)) < 255;
      inked += isInked ? 1 : 0;
      QVERIFY(!isInked || (x < 300 && distance({(x + 0.5) / 2, (y + 0.5) / 2}, curve) < 2.5));
    }
  QVERIFY(inked > 5000);
}

void WindingCurvesAreQuick::timeGrowsWithLength() {
  const auto taken = [](int count) {
    double least = 1e9;
    for (int round = 0; round < 5; ++round) {
      const double before = processorMilliseconds();
      stroked(zigzag(count), penOf(2, 0.5), StrokeFor::Screen);
      least = std::min(least, processorMilliseconds() - before);
    }
    return least;
  };
  // Eight times as many legs cost at most eight times as much, and half as much again for the clock; as one
  // shape they cost some fifty times as much.
  QVERIFY(taken(800) < 1.5 * 8 * taken(100));
}

void WindingCurvesAreQuick::shortCurvesArePlain() {
  const QPolygonF curve{{10, 10}, {200, 40}, {30, 200}};
  QImage plain(canvas, QImage::Format_RGB32);
  plain.fill(Qt::white);
  QPainter painter(&plain);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(penOf(3, 0.5));
  painter.drawPolyline(curve);
  painter.end();
  QCOMPARE(stroked(curve, penOf(3, 0.5), StrokeFor::Screen), plain);
  QCOMPARE(stroked(curve, penOf(3, 0.5), StrokeFor::File), plain);
  QVERIFY(stroked({}, penOf(3, 1), StrokeFor::Screen).allGray());
  QVERIFY(stroked({{5, 5}}, penOf(3, 1), StrokeFor::Screen).allGray());
}

QTEST_MAIN(WindingCurvesAreQuick)
#include "winding_curves_are_quick.moc"
