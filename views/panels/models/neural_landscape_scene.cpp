#include "views/panels/models/neural_landscape_model.h"
#include "views/panels/support/figure.h"
#include "views/panels/support/tex.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::panels::models::neural_landscape_panel {

using scene::Dash;
using scene::Role;
using scene::Stroke;

namespace {

constexpr double dataReach = 1.9;
constexpr int decisionAcross = 41;

QString lossLabel(const Params& p) {
  return p.isLogarithmic ? QStringLiteral("\\log_{10} L") : QStringLiteral("L");
}

scene::Handle probeHandle(const Params& p, const Result& r) {
  return {QStringLiteral("probe"), Words::tr("Probe: another network of the plane"), figure::toPoint(r.probe),
          Role::Drag, [span = p.span](QPointF to) {
            return scene::Assignments{{QStringLiteral("px"), to.x() / span},
                                      {QStringLiteral("py"), to.y() / span}};
          }};
}

scene::PlaneView mapView(const Params& p, const Result& r) {
  scene::PlaneView view;
  view.key = QStringLiteral("map");
  view.title = Words::tr("Loss over the plane");
  view.x = {QStringLiteral("\\alpha"), -1.05 * p.span, 1.05 * p.span};
  view.y = {QStringLiteral("\\beta"), -1.05 * p.span, 1.05 * p.span};
  view.backgroundGrid = false;
  view.marks.push_back(scene::HeatMap{gridAcross, gridAcross, -p.span, p.span, -p.span, p.span,
                                      r.heights.values, r.shown.minimum, r.shown.maximum, 0.35,
                                      p.isLogarithmic ? Words::tr("log₁₀ of the loss") : Words::tr("Loss")});
  for (const geometry::LevelSet& contour : r.contours)
    for (const geometry::LevelLine& line : contour.lines)
      view.marks.push_back(scene::Curve{figure::toPoints(line.points),
                                        Stroke{Role::Ink, 1, Dash::Solid, 0.32},
                                        Words::tr("Level %1").arg(contour.level, 0, 'g', 4)});
  std::vector<QPointF> path;
  for (const Eigen::Vector2d& place : r.landscape->path)
    if (place.allFinite())
      path.push_back(figure::toPoint(place));
  if (path.size() > 1) {
    view.marks.push_back(scene::Points{{path.front()},
                                       Role::ResponseSecond,
                                       4.5,
                                       1,
                                       Words::tr("Where the training started, seen in this plane")});
    view.marks.push_back(scene::Curve{std::move(path), Stroke{Role::ResponseSecond, 2.4, Dash::Solid, 1},
                                      Words::tr("The training, seen in this plane")});
  }
  view.marks.push_back(
      scene::Points{{QPointF(0, 0)}, Role::Highlight, 6, 1, Words::tr("The network after these steps")});
  view.handles.push_back(probeHandle(p, r));
  view.legend = {{Words::tr("network"), Role::Highlight},
                 {Words::tr("training"), Role::ResponseSecond},
                 {Words::tr("probe"), Role::Drag}};
  return view;
}

} // namespace

scene::PlaneView networkView(const Params& p, const Result& r) {
  scene::PlaneView view;
  view.key = QStringLiteral("network");
  view.title = Words::tr("What the network at the probe decides");
  view.x = {QStringLiteral("x_1"), -dataReach, dataReach};
  view.y = {QStringLiteral("x_2"), -dataReach, dataReach};
  view.backgroundGrid = false;
  geometry::SampledField field{decisionAcross, decisionAcross, -dataReach, dataReach,
                               -dataReach,     dataReach,      {}};
  Eigen::MatrixXd places(decisionAcross * decisionAcross, 2);
  for (int row = 0; row < decisionAcross; ++row)
    for (int column = 0; column < decisionAcross; ++column)
      places.row(row * decisionAcross + column) << field.x(column), field.y(row);
  const Eigen::VectorXd z = nets::logitsOfOthers(p.shape(), r.probed, r.now().points->points, places);
  scene::HeatMap map{decisionAcross,
                     decisionAcross,
                     -dataReach,
                     dataReach,
                     -dataReach,
                     dataReach,
                     {},
                     0,
                     1,
                     0.35,
                     Words::tr("Probability of the class +1")};
  for (const double logit : z) {
    map.values.push_back(1 / (1 + std::exp(-logit)));
    field.values.push_back(logit);
  }
  view.marks.push_back(std::move(map));
  for (const geometry::LevelLine& line : geometry::levelSet(field, 0).lines)
    view.marks.push_back(scene::Curve{figure::toPoints(line.points), Stroke{Role::Drag, 2.8, Dash::Solid, 1},
                                      Words::tr("The boundary between the classes")});
  for (const double label : {1.0, -1.0}) {
    const bool isPositive = label > 0;
    scene::Points dots{{},
                       scene::seriesRole(isPositive ? 1 : 0),
                       4,
                       1,
                       isPositive ? Words::tr("Class +1") : Words::tr("Class −1")};
    const nets::LabelledPoints& points = *r.now().points;
    for (Eigen::Index i = 0; i < points.labels.size(); ++i)
      if (points.labels(i) == label)
        dots.points.emplace_back(points.points(i, 0), points.points(i, 1));
    view.marks.push_back(std::move(dots));
  }
  view.legend = {{Words::tr("class +1"), scene::seriesRole(1)},
                 {Words::tr("class −1"), scene::seriesRole(0)},
                 {Words::tr("boundary"), Role::Drag}};
  return view;
}

scene::Scene drawn(const Params& p, const Result& r) {
  scene::Scene scene;
  switch (p.view) {
  case ViewKind::Landscape:
    scene.views.emplace_back(surfaceView(p, r));
    scene.views.emplace_back(mapView(p, r));
    break;
  case ViewKind::Network:
    scene.views.emplace_back(mapView(p, r));
    scene.views.emplace_back(networkView(p, r));
    break;
  case ViewKind::Training:
    scene.views.emplace_back(lossView(p, r));
    scene.views.emplace_back(sharpnessView(p, r));
    break;
  }
  return scene;
}

scene::SpaceView surfaceView(const Params& p, const Result& r) {
  scene::SpaceView view;
  view.key = QStringLiteral("surface");
  view.title = Words::tr("A slice of the loss landscape");
  view.x = {QStringLiteral("\\alpha"), -p.span, p.span};
  view.y = {QStringLiteral("\\beta"), -p.span, p.span};
  const double height = r.shown.maximum - r.shown.minimum;
  const double room = height > 0 ? 0.05 * height : 0.5;
  view.z = {lossLabel(p), r.shown.minimum - room, r.shown.maximum + room};
  view.camera.elevation = 40;
  scene::Surface surface;
  surface.columns = surface.rows = gridAcross;
  surface.left = surface.front = -p.span;
  surface.right = surface.back = p.span;
  surface.heights = r.heights.values;
  for (const geometry::LevelSet& contour : r.contours)
    surface.contourLevels.push_back(contour.level);
  surface.contour = {Role::Ink, 1, Dash::Solid, 0.4};
  surface.name = Words::tr("Loss of the networks in the plane");
  view.marks.push_back(std::move(surface));
  const double lift = 0.012 * height;
  scene::Curve3 trail{{},
                      Stroke{Role::ResponseSecond, 2.6, Dash::Solid, 1},
                      Words::tr("The training, laid onto this surface")};
  for (const Eigen::Vector2d& place : r.landscape->path) {
    const double z = geometry::interpolated(r.heights, place.x(), place.y());
    if (std::isfinite(z))
      trail.points.push_back({place.x(), place.y(), z + lift});
  }
  if (trail.points.size() > 1)
    view.marks.push_back(std::move(trail));
  view.marks.push_back(scene::Points3{{{0, 0, r.heightOf(r.now().state.at.loss, p) + lift}},
                                      Role::Highlight,
                                      6,
                                      1,
                                      Words::tr("The network after these steps")});
  view.handles.push_back(
      {QStringLiteral("probe"),
       Words::tr("Probe: another network of the plane"),
       {r.probe.x(), r.probe.y(), r.heightOf(r.probeLoss, p)},
       Role::Drag,
       [span = p.span](scene::Point3 to) {
         return scene::Assignments{{QStringLiteral("px"), to.x / span}, {QStringLiteral("py"), to.y / span}};
       },
       scene::Motion3::OnSurface});
  return view;
}

} // namespace eigenboard::panels::models::neural_landscape_panel
