#include "views/panels/probability/gaussian_2d_model.h"
#include "views/panels/support/tex.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::panels::probability::gaussian_2d_panel {

using scene::Dash;
using scene::Point3;
using scene::Role;
using scene::Stroke;

namespace {

constexpr int samplesAcross = 49;
constexpr int curvePieces = 96;
/// The surface ends where its height is e^(−reach²/2), a five-hundredth, of the peak.
constexpr double bellReach = 3.5;

double heightAt(const Result& r, double x, double y) {
  return std::exp(math::logDensity(r.law, {x, y}));
}

scene::Surface bellSurface(const Params& p, const Result& r) {
  scene::Surface surface;
  surface.columns = surface.rows = samplesAcross;
  surface.left = p.mean.x() - bellReach * p.sx;
  surface.right = p.mean.x() + bellReach * p.sx;
  surface.front = p.mean.y() - bellReach * p.sy;
  surface.back = p.mean.y() + bellReach * p.sy;
  surface.heights.reserve(samplesAcross * samplesAcross);
  for (int row = 0; row < samplesAcross; ++row)
    for (int column = 0; column < samplesAcross; ++column)
      surface.heights.push_back(
          heightAt(r, surface.left + (surface.right - surface.left) * column / (samplesAcross - 1),
                   surface.front + (surface.back - surface.front) * row / (samplesAcross - 1)));
  const double peak = heightAt(r, p.mean.x(), p.mean.y());
  for (const double radius : {3.0, 2.0, 1.0})
    surface.contourLevels.push_back(peak * std::exp(-radius * radius / 2));
  surface.contour = {Role::Ink, 1.2, Dash::Solid, 0.6};
  surface.name = Words::tr("Density f(x, y)");
  return surface;
}

/// A curve over t from one end to the other, at place(t), which may leave the box.
template <typename Place>
scene::Curve3 curveOver(double from, double to, const Stroke& stroke, const QString& name, Place place) {
  scene::Curve3 curve{{}, stroke, name};
  for (int i = 0; i <= curvePieces; ++i)
    curve.points.push_back(place(from + (to - from) * i / curvePieces));
  return curve;
}

/// The margins as shadows on the two far walls, scaled to the height of the bell.
void addShadows(scene::SpaceView& view, const Params& p, double peak) {
  const Window window = windowOf(p);
  const Stroke stroke{Role::ResponseSecond, 2.4, Dash::Solid, 1};
  view.marks.push_back(
      curveOver(window.left, window.right, stroke, Words::tr("Margin of X, not to scale"), [&](double x) {
        const double z = (x - p.mean.x()) / p.sx;
        return Point3{x, window.top, peak * std::exp(-z * z / 2)};
      }));
  view.marks.push_back(
      curveOver(window.bottom, window.top, stroke, Words::tr("Margin of Y, not to scale"), [&](double y) {
        const double z = (y - p.mean.y()) / p.sy;
        return Point3{window.left, y, peak * std::exp(-z * z / 2)};
      }));
}

void addCut(scene::SpaceView& view, const Params& p, const Result& r, double top) {
  const Window window = windowOf(p);
  view.marks.push_back(scene::Patch3{
      {{p.x0, window.bottom, 0}, {p.x0, window.top, 0}, {p.x0, window.top, top}, {p.x0, window.bottom, top}},
      scene::Fill{Role::DragSecond, 0.1},
      Stroke{Role::DragSecond, 1, Dash::Solid, 0.6},
      Words::tr("Slice X = x0")});
  if (!r.isSingular)
    view.marks.push_back(curveOver(window.bottom, window.top, Stroke{Role::Response, 3.4, Dash::Solid, 1},
                                   Words::tr("The slice: the shape of Y where X = x0"), [&](double y) {
                                     return Point3{p.x0, y, heightAt(r, p.x0, y)};
                                   }));
  view.handles.push_back({QStringLiteral("x0"),
                          Words::tr("Slice X = x0"),
                          {p.x0, window.bottom, 0},
                          Role::DragSecond,
                          [](Point3 to) {
                            return scene::Assignments{{QStringLiteral("x0"), to.x}};
                          },
                          scene::Motion3::Horizontal});
}

} // namespace

scene::SpaceView bellView(const Params& p, const Result& r) {
  // Without a density the profile along the line is drawn, to a scale of its own.
  const double peak = r.isSingular ? 1 : heightAt(r, p.mean.x(), p.mean.y());
  const double top = 1.12 * peak;
  const Window window = windowOf(p);
  scene::SpaceView view;
  view.key = QStringLiteral("bell");
  view.title = Words::tr("The bell");
  view.x = {axisName(p, 0), window.left, window.right};
  view.y = {axisName(p, 1), window.bottom, window.top};
  view.z = {QStringLiteral("f(x, y)"), 0, top, !r.isSingular};
  view.camera.elevation = 34;
  if (r.isSingular) {
    const Eigen::Vector2d along = r.axes.lengths(0) * r.axes.directions.col(0);
    view.marks.push_back(curveOver(-3, 3, Stroke{Role::Warning, 3, Dash::Solid, 1},
                                   Words::tr("The profile along the line, not a density of the plane"),
                                   [&](double t) {
                                     const Eigen::Vector2d at = p.mean + t * along;
                                     return Point3{at.x(), at.y(), peak * std::exp(-t * t / 2)};
                                   }));
  } else {
    view.marks.push_back(bellSurface(p, r));
  }
  if (p.margins)
    addShadows(view, p, peak);
  if (p.slice)
    addCut(view, p, r, top);
  view.handles.push_back(
      {QStringLiteral("mean"),
       Words::tr("Top of the bell"),
       {p.mean.x(), p.mean.y(), peak},
       Role::Drag,
       [](Point3 to) {
         return scene::Assignments{{QStringLiteral("mx"), to.x}, {QStringLiteral("my"), to.y}};
       },
       scene::Motion3::Horizontal});
  return view;
}

} // namespace eigenboard::panels::probability::gaussian_2d_panel
