#pragma once

#include "app/reader/flow.h"

#include <QtCore/QObject>

namespace eigenboard::reader {

class NumberEntry;
class Reader;

/// What a reader changes in a sentence: numbers, answers and choices; and what is wider than the page, moved
/// sideways.
/// Targets are given by their index in the layout; an index of another thing changes nothing.
class Inputs : public QObject {
  Q_OBJECT

 public:
  /// The reader owns it.
  explicit Inputs(Reader& reader);

  InlineObject* numberAt(int target); ///< that can be dragged, or null
  void dragNumber(const QPointF& pagePoint, Qt::KeyboardModifiers modifiers); ///< the one that was pressed
  bool stepNumber(int direction, Qt::KeyboardModifiers modifiers); ///< the focused one, if it is one
  void resetNumber(int target);

  // What is wider than the page. Each says whether there was something to move.
  bool isWide(int target);
  bool dragSideways(int target, double pixels);        ///< the pointer has gone so far to the right
  void pressSideways(int target, QPointF pagePoint);   ///< on a bar beside its handle: there it goes
  bool turnSideways(QPointF pagePoint, double pixels); ///< to what is further right
  bool stepSideways(int direction, Qt::KeyboardModifiers modifiers); ///< the focused one
  void followSelection(QPointF pagePoint); ///< what is selected goes on beyond the edge of a window

  void openEntry(int target, const QString& typed = {});
  void closeEntry();

  void choose(int option);
  bool isOption(int target) const;
  bool isAnswer(int target) const; ///< a field to type into
  /// To the option before or after in the same choice; choosing it is a step of its own, because it is
  /// judged.
  bool stepOption(int direction);

 private:
  InlineObject* wideFormulaAt(int target);
  const Strip* stripAt(int target) const;
  bool moveFormula(int target, double pixels);
  void scroll(const Strip& strip, double pixels);
  void commit(const QString& text);
  void check(InlineObject& object, const QString& answer);

  Reader& reader_;
  NumberEntry* entry_ = nullptr;
  Target edited_; ///< what the entry lies on
};

} // namespace eigenboard::reader
