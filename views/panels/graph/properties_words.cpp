#include "views/panels/graph/properties_words.h"

#include "views/panels/support/speech.h"
#include "views/panels/support/tex.h"

#include <QtCore/QStringList>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace eigenboard::panels::graph::properties_panel {

namespace {

constexpr double undefinedNumber = std::numeric_limits<double>::quiet_NaN();
constexpr double epsilon = std::numeric_limits<double>::epsilon();

/// The node that ranks first; −1 without nodes.
int firstNode(const Result& result) {
  Eigen::Index best = 0;
  if (result.value.size() == 0)
    return -1;
  result.value.maxCoeff(&best);
  return static_cast<int>(best);
}

QString nameOf(const Result& result, int node) {
  return tellingNodeName(result.known->read.names, node);
}

QString degreesFormula(const Result& result) {
  QStringList terms;
  for (const int degree : result.known->degrees)
    terms += QString::number(degree);
  constexpr int mostTerms = 12;
  if (terms.size() > mostTerms)
    terms = terms.mid(0, 6) + QStringList{QStringLiteral("\\cdots")} + terms.mid(terms.size() - 3);
  return QStringLiteral("\\textstyle\\sum_{v} \\deg v = %1 = %2 = 2 \\cdot %3 = 2m")
      .arg(terms.isEmpty() ? QStringLiteral("0") : terms.join(QStringLiteral(" + ")))
      .arg(degreeSum(result))
      .arg(result.edgeCount());
}

QString rankingFormula(const Params& params, const Result& result) {
  const int first = firstNode(result);
  if (first < 0)
    return QStringLiteral("\\varnothing");
  const QString name = tex::text(nameOf(result, first));
  const QString value = tex::number(result.value(first), params.shown == Shown::Degree ? 0 : 3);
  switch (params.shown) {
  case Shown::Degree:
    return QStringLiteral("\\deg(%1) = %2").arg(name, value);
  case Shown::Closeness:
    return QStringLiteral(
               "C(v) = \\tfrac{r}{n-1} \\cdot \\tfrac{r}{\\sum_u d(u, v)},\\qquad C(%1) \\approx %2")
        .arg(name, value);
  case Shown::Betweenness:
    return QStringLiteral(
               "B(v) = \\textstyle\\frac{1}{(n-1)(n-2)}\\sum_{s, t} \\tfrac{\\sigma_{st}(v)}{\\sigma_{st}},"
               "\\qquad B(%1) \\approx %2")
        .arg(name, value);
  case Shown::Eigenvector:
    return QStringLiteral("A\\mathbf{x} = \\lambda_{\\max}\\mathbf{x},\\qquad x_{%1} \\approx %2")
        .arg(name, value);
  case Shown::PageRank:
    return QStringLiteral(
               "\\mathbf{r} = 0.85\\, P^{\\!\\top}\\mathbf{r} + \\tfrac{0.15}{n}\\mathbf{1},\\qquad r_{%1} "
               "\\approx %2")
        .arg(name, value);
  case Shown::Components:
    return QStringLiteral("c = %1 = \\dim \\ker L").arg(result.known->parts.count);
  case Shown::Fiedler:
    return QStringLiteral("L\\mathbf{f} = \\lambda_2 \\mathbf{f},\\qquad \\lambda_2 \\approx %1")
        .arg(tex::number(secondEigenvalue(result), 3));
  }
  return {};
}

QString partsWords(const Result& result) {
  return result.known->parts.count == 1 ? Words::tr("connected")
                                        : Words::tr("in %1 parts").arg(result.known->parts.count);
}

} // namespace

double secondEigenvalue(const Result& result) {
  return result.nodeCount() > 1 ? result.known->lambda2 : undefinedNumber;
}

int degreeSum(const Result& result) {
  return std::accumulate(result.known->degrees.begin(), result.known->degrees.end(), 0);
}

double walksBetween(const Result& result) {
  return result.from < 0 ? undefinedNumber : result.walks(result.from, result.to);
}

QString formula(const Params& params, const Result& result) {
  switch (params.beside) {
  case Beside::Degrees:
    return degreesFormula(result);
  case Beside::Walks:
    return result.from < 0
               ? QStringLiteral("\\varnothing")
               : QStringLiteral("(A^{%1})_{%2,\\,%3} = %4")
                     .arg(QString::number(params.length), tex::text(nameOf(result, result.from)),
                          tex::text(nameOf(result, result.to)), tex::number(walksBetween(result), 0));
  case Beside::Ranking:
    return rankingFormula(params, result);
  case Beside::Spectrum:
    return QStringLiteral("\\mathbf{f}^{\\top} L \\mathbf{f} = \\textstyle\\sum_{uv} (f_u - f_v)^2 = "
                          "\\lambda_2 \\approx %1,"
                          "\\qquad \\lVert \\mathbf{f} \\rVert = 1")
        .arg(tex::number(secondEigenvalue(result), 3));
  }
  return {};
}

std::vector<panel::Readout> readouts(const Params&, const Result& r) {
  const Known& known = *r.known;
  return {
      {"n", Words::tr("Nodes"), "n", "", Words::tr("How many there are."), static_cast<double>(r.nodeCount()),
       0},
      {"m", Words::tr("Edges"), "m", "", Words::tr("How many there are."), static_cast<double>(r.edgeCount()),
       0},
      {"degree_sum", Words::tr("Sum of degrees"), "\\sum\\deg v", "",
       Words::tr("Every edge has two ends, so this is twice the number of edges."),
       static_cast<double>(degreeSum(r)), 0},
      {"components", Words::tr("Components"), "c", "", Words::tr("Parts that no edge leaves."),
       static_cast<double>(known.parts.count), 0},
      {"zeros", Words::tr("Zero eigenvalues"), "\\dim \\ker L", "",
       Words::tr("Of the Laplacian: as many as there are components."), static_cast<double>(known.zeros), 0},
      {"lambda2", Words::tr("Algebraic connectivity"), "\\lambda_2", "",
       Words::tr("0 when the graph falls apart, small at a bottleneck; undefined with fewer than two nodes."),
       secondEigenvalue(r), 4},
      {"cut", Words::tr("Edges cut"), "", "",
       Words::tr("Those between the signs of the Fiedler vector; undefined where λ₂ is 0 or has more vectors "
                 "than one."),
       known.isFiedlerAlone ? known.cut : undefinedNumber, 0},
      {"diameter", Words::tr("Diameter"), "", "",
       Words::tr("The longest of all shortest paths; infinite where there are several components, undefined "
                 "without nodes."),
       known.diameter, 0},
      {"clustering", Words::tr("Clustering"), "C", "",
       Words::tr("Of the pairs of a node's neighbors, the share that is joined, on average over the nodes; 0 "
                 "at a node of fewer than two neighbors, undefined without nodes."),
       known.clustering, 3},
      {"triangles", Words::tr("Triangles"), "\\operatorname{tr}(A^3)/6", "",
       Words::tr("A closed walk of three edges from each corner, either way round."), known.triangles, 0},
      {"walks", Words::tr("Walks"), "(A^k)_{ij}", "",
       Words::tr("Of k edges between the two nodes picked; undefined without nodes."), walksBetween(r), 0},
  };
}

std::vector<panel::Invariant> invariants(const Params&, const Result& r) {
  const Known& known = *r.known;
  const double n = std::max(1, r.nodeCount());
  const double sum = degreeSum(r);
  return {
      {"handshake", "\\textstyle\\sum_v \\deg v = 2m", Words::tr("Every edge has two ends."),
       sum - 2 * r.edgeCount(), 0},
      {"zeros", "\\dim \\ker L = c", Words::tr("Every component has a constant vector that L sends to 0."),
       static_cast<double>(known.zeros - known.parts.count), 0},
      {"trace", "\\textstyle\\sum_i \\lambda_i = 2m", Words::tr("The trace of L is the sum of the degrees."),
       known.eigenvalues.sum() - sum,
       8 * epsilon * n * (sum + 1)}, // n eigenvalues, each off by ε of the largest
      {"triangles", "\\operatorname{tr}(A^3)/6 = \\textstyle\\frac16\\sum_v C_v \\deg v\\,(\\deg v - 1)",
       Words::tr("Walks and clustering count the same triangles."), known.triangles - known.triangleTriples,
       16 * epsilon * n * (known.triangles + 1)}, // a quotient and two products for each node
  };
}

QString spoken(const Params& params, const Result& r) {
  QString words =
      Words::tr("%1 nodes, %2 edges, %3.").arg(r.nodeCount()).arg(r.edgeCount()).arg(partsWords(r)) +
      QLatin1Char(' ') + Words::tr("λ₂ is %1.").arg(speech::number(secondEigenvalue(r), 3));
  const int first = firstNode(r);
  if (first >= 0 && isCentrality(params.shown))
    words += QLatin1Char(' ') +
             Words::tr("%1: %2 comes first with %3.")
                 .arg(shownName(params.shown), nameOf(r, first), speech::number(r.value(first), 3));
  if (params.shown == Shown::Fiedler && r.known->isFiedlerAlone)
    words += QLatin1Char(' ') + Words::tr("The Fiedler vector cuts %1 edges.").arg(r.known->cut);
  if (params.beside == Beside::Walks && r.from >= 0)
    words += QLatin1Char(' ') + Words::tr("%1 walks of %2 edges from %3 to %4.")
                                    .arg(QString::number(walksBetween(r), 'f', 0))
                                    .arg(params.length)
                                    .arg(nameOf(r, r.from), nameOf(r, r.to));
  return words;
}

} // namespace eigenboard::panels::graph::properties_panel
