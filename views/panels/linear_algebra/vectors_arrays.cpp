#include "views/panels/linear_algebra/vectors_views.h"
#include "views/panels/support/cells.h"
#include "views/panels/support/tex.h"

#include <array>
#include <cmath>

namespace eigenboard::panels::linear_algebra::vectors_panel {

using scene::Role;

namespace {

constexpr double rowPitch = 1.16;
constexpr double nameRoom = 1.0;
constexpr double remarkRoom = 1.5;

/// Rows that are added one below the other.
struct Arrays {
  scene::PlaneView& view;
  double top = 0;

  cells::Table add(const QString& name, const QString& tex, const Eigen::VectorXd& entries, Role role,
                   const QString& remark = {}, bool hasKnobs = false) {
    const cells::Table table{name,     entries.transpose(), {0, top}, role, farthest, 2,
                             hasKnobs, entries.size() > 2};
    cells::add(view, table);
    const double middle = top - 0.5;
    view.marks.push_back(scene::Label{{-nameRoom / 2, middle}, tex, role});
    if (!remark.isEmpty())
      view.marks.push_back(
          scene::Label{{static_cast<double>(entries.size()) + remarkRoom / 2, middle}, remark, role});
    top -= rowPitch;
    return table;
  }
};

QString keyOf(Eigen::Index vector, Eigen::Index part) {
  static const std::array<std::array<const char*, 3>, 3> keys{
      {{"ux", "uy", "uz"}, {"vx", "vy", "vz"}, {"w1", "w2", "w3"}}};
  return QLatin1String(keys.at(static_cast<std::size_t>(vector)).at(static_cast<std::size_t>(part)));
}

QString plainName(Eigen::Index index) {
  return index == 0 ? QStringLiteral("u") : index == 1 ? QStringLiteral("v") : QStringLiteral("w");
}

void addKnobs(scene::PlaneView& view, const cells::Table& table, Eigen::Index vector) {
  for (Eigen::Index part = 0; part < table.values.cols(); ++part)
    view.handles.push_back(
        cells::knob(table, 0, part,
                    {keyOf(vector, part), Words::tr("Part %1 of %2").arg(part + 1).arg(plainName(vector)),
                     farthest, 0.05}));
}

void addInput(Arrays& arrays, const Result& result, Eigen::Index vector, const QString& remark) {
  addKnobs(arrays.view,
           arrays.add(plainName(vector), nameTex(vector), result.vectors.col(vector), roleOf(vector), remark,
                      true),
           vector);
}

QString times(double factor) {
  return QStringLiteral("\\times\\,%1")
      .arg(factor < 0 ? QStringLiteral("(%1)").arg(cells::written(factor, 2)) : cells::written(factor, 2));
}

} // namespace

scene::PlaneView arrayView(const Params& params, const Result& result) {
  scene::PlaneView view;
  view.key = QStringLiteral("arrays");
  view.title = Words::tr("The same as arrays");
  view.backgroundGrid = false;
  Arrays arrays{view};
  switch (params.show) {
  case Show::Sum:
    addInput(arrays, result, 0, {});
    addInput(arrays, result, 1, {});
    arrays.add(Words::tr("Sum"), QStringLiteral("\\mathbf{u}{+}\\mathbf{v}"), result.sum, Role::Response);
    arrays.add(Words::tr("Difference"), QStringLiteral("\\mathbf{v}{-}\\mathbf{u}"), result.v - result.u,
               Role::ResponseSecond);
    break;
  case Show::Dot:
    addInput(arrays, result, 0, {});
    addInput(arrays, result, 1, {});
    arrays.add(Words::tr("Products"), QStringLiteral("u_i\\,v_i"), result.u.cwiseProduct(result.v),
               Role::Response, QStringLiteral("\\Sigma = %1").arg(tex::number(result.dot)));
    break;
  case Show::Norms:
    addInput(arrays, result, 0, QStringLiteral("\\max = %1").arg(tex::number(result.largestNorm)));
    arrays.add(Words::tr("Sizes"), QStringLiteral("|u_i|"), result.u.cwiseAbs(), scene::seriesRole(0),
               QStringLiteral("\\Sigma = %1").arg(tex::number(result.sumNorm)));
    arrays.add(Words::tr("Squares"), QStringLiteral("u_i^2"), result.u.cwiseAbs2(), scene::seriesRole(1),
               QStringLiteral("\\sqrt{\\Sigma} = %1").arg(tex::number(result.euclideanNorm)));
    break;
  default:
    for (Eigen::Index i = 0; i < result.count(); ++i)
      addInput(arrays, result, i, times(result.coefficients(i)));
    arrays.add(Words::tr("Combination"), QStringLiteral("\\Sigma"), result.combination, Role::Response);
  }
  for (Eigen::Index part = 0; part < result.dimension(); ++part)
    view.marks.push_back(scene::Label{{static_cast<double>(part) + 0.5, 0},
                                      QStringLiteral("\\scriptsize ") +
                                          (params.films ? tex::text(filmTitle(static_cast<int>(part) + 1))
                                                        : QStringLiteral("x_%1").arg(part + 1)),
                                      Role::Muted,
                                      {0, -13}});
  view.x = {tex::text(Words::tr("part")), -nameRoom - 0.1,
            static_cast<double>(result.dimension()) + remarkRoom, false};
  view.y = {tex::text(Words::tr("array")), arrays.top + rowPitch - 1.1, 0.5, false};
  return view;
}

} // namespace eigenboard::panels::linear_algebra::vectors_panel
