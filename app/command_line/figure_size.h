#pragma once

#include <QtCore/QSize>
#include <QtCore/QString>

#include <optional>

namespace eigenboard::command_line {

/// Size in px at 96 per inch, type and line scale, and device pixels per px for images.
struct FigureSize {
  QSize size;
  double scale = 1;
  double pixelRatio = 1;
};

/// full (16:9), half and square slides sized for a 1920x1080 deck, with type that reads from the back row;
/// print is a journal column 3.5 inches wide at 600 dpi. Nothing for other names.
std::optional<FigureSize> slidePreset(const QString& name);

/// "960x720": both sides from 16 to 20000. Nothing otherwise.
std::optional<QSize> parseSize(const QString& text);

} // namespace eigenboard::command_line
