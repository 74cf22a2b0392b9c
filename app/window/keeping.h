#pragma once

#include "app/store/store.h"

#include <QtCore/QObject>

namespace eigenboard::window {

class MainWindow;

/// Carries what the reader does from the window to the store while the window is open, answers and marks
/// given earlier from the store to a chapter that opens, and what the reader must know about the store to the
/// line above the page.
class Keeping : public QObject {
  Q_OBJECT

 public:
  /// Both outlive this.
  Keeping(store::Store& store, MainWindow& window);

  /// What MainWindow::fromJson and openAt take.
  static QJsonObject session(const store::Store& store);
  /// Puts the window's present state into the store.
  void save();

 private:
  void chapterShown(const QString& chapter);
  void keepExercises(const QString& anchor);
  void tellCondition();

  store::Store& store_;
  MainWindow& window_;
  QString shown_; ///< the chapter whose progress stands on the page
  QString told_;  ///< the message of the store that the reader has seen
};

} // namespace eigenboard::window
