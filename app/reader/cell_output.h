#pragma once

#include "app/code_runner/transcript.h"
#include "app/reader/paragraph.h"

#include <memory>

namespace eigenboard::reader {

/// What a run wrote, as the page shows it: errors in their colour, control characters replaced, and of a long
/// output its beginning and its end round a line that says how much is between them.
struct CellOutput {
  std::unique_ptr<Paragraph> text; ///< null: it wrote nothing
  Span more;                       ///< the words that show the middle or hide it; empty: all is shown
};

/// isExpanded: the middle too, as far as the page can bear it. Cost: a pass over the pieces, and the shaping
/// of what is shown.
CellOutput cellOutput(const std::vector<code_runner::Piece>& pieces, bool isExpanded, const Typography& type,
                      const render::Theme& theme);

} // namespace eigenboard::reader
