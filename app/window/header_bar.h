#pragma once

#include "views/controls/icons.h"
#include "views/controls/themed.h"

#include <QtWidgets/QWidget>

class QAction;
class QHBoxLayout;
class QMenu;

namespace eigenboard::controls {
class Button;
}

namespace eigenboard::window {

/// An action and the icon it has in the bar. menu: a small menu that the button opens instead of the action.
struct HeaderButton {
  QAction* action = nullptr;
  controls::Icon icon = controls::Icon::None;
  QMenu* menu = nullptr;
};

/// Where the reader is, as the bar says it: the chapter, how far they are in it, and its place on a path.
struct HeaderPlace {
  QString title;      ///< of the chapter, with its id
  QString shortTitle; ///< what is left of it in a narrow window: "4.4"
  QString progress;   ///< "5 of 9 sections, 3 of 10 exercises"
  QString percent;    ///< what is left of that where there is less room: "42 %"
  QString path;
  QString rule; ///< what counts as progress, for the tooltip
  bool operator==(const HeaderPlace&) const = default;
};

/// The line above the page: buttons on either side, the place in the book between them, and a switch between
/// text and panel when the window shows only one of them.
class HeaderBar : public QWidget, public controls::Themed {
  Q_OBJECT

 public:
  explicit HeaderBar(const render::Theme& theme, QWidget* parent = nullptr);

  /// Buttons for these actions, in order; a button's help names the action's keys.
  void setButtons(const QList<HeaderButton>& left, const QList<HeaderButton>& right);
  void setPlace(const HeaderPlace& place);
  /// The switch is there only while one of the two is shown. isCode: in the panel's place stands code.
  void setSwitch(bool isThere, bool showsPanel, bool isCode);
  /// What the middle of the bar shows at its present width.
  QString shownPlace() const;

 signals:
  void panelWanted(bool panel);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QRect middle() const;
  QStringList fittingPlace() const;
  controls::Button* addButton(QHBoxLayout& side, const HeaderButton& described);

  QHBoxLayout* left_ = nullptr;
  QHBoxLayout* right_ = nullptr;
  QWidget* leftSide_ = nullptr;
  QWidget* rightSide_ = nullptr;
  QWidget* switch_ = nullptr;
  controls::Button* text_ = nullptr;
  controls::Button* panel_ = nullptr;
  HeaderPlace place_;
};

} // namespace eigenboard::window
