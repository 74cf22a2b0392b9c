#pragma once

#include "app/book/answer.h"
#include "app/book/tree.h"

#include <QtCore/QStringList>

#include <span>

namespace eigenboard::book {

/// What check:code holds a reader's code against. An exercise has them in this order: the cell to fill in,
/// the check:code link, and in its fold "Solution" a python fence that defines the function too and a `cases`
/// fence with one call a line, such as project([1, 0], [3, 4]).
struct CodeCheck {
  QString starter;  ///< what the cell holds at first
  QString solution; ///< of the first python fence of the solution
  QStringList cases;
};

/// Of the blocks of one exercise; what is missing is empty.
CodeCheck codeCheck(std::span<const Block> exercise);
/// Why it cannot judge, or empty.
QString codeCheckProblem(const CodeCheck& check, const QString& function);

/// Python that runs the reader's code, then each case with the reader's function and with the solution's, and
/// prints one line of JSON for judgeCode. Values are alike when their numbers differ by no more than rounding
/// (1e-7 of them); a case where the solution raises is met by raising the same. What the code prints is
/// dropped. A fault of the code itself is told as if it had run alone, with its own lines.
QString codeCheckScript(const CodeCheck& check, const QString& code, const QString& function);

/// The verdict in what that script printed: "Right: all 6 cases", "Not yet: project([1, 0], [3, 4]) gives …".
/// printed without such a line gives Unreadable without words.
Judgement judgeCode(const QString& printed);

} // namespace eigenboard::book
