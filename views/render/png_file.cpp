#include "views/render/png_file.h"

#include "views/render/png_text.h"

#include <QtCore/QtEndian>

#include <cstring>

namespace eigenboard::render {
namespace {

constexpr int packingLevel = 3;

QByteArray fourBytes(qsizetype value) {
  QByteArray bytes(4, '\0');
  qToBigEndian(static_cast<quint32>(value), bytes.data());
  return bytes;
}

QByteArray pngChunk(const QByteArray& typeAndData) {
  return fourBytes(typeAndData.size() - 4) + typeAndData + fourBytes(pngChecksum(typeAndData));
}

} // namespace

QByteArray pngFile(const QImage& image) {
  const bool hasAlpha = image.hasAlphaChannel();
  const QImage plain = image.convertToFormat(hasAlpha ? QImage::Format_RGBA8888 : QImage::Format_RGB888);
  if (plain.isNull())
    return {};
  const qsizetype rowBytes = static_cast<qsizetype>(plain.width()) * (hasAlpha ? 4 : 3);
  QByteArray rows((rowBytes + 1) * plain.height(), '\0'); // each begins with its filter: none
  for (int y = 0; y < plain.height(); ++y)
    std::memcpy(rows.data() + (rowBytes + 1) * y + 1, plain.constScanLine(y),
                static_cast<std::size_t>(rowBytes));
  constexpr qsizetype lengthOfQt = 4; // qCompress puts the length before a stream of zlib
  const QByteArray packed = qCompress(rows, packingLevel).mid(lengthOfQt);
  if (packed.isEmpty())
    return {};

  constexpr char bitsPerChannel = 8;
  constexpr char rgb = 2;
  constexpr char rgba = 6;
  QByteArray header = "IHDR" + fourBytes(plain.width()) + fourBytes(plain.height());
  header += bitsPerChannel;
  header += hasAlpha ? rgba : rgb;
  header += QByteArray(3, '\0'); // deflate, the five filters, not interlaced
  QByteArray dots = "pHYs" + fourBytes(image.dotsPerMeterX()) + fourBytes(image.dotsPerMeterY());
  dots += '\1'; // to the metre
  return "\x89PNG\r\n\x1a\n" + pngChunk(header) + pngChunk(dots) + pngChunk("IDAT" + packed) +
         pngChunk("IEND");
}

} // namespace eigenboard::render
