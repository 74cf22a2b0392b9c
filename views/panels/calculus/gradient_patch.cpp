#include "views/panels/calculus/gradient_views.h"
#include "views/panels/support/figure.h"
#include "views/panels/support/tex.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::panels::calculus::gradient_panel {

using scene::Dash;
using scene::Role;
using scene::Stroke;

namespace {

/// Kept where the map keeps the order of corners, turned over otherwise.
Role orientation(const Patch& patch) {
  return patch.determinant < 0 ? Role::Negative : Role::Positive;
}

void addRegion(scene::PlaneView& view, const std::vector<Eigen::Vector2d>& outline,
               std::optional<scene::Fill> fill, const Stroke& stroke, const QString& name) {
  if (std::all_of(outline.begin(), outline.end(), [](const Eigen::Vector2d& p) { return p.allFinite(); }))
    view.marks.push_back(scene::Region{figure::toPoints(outline), fill, stroke, name});
}

} // namespace

scene::PlaneView squareView(const Params& p, const Result& r) {
  scene::PlaneView view;
  view.key = QStringLiteral("square");
  view.title = Words::tr("Before: a small square");
  view.x = {QStringLiteral("x"), -reach - 0.1, reach + 0.1};
  view.y = {QStringLiteral("y"), -reach - 0.1, reach + 0.1};
  view.backgroundGrid = false;
  scene::Segments grid{{}, Stroke{Role::Muted, 1, Dash::Solid, 0.5}};
  for (int k = 0; k <= 8; ++k) {
    const double at = -reach + k * reach / 4;
    grid.lines.emplace_back(at, -reach, at, reach);
    grid.lines.emplace_back(-reach, at, reach, at);
  }
  view.marks.push_back(std::move(grid));
  const math::MappedSquare square =
      math::mappedSquare([](const Eigen::Vector2d& at) { return at; }, p.at, p.side, 1);
  addRegion(view, square.outline, scene::Fill{Role::Drag, 0.3}, Stroke{Role::Drag, 2.4},
            Words::tr("The square of side s about the point"));
  addDial(view, p, r);
  view.handles.push_back(dialHandle(p, r));
  view.handles.push_back({QStringLiteral("corner"), Words::tr("Side of the square"),
                          QPointF(p.at.x() + p.side / 2, p.at.y() - p.side / 2), Role::Drag,
                          [x = p.at.x()](QPointF to) {
                            return scene::Assignments{{QStringLiteral("side"), 2 * (to.x() - x)}};
                          }});
  view.handles.push_back(figure::handle(QStringLiteral("point"), Words::tr("Point"), p.at, Role::Drag,
                                        QStringLiteral("x"), QStringLiteral("y")));
  return view;
}

scene::PlaneView imageView(const Params&, const Result& r) {
  const Patch& patch = *r.patch;
  scene::PlaneView view;
  view.key = QStringLiteral("image");
  view.title = Words::tr("After: its image");
  view.x = {QStringLiteral("f"), r.grid->low.x(), r.grid->high.x()};
  view.y = {QStringLiteral("g"), r.grid->low.y(), r.grid->high.y()};
  view.backgroundGrid = false;
  for (const std::vector<QPointF>& line : r.grid->lines)
    view.marks.push_back(
        scene::Curve{line, Stroke{Role::Muted, 1, Dash::Solid, 0.6}, Words::tr("Image of a grid line")});
  const Role role = orientation(patch);
  addRegion(view, patch.square.outline, scene::Fill{role, 0.35}, Stroke{role, 2.4},
            patch.determinant < 0 ? Words::tr("Image of the square, turned over")
                                  : Words::tr("Image of the square"));
  addRegion(view, patch.linear.outline, std::nullopt, Stroke{Role::Reference, 2, Dash::Dashed, 1},
            Words::tr("Image under J alone: a parallelogram"));
  if (patch.image.allFinite() && patch.pushed.allFinite()) {
    view.marks.push_back(scene::Arrow{figure::toPoint(patch.image),
                                      figure::toPoint(patch.image + dialRadius * patch.pushed),
                                      Stroke{directionRole, 2.2}, QStringLiteral("J\\mathbf{u}"),
                                      Words::tr("What J makes of the direction u")});
    view.marks.push_back(
        scene::Points{{figure::toPoint(patch.image)}, Role::Ink, 4, 1, Words::tr("Image of the point")});
  }
  view.legend = {{Words::tr("image of the square"), role},
                 {Words::tr("J times the square"), Role::Reference}};
  return view;
}

} // namespace eigenboard::panels::calculus::gradient_panel
