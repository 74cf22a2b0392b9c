#pragma once

#include "views/controls/themed.h"

#include <QtWidgets/QCheckBox>

namespace eigenboard::export_dialog {

/// A check box that can be seen in every theme.
class PartBox : public QCheckBox, public controls::Themed {
  Q_OBJECT

 public:
  PartBox(const QString& words, const render::Theme& theme, QWidget* parent = nullptr);
  QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  bool hitButton(const QPoint& at) const override { return rect().contains(at); }
};

} // namespace eigenboard::export_dialog
