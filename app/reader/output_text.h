#pragma once

#include "app/code_runner/transcript.h"
#include "app/reader/paragraph_text.h"

namespace eigenboard::reader {

/// How much of an output is shown: of a longer one its beginning and its end, of a longer line its beginning.
struct OutputRoom {
  std::size_t lines = 24;
  qsizetype characters = 400; ///< of a line
};

/// What a run wrote, as text that can be shown: lines divided by QChar::LineSeparator, control characters
/// replaced, tabs as blanks.
struct OutputText {
  QString text;
  std::vector<Span> errors; ///< what came by standard error
  Span cut;                 ///< the line that says how many are left out in the middle; empty: none
  std::size_t lines = 0;    ///< that it wrote
};

/// cutWords: of the line where lines are left out, with %1 for how many. Linear in what was written.
OutputText outputText(const std::vector<code_runner::Piece>& pieces, const OutputRoom& room,
                      const QString& cutWords);

} // namespace eigenboard::reader
