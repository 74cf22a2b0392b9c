#include "views/panels/statistics/describe_marks.h"
#include "views/panels/support/tex.h"

#include <QtCore/QLineF>

#include <algorithm>
#include <cmath>

namespace eigenboard::panels::statistics::describe_panel {

using scene::Dash;
using scene::Stroke;

namespace {

/// How many of the rows before it have the same value: equal values are piled up.
std::vector<int> pilePlaces(std::span<const double> values) {
  std::vector<int> places(values.size());
  for (std::size_t i = 0; i < values.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      places[i] += values[j] == values[i] ? 1 : 0;
  return places;
}

/// A beam on a fulcrum at the mean, with the mean plus and minus one spread on it.
void addBalance(scene::PlaneView& view, const Result& r) {
  view.marks.push_back(scene::Segments{{QLineF(leftEnd, 0, rightEnd, 0)}, Stroke{Role::Ink, 2.4}});
  if (r.n == 0)
    return;
  const double m = r.line.mean;
  if (const double s = r.line.spread(); s > 0)
    view.marks.push_back(scene::Curve{{{m - s, 0}, {m + s, 0}},
                                      Stroke{meanRole, 7, Dash::Solid, 0.35},
                                      Words::tr("The mean, one standard deviation to each side")});
  view.marks.push_back(scene::Region{{{m, 0}, {m - 0.2, -0.75}, {m + 0.2, -0.75}},
                                     scene::Fill{meanRole, 0.85},
                                     std::nullopt,
                                     Words::tr("Mean: here the beam balances")});
  view.marks.push_back(scene::Label{{m, -0.75}, QStringLiteral("\\bar x"), meanRole, {0, 10}});
}

void addCentres(scene::PlaneView& view, const Result& r) {
  addGuide(view, r.line.trimmed, Stroke{trimmedRole, 1.8, Dash::Dashed, 0.9}, 0, top - 0.4,
           Words::tr("Trimmed mean"));
  addGuide(view, r.line.box.median, Stroke{medianRole, 2, Dash::Solid, 0.9}, 0, top - 0.4,
           Words::tr("Median"));
  addGuide(view, r.line.mean, Stroke{meanRole, 2, Dash::Solid, 0.9}, 0, top - 0.4, Words::tr("Mean"));
}

scene::Edit chooseEdit(int row) {
  return {Words::tr("Choose this value"), [row] {
            return scene::Settings{{QStringLiteral("chosen"), QString::number(row)}};
          }};
}

void addValues(scene::PlaneView& view, const Params& p, const Result& r) {
  const std::vector<int> places = pilePlaces(p.valueSpan());
  const int highest = places.empty() ? 0 : *std::max_element(places.begin(), places.end());
  const double step = std::min(0.5, dotRoom / std::max(1, highest));
  for (int row = 0; row < r.n; ++row) {
    const double x = p.values(row, 0);
    const QPointF at(x, firstDot + step * places[static_cast<std::size_t>(row)]);
    const bool isOutlier =
        std::find(r.line.box.outliers.begin(), r.line.box.outliers.end(), row) != r.line.box.outliers.end();
    if (isOutlier)
      view.marks.push_back(
          scene::Points{{at}, Role::Warning, 13, 0.35, Words::tr("Outlier by the 1.5 IQR rule")});
    else if (row == r.chosen)
      view.marks.push_back(scene::Points{{at}, settingRole, 11, 0.3, Words::tr("Chosen value")});
    view.marks.push_back(scene::Points{{at}, Role::Drag, 5, 1, Words::tr("Value %1").arg(row)});
    const QString key = QStringLiteral("values.%1.x").arg(row);
    scene::Handle handle{QStringLiteral("value%1").arg(row), Words::tr("Value %1").arg(row), at};
    handle.drag = [key, row](QPointF to) {
      return scene::Assignments{{key, to.x()}, {QStringLiteral("chosen"), static_cast<double>(row)}};
    };
    handle.press = chooseEdit(row);
    handle.remove = {
        Words::tr("Remove value %1").arg(row), [values = p.values, row] {
          return scene::Settings{{QStringLiteral("values"), valuesText(withoutRow(values, row))}};
        }};
    view.handles.push_back(std::move(handle));
  }
}

/// Bandwidth and bins are set where they show.
void addSettings(scene::PlaneView& view, const Params& p, const Result& r) {
  if (r.chosen >= 0) {
    const double centre = p.values(r.chosen, 0);
    const double at = centre + p.bandwidth <= reach ? centre + p.bandwidth : centre - p.bandwidth;
    const double share = math::kernelDensity(std::span(&centre, 1), p.bandwidth, at) / r.n;
    view.handles.push_back(
        {QStringLiteral("bandwidth"),
         Words::tr("Bandwidth: the spread of the chosen value's bell"),
         {at, heightAt(r, share)},
         settingRole,
         [centre](QPointF to) {
           return scene::Assignments{{QStringLiteral("bandwidth"), std::abs(to.x() - centre)}};
         }});
  }
  const double edge = p.binStart + p.binWidth;
  view.marks.push_back(scene::Curve{{{p.binStart, floorOfDensity - 0.28}, {edge, floorOfDensity - 0.28}},
                                    Stroke{settingRole, 2, Dash::Solid, 0.8},
                                    Words::tr("Width of a bin")});
  view.handles.push_back({QStringLiteral("bin_start"),
                          Words::tr("Start of the bins"),
                          {p.binStart, floorOfDensity - 0.28},
                          settingRole,
                          [](QPointF to) {
                            return scene::Assignments{{QStringLiteral("bin_start"), to.x()}};
                          }});
  view.handles.push_back({QStringLiteral("bin_width"),
                          Words::tr("Width of the bins"),
                          {edge, floorOfDensity - 0.28},
                          settingRole,
                          [start = p.binStart](QPointF to) {
                            return scene::Assignments{{QStringLiteral("bin_width"), to.x() - start}};
                          }});
}

scene::Settings withValue(const Params& p, double x) {
  if (p.values.rows() >= mostValues)
    return {};
  Eigen::MatrixXd values(p.values.rows() + 1, 1);
  values << p.values, Eigen::MatrixXd::Constant(1, 1, std::clamp(x, 0.0, reach));
  return {{QStringLiteral("values"), valuesText(values)},
          {QStringLiteral("chosen"), QString::number(p.values.rows())}};
}

} // namespace

scene::PlaneView lineView(const Params& params, const Result& result) {
  scene::PlaneView view;
  view.key = QStringLiteral("line");
  view.title = Words::tr("Density, box plot, values on a beam");
  const QString quantity = params.quantity.trimmed();
  view.x = {quantity.isEmpty() ? QStringLiteral("x") : tex::text(quantity), leftEnd, rightEnd};
  view.y = {tex::text(Words::tr("density")), bottom, top, false};
  view.equalAspect = false;
  view.backgroundGrid = false;
  view.legend = {{Words::tr("mean"), meanRole},
                 {Words::tr("median, quartiles"), medianRole},
                 {Words::tr("trimmed mean"), trimmedRole},
                 {Words::tr("outlier"), Role::Warning},
                 {Words::tr("smooth estimate"), shapeRole}};
  if (!result.line.referenceDensity.empty())
    view.legend.push_back({Words::tr("by the rule"), Role::Reference});
  addDensities(view, params, result);
  addCentres(view, result);
  addBox(view, params, result);
  addBalance(view, result);
  addValues(view, params, result);
  addSettings(view, params, result);
  view.clickName = Words::tr("Add a value");
  view.click = [params](QPointF at) { return withValue(params, at.x()); };
  return view;
}

} // namespace eigenboard::panels::statistics::describe_panel
