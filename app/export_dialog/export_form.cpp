#include "app/export_dialog/export_form.h"

#include "app/export/movie.h"
#include "app/export_dialog/movement_field.h"
#include "app/export_dialog/part_box.h"
#include "app/export_dialog/size_field.h"
#include "views/controls/appearance.h"

#include <QtCore/QSignalBlocker>
#include <QtGui/QStandardItemModel>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace eigenboard::export_dialog {

using controls::unit;

ExportForm::ExportForm(const Source& source, const Choices& choices, const render::Theme& theme,
                       QWidget* parent)
    : QWidget(parent), source_(source), theme_(theme), remembered_(choices) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(unit - 1);
  buildWhat();
  buildLook(choices);
  column->addStretch(1);

  what_->setCurrentIndex(std::max(0, what_->findData(static_cast<int>(choices.what))));
  fillKinds();
  chooseByData(*kind_, static_cast<int>(choices.kind));
  rate_->setText(choices.framesPerSecond);
  size_->show(choices);
  scale_->setText(choices.scale);
  chooseByData(*colors_, choices.theme);
  transparent_->setChecked(choices.isTransparent);
  formula_->setChecked(choices.withFormula);
  parameters_->setChecked(choices.withParameters);
  handles_->setChecked(choices.withHandles);
  textAsText_->setChecked(choices.textAsText);
  title_->setText(choices.title);
  caption_->setText(choices.caption);
  Choices first = choices;
  first.what = static_cast<What>(what_->currentData().toInt());
  first.kind = static_cast<FileKind>(kind_->currentData().toInt());
  show(first);

  connect(what_, &QComboBox::currentIndexChanged, this, [this] {
    fillKinds();
    show(this->choices());
    emit changed();
  });
  connect(kind_, &QComboBox::currentIndexChanged, this, [this] {
    show(this->choices());
    emit changed();
  });
  connect(movement_, &MovementField::changed, this, &ExportForm::changed);
  connect(size_, &SizeField::changed, this, &ExportForm::changed);
  connect(colors_, &QComboBox::currentIndexChanged, this, &ExportForm::changed);
  for (QLineEdit* field : {rate_, scale_, title_, caption_})
    connect(field, &QLineEdit::textEdited, this, &ExportForm::changed);
  for (QCheckBox* box : {transparent_, formula_, parameters_, handles_, textAsText_})
    connect(box, &QCheckBox::toggled, this, &ExportForm::changed);
}

FormRow* ExportForm::addRow(const QString& label, QWidget* field) {
  auto* row = new FormRow(label, field, theme_);
  layout()->addWidget(row);
  return row;
}

void ExportForm::buildWhat() {
  what_ = new QComboBox;
  const auto add = [this](const QString& words, What what) { what_->addItem(words, static_cast<int>(what)); };
  add(tr("The picture"), What::Picture);
  if (!sweepable(source_.panel->description()).empty())
    add(tr("Sweep of a parameter"), What::Sweep);
  if (source_.panel->description().isProcess())
    add(tr("Steps of the process"), What::Steps);
  if (!source_.keyframes.empty())
    add(tr("Marked states"), What::Keyframes);
  rows_[Field::What] = addRow(tr("What"), what_);
  kind_ = new QComboBox;
  rows_[Field::Format] = addRow(tr("Format"), kind_);
  movement_ = new MovementField(source_);
  movement_->setAccessibleName(tr("Movement"));
  movementRow_ = rows_[Field::Movement] = addRow(tr("Movement"), movement_);
  rate_ = numberField(tr("Frames a second"), 60);
  rateRow_ = rows_[Field::Rate] = addRow(tr("Frames/s"), rate_);
}

void ExportForm::buildLook(const Choices& choices) {
  size_ = new SizeField(theme_);
  rows_[Field::Size] = addRow(tr("Size"), size_);
  scale_ = numberField(tr("Type and lines, in percent of what suits the size"), 60);
  auto* scaleField = new QWidget;
  auto* scaleLine = new QHBoxLayout(scaleField);
  scaleLine->setContentsMargins(0, 0, 0, 0);
  scaleLine->setSpacing(unit / 2);
  scaleLine->addWidget(scale_);
  scaleLine->addWidget(new QLabel(tr("% type and lines")));
  scaleLine->addStretch(1);
  scaleField->setFocusProxy(scale_);
  rows_[Field::Scale] = addRow(tr("Scale"), scaleField);
  colors_ = new QComboBox;
  for (const render::Theme& theme : render::themes())
    colors_->addItem(theme.name, theme.key);
  addRow(tr("Theme"), colors_);
  auto* boxes = new QWidget;
  auto* boxColumn = new QVBoxLayout(boxes);
  boxColumn->setContentsMargins(0, 4, 0, 0);
  boxColumn->setSpacing(unit / 2 + 1);
  transparent_ = new PartBox(tr("Transparent ground"), theme_);
  formula_ = new PartBox(tr("Formula"), theme_);
  parameters_ = new PartBox(tr("Line of parameters"), theme_);
  handles_ = new PartBox(tr("Points to drag"), theme_);
  textAsText_ = new PartBox(tr("Words as text, not outlines"), theme_);
  for (QCheckBox* box : {formula_, parameters_, handles_, transparent_, textAsText_})
    boxColumn->addWidget(box);
  boxes->setAccessibleName(tr("Parts of the figure"));
  addRow(tr("With"), boxes);
  title_ = new QLineEdit;
  title_->setPlaceholderText(tr("None"));
  caption_ = new QLineEdit;
  caption_->setPlaceholderText(tr("None"));
  rows_[Field::Title] = addRow(tr("Title"), title_);
  addRow(tr("Caption"), caption_);
  title_->setText(choices.title);
}

/// The formats of what is chosen; a movie that cannot be made says why.
void ExportForm::fillKinds() {
  const QSignalBlocker silence(kind_);
  const QVariant before = kind_->currentData();
  const auto what = static_cast<What>(what_->currentData().toInt());
  const QString noMovie = figures::movieProblem();
  kind_->clear();
  for (const FileKind kind : kindsFor(what)) {
    kind_->addItem(labelOf(kind), static_cast<int>(kind));
    if (kind != FileKind::Movie || noMovie.isEmpty())
      continue;
    const int index = kind_->count() - 1;
    kind_->setItemText(index, tr("%1 (needs ffmpeg)").arg(labelOf(kind)));
    kind_->setItemData(index, noMovie, Qt::ToolTipRole);
    if (auto* model = qobject_cast<QStandardItemModel*>(kind_->model()))
      model->item(index)->setEnabled(false);
  }
  if (before.isValid())
    chooseByData(*kind_, before);
}

void ExportForm::show(const Choices& choices) {
  const bool moves = choices.what != What::Picture;
  const bool hasRate =
      moves &&
      (choices.what != What::Keyframes || choices.kind == FileKind::Gif || choices.kind == FileKind::Movie) &&
      !isFolder(choices.kind);
  movementRow_->setVisible(moves);
  rateRow_->setVisible(hasRate);
  movement_->show(choices);
  transparent_->setEnabled(choices.kind != FileKind::Movie);
  textAsText_->setVisible(choices.kind == FileKind::Svg || choices.kind == FileKind::SvgFrames);
}

Choices ExportForm::choices() const {
  Choices choices = remembered_;
  choices.what = static_cast<What>(what_->currentData().toInt());
  choices.kind = static_cast<FileKind>(kind_->currentData().toInt());
  movement_->read(choices);
  choices.framesPerSecond = rate_->text();
  size_->read(choices);
  choices.scale = scale_->text();
  choices.theme = colors_->currentData().toString();
  choices.isTransparent = transparent_->isChecked();
  choices.withFormula = formula_->isChecked();
  choices.withParameters = parameters_->isChecked();
  choices.withHandles = handles_->isChecked();
  choices.textAsText = textAsText_->isChecked();
  choices.title = title_->text();
  choices.caption = caption_->text();
  return choices;
}

void ExportForm::showProblems(const std::vector<Problem>& problems) {
  for (const auto& [field, row] : rows_) {
    QString words;
    for (const Problem& problem : problems)
      if (problem.field == field && words.isEmpty())
        words = problem.words;
    row->setProblem(words);
  }
}

QString ExportForm::problem(Field field) const {
  const auto row = rows_.find(field);
  return row == rows_.end() ? QString() : row->second->problem();
}

} // namespace eigenboard::export_dialog
