#pragma once

#include "app/book/book.h"
#include "views/typesetting/typesetter.h"

#include <QtCore/QString>

namespace eigenboard::window {

/// The folder that holds book.json: beside the program in its source tree, or installed under share/; the
/// environment variable EIGENBOARD_CHAPTERS overrides both. Empty when there is none.
QString chaptersFolder();

/// Where the reader's own things are kept (XDG data directory). It may be missing until the store is opened.
QString dataFolder();

/// Where the search index is kept; not made here.
QString searchFolder();

/// Cache folder, and the macros of that book.
typesetting::TypesetterOptions typesetterOptions(const book::Book& book);

/// The same for the book in chaptersFolder(); without one, no macros.
typesetting::TypesetterOptions typesetterOptions();

/// The Python that EIGENBOARD_PYTHON names for the code of the book; empty: the usual one.
QString chosenPython();
/// Where the libraries of that Python may keep what takes long to make.
QString codeCacheFolder();

} // namespace eigenboard::window
