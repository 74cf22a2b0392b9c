#pragma once

#include "views/panel/state.h"

#include <QtCore/QJsonObject>

namespace eigenboard::panel {

/// A thing that several panels name. value: in the text form of a parameter or group ("1,2;3,4"), so that
/// another kind of object needs a text form and nothing else.
struct SharedObject {
  /// "matrix", "point", "number" or "table", which fits any other table: columns that only one has are its
  /// own. Others are of later versions, kept and never bound.
  QString kind;
  int rows = 1;
  int columns = 1;
  QString value;
  QJsonObject unknown; ///< keys that this version does not know
};

/// A group or parameter of a panel that is an object.
struct SharedBinding {
  QString panel;
  QString key;
  QString name;
  friend bool operator==(const SharedBinding&, const SharedBinding&) = default;
};

/// "@A": the setting that makes a parameter or group the object A. Only a sign at the front; the name may
/// still be wrong.
bool isSharedSetting(const QString& text);
/// Whether one of the settings names an object and its key is one that takes no text.
bool namesSharedObject(const Description& description, const Settings& settings);
/// Empty, or why "@name" cannot stand for this key: letters, digits and underscores, at most 20; a matrix, a
/// point, a table or a number.
QString sharedSettingProblem(const Description& description, const QString& key, const QString& text);

/// What the key holds now, as an object; no kind for a key that cannot be shared.
SharedObject objectAt(const Description& description, const State& state, const QString& key);
/// "a 2 × 2 matrix"
QString shapeName(const SharedObject& object);
bool haveSameShape(const SharedObject& first, const SharedObject& second);
/// The state with the key at the object's value, each number in the range of its parameter. The state itself
/// where the shapes differ or the value cannot be read.
State withObject(const Description& description, State state, const QString& key, const SharedObject& object);

/// {"objects": {name: {"kind", "rows", "columns", "value"}}, "bindings": [{"panel", "key", "name"}]}
struct SharedState {
  std::vector<std::pair<QString, SharedObject>> objects; ///< by name
  std::vector<SharedBinding> bindings;
  QJsonObject unknown;
};
QJsonObject toJson(const SharedState& state);
/// What can be read; errors gets a line for each thing that cannot, for the first few.
SharedState sharedFromJson(const QJsonValue& json, QStringList& errors);

} // namespace eigenboard::panel
