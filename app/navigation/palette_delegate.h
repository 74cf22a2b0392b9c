#pragma once

#include "app/navigation/palette_rows.h"
#include "views/render/theme.h"

#include <QtWidgets/QStyledItemDelegate>

namespace eigenboard::navigation {

/// Height of a row in pixels.
int rowHeight(const PaletteRow& row);

/// Paints the rows of the palette.
class PaletteDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  using QStyledItemDelegate::QStyledItemDelegate;
  void setTheme(const render::Theme& theme) { theme_ = theme; }

  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

 private:
  render::Theme theme_;
};

} // namespace eigenboard::navigation
