#pragma once

#include "views/controls/button.h"
#include "views/controls/speed_button.h"
#include "views/controls/step_track.h"
#include "views/panel/session.h"

#include <QtCore/QPointer>

namespace eigenboard::controls {

/// Start, step back, play or pause, step, a track to wind by, the speed, and the step's number.
class PlaybackBar : public QWidget, public Themed {
  Q_OBJECT

 public:
  explicit PlaybackBar(const render::Theme& theme, QWidget* parent = nullptr);
  /// Null: none. Shows the session's process, if it has one; the caller hides the bar if not.
  void setSession(panel::Session* session);
  void refresh();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  QRect countBox() const;
  QPointer<panel::Session> session_;
  Button* toStart_;
  Button* back_;
  Button* play_;
  Button* forward_;
  Button* keep_;
  StepTrack* track_;
  SpeedButton* speed_;
  QString count_;
};

} // namespace eigenboard::controls
