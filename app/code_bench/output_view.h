#pragma once

#include "app/code_runner/transcript.h"
#include "app/reader/picture_file.h"
#include "views/controls/themed.h"

#include <QtWidgets/QWidget>

class QLabel;
class QPlainTextEdit;
class QScrollArea;
class QSplitter;

namespace eigenboard::code_bench {

/// What a run gives: how it went, what it printed, the figures it drew.
class OutputView : public QWidget, public controls::Themed {
  Q_OBJECT

 public:
  explicit OutputView(const render::Theme& theme, QWidget* parent = nullptr);
  void setStatus(const QString& words, bool isFaulty);
  /// Of a long output its beginning and its end. Costs the same whatever was printed, after a pass over it.
  void setPrinted(const std::vector<code_runner::Piece>& pieces);
  void setFigures(const std::vector<reader::PictureFile>& figures);
  void setCodeFont(const QFont& font);

  QString status() const;
  QString printed() const;
  int figureCount() const { return static_cast<int>(shownFigures_.size()); }

 protected:
  void themeChanged() override;

 private:
  QLabel* status_;
  QSplitter* parts_;
  QPlainTextEdit* text_;
  QScrollArea* pictures_;
  QStringList shownFigures_;
  bool isFaulty_ = false;
};

} // namespace eigenboard::code_bench
