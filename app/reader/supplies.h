#pragma once

#include "app/reader/card_pictures.h"
#include "app/reader/formula_loader.h"
#include "app/reader/live_numbers.h"
#include "app/reader/picture_loader.h"

namespace eigenboard::reader {

/// What a page is filled with, as it arrives: numbers of the panels, formulas, pictures, pictures of panels.
struct Supplies {
  Supplies(panel::Desk& desk, typesetting::Typesetter& typesetter)
      : numbers(desk), loader(typesetter), cards(desk) {}

  LiveNumbers numbers;
  FormulaLoader loader;
  PictureLoader pictures;
  CardPictures cards;
};

} // namespace eigenboard::reader
