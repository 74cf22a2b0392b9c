#pragma once

#include "app/navigation/palette_rows.h"
#include "views/controls/themed.h"

#include <QtWidgets/QListView>

namespace eigenboard::navigation {

class PaletteModel;

/// The rows of the palette, painted; one that can be chosen is the current one whenever there is one.
class PaletteList : public QListView, public controls::Themed {
  Q_OBJECT

 public:
  explicit PaletteList(const render::Theme& theme, QWidget* parent = nullptr);

  /// The current row stays the current one when it is among the new rows and the list has been moved in.
  void setRows(std::vector<PaletteRow> rows);
  const std::vector<PaletteRow>& rows() const;
  /// Null when nothing can be chosen.
  const PaletteRow* currentRow() const;
  /// Height of all rows in pixels.
  int contentHeight() const;
  /// To the next row that can be chosen, by so many; at the ends it stays, by single steps it goes round.
  void move(int rows);
  void movePage(int direction);
  void moveToEnd(bool last);
  int choosableCount() const;

 signals:
  void rowChosen(const eigenboard::navigation::PaletteRow& row);
  /// For screen readers: what the current row says.
  void currentSpoken(const QString& words);

 protected:
  void themeChanged() override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

 private:
  void goTo(int row);

  PaletteModel* model_;
  bool hasMoved_ = false;
  QPoint pointer_; ///< where the mouse was last: rows that move under a still mouse are not chosen by it
};

} // namespace eigenboard::navigation
