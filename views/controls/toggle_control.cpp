#include "views/controls/toggle_control.h"

#include "views/controls/appearance.h"

#include <QtGui/QPainter>

namespace eigenboard::controls {

namespace {

constexpr int switchWidth = 26;
constexpr int switchHeight = 14;

} // namespace

ToggleControl::ToggleControl(panel::Session& session, int parameter, const render::Theme& theme,
                             QWidget* parent)
    : QAbstractButton(parent), Themed(theme), session_(session) {
  const panel::Parameter& described = session.description().parameters[static_cast<std::size_t>(parameter)];
  key_ = described.key;
  setText(described.label);
  setAccessibleName(described.label);
  setToolTip(described.label + u'\n' + described.help); // the name may be cut
  setFont(interfaceFont(bodyType));
  setCheckable(true);
  setCursor(Qt::PointingHandCursor);
  setFocusPolicy(Qt::StrongFocus);
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  refresh();
  connect(this, &QAbstractButton::clicked, this, [this](bool isOn) { session_.set(key_, isOn ? 1.0 : 0.0); });
}

void ToggleControl::refresh() {
  const bool isOn = session_.number(key_) != 0;
  if (isOn != isChecked())
    setChecked(isOn);
}

QSize ToggleControl::sizeHint() const {
  return {switchWidth + unit + fontMetrics().horizontalAdvance(text()) + 2, rowHeight - 4};
}

QSize ToggleControl::minimumSizeHint() const {
  return {switchWidth + 6 * unit, rowHeight - 4};
}

void ToggleControl::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QRectF track(1, (height() - switchHeight) / 2.0, switchWidth, switchHeight);
  const double radius = switchHeight / 2.0;
  // On and off differ in shape too: the knob's side, and a filled or an empty track.
  painter.setPen(isChecked() ? QPen(Qt::NoPen) : QPen(mixed(theme().rule, theme().textMuted, 0.6), 1.2));
  painter.setBrush(isChecked() ? theme().link : QColor(Qt::transparent));
  painter.drawRoundedRect(track.adjusted(0.6, 0.6, -0.6, -0.6), radius, radius);
  painter.setPen(Qt::NoPen);
  painter.setBrush(isChecked() ? theme().surface : theme().textMuted);
  const double x = isChecked() ? track.right() - radius : track.left() + radius;
  painter.drawEllipse(QPointF(x, track.center().y()), radius - 3.2, radius - 3.2);
  const QRectF words = QRectF(rect()).adjusted(switchWidth + unit, 0, 0, 0);
  painter.setPen(underMouse() ? theme().link : theme().text);
  painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                   fontMetrics().elidedText(text(), Qt::ElideRight, static_cast<int>(words.width())));
  if (hasFocus())
    drawFocusRing(painter, rect(), theme());
}

void ToggleControl::enterEvent(QEnterEvent* event) {
  QAbstractButton::enterEvent(event);
  update();
}

void ToggleControl::leaveEvent(QEvent* event) {
  QAbstractButton::leaveEvent(event);
  update();
}

} // namespace eigenboard::controls
