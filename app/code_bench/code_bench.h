#pragma once

#include "app/reader/code_desk.h"
#include "views/controls/themed.h"

#include <QtCore/QHash>
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
  /// desk: of the page; it outlives the bench.
  CodeBench(reader::CodeDesk& desk, const render::Theme& theme, QWidget* parent = nullptr);

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
  controls::Button& checkButton() { return *check_; }

 signals:
  void closeWanted();
  void zoomWanted(int direction);

 protected:
  void showEvent(QShowEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void themeChanged() override;

 private:
  QWidget* buildHeader();
  void take();
  void takeWhatWaits();
  void refresh();
  void run();
  void stop();
  void copy();
  void showVerdict(const QString& exercise, const book::Judgement& judgement);
  void shareRoom();

  reader::CodeDesk& desk_;
  reader::CodeCells& cells_;
  QString key_;
  double zoom_ = 1;
  QLabel* title_ = nullptr;
  controls::Button* run_ = nullptr;
  controls::Button* check_ = nullptr;
  controls::Button* reset_ = nullptr;
  controls::Button* copy_ = nullptr;
  PythonEditor* editor_;
  OutputView* output_;
  QSplitter* parts_;
  QTimer takeTimer_;    ///< the editor tells of one replacement as two changes, between which it is empty
  QTimer refreshTimer_; ///< a flood of output is shown a few times a second
  QHash<QString, QString> tooLong_; ///< by cell, what was written and is more than a cell keeps
  book::Judgement verdict_;         ///< of the check; without words: none since the last change
  bool isDivided_ = false;          ///< by the reader
};

} // namespace eigenboard::code_bench
