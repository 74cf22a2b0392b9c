#pragma once

#include <QtCore/QString>

namespace eigenboard::search {

/// A formula as one line of Unicode text, the way one would write it in a message: "\lambda_1 \geq 0" gives
/// "λ₁ ≥ 0", a fraction "a/b", a matrix "[1 2; 3 4]". A command that is not known leaves its name as a word.
/// Any input gives some text; it is cut after 4,000 characters. Cost: linear.
QString textOfTex(QStringView tex);

} // namespace eigenboard::search
