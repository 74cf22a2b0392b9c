#pragma once

#include "views/controls/themed.h"

#include <QtWidgets/QWidget>

namespace eigenboard::window {

/// Lies over the window while something is dragged over it, and says what a drop would do. Takes no clicks.
class DropShade : public QWidget, public controls::Themed {
  Q_OBJECT

 public:
  DropShade(const render::Theme& theme, QWidget* parent);
  /// Over the whole parent. isRefusal: a drop would do nothing, and the words say why.
  void show(const QString& words, bool isRefusal);
  const QString& words() const { return words_; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QString words_;
  bool isRefusal_ = false;
};

} // namespace eigenboard::window
