#include "views/panels/linear_algebra/svd_model.h"
#include "views/panels/support/figure.h"
#include "views/panels/support/tex.h"

#include <QtCore/QLineF>

#include <cmath>
#include <numbers>

namespace eigenboard::panels::linear_algebra::svd_panel {

using scene::Dash;
using scene::Role;
using scene::Stroke;

namespace {

scene::PlaneView squarePlane(const QString& key, const QString& title, double reach) {
  scene::PlaneView view;
  view.key = key;
  view.title = title;
  view.x = {QStringLiteral("x_1"), -reach, reach};
  view.y = {QStringLiteral("x_2"), -reach, reach};
  return view;
}

void addLetter(scene::PlaneView& view, const Eigen::Matrix2d& M) {
  constexpr double insideTheCircle = 0.5;
  view.marks.push_back(scene::Region{figure::toPoints(figure::mapped(insideTheCircle * M, figure::letter())),
                                     scene::Fill{Role::Muted, 0.28}, std::nullopt,
                                     Words::tr("A letter that shows turning and flipping")});
}

/// The axes of the figure with their names at the tips.
void addAxes(scene::PlaneView& view, const Eigen::Matrix2d& tips, const QString& first,
             const QString& second) {
  view.marks.push_back(figure::arrow(tips.col(0), Stroke{Role::Response, 3}, first,
                                     Words::tr("Where the first singular vector goes")));
  view.marks.push_back(figure::arrow(tips.col(1), Stroke{Role::ResponseSecond, 3}, second,
                                     Words::tr("Where the second singular vector goes")));
}

QString radiusLabel(int index, double sigma) {
  return QStringLiteral("\\sigma_%1\\mathbf{u}_%1\\!:\\ %2").arg(index).arg(tex::number(sigma));
}

/// What is dragged: where A sends the basis. On the way there it stands back.
void addColumns(scene::PlaneView& view, const Params& params) {
  const double opacity = params.isAtRest() ? 0.8 : 0.35;
  view.marks.push_back(figure::arrow(params.A.col(0), Stroke{Role::Drag, 1.6, Dash::Solid, opacity},
                                     QStringLiteral("A\\mathbf{e}_1"), Words::tr("First column of A")));
  view.marks.push_back(figure::arrow(params.A.col(1), Stroke{Role::DragSecond, 1.6, Dash::Solid, opacity},
                                     QStringLiteral("A\\mathbf{e}_2"), Words::tr("Second column of A")));
  view.handles.push_back(figure::handle(QStringLiteral("e1"), Words::tr("Tip of the first column of A"),
                                        params.A.col(0), Role::Drag, QStringLiteral("a"),
                                        QStringLiteral("c")));
  view.handles.push_back(figure::handle(QStringLiteral("e2"), Words::tr("Tip of the second column of A"),
                                        params.A.col(1), Role::DragSecond, QStringLiteral("b"),
                                        QStringLiteral("d")));
}

/// The map of rank 1 nearest to A drops every image straight onto the long axis.
void addRankOne(scene::PlaneView& view, const Result& result) {
  const Eigen::Vector2d end = result.turns.sigma(0) * result.turns.U.col(0);
  const Eigen::Vector2d foot = result.approximation * result.x;
  view.marks.push_back(scene::Curve{{figure::toPoint(-end), figure::toPoint(end)},
                                    Stroke{Role::Highlight, 7, Dash::Solid, 0.35},
                                    Words::tr("The circle under the nearest map of rank 1")});
  view.marks.push_back(scene::Segments{{QLineF(figure::toPoint(result.image), figure::toPoint(foot))},
                                       Stroke{Role::Warning, 2, Dash::Dotted, 1}});
  view.marks.push_back(
      scene::Points{{figure::toPoint(foot)}, Role::Warning, 4, 1, Words::tr("x under the map of rank 1")});
}

/// Where v_1 and v_2 have got to; at rest, the radii of the ellipse with their lengths.
void addRadii(scene::PlaneView& view, const Params& params, const Result& result) {
  const Eigen::Matrix2d tips = result.shown * result.turns.V;
  if (!params.isAtRest()) {
    addAxes(view, tips, QStringLiteral("\\mathbf{v}_1"), QStringLiteral("\\mathbf{v}_2"));
    return;
  }
  const bool isFlat = result.sigma(1) <= result.whole->tolerance;
  if (!result.isRound() && !isFlat) {
    addAxes(view, tips, radiusLabel(1, result.sigma(0)), radiusLabel(2, result.sigma(1)));
    return;
  }
  addAxes(view, tips, result.isRound() ? QString() : radiusLabel(1, result.sigma(0)), {});
  // No special axes, or none to put a name to: the number stands below.
  const QString words = result.isRound()
                            ? QStringLiteral("\\sigma_1 = \\sigma_2 = %1").arg(tex::number(result.sigma(0)))
                            : QStringLiteral("\\sigma_2 = 0");
  const double below = result.isRound() ? result.sigma(0) : 0;
  view.marks.push_back(scene::Label{{0, -below}, words, Role::ResponseSecond, {isFlat ? 34.0 : 0.0, 22}});
}

QString titleAt(double stage) {
  if (stage <= 0)
    return Words::tr("Nothing has moved yet");
  if (stage <= 1)
    return Words::tr("1 of 3: Vᵀ turns");
  if (stage <= 2)
    return Words::tr("2 of 3: Σ stretches along the axes");
  return stage < 3 ? Words::tr("3 of 3: U turns") : Words::tr("After A: an ellipse");
}

} // namespace

scene::PlaneView circleView(const Result& result) {
  scene::PlaneView view = squarePlane(QStringLiteral("circle"), Words::tr("Before: the unit circle"), 1.7);
  addLetter(view, Eigen::Matrix2d::Identity());
  view.marks.push_back(scene::Curve{figure::toPoints(figure::unitCircle()), Stroke{Role::Reference, 2},
                                    Words::tr("Unit circle")});
  addAxes(view, result.turns.V, QStringLiteral("\\mathbf{v}_1"), QStringLiteral("\\mathbf{v}_2"));
  view.marks.push_back(
      figure::arrow(result.x, Stroke{Role::Ink, 2}, QStringLiteral("\\mathbf{x}"), Words::tr("Vector x")));
  view.handles.push_back(
      {QStringLiteral("x"), Words::tr("Vector x on the unit circle"), figure::toPoint(result.x), Role::Ink,
       [](QPointF to) {
         const double degrees = std::atan2(to.y(), to.x()) * 180 / std::numbers::pi;
         return scene::Assignments{{QStringLiteral("phi"), degrees < 0 ? degrees + 360 : degrees}};
       }});
  return view;
}

scene::PlaneView ellipseView(const Params& params, const Result& result) {
  scene::PlaneView view = squarePlane(QStringLiteral("ellipse"), titleAt(params.stage), 3.3);
  const Eigen::Matrix2d& M = result.shown;
  view.marks.push_back(figure::lattice(M, Stroke{Role::Response, 1, Dash::Solid, 0.4}));
  addLetter(view, M);
  view.marks.push_back(scene::Curve{figure::toPoints(figure::unitCircle()),
                                    Stroke{Role::Reference, 1, Dash::Dashed, 0.8}, Words::tr("Unit circle")});
  view.marks.push_back(scene::Curve{figure::toPoints(figure::mapped(M, figure::unitCircle())),
                                    Stroke{Role::Reference, 2.2}, Words::tr("Image of the unit circle")});
  addColumns(view, params);
  if (params.isAtRest() && result.kept == 1)
    addRankOne(view, result);
  addRadii(view, params, result);
  view.marks.push_back(figure::arrow(M * result.x, Stroke{Role::Ink, 2},
                                     params.isAtRest() ? QStringLiteral("A\\mathbf{x}") : QString(),
                                     Words::tr("Image of x")));
  return view;
}

} // namespace eigenboard::panels::linear_algebra::svd_panel
