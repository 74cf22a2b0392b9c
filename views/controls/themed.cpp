#include "views/controls/themed.h"

#include <QtWidgets/QWidget>

namespace eigenboard::controls {

void setThemeBelow(QWidget& root, const render::Theme& theme) {
  for (QWidget* widget : root.findChildren<QWidget*>())
    if (auto* themed = dynamic_cast<Themed*>(widget)) {
      themed->setTheme(theme);
      widget->update();
    }
}

} // namespace eigenboard::controls
