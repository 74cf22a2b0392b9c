#pragma once

#include "app/navigation/contents_tree.h"
#include "app/navigation/marks_list.h"

class QStackedWidget;

namespace eigenboard::controls {
class Button;
}

namespace eigenboard::navigation {

enum class SideTab : std::uint8_t { Contents, Bookmarks, Notes };

/// Contents, bookmarks and notes in one narrow panel, and above the contents the reading path.
class SidePanel : public QWidget, public controls::Themed {
  Q_OBJECT

 public:
  /// book outlives the panel.
  SidePanel(const book::Book& book, const render::Theme& theme, QWidget* parent = nullptr);

  ContentsTree& contents() { return *contents_; }
  MarksList& bookmarks() { return *bookmarks_; }
  MarksList& notes() { return *notes_; }
  SideTab tab() const;
  void setTab(SideTab tab);
  /// Gives the keyboard to what the tab shows.
  void focusTab();
  /// line: see book::pathLine.
  void setPath(const QString& id, const QString& line);

 signals:
  void pathChosen(const QString& id);
  void tabChanged();

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  void choosePath();

  const book::Book& book_;
  QList<controls::Button*> tabs_;
  QStackedWidget* pages_ = nullptr;
  controls::Button* path_ = nullptr;
  QString pathId_;
  ContentsTree* contents_ = nullptr;
  MarksList* bookmarks_ = nullptr;
  MarksList* notes_ = nullptr;
};

} // namespace eigenboard::navigation
