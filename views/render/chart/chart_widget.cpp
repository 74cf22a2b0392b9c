#include "views/render/chart/chart_widget.h"

#include "views/render/chart/bar_motion.h"
#include "views/render/chart/chart_canvas.h"
#include "views/render/chart/chart_hover.h"
#include "views/render/key_motion.h"
#include "views/render/view_frame.h"
#include "views/render/view_hand.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>

#include <cmath>

namespace eigenboard::render {

struct ChartWidget::Private : ViewHand<ChartWidget::Private, scene::BarHandle> {
  Private(ChartWidget* owner, typesetting::Typesetter& typesetter, const Theme& theme)
      : widget(owner), canvas(typesetter, theme) {}

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
  MarkNames namesUnder(QPointF pixel) const {
    return chart::chartNamesAt(canvas.view(), canvas.frame(), pixel, widget->grabReach());
  }
  QPointF gripOf(const scene::BarHandle& held) const {
    return chart::barEnd(canvas.view(), canvas.frame(), held.set, held.category)
        .value_or(canvas.frame().area().center());
  }
  bool isFocusShown() const { return widget->hasFocus() && widget->isFocusVisible_; }
  Qt::CursorShape handleCursor() const {
    return canvas.frame().isSideways() ? Qt::SizeHorCursor : Qt::SizeVerCursor;
  }

  void describe() {
    widget->setAccessibleDescription(chart::chartDescription(canvas.view(), canvas.frame(), focusedIndex()));
  }

  void stretch(const scene::BarHandle& moved, double value) {
    if (std::isfinite(value))
      assign(moved, value);
  }

  void dragTo(const scene::BarHandle& moved, Qt::KeyboardModifiers modifiers) {
    const auto span = chart::barSpan(canvas.view(), canvas.frame(), moved.set, moved.category);
    // In a stack a bar's own value begins where the one before it ends.
    const bool isStacked = canvas.view().layout == scene::BarLayout::Stacked && span;
    const double raw = canvas.frame().valueAt(heldPixel()) - (isStacked ? span->from : 0);
    stretch(moved, chart::restingValue(raw, canvas.layout(), snapping, modifiers));
  }

  void pressArrow(QPointF direction, Qt::KeyboardModifiers modifiers) {
    const bool isSideways = canvas.frame().isSideways();
    const auto along = static_cast<int>(isSideways ? direction.x() : direction.y());
    const auto across = static_cast<int>(isSideways ? -direction.y() : direction.x());
    const int focused = focusedIndex();
    if (along == 0 || focused < 0) {
      const int next = focused < 0 ? 0 : focused + across;
      if (handle(next))
        focus(next);
      return;
    }
    const scene::BarHandle* moved = handle(focused);
    if (const auto value = moved ? valueOf(*moved) : std::nullopt)
      stretch(*moved, chart::valueByKey(*value, along, canvas.layout(), snapping, modifiers));
  }

  void dragGround(QPointF) {} // the range of a chart is its view's own

  std::optional<HoverNote> note(const HandleEmphasis& at) const {
    const int spoken = at.pressed >= 0 ? at.pressed : pointer() ? at.hovered : at.focused;
    if (const scene::BarHandle* told = handle(spoken)) {
      const auto end = chart::barEnd(canvas.view(), canvas.frame(), told->set, told->category);
      const auto value = valueOf(*told);
      if (end && value)
        return HoverNote{told->name, chart::valueText(*value, canvas.frame()), *end};
    }
    if (!pointer() || isBusy())
      return std::nullopt;
    return chart::chartNoteAt(canvas.view(), canvas.frame(), *pointer());
  }

  ChartWidget* widget;
  ChartCanvas canvas;
  IsLit isLit;
  Snapping snapping = Snapping::Off;
};

ChartWidget::ChartWidget(typesetting::Typesetter& typesetter, const Theme& theme, QWidget* parent)
    : ViewWidget(parent), d(std::make_unique<Private>(this, typesetter, theme)) {
  prepareView(this, d->canvas, tr("Chart"));
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
  if (d->isFocusShown() && emphasis.focused < 0)
    paintFocusFrame(painter, *this, d->canvas.theme());
}

void ChartWidget::resizeEvent(QResizeEvent*) {
  d->canvas.setSize(size());
}

void ChartWidget::hideEvent(QHideEvent*) {
  d->hide();
}

void ChartWidget::mousePressEvent(QMouseEvent* event) {
  const QPointF pixel = d->units(event->position());
  isFocusVisible_ = false;
  if (event->button() == Qt::LeftButton && d->handleUnder(pixel) >= 0)
    d->press(pixel);
  else
    event->ignore();
}

void ChartWidget::mouseMoveEvent(QMouseEvent* event) {
  d->move(d->units(event->position()), event->modifiers());
}

void ChartWidget::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) {
    event->ignore();
    return;
  }
  d->endGesture();
}

void ChartWidget::leaveEvent(QEvent*) {
  d->leave();
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
  return d->focusedIndex();
}

void ChartWidget::focusHandle(int index) {
  d->focus(index);
}

void ChartWidget::notePointed() {
  d->notePointed();
}

// The range of a chart is its view's own.
void ChartWidget::shiftBy(QPointF) {}

void ChartWidget::zoomAt(QPointF, double) {}

} // namespace eigenboard::render
