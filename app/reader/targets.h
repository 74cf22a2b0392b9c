#pragma once

#include "app/reader/flow.h"

namespace eigenboard::reader {

/// Index of the topmost target at a place on the page, or −1.
int targetAt(const Layout& layout, QPointF pagePoint);

/// The formula, number or answer that a target is; null for other targets.
InlineObject* objectOf(Layout& layout, const Target& target);

} // namespace eigenboard::reader
