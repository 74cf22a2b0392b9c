#include "core/linear_algebra/geometry.h"
#include "views/panels/linear_algebra/eigen_marks.h"
#include "views/panels/support/figure.h"
#include "views/panels/support/tex.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <cmath>

namespace eigenboard::panels::linear_algebra::eigen_panel {

namespace math = eigenboard::linear_algebra;

using scene::Dash;
using scene::Role;
using scene::Stroke;

namespace {

/// An eigen-line dawns as v comes near: from this angle on, in degrees, until it lights.
constexpr double dawnDegrees = 12;

double dawnOpacity(const Eigen::Vector2d& v, const Eigen::Vector2d& direction) {
  const double angle = math::degrees(math::angleBetweenLines(v, direction));
  return std::isnan(angle) ? 0 : 0.75 * std::clamp(1 - angle / dawnDegrees, 0.0, 1.0);
}

/// Of the eigenvectors the one whose line is nearest to v.
std::size_t nearestEigenvector(const Eigen::Vector2d& v, const std::vector<Eigen::Vector2d>& eigenvectors) {
  std::size_t nearest = 0;
  for (std::size_t i = 1; i < eigenvectors.size(); ++i)
    if (math::angleBetweenLines(v, eigenvectors[i]) < math::angleBetweenLines(v, eigenvectors[nearest]))
      nearest = i;
  return nearest;
}

void addEigenLines(scene::PlaneView& view, const Params& params, const Result& result) {
  const auto& spectrum = result.spectrum;
  if (result.isMultipleOfIdentity()) {
    if (!params.v.isZero(0))
      addEigenLine(view, params.v, Stroke{Role::Highlight, 2.4, Dash::Solid, 1},
                   QStringLiteral("\\lambda = %1").arg(tex::number(spectrum.eigenvalues[0].real())),
                   Words::tr("Every line through the origin is an eigen-line"));
    return;
  }
  const std::size_t nearest = nearestEigenvector(params.v, spectrum.eigenvectors);
  for (std::size_t i = 0; i < spectrum.eigenvectors.size(); ++i) {
    const Eigen::Vector2d& direction = spectrum.eigenvectors[i];
    const int index = static_cast<int>(i) + 1;
    const QString label = eigenvalueLabel(index, spectrum.eigenvalues[i].real());
    const QString name = Words::tr("Eigen-line %1").arg(index);
    if (result.isAligned() && params.process != ProcessKind::Qr && i == nearest)
      addEigenLine(view, direction, Stroke{Role::Highlight, 2.6, Dash::Solid, 1}, label, name);
    else if (params.lines)
      addEigenLine(view, direction, Stroke{Role::Reference, 1.6, Dash::Solid, 0.9}, label, name);
    else if (const double opacity = dawnOpacity(params.v, direction); opacity > 0)
      addEigenLine(view, direction, Stroke{Role::Reference, 1.6, Dash::Solid, opacity}, {}, name);
  }
}

/// For a complex pair: the ellipse through v that A maps to a larger or smaller copy of itself.
void addInvariantEllipse(scene::PlaneView& view, const Params& params) {
  const auto form = math::rotationForm(params.A);
  if (!form || !(params.lines || params.process == ProcessKind::Powers))
    return;
  const double radius = (form->inverse * params.v).norm();
  figure::Outline ellipse = figure::mapped(radius * form->P, figure::unitCircle());
  view.marks.push_back(scene::Curve{figure::toPoints(ellipse),
                                    Stroke{Role::Reference, 1.4, Dash::Dashed, 0.9},
                                    Words::tr("Ellipse that A turns along itself and scales")});
}

void addEllipse(scene::PlaneView& view, const Eigen::Matrix2d& map, Role role, const QString& name) {
  const figure::Outline circle = figure::unitCircle();
  view.marks.push_back(scene::Curve{figure::toPoints(circle), Stroke{Role::Reference, 1, Dash::Dashed, 0.8},
                                    Words::tr("Unit circle")});
  const figure::Outline ellipse = figure::mapped(map, circle);
  view.marks.push_back(scene::Region{figure::toPoints(ellipse), scene::Fill{role, 0.1},
                                     Stroke{role, 2, Dash::Solid, 0.9}, name});
}

void addColumns(scene::PlaneView& view, const Params& params) {
  const Stroke stroke{Role::DragSecond, 1.8, Dash::Solid, 0.75};
  view.marks.push_back(figure::arrow(params.A.col(0), stroke, QStringLiteral("A\\mathbf{e}_1"),
                                     Words::tr("First column of A")));
  view.marks.push_back(figure::arrow(params.A.col(1), stroke, QStringLiteral("A\\mathbf{e}_2"),
                                     Words::tr("Second column of A")));
  view.handles.push_back(figure::handle(QStringLiteral("a1"), Words::tr("Tip of the first column of A"),
                                        params.A.col(0), Role::DragSecond, QStringLiteral("a"),
                                        QStringLiteral("c")));
  view.handles.push_back(figure::handle(QStringLiteral("a2"), Words::tr("Tip of the second column of A"),
                                        params.A.col(1), Role::DragSecond, QStringLiteral("b"),
                                        QStringLiteral("d")));
}

/// From the multiple of v that is nearest to Av to Av itself: the residual, before division by the length of
/// v.
void addResidual(scene::PlaneView& view, const Params& params, const Result& result) {
  if (params.v.isZero(0) || result.isAligned())
    return;
  const Eigen::Vector2d foot = result.start.rayleigh * params.v;
  view.marks.push_back(scene::Segments{{{figure::toPoint(foot), figure::toPoint(result.start.image)}},
                                       Stroke{Role::Reference, 1.4, Dash::Dotted, 1}});
  view.marks.push_back(scene::Points{
      {figure::toPoint(foot)}, Role::Reference, 2.5, 1, Words::tr("The multiple of v nearest to Av")});
}

/// The QR iteration: the ellipse of A_k, its columns, and the entry below the diagonal as the height that is
/// left between the first column and the axis.
void addQr(scene::PlaneView& view, const Result& result) {
  const Eigen::Matrix2d& matrix = result.current().matrix;
  const QString map = result.step() == 0 ? QStringLiteral("A") : QStringLiteral("A_{%1}").arg(result.step());
  // Names are shown and spoken as plain text, so no TeX in them.
  const QString name =
      result.step() == 0 ? QStringLiteral("A") : Words::tr("the matrix of step %1").arg(result.step());
  addEllipse(view, matrix, Role::Response, Words::tr("Image of the unit circle under %1").arg(name));
  const Eigen::Vector2d first = matrix.col(0);
  view.marks.push_back(scene::Segments{{{figure::toPoint(first), QPointF(first.x(), 0)}},
                                       Stroke{Role::Warning, 2.4, Dash::Solid, 1}});
  if (result.step() == 0)
    return;
  const Stroke stroke{Role::ResponseSecond, 2.4, Dash::Solid, 1};
  view.marks.push_back(figure::arrow(first, stroke, map + QStringLiteral("\\mathbf{e}_1"),
                                     Words::tr("First column of %1").arg(name)));
  view.marks.push_back(figure::arrow(matrix.col(1), stroke, map + QStringLiteral("\\mathbf{e}_2"),
                                     Words::tr("Second column of %1").arg(name)));
}

} // namespace

scene::Scene drawn(const Params& params, const Result& result) {
  scene::PlaneView view = emptyPlane(QStringLiteral("plane"), Words::tr("The plane"));
  const bool isQr = params.process == ProcessKind::Qr;
  if (params.view == ViewKind::Eigenbasis && result.spectrum.eigenvectors.size() == 2) {
    Eigen::Matrix2d basis;
    basis << result.spectrum.eigenvectors[0], result.spectrum.eigenvectors[1];
    view.marks.push_back(figure::lattice(basis, Stroke{Role::Reference, 1, Dash::Solid, 0.35}));
  }
  if (params.ellipse && !isQr)
    addEllipse(view, params.A, Role::ResponseSecond, Words::tr("Image of the unit circle"));
  if (!isQr || params.lines)
    addEigenLines(view, params, result);
  addInvariantEllipse(view, params);
  if (params.process == ProcessKind::Power && result.step() > 0)
    view.marks.push_back(scene::Curve{figure::toPoints(figure::unitCircle()),
                                      Stroke{Role::Muted, 1, Dash::Dotted, 0.8}, Words::tr("Unit circle")});
  if (isQr)
    addQr(view, result);
  addColumns(view, params);
  if (!isQr) {
    addResidual(view, params, result);
    addVectorAndImage(view, params, result, Eigen::Matrix2d::Identity());
    addTrail(view, params, result, Eigen::Matrix2d::Identity());
    view.handles.push_back(figure::handle(QStringLiteral("v"), Words::tr("Tip of v"), params.v, Role::Drag,
                                          QStringLiteral("vx"), QStringLiteral("vy")));
  }
  scene::Scene scene{{std::move(view)}};
  if (params.view == ViewKind::Eigenbasis)
    scene.views.push_back(eigenbasisView(params, result));
  else if (params.view == ViewKind::Rayleigh)
    scene.views.push_back(rayleighView(params, result));
  return scene;
}

} // namespace eigenboard::panels::linear_algebra::eigen_panel
