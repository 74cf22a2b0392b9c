#pragma once

#include "app/reader/code_cells.h"
#include "app/reader/code_judge.h"
#include "app/reader/flow.h"

#include <QtCore/QTimer>

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
  /// The key of the cell that is edited, or has the focus, or is the first that is seen or comes below;
  /// empty: none.
  QString cellInView() const;
  /// Whether the code of the cell is held against cases, and doing it; see checked().
  bool canCheck(const QString& cell) const;
  void check(const QString& cell);
  /// Holds the code of its exercise against the cases: an answer of check:code.
  void judge(InlineObject& answer);
  void setHovered(QPointF pagePoint);
  void closeEditor();
  /// Puts the editor on its code, after the page was placed anew; looks like the page.
  void placeEditor();

 signals:
  void checked(const QString& exercise, const eigenboard::book::Judgement& judgement);
  void besideWanted(const QString& key); ///< the cell in the editor beside the text, see CodeCells::keyOf

 private:
  void copy(const Node& code);
  void tell(const QString& answer, const book::Judgement& judgement);
  void openEditor(Node& code);

  Reader& reader_;
  CodeCells cells_;
  CodeJudge judge_;
  CodeEditor* editor_ = nullptr;
  QTimer copiedTimer_; ///< while it runs a copy button says that it has copied
  QString editedCell_; ///< key of the cell that the editor lies on
};

} // namespace eigenboard::reader
