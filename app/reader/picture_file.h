#pragma once

#include <QtCore/QSizeF>
#include <QtCore/QString>
#include <QtGui/QImage>

namespace eigenboard::reader {

/// A picture of a chapter as found on disk, before it is decoded. size: its own, in px. problem: empty, or
/// why it cannot be shown.
struct PictureFile {
  QString file;
  QSizeF size;
  QString problem;
};

/// Looks the source of an image up: a PNG, JPEG or SVG file inside the book's folder, named relative to the
/// chapter's file (which is relative to the book's). Paths out of the book, by "..", by a link or absolute,
/// and addresses of the network are refused, and so are files and sizes beyond what a page needs. Reads no
/// more than the head of the file.
PictureFile findPicture(const QString& bookDirectory, const QString& chapterFile, const QString& source);

struct LoadedPicture {
  QImage image; ///< null: problem says why
  QString problem;
};

/// Decodes the picture at so many device pixels. Thread-safe. An SVG whose parts repeat beyond measure, or
/// that reaches for other files, is refused.
LoadedPicture loadPicture(const PictureFile& picture, QSize pixels);

} // namespace eigenboard::reader
