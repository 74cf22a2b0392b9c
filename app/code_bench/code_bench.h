#pragma once

#include "app/reader/code_cells.h"
#include "views/controls/themed.h"

#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

class QLabel;
class QSplitter;

namespace eigenboard::controls {
class Button;
}

namespace eigenboard::code_bench {

class OutputView;
class PythonEditor;

/// A code cell of the page, larger: an editor and what a run of it gives. Text, run and output are those of
/// the cell, so that page and bench always show the same.
class CodeBench : public QWidget, public controls::Themed {
  Q_OBJECT

 public:
  /// cells outlive the bench.
  CodeBench(reader::CodeCells& cells, const render::Theme& theme, QWidget* parent = nullptr);

  /// key: of a cell, see CodeCells::keyOf.
  void open(const QString& key);
  const QString& key() const { return key_; }
  /// The cell is on the page that is open.
  bool hasCell() const { return cells_.find(key_) != nullptr; }
  void setZoom(double zoom); ///< as the page

  PythonEditor& editor() { return *editor_; }
  OutputView& output() { return *output_; }
  controls::Button& runButton() { return *run_; }
  controls::Button& resetButton() { return *reset_; }

 signals:
  void closeWanted();

 protected:
  void themeChanged() override;

 private:
  QWidget* buildHeader();
  void take();
  void takeWhatWaits();
  void refresh();
  void run();

  reader::CodeCells& cells_;
  QString key_;
  double zoom_ = 1;
  QLabel* title_ = nullptr;
  controls::Button* run_ = nullptr;
  controls::Button* reset_ = nullptr;
  PythonEditor* editor_;
  OutputView* output_;
  QSplitter* parts_;
  QTimer takeTimer_;       ///< the editor tells of one replacement as two changes, between which it is empty
  QTimer refreshTimer_;    ///< a flood of output is shown a few times a second
  bool isTooLong_ = false; ///< what stands in the editor is more than a cell keeps
};

} // namespace eigenboard::code_bench
