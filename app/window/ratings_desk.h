#pragma once

#include "app/window/services.h"
#include "views/panels/recommender/ratings_source.h"

#include <QtCore/QObject>
#include <QtCore/QThreadPool>

namespace eigenboard::window {

class MainWindow;

/// Opens a file of ratings in the panel that learns from them, or says why it cannot be used.
class RatingsDesk : public QObject {
  Q_OBJECT

 public:
  /// Both outlive the desk.
  RatingsDesk(MainWindow& window, Services& services);
  /// Waits for the file that is being read.
  ~RatingsDesk() override;

  /// By the ends of its name: u.data, ratings.dat, ratings.csv.
  static bool looksLikeRatings(const QString& file);
  /// The file is read on another thread; then the panel is shown with it and trains. One that holds no
  /// ratings leaves the panel as it is.
  void open(const QString& file);
  void choose();

 private:
  void show(const QString& file, const panels::recommender::RatingsSource& source);

  MainWindow& window_;
  Services& services_;
  QThreadPool pool_;
  int asked_ = 0; ///< only the file asked for last is shown
};

} // namespace eigenboard::window
