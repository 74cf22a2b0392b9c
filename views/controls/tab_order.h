#pragma once

#include <QtCore/QList>

class QWidget;

namespace eigenboard::controls {

/// Makes Tab visit the parts in the order given, and within each part keeps the order there is. Widgets made
/// later stand at the end until this is called again. The parts are of one window and not inside each other.
void setTabOrder(const QList<QWidget*>& parts);

} // namespace eigenboard::controls
