#pragma once

#include "app/reader/reader.h"
#include "app/store/store.h"

namespace eigenboard::window {

/// Puts what the store knows of the open chapter's exercises onto its page: answers, marks, what was tried.
void showProgress(const store::Store& store, reader::Reader& reader);

/// Puts how the page's exercises stand into the store; only: the anchor of the one that changed, or empty for
/// all. The page is right where the two differ: an exercise may ask for more than it did when it was solved.
/// An exercise that was never touched leaves nothing. Empty, or the reason why it cannot be kept.
QString keepProgress(const reader::Reader& reader, store::Store& store, const QString& only = {});

} // namespace eigenboard::window
