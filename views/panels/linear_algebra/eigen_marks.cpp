#include "views/panels/linear_algebra/eigen_marks.h"

#include "core/linear_algebra/geometry.h"
#include "views/panels/support/figure.h"
#include "views/panels/support/tex.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

namespace eigenboard::panels::linear_algebra::eigen_panel {

using scene::Dash;
using scene::Role;
using scene::Stroke;

namespace {

/// How the image of v is written beside its arrow: as a multiple of v once it is one.
QString imageLabel(const Result& result) {
  if (!result.isAligned() || result.start.vector.isZero(0))
    return QStringLiteral("A\\mathbf{v}");
  return QStringLiteral("A\\mathbf{v} = %1\\,\\mathbf{v}").arg(tex::number(result.start.rayleigh));
}

void addAngle(scene::PlaneView& view, const Eigen::Vector2d& v, const Eigen::Vector2d& image) {
  const double turn = eigenboard::linear_algebra::signedAngle(v, image);
  if (std::isnan(turn))
    return;
  const double radius = std::clamp(0.55 * std::min(v.norm(), image.norm()), 0.3, 0.8);
  view.marks.push_back(scene::Curve{figure::arc(v, image, radius), Stroke{Role::Reference, 2, Dash::Solid, 1},
                                    Words::tr("Angle from v to Av")});
  // Between shorter or closer arrows there is no room for a number.
  const double degrees = eigenboard::linear_algebra::degrees(turn);
  if (std::abs(degrees) < 25 || radius < 0.5)
    return;
  const Eigen::Vector2d middle = eigenboard::linear_algebra::rotation(turn / 2) * v.normalized();
  view.marks.push_back(scene::Label{figure::toPoint(radius * middle),
                                    QStringLiteral("%1^{\\circ}").arg(tex::number(degrees, 0)),
                                    Role::Reference,
                                    {20 * middle.x(), -16 * middle.y()}});
}

} // namespace

scene::PlaneView emptyPlane(const QString& key, const QString& title) {
  scene::PlaneView view;
  view.key = key;
  view.title = title;
  view.x = {QStringLiteral("x"), -halfWidth, halfWidth};
  view.y = {QStringLiteral("y"), -halfHeight, halfHeight};
  return view;
}

QString eigenvalueLabel(int index, double value) {
  return QStringLiteral("\\lambda_%1 = %2").arg(index).arg(tex::number(value));
}

void addEigenLine(scene::PlaneView& view, const Eigen::Vector2d& direction, const Stroke& stroke,
                  const QString& label, const QString& name) {
  view.marks.push_back(figure::lineThroughOrigin(direction, stroke, name));
  if (label.isEmpty())
    return;
  // The end in the lower half plane, or on the left: v and Av start out on the other side.
  const bool turned = direction.y() > 0 || (direction.y() == 0 && direction.x() > 0);
  const Eigen::Vector2d end = turned ? Eigen::Vector2d(-direction) : direction;
  const Eigen::Vector2d at = figure::farPoint(end, view.x.maximum * 0.68, view.y.maximum * 0.88);
  const bool flat = std::abs(at.x()) > 1.6 * std::abs(at.y());
  const QPointF offset = flat ? QPointF(0, -14) : QPointF(at.x() > 0 ? -46 : 46, 0);
  view.marks.push_back(scene::Label{figure::toPoint(at), label, stroke.role, offset});
}

void addVectorAndImage(scene::PlaneView& view, const Params& params, const Result& result,
                       const Eigen::Matrix2d& coordinates) {
  if (params.v.isZero(0)) {
    view.marks.push_back(figure::arrow(params.v, Stroke{Role::Drag, 3, Dash::Solid, 1},
                                       QStringLiteral("\\mathbf{v} = \\mathbf{0}"),
                                       Words::tr("Vector v, which is 0")));
    return;
  }
  const Eigen::Vector2d v = coordinates * params.v;
  const Eigen::Vector2d image = coordinates * result.start.image;
  const double reach = std::max(v.norm(), image.norm()) * 1.08;
  view.marks.push_back(scene::Segments{{{QPointF(0, 0), figure::toPoint(reach * v.normalized())}},
                                       Stroke{Role::Drag, 1.2, Dash::Dashed, 0.8}});
  // An oblique eigenbasis shows another angle than the plane has; where A turns and scales, the angle is that
  // of the eigenvalue.
  const bool angleHasMeaning = !result.isReal() || coordinates.isUnitary(1e-9);
  if (!result.isAligned() && angleHasMeaning)
    addAngle(view, v, image);
  view.marks.push_back(figure::arrow(image, Stroke{Role::Response, 3, Dash::Solid, 1}, imageLabel(result),
                                     Words::tr("Av, the image of v")));
  view.marks.push_back(figure::arrow(v, Stroke{Role::Drag, 3, Dash::Solid, 1}, QStringLiteral("\\mathbf{v}"),
                                     Words::tr("Vector v")));
}

void addTrail(scene::PlaneView& view, const Params& params, const Result& result,
              const Eigen::Matrix2d& coordinates) {
  if (params.process == ProcessKind::Qr || result.step() == 0)
    return;
  // Older iterates share a few degrees of faintness, so that a long trail stays a few marks.
  struct Age {
    int upTo;
    double opacity;
  };
  constexpr std::array ages{Age{4, 1.0}, Age{9, 0.7}, Age{18, 0.45}, Age{1 << 30, 0.25}};
  const int last = result.step();
  const auto at = [&](int k) {
    return figure::toPoint(coordinates * result.history[static_cast<std::size_t>(k)].vector);
  };
  int newest = last;
  for (const Age& age : ages) {
    const int oldest = std::max(0, last - age.upTo);
    scene::Points points;
    points.role = Role::ResponseSecond;
    points.radius = 3.5;
    points.opacity = age.opacity;
    points.name = Words::tr("Iterates of v");
    scene::Curve path;
    path.stroke = {Role::ResponseSecond, 1.5, Dash::Solid, 0.8 * age.opacity};
    path.name = Words::tr("Trail of the iterates");
    for (int k = newest; k >= oldest; --k) {
      path.points.push_back(at(k));
      if (k > 0)
        points.points.push_back(at(k));
    }
    view.marks.push_back(std::move(path));
    view.marks.push_back(std::move(points));
    if (oldest == 0)
      break;
    newest = oldest;
  }
  const QString label = QStringLiteral("\\mathbf{v}_{%1}").arg(last);
  view.marks.push_back(figure::arrow(coordinates * result.iterate.vector,
                                     Stroke{Role::ResponseSecond, 2.2, Dash::Solid, 1}, label,
                                     Words::tr("The iterate of step %1").arg(last)));
}

} // namespace eigenboard::panels::linear_algebra::eigen_panel
