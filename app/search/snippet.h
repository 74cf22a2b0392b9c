#pragma once

#include "app/search/document.h"
#include "app/search/query.h"

#include <optional>

namespace eigenboard::search {

/// Where in a text the terms of a query stand, in order, without overlap.
QList<Range> rangesOf(const Query& query, const QString& text);

struct Snippet {
  QString text; ///< one line of about 150 characters, with … where it was cut
  QList<Range> ranges;
  std::optional<qsizetype>
      place; ///< in the whole text, of the first that was looked for; nothing: there is none
};

/// The stretch of a text that holds most of what was looked for; its beginning when it holds none. Cost:
/// linear in the text.
Snippet snippetOf(const Query& query, const QString& text);

} // namespace eigenboard::search
