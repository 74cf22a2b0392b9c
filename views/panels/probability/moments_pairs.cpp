#include "core/probability/gaussian_plane.h"
#include "views/panel/table.h"
#include "views/panels/probability/moments_model.h"
#include "views/panels/probability/moments_words.h"
#include "views/panels/support/figure.h"
#include "views/panels/support/tex.h"

#include <cmath>

namespace eigenboard::panels::probability::moments_panel {

using scene::Dash;
using scene::Role;
using scene::Stroke;

namespace {

scene::Settings withPoint(const Params& p, QPointF at) {
  if (p.points.rows() >= mostPoints)
    return {};
  Eigen::MatrixXd points(p.points.rows() + 1, 2);
  points << p.points, at.x(), at.y();
  return {{QStringLiteral("points"), pointsText(points)}};
}

scene::Settings withoutPoint(const Params& p, Eigen::Index row) {
  Eigen::MatrixXd points(p.points.rows() - 1, 2);
  points << p.points.topRows(row), p.points.bottomRows(p.points.rows() - row - 1);
  return {{QStringLiteral("points"), pointsText(points)}};
}

void addPoint(scene::PlaneView& view, const Params& p, const Result& r, Eigen::Index row) {
  const QPointF at(p.points(row, 0), p.points(row, 1));
  const QPointF mean = figure::toPoint(r.pairs.mean);
  const bool raises = (at.x() - mean.x()) * (at.y() - mean.y()) >= 0;
  const Role role = raises ? Role::Positive : Role::Negative;
  view.marks.push_back(
      scene::Region{{mean, {at.x(), mean.y()}, at, {mean.x(), at.y()}},
                    scene::Fill{role, 0.14},
                    Stroke{role, 1, Dash::Solid, 0.6},
                    raises ? Words::tr("Raises the covariance") : Words::tr("Lowers the covariance")});
  const QString name = Words::tr("Point %1").arg(row + 1);
  view.marks.push_back(scene::Points{{at}, Role::Drag, 4.5, 1, name});
  scene::Handle handle =
      figure::handle(QStringLiteral("point%1").arg(row), name, {at.x(), at.y()}, Role::Drag,
                     QStringLiteral("points.%1.x").arg(row), QStringLiteral("points.%1.y").arg(row));
  handle.remove = {Words::tr("Remove point %1").arg(row + 1), [p, row] { return withoutPoint(p, row); }};
  view.handles.push_back(std::move(handle));
}

void addEllipse(scene::PlaneView& view, const Result& r) {
  if (std::isnan(r.pairs.correlation))
    return;
  const math::GaussianPlane law{r.pairs.mean, std::sqrt(r.pairs.variance(0)), std::sqrt(r.pairs.variance(1)),
                                r.pairs.correlation};
  for (const double radius : {1.0, 2.0})
    view.marks.push_back(scene::Curve{figure::toPoints(math::ellipse(law, radius, 96)),
                                      Stroke{Role::Response, radius == 1 ? 2.2 : 1.2, Dash::Solid, 0.9},
                                      Words::tr("Covariance ellipse, %1 standard deviations").arg(radius)});
}

} // namespace

scene::PlaneView pairsView(const Params& p, const Result& r) {
  scene::PlaneView view;
  view.key = QStringLiteral("pairs");
  view.title = Words::tr("Covariance is the mean signed rectangle");
  view.x = {QStringLiteral("x"), -pointReach, pointReach};
  view.y = {QStringLiteral("y"), -pointReach * 0.8, pointReach * 0.8};
  if (p.points.rows() == 0) {
    view.marks.push_back(
        scene::Label{{0, 0}, tex::text(Words::tr("no points: click to add one")), Role::Warning, {0, -20}});
  } else {
    const QPointF mean = figure::toPoint(r.pairs.mean);
    for (Eigen::Index row = 0; row < p.points.rows(); ++row)
      addPoint(view, p, r, row);
    for (const QPointF direction : {QPointF(1, 0), QPointF(0, 1)})
      view.marks.push_back(scene::Line{mean, direction, Stroke{Role::Reference, 1.6, Dash::Dashed, 1},
                                       Words::tr("Through the mean")});
    if (p.ellipse)
      addEllipse(view, r);
    view.marks.push_back(scene::Points{{mean}, Role::Response, 5, 1, Words::tr("Mean")});
    view.marks.push_back(
        scene::Label{mean, QStringLiteral("(\\bar{x}, \\bar{y})"), Role::Response, {26, 14}, true});
  }
  view.legend = {{Words::tr("Raises the covariance"), Role::Positive},
                 {Words::tr("Lowers it"), Role::Negative}};
  if (p.ellipse)
    view.legend.push_back({Words::tr("Covariance ellipses"), Role::Response});
  view.clickName = Words::tr("Add a point");
  view.click = [p](QPointF at) { return withPoint(p, at); };
  return view;
}

} // namespace eigenboard::panels::probability::moments_panel
