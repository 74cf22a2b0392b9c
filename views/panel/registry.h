#pragma once

#include "views/panel/panel.h"

#include <vector>

namespace eigenboard::panel {

/// Every panel of the book, in the order of the registration list (views/panels/CMakeLists.txt).
class Registry {
 public:
  explicit Registry(std::vector<PanelPointer> panels) : panels_(std::move(panels)) {}
  const std::vector<PanelPointer>& panels() const { return panels_; }
  /// Null when there is none of that id.
  const Panel* find(const QString& id) const {
    for (const PanelPointer& panel : panels_)
      if (panel->description().identity.id == id)
        return panel.get();
    return nullptr;
  }
  std::vector<QString> ids() const {
    std::vector<QString> list;
    for (const PanelPointer& panel : panels_)
      list.push_back(panel->description().identity.id);
    return list;
  }

 private:
  std::vector<PanelPointer> panels_;
};

/// Builds every panel of the registration list.
Registry registeredPanels();

} // namespace eigenboard::panel
