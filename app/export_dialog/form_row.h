#pragma once

#include "views/controls/themed.h"

#include <QtWidgets/QWidget>

class QComboBox;
class QLabel;
class QLineEdit;

namespace eigenboard::export_dialog {

/// A line of the form: a label, what is chosen, and below it what is wrong with it.
class FormRow : public QWidget, public controls::Themed {
  Q_OBJECT

 public:
  /// Takes the field; its accessible name is the label where it has none.
  FormRow(const QString& label, QWidget* field, const render::Theme& theme, QWidget* parent = nullptr);
  /// Empty: nothing is wrong.
  void setProblem(const QString& words);
  QString problem() const;
  static constexpr int labelWidth = 76;

 protected:
  void themeChanged() override;

 private:
  QLabel* label_;
  QLabel* problem_;
};

/// A field for a few figures, so many pixels wide.
QLineEdit* numberField(const QString& accessibleName, int width);

/// Chooses the entry of that datum, without a signal; none: the first.
void chooseByData(QComboBox& box, const QVariant& datum);

} // namespace eigenboard::export_dialog
