#include "app/command_line/figure_size.h"

#include <QtCore/QRegularExpression>

namespace eigenboard::command_line {

std::optional<FigureSize> slidePreset(const QString& name) {
  if (name == QStringLiteral("full"))
    return FigureSize{{1920, 1080}, 2.0, 1};
  if (name == QStringLiteral("half"))
    return FigureSize{{960, 1080}, 1.8, 1};
  if (name == QStringLiteral("square"))
    return FigureSize{{1080, 1080}, 1.8, 1};
  if (name == QStringLiteral("print"))
    return FigureSize{{336, 252}, 0.7, 600.0 / 96.0};
  return std::nullopt;
}

std::optional<QSize> parseSize(const QString& text) {
  static const QRegularExpression pattern(QStringLiteral("^(\\d{1,5})[xX×](\\d{1,5})$"));
  const QRegularExpressionMatch match = pattern.match(text);
  if (!match.hasMatch())
    return std::nullopt;
  const QSize size(match.captured(1).toInt(), match.captured(2).toInt());
  const auto sane = [](int side) { return side >= 16 && side <= 20000; };
  return sane(size.width()) && sane(size.height()) ? std::optional(size) : std::nullopt;
}

} // namespace eigenboard::command_line
