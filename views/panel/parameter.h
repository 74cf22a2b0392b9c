#pragma once

#include <QtCore/QString>

#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

namespace eigenboard::panel {

/// Seed: a whole number that decides all random numbers of a panel; defaults and presets leave it as it is.
/// Table: rows of numbers, as many as the reader makes (table.h).
enum class Kind : std::uint8_t { Number, Integer, Toggle, Choice, Text, Seed, Table };
enum class Spacing : std::uint8_t { Linear, Logarithmic };

/// A number for Number, Integer, Seed, Toggle (0 or 1) and Choice (the option's index); text for Text, and
/// for Table the text form of its rows.
using Value = std::variant<double, QString>;

struct Option {
  QString key;
  QString label;
  QString help = {};
};

/// Of a table: what a cell of it may be. key as of a parameter: "points.3.x" names a cell.
struct Column {
  QString key;
  QString label;
  double minimum = 0;
  double maximum = 1;
  double step = 0.01;
  bool isWhole = false;
  std::optional<double> absent = {}; ///< what a row has here that ends before; none: no row may

  bool operator==(const Column&) const = default;
};

/// What another parameter must say for one to have an effect.
struct Condition {
  QString key;                  ///< of a toggle, which must be on, or of a choice; empty: nothing need be so
  std::vector<QString> options; ///< of the choice: one of these is chosen
};

/// Everything controls, tooltips, links, state files and the command line need to know of one parameter.
struct Parameter {
  QString key;    ///< unique in the panel; letters, digits and underscores
  QString label;  ///< "Horizontal part of the second column"
  QString symbol; ///< TeX, or empty
  QString unit;
  QString help;
  Kind kind = Kind::Number;
  Spacing spacing = Spacing::Linear;
  double minimum = 0;
  double maximum = 1;
  double step =
      0.01; ///< one arrow key; ten with Shift, a tenth with Alt. In powers of ten where it is logarithmic
  std::vector<Option> options;
  std::vector<Column> columns; ///< of a table
  int mostRows = 0;            ///< of a table
  Value defaultValue = 0.0;
  QString group;      ///< key of the group it is shown in, or empty
  Condition onlyWith; ///< without this it has no effect, and its control is hidden
};

/// Whether it takes whole numbers only, so that a step cannot be fine.
inline bool isWhole(const Parameter& parameter) {
  return parameter.kind == Kind::Integer || parameter.kind == Kind::Seed;
}

/// Whether its value is text.
inline bool holdsText(const Parameter& parameter) {
  return parameter.kind == Kind::Text || parameter.kind == Kind::Table;
}

enum class GroupKind : std::uint8_t { Matrix, Point };

/// Parameters that are one object to the reader: the cells of a matrix (row by row), the coordinates of a
/// point. A group has a text form of its own: "1,2;3,4".
struct Group {
  QString key;
  QString label;
  QString symbol;
  GroupKind kind = GroupKind::Matrix;
  int rows = 1;
  int columns = 1;
  std::vector<QString> keys;
};

/// The value nearest to the wanted one that the parameter can take: clamped to the range, integers and
/// choices rounded, text capped at 4096 characters, tables read row by row (tableOf). Not-a-number and a
/// value of the wrong type give the fallback.
Value clamped(const Parameter& parameter, const Value& wanted, const Value& fallback);

/// The value so many steps on (whole numbers of steps or parts), rounded to a hundredth of a step so that 0.1
/// taken three times is 0.3, and clamped.
double stepped(const Parameter& parameter, double value, double steps);

/// The text form: "0.5", "true", the option's key, or the text itself. Numbers read back exactly.
QString toText(const Parameter& parameter, const Value& value);

/// Either a value inside the parameter's range or the reason why the text is none.
struct Parsed {
  Value value = 0.0;
  QString error;
  bool ok() const { return error.isEmpty(); }
};
/// Accepts what toText writes; for toggles also on, off, yes, no, 1, 0; for numbers also a fraction "1/3", a
/// Unicode minus and "pi" multiples ("pi/6"). Out of range, NaN and infinity are errors that name the range.
Parsed fromText(const Parameter& parameter, const QString& text);

} // namespace eigenboard::panel
