#pragma once

#include "app/reader/picture_file.h"
#include "views/controls/themed.h"

#include <QtSvg/QSvgRenderer>
#include <QtWidgets/QWidget>

namespace eigenboard::code_bench {

/// A figure as outlines, as wide as there is room, up to twice its own size; or why it cannot be shown.
class FigureView : public QWidget, public controls::Themed {
  Q_OBJECT

 public:
  FigureView(const reader::PictureFile& figure, const render::Theme& theme, QWidget* parent = nullptr);
  QSize sizeHint() const override;
  bool hasHeightForWidth() const override { return true; }
  int heightForWidth(int width) const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QSizeF shownSize(double width) const;

  QSizeF size_;
  QString problem_;
  QSvgRenderer picture_;
};

} // namespace eigenboard::code_bench
