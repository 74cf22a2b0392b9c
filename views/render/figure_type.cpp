#include "views/render/figure_type.h"

#include <QtGui/QFontMetricsF>
#include <QtGui/QPainter>

#include <algorithm>
#include <cmath>

namespace eigenboard::render {

double usableScale(double scale) {
  return std::isfinite(scale) ? std::clamp(scale, 0.5, 8.0) : 1;
}

QFont figureFont(int pixelSize, QFont::Weight weight) {
  QFont font(QStringLiteral("Inter"));
  font.setStyleHint(QFont::SansSerif);
  font.setPixelSize(pixelSize);
  font.setWeight(weight);
  font.setHintingPreference(QFont::PreferNoHinting);
  return font;
}

double titleWidth(const QString& title) {
  return std::ceil(QFontMetricsF(figureFont(titlePixelSize, QFont::DemiBold)).horizontalAdvance(title)) + 1;
}

double paintViewTitle(QPainter& painter, const QString& title, const QRectF& row, const Theme& theme) {
  if (row.isEmpty())
    return 0;
  const double fit = std::min(1.0, row.width() / titleWidth(title));
  const int size = std::max(tickPixelSize, static_cast<int>(titlePixelSize * fit));
  painter.setFont(figureFont(size, QFont::DemiBold));
  painter.setPen(theme.text);
  const QFontMetricsF metrics(painter.font());
  const QString shown = metrics.elidedText(title, Qt::ElideRight, row.width());
  painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, shown);
  return metrics.horizontalAdvance(shown);
}

QFont tickFont(const Theme& theme) {
  return figureFont(tickPixelSize, theme.highContrast ? QFont::DemiBold : QFont::Normal);
}

} // namespace eigenboard::render
