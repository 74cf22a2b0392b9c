#include "app/export_dialog/plan.h"

#include "app/export/movie.h"
#include "app/export_dialog/words.h"

#include <cmath>

namespace eigenboard::export_dialog {

using namespace Qt::StringLiterals;

namespace {

constexpr double leastScale = 25;
constexpr double mostScale = 400;
constexpr int mostInBetweens = 100;
constexpr int widestGif = 4096;
constexpr qsizetype longestTitle = 300;
constexpr qsizetype longestCaption = 2000;

std::optional<double> numberOf(const QString& text) {
  bool isNumber = false;
  const double number = text.trimmed().toDouble(&isNumber);
  return isNumber && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

std::optional<int> wholeOf(const QString& text) {
  bool isNumber = false;
  const int number = text.trimmed().toInt(&isNumber);
  return isNumber ? std::optional(number) : std::nullopt;
}

figures::SizeResult sizeFor(const Choices& choices) {
  if (const std::optional<figures::SizePreset> preset = figures::sizePreset(choices.size))
    return {preset->size, {}};
  const std::optional<double> width = numberOf(choices.width);
  const std::optional<double> height = numberOf(choices.height);
  const std::optional<double> dots = figures::dotsPerInchFromText(choices.dotsPerInch.trimmed());
  if (!width || !height)
    return {{}, translated("'%1' is not a number").arg((width ? choices.height : choices.width).left(20))};
  if (!dots)
    return {{}, translated("the resolution goes from 30 to 2400 dpi")};
  if (choices.unit == figures::LengthUnit::Pixels &&
      (*width != std::floor(*width) || *height != std::floor(*height)))
    return {{}, translated("a size in pixels has whole numbers")};
  return figures::sizeOf({*width, *height, choices.unit, *dots});
}

/// The frames, or why there are none and which field says so.
struct Movement {
  figures::Animation animation;
  Problem problem;
};

Movement movementOf(figures::AnimationResult result) {
  return {std::move(result.animation), {Field::Movement, std::move(result.error)}};
}

Movement stopped(const QString& words) {
  return {{}, {Field::Movement, words}};
}

Movement sweepOf(const Source& source, const Choices& choices, double framesPerSecond) {
  if (choices.sweepKey.isEmpty())
    return stopped(translated("this panel has no number that could be swept"));
  const std::optional<int> frames = wholeOf(choices.sweepFrames);
  if (!frames)
    return stopped(translated("'%1' is no number of frames").arg(choices.sweepFrames.left(20)));
  return movementOf(figures::sweepAnimation(source.panel->description(), source.state,
                                            {choices.sweepKey, choices.sweepFrom, choices.sweepTo, *frames},
                                            framesPerSecond));
}

Movement stepsOf(const Source& source, const Choices& choices, double framesPerSecond) {
  const std::optional<int> first = wholeOf(choices.firstStep);
  const std::optional<int> last = wholeOf(choices.lastStep);
  if (!first || !last)
    return stopped(
        translated("'%1' is no step").arg((first ? choices.lastStep : choices.firstStep).left(20)));
  return movementOf(figures::processAnimation(*source.panel, source.state, *first, *last, framesPerSecond));
}

Movement keyframesOf(const Source& source, const Choices& choices, double framesPerSecond) {
  const panel::Description& description = source.panel->description();
  if (choices.kind == FileKind::Gif || choices.kind == FileKind::Movie)
    return movementOf(figures::keyframeAnimation(description, source.keyframes, framesPerSecond));
  const std::optional<int> between = wholeOf(choices.inBetweens);
  if (!between || *between < 0 || *between > mostInBetweens)
    return stopped(translated("between two marked states there can be 0 to %1 more").arg(mostInBetweens));
  return movementOf(figures::deckAnimation(description, source.keyframes, *between));
}

Movement movementFor(const Source& source, const Choices& choices, double framesPerSecond) {
  switch (choices.what) {
  case What::Sweep:
    return sweepOf(source, choices, framesPerSecond);
  case What::Steps:
    return stepsOf(source, choices, framesPerSecond);
  case What::Keyframes:
    return keyframesOf(source, choices, framesPerSecond);
  case What::Picture:
    break;
  }
  return {};
}

} // namespace

Plan planFor(const Source& source, const Choices& choices) {
  Plan plan;
  const auto complain = [&plan](Field field, const QString& words) {
    if (!words.isEmpty())
      plan.problems.push_back({field, words});
  };
  const figures::SizeResult size = sizeFor(choices);
  complain(Field::Size, size.error);
  plan.size = size.size;
  if (choices.kind == FileKind::Gif && size.ok() &&
      (plan.size.pixels().width() > widestGif || plan.size.pixels().height() > widestGif))
    complain(Field::Size, translated("a GIF has at most %1 pixels a side").arg(widestGif));
  const std::optional<double> scale = numberOf(choices.scale);
  if (!scale || *scale < leastScale || *scale > mostScale)
    complain(Field::Scale, translated("the scale goes from %1 to %2 %").arg(leastScale).arg(mostScale));
  if (choices.title.size() > longestTitle)
    complain(Field::Title, translated("a title has at most %1 characters").arg(longestTitle));
  if (choices.caption.size() > longestCaption)
    complain(Field::Title, translated("a caption has at most %1 characters").arg(longestCaption));
  if (choices.what == What::Picture && !source.problem.isEmpty())
    complain(Field::What, translated("this state has no picture: %1").arg(source.problem));
  if (choices.kind == FileKind::Movie)
    complain(Field::Format, figures::movieProblem());

  plan.look.views = source.looks;
  plan.look.theme = render::themeNamed(choices.theme);
  plan.look.withFormula = choices.withFormula;
  plan.look.withParameters = choices.withParameters;
  render::FigureOptions& options = plan.look.options;
  options.format = formatOf(choices.kind);
  options.size = plan.size.size;
  options.pixelRatio = plan.size.pixelRatio;
  options.scale = plan.size.scale * scale.value_or(100) / 100;
  options.text = choices.textAsText ? render::TextAs::Text : render::TextAs::Outlines;
  options.transparent = choices.isTransparent && choices.kind != FileKind::Movie;
  options.handles = choices.withHandles;
  options.heading = choices.title.simplified().left(longestTitle);
  options.caption = choices.caption.simplified().left(longestCaption);

  if (choices.what == What::Picture)
    return plan;
  const std::optional<double> rate = numberOf(choices.framesPerSecond);
  const bool needsRate =
      choices.what != What::Keyframes || choices.kind == FileKind::Gif || choices.kind == FileKind::Movie;
  const bool isRate = rate && *rate >= 1 && *rate <= 60;
  if (needsRate && !isRate)
    complain(Field::Rate, translated("there can be 1 to 60 frames a second"));
  if (isRate)
    plan.framesPerSecond = *rate;
  Movement movement = movementFor(source, choices, plan.framesPerSecond);
  complain(movement.problem.field, movement.problem.words);
  plan.animation = std::move(movement.animation);
  return plan;
}

std::vector<panel::Parameter> sweepable(const panel::Description& description) {
  std::vector<panel::Parameter> parameters;
  for (const panel::Parameter& parameter : description.parameters)
    if (parameter.kind == panel::Kind::Number || parameter.kind == panel::Kind::Integer)
      parameters.push_back(parameter);
  return parameters;
}

QString proposedName(const Source& source, const Choices& choices) {
  const panel::Description& description = source.panel->description();
  QString name = description.identity.id.section(u'.', -1);
  if (choices.what == What::Picture) {
    for (const panel::Preset& preset : description.presets) {
      const panel::StateResult state =
          panel::withSettings(description, panel::defaultState(description), {{u"preset"_s, preset.key}});
      if (state.ok() && state.state.values == source.state.values &&
          state.state.steps == source.state.steps) {
        name += u'-' + preset.key;
        break;
      }
    }
  } else if (choices.what == What::Sweep) {
    name += u'-' + choices.sweepKey;
  } else {
    name += choices.what == What::Steps ? u"-steps"_s : u"-keyframes"_s;
  }
  return isFolder(choices.kind) ? name : name + u'.' + endingOf(choices.kind);
}

} // namespace eigenboard::export_dialog
