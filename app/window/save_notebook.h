#pragma once

namespace eigenboard::window {

class MainWindow;
struct Services;

/// Asks where, and writes the chapter that is open as a Jupyter notebook. The window tells how it went.
void saveNotebook(MainWindow& window, Services& services);

} // namespace eigenboard::window
