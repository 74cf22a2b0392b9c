#include "app/command_line/drag_benchmark.h"

#include "app/stage/stage_widget.h"
#include "app/window/main_window.h"
#include "views/render/plane_widget.h"
#include "views/render/space/space_widget.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QThread>
#include <QtGui/QMouseEvent>
#include <QtWidgets/QApplication>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

namespace eigenboard::command_line {

namespace {

/// Counts the paint events of one widget.
class PaintCounter : public QObject {
 public:
  explicit PaintCounter(QWidget& watched) : watched_(watched) { watched_.installEventFilter(this); }
  ~PaintCounter() override { watched_.removeEventFilter(this); }
  PaintCounter(const PaintCounter&) = delete;
  PaintCounter& operator=(const PaintCounter&) = delete;
  int count() const { return count_; }

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override {
    if (event->type() == QEvent::Paint)
      ++count_;
    return QObject::eventFilter(watched, event);
  }

 private:
  QWidget& watched_;
  int count_ = 0;
};

void sendMouse(QWidget& widget, QEvent::Type type, QPointF position, Qt::MouseButtons buttons) {
  const Qt::MouseButton button = type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton;
  QMouseEvent event(type, position, widget.mapToGlobal(position), button, buttons, Qt::NoModifier);
  QCoreApplication::sendEvent(&widget, &event);
}

/// Lets the window come to rest: formulas typeset in the background, thumbnails, first layouts.
void settle(int milliseconds) {
  QElapsedTimer clock;
  clock.start();
  while (clock.elapsed() < milliseconds) {
    QCoreApplication::processEvents();
    QThread::msleep(2);
  }
}

/// A view that shows handles, and where its first one is.
struct Grip {
  QWidget* view = nullptr;
  QPointF at;
};

std::optional<Grip> firstGrip(stage::StageWidget& stage) {
  for (render::ViewWidget* view : stage.findChildren<render::ViewWidget*>()) {
    if (!view->isVisible())
      continue;
    if (const auto* plane = qobject_cast<render::PlaneWidget*>(view); plane && !plane->view().handles.empty())
      return Grip{view, plane->toPixel(plane->view().handles.front().position)};
    if (const auto* space = qobject_cast<render::SpaceWidget*>(view); space && !space->view().handles.empty())
      return Grip{view, space->toPixel(space->view().handles.front().position)};
  }
  return std::nullopt;
}

// A move is answered within a frame or not at all; waiting longer would only measure the waiting.
constexpr qint64 patienceNanoseconds = 50'000'000;

} // namespace

double DragTimes::percentile(double p) const {
  if (milliseconds.empty())
    return 0;
  std::vector<double> sorted = milliseconds;
  std::sort(sorted.begin(), sorted.end());
  const double rank = std::ceil(p / 100 * static_cast<double>(sorted.size())) - 1;
  return sorted[static_cast<std::size_t>(std::clamp(rank, 0.0, static_cast<double>(sorted.size() - 1)))];
}

DragTimes measureDrag(window::MainWindow& window, window::Services& services, const QString& panelId,
                      int moves) {
  DragTimes times;
  window.open(window::findPlace(panelId, services.book, services.registry));
  window.stage().showPanel(panelId);
  settle(1500);
  const std::optional<Grip> grip = firstGrip(window.stage());
  if (!grip) {
    times.error = QCoreApplication::translate("CommandLine", "%1 shows no handle to drag").arg(panelId);
    return times;
  }

  QWidget& view = *grip->view;
  const QPointF start = grip->at;
  PaintCounter paints(view);
  const double radius = 0.12 * std::min(view.width(), view.height());
  sendMouse(view, QEvent::MouseButtonPress, start, Qt::LeftButton);
  for (int move = 1; move <= moves; ++move) {
    // A circle that begins and ends at the handle, three times round, so that every move is to a new place.
    const double angle = 6 * std::numbers::pi * move / moves;
    const QPointF target = start + radius * QPointF(std::cos(angle) - 1, std::sin(angle));
    const int before = paints.count();
    QElapsedTimer clock;
    clock.start();
    sendMouse(view, QEvent::MouseMove, target, Qt::LeftButton);
    do
      QCoreApplication::processEvents();
    while (paints.count() == before && clock.nsecsElapsed() < patienceNanoseconds);
    if (paints.count() == before)
      ++times.withoutPaint;
    else
      times.milliseconds.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
    QThread::msleep(4); // a hand moves a mouse at 125 to 250 events a second
  }
  sendMouse(view, QEvent::MouseButtonRelease, start, Qt::NoButton);
  settle(100);
  return times;
}

} // namespace eigenboard::command_line
