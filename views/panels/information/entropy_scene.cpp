#include "views/panels/information/entropy_model.h"
#include "views/panels/support/tex.h"

#include <cmath>

namespace eigenboard::panels::information::entropy_panel {

using scene::Role;

namespace {

scene::ChartView barView(const Result& result) {
  scene::ChartView view;
  view.key = QStringLiteral("bars");
  view.title = Words::tr("Probabilities");
  view.x.label = tex::text(Words::tr("symbol"));
  view.value = {QStringLiteral("p_i"), 0, 1};
  scene::BarSet bars{Words::tr("Probability"), {}, Role::Drag};
  bars.decimals = 2;
  for (int symbol = 0; symbol < symbolCount; ++symbol) {
    const QString name = symbolName(symbol);
    view.categories.push_back({tex::text(name), Words::tr("Symbol %1").arg(name)});
    bars.values.push_back(result.p(symbol));
    view.handles.push_back({weightKey(symbol), Words::tr("Probability of %1").arg(name), 0, symbol,
                            [p = result.p, symbol](double value) { return balanced(p, symbol, value); }});
  }
  view.bars.push_back(bars);
  return view;
}

} // namespace

scene::Scene drawn(const Params& params, const Result& result) {
  scene::Scene scene;
  if (params.joint)
    scene.views = {mosaicView(params, result), shareView(result)};
  else
    scene.views = {barView(result), treeView(result)};
  return scene;
}

} // namespace eigenboard::panels::information::entropy_panel
