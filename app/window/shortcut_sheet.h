#pragma once

#include "app/window/main_window.h"
#include "views/render/theme.h"

#include <QtWidgets/QDialog>

namespace eigenboard::window {

/// All that the keyboard does: the window's actions by group, and the keys of the page and the panel.
class ShortcutSheet : public QDialog {
  Q_OBJECT

 public:
  ShortcutSheet(const std::vector<WindowAction>& actions, const render::Theme& theme, QWidget* parent);
};

} // namespace eigenboard::window
