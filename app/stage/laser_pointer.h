#pragma once

#include <QtCore/QElapsedTimer>
#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

#include <deque>

namespace eigenboard::stage {

/// A soft red dot over a presentation where the pointer is, with a short trail that fades. It takes no
/// clicks.
class LaserPointer : public QWidget {
  Q_OBJECT

 public:
  explicit LaserPointer(QWidget* parent);
  void setTrail(bool hasTrail) { hasTrail_ = hasTrail; }
  void setOn(bool isOn);
  bool isOn() const { return isOn_; }
  void setScale(double scale) { scale_ = scale; }
  /// In the coordinates of the widget. A move after a rest begins a new trail.
  void pointAt(QPointF position);
  QPointF position() const { return at_; }
  std::size_t trailLength() const { return trail_.size(); }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  struct Spot {
    QPointF at;
    qint64 time = 0; ///< ms
  };
  void fade();
  QRect around(QPointF position) const;
  double radius() const;

  bool isOn_ = false;
  bool hasTrail_ = true;
  double scale_ = 1;
  QPointF at_;
  qint64 since_ = 0; ///< ms: when it came there
  std::deque<Spot> trail_;
  QElapsedTimer clock_;
  QTimer fading_;
};

} // namespace eigenboard::stage
