#pragma once

#include "app/stage/keyframe_card.h"
#include "app/stage/keyframe_pictures.h"
#include "views/controls/button.h"

class QHBoxLayout;
class QMenu;
class QScrollArea;

namespace eigenboard::stage {

/// The marked states of a panel in their order, as small pictures below the large one. Hidden while there are
/// none. It changes nothing itself: it says what list the reader wants instead.
class KeyframeStrip : public QWidget, public controls::Themed {
  Q_OBJECT

 public:
  explicit KeyframeStrip(const render::Theme& theme, QWidget* parent = nullptr);
  /// panel outlives its time in the strip.
  void setKeyframes(const panel::Panel& panel, const Keyframes& keyframes);
  /// Where the panel is now: what the reader may put in place of a marked state.
  void setState(const panel::State& state);
  void endEditing(); ///< what is being typed on a card is taken
  void setPlaying(bool isPlaying);
  const Keyframes& keyframes() const { return keyframes_; }
  KeyframeCard* card(int index) const { return cards_[static_cast<std::size_t>(index)]; }
  QSize sizeHint() const override;

 signals:
  void goWanted(int index);
  void playWanted();
  void markWanted();
  void saveWanted();
  void changeWanted(const eigenboard::stage::Keyframes& next, const QString& undoText);
  void refused(const QString& reason);
  void emptied(); ///< the card that had the keyboard was the last one

 protected:
  void paintEvent(QPaintEvent* event) override;
  void themeChanged() override;

 private:
  KeyframeCard* addCard();
  int indexOf(const KeyframeCard* card) const;
  void focusCard(int index);
  void chooseTabStop(int index);
  void key(int index, QKeyEvent* event);
  void openMenu(int index, QPoint global);
  void remove(int index);
  void move(int index, int to);
  void replace(int index);
  void showPictures();
  int placeAt(QPoint global) const;

  const panel::Panel* panel_ = nullptr;
  Keyframes keyframes_;
  panel::State state_;
  KeyframePictures pictures_;
  std::vector<KeyframeCard*> cards_;
  controls::Button* play_;
  controls::Button* more_;
  QMenu* menu_;
  QScrollArea* area_;
  QWidget* room_;
  QHBoxLayout* row_;
  QWidget* gap_;      ///< where a dragged card would go
  int dropPlace_ = 0; ///< before which card a dragged one would go
  int tabStop_ = 0;
  int wantedFocus_ = -1; ///< the card that gets the keyboard once the list is changed
};

} // namespace eigenboard::stage
