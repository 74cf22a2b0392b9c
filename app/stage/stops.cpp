#include "app/stage/stops.h"

#include "app/stage/words.h"
#include "views/panel/session_animation.h"

#include <algorithm>

namespace eigenboard::stage {

using namespace Qt::StringLiterals;

std::vector<Stop> presetStops(panel::Session& session) {
  std::vector<Stop> stops;
  const panel::Description& description = session.description();
  for (const panel::Preset& preset : description.presets) {
    const panel::Settings settings{{u"preset"_s, preset.key}};
    stops.push_back({preset.label, preset.notice,
                     panel::withSettings(description, panel::defaultState(description), settings).state,
                     [&session, settings] {
                       session.pause();
                       session.apply(settings, panel::Move::Eased);
                     }});
  }
  return stops;
}

std::vector<Stop> keyframeStops(panel::Session& session, const Keyframes& keyframes) {
  std::vector<Stop> stops;
  for (const Keyframe& keyframe : keyframes)
    stops.push_back({keyframe.label, {}, keyframe.state, [&session, keyframe] {
                       session.pause();
                       session.goThrough({keyframe.state}, {panel::easeMilliseconds},
                                         translated("Go to: %1").arg(keyframe.label));
                     }});
  return stops;
}

int stopAt(const std::vector<Stop>& stops, const panel::State& state) {
  const auto found = std::find_if(stops.begin(), stops.end(), [&state](const Stop& stop) {
    return stop.state.values == state.values && stop.state.steps == state.steps;
  });
  return found == stops.end() ? -1 : static_cast<int>(found - stops.begin());
}

} // namespace eigenboard::stage
