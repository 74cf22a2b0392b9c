#include "views/panels/linear_algebra/svd_model.h"
#include "views/panels/support/tex.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace eigenboard::panels::linear_algebra::svd_panel {

using scene::Dash;
using scene::Role;
using scene::Stroke;

namespace {

constexpr double greatestStars = 5;

scene::PlaneView tableView(const QString& key, const QString& title, const Eigen::MatrixXd& table) {
  scene::PlaneView view;
  view.key = key;
  view.title = title;
  view.x = {tex::text(Words::tr("column")), 0, static_cast<double>(table.cols()), false};
  view.y = {tex::text(Words::tr("row")), 0, static_cast<double>(table.rows()), false};
  view.backgroundGrid = false;
  return view;
}

/// Rows run down, as in the matrix.
void addPicture(scene::PlaneView& view, const Eigen::MatrixXd& table) {
  scene::HeatMap map;
  map.columns = static_cast<int>(table.cols());
  map.rows = static_cast<int>(table.rows());
  map.right = view.x.maximum;
  map.top = view.y.maximum;
  map.opacity = 1;
  map.name = view.title;
  map.values.reserve(static_cast<std::size_t>(table.size()));
  for (Eigen::Index row = table.rows() - 1; row >= 0; --row)
    for (Eigen::Index column = 0; column < table.cols(); ++column)
      map.values.push_back(table(row, column));
  view.marks.push_back(std::move(map));
}

const std::array<QString, people>& names() {
  static const std::array<QString, people> list{Words::tr("Ana"), Words::tr("Ben"), Words::tr("Cleo"),
                                                Words::tr("Dan"), Words::tr("Eve"), Words::tr("Finn")};
  return list;
}

const std::array<QString, films>& titles() {
  static const std::array<QString, films> list{Words::tr("Orbit"), Words::tr("Robots"), Words::tr("Aliens"),
                                               Words::tr("Paris"), Words::tr("Hearts")};
  return list;
}

void addCells(scene::PlaneView& view, const Eigen::MatrixXd& table) {
  for (Eigen::Index row = 0; row < table.rows(); ++row)
    for (Eigen::Index column = 0; column < table.cols(); ++column) {
      const double x = static_cast<double>(column);
      const double y = static_cast<double>(table.rows() - 1 - row);
      const double stars = table(row, column);
      view.marks.push_back(scene::Region{
          {{x, y}, {x + 1, y}, {x + 1, y + 1}, {x, y + 1}},
          scene::Fill{Role::Response, 0.04 + 0.6 * std::clamp(stars / greatestStars, 0.0, 1.0)},
          Stroke{Role::Muted, 0.8, Dash::Solid, 0.5},
          Words::tr("%1, %2: %3")
              .arg(names().at(static_cast<std::size_t>(row)), titles().at(static_cast<std::size_t>(column)))
              .arg(stars, 0, 'f', 2)});
      view.marks.push_back(scene::Label{{x + 0.5, y + 0.5}, tex::number(stars, 1)});
    }
}

/// Initials beside the rows, which leave room for the numbers; over the columns their two kinds.
void addNames(scene::PlaneView& view, const Eigen::MatrixXd& table) {
  const auto rows = static_cast<double>(table.rows());
  view.x.minimum = -0.6;
  view.y.maximum = rows + 0.6;
  for (std::size_t person = 0; person < names().size(); ++person)
    view.marks.push_back(
        scene::Label{{-0.3, rows - 0.5 - static_cast<double>(person)}, tex::text(names()[person].left(1))});
  view.marks.push_back(scene::Label{{1.5, rows + 0.3}, tex::text(Words::tr("sci-fi"))});
  view.marks.push_back(scene::Label{{4, rows + 0.3}, tex::text(Words::tr("romance"))});
}

scene::PlaneView filled(scene::PlaneView view, const Params& params, const Eigen::MatrixXd& table) {
  if (params.isPicture()) {
    addPicture(view, table);
    return view;
  }
  view.x.label = tex::text(Words::tr("film"));
  view.y.label = tex::text(Words::tr("person"));
  view.equalAspect = false;
  addCells(view, table);
  addNames(view, table);
  return view;
}

/// The singular values as shares of the first, and the energy kept by each rank: both end at 1.
scene::PlaneView screeView(const Result& result) {
  scene::PlaneView view;
  view.key = QStringLiteral("scree");
  view.title = Words::tr("Singular values");
  view.equalAspect = false;
  view.x = {QStringLiteral("i"), 0.3, result.values() + 0.7};
  view.y = {tex::text(Words::tr("share")), 0, 1.08};
  view.legend = {{Words::tr("kept: σᵢ / σ₁"), Role::Response},
                 {Words::tr("left out"), Role::Muted},
                 {Words::tr("energy kept"), Role::Drag}};
  const Eigen::VectorXd& sigma = result.whole->svd.sigma;
  const double first = sigma(0) > 0 ? sigma(0) : 1;
  const double all = (sigma / first).squaredNorm();
  scene::Curve energy{{}, Stroke{Role::Drag, 2, Dash::Solid, 0.9}, Words::tr("Energy kept by each rank")};
  double sum = 0;
  double atKept = 0;
  for (int i = 0; i < result.values(); ++i) {
    const double share = sigma(i) / first;
    const bool isKept = i < result.kept;
    const Role role = isKept ? Role::Response : Role::Muted;
    view.marks.push_back(
        scene::Region{{{i + 0.6, 0}, {i + 1.4, 0}, {i + 1.4, share}, {i + 0.6, share}},
                      scene::Fill{role, isKept ? 0.75 : 0.35},
                      std::nullopt,
                      Words::tr("Singular value %1: %2").arg(i + 1).arg(sigma(i), 0, 'g', 4)});
    sum += share * share;
    energy.points.emplace_back(i + 1, all > 0 ? sum / all : 0);
    if (i + 1 == result.kept)
      atKept = energy.points.back().y();
  }
  view.marks.push_back(std::move(energy));
  const double edge = result.kept + 0.5;
  view.marks.push_back(scene::Curve{
      {{edge, 0}, {edge, 1.08}}, Stroke{Role::Drag, 1.5, Dash::Dashed, 0.9}, Words::tr("Last part kept")});
  view.handles.push_back(
      {QStringLiteral("k"),
       Words::tr("Rank kept"),
       {double(result.kept), atKept},
       Role::Drag,
       [](QPointF to) {
         return scene::Assignments{{QStringLiteral("k"), std::max(1.0, std::round(to.x()))}};
       }});
  return view;
}

QString originalTitle(const Params& params) {
  if (params.noiseOfTable() > 0)
    return Words::tr("A, with noise");
  return params.isPicture() ? Words::tr("A, the picture") : Words::tr("A, the ratings");
}

} // namespace

scene::Scene drawn(const Params& params, const Result& result) {
  if (params.isMap())
    return {{circleView(result), ellipseView(params, result)}};
  const QString approximation = Words::tr("Rank %1 of %2").arg(result.kept).arg(result.values());
  return {{filled(tableView(QStringLiteral("table"), originalTitle(params), result.whole->A), params,
                  result.whole->A),
           filled(tableView(QStringLiteral("low_rank"), approximation, result.approximation), params,
                  result.approximation),
           screeView(result)}};
}

} // namespace eigenboard::panels::linear_algebra::svd_panel
