#include "views/panels/graph/editor_model.h"
#include "views/panels/support/tex.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::panels::graph::editor_panel {

using scene::Role;

namespace {

constexpr int mostNumbers =
    11; ///< nodes up to which every entry is written: on smaller cells it would hide them
constexpr int mostNames = 28;  ///< and up to which rows have their names
constexpr int fewColumns = 10; ///< up to which a column has room for three letters

/// The cell of row i and column j: rows go down.
std::vector<QPointF> cellOutline(int i, int j) {
  const double left = j - 0.5;
  const double top = 0.5 - i;
  return {{left, top}, {left + 1, top}, {left + 1, top - 1}, {left, top - 1}};
}

QString cellName(const Result& result, int i, int j) {
  const QString row = tellingNodeName(result.names, i);
  const QString column = tellingNodeName(result.names, j);
  if (i == j)
    return Words::tr("Node %1").arg(row);
  // The name of the edge, so that pointing at one lights the other.
  if (result.graph.directed)
    return Words::tr("Edge from %1 to %2").arg(row, column);
  for (const auto& edge : result.graph.edges)
    if (edge.from == j && edge.to == i)
      return Words::tr("Edge between %1 and %2").arg(column, row);
  return Words::tr("Edge between %1 and %2").arg(row, column);
}

void addCell(scene::PlaneView& view, const Result& result, const Eigen::MatrixXd& matrix, int i, int j) {
  const double value = matrix(i, j);
  if (value != 0) {
    const bool isOfChosen = i == result.chosen || j == result.chosen;
    const Role role = isOfChosen ? Role::Highlight : Role::Response;
    // A degree is the darker the larger it is.
    const double opacity = i == j ? std::clamp(0.5 + 0.1 * value, 0.3, 0.9) : 0.5;
    view.marks.push_back(
        scene::Region{cellOutline(i, j), scene::Fill{role, opacity}, std::nullopt, cellName(result, i, j)});
  }
  if (result.nodeCount() <= mostNumbers)
    view.marks.push_back(scene::Label{{static_cast<double>(j), static_cast<double>(-i)},
                                      tex::number(value, value == std::round(value) ? 0 : 1),
                                      value != 0 ? Role::Ink : Role::Muted});
}

void addLines(scene::PlaneView& view, int n) {
  std::vector<QLineF> lines;
  for (int i = 0; i <= n; ++i) {
    lines.emplace_back(-0.5, 0.5 - i, n - 0.5, 0.5 - i);
    lines.emplace_back(i - 0.5, 0.5, i - 0.5, 0.5 - n);
  }
  view.marks.push_back(scene::Segments{lines, {Role::Grid, 1}});
}

QString shortName(const QString& name, int letters) {
  return QStringLiteral("\\scriptsize ") + tex::text(name.left(letters));
}

} // namespace

scene::PlaneView matrixView(const Params& params, const Result& result) {
  const int n = result.nodeCount();
  const bool isLaplacian = params.matrix == MatrixKind::Laplacian;
  const Eigen::MatrixXd& matrix = isLaplacian ? result.laplacian : result.adjacency;
  scene::PlaneView view;
  view.key = QStringLiteral("matrix");
  view.title = isLaplacian ? Words::tr("Laplacian L = D − A") : Words::tr("Adjacency matrix A");
  view.backgroundGrid = false;
  const double last = std::max(n, 1) - 0.5;
  const double margin = n <= mostNames ? 0.5 + 0.05 * n : 0.3;
  view.x = {QStringLiteral("j"), -0.5 - margin, last + 0.2, false};
  view.y = {QStringLiteral("i"), -last - 0.2, 0.5 + margin, false};
  addLines(view, n);
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < n; ++j)
      addCell(view, result, matrix, i, j);
  for (int node = 0; node < n && n <= mostNames; ++node) {
    const QString& name = result.names[static_cast<std::size_t>(node)];
    const Role role = node == result.chosen ? Role::Highlight : Role::Muted;
    view.marks.push_back(
        scene::Label{{-0.5 - margin / 2, static_cast<double>(-node)}, shortName(name, 3), role});
    if (n <= mostNumbers || node % 5 == 0) // many numbers side by side would run together
      view.marks.push_back(scene::Label{
          {static_cast<double>(node), 0.5 + margin / 2}, shortName(name, n <= fewColumns ? 3 : 2), role});
  }
  view.clickName = Words::tr("Add or remove an edge");
  view.click = [params, n](QPointF point) {
    const auto row = static_cast<int>(std::lround(-point.y()));
    const auto column = static_cast<int>(std::lround(point.x()));
    const bool isCell = row >= 0 && column >= 0 && row < n && column < n && row != column;
    return isCell ? withEdgeToggled(params, row, column) : scene::Settings{};
  };
  return view;
}

} // namespace eigenboard::panels::graph::editor_panel
