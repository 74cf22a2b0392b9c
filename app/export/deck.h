#pragma once

#include "app/export/frame_source.h"

namespace eigenboard::figures {

/// A PDF of one page a frame, each of the look's size, with its keyframes, or else its states, in its
/// metadata. Only for the thread of the interface.
AnimationFile deck(FrameSource& frames, const Progress& progress);

} // namespace eigenboard::figures
