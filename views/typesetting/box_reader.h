#pragma once

#include "views/typesetting/box.h"

class QByteArray;

namespace eigenboard::typesetting {

/// What box_tree.mjs wrote: a tree, or the reason why there is none.
struct BoxTree {
  Box root;
  QString error; ///< empty: root is set
  QString spoken;
};

BoxTree readBoxTree(const QByteArray& json);

} // namespace eigenboard::typesetting
