#include "views/typesetting/faces.h"

#include <QtCore/QHash>
#include <QtGui/QFont>
#include <QtGui/QFontDatabase>

#include <array>
#include <mutex>

namespace eigenboard::typesetting {

namespace {

struct FaceDescription {
  Family family;
  bool bold;
  bool italic;
  const char* file;
};

constexpr std::array<FaceDescription, faceCount> faceDescriptions{{
    {Family::Main, false, false, "KaTeX_Main-Regular"},
    {Family::Main, true, false, "KaTeX_Main-Bold"},
    {Family::Main, false, true, "KaTeX_Main-Italic"},
    {Family::Main, true, true, "KaTeX_Main-BoldItalic"},
    {Family::Math, false, true, "KaTeX_Math-Italic"},
    {Family::Math, true, true, "KaTeX_Math-BoldItalic"},
    {Family::Ams, false, false, "KaTeX_AMS-Regular"},
    {Family::Caligraphic, false, false, "KaTeX_Caligraphic-Regular"},
    {Family::Caligraphic, true, false, "KaTeX_Caligraphic-Bold"},
    {Family::Fraktur, false, false, "KaTeX_Fraktur-Regular"},
    {Family::Fraktur, true, false, "KaTeX_Fraktur-Bold"},
    {Family::SansSerif, false, false, "KaTeX_SansSerif-Regular"},
    {Family::SansSerif, true, false, "KaTeX_SansSerif-Bold"},
    {Family::SansSerif, false, true, "KaTeX_SansSerif-Italic"},
    {Family::Script, false, false, "KaTeX_Script-Regular"},
    {Family::Size1, false, false, "KaTeX_Size1-Regular"},
    {Family::Size2, false, false, "KaTeX_Size2-Regular"},
    {Family::Size3, false, false, "KaTeX_Size3-Regular"},
    {Family::Size4, false, false, "KaTeX_Size4-Regular"},
    {Family::Typewriter, false, false, "KaTeX_Typewriter-Regular"},
}};

QString resourcePath(std::uint8_t face) {
  return QStringLiteral(":/eigenboard/typesetting/%1.ttf").arg(QLatin1String(faceDescriptions[face].file));
}

struct GlyphShape {
  double advance = 0;
  QPainterPath outline;
};

struct FaceData {
  double ascent = 0;
  double descent = 0;
  QHash<char32_t, GlyphShape> shapes;
};

constexpr double unitsPerEm = 1000; // KaTeX's own design grid, so outlines come out unrounded

// Every character any of the faces draws lies in these ranges; a test compares them with the files.
QString candidateCharacters() {
  QString characters;
  for (char16_t c = 0x20; c < 0x2B00; ++c)
    characters += QChar(c);
  for (char16_t c = 0xE000; c < 0xE400; ++c)
    characters += QChar(c);
  return characters;
}

// A font engine belongs to the thread that opened it, and dies with that thread. So a face is opened once,
// copied whole into plain data (at most 283 glyphs, 1 ms), and closed in the same thread.
FaceData readFace(std::uint8_t face) {
  static const QString candidates = candidateCharacters();
  const QRawFont font(resourcePath(face), unitsPerEm, QFont::PreferNoHinting);
  FaceData data;
  data.ascent = font.ascent() / unitsPerEm;
  data.descent = font.descent() / unitsPerEm;
  const QList<quint32> glyphs = font.glyphIndexesForString(candidates);
  for (qsizetype i = 0; i < glyphs.size(); ++i) {
    if (glyphs[i] == 0)
      continue;
    const QList<QPointF> advances = font.advancesForGlyphIndexes({glyphs[i]}, QRawFont::UseDesignMetrics);
    QPainterPath outline =
        QTransform::fromScale(1 / unitsPerEm, 1 / unitsPerEm).map(font.pathForGlyph(glyphs[i]));
    outline.setFillRule(Qt::WindingFill);
    data.shapes.insert(candidates[i].unicode(),
                       {advances.isEmpty() ? 0 : advances.front().x() / unitsPerEm, outline});
  }
  return data;
}

struct LazyFace {
  std::once_flag read;
  FaceData data;
};

const FaceData& dataOf(std::uint8_t face) {
  static std::array<LazyFace, faceCount> faces;
  LazyFace& lazy = faces[face];
  std::call_once(lazy.read, [&] { lazy.data = readFace(face); });
  return lazy.data;
}

const GlyphShape* shapeOf(std::uint8_t face, char32_t character) {
  if (face >= faceCount)
    return nullptr;
  const FaceData& data = dataOf(face);
  const auto found = data.shapes.constFind(character);
  return found == data.shapes.cend() ? nullptr : &*found;
}

} // namespace

Face findFace(Family family, bool bold, bool italic) {
  // A browser keeps the slant and synthesizes the weight when both cannot be had.
  int best = 0;
  int bestScore = -1;
  for (std::size_t i = 0; i < faceDescriptions.size(); ++i) {
    const FaceDescription& candidate = faceDescriptions[i];
    if (candidate.family != family)
      continue;
    const int score = (candidate.italic == italic ? 2 : 0) + (candidate.bold == bold ? 1 : 0);
    if (score > bestScore) {
      bestScore = score;
      best = static_cast<int>(i);
    }
  }
  const FaceDescription& found = faceDescriptions[static_cast<std::size_t>(best)];
  return {static_cast<std::uint8_t>(best), bold && !found.bold, italic && !found.italic};
}

Family faceFamily(std::uint8_t face) {
  return faceDescriptions[face].family;
}

bool isBoldFace(const Face& face) {
  return face.synthesizeBold || faceDescriptions[face.index].bold;
}

bool isItalicFace(const Face& face) {
  return face.synthesizeOblique || faceDescriptions[face.index].italic;
}

bool hasGlyph(std::uint8_t face, char32_t character) {
  return shapeOf(face, character) != nullptr;
}

double glyphAdvance(std::uint8_t face, char32_t character) {
  const GlyphShape* shape = shapeOf(face, character);
  return shape ? shape->advance : 0;
}

QPainterPath glyphOutline(std::uint8_t face, char32_t character) {
  const GlyphShape* shape = shapeOf(face, character);
  return shape ? shape->outline : QPainterPath();
}

double faceAscent(std::uint8_t face) {
  return dataOf(face).ascent;
}

double faceDescent(std::uint8_t face) {
  return dataOf(face).descent;
}

QRawFont glyphRunFont(std::uint8_t face, double pixelSize) {
  static std::array<QString, faceCount> families;
  if (face >= faceCount)
    return {};
  if (families[face].isEmpty()) {
    const int id = QFontDatabase::addApplicationFont(resourcePath(face));
    const QStringList names = QFontDatabase::applicationFontFamilies(id);
    if (names.isEmpty())
      return {};
    families[face] = names.front();
  }
  QFont font(families[face]);
  // By the name of the style: KaTeX's files carry no bold or italic flags, so that setBold and setItalic
  // would make Qt thicken and slant letters that are so already.
  const bool bold = faceDescriptions[face].bold;
  const bool italic = faceDescriptions[face].italic;
  font.setStyleName(bold && italic ? QStringLiteral("Bold Italic")
                    : bold         ? QStringLiteral("Bold")
                    : italic       ? QStringLiteral("Italic")
                                   : QStringLiteral("Regular"));
  font.setHintingPreference(QFont::PreferNoHinting);
  QRawFont raw = QRawFont::fromFont(font);
  raw.setPixelSize(pixelSize);
  return raw;
}

} // namespace eigenboard::typesetting
