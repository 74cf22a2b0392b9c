#pragma once

#include "app/book/book.h"
#include "app/navigation/progress.h"
#include "views/controls/themed.h"

#include <QtWidgets/QAbstractButton>

namespace eigenboard::navigation {

/// What the reader's state makes of a chapter on the map.
struct StationState {
  Progress progress;
  bool isCurrent = false;
  bool isNext = false;    ///< can be read next
  int pathIndex = 0;      ///< from 1; 0: not on the chosen path
  bool pathAbove = false; ///< the row above is the one before it on the path
  bool pathBelow = false;
};

/// A chapter's row on the map: its progress as a disc that fills, its number and title.
class MapStationButton : public QAbstractButton, public controls::Themed {
  Q_OBJECT

 public:
  /// The chapter outlives the button.
  MapStationButton(const book::Chapter& chapter, const render::Theme& theme, QWidget* parent);

  const book::Chapter& chapter() const { return chapter_; }
  const StationState& state() const { return state_; }
  void setState(const StationState& state);
  /// In words: "open now, 5 of 9 sections, 3 of 10 exercises", for the line below the map and for screen
  /// readers.
  QString stateWords() const;

 signals:
  /// The pointer or the keyboard's focus has come to it, or gone (false).
  void pointed(bool there);
  void arrowPressed(int key);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void enterEvent(QEnterEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  QColor ink() const;

  const book::Chapter& chapter_;
  StationState state_;
};

} // namespace eigenboard::navigation
