#pragma once

#include "app/export_dialog/form_row.h"
#include "app/export_dialog/plan.h"

#include <map>

class QCheckBox;

namespace eigenboard::export_dialog {

class MovementField;
class SizeField;

/// All that can be chosen, in one column, each line with what is wrong with it.
class ExportForm : public QWidget {
  Q_OBJECT

 public:
  /// source outlives the form.
  ExportForm(const Source& source, const Choices& choices, const render::Theme& theme,
             QWidget* parent = nullptr);
  Choices choices() const;
  /// Where the file goes, to be remembered.
  void setFolder(const QString& folder) { remembered_.folder = folder; }
  /// Beside their fields; those of no field are left to others.
  void showProblems(const std::vector<Problem>& problems);
  QString problem(Field field) const;

 signals:
  void changed();

 private:
  FormRow* addRow(const QString& label, QWidget* field);
  void buildWhat();
  void buildLook(const Choices& choices);
  void fillKinds();
  /// Shows what belongs to what is chosen, and no more.
  void show(const Choices& choices);

  const Source& source_;
  render::Theme theme_;
  Choices remembered_; ///< what has no field
  std::map<Field, FormRow*> rows_;
  QComboBox* what_;
  QComboBox* kind_;
  MovementField* movement_;
  QLineEdit* rate_;
  FormRow* movementRow_;
  FormRow* rateRow_;
  SizeField* size_;
  QLineEdit* scale_;
  QComboBox* colors_;
  QCheckBox* transparent_;
  QCheckBox* formula_;
  QCheckBox* parameters_;
  QCheckBox* handles_;
  QCheckBox* textAsText_;
  QLineEdit* title_;
  QLineEdit* caption_;
};

} // namespace eigenboard::export_dialog
