#pragma once

#include "tests/reader/reader_fixture.h"

namespace eigenboard::reader {
class CodeEditor;
}

namespace eigenboard::tests {

/// A page with code: cell 0 prints 42, as recorded; 1 fails in its second line; 2 prints 300 lines; 3 prints
/// "begun" and sleeps; a block of C++ cannot be run.
class CodeFixture : public ReaderFixture {
 public:
  CodeFixture();

  /// Indices of the targets of a kind, in the order of the page.
  std::vector<int> codeTargets(reader::TargetKind kind);
  int codeTarget(reader::TargetKind kind, std::size_t number);
  const reader::Node& cell(std::size_t number);
  /// What stands under a cell after a run, and the line that says how the run went; empty before it.
  QString outputOf(std::size_t number);
  QString statusOf(std::size_t number);
  /// Waits for the end of a run; false when that does not come.
  bool finishes(std::size_t number);
  /// Null while no code is edited.
  reader::CodeEditor* editor();
};

} // namespace eigenboard::tests
