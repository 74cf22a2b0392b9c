#include "views/panels/linear_algebra/eigen_marks.h"
#include "views/panels/support/figure.h"
#include "views/panels/support/tex.h"

#include <Eigen/Eigenvalues>
#include <Eigen/LU>
#include <QtCore/QCoreApplication>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

namespace eigenboard::panels::linear_algebra::eigen_panel {

namespace math = eigenboard::linear_algebra;

using scene::Dash;
using scene::Role;
using scene::Stroke;

namespace {

/// Coordinates in which A is as simple as it can be: P maps them to the standard plane.
struct Coordinates {
  Eigen::Matrix2d P;
  Eigen::Matrix2d inverse;
};

std::optional<Coordinates> eigenCoordinates(const Params& params, const Result& result) {
  if (const auto form = math::rotationForm(params.A))
    return Coordinates{form->P, form->inverse};
  if (result.spectrum.eigenvectors.size() < 2)
    return std::nullopt;
  Coordinates coordinates;
  coordinates.P << result.spectrum.eigenvectors[0], result.spectrum.eigenvectors[1];
  // Each axis keeps the side it has in the standard plane, and a basis is not turned over by a sign.
  if (coordinates.P(0, 0) < 0)
    coordinates.P.col(0) *= -1;
  if (coordinates.P.determinant() < 0)
    coordinates.P.col(1) *= -1;
  coordinates.inverse = coordinates.P.inverse();
  return coordinates;
}

/// The range grows by powers of two only, so that the view holds still while v is dragged.
void widen(scene::PlaneView& view, const Eigen::Matrix2d& inverse) {
  // Nothing for a rotation, whose norm is √2; the quarter keeps rounding from deciding.
  const double doublings =
      std::clamp(std::ceil(std::log2(inverse.norm() / std::numbers::sqrt2) - 0.25), 0.0, 6.0);
  const double factor = std::exp2(doublings);
  for (scene::Axis* axis : {&view.x, &view.y}) {
    axis->minimum *= factor;
    axis->maximum *= factor;
  }
}

void addDefectiveReason(scene::PlaneView& view) {
  view.backgroundGrid = false;
  view.marks.push_back(
      scene::Label{{0, 0}, tex::text(Words::tr("A has a single eigen-line.")), Role::Warning, {0, -14}});
  view.marks.push_back(scene::Label{
      {0, 0}, tex::text(Words::tr("Two are needed for a basis: A is defective.")), Role::Ink, {0, 14}});
}

void addComponents(scene::PlaneView& view, const Eigen::Vector2d& point, Role role) {
  const QPointF tip = figure::toPoint(point);
  view.marks.push_back(scene::Segments{{{tip, QPointF(tip.x(), 0)}, {tip, QPointF(0, tip.y())}},
                                       Stroke{role, 1, Dash::Dotted, 0.9}});
}

} // namespace

scene::PlaneView eigenbasisView(const Params& params, const Result& result) {
  scene::PlaneView view = emptyPlane(QStringLiteral("eigenbasis"), Words::tr("In the eigenbasis"));
  const std::optional<Coordinates> coordinates = eigenCoordinates(params, result);
  if (!coordinates) {
    addDefectiveReason(view);
    return view;
  }
  widen(view, coordinates->inverse);
  if (result.isReal()) {
    view.x.label = QStringLiteral("\\text{%1}\\ \\mathbf{q}_1").arg(Words::tr("along"));
    view.y.label = QStringLiteral("\\text{%1}\\ \\mathbf{q}_2").arg(Words::tr("along"));
    const auto& values = result.spectrum.eigenvalues;
    const Stroke stroke{Role::Reference, 1.6, Dash::Solid, 0.8};
    addEigenLine(view, {1, 0}, stroke, eigenvalueLabel(1, values[0].real()), Words::tr("First eigen-line"));
    addEigenLine(view, {0, 1}, stroke, eigenvalueLabel(2, values[1].real()), Words::tr("Second eigen-line"));
    addComponents(view, coordinates->inverse * params.v, Role::Drag);
    addComponents(view, coordinates->inverse * result.start.image, Role::Response);
  } else {
    view.title = Words::tr("In coordinates where A turns and scales");
    const double radius = (coordinates->inverse * params.v).norm();
    figure::Outline circle = figure::unitCircle();
    for (Eigen::Vector2d& point : circle)
      point *= radius;
    view.marks.push_back(scene::Curve{figure::toPoints(circle),
                                      Stroke{Role::Reference, 1.4, Dash::Dashed, 0.9},
                                      Words::tr("Circle through v")});
  }
  addVectorAndImage(view, params, result, coordinates->inverse);
  addTrail(view, params, result, coordinates->inverse);
  scene::Handle handle =
      figure::handle(QStringLiteral("v"), Words::tr("Tip of v in these coordinates"),
                     coordinates->inverse * params.v, Role::Drag, QStringLiteral("vx"), QStringLiteral("vy"));
  handle.drag = [P = coordinates->P](QPointF to) {
    const Eigen::Vector2d v = P * figure::toVector(to);
    return scene::Assignments{{QStringLiteral("vx"), v.x()}, {QStringLiteral("vy"), v.y()}};
  };
  view.handles.push_back(std::move(handle));
  return view;
}

scene::PlaneView rayleighView(const Params& params, const Result& result) {
  scene::PlaneView view;
  view.key = QStringLiteral("rayleigh");
  view.title = params.process == ProcessKind::Qr ? Words::tr("First diagonal entry, step by step")
                                                 : Words::tr("Rayleigh quotient, step by step");
  view.equalAspect = false;
  // Rayleigh quotients, and the diagonal of any QᵀAQ, lie between the eigenvalues of the symmetric part of A,
  // so this range holds every step and stays put while the process runs.
  const Eigen::Matrix2d symmetricPart = (params.A + params.A.transpose()) / 2;
  const Eigen::Vector2d ends =
      Eigen::SelfAdjointEigenSolver<Eigen::Matrix2d>(symmetricPart, Eigen::EigenvaluesOnly).eigenvalues();
  const double margin = 0.12 * (ends(1) - ends(0)) + 0.2;
  const double lastStep = 10 * std::ceil(std::max(1, result.step()) / 10.0);
  view.x = {QStringLiteral("k"), -0.5, lastStep + 0.5};
  view.y = {params.process == ProcessKind::Qr ? QStringLiteral("(A_k)_{11}")
                                              : QStringLiteral("R(\\mathbf{v}_k)"),
            ends(0) - margin, ends(1) + margin};
  if (result.isReal()) {
    for (int i = 0; i < 2; ++i) {
      const double value = result.spectrum.eigenvalues[static_cast<std::size_t>(i)].real();
      if (i == 1 && result.spectrum.kind == math::SpectrumKind::Repeated)
        break;
      const Stroke stroke{Role::Reference, i == 0 ? 1.8 : 1.2, i == 0 ? Dash::Solid : Dash::Dashed, 0.9};
      view.marks.push_back(scene::Line{{0, value}, {1, 0}, stroke, eigenvalueLabel(i + 1, value)});
      view.marks.push_back(scene::Label{{lastStep * 0.88, value},
                                        eigenvalueLabel(i + 1, value),
                                        Role::Reference,
                                        {0, value > ends.mean() ? 14.0 : -14.0}});
    }
  } else {
    view.marks.push_back(scene::Label{{lastStep / 2, ends(1) + margin / 2},
                                      tex::text(Words::tr("no real eigenvalue to settle on")),
                                      Role::Reference,
                                      {0, 6}});
  }
  scene::Curve path;
  path.stroke = {Role::ResponseSecond, 1.5, Dash::Solid, 0.8};
  path.name = view.title;
  scene::Points points;
  points.role = Role::ResponseSecond;
  points.radius = 4;
  points.name = path.name;
  for (std::size_t k = 0; k < result.history.size(); ++k) {
    const double quotient = rayleighOf(params, result.history[k]);
    if (std::isnan(quotient))
      break;
    path.points.emplace_back(static_cast<double>(k), quotient);
    points.points.push_back(path.points.back());
  }
  view.marks.push_back(std::move(path));
  view.marks.push_back(std::move(points));
  return view;
}

} // namespace eigenboard::panels::linear_algebra::eigen_panel
