#pragma once

#include "views/panel/state.h"

#include <QtCore/QStringList>

namespace eigenboard::figures {

/// Each item TeX, for FigureOptions::parameters: "A = [[1, 1], [0, 1]]", "\eta = 0.1", "\text{seed } 7",
/// "\text{step } 20". Numbers, points and matrices that have an effect are named, choices, switches and text
/// where they are not at their default; at most four decimals.
QStringList parameterLine(const panel::Description& description, const panel::State& state);

} // namespace eigenboard::figures
