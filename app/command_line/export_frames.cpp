#include "app/command_line/export_frames.h"

#include "app/command_line/output.h"
#include "app/command_line/panel_state.h"
#include "app/command_line/words.h"
#include "app/export/animated_gif.h"
#include "app/export/deck.h"
#include "app/export/movie.h"
#include "app/export/numbered_frames.h"
#include "app/window/locations.h"
#include "views/typesetting/typesetter.h"

#include <QtCore/QFile>
#include <QtCore/QHashSeed>

namespace eigenboard::command_line {

namespace {

constexpr double usualFramesPerSecond = 25;
constexpr double usualStepsPerSecond = 10;

/// What is to be shown, or, with a status other than success, that standard error already says why not.
struct Wanted {
  const panel::Panel* panel = nullptr;
  figures::Animation animation;
  int status = success;
};

Wanted wrong(const QString& reason) {
  return {nullptr, {}, fail(wrongUsage, reason)};
}

Wanted wanted(const panel::Panel& panel, figures::AnimationResult result) {
  return result.ok() ? Wanted{&panel, std::move(result.animation), success} : wrong(result.error);
}

Wanted wantedKeyframes(const panel::Registry& registry, const Arguments& arguments, double framesPerSecond,
                       bool isDeck) {
  const QString fileName = arguments.value(QStringLiteral("keyframes"));
  QFile file(fileName);
  if (!file.open(QIODevice::ReadOnly))
    return {nullptr, {}, fail(workFailed, text("cannot read %1: %2").arg(fileName, file.errorString()))};
  constexpr qint64 most = 2 * 1024 * 1024;
  const figures::KeyframesResult read = figures::keyframesFromBytes(file.read(most), registry);
  if (!read.ok())
    return {
        nullptr, {}, fail(workFailed, text("%1 holds no keyframes to export: %2").arg(fileName, read.error))};
  const QString& id = read.panel->description().identity.id;
  if (!arguments.words.isEmpty() && arguments.words.constFirst() != id)
    return wrong(
        text("the keyframes in %1 are of %2, not of %3").arg(fileName, id, arguments.words.constFirst()));
  if (!isDeck)
    return wanted(*read.panel,
                  figures::keyframeAnimation(read.panel->description(), read.keyframes, framesPerSecond));
  bool isNumber = false;
  const QString between = arguments.value(QStringLiteral("in-betweens"), QStringLiteral("0"));
  const int inBetweens = between.toInt(&isNumber);
  if (!isNumber || inBetweens < 0 || inBetweens > 100)
    return wrong(
        text("'%1' is no number of pages between two keyframes; it goes from 0 to 100").arg(between));
  return wanted(*read.panel, figures::deckAnimation(read.panel->description(), read.keyframes, inBetweens));
}

/// "a:b" of --steps.
std::optional<std::pair<int, int>> stepsOf(const QString& steps) {
  const qsizetype colon = steps.indexOf(QLatin1Char(':'));
  bool isFirst = false;
  bool isLast = false;
  const std::pair<int, int> range{steps.left(colon).toInt(&isFirst), steps.mid(colon + 1).toInt(&isLast)};
  return colon > 0 && isFirst && isLast ? std::optional(range) : std::nullopt;
}

Wanted wantedFrames(const panel::Registry& registry, const Arguments& arguments, bool isDeck) {
  const bool isSweep = arguments.has(QStringLiteral("sweep"));
  const QString steps = arguments.value(QStringLiteral("steps"));
  const bool isProcess = steps.contains(QLatin1Char(':'));
  if (isSweep + isProcess + arguments.has(QStringLiteral("keyframes")) > 1)
    return wrong(text("a sweep, steps from a to b, and keyframes are three ways to move; name one of them"));
  const QString rate = arguments.value(QStringLiteral("fps"));
  bool isRate = true;
  const double framesPerSecond =
      rate.isEmpty() ? (isProcess ? usualStepsPerSecond : usualFramesPerSecond) : rate.toDouble(&isRate);
  if (!isRate || !(framesPerSecond >= 1 && framesPerSecond <= 60))
    return wrong(text("'%1' is no number of frames a second; it goes from 1 to 60").arg(rate));
  if (arguments.has(QStringLiteral("keyframes")))
    return wantedKeyframes(registry, arguments, framesPerSecond, isDeck);
  if (arguments.words.isEmpty())
    return wrong(text("name the panel that is to move"));

  Arguments start = arguments;
  if (isProcess)
    start.options.remove(QStringLiteral("steps"));
  const auto chosen = choosePanel(registry, arguments.words.constFirst(), start);
  if (!chosen)
    return {nullptr, {}, wrongUsage};
  if (isProcess) {
    const auto range = stepsOf(steps);
    if (!range)
      return wrong(text("'%1' is no range of steps; write 0:60").arg(steps));
    return wanted(*chosen->panel, figures::processAnimation(*chosen->panel, chosen->state, range->first,
                                                            range->second, framesPerSecond));
  }
  const figures::SweepResult sweep = figures::sweepFromText(arguments.value(QStringLiteral("sweep")));
  if (!sweep.ok())
    return wrong(sweep.error);
  return wanted(*chosen->panel, figures::sweepAnimation(chosen->panel->description(), chosen->state,
                                                        sweep.sweep, framesPerSecond));
}

bool goOn(int, int) {
  return true;
}

} // namespace

int exportFrames(const panel::Registry& registry, const Arguments& arguments,
                 const figures::FigureLook& look) {
  const QString folder = arguments.value(QStringLiteral("frames"));
  const QString output = arguments.value(QStringLiteral("o"));
  const auto endsIn = [&](const char* ending) {
    return output.endsWith(QLatin1String(ending), Qt::CaseInsensitive);
  };
  const bool isDeck = endsIn(".pdf");
  if (folder.isEmpty() == output.isEmpty() ||
      (folder.isEmpty() && !isDeck && !endsIn(".gif") && !endsIn(".mp4")))
    return fail(wrongUsage,
                text("many pictures go to -o FILE.gif, FILE.mp4 or FILE.pdf, or to --frames FOLDER"));
  QHashSeed::setDeterministicGlobalSeed(); // in their order Qt names the fonts of a PDF
  Wanted found = wantedFrames(registry, arguments, isDeck);
  if (found.status != success)
    return found.status;

  figures::FigureLook chosen = look;
  if (!folder.isEmpty() && !arguments.has(QStringLiteral("format")))
    chosen.options.format = render::FigureFormat::Png;
  typesetting::Typesetter typesetter(window::typesetterOptions());
  figures::FrameSource frames(*found.panel, std::move(found.animation), chosen, typesetter);
  if (!folder.isEmpty()) {
    const figures::NumberedFrames files =
        figures::writeNumberedFrames(frames, folder, found.panel->description().identity.id, goOn);
    return files.error.isEmpty() ? success : fail(workFailed, files.error);
  }
  const QString rate = arguments.value(QStringLiteral("fps"));
  const figures::AnimationFile file =
      isDeck ? figures::deck(frames, goOn)
      : endsIn(".gif")
          ? figures::animatedGif(frames, goOn)
          : figures::movie(frames, rate.isEmpty() ? usualFramesPerSecond : rate.toDouble(), goOn);
  return file.error.isEmpty() ? writeFile(output, file.bytes) : fail(workFailed, file.error);
}

} // namespace eigenboard::command_line
