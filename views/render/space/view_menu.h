#pragma once

#include "views/render/theme.h"
#include "views/scene/space.h"

#include <QtWidgets/QToolButton>

#include <optional>

class QAction;

namespace eigenboard::render {

/// The button in the corner of a space with a menu of the standard views, perspective, and the way back.
class ViewMenu : public QToolButton {
  Q_OBJECT

 public:
  explicit ViewMenu(QWidget* parent);
  void setTheme(const Theme& theme);
  /// Which camera the menu starts from; the menu ticks whether it has perspective.
  void setCamera(const scene::Camera& camera);

 signals:
  void cameraChosen(const eigenboard::scene::Camera& camera);
  void resetChosen();

 private:
  scene::Camera camera_;
  QAction* perspective_ = nullptr;
};

/// The camera that a key asks for (1 to 4: standard views, 5: perspective on or off); none for other keys.
std::optional<scene::Camera> cameraForKey(int key, const scene::Camera& camera);

} // namespace eigenboard::render
