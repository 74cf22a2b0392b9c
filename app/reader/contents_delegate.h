#pragma once

#include "views/render/theme.h"

#include <QtWidgets/QStyledItemDelegate>

namespace eigenboard::reader {

/// What a row of the contents says beyond its text.
enum ContentsRole {
  ChapterRole = Qt::UserRole, ///< the chapter's id; empty for a level
  NumberRole,                 ///< what stands in the margin: "4.4", "Level 4"
  WrittenRole,
  CurrentRole,
};

/// Paints the rows of the contents: number, title, and how far the chapter is.
class ContentsDelegate : public QStyledItemDelegate {
  Q_OBJECT

public:
  ContentsDelegate(const render::Theme& theme, QObject* parent);
  void setTheme(const render::Theme& theme) { theme_ = theme; }
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
  render::Theme theme_;
};

} // namespace eigenboard::reader
