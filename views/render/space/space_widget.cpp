#include "views/render/space/space_widget.h"

#include "views/render/key_motion.h"
#include "views/render/space/graphics_card.h"
#include "views/render/space/picture_pace.h"
#include "views/render/space/space_canvas.h"
#include "views/render/space/space_hover.h"
#include "views/render/space/space_motion.h"
#include "views/render/space/view_menu.h"
#include "views/render/view_frame.h"
#include "views/render/view_hand.h"

#include <QtCore/QTimer>
#include <QtGui/QKeyEvent>
#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>
#include <QtGui/QWheelEvent>

#include <algorithm>
#include <cmath>

namespace eigenboard::render {
namespace {

constexpr double degreesPerPixel = 0.45;
constexpr double degreesPerKey = 3;

} // namespace

struct SpaceWidget::Private : ViewHand<SpaceWidget::Private, scene::Handle3> {
  Private(SpaceWidget* owner, typesetting::Typesetter& typesetter, const Theme& theme)
      : widget(owner), canvas(typesetter, theme), menu(new ViewMenu(owner)) {}

  int indexOf(const QString& key) const { return space::handleNamed(canvas.view(), key); }
  int handleUnder(QPointF pixel) const {
    return space::handleAt(canvas.view(), canvas.frame(), pixel, widget->grabReach());
  }

  QPointF gripOf(const scene::Handle3& held) const { return canvas.frame().toPixel(held.position).point(); }
  static MarkNames namesOf(const scene::Handle3& told) { return space::namesOf(told); }
  MarkNames namesUnder(QPointF pixel) const {
    return space::namesAt(canvas.view(), canvas.surfaces(), canvas.frame(), pixel, widget->grabReach());
  }
  bool isFocusShown() const { return widget->hasFocus() && widget->isFocusVisible_; }
  static Qt::CursorShape handleCursor() { return Qt::OpenHandCursor; }

  void describe() {
    widget->setAccessibleDescription(space::handleDescription(canvas.view(), focusedIndex(), canvas.frame()));
  }

  void moveHandle(const scene::Handle3& moved, const scene::Point3& point) {
    if (space::isFinite(point))
      assign(moved, point);
  }

  void dragTo(const scene::Handle3& moved, Qt::KeyboardModifiers modifiers) {
    const auto raw = space::draggedTo(moved, canvas.frame(), canvas.firstMesh(), heldPixel());
    if (!raw)
      return;
    const auto rounding = modifiers.testFlag(Qt::ShiftModifier) ? space::Rounding3::Ticks
                          : modifiers.testFlag(Qt::AltModifier) ? space::Rounding3::Fine
                                                                : space::Rounding3::AsSnapping;
    moveHandle(moved, space::rounded(*raw, moved, canvas.frame(), canvas.firstMesh(), snapping, rounding));
  }

  /// Turns the box: the side of it that is held goes with the hand.
  void dragGround(QPointF way) {
    const QPointF turn = degreesPerPixel * way;
    look(space::orbited(canvas.camera(), -turn.x(), turn.y()));
  }

  void look(const scene::Camera& camera) {
    const scene::Camera before = canvas.camera();
    canvas.setCamera(camera);
    menu->setCamera(canvas.camera());
    describe();
    widget->update();
    if (!(canvas.camera() == before))
      emit widget->cameraChanged(canvas.camera());
  }

  std::optional<HoverNote> note(const HandleEmphasis& at) const {
    const int spoken = at.pressed >= 0 ? at.pressed : at.hovered < 0 && !pointer() ? at.focused : -1;
    if (const scene::Handle3* told = handle(spoken))
      return HoverNote{told->name, space::coordinateText(told->position, canvas.frame()), gripOf(*told)};
    if (!pointer() || isBusy())
      return std::nullopt;
    return space::hoverAt(canvas.view(), canvas.surfaces(), canvas.frame(), *pointer());
  }

  SpaceQuality qualityNow() {
    const bool isPromised = std::exchange(isRefining, false);
    const SpaceQuality quality = canvas.isStale() ? pace.next(isPromised) : SpaceQuality::Fine;
    if (quality == SpaceQuality::Draft)
      stillness.start();
    return quality;
  }

  SpaceWidget* widget;
  SpaceCanvas canvas;
  std::shared_ptr<GraphicsCard> card;
  bool isCardNew = false;
  ViewMenu* menu;
  IsLit isLit;
  Snapping snapping = Snapping::Off;
  PicturePace pace;
  QTimer stillness;
  bool isRefining = false;
};

SpaceWidget::SpaceWidget(typesetting::Typesetter& typesetter, const Theme& theme, QWidget* parent)
    : ViewWidget(parent), d(std::make_unique<Private>(this, typesetter, theme)) {
  prepareView(this, d->canvas, tr("Space"));
  d->menu->setTheme(theme);
  d->stillness.setSingleShot(true);
  d->stillness.setInterval(PicturePace::moment);
  connect(&d->stillness, &QTimer::timeout, this, [this] {
    d->canvas.refine();
    d->isRefining = true;
    update();
  });
  connect(d->menu, &ViewMenu::cameraChosen, this, [this](const scene::Camera& camera) { d->look(camera); });
  connect(d->menu, &ViewMenu::resetChosen, this, &SpaceWidget::resetView);
}

SpaceWidget::~SpaceWidget() = default;

void SpaceWidget::setView(const scene::SpaceView& view) {
  const bool hasNewCamera = d->canvas.setView(view);
  if (const QString name = view.title.isEmpty() ? tr("Space") : view.title; name != accessibleName())
    setAccessibleName(name);
  d->menu->setCamera(d->canvas.camera());
  d->describe();
  update();
  if (hasNewCamera)
    emit cameraChanged(d->canvas.camera());
}

const scene::SpaceView& SpaceWidget::view() const {
  return d->canvas.view();
}

void SpaceWidget::setTheme(const Theme& theme) {
  d->canvas.setTheme(theme);
  d->menu->setTheme(theme);
  update();
}

void SpaceWidget::setSnapping(Snapping snapping) {
  d->snapping = snapping;
}

void SpaceWidget::setGraphicsCard(const std::shared_ptr<GraphicsCard>& card) {
  d->card = card;
  d->isCardNew = true;
  update();
}

void SpaceWidget::setScale(double scale) {
  d->canvas.setScale(scale);
  d->describe();
  update();
}

void SpaceWidget::setCamera(const scene::Camera& camera) {
  d->look(camera);
}

const scene::Camera& SpaceWidget::camera() const {
  return d->canvas.camera();
}

std::optional<ViewLook> SpaceWidget::look() const {
  return camera() == view().camera ? std::nullopt : std::optional(ViewLook{view().key, camera(), {}});
}

void SpaceWidget::resetView() {
  d->look(d->canvas.view().camera);
}

void SpaceWidget::setLights(IsLit isLit) {
  d->isLit = std::move(isLit);
  update();
}

QPointF SpaceWidget::toPixel(const scene::Point3& point) const {
  return d->canvas.scale() * d->canvas.frame().toPixel(point).point();
}

void SpaceWidget::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const HandleEmphasis emphasis = d->emphasis();
  const SpaceQuality quality = d->qualityNow();
  d->canvas.paint(painter, quality, emphasis, d->note(emphasis));
  if (std::exchange(d->isCardNew, false))
    QTimer::singleShot(PicturePace::moment, this, [this] {
      d->canvas.setGpu(d->card ? d->card->fills() : nullptr);
      update();
    });
  space::paintLights(painter, d->canvas.view(), d->canvas.frame(), d->isLit, d->canvas.theme());
  if (d->isFocusShown() && emphasis.focused < 0)
    paintFocusFrame(painter, *this, d->canvas.theme());
}

void SpaceWidget::resizeEvent(QResizeEvent*) {
  d->canvas.setSize(size());
  d->menu->move(width() - d->menu->width() - 6, 6);
}

void SpaceWidget::hideEvent(QHideEvent*) {
  d->hide();
}

void SpaceWidget::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) {
    event->ignore();
    return;
  }
  isFocusVisible_ = false;
  d->press(d->units(event->position()));
}

void SpaceWidget::mouseMoveEvent(QMouseEvent* event) {
  d->move(d->units(event->position()), event->modifiers());
}

void SpaceWidget::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) {
    event->ignore();
    return;
  }
  d->endGesture();
}

void SpaceWidget::mouseDoubleClickEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton)
    event->ignore();
  else if (d->handleUnder(d->units(event->position())) < 0)
    resetView();
  else
    mousePressEvent(event);
}

void SpaceWidget::leaveEvent(QEvent*) {
  d->leave();
}

void SpaceWidget::wheelEvent(QWheelEvent* event) {
  const double notches = event->angleDelta().y() / 120.0;
  if (notches == 0 || d->isBusy()) {
    event->ignore();
    return;
  }
  zoomAt(event->position(), std::pow(1.15, notches));
  event->accept();
}

void SpaceWidget::shiftBy(QPointF pixels) {
  d->dragGround(d->units(pixels));
}

void SpaceWidget::zoomAt(QPointF, double factor) {
  d->look(space::zoomedBy(d->canvas.camera(), factor));
}

void SpaceWidget::keyPressEvent(QKeyEvent* event) {
  const QPointF direction = arrowDirection(event->key());
  const auto modifiers = event->modifiers();
  const bool isOurs = !modifiers.testFlag(Qt::ControlModifier) && !modifiers.testFlag(Qt::MetaModifier);
  isFocusVisible_ = true;
  if (isOurs && !direction.isNull()) {
    if (const scene::Handle3* handle = d->focusedHandle()) {
      d->moveHandle(*handle, space::movedByKey(*handle, d->canvas.frame(), d->canvas.firstMesh(), direction,
                                               keyPace(modifiers), d->snapping));
    } else {
      const double turn = degreesPerKey * keyPace(modifiers);
      d->look(space::orbited(d->canvas.camera(), turn * direction.x(), turn * direction.y()));
    }
  } else if (isOurs && (event->key() == Qt::Key_Home || event->key() == Qt::Key_0)) {
    resetView();
  } else if (isOurs && (event->key() == Qt::Key_Plus || event->key() == Qt::Key_Equal)) {
    d->look(space::zoomedBy(d->canvas.camera(), 1.25));
  } else if (isOurs && event->key() == Qt::Key_Minus) {
    d->look(space::zoomedBy(d->canvas.camera(), 0.8));
  } else if (const auto camera = cameraForKey(event->key(), d->canvas.camera()); isOurs && camera) {
    d->look(*camera);
  } else {
    event->ignore();
  }
}

int SpaceWidget::handleCount() const {
  return static_cast<int>(d->canvas.view().handles.size());
}

int SpaceWidget::focusedHandle() const {
  return d->focusedIndex();
}

void SpaceWidget::focusHandle(int index) {
  d->focus(index);
}

void SpaceWidget::notePointed() {
  d->notePointed();
}

} // namespace eigenboard::render
