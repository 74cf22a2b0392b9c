#pragma once

#include "views/render/handle_motion.h"
#include "views/render/space/graphics_card.h"
#include "views/render/theme.h"

#include <QtCore/QJsonObject>
#include <QtCore/QObject>
#include <QtCore/QRect>

#include <memory>
#include <vector>

class QWidget;

namespace eigenboard::panel {
class Desk;
}
namespace eigenboard::stage {
class StageWidget;
}
namespace eigenboard::typesetting {
class Typesetter;
}

namespace eigenboard::window {

class PopOut;
class Presenting;

/// Panels beyond the window's stage, in windows of their own and on a whole screen, and what holds for all
/// views wherever they are: theme, snapping, reduced motion, what draws surfaces.
class PanelWindows : public QObject {
  Q_OBJECT

 public:
  /// All outlive this; window is the one that has the stage.
  PanelWindows(panel::Desk& desk, typesetting::Typesetter& typesetter, stage::StageWidget& stage,
               QWidget& window, const render::Theme& theme);
  ~PanelWindows() override;

  /// In front where it is already. Nothing for an unknown panel.
  void popOut(const QString& panel, const QRect& place = {});
  void present(const QString& panel);
  void setTheme(const render::Theme& theme);
  void setSnapping(render::Snapping snapping);
  render::Snapping snapping() const { return snapping_; }
  void setReducedMotion(bool isReduced);
  void setSpaceDrawing(render::SpaceDrawing drawing);
  /// With the window: they come back with it at the next start.
  void hideAll();

  const std::vector<PopOut*>& popOuts() const { return popOuts_; }
  Presenting& presenting() { return *presenting_; }

  /// Snapping, what draws spaces, and the windows' places; hostile or unknown parts are left out.
  QJsonObject toJson() const;
  void fromJson(const QJsonObject& json);

 signals:
  void changed(); ///< something that toJson() tells
  void snappingChanged();
  void spaceDrawingChanged(const QString& key);

 private:
  void presentFrom(const QString& panel, QWidget& from);
  void remove(PopOut* popOut);

  panel::Desk& desk_;
  typesetting::Typesetter& typesetter_;
  stage::StageWidget& stage_;
  QWidget& window_;
  render::Theme theme_;
  render::Snapping snapping_ = render::Snapping::Off;
  render::SpaceDrawing spaceDrawing_ = render::SpaceDrawing::Automatic;
  std::vector<PopOut*> popOuts_; ///< in the order in which they were opened; owned
  Presenting* presenting_;
};

} // namespace eigenboard::window
