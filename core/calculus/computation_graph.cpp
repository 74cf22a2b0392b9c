#include "core/calculus/computation_graph.h"

#include <cmath>
#include <limits>

namespace eigenboard::calculus {

using algebra::Operation;

ComputationGraph forwardPass(const algebra::Expression& expression, std::span<const double> values) {
  ComputationGraph graph;
  graph.reserve(expression.program.size());
  std::vector<int> stack; // places of the nodes whose values stand on the stack
  stack.reserve(static_cast<std::size_t>(expression.stackDepth));
  for (const algebra::Instruction& instruction : expression.program) {
    GraphNode node;
    node.operation = instruction.operation;
    const auto index = static_cast<std::size_t>(instruction.variable);
    if (instruction.operation == Operation::Number) {
      node.local = operationDerivatives(instruction.operation, instruction.number, 0);
    } else if (instruction.operation == Operation::Variable) {
      if (index >= values.size())
        return {};
      node.variable = instruction.variable;
      node.dependsOnVariables = true;
      node.local = operationDerivatives(instruction.operation, values[index], 0);
    } else {
      const auto take = [&] {
        const int place = stack.back();
        stack.pop_back();
        node.dependsOnVariables |= graph[static_cast<std::size_t>(place)].dependsOnVariables;
        return place;
      };
      const auto valueAt = [&graph](int place) { return graph[static_cast<std::size_t>(place)].local.value; };
      if (algebra::argumentCount(instruction.operation) == 2)
        node.second = take();
      node.first = take();
      node.local = operationDerivatives(instruction.operation, valueAt(node.first),
                                        node.second < 0 ? 0 : valueAt(node.second));
    }
    stack.push_back(static_cast<int>(graph.size()));
    graph.push_back(node);
  }
  if (!graph.empty())
    graph.back().adjoint = 1;
  return graph;
}

void handToOperands(ComputationGraph& graph, int node) {
  if (node < 0 || static_cast<std::size_t>(node) >= graph.size())
    return;
  const GraphNode& from = graph[static_cast<std::size_t>(node)];
  const auto hand = [&](int operand, double slope) {
    if (operand < 0)
      return;
    GraphNode& to = graph[static_cast<std::size_t>(operand)];
    if (to.dependsOnVariables)
      to.adjoint += from.adjoint * slope;
  };
  hand(from.first, from.local.a);
  hand(from.second, from.local.b);
}

ValueAndGradient gradient(const algebra::Expression& expression, std::span<const double> values) {
  constexpr double none = std::numeric_limits<double>::quiet_NaN();
  const auto count = static_cast<Eigen::Index>(values.size());
  ComputationGraph graph = forwardPass(expression, values);
  if (graph.empty() || std::isnan(graph.back().local.value))
    return {none, Eigen::VectorXd::Constant(count, none)};
  ValueAndGradient result{graph.back().local.value, Eigen::VectorXd::Zero(count)};
  for (int node = static_cast<int>(graph.size()) - 1; node >= 0; --node) {
    handToOperands(graph, node);
    const GraphNode& done = graph[static_cast<std::size_t>(node)];
    if (done.variable >= 0)
      result.gradient(done.variable) += done.adjoint;
  }
  return result;
}

} // namespace eigenboard::calculus
