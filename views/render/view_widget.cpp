#include "views/render/view_widget.h"

#include "views/render/chart/chart_widget.h"
#include "views/render/plane_widget.h"
#include "views/render/space/space_widget.h"

#include <QtGui/QFocusEvent>

namespace eigenboard::render {

namespace {

struct WidgetMaker {
  typesetting::Typesetter& typesetter;
  const Theme& theme;
  QWidget* parent;

  ViewWidget* operator()(const scene::PlaneView&) const { return new PlaneWidget(typesetter, theme, parent); }
  ViewWidget* operator()(const scene::SpaceView&) const { return new SpaceWidget(typesetter, theme, parent); }
  ViewWidget* operator()(const scene::ChartView&) const { return new ChartWidget(typesetter, theme, parent); }
};

} // namespace

ViewWidget::ViewWidget(QWidget* parent) : QWidget(parent) {
  setAttribute(Qt::WA_AcceptTouchEvents);
}

void ViewWidget::focusInEvent(QFocusEvent* event) {
  const Qt::FocusReason reason = event->reason();
  if (reason == Qt::MouseFocusReason)
    isFocusVisible_ = false;
  else if (reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason ||
           reason == Qt::ShortcutFocusReason)
    isFocusVisible_ = true;
  if (reason == Qt::TabFocusReason)
    focusHandle(0);
  else if (reason == Qt::BacktabFocusReason)
    focusHandle(handleCount() - 1);
  update();
}

void ViewWidget::focusOutEvent(QFocusEvent*) {
  notePointed();
  update();
}

bool ViewWidget::focusNextPrevChild(bool next) {
  const int current = focusedHandle();
  const int wanted = current + (next ? 1 : -1);
  if (hasFocus() && wanted >= 0 && wanted < handleCount() && (current >= 0 || next)) {
    isFocusVisible_ = true;
    focusHandle(wanted);
    return true;
  }
  return QWidget::focusNextPrevChild(next);
}

ViewWidget* makeViewWidget(const scene::View& view, typesetting::Typesetter& typesetter, const Theme& theme,
                           QWidget* parent) {
  return std::visit(WidgetMaker{typesetter, theme, parent}, view);
}

} // namespace eigenboard::render
