#pragma once

#include "views/render/lights.h"
#include "views/render/scene_painter.h"
#include "views/render/view_widget.h"

#include <optional>
#include <utility>

namespace eigenboard::render {

enum class Gesture : std::uint8_t { None, Handle, Ground };

/// What the reader's hand does alike on planes, spaces and charts: it points, takes hold of a handle or of
/// the ground, and has the focus on a handle. Handles are followed by key: a new scene may hold them in
/// another order. Pixels are in units of the scale.
/// Self derives from it, has a widget and a canvas, and says what is particular to its kind: indexOf(key),
/// handleUnder(pixel), gripOf(handle), namesOf(handle), namesUnder(pixel), isFocusShown(), describe(),
/// handleCursor(), dragTo(handle, modifiers) and dragGround(way).
template <typename Self, typename Handle>
class ViewHand {
 public:
  const Handle* handle(int index) const {
    const auto& handles = self().canvas.view().handles;
    return index >= 0 && index < static_cast<int>(handles.size()) ? &handles[static_cast<std::size_t>(index)]
                                                                  : nullptr;
  }
  int focusedIndex() const { return self().indexOf(focusedKey_); }
  const Handle* focusedHandle() const { return handle(focusedIndex()); }
  bool isBusy() const { return gesture_ != Gesture::None; }
  const std::optional<QPointF>& pointer() const { return pointer_; }
  /// Where the dragged handle would be without snapping.
  QPointF heldPixel() const { return heldPixel_; }
  QPointF units(QPointF pixel) const { return pixel / self().canvas.scale(); }

  void focus(int index) {
    const Handle* wanted = handle(index);
    focusedKey_ = wanted ? wanted->key : QString();
    self().describe();
    notePointed();
    self().widget->update();
  }

  void press(QPointF pixel) {
    pointer_ = lastPixel_ = pixel;
    const int grabbed = self().handleUnder(pixel);
    if (const Handle* held = handle(grabbed)) {
      gesture_ = Gesture::Handle;
      pressedKey_ = held->key;
      heldPixel_ = self().gripOf(*held); // held where it was grabbed: it does not jump to the pointer
      const QString name = held->name;
      focus(grabbed);
      emit self().widget->gestureBegan(name);
    } else {
      gesture_ = Gesture::Ground;
      pressedKey_.clear(); // of a gesture whose end was never told
    }
    updateCursor();
    self().widget->update();
  }

  void move(QPointF pixel, Qt::KeyboardModifiers modifiers) {
    const QPointF way = pixel - lastPixel_;
    pointer_ = lastPixel_ = pixel;
    if (const Handle* moved = handle(self().indexOf(pressedKey_))) {
      heldPixel_ += (modifiers.testFlag(Qt::AltModifier) ? 0.1 : 1) * way;
      self().dragTo(*moved, modifiers);
    } else if (gesture_ == Gesture::Ground) {
      self().dragGround(way);
    }
    updateCursor();
    notePointed();
    self().widget->update();
  }

  void endGesture() {
    const Gesture ended = std::exchange(gesture_, Gesture::None);
    pressedKey_.clear();
    if (ended == Gesture::Handle)
      emit self().widget->gestureEnded();
    updateCursor();
    self().widget->update();
  }

  void leave() {
    pointer_.reset();
    notePointed();
    self().widget->update();
  }

  void hide() {
    pointer_.reset();
    endGesture();
    notePointed();
  }

  /// The widget tells what the handle's function sets; nothing where it has none.
  template <typename Place>
  void assign(const Handle& moved, const Place& place) {
    // The function is copied: what it sets in motion may replace the view that holds it.
    if (const auto drag = moved.drag)
      emit self().widget->dragged(drag(place));
  }

  HandleEmphasis emphasis() const {
    HandleEmphasis result;
    result.focused = self().isFocusShown() ? focusedIndex() : -1;
    result.pressed = self().indexOf(pressedKey_);
    result.hovered = pointer_ && !isBusy() ? self().handleUnder(*pointer_) : -1;
    return result;
  }

  /// Tells what is pointed at, when it is another thing than before.
  void notePointed() {
    MarkNames names;
    const Handle* focused = self().isFocusShown() ? focusedHandle() : nullptr;
    if (const Handle* pressed = handle(self().indexOf(pressedKey_)))
      names = self().namesOf(*pressed);
    else if (pointer_ && !isBusy())
      names = self().namesUnder(*pointer_);
    if (names.isEmpty() && focused)
      names = self().namesOf(*focused);
    if (names == pointed_)
      return;
    pointed_ = names;
    emit self().widget->pointedAt(names);
  }

 private:
  Self& self() { return static_cast<Self&>(*this); }
  const Self& self() const { return static_cast<const Self&>(*this); }
  void updateCursor() {
    if (isBusy())
      self().widget->setCursor(Qt::ClosedHandCursor);
    else if (pointer_ && self().handleUnder(*pointer_) >= 0)
      self().widget->setCursor(self().handleCursor());
    else
      self().widget->unsetCursor();
  }

  Gesture gesture_ = Gesture::None;
  QString focusedKey_;
  QString pressedKey_;
  std::optional<QPointF> pointer_;
  QPointF lastPixel_;
  QPointF heldPixel_;
  MarkNames pointed_;
};

} // namespace eigenboard::render
