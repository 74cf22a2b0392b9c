#include "app/window/services.h"

#include "app/window/locations.h"

namespace eigenboard::window {

Services::Services()
    : book(book::readBook(chaptersFolder())), registry(panel::registeredPanels()),
      typesetter(typesetterOptions(book)), desk(registry) {}

} // namespace eigenboard::window
