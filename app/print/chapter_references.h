#pragma once

#include "app/book/tree.h"

#include <QtCore/QHash>

namespace eigenboard::print {

/// Makes links of the chapters that "Met in: 4.4." of a glossary names, and those in the column "Met in" of a
/// table of symbols. paths: of the chapters that can be reached, by id, as a link of this page would write
/// them; others stay words. Only the outermost blocks are read: both kinds stand there.
void linkChapters(book::Blocks& blocks, const QHash<QString, QString>& paths);

} // namespace eigenboard::print
