#pragma once

#include "views/controls/themed.h"

#include <QtWidgets/QWidget>

namespace eigenboard::stage {

/// Why there is no new picture, in as many lines as it takes.
class ProblemBanner : public QWidget, public controls::Themed {
  Q_OBJECT

 public:
  explicit ProblemBanner(const render::Theme& theme, QWidget* parent = nullptr);
  void setText(const QString& text);
  const QString& text() const { return text_; }
  int heightForWidth(int width) const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QString text_;
};

} // namespace eigenboard::stage
