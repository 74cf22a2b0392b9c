#pragma once

#include "app/navigation/palette_rows.h"

#include <QtCore/QAbstractListModel>

namespace eigenboard::navigation {

/// The rows for the list, with what a screen reader says of them.
class PaletteModel : public QAbstractListModel {
  Q_OBJECT

 public:
  using QAbstractListModel::QAbstractListModel;

  void setRows(std::vector<PaletteRow> rows);
  const std::vector<PaletteRow>& rows() const { return rows_; }
  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  Qt::ItemFlags flags(const QModelIndex& index) const override;

 private:
  std::vector<PaletteRow> rows_;
};

} // namespace eigenboard::navigation
