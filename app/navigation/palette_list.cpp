#include "app/navigation/palette_list.h"

#include "app/navigation/palette_delegate.h"
#include "app/navigation/palette_model.h"

#include <QtGui/QAccessible>
#include <QtGui/QKeyEvent>
#include <QtGui/QMouseEvent>
#include <QtWidgets/QScrollBar>

#include <algorithm>

namespace eigenboard::navigation {

namespace {

bool isSame(const PaletteRow& one, const PaletteRow& other) {
  // Of two places in one section the words differ.
  return one.role == other.role && one.text == other.text && one.result.target == other.result.target;
}

} // namespace

PaletteList::PaletteList(const render::Theme& theme, QWidget* parent)
    : QListView(parent), Themed(theme), model_(new PaletteModel(this)) {
  setModel(model_);
  setItemDelegate(new PaletteDelegate(this));
  setAccessibleName(tr("Results"));
  setFrameShape(QFrame::NoFrame);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  verticalScrollBar()->setSingleStep(20);
  setSelectionMode(QAbstractItemView::SingleSelection);
  setEditTriggers(QAbstractItemView::NoEditTriggers);
  setMouseTracking(true);
  connect(this, &QListView::clicked, this, [this](const QModelIndex& index) {
    if (const PaletteRow row = rows()[static_cast<std::size_t>(index.row())]; row.canBeChosen())
      emit rowChosen(row);
  });
  PaletteList::themeChanged();
}

void PaletteList::themeChanged() {
  static_cast<PaletteDelegate*>(itemDelegate())->setTheme(theme());
  QPalette colors = palette();
  colors.setColor(QPalette::Base, theme().surface);
  setPalette(colors);
  setStyleSheet(
      QStringLiteral("QListView{background:%1;border:none;outline:none}").arg(theme().surface.name()));
}

const std::vector<PaletteRow>& PaletteList::rows() const {
  return model_->rows();
}

const PaletteRow* PaletteList::currentRow() const {
  const int row = currentIndex().row();
  if (row < 0 || row >= static_cast<int>(rows().size()))
    return nullptr;
  const PaletteRow& current = rows()[static_cast<std::size_t>(row)];
  return current.canBeChosen() ? &current : nullptr;
}

void PaletteList::setRows(std::vector<PaletteRow> rows) {
  const PaletteRow* current = currentRow();
  int wanted = -1;
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (rows[i].canBeChosen() && (wanted < 0 || (hasMoved_ && current && isSame(rows[i], *current))))
      wanted = static_cast<int>(i);
  hasMoved_ = hasMoved_ && current && wanted >= 0 && isSame(rows[static_cast<std::size_t>(wanted)], *current);
  model_->setRows(std::move(rows));
  if (wanted >= 0)
    setCurrentIndex(model_->index(wanted));
  if (!hasMoved_)
    scrollToTop();
}

int PaletteList::contentHeight() const {
  int height = 0;
  for (const PaletteRow& row : rows())
    height += rowHeight(row);
  return height;
}

int PaletteList::choosableCount() const {
  return static_cast<int>(
      std::count_if(rows().begin(), rows().end(), [](const PaletteRow& row) { return row.canBeChosen(); }));
}

void PaletteList::goTo(int row) {
  if (row < 0)
    return;
  hasMoved_ = true;
  setCurrentIndex(model_->index(row));
  // With the first result its heading comes into view too.
  if (row > 0 && !rows()[static_cast<std::size_t>(row) - 1].canBeChosen())
    scrollTo(model_->index(row - 1));
  scrollTo(currentIndex());
}

void PaletteList::move(int steps) {
  std::vector<int> choosable;
  for (int i = 0; i < static_cast<int>(rows().size()); ++i)
    if (rows()[static_cast<std::size_t>(i)].canBeChosen())
      choosable.push_back(i);
  if (choosable.empty())
    return;
  const auto here = std::find(choosable.begin(), choosable.end(), currentIndex().row());
  const int count = static_cast<int>(choosable.size());
  int next = here == choosable.end() ? 0 : static_cast<int>(here - choosable.begin()) + steps;
  next = std::abs(steps) == 1 ? (next + count) % count : std::clamp(next, 0, count - 1);
  goTo(choosable[static_cast<std::size_t>(next)]);
}

void PaletteList::movePage(int direction) {
  const int height = std::max(1, viewport()->height());
  int steps = 0;
  for (int row = currentIndex().row(), passed = 0;
       row >= 0 && row < static_cast<int>(rows().size()) && passed < height; row += direction) {
    passed += rowHeight(rows()[static_cast<std::size_t>(row)]);
    steps += rows()[static_cast<std::size_t>(row)].canBeChosen();
  }
  move(direction * std::max(2, steps - 1)); // a step of one would go round
}

void PaletteList::moveToEnd(bool last) {
  move(last ? static_cast<int>(rows().size()) + 1 : -static_cast<int>(rows().size()) - 1);
}

void PaletteList::mouseMoveEvent(QMouseEvent* event) {
  const QPoint pointer = event->globalPosition().toPoint();
  const QModelIndex under = indexAt(event->position().toPoint());
  if (pointer != pointer_ && under.isValid() && rows()[static_cast<std::size_t>(under.row())].canBeChosen()) {
    hasMoved_ = true;
    selectionModel()->setCurrentIndex(under, QItemSelectionModel::ClearAndSelect);
  }
  pointer_ = pointer;
}

void PaletteList::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
  case Qt::Key_Down:
    return move(1);
  case Qt::Key_Up:
    return move(-1);
  case Qt::Key_PageDown:
    return movePage(1);
  case Qt::Key_PageUp:
    return movePage(-1);
  case Qt::Key_Home:
    return moveToEnd(false);
  case Qt::Key_End:
    return moveToEnd(true);
  case Qt::Key_Return:
  case Qt::Key_Enter:
  case Qt::Key_Space:
    if (const PaletteRow* row = currentRow())
      emit rowChosen(PaletteRow(*row));
    return;
  default:
    event->ignore(); // no search by the first letter: the field is for that
  }
}

void PaletteList::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
  QListView::currentChanged(current, previous);
  if (const PaletteRow* row = currentRow())
    emit currentSpoken(spoken(*row));
}

} // namespace eigenboard::navigation
