#include "views/panels/probability/moments_model.h"
#include "views/panels/support/tex.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::panels::probability::moments_panel {

using scene::Dash;
using scene::Role;
using scene::Stroke;

namespace {

constexpr double floorHeight = -0.95;
constexpr double barUnit = 5; ///< the height of probability 1; that of 1/2 is still shown
constexpr double barHalf = 0.28;
/// Nearer than this the beam looks level.
constexpr double level = 0.02;

/// How steeply the beam stands: a lever that its floor stops.
class Beam {
 public:
  Beam(double fulcrum, double torque) : fulcrum_(fulcrum), slope_(-0.11 * std::tanh(1.5 * torque)) {}
  double at(double x) const { return slope_ * (x - fulcrum_); }

 private:
  double fulcrum_;
  double slope_;
};

void addBars(scene::PlaneView& view, const Params& p, const Result& r, const Beam& beam) {
  for (int place = 0; place < placeCount; ++place) {
    const double x = place - farthest;
    const double base = beam.at(x);
    const double share = r.law.probabilities(place);
    if (share > 0)
      view.marks.push_back(scene::Region{{{x - barHalf, base},
                                          {x + barHalf, base},
                                          {x + barHalf, base + barUnit * share},
                                          {x - barHalf, base + barUnit * share}},
                                         scene::Fill{Role::Drag, 0.35},
                                         Stroke{Role::Drag, 1.6, Dash::Solid, 1},
                                         Words::tr("Probability of %1").arg(x)});
    if (r.drawn() > 0) {
      const double drawn = base + barUnit * r.now().tally[static_cast<std::size_t>(place)] / r.drawn();
      view.marks.push_back(scene::Segments{{QLineF(x - 1.25 * barHalf, drawn, x + 1.25 * barHalf, drawn)},
                                           Stroke{Role::Highlight, 3, Dash::Solid, 1}});
    }
    view.handles.push_back(weightHandle(p, r, place, base, barUnit));
  }
}

void addFulcrum(scene::PlaneView& view, const Params& p) {
  view.marks.push_back(
      scene::Region{{{p.fulcrum, -0.06}, {p.fulcrum - 0.4, floorHeight}, {p.fulcrum + 0.4, floorHeight}},
                    scene::Fill{Role::DragSecond, 0.35},
                    Stroke{Role::DragSecond, 2, Dash::Solid, 1},
                    Words::tr("Fulcrum")});
  view.handles.push_back({QStringLiteral("fulcrum"),
                          Words::tr("Fulcrum"),
                          {p.fulcrum, 0.6 * floorHeight},
                          Role::DragSecond,
                          [](QPointF to) {
                            return scene::Assignments{{QStringLiteral("fulcrum"), to.x()}};
                          }});
}

void addMoments(scene::PlaneView& view, const Result& r) {
  const double mean = r.moments.mean;
  const double spread = r.spread();
  view.marks.push_back(
      scene::Segments{{QLineF(mean, floorHeight, mean, 2.6)}, Stroke{Role::Response, 1.8, Dash::Dashed, 1}});
  view.marks.push_back(scene::Segments{{QLineF(mean - spread, floorHeight, mean + spread, floorHeight)},
                                       Stroke{Role::Response, 5, Dash::Solid, 1}});
  view.marks.push_back(scene::Points{{{mean, floorHeight}}, Role::Response, 5, 1, Words::tr("Mean of X")});
  view.marks.push_back(scene::Label{
      {mean, floorHeight}, QStringLiteral("E[X] = %1").arg(tex::number(mean)), Role::Response, {0, 17}});
  if (spread > 0.9)
    view.marks.push_back(scene::Label{{mean + spread, floorHeight},
                                      QStringLiteral("+\\sigma = %1").arg(tex::number(spread)),
                                      Role::Response,
                                      {18, 17},
                                      true});
  if (r.drawn() > 0) {
    view.marks.push_back(scene::Points{
        {{r.sampleMean(), floorHeight}}, Role::Highlight, 6, 1, Words::tr("Mean of the samples")});
    view.marks.push_back(scene::Label{
        {r.sampleMean(), floorHeight}, QStringLiteral("\\bar{x}"), Role::Highlight, {0, -15}, true});
  }
}

QString titleOf(const Params& p, const Result& r) {
  const double torque = r.torque(p);
  if (std::abs(torque) <= level)
    return Words::tr("Level: the fulcrum is at the mean");
  return torque > 0 ? Words::tr("It tips to the right: the mean is over there")
                    : Words::tr("It tips to the left: the mean is over there");
}

} // namespace

scene::PlaneView beamView(const Params& p, const Result& r) {
  const Beam beam(p.fulcrum, r.torque(p));
  scene::PlaneView view;
  view.key = QStringLiteral("beam");
  view.title = titleOf(p, r);
  view.x = {QStringLiteral("x"), -farthest - 0.6, farthest + 0.6};
  view.y = {QStringLiteral("P(X = x)"), floorHeight - 0.42, 2.7, false};
  view.equalAspect = false;
  view.backgroundGrid = false;
  view.marks.push_back(scene::Segments{{QLineF(-farthest - 0.6, floorHeight, farthest + 0.6, floorHeight)},
                                       Stroke{Role::Muted, 1.4, Dash::Solid, 1}});
  addMoments(view, r);
  addBars(view, p, r, beam);
  const double end = farthest + 0.45;
  view.marks.push_back(scene::Segments{{QLineF(-end, beam.at(-end), end, beam.at(end))},
                                       Stroke{Role::Ink, 4, Dash::Solid, 1}});
  addFulcrum(view, p);
  view.legend = {{Words::tr("Weights: probabilities"), Role::Drag},
                 {Words::tr("Fulcrum"), Role::DragSecond},
                 {Words::tr("Mean and spread"), Role::Response}};
  if (r.drawn() > 0)
    view.legend.push_back({Words::tr("Shares of %1 samples").arg(r.drawn()), Role::Highlight});
  return view;
}

} // namespace eigenboard::panels::probability::moments_panel
