#pragma once

#include "views/controls/button.h"
#include "views/panel/session.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QPointer>
#include <QtCore/QTimer>

namespace eigenboard::stage {

/// Over the last picture of a slow panel, from 300 ms on: how much of the next one is done, and a way to
/// cancel it. Stays at the lower edge of its parent.
class ComputingBar : public QWidget, public controls::Themed {
  Q_OBJECT

 public:
  ComputingBar(const render::Theme& theme, QWidget* parent);
  void setSession(panel::Session& session);
  /// After the session has begun, ended or cancelled a computation.
  void refresh();

 protected:
  void paintEvent(QPaintEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void look();
  void place();
  QPointer<panel::Session> session_;
  controls::Button* cancel_;
  QTimer timer_;
  QElapsedTimer sinceBegin_;
  int percent_ = 0;
};

} // namespace eigenboard::stage
