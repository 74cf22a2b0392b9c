#pragma once

#include "app/command_line/arguments.h"
#include "app/export/figure_look.h"

namespace eigenboard::command_line {

/// Every option of `eigenboard export`.
std::vector<QCommandLineOption> exportOptions();

/// How the figures are to look: theme, size, scale, text, words. Empty on success, else what is wrong with
/// the options and what would be right.
QString readLook(const Arguments& arguments, figures::FigureLook& look);

/// True when the options ask for more than one picture: a sweep, steps from a to b, keyframes.
bool asksForFrames(const Arguments& arguments);

} // namespace eigenboard::command_line
