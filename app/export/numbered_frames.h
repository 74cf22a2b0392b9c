#pragma once

#include "app/export/frame_source.h"

namespace eigenboard::figures {

/// What became of many files.
struct NumberedFrames {
  int written = 0;
  QString error; ///< empty, or why the file after them could not be made; those before it are whole
  bool isCancelled = false;
};

/// Each frame as a file in the format of the look: stem-0001.png and so on, in a folder, which is made where
/// it is missing. Each file is written whole or not at all.
NumberedFrames writeNumberedFrames(FrameSource& frames, const QString& folder, const QString& stem,
                                   const Progress& progress);

/// "stem-0001.png": index from 0.
QString numberedName(const QString& stem, int index, render::FigureFormat format);

} // namespace eigenboard::figures
