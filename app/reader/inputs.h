#pragma once

#include "app/reader/flow.h"

#include <QtCore/QObject>

namespace eigenboard::reader {

class NumberEntry;
class Reader;

/// What a reader changes in a sentence: numbers, answers and choices; and wide formulas, moved sideways.
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

  InlineObject* wideFormulaAt(int target); ///< that can be scrolled sideways, or null
  bool moveFormula(int target, double pixels);
  bool stepFormula(int direction, Qt::KeyboardModifiers modifiers);

  void openEntry(int target, const QString& typed = {});
  void closeEntry();

  void choose(int option);
  bool isOption(int target) const;
  /// To the option before or after in the same choice; choosing it is a step of its own, because it is
  /// judged.
  bool stepOption(int direction);

 private:
  void commit(const QString& text);
  void check(InlineObject& object, const QString& answer);

  Reader& reader_;
  NumberEntry* entry_ = nullptr;
  Target edited_; ///< what the entry lies on
};

} // namespace eigenboard::reader
