#include "views/panels/functions/surface_and_contour_model.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::panels::functions::surface_and_contour_panel {

using scene::Dash;
using scene::Point3;
using scene::Role;
using scene::Stroke;

namespace {

/// The slice along x, the slice along y and the level keep their colours in every view.
constexpr Role sliceAlongX = Role::Drag;
constexpr Role sliceAlongY = Role::DragSecond;
constexpr Role levelRole = Role::Ink;
constexpr Stroke contourStroke{Role::Ink, 1, Dash::Solid, 0.4};
constexpr Stroke levelStroke{levelRole, 3, Dash::Solid, 1};

QString levelName(double level) {
  return Words::tr("Level %1").arg(level, 0, 'g', 6);
}

bool isInBox(const Result& r, double height) {
  return height >= r.shown.minimum && height <= r.shown.maximum;
}

/// A height as far as the picture shows it.
double shownHeight(const Result& r, double height) {
  return std::clamp(height, r.shown.minimum, r.shown.maximum);
}

scene::Axis across(const QString& label, double room) {
  return {label, -reach - room, reach + room};
}

scene::Axis upwards(const Result& r) {
  return {QStringLiteral("f(x, y)"), r.shown.minimum, r.shown.maximum};
}

scene::Surface surfaceOf(const Result& r) {
  scene::Surface surface;
  surface.columns = surface.rows = samplesAcross;
  surface.left = surface.front = -reach;
  surface.right = surface.back = reach;
  surface.heights = r.ground->field.values;
  for (const geometry::LevelSet& contour : *r.contours)
    surface.contourLevels.push_back(contour.level);
  surface.contour = {Role::Ink, 1, Dash::Solid, 0.45};
  surface.name = Words::tr("Surface z = f(x, y)");
  return surface;
}

void addSheet(scene::SpaceView& view, std::vector<Point3> outline, Role role, const QString& name) {
  view.marks.push_back(
      scene::Patch3{std::move(outline), scene::Fill{role, 0.08}, Stroke{role, 1, Dash::Solid, 0.4}, name});
}

void addSheets(scene::SpaceView& view, const Params& p, const Result& r) {
  const double low = r.shown.minimum;
  const double high = r.shown.maximum;
  addSheet(view, {{-reach, p.b, low}, {reach, p.b, low}, {reach, p.b, high}, {-reach, p.b, high}},
           sliceAlongX, Words::tr("Slicing plane y = b"));
  addSheet(view, {{p.a, -reach, low}, {p.a, reach, low}, {p.a, reach, high}, {p.a, -reach, high}},
           sliceAlongY, Words::tr("Slicing plane x = a"));
  if (isInBox(r, p.level))
    addSheet(view,
             {{-reach, -reach, p.level},
              {reach, -reach, p.level},
              {reach, reach, p.level},
              {-reach, reach, p.level}},
             levelRole, Words::tr("Plane of the level c"));
}

void addCurves(scene::SpaceView& view, const Params& p, const Result& r) {
  for (const geometry::LevelLine& line : r.levelLines()) {
    scene::Curve3 curve{{}, levelStroke, Words::tr("Level set f = c")};
    for (const Eigen::Vector2d& point : line.points)
      curve.points.push_back({point.x(), point.y(), p.level});
    view.marks.push_back(std::move(curve));
  }
  for (const auto& piece : r.alongX) {
    scene::Curve3 curve{{}, Stroke{sliceAlongX, 3, Dash::Solid, 1}, Words::tr("Slice along x at y = b")};
    for (const Eigen::Vector2d& point : piece)
      curve.points.push_back({point.x(), p.b, point.y()});
    view.marks.push_back(std::move(curve));
  }
  for (const auto& piece : r.alongY) {
    scene::Curve3 curve{{}, Stroke{sliceAlongY, 3, Dash::Solid, 1}, Words::tr("Slice along y at x = a")};
    for (const Eigen::Vector2d& point : piece)
      curve.points.push_back({p.a, point.x(), point.y()});
    view.marks.push_back(std::move(curve));
  }
}

scene::SpaceView surfaceView(const Params& p, const Result& r) {
  scene::SpaceView view;
  view.key = QStringLiteral("surface");
  view.title = Words::tr("Surface");
  view.x = across(QStringLiteral("x"), 0);
  view.y = across(QStringLiteral("y"), 0);
  view.z = upwards(r);
  view.camera.azimuth = -58;
  // Over the walls of a ravine, onto its floor.
  view.camera.elevation = r.ground->isRavine ? 50 : 36;
  view.marks.push_back(surfaceOf(r));
  if (p.planes)
    addSheets(view, p, r);
  addCurves(view, p, r);
  const double low = r.shown.minimum;
  if (std::isfinite(r.value) && isInBox(r, r.value))
    view.handles.push_back(
        {QStringLiteral("point"),
         Words::tr("Point on the surface"),
         {p.a, p.b, r.value},
         Role::Response,
         [](Point3 to) {
           return scene::Assignments{{QStringLiteral("a"), to.x}, {QStringLiteral("b"), to.y}};
         },
         scene::Motion3::OnSurface});
  view.handles.push_back({QStringLiteral("slice_y"),
                          Words::tr("Slicing plane x = a"),
                          {p.a, -reach, low},
                          sliceAlongY,
                          [](Point3 to) {
                            return scene::Assignments{{QStringLiteral("a"), to.x}};
                          },
                          scene::Motion3::Horizontal});
  view.handles.push_back({QStringLiteral("slice_x"),
                          Words::tr("Slicing plane y = b"),
                          {reach, p.b, low},
                          sliceAlongX,
                          [](Point3 to) {
                            return scene::Assignments{{QStringLiteral("b"), to.y}};
                          },
                          scene::Motion3::Horizontal});
  view.handles.push_back(
      {QStringLiteral("level"),
       Words::tr("Level c"),
       {-reach, -reach, shownHeight(r, p.level)},
       levelRole,
       [range = r.shown](Point3 to) {
         return scene::Assignments{{QStringLiteral("level"), std::clamp(to.z, range.minimum, range.maximum)}};
       },
       scene::Motion3::Upright});
  return view;
}

std::vector<QPointF> pointsOf(const std::vector<Eigen::Vector2d>& line) {
  std::vector<QPointF> points;
  points.reserve(line.size());
  for (const Eigen::Vector2d& point : line)
    points.emplace_back(point.x(), point.y());
  return points;
}

void addContours(scene::PlaneView& view, const Params& p, const Result& r) {
  for (const geometry::LevelSet& contour : *r.contours)
    for (const geometry::LevelLine& line : contour.lines)
      view.marks.push_back(scene::Curve{pointsOf(line.points), contourStroke, levelName(contour.level)});
  for (const geometry::LevelLine& line : r.levelLines())
    view.marks.push_back(scene::Curve{pointsOf(line.points), levelStroke, levelName(p.level)});
}

scene::PlaneView mapView(const Params& p, const Result& r) {
  scene::PlaneView view;
  view.key = QStringLiteral("map");
  view.title = Words::tr("Map");
  view.x = across(QStringLiteral("x"), 0.1);
  view.y = across(QStringLiteral("y"), 0.1);
  view.backgroundGrid = false;
  view.marks.push_back(scene::HeatMap{samplesAcross, samplesAcross, -reach, reach, -reach, reach,
                                      r.ground->field.values, r.shown.minimum, r.shown.maximum,
                                      scene::HeatMap().opacity, Words::tr("f(x, y)")});
  addContours(view, p, r);
  view.marks.push_back(scene::Curve{{{-reach, p.b}, {reach, p.b}},
                                    Stroke{sliceAlongX, 2, Dash::Solid, 0.9},
                                    Words::tr("Slice along x at y = b")});
  view.marks.push_back(scene::Curve{{{p.a, -reach}, {p.a, reach}},
                                    Stroke{sliceAlongY, 2, Dash::Solid, 0.9},
                                    Words::tr("Slice along y at x = a")});
  view.handles.push_back({QStringLiteral("slice_x"),
                          Words::tr("Slicing plane y = b"),
                          {-reach, p.b},
                          sliceAlongX,
                          [](QPointF to) {
                            return scene::Assignments{{QStringLiteral("b"), to.y()}};
                          }});
  view.handles.push_back({QStringLiteral("slice_y"),
                          Words::tr("Slicing plane x = a"),
                          {p.a, -reach},
                          sliceAlongY,
                          [](QPointF to) {
                            return scene::Assignments{{QStringLiteral("a"), to.x()}};
                          }});
  view.handles.push_back(
      {QStringLiteral("point"), Words::tr("Point on the map"), {p.a, p.b}, Role::Response, [](QPointF to) {
         return scene::Assignments{{QStringLiteral("a"), to.x()}, {QStringLiteral("b"), to.y()}};
       }});
  return view;
}

void addSlice(scene::PlaneView& view, const Slice& slice, Role role, const QString& name) {
  for (const auto& piece : slice)
    view.marks.push_back(scene::Curve{pointsOf(piece), Stroke{role, 2.6, Dash::Solid, 1}, name});
}

scene::PlaneView slicesView(const Params& p, const Result& r) {
  scene::PlaneView view;
  view.key = QStringLiteral("slices");
  view.title = Words::tr("Slices");
  view.x = across(QStringLiteral("x \\text{ or } y"), 0.1);
  view.y = upwards(r);
  view.equalAspect = false;
  if (isInBox(r, p.level))
    view.marks.push_back(
        scene::Line{{0, p.level}, {1, 0}, Stroke{levelRole, 1.6, Dash::Dashed, 0.9}, Words::tr("Level c")});
  addSlice(view, r.alongX, sliceAlongX, Words::tr("Slice along x at y = b"));
  addSlice(view, r.alongY, sliceAlongY, Words::tr("Slice along y at x = a"));
  if (std::isfinite(r.value) && isInBox(r, r.value)) {
    view.handles.push_back({QStringLiteral("along_x"),
                            Words::tr("Point on the slice along x"),
                            {p.a, r.value},
                            sliceAlongX,
                            [](QPointF to) {
                              return scene::Assignments{{QStringLiteral("a"), to.x()}};
                            }});
    view.handles.push_back({QStringLiteral("along_y"),
                            Words::tr("Point on the slice along y"),
                            {p.b, r.value},
                            sliceAlongY,
                            [](QPointF to) {
                              return scene::Assignments{{QStringLiteral("b"), to.x()}};
                            }});
  }
  view.handles.push_back({QStringLiteral("level"),
                          Words::tr("Level c"),
                          {-reach, shownHeight(r, p.level)},
                          levelRole,
                          [range = r.shown](QPointF to) {
                            return scene::Assignments{
                                {QStringLiteral("level"), std::clamp(to.y(), range.minimum, range.maximum)}};
                          }});
  return view;
}

} // namespace

scene::Scene drawn(const Params& p, const Result& r) {
  scene::Scene scene;
  if (p.view != ViewKind::MapAndSlices)
    scene.views.emplace_back(surfaceView(p, r));
  if (p.view != ViewKind::Surface)
    scene.views.emplace_back(mapView(p, r));
  if (p.view == ViewKind::All || p.view == ViewKind::MapAndSlices)
    scene.views.emplace_back(slicesView(p, r));
  return scene;
}

} // namespace eigenboard::panels::functions::surface_and_contour_panel
