#pragma once

#include "app/book/book.h"
#include "app/store/store.h"
#include "views/panel/desk.h"
#include "views/typesetting/typesetter.h"

namespace eigenboard::window {

/// What the window works with, in the order in which it must outlive what uses it.
struct Services {
  book::Book book;
  panel::Registry registry;
  typesetting::Typesetter typesetter;
  panel::Desk desk;
  store::Store store; ///< in memory until it is opened

  Services();
};

} // namespace eigenboard::window
