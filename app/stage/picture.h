#pragma once

#include "views/controls/themed.h"
#include "views/render/space/graphics_card.h"
#include "views/render/view_widget.h"

#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

class QBoxLayout;

namespace eigenboard::stage {

class ProblemBanner;

/// The views of a scene, side by side, or one above the other where that makes them larger. Each view keeps
/// its widget, and with it the reader's pan and zoom, from scene to scene. A problem is told over the titles
/// of the last good picture, which is dimmed.
class Picture : public QWidget, public controls::Themed {
  Q_OBJECT

 public:
  /// typesetter outlives the picture.
  Picture(typesetting::Typesetter& typesetter, const render::Theme& theme, QWidget* parent = nullptr);
  void setScene(const scene::Scene& scene);
  void setProblem(const QString& problem);
  void setSnapping(render::Snapping snapping);
  /// What the reader did to the views that are shown.
  std::vector<render::ViewLook> looks() const;
  void setSpaceDrawing(render::SpaceDrawing drawing);
  /// See render::ViewWidget::setScale.
  void setScale(double scale);
  /// By which ways the views take the keyboard.
  void setViewFocus(Qt::FocusPolicy policy);
  /// Of all views: what stands in the light.
  void setLights(const render::IsLit& isLit);
  /// For another panel: forgets all views.
  void clear();
  /// A frame for the eye that comes over from the text. It fades, or is there for a while where nothing is to
  /// move.
  void flash(bool isMotionReduced);
  /// Null for a view that the scene does not have now.
  render::ViewWidget* view(const QString& key) const;
  QString problem() const;

 signals:
  void gestureBegan(const QString& handleName);
  void gestureEnded();
  void arranged(); ///< the views changed; new ones stand at the end of the order of Tab
  void dragged(const eigenboard::scene::Assignments& assignments);
  void edited(const eigenboard::scene::Settings& settings, const QString& name);
  void pointedAt(const eigenboard::render::MarkNames& names);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void themeChanged() override;

 private:
  struct View {
    QString key;
    std::size_t kind = 0; ///< which alternative of scene::View
    render::ViewWidget* widget = nullptr;
    bool isShown = false;
  };
  View* known(const scene::View& wanted);
  void makeView(const scene::View& wanted);
  void arrange(const scene::Scene& scene);
  void orient();
  void placeBanner();

  typesetting::Typesetter& typesetter_;
  std::vector<View> views_;
  QBoxLayout* layout_;
  ProblemBanner* banner_;
  QWidget* veil_; ///< over a picture that is not of the present state
  QTimer flashTimer_;
  double flashStrength_ = 0;
  bool isMotionReduced_ = false;
  render::IsLit isLit_;
  render::Snapping snapping_ = render::Snapping::Off;
  std::shared_ptr<render::GraphicsCard> card_ =
      std::make_shared<render::GraphicsCard>(render::SpaceDrawing::Automatic);
  double scale_ = 1;
  Qt::FocusPolicy viewFocus_ = Qt::StrongFocus;
};

} // namespace eigenboard::stage
