#pragma once

#include "views/controls/themed.h"

#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

namespace eigenboard::stage {

/// Two lines of words under the picture: what to look at, and for some seconds in its place a message.
class NoticeLine : public QWidget, public controls::Themed {
  Q_OBJECT

 public:
  enum class Tone : std::uint8_t { Plain, Warning };
  explicit NoticeLine(const render::Theme& theme, QWidget* parent = nullptr);
  void setNotice(const QString& notice);
  void showMessage(const QString& message, Tone tone);
  /// Takes back a warning: what it complained of has been put right.
  void endWarning();
  /// What is to be read now.
  const QString& text() const { return message_.isEmpty() ? notice_ : message_; }
  QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  void tell();
  QString notice_;
  QString message_;
  Tone tone_ = Tone::Plain;
  QTimer timer_;
};

} // namespace eigenboard::stage
