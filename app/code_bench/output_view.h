#pragma once

#include "app/reader/code_cells.h"
#include "app/reader/output_text.h"
#include "views/controls/themed.h"

#include <QtWidgets/QWidget>

class QLabel;
class QPlainTextEdit;
class QScrollArea;
class QSplitter;

namespace eigenboard::code_bench {

class FigureView;

/// What a run gives: how it went, what it printed, the figures it drew.
class OutputView : public QWidget, public controls::Themed {
  Q_OBJECT

 public:
  explicit OutputView(const render::Theme& theme, QWidget* parent = nullptr);
  void setStatus(const QString& words, bool isFaulty);
  /// What the run printed, of a long output its beginning and its end, and its figures. Null: there was no
  /// run.
  void setRun(const reader::CellRun* run);
  void setType(const QFont& code, const QFont& words);

  QString status() const;
  QString printed() const;
  int figureCount() const { return static_cast<int>(shownFigures_.size()); }

 protected:
  void themeChanged() override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void setPrinted(const reader::OutputText& output);
  void setFigures(const std::vector<reader::PictureFile>& figures);
  void markPrinted();
  void shareRoom();
  void fitFigures();

  QLabel* status_;
  QSplitter* parts_;
  QPlainTextEdit* text_;
  QScrollArea* pictures_;
  QStringList shownFigures_;
  reader::OutputText shown_;
  bool isFaulty_ = false;
  bool isDivided_ = false; ///< by the reader
};

} // namespace eigenboard::code_bench
