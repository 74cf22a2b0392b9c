#pragma once

#include "views/controls/themed.h"

#include <QtWidgets/QWidget>

#include <functional>

class QLabel;

namespace eigenboard::controls {
class Button;
}

namespace eigenboard::window {

/// A message below the toolbar, with what can be done about it. It stays until it is closed or another comes.
class MessageLine : public QWidget, public controls::Themed {
  Q_OBJECT

 public:
  explicit MessageLine(const render::Theme& theme, QWidget* parent = nullptr);

  /// Empty: no message. doing: on a button ("Undo") that calls it and closes the line.
  void setMessage(const QString& message, const QString& doing = {}, std::function<void()> run = {});
  QString message() const { return message_; }
  controls::Button& button() { return *do_; }

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;

 private:
  QString message_;
  std::function<void()> run_;
  QLabel* words_ = nullptr;
  controls::Button* do_ = nullptr;
};

} // namespace eigenboard::window
