#include "views/render/halo.h"

#include <QtGui/QPainter>

#include <algorithm>
#include <cmath>
#include <vector>

namespace eigenboard::render {
namespace {

/// Another pixel near one that has ink, and how much of it the rim covers beyond what the ink covers of its
/// own: an edge that goes through a pixel leaves as much of it empty as the rim lacks at its far side. In
/// parts of 255.
struct RimShare {
  int right = 0;
  int down = 0;
  int share = 0;
};

std::vector<RimShare> rimShares(double width) {
  const int reach = static_cast<int>(std::ceil(width + 1));
  std::vector<RimShare> shares;
  for (int down = -reach; down <= reach; ++down)
    for (int right = -reach; right <= reach; ++right) {
      const double beyond = std::clamp(width - std::hypot(right, down), -1.0, 1.0);
      if (beyond > -1)
        shares.push_back({right, down, static_cast<int>(std::lround(255 * beyond))});
    }
  return shares;
}

} // namespace

QImage withHalo(const QImage& picture, const QColor& color, double width) {
  constexpr double widest = 64;
  const std::vector<RimShare> shares = rimShares(std::clamp(width, 0.0, widest));
  const int columns = picture.width();
  const int rows = picture.height();
  std::vector<int> rim(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows));
  const auto place = [columns](int x, int y) {
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(x);
  };
  for (int y = 0; y < rows; ++y) {
    const auto* line = reinterpret_cast<const QRgb*>(picture.constScanLine(y));
    for (int x = 0; x < columns; ++x) {
      const int alpha = qAlpha(line[x]);
      if (alpha == 0)
        continue;
      for (const RimShare& each : shares) {
        const int column = x + each.right;
        const int row = y + each.down;
        if (column < 0 || row < 0 || column >= columns || row >= rows)
          continue;
        int& covered = rim[place(column, row)];
        covered = std::max(covered, std::min(255, alpha + each.share));
      }
    }
  }
  QImage result(picture.size(), QImage::Format_ARGB32_Premultiplied);
  if (result.isNull())
    return picture;
  for (int y = 0; y < rows; ++y) {
    auto* line = reinterpret_cast<QRgb*>(result.scanLine(y));
    for (int x = 0; x < columns; ++x)
      line[x] = qPremultiply(qRgba(color.red(), color.green(), color.blue(), rim[place(x, y)]));
  }
  result.setDevicePixelRatio(picture.devicePixelRatio());
  QPainter(&result).drawImage(QPointF(0, 0), picture);
  return result;
}

} // namespace eigenboard::render
