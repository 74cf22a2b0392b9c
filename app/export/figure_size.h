#pragma once

#include <QtCore/QSize>
#include <QtCore/QString>

#include <optional>
#include <vector>

namespace eigenboard::figures {

/// size: in px at 96 per inch, not always whole. scale: of type and lines. pixelRatio: device pixels per px
/// in images.
struct FigureSize {
  QSizeF size = {1920, 1080};
  double scale = 2.25;
  double pixelRatio = 1;

  QSize pixels() const { return (size * pixelRatio).toSize(); }
  double dotsPerInch() const { return 96 * pixelRatio; }
};

/// What a size of a table is for.
enum class Medium : std::uint8_t { Slide, Print };

struct SizePreset {
  QString key;   ///< "full", for the command line and for settings
  QString label; ///< "Full slide, 16:9"
  Medium medium = Medium::Slide;
  FigureSize size;
};

/// The one table of sizes. On slides numbers at the ticks are 1/40 of the height, titles and labels 1/30
/// where their row has room, which reads from the back row; in print they are 6.8 to 7.2 points.
std::vector<SizePreset> sizePresets();
/// Nothing for an unknown key.
std::optional<SizePreset> sizePreset(const QString& key);
/// "full, half, square, ...": for messages.
QString sizePresetKeys();

enum class LengthUnit : std::uint8_t { Pixels, Millimetres, Inches };

/// dotsPerInch: 0 means the usual, 96 for pixels (which a number of dots only gives a size on paper) and 300
/// for millimetres and inches.
struct CustomSize {
  double width = 1920;
  double height = 1080;
  LengthUnit unit = LengthUnit::Pixels;
  double dotsPerInch = 0;
};

struct SizeResult {
  FigureSize size;
  QString error; ///< empty, or why it is no size of a figure
  bool ok() const { return error.isEmpty(); }
};

/// The figure of that size, with the scale that suits it. Refused with the reason: what is not a positive
/// number, resolutions outside 30 to 2400, sides outside 16 to 20000 device pixels, more than 200 million of
/// them.
SizeResult sizeOf(const CustomSize& wanted);

/// The number of a resolution: 30 to 2400, or nothing.
std::optional<double> dotsPerInchFromText(const QString& text);

/// "960x720", "85x60mm", "3.5x2.5in". dotsPerInch as in CustomSize.
SizeResult sizeFromText(const QString& text, double dotsPerInch = 0);

/// The scale that keeps type readable at that size in px: 2.25 at 1920x1080, never below the smallest.
double suitableScale(QSizeF size, double smallest);

/// "1920 × 1080 px", and for what is not at 96 dots per inch also "85 × 64 mm at 600 dpi".
QString sizeText(const FigureSize& size);

} // namespace eigenboard::figures
