#include "app/export_dialog/export_preview.h"

#include "views/controls/appearance.h"

#include <QtGui/QPainter>

#include <algorithm>

namespace eigenboard::export_dialog {

namespace {

constexpr int previewMargin = 3 * controls::unit;
constexpr int checkSide = 8;

void paintChecks(QPainter& painter, const QRect& box) {
  painter.fillRect(box, QColor(0xff, 0xff, 0xff));
  painter.setClipRect(box);
  for (int y = 0; y * checkSide < box.height(); ++y)
    for (int x = y % 2; x * checkSide < box.width(); x += 2)
      painter.fillRect(box.left() + x * checkSide, box.top() + y * checkSide, checkSide, checkSide,
                       QColor(0xd9, 0xd9, 0xd9));
  painter.setClipping(false);
}

} // namespace

ExportPreview::ExportPreview(const render::Theme& theme, QWidget* parent) : QWidget(parent), Themed(theme) {
  setMinimumSize(320, 240);
  setFont(controls::interfaceFont(controls::bodyType));
  setAccessibleName(tr("Preview"));
}

double ExportPreview::fittingRatio(QSizeF size, double pixelRatio) const {
  const QSizeF room =
      QSizeF(this->size() - QSize(2 * previewMargin, 2 * previewMargin)) * devicePixelRatioF();
  const double fit = std::min(room.width() / size.width(), room.height() / size.height());
  return std::min(pixelRatio, fit);
}

void ExportPreview::setImage(const QImage& image) {
  image_ = image;
  image_.setDevicePixelRatio(1);
  update();
}

void ExportPreview::setProblem(const QString& words) {
  problem_ = words;
  setAccessibleDescription(words);
  update();
}

void ExportPreview::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  emit resized();
}

void ExportPreview::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), controls::mixed(theme().chrome, theme().text, theme().dark ? 0.02 : 0.04));
  if (!image_.isNull()) {
    const QSize shown = (QSizeF(image_.size()) / devicePixelRatioF()).toSize();
    const QRect box(QPoint((width() - shown.width()) / 2, (height() - shown.height()) / 2), shown);
    if (image_.hasAlphaChannel())
      paintChecks(painter, box);
    painter.setOpacity(problem_.isEmpty() ? 1 : 0.35);
    painter.drawImage(box, image_);
    painter.setOpacity(1);
    painter.setPen(theme().highContrast ? theme().text : theme().rule);
    painter.drawRect(box.adjusted(-1, -1, 0, 0));
  }
  if (problem_.isEmpty())
    return;
  const QRect room = rect().adjusted(previewMargin, previewMargin, -previewMargin, -previewMargin);
  QRect words = fontMetrics().boundingRect(room, Qt::AlignCenter | Qt::TextWordWrap, problem_);
  words.adjust(-2 * controls::unit, -controls::unit, 2 * controls::unit, controls::unit);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setBrush(theme().surface);
  painter.setPen(theme().error);
  painter.drawRoundedRect(words, 6, 6);
  painter.drawText(room, Qt::AlignCenter | Qt::TextWordWrap, problem_);
}

} // namespace eigenboard::export_dialog
