#include "views/render/plane_widget.h"

#include "views/render/key_motion.h"
#include "views/render/plane_canvas.h"
#include "views/render/view_frame.h"
#include "views/render/view_hand.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QEvent>
#include <QtCore/QLineF>
#include <QtCore/QStringList>
#include <QtGui/QKeyEvent>
#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>
#include <QtGui/QWheelEvent>

#include <algorithm>
#include <cmath>

namespace eigenboard::render {

namespace {

constexpr double clickReach = 4; ///< px that a hand may tremble in a click

} // namespace

struct PlaneWidget::Private : ViewHand<PlaneWidget::Private, scene::Handle> {
  Private(PlaneWidget* owner, typesetting::Typesetter& typesetter, const Theme& theme)
      : widget(owner), canvas(typesetter, theme) {}

  int indexOf(const QString& key) const {
    const auto& handles = canvas.view().handles;
    const auto found = std::find_if(handles.begin(), handles.end(),
                                    [&key](const scene::Handle& candidate) { return candidate.key == key; });
    return found == handles.end() || key.isEmpty() ? -1 : static_cast<int>(found - handles.begin());
  }

  int handleUnder(QPointF pixel) const {
    return handleAt(canvas.view(), canvas.frame(), pixel, widget->grabReach());
  }
  QPointF gripOf(const scene::Handle& held) const { return canvas.frame().toPixel(held.position); }
  static MarkNames namesOf(const scene::Handle& told) { return render::namesOf(told); }
  MarkNames namesUnder(QPointF pixel) const {
    return namesAt(canvas.view(), canvas.frame(), pixel, widget->grabReach());
  }
  bool isFocusShown() const { return widget->hasFocus() && widget->isFocusVisible_; }
  static Qt::CursorShape handleCursor() { return Qt::OpenHandCursor; }

  void describe() {
    const int index = focusedIndex();
    const auto count = static_cast<int>(canvas.view().handles.size());
    if (const scene::Handle* focused = handle(index)) {
      widget->setAccessibleDescription(
          tr("Handle %1 of %2: %3, at %4")
              .arg(index + 1)
              .arg(count)
              .arg(focused->name, coordinateText(focused->position, canvas.frame())));
      return;
    }
    QStringList words;
    if (count > 0)
      words += tr("%n handle(s) to move: press Tab", nullptr, count);
    if (canvas.view().click)
      words += tr("%1: press Insert").arg(canvas.view().clickName);
    widget->setAccessibleDescription(words.join(QLatin1String("; ")));
  }

  void moveHandle(const scene::Handle& moved, QPointF point) {
    if (std::isfinite(point.x()) && std::isfinite(point.y()))
      assign(moved, point);
  }

  void dragTo(const scene::Handle& moved, Qt::KeyboardModifiers modifiers) {
    if (moved.press.settings && !hasMoved)
      return; // it may be a click yet
    const PlaneLayout& layout = canvas.layout();
    const QPointF raw = canvas.frame().toPoint(heldPixel());
    if (modifiers.testFlag(Qt::ShiftModifier))
      moveHandle(moved, {roundedTo(raw.x(), layout.tickStepX), roundedTo(raw.y(), layout.tickStepY)});
    else if (modifiers.testFlag(Qt::AltModifier))
      moveHandle(moved,
                 {roundedTo(raw.x(), layout.tickStepX / 1000), roundedTo(raw.y(), layout.tickStepY / 1000)});
    else
      moveHandle(moved, snapped(raw, canvas.frame(), layout.tickStepX, layout.tickStepY, snapping));
  }

  void moveByKey(const scene::Handle& moved, QPointF direction, Qt::KeyboardModifiers modifiers) {
    const PlaneLayout& layout = canvas.layout();
    followedKey = moved.key;
    followedFrom = moved.position;
    sinceFollowed.start();
    moveHandle(moved, movedBySteps(moved.position, keyPace(modifiers) * direction, canvas.frame(),
                                   layout.tickStepX, layout.tickStepY, snapping));
  }

  void dragGround(QPointF way) {
    if (hasMoved || !canvas.view().click)
      showRange(panned(canvas.frame(), way));
  }

  /// Once a key has moved a handle out of the range, the view goes after it: no pointer shows where it went.
  void follow() {
    // A key at a limit moves nothing, and what moves the handle long after is somebody else.
    constexpr qint64 keyAnswersWithin = 1000; // ms, in a slow panel
    if (!followedKey.isEmpty() && sinceFollowed.hasExpired(keyAnswersWithin))
      followedKey.clear();
    const scene::Handle* moved = handle(indexOf(followedKey));
    if (!moved || moved->position == followedFrom)
      return;
    followedKey.clear();
    const QRectF& area = canvas.frame().area;
    const QPointF pixel = canvas.frame().toPixel(moved->position);
    if (area.adjusted(-1, -1, 1, 1).contains(pixel) || !std::isfinite(pixel.x() + pixel.y()))
      return;
    const double rim = std::min({48.0, area.width() / 4, area.height() / 4}); // px, for what lies beyond it
    const QPointF inside(std::clamp(pixel.x(), area.left() + rim, area.right() - rim),
                         std::clamp(pixel.y(), area.top() + rim, area.bottom() - rim));
    showRange(panned(canvas.frame(), inside - pixel));
  }

  void showRange(const std::optional<PlaneRange>& range) {
    canvas.setRange(range);
    describe();
    widget->update();
  }

  /// One at a time: what an edit sets in motion may replace the view that holds it, so its words are copied.
  void make(const scene::Settings& settings, const QString& name) {
    if (!settings.empty())
      emit widget->edited(settings, name);
  }

  void make(const scene::Edit& edit) {
    if (edit.settings)
      make(edit.settings(), QString(edit.name));
  }

  void clickAt(QPointF pixel) {
    const scene::PlaneView& view = canvas.view();
    if (!view.click || !canvas.frame().area.contains(pixel))
      return;
    const PlaneLayout& layout = canvas.layout();
    const QPointF point =
        snapped(canvas.frame().toPoint(pixel), canvas.frame(), layout.tickStepX, layout.tickStepY, snapping);
    make(view.click(point), QString(view.clickName));
  }

  /// Whether the key is one that edits here.
  bool edit(int key) {
    const scene::Handle* focused = focusedHandle();
    const scene::Edit* wanted = nullptr;
    if (focused && (key == Qt::Key_Return || key == Qt::Key_Enter))
      wanted = &focused->press;
    else if (focused && (key == Qt::Key_Delete || key == Qt::Key_Backspace))
      wanted = &focused->remove;
    if (wanted && wanted->settings) {
      make(scene::Edit(*wanted));
      return true;
    }
    if (key != Qt::Key_Insert || !canvas.view().click)
      return false;
    clickAt(canvas.frame().area.center());
    return true;
  }

  /// A press that did not move, on a handle or on the ground, is a click there.
  void release() {
    const bool wasBusy = isBusy();
    const scene::Handle* pressed = handle(emphasis().pressed);
    const bool wasHandle = pressed != nullptr;
    const scene::Edit press = pressed ? pressed->press : scene::Edit{};
    endGesture();
    if (!wasBusy || hasMoved)
      return;
    if (wasHandle)
      make(press);
    else
      clickAt(pressPixel);
  }

  /// Where a click would do something.
  void showClickCursor() {
    if (pointer() && !isBusy() && canvas.view().click && canvas.frame().area.contains(*pointer()) &&
        handleUnder(*pointer()) < 0)
      widget->setCursor(Qt::CrossCursor);
  }

  std::optional<HoverNote> note(const HandleEmphasis& at) const {
    const int spoken = at.pressed >= 0 ? at.pressed : at.hovered < 0 && !pointer() ? at.focused : -1;
    if (const scene::Handle* told = handle(spoken))
      return HoverNote{told->name, coordinateText(told->position, canvas.frame()),
                       canvas.frame().toPixel(told->position)};
    if (!pointer() || isBusy())
      return std::nullopt;
    return hoverAt(canvas.view(), canvas.frame(), *pointer());
  }

  PlaneWidget* widget;
  PlaneCanvas canvas;
  IsLit isLit;
  QRectF lit; ///< px that the light covered when it was last asked for
  Snapping snapping = Snapping::Off;
  QPointF pressPixel;
  bool hasMoved = false; ///< farther than a click may tremble since the press
  QString followedKey;   ///< moved by a key, and not shown there yet
  QPointF followedFrom;  ///< where it was then
  QElapsedTimer sinceFollowed;
};

PlaneWidget::PlaneWidget(typesetting::Typesetter& typesetter, const Theme& theme, QWidget* parent)
    : ViewWidget(parent), d(std::make_unique<Private>(this, typesetter, theme)) {
  prepareView(this, d->canvas, tr("Plane"));
}

PlaneWidget::~PlaneWidget() = default;

void PlaneWidget::setView(const scene::PlaneView& view) {
  d->canvas.setView(view);
  if (const QString name = view.title.isEmpty() ? tr("Plane") : view.title; name != accessibleName())
    setAccessibleName(name);
  d->follow();
  d->describe();
  update();
}

const scene::PlaneView& PlaneWidget::view() const {
  return d->canvas.view();
}

void PlaneWidget::setTheme(const Theme& theme) {
  d->canvas.setTheme(theme);
  update();
}

void PlaneWidget::setSnapping(Snapping snapping) {
  d->snapping = snapping;
}

void PlaneWidget::setScale(double scale) {
  d->canvas.setScale(scale);
  d->describe();
  update();
}

void PlaneWidget::setLights(IsLit isLit) {
  d->isLit = std::move(isLit);
  const QRectF now = lightArea(d->canvas.view(), d->canvas.frame(), d->isLit);
  const QRectF area = std::exchange(d->lit, now) | now;
  update(QRectF(area.topLeft() * d->canvas.scale(), area.size() * d->canvas.scale()).toAlignedRect());
}

std::optional<ViewLook> PlaneWidget::look() const {
  return d->canvas.range() ? std::optional(ViewLook{view().key, {}, d->canvas.frame().range}) : std::nullopt;
}

void PlaneWidget::resetView() {
  d->showRange(std::nullopt);
}

QPointF PlaneWidget::toPixel(QPointF point) const {
  return d->canvas.scale() * d->canvas.frame().toPixel(point);
}

QPointF PlaneWidget::toPoint(QPointF pixel) const {
  return d->canvas.frame().toPoint(d->units(pixel));
}

void PlaneWidget::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const HandleEmphasis emphasis = d->emphasis();
  d->canvas.paint(painter, emphasis, d->note(emphasis));
  paintLights(painter, d->canvas.view(), d->canvas.frame(), d->isLit, d->canvas.theme());
  if (d->isFocusShown() && emphasis.focused < 0)
    paintFocusFrame(painter, *this, d->canvas.theme());
}

void PlaneWidget::resizeEvent(QResizeEvent*) {
  d->canvas.setSize(size());
}

void PlaneWidget::hideEvent(QHideEvent*) {
  d->hide();
}

void PlaneWidget::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) {
    event->ignore();
    return;
  }
  d->followedKey.clear();
  d->pressPixel = d->units(event->position());
  d->hasMoved = false;
  isFocusVisible_ = false;
  d->press(d->units(event->position()));
}

void PlaneWidget::mouseMoveEvent(QMouseEvent* event) {
  const QPointF pixel = d->units(event->position());
  d->hasMoved = d->hasMoved || QLineF(d->pressPixel, pixel).length() > clickReach;
  d->move(pixel, event->modifiers());
  d->showClickCursor();
}

void PlaneWidget::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) {
    event->ignore();
    return;
  }
  d->release();
}

void PlaneWidget::mouseDoubleClickEvent(QMouseEvent* event) {
  if (!d->canvas.view().click && d->handleUnder(d->units(event->position())) < 0)
    resetView();
  else
    mousePressEvent(event);
}

void PlaneWidget::leaveEvent(QEvent*) {
  d->leave();
}

void PlaneWidget::wheelEvent(QWheelEvent* event) {
  const double notches = event->angleDelta().y() / 120.0;
  if (notches == 0 || d->isBusy()) {
    event->ignore();
    return;
  }
  zoomAt(event->position(), std::pow(1.15, notches));
  event->accept();
}

void PlaneWidget::shiftBy(QPointF pixels) {
  d->showRange(panned(d->canvas.frame(), d->units(pixels)));
}

void PlaneWidget::zoomAt(QPointF pixel, double factor) {
  d->showRange(zoomed(d->canvas.frame(), d->units(pixel), factor));
}

void PlaneWidget::keyPressEvent(QKeyEvent* event) {
  const PlaneFrame& frame = d->canvas.frame();
  const QPointF direction = arrowDirection(event->key());
  const auto modifiers = event->modifiers();
  const bool isOurs = !modifiers.testFlag(Qt::ControlModifier) && !modifiers.testFlag(Qt::MetaModifier);
  isFocusVisible_ = true;
  if (isOurs && !direction.isNull()) {
    if (const scene::Handle* handle = d->focusedHandle())
      d->moveByKey(*handle, direction, modifiers);
    else
      d->showRange(panned(frame, QPointF(-direction.x(), direction.y()) * (40 * keyPace(modifiers))));
  } else if (isOurs && (event->key() == Qt::Key_Home || event->key() == Qt::Key_0)) {
    resetView();
  } else if (isOurs && (event->key() == Qt::Key_Plus || event->key() == Qt::Key_Equal)) {
    d->showRange(zoomed(frame, frame.area.center(), 1.25));
  } else if (isOurs && event->key() == Qt::Key_Minus) {
    d->showRange(zoomed(frame, frame.area.center(), 0.8));
  } else if (isOurs && d->edit(event->key())) {
    event->accept();
  } else {
    event->ignore();
  }
}

int PlaneWidget::handleCount() const {
  return static_cast<int>(d->canvas.view().handles.size());
}

int PlaneWidget::focusedHandle() const {
  return d->focusedIndex();
}

void PlaneWidget::focusHandle(int index) {
  d->focus(index);
}

void PlaneWidget::notePointed() {
  d->notePointed();
}

} // namespace eigenboard::render
