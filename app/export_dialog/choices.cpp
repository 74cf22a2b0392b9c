#include "app/export_dialog/choices.h"

#include "app/export_dialog/words.h"
#include "views/render/theme.h"

#include <algorithm>
#include <cmath>

namespace eigenboard::export_dialog {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestNumber = 20; ///< characters of a number that is kept
constexpr qsizetype longestFolder = 4096;
constexpr int lastWhat = static_cast<int>(What::Keyframes);
constexpr int lastUnit = static_cast<int>(figures::LengthUnit::Inches);

} // namespace

QList<FileKind> kindsFor(What what) {
  switch (what) {
  case What::Picture:
    return {FileKind::Svg, FileKind::Pdf, FileKind::Png};
  case What::Keyframes:
    return {FileKind::Deck,      FileKind::Gif,       FileKind::Movie,
            FileKind::PngFrames, FileKind::SvgFrames, FileKind::PdfFrames};
  case What::Sweep:
  case What::Steps:
    break;
  }
  return {FileKind::Gif, FileKind::Movie, FileKind::PngFrames, FileKind::SvgFrames, FileKind::PdfFrames};
}

QString labelOf(FileKind kind) {
  switch (kind) {
  case FileKind::Svg:
    return translated("SVG");
  case FileKind::Pdf:
    return translated("PDF");
  case FileKind::Png:
    return translated("PNG");
  case FileKind::Gif:
    return translated("GIF, animated");
  case FileKind::Movie:
    return translated("MP4 movie");
  case FileKind::Deck:
    return translated("PDF, a page each");
  case FileKind::SvgFrames:
    return translated("Numbered SVG files");
  case FileKind::PdfFrames:
    return translated("Numbered PDF files");
  case FileKind::PngFrames:
    return translated("Numbered PNG files");
  }
  return {};
}

QString endingOf(FileKind kind) {
  if (kind == FileKind::Gif)
    return u"gif"_s;
  if (kind == FileKind::Movie)
    return u"mp4"_s;
  return render::endingOf(formatOf(kind));
}

bool isFolder(FileKind kind) {
  return kind == FileKind::SvgFrames || kind == FileKind::PdfFrames || kind == FileKind::PngFrames;
}

render::FigureFormat formatOf(FileKind kind) {
  switch (kind) {
  case FileKind::Svg:
  case FileKind::SvgFrames:
    return render::FigureFormat::Svg;
  case FileKind::Pdf:
  case FileKind::Deck:
  case FileKind::PdfFrames:
    return render::FigureFormat::Pdf;
  case FileKind::Png:
  case FileKind::Gif:
  case FileKind::Movie:
  case FileKind::PngFrames:
    break;
  }
  return render::FigureFormat::Png;
}

QJsonObject toJson(const Choices& choices) {
  return {{u"what"_s, static_cast<int>(choices.what)},
          {u"kind"_s, static_cast<int>(choices.kind)},
          {u"size"_s, choices.size},
          {u"width"_s, choices.width.left(longestNumber)},
          {u"height"_s, choices.height.left(longestNumber)},
          {u"unit"_s, static_cast<int>(choices.unit)},
          {u"dpi"_s, choices.dotsPerInch.left(longestNumber)},
          {u"aspect"_s, choices.keepsAspect},
          {u"scale"_s, choices.scale.left(longestNumber)},
          {u"theme"_s, choices.theme},
          {u"transparent"_s, choices.isTransparent},
          {u"formula"_s, choices.withFormula},
          {u"parameters"_s, choices.withParameters},
          {u"handles"_s, choices.withHandles},
          {u"textAsText"_s, choices.textAsText},
          {u"fps"_s, choices.framesPerSecond.left(longestNumber)},
          {u"folder"_s, choices.folder.left(longestFolder)}};
}

Choices choicesFromJson(const QJsonObject& json) {
  Choices choices;
  // A number that is none, or is absurd, would greet the reader with a complaint.
  const auto takeNumber = [&json](const QString& key, QString& number, double least, double most) {
    const QString text = json[key].toString().left(longestNumber);
    bool isNumber = false;
    const double value = text.toDouble(&isNumber);
    if (isNumber && value >= least && value <= most)
      number = text;
  };
  const auto takeFlag = [&json](const QString& key, bool& flag) { flag = json[key].toBool(flag); };
  const auto takeIndex = [&json](const QString& key, int last) {
    return std::clamp(json[key].toInt(0), 0, last);
  };
  choices.what = static_cast<What>(takeIndex(u"what"_s, lastWhat));
  choices.kind = static_cast<FileKind>(takeIndex(u"kind"_s, static_cast<int>(FileKind::PngFrames)));
  if (const QList<FileKind> kinds = kindsFor(choices.what); !kinds.contains(choices.kind))
    choices.kind = kinds.front();
  if (const QString size = json[u"size"_s].toString(); size == customSize || figures::sizePreset(size))
    choices.size = size;
  takeNumber(u"width"_s, choices.width, 0.1, 20000);
  takeNumber(u"height"_s, choices.height, 0.1, 20000);
  choices.unit = static_cast<figures::LengthUnit>(takeIndex(u"unit"_s, lastUnit));
  takeNumber(u"dpi"_s, choices.dotsPerInch, 30, 2400);
  takeNumber(u"scale"_s, choices.scale, 25, 400);
  takeNumber(u"fps"_s, choices.framesPerSecond, 1, 60);
  for (const render::Theme& theme : render::themes())
    if (theme.key == json[u"theme"_s].toString())
      choices.theme = theme.key;
  takeFlag(u"aspect"_s, choices.keepsAspect);
  takeFlag(u"transparent"_s, choices.isTransparent);
  takeFlag(u"formula"_s, choices.withFormula);
  takeFlag(u"parameters"_s, choices.withParameters);
  takeFlag(u"handles"_s, choices.withHandles);
  takeFlag(u"textAsText"_s, choices.textAsText);
  choices.folder = json[u"folder"_s].toString().left(longestFolder);
  return choices;
}

} // namespace eigenboard::export_dialog
