#pragma once

#include "app/stage/tab_set.h"
#include "views/controls/themed.h"
#include "views/panel/registry.h"

#include <QtWidgets/QTabBar>

namespace eigenboard::stage {

/// The tabs above the stage: kept panels with a pin, and the one that follows the text. Arrow keys choose,
/// Delete or a middle click closes a kept one, dragging moves it. A dot on the one that follows
/// the text tells that the text has come to another panel behind a kept one. Hidden while there is only one.
class TabStrip : public QTabBar, public controls::Themed {
  Q_OBJECT

 public:
  /// registry outlives the strip.
  TabStrip(const panel::Registry& registry, const render::Theme& theme, QWidget* parent = nullptr);
  void setTabs(const TabSet& set);
  bool isWaiting() const { return isWaiting_; } ///< the dot is shown

 signals:
  void chosen(int index);
  void closeWanted(int index);
  void moved(int from, int to);

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;
  void themeChanged() override;

 private:
  void fill();
  QWidget* closeButton(int index);

  const panel::Registry& registry_;
  TabSet set_;
  bool isWaiting_ = false;
  bool isFilling_ = false;
};

} // namespace eigenboard::stage
