#include "app/navigation/palette_model.h"

namespace eigenboard::navigation {

void PaletteModel::setRows(std::vector<PaletteRow> rows) {
  beginResetModel();
  rows_ = std::move(rows);
  endResetModel();
}

int PaletteModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

QVariant PaletteModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= rowCount())
    return {};
  const PaletteRow& row = rows_[static_cast<std::size_t>(index.row())];
  if (role == Qt::AccessibleTextRole || role == Qt::DisplayRole)
    return spoken(row);
  return {};
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex& index) const {
  if (!index.isValid() || index.row() >= rowCount())
    return Qt::NoItemFlags;
  return rows_[static_cast<std::size_t>(index.row())].canBeChosen() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable
                                                                    : Qt::NoItemFlags;
}

} // namespace eigenboard::navigation
