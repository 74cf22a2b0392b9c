#include "views/render/halo.h"

#include <QtGui/QPainter>
#include <QtTest/QTest>

#include <cmath>

using eigenboard::render::withHalo;

/// The rim about a picture has its width on every side, its colour, and leaves the picture as it was.
class HalosAreAsWideAsAsked : public QObject {
  Q_OBJECT

 private slots:
  void theRimIsADisc();
  void thePictureStays();
  void itIsThatOfAPen();
  void edgesAndNothingAreFine();
};

namespace {

QImage empty(QSize size) {
  QImage image(size, QImage::Format_ARGB32_Premultiplied);
  image.fill(Qt::transparent);
  return image;
}

/// A stroke and a bow with holes between, as letters have.
QImage letter(QPainterPath* outline = nullptr) {
  QImage image = empty({60, 50});
  QPainterPath path;
  path.addRect(15, 10, 4, 30);
  path.addEllipse(QRectF(19, 15, 22, 20));
  path.addEllipse(QRectF(23, 19, 14, 12));
  QPainter painter(&image);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.fillPath(path, Qt::black);
  if (outline)
    *outline = path;
  return image;
}

} // namespace

void HalosAreAsWideAsAsked::theRimIsADisc() {
  for (const double width : {0.0, 1.0, 2.5, 6.0}) {
    QImage dot = empty({31, 31});
    dot.setPixelColor(15, 15, Qt::black);
    const QImage rimmed = withHalo(dot, Qt::red, width);
    for (int y = 0; y < 31; ++y)
      for (int x = 0; x < 31; ++x) {
        const double away = std::hypot(x - 15, y - 15);
        const QColor color = rimmed.pixelColor(x, y);
        if (away >= width + 1)
          QCOMPARE(color.alpha(), 0);
        else if (away > 0 && away <= width)
          QCOMPARE(color, QColor(Qt::red));
      }
  }
}

void HalosAreAsWideAsAsked::thePictureStays() {
  const QImage plain = letter();
  const QImage rimmed = withHalo(plain, Qt::white, 2.5);
  QImage onWhite(plain.size(), QImage::Format_RGB32);
  onWhite.fill(Qt::white);
  QImage rimmedOnWhite = onWhite;
  QPainter(&onWhite).drawImage(0, 0, plain);
  QPainter(&rimmedOnWhite).drawImage(0, 0, rimmed);
  for (int y = 0; y < plain.height(); ++y)
    for (int x = 0; x < plain.width(); ++x)
      // White on white is not seen, but for the rounding of eight bits twice.
      QVERIFY(std::abs(qGray(onWhite.pixel(x, y)) - qGray(rimmedOnWhite.pixel(x, y))) <= 2);
}

void HalosAreAsWideAsAsked::itIsThatOfAPen() {
  QPainterPath outline;
  const QImage plain = letter(&outline);
  const QImage rimmed = withHalo(plain, Qt::red, 2.5);
  QImage byPen = empty(plain.size());
  QPainter painter(&byPen);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.strokePath(outline, QPen(Qt::red, 5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.fillPath(outline, Qt::black);
  painter.end();
  double ours = 0;
  double theirs = 0;
  for (int y = 0; y < plain.height(); ++y)
    for (int x = 0; x < plain.width(); ++x) {
      const int alpha = qAlpha(rimmed.pixel(x, y));
      const int expected = qAlpha(byPen.pixel(x, y));
      // Which part of a pixel at the rim is covered is known to half of it.
      QVERIFY(std::abs(alpha - expected) <= 140);
      ours += alpha;
      theirs += expected;
    }
  QVERIFY(std::abs(ours - theirs) <= 0.04 * theirs); // half of that of the outermost pixels
}

void HalosAreAsWideAsAsked::edgesAndNothingAreFine() {
  QImage full = empty({5, 4});
  full.fill(Qt::black);
  QCOMPARE(withHalo(full, Qt::red, 3), full);
  QCOMPARE(withHalo(empty({5, 4}), Qt::red, 3), empty({5, 4}));
  QVERIFY(withHalo({}, Qt::red, 3).isNull());
  QCOMPARE(withHalo(full, Qt::red, 1e300).size(), full.size());
}

QTEST_MAIN(HalosAreAsWideAsAsked)
#include "halos_are_as_wide_as_asked.moc"
