#pragma once

#include "views/controls/themed.h"

#include <QtWidgets/QWidget>

namespace eigenboard::navigation {

/// What the lines and marks of the map mean, in as many rows as the width asks for.
class MapLegend : public QWidget, public controls::Themed {
  Q_OBJECT

 public:
  explicit MapLegend(const render::Theme& theme, QWidget* parent = nullptr);

  QSize sizeHint() const override;
  int heightForWidth(int width) const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void themeChanged() override { update(); }

 private:
  /// Where each entry begins.
  QList<QPoint> places(int width) const;
};

} // namespace eigenboard::navigation
