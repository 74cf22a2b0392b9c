#pragma once

#include "views/controls/themed.h"

#include <QtWidgets/QWidget>

class QAction;
class QHBoxLayout;

namespace eigenboard::window {

/// The line above the page: buttons on either side, the place in the book between them, and below it a
/// message when there is one.
class HeaderBar : public QWidget, public controls::Themed {
  Q_OBJECT

 public:
  explicit HeaderBar(const render::Theme& theme, QWidget* parent = nullptr);

  /// Buttons for these actions, in order; a button's help names the action's keys.
  void setActions(const QList<QAction*>& left, const QList<QAction*>& right);
  void setPlace(const QString& place);
  /// Empty: no message.
  void setMessage(const QString& message);
  QString message() const { return message_; }

 signals:
  void messageDismissed();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;

 private:
  QHBoxLayout* left_ = nullptr;
  QHBoxLayout* right_ = nullptr;
  QString place_;
  QString message_;
};

} // namespace eigenboard::window
