#include "app/export/numbered_frames.h"

#include "app/export/words.h"
#include "views/render/safe_write.h"

#include <QtCore/QDir>

namespace eigenboard::figures {

QString numberedName(const QString& stem, int index, render::FigureFormat format) {
  return QStringLiteral("%1-%2.%3")
      .arg(stem)
      .arg(index + 1, 4, 10, QLatin1Char('0'))
      .arg(render::endingOf(format));
}

NumberedFrames writeNumberedFrames(FrameSource& frames, const QString& folder, const QString& stem,
                                   const Progress& progress) {
  NumberedFrames result;
  if (!QDir().mkpath(folder)) {
    result.error = tr("cannot make the folder '%1'").arg(folder);
    return result;
  }
  for (int i = 0; i < frames.count(); ++i) {
    const render::Figure figure = frames.figure(i);
    result.error =
        figure.error.isEmpty()
            ? render::writeWhole(QDir(folder).filePath(numberedName(stem, i, frames.look().options.format)),
                                 figure.bytes)
            : figure.error;
    if (!result.error.isEmpty())
      return result;
    ++result.written;
    if (!progress(i + 1, frames.count())) {
      result.isCancelled = true;
      return result;
    }
  }
  return result;
}

} // namespace eigenboard::figures
