#include "tests/render/space_scenes.h"
#include "views/render/space/space_hover.h"
#include "views/render/space/space_motion.h"
#include "views/render/space/space_painter.h"
#include "views/render/space/space_widget.h"
#include "views/render/svg_device.h"
#include "views/typesetting/typesetter.h"

#include <QtCore/QElapsedTimer>
#include <QtGui/QImage>
#include <QtGui/QPainter>
#include <QtTest/QTest>

#include <cmath>
#include <limits>

using namespace eigenboard;
using scene::Point3;

/// Whatever a view of space holds, it is painted on every device without a crash and within seconds.
class HostileSpacesArePainted : public QObject {
  Q_OBJECT

 private slots:
  void badSurfaces();
  void badNumbersInEveryMark();
  void badRangesAndCameras();
  void badSizes();
  void manyPlanesAndMarks();
  void aHoleIsLeftOut();

 private:
  void paintEverywhere(const scene::SpaceView& view, const scene::Camera& camera, QSize size = {240, 200});
  typesetting::Typesetter typesetter_;
};

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();
const std::vector<double> badNumbers{notANumber, infinity, -infinity, 1e308, -1e308, 1e-320, 1e20};

double waves(double x, double y) {
  return std::sin(x) * std::cos(y);
}

} // namespace

void HostileSpacesArePainted::paintEverywhere(const scene::SpaceView& view, const scene::Camera& camera,
                                              QSize size) {
  const render::Theme theme = render::themeNamed(QStringLiteral("light"));
  const QRectF area(QPointF(0, 0), QSizeF(size));
  render::PaintKit kit;
  kit.theme = &theme;
  kit.formulas = render::waitingFormulas(typesetter_);
  QImage image(size.expandedTo({1, 1}), QImage::Format_RGB32);
  image.fill(theme.surface);
  QPainter painter(&image);
  render::paintSpace(painter, view, camera, area, kit);
  painter.end();
  render::SvgDevice device({QSizeF(size), {}, {}, false});
  QPainter vector(&device);
  render::paintSpace(vector, view, camera, area, kit);
  vector.end();
  QVERIFY(device.bytes().endsWith("</svg>\n"));
  QVERIFY(!device.bytes().contains("nan") && !device.bytes().contains("inf"));
  render::SpaceMemory memory;
  const auto frame = render::spaceFrame(view, camera, area);
  render::space::prepareSurfaces(view, frame.box(), memory.fills);
  for (const QPointF& pixel :
       {area.center(), QPointF(0, 0), QPointF(-1e9, 1e9), QPointF(notANumber, notANumber)}) {
    render::space::hoverAt(view, memory.fills, frame, pixel);
    for (const scene::Handle3& handle : view.handles) {
      const render::space::SurfaceMesh* mesh = memory.fills.surfaces.empty() || !memory.fills.surfaces.front()
                                                   ? nullptr
                                                   : &memory.fills.surfaces.front()->mesh;
      if (const auto point = render::space::draggedTo(handle, frame, mesh, pixel))
        render::space::rounded(*point, handle, frame, mesh, render::Snapping::Nice,
                               render::space::Rounding3::AsSnapping);
      render::space::movedByKey(handle, frame, mesh, {1, 0}, 1, render::Snapping::Off);
    }
  }
}

void HostileSpacesArePainted::badSurfaces() {
  for (const auto& [columns, rows] : std::vector<std::pair<int, int>>{
           {0, 0}, {1, 1}, {1, 9}, {9, 1}, {2, 2}, {-3, 5}, {1000000, 1000000}, {3, 7}}) {
    scene::SpaceView view;
    scene::Surface surface;
    surface.columns = columns;
    surface.rows = rows;
    if (columns > 0 && rows > 0 && columns < 100)
      surface.heights.assign(static_cast<std::size_t>(columns * rows), 0.5);
    surface.contourLevels = {0, 0.5, notANumber, infinity};
    surface.wire = scene::Stroke{};
    surface.wireEvery = -4;
    view.marks.push_back(surface);
    if (!surface.heights.empty())
      surface.heights.pop_back();
    view.marks.push_back(surface);
    paintEverywhere(view, view.camera);
  }
  for (const double bad : badNumbers)
    for (int which = 0; which < 6; ++which) {
      scene::SpaceView view;
      scene::Surface surface = tests::surfaceOf(waves, 12, 9, -4, 4, -4, 4);
      if (which == 0)
        surface.left = bad;
      else if (which == 1)
        surface.back = bad;
      else if (which == 2)
        surface.heights[30] = bad;
      else if (which == 3)
        surface.heights.assign(surface.heights.size(), bad);
      else if (which == 4)
        surface.opacity = bad;
      else
        surface.left = surface.right = bad;
      surface.contourLevels = {0, bad};
      view.marks.push_back(surface);
      paintEverywhere(view, view.camera);
    }
}

void HostileSpacesArePainted::badNumbersInEveryMark() {
  for (const double bad : badNumbers)
    for (const Point3& point :
         {Point3{bad, 0, 0}, Point3{0, bad, 0}, Point3{0, 0, bad}, Point3{bad, bad, bad}}) {
      const scene::Stroke stroke{scene::Role::Drag, bad, scene::Dash::Dashed, bad};
      scene::SpaceView view;
      view.marks.push_back(tests::surfaceOf(waves, 12, 9, -4, 4, -4, 4));
      view.marks.push_back(scene::Curve3{{{0, 0, 0}, point, {1, 1, 1}, {1, 1, 1}}, stroke, {}, true});
      view.marks.push_back(scene::Curve3{{point}, stroke, {}, true});
      view.marks.push_back(scene::Arrow3{{0, 0, 0}, point, stroke, QStringLiteral("x"), QStringLiteral("a")});
      view.marks.push_back(scene::Arrow3{point, {1, 1, 1}, stroke, QStringLiteral("\\bad{"), {}});
      view.marks.push_back(
          scene::Points3{{point, {1, 1, 1}}, scene::Role::Drag, bad, bad, QStringLiteral("p")});
      view.marks.push_back(
          scene::Patch3{{{0, 0, 0}, {1, 0, 0}, point}, scene::Fill{scene::Role::Drag, bad}, stroke, {}});
      view.marks.push_back(scene::Patch3{{}, scene::Fill{}, stroke, {}});
      view.marks.push_back(scene::Plane3{point, {0, 0, 1}, scene::Fill{scene::Role::Drag, 0.5}, stroke, {}});
      view.marks.push_back(scene::Plane3{{0, 0, 0}, point, scene::Fill{scene::Role::Drag, 1}, stroke, {}});
      view.marks.push_back(scene::Label3{point, QStringLiteral("x"), scene::Role::Ink, {bad, bad}});
      for (const auto motion :
           {scene::Motion3::OnSurface, scene::Motion3::Horizontal, scene::Motion3::Upright})
        view.handles.push_back({QStringLiteral("h"), QStringLiteral("H"), point, scene::Role::Drag,
                                [](Point3) { return scene::Assignments(); }, motion});
      paintEverywhere(view, view.camera);
    }
}

void HostileSpacesArePainted::badRangesAndCameras() {
  for (const double bad : badNumbers) {
    scene::SpaceView view = tests::planesSpace();
    view.marks.push_back(tests::surfaceOf(waves, 12, 9, -4, 4, -4, 4));
    view.x = {QStringLiteral("x"), bad, 1};
    view.y = {QStringLiteral("y"), 0, bad};
    view.z = {QStringLiteral("z"), 3, 3};
    paintEverywhere(view, {bad, bad, bad, bad, scene::Projection::Perspective});
    view.equalAspect = !view.equalAspect;
    paintEverywhere(view, {0, 90, 1e9, 1, scene::Projection::Orthographic});
  }
  // Units that differ by a factor of a billion.
  scene::SpaceView view = tests::planesSpace();
  view.z = {QStringLiteral("z"), -1e-9, 1e-9};
  paintEverywhere(view, view.camera);
}

void HostileSpacesArePainted::badSizes() {
  for (const QSize size : {QSize(0, 0), QSize(1, 1), QSize(3, 200), QSize(200, 3), QSize(40, 40)})
    paintEverywhere(tests::saddleSpace(), {}, size);
  render::SpaceWidget widget(typesetter_, render::themeNamed(QStringLiteral("dark")));
  widget.setView(tests::saddleSpace());
  for (const QSize size : {QSize(1, 1), QSize(2, 300), QSize(300, 2)}) {
    widget.resize(size);
    widget.grab();
  }
}

void HostileSpacesArePainted::manyPlanesAndMarks() {
  scene::SpaceView view;
  view.marks.push_back(tests::surfaceOf(waves, 30, 30, -4, 4, -4, 4));
  for (int i = 0; i < 300; ++i) {
    const double angle = 0.1 * i;
    view.marks.push_back(scene::Plane3{{0, 0, 0.01 * i},
                                       {std::cos(angle), std::sin(angle), std::sin(3 * angle)},
                                       scene::Fill{scene::Role::Response, 0.1},
                                       scene::Stroke{},
                                       {}});
    view.marks.push_back(scene::Label3{{0, 0, 0}, QStringLiteral("x"), scene::Role::Ink, {}});
  }
  QElapsedTimer clock;
  clock.start();
  paintEverywhere(view, view.camera);
  QVERIFY2(clock.elapsed() < 20000, qPrintable(QString::number(clock.elapsed())));
}

void HostileSpacesArePainted::aHoleIsLeftOut() {
  scene::SpaceView view;
  scene::Surface surface = tests::surfaceOf([](double, double) { return 0.0; }, 21, 21, -4, 4, -4, 4);
  surface.shaded = false;
  const auto colorOfMiddle = [&] {
    view.marks = {surface};
    const render::Theme theme = render::themeNamed({});
    render::PaintKit kit;
    kit.theme = &theme;
    kit.formulas = render::waitingFormulas(typesetter_);
    QImage image(300, 260, QImage::Format_RGB32);
    image.fill(theme.surface);
    QPainter painter(&image);
    render::paintSpace(painter, view, view.camera, QRectF(0, 0, 300, 260), kit);
    painter.end();
    const auto frame = render::spaceFrame(view, view.camera, QRectF(0, 0, 300, 260));
    return image.pixelColor(frame.toPixel({0.02, 0.02, 0}).point().toPoint());
  };
  const QColor whole = colorOfMiddle();
  QCOMPARE(whole.rgb(), render::space::heightColor(0.5).rgb());
  surface.heights[10 * 21 + 10] = notANumber;
  QVERIFY(colorOfMiddle() != whole);
}

QTEST_MAIN(HostileSpacesArePainted)
#include "hostile_spaces_are_painted.moc"
