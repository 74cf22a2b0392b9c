#include "views/panels/statistics/describe_marks.h"
#include "views/panels/support/tex.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::panels::statistics::describe_panel {

using scene::Dash;
using scene::Stroke;

scene::PlaneView sweepView(const Params& params, const Result& result) {
  scene::PlaneView view;
  view.key = QStringLiteral("sweep");
  view.title = Words::tr("Where one value takes the centres");
  view.x = {tex::text(Words::tr("place of the chosen value")), leftEnd, rightEnd};
  view.y = {tex::text(Words::tr("centre")), 0, reach};
  view.equalAspect = false;
  view.legend = {{Words::tr("mean"), meanRole},
                 {Words::tr("median"), medianRole},
                 {Words::tr("trimmed mean"), trimmedRole}};
  if (result.line.sweep.empty())
    return view;
  scene::Curve mean{{}, Stroke{meanRole, 2.6}, Words::tr("Mean")};
  scene::Curve median{{}, Stroke{medianRole, 2.6}, Words::tr("Median")};
  scene::Curve trimmed{{}, Stroke{trimmedRole, 2, Dash::Dashed, 1}, Words::tr("Trimmed mean")};
  double low = reach;
  double high = 0;
  for (const SweepPoint& point : result.line.sweep) {
    mean.points.emplace_back(point.place, point.mean);
    median.points.emplace_back(point.place, point.median);
    trimmed.points.emplace_back(point.place, point.trimmed);
    low = std::min({low, point.mean, point.median, point.trimmed});
    high = std::max({high, point.mean, point.median, point.trimmed});
  }
  const double room = std::max(0.25, 0.15 * (high - low));
  view.y.minimum = low - room;
  view.y.maximum = high + room;
  const double at = params.values(result.chosen, 0);
  addGuide(view, at, Stroke{Role::Drag, 1.5, Dash::Dotted, 0.9}, view.y.minimum, view.y.maximum,
           Words::tr("Where it stands"));
  view.marks.push_back(std::move(trimmed));
  view.marks.push_back(std::move(median));
  view.marks.push_back(std::move(mean));
  view.marks.push_back(
      scene::Points{{{at, result.line.box.median}}, medianRole, 5, 1, Words::tr("Median now")});
  view.marks.push_back(
      scene::Points{{{at, result.line.trimmed}}, trimmedRole, 4, 1, Words::tr("Trimmed mean now")});
  const QString key = QStringLiteral("values.%1.x").arg(result.chosen);
  view.handles.push_back({QStringLiteral("chosen"),
                          Words::tr("Chosen value"),
                          {at, result.line.mean},
                          Role::Drag,
                          [key](QPointF to) {
                            return scene::Assignments{{key, to.x()}};
                          }});
  return view;
}

} // namespace eigenboard::panels::statistics::describe_panel
