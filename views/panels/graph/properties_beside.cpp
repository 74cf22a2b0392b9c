#include "core/probability/distribution.h"
#include "views/panels/graph/properties_views.h"
#include "views/panels/support/tex.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace eigenboard::panels::graph::properties_panel {

namespace math = eigenboard::graph;

using scene::Role;

namespace {

constexpr std::size_t mostRanked = 16;
constexpr int mostWrittenCells = 12; ///< nodes up to which the counts are written in the matrix

int largestDegree(const Result& result) {
  return std::max(0, static_cast<int>(result.known->degreeCounts.size()) - 1);
}

std::vector<double> degreeCounts(const Result& result) {
  return {result.known->degreeCounts.begin(), result.known->degreeCounts.end()};
}

/// How many of n nodes would have the degree if pairs were joined by chance alone: the binomial distribution
/// of n − 1 trials with this graph's density.
double byChance(const Result& result, int degree) {
  const int n = result.nodeCount();
  eigenboard::probability::Distribution law{eigenboard::probability::Family::Binomial, {}};
  law.parameters = {static_cast<double>(n - 1), math::density(result.graph())};
  if (!isPossible(law)) // a lone node has no trial
    return degree == 0 ? n : 0;
  return n * eigenboard::probability::density(law, degree);
}

double ceilingOf(const std::vector<double>& values, double least) {
  return values.empty() ? least : std::max(least, *std::max_element(values.begin(), values.end()));
}

QString cellWords(double count) {
  return count < 1000 ? QString::number(count, 'f', 0) : QString();
}

} // namespace

scene::ChartView degreeView(const Result& result) {
  scene::ChartView view;
  view.key = QStringLiteral("degrees");
  view.title = Words::tr("Degree distribution");
  const std::vector<double> counts = degreeCounts(result);
  scene::LineSet chance{Words::tr("joined by chance"), {}, {Role::Reference, 2, scene::Dash::Dashed}};
  double top = ceilingOf(counts, 1);
  for (std::size_t degree = 0; degree < counts.size(); ++degree) {
    const bool isNamed = counts.size() <= 16 || degree % 5 == 0;
    view.categories.push_back(
        {isNamed ? QString::number(degree) : QStringLiteral("\\,"), Words::tr("Degree %1").arg(degree)});
    chance.points.emplace_back(static_cast<double>(degree), byChance(result, static_cast<int>(degree)));
    top = std::max(top, chance.points.back().y());
  }
  view.x = {tex::text(Words::tr("degree")), -0.5, static_cast<double>(counts.size()) - 0.5};
  view.value = {tex::text(Words::tr("nodes")), 0, 1.12 * top};
  scene::BarSet bars{Words::tr("this graph"), counts, Role::Response};
  if (counts.size() <= 16)
    bars.decimals = 0;
  view.bars = {bars};
  view.lines = {chance};
  return view;
}

scene::PlaneView tailView(const Result& result) {
  scene::PlaneView view;
  view.key = QStringLiteral("tail");
  view.title = Words::tr("Tail of the degrees");
  view.equalAspect = false;
  view.x = {QStringLiteral("\\log_{10} k"), -0.08, std::log10(std::max(4, largestDegree(result))) + 0.15};
  const double least = -std::log10(std::max(2, result.nodeCount()));
  view.y = {QStringLiteral("\\log_{10} P(\\deg \\ge k)"), least - 0.15, 0.15};
  const std::vector<double> counts = degreeCounts(result);
  scene::Points points{{}, Role::Response, 5, 0.9, Words::tr("This graph")};
  scene::Curve line{{}, {Role::Response, 2}, Words::tr("This graph")};
  scene::Curve chance{{}, {Role::Reference, 2, scene::Dash::Dashed}, Words::tr("Joined by chance")};
  double above = 0;
  double aboveByChance = 0;
  for (int degree = result.nodeCount() - 1; degree >= 1; --degree) {
    const auto at = static_cast<std::size_t>(degree);
    above += at < counts.size() ? counts[at] : 0;
    aboveByChance += byChance(result, degree);
    const double x = std::log10(degree);
    if (at < counts.size() && above > 0) {
      points.points.emplace_back(x, std::log10(above / result.nodeCount()));
      line.points.push_back(points.points.back());
    }
    if (aboveByChance > 0 && x <= view.x.maximum)
      if (const double y = std::log10(aboveByChance / result.nodeCount()); y >= view.y.minimum)
        chance.points.emplace_back(x, y);
  }
  view.marks = {chance, line, points};
  view.legend = {{Words::tr("this graph"), Role::Response}, {Words::tr("joined by chance"), Role::Reference}};
  return view;
}

scene::PlaneView walksView(const Params& params, const Result& result) {
  const int n = result.nodeCount();
  scene::PlaneView view;
  view.key = QStringLiteral("walks");
  view.title = Words::tr("Walks of %1 edges").arg(params.length);
  view.backgroundGrid = false;
  view.x = {QStringLiteral("j"), n <= mostWrittenCells ? -1.4 : -0.8, std::max(n, 1) - 0.2, false};
  view.y = {QStringLiteral("i"), -std::max(n, 1) + 0.2, n <= mostWrittenCells ? 1.4 : 0.8, false};
  const double most = n > 0 ? result.walks.maxCoeff() : 0;
  const std::vector<QString>& names = result.known->read.names;
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < n; ++j) {
      const double count = result.walks(i, j);
      const bool isPicked = i == result.from && j == result.to;
      const std::vector<QPointF> cell{
          {j - 0.5, 0.5 - i}, {j + 0.5, 0.5 - i}, {j + 0.5, -0.5 - i}, {j - 0.5, -0.5 - i}};
      if (count > 0) // many orders of size: the logarithm
        view.marks.push_back(scene::Region{
            cell, scene::Fill{Role::Response, 0.12 + 0.75 * std::log1p(count) / std::log1p(most)},
            std::nullopt,
            Words::tr("%1 walks from %2 to %3")
                .arg(QString::number(count, 'f', 0), tellingNodeName(names, i), tellingNodeName(names, j))});
      if (n <= mostWrittenCells && !cellWords(count).isEmpty())
        view.marks.push_back(scene::Label{{static_cast<double>(j), static_cast<double>(-i)},
                                          QStringLiteral("\\scriptsize ") + cellWords(count),
                                          count > 0 ? Role::Ink : Role::Muted});
      if (isPicked)
        view.marks.push_back(scene::Region{cell, std::nullopt, scene::Stroke{Role::Highlight, 3},
                                           Words::tr("The walks of the two flags")});
    }
  view.marks.push_back(scene::Region{{{-0.5, 0.5}, {n - 0.5, 0.5}, {n - 0.5, 0.5 - n}, {-0.5, 0.5 - n}},
                                     std::nullopt,
                                     scene::Stroke{Role::Grid, 1.5}});
  for (int node = 0; node < n && n <= mostWrittenCells; ++node) {
    const QString name = QStringLiteral("\\scriptsize ") + tex::text(names[math::asIndex(node)].left(3));
    view.marks.push_back(scene::Label{{-1.0, static_cast<double>(-node)}, name, Role::Muted});
    view.marks.push_back(scene::Label{{static_cast<double>(node), 1.0}, name, Role::Muted});
  }
  view.clickName = Words::tr("Take the two ends of the walks");
  view.click = [n](QPointF point) {
    const auto row = static_cast<int>(std::lround(-point.y()));
    const auto column = static_cast<int>(std::lround(point.x()));
    const bool isCell = row >= 0 && column >= 0 && row < n && column < n;
    return isCell ? scene::Settings{{QStringLiteral("from"), QString::number(row)},
                                    {QStringLiteral("to"), QString::number(column)}}
                  : scene::Settings{};
  };
  return view;
}

scene::ChartView rankingView(const Params& params, const Result& result) {
  scene::ChartView view;
  view.key = QStringLiteral("ranking");
  view.title = shownName(params.shown);
  view.direction = scene::BarDirection::Sideways;
  view.x = {QStringLiteral("\\;"), -0.5, 0.5};
  scene::BarSet bars{view.title, {}, Role::Response};
  double low = 0;
  double high = 0;
  if (params.shown == Shown::Components) {
    std::vector<double> sizes(static_cast<std::size_t>(result.known->parts.count), 0);
    for (const int part : result.known->parts.component)
      ++sizes[static_cast<std::size_t>(part)];
    for (std::size_t part = 0; part < std::min(sizes.size(), mostRanked); ++part) {
      view.categories.push_back({QString::number(part + 1), Words::tr("Component %1").arg(part + 1)});
      bars.values.push_back(sizes[part]);
      bars.roles.push_back(scene::seriesRole(static_cast<int>(part)));
    }
    bars.decimals = 0;
    high = ceilingOf(bars.values, 1);
  } else {
    std::vector<int> nodes(static_cast<std::size_t>(result.nodeCount()));
    std::iota(nodes.begin(), nodes.end(), 0);
    std::stable_sort(nodes.begin(), nodes.end(),
                     [&](int a, int b) { return result.value(a) > result.value(b); });
    if (params.shown == Shown::Fiedler && nodes.size() > mostRanked) // both ends, the middle left out
      nodes.erase(nodes.begin() + mostRanked / 2, nodes.end() - mostRanked / 2);
    if (params.shown == Shown::Fiedler && nodes.size() < result.known->degrees.size())
      view.title = Words::tr("%1, both ends").arg(view.title);
    else if (nodes.size() > mostRanked)
      view.title = Words::tr("%1, the first %2").arg(view.title).arg(mostRanked);
    for (std::size_t i = 0; i < std::min(nodes.size(), mostRanked); ++i) {
      const QString name = tellingNodeName(result.known->read.names, nodes[i]);
      view.categories.push_back({QStringLiteral("\\small ") + tex::text(name), name});
      bars.values.push_back(result.value(nodes[i]));
      if (params.shown == Shown::Fiedler && result.known->fiedler.size() > 0)
        bars.roles.push_back(result.known->sides[math::asIndex(nodes[i])] ? Role::Positive : Role::Negative);
      low = std::min(low, bars.values.back());
      high = std::max(high, bars.values.back());
    }
    bars.decimals = params.shown == Shown::Degree ? 0 : 3;
  }
  const double room = 0.18 * std::max(high - low, 1e-9);
  view.value = {tex::text(params.shown == Shown::Components ? Words::tr("nodes") : Words::tr("value")),
                low < 0 ? low - room : 0, high > low ? high + room : low + 1};
  view.bars = {bars};
  return view;
}

scene::ChartView spectrumView(const Result& result) {
  scene::ChartView view;
  view.key = QStringLiteral("spectrum");
  const Eigen::VectorXd& values = result.known->eigenvalues;
  view.title = values.size() > 1 ? Words::tr("Eigenvalues of L = D − A; dashed: λ₂")
                                 : Words::tr("Eigenvalues of L = D − A");
  scene::BarSet bars{view.title, {}, Role::Response};
  for (Eigen::Index i = 0; i < values.size(); ++i) {
    const bool isNamed = values.size() <= 16 || i == 1 || (i + 1) % 5 == 0;
    view.categories.push_back(
        {isNamed ? QString::number(i + 1) : QStringLiteral("\\,"), Words::tr("Eigenvalue %1").arg(i + 1)});
    bars.values.push_back(std::max(0.0, values(i)));
    bars.roles.push_back(i == 1 ? Role::Highlight : Role::Response);
  }
  const double top = ceilingOf(bars.values, 0.1);
  view.x = {tex::text(Words::tr("number")), -0.5, std::max(1.0, static_cast<double>(values.size())) - 0.5};
  view.value = {QStringLiteral("\\lambda"), 0, 1.1 * top};
  view.bars = {bars};
  if (values.size() > 1)
    view.levels = {
        {QStringLiteral("λ₂"), result.known->lambda2, {Role::Highlight, 1.5, scene::Dash::Dashed}}};
  return view;
}

} // namespace eigenboard::panels::graph::properties_panel
