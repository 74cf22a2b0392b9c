#include "views/typesetting/formula_store.h"

#include "views/typesetting/formula_bytes.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDataStream>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QIODevice>
#include <QtCore/QSaveFile>

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace eigenboard::typesetting {

namespace {

constexpr QByteArrayView magic = "Eigenboard formulas 1\n";
constexpr qsizetype fingerprintSize = 32;
constexpr qsizetype headerSize = magic.size() + fingerprintSize + 4 + 8; // ... number of entries, checksum
constexpr qsizetype entrySize = 8 + 8 + 4 + 4;
constexpr std::size_t mostEntries = 10'000; // twice what the book has
constexpr qint64 largestFile = 64 << 20;

// Fowler, Noll and Vo's hash 1a: it guards against a damaged file, not against an adversary.
quint64 hashOf(QByteArrayView bytes) {
  quint64 hash = 0xcbf29ce484222325u;
  for (const char byte : bytes)
    hash = (hash ^ static_cast<quint8>(byte)) * 0x100000001b3u;
  return hash;
}

quint64 keyOf(const QString& tex, Style style) {
  return hashOf(tex.toUtf8()) * 2 + (style == Style::Display ? 1 : 0);
}

} // namespace

FormulaStore::FormulaStore(QString path, QByteArray fingerprint)
    : path(std::move(path)), fingerprint(std::move(fingerprint)) {}

FormulaStore::Contents FormulaStore::read() const {
  QFile file(path);
  if (path.isEmpty() || !file.open(QIODevice::ReadOnly) || file.size() > largestFile)
    return {};
  Contents result;
  result.bytes = file.readAll();
  if (result.bytes.size() < headerSize || !result.bytes.startsWith(magic) ||
      QByteArrayView(result.bytes).sliced(magic.size(), fingerprintSize) != fingerprint)
    return {};

  QDataStream stream(result.bytes);
  stream.skipRawData(static_cast<int>(magic.size() + fingerprintSize));
  quint32 count = 0;
  quint64 indexChecksum = 0;
  stream >> count >> indexChecksum;
  const qsizetype indexSize = static_cast<qsizetype>(count) * entrySize;
  if (count > mostEntries || result.bytes.size() - headerSize < indexSize ||
      hashOf(QByteArrayView(result.bytes).sliced(headerSize, indexSize)) != indexChecksum)
    return {};
  result.places.resize(count);
  for (Place& place : result.places)
    stream >> place.key >> place.checksum >> place.offset >> place.size;
  return result;
}

QByteArray FormulaStore::blob(const Contents& contents, const Place& place) {
  if (static_cast<qint64>(place.offset) + place.size > contents.bytes.size())
    return {};
  const QByteArray bytes = contents.bytes.mid(place.offset, place.size);
  return hashOf(bytes) == place.checksum ? bytes : QByteArray();
}

FormulaPointer FormulaStore::find(const QString& tex, Style style) {
  if (!loaded) {
    contents = read();
    std::ranges::sort(contents.places, {}, &Place::key);
    loaded = true;
  }
  const auto key = keyOf(tex, style);
  auto place =
      std::lower_bound(contents.places.begin(), contents.places.end(), key,
                       [](const Place& candidate, const auto& wanted) { return candidate.key < wanted; });
  for (; place != contents.places.end() && place->key == key; ++place) {
    std::optional<Formula> formula = formulaFromBytes(blob(contents, *place));
    if (formula && formula->tex == tex)
      return std::make_shared<const Formula>(std::move(*formula));
  }
  return nullptr;
}

void FormulaStore::add(const FormulaPointer& formula, Style style) {
  if (!path.isEmpty() && formula->error.isEmpty())
    unwritten.push_back({keyOf(formula->tex, style), formula});
}

QString FormulaStore::write(const std::vector<Entry>& entries) const {
  std::vector<std::pair<quint64, QByteArray>> blobs;
  std::unordered_set<quint64> added;
  for (const Entry& entry : entries)
    added.insert(entry.key);
  const Contents current = read();
  for (const Place& place : current.places)
    if (const QByteArray bytes = blob(current, place); !bytes.isEmpty() && !added.contains(place.key))
      blobs.emplace_back(place.key, bytes);
  for (const Entry& entry : entries)
    if (added.erase(entry.key) > 0) // the same formula may have been added twice
      blobs.emplace_back(entry.key, toBytes(*entry.formula));
  if (blobs.size() > mostEntries)
    blobs.erase(blobs.begin(), blobs.end() - static_cast<std::ptrdiff_t>(mostEntries));

  QByteArray index;
  QByteArray data;
  QDataStream indexStream(&index, QIODevice::WriteOnly);
  const qsizetype dataStart = headerSize + static_cast<qsizetype>(blobs.size()) * entrySize;
  for (const auto& [key, bytes] : blobs) {
    indexStream << key << hashOf(bytes) << static_cast<quint32>(dataStart + data.size())
                << static_cast<quint32>(bytes.size());
    data += bytes;
  }
  QByteArray file = magic.toByteArray() + fingerprint;
  QDataStream header(&file, QIODevice::Append);
  header << static_cast<quint32>(blobs.size()) << hashOf(index);
  file += index + data;

  QDir().mkpath(QFileInfo(path).path());
  QSaveFile target(path);
  const bool written =
      target.open(QIODevice::WriteOnly) && target.write(file) == file.size() && target.commit();
  if (written && QFileInfo(path).size() == file.size())
    return {};
  return QCoreApplication::translate("Formula", "%1 could not be written: %2")
      .arg(path, target.errorString());
}

} // namespace eigenboard::typesetting
