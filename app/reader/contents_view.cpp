#include "app/reader/contents_view.h"

#include "views/controls/appearance.h"

#include <QtGui/QPainter>
#include <QtWidgets/QTreeWidgetItemIterator>

namespace eigenboard::reader {

namespace {

constexpr int idRole = Qt::UserRole;
constexpr int writtenRole = Qt::UserRole + 1;

constexpr int dotSize = 16;

/// A disc for a chapter that can be read, a ring for one not yet written: the state without colour alone.
QIcon stateIcon(bool written, const QColor& color) {
  QPixmap pixmap(2 * dotSize, 2 * dotSize);
  pixmap.setDevicePixelRatio(2);
  pixmap.fill(Qt::transparent);
  QPainter painter(&pixmap);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(color, 1.2));
  painter.setBrush(written ? QBrush(color) : QBrush(Qt::NoBrush));
  painter.drawEllipse(QPointF(dotSize / 2.0, dotSize / 2.0), 3.2, 3.2);
  return QIcon(pixmap);
}

} // namespace

ContentsView::ContentsView(const book::Book& book, const render::Theme& theme, QWidget* parent)
    : QTreeWidget(parent), book_(book), theme_(theme) {
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
  setTheme(theme);
  const auto choose = [this](QTreeWidgetItem* item) {
    if (const QString id = item->data(0, idRole).toString(); !id.isEmpty())
      emit chapterChosen(id);
  };
  connect(this, &QTreeWidget::itemClicked, this, [choose](QTreeWidgetItem* item) {
    if (item->childCount() > 0)
      item->setExpanded(!item->isExpanded());
    choose(item);
  });
  connect(this, &QTreeWidget::itemActivated, this, choose);
}

void ContentsView::fill() {
  for (const book::Level& level : book_.levels) {
    auto* heading = new QTreeWidgetItem(this);
    heading->setText(0, level.number < 0 ? level.title : tr("%1  %2").arg(level.number).arg(level.title));
    heading->setToolTip(0, level.subtitle);
    heading->setData(0, Qt::AccessibleTextRole,
                     level.number < 0 ? level.title : tr("Level %1, %2").arg(level.number).arg(level.title));
    heading->setSizeHint(0, {0, 32});
    for (const book::Chapter& chapter : level.chapters) {
      auto* entry = new QTreeWidgetItem(heading);
      entry->setText(0, tr("%1  %2").arg(chapter.id, chapter.title));
      entry->setData(0, idRole, chapter.id);
      entry->setData(0, writtenRole, chapter.written);
      entry->setSizeHint(0, {0, 28});
      entry->setToolTip(0, chapter.written ? chapter.covers : tr("Not yet written: %1").arg(chapter.covers));
      entry->setData(0, Qt::AccessibleTextRole,
                     chapter.written ? entry->text(0) : tr("%1, not yet written").arg(entry->text(0)));
    }
  }
}

void ContentsView::setTheme(const render::Theme& theme) {
  theme_ = theme;
  setStyleSheet(
      QStringLiteral("QTreeWidget{background:%1;color:%2;border:none;outline:none;padding:8px 4px}"
                     "QTreeWidget::item:hover{background:%3}"
                     "QTreeWidget::item:selected{background:%4;color:%2}")
          .arg(theme.chrome.name(), theme.text.name(), theme.codeSurface.name(), theme.selection.name()));
  paintItems();
}

void ContentsView::paintItems() {
  for (QTreeWidgetItemIterator it(this); *it; ++it) {
    QTreeWidgetItem* item = *it;
    const bool isLevel = item->data(0, idRole).toString().isEmpty();
    const bool written = item->data(0, writtenRole).toBool();
    item->setFont(0, controls::interfaceFont(controls::bodyType, isLevel   ? QFont::DemiBold
                                                                 : written ? QFont::Medium
                                                                           : QFont::Normal));
    item->setForeground(0, isLevel || written ? theme_.text : theme_.textMuted);
    if (!isLevel)
      item->setIcon(0, stateIcon(written, written ? theme_.link : theme_.textMuted));
  }
}

QTreeWidgetItem* ContentsView::itemOf(const QString& id) const {
  for (int level = 0; level < topLevelItemCount(); ++level)
    for (int entry = 0; entry < topLevelItem(level)->childCount(); ++entry)
      if (topLevelItem(level)->child(entry)->data(0, idRole).toString() == id)
        return topLevelItem(level)->child(entry);
  return nullptr;
}

void ContentsView::setCurrentChapter(const QString& id) {
  if (QTreeWidgetItem* item = itemOf(id)) {
    item->parent()->setExpanded(true);
    setCurrentItem(item);
    scrollToItem(item);
  }
}

} // namespace eigenboard::reader
