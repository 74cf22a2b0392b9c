#pragma once

#include "app/reader/code_cells.h"

namespace eigenboard::reader {

/// What a reader has made of a cell. Exists once it was edited or run.
struct CodeCells::Cell {
  QString text; ///< edited; null: that of the book
  std::unique_ptr<code_runner::Runner> runner;
  std::vector<code_runner::Piece> pieces; ///< of the last run that has ended
  code_runner::Outcome outcome;
  code_runner::Limits limits;
  std::vector<PictureFile> figures; ///< of that run
  QString ranText;
  QString printed;
  bool hasRun = false;
  bool isExpanded = false;

  bool isRunning() const { return runner != nullptr; } // until it has told how it ended
};

} // namespace eigenboard::reader
