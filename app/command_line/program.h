#pragma once

namespace eigenboard::command_line {

/// The whole program: a command where the first word names one, else the window. Gives the exit status.
int runProgram(int argc, char** argv);

} // namespace eigenboard::command_line
