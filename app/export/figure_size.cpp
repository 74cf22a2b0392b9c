#include "app/export/figure_size.h"

#include "app/export/words.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QStringList>

#include <algorithm>
#include <cmath>

namespace eigenboard::figures {
namespace {

constexpr double pixelsPerInch = 96;
constexpr double millimetresPerInch = 25.4;
constexpr double usualPrintDots = 300;
constexpr double smallestDots = 30;
constexpr double largestDots = 2400;
constexpr double smallestSide = 16;
constexpr double largestSide = 20000;
constexpr double largestArea = 200e6;
constexpr double printScale = 0.75;
constexpr double slideScale = 2.25; // numbers at ticks are 1/40 of 1080 px high, labels and titles 1/30

FigureSize printed(double widthMillimetres, double heightMillimetres, double scale, double dots) {
  constexpr double pixelsPerMillimetre = pixelsPerInch / millimetresPerInch;
  return {QSizeF(widthMillimetres, heightMillimetres) * pixelsPerMillimetre, scale, dots / pixelsPerInch};
}

double pixelsPer(LengthUnit unit) {
  switch (unit) {
  case LengthUnit::Millimetres:
    return pixelsPerInch / millimetresPerInch;
  case LengthUnit::Inches:
    return pixelsPerInch;
  case LengthUnit::Pixels:
    break;
  }
  return 1;
}

QString plainNumber(double value) {
  return QString::number(value, 'g', 6);
}

QString dotsProblem(double dots) {
  return tr("a resolution of %1 dpi is not possible; it goes from %2 to %3")
      .arg(plainNumber(dots), plainNumber(smallestDots), plainNumber(largestDots));
}

/// Empty, or what is absurd about so many device pixels.
QString pixelsProblem(double width, double height) {
  if (width < smallestSide || height < smallestSide)
    return tr("the size comes to %1×%2 pixels; each side must have at least %3")
        .arg(plainNumber(std::round(width)), plainNumber(std::round(height)), plainNumber(smallestSide));
  if (width > largestSide || height > largestSide)
    return tr("the size comes to %1×%2 pixels; a side may have at most %3")
        .arg(plainNumber(std::round(width)), plainNumber(std::round(height)), plainNumber(largestSide));
  if (width * height > largestArea)
    return tr("the size comes to %1 million pixels; at most %2 million are possible")
        .arg(plainNumber(std::round(width * height / 1e6)), plainNumber(largestArea / 1e6));
  return {};
}

} // namespace

std::vector<SizePreset> sizePresets() {
  return {{QStringLiteral("full"), tr("Full slide, 16:9"), Medium::Slide, {{1920, 1080}, slideScale, 1}},
          {QStringLiteral("half"), tr("Half a slide"), Medium::Slide, {{960, 1080}, slideScale, 1}},
          {QStringLiteral("square"), tr("Square"), Medium::Slide, {{1080, 1080}, slideScale, 1}},
          {QStringLiteral("4k"), tr("Full slide in 4K"), Medium::Slide, {{3840, 2160}, 2 * slideScale, 1}},
          {QStringLiteral("column"), tr("Column of a journal, 85 mm"), Medium::Print,
           printed(85, 64, printScale, 600)},
          {QStringLiteral("print"), tr("Page width, 170 mm, 600 dpi"), Medium::Print,
           printed(170, 106, 0.8, 600)},
          {QStringLiteral("print300"), tr("Page width, 170 mm, 300 dpi"), Medium::Print,
           printed(170, 106, 0.8, 300)}};
}

std::optional<SizePreset> sizePreset(const QString& key) {
  for (const SizePreset& preset : sizePresets())
    if (preset.key == key)
      return preset;
  return std::nullopt;
}

QString sizePresetKeys() {
  QStringList keys;
  for (const SizePreset& preset : sizePresets())
    keys.append(preset.key);
  return keys.join(QStringLiteral(", "));
}

double suitableScale(QSizeF size, double smallest) {
  constexpr double largest = 20;
  return std::clamp(slideScale * std::min(size.width() / 1920, size.height() / 1080), smallest, largest);
}

SizeResult sizeOf(const CustomSize& wanted) {
  const bool isPaper = wanted.unit != LengthUnit::Pixels;
  const double dots = wanted.dotsPerInch != 0 ? wanted.dotsPerInch : isPaper ? usualPrintDots : pixelsPerInch;
  if (!(dots >= smallestDots && dots <= largestDots))
    return {{}, dotsProblem(dots)};
  const auto isLength = [](double length) { return std::isfinite(length) && length > 0; };
  if (!isLength(wanted.width) || !isLength(wanted.height))
    return {{}, tr("width and height must be positive numbers")};
  FigureSize size;
  size.pixelRatio = dots / pixelsPerInch;
  const double perUnit = isPaper ? pixelsPer(wanted.unit) : 1 / size.pixelRatio;
  size.size = QSizeF(wanted.width, wanted.height) * perUnit;
  if (const QString problem =
          pixelsProblem(size.size.width() * size.pixelRatio, size.size.height() * size.pixelRatio);
      !problem.isEmpty())
    return {{}, problem};
  size.scale = suitableScale(size.size, dots > pixelsPerInch ? printScale : 1);
  return {size, {}};
}

std::optional<double> dotsPerInchFromText(const QString& text) {
  bool isNumber = false;
  const double dots = text.toDouble(&isNumber);
  return isNumber && dots >= smallestDots && dots <= largestDots ? std::optional(dots) : std::nullopt;
}

SizeResult sizeFromText(const QString& text, double dotsPerInch) {
  static const QRegularExpression pattern(QStringLiteral(
      "^\\s*(\\d{1,6}(?:\\.\\d{1,6})?)\\s*[xX×]\\s*(\\d{1,6}(?:\\.\\d{1,6})?)\\s*(px|mm|in)?\\s*$"));
  const QRegularExpressionMatch match = pattern.match(text);
  if (!match.hasMatch())
    return {{}, tr("'%1' is not a size; write 960x720, 85x60mm or 3.5x2.5in").arg(text.left(60))};
  CustomSize wanted{match.captured(1).toDouble(), match.captured(2).toDouble(), LengthUnit::Pixels,
                    dotsPerInch};
  if (match.captured(3) == QStringLiteral("mm"))
    wanted.unit = LengthUnit::Millimetres;
  else if (match.captured(3) == QStringLiteral("in"))
    wanted.unit = LengthUnit::Inches;
  else if (wanted.width != std::floor(wanted.width) || wanted.height != std::floor(wanted.height))
    return {{}, tr("a size in pixels has whole numbers; '%1' has not").arg(text.left(60))};
  return sizeOf(wanted);
}

QString sizeText(const FigureSize& size) {
  const QSize pixels = size.pixels();
  const QString inPixels = tr("%1 × %2 px").arg(pixels.width()).arg(pixels.height());
  if (size.pixelRatio == 1)
    return inPixels;
  const QSizeF paper = size.size * (millimetresPerInch / pixelsPerInch);
  const auto rounded = [](double length) { return QString::number(std::round(length * 10) / 10); };
  return tr("%1, %2 × %3 mm at %4 dpi")
      .arg(inPixels, rounded(paper.width()), rounded(paper.height()),
           QString::number(std::round(size.dotsPerInch())));
}

} // namespace eigenboard::figures
