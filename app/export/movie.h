#pragma once

#include "app/export/frame_source.h"

namespace eigenboard::figures {

/// Empty where ffmpeg is found, else the reason why no movie can be made, in a sentence.
QString movieProblem();

/// An MP4 made by ffmpeg: no sound, 4:2:0, sizes made even by a line of the ground's colour, title and states
/// in its tags, never transparent. framesPerSecond: 1 to 60; frames are repeated to last as long as they
/// should. The file of ffmpeg is a temporary one, which is gone afterwards. When ffmpeg fails, the error has
/// its own words. It is ended when the progress stops it or when it does nothing for half a minute.
AnimationFile movie(FrameSource& frames, double framesPerSecond, const Progress& progress);

} // namespace eigenboard::figures
