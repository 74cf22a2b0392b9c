#pragma once

#include "app/navigation/progress.h"
#include "views/controls/themed.h"

#include <QtWidgets/QWidget>

class QLabel;
class QScrollArea;

namespace eigenboard::controls {
class Button;
}

namespace eigenboard::navigation {

class MapCanvas;
class MapStationButton;

/// The map of the book with the reading paths above it, and below it what is pointed at. Arrow keys walk,
/// Enter or a click opens, Escape closes.
class MapPage : public QWidget, public controls::Themed {
  Q_OBJECT

 public:
  /// book and store outlive the page.
  MapPage(const book::Book& book, store::Store& store, const render::Theme& theme, QWidget* parent = nullptr);

  /// What the map shows; cheap, may be called while it is hidden.
  void refresh(const QString& currentChapter, const QString& path, const Outlines& outlines);
  /// A line of orientation above the map; empty: none.
  void setGreeting(const QString& words);
  /// Gives the keyboard to the open chapter, or to the first that can be read next.
  void focusCurrent();
  MapCanvas& canvas() { return *canvas_; }

 signals:
  void chapterChosen(const QString& id);
  void pathChosen(const QString& id);
  void closeWanted();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void themeChanged() override;

 private:
  QWidget* makeHead();
  QWidget* makeDetail();
  void showDetail(const MapStationButton* station);

  const book::Book& book_;
  store::Store& store_;
  QString current_;
  QString path_;
  QStringList next_;
  QLabel* title_ = nullptr;
  QLabel* greeting_ = nullptr;
  QList<controls::Button*> paths_;
  QScrollArea* area_ = nullptr;
  MapCanvas* canvas_ = nullptr;
  QLabel* detailTitle_ = nullptr;
  QLabel* detailText_ = nullptr;
};

} // namespace eigenboard::navigation
