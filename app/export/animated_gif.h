#pragma once

#include "app/export/frame_source.h"

namespace eigenboard::figures {

/// An endless GIF: one palette for all frames, in which the flat colours are exact and every pixel has the
/// nearest colour; of each frame only the rectangle that changed; the states as a comment. Delays are whole
/// hundredths of a second, at least two, and do not drift. A third of a megapixel takes some 30 ms; memory
/// holds the bytes of the file and 16 images. At most 4096 px a side. Only for the thread of the interface;
/// it compresses on another.
AnimationFile animatedGif(FrameSource& frames, const Progress& progress);

} // namespace eigenboard::figures
