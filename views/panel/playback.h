#pragma once

#include <QtCore/QElapsedTimer>
#include <QtCore/QTimer>

namespace eigenboard::panel {

/// The beat of a process that plays. Where it is faster than the screen, several steps are due at once; what
/// a slow moment has missed is left out, so that nothing queues up.
class Playback : public QObject {
  Q_OBJECT

 public:
  explicit Playback(QObject* parent = nullptr);
  /// Begins, or goes on at another rate. stepsPerSecond: above 0.
  void start(double stepsPerSecond);
  void stop() { timer_.stop(); }
  bool isRunning() const { return timer_.isActive(); }
  int interval() const { return timer_.interval(); } ///< from beat to beat, in milliseconds

 signals:
  void due(int steps);

 private:
  void beat();
  QTimer timer_;
  QElapsedTimer sinceBeat_;
  double stepsPerSecond_ = 1;
  double owed_ = 0; ///< steps, with the part of one that is not due yet
};

} // namespace eigenboard::panel
