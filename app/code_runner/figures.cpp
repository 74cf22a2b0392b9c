#include "app/code_runner/figures.h"

#include <QtCore/QDir>
#include <QtCore/QFile>

namespace eigenboard::code_runner {

namespace {

constexpr std::size_t mostFigures = 8;
constexpr qint64 largestFigure = 1'500'000;

} // namespace

bool mayDraw(const QString& code) {
  return code.contains(QStringLiteral("matplotlib"));
}

QByteArray figureScript() {
  QFile file(QStringLiteral(":/eigenboard/code_runner/draw_figures.py"));
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::vector<QByteArray> figuresIn(const QString& folder) {
  std::vector<QByteArray> found;
  const QDir figures(folder);
  for (const QString& name :
       figures.entryList({QStringLiteral("*.svg")}, QDir::Files | QDir::NoSymLinks, QDir::Name)) {
    QFile file(figures.filePath(name));
    if (found.size() == mostFigures)
      break;
    if (file.size() <= largestFigure && file.open(QIODevice::ReadOnly))
      found.push_back(file.read(largestFigure));
  }
  return found;
}

} // namespace eigenboard::code_runner
