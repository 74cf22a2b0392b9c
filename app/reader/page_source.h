#pragma once

#include "app/book/book.h"
#include "app/book/tree.h"

namespace eigenboard::reader {

/// What a page shows, before it is set.
struct PageSource {
  book::Blocks blocks;
  book::Inlines underTitle; ///< level, minutes, what the chapter builds on
  book::Inlines atEnd;      ///< the chapters before and after, see waysOn
  bool isWritten = false;   ///< false: blocks say why the chapter cannot be read, and what it will cover
};

/// Reads the chapter's file; one that is not written or cannot be read gives a page that says so.
/// path: the reading path that is followed, see book::pathOf.
PageSource readPage(const book::Book& book, const book::Chapter& chapter, const QString& path = {});

/// The chapters before and after on the path, and the next one that is written when that is another.
book::Inlines waysOn(const book::Book& book, const book::Chapter& chapter, const QString& path);

/// A page for a chapter id that the book does not have.
PageSource unknownPage(const book::Book& book, const QString& id);

} // namespace eigenboard::reader
