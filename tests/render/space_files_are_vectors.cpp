#include "tests/render/pictures.h"
#include "tests/render/space_scenes.h"
#include "views/render/space/space_painter.h"
#include "views/render/svg_device.h"
#include "views/typesetting/typesetter.h"

#include <QtCore/QBuffer>
#include <QtCore/QXmlStreamReader>
#include <QtGui/QImage>
#include <QtGui/QPainter>
#include <QtGui/QPdfWriter>
#include <QtTest/QTest>

#include <algorithm>

using namespace eigenboard;

/// A space in an SVG or PDF file is made of shapes, without an image, without gaps between the cells of a
/// surface, and looks like the picture on the screen.
class SpaceFilesAreVectors : public QObject {
  Q_OBJECT

 private slots:
  void svgHoldsShapesOnly_data();
  void svgHoldsShapesOnly();
  void svgLooksLikeTheImage_data();
  void svgLooksLikeTheImage();
  void noGapsBetweenCells();
  void pdfHoldsNoImage();
  void isTheSameEveryTime();

 private:
  void addViews() {
    QTest::addColumn<scene::SpaceView>("view");
    QTest::newRow("valley") << tests::rosenbrockSpace();
    QTest::newRow("bell") << tests::bellSpace();
    QTest::newRow("saddle") << tests::saddleSpace();
    QTest::newRow("planes") << tests::planesSpace();
  }
  void paint(QPainter& painter, const scene::SpaceView& view, const render::Theme& theme) {
    render::PaintKit kit;
    kit.theme = &theme;
    kit.formulas = render::waitingFormulas(typesetter_);
    kit.handles = false;
    painter.fillRect(QRectF(QPointF(), QSizeF(size_)), theme.surface);
    render::paintSpace(painter, view, view.camera, QRectF(QPointF(), QSizeF(size_)), kit);
  }
  QByteArray svg(const scene::SpaceView& view, const render::Theme& theme) {
    render::SvgDevice device({QSizeF(size_), QStringLiteral("Space & <more>"), {}, false});
    QPainter painter(&device);
    paint(painter, view, theme);
    painter.end();
    return device.bytes();
  }
  QImage image(const scene::SpaceView& view, const render::Theme& theme) {
    QImage picture(size_, QImage::Format_ARGB32);
    QPainter painter(&picture);
    paint(painter, view, theme);
    painter.end();
    return picture;
  }

  QSize size_{480, 420};
  render::Theme theme_ = render::themeNamed(QStringLiteral("light"));
  typesetting::Typesetter typesetter_;
};

void SpaceFilesAreVectors::svgHoldsShapesOnly_data() {
  addViews();
}

void SpaceFilesAreVectors::svgHoldsShapesOnly() {
  QFETCH(const scene::SpaceView, view);
  const QByteArray bytes = svg(view, theme_);
  QXmlStreamReader reader(bytes);
  int paths = 0;
  while (!reader.atEnd()) {
    reader.readNext();
    if (!reader.isStartElement())
      continue;
    QVERIFY(reader.name() != QStringLiteral("image"));
    paths += reader.name() == QStringLiteral("path") ? 1 : 0;
  }
  QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
  QVERIFY(paths > 50);
}

void SpaceFilesAreVectors::svgLooksLikeTheImage_data() {
  addViews();
}

void SpaceFilesAreVectors::svgLooksLikeTheImage() {
  QFETCH(const scene::SpaceView, view);
  QString error;
  const QImage drawn = tests::drawnByRsvg(svg(view, theme_), error);
  QVERIFY2(error.isEmpty(), qPrintable(error));
  const QImage painted = image(view, theme_);
  QCOMPARE(drawn.size(), painted.size());
  const auto difference = tests::blurredDifference(drawn, painted);
  // On the image a cell's colour runs from corner to corner, in the file it has one.
  QVERIFY2(difference.mean < 2.5, qPrintable(QString::number(difference.mean)));
  QVERIFY2(difference.visibleShare < 0.015, qPrintable(QString::number(difference.visibleShare)));
}

void SpaceFilesAreVectors::noGapsBetweenCells() {
  // Everything behind the surface is of a loud colour, and the surface of another: where both mix, there is a
  // gap.
  render::Theme theme = theme_;
  theme.surface = QColor(255, 0, 255);
  for (QColor& role : theme.roles)
    role = theme.surface;
  scene::SpaceView view;
  view.z = {{}, -1, 1};
  scene::Surface surface =
      tests::surfaceOf([](double x, double y) { return 0.1 * x + 0.05 * y; }, 41, 37, -4, 4, -4, 4);
  surface.shaded = false;
  for (double& height : surface.heights)
    height *= 1e-3; // one colour all over
  view.marks.push_back(surface);
  view.camera.elevation = 50;
  QString error;
  const QImage drawn = tests::drawnByRsvg(svg(view, theme), error);
  QVERIFY2(error.isEmpty(), qPrintable(error));
  const auto frame = render::spaceFrame(view, view.camera, QRectF(QPointF(), QSizeF(size_)));
  QPolygonF rim;
  for (const auto& [x, y] :
       std::vector<std::pair<double, double>>{{-3.8, -3.8}, {3.8, -3.8}, {3.8, 3.8}, {-3.8, 3.8}})
    rim << frame.toPixel({x, y, 0}).point();
  const QColor expected = render::space::heightColor(0.5);
  int inside = 0;
  for (int y = 0; y < drawn.height(); ++y)
    for (int x = 0; x < drawn.width(); ++x) {
      if (!rim.containsPoint(QPointF(x + 0.5, y + 0.5), Qt::WindingFill))
        continue;
      ++inside;
      const QColor found = drawn.pixelColor(x, y);
      const int off =
          std::max({std::abs(found.red() - expected.red()), std::abs(found.green() - expected.green()),
                    std::abs(found.blue() - expected.blue())});
      // Two antialiased shapes that meet with their rims let one part in a hundred through.
      QVERIFY2(off <= 4, qPrintable(QStringLiteral("%1 away at %2, %3").arg(off).arg(x).arg(y)));
    }
  QVERIFY(inside > 10000);
}

void SpaceFilesAreVectors::pdfHoldsNoImage() {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  QVERIFY(buffer.open(QIODevice::WriteOnly));
  QPdfWriter writer(&buffer);
  writer.setPageLayout(
      QPageLayout(QPageSize(QSizeF(size_) * 0.75, QPageSize::Point), QPageLayout::Portrait, QMarginsF()));
  writer.setResolution(960);
  QPainter painter(&writer);
  painter.scale(10, 10);
  paint(painter, tests::saddleSpace(), theme_);
  painter.end();
  buffer.close();
  QVERIFY(bytes.startsWith("%PDF"));
  QVERIFY(!bytes.contains("/Subtype /Image"));
  QVERIFY(bytes.size() > 10000);
}

void SpaceFilesAreVectors::isTheSameEveryTime() {
  QCOMPARE(svg(tests::saddleSpace(), theme_), svg(tests::saddleSpace(), theme_));
}

QTEST_MAIN(SpaceFilesAreVectors)
#include "space_files_are_vectors.moc"
