#pragma once

#include "views/controls/themed.h"

#include <QtWidgets/QWidget>

class QLabel;

namespace eigenboard::window {

/// Something the reader must know (what cannot be saved, say), in a line below the toolbar. It stays until it
/// is closed or another comes. What passes is said by a Toast.
class MessageLine : public QWidget, public controls::Themed {
  Q_OBJECT

 public:
  explicit MessageLine(const render::Theme& theme, QWidget* parent = nullptr);

  /// Empty: no message.
  void setMessage(const QString& message);
  QString message() const { return message_; }

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;

 private:
  QString message_;
  QLabel* words_ = nullptr;
};

} // namespace eigenboard::window
