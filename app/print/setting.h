#pragma once

#include "app/book/book.h"
#include "app/print/document.h"
#include "app/reader/live_numbers.h"
#include "views/render/theme.h"
#include "views/typesetting/typesetter.h"

namespace eigenboard::print {

/// Black on white: the light theme without its tints.
render::Theme paperTheme();

/// Sets blocks for paper and breaks them into pages. Waits for formulas. Never fails: what cannot be shown is
/// told in its place.
class Setter {
 public:
  /// book and typesetter outlive this.
  Setter(const book::Book& book, panel::Desk& desk, typesetting::Typesetter& typesetter, const Paper& paper);

  const reader::Typography& type() const { return type_; }
  const render::Theme& theme() const { return theme_; }
  /// file: of the chapter the blocks come from, against which its links are read.
  SetText set(const book::Blocks& blocks, const QString& file);
  /// narrower: by so many px than the column of the book.
  SetText set(std::vector<reader::Node> nodes, double narrower = 0);

 private:
  void fill(std::vector<reader::Node>& nodes);

  const book::Book& book_;
  typesetting::Typesetter& typesetter_;
  Paper paper_;
  render::Theme theme_;
  reader::Typography type_;
  reader::LiveNumbers numbers_;
};

} // namespace eigenboard::print
