#pragma once

#include <QtCore/QString>

namespace eigenboard::book {

/// The characters an HTML entity stands for: "&amp;", "&#8722;", "&#x2212;". One that is not known is given
/// back as it is.
QString entityText(const QString& entity);

} // namespace eigenboard::book
