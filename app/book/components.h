#pragma once

#include "app/book/tree.h"

#include <QtCore/QStringList>

#include <optional>

namespace eigenboard::book {

/// The nine components of a chapter, in the words of their headings.
QStringList componentNames();

/// A level-2 heading that begins a component: its name, and the subtitle after the colon (perhaps none).
struct Component {
  QString name;
  Inlines subtitle;
};
std::optional<Component> componentOf(const Heading& heading);

} // namespace eigenboard::book
