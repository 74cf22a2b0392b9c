#include "views/controls/readout_table.h"

#include "views/controls/appearance.h"
#include "views/controls/lit_names.h"
#include "views/controls/number_text.h"

#include <QtGui/QAccessible>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtGui/QHelpEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QToolTip>

#include <algorithm>
#include <cmath>

namespace eigenboard::controls {

using namespace Qt::StringLiterals;

namespace {

constexpr int lineOfReadout = 22;
constexpr double readoutType = 15;
constexpr double readoutBaseline = 4.5;
constexpr double leastName = 56; ///< pixels
constexpr int flashMilliseconds = 900;

QString exactText(const panel::Readout& readout) {
  const QString number = std::isfinite(readout.value)
                             ? QString::number(readout.value, 'g', QLocale::FloatingPointShortest)
                             : numberText(readout.value, 0);
  return readout.unit.isEmpty() ? number : number + u' ' + readout.unit;
}

} // namespace

ReadoutTable::ReadoutTable(typesetting::Typesetter& typesetter, const render::Theme& theme, QWidget* parent)
    : QWidget(parent), Themed(theme), labels_(new TexLabels(typesetter, readoutType, this)),
      figures_(interfaceFont(bodyType, QFont::Medium)), nameFont_(interfaceFont(smallType)) {
  setAccessibleName(tr("Readouts"));
  setFocusPolicy(Qt::TabFocus);
  setMouseTracking(true);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  flash_.setSingleShot(true);
  flash_.setInterval(flashMilliseconds);
  connect(&flash_, &QTimer::timeout, this, [this] { update(rowRect(std::exchange(flashed_, -1))); });
  connect(labels_, &TexLabels::arrived, this, [this] {
    measure();
    update();
  });
}

void ReadoutTable::setReadouts(const std::vector<panel::Readout>& readouts) {
  const bool isSameTable = std::equal(
      readouts.begin(), readouts.end(), rows_.begin(), rows_.end(),
      [](const panel::Readout& readout, const Row& row) { return readout.key == row.readout.key; });
  if (!isSameTable)
    return takeRows(readouts);
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    Row& row = rows_[i];
    row.readout.value = readouts[i].value;
    QString value = numberText(readouts[i].value, readouts[i].digits);
    if (value == row.value)
      continue;
    // Symbol and name make room for a value of unusual width; beside others they stay as they are.
    const double widest = std::max(figures_.width(value), figures_.width(row.value));
    const QRect box = boxOf(static_cast<int>(i));
    update(toWidget(widest > valueColumn_ ? box : valueRect(box)));
    row.value = std::move(value);
  }
}

void ReadoutTable::takeRows(const std::vector<panel::Readout>& readouts) {
  rows_.clear();
  for (const panel::Readout& readout : readouts)
    rows_.push_back({readout, numberText(readout.value, readout.digits), namesOfReadout(readout)});
  chosen_ = -1;
  measure();
  updateGeometry();
  update();
}

void ReadoutTable::measure() {
  valueColumn_ = 0;
  unitColumn_ = 0;
  for (const Row& row : rows_) {
    // Room for a value of usual size and either sign, so that the symbols beside it stand in a line.
    const QString usual = numberText(-10, row.readout.digits);
    valueColumn_ = std::max(valueColumn_, figures_.width(usual));
    if (!row.readout.unit.isEmpty())
      unitColumn_ = std::max(unitColumn_, QFontMetricsF(nameFont_).horizontalAdvance(row.readout.unit) + 3);
  }
}

QSize ReadoutTable::sizeHint() const {
  return (QSizeF(200, lineOfReadout * static_cast<int>(rows_.size())) * scale_).toSize();
}

void ReadoutTable::setScale(double scale) {
  scale_ = scale;
  updateGeometry();
  update();
}

QRect ReadoutTable::boxOf(int row) const {
  return {0, row * lineOfReadout, static_cast<int>(width() / scale_), lineOfReadout};
}

QRect ReadoutTable::toWidget(const QRect& units) const {
  return QRectF(QPointF(units.topLeft()) * scale_, QSizeF(units.size()) * scale_).toAlignedRect();
}

QRect ReadoutTable::rowRect(int row) const {
  return toWidget(boxOf(row));
}

QString ReadoutTable::shownValue(const QString& key) const {
  for (const Row& row : rows_)
    if (row.readout.key == key)
      return row.value;
  return {};
}

QRect ReadoutTable::valueRect(const QRect& row) const {
  const int wide = static_cast<int>(std::ceil(valueColumn_ + unitColumn_)) + 2;
  return {row.right() + 1 - wide, row.top(), wide, row.height()};
}

void ReadoutTable::paintEvent(QPaintEvent* event) {
  QPainter painter(this);
  painter.scale(scale_, scale_);
  for (int row = 0; row < static_cast<int>(rows_.size()); ++row) {
    const QRect box = boxOf(row);
    if (!event->region().intersects(toWidget(box)))
      continue;
    const QRect words(box.left(), box.top(), valueRect(box).left() - box.left(), box.height());
    if (event->region().intersects(toWidget(words)) || row == chosen_ ||
        isLit(rows_[static_cast<std::size_t>(row)]))
      paintWords(painter, row);
    paintValue(painter, row);
  }
}

void ReadoutTable::paintValue(QPainter& painter, int index) {
  const Row& row = rows_[static_cast<std::size_t>(index)];
  const QRectF box = boxOf(index);
  const QRectF value(box.left(), box.top(), box.width() - unitColumn_, box.height());
  painter.setPen(std::isnan(row.readout.value) && !isTinted(index) ? theme().textMuted : theme().text);
  figures_.draw(painter, value, row.value, Qt::AlignRight);
  if (row.readout.unit.isEmpty())
    return;
  painter.setFont(nameFont_);
  painter.setPen(isTinted(index) ? theme().text : theme().textMuted);
  painter.drawText(QRectF(value.right() + 3, box.top(), unitColumn_, box.height()), Qt::AlignVCenter,
                   row.readout.unit);
}

void ReadoutTable::paintWords(QPainter& painter, int index) {
  const Row& row = rows_[static_cast<std::size_t>(index)];
  const QRectF box = boxOf(index);
  if (index == flashed_)
    painter.fillRect(box, mixed(theme().surface, theme().color(scene::Role::Positive), 0.2));
  else if (isLit(row))
    painter.fillRect(box, mixed(theme().surface, theme().color(scene::Role::Highlight), 0.22));
  if (hasFocus() && index == chosen_)
    drawFocusRing(painter, box, theme());
  // From right to left: value and unit, symbol; the name has what is left.
  const double valueWidth = unitColumn_ + std::max(valueColumn_, figures_.width(row.value));
  const double symbolLeft = box.right() - valueWidth - unit - labels_->extent(row.readout.symbol).width;
  labels_->paint(painter, {symbolLeft, box.center().y() + readoutBaseline}, row.readout.symbol, theme().text,
                 theme().error);
  const double nameRoom = symbolLeft - unit - box.left();
  const double nameWidth = QFontMetricsF(nameFont_).horizontalAdvance(row.readout.label);
  if (nameWidth > nameRoom && nameRoom < leastName)
    return; // beside a long symbol a letter or two would tell nothing; the tooltip has the name
  painter.setFont(nameFont_);
  painter.setPen(isTinted(index) ? theme().text : theme().textMuted);
  painter.drawText(QRectF(box.left(), box.top(), nameRoom, box.height()), Qt::AlignVCenter | Qt::AlignLeft,
                   QFontMetricsF(nameFont_).elidedText(row.readout.label, Qt::ElideRight, nameRoom));
}

int ReadoutTable::rowAt(QPointF position) const {
  const int row = static_cast<int>(std::floor(position.y() / (scale_ * lineOfReadout)));
  return row >= 0 && row < static_cast<int>(rows_.size()) ? row : -1;
}

void ReadoutTable::choose(int row) {
  if (rows_.empty())
    return;
  chosen_ = std::clamp(row, 0, static_cast<int>(rows_.size()) - 1);
  const panel::Readout& readout = rows_[static_cast<std::size_t>(chosen_)].readout;
  setAccessibleDescription(readout.label + u": "_s + exactText(readout));
  light(chosen_);
  update();
}

void ReadoutTable::copy(int row) {
  if (row < 0 || row >= static_cast<int>(rows_.size()))
    return;
  const panel::Readout& readout = rows_[static_cast<std::size_t>(row)].readout;
  QGuiApplication::clipboard()->setText(QString::number(readout.value, 'g', QLocale::FloatingPointShortest));
  update(rowRect(flashed_));
  flashed_ = row;
  flash_.start();
  update(rowRect(row));
  emit copied(readout.label);
}

void ReadoutTable::mousePressEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton)
    copy(rowAt(event->position()));
}

void ReadoutTable::keyPressEvent(QKeyEvent* event) {
  const bool isCopy =
      event->matches(QKeySequence::Copy) || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (event->key() == Qt::Key_Down)
    choose(chosen_ + 1);
  else if (event->key() == Qt::Key_Up)
    choose(chosen_ - 1);
  else if (isCopy)
    copy(chosen_);
  else
    QWidget::keyPressEvent(event);
}

void ReadoutTable::focusInEvent(QFocusEvent* event) {
  QWidget::focusInEvent(event);
  choose(std::max(chosen_, 0));
}

void ReadoutTable::focusOutEvent(QFocusEvent* event) {
  QWidget::focusOutEvent(event);
  light(-1);
  update();
}

void ReadoutTable::setSpotlight(panel::Spotlight* spotlight) {
  if (spotlight_)
    spotlight_->disconnect(this);
  spotlight_ = spotlight;
  if (spotlight)
    connect(spotlight, &panel::Spotlight::changed, this, qOverload<>(&QWidget::update));
}

bool ReadoutTable::isLit(const Row& row) const {
  return spotlight_ && spotlight_->lights(row.names);
}

/// On a tinted line muted words would not be read.
bool ReadoutTable::isTinted(int row) const {
  return row == flashed_ || isLit(rows_[static_cast<std::size_t>(row)]);
}

void ReadoutTable::light(int row) {
  if (!spotlight_)
    return;
  if (row < 0)
    spotlight_->leave(this);
  else
    spotlight_->light(this, rows_[static_cast<std::size_t>(row)].names);
}

void ReadoutTable::mouseMoveEvent(QMouseEvent* event) {
  light(rowAt(event->position()));
}

void ReadoutTable::leaveEvent(QEvent*) {
  light(hasFocus() ? chosen_ : -1);
}

bool ReadoutTable::event(QEvent* event) {
  if (event->type() != QEvent::ToolTip)
    return QWidget::event(event);
  const auto* help = static_cast<QHelpEvent*>(event);
  const int row = rowAt(help->pos());
  if (row < 0) {
    QToolTip::hideText();
    return true;
  }
  const panel::Readout& readout = rows_[static_cast<std::size_t>(row)].readout;
  QToolTip::showText(help->globalPos(),
                     u"<b>%1</b> = %2<br>%3<br><i>%4</i>"_s.arg(
                         readout.label.toHtmlEscaped(), exactText(readout).toHtmlEscaped(),
                         readout.meaning.toHtmlEscaped(), tr("Click to copy")),
                     this, rowRect(row));
  return true;
}

} // namespace eigenboard::controls
