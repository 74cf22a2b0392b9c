#pragma once

#include "views/controls/themed.h"

#include <QtWidgets/QWidget>

class QSplitter;

namespace eigenboard::window {

/// Side panel, text and stage in the room there is. Wide: three columns. Narrower: the side panel lies over
/// the text like a drawer. Narrow: text or stage, one at a time.
class Columns : public QWidget, public controls::Themed {
  Q_OBJECT

 public:
  /// Takes the widgets as its children.
  Columns(QWidget* side, QWidget* text, QWidget* stage, const render::Theme& theme,
          QWidget* parent = nullptr);

  void setSideShown(bool shown);
  bool isSideShown() const { return isSideShown_; }
  /// The side panel covers a part of the text; it goes when a place was chosen.
  bool isDrawer() const;
  /// Only one of text and stage is shown.
  bool isSingle() const;
  bool showsStage() const { return showsStage_; } ///< of the two, while isSingle()
  void showStage(bool stage);

  /// Of side panel, text and stage, in pixels; as they are in a wide window.
  QList<int> sizes() const;
  void setSizes(const QList<int>& sizes);

 signals:
  void changed(); ///< what is shown, or how

 protected:
  void resizeEvent(QResizeEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;
  void themeChanged() override;

 private:
  void arrange();

  QSplitter* splitter_ = nullptr;
  QWidget* side_ = nullptr;
  QWidget* text_ = nullptr;
  QWidget* stage_ = nullptr;
  QWidget* shade_ = nullptr; ///< over the text beside the drawer: a click on it closes the drawer
  int sideWidth_ = 260;
  QList<int> pair_ = {580, 700};
  bool isSideShown_ = false;
  bool showsStage_ = false;
};

} // namespace eigenboard::window
