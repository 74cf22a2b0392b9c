#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QSizeF>
#include <QtCore/QString>
#include <QtGui/QPaintDevice>

#include <memory>

namespace eigenboard::render {

class SvgEngine;

/// size in px, which becomes width, height and viewBox. metadata: text (JSON) stored in the metadata element.
struct SvgDocument {
  QSizeF size;
  QString title;
  QString metadata;
  bool textAsText =
      false; ///< text elements with font names; otherwise outlines, which look the same everywhere
};

/// A paint device that becomes an SVG file. Paint on it with one QPainter, end that, then take the bytes.
/// The same painting gives the same bytes.
class SvgDevice final : public QPaintDevice {
 public:
  explicit SvgDevice(const SvgDocument& document);
  ~SvgDevice() override;

  QPaintEngine* paintEngine() const override;
  QByteArray bytes() const;

 protected:
  int metric(PaintDeviceMetric metric) const override;

 private:
  QSizeF size_;
  std::unique_ptr<SvgEngine> engine_;
};

} // namespace eigenboard::render
