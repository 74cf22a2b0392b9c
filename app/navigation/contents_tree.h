#pragma once

#include "app/book/book.h"
#include "app/navigation/progress.h"
#include "app/reader/outline.h"
#include "views/controls/themed.h"

#include <QtWidgets/QTreeWidget>

#include <functional>

namespace eigenboard::navigation {

/// What the table of contents tells of a section beside its title.
struct SectionMark {
  bool isRead = false;
  QString count; ///< "2 of 9" exercises, or empty
};

/// The table of contents: every level, chapter and appendix of the book, those not yet written shown as such,
/// and the sections of the open chapter. Discs fill with what was read. Arrow keys move, Enter or a click
/// opens.
class ContentsTree : public QTreeWidget, public controls::Themed {
  Q_OBJECT

 public:
  /// book outlives the view.
  ContentsTree(const book::Book& book, const render::Theme& theme, QWidget* parent = nullptr);

  /// Marks a chapter as the one being read, shows it, and puts its sections below it.
  void setCurrentChapter(const QString& id, const std::vector<reader::Section>& sections);
  /// Marks the section being read; scrolls only as far as needed to show it.
  void setCurrentSection(const QString& anchor);
  void setMarks(const std::function<Progress(const QString& chapter)>& progress,
                const std::function<SectionMark(const reader::Section&)>& mark);
  /// Chapters off the path are shown quieter; empty: there is no path.
  void setPathChapters(const QStringList& chapters);

 signals:
  void chapterChosen(const QString& id);
  void sectionChosen(const QString& anchor);
  void resetWanted(const QString& chapter);

 protected:
  void contextMenuEvent(QContextMenuEvent* event) override;
  void themeChanged() override;

 private:
  QTreeWidgetItem* itemOf(const QString& id) const;
  void fill();
  void choose(QTreeWidgetItem* item);
  void paintItems();
  void paintItem(QTreeWidgetItem& item);

  const book::Book& book_;
  QString chapter_;
  QString section_;
  std::vector<reader::Section> sections_;
  QStringList path_;
  QHash<QString, Progress> progress_;
  QHash<QString, SectionMark> marks_; ///< by anchor
};

} // namespace eigenboard::navigation
