#include "tests/render/space_scenes.h"
#include "views/render/formula_source.h"
#include "views/render/space/gpu_fills.h"
#include "views/render/space/space_painter.h"

#include <QtGui/QPainter>
#include <QtTest/QTest>

#include <cmath>
#include <numbers>

using namespace eigenboard;
using namespace eigenboard::render;

namespace {

constexpr QSize size(560, 480);

QImage painted(const scene::SpaceView& view, const scene::Camera& camera, const Theme& theme,
               std::shared_ptr<space::GpuFills> gpu) {
  QImage image(size, QImage::Format_RGB32);
  image.fill(theme.surface);
  PaintKit kit;
  kit.theme = &theme;
  kit.formulas = [](const QString&, int) { return typesetting::FormulaPointer(); };
  SpaceMemory memory;
  memory.fills.gpu = std::move(gpu);
  QPainter painter(&image);
  paintSpace(painter, view, camera, QRectF(QPointF(), QSizeF(size)), kit, &memory, SpaceQuality::Fine);
  painter.end();
  return image;
}

struct Distance {
  double mean = 0;  ///< of a channel
  double apart = 0; ///< share of the pixels that differ by more than 24 of 255 in a channel
};

Distance distanceOf(const QImage& one, const QImage& other) {
  Distance distance;
  for (int y = 0; y < one.height(); ++y)
    for (int x = 0; x < one.width(); ++x) {
      const QColor a = one.pixelColor(x, y);
      const QColor b = other.pixelColor(x, y);
      const int red = std::abs(a.red() - b.red());
      const int green = std::abs(a.green() - b.green());
      const int blue = std::abs(a.blue() - b.blue());
      distance.mean += (red + green + blue) / 3.0;
      distance.apart += std::max({red, green, blue}) > 24 ? 1 : 0;
    }
  const double pixels = one.width() * one.height();
  return {distance.mean / pixels, distance.apart / pixels};
}

scene::SpaceView crossingSpace() {
  scene::SpaceView view = tests::saddleSpace();
  scene::Surface veil = tests::surfaceOf([](double x, double y) { return std::sin(2 * x) * std::cos(y); }, 41,
                                         37, -2, 2, -2, 2);
  veil.opacity = 0.5;
  veil.color = scene::SurfaceColor::Role;
  view.marks.push_back(veil);
  view.marks.push_back(
      scene::Plane3{{0, 0, 0.2}, {0.3, 0.2, 1}, scene::Fill{scene::Role::Reference, 0.4}, {}});
  return view;
}

} // namespace

class GraphicsCardDrawsTheSameSpace : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    space::GpuFills::Made made = space::GpuFills::make();
    if (!made.fills)
      QSKIP(qPrintable(QStringLiteral("no OpenGL on this display: ") + made.renderer));
    qInfo("OpenGL: %s", qPrintable(made.renderer));
    gpu_ = std::move(made.fills);
  }

  void cleanupTestCase() { gpu_.reset(); }

  void picturesAgreeWithThoseOfTheProcessor_data() {
    QTest::addColumn<int>("which");
    QTest::addColumn<double>("azimuth");
    QTest::addColumn<double>("elevation");
    QTest::addColumn<bool>("isPerspective");
    const char* names[] = {"valley", "bell", "saddle", "planes", "crossing"};
    for (int which = 0; which < 5; ++which) {
      QTest::addRow("%s", names[which]) << which << -60.0 << 28.0 << true;
      QTest::addRow("%s from below", names[which]) << which << 130.0 << -20.0 << true;
      QTest::addRow("%s without perspective", names[which]) << which << 20.0 << 50.0 << false;
    }
  }
  void picturesAgreeWithThoseOfTheProcessor() {
    QFETCH(int, which);
    QFETCH(double, azimuth);
    QFETCH(double, elevation);
    QFETCH(bool, isPerspective);
    const scene::SpaceView view = which == 0   ? tests::rosenbrockSpace()
                                  : which == 1 ? tests::bellSpace()
                                  : which == 2 ? tests::saddleSpace()
                                  : which == 3 ? tests::planesSpace()
                                               : crossingSpace();
    scene::Camera camera = view.camera;
    camera.azimuth = azimuth;
    camera.elevation = elevation;
    camera.projection = isPerspective ? scene::Projection::Perspective : scene::Projection::Orthographic;
    for (const Theme& theme : themes()) {
      const QImage card = painted(view, camera, theme, gpu_);
      const QImage processor = painted(view, camera, theme, nullptr);
      const Distance distance = distanceOf(card, processor);
      const QByteArray folder = qgetenv("EIGENBOARD_TEST_PICTURES");
      if (!folder.isEmpty()) {
        const QString stem =
            QString::fromLocal8Bit(folder) + u'/' + QString::fromLatin1(QTest::currentDataTag());
        card.save(stem + QStringLiteral("-card.png"));
        processor.save(stem + QStringLiteral("-processor.png"));
      }
      // Only samples on the rim of a shape may fall to the other side.
      QVERIFY2(distance.apart < 0.004,
               qPrintable(QStringLiteral("%1 of the pixels differ (%2)").arg(distance.apart).arg(theme.key)));
      QVERIFY2(distance.mean < 0.35,
               qPrintable(QStringLiteral("mean difference %1 (%2)").arg(distance.mean).arg(theme.key)));
    }
  }

  void aPictureWithoutTheCardsFillsWouldBeFoundOut() {
    // That the comparison sees what matters: the same space without its surface is far away.
    scene::SpaceView view = tests::bellSpace();
    const Theme theme = themes().front();
    const QImage whole = painted(view, view.camera, theme, gpu_);
    std::erase_if(view.marks,
                  [](const scene::Mark3& mark) { return std::holds_alternative<scene::Surface>(mark); });
    QVERIFY(distanceOf(whole, painted(view, view.camera, theme, nullptr)).apart > 0.05);
  }

  void theClipMatrixPutsPointsWhereTheFrameDoes() {
    scene::SpaceView view = tests::bellSpace();
    for (const scene::Projection projection :
         {scene::Projection::Perspective, scene::Projection::Orthographic}) {
      view.camera.projection = projection;
      const QRectF area(20, 10, 500, 400);
      const space::SpaceFrame frame = spaceFrame(view, view.camera, area);
      const QMatrix4x4 matrix = frame.clipMatrix(area);
      double before = 2;
      for (int i = 0; i <= 20; ++i) {
        // From the far side of the box to the near one, off its middle.
        const double way = 2.0 * i / 20 - 1;
        const scene::Point3& eye = frame.towardsEye();
        const scene::Point3& right = frame.rightwards();
        const double depth = 0.9 * way;
        const scene::Point3 point{depth * eye.x + 0.2 * right.x, depth * eye.y + 0.2 * right.y,
                                  depth * eye.z + 0.2 * right.z};
        const space::Pixel3 pixel = frame.boxToPixel(point);
        const QVector4D clip = matrix * QVector4D(static_cast<float>(point.x), static_cast<float>(point.y),
                                                  static_cast<float>(point.z), 1);
        const QVector3D seen = clip.toVector3DAffine();
        // Single precision: 2^-24 of some hundred pixels, a few operations.
        QVERIFY(std::abs(area.left() + (seen.x() + 1) / 2 * area.width() - pixel.x) < 1e-3);
        QVERIFY(std::abs(area.top() + (1 - seen.y()) / 2 * area.height() - pixel.y) < 1e-3);
        QVERIFY(std::abs(seen.z()) <= 1);
        QVERIFY(seen.z() < before); // nearer is less
        before = seen.z();
      }
    }
  }

  void colorsAreThoseOfTheTables() {
    const QColor orange(230, 159, 0);
    const space::ShadeTable table = space::flatShades(orange);
    const auto triangle = [](float size, float depth) {
      std::vector<space::MeshVertex> corners;
      for (const auto& [x, y] :
           {std::pair(-size, -size), std::pair(3 * size, -size), std::pair(-size, 3 * size)})
        corners.push_back({{x, y, depth}, 0.5F, space::evenLight});
      return corners;
    };
    space::GpuTriangles triangles;
    triangles.add(triangle(1, 0.5F), table, 1);
    QCOMPARE(gpu_->image(triangles, {}, {8, 8}, 1).pixelColor(3, 4), orange);
    const space::ShadeTable blue = space::flatShades(QColor(0, 0, 200));
    triangles.add(triangle(1, 0), blue, 0.5);  // before it, and lets half of it through
    triangles.add(triangle(1, 0.9F), blue, 1); // behind it
    const QColor mixed = gpu_->image(triangles, {}, {8, 8}, 1).pixelColor(3, 4);
    QVERIFY(std::abs(mixed.red() - 115) <= 1 && std::abs(mixed.green() - 80) <= 1 &&
            std::abs(mixed.blue() - 100) <= 1);
    QCOMPARE(mixed.alpha(), 255);
  }

  void sizesAndScenesChangeFromPictureToPicture() {
    const Theme theme = themes().front();
    for (const QSize pixels : {QSize(64, 48), QSize(300, 200), QSize(64, 48), QSize(1, 1)}) {
      space::GpuTriangles triangles;
      QCOMPARE(gpu_->image(triangles, {}, pixels, 2).size(), pixels);
      QVERIFY(gpu_->image(triangles, {}, pixels, 1).pixelColor(0, 0).alpha() == 0);
    }
    const scene::SpaceView bell = tests::bellSpace();
    const scene::SpaceView planes = tests::planesSpace();
    const QImage first = painted(bell, bell.camera, theme, gpu_);
    painted(planes, planes.camera, theme, gpu_);
    QCOMPARE(painted(bell, bell.camera, theme, gpu_), first);
  }

 private:
  std::shared_ptr<space::GpuFills> gpu_;
};

QTEST_MAIN(GraphicsCardDrawsTheSameSpace)
#include "graphics_card_draws_the_same_space.moc"
