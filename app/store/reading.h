#pragma once

#include "app/store/database.h"
#include "app/store/records.h"

namespace eigenboard::store {

/// Everything in a file of the present schema. Rows that this program would not have kept (a text beyond its
/// limit, a document that is no JSON) are left out here and left alone in the file.
Failure readContents(Database& database, Contents& contents);

} // namespace eigenboard::store
