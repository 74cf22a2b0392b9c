#pragma once

namespace eigenboard::book::limits {

/// What a page may cost. A chapter stays far below; beyond a limit the page says so in place of the content,
/// so that a damaged or hostile file costs a bounded time and a bounded memory.
inline constexpr int sourceCharacters = 1'000'000;
inline constexpr int tableColumns = 40;
inline constexpr int tableCells = 4'000;
inline constexpr int blocks = 12'000;
inline constexpr int parserEvents = 400'000;
inline constexpr int nesting = 24;       ///< quotes, lists and folds inside one another
inline constexpr int inlineNesting = 16; ///< emphasis and links inside one another
inline constexpr int paragraphCharacters = 40'000;
inline constexpr int codeCharacters = 120'000;
inline constexpr int codeLines = 3'000;
inline constexpr int displayFormulaCharacters = 20'000;
inline constexpr int inlineFormulaCharacters = 2'000;
inline constexpr int footnotes = 1'000;
inline constexpr int footnoteCharacters = 300'000; ///< of all of a page together

} // namespace eigenboard::book::limits
