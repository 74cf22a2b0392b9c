#pragma once

#include "views/controls/themed.h"

#include <QtGui/QImage>
#include <QtWidgets/QWidget>

namespace eigenboard::export_dialog {

/// The figure as its file will look, as large as there is room; a chequered ground where it is transparent.
class ExportPreview : public QWidget, public controls::Themed {
  Q_OBJECT

 public:
  explicit ExportPreview(const render::Theme& theme, QWidget* parent = nullptr);
  /// The pixels that a picture of that shape may have here. No more than the file has.
  double fittingRatio(QSizeF size, double pixelRatio) const;
  void setImage(const QImage& image);
  /// Why there is no new picture; the last one stays, paler. Empty: all is well.
  void setProblem(const QString& words);
  const QImage& image() const { return image_; }
  QSize sizeHint() const override { return {560, 420}; }

 signals:
  void resized();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  QImage image_;
  QString problem_;
};

} // namespace eigenboard::export_dialog
