#pragma once

#include "core/numerics/precision.h"
#include "views/panel/parameter.h"

#include <vector>

namespace eigenboard::panel {

/// fp64, fp32, fp16 and bf16, in the order of numerics::Precision; help tells digits, range and the distance
/// from 1 to the next number.
std::vector<Option> precisionOptions();

} // namespace eigenboard::panel
