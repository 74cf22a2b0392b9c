#include "views/render/chart/chart_widget.h"

#include "views/render/chart/bar_motion.h"
#include "views/render/chart/chart_canvas.h"
#include "views/render/chart/chart_hover.h"
#include "views/render/key_motion.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>

#include <cmath>

namespace eigenboard::render {

struct ChartWidget::Private {
  Private(ChartWidget* owner, typesetting::Typesetter& typesetter, const Theme& theme)
      : widget(owner), canvas(typesetter, theme) {}

  const scene::BarHandle* handle(int index) const {
    const auto& handles = canvas.view().handles;
    return index >= 0 && index < static_cast<int>(handles.size()) ? &handles[static_cast<std::size_t>(index)]
                                                                  : nullptr;
  }
  int indexOf(const QString& key) const { return chart::gripNamed(canvas.view(), key); }
  int handleUnder(QPointF pixel) const {
    return chart::gripAt(canvas.view(), canvas.frame(), pixel, widget->grabReach());
  }
  std::optional<double> valueOf(const scene::BarHandle& told) const {
    return chart::gripValue(canvas.view(), canvas.frame(), told);
  }
  MarkNames namesOf(const scene::BarHandle& told) const {
    return chart::namesOf(told, valueOf(told).value_or(0));
  }

  void focusHandle(int index) {
    const scene::BarHandle* wanted = handle(index);
    focusedKey = wanted ? wanted->key : QString();
    describe();
    notePointed();
    widget->update();
  }

  void describe() {
    widget->setAccessibleDescription(
        chart::chartDescription(canvas.view(), canvas.frame(), indexOf(focusedKey)));
  }

  void stretch(const scene::BarHandle& moved, double value) {
    // The function is copied: what it sets in motion may replace the view that holds it.
    const auto drag = moved.drag;
    if (drag && std::isfinite(value))
      emit widget->dragged(drag(value));
  }

  void dragTo(QPointF pixel, Qt::KeyboardModifiers modifiers) {
    const scene::BarHandle* moved = handle(indexOf(pressedKey));
    if (!moved)
      return;
    endPixel += (modifiers.testFlag(Qt::AltModifier) ? 0.1 : 1) * (pixel - lastPixel);
    const auto span = chart::barSpan(canvas.view(), canvas.frame(), moved->set, moved->category);
    // In a stack a bar's own value begins where the one before it ends.
    const bool isStacked = canvas.view().layout == scene::BarLayout::Stacked && span;
    const double raw = canvas.frame().valueAt(endPixel) - (isStacked ? span->from : 0);
    stretch(*moved, chart::restingValue(raw, canvas.layout(), snapping, modifiers));
  }

  void pressArrow(QPointF direction, Qt::KeyboardModifiers modifiers) {
    const bool isSideways = canvas.frame().isSideways();
    const auto along = static_cast<int>(isSideways ? direction.x() : direction.y());
    const auto across = static_cast<int>(isSideways ? -direction.y() : direction.x());
    const int focused = indexOf(focusedKey);
    if (along == 0 || focused < 0) {
      const int next = focused < 0 ? 0 : focused + across;
      if (handle(next))
        focusHandle(next);
      return;
    }
    const scene::BarHandle* moved = handle(focused);
    if (const auto value = moved ? valueOf(*moved) : std::nullopt)
      stretch(*moved, chart::valueByKey(*value, along, canvas.layout(), snapping, modifiers));
  }

  /// From pixels of the widget to units of the scale.
  QPointF units(QPointF pixel) const { return pixel / canvas.scale(); }

  void endGesture() {
    const bool wasDragged = !pressedKey.isEmpty();
    pressedKey.clear();
    if (wasDragged)
      emit widget->gestureEnded();
    updateCursor();
    widget->update();
  }

  void updateCursor() {
    if (!pressedKey.isEmpty())
      widget->setCursor(Qt::ClosedHandCursor);
    else if (pointer && handleUnder(*pointer) >= 0)
      widget->setCursor(canvas.frame().isSideways() ? Qt::SizeHorCursor : Qt::SizeVerCursor);
    else
      widget->unsetCursor();
  }

  HandleEmphasis emphasis() const {
    HandleEmphasis result;
    result.focused = widget->hasFocus() && widget->isFocusVisible_ ? indexOf(focusedKey) : -1;
    result.pressed = indexOf(pressedKey);
    result.hovered = pointer && pressedKey.isEmpty() ? handleUnder(*pointer) : -1;
    return result;
  }

  std::optional<HoverNote> note(const HandleEmphasis& at) const {
    const int spoken = at.pressed >= 0 ? at.pressed : pointer ? at.hovered : at.focused;
    if (const scene::BarHandle* told = handle(spoken)) {
      const auto end = chart::barEnd(canvas.view(), canvas.frame(), told->set, told->category);
      const auto value = valueOf(*told);
      if (end && value)
        return HoverNote{told->name, chart::valueText(*value, canvas.frame()), *end};
    }
    if (!pointer || !pressedKey.isEmpty())
      return std::nullopt;
    return chart::chartNoteAt(canvas.view(), canvas.frame(), *pointer);
  }

  /// Tells what is pointed at, when it is another thing than before.
  void notePointed() {
    MarkNames names;
    const scene::BarHandle* focused = widget->hasFocus() ? handle(indexOf(focusedKey)) : nullptr;
    if (const scene::BarHandle* pressed = handle(indexOf(pressedKey)))
      names = namesOf(*pressed);
    else if (pointer)
      names = chart::chartNamesAt(canvas.view(), canvas.frame(), *pointer, widget->grabReach());
    if (names.isEmpty() && focused && widget->isFocusVisible_)
      names = namesOf(*focused);
    if (names == pointed)
      return;
    pointed = names;
    emit widget->pointedAt(names);
  }

  ChartWidget* widget;
  ChartCanvas canvas;
  IsLit isLit;
  MarkNames pointed;
  Snapping snapping = Snapping::Off;
  QString focusedKey;
  QString pressedKey; ///< of the bar being dragged; empty: none
  std::optional<QPointF> pointer;
  QPointF lastPixel;
  QPointF endPixel; ///< where the end of the dragged bar would be without snapping
};

ChartWidget::ChartWidget(typesetting::Typesetter& typesetter, const Theme& theme, QWidget* parent)
    : ViewWidget(parent), d(std::make_unique<Private>(this, typesetter, theme)) {
  setAttribute(Qt::WA_OpaquePaintEvent);
  setMouseTracking(true);
  setFocusPolicy(Qt::StrongFocus);
  setAccessibleName(tr("Chart"));
  connect(&d->canvas.formulas(), &LiveFormulas::arrived, this, [this] {
    d->canvas.noteArrival();
    update();
  });
}

ChartWidget::~ChartWidget() = default;

void ChartWidget::setView(const scene::ChartView& view) {
  d->canvas.setView(view);
  if (const QString name = view.title.isEmpty() ? tr("Chart") : view.title; name != accessibleName())
    setAccessibleName(name);
  d->describe();
  update();
}

const scene::ChartView& ChartWidget::view() const {
  return d->canvas.view();
}

void ChartWidget::setTheme(const Theme& theme) {
  d->canvas.setTheme(theme);
  update();
}

void ChartWidget::setSnapping(Snapping snapping) {
  d->snapping = snapping;
}

void ChartWidget::setScale(double scale) {
  d->canvas.setScale(scale);
  d->describe();
  update();
}

void ChartWidget::setLights(IsLit isLit) {
  d->isLit = std::move(isLit);
  update();
}

QPointF ChartWidget::toPixel(double x, double value) const {
  return d->canvas.scale() * d->canvas.frame().toPixel(x, value);
}

std::optional<QPointF> ChartWidget::gripPixel(int handle) const {
  const scene::BarHandle* told = d->handle(handle);
  const auto end =
      told ? chart::barEnd(d->canvas.view(), d->canvas.frame(), told->set, told->category) : std::nullopt;
  return end ? std::optional(d->canvas.scale() * *end) : std::nullopt;
}

void ChartWidget::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const HandleEmphasis emphasis = d->emphasis();
  d->canvas.paint(painter, emphasis, d->note(emphasis));
  chart::paintChartLights(painter, d->canvas.view(), d->canvas.frame(), d->isLit, d->canvas.theme());
  if (hasFocus() && isFocusVisible_ && emphasis.focused < 0) {
    painter.resetTransform();
    painter.setPen(QPen(d->canvas.theme().link, 2));
    painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
  }
}

void ChartWidget::resizeEvent(QResizeEvent*) {
  d->canvas.setSize(size());
}

void ChartWidget::hideEvent(QHideEvent*) {
  d->pointer.reset();
  d->endGesture();
  d->notePointed();
}

void ChartWidget::mousePressEvent(QMouseEvent* event) {
  const QPointF pixel = d->units(event->position());
  const int grabbed = event->button() == Qt::LeftButton ? d->handleUnder(pixel) : -1;
  const scene::BarHandle* handle = d->handle(grabbed);
  isFocusVisible_ = false;
  if (!handle) {
    event->ignore();
    return;
  }
  d->pointer = pixel;
  d->lastPixel = pixel;
  d->pressedKey = handle->key;
  // Held where it was grabbed: the bar does not jump to the pointer.
  d->endPixel =
      chart::barEnd(d->canvas.view(), d->canvas.frame(), handle->set, handle->category).value_or(pixel);
  const QString name = handle->name;
  d->focusHandle(grabbed);
  emit gestureBegan(name);
  d->updateCursor();
  update();
}

void ChartWidget::mouseMoveEvent(QMouseEvent* event) {
  const QPointF pixel = d->units(event->position());
  d->pointer = pixel;
  if (!d->pressedKey.isEmpty())
    d->dragTo(pixel, event->modifiers());
  d->lastPixel = pixel;
  d->updateCursor();
  d->notePointed();
  update();
}

void ChartWidget::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) {
    event->ignore();
    return;
  }
  d->endGesture();
}

void ChartWidget::leaveEvent(QEvent*) {
  d->pointer.reset();
  d->notePointed();
  update();
}

void ChartWidget::keyPressEvent(QKeyEvent* event) {
  const QPointF direction = arrowDirection(event->key());
  const auto modifiers = event->modifiers();
  const bool isOurs = !modifiers.testFlag(Qt::ControlModifier) && !modifiers.testFlag(Qt::MetaModifier);
  isFocusVisible_ = true;
  if (isOurs && !direction.isNull() && handleCount() > 0)
    d->pressArrow(direction, modifiers);
  else
    event->ignore();
}

int ChartWidget::handleCount() const {
  return static_cast<int>(d->canvas.view().handles.size());
}

int ChartWidget::focusedHandle() const {
  return d->indexOf(d->focusedKey);
}

void ChartWidget::focusHandle(int index) {
  d->focusHandle(index);
}

void ChartWidget::notePointed() {
  d->notePointed();
}

// The range of a chart is its view's own.
void ChartWidget::shiftBy(QPointF) {}

void ChartWidget::zoomAt(QPointF, double) {}

} // namespace eigenboard::render
