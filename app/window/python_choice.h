#pragma once

#include <functional>

namespace eigenboard::window {

class MainWindow;

/// Asks for the program that runs the Python of the page. The window tells which one it is then; changed is
/// called when it is another.
void choosePython(MainWindow& window, const std::function<void()>& changed);

/// Back to the one that is found on the machine.
void forgetPython(MainWindow& window, const std::function<void()>& changed);

} // namespace eigenboard::window
