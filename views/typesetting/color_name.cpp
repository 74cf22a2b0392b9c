#include "views/typesetting/color_name.h"

#include <QtGui/QColor>

namespace eigenboard::typesetting {

QRgb colorNamed(const QString& name) {
  if (name.isEmpty())
    return 0;
  // The one name of CSS that Qt, which stops at SVG 1.0, does not know.
  if (name.compare(QLatin1StringView("rebeccapurple"), Qt::CaseInsensitive) == 0)
    return qRgb(0x66, 0x33, 0x99);
  if (!QColor::isValidColor(name))
    return 0;
  const QColor color(name);
  return color.alpha() > 0 ? color.rgba() : 0;
}

} // namespace eigenboard::typesetting
