#pragma once

#include "app/search/document.h"

#include <QtCore/QObject>

namespace eigenboard::search {
class Service;
}

namespace eigenboard::navigation {
class Palette;
}

namespace eigenboard::window {

class MainWindow;
struct Services;

/// Searching in the window: the palette over it, the index behind the palette, and the way to what was
/// chosen.
class SearchDesk : public QObject {
  Q_OBJECT

 public:
  /// services outlive the desk; the window owns it.
  SearchDesk(MainWindow& window, Services& services);
  ~SearchDesk() override;

  navigation::Palette& palette() { return *palette_; }
  search::Service& service() { return *service_; }
  /// Opens the chapter at the passage, puts the panel on the stage, or runs the command.
  void goTo(const search::Target& target);

 private:
  void showPanel(const search::Target& target);

  MainWindow& window_;
  Services& services_;
  search::Service* service_ = nullptr;
  navigation::Palette* palette_ = nullptr;
};

} // namespace eigenboard::window
