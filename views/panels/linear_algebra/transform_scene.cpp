#include "core/linear_algebra/determinant.h"
#include "views/panels/linear_algebra/transform_model.h"
#include "views/panels/support/figure.h"
#include "views/panels/support/tex.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <cmath>

namespace eigenboard::panels::linear_algebra::transform_panel {

namespace {

using scene::Dash;
using scene::Fill;
using scene::Role;
using scene::Stroke;

constexpr double halfWidth = 4.2;
constexpr double halfHeight = 3.2;

QString mapName(const Params& params) {
  return params.compose ? QStringLiteral("BA") : QStringLiteral("A");
}

scene::Region region(const figure::Outline& outline, const std::optional<Fill>& fill,
                     const std::optional<Stroke>& stroke, const QString& name) {
  return {figure::toPoints(outline), fill, stroke, name};
}

figure::Outline pictureOutline(Picture picture) {
  return picture == Picture::House ? figure::house() : figure::letter();
}

void addPicture(scene::PlaneView& view, const Params& params, const Eigen::Matrix2d& shown) {
  if (params.picture == Picture::None)
    return;
  const figure::Outline outline = pictureOutline(params.picture);
  const QString name = params.picture == Picture::House ? Words::tr("House") : Words::tr("Letter F");
  if (!shown.isIdentity(0))
    view.marks.push_back(region(outline, std::nullopt, Stroke{Role::Reference, 1, Dash::Dashed, 0.7},
                                Words::tr("%1 before the map").arg(name)));
  view.marks.push_back(region(figure::mapped(shown, outline), Fill{Role::Response, 0.45},
                              Stroke{Role::Response, 1.5, Dash::Solid, 1}, name));
  if (params.picture == Picture::House)
    view.marks.push_back(region(figure::mapped(shown, figure::door()), Fill{Role::Ink, 0.55},
                                Stroke{Role::Response, 1, Dash::Solid, 1}, Words::tr("Door of the house")));
}

/// What is drawn on the way is not yet what the readouts speak of, and says so.
QString areaWords(const Params& params, double area, double areaAtTheEnd) {
  if (params.isAtRest())
    return tex::number(area);
  return QStringLiteral("\\begin{gathered}%1\\;%2\\\\%3\\;%4\\end{gathered}")
      .arg(tex::text(Words::tr("now")), tex::number(area), tex::text(Words::tr("at the end")),
           tex::number(areaAtTheEnd));
}

/// The area stands in the middle of the parallelogram, or off it where it is too slim to hold the words:
/// beyond the far corner, and beside the line when it is flat, where labels of the basis stand beyond.
scene::Label areaLabel(const Eigen::Matrix2d& shown, const QString& tex, bool isTall, bool flat, Role role) {
  const Eigen::Vector2d corner = shown.col(0) + shown.col(1);
  const double longest = std::max({shown.col(0).norm(), shown.col(1).norm(), 1e-9});
  const double slimness = std::abs(eigenboard::linear_algebra::determinant(shown)) / longest;
  if (slimness >= 0.45 && !isTall)
    return {figure::toPoint(corner / 2), tex, role, {0, 0}};
  const Eigen::Vector2d along =
      corner.norm() > 0 ? Eigen::Vector2d(corner.normalized()) : Eigen::Vector2d(1, 0);
  if (isTall)
    return {figure::toPoint(corner), tex, role, {84 * along.x(), -38 * along.y()}};
  if (!flat)
    return {figure::toPoint(corner), tex, role, {30 * along.x(), -22 * along.y()}};
  const Eigen::Vector2d below =
      along.x() > 0 ? Eigen::Vector2d(along.y(), -along.x()) : Eigen::Vector2d(-along.y(), along.x());
  return {figure::toPoint(corner / 2), tex, role, {26 * below.x(), -20 * below.y()}};
}

void addSquare(scene::PlaneView& view, const Params& params, const Result& result) {
  if (!params.square)
    return;
  const Eigen::Matrix2d& shown = result.shown;
  const double area = params.isAtRest() ? result.det : eigenboard::linear_algebra::determinant(shown);
  const bool flat = params.isAtRest() && result.rank < 2;
  const Role role = flat ? Role::Warning : area >= 0 ? Role::Positive : Role::Negative;
  if (!shown.isIdentity(0))
    view.marks.push_back(region(figure::unitSquare(), std::nullopt,
                                Stroke{Role::Reference, 1, Dash::Dashed, 0.7},
                                Words::tr("Unit square before the map")));
  view.marks.push_back(region(figure::mapped(shown, figure::unitSquare()), Fill{role, 0.28},
                              Stroke{role, flat ? 5.0 : 1.5, Dash::Solid, 0.9},
                              Words::tr("Image of the unit square")));
  if (!flat || result.rank == 1)
    view.marks.push_back(
        areaLabel(shown, areaWords(params, area, result.det), !params.isAtRest(), flat, role));
}

void addCircle(scene::PlaneView& view, const Params& params, const Result& result) {
  if (!params.circle)
    return;
  const figure::Outline circle = figure::unitCircle();
  view.marks.push_back(scene::Curve{figure::toPoints(circle), Stroke{Role::Reference, 1, Dash::Dashed, 0.8},
                                    Words::tr("Unit circle")});
  view.marks.push_back(scene::Curve{figure::toPoints(figure::mapped(result.shown, circle)),
                                    Stroke{Role::ResponseSecond, 2, Dash::Solid, 1},
                                    Words::tr("Image of the unit circle")});
  if (!params.isAtRest())
    return;
  const Stroke axis{Role::ResponseSecond, 1.5, Dash::Solid, 0.9};
  for (int i = 0; i < 2; ++i) {
    if (result.svd.sigma(i) <= result.tolerance)
      continue;
    Eigen::Vector2d direction = result.svd.U.col(i);
    // The sign of a singular vector has no meaning: this one keeps its label clear of the parallelogram.
    if (direction.dot(result.M.col(0) + result.M.col(1)) > 0)
      direction = -direction;
    const QString label = QStringLiteral("\\sigma_%1 = %2").arg(i + 1).arg(tex::number(result.svd.sigma(i)));
    view.marks.push_back(figure::arrow(result.svd.sigma(i) * direction, axis, label,
                                       i == 0 ? Words::tr("Longest radius of the ellipse")
                                              : Words::tr("Shortest radius of the ellipse")));
  }
}

void addSpaces(scene::PlaneView& view, const Params& params, const Result& result) {
  if (!params.spaces || !params.isAtRest() || result.rank == 2)
    return;
  if (result.rank == 0) {
    view.marks.push_back(
        scene::Label{{0, 0},
                     tex::text(Words::tr("null space: the whole plane; every point lands here")),
                     Role::Warning,
                     {0, 40}});
    return;
  }
  const Eigen::Vector2d columns = eigenboard::linear_algebra::columnSpace(result.svd, result.tolerance);
  const Eigen::Vector2d null = eigenboard::linear_algebra::nullSpace(result.svd, result.tolerance);
  const Stroke solid{Role::ResponseSecond, 2.5, Dash::Solid, 1};
  const Stroke dashed{Role::Warning, 2, Dash::Dashed, 1};
  view.marks.push_back(
      figure::lineThroughOrigin(columns, solid, Words::tr("Column space: all that the map can reach")));
  view.marks.push_back(
      figure::lineThroughOrigin(null, dashed, Words::tr("Null space: all that the map sends to 0")));
  // The two labels take the upper end of their lines, unless the lines are one; then each takes an end.
  const Eigen::Vector2d up = columns.y() < 0 ? Eigen::Vector2d(-columns) : columns;
  const bool oneLine = std::abs(columns.dot(null)) > 0.97;
  const bool nullDown = oneLine ? null.dot(up) > 0 : null.y() < 0;
  const Eigen::Vector2d nullEnd = nullDown ? Eigen::Vector2d(-null) : null;
  const auto label = [&view](const Eigen::Vector2d& end, const QString& words, Role role) {
    const Eigen::Vector2d at = figure::farPoint(end, halfWidth - 0.9, halfHeight - 0.35);
    // To the side of the line, away from the middle of the picture's lower half where the basis is.
    const Eigen::Vector2d side =
        std::abs(end.x()) > std::abs(end.y()) ? Eigen::Vector2d(0, 1) : Eigen::Vector2d(1, 0);
    view.marks.push_back(
        scene::Label{figure::toPoint(at), tex::text(words), role, {64 * side.x(), -16 * side.y()}});
  };
  label(up, Words::tr("column space"), Role::ResponseSecond);
  label(nullEnd, Words::tr("null space"), Role::Warning);
}

void addVector(scene::PlaneView& view, const Params& params, const Result& result) {
  if (!params.vector)
    return;
  const Eigen::Vector2d image = params.isAtRest() ? result.image : Eigen::Vector2d(result.shown * params.v);
  view.marks.push_back(scene::Curve{figure::arc(params.v, image, 0.45),
                                    Stroke{Role::Reference, 1.5, Dash::Solid, 0.9},
                                    Words::tr("Angle from v to its image")});
  view.marks.push_back(figure::arrow(params.v, Stroke{Role::Ink, 2.5, Dash::Solid, 1},
                                     tex::bold(QStringLiteral("v")), Words::tr("Vector v")));
  const QString label = params.isAtRest() ? mapName(params) + tex::bold(QStringLiteral("v")) : QString();
  view.marks.push_back(figure::arrow(image, Stroke{Role::ResponseSecond, 2.5, Dash::Solid, 1}, label,
                                     Words::tr("Image of v")));
  view.handles.push_back(figure::handle(QStringLiteral("v"), Words::tr("Tip of v"), params.v, Role::Ink,
                                        QStringLiteral("vx"), QStringLiteral("vy")));
}

void addBasis(scene::PlaneView& view, const Eigen::Matrix2d& columns, const QString& map, double opacity,
              bool asResult) {
  const Role first = asResult ? Role::Response : Role::Drag;
  const Role second = asResult ? Role::Response : Role::DragSecond;
  const auto label = [&map](int index) {
    return map.isEmpty() ? QString() : QStringLiteral("%1\\mathbf{e}_%2").arg(map).arg(index);
  };
  view.marks.push_back(figure::arrow(columns.col(0), Stroke{first, 3, Dash::Solid, opacity}, label(1),
                                     Words::tr("Where the first basis vector goes")));
  view.marks.push_back(figure::arrow(columns.col(1), Stroke{second, 3, Dash::Solid, opacity}, label(2),
                                     Words::tr("Where the second basis vector goes")));
}

/// Where the motion will end: faint, but with its names, because it is this that the readouts speak of and
/// that the reader drags.
void addDestination(scene::PlaneView& view, const Params& params) {
  view.marks.push_back(region(figure::mapped(params.A, figure::unitSquare()), std::nullopt,
                              Stroke{Role::Muted, 1, Dash::Dashed, 0.8},
                              params.compose ? Words::tr("Unit square after A alone")
                                             : Words::tr("Unit square at the end of the motion")));
  addBasis(view, params.A, QStringLiteral("A"), 0.45, false);
}

void addHandles(scene::PlaneView& view, const Params& params) {
  view.handles.push_back(figure::handle(QStringLiteral("e1"), Words::tr("Tip of the first column of A"),
                                        params.A.col(0), Role::Drag, QStringLiteral("a"),
                                        QStringLiteral("c")));
  view.handles.push_back(figure::handle(QStringLiteral("e2"), Words::tr("Tip of the second column of A"),
                                        params.A.col(1), Role::DragSecond, QStringLiteral("b"),
                                        QStringLiteral("d")));
}

QString titleOf(const Params& params) {
  if (params.isAtRest())
    return params.compose ? Words::tr("The plane after A and then B") : Words::tr("The plane after A");
  return params.compose ? Words::tr("On the way to A and then B; the readouts tell the end")
                        : Words::tr("On the way to A; the readouts tell the end");
}

} // namespace

scene::Scene drawn(const Params& params, const Result& result) {
  scene::PlaneView view;
  view.key = QStringLiteral("plane");
  view.title = titleOf(params);
  view.x = {QStringLiteral("x"), -halfWidth, halfWidth};
  view.y = {QStringLiteral("y"), -halfHeight, halfHeight};

  view.marks.push_back(figure::lattice(result.shown, Stroke{Role::Response, 1, Dash::Solid, 0.55}));
  addPicture(view, params, result.shown);
  addSquare(view, params, result);
  addCircle(view, params, result);
  addSpaces(view, params, result);
  if (params.compose && params.isAtRest()) {
    // A alone stands back: its columns are still what is dragged, and BA is what comes of it.
    view.marks.push_back(region(figure::mapped(params.A, figure::unitSquare()), std::nullopt,
                                Stroke{Role::Muted, 1, Dash::Dashed, 0.8},
                                Words::tr("Unit square after A alone")));
    addBasis(view, params.A, QStringLiteral("A"), 0.75, false);
    addBasis(view, result.M, QStringLiteral("BA"), 1, true);
  } else if (params.isAtRest()) {
    addBasis(view, result.M, QStringLiteral("A"), 1, false);
  } else {
    addDestination(view, params);
    addBasis(view, result.shown, {}, 1, false);
  }
  addVector(view, params, result);
  addHandles(view, params);
  return {{view}};
}

} // namespace eigenboard::panels::linear_algebra::transform_panel
