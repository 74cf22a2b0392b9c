#pragma once

#include "app/search/document.h"

namespace eigenboard::search {

/// "chapter": the same in every language.
QString kindKey(Kind kind);
/// "Chapter"
QString kindName(Kind kind);
/// "Chapters": above several of them.
QString kindHeading(Kind kind);

} // namespace eigenboard::search
