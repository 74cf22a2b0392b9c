#include "views/panels/statistics/describe_marks.h"
#include "views/panels/support/tex.h"

#include <QtCore/QLineF>

#include <algorithm>
#include <cmath>

namespace eigenboard::panels::statistics::describe_panel {

using scene::Dash;
using scene::Stroke;

double heightAt(const Result& r, double density) {
  return floorOfDensity + heightOfDensity * density / r.line.densityTop;
}

void addGuide(scene::PlaneView& view, double x, const Stroke& stroke, double from, double to,
              const QString& name) {
  if (std::isfinite(x))
    view.marks.push_back(scene::Curve{{{x, from}, {x, to}}, stroke, name});
}

namespace {

void addHistogram(scene::PlaneView& view, const Result& r) {
  for (int i = 0; i < static_cast<int>(r.line.histogram.counts.size()); ++i) {
    const int count = r.line.histogram.counts[static_cast<std::size_t>(i)];
    if (count == 0)
      continue;
    const double left = r.line.histogram.left(i);
    const double right = r.line.histogram.left(i + 1);
    const double height = heightAt(r, r.line.binDensity(i, r.n));
    view.marks.push_back(
        scene::Region{{{left, floorOfDensity}, {right, floorOfDensity}, {right, height}, {left, height}},
                      scene::Fill{Role::Muted, 0.22},
                      Stroke{Role::Muted, 1, Dash::Solid, 0.6},
                      Words::tr("%1 of %2 values from %3 to %4")
                          .arg(QString::number(count), QString::number(r.n), QString::number(left, 'f', 2),
                               QString::number(right, 'f', 2))});
  }
}

std::vector<QPointF> placed(const Result& r, const std::vector<QPointF>& density) {
  std::vector<QPointF> points;
  points.reserve(density.size());
  for (const QPointF& point : density)
    points.emplace_back(point.x(), heightAt(r, point.y()));
  return points;
}

/// What one value adds to the estimate.
void addKernels(scene::PlaneView& view, const Params& p, const Result& r) {
  constexpr int chords = 24;
  constexpr double tail = 3;
  const auto bump = [&](double centre) {
    std::vector<QPointF> points;
    for (int i = 0; i <= chords; ++i) {
      const double z = tail * (2.0 * i / chords - 1);
      const double share =
          math::kernelDensity(std::span(&centre, 1), p.bandwidth, centre + z * p.bandwidth) / r.n;
      points.emplace_back(centre + z * p.bandwidth, heightAt(r, share));
    }
    return points;
  };
  constexpr int most = 30; // more would be a smear
  for (const double value : p.valueSpan())
    if (r.n <= most)
      view.marks.push_back(scene::Curve{bump(value), Stroke{Role::Muted, 1, Dash::Solid, 0.6}, {}});
  if (r.chosen >= 0)
    view.marks.push_back(scene::Curve{bump(p.values(r.chosen, 0)), Stroke{settingRole, 1.8, Dash::Solid, 1},
                                      Words::tr("What the chosen value adds to the estimate")});
}

} // namespace

void addDensities(scene::PlaneView& view, const Params& p, const Result& r) {
  addHistogram(view, r);
  view.marks.push_back(scene::Segments{{QLineF(leftEnd, floorOfDensity, rightEnd, floorOfDensity)},
                                       Stroke{Role::Muted, 1, Dash::Solid, 0.8}});
  const double mark = floorOfDensity + heightOfDensity;
  view.marks.push_back(
      scene::Segments{{QLineF(leftEnd, mark, rightEnd, mark)}, Stroke{Role::Muted, 1, Dash::Dotted, 0.5}});
  const int decimals = r.line.densityTop < 0.1 ? 3 : 2;
  view.marks.push_back(scene::Label{{rightEnd, mark},
                                    QStringLiteral("\\small ") + tex::number(r.line.densityTop, decimals),
                                    Role::Muted,
                                    {-20, -9}});
  addKernels(view, p, r);
  if (!r.line.referenceDensity.empty())
    view.marks.push_back(scene::Curve{placed(r, r.line.referenceDensity),
                                      Stroke{Role::Reference, 2, Dash::Dashed, 1},
                                      Words::tr("Estimate by the rule compared with")});
  view.marks.push_back(scene::Curve{placed(r, r.line.density), Stroke{shapeRole, 2.4, Dash::Solid, 1},
                                    Words::tr("Kernel density estimate")});
  std::vector<QPointF> peaks;
  for (const double place : r.line.peaks.places)
    peaks.emplace_back(place, heightAt(r, math::kernelDensity(p.valueSpan(), p.bandwidth, place)));
  view.marks.push_back(scene::Points{peaks, shapeRole, 3.5, 1, Words::tr("Peak of the estimate")});
  if (r.n > 0)
    view.marks.push_back(scene::Label{{r.line.peaks.mode, heightAt(r, r.line.peakDensity)},
                                      QStringLiteral("\\small ") + tex::text(Words::tr("mode")),
                                      shapeRole,
                                      {0, -13},
                                      true});
}

void addBox(scene::PlaneView& view, const Params& p, const Result& r) {
  if (r.n == 0)
    return;
  const math::Box& box = r.line.box;
  const Stroke stroke{medianRole, 1.8, Dash::Solid, 1};
  const double low = boxMiddle - boxHalf;
  const double high = boxMiddle + boxHalf;
  view.marks.push_back(scene::Region{{{box.lowerQuartile, low},
                                      {box.upperQuartile, low},
                                      {box.upperQuartile, high},
                                      {box.lowerQuartile, high}},
                                     scene::Fill{medianRole, 0.16},
                                     stroke,
                                     Words::tr("Box: the middle half of the values, from %1 to %2")
                                         .arg(box.lowerQuartile, 0, 'f', 2)
                                         .arg(box.upperQuartile, 0, 'f', 2)});
  const double cap = boxHalf / 2;
  view.marks.push_back(
      scene::Segments{{QLineF(box.lowerWhisker, boxMiddle, box.lowerQuartile, boxMiddle),
                       QLineF(box.upperQuartile, boxMiddle, box.upperWhisker, boxMiddle),
                       QLineF(box.lowerWhisker, boxMiddle - cap, box.lowerWhisker, boxMiddle + cap),
                       QLineF(box.upperWhisker, boxMiddle - cap, box.upperWhisker, boxMiddle + cap)},
                      stroke});
  view.marks.push_back(scene::Segments{{QLineF(box.median, low, box.median, high)}, Stroke{medianRole, 3.4}});
  for (const double fence : {box.lowerFence, box.upperFence})
    if (fence > leftEnd && fence < rightEnd && box.interquartileRange() > 0)
      addGuide(view, fence, Stroke{Role::Warning, 1.4, Dash::Dotted, 0.9}, low - 0.1, high + 0.1,
               Words::tr("Fence, one and a half IQR from the quartile: what lies beyond is an outlier"));
  std::vector<QPointF> outliers;
  for (const int row : box.outliers)
    outliers.emplace_back(p.values(row, 0), boxMiddle);
  view.marks.push_back(
      scene::Points{outliers, Role::Warning, 4, 1, Words::tr("Outlier by the 1.5 IQR rule")});
}

} // namespace eigenboard::panels::statistics::describe_panel
