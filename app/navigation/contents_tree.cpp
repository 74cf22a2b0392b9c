#include "app/navigation/contents_tree.h"

#include "app/navigation/progress_disc.h"
#include "views/controls/appearance.h"

#include <QtGui/QContextMenuEvent>
#include <QtWidgets/QMenu>
#include <QtWidgets/QTreeWidgetItemIterator>

namespace eigenboard::navigation {

namespace {

constexpr int idRole = Qt::UserRole;
constexpr int anchorRole = Qt::UserRole + 1;
constexpr int titleRole = Qt::UserRole + 2; ///< of a section, whole
constexpr int levelRowHeight = 32;
constexpr int chapterRowHeight = 28;
constexpr int sectionRowHeight = 26;

QString idOf(const QTreeWidgetItem& item) {
  return item.data(0, idRole).toString();
}
QString anchorOf(const QTreeWidgetItem& item) {
  return item.data(0, anchorRole).toString();
}

} // namespace

ContentsTree::ContentsTree(const book::Book& book, const render::Theme& theme, QWidget* parent)
    : QTreeWidget(parent), Themed(theme), book_(book) {
  setAccessibleName(tr("Table of contents"));
  setHeaderHidden(true);
  setColumnCount(1);
  setIndentation(14);
  setFrameShape(QFrame::NoFrame);
  setUniformRowHeights(false);
  setTextElideMode(Qt::ElideRight);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  fill();
  themeChanged();
  connect(this, &QTreeWidget::itemClicked, this, [this](QTreeWidgetItem* item) {
    if (idOf(*item).isEmpty() && item->childCount() > 0)
      item->setExpanded(!item->isExpanded());
    choose(item);
  });
  connect(this, &QTreeWidget::itemActivated, this, &ContentsTree::choose);
}

void ContentsTree::choose(QTreeWidgetItem* item) {
  if (const QString anchor = anchorOf(*item); !anchor.isEmpty())
    emit sectionChosen(anchor);
  else if (const QString id = idOf(*item); !id.isEmpty())
    emit chapterChosen(id);
}

void ContentsTree::fill() {
  for (const book::Level& level : book_.levels) {
    auto* heading = new QTreeWidgetItem(this);
    heading->setText(0, level.number < 0 ? level.title : tr("%1  %2").arg(level.number).arg(level.title));
    heading->setToolTip(0, level.subtitle);
    heading->setData(0, Qt::AccessibleTextRole,
                     level.number < 0 ? level.title : tr("Level %1, %2").arg(level.number).arg(level.title));
    heading->setSizeHint(0, {0, levelRowHeight});
    for (const book::Chapter& chapter : level.chapters) {
      auto* entry = new QTreeWidgetItem(heading);
      entry->setText(0, tr("%1  %2").arg(chapter.id, chapter.title));
      entry->setData(0, idRole, chapter.id);
      entry->setSizeHint(0, {0, chapterRowHeight});
    }
  }
}

void ContentsTree::themeChanged() {
  setStyleSheet(QStringLiteral("QTreeWidget{background:%1;color:%2;border:none;outline:none;padding:4px 4px}"
                               "QTreeWidget::item:hover{background:%3}"
                               "QTreeWidget::item:selected{background:%4;color:%2}")
                    .arg(theme().chrome.name(), theme().text.name(), theme().codeSurface.name(),
                         theme().selection.name()));
  paintItems();
}

void ContentsTree::paintItems() {
  for (QTreeWidgetItemIterator it(this); *it; ++it)
    paintItem(**it);
}

void ContentsTree::paintItem(QTreeWidgetItem& item) {
  const QString id = idOf(item);
  const QString anchor = anchorOf(item);
  if (!anchor.isEmpty()) {
    const SectionMark mark = marks_.value(anchor);
    item.setFont(0, controls::interfaceFont(controls::smallType,
                                            anchor == section_ ? QFont::DemiBold : QFont::Normal));
    item.setForeground(0, anchor == section_ ? theme().link : theme().text);
    item.setIcon(0, progressDisc(mark.isRead ? 1 : 0, theme().link, DiscSize::Small));
    for (const reader::Section& section : sections_)
      if (section.anchor == anchor)
        item.setText(0,
                     mark.count.isEmpty() ? section.title : tr("%1  ·  %2").arg(section.title, mark.count));
    const QString state = mark.isRead ? tr("Read") : tr("Not yet read");
    item.setToolTip(0, item.data(0, titleRole).toString() + u'\n' + state + QStringLiteral("\n\n") +
                           progressRule());
    item.setData(0, Qt::AccessibleTextRole, mark.isRead ? tr("%1, read").arg(item.text(0)) : item.text(0));
    return;
  }
  const book::Chapter* chapter = id.isEmpty() ? nullptr : book_.find(id);
  if (!chapter) {
    item.setFont(0, controls::interfaceFont(controls::bodyType, QFont::DemiBold));
    item.setForeground(0, theme().text);
    return;
  }
  const Progress progress = progress_.value(id);
  const bool isOnPath = path_.isEmpty() || path_.contains(id);
  item.setFont(0, controls::interfaceFont(controls::bodyType, id == chapter_     ? QFont::DemiBold
                                                              : chapter->written ? QFont::Medium
                                                                                 : QFont::Normal));
  QColor ink = chapter->written ? theme().text : theme().textMuted;
  if (!isOnPath)
    ink = controls::mixed(ink, theme().chrome, 0.25);
  item.setForeground(0, ink);
  item.setIcon(0, chapter->written ? progressDisc(progress.fraction(), theme().link, DiscSize::Usual)
                                   : progressDisc(0, theme().textMuted, DiscSize::Small));
  QStringList words;
  if (!chapter->written)
    words += tr("Not yet written");
  else if (progress.sections > 0)
    words += tr("%1 (%2)").arg(progressWords(progress), percent(progress.fraction()));
  if (!isOnPath)
    words += tr("not on the chosen path");
  item.setData(0, Qt::AccessibleTextRole, (QStringList{item.text(0)} + words).join(QStringLiteral(", ")));
  words.prepend(chapter->covers);
  if (progress.sections > 0)
    words += u'\n' + progressRule();
  item.setToolTip(0, words.join(QStringLiteral("\n")));
}

QTreeWidgetItem* ContentsTree::itemOf(const QString& id) const {
  for (int level = 0; level < topLevelItemCount(); ++level)
    for (int entry = 0; entry < topLevelItem(level)->childCount(); ++entry)
      if (idOf(*topLevelItem(level)->child(entry)) == id)
        return topLevelItem(level)->child(entry);
  return nullptr;
}

void ContentsTree::setCurrentChapter(const QString& id, const std::vector<reader::Section>& sections) {
  if (QTreeWidgetItem* before = itemOf(chapter_))
    qDeleteAll(before->takeChildren());
  chapter_ = id;
  section_.clear();
  sections_ = sections;
  marks_.clear();
  QTreeWidgetItem* chapter = itemOf(id);
  if (chapter) {
    for (const reader::Section& section : sections) {
      auto* entry = new QTreeWidgetItem(chapter);
      entry->setText(0, section.title);
      entry->setData(0, titleRole,
                     section.label.isEmpty() ? section.title
                                             : tr("%1: %2").arg(section.label, section.title));
      entry->setData(0, anchorRole, section.anchor);
      entry->setSizeHint(0, {0, sectionRowHeight});
    }
    chapter->parent()->setExpanded(true);
    chapter->setExpanded(true);
    setCurrentItem(chapter);
    scrollToItem(chapter, PositionAtTop);
  }
  paintItems();
}

void ContentsTree::setCurrentSection(const QString& anchor) {
  if (anchor == section_)
    return;
  section_ = anchor;
  QTreeWidgetItem* chapter = itemOf(chapter_);
  if (!chapter)
    return;
  for (int i = 0; i < chapter->childCount(); ++i) {
    QTreeWidgetItem* entry = chapter->child(i);
    paintItem(*entry);
    if (anchorOf(*entry) == anchor && !hasFocus()) {
      setCurrentItem(entry);
      scrollToItem(entry);
    }
  }
}

void ContentsTree::setMarks(const std::function<Progress(const QString&)>& progress,
                            const std::function<SectionMark(const reader::Section&)>& mark) {
  for (const book::Chapter* chapter : book_.chapters())
    progress_[chapter->id] = chapter->written ? progress(chapter->id) : Progress();
  for (const reader::Section& section : sections_)
    marks_[section.anchor] = mark(section);
  paintItems();
}

void ContentsTree::setPathChapters(const QStringList& chapters) {
  path_ = chapters;
  paintItems();
}

void ContentsTree::contextMenuEvent(QContextMenuEvent* event) {
  const QTreeWidgetItem* item = itemAt(event->pos());
  if (!item)
    return;
  const QString id = anchorOf(*item).isEmpty() ? idOf(*item) : chapter_;
  if (id.isEmpty())
    return;
  QMenu menu(this);
  QAction* reset =
      menu.addAction(tr("Forget progress in %1").arg(id), this, [this, id] { emit resetWanted(id); });
  reset->setEnabled(progress_.value(id).fraction() > 0);
  menu.exec(event->globalPos());
}

} // namespace eigenboard::navigation
