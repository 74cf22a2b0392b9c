#include "app/export/animated_gif.h"

#include "app/export/gif_file.h"
#include "app/export/words.h"

#include <QtCore/QJsonDocument>

#include <algorithm>
#include <cmath>
#include <future>
#include <map>

namespace eigenboard::figures {
namespace {

constexpr int mostSamples = 16;
constexpr int largestGifSide = 4096;
constexpr double samplePixels = 16e6; ///< so much of the samples is kept, to be used as frames

/// Images spread over the animation, the first and the last among them, by their index.
struct Samples {
  std::map<int, QImage> images;
  QString error;
};

Samples samplesOf(FrameSource& frames) {
  const double pixels =
      std::max(1.0, static_cast<double>(frames.pixels().width()) * frames.pixels().height());
  const int count = std::clamp(static_cast<int>(samplePixels / pixels), 2, mostSamples);
  Samples samples;
  for (int i = 0; i < count; ++i) {
    const int index = count == 1 ? 0 : (frames.count() - 1) * i / (count - 1);
    if (samples.images.contains(index))
      continue;
    render::FigureImage made = frames.image(index);
    if (!made.error.isEmpty())
      return {{}, made.error};
    samples.images[index] = std::move(made.image);
  }
  return samples;
}

GifPalette paletteOf(const Samples& samples, const render::Theme& theme) {
  ColorCount count;
  for (const auto& [index, image] : samples.images)
    count.add(image);
  std::vector<QColor> exact{theme.surface, theme.text, theme.textMuted};
  exact.insert(exact.end(), theme.roles.begin(), theme.roles.end());
  return {count, exact};
}

/// GIF knows no half-transparent pixels; here they get the colour they have on the ground.
QImage withPlainColors(const QImage& image, bool isTransparent) {
  return isTransparent ? image.convertToFormat(QImage::Format_ARGB32) : image;
}

} // namespace

AnimationFile animatedGif(FrameSource& frames, const Progress& progress) {
  if (frames.count() == 0)
    return {{}, tr("there are no frames"), false};
  if (const QSize size = frames.pixels(); size.width() > largestGifSide || size.height() > largestGifSide)
    return {{},
            tr("%1×%2 pixels are too large for a GIF: at most %3 a side")
                .arg(size.width())
                .arg(size.height())
                .arg(largestGifSide),
            false};
  Samples samples = samplesOf(frames);
  if (!samples.error.isEmpty())
    return {{}, samples.error, false};
  const bool isTransparent = frames.look().options.transparent;
  for (auto& [index, image] : samples.images)
    image = withPlainColors(image, isTransparent);
  GifFile file(frames.pixels(), paletteOf(samples, frames.look().theme), !isTransparent);
  file.addComment(QJsonDocument(frames.metadata()).toJson(QJsonDocument::Compact));

  // While one frame is compressed on another thread, the next is painted on this one.
  std::future<void> compression;
  double elapsed = 0;
  int written = 0;
  for (int i = 0; i < frames.count(); ++i) {
    QImage image;
    if (const auto sample = samples.images.find(i); sample != samples.images.end()) {
      image = sample->second;
      samples.images.erase(sample);
    } else {
      const render::FigureImage made = frames.image(i);
      if (!made.error.isEmpty())
        return {{}, made.error, false};
      image = withPlainColors(made.image, isTransparent);
    }
    elapsed += frames.milliseconds(i);
    const int hundredths = std::max(2, static_cast<int>(std::lround(elapsed / 10)) - written);
    written += hundredths;
    if (compression.valid())
      compression.get();
    if (!file.error().isEmpty())
      return {{}, file.error(), false};
    compression =
        std::async(std::launch::async, [&file, image, hundredths] { file.addFrame(image, hundredths); });
    if (!progress(i + 1, frames.count())) {
      compression.get();
      return {{}, {}, true};
    }
  }
  compression.get();
  QByteArray bytes = file.finish();
  return {std::move(bytes), file.error(), false};
}

} // namespace eigenboard::figures
