#pragma once

#include "app/reader/manuscript.h"

namespace eigenboard::reader {

struct PlacedCell {
  Paragraph* paragraph = nullptr;
  QPointF origin;
  QString separator;
};
struct TableRule {
  double y = 0;
  bool strong = false;
};

/// A table set out, relative to its top left corner.
struct TableLayout {
  std::vector<PlacedCell> cells; ///< row by row
  std::vector<TableRule> rules;
  double width = 0;
  double height = 0;
};

/// Gives every column what its cells want if that fits the width; else at least what keeps words whole, what
/// they want to narrow columns, and the rest to the others. A table whose words do not fit may take up to
/// room; beyond it, it is wider than that (a window onto it scrolls), and on paper it breaks words.
TableLayout layOutTable(Node& table, const Typography& type, double width, double room);

} // namespace eigenboard::reader
