#pragma once

#include "views/panel/state.h"

#include <Eigen/Core>

#include <optional>

namespace eigenboard::panel {

// A parameter of the kind Table is a list of rows of numbers, as long as the reader makes it: points, edges.
// Its value is its text form, "1,2;3,4", so that it goes into files, links and undo steps like any text;
// these read it and write it. A single cell can be named wherever a parameter can: "points.3.x" is column x
// of row 3, the first row being 0.

/// The text form of a matrix with a row for each row of the table: cells clamped to their columns, whole
/// where those ask for it, rows beyond the most left out. A cell that is not a number is as near to 0 as its
/// column can be.
QString tableText(const Parameter& parameter, const Eigen::MatrixXd& rows);

/// The rows of a value, as many columns as the parameter has; what is no row of that many numbers is left
/// out, but for columns that may be absent. Cells are clamped. Cost: the length of the text.
Eigen::MatrixXd tableOf(const Parameter& parameter, const Value& value);

/// What a reader typed: rows between semicolons or on lines of their own, numbers between commas. An error
/// names the row and what it should have.
Parsed tableFromText(const Parameter& parameter, const QString& text);

/// The text form of rows of another table, whose first columns are the same: cells that both have are the
/// other's; those that only this one has stay as they are, row by row, where there are as many rows, and are
/// absent otherwise.
QString tableFromOther(const Parameter& parameter, const Value& own, const QString& other);

struct TableCell {
  int parameter = -1; ///< index in the description
  int row = 0;
  int column = 0;
};

/// The cell that a key like "points.3.x" names; empty when there is no such table or column, or the row is no
/// number. The row may be one that the table does not have.
std::optional<TableCell> tableCellAt(const Description& description, const QString& key);

/// The column as a parameter of its own, so that a cell is read as any number is. key: what errors call it.
Parameter cellParameter(const Parameter& table, int column, const QString& key);

/// The state with one cell changed to a number, clamped. An error says that the table has no such row, or
/// that the value is no number.
StateResult withTableCell(const Description& description, State state, const TableCell& cell,
                          const Value& value);

} // namespace eigenboard::panel
