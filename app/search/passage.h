#pragma once

#include <QtCore/QString>

namespace eigenboard::search {

/// A few words of running text at a place of a document, by which a page can find it again: the run of plain
/// words, without numbers and formulas, that holds the place or is nearest to it in its line; empty when the
/// line has none of at least two words.
QString passageAt(const QString& text, qsizetype place);

/// The first words of a text, up to its first formula.
QString openingOf(const QString& text);

} // namespace eigenboard::search
