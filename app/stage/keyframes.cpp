#include "app/stage/keyframes.h"

#include "app/stage/words.h"

#include <QtCore/QJsonArray>
#include <QtCore/QLocale>
#include <QtCore/QStringList>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace eigenboard::stage {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostReasons = 3;

bool isIn(const Keyframes& keyframes, int index) {
  return index >= 0 && static_cast<std::size_t>(index) < keyframes.size();
}

QString admittedLabel(const QString& label) {
  return label.simplified().left(longestLabel);
}

} // namespace

bool isSame(const Keyframes& first, const Keyframes& second) {
  const auto isEqual = [](const Keyframe& one, const Keyframe& other) {
    return one.label == other.label && one.milliseconds == other.milliseconds &&
           one.state.values == other.state.values && one.state.steps == other.state.steps &&
           one.state.unknown == other.state.unknown;
  };
  return std::equal(first.begin(), first.end(), second.begin(), second.end(), isEqual);
}

Keyframes added(Keyframes keyframes, Keyframe keyframe) {
  if (keyframes.size() < mostKeyframes)
    keyframes.push_back(std::move(keyframe));
  return keyframes;
}

Keyframes removed(Keyframes keyframes, int index) {
  if (isIn(keyframes, index))
    keyframes.erase(keyframes.begin() + index);
  return keyframes;
}

Keyframes moved(Keyframes keyframes, int from, int to) {
  if (!isIn(keyframes, from) || !isIn(keyframes, to))
    return keyframes;
  const auto begin = keyframes.begin();
  if (from < to)
    std::rotate(begin + from, begin + from + 1, begin + to + 1);
  else
    std::rotate(begin + to, begin + from, begin + from + 1);
  return keyframes;
}

Keyframes renamed(Keyframes keyframes, int index, const QString& label) {
  if (isIn(keyframes, index))
    keyframes[static_cast<std::size_t>(index)].label = admittedLabel(label);
  return keyframes;
}

Keyframes timed(Keyframes keyframes, int index, int milliseconds) {
  if (isIn(keyframes, index))
    keyframes[static_cast<std::size_t>(index)].milliseconds =
        std::clamp(milliseconds, figures::shortestKeyframe, figures::longestKeyframe);
  return keyframes;
}

Keyframes unknownTo(const Keyframes& own, const Keyframes& others) {
  Keyframes unknown;
  std::copy_if(others.begin(), others.end(), std::back_inserter(unknown), [&own](const Keyframe& other) {
    return std::none_of(own.begin(), own.end(), [&other](const Keyframe& known) {
      return known.state.values == other.state.values && known.state.steps == other.state.steps;
    });
  });
  return unknown;
}

Keyframes replaced(Keyframes keyframes, int index, const panel::State& state) {
  if (isIn(keyframes, index))
    keyframes[static_cast<std::size_t>(index)].state = state;
  return keyframes;
}

QString labelFor(const panel::Description& description, const panel::State& state, std::size_t number) {
  for (const panel::Preset& preset : description.presets) {
    const panel::StateResult named =
        panel::withSettings(description, panel::defaultState(description), {{u"preset"_s, preset.key}});
    if (named.ok() && named.state.values == state.values && named.state.steps == state.steps)
      return preset.label;
  }
  return translated("State %1").arg(number);
}

Duration durationFromText(const QString& text) {
  QString words = text.simplified().toLower();
  double perUnit = 1000;
  if (words.endsWith(u"ms"_s)) {
    perUnit = 1;
    words.chop(2);
  } else if (words.endsWith(u's')) {
    words.chop(1);
  }
  bool isNumber = false;
  const double number = QLocale::c().toDouble(words.trimmed(), &isNumber);
  if (!isNumber || !std::isfinite(number))
    return {0, translated("'%1' is not a duration; write seconds, as 1.5").arg(text.left(longestLabel))};
  const double milliseconds = number * perUnit;
  if (milliseconds < figures::shortestKeyframe || milliseconds > figures::longestKeyframe)
    return {0, translated("a duration is from %1 to %2 seconds")
                   .arg(figures::shortestKeyframe / 1000.0)
                   .arg(figures::longestKeyframe / 1000)};
  return {static_cast<int>(std::lround(milliseconds)), {}};
}

QString durationText(int milliseconds) {
  return translated("%1 s").arg(QString::number(milliseconds / 1000.0, 'g', 6));
}

KeyframesResult keyframesFromJson(const panel::Description& description, const QJsonObject& json) {
  const QString panel = json[u"panel"_s].toString();
  if (panel != description.identity.id)
    return {{},
            translated("the keyframes are of the panel '%1', not of %2")
                .arg(panel.left(longestLabel), description.identity.id)};
  const int version = json[u"version"_s].toInt(figures::keyframesVersion);
  if (version > figures::keyframesVersion)
    return {{},
            translated("the keyframes of %1 are of version %2, and this program reads up to version %3")
                .arg(description.identity.id)
                .arg(version)
                .arg(figures::keyframesVersion)};
  if (!json[u"keyframes"_s].isArray())
    return {{}, translated("the keyframes of %1 are no list").arg(description.identity.id)};

  KeyframesResult result;
  QStringList reasons;
  int number = 0;
  for (const QJsonValue& entry : json[u"keyframes"_s].toArray()) {
    ++number;
    if (result.keyframes.size() == mostKeyframes) {
      reasons.prepend(translated("%1 has more than %2 keyframes; the first %2 are kept")
                          .arg(description.identity.id)
                          .arg(mostKeyframes));
      break;
    }
    const auto refuse = [&](const QString& why) {
      reasons += translated("keyframe %1 of %2: %3").arg(number).arg(description.identity.id, why);
    };
    if (!entry[u"state"_s].isObject()) {
      refuse(translated("it holds no state"));
      continue;
    }
    panel::StateResult state = panel::fromJson(description, entry[u"state"_s].toObject());
    if (!state.ok()) {
      refuse(state.error);
      continue;
    }
    Keyframe keyframe;
    keyframe.label = admittedLabel(entry[u"label"_s].toString());
    if (keyframe.label.isEmpty())
      keyframe.label = labelFor(description, state.state, static_cast<std::size_t>(number));
    keyframe.state = std::move(state.state);
    const double milliseconds = entry[u"milliseconds"_s].toDouble(keyframe.milliseconds);
    keyframe.milliseconds = static_cast<int>(
        std::lround(std::clamp(milliseconds, 1. * figures::shortestKeyframe, 1. * figures::longestKeyframe)));
    result.keyframes.push_back(std::move(keyframe));
  }
  if (reasons.size() > mostReasons) {
    const qsizetype more = reasons.size() - mostReasons;
    reasons = reasons.first(mostReasons);
    reasons += translated("and %1 more").arg(more);
  }
  result.error = reasons.join(u"; "_s);
  return result;
}

} // namespace eigenboard::stage
