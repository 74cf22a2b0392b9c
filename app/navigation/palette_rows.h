#pragma once

#include "app/search/document.h"

#include <vector>

namespace eigenboard::navigation {

/// One line of the palette.
struct PaletteRow {
  enum class Role : std::uint8_t {
    Heading,    ///< above the results of one kind
    Result,     ///< can be chosen
    Suggestion, ///< another query that finds something: can be chosen
    Note,       ///< says why there is nothing
  };
  Role role = Role::Result;
  QString text; ///< of headings, suggestions (the query) and notes
  search::Result result;
  bool canBeChosen() const { return role == Role::Result || role == Role::Suggestion; }
};

/// The results by kind, the kind of the best one first, each kind in its order; with what to try when there
/// are none. Of everything each kind shows its best few only, so that none hides the others.
std::vector<PaletteRow> rowsOf(const search::Answer& answer, search::Scope scope);

/// What an empty field shows: places visited lately, then commands.
std::vector<PaletteRow> rowsOfNothingTyped(const std::vector<search::Result>& recent,
                                           const std::vector<search::Command>& commands, search::Scope scope);

/// The row as a screen reader says it.
QString spoken(const PaletteRow& row);

} // namespace eigenboard::navigation
