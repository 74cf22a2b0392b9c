#include "app/reader/contents_view.h"

#include "app/reader/contents_delegate.h"
#include "views/controls/appearance.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QStandardItemModel>

#include <algorithm>

namespace eigenboard::reader {

ContentsView::ContentsView(const book::Book& book, const render::Theme& theme, QWidget* parent)
    : QTreeView(parent), book_(book), theme_(theme), model_(new QStandardItemModel(this)) {
  setModel(model_);
  setItemDelegate(new ContentsDelegate(theme, this));
  setHeaderHidden(true);
  setRootIsDecorated(false);
  setIndentation(0);
  setFrameShape(QFrame::NoFrame);
  setMouseTracking(true);
  setEditTriggers(NoEditTriggers);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setVerticalScrollMode(ScrollPerPixel);
  setExpandsOnDoubleClick(false);
  setAccessibleName(tr("Contents"));
  connect(this, &QTreeView::clicked, this, &ContentsView::choose);
  fill();
  setTheme(theme);
}

ContentsView::~ContentsView() = default;

void ContentsView::fill() {
  for (const book::Level& level : book_.levels) {
    auto* row = new QStandardItem(level.title);
    const bool isWritten = std::any_of(level.chapters.begin(), level.chapters.end(),
                                       [](const book::Chapter& chapter) { return chapter.written; });
    row->setData(level.number < 0 ? QString() : QString::number(level.number), NumberRole);
    row->setData(isWritten, WrittenRole);
    row->setToolTip(level.subtitle);
    row->setData(level.number < 0 ? level.title : tr("Level %1, %2").arg(level.number).arg(level.title),
                 Qt::AccessibleTextRole);
    for (const book::Chapter& chapter : level.chapters) {
      auto* item = new QStandardItem(chapter.title);
      item->setData(chapter.id, ChapterRole);
      item->setData(chapter.id, NumberRole);
      item->setData(chapter.written, WrittenRole);
      item->setToolTip(chapter.written ? chapter.covers : tr("Not written yet. It will cover %1").arg(chapter.covers));
      item->setData(chapter.written ? tr("%1 %2").arg(chapter.id, chapter.title)
                                    : tr("%1 %2, not written yet").arg(chapter.id, chapter.title),
                    Qt::AccessibleTextRole);
      row->appendRow(item);
    }
    model_->appendRow(row);
  }
}

void ContentsView::choose(const QModelIndex& index) {
  const QString id = index.data(ChapterRole).toString();
  if (id.isEmpty())
    setExpanded(index, !isExpanded(index));
  else
    emit chapterChosen(id);
}

void ContentsView::keyPressEvent(QKeyEvent* event) {
  if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid())
    return choose(currentIndex());
  QTreeView::keyPressEvent(event);
}

void ContentsView::setCurrentChapter(const QString& id) {
  current_ = id;
  for (int i = 0; i < model_->rowCount(); ++i) {
    QStandardItem* level = model_->item(i);
    for (int j = 0; j < level->rowCount(); ++j) {
      QStandardItem* chapter = level->child(j);
      const bool isCurrent = chapter->data(ChapterRole).toString() == id;
      chapter->setData(isCurrent, CurrentRole);
      if (!isCurrent)
        continue;
      expand(level->index());
      setCurrentIndex(chapter->index());
      scrollTo(chapter->index());
    }
  }
}

void ContentsView::setTheme(const render::Theme& theme) {
  theme_ = theme;
  static_cast<ContentsDelegate*>(itemDelegate())->setTheme(theme);
  QPalette colors = palette();
  colors.setColor(QPalette::Base, theme.chrome);
  colors.setColor(QPalette::Text, theme.text);
  setPalette(colors);
  setStyleSheet(QStringLiteral("QTreeView{background:%1;border:0;padding:8px 0}QTreeView::branch{image:none;background:%1}")
                    .arg(theme.chrome.name()));
  viewport()->update();
}

} // namespace eigenboard::reader
