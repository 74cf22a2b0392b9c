#pragma once

#include "views/controls/themed.h"

#include <QtCore/QPointer>
#include <QtCore/QTimer>
#include <QtWidgets/QFrame>

#include <functional>

class QLabel;

namespace eigenboard::controls {
class Button;
}

namespace eigenboard::window {

/// How long a passing message is there, in milliseconds.
struct ToastTimes {
  int plain = 6000;    ///< and 50 for each letter
  int offered = 15000; ///< one that offers something to do
  int brief = 4000;    ///< one that tells what is seen anyhow, see beBrief()
};

/// A passing message over the window; nothing below it moves. It goes by itself, but not while the pointer or
/// the keyboard is on it; the next one takes its place. Escape closes it, and what had the keyboard has it
/// again.
class Toast : public QFrame, public controls::Themed {
  Q_OBJECT

 public:
  /// It lies on the parent, above the middle of the anchor's lower edge; of the parent's while the anchor is
  /// not shown.
  Toast(const render::Theme& theme, QWidget* parent, QWidget* anchor);

  /// Empty: no message. doing: on a button ("Undo") that calls run and closes the message.
  void setMessage(const QString& message, const QString& doing = {}, std::function<void()> run = {});
  QString message() const { return message_; }
  void stay() { timer_.stop(); }                 ///< the present one does not go by itself
  void beBrief() { timer_.start(times_.brief); } ///< the present one is soon in the way
  void takeKeyboard();                           ///< to its button; nothing while there is no message
  void setTimes(const ToastTimes& times) { times_ = times; }
  controls::Button& button() { return *do_; }

 signals:
  void changed(); ///< another message, or none

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void themeChanged() override;

 private:
  bool isHeld() const;
  void dismiss();
  void place();

  QString message_;
  ToastTimes times_;
  QTimer timer_;
  std::function<void()> run_;
  QWidget* anchor_ = nullptr;
  QLabel* words_ = nullptr;
  controls::Button* do_ = nullptr;
  controls::Button* close_ = nullptr;
  QPointer<QWidget> before_; ///< had the keyboard before it came here
};

} // namespace eigenboard::window
