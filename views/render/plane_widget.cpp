#include "views/render/plane_widget.h"

#include "views/render/key_motion.h"
#include "views/render/plane_canvas.h"

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

struct PlaneWidget::Private {
  enum class Gesture { None, Handle, Pan };

  Private(PlaneWidget* owner, typesetting::Typesetter& typesetter, const Theme& theme)
      : widget(owner), canvas(typesetter, theme) {}

  const scene::Handle* handle(int index) const {
    const auto& handles = canvas.view().handles;
    return index >= 0 && index < static_cast<int>(handles.size()) ? &handles[static_cast<std::size_t>(index)]
                                                                  : nullptr;
  }
  /// Handles are followed by key: a new scene may hold them in another order.
  int indexOf(const QString& key) const {
    const auto& handles = canvas.view().handles;
    const auto found = std::find_if(handles.begin(), handles.end(),
                                    [&key](const scene::Handle& candidate) { return candidate.key == key; });
    return found == handles.end() || key.isEmpty() ? -1 : static_cast<int>(found - handles.begin());
  }

  void focusHandle(int index) {
    const scene::Handle* wanted = handle(index);
    focusedKey = wanted ? wanted->key : QString();
    describe();
    notePointed();
    widget->update();
  }

  void describe() {
    const int index = indexOf(focusedKey);
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
    // The function is copied: what it sets in motion may replace the view that holds it.
    const auto drag = moved.drag;
    if (drag && std::isfinite(point.x()) && std::isfinite(point.y()))
      emit widget->dragged(drag(point));
  }

  void dragTo(QPointF pixel, Qt::KeyboardModifiers modifiers) {
    const scene::Handle* moved = handle(indexOf(pressedKey));
    if (!moved)
      return;
    const double pace = modifiers.testFlag(Qt::AltModifier) ? 0.1 : 1;
    handlePixel += pace * (pixel - lastPixel);
    if (moved->press.settings && !hasMoved)
      return; // it may be a click yet
    const PlaneLayout& layout = canvas.layout();
    const QPointF raw = canvas.frame().toPoint(handlePixel);
    if (modifiers.testFlag(Qt::ShiftModifier))
      moveHandle(*moved, {roundedTo(raw.x(), layout.tickStepX), roundedTo(raw.y(), layout.tickStepY)});
    else if (modifiers.testFlag(Qt::AltModifier))
      moveHandle(*moved,
                 {roundedTo(raw.x(), layout.tickStepX / 1000), roundedTo(raw.y(), layout.tickStepY / 1000)});
    else
      moveHandle(*moved, snapped(raw, canvas.frame(), layout.tickStepX, layout.tickStepY, snapping));
  }

  void moveByKey(const scene::Handle& moved, QPointF direction, Qt::KeyboardModifiers modifiers) {
    const PlaneLayout& layout = canvas.layout();
    moveHandle(moved, movedBySteps(moved.position, keyPace(modifiers) * direction, canvas.frame(),
                                   layout.tickStepX, layout.tickStepY, snapping));
  }

  /// From pixels of the widget to units of the scale.
  QPointF units(QPointF pixel) const { return pixel / canvas.scale(); }

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
    const scene::Handle* focused = handle(indexOf(focusedKey));
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

  void endGesture() {
    const Gesture ended = std::exchange(gesture, Gesture::None);
    pressedKey.clear();
    if (ended == Gesture::Handle)
      emit widget->gestureEnded();
    updateCursor();
    widget->update();
  }

  void updateCursor() {
    if (gesture != Gesture::None)
      widget->setCursor(Qt::ClosedHandCursor);
    else if (pointer && handleAt(canvas.view(), canvas.frame(), *pointer, widget->grabReach()) >= 0)
      widget->setCursor(Qt::OpenHandCursor);
    else if (pointer && canvas.view().click && canvas.frame().area.contains(*pointer))
      widget->setCursor(Qt::CrossCursor);
    else
      widget->unsetCursor();
  }

  HandleEmphasis emphasis() const {
    HandleEmphasis result;
    result.focused = widget->hasFocus() && widget->isFocusVisible_ ? indexOf(focusedKey) : -1;
    result.pressed = indexOf(pressedKey);
    result.hovered = pointer && gesture == Gesture::None
                         ? handleAt(canvas.view(), canvas.frame(), *pointer, widget->grabReach())
                         : -1;
    return result;
  }

  std::optional<HoverNote> note(const HandleEmphasis& at) const {
    const int spoken = at.pressed >= 0 ? at.pressed : at.hovered < 0 && !pointer ? at.focused : -1;
    if (const scene::Handle* told = handle(spoken))
      return HoverNote{told->name, coordinateText(told->position, canvas.frame()),
                       canvas.frame().toPixel(told->position)};
    if (!pointer || gesture != Gesture::None)
      return std::nullopt;
    return hoverAt(canvas.view(), canvas.frame(), *pointer);
  }

  /// Tells what is pointed at, when it is another thing than before.
  void notePointed() {
    MarkNames names;
    const scene::Handle* focused = widget->hasFocus() ? handle(indexOf(focusedKey)) : nullptr;
    if (const scene::Handle* pressed = handle(indexOf(pressedKey)))
      names = namesOf(*pressed);
    else if (pointer && gesture == Gesture::None)
      names = namesAt(canvas.view(), canvas.frame(), *pointer, widget->grabReach());
    if (names.isEmpty() && focused && widget->isFocusVisible_)
      names = namesOf(*focused);
    if (names == pointed)
      return;
    pointed = names;
    emit widget->pointedAt(names);
  }

  PlaneWidget* widget;
  PlaneCanvas canvas;
  IsLit isLit;
  QRectF lit; ///< px that the light covered when it was last asked for
  MarkNames pointed;
  Snapping snapping = Snapping::Off;
  Gesture gesture = Gesture::None;
  QString focusedKey;
  QString pressedKey;
  std::optional<QPointF> pointer;
  QPointF lastPixel;
  QPointF pressPixel;
  bool hasMoved = false; ///< farther than a click may tremble since the press
  QPointF handlePixel;   ///< where the dragged handle would be without snapping
};

PlaneWidget::PlaneWidget(typesetting::Typesetter& typesetter, const Theme& theme, QWidget* parent)
    : ViewWidget(parent), d(std::make_unique<Private>(this, typesetter, theme)) {
  setAttribute(Qt::WA_OpaquePaintEvent);
  setMouseTracking(true);
  setFocusPolicy(Qt::StrongFocus);
  setAccessibleName(tr("Plane"));
  connect(&d->canvas.formulas(), &LiveFormulas::arrived, this, [this] {
    d->canvas.noteArrival();
    update();
  });
}

PlaneWidget::~PlaneWidget() = default;

void PlaneWidget::setView(const scene::PlaneView& view) {
  d->canvas.setView(view);
  if (const QString name = view.title.isEmpty() ? tr("Plane") : view.title; name != accessibleName())
    setAccessibleName(name);
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
  if (hasFocus() && isFocusVisible_ && emphasis.focused < 0) {
    painter.resetTransform();
    painter.setPen(QPen(d->canvas.theme().link, 2));
    painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
  }
}

void PlaneWidget::resizeEvent(QResizeEvent*) {
  d->canvas.setSize(size());
}

void PlaneWidget::hideEvent(QHideEvent*) {
  d->pointer.reset();
  d->endGesture();
  d->notePointed();
}

void PlaneWidget::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) {
    event->ignore();
    return;
  }
  const QPointF pixel = d->units(event->position());
  d->pointer = pixel;
  d->lastPixel = pixel;
  d->pressPixel = pixel;
  d->hasMoved = false;
  isFocusVisible_ = false;
  const int grabbed = handleAt(d->canvas.view(), d->canvas.frame(), pixel, grabReach());
  if (const scene::Handle* handle = d->handle(grabbed)) {
    d->gesture = Private::Gesture::Handle;
    d->pressedKey = handle->key;
    // Held where it was grabbed: the handle does not jump to the pointer.
    d->handlePixel = d->canvas.frame().toPixel(handle->position);
    const QString name = handle->name;
    d->focusHandle(grabbed);
    emit gestureBegan(name);
  } else {
    d->gesture = Private::Gesture::Pan;
  }
  d->updateCursor();
  update();
}

void PlaneWidget::mouseMoveEvent(QMouseEvent* event) {
  const QPointF pixel = d->units(event->position());
  d->pointer = pixel;
  d->hasMoved = d->hasMoved || QLineF(d->pressPixel, pixel).length() > clickReach;
  if (d->gesture == Private::Gesture::Handle)
    d->dragTo(pixel, event->modifiers());
  else if (d->gesture == Private::Gesture::Pan && (d->hasMoved || !d->canvas.view().click))
    d->showRange(panned(d->canvas.frame(), pixel - d->lastPixel));
  d->lastPixel = pixel;
  d->updateCursor();
  d->notePointed();
  update();
}

void PlaneWidget::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) {
    event->ignore();
    return;
  }
  const Private::Gesture gesture = d->gesture;
  const scene::Handle* pressed = d->handle(d->indexOf(d->pressedKey));
  const scene::Edit press = pressed ? pressed->press : scene::Edit{};
  d->endGesture();
  if (d->hasMoved)
    return;
  if (gesture == Private::Gesture::Handle)
    d->make(press);
  else if (gesture == Private::Gesture::Pan)
    d->clickAt(d->pressPixel);
}

void PlaneWidget::mouseDoubleClickEvent(QMouseEvent* event) {
  const QPointF pixel = d->units(event->position());
  if (!d->canvas.view().click && handleAt(d->canvas.view(), d->canvas.frame(), pixel, grabReach()) < 0)
    resetView();
  else
    mousePressEvent(event);
}

void PlaneWidget::leaveEvent(QEvent*) {
  d->pointer.reset();
  d->notePointed();
  update();
}

void PlaneWidget::wheelEvent(QWheelEvent* event) {
  const double notches = event->angleDelta().y() / 120.0;
  if (notches == 0 || d->gesture != Private::Gesture::None) {
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
    if (const scene::Handle* handle = d->handle(d->indexOf(d->focusedKey)))
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
  return d->indexOf(d->focusedKey);
}

void PlaneWidget::focusHandle(int index) {
  d->focusHandle(index);
}

void PlaneWidget::notePointed() {
  d->notePointed();
}

} // namespace eigenboard::render
