#include "views/panels/probability/moments_model.h"
#include "views/panels/support/tex.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::panels::probability::moments_panel {

using scene::Dash;
using scene::Role;
using scene::Stroke;

namespace {

constexpr Role rawRole = Role::Series1;
constexpr Role correctedRole = Role::Series2;
constexpr double fewest = 40; ///< steps that are shown before there are more

/// What one of the two views shows of the stream.
struct Track {
  std::vector<QPointF> numbers;
  std::vector<QPointF> raw;
  std::vector<QPointF> corrected;
  double truth = 0;
};

double lastShown(const Result& r) {
  return std::max(fewest, static_cast<double>(r.drawn()));
}

template <typename Number, typename Raw, typename Corrected>
Track trackOf(const Result& r, double truth, Number number, Raw raw, Corrected corrected) {
  Track track;
  track.truth = truth;
  track.raw.emplace_back(0, 0);
  for (const Stream& stream : r.history.subspan(1)) {
    const auto t = static_cast<double>(stream.running.count);
    track.numbers.emplace_back(t, number(stream.number));
    track.raw.emplace_back(t, raw(stream.running));
    track.corrected.emplace_back(t, corrected(stream.running));
  }
  return track;
}

void addTrack(scene::PlaneView& view, const Result& r, const Track& track, const QString& truthTex) {
  view.x = {QStringLiteral("t"), 0, lastShown(r)};
  view.equalAspect = false;
  view.marks.push_back(scene::Segments{{QLineF(0, track.truth, lastShown(r), track.truth)},
                                       Stroke{Role::Reference, 2, Dash::Dashed, 1}});
  view.marks.push_back(scene::Label{{0, track.truth}, truthTex, Role::Reference, {30, -12}});
  if (!track.numbers.empty())
    view.marks.push_back(scene::Points{track.numbers, Role::Ink, 2.2, 0.45, Words::tr("What came in")});
  view.marks.push_back(
      scene::Curve{track.raw, Stroke{rawRole, 2.6, Dash::Solid, 1}, Words::tr("Fading mean from 0")});
  if (track.corrected.size() > 1)
    view.marks.push_back(scene::Curve{track.corrected, Stroke{correctedRole, 2.6, Dash::Solid, 1},
                                      Words::tr("Corrected for its beginning")});
  if (!track.corrected.empty())
    view.marks.push_back(
        scene::Points{{track.corrected.back()}, correctedRole, 4.5, 1, Words::tr("Corrected, now")});
  view.legend = {{Words::tr("Fading mean from 0"), rawRole},
                 {Words::tr("Corrected"), correctedRole},
                 {Words::tr("What it should be"), Role::Reference}};
}

/// How far back a fading mean looks, at the right end: 1/(1 − β) steps.
void addMemory(scene::PlaneView& view, const Result& r, double beta, const QString& key,
               const QString& symbol, double height) {
  const double end = lastShown(r);
  const double memory = 1 / (1 - beta);
  view.marks.push_back(scene::Segments{{QLineF(std::max(0.0, end - memory), height, end, height)},
                                       Stroke{Role::Drag, 5, Dash::Solid, 0.8}});
  view.marks.push_back(
      scene::Label{{end, height},
                   QStringLiteral("\\tfrac{1}{1 - %1} = %2").arg(symbol, tex::number(memory, 0)),
                   Role::Drag,
                   {-46, 18}});
  view.handles.push_back({key,
                          Words::tr("How many steps are remembered"),
                          {end - memory, height},
                          Role::Drag,
                          [key, end](QPointF to) {
                            return scene::Assignments{{key, 1 - 1 / std::max(end - to.x(), 1e-3)}};
                          }});
}

} // namespace

scene::PlaneView firstMomentView(const Params& p, const Result& r) {
  const math::Fading fading = p.fading();
  scene::PlaneView view;
  view.key = QStringLiteral("first");
  view.title = Words::tr("First moment: which way");
  view.y = {QStringLiteral("g_t"), -farthest - 0.4, farthest + 1.6};
  addTrack(view, r,
           trackOf(
               r, r.moments.mean, [](double g) { return g; },
               [](const math::RunningMoments& m) { return m.first; },
               [&](const math::RunningMoments& m) { return math::correctedFirst(m, fading); }),
           QStringLiteral("E[g]"));
  addMemory(view, r, p.beta1, QStringLiteral("beta1"), QStringLiteral("\\beta_1"), farthest + 1.2);
  return view;
}

scene::PlaneView secondMomentView(const Params& p, const Result& r) {
  const math::Fading fading = p.fading();
  const double truth = r.moments.variance + r.moments.mean * r.moments.mean;
  const Track track = trackOf(
      r, truth, [](double g) { return g * g; }, [](const math::RunningMoments& m) { return m.second; },
      [&](const math::RunningMoments& m) { return math::correctedSecond(m, fading); });
  double top = truth;
  for (const QPointF& point : track.corrected)
    top = std::max(top, point.y());
  top = std::max(1.0, 1.6 * top);
  scene::PlaneView view;
  view.key = QStringLiteral("second");
  view.title = Words::tr("Second moment: how large");
  view.y = {QStringLiteral("g_t^2"), -0.06 * top, top};
  addTrack(view, r, track, QStringLiteral("E[g^2]"));
  addMemory(view, r, p.beta2, QStringLiteral("beta2"), QStringLiteral("\\beta_2"), 0.93 * top);
  return view;
}

} // namespace eigenboard::panels::probability::moments_panel
