#include "app/reader/typography.h"

#include <QtGui/QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace eigenboard::reader {

namespace {

// KaTeX_Main has an x-height of 0.431 em.
constexpr double katexXHeight = 0.431;
constexpr double bodyPixels = 17;
constexpr double lineSpacing = 1.5;
constexpr double charactersPerLine = 70;

QFont face(const QString& family, QFont::StyleHint hint, double pixels,
           QFont::Weight weight = QFont::Normal) {
  QFont font;
  font.setFamilies({family, hint == QFont::Monospace ? QStringLiteral("monospace")
                            : hint == QFont::Serif   ? QStringLiteral("serif")
                                                     : QStringLiteral("sans-serif")});
  font.setStyleHint(hint);
  font.setPixelSize(std::max(6, static_cast<int>(std::lround(pixels))));
  font.setWeight(weight);
  return font;
}

QFont serif(double pixels) {
  return face(QStringLiteral("Charis SIL"), QFont::Serif, pixels);
}
QFont sans(double pixels, QFont::Weight weight = QFont::Normal) {
  return face(QStringLiteral("Inter"), QFont::SansSerif, pixels, weight);
}
QFont mono(double pixels) {
  QFont font = face(QStringLiteral("JetBrains Mono"), QFont::Monospace, pixels);
  font.setFixedPitch(true);
  font.setStyleStrategy(QFont::PreferNoShaping); // code is shown as it is typed: no ligature for /= or !=
  return font;
}

TextStyle style(const QFont& font, const QColor& color, double spacing) {
  TextStyle made;
  made.font = font;
  made.color = color;
  made.lineHeight = std::round(spacing * font.pixelSize());
  const double x = xHeight(font);
  made.formulaEm = x / katexXHeight;
  // Code in a sentence is scaled to the x-height of the words around it, a shade smaller, since its letters
  // are wide.
  made.codeFont = mono(font.pixelSize());
  const double codeX = xHeight(made.codeFont);
  made.codeFont.setPixelSize(std::max(6, static_cast<int>(std::lround(0.98 * font.pixelSize() * x / codeX))));
  return made;
}

/// Width of a character of running English text, blanks included.
double averageCharacter(const QFont& font) {
  const QString sample =
      QStringLiteral("A matrix is a table of numbers in storage, and a motion of space when it acts.");
  return QFontMetricsF(font).horizontalAdvance(sample) / static_cast<double>(sample.size());
}

} // namespace

double xHeight(const QFont& font) {
  QFont large = font;
  large.setPixelSize(1000);
  large.setHintingPreference(QFont::PreferNoHinting);
  return QFontMetricsF(large).xHeight() * font.pixelSize() / 1000;
}

Typography typography(const render::Theme& theme, double zoom) {
  Typography type;
  type.zoom = zoom;
  const double body = bodyPixels * zoom;
  type.body = style(serif(body), theme.text, lineSpacing);
  type.unit = type.body.lineHeight;
  type.measure = std::round(charactersPerLine * averageCharacter(type.body.font));
  type.title = style(sans(1.72 * body, QFont::DemiBold), theme.text, 1.22);
  type.heading = style(sans(1.3 * body, QFont::DemiBold), theme.text, 1.3);
  type.subheading = style(sans(1.06 * body, QFont::DemiBold), theme.text, 1.35);
  type.minorHeading = style(sans(0.94 * body, QFont::DemiBold), theme.text, 1.4);
  type.label = style(sans(0.74 * body, QFont::DemiBold), theme.link, 1.5);
  type.note = style(sans(0.8 * body), theme.textMuted, 1.5);
  type.button = style(sans(0.7 * body, QFont::Medium), theme.textMuted, 1.5);
  type.cell = style(serif(0.94 * body), theme.text, 1.42);
  type.headerCell = style(sans(0.76 * body, QFont::DemiBold), theme.textMuted, 1.5);
  type.code = style(mono(0.75 * body), theme.text, 1.55);
  type.display = type.body;
  type.display.alignment = Qt::AlignHCenter;
  type.summary = style(sans(0.85 * body, QFont::Medium), theme.link, 1.5);
  type.cardTitle = style(sans(0.9 * body, QFont::DemiBold), theme.text, 1.45);
  type.footnote = style(serif(0.84 * body), theme.text, 1.45);
  type.part = style(sans(0.72 * body, QFont::Medium), theme.textMuted, 1.5);
  type.number = style(sans(0.88 * body, QFont::DemiBold), theme.text, 1.5);
  type.caption = style(sans(0.78 * body), theme.textMuted, 1.5);
  type.caption.alignment = Qt::AlignHCenter;
  type.message = style(sans(0.85 * body), theme.textMuted, 1.5);
  return type;
}

} // namespace eigenboard::reader
