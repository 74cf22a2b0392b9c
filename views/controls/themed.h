#pragma once

#include "views/render/theme.h"

class QWidget;

namespace eigenboard::controls {

/// A widget that paints itself in the colours of a theme.
class Themed {
 public:
  explicit Themed(const render::Theme& theme) : theme_(theme) {}
  virtual ~Themed() = default;
  const render::Theme& theme() const { return theme_; }
  void setTheme(const render::Theme& theme) {
    theme_ = theme;
    themeChanged();
  }

 protected:
  Themed(const Themed&) = default;
  Themed& operator=(const Themed&) = default;
  virtual void themeChanged() {}

 private:
  render::Theme theme_;
};

/// Gives the theme to every themed widget below root, and repaints them.
void setThemeBelow(QWidget& root, const render::Theme& theme);

} // namespace eigenboard::controls
