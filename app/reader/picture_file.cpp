#include "app/reader/picture_file.h"

#include "app/reader/svg_guard.h"
#include "app/reader/words.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QUrl>
#include <QtGui/QImageReader>
#include <QtGui/QPainter>
#include <QtSvg/QSvgRenderer>

#include <algorithm>
#include <cmath>

namespace eigenboard::reader {

namespace {

constexpr qint64 largestFile = 20'000'000;
constexpr qint64 largestSvg = 2'000'000;
constexpr int largestSide = 8'000;
constexpr double largestArea = 16e6; ///< pixels: 64 MB while it is decoded
constexpr double smallestSide = 1;

PictureFile refused(const QString& reason) {
  return {{}, {}, reason};
}

bool isSvg(const QString& file) {
  return file.endsWith(QStringLiteral(".svg"), Qt::CaseInsensitive);
}

QByteArray contents(const QString& name, qint64 most) {
  QFile file(name);
  return file.open(QIODevice::ReadOnly) ? file.read(most) : QByteArray();
}

PictureFile raster(const QString& file) {
  QImageReader reader(file);
  const QByteArray format = reader.format();
  if (format != "png" && format != "jpeg")
    return refused(translated("it is no PNG or JPEG picture"));
  QSize size = reader.size();
  if (size.isEmpty())
    return refused(translated("the picture is damaged"));
  if (size.width() > largestSide || size.height() > largestSide ||
      static_cast<double>(size.width()) * size.height() > largestArea)
    return refused(
        translated("the picture of %1×%2 pixels is too large").arg(size.width()).arg(size.height()));
  if (reader.transformation() & QImageIOHandler::TransformationRotate90)
    size.transpose();
  return {file, size, {}};
}

} // namespace

PictureFile findPicture(const QString& bookDirectory, const QString& chapterFile, const QString& source) {
  const QUrl address(source);
  if (source.isEmpty())
    return refused(translated("no file is named"));
  if (!address.scheme().isEmpty() || source.startsWith(u"//"))
    return refused(translated("pictures come from the book's folder only"));
  const QString path = QUrl::fromPercentEncoding(source.toUtf8());
  const QString book = QFileInfo(bookDirectory).canonicalFilePath();
  const QString wanted = bookDirectory + u'/' + QFileInfo(chapterFile).path() + u'/' + path;
  if (path.contains(QChar::Null) || QDir::isAbsolutePath(path) || book.isEmpty() ||
      !QDir::cleanPath(wanted).startsWith(QDir::cleanPath(bookDirectory) + u'/'))
    return refused(translated("pictures come from the book's folder only"));
  const QString file = QFileInfo(wanted).canonicalFilePath();
  if (file.isEmpty())
    return refused(translated("there is no picture '%1'").arg(path));
  if (!file.startsWith(book + u'/')) // a symbolic link that leads out
    return refused(translated("pictures come from the book's folder only"));
  const QFileInfo info(file);
  if (!info.isFile() || !info.isReadable())
    return refused(translated("the picture '%1' cannot be read").arg(path));
  if (info.size() > (isSvg(file) ? largestSvg : largestFile))
    return refused(translated("the picture '%1' is too large").arg(path));
  if (!isSvg(file))
    return raster(file);
  const QSizeF size = svgSize(contents(file, largestSvg));
  if (!(size.width() >= smallestSide) || !(size.height() >= smallestSide) || size.width() > largestSide ||
      size.height() > largestSide)
    return refused(translated("the picture '%1' is damaged, or says no size").arg(path));
  return {file, size, {}};
}

LoadedPicture loadPicture(const PictureFile& picture, QSize pixels) {
  pixels = pixels.boundedTo({largestSide, largestSide});
  if (pixels.isEmpty() || static_cast<double>(pixels.width()) * pixels.height() > largestArea)
    return {{}, translated("the picture is too large")};
  if (isSvg(picture.file)) {
    const QByteArray source = contents(picture.file, largestSvg);
    if (const QString problem = svgProblem(source); !problem.isEmpty())
      return {{}, problem};
    QSvgRenderer renderer;
    if (!renderer.load(source))
      return {{}, translated("the picture is damaged")};
    QImage image(pixels, QImage::Format_ARGB32_Premultiplied);
    if (image.isNull())
      return {{}, translated("there is not enough memory for the picture")};
    image.fill(Qt::transparent);
    QPainter painter(&image);
    renderer.render(&painter, QRectF(QPointF(0, 0), QSizeF(pixels)));
    return {image, {}};
  }
  QImageReader reader(picture.file);
  reader.setAutoTransform(true);
  const bool turned = reader.transformation() & QImageIOHandler::TransformationRotate90;
  // Made smaller while it is decoded; never larger than it is.
  const QSize own = reader.size();
  const QSize asked = turned ? pixels.transposed() : pixels;
  if (asked.width() < own.width())
    reader.setScaledSize(asked);
  const QImage image = reader.read();
  return image.isNull() ? LoadedPicture{{}, translated("the picture is damaged")} : LoadedPicture{image, {}};
}

} // namespace eigenboard::reader
