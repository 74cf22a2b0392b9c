#pragma once

#include "views/typesetting/formula.h"

#include <QtCore/QByteArray>

#include <optional>

namespace eigenboard::typesetting {

/// A formula without an error as bytes, and back, bit for bit.
QByteArray toBytes(const Formula& formula);

/// Nothing if the bytes are not a whole formula.
std::optional<Formula> formulaFromBytes(const QByteArray& bytes);

} // namespace eigenboard::typesetting
