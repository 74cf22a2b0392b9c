#pragma once

#include "app/search/document.h"
#include "app/search/query.h"

namespace eigenboard::search {

/// The commands that have all the words of a query in their title or keywords, each word perhaps unfinished
/// ("ne ch" finds "Next chapter"); best first. They belong to the window and change with it, so they are not
/// in the index.
std::vector<Result> foundCommands(const std::vector<Command>& commands, const Query& query);

} // namespace eigenboard::search
