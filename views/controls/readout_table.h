#pragma once

#include "views/controls/tabular_figures.h"
#include "views/controls/tex_labels.h"
#include "views/controls/themed.h"
#include "views/panel/evaluation.h"
#include "views/panel/spotlight.h"

#include <QtCore/QPointer>
#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

namespace eigenboard::controls {

/// Named numbers, one a line: name, symbol, value, unit. Only lines whose text changed are painted again, and
/// nothing moves when a number does. Hovering tells the meaning and all digits; a click, or Enter on the line
/// that arrow keys chose, copies the value.
class ReadoutTable : public QWidget, public Themed {
  Q_OBJECT

 public:
  ReadoutTable(typesetting::Typesetter& typesetter, const render::Theme& theme, QWidget* parent = nullptr);
  void setReadouts(const std::vector<panel::Readout>& readouts);
  /// Of the panel whose readouts these are: lines that stand in its light are tinted, and the line under the
  /// pointer, or chosen by keys, lights what carries its names. It outlives the table or is replaced.
  void setSpotlight(panel::Spotlight* spotlight);
  void setScale(double scale); ///< type and lines are this many times as large as usual
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }
  /// The value of a line as it is shown; empty when there is no such key.
  QString shownValue(const QString& key) const;
  QRect rowRect(int row) const;

 signals:
  void copied(const QString& what);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  bool event(QEvent* event) override;

 private:
  struct Row {
    panel::Readout readout;
    QString value;
    panel::Names names;
  };
  void takeRows(const std::vector<panel::Readout>& readouts);
  void measure();
  QRect boxOf(int row) const; ///< as valueRect(): in units of the scale
  QRect toWidget(const QRect& units) const;
  QRect valueRect(const QRect& row) const;
  void paintWords(QPainter& painter, int row);
  void paintValue(QPainter& painter, int row);
  int rowAt(QPointF position) const;
  void choose(int row);
  void copy(int row);
  void light(int row);
  bool isLit(const Row& row) const;
  bool isTinted(int row) const;
  void mouseMoveEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  std::vector<Row> rows_;
  TexLabels* labels_;
  TabularFigures figures_;
  QFont nameFont_;
  double scale_ = 1;
  double valueColumn_ = 0;
  double unitColumn_ = 0;
  int chosen_ = -1;
  int flashed_ = -1;
  QTimer flash_;
  QPointer<panel::Spotlight> spotlight_;
};

} // namespace eigenboard::controls
