#pragma once

#include "app/reader/code_cells.h"
#include "app/reader/flow.h"

namespace eigenboard::reader {

class CodeEditor;
class Reader;

/// Code on the page: its buttons, its cells as they run, and the editor that lies on one of them.
class CodeDesk : public QObject {
  Q_OBJECT

 public:
  /// The reader owns it.
  explicit CodeDesk(Reader& reader);

  CodeCells& cells() { return cells_; }
  /// Puts the cells on a page that was made anew, the one being edited as well.
  void attach(std::vector<Node>& nodes);
  void activate(const Target& target);          ///< a button of code
  QString describe(const Target& target) const; ///< what the button does, in words
  void setHovered(QPointF pagePoint);
  void closeEditor();
  /// Puts the editor on its code, after the page was placed anew; looks like the page.
  void placeEditor();

 private:
  void copy(const Node& code);
  void openEditor(Node& code);

  Reader& reader_;
  CodeCells cells_;
  CodeEditor* editor_ = nullptr;
  QString editedCell_; ///< key of the cell that the editor lies on
};

} // namespace eigenboard::reader
