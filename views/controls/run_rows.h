#pragma once

#include "views/controls/run_columns.h"
#include "views/controls/tabular_figures.h"
#include "views/controls/tex_labels.h"
#include "views/controls/themed.h"

#include <QtCore/QPointer>
#include <QtWidgets/QWidget>

class QLineEdit;

namespace eigenboard::controls {

/// The present run and the kept ones, a line each: an eye that shows or hides the run's ghost, its name, its
/// numbers. As many columns as fit; arrow keys choose the run and move the columns. Enter or a click brings a
/// run back, Space is its eye, F2 renames it, Delete removes it.
class RunRows : public QWidget, public Themed {
  Q_OBJECT

 public:
  RunRows(typesetting::Typesetter& typesetter, const render::Theme& theme, QWidget* parent);
  /// Null: none.
  void setSession(panel::Session* session);
  /// Shows what the session and its runs are now; only changed cells are painted again.
  void refresh();
  void setShowsDifferences(bool shows);
  /// So many columns on; at the ends nothing moves.
  void scrollColumns(int by);
  bool canScroll(int by) const;
  const std::vector<RunColumn>& columns() const { return columns_; }
  int firstColumn() const { return first_; }
  int lastColumn() const; ///< the last one that fits
  /// Row 0 is the present run.
  QRect rowRect(int row) const;
  QRect eyeRect(int row) const;
  QString nameOf(int row) const;
  QString shownCell(int row, int column) const;
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }

 signals:
  void columnsMoved();
  void copyWanted();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  bool event(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void measure();
  int rowAt(QPointF position) const;
  QRectF nameBox(int row) const;
  QRectF cellBox(int row, int column) const; ///< of a column that is shown
  void paintHead(QPainter& painter);
  void paintRow(QPainter& painter, int row);
  void choose(int row);
  void bringBack(int row);
  void flipGhost(int row);
  void beginRename(int row);
  void endRename(bool takes);
  void showTip(QPoint position, QPoint global);

  QPointer<panel::Session> session_;
  std::vector<RunColumn> columns_;
  std::vector<RunRow> rows_;
  std::vector<double> widths_;
  TexLabels* labels_;
  TabularFigures figures_;
  QLineEdit* entry_;
  int renamed_ = -1; ///< the row whose name is being typed
  int first_ = 0;
  int chosen_ = -1;
  int hovered_ = -1;
  bool showsDifferences_ = false;
};

} // namespace eigenboard::controls
