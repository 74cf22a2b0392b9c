#pragma once

#include "views/controls/themed.h"

#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

#include <functional>

class QLabel;

namespace eigenboard::controls {
class Button;
}

namespace eigenboard::window {

/// A message below the toolbar. It stays until it is closed or another comes; one that offers something to do
/// goes by itself after 15 seconds, but not while the pointer or the keyboard is on it.
class MessageLine : public QWidget, public controls::Themed {
  Q_OBJECT

 public:
  explicit MessageLine(const render::Theme& theme, QWidget* parent = nullptr);

  /// Empty: no message. doing: on a button ("Undo") that calls it and closes the line.
  void setMessage(const QString& message, const QString& doing = {}, std::function<void()> run = {});
  QString message() const { return message_; }
  void stay() { timer_.stop(); } ///< the present one does not go by itself
  controls::Button& button() { return *do_; }

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;

 private:
  QString message_;
  QTimer timer_;
  std::function<void()> run_;
  QLabel* words_ = nullptr;
  controls::Button* do_ = nullptr;
};

} // namespace eigenboard::window
