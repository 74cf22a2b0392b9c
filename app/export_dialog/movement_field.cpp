#include "app/export_dialog/movement_field.h"

#include "app/export_dialog/form_row.h"
#include "views/controls/appearance.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>

namespace eigenboard::export_dialog {

namespace {

/// Fields and the words between them in a line.
QWidget* inLine(std::initializer_list<QWidget*> parts) {
  auto* line = new QWidget;
  auto* row = new QHBoxLayout(line);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(controls::unit / 2 + 2);
  for (QWidget* part : parts)
    row->addWidget(part);
  row->addStretch(1);
  return line;
}

QVBoxLayout* columnOf(QWidget& widget) {
  auto* column = new QVBoxLayout(&widget);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(controls::unit / 2);
  return column;
}

} // namespace

MovementField::MovementField(const Source& source, QWidget* parent) : QWidget(parent), source_(source) {
  parameter_ = new QComboBox;
  parameter_->setAccessibleName(tr("Parameter that is swept"));
  parameter_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  for (const panel::Parameter& parameter : sweepable(source.panel->description()))
    parameter_->addItem(parameter.label, parameter.key);
  from_ = numberField(tr("From"), 60);
  to_ = numberField(tr("To"), 60);
  frames_ = numberField(tr("Number of frames"), 44);
  sweep_ = new QWidget;
  auto* sweepColumn = columnOf(*sweep_);
  sweepColumn->addWidget(parameter_);
  sweepColumn->addWidget(inLine({from_, new QLabel(tr("to")), to_, new QLabel(tr("in")), frames_}));
  first_ = numberField(tr("First step"), 60);
  last_ = numberField(tr("Last step"), 60);
  steps_ = inLine({first_, new QLabel(tr("to")), last_});
  marked_ = new QLabel;
  between_ = numberField(tr("Pages between two marked states"), 44);
  betweenRow_ = inLine({new QLabel(tr("and between two")), between_});
  keyframes_ = new QWidget;
  auto* keyframesColumn = columnOf(*keyframes_);
  keyframesColumn->addWidget(marked_);
  keyframesColumn->addWidget(betweenRow_);
  auto* all = columnOf(*this);
  for (QWidget* part : {sweep_, steps_, keyframes_})
    all->addWidget(part);
  for (QLineEdit* field : {from_, to_, frames_, first_, last_, between_})
    connect(field, &QLineEdit::textEdited, this, &MovementField::changed);
  connect(parameter_, &QComboBox::currentIndexChanged, this, [this] {
    chooseParameter();
    emit changed();
  });
}

/// Its whole range, where the reader has not said another one.
void MovementField::chooseParameter() {
  const QString key = parameter_->currentData().toString();
  for (const panel::Parameter& parameter : sweepable(source_.panel->description()))
    if (parameter.key == key) {
      from_->setText(panel::toText(parameter, parameter.minimum));
      to_->setText(panel::toText(parameter, parameter.maximum));
    }
}

void MovementField::show(const Choices& choices) {
  sweep_->setVisible(choices.what == What::Sweep);
  steps_->setVisible(choices.what == What::Steps);
  keyframes_->setVisible(choices.what == What::Keyframes);
  const int count = static_cast<int>(source_.keyframes.size());
  marked_->setText(count == 1 ? tr("1 marked state") : tr("%1 marked states").arg(count));
  betweenRow_->setVisible(choices.kind == FileKind::Deck || isFolder(choices.kind));
  chooseByData(*parameter_, choices.sweepKey);
  if (choices.sweepFrom.isEmpty() && choices.sweepTo.isEmpty()) {
    chooseParameter();
  } else {
    from_->setText(choices.sweepFrom);
    to_->setText(choices.sweepTo);
  }
  frames_->setText(choices.sweepFrames);
  first_->setText(choices.firstStep);
  last_->setText(choices.lastStep);
  between_->setText(choices.inBetweens);
}

void MovementField::read(Choices& choices) const {
  choices.sweepKey = parameter_->currentData().toString();
  choices.sweepFrom = from_->text();
  choices.sweepTo = to_->text();
  choices.sweepFrames = frames_->text();
  choices.firstStep = first_->text();
  choices.lastStep = last_->text();
  choices.inBetweens = between_->text();
}

} // namespace eigenboard::export_dialog
