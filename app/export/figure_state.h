#pragma once

#include "views/panel/registry.h"
#include "views/panel/state.h"

#include <QtCore/QByteArray>
#include <QtCore/QJsonObject>
#include <QtCore/QString>

namespace eigenboard::figures {

inline constexpr qint64 largestFigureFile = 64 * 1024 * 1024;

/// What a figure's file keeps of where it came from: the metadata that stateMetadata or keyframesMetadata
/// made.
struct StoredState {
  QJsonObject state;     ///< as panel::toJson gives it; of a deck the state of its first keyframe
  QJsonObject keyframes; ///< as keyframesToJson gives it; empty for one picture
  QString version;       ///< of the program that wrote the file
  QString error;         ///< empty, or one line
  bool ok() const { return error.isEmpty(); }
};

/// Reads the bytes of a PNG, an SVG or a PDF. The bytes may be anyone's: nothing in them is run or unpacked,
/// text beyond a megabyte or 32 levels is refused, and so is a file beyond largestFigureFile. Other programs'
/// files give "This file holds no Eigenboard state". Cost: one pass, some 20 ms for the largest file. Any
/// thread.
StoredState storedState(const QByteArray& bytes);
/// The same for a file, of which no more than the largest size is read; an ordinary file only.
StoredState storedStateOfFile(const QString& fileName);

/// A stored state as a panel of the registry can take it.
struct RestoredFigure {
  const panel::Panel* panel = nullptr;
  panel::State state;
  QString error;  ///< empty, or why nothing can be restored; then panel is null
  QString remark; ///< empty, or which values did not fit and were left at their default
  bool ok() const { return error.isEmpty(); }
};

RestoredFigure restoredFigure(const StoredState& stored, const panel::Registry& registry);

} // namespace eigenboard::figures
