#pragma once

#include "views/controls/button.h"
#include "views/panel/panel.h"

class QMenu;

namespace eigenboard::stage {

/// The panel's title and purpose, and what can be done with any panel.
class StageHeader : public QWidget, public controls::Themed {
  Q_OBJECT

 public:
  explicit StageHeader(const render::Theme& theme, QWidget* parent = nullptr);
  /// Without the line that tells the purpose, where every line is needed; the tooltip tells it.
  void setCompact(bool isCompact);
  void setPanel(const panel::Description& description);
  /// Empty texts: nothing to undo, nothing to redo.
  void setUndo(bool canUndo, const QString& undoText, bool canRedo, const QString& redoText);
  /// Whether the panel stays on the stage while the text goes on to another.
  void setKept(bool isKept);
  /// While the panel shows what it is about, the button stops it.
  void setShowing(bool isShowing);
  /// Without the buttons to keep the panel and to give it a window of its own.
  void setAlone();
  /// The menu of all the ways to copy.
  QMenu* copyMenu() { return copyMenu_; }

 signals:
  void showMeWanted();
  void undoWanted();
  void redoWanted();
  void resetWanted();
  void numpyWanted();
  void exportWanted();
  void markWanted();
  void keepWanted(bool isKept);
  void popOutWanted();

 protected:
  void paintEvent(QPaintEvent* event) override;
  bool event(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  controls::Button* addButton(controls::Icon icon, const QString& text, const QString& help);
  void makeRoom();
  QRect wordsBox() const;
  QString title_;
  QString purpose_;
  bool isShowing_ = false;
  controls::Button* showMe_;
  controls::Button* keep_;
  controls::Button* popOut_;
  controls::Button* numpy_;
  controls::Button* undo_;
  controls::Button* redo_;
  QMenu* copyMenu_;
};

} // namespace eigenboard::stage
