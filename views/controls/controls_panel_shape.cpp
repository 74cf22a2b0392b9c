#include "views/controls/appearance.h"
#include "views/controls/controls_panel.h"
#include "views/controls/shared_chip.h"
#include "views/controls/slider_control.h"
#include "views/controls/toggle_control.h"

#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace eigenboard::controls {

namespace {

constexpr int betweenLines = 3;     ///< pixels, where names stand beside their controls
constexpr double nameShare = 0.42;  ///< of a line at most; a longer name is cut, and its tooltip has it
constexpr int betweenSwitches = 12; ///< pixels

void forget(QLayout& layout) {
  while (QLayoutItem* item = layout.takeAt(0)) {
    if (QLayout* inner = item->layout())
      forget(*inner);
    delete item; // of widgets, which stay
  }
}

} // namespace

int ControlsPanel::heightOf(const Block& block) const {
  if (!block.hasEffect)
    return 0;
  const int control = block.control->sizeHint().height();
  if (shape_.isInLine)
    return control + betweenLines;
  return control + (block.caption ? block.caption->height() : 0) + unit;
}

void ControlsPanel::setShape(const ControlsShape& shape) {
  if (shape == shape_)
    return;
  shape_ = shape;
  arrange();
}

void ControlsPanel::arrange() {
  forget(*columns_);
  alignInLine();
  int whole = 0;
  for (const Block& block : blocks_)
    whole += heightOf(block);
  std::size_t first = 0;
  int above = 0;
  for (int column = 1; column <= shape_.columns; ++column) {
    std::size_t last = first;
    // A block goes where its middle falls.
    for (; last < blocks_.size() && above + heightOf(blocks_[last]) / 2 < whole * column / shape_.columns;
         ++last)
      above += heightOf(blocks_[last]);
    if (column == shape_.columns)
      last = blocks_.size();
    auto* stack = new QVBoxLayout;
    columns_->addLayout(stack, 1);
    fill(*stack, first, last);
    first = last;
  }
}

/// In a line all names have one width and all numbers have one, so that the controls stand below each other.
void ControlsPanel::alignInLine() {
  int name = 0;
  int number = 0;
  for (const Block& block : blocks_) {
    if (block.caption)
      name = std::max(name, block.caption->sizeHint().width());
    if (const auto* slider = qobject_cast<SliderControl*>(block.control)) {
      name = std::max(name, slider->nameWidth());
      number = std::max(number, slider->numberWidth());
    }
  }
  name = std::min(name + unit, static_cast<int>(nameShare * shape_.width));
  for (const Block& block : blocks_) {
    if (block.caption) {
      block.caption->setMinimumWidth(shape_.isInLine ? name : 0);
      block.caption->setMaximumWidth(shape_.isInLine ? name : QWIDGETSIZE_MAX);
    }
    if (auto* slider = qobject_cast<SliderControl*>(block.control)) {
      if (shape_.isInLine)
        slider->setInLine(name, number);
      else
        slider->setInTwoLines();
    }
  }
}

std::size_t ControlsPanel::fillSwitches(QBoxLayout& column, std::size_t first, std::size_t last) {
  int widest = 0;
  std::size_t end = first;
  std::vector<QWidget*> switches;
  for (; end < last && qobject_cast<ToggleControl*>(blocks_[end].control) && !blocks_[end].chip; ++end)
    if (blocks_[end].hasEffect) {
      switches.push_back(blocks_[end].control);
      widest = std::max(widest, switches.back()->sizeHint().width());
    }
  const auto count = static_cast<int>(switches.size());
  if (count < 2)
    return first;
  const int across = std::clamp((shape_.width + betweenSwitches) / (widest + betweenSwitches), 1, count);
  auto* grid = new QGridLayout;
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setHorizontalSpacing(betweenSwitches);
  grid->setVerticalSpacing(shape_.isInLine ? betweenLines : unit / 2);
  for (int i = 0; i < count; ++i)
    grid->addWidget(switches[static_cast<std::size_t>(i)], i / across, i % across);
  for (int i = 0; i < across; ++i)
    grid->setColumnStretch(i, 1);
  column.addLayout(grid);
  return end;
}

void ControlsPanel::fill(QBoxLayout& column, std::size_t first, std::size_t last) {
  column.setContentsMargins(0, 0, 0, 0);
  column.setSpacing(shape_.isInLine ? betweenLines : unit);
  for (std::size_t i = first; i < last; ++i) {
    if (const std::size_t end = fillSwitches(column, i, last); end > i) {
      i = end - 1;
      continue;
    }
    const Block& block = blocks_[i];
    if (!block.hasEffect)
      continue;
    if (block.caption && shape_.isInLine) {
      auto* line = new QHBoxLayout;
      line->setSpacing(0);
      line->addWidget(block.caption, 0, Qt::AlignVCenter);
      line->addWidget(block.control, 1);
      column.addLayout(line);
    } else {
      if (block.caption) {
        column.addWidget(block.caption);
        column.addSpacing(-unit / 2);
      }
      column.addWidget(block.control, 0, block.alignment);
    }
    if (block.problem)
      column.addWidget(block.problem);
    if (block.chip)
      column.addWidget(block.chip);
  }
  column.addStretch(1);
}

} // namespace eigenboard::controls
