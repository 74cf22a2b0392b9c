#include "core/calculus/computation_graph.h"
#include "views/panels/calculus/gradient_views.h"
#include "views/panels/support/tex.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace eigenboard::panels::calculus::gradient_panel {

using algebra::Operation;
using scene::Dash;
using scene::Role;
using scene::Stroke;

namespace {

/// More operations than these would lie on one another.
constexpr int mostRows = 5;
constexpr int mostColumns = 7;

struct Placed {
  double column = 0; ///< the longest way from a variable
  double row = 0;    ///< middle of its operands'
};

QString nameOf(Operation operation) {
  switch (operation) {
  case Operation::Negate:
  case Operation::Subtract:
    return QStringLiteral("-");
  case Operation::Add:
    return QStringLiteral("+");
  case Operation::Multiply:
    return QStringLiteral("\\times");
  case Operation::Divide:
    return QStringLiteral("\\div");
  case Operation::Power:
    return QStringLiteral("\\text{^}");
  case Operation::SquareRoot:
    return QStringLiteral("\\sqrt{\\ }");
  case Operation::Exponential:
    return QStringLiteral("\\exp");
  case Operation::Logarithm:
    return QStringLiteral("\\log");
  case Operation::Logarithm2:
    return QStringLiteral("\\log_2");
  case Operation::Logarithm10:
    return QStringLiteral("\\log_{10}");
  case Operation::Sine:
    return QStringLiteral("\\sin");
  case Operation::Cosine:
    return QStringLiteral("\\cos");
  case Operation::Tangent:
    return QStringLiteral("\\tan");
  case Operation::ArcSine:
    return QStringLiteral("\\arcsin");
  case Operation::ArcCosine:
    return QStringLiteral("\\arccos");
  case Operation::ArcTangent:
    return QStringLiteral("\\arctan");
  case Operation::HyperbolicSine:
    return QStringLiteral("\\sinh");
  case Operation::HyperbolicCosine:
    return QStringLiteral("\\cosh");
  case Operation::HyperbolicTangent:
    return QStringLiteral("\\tanh");
  case Operation::Absolute:
    return QStringLiteral("|\\cdot|");
  case Operation::Minimum:
    return QStringLiteral("\\min");
  case Operation::Maximum:
    return QStringLiteral("\\max");
  case Operation::Number:
  case Operation::Variable:
    break;
  }
  return {};
}

QString constantTex(double value) {
  return QString::number(value, 'g', 4);
}

/// What a node does; an operand that is a number is written into it: "\\cdot^2", "3 \\times".
QString signOf(const math::ComputationGraph& graph, const math::GraphNode& node) {
  if (node.variable >= 0)
    return node.variable == 0 ? QStringLiteral("x") : QStringLiteral("y");
  const auto constant = [&graph](int operand) -> const math::GraphNode* {
    const auto& one = graph[static_cast<std::size_t>(std::max(0, operand))];
    return operand >= 0 && !one.dependsOnVariables ? &one : nullptr;
  };
  const QString sign = nameOf(node.operation);
  if (const auto* second = constant(node.second)) {
    const QString number = constantTex(second->local.value);
    return node.operation == Operation::Power ? QStringLiteral("(\\cdot)^{%1}").arg(number)
                                              : sign + QLatin1Char(' ') + number;
  }
  if (const auto* first = constant(node.first)) {
    const QString number = constantTex(first->local.value);
    return node.operation == Operation::Power ? QStringLiteral("%1^{(\\cdot)}").arg(number)
                                              : number + QLatin1Char(' ') + sign;
  }
  return node.operation == Operation::Power ? QStringLiteral("a^{b}") : sign;
}

/// Variables to the left, the result to the right; every place where a variable stands has a row.
std::vector<Placed> placed(const math::ComputationGraph& graph) {
  std::vector<Placed> places(graph.size());
  double rows = 0;
  for (std::size_t i = 0; i < graph.size(); ++i) {
    if (graph[i].variable >= 0)
      places[i].row = rows++;
    double sum = 0;
    int count = 0;
    for (const int operand : {graph[i].first, graph[i].second}) {
      const auto at = static_cast<std::size_t>(std::max(0, operand));
      if (operand < 0 || !graph[at].dependsOnVariables)
        continue;
      sum += places[at].row;
      ++count;
      places[i].column = std::max(places[i].column, places[at].column + 1);
    }
    if (count > 0)
      places[i].row = sum / count;
  }
  for (Placed& place : places)
    place.row = rows - 1 - place.row; // the first variable on top
  return places;
}

} // namespace

scene::PlaneView graphView(const Params& p, const Result& r) {
  scene::PlaneView view;
  view.key = QStringLiteral("graph");
  view.title = Words::tr("How f is computed");
  view.equalAspect = false;
  view.backgroundGrid = false;
  math::ComputationGraph graph = math::forwardPass(r.components[0], std::array{p.at.x(), p.at.y()});
  for (int node = static_cast<int>(graph.size()) - 1; node >= 0; --node)
    math::handToOperands(graph, node);
  const std::vector<double> ways = math::tangents(graph, std::array{r.u.x(), r.u.y()});
  const std::vector<Placed> places = placed(graph);
  double rows = 1;
  double columns = 1;
  for (std::size_t i = 0; i < graph.size(); ++i)
    if (graph[i].dependsOnVariables) {
      rows = std::max(rows, places[i].row + 1);
      columns = std::max(columns, places[i].column + 1);
    }
  view.x = {tex::text(Words::tr("operations, in the order in which they run")), -0.55, columns - 0.45, false};
  view.y = {tex::text(Words::tr("places of x and y")), -0.75, rows - 0.4, false};
  view.legend = {{Words::tr("value"), Role::Ink},
                 {Words::tr("forward mode: slope along u"), directionRole},
                 {Words::tr("reverse mode: slope of f by it"), gradientRole}};
  if (rows > mostRows || columns > mostColumns) {
    view.marks.push_back(scene::Label{
        {(columns - 1) / 2, (rows - 1) / 2},
        tex::text(Words::tr("%1 operations: too many to be drawn").arg(static_cast<int>(graph.size())))});
    return view;
  }
  const auto at = [&places](int node) {
    const Placed& place = places[static_cast<std::size_t>(node)];
    return QPointF(place.column, place.row);
  };
  scene::Segments edges{{}, Stroke{Role::Muted, 1.6, Dash::Solid, 0.8}};
  scene::Points nodes{{}, Role::Grid, 16, 1, Words::tr("Operation")};
  for (int i = 0; i < static_cast<int>(graph.size()); ++i) {
    const math::GraphNode& node = graph[static_cast<std::size_t>(i)];
    if (!node.dependsOnVariables)
      continue;
    for (const int operand : {node.first, node.second})
      if (operand >= 0 && graph[static_cast<std::size_t>(operand)].dependsOnVariables)
        edges.lines.emplace_back(at(operand), at(i));
    nodes.points.push_back(at(i));
  }
  view.marks.push_back(std::move(edges));
  view.marks.push_back(std::move(nodes));
  for (int i = 0; i < static_cast<int>(graph.size()); ++i) {
    const math::GraphNode& node = graph[static_cast<std::size_t>(i)];
    if (!node.dependsOnVariables)
      continue;
    view.marks.push_back(scene::Label{at(i), signOf(graph, node), Role::Ink});
    view.marks.push_back(scene::Label{at(i), tex::number(node.local.value), Role::Ink, {0, -26}});
    view.marks.push_back(
        scene::Label{at(i), tex::number(ways[static_cast<std::size_t>(i)]), directionRole, {0, 27}});
    view.marks.push_back(scene::Label{at(i), tex::number(node.adjoint), gradientRole, {0, 46}});
  }
  return view;
}

} // namespace eigenboard::panels::calculus::gradient_panel
