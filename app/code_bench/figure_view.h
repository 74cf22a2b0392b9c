#pragma once

#include "app/reader/picture_file.h"
#include "views/controls/themed.h"

#include <QtSvg/QSvgRenderer>
#include <QtWidgets/QWidget>

namespace eigenboard::code_bench {

/// A figure as outlines at its own size, or smaller where there is less room; or why it cannot be shown.
class FigureView : public QWidget, public controls::Themed {
  Q_OBJECT

 public:
  FigureView(const reader::PictureFile& figure, const render::Theme& theme, QWidget* parent = nullptr);
  /// What it may take, so that it is seen whole.
  void setRoom(const QSize& room);
  QSize sizeHint() const override { return shown_; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QSizeF size_;
  QSize shown_;
  QString problem_;
  QSvgRenderer picture_;
};

} // namespace eigenboard::code_bench
