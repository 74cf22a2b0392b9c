#pragma once

#include "app/book/book.h"
#include "app/book/chapter_page.h"
#include "app/search/document.h"
#include "views/panel/panel.h"

namespace eigenboard::search {

/// What of a chapter can be found: the chapter itself, its sections by heading, its exercises; of the
/// glossary its terms (third-level headings), of the notation reference the rows of its tables. A chapter
/// that is not written has an empty page and can be found by its title and what it will cover.
std::vector<Document> chapterDocuments(const book::Chapter& chapter, const book::Page& page);

/// The panel with its parameters, readouts and goals, and each of its presets. Cost: one evaluation of the
/// panel.
std::vector<Document> panelDocuments(const panel::Panel& panel);

} // namespace eigenboard::search
