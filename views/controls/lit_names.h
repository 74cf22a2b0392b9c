#pragma once

#include "views/panel/panel.h"
#include "views/panel/spotlight.h"

namespace eigenboard::controls {

/// What a parameter or group is called: its key and its symbol.
panel::Names namesOfParameter(const panel::Description& description, const QString& key);

/// What several keys are called together; a group all of whose keys are among them is named too, so that the
/// handle that sets both coordinates of v is v.
panel::Names namesOfKeys(const panel::Description& description, const QStringList& keys);

panel::Names namesOfReadout(const panel::Readout& readout);

/// In one spelling; none for empty TeX.
panel::Names namesOfSymbol(const QString& tex);

/// Is a thing with these keys and this symbol lit? Keys of a group stand for the group too: the handle of a
/// column of A is lit with A.
bool isLit(const panel::Spotlight& spotlight, const panel::Description& description, const QStringList& keys,
           const QString& symbol);

} // namespace eigenboard::controls
