#include "views/render/space/view_menu.h"

#include "views/render/space/space_motion.h"

#include <QtGui/QAction>
#include <QtGui/QIcon>
#include <QtGui/QPainter>
#include <QtGui/QPixmap>
#include <QtWidgets/QMenu>

#include <cmath>
#include <numbers>

namespace eigenboard::render {
namespace {

scene::Projection otherProjection(scene::Projection projection) {
  return projection == scene::Projection::Perspective ? scene::Projection::Orthographic
                                                      : scene::Projection::Perspective;
}

/// A cube seen from a corner above it.
QIcon cubeIcon(const QColor& color, double devicePixelRatio) {
  constexpr double side = 18;
  QPixmap pixmap((QSizeF(side, side) * devicePixelRatio).toSize());
  pixmap.setDevicePixelRatio(devicePixelRatio);
  pixmap.fill(Qt::transparent);
  QPainter painter(&pixmap);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(color, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  const QPointF centre(side / 2, side / 2);
  QPolygonF rim;
  for (int i = 0; i < 6; ++i) {
    const double angle = std::numbers::pi / 6 + i * std::numbers::pi / 3;
    rim << centre + 7.4 * QPointF(std::cos(angle), std::sin(angle));
  }
  painter.drawPolygon(rim);
  for (const int i : {1, 3, 5})
    painter.drawLine(centre, rim[i]);
  return QIcon(pixmap);
}

} // namespace

ViewMenu::ViewMenu(QWidget* parent) : QToolButton(parent) {
  setAutoRaise(true);
  setPopupMode(QToolButton::InstantPopup);
  setFocusPolicy(Qt::TabFocus);
  setFixedSize(30, 28);
  setIconSize({18, 18});
  setCursor(Qt::ArrowCursor);
  setAccessibleName(tr("Direction of view"));
  setToolTip(tr("Direction of view"));
  setStyleSheet(QStringLiteral("QToolButton::menu-indicator { image: none; }"));
  auto* menu = new QMenu(this);
  for (const space::StandardView& view : space::standardViews()) {
    QAction* action = menu->addAction(view.name + u'\t' + QKeySequence(view.key).toString());
    connect(action, &QAction::triggered, this,
            [this, view] { emit cameraChosen(space::seenFrom(view, camera_)); });
  }
  menu->addSeparator();
  perspective_ = menu->addAction(tr("Perspective") + QStringLiteral("\t5"));
  perspective_->setCheckable(true);
  connect(perspective_, &QAction::triggered, this, [this] {
    scene::Camera camera = camera_;
    camera.projection = otherProjection(camera.projection);
    emit cameraChosen(camera);
  });
  QAction* reset = menu->addAction(tr("Reset") + QStringLiteral("\t0"));
  connect(reset, &QAction::triggered, this, &ViewMenu::resetChosen);
  setMenu(menu);
}

void ViewMenu::setTheme(const Theme& theme) {
  setIcon(cubeIcon(theme.textMuted, devicePixelRatioF()));
}

void ViewMenu::setCamera(const scene::Camera& camera) {
  camera_ = camera;
  perspective_->setChecked(camera.projection == scene::Projection::Perspective);
}

std::optional<scene::Camera> cameraForKey(int key, const scene::Camera& camera) {
  for (const space::StandardView& view : space::standardViews())
    if (view.key == key)
      return space::seenFrom(view, camera);
  if (key != Qt::Key_5)
    return std::nullopt;
  scene::Camera other = camera;
  other.projection = otherProjection(camera.projection);
  return other;
}

} // namespace eigenboard::render
