#pragma once

#include "views/panel/naming.h"
#include "views/panel/panel.h"
#include "views/panel/precision_options.h"
#include "views/panel/table.h"

#include <Eigen/Core>

#include <functional>
#include <utility>

namespace eigenboard::panel {

/// The one list that binds each member of a plain parameter struct to its description. Defaults come from a
/// default-constructed Params, so they are written in one place.
template <typename Params>
class Fields {
 public:
  Fields& number(double Params::*member, const Naming& naming, const Range& range) {
    return add(
        described(naming, Kind::Number, range), [member](const Params& p) { return Value(p.*member); },
        [member](Params& p, const Value& value) { p.*member = std::get<double>(value); });
  }
  Fields& integer(int Params::*member, const Naming& naming, const Range& range) {
    return add(
        described(naming, Kind::Integer, range),
        [member](const Params& p) { return Value(static_cast<double>(p.*member)); },
        [member](Params& p, const Value& value) { p.*member = static_cast<int>(std::get<double>(value)); });
  }
  /// Decides all random numbers of the panel. Its key is "seed" where it is the only one, for --seed.
  Fields& seed(int Params::*member, const Naming& naming) {
    return add(
        described(naming, Kind::Seed, {0, largestSeed, 1}),
        [member](const Params& p) { return Value(static_cast<double>(p.*member)); },
        [member](Params& p, const Value& value) { p.*member = static_cast<int>(std::get<double>(value)); });
  }
  /// The number format that a panel computes in: the same four options everywhere.
  Fields& precision(numerics::Precision Params::*member, const Naming& naming) {
    return choice(member, naming, precisionOptions());
  }
  Fields& toggle(bool Params::*member, const Naming& naming) {
    return add(
        described(naming, Kind::Toggle, {0, 1, 1}),
        [member](const Params& p) { return Value(p.*member ? 1.0 : 0.0); },
        [member](Params& p, const Value& value) { p.*member = std::get<double>(value) != 0.0; });
  }
  Fields& text(QString Params::*member, const Naming& naming) {
    return add(
        described(naming, Kind::Text, {}), [member](const Params& p) { return Value(p.*member); },
        [member](Params& p, const Value& value) { p.*member = std::get<QString>(value); });
  }
  /// Rows of numbers that the reader adds, moves and takes away: points, edges. The member has a row for
  /// each, and as many columns as are given.
  Fields& table(Eigen::MatrixXd Params::*member, const Naming& naming, std::vector<Column> columns,
                int mostRows) {
    Parameter parameter = described(naming, Kind::Table, {});
    parameter.columns = std::move(columns);
    parameter.mostRows = mostRows;
    return add(
        parameter, [member, parameter](const Params& p) { return Value(tableText(parameter, p.*member)); },
        [member, parameter](Params& p, const Value& value) { p.*member = tableOf(parameter, value); });
  }
  /// Enum: its enumerators count up from 0 in the order of options.
  template <typename Enum>
  Fields& choice(Enum Params::*member, const Naming& naming, std::vector<Option> options) {
    Parameter parameter = described(naming, Kind::Choice, {0, static_cast<double>(options.size()) - 1, 1});
    parameter.options = std::move(options);
    return add(
        std::move(parameter),
        [member](const Params& p) { return Value(static_cast<double>(static_cast<int>(p.*member))); },
        [member](Params& p, const Value& value) {
          p.*member = static_cast<Enum>(static_cast<int>(std::get<double>(value)));
        });
  }
  /// cellKeys: row by row, one for each coefficient of the fixed-size matrix.
  template <int Rows, int Columns>
  Fields& matrix(Eigen::Matrix<double, Rows, Columns> Params::*member, const Naming& naming,
                 const std::vector<QString>& cellKeys, const Range& range) {
    return grid(member, naming, GroupKind::Matrix, cellKeys, range);
  }
  template <int Rows>
  Fields& point(Eigen::Matrix<double, Rows, 1> Params::*member, const Naming& naming,
                const std::vector<QString>& coordinateKeys, const Range& range) {
    return grid(member, naming, GroupKind::Point, coordinateKeys, range);
  }

  /// The field or group added last has an effect only while a toggle is on, or a choice one of these options.
  Fields& onlyWith(const QString& key, const std::vector<QString>& options = {}) {
    const QString group = fields_.back().parameter.group;
    for (auto field = fields_.rbegin(); field != fields_.rend(); ++field) {
      if (field != fields_.rbegin() && (group.isEmpty() || field->parameter.group != group))
        break;
      field->parameter.onlyWith = {key, options};
    }
    return *this;
  }

  std::vector<Parameter> parameters() const {
    std::vector<Parameter> list;
    for (const Field& field : fields_)
      list.push_back(field.parameter);
    return list;
  }
  const std::vector<Group>& groups() const { return groups_; }
  Params toParams(const Values& values) const {
    Params params;
    for (std::size_t i = 0; i < fields_.size() && i < values.size(); ++i)
      fields_[i].set(params, clamped(fields_[i].parameter, values[i], fields_[i].parameter.defaultValue));
    return params;
  }

 private:
  struct Field {
    Parameter parameter;
    std::function<void(Params&, const Value&)> set;
  };
  Fields& add(Parameter parameter, const std::function<Value(const Params&)>& get,
              std::function<void(Params&, const Value&)> set) {
    parameter.defaultValue = get(Params{});
    fields_.push_back({std::move(parameter), std::move(set)});
    return *this;
  }
  template <int Rows, int Columns>
  Fields& grid(Eigen::Matrix<double, Rows, Columns> Params::*member, const Naming& naming, GroupKind kind,
               const std::vector<QString>& keys, const Range& range) {
    groups_.push_back({naming.key, naming.label, naming.symbol, kind, Rows, Columns, keys});
    for (int row = 0; row < Rows; ++row)
      for (int column = 0; column < Columns; ++column) {
        const QString& key = keys.at(static_cast<std::size_t>(row * Columns + column));
        Parameter cell = described(naming, Kind::Number, range);
        cell.key = key;
        cell.group = naming.key;
        cell.label = partLabel(naming.label, kind, row, column);
        cell.symbol = partSymbol(naming.symbol, kind, row, column);
        add(
            std::move(cell),
            [member, row, column](const Params& p) { return Value((p.*member)(row, column)); },
            [member, row, column](Params& p, const Value& value) {
              (p.*member)(row, column) = std::get<double>(value);
            });
      }
    return *this;
  }

  std::vector<Field> fields_;
  std::vector<Group> groups_;
};

} // namespace eigenboard::panel
