#pragma once

#include "app/reader/reader.h"
#include "views/controls/themed.h"

class QLabel;
class QLineEdit;

namespace eigenboard::controls {
class Button;
}

namespace eigenboard::navigation {

/// Finding in the open page: every match is marked as one types; Enter or F3 goes on, with Shift back, and
/// Escape returns to where one was reading. The cross closes and stays.
class FindBar : public QWidget, public controls::Themed {
  Q_OBJECT

 public:
  /// reader outlives the bar.
  FindBar(reader::Reader& reader, const render::Theme& theme, QWidget* parent = nullptr);

  /// Opens it, or gives it the keyboard again; words that are selected on the page become the query.
  void open();
  bool isOpen() const { return !isHidden(); }
  void step(int direction); ///< opens it when it is not
  void closeAndReturn();
  void closeAndStay();
  QString countText() const;

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void themeChanged() override;

 private:
  void search();
  void refreshCount();
  void close();

  reader::Reader& reader_;
  QLineEdit* words_ = nullptr;
  QLabel* count_ = nullptr;
  controls::Button* matchCase_ = nullptr;
  controls::Button* wholeWords_ = nullptr;
  controls::Button* previous_ = nullptr;
  controls::Button* next_ = nullptr;
  double start_ = 0; ///< where one was reading
  QString startChapter_;
};

} // namespace eigenboard::navigation
