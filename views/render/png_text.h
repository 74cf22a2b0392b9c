#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <cstdint>
#include <utility>
#include <vector>

namespace eigenboard::render {

/// Under which a PNG keeps the state of its figure.
inline constexpr auto pngStateKeyword = "eigenboard";

/// A PNG with texts put before its pixels as iTXt chunks (UTF-8, not compressed, so that reading them takes
/// no more memory than they have bytes). Keywords are Latin letters, at most 79; empty texts are left out.
/// Bytes that are no PNG come back as they are.
QByteArray withPngText(const QByteArray& png, const std::vector<std::pair<QByteArray, QString>>& texts);

/// The checksum of a PNG chunk, over its type and its data (ISO 3309).
std::uint32_t pngChecksum(const QByteArray& typeAndData);

} // namespace eigenboard::render
