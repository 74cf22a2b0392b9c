#include "app/stage/more_below.h"

#include <QtCore/QEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>

#include <algorithm>

namespace eigenboard::stage {

namespace {
constexpr int fadeHeight = 22; ///< one line of readouts
}

MoreBelow::MoreBelow(const render::Theme& theme, QScrollArea& area)
    : QWidget(&area), Themed(theme), area_(area) {
  setAttribute(Qt::WA_TransparentForMouseEvents);
  setFocusPolicy(Qt::NoFocus);
  area.viewport()->installEventFilter(this);
  connect(area.verticalScrollBar(), &QScrollBar::valueChanged, this, &MoreBelow::place);
  connect(area.verticalScrollBar(), &QScrollBar::rangeChanged, this, &MoreBelow::place);
  place();
}

void MoreBelow::place() {
  const QScrollBar& bar = *area_.verticalScrollBar();
  const QRect seen = area_.viewport()->geometry();
  const int height = std::min(fadeHeight, seen.height());
  setGeometry(seen.left(), seen.bottom() + 1 - height, seen.width(), height);
  setVisible(bar.value() < bar.maximum());
  raise();
}

bool MoreBelow::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::Resize)
    place();
  return QWidget::eventFilter(watched, event);
}

void MoreBelow::paintEvent(QPaintEvent*) {
  QColor clear = theme().surface;
  clear.setAlpha(0);
  QLinearGradient fade(0, 0, 0, height());
  fade.setColorAt(0, clear);
  fade.setColorAt(0.8, theme().surface);
  fade.setColorAt(1, theme().surface);
  QPainter(this).fillRect(rect(), fade);
}

} // namespace eigenboard::stage
