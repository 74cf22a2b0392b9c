#include "views/controls/appearance.h"
#include "views/controls/run_rows.h"
#include "views/panel/run_shelf.h"

#include <QtCore/QLocale>
#include <QtGui/QHelpEvent>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QToolTip>

#include <algorithm>

namespace eigenboard::controls {

using namespace Qt::StringLiterals;

int RunRows::rowAt(QPointF position) const {
  for (int row = 0; row < static_cast<int>(rows_.size()); ++row)
    if (QRectF(rowRect(row)).contains(position))
      return row;
  return -1;
}

void RunRows::choose(int row) {
  if (rows_.empty())
    return;
  chosen_ = std::clamp(row, 0, static_cast<int>(rows_.size()) - 1);
  const RunRow& run = rows_[static_cast<std::size_t>(chosen_)];
  QStringList words{nameOf(chosen_)};
  for (std::size_t column = 0; column < columns_.size(); ++column)
    words += tr("%1 %2").arg(columns_[column].title, cellText(columns_[column], run.values[column]));
  if (chosen_ > 0)
    words += run.isGhost ? tr("its ghost is shown") : tr("its ghost is hidden");
  setAccessibleDescription(words.join(u"; "_s));
  update();
}

void RunRows::bringBack(int row) {
  if (session_ && row > 0)
    session_->runs().bringBack(row - 1);
}

void RunRows::flipGhost(int row) {
  if (!session_ || row < 1)
    return;
  session_->runs().setGhost(row - 1, !rows_[static_cast<std::size_t>(row)].isGhost);
  choose(row);
}

void RunRows::beginRename(int row) {
  if (row < 1 || row >= static_cast<int>(rows_.size()))
    return;
  renamed_ = row;
  entry_->setText(rows_[static_cast<std::size_t>(row)].name);
  entry_->selectAll();
  entry_->setGeometry(nameBox(row).toRect().adjusted(-4, 0, -2, 0));
  entry_->show();
  entry_->setFocus();
  update();
}

void RunRows::endRename(bool takes) {
  const int row = std::exchange(renamed_, -1);
  if (row < 0)
    return;
  const bool hadFocus = entry_->hasFocus();
  entry_->hide();
  if (hadFocus)
    setFocus();
  if (takes && session_ && entry_->text().trimmed() != rows_[static_cast<std::size_t>(row)].name)
    session_->runs().rename(row - 1, entry_->text());
  update();
}

bool RunRows::eventFilter(QObject* watched, QEvent* event) {
  if (watched == entry_ && event->type() == QEvent::KeyPress &&
      static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
    endRename(false);
    return true;
  }
  if (watched == entry_ && event->type() == QEvent::FocusOut)
    endRename(true);
  return QWidget::eventFilter(watched, event);
}

void RunRows::mousePressEvent(QMouseEvent* event) {
  const int row = rowAt(event->position());
  if (event->button() != Qt::LeftButton || row < 0)
    return event->ignore();
  choose(row);
  if (eyeRect(row).contains(event->position().toPoint()))
    flipGhost(row);
  else
    bringBack(row);
}

void RunRows::mouseMoveEvent(QMouseEvent* event) {
  const int row = rowAt(event->position());
  if (row == hovered_)
    return;
  hovered_ = row;
  setCursor(row > 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
  update();
}

void RunRows::leaveEvent(QEvent*) {
  hovered_ = -1;
  update();
}

void RunRows::keyPressEvent(QKeyEvent* event) {
  if (event->matches(QKeySequence::Copy)) {
    emit copyWanted();
    return;
  }
  switch (event->key()) {
  case Qt::Key_Up:
    return choose(chosen_ - 1);
  case Qt::Key_Down:
    return choose(chosen_ + 1);
  case Qt::Key_Home:
    return choose(0);
  case Qt::Key_End:
    return choose(static_cast<int>(rows_.size()) - 1);
  case Qt::Key_Left:
    return scrollColumns(-1);
  case Qt::Key_Right:
    return scrollColumns(1);
  case Qt::Key_Return:
  case Qt::Key_Enter:
    return bringBack(chosen_);
  case Qt::Key_Space:
    return flipGhost(chosen_);
  case Qt::Key_F2:
    return beginRename(chosen_);
  case Qt::Key_Delete:
  case Qt::Key_Backspace:
    if (session_ && chosen_ > 0)
      session_->runs().remove(chosen_ - 1);
    return;
  default:
    return QWidget::keyPressEvent(event);
  }
}

void RunRows::contextMenuEvent(QContextMenuEvent* event) {
  const int row = event->reason() == QContextMenuEvent::Keyboard ? chosen_ : rowAt(event->pos());
  if (row < 1)
    return;
  choose(row);
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  const bool isGhost = rows_[static_cast<std::size_t>(row)].isGhost;
  menu->addAction(tr("Bring back"), this, [this, row] { bringBack(row); });
  menu->addAction(isGhost ? tr("Hide its ghost") : tr("Show its ghost"), this,
                  [this, row] { flipGhost(row); });
  menu->addAction(tr("Rename"), this, [this, row] { beginRename(row); });
  menu->addAction(tr("Remove"), this, [this, row] {
    if (session_)
      session_->runs().remove(row - 1);
  });
  const bool isByKey = event->reason() == QContextMenuEvent::Keyboard;
  menu->popup(isByKey ? mapToGlobal(rowRect(row).bottomLeft()) : event->globalPos());
}

void RunRows::focusInEvent(QFocusEvent* event) {
  QWidget::focusInEvent(event);
  choose(std::max(chosen_, 0));
}

void RunRows::focusOutEvent(QFocusEvent* event) {
  QWidget::focusOutEvent(event);
  update();
}

bool RunRows::event(QEvent* event) {
  if (event->type() != QEvent::ToolTip)
    return QWidget::event(event);
  const auto* help = static_cast<QHelpEvent*>(event);
  showTip(help->pos(), help->globalPos());
  return true;
}

void RunRows::showTip(QPoint position, QPoint global) {
  const int row = rowAt(position);
  for (int column = first_; column <= lastColumn() && column < static_cast<int>(columns_.size()); ++column) {
    const QRectF box = cellBox(row, column);
    if (!box.contains(position))
      continue;
    const auto at = static_cast<std::size_t>(column);
    QString tip = u"<b>%1</b>"_s.arg(columns_[at].title.toHtmlEscaped());
    if (row >= 0) {
      const std::optional<double>& value = rows_[static_cast<std::size_t>(row)].values[at];
      const std::optional<double>& now = rows_.front().values[at];
      tip += u" = "_s + (value ? QString::number(*value, 'g', QLocale::FloatingPointShortest) : tr("none"));
      if (row > 0 && value && now)
        tip += u"<br>"_s + tr("%1 against the present run").arg(cellText(columns_[at], value, now));
    }
    return QToolTip::showText(global, tip, this, box.toRect());
  }
  if (row < 1)
    return QToolTip::showText(global, row < 0 ? QString() : nameOf(0), this);
  if (eyeRect(row).contains(position))
    return QToolTip::showText(global, tr("Show or hide the ghost of this run (Space)"), this, eyeRect(row));
  QToolTip::showText(global,
                     u"<b>%1</b><br>%2"_s.arg(nameOf(row).toHtmlEscaped(),
                                              tr("Click to bring this run back; F2 renames, Delete removes")),
                     this, nameBox(row).toRect());
}

} // namespace eigenboard::controls
