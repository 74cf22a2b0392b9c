#pragma once

#include "app/export/figure_size.h"
#include "views/render/export.h"

#include <QtCore/QJsonObject>

#include <optional>

namespace eigenboard::export_dialog {

enum class What : std::uint8_t { Picture, Sweep, Steps, Keyframes };

/// What is written: one file, or a folder of numbered ones.
enum class FileKind : std::uint8_t { Svg, Pdf, Png, Gif, Movie, Deck, SvgFrames, PdfFrames, PngFrames };

/// What can be written of that, the usual one first.
QList<FileKind> kindsFor(What what);
QString labelOf(FileKind kind);
QString endingOf(FileKind kind); ///< "svg"; of numbered files, that of each
bool isFolder(FileKind kind);
/// Of the file, or of each frame.
render::FigureFormat formatOf(FileKind kind);

inline const QString customSize = QStringLiteral("custom");

/// All that the reader has chosen, as typed: what it means, and whether it means anything, is a plan's
/// business.
struct Choices {
  What what = What::Picture;
  FileKind kind = FileKind::Svg;
  QString size = QStringLiteral("full"); ///< key of a preset, or customSize
  QString width = QStringLiteral("1920");
  QString height = QStringLiteral("1080");
  figures::LengthUnit unit = figures::LengthUnit::Pixels;
  QString dotsPerInch = QStringLiteral("96");
  bool keepsAspect = false;
  QString scale = QStringLiteral("100"); ///< percent of what suits the size
  QString theme = QStringLiteral("light");
  bool isTransparent = false;
  bool withFormula = false;
  bool withParameters = false;
  bool withHandles = false;
  bool textAsText = false;
  QString framesPerSecond = QStringLiteral("25");
  QString folder; ///< where the last file went

  // Of this panel, and so not remembered.
  QString title;
  QString caption;
  QString sweepKey;
  QString sweepFrom;
  QString sweepTo;
  QString sweepFrames = QStringLiteral("60");
  QString firstStep = QStringLiteral("0");
  QString lastStep = QStringLiteral("20");
  QString inBetweens = QStringLiteral("0");
};

/// What is remembered from one export to the next, and back; what does not fit is as at first.
QJsonObject toJson(const Choices& choices);
Choices choicesFromJson(const QJsonObject& json);

} // namespace eigenboard::export_dialog
