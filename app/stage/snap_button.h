#pragma once

#include "views/controls/button.h"
#include "views/render/handle_motion.h"

class QActionGroup;
class QMenu;

namespace eigenboard::stage {

/// One way of snapping: its key in a saved session and in the names of actions, its name on the button, and
/// what it means in a menu.
struct SnappingChoice {
  render::Snapping snapping;
  QString key;
  QString name;
  QString meaning;
};
std::vector<SnappingChoice> snappingChoices();
QString keyOf(render::Snapping snapping);
/// Off for an unknown key.
render::Snapping snappingOf(const QString& key);

/// Tells above the picture where handles come to rest, and opens the menu of what else there is.
class SnapButton : public controls::Button {
  Q_OBJECT

 public:
  explicit SnapButton(const render::Theme& theme, QWidget* parent = nullptr);
  void setSnapping(render::Snapping snapping);
  QMenu& menu() { return *menu_; }

 signals:
  void chosen(eigenboard::render::Snapping snapping);

 private:
  QMenu* menu_;
  QActionGroup* group_;
};

} // namespace eigenboard::stage
