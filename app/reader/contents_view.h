#pragma once

#include "app/book/book.h"
#include "views/render/theme.h"

#include <QtWidgets/QTreeWidget>

namespace eigenboard::reader {

/// The table of contents: every level, chapter and appendix of the book, those not yet written shown as such.
/// Arrow keys move, Enter or a click opens.
class ContentsView : public QTreeWidget {
  Q_OBJECT

 public:
  /// book outlives the view.
  ContentsView(const book::Book& book, const render::Theme& theme, QWidget* parent = nullptr);

  void setTheme(const render::Theme& theme);
  /// Marks a chapter as the one being read and shows it.
  void setCurrentChapter(const QString& id);

 signals:
  void chapterChosen(const QString& id);

 private:
  QTreeWidgetItem* itemOf(const QString& id) const;
  void fill();
  void paintItems();

  const book::Book& book_;
  render::Theme theme_;
};

} // namespace eigenboard::reader
