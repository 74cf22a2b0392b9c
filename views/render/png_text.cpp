#include "views/render/png_text.h"

#include <QtCore/QtEndian>

#include <array>

namespace eigenboard::render {
namespace {

constexpr std::array<std::uint32_t, 256> checksumTable() {
  std::array<std::uint32_t, 256> table{};
  for (std::uint32_t i = 0; i < table.size(); ++i) {
    std::uint32_t value = i;
    for (int bit = 0; bit < 8; ++bit)
      value = (value & 1U) != 0 ? 0xedb88320U ^ (value >> 1U) : value >> 1U;
    table.at(i) = value;
  }
  return table;
}

QByteArray bigEndian(std::uint32_t value) {
  QByteArray bytes(4, '\0');
  qToBigEndian(value, bytes.data());
  return bytes;
}

QByteArray textChunk(const QByteArray& keyword, const QString& text) {
  // After the keyword: not compressed, method 0, no language, no translated keyword.
  QByteArray chunk = "iTXt" + keyword + QByteArray(5, '\0') + text.toUtf8();
  return bigEndian(static_cast<std::uint32_t>(chunk.size() - 4)) + chunk + bigEndian(pngChecksum(chunk));
}

} // namespace

std::uint32_t pngChecksum(const QByteArray& typeAndData) {
  static constexpr std::array<std::uint32_t, 256> table = checksumTable();
  std::uint32_t value = 0xffffffffU;
  for (const char byte : typeAndData)
    value = table.at((value ^ static_cast<unsigned char>(byte)) & 0xffU) ^ (value >> 8U);
  return value ^ 0xffffffffU;
}

QByteArray withPngText(const QByteArray& png, const std::vector<std::pair<QByteArray, QString>>& texts) {
  constexpr qsizetype endOfHeader = 8 + 4 + 4 + 13 + 4; // signature and IHDR
  if (png.size() < endOfHeader || !png.startsWith("\x89PNG\r\n\x1a\n"))
    return png;
  QByteArray chunks;
  for (const auto& [keyword, text] : texts)
    if (!text.isEmpty())
      chunks += textChunk(keyword, text);
  return png.left(endOfHeader) + chunks + png.mid(endOfHeader);
}

} // namespace eigenboard::render
