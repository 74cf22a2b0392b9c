#pragma once

#include "app/export/gif_palette.h"

#include <QtCore/QByteArray>
#include <QtCore/QRect>
#include <QtCore/QSize>
#include <QtCore/QString>

struct GifFileType;

namespace eigenboard::figures {

/// A GIF that is written frame by frame into memory by giflib. One thread at a time.
class GifFile {
 public:
  /// keepsBefore: what a frame does not say stays from the one before it; otherwise each begins on an empty
  /// ground and is written whole.
  GifFile(QSize size, GifPalette palette, bool keepsBefore);
  ~GifFile();
  GifFile(const GifFile&) = delete;
  GifFile& operator=(const GifFile&) = delete;

  /// Before the first frame: text of the file, in UTF-8.
  void addComment(const QByteArray& comment);
  /// A 32-bit image of the file's size, seen for so many hundredths of a second.
  void addFrame(const QImage& image, int hundredths);
  /// Ends the file. Empty when something failed; then error() says what.
  QByteArray finish();
  QString error() const { return error_; }

 private:
  void failed();
  void putHeader();
  void putControl(int hundredths);
  void putRect(const QRect& rect);
  QRect changedRect() const;

  QSize size_;
  GifPalette palette_;
  bool keepsBefore_;
  std::uint8_t transparent_ = 0;
  QByteArray bytes_;
  QString error_;
  GifFileType* file_ = nullptr;
  std::vector<std::uint8_t> now_; ///< indices by rows
  std::vector<std::uint8_t> before_;
};

} // namespace eigenboard::figures
