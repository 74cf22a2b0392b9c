#pragma once

#include "app/book/book.h"
#include "views/panel/desk.h"
#include "views/typesetting/typesetter.h"

namespace eigenboard::window {

/// What the window works with, in the order in which it must outlive what uses it.
struct Services {
  book::Book book;
  panel::Registry registry;
  typesetting::Typesetter typesetter;
  panel::Desk desk;

  Services();
};

} // namespace eigenboard::window
