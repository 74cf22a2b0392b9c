#pragma once

#include "app/command_line/arguments.h"
#include "app/export/figure_look.h"
#include "views/panel/registry.h"

namespace eigenboard::command_line {

/// Writes a sweep, the steps of a process or keyframes as GIF, MP4, deck or numbered files. The exit status,
/// after a line on standard error when it is not success.
int exportFrames(const panel::Registry& registry, const Arguments& arguments,
                 const figures::FigureLook& look);

} // namespace eigenboard::command_line
