#include "app/window/figure_file.h"

#include "app/window/words.h"

#include <QtCore/QFileInfo>
#include <QtCore/QLocale>

#include <algorithm>

namespace eigenboard::window {

namespace {

constexpr qsizetype mostFiles = 100;

OpenedFigure openOne(const QString& file) {
  OpenedFigure figure;
  const QFileInfo info(file);
  figure.fileName = info.fileName().left(80);
  if (!info.exists())
    figure.error = translated("There is no file %1.").arg(figure.fileName);
  else if (!info.isFile()) // a folder, a pipe, a device that never ends
    figure.error = translated("%1 is no file that can be opened.").arg(figure.fileName);
  else if (info.size() > figures::largestFigureFile)
    figure.error = translated("%1 has %2; a figure has at most %3.")
                       .arg(figure.fileName, QLocale().formattedDataSize(info.size()),
                            QLocale().formattedDataSize(figures::largestFigureFile));
  if (!figure.error.isEmpty())
    return figure;
  figure.stored = figures::storedStateOfFile(file);
  if (!figure.stored.ok())
    figure.error = translated("%1: %2.").arg(figure.fileName, figure.stored.error);
  return figure;
}

} // namespace

OpenedFigure openFigure(const QStringList& files) {
  OpenedFigure first;
  for (const QString& file : files.first(std::min(mostFiles, files.size()))) {
    const OpenedFigure figure = openOne(file);
    if (figure.error.isEmpty())
      return figure;
    if (first.error.isEmpty())
      first = figure;
  }
  if (files.size() > 1)
    first.error = translated("None of these files can be opened. %1").arg(first.error);
  return first;
}

} // namespace eigenboard::window
