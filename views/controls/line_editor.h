#pragma once

class QLineEdit;
class QWidget;

namespace eigenboard::controls {

/// Takes down the editor that lies over a widget, and makes it null; the widget, whose event filter is on it,
/// gets the keyboard back if the editor had it. Nothing where there is none.
void takeDown(QLineEdit*& editor, QWidget& widget);

} // namespace eigenboard::controls
