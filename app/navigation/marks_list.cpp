#include "app/navigation/marks_list.h"

#include "views/controls/appearance.h"
#include "views/controls/button.h"

#include <QtGui/QContextMenuEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QMenu>
#include <QtWidgets/QStyledItemDelegate>
#include <QtWidgets/QVBoxLayout>

namespace eigenboard::navigation {

using controls::unit;

namespace {

constexpr int markIdRole = Qt::UserRole;
constexpr int detailRole = Qt::UserRole + 1;
constexpr int entryHeight = 46;

/// Two lines: what the reader calls it, and where it is.
class EntryPainter : public QStyledItemDelegate {
 public:
  EntryPainter(const controls::Themed& themed, QObject* parent)
      : QStyledItemDelegate(parent), themed_(themed) {}

  QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {0, entryHeight}; }

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    const render::Theme& theme = themed_.theme();
    const QRectF row = QRectF(option.rect).adjusted(4, 1, -4, -1);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    if (option.state & QStyle::State_Selected)
      painter->setBrush(theme.selection);
    else if (option.state & QStyle::State_MouseOver)
      painter->setBrush(theme.codeSurface);
    else
      painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(row, 5, 5);
    const QRectF inner = row.adjusted(unit, 5, -unit, -5);
    line(painter, inner, Qt::AlignTop, index.data(Qt::DisplayRole).toString(), theme.text,
         controls::interfaceFont(controls::bodyType, QFont::Medium));
    line(painter, inner, Qt::AlignBottom, index.data(detailRole).toString(), theme.textMuted,
         controls::interfaceFont(controls::smallType));
    painter->restore();
  }

 private:
  static void line(QPainter* painter, const QRectF& area, Qt::AlignmentFlag side, const QString& text,
                   const QColor& color, const QFont& font) {
    painter->setFont(font);
    painter->setPen(color);
    painter->drawText(area, static_cast<int>((side | Qt::AlignLeft).toInt()),
                      QFontMetricsF(font).elidedText(text.simplified(), Qt::ElideRight, area.width()));
  }

  const controls::Themed& themed_;
};

} // namespace

MarksList::MarksList(const Words& words, Renaming renaming, const render::Theme& theme, QWidget* parent)
    : QWidget(parent), Themed(theme), renaming_(renaming) {
  list_ = new QListWidget;
  list_->setAccessibleName(words.name);
  list_->setFrameShape(QFrame::NoFrame);
  list_->setMouseTracking(true);
  list_->setItemDelegate(new EntryPainter(*this, list_));
  list_->setEditTriggers(QAbstractItemView::NoEditTriggers);
  list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  list_->installEventFilter(this);
  empty_ = new QLabel(words.empty);
  empty_->setWordWrap(true);
  empty_->setAlignment(Qt::AlignTop);
  empty_->setContentsMargins(2 * unit, unit, 2 * unit, unit);
  empty_->setFont(controls::interfaceFont(controls::bodyType));
  change_ = new controls::Button(theme, controls::Icon::None, words.change, tr("%1 (F2)").arg(words.change));
  remove_ = new controls::Button(theme, controls::Icon::None, tr("Remove"), tr("Remove (Delete)"));
  auto* buttons = new QHBoxLayout;
  buttons->setContentsMargins(unit, unit / 2, unit, unit / 2);
  buttons->addWidget(change_);
  buttons->addWidget(remove_);
  buttons->addStretch(1);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(empty_);
  column->addWidget(list_, 1);
  column->addLayout(buttons);
  connect(change_, &controls::Button::clicked, this, &MarksList::change);
  connect(remove_, &controls::Button::clicked, this, &MarksList::remove);
  connect(list_, &QListWidget::itemClicked, this, [this] { emit chosen(selected()); });
  connect(list_, &QListWidget::itemActivated, this, [this] { emit chosen(selected()); });
  connect(list_, &QListWidget::currentItemChanged, this, &MarksList::refreshButtons);
  connect(list_, &QListWidget::itemChanged, this, [this](QListWidgetItem* item) {
    if (!isFilling_)
      emit renamed(item->data(markIdRole).toLongLong(), item->text());
  });
  setEntries({});
  themeChanged();
}

void MarksList::setEntries(const std::vector<MarkEntry>& entries) {
  const qint64 kept = selected();
  isFilling_ = true;
  list_->clear();
  for (const MarkEntry& entry : entries) {
    auto* item = new QListWidgetItem(entry.title, list_);
    item->setData(markIdRole, entry.id);
    item->setData(detailRole, entry.detail);
    item->setData(Qt::AccessibleTextRole, tr("%1, %2").arg(entry.title, entry.detail));
    item->setToolTip(tr("%1\n%2").arg(entry.title, entry.detail));
    if (renaming_ == Renaming::InPlace)
      item->setFlags(item->flags() | Qt::ItemIsEditable);
    if (entry.id == kept)
      list_->setCurrentItem(item);
  }
  isFilling_ = false;
  empty_->setVisible(entries.empty());
  list_->setVisible(!entries.empty());
  refreshButtons();
}

qint64 MarksList::selected() const {
  const QListWidgetItem* item = list_->currentItem();
  return item ? item->data(markIdRole).toLongLong() : 0;
}

void MarksList::refreshButtons() {
  for (controls::Button* button : {change_, remove_}) {
    button->setVisible(list_->count() > 0);
    button->setEnabled(selected() != 0);
  }
}

void MarksList::change() {
  if (selected() == 0)
    return;
  if (renaming_ == Renaming::InPlace)
    list_->editItem(list_->currentItem());
  else
    emit changeWanted(selected());
}

void MarksList::remove() {
  if (selected() != 0)
    emit removeWanted(selected());
}

bool MarksList::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::KeyPress) {
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() == Qt::Key_F2) {
      change();
      return true;
    }
    if (key->key() == Qt::Key_Delete) {
      remove();
      return true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

void MarksList::contextMenuEvent(QContextMenuEvent* event) {
  if (selected() == 0)
    return;
  QMenu menu(this);
  menu.addAction(tr("Go there"), this, [this] { emit chosen(selected()); });
  menu.addAction(change_->text(), this, &MarksList::change);
  menu.addAction(remove_->text(), this, &MarksList::remove);
  menu.exec(event->globalPos());
}

void MarksList::themeChanged() {
  list_->setStyleSheet(
      QStringLiteral("QListWidget{background:%1;border:none;outline:none}"
                     "QLineEdit{background:%2;color:%3;border:1px solid %4}")
          .arg(theme().chrome.name(), theme().surface.name(), theme().text.name(), theme().link.name()));
  QPalette muted = controls::palette(theme());
  muted.setColor(QPalette::WindowText, theme().textMuted);
  empty_->setPalette(muted);
}

} // namespace eigenboard::navigation
