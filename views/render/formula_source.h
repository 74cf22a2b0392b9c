#pragma once

#include "views/typesetting/formula.h"

#include <QtCore/QObject>

#include <functional>
#include <unordered_map>

namespace eigenboard::typesetting {
class Typesetter;
}

namespace eigenboard::render {

/// Where a painter gets laid-out TeX from. slot: which place in the picture asks, the same from frame to
/// frame. Null while there is nothing to show there yet.
using FormulaSource = std::function<typesetting::FormulaPointer(const QString& tex, int slot)>;

/// Waits for every formula: for files.
FormulaSource waitingFormulas(typesetting::Typesetter& typesetter);

/// Never waits: gives the layout if a cache holds it, otherwise the one the slot showed last, and asks for
/// the new one in the background; arrived() then says that painting again is worth it.
class LiveFormulas : public QObject {
  Q_OBJECT

 public:
  /// typesetter outlives this.
  explicit LiveFormulas(typesetting::Typesetter& typesetter, QObject* parent = nullptr);
  typesetting::FormulaPointer formula(const QString& tex, int slot);

 signals:
  void arrived();

 private:
  struct Slot {
    QString wanted;
    typesetting::FormulaPointer shown;
    bool isWaiting = false;
  };
  typesetting::Typesetter& typesetter_;
  std::unordered_map<int, Slot> slots_;
};

} // namespace eigenboard::render
