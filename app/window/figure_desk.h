#pragma once

#include "app/window/services.h"

#include <QtCore/QObject>
#include <QtCore/QThreadPool>
#include <QtCore/QTimer>

#include <functional>

class QAction;
class QMimeData;

namespace eigenboard::window {

class DropShade;
class MainWindow;
class RatingsDesk;
struct OpenedFigure;

/// Brings a panel back from a figure that was exported: by dropping the file on the window, or by choosing
/// it; ratings that are dropped go to the ratings desk. Also offers the window's actions that take something
/// away from the panel on the stage.
class FigureDesk : public QObject {
  Q_OBJECT

 public:
  /// Both outlive the desk.
  FigureDesk(MainWindow& window, Services& services);
  /// Waits for the file that is being read.
  ~FigureDesk() override;

  /// The first of these files that holds a state is shown; without one the window says why. Files are read on
  /// another thread.
  void open(const QStringList& files);
  void choose();

 protected:
  /// Drags of files over any part of the window.
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  QAction* addAction(const QString& name, const QString& text, const QKeySequence& keys,
                     const std::function<void()>& run);
  void greet(const QMimeData& dragged);
  void drop(const QMimeData& dropped);
  void show(const OpenedFigure& figure);

  MainWindow& window_;
  Services& services_;
  RatingsDesk* ratings_ = nullptr;
  DropShade* shade_;
  QTimer leaving_; ///< the drag went from one part of the window: to another, or away
  QThreadPool pool_;
  int asked_ = 0; ///< only the files asked for last are shown
};

} // namespace eigenboard::window
