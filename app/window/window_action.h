#pragma once

#include <QtCore/QString>

class QAction;

namespace eigenboard::window {

/// An action of the window. group: which part of the menu it stands in. Its dynamic properties say more, so
/// that search needs to know actions only:
/// - "keywords", a QStringList: what people type who look for it and do not know its name;
/// - "heading", a QString: what it is a choice of ("Theme"), the submenu it stands in.
struct WindowAction {
  QAction* action = nullptr;
  QString group;
};

} // namespace eigenboard::window
