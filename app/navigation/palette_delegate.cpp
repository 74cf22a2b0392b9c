#include "app/navigation/palette_delegate.h"

#include "app/navigation/palette_model.h"
#include "views/controls/appearance.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QPainter>
#include <QtGui/QTextLayout>

#include <algorithm>

namespace eigenboard::navigation {

using controls::unit;

namespace {

constexpr int rowTitleType = 14;
constexpr int snippetType = 13;
constexpr int headingHeight = 26;
constexpr int lineRow = 34;        ///< of a command or a suggestion
constexpr int snippetRow = 52;     ///< of what has a snippet
constexpr int side = 2 * unit;     ///< from the edge of the list to the words
constexpr double mostPlace = 0.45; ///< share of the first line that the place may take from the title

const PaletteRow& rowAt(const QModelIndex& index) {
  return static_cast<const PaletteModel*>(index.model())->rows()[static_cast<std::size_t>(index.row())];
}

struct Look {
  QColor text;
  QColor marked;
  QColor markSurface; ///< behind a marked word; transparent: none
  QFont font;
  QFont markedFont;
};

/// One line with its ranges marked, cut at the width; its real width.
void drawLine(QPainter& painter, const QRectF& area, const QString& text, const QList<search::Range>& ranges,
              const Look& look) {
  // A little room is kept because marked words may be wider than what is measured.
  const QString shown = QFontMetricsF(look.markedFont).elidedText(text, Qt::ElideRight, area.width());
  QTextLayout layout(shown, look.font);
  QList<QTextLayout::FormatRange> formats;
  const int end = static_cast<int>(shown.size()) - (shown == text ? 0 : 1);
  for (const search::Range& range : ranges) {
    if (range.start >= end)
      continue;
    QTextLayout::FormatRange format;
    format.start = range.start;
    format.length = std::min(range.length, end - range.start);
    format.format.setFont(look.markedFont);
    format.format.setForeground(look.marked);
    if (look.markSurface.alpha() > 0)
      format.format.setBackground(look.markSurface);
    formats += format;
  }
  layout.setFormats(formats);
  layout.beginLayout();
  QTextLine line = layout.createLine();
  if (line.isValid())
    line.setLineWidth(1e6);
  layout.endLayout();
  painter.setPen(look.text);
  layout.draw(&painter,
              QPointF(area.left(), area.top() + (area.height() - layout.boundingRect().height()) / 2));
}

/// The keys of a command as keys look: one small frame for each.
void drawKeys(QPainter& painter, const QRectF& row, const QString& keys, const render::Theme& theme) {
  const QFont font = controls::interfaceFont(controls::smallType, QFont::Medium);
  const QFontMetricsF metrics(font);
  painter.setFont(font);
  QStringList all = keys.split(u'+', Qt::SkipEmptyParts);
  if (keys.endsWith(u'+')) // the plus key itself
    all += QStringLiteral("+");
  double right = row.right() - side;
  for (auto key = all.rbegin(); key != all.rend(); ++key) {
    const double width = std::max(20., metrics.horizontalAdvance(*key) + 12);
    const QRectF frame(right - width + 0.5, row.center().y() - 10 + 0.5, width - 1, 19);
    painter.setPen(theme.rule);
    painter.setBrush(theme.chrome);
    painter.drawRoundedRect(frame, 4, 4);
    painter.setPen(theme.textMuted);
    painter.drawText(frame, Qt::AlignCenter, *key);
    right -= width + 4;
  }
}

void drawHeading(QPainter& painter, const QRectF& row, const QString& text, const render::Theme& theme) {
  QFont font = controls::interfaceFont(11, QFont::DemiBold);
  font.setLetterSpacing(QFont::AbsoluteSpacing, 0.5);
  painter.setFont(font);
  painter.setPen(theme.textMuted);
  painter.drawText(row.adjusted(side, 4, -side, 0), Qt::AlignLeft | Qt::AlignVCenter, text);
}

/// Title and place on the first line, the snippet below.
void drawResult(QPainter& painter, const QRectF& row, const search::Result& result,
                const render::Theme& theme) {
  const bool hasSnippet = rowHeight({PaletteRow::Role::Result, {}, result}) == snippetRow;
  const QRectF first = hasSnippet ? QRectF(row.left(), row.top() + 6, row.width(), 20) : row;
  const QRectF inner = first.adjusted(side, 0, -side, 0);
  double placeWidth = 0;
  if (result.kind == search::Kind::Command) {
    drawKeys(painter, row, result.where, theme);
    placeWidth = mostPlace * inner.width();
  } else if (!result.where.isEmpty()) {
    const QFont font = controls::interfaceFont(controls::smallType);
    const QFontMetricsF metrics(font);
    const QString place = metrics.elidedText(result.where, Qt::ElideRight, mostPlace * inner.width());
    placeWidth = metrics.horizontalAdvance(place) + side;
    painter.setFont(font);
    painter.setPen(theme.textMuted);
    painter.drawText(inner, Qt::AlignRight | Qt::AlignVCenter, place);
  }
  const QFont title = controls::interfaceFont(rowTitleType, QFont::Medium);
  const QColor none(0, 0, 0, 0);
  drawLine(painter, inner.adjusted(0, 0, -placeWidth, 0), result.title, result.titleRanges,
           {theme.text, theme.link, none, title, title});
  if (!hasSnippet)
    return;
  QColor mark = theme.color(scene::Role::Highlight);
  mark.setAlphaF(theme.dark ? 0.24F : 0.2F);
  const QFont font = controls::interfaceFont(snippetType);
  drawLine(painter, QRectF(inner.left(), row.top() + 26, inner.width(), 20), result.snippet,
           result.snippetRanges, {theme.textMuted, theme.text, mark, font, font});
}

} // namespace

int rowHeight(const PaletteRow& row) {
  switch (row.role) {
  case PaletteRow::Role::Heading:
    return headingHeight;
  case PaletteRow::Role::Note:
  case PaletteRow::Role::Suggestion:
    return lineRow;
  case PaletteRow::Role::Result:
    break;
  }
  return row.result.snippet.isEmpty() ? lineRow : snippetRow;
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
  return {100, rowHeight(rowAt(index))};
}

void PaletteDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const {
  const PaletteRow& row = rowAt(index);
  const QRectF area(option.rect);
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  if (row.canBeChosen() && option.state.testFlag(QStyle::State_Selected)) {
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme_.selection);
    painter->drawRoundedRect(area.adjusted(unit, 1, -unit, -1), 6, 6);
  }
  switch (row.role) {
  case PaletteRow::Role::Heading:
    drawHeading(*painter, area, row.text, theme_);
    break;
  case PaletteRow::Role::Note:
    painter->setFont(controls::interfaceFont(snippetType));
    painter->setPen(theme_.textMuted);
    painter->drawText(area.adjusted(side, 0, -side, 0), Qt::AlignLeft | Qt::AlignVCenter, row.text);
    break;
  case PaletteRow::Role::Suggestion: {
    const QString words = QCoreApplication::translate("Palette", "Did you mean %1?");
    const int before = static_cast<int>(words.indexOf(QStringLiteral("%1")));
    const QFont font = controls::interfaceFont(rowTitleType);
    drawLine(*painter, area.adjusted(side, 0, -side, 0), words.arg(row.text),
             {{before, static_cast<int>(row.text.size())}},
             {theme_.text, theme_.link, QColor(0, 0, 0, 0), font,
              controls::interfaceFont(rowTitleType, QFont::DemiBold)});
    break;
  }
  case PaletteRow::Role::Result:
    drawResult(*painter, area, row.result, theme_);
    break;
  }
  painter->restore();
}

} // namespace eigenboard::navigation
