#include "app/navigation/side_panel.h"

#include "app/book/reading_path.h"
#include "views/controls/appearance.h"
#include "views/controls/button.h"

#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QMenu>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

namespace eigenboard::navigation {

using controls::unit;

SidePanel::SidePanel(const book::Book& book, const render::Theme& theme, QWidget* parent)
    : QWidget(parent), Themed(theme), book_(book) {
  setMinimumWidth(220);
  contents_ = new ContentsTree(book, theme);
  bookmarks_ =
      new MarksList({tr("Bookmarks"), tr("No bookmarks yet. Ctrl+Shift+D marks the section you are reading."),
                     tr("Rename")},
                    MarksList::Renaming::InPlace, theme);
  notes_ = new MarksList(
      {tr("Notes"),
       tr("No notes yet. Select some words of the text; then Note beside them, or Ctrl+Shift+N, begins one."),
       tr("Edit")},
      MarksList::Renaming::Outside, theme);

  auto* contentsPage = new QWidget;
  auto* contentsColumn = new QVBoxLayout(contentsPage);
  contentsColumn->setContentsMargins(0, 0, 0, 0);
  contentsColumn->setSpacing(0);
  path_ = new controls::Button(theme, controls::Icon::None, tr("Reading path"), tr("Choose a reading path"));
  path_->setLook(controls::Button::Look::Menu);
  path_->setVisible(!book.paths.empty());
  connect(path_, &controls::Button::clicked, this, &SidePanel::choosePath);
  auto* pathRow = new QHBoxLayout;
  pathRow->setContentsMargins(unit, 0, unit, unit / 2);
  pathRow->addWidget(path_);
  pathRow->addStretch(1);
  contentsColumn->addLayout(pathRow);
  contentsColumn->addWidget(contents_, 1);

  pages_ = new QStackedWidget;
  auto* row = new QHBoxLayout;
  row->setContentsMargins(unit, unit, unit, unit / 2);
  row->setSpacing(unit / 4);
  const std::pair<QString, QWidget*> tabs[] = {
      {tr("Contents"), contentsPage}, {tr("Bookmarks"), bookmarks_}, {tr("Notes"), notes_}};
  for (const auto& [name, page] : tabs) {
    auto* button = new controls::Button(theme, controls::Icon::None, name, name);
    button->setCheckable(true);
    connect(button, &controls::Button::clicked, this,
            [this, index = pages_->count()] { setTab(static_cast<SideTab>(index)); });
    pages_->addWidget(page);
    row->addWidget(button);
    tabs_.append(button);
  }
  row->addStretch(1);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addLayout(row);
  column->addWidget(pages_, 1);
  setTab(SideTab::Contents);
}

SideTab SidePanel::tab() const {
  return static_cast<SideTab>(pages_->currentIndex());
}

void SidePanel::setTab(SideTab tab) {
  pages_->setCurrentIndex(static_cast<int>(tab));
  for (qsizetype i = 0; i < tabs_.size(); ++i)
    tabs_[i]->setChecked(i == static_cast<qsizetype>(tab));
  emit tabChanged();
}

void SidePanel::focusTab() {
  switch (tab()) {
  case SideTab::Contents:
    contents_->setFocus(Qt::ShortcutFocusReason);
    break;
  case SideTab::Bookmarks:
    bookmarks_->list().setFocus(Qt::ShortcutFocusReason);
    break;
  case SideTab::Notes:
    notes_->list().setFocus(Qt::ShortcutFocusReason);
    break;
  }
}

void SidePanel::setPath(const QString& id, const QString& line) {
  pathId_ = id;
  path_->setText(line);
  path_->setAccessibleName(tr("Reading path: %1").arg(line));
  path_->updateGeometry();
  const book::ReadingPath* path = book::pathOf(book_, id);
  contents_->setPathChapters(path ? path->chapters : QStringList());
}

void SidePanel::choosePath() {
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  menu->setToolTipsVisible(true);
  for (const book::ReadingPath& path : book_.paths) {
    QAction* action = menu->addAction(path.title, this, [this, id = path.id] { emit pathChosen(id); });
    action->setCheckable(true);
    action->setChecked(path.id == pathId_);
    action->setToolTip(path.note);
  }
  menu->popup(path_->mapToGlobal(QPoint(0, path_->height())));
}

void SidePanel::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), theme().chrome);
  painter.setPen(theme().rule);
  painter.drawLine(width() - 1, 0, width() - 1, height());
}

} // namespace eigenboard::navigation
