#pragma once

#include <QtCore/QObject>
#include <QtCore/QStringList>

namespace eigenboard::panel {

/// The names of a thing: keys of parameters, groups, readouts and handles; symbols in the spelling of
/// typesetting::canonicalSymbol().
struct Names {
  QStringList keys;
  QStringList symbols;
  bool isEmpty() const { return keys.isEmpty() && symbols.isEmpty(); }
  friend bool operator==(const Names&, const Names&) = default;
};

/// What the reader points at, wherever it is shown: in the text, on a control, in the picture. Whoever is
/// pointed at lights its names; whoever shows something with one of them stands in the light. Each panel has
/// its own, in its session.
class Spotlight : public QObject {
  Q_OBJECT

 public:
  using QObject::QObject;

  const Names& lit() const { return lit_; }
  bool lights(const Names& names) const;
  /// From now on these are lit, on behalf of the owner.
  void light(const void* owner, const Names& names);
  /// Dark again, unless another has set the light meanwhile.
  void leave(const void* owner);

 signals:
  /// Only where the names are others than before.
  void changed();

 private:
  Names lit_;
  const void* owner_ = nullptr;
};

} // namespace eigenboard::panel
