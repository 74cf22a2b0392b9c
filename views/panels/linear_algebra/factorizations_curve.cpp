#include "views/panels/linear_algebra/factorizations_model.h"
#include "views/panels/support/tex.h"

#include <algorithm>
#include <utility>

namespace eigenboard::panels::linear_algebra::factorizations_panel {

using scene::Dash;
using scene::Role;
using scene::Stroke;

scene::PlaneView decayView(const Result& result) {
  scene::PlaneView view;
  view.key = QStringLiteral("decay");
  view.title = Words::tr("Left of A");
  view.equalAspect = false;
  const double size = result.size > 0 ? result.size : 1;
  const double top = std::clamp(result.left.maxCoeff() / size, 1.0, 3.0);
  view.x = {tex::text(Words::tr("layers taken off")), -0.25, static_cast<double>(result.least.size()) - 0.75,
            false};
  view.y = {tex::text(Words::tr("share of ‖A‖")), -0.06 * top, 1.12 * top};
  for (Eigen::Index k = 0; k < result.least.size(); ++k) // there is no half layer
    view.marks.push_back(scene::Label{
        {static_cast<double>(k), 0}, QStringLiteral("\\small %1").arg(k), Role::Muted, {-9, 10}});
  view.legend = {{Words::tr("these layers"), Role::Response},
                 {Words::tr("best possible (SVD)"), Role::Reference}};
  scene::Curve best{
      {}, Stroke{Role::Reference, 2.2, Dash::Dashed, 1}, Words::tr("The least that so many layers leave")};
  for (Eigen::Index k = 0; k < result.least.size(); ++k)
    best.points.emplace_back(static_cast<double>(k), result.least(k) / size);
  scene::Curve curve{{}, Stroke{Role::Response, 2.6, Dash::Solid, 1}, Words::tr("What these layers leave")};
  for (Eigen::Index k = 0; k < result.left.size(); ++k)
    curve.points.emplace_back(static_cast<double>(k), result.left(k) / size);
  view.marks.push_back(best);
  view.marks.push_back(
      scene::Points{curve.points, Role::Response, 4.5, 1, Words::tr("What these layers leave")});
  view.marks.push_back(std::move(curve));
  if (result.isRunning())
    view.marks.push_back(scene::Points{{{static_cast<double>(result.now.done), result.leftNow() / size}},
                                       Role::Highlight,
                                       7.5,
                                       1,
                                       Words::tr("Now")});
  if (!result.exists())
    view.marks.push_back(
        scene::Label{{static_cast<double>(result.whole.done), result.left(result.whole.done) / size},
                     QStringLiteral("\\times"),
                     Role::Warning,
                     {0, 0}});
  return view;
}

} // namespace eigenboard::panels::linear_algebra::factorizations_panel
