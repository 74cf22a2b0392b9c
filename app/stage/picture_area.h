#pragma once

#include "views/panel/session.h"
#include "views/render/plane_widget.h"

#include <QtCore/QPointer>
#include <QtWidgets/QWidget>

#include <vector>

namespace eigenboard::stage {

/// The views of a scene, side by side where the area is wide and one above the other where it is tall.
/// Widgets are kept from scene to scene by their view's key, so that the reader's zoom and focus stay.
class PictureArea : public QWidget {
  Q_OBJECT

 public:
  PictureArea(typesetting::Typesetter& typesetter, const render::Theme& theme, QWidget* parent = nullptr);

  /// Shows a scene; drags go to the session, which outlives the next call. No views: the last picture stays.
  void show(const scene::Scene& scene, panel::Session& session);
  void setTheme(const render::Theme& theme);
  void setSnapping(render::Snapping snapping);

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void setViewCount(std::size_t count);
  void arrange();

  typesetting::Typesetter& typesetter_;
  render::Theme theme_;
  render::Snapping snapping_ = render::Snapping::Off;
  QPointer<panel::Session> session_;
  std::vector<render::PlaneWidget*> planes_;
};

} // namespace eigenboard::stage
