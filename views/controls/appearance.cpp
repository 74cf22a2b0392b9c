#include "views/controls/appearance.h"

#include <QtCore/QRectF>
#include <QtGui/QPainter>

#include <cmath>

namespace eigenboard::controls {

using namespace Qt::StringLiterals;

QFont interfaceFont(int pixels, QFont::Weight weight) {
  QFont font;
  font.setFamilies({u"Inter"_s, u"Noto Sans"_s, u"DejaVu Sans"_s});
  font.setPixelSize(pixels);
  font.setWeight(weight);
  return font;
}

QPalette palette(const render::Theme& theme) {
  QPalette palette;
  palette.setColor(QPalette::Window, theme.surface);
  palette.setColor(QPalette::Base, theme.surface);
  palette.setColor(QPalette::AlternateBase, theme.chrome);
  palette.setColor(QPalette::Button, theme.chrome);
  palette.setColor(QPalette::Mid, theme.rule);
  palette.setColor(QPalette::WindowText, theme.text);
  palette.setColor(QPalette::Text, theme.text);
  palette.setColor(QPalette::ButtonText, theme.text);
  palette.setColor(QPalette::PlaceholderText, theme.textMuted);
  palette.setColor(QPalette::Highlight, theme.selection);
  palette.setColor(QPalette::HighlightedText, theme.text);
  palette.setColor(QPalette::Link, theme.link);
  palette.setColor(QPalette::ToolTipBase, theme.chrome);
  palette.setColor(QPalette::ToolTipText, theme.text);
  for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
    palette.setColor(QPalette::Disabled, role, mixed(theme.textMuted, theme.surface, 0.4));
  return palette;
}

QString styleSheet(const render::Theme& theme) {
  QString sheet = uR"(
    QMenu, QToolTip { font-family: "Inter", "Noto Sans", "DejaVu Sans"; font-size: @typepx; }
    QToolTip { background: @chrome; color: @text; border: 1px solid @rule; padding: 4px 6px; }
    QMenu { background: @surface; color: @text; border: 1px solid @rule; padding: 4px; }
    QMenu::item { padding: 5px 20px 5px 12px; border-radius: 4px; }
    QMenu::item:selected { background: @selection; }
    QMenu::item:disabled { color: @muted; }
    QMenu::separator { height: 1px; background: @rule; margin: 4px 8px; }
    QScrollArea { border: none; background: transparent; }
    QScrollBar:vertical { width: 8px; background: transparent; margin: 0; }
    QScrollBar:horizontal { height: 8px; background: transparent; margin: 0; }
    QScrollBar::handle { background: @rule; border-radius: 3px; margin: 1px; min-height: 24px; min-width: 24px; }
    QScrollBar::handle:hover { background: @muted; }
    QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
    QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
    QLineEdit { background: @surface; color: @text; border: 1px solid @rule; border-radius: 4px;
                           padding: 3px 7px; selection-background-color: @selection; selection-color: @text; }
    QLineEdit:focus { border-color: @link; }
    QLineEdit[refused="true"] { border-color: @error; color: @error; }
    QLabel[refused="true"] { color: @error; }
    QComboBox QAbstractItemView { background: @surface; color: @text; border: 1px solid @rule;
                                  selection-background-color: @selection; selection-color: @text; }
  )"_s;
  const std::pair<QString, QColor> colors[] = {
      {u"@chrome"_s, theme.chrome},       {u"@surface"_s, theme.surface}, {u"@text"_s, theme.text},
      {u"@muted"_s, theme.textMuted},     {u"@rule"_s, theme.rule},       {u"@link"_s, theme.link},
      {u"@selection"_s, theme.selection}, {u"@error"_s, theme.error}};
  sheet.replace(u"@type"_s, QString::number(bodyType));
  for (const auto& [name, color] : colors)
    sheet.replace(name, color.name());
  return sheet;
}

QColor mixed(const QColor& first, const QColor& second, double amount) {
  const auto part = [amount](int from, int to) {
    return static_cast<int>(std::lround(std::lerp(from, to, amount)));
  };
  return {part(first.red(), second.red()), part(first.green(), second.green()),
          part(first.blue(), second.blue()), part(first.alpha(), second.alpha())};
}

QColor buttonFill(const render::Theme& theme, bool isHovered, bool isPressed) {
  if (!isHovered && !isPressed)
    return Qt::transparent;
  return mixed(theme.surface, theme.text, isPressed ? 0.12 : 0.06);
}

void drawFocusRing(QPainter& painter, const QRectF& around, const render::Theme& theme) {
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(theme.link, 1.5));
  painter.drawRoundedRect(around.adjusted(0.75, 0.75, -0.75, -0.75), 4, 4);
}

} // namespace eigenboard::controls
