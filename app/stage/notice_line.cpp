#include "app/stage/notice_line.h"

#include "views/controls/appearance.h"

#include <QtGui/QAccessible>
#include <QtGui/QPainter>
#include <QtGui/QTextLayout>

namespace eigenboard::stage {

namespace {

constexpr int messageMilliseconds = 6000;
constexpr int lines = 2;
constexpr int lineHeight = 18;

} // namespace

NoticeLine::NoticeLine(const render::Theme& theme, QWidget* parent) : QWidget(parent), Themed(theme) {
  setFont(controls::interfaceFont(controls::bodyType));
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  timer_.setSingleShot(true);
  timer_.setInterval(messageMilliseconds);
  connect(&timer_, &QTimer::timeout, this, [this] {
    message_.clear();
    tell();
  });
}

QSize NoticeLine::sizeHint() const {
  return {200, lines * lineHeight};
}

void NoticeLine::setNotice(const QString& notice) {
  if (notice == notice_)
    return; // asked for at every evaluation; a message that is being read stays
  message_.clear();
  timer_.stop();
  notice_ = notice;
  tell();
}

void NoticeLine::showMessage(const QString& message, Tone tone) {
  message_ = message;
  tone_ = tone;
  timer_.start();
  tell();
}

void NoticeLine::endWarning() {
  if (message_.isEmpty() || tone_ != Tone::Warning)
    return;
  timer_.stop();
  message_.clear();
  tell();
}

void NoticeLine::tell() {
  setAccessibleName(text());
  setToolTip(text());
  if (QAccessible::isActive() && !message_.isEmpty()) {
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
  }
  update();
}

void NoticeLine::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const bool isWarning = !message_.isEmpty() && tone_ == Tone::Warning;
  painter.setPen(isWarning ? theme().error : message_.isEmpty() ? theme().text : theme().textMuted);
  // The last line that fits is cut with an ellipsis; the tooltip has it all.
  QTextLayout layout(text(), font());
  layout.beginLayout();
  for (int i = 0; i < lines; ++i) {
    QTextLine line = layout.createLine();
    if (!line.isValid())
      break;
    line.setLineWidth(width());
    const QRectF box(0, i * lineHeight, width(), lineHeight);
    const bool isLast = i + 1 == lines;
    const QString words =
        isLast ? text().mid(line.textStart()) : text().mid(line.textStart(), line.textLength());
    painter.drawText(box, Qt::AlignVCenter | Qt::AlignLeft,
                     isLast ? fontMetrics().elidedText(words, Qt::ElideRight, width()) : words);
  }
  layout.endLayout();
}

} // namespace eigenboard::stage
