#include "views/controls/tab_order.h"

#include <QtWidgets/QWidget>

namespace eigenboard::controls {

namespace {

/// In the order of Tab; a part may itself take the focus.
QList<QWidget*> stopsIn(QWidget& part) {
  QList<QWidget*> stops;
  QWidget* widget = &part;
  do {
    const bool isInside = widget == &part || part.isAncestorOf(widget);
    if (isInside && widget->focusPolicy() & Qt::TabFocus && !widget->focusProxy())
      stops += widget;
    widget = widget->nextInFocusChain();
  } while (widget != &part);
  return stops;
}

} // namespace

void setTabOrder(const QList<QWidget*>& parts) {
  QList<QWidget*> stops;
  for (QWidget* part : parts)
    for (QWidget* stop : stopsIn(*part))
      if (!stops.contains(stop)) // a part may lie within a later one
        stops += stop;
  for (qsizetype i = 1; i < stops.size(); ++i)
    QWidget::setTabOrder(stops[i - 1], stops[i]);
}

} // namespace eigenboard::controls
