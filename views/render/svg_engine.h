#pragma once

#include "views/render/svg_device.h"

#include <QtGui/QPaintEngine>
#include <QtGui/QPainterPath>

#include <optional>
#include <utility>
#include <vector>

namespace eigenboard::render {

/// Writes what a QPainter draws as SVG 1.1 elements. Transforms are baked into the coordinates; clips become
/// clipPath elements; composition modes other than source-over and brushes other than solid ones are painted
/// as images by Qt.
class SvgEngine final : public QPaintEngine {
 public:
  explicit SvgEngine(const SvgDocument& document);

  bool begin(QPaintDevice* device) override;
  bool end() override;
  Type type() const override { return User; }
  void updateState(const QPaintEngineState& state) override;
  void drawPath(const QPainterPath& path) override;
  void drawLines(const QLineF* lines, int lineCount) override;
  void drawPolygon(const QPointF* points, int pointCount, PolygonDrawMode mode) override;
  void drawEllipse(const QRectF& rect) override;
  void drawPixmap(const QRectF& target, const QPixmap& pixmap, const QRectF& source) override;
  void drawImage(const QRectF& target, const QImage& image, const QRectF& source,
                 Qt::ImageConversionFlags flags) override;
  void drawTextItem(const QPointF& origin, const QTextItem& item) override;
  // The versions for whole numbers of the base class end in those above.
  using QPaintEngine::drawEllipse;
  using QPaintEngine::drawLines;
  using QPaintEngine::drawPolygon;

  QByteArray bytes() const;

 private:
  void element(const QByteArray& markup);
  void closeClip();
  void applyClip(const QPainterPath& path, Qt::ClipOperation operation);
  QByteArray paintAttributes(bool isFilled, Qt::FillRule rule) const;
  QByteArray strokeAttributes() const;
  void emitPath(const QPainterPath& path, bool isFilled);

  SvgDocument document_;
  QByteArray definitions_;
  QByteArray body_;
  std::optional<QPainterPath> clip_; ///< device coordinates; none: everything is seen
  bool isClipping_ = false;
  QByteArray openClip_; ///< id of the group that is open, empty: none
  int clipCount_ = 0;
  std::vector<std::pair<QByteArray, QByteArray>> knownClips_; ///< path data, id
};

} // namespace eigenboard::render
