#pragma once

#include "views/controls/button.h"
#include "views/panel/session.h"

#include <QtWidgets/QWidget>

namespace eigenboard::stage {

/// Title, purpose and the buttons that every panel has. It only says what was asked for; the stage does it.
class StageHeader : public QWidget, public controls::Themed {
  Q_OBJECT

 public:
  /// undoStack outlives the header.
  StageHeader(QUndoStack& undoStack, const render::Theme& theme, QWidget* parent = nullptr);

  void setIdentity(const panel::Identity& identity, bool hasShowMe);

 signals:
  void showMeAsked();
  void resetAsked();
  void copyAsked(const QString& what); ///< "numpy", "tex", "values", "figure"
  void exportAsked();

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  void buildButtons(QUndoStack& undoStack);

  panel::Identity identity_;
  controls::Button* showMe_ = nullptr;
  QWidget* buttons_ = nullptr;
};

} // namespace eigenboard::stage
