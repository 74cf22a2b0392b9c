#include "views/render/theme.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <cmath>

namespace eigenboard::render {
namespace {

using scene::Role;

void setRole(Theme& theme, Role role, QRgb color) {
  theme.roles.at(static_cast<std::size_t>(role)) = QColor(color);
}

/// The hues of Okabe and Ito with a ninth, violet; their lightness and chroma are those at which the two
/// nearest of the nine are furthest apart for every kind of colour vision.
void setSeries(Theme& theme, const std::array<QRgb, scene::seriesCount>& colors) {
  for (int i = 0; i < scene::seriesCount; ++i)
    setRole(theme, scene::seriesRole(i), colors.at(static_cast<std::size_t>(i)));
}

Theme lightTheme() {
  Theme theme;
  theme.key = QStringLiteral("light");
  theme.name = QCoreApplication::translate("Theme", "Light");
  // Okabe and Ito made their colours for filled areas; the lighter ones are darkened here, at the same hue,
  // until a thin line of them reads on a white page.
  setRole(theme, Role::Ink, 0x26231f);
  setRole(theme, Role::Muted, 0x706b63);
  setRole(theme, Role::Grid, 0xe9e5dc);
  setRole(theme, Role::Reference, 0x7f7a72);
  setRole(theme, Role::Drag, 0xd55e00);
  setRole(theme, Role::DragSecond, 0xa6508c);
  setRole(theme, Role::Response, 0x0072b2);
  setRole(theme, Role::ResponseSecond, 0x2a8fc7);
  setRole(theme, Role::Positive, 0x00916a);
  setRole(theme, Role::Negative, 0xb97700);
  setRole(theme, Role::Warning, 0xc0311e);
  setRole(theme, Role::Highlight, 0x8f8000);
  setSeries(theme,
            {0x2e77f3, 0xb77c08, 0x067065, 0x620058, 0xb03409, 0x2739a0, 0x353100, 0x210100, 0x957eac});
  theme.page = QColor(0xfaf8f3);
  theme.surface = QColor(0xfffefb);
  theme.chrome = QColor(0xf1eee6);
  theme.text = QColor(0x2b2823);
  theme.textMuted = QColor(0x6b665e);
  theme.link = QColor(0x00649e);
  theme.rule = QColor(0xdedacf);
  theme.codeSurface = QColor(0xf3f0e9);
  theme.selection = QColor(0xc9e0f0);
  theme.error = QColor(0xb3261e);
  return theme;
}

Theme darkTheme() {
  Theme theme;
  theme.key = QStringLiteral("dark");
  theme.name = QCoreApplication::translate("Theme", "Dark");
  theme.dark = true;
  setRole(theme, Role::Ink, 0xe8e6e1);
  setRole(theme, Role::Muted, 0x96938c);
  setRole(theme, Role::Grid, 0x2e3034);
  setRole(theme, Role::Reference, 0x8b8982);
  setRole(theme, Role::Drag, 0xf5853f);
  setRole(theme, Role::DragSecond, 0xde8fc0);
  setRole(theme, Role::Response, 0x56b4e9);
  setRole(theme, Role::ResponseSecond, 0x3e8fd0);
  setRole(theme, Role::Positive, 0x2cc295);
  setRole(theme, Role::Negative, 0xedae3a);
  setRole(theme, Role::Warning, 0xff6f5e);
  setRole(theme, Role::Highlight, 0xf0e442);
  setSeries(theme,
            {0x1687ff, 0xa79b06, 0x77ffe6, 0xf777a4, 0xa75921, 0x51c5ff, 0xffff74, 0xfdb77a, 0x7f629f});
  theme.page = QColor(0x17181a);
  theme.surface = QColor(0x1b1c1f);
  theme.chrome = QColor(0x222327);
  theme.text = QColor(0xdedbd4);
  theme.textMuted = QColor(0xa09c94);
  theme.link = QColor(0x7cc4f2);
  theme.rule = QColor(0x35373c);
  theme.codeSurface = QColor(0x202226);
  theme.selection = QColor(0x2c4a63);
  theme.error = QColor(0xff7b6b);
  return theme;
}

/// Black on white, for eyes and screens that need it; the hues of the others, darker. What stands back is
/// nearly black too: the edges of small letters are half as dark as their ink.
Theme contrastTheme() {
  Theme theme;
  theme.key = QStringLiteral("contrast");
  theme.name = QCoreApplication::translate("Theme", "High contrast");
  theme.highContrast = true;
  setRole(theme, Role::Ink, 0x000000);
  setRole(theme, Role::Muted, 0x1a1a1a);
  setRole(theme, Role::Grid, 0xc8c8c8);
  setRole(theme, Role::Reference, 0x5a5a5a);
  setRole(theme, Role::Drag, 0xa04000);
  setRole(theme, Role::DragSecond, 0x7d2a68);
  setRole(theme, Role::Response, 0x004c86);
  setRole(theme, Role::ResponseSecond, 0x006a9e);
  setRole(theme, Role::Positive, 0x00553c);
  setRole(theme, Role::Negative, 0x7a4b00);
  setRole(theme, Role::Warning, 0x9c1206);
  setRole(theme, Role::Highlight, 0x5e5400);
  setSeries(theme,
            {0x055fd9, 0x8d6901, 0x00655d, 0x562355, 0x883102, 0x010241, 0x2c2811, 0x0f0302, 0x73669f});
  theme.page = QColor(0xffffff);
  theme.surface = QColor(0xffffff);
  theme.chrome = QColor(0xf4f4f4);
  theme.text = QColor(Qt::black);
  theme.textMuted = QColor(0x202020);
  theme.link = QColor(0x003a82);
  theme.rule = QColor(0x585858);
  theme.codeSurface = QColor(0xf6f6f6);
  theme.selection = QColor(0xffdf70);
  theme.error = QColor(0x8e0b00);
  return theme;
}

/// For a projector, which is pale and seen from afar: white ground, ink that is nearly black, the hues of the
/// others at full strength, wider lines and larger type.
Theme presentationTheme() {
  Theme theme;
  theme.key = QStringLiteral("presentation");
  theme.name = QCoreApplication::translate("Theme", "Presentation");
  theme.strokes = 1.4;
  theme.type = 1.2;
  setRole(theme, Role::Ink, 0x101010);
  setRole(theme, Role::Muted, 0x4a4a4a);
  setRole(theme, Role::Grid, 0xdcdcdc);
  setRole(theme, Role::Reference, 0x6a6a6a);
  setRole(theme, Role::Drag, 0xd24e00);
  setRole(theme, Role::DragSecond, 0xa8328a);
  setRole(theme, Role::Response, 0x0062b8);
  setRole(theme, Role::ResponseSecond, 0x0a86c8);
  setRole(theme, Role::Positive, 0x008a60);
  setRole(theme, Role::Negative, 0xa86800);
  setRole(theme, Role::Warning, 0xc41200);
  setRole(theme, Role::Highlight, 0x857400);
  setSeries(theme,
            {0x055fd9, 0x8d6901, 0x00655d, 0x562355, 0x883102, 0x010241, 0x2c2811, 0x0f0302, 0x73669f});
  theme.page = QColor(0xffffff);
  theme.surface = QColor(0xffffff);
  theme.chrome = QColor(0xf4f4f4);
  theme.text = QColor(0x101010);
  theme.textMuted = QColor(0x4a4a4a);
  theme.link = QColor(0x0056a3);
  theme.rule = QColor(0xc4c4c4);
  theme.codeSurface = QColor(0xf4f4f4);
  theme.selection = QColor(0xbfdcf5);
  theme.error = QColor(0xb00d00);
  return theme;
}

double relativeLuminance(const QColor& color) {
  const auto linear = [](double channel) {
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

std::vector<Theme> themes() {
  return {lightTheme(), darkTheme(), contrastTheme(), presentationTheme()};
}

Theme themeNamed(const QString& key) {
  for (const Theme& theme : themes())
    if (theme.key == key)
      return theme;
  return lightTheme();
}

Theme themeAfter(const QString& key) {
  const std::vector<Theme> all = themes();
  for (std::size_t i = 0; i < all.size(); ++i)
    if (all[i].key == key)
      return all[(i + 1) % all.size()];
  return all.front();
}

double contrastRatio(const QColor& one, const QColor& other) {
  const double first = relativeLuminance(one);
  const double second = relativeLuminance(other);
  return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

} // namespace eigenboard::render
