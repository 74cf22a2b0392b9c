#include "app/export_dialog/write_export.h"

#include "app/export/animated_gif.h"
#include "app/export/deck.h"
#include "app/export/movie.h"
#include "app/export/numbered_frames.h"
#include "views/render/safe_write.h"

#include <algorithm>

namespace eigenboard::export_dialog {

namespace {

constexpr qint64 moderatePixels = 2'500'000;

figures::AnimationFile fileOf(FileKind kind, figures::FrameSource& frames, double framesPerSecond,
                              const figures::Progress& progress) {
  if (kind == FileKind::Gif)
    return figures::animatedGif(frames, progress);
  if (kind == FileKind::Movie)
    return figures::movie(frames, framesPerSecond, progress);
  return figures::deck(frames, progress);
}

qint64 pixelCount(QSize size) {
  return qint64(size.width()) * size.height();
}

} // namespace

render::Figure pictureOf(const Source& source, const Plan& plan, typesetting::Typesetter& typesetter) {
  return render::exportFigure(
      source.evaluation.scene, plan.look.theme, typesetter,
      figures::optionsFor(plan.look, source.panel->description(), source.state, source.evaluation));
}

Outcome writeExport(const Source& source, const Choices& choices, const Plan& plan,
                    typesetting::Typesetter& typesetter, const QString& path,
                    const figures::Progress& progress) {
  if (choices.what == What::Picture) {
    const render::Figure figure = pictureOf(source, plan, typesetter);
    return {figure.error.isEmpty() ? render::writeWhole(path, figure.bytes) : figure.error, false};
  }
  figures::FrameSource frames(*source.panel, plan.animation, plan.look, typesetter);
  if (isFolder(choices.kind)) {
    const figures::NumberedFrames files =
        figures::writeNumberedFrames(frames, path, proposedName(source, choices), progress);
    return {files.error, files.isCancelled};
  }
  const figures::AnimationFile file = fileOf(choices.kind, frames, plan.framesPerSecond, progress);
  if (!file.error.isEmpty() || file.isCancelled)
    return {file.error, file.isCancelled};
  return {render::writeWhole(path, file.bytes), false};
}

Estimate estimateFor(const Source& source, const Choices& choices, const Plan& plan,
                     typesetting::Typesetter& typesetter, const QImage& preview) {
  const bool isPicture = choices.what == What::Picture;
  const bool isImage = plan.look.options.format == render::FigureFormat::Png;
  if (choices.kind == FileKind::Movie)
    return {};
  if (isPicture && (!isImage || pixelCount(plan.size.pixels()) <= moderatePixels))
    return {pictureOf(source, plan, typesetter).bytes.size(), false};
  if (!isImage) {
    figures::FrameSource frames(*source.panel, plan.animation, plan.look, typesetter);
    return {frames.figure(0).bytes.size() * frames.count(), true};
  }
  if (preview.isNull())
    return {};
  const qint64 one = render::pngOfImage(preview, plan.look.options).bytes.size();
  const double larger = static_cast<double>(plan.size.pixels().width()) / preview.width();
  const auto frames = static_cast<double>(std::max<std::size_t>(1, plan.animation.frames.size()));
  return {static_cast<qint64>(static_cast<double>(one) * larger * frames),
          true}; // lines, not areas, cost bytes
}

} // namespace eigenboard::export_dialog
