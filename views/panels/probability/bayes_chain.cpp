#include "views/panels/probability/bayes_model.h"
#include "views/panels/support/tex.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::panels::probability::bayes_panel {

using scene::Dash;
using scene::Role;
using scene::Stroke;

namespace {

constexpr double mostLogOdds = 8; ///< P from 0.0003 to 0.9997

double logOddsOf(double probability) {
  return std::log(probability) - std::log1p(-probability);
}

/// On the axis that is shown; beyond the ends of a logarithmic one at its end.
double heightOf(const Params& p, double probability) {
  return p.logOdds ? std::clamp(logOddsOf(probability), -mostLogOdds, mostLogOdds) : probability;
}

/// A result that cannot happen leaves no probability, and no point.
void append(std::vector<QPointF>& points, int count, double height) {
  if (std::isfinite(height))
    points.emplace_back(count, height);
}

void addWay(scene::PlaneView& view, const Params& p, const Result& r, bool isPositive, int length,
            const QString& name) {
  std::vector<QPointF> points;
  math::Evidence evidence;
  for (int k = 0; k <= length; ++k) {
    append(points, k, heightOf(p, math::posterior(p.prevalence, evidence)));
    evidence = math::withResult(evidence, r.test, isPositive);
  }
  view.marks.push_back(scene::Curve{points, Stroke{Role::Reference, 1.5, Dash::Dashed, 1}, name});
}

} // namespace

scene::PlaneView chainView(const Params& p, const Result& r) {
  scene::PlaneView view;
  view.key = QStringLiteral("chain");
  view.title = Words::tr("Result after result");
  const int length = std::max(6, r.chain().count);
  view.x = {tex::text(Words::tr("results seen")), -0.4, length + 0.6};
  if (p.logOdds)
    view.y = {QStringLiteral("\\ln\\,\\text{%1}").arg(Words::tr("odds of ill")), -mostLogOdds - 0.9,
              mostLogOdds + 0.9};
  else
    view.y = {QStringLiteral("P(\\text{%1})").arg(Words::tr("ill | results")), -0.06, 1.08};
  view.equalAspect = false;
  addWay(view, p, r, true, length, Words::tr("If every result were positive"));
  addWay(view, p, r, false, length, Words::tr("If every result were negative"));
  std::vector<QPointF> naive;
  std::vector<QPointF> dependent;
  for (const Chain& chain : r.history) {
    append(naive, chain.count, heightOf(p, math::posterior(p.prevalence, chain.naive)));
    append(dependent, chain.count, heightOf(p, math::posterior(p.prevalence, chain.dependent)));
  }
  const bool differ = p.dependence > 0 && r.chain().count > 1;
  const QString naiveName =
      differ ? Words::tr("Each result taken as new") : Words::tr("Probability after each result");
  if (differ) {
    const QString name = Words::tr("Copies weighed as copies");
    view.marks.push_back(scene::Curve{dependent, Stroke{Role::Positive, 2.5}, name});
    view.marks.push_back(scene::Points{dependent, Role::Positive, 4, 1, name});
    view.legend = {{naiveName, Role::Warning}, {name, Role::Positive}};
  }
  const Role role = differ ? Role::Warning : Role::Response;
  view.marks.push_back(scene::Curve{naive, Stroke{role, 2.5}, naiveName});
  view.marks.push_back(scene::Points{naive, role, 4.5, 1, naiveName});
  if (!differ)
    view.legend = {{naiveName, role}};
  view.legend.push_back({Words::tr("All positive, all negative"), Role::Reference});
  for (std::size_t k = 1; k < naive.size(); ++k)
    view.marks.push_back(scene::Label{
        naive[k], r.history[k].last ? QStringLiteral("+") : QStringLiteral("-"), Role::Ink, {-9, -11}});
  view.handles.push_back({QStringLiteral("prior"),
                          Words::tr("Prior: the probability before any result"),
                          {0, heightOf(p, p.prevalence)},
                          Role::Drag,
                          [isLogarithmic = p.logOdds](QPointF to) {
                            const double prior = isLogarithmic ? math::probabilityOfLogOdds(std::clamp(
                                                                     to.y(), -mostLogOdds, mostLogOdds))
                                                               : to.y();
                            return scene::Assignments{{QStringLiteral("prevalence"), prior}};
                          }});
  return view;
}

} // namespace eigenboard::panels::probability::bayes_panel
