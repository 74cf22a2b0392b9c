#include "app/export_dialog/form_row.h"

#include "views/controls/appearance.h"

#include <QtCore/QSignalBlocker>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>

#include <algorithm>

namespace eigenboard::export_dialog {

FormRow::FormRow(const QString& label, QWidget* field, const render::Theme& theme, QWidget* parent)
    : QWidget(parent), Themed(theme) {
  label_ = new QLabel(label);
  label_->setFont(controls::interfaceFont(controls::bodyType));
  label_->setFixedWidth(labelWidth);
  label_->setMinimumHeight(controls::rowHeight);
  label_->setBuddy(field);
  problem_ = new QLabel;
  problem_->setTextFormat(Qt::PlainText);
  problem_->setWordWrap(true);
  problem_->setFont(controls::interfaceFont(controls::smallType));
  problem_->hide();
  if (field->accessibleName().isEmpty())
    field->setAccessibleName(label);
  auto* grid = new QGridLayout(this);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setHorizontalSpacing(controls::unit);
  grid->setVerticalSpacing(2);
  grid->addWidget(label_, 0, 0, Qt::AlignTop);
  // A cell that cannot grow would let the label's grow.
  grid->addWidget(field, 0, 1, field->maximumWidth() < QWIDGETSIZE_MAX ? Qt::AlignLeft : Qt::Alignment());
  grid->addWidget(problem_, 1, 1);
  grid->setColumnStretch(1, 1);
  FormRow::themeChanged();
}

void FormRow::setProblem(const QString& words) {
  QString sentence = words;
  if (!sentence.isEmpty())
    sentence[0] = sentence[0].toUpper();
  problem_->setText(sentence);
  problem_->setVisible(!sentence.isEmpty());
  setAccessibleDescription(sentence);
}

QString FormRow::problem() const {
  return problem_->text();
}

void FormRow::themeChanged() {
  label_->setStyleSheet(QStringLiteral("color:%1").arg(theme().textMuted.name()));
  problem_->setStyleSheet(QStringLiteral("color:%1").arg(theme().error.name()));
}

QLineEdit* numberField(const QString& accessibleName, int width) {
  constexpr int longestTyped = 40;
  auto* field = new QLineEdit;
  field->setFixedWidth(width);
  field->setMaxLength(longestTyped);
  field->setAccessibleName(accessibleName);
  field->setToolTip(accessibleName);
  return field;
}

void chooseByData(QComboBox& box, const QVariant& datum) {
  const QSignalBlocker silence(box);
  box.setCurrentIndex(std::max(0, box.findData(datum)));
}

} // namespace eigenboard::export_dialog
