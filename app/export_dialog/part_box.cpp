#include "app/export_dialog/part_box.h"

#include "views/controls/appearance.h"
#include "views/controls/icons.h"

#include <QtGui/QPainter>

namespace eigenboard::export_dialog {

namespace {

constexpr int boxSide = 16;
constexpr int boxGap = controls::unit;

} // namespace

PartBox::PartBox(const QString& words, const render::Theme& theme, QWidget* parent)
    : QCheckBox(words, parent), Themed(theme) {
  setFont(controls::interfaceFont(controls::bodyType));
  setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

QSize PartBox::sizeHint() const {
  return {boxSide + boxGap + fontMetrics().horizontalAdvance(text()) + 4, boxSide + controls::unit / 2};
}

void PartBox::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QRectF box(1, (height() - boxSide) / 2.0, boxSide, boxSide);
  const bool isOn = isChecked();
  const QColor ink = isEnabled() ? theme().text : controls::mixed(theme().textMuted, theme().surface, 0.4);
  painter.setPen(isOn && isEnabled() ? theme().link : controls::mixed(theme().surface, ink, 0.55));
  painter.setBrush(isOn && isEnabled() ? theme().link
                                       : controls::buttonFill(theme(), underMouse(), isDown()));
  painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
  if (isOn)
    controls::drawIcon(painter, controls::Icon::Check, box, isEnabled() ? theme().surface : ink);
  painter.setPen(ink);
  painter.drawText(rect().adjusted(boxSide + boxGap, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, text());
  if (hasFocus())
    controls::drawFocusRing(painter, rect(), theme());
}

} // namespace eigenboard::export_dialog
