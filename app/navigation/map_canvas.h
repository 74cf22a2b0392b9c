#pragma once

#include "app/navigation/map_layout.h"
#include "app/navigation/map_station.h"
#include "views/controls/themed.h"

#include <QtCore/QHash>

#include <functional>

namespace eigenboard::navigation {

/// The drawing of the map: cards of the levels with the chapters in them, and the curves of what builds on
/// what. Of the chapter that is pointed at, its own curves are drawn too.
class MapCanvas : public QWidget, public controls::Themed {
  Q_OBJECT

 public:
  /// book outlives the canvas.
  MapCanvas(const book::Book& book, const render::Theme& theme, QWidget* parent = nullptr);

  /// Lays the map out in the space, and takes the size it needs.
  void setSpace(QSize space);
  /// state: of a chapter; levelProgress: 0 to 1 of a level.
  void setState(const std::function<StationState(const book::Chapter&)>& state,
                const std::function<double(const book::Level&)>& levelProgress);
  const MapLayout& layout() const { return layout_; }
  /// Null for a chapter that the book does not have.
  MapStationButton* station(const QString& chapter) const;

 signals:
  void chapterChosen(const QString& id);
  /// Null: nothing is pointed at.
  void pointed(const MapStationButton* station);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void themeChanged() override { update(); }

 private:
  void walk(const QString& from, int key);
  void point(MapStationButton* station, bool there);
  void drawCard(QPainter& painter, const MapCard& card) const;
  void drawRoutes(QPainter& painter) const;
  void drawOwnRoutes(QPainter& painter) const;

  const book::Book& book_;
  MapLayout layout_;
  QHash<QString, MapStationButton*> stations_;
  QHash<const book::Level*, double> levelProgress_;
  const MapStationButton* pointed_ = nullptr;
};

} // namespace eigenboard::navigation
