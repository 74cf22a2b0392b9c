#include "views/controls/run_rows.h"

#include "views/controls/appearance.h"
#include "views/controls/icons.h"
#include "views/controls/number_text.h"
#include "views/panel/run_shelf.h"

#include <QtGui/QAccessible>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>

#include <algorithm>
#include <cmath>

namespace eigenboard::controls {

using namespace Qt::StringLiterals;

namespace {

constexpr int headHeight = 20;
constexpr int runHeight = 24;
constexpr int eyeWidth = 24;
constexpr double columnGap = 10;
constexpr double widestColumn = 96;
constexpr double leastRunName = 78; ///< pixels
constexpr double headType = 14;
constexpr double headBaseline = 4;

} // namespace

RunRows::RunRows(typesetting::Typesetter& typesetter, const render::Theme& theme, QWidget* parent)
    : QWidget(parent), Themed(theme), labels_(new TexLabels(typesetter, headType, this)),
      figures_(interfaceFont(smallType, QFont::Medium)), entry_(new QLineEdit(this)) {
  setAccessibleName(tr("Kept runs"));
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  setFont(interfaceFont(smallType));
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  entry_->hide();
  entry_->setFont(font());
  entry_->setMaxLength(static_cast<int>(panel::longestRunName));
  entry_->setAccessibleName(tr("Name of the run"));
  entry_->installEventFilter(this);
  connect(entry_, &QLineEdit::returnPressed, this, [this] { endRename(true); });
  connect(labels_, &TexLabels::arrived, this, [this] {
    measure();
    update();
  });
}

void RunRows::setSession(panel::Session* session) {
  endRename(false);
  session_ = session;
  chosen_ = hovered_ = -1;
  first_ = 0;
  columns_.clear();
  rows_.clear();
  refresh();
}

void RunRows::refresh() {
  if (!session_ || session_->runs().runs().empty()) {
    if (rows_.empty())
      return;
    endRename(false);
    rows_.clear();
    return updateGeometry();
  }
  std::vector<RunColumn> columns = runColumns(session_->description(), session_->evaluation().readouts);
  std::vector<RunRow> rows = runRows(*session_, columns);
  if (columns != columns_ || rows.size() != rows_.size()) {
    endRename(false);
    const bool isResized = rows.size() != rows_.size();
    columns_ = std::move(columns);
    rows_ = std::move(rows);
    chosen_ = std::min(chosen_, static_cast<int>(rows_.size()) - 1);
    measure();
    if (isResized)
      updateGeometry();
    return update();
  }
  bool isWider = false;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const RunRow& row = rows[i];
    if (row.name == rows_[i].name && row.values == rows_[i].values && row.isGhost == rows_[i].isGhost)
      continue;
    for (std::size_t column = 0; column < columns_.size(); ++column)
      isWider = isWider ||
                figures_.width(cellText(columns_[column], row.values[column])) + columnGap > widths_[column];
    update(rowRect(static_cast<int>(i)));
    if (i == 0 && showsDifferences_)
      update();
  }
  rows_ = std::move(rows);
  if (isWider) {
    measure();
    update();
  }
}

void RunRows::measure() {
  widths_.clear();
  for (std::size_t column = 0; column < columns_.size(); ++column) {
    const RunColumn& described = columns_[column];
    double width =
        std::max(labels_->extent(described.symbol).width,
                 described.symbol.isEmpty()
                     ? std::min(widestColumn, fontMetrics().horizontalAdvance(described.title) + 1.0)
                     : 0.0);
    if (described.kind == RunColumn::Kind::Readout)
      width = std::max(width, figures_.width(numberText(-10, described.digits)));
    for (const RunRow& row : rows_)
      width = std::max(width, figures_.width(cellText(described, row.values[column])));
    widths_.push_back(std::min(width, widestColumn) + columnGap);
  }
  scrollColumns(0);
}

void RunRows::setShowsDifferences(bool shows) {
  showsDifferences_ = shows;
  update();
}

int RunRows::lastColumn() const {
  double room = width() - eyeWidth - leastRunName;
  int last = first_;
  for (int column = first_; column < static_cast<int>(widths_.size()); ++column) {
    room -= widths_[static_cast<std::size_t>(column)];
    if (room < 0)
      break;
    last = column;
  }
  return last;
}

bool RunRows::canScroll(int by) const {
  return by < 0 ? first_ > 0 : lastColumn() + 1 < static_cast<int>(columns_.size());
}

void RunRows::scrollColumns(int by) {
  if (by == 0 || canScroll(by))
    first_ = std::clamp(first_ + by, 0, std::max(0, static_cast<int>(columns_.size()) - 1));
  emit columnsMoved();
  update();
}

QSize RunRows::sizeHint() const {
  return {200, headHeight + runHeight * static_cast<int>(rows_.size())};
}

QRect RunRows::rowRect(int row) const {
  return {0, headHeight + row * runHeight, width(), runHeight};
}

QRect RunRows::eyeRect(int row) const {
  return {0, rowRect(row).top(), eyeWidth, runHeight};
}

QRectF RunRows::cellBox(int row, int column) const {
  double right = width();
  for (int at = lastColumn(); at > column; --at)
    right -= widths_[static_cast<std::size_t>(at)];
  const double wide = widths_[static_cast<std::size_t>(column)];
  const QRect line = row < 0 ? QRect(0, 0, width(), headHeight) : rowRect(row);
  return {right - wide, static_cast<double>(line.top()), wide, static_cast<double>(line.height())};
}

QRectF RunRows::nameBox(int row) const {
  const double right = widths_.empty() ? width() : cellBox(row, first_).left();
  const QRect line = row < 0 ? QRect(0, 0, width(), headHeight) : rowRect(row);
  return {static_cast<double>(eyeWidth), static_cast<double>(line.top()), right - eyeWidth,
          static_cast<double>(line.height())};
}

QString RunRows::nameOf(int row) const {
  if (row < 0 || row >= static_cast<int>(rows_.size()))
    return {};
  const QString& name = rows_[static_cast<std::size_t>(row)].name;
  return row == 0 ? tr("Now: %1").arg(name) : name;
}

QString RunRows::shownCell(int row, int column) const {
  const auto at = static_cast<std::size_t>(column);
  const RunRow& shown = rows_[static_cast<std::size_t>(row)];
  const bool isDifference = showsDifferences_ && row > 0 && shown.values[at] && rows_.front().values[at];
  return cellText(columns_[at], shown.values[at],
                  isDifference ? rows_.front().values[at] : std::optional<double>());
}

void RunRows::paintEvent(QPaintEvent* event) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  if (rows_.empty())
    return;
  if (event->region().intersects(QRect(0, 0, width(), headHeight)))
    paintHead(painter);
  for (int row = 0; row < static_cast<int>(rows_.size()); ++row)
    if (event->region().intersects(rowRect(row)))
      paintRow(painter, row);
}

void RunRows::paintHead(QPainter& painter) {
  painter.setFont(font());
  for (int column = first_; column <= lastColumn() && column < static_cast<int>(columns_.size()); ++column) {
    const RunColumn& described = columns_[static_cast<std::size_t>(column)];
    const QRectF box = cellBox(-1, column);
    const double wide = labels_->extent(described.symbol).width;
    painter.setPen(theme().textMuted);
    if (described.symbol.isEmpty())
      painter.drawText(box, Qt::AlignVCenter | Qt::AlignRight,
                       fontMetrics().elidedText(described.title, Qt::ElideRight,
                                                static_cast<int>(box.width() - columnGap / 2)));
    else if (wide <= box.width())
      labels_->paint(painter, {box.right() - wide, box.center().y() + headBaseline}, described.symbol,
                     theme().textMuted, theme().error);
  }
}

void RunRows::paintRow(QPainter& painter, int row) {
  const RunRow& shown = rows_[static_cast<std::size_t>(row)];
  const QRectF line = rowRect(row);
  if (row == hovered_ && row > 0)
    painter.fillRect(line, buttonFill(theme(), true, false));
  if (row > 0)
    drawIcon(painter, shown.isGhost ? Icon::Eye : Icon::EyeClosed, eyeRect(row),
             shown.isGhost ? theme().text : theme().textMuted);
  painter.setFont(interfaceFont(smallType, row == 0 ? QFont::DemiBold : QFont::Normal));
  painter.setPen(theme().text);
  const QRectF box = nameBox(row).adjusted(row == 0 ? -eyeWidth + 4 : 0, 0, 0, 0);
  if (row != renamed_)
    painter.drawText(box, Qt::AlignVCenter | Qt::AlignLeft,
                     QFontMetricsF(painter.font()).elidedText(nameOf(row), Qt::ElideRight, box.width()));
  for (int column = first_; column <= lastColumn() && column < static_cast<int>(columns_.size()); ++column) {
    const auto at = static_cast<std::size_t>(column);
    // What the present run has as well stands back.
    const bool isSame = row > 0 && shown.values[at] == rows_.front().values[at];
    painter.setPen(isSame ? theme().textMuted : theme().text);
    figures_.draw(painter, cellBox(row, column), shownCell(row, column), Qt::AlignRight);
  }
  painter.setPen(theme().rule);
  if (row == 0)
    painter.drawLine(line.bottomLeft(), line.bottomRight());
  if (hasFocus() && row == chosen_)
    drawFocusRing(painter, line, theme());
}

void RunRows::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  scrollColumns(0);
}

} // namespace eigenboard::controls
