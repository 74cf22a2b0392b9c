#include "views/panels/graph/editor_words.h"

#include "views/panels/support/speech.h"
#include "views/panels/support/tex.h"

#include <QtCore/QStringList>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace eigenboard::panels::graph::editor_panel {

namespace math = eigenboard::graph;

namespace {

constexpr int mostTerms = 12; ///< of a sum that is written out

double meanDegree(const Result& result) {
  return result.nodeCount() > 0 ? 2.0 * result.edgeCount() / result.nodeCount()
                                : std::numeric_limits<double>::quiet_NaN();
}

int degreeSum(const Result& result) {
  return std::accumulate(result.degrees.begin(), result.degrees.end(), 0);
}

int largestDegree(const Result& result) {
  return result.degrees.empty() ? 0 : *std::max_element(result.degrees.begin(), result.degrees.end());
}

} // namespace

QString formula(const Params&, const Result& result) {
  QStringList terms;
  for (const int degree : result.degrees)
    terms += QString::number(degree);
  if (terms.size() > mostTerms)
    terms = terms.mid(0, 5) + QStringList{QStringLiteral("\\cdots")} + terms.mid(terms.size() - 2);
  const int m = result.edgeCount();
  return QStringLiteral("\\sum_{v} \\deg v = %1 = %2 = 2 \\cdot %3 = 2m")
      .arg(terms.isEmpty() ? QStringLiteral("0") : terms.join(QStringLiteral(" + ")))
      .arg(degreeSum(result))
      .arg(m);
}

std::vector<panel::Readout> readouts(const Params&, const Result& r) {
  return {
      {"n", Words::tr("Nodes"), "n", "", Words::tr("How many rows and columns the matrices have."),
       static_cast<double>(r.nodeCount()), 0},
      {"m", Words::tr("Edges"), "m", "",
       Words::tr(
           "Joined pairs: each has an entry in A, and the same one across the diagonal where edges have no "
           "direction."),
       static_cast<double>(r.edgeCount()), 0},
      {"degree_sum", Words::tr("Sum of degrees"), "\\sum\\deg v", "",
       Words::tr("Every edge has two ends, so this is twice the number of edges."),
       static_cast<double>(degreeSum(r)), 0},
      {"mean_degree", Words::tr("Mean degree"), "2m/n", "",
       Words::tr("Edges that end at a node, on average; undefined without nodes."), meanDegree(r), 3},
      {"largest_degree", Words::tr("Largest degree"), "\\max\\deg v", "",
       Words::tr("The largest entry on the diagonal of L, where edges have no direction and no weights."),
       static_cast<double>(largestDegree(r)), 0},
      {"density", Words::tr("Density"), "", "",
       Words::tr("The share of all pairs that are joined: 1 for a complete graph."), math::density(r.graph),
       3},
      {"components", Words::tr("Components"), "c", "",
       Words::tr(
           "Parts that no edge leaves; as often 0 is an eigenvalue of L, where edges have no direction and "
           "weights above 0."),
       static_cast<double>(r.parts.count), 0},
      {"cycles", Words::tr("Independent cycles"), "m - n + c", "",
       Words::tr("How many edges could go before the graph is a forest with the same components."),
       static_cast<double>(r.independentCycles()), 0},
  };
}

std::vector<panel::Invariant> invariants(const Params&, const Result& r) {
  constexpr double epsilon = std::numeric_limits<double>::epsilon();
  const double rowGap = r.laplacian.size() > 0 ? r.laplacian.rowwise().sum().cwiseAbs().maxCoeff() : 0;
  const double trace = r.laplacian.trace() - (r.graph.directed ? 1 : 2) * r.totalWeight;
  const double size = std::max(1, r.nodeCount());
  // Sums of up to n weights in a row, and of n rows; where all are 1 there is nothing to round.
  const double sums = r.largestWeight == 1 ? 0 : 8 * epsilon * size * size * r.largestWeight;
  // Sums of n² products of coordinates up to 2 · drawnReach, rounded once each.
  const double rounding = 8 * epsilon * size * size * (4 * drawnReach * drawnReach) * size * r.largestWeight;
  std::vector<panel::Invariant> list{{"handshake", "\\textstyle\\sum_v \\deg v = 2m",
                                      Words::tr("Every edge has two ends."),
                                      static_cast<double>(degreeSum(r) - 2 * r.edgeCount()), 0}};
  if (r.laplacian.size() > 0 || r.nodeCount() == 0) {
    list.push_back({"rows", "L\\mathbf{1} = \\mathbf{0}", Words::tr("Every row of the Laplacian sums to 0."),
                    rowGap, sums});
    list.push_back(
        {"trace",
         r.graph.directed ? "\\operatorname{tr} L = \\textstyle\\sum w"
                          : "\\operatorname{tr} L = 2\\textstyle\\sum w",
         Words::tr(
             "The diagonal of the Laplacian holds the weights at each node: with weights of 1, its degree."),
         trace, sums});
  }
  list.push_back(
      {"quadratic", "\\textstyle\\mathbf{x}^{\\!\\top} L\\mathbf{x} = \\sum_{ij} w_{ij}(x_i - x_j)^2",
       Words::tr("For x the places across: L measures how far apart neighbors are, directions left aside."),
       r.quadraticGap, rounding});
  list.push_back({"pins", "\\text{" + Words::tr("pins hold") + "}",
                  Words::tr("No layout has moved a pinned node."), r.pinMovement, 0});
  return list;
}

QString spoken(const Params& params, const Result& r) {
  QString words = Words::tr("%1 nodes, %2 edges, %3 components, density %4.")
                      .arg(r.nodeCount())
                      .arg(r.edgeCount())
                      .arg(r.parts.count)
                      .arg(speech::number(math::density(r.graph)));
  if (r.chosen >= 0) {
    QStringList neighbors;
    for (const math::Arc& arc : r.graph.arcsOf(r.chosen))
      neighbors += r.names[static_cast<std::size_t>(arc.node)];
    const QString& name = r.names[static_cast<std::size_t>(r.chosen)];
    words +=
        QLatin1Char(' ') +
        (neighbors.isEmpty()
             ? Words::tr("%1 is chosen and leads nowhere.").arg(name)
             : Words::tr("%1 is chosen and leads to %2.").arg(name, neighbors.join(QStringLiteral(", "))));
  }
  const auto pinned = std::count(r.pinned.begin(), r.pinned.end(), true);
  if (pinned > 0 && params.layout != Layout::Hand)
    words += QLatin1Char(' ') + Words::tr("%1 pinned.").arg(pinned);
  return words;
}

} // namespace eigenboard::panels::graph::editor_panel
