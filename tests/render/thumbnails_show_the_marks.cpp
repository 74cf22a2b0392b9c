#include "views/render/thumbnail.h"

#include <QtTest/QTest>

#include <limits>

using namespace eigenboard;

namespace {

scene::Scene arrowFrom(QPointF from, QPointF to) {
  scene::Arrow arrow;
  arrow.from = from;
  arrow.to = to;
  arrow.stroke.role = scene::Role::Drag;
  arrow.label = QStringLiteral("\\mathbf{v}");
  scene::PlaneView view;
  view.marks.push_back(arrow);
  scene::Scene scene;
  scene.views.push_back(view);
  return scene;
}

int pixelsOf(const QImage& image, const QColor& color) {
  int count = 0;
  for (int y = 0; y < image.height(); ++y)
    for (int x = 0; x < image.width(); ++x)
      count += image.pixelColor(x, y) == color ? 1 : 0;
  return count;
}

} // namespace

/// The small picture of a scene has its marks in the theme's colours, at any size and pixel ratio.
class ThumbnailsShowTheMarks : public QObject {
  Q_OBJECT

 private slots:
  void marksAreThere() {
    for (const render::Theme& theme : render::themes()) {
      const QImage image = render::thumbnail(arrowFrom({0, 0}, {2, 0}), theme, {120, 96}, 2);
      QCOMPARE(image.size(), QSize(240, 192));
      QCOMPARE(image.devicePixelRatio(), 2.);
      QVERIFY(pixelsOf(image, theme.color(scene::Role::Drag)) > 40);
      QCOMPARE(image.pixelColor(3, 3), theme.surface);
    }
  }

  void whatCannotBeDrawnIsNull() {
    const render::Theme theme = render::themes().front();
    const scene::Scene scene = arrowFrom({0, 0}, {1, 1});
    QVERIFY(render::thumbnail({}, theme, {120, 96}, 1).isNull());
    QVERIFY(render::thumbnail(scene, theme, {0, 96}, 1).isNull());
    QVERIFY(render::thumbnail(scene, theme, {120, 96}, std::numeric_limits<double>::quiet_NaN()).isNull());
    QVERIFY(render::thumbnail(scene, theme, {120, 96}, 1e9).isNull());
  }

  void endlessNumbersAreSurvived() {
    constexpr double endless = std::numeric_limits<double>::infinity();
    scene::Scene scene = arrowFrom({-endless, 0}, {endless, std::numeric_limits<double>::quiet_NaN()});
    auto& view = std::get<scene::PlaneView>(scene.views.front());
    view.x = {{}, 1e300, -1e300};
    QVERIFY(!render::thumbnail(scene, render::themes().front(), {120, 96}, 1).isNull());
    view.equalAspect = false;
    view.y = {{}, 0, 1e-300};
    QVERIFY(!render::thumbnail(scene, render::themes().front(), {1, 1}, 1).isNull());
  }
};

QTEST_MAIN(ThumbnailsShowTheMarks)
#include "thumbnails_show_the_marks.moc"
