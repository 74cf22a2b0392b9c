#include "app/reader/contents_delegate.h"

#include "views/controls/appearance.h"

#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

namespace eigenboard::reader {

namespace {

constexpr int levelHeight = 34;
constexpr int chapterHeight = 27;
constexpr int indent = 20;
constexpr int numberWidth = 34;

void drawChevron(QPainter& painter, QPointF center, bool isOpen, const QColor& color) {
  QPainterPath path;
  if (isOpen) {
    path.moveTo(center + QPointF(-4, -2));
    path.lineTo(center + QPointF(0, 2));
    path.lineTo(center + QPointF(4, -2));
  } else {
    path.moveTo(center + QPointF(-2, -4));
    path.lineTo(center + QPointF(2, 0));
    path.lineTo(center + QPointF(-2, 4));
  }
  painter.strokePath(path, QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
}

} // namespace

ContentsDelegate::ContentsDelegate(const render::Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent), theme_(theme) {}

QSize ContentsDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const bool isLevel = index.data(ChapterRole).toString().isEmpty();
  return {option.rect.width(), isLevel ? levelHeight : chapterHeight};
}

void ContentsDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  const bool isLevel = index.data(ChapterRole).toString().isEmpty();
  const bool isCurrent = index.data(CurrentRole).toBool();
  const bool isWritten = index.data(WrittenRole).toBool();
  const bool hasFocus = (option.state & QStyle::State_HasFocus) || ((option.state & QStyle::State_Selected) &&
                                                                    (option.state & QStyle::State_Active));
  const QRectF row = QRectF(option.rect).adjusted(6, 1, -6, -1);
  if (isCurrent || (option.state & QStyle::State_MouseOver) || hasFocus) {
    painter->setPen(hasFocus ? QPen(theme_.link, 1.2) : QPen(Qt::NoPen));
    painter->setBrush(isCurrent ? controls::mixed(theme_.chrome, theme_.link, theme_.dark ? 0.2 : 0.13)
                                : controls::mixed(theme_.chrome, theme_.text, 0.045));
    painter->drawRoundedRect(row.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
  }
  const QString number = index.data(NumberRole).toString();
  const QString title = index.data(Qt::DisplayRole).toString();
  QRectF words = row.adjusted(isLevel ? indent : indent + numberWidth, 0, -8, 0);
  if (isLevel) {
    drawChevron(*painter, QPointF(row.left() + 10, row.center().y()), option.state & QStyle::State_Open,
                theme_.textMuted);
    painter->setFont(controls::interfaceFont(controls::bodyType, QFont::DemiBold));
    painter->setPen(isWritten ? theme_.text : theme_.textMuted);
  } else {
    painter->setFont(controls::interfaceFont(controls::smallType));
    painter->setPen(isCurrent ? theme_.link : theme_.textMuted);
    painter->drawText(row.adjusted(indent, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, number);
    painter->setFont(controls::interfaceFont(controls::bodyType, isCurrent ? QFont::DemiBold : QFont::Normal));
    painter->setPen(isWritten ? theme_.text : theme_.textMuted);
  }
  const QString shown = isLevel && !number.isEmpty() ? number + QStringLiteral("  ") + title : title;
  painter->drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                    painter->fontMetrics().elidedText(shown, Qt::ElideRight, static_cast<int>(words.width())));
  painter->restore();
}

} // namespace eigenboard::reader
