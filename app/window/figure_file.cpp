#include "app/window/figure_file.h"

#include "app/window/words.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QLocale>

#include <algorithm>

namespace eigenboard::window {

namespace {

constexpr qsizetype mostFiles = 100;
constexpr qint64 largestFigure = 64 * 1024 * 1024;

OpenedFigure openOne(const QString& file) {
  OpenedFigure figure;
  const QFileInfo info(file);
  figure.fileName = info.fileName().left(80);
  if (!info.exists())
    figure.error = translated("There is no file %1.").arg(figure.fileName);
  else if (!info.isFile()) // a folder, a pipe, a device that never ends
    figure.error = translated("%1 is no file that can be opened.").arg(figure.fileName);
  else if (info.size() > largestFigure)
    figure.error = translated("%1 has %2; a figure has at most %3.")
                       .arg(figure.fileName, QLocale().formattedDataSize(info.size()),
                            QLocale().formattedDataSize(largestFigure));
  if (!figure.error.isEmpty())
    return figure;
  QFile opened(file);
  if (!opened.open(QIODevice::ReadOnly)) {
    figure.error = translated("%1 cannot be read: %2.").arg(figure.fileName, opened.errorString());
    return figure;
  }
  const QByteArray bytes = opened.read(largestFigure);
  figure.error = translated("%1 holds no Eigenboard state.").arg(figure.fileName);
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
