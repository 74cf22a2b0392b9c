#pragma once

#include "views/render/formula_source.h"
#include "views/render/theme.h"

#include <QtGui/QPainter>
#include <QtWidgets/QWidget>

namespace eigenboard::render {

/// What every live view is to Qt; its picture follows the formulas that arrive.
template <typename Canvas>
void prepareView(QWidget* widget, Canvas& canvas, const QString& name) {
  widget->setAttribute(Qt::WA_OpaquePaintEvent);
  widget->setMouseTracking(true);
  widget->setFocusPolicy(Qt::StrongFocus);
  widget->setAccessibleName(name);
  QObject::connect(&canvas.formulas(), &LiveFormulas::arrived, widget, [widget, &canvas] {
    canvas.noteArrival();
    widget->update();
  });
}

/// Round a view that has the keyboard while none of its handles has.
inline void paintFocusFrame(QPainter& painter, const QWidget& widget, const Theme& theme) {
  painter.resetTransform();
  painter.setPen(QPen(theme.link, 2));
  painter.drawRect(QRectF(widget.rect()).adjusted(1, 1, -1, -1));
}

} // namespace eigenboard::render
