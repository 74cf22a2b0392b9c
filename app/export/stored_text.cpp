#include "app/export/stored_text.h"

#include "views/render/png_text.h"

#include <QtCore/QXmlStreamReader>
#include <QtCore/QtEndian>

namespace eigenboard::figures {
namespace {

constexpr auto pngSignature = "\x89PNG\r\n\x1a\n";

/// The text of an iTXt or tEXt chunk with the keyword of a state. Compressed text is not ours, and is not
/// unpacked.
std::optional<QByteArray> textOfChunk(QByteArrayView type, const QByteArray& data) {
  const QByteArray keyword = render::pngStateKeyword + QByteArray(1, '\0');
  if (!data.startsWith(keyword))
    return std::nullopt;
  if (type == "tEXt")
    return data.mid(keyword.size());
  const qsizetype flags = keyword.size();
  if (type != "iTXt" || data.size() < flags + 2 || data[flags] != 0)
    return std::nullopt;
  const qsizetype language = data.indexOf('\0', flags + 2);
  const qsizetype translated = language < 0 ? -1 : data.indexOf('\0', language + 1);
  return translated < 0 ? std::nullopt : std::optional(data.mid(translated + 1));
}

std::optional<QByteArray> textInPng(const QByteArray& file) {
  constexpr qsizetype lengthAndType = 8;
  constexpr qsizetype checksum = 4;
  qsizetype at = 8;
  while (file.size() - at >= lengthAndType + checksum) {
    const auto length = static_cast<qsizetype>(qFromBigEndian<quint32>(file.constData() + at));
    const QByteArrayView type(file.constData() + at + 4, 4);
    if (length > file.size() - at - lengthAndType - checksum || type == "IEND")
      return std::nullopt;
    if (type == "iTXt" || type == "tEXt")
      if (auto text = textOfChunk(type, file.mid(at + lengthAndType, length)))
        return text;
    at += lengthAndType + length + checksum;
  }
  return std::nullopt;
}

/// The text of the first element of a name inside well-formed XML that begins the bytes.
std::optional<QByteArray> textOfElement(const QByteArray& xml, QStringView name) {
  QXmlStreamReader reader(xml);
  while (!reader.atEnd()) {
    if (reader.readNext() == QXmlStreamReader::DTD)
      return std::nullopt; // entities; ours has none
    if (reader.isStartElement() && reader.qualifiedName() == name) {
      const QString text = reader.readElementText(QXmlStreamReader::ErrorOnUnexpectedElement);
      return reader.hasError() ? std::nullopt : std::optional(text.toUtf8());
    }
  }
  return std::nullopt;
}

std::optional<QByteArray> textInSvg(const QByteArray& file) {
  // The metadata stands before everything that is drawn.
  constexpr qsizetype head = 8 * 1024 * 1024;
  const qsizetype end = file.left(head).indexOf("</metadata>");
  return end < 0 ? std::nullopt : textOfElement(file.left(end + 11), u"metadata");
}

/// The packet is not compressed, so that programs find it without reading PDF, as the standard of XMP wants.
std::optional<QByteArray> textInPdf(const QByteArray& file) {
  const qsizetype element = file.indexOf("<eigenboard:state>");
  const qsizetype end = element < 0 ? -1 : file.indexOf("</eigenboard:state>", element);
  if (end < 0)
    return std::nullopt;
  const QByteArray text = file.mid(element + 18, end - element - 18);
  return textOfElement("<state>" + text + "</state>", u"state");
}

} // namespace

std::optional<QByteArray> storedText(const QByteArray& file) {
  if (file.startsWith(pngSignature))
    return textInPng(file);
  if (file.startsWith("%PDF-"))
    return textInPdf(file);
  const QByteArray start = file.left(4096);
  if (start.trimmed().startsWith('<') && start.contains("<svg"))
    return textInSvg(file);
  return std::nullopt;
}

} // namespace eigenboard::figures
