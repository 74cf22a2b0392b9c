#include "app/export_dialog/size_field.h"

#include "app/export_dialog/form_row.h"
#include "app/export_dialog/part_box.h"
#include "views/controls/appearance.h"

#include <QtCore/QSignalBlocker>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>

#include <cmath>
#include <utility>

namespace eigenboard::export_dialog {

namespace {

constexpr double millimetresPerInch = 25.4;

/// Device pixels in one of the unit.
double pixelsPerUnit(figures::LengthUnit unit, double dotsPerInch) {
  switch (unit) {
  case figures::LengthUnit::Millimetres:
    return dotsPerInch / millimetresPerInch;
  case figures::LengthUnit::Inches:
    return dotsPerInch;
  case figures::LengthUnit::Pixels:
    break;
  }
  return 1;
}

QString lengthText(double length, figures::LengthUnit unit) {
  const double digits = unit == figures::LengthUnit::Pixels ? 1 : 1000; // of an inch less than a pixel
  return QString::number(std::round(length * digits) / digits, 'g', 8);
}

} // namespace

SizeField::SizeField(const render::Theme& theme, QWidget* parent) : QWidget(parent) {
  preset_ = new QComboBox;
  preset_->setAccessibleName(tr("Size"));
  for (const figures::SizePreset& preset : figures::sizePresets()) {
    preset_->addItem(preset.label, preset.key);
    preset_->setItemData(preset_->count() - 1, figures::sizeText(preset.size), Qt::ToolTipRole);
  }
  preset_->insertSeparator(preset_->count());
  preset_->addItem(tr("Own size"), customSize);
  width_ = numberField(tr("Width"), 60);
  height_ = numberField(tr("Height"), 60);
  unit_ = new QComboBox;
  unit_->setAccessibleName(tr("Unit of width and height"));
  unit_->addItem(tr("px"));
  unit_->addItem(tr("mm"));
  unit_->addItem(tr("in"));
  dots_ = numberField(tr("Resolution in dots per inch"), 60);
  lock_ = new PartBox(tr("Keep the ratio"), theme);
  own_ = new QWidget;
  auto* grid = new QGridLayout(own_);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setHorizontalSpacing(controls::unit / 2);
  grid->setVerticalSpacing(controls::unit / 2);
  grid->addWidget(width_, 0, 0);
  grid->addWidget(new QLabel(QStringLiteral("×")), 0, 1);
  grid->addWidget(height_, 0, 2);
  grid->addWidget(unit_, 0, 3);
  grid->addWidget(dots_, 1, 0);
  grid->addWidget(new QLabel(tr("dpi")), 1, 1);
  grid->addWidget(lock_, 1, 2, 1, 3);
  grid->setColumnStretch(4, 1);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(controls::unit / 2);
  column->addWidget(preset_);
  column->addWidget(own_);
  setFocusProxy(preset_);
  for (const auto& [first, second] : {std::pair<QWidget*, QWidget*>(preset_, width_),
                                      {width_, height_},
                                      {height_, unit_},
                                      {unit_, dots_},
                                      {dots_, lock_}})
    setTabOrder(first, second);

  connect(preset_, &QComboBox::currentIndexChanged, this, [this] {
    showOwn();
    emit changed();
  });
  connect(width_, &QLineEdit::textEdited, this, [this] { follow(*width_, *height_, 1 / aspect_); });
  connect(height_, &QLineEdit::textEdited, this, [this] { follow(*height_, *width_, aspect_); });
  connect(unit_, &QComboBox::currentIndexChanged, this, &SizeField::chooseUnit);
  connect(dots_, &QLineEdit::textEdited, this, &SizeField::changed);
  connect(lock_, &QCheckBox::toggled, this, [this] {
    noteAspect();
    emit changed();
  });
}

void SizeField::show(const Choices& choices) {
  chooseByData(*preset_, choices.size);
  width_->setText(choices.width);
  height_->setText(choices.height);
  shownUnit_ = static_cast<int>(choices.unit);
  const QSignalBlocker silence(unit_);
  unit_->setCurrentIndex(shownUnit_);
  dots_->setText(choices.dotsPerInch);
  const QSignalBlocker still(lock_);
  lock_->setChecked(choices.keepsAspect);
  noteAspect();
  showOwn();
}

void SizeField::read(Choices& choices) const {
  choices.size = preset_->currentData().toString();
  choices.width = width_->text();
  choices.height = height_->text();
  choices.unit = static_cast<figures::LengthUnit>(unit_->currentIndex());
  choices.dotsPerInch = dots_->text();
  choices.keepsAspect = lock_->isChecked();
}

void SizeField::showOwn() {
  own_->setVisible(preset_->currentData().toString() == customSize);
}

void SizeField::noteAspect() {
  const double ratio = width_->text().toDouble() / height_->text().toDouble();
  if (std::isfinite(ratio) && ratio > 0)
    aspect_ = ratio;
}

void SizeField::follow(QLineEdit& typed, QLineEdit& other, double ratio) {
  bool isNumber = false;
  const double length = typed.text().toDouble(&isNumber);
  if (lock_->isChecked() && isNumber && length > 0)
    other.setText(lengthText(length * ratio, static_cast<figures::LengthUnit>(unit_->currentIndex())));
  emit changed();
}

/// The figure stays as large as it is; only the numbers are others.
void SizeField::chooseUnit() {
  const auto before = static_cast<figures::LengthUnit>(std::exchange(shownUnit_, unit_->currentIndex()));
  const auto after = static_cast<figures::LengthUnit>(shownUnit_);
  const double dots = figures::dotsPerInchFromText(dots_->text()).value_or(96);
  const double factor = pixelsPerUnit(before, dots) / pixelsPerUnit(after, dots);
  for (QLineEdit* field : {width_, height_}) {
    bool isNumber = false;
    const double length = field->text().toDouble(&isNumber);
    if (isNumber)
      field->setText(lengthText(length * factor, after));
  }
  emit changed();
}

} // namespace eigenboard::export_dialog
