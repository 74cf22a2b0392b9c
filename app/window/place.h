#pragma once

#include "app/book/book.h"
#include "views/panel/registry.h"
#include "views/panel/state.h"

namespace eigenboard::window {

/// Where a word of the command line or a link leads: a chapter, or a panel with settings.
struct Place {
  QString chapter;
  QString panel;
  panel::Settings settings;
  QString error; ///< empty, or why the word leads nowhere
};

/// A panel's chapter is the one its description names, when the book has it.
Place findPlace(const QString& word, const book::Book& book, const panel::Registry& registry);

} // namespace eigenboard::window
