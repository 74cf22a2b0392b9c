#pragma once

#include "app/export/frame_source.h"
#include "app/export_dialog/plan.h"

namespace eigenboard::export_dialog {

/// What became of it; stopped by its progress, it has no error, and nothing is written but the numbered files
/// before that.
struct Outcome {
  QString error;
  bool isCancelled = false;
  bool ok() const { return error.isEmpty() && !isCancelled; }
};

/// Writes what a plan without problems says to a file, or numbered files into a folder. Only for the thread
/// of the interface; progress lets it live.
Outcome writeExport(const Source& source, const Choices& choices, const Plan& plan,
                    typesetting::Typesetter& typesetter, const QString& path,
                    const figures::Progress& progress);

/// The figure of the present state, as its file has it.
render::Figure pictureOf(const Source& source, const Plan& plan, typesetting::Typesetter& typesetter);

/// How large the file will be, in bytes; 0 where that is not known.
struct Estimate {
  qint64 bytes = 0;
  bool isAbout = false; ///< from the pixels of the preview and the number of frames
};
/// Cost: of a vector file, and of an image of moderate size, that of making it; else of one PNG of the
/// preview's size.
Estimate estimateFor(const Source& source, const Choices& choices, const Plan& plan,
                     typesetting::Typesetter& typesetter, const QImage& preview);

} // namespace eigenboard::export_dialog
