#pragma once

#include "app/book/macros.h"

#include <QtCore/QByteArray>

namespace eigenboard::book {

/// A chapter as a Jupyter notebook (format 4.5): its text as Markdown, a cell for each section; its Python
/// fences as code cells that hold the output the book shows. What is alive only in this program stays as its
/// words, and an answer to type as a blank. Python in a fold stays in the fold, as text. source: the
/// chapter's file. Linear in the source.
QByteArray notebook(const QString& source, const Macros& macros);

/// The text without the links that only this program follows: their words stay. Code and formulas are left as
/// they are. Outside fences.
QString withoutLiveLinks(const QString& markdown);

} // namespace eigenboard::book
