#pragma once

#include "views/scene/scene.h"

#include <QtCore/QStringList>

namespace eigenboard::tests {

/// A view of space in text, one line a mark; two views are the same when their texts are.
QString spaceText(const scene::SpaceView& view);

/// What in it has a coordinate that is not finite, or is empty where it must not be.
QStringList spaceFaults(const scene::SpaceView& view);

} // namespace eigenboard::tests
