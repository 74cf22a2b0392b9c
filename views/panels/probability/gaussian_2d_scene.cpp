#include "views/panels/probability/gaussian_2d_model.h"
#include "views/panels/support/figure.h"
#include "views/panels/support/tex.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace eigenboard::panels::probability::gaussian_2d_panel {

using scene::Dash;
using scene::Role;
using scene::Stroke;

namespace {

constexpr Role lawRole = Role::Drag;
constexpr Role sliceRole = Role::DragSecond;
constexpr Role conditionalRole = Role::Response;
constexpr Role marginRole = Role::ResponseSecond;
constexpr Role queryRole = Role::Highlight;

/// How high the highest margin is drawn, as a part of the height shown.
constexpr double marginShare = 0.14;
constexpr int outlinePoints = 120;

/// A bell over an axis: at along(t) it is f(t) times the scale high.
template <typename Place>
void addBell(scene::PlaneView& view, double mean, double spread, double scale, Role role, double fill,
             const QString& name, Place place) {
  constexpr int pieces = 80;
  constexpr double reach = 4; // beyond it a bell is lower than a pixel
  std::vector<QPointF> outline;
  for (int i = 0; i <= pieces; ++i) {
    const double t = mean + spread * reach * (2.0 * i / pieces - 1);
    outline.push_back(place(t, scale * std::exp(logBell(mean, spread, t))));
  }
  view.marks.push_back(scene::Region{outline, scene::Fill{role, fill}, {}, name});
  view.marks.push_back(scene::Curve{std::move(outline), Stroke{role, 2.2, Dash::Solid, 1}, name});
}

double peakOf(double spread) {
  return std::exp(logBell(0, spread, 0));
}

/// One scale for both margins and, unless it would leave the picture, for the conditional bell.
double scaleOf(const Params& p) {
  return marginShare * windowOf(p).height() / std::max(peakOf(p.sx), peakOf(p.sy));
}

double conditionalScale(const Params& p, const Result& r) {
  return std::min(scaleOf(p), 2 * marginShare * windowOf(p).height() / peakOf(r.slice.spread));
}

void addContours(scene::PlaneView& view, const Result& r) {
  constexpr std::array radii{3, 2, 1};
  for (const int radius : radii)
    view.marks.push_back(scene::Region{figure::toPoints(math::ellipse(r.law, radius, outlinePoints)),
                                       scene::Fill{lawRole, 0.1},
                                       Stroke{lawRole, radius == 1 ? 2.4 : 1.4, Dash::Solid, 0.9},
                                       Words::tr("Points %1 standard deviations from the mean").arg(radius)});
  if (r.isSingular)
    view.marks.push_back(scene::Line{figure::toPoint(r.law.mean), figure::toPoint(r.axes.directions.col(0)),
                                     Stroke{Role::Warning, 2, Dash::Dashed, 1},
                                     Words::tr("The line that carries all the probability")});
}

/// What lies inside each contour, below its lowest point.
void addMasses(scene::PlaneView& view, const Params& p, const Result& r) {
  for (int radius = 1; radius <= 3; ++radius) {
    const double percent = 100 * math::massWithin(r.law, radius);
    const Eigen::Vector2d lowest = p.mean - radius * Eigen::Vector2d(p.rho * p.sx, p.sy);
    view.marks.push_back(
        scene::Label{figure::toPoint(lowest),
                     QStringLiteral("%1\\,\\%").arg(tex::number(percent, radius == 3 ? 1 : 0)),
                     lawRole,
                     {0, 12},
                     true});
  }
}

void addMargins(scene::PlaneView& view, const Params& p, const Result& r) {
  const double scale = scaleOf(p);
  const auto upright = [bottom = windowOf(p).bottom](double t, double height) {
    return QPointF(t, bottom + height);
  };
  const auto sideways = [left = windowOf(p).left](double t, double height) {
    return QPointF(left + height, t);
  };
  addBell(view, p.mean.x(), p.sx, scale, marginRole, 0.2, Words::tr("Margin of X"), upright);
  addBell(view, p.mean.y(), p.sy, scale, marginRole, 0.2, Words::tr("Margin of Y"), sideways);
  if (p.slice && !r.isSingular)
    addBell(view, r.slice.mean, r.slice.spread, conditionalScale(p, r), conditionalRole, 0.06,
            Words::tr("Y where X = x0, beside its margin"), sideways);
}

void addSlice(scene::PlaneView& view, const Params& p, const Result& r) {
  view.marks.push_back(
      scene::Line{{p.x0, 0}, {0, 1}, Stroke{sliceRole, 2, Dash::Solid, 1}, Words::tr("Slice X = x0")});
  const Window window = windowOf(p);
  const double grip = window.top - 0.06 * window.height();
  // Towards the side that has room.
  const double side = p.x0 > 0.25 * window.left + 0.75 * window.right ? -1 : 1;
  if (!r.isSingular) {
    addBell(view, r.slice.mean, r.slice.spread, side * conditionalScale(p, r), conditionalRole, 0.28,
            Words::tr("Y where X = x0"),
            [x0 = p.x0](double t, double height) { return QPointF(x0 + height, t); });
    const QLineF spread(p.x0, r.slice.mean - r.slice.spread, p.x0, r.slice.mean + r.slice.spread);
    view.marks.push_back(scene::Segments{{spread}, Stroke{conditionalRole, 5, Dash::Solid, 1}});
  }
  view.marks.push_back(
      scene::Points{{{p.x0, r.slice.mean}}, conditionalRole, 5, 1, Words::tr("Mean of Y where X = x0")});
  const QString told =
      r.isSingular ? QStringLiteral("Y = %1").arg(tex::number(r.slice.mean))
                   : QStringLiteral("%1 \\pm %2").arg(tex::number(r.slice.mean), tex::number(r.slice.spread));
  view.marks.push_back(scene::Label{{p.x0, r.slice.mean}, told, conditionalRole, {-side * 44, -16}, true});
  view.marks.push_back(scene::Label{
      {p.x0, grip}, QStringLiteral("x_0 = %1").arg(tex::number(p.x0)), sliceRole, {side * 42, 0}});
  view.handles.push_back(
      {QStringLiteral("x0"), Words::tr("Slice X = x0"), {p.x0, grip}, sliceRole, [](QPointF to) {
         return scene::Assignments{{QStringLiteral("x0"), to.x()}};
       }});
}

/// Where the mean of Y stands for every x, and the axis of the ellipses, which is steeper.
void addLines(scene::PlaneView& view, const Params& p, const Result& r) {
  const double slope = math::conditionalOnX(r.law, p.mean.x() + 1).mean - p.mean.y();
  view.marks.push_back(scene::Line{figure::toPoint(p.mean), figure::toPoint(r.axes.directions.col(0)),
                                   Stroke{Role::Muted, 1.4, Dash::Dotted, 1},
                                   Words::tr("Long axis of the ellipses")});
  view.marks.push_back(scene::Line{figure::toPoint(p.mean),
                                   {1, slope},
                                   Stroke{conditionalRole, 2, Dash::Dashed, 1},
                                   Words::tr("Mean of Y for every x")});
}

void addQuery(scene::PlaneView& view, const Params& p, const Result& r) {
  figure::Outline circle = figure::unitCircle();
  for (Eigen::Vector2d& point : circle)
    point = p.mean + r.euclid * point;
  view.marks.push_back(scene::Curve{figure::toPoints(circle), Stroke{Role::Reference, 1.8, Dash::Dashed, 1},
                                    Words::tr("All points as far away as q")});
  if (std::isfinite(r.mahalanobis))
    view.marks.push_back(scene::Curve{figure::toPoints(math::ellipse(r.law, r.mahalanobis, outlinePoints)),
                                      Stroke{queryRole, 2.2, Dash::Dashed, 1},
                                      Words::tr("All points as unlikely as q")});
  view.marks.push_back(scene::Segments{{QLineF(figure::toPoint(p.mean), figure::toPoint(p.q))},
                                       Stroke{Role::Ink, 1.4, Dash::Dotted, 1}});
  view.marks.push_back(scene::Points{{figure::toPoint(p.q)}, Role::Ink, 4.5, 1, Words::tr("Query point q")});
  view.marks.push_back(scene::Label{figure::toPoint(p.q),
                                    QStringLiteral("d_M = %1").arg(tex::number(r.mahalanobis)),
                                    Role::Ink,
                                    {0, p.q.y() < p.mean.y() ? 20.0 : -20.0}});
  view.handles.push_back(figure::handle(QStringLiteral("q"), Words::tr("Query point q"), p.q, Role::Ink,
                                        QStringLiteral("qx"), QStringLiteral("qy")));
}

void addLegend(scene::PlaneView& view, const Params& p) {
  view.legend.push_back({Words::tr("1, 2 and 3 standard deviations"), lawRole});
  if (p.margins)
    view.legend.push_back({Words::tr("Margins of X and of Y"), marginRole});
  if (p.slice)
    view.legend.push_back({Words::tr("Y where X = x₀"), conditionalRole});
  if (p.query) {
    view.legend.push_back({Words::tr("As unlikely as q"), queryRole});
    view.legend.push_back({Words::tr("As far away as q"), Role::Reference});
  }
}

/// Beside the line, in the upper corner that it leaves free.
void addNoDensity(scene::PlaneView& view, const Params& p, const Window& window) {
  const double side = p.rho > 0 ? 0.25 : 0.75;
  const double x = window.left + side * (window.right - window.left);
  view.marks.push_back(scene::Label{{x, window.top},
                                    tex::text(Words::tr("ρ = ±1: all probability lies on a line,")),
                                    Role::Warning,
                                    {0, 44}});
  view.marks.push_back(scene::Label{{x, window.top},
                                    tex::text(Words::tr("which has no area: there is no density")),
                                    Role::Warning,
                                    {0, 64}});
}

} // namespace

QString axisName(const Params& p, int index) {
  if (p.axes == AxesKind::Films)
    return tex::text(index == 0 ? Words::tr("stars for the first film")
                                : Words::tr("stars for the second film"));
  return index == 0 ? QStringLiteral("x") : QStringLiteral("y");
}

std::vector<scene::Handle> lawHandles(const Params& p, const Result& r) {
  std::vector<scene::Handle> handles;
  const auto axis = [&](int index, const QString& key, const QString& name) {
    const int quarters = quartersOf(p.held, index);
    const double other = r.axes.lengths((quarters + 1) % 2);
    const Eigen::Vector2d at = p.mean + math::axisEnd(r.axes, quarters);
    handles.push_back({key, name, figure::toPoint(at), lawRole, [mean = p.mean, other, index](QPointF to) {
                         const Eigen::Vector2d end = figure::toVector(to) - mean;
                         const math::GaussianPlane law = math::withAxes(mean, end, other);
                         const int held = math::quartersTowards(math::axesOf(law), end) + 4 - index;
                         return scene::Assignments{{QStringLiteral("sx"), law.spreadX},
                                                   {QStringLiteral("sy"), law.spreadY},
                                                   {QStringLiteral("rho"), law.correlation},
                                                   {QStringLiteral("held"), held % 4}};
                       }});
  };
  axis(0, QStringLiteral("axis_1"), Words::tr("End of one axis"));
  axis(1, QStringLiteral("axis_2"), Words::tr("End of the other axis"));
  // Where the ellipse is furthest to the left it has gone ρ of the way down to its lowest point.
  handles.push_back({QStringLiteral("rho"),
                     Words::tr("Correlation: the leftmost point of the ellipse"),
                     {p.mean.x() - p.sx, p.mean.y() - p.rho * p.sy},
                     lawRole,
                     [mean = p.mean, sy = p.sy](QPointF to) {
                       return scene::Assignments{{QStringLiteral("sx"), mean.x() - to.x()},
                                                 {QStringLiteral("rho"), (mean.y() - to.y()) / sy}};
                     }});
  handles.push_back(figure::handle(QStringLiteral("mean"), Words::tr("Mean"), p.mean, lawRole,
                                   QStringLiteral("mx"), QStringLiteral("my")));
  return handles;
}

scene::PlaneView mapView(const Params& p, const Result& r) {
  scene::PlaneView view;
  view.key = QStringLiteral("map");
  view.title = p.query   ? Words::tr("How far is q from the mean?")
               : p.slice ? Words::tr("What X = x₀ says about Y")
                         : Words::tr("A normal law of the plane");
  const Window window = windowOf(p);
  view.x = {axisName(p, 0), window.left, window.right};
  view.y = {axisName(p, 1), window.bottom, window.top};
  if (p.margins)
    addMargins(view, p, r);
  addContours(view, r);
  if (!r.samples.empty())
    view.marks.push_back(scene::Points{r.samples, Role::Ink, 2, 0.6, Words::tr("Samples")});
  // Where the correlation is read off.
  const QPointF corner(p.mean.x() - p.sx, p.mean.y());
  view.marks.push_back(scene::Segments{
      {QLineF(figure::toPoint(p.mean), corner), QLineF(corner, corner - QPointF(0, p.rho * p.sy))},
      Stroke{lawRole, 1.2, Dash::Dotted, 0.9}});
  for (int axis = 0; axis < 2; ++axis)
    view.marks.push_back(
        scene::Arrow{figure::toPoint(p.mean),
                     figure::toPoint(p.mean + math::axisEnd(r.axes, quartersOf(p.held, axis))),
                     Stroke{lawRole, 2.2, Dash::Solid, 1},
                     {},
                     Words::tr("Eigenvector of Σ, as long as the root of its eigenvalue")});
  if (p.line)
    addLines(view, p, r);
  if (p.slice)
    addSlice(view, p, r);
  if (p.query)
    addQuery(view, p, r);
  addMasses(view, p, r);
  if (r.isSingular)
    addNoDensity(view, p, window);
  addLegend(view, p);
  std::vector<scene::Handle> handles = lawHandles(p, r);
  view.handles.insert(view.handles.end(), handles.begin(), handles.end());
  return view;
}

} // namespace eigenboard::panels::probability::gaussian_2d_panel
