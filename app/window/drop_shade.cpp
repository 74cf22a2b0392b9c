#include "app/window/drop_shade.h"

#include "views/controls/appearance.h"
#include "views/controls/icons.h"

#include <QtGui/QPainter>

namespace eigenboard::window {

namespace {

constexpr int shadeMargin = 2 * controls::unit;
constexpr int shadeType = 18;
constexpr float shadeOpacity = 0.86F;

} // namespace

DropShade::DropShade(const render::Theme& theme, QWidget* parent) : QWidget(parent), Themed(theme) {
  setAttribute(Qt::WA_TransparentForMouseEvents);
  setFont(controls::interfaceFont(shadeType, QFont::Medium));
  hide();
}

void DropShade::show(const QString& words, bool isRefusal) {
  words_ = words;
  isRefusal_ = isRefusal;
  setAccessibleName(words);
  setGeometry(parentWidget()->rect());
  QWidget::show();
  raise();
  update();
}

void DropShade::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  QColor ground = theme().surface;
  ground.setAlphaF(shadeOpacity);
  painter.fillRect(rect(), ground);
  const QColor ink = isRefusal_ ? theme().error : theme().link;
  QPen pen(ink, 2, Qt::CustomDashLine, Qt::RoundCap);
  pen.setDashPattern({4, 4});
  painter.setPen(pen);
  const QRect box = rect().adjusted(shadeMargin, shadeMargin, -shadeMargin, -shadeMargin);
  painter.drawRoundedRect(box, 12, 12);
  painter.setPen(ink);
  painter.drawText(box.adjusted(shadeMargin, 0, -shadeMargin, 0), Qt::AlignCenter | Qt::TextWordWrap, words_);
}

} // namespace eigenboard::window
