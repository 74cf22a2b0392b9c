#include "app/export/gif_file.h"

#include "app/export/words.h"

#include <algorithm>
#include <gif_lib.h>
#include <memory>

namespace eigenboard::figures {
namespace {

constexpr int paletteSize = 256;

int appendBytes(GifFileType* file, const GifByteType* bytes, int count) {
  static_cast<QByteArray*>(file->UserData)->append(reinterpret_cast<const char*>(bytes), count);
  return count;
}

struct FreeColorMap {
  void operator()(ColorMapObject* map) const { GifFreeMapObject(map); }
};

} // namespace

GifFile::GifFile(QSize size, GifPalette palette, bool keepsBefore)
    : size_(size), palette_(std::move(palette)), keepsBefore_(keepsBefore),
      transparent_(static_cast<std::uint8_t>(palette_.colors().size())),
      now_(static_cast<std::size_t>(size.width()) * static_cast<std::size_t>(size.height())) {
  int reason = 0;
  file_ = EGifOpen(&bytes_, appendBytes, &reason);
  if (!file_) {
    error_ = tr("the GIF could not be begun: %1").arg(QString::fromLatin1(GifErrorString(reason)));
    return;
  }
  EGifSetGifVersion(file_, true);
  putHeader();
}

GifFile::~GifFile() {
  int reason = 0;
  if (file_)
    EGifCloseFile(file_, &reason);
}

void GifFile::failed() {
  if (error_.isEmpty())
    error_ = tr("the GIF could not be written: %1").arg(QString::fromLatin1(GifErrorString(file_->Error)));
}

void GifFile::putHeader() {
  const std::unique_ptr<ColorMapObject, FreeColorMap> map(GifMakeMapObject(paletteSize, nullptr));
  if (!map) {
    error_ = tr("the GIF could not be begun: there is not enough memory for it");
    return;
  }
  for (std::size_t i = 0; i < palette_.colors().size(); ++i) {
    const QRgb color = palette_.colors()[i];
    map->Colors[i] = {static_cast<GifByteType>(qRed(color)), static_cast<GifByteType>(qGreen(color)),
                      static_cast<GifByteType>(qBlue(color))};
  }
  const int bitsPerChannel = 8;
  if (EGifPutScreenDesc(file_, size_.width(), size_.height(), bitsPerChannel, 0, map.get()) == GIF_ERROR)
    failed();
  // The loop without end, as Netscape wrote it first.
  const std::array<GifByteType, 3> endless{1, 0, 0};
  if (EGifPutExtensionLeader(file_, APPLICATION_EXT_FUNC_CODE) == GIF_ERROR ||
      EGifPutExtensionBlock(file_, 11, "NETSCAPE2.0") == GIF_ERROR ||
      EGifPutExtensionBlock(file_, static_cast<int>(endless.size()), endless.data()) == GIF_ERROR ||
      EGifPutExtensionTrailer(file_) == GIF_ERROR)
    failed();
}

void GifFile::addComment(const QByteArray& comment) {
  if (file_ && !comment.isEmpty() && EGifPutComment(file_, comment.constData()) == GIF_ERROR)
    failed();
}

QRect GifFile::changedRect() const {
  const QRect all(QPoint(0, 0), size_);
  if (!keepsBefore_ || before_.empty())
    return all;
  const auto width = static_cast<std::size_t>(size_.width());
  const auto isSameRow = [&](int row) {
    const auto from = static_cast<std::ptrdiff_t>(static_cast<std::size_t>(row) * width);
    return std::equal(now_.begin() + from, now_.begin() + from + size_.width(), before_.begin() + from);
  };
  int top = 0;
  int bottom = size_.height();
  while (top < bottom && isSameRow(top))
    ++top;
  while (bottom > top && isSameRow(bottom - 1))
    --bottom;
  if (top == bottom)
    return {0, 0, 1, 1}; // a frame that changes nothing still takes its time
  int left = size_.width();
  int right = 0;
  for (int row = top; row < bottom; ++row) {
    const std::size_t from = static_cast<std::size_t>(row) * width;
    int x = 0;
    while (x < left &&
           now_[from + static_cast<std::size_t>(x)] == before_[from + static_cast<std::size_t>(x)])
      ++x;
    left = std::min(left, x);
    int end = size_.width();
    while (end > right && now_[from + static_cast<std::size_t>(end) - 1] ==
                              before_[from + static_cast<std::size_t>(end) - 1])
      --end;
    right = std::max(right, end);
  }
  return {left, top, right - left, bottom - top};
}

void GifFile::putControl(int hundredths) {
  constexpr int largestDelay = 65535;
  GraphicsControlBlock control{};
  control.DisposalMode = keepsBefore_ ? DISPOSE_DO_NOT : DISPOSE_BACKGROUND;
  control.DelayTime = std::clamp(hundredths, 2, largestDelay);
  control.TransparentColor = transparent_;
  std::array<GifByteType, 4> block{};
  const auto length = static_cast<int>(EGifGCBToExtension(&control, block.data()));
  if (EGifPutExtension(file_, GRAPHICS_EXT_FUNC_CODE, length, block.data()) == GIF_ERROR)
    failed();
}

void GifFile::putRect(const QRect& rect) {
  if (EGifPutImageDesc(file_, rect.x(), rect.y(), rect.width(), rect.height(), false, nullptr) == GIF_ERROR)
    failed();
  std::vector<GifByteType> line(static_cast<std::size_t>(rect.width()));
  const bool leavesOut = keepsBefore_ && !before_.empty();
  for (int row = 0; row < rect.height() && error_.isEmpty(); ++row) {
    const std::size_t from =
        static_cast<std::size_t>(rect.y() + row) * static_cast<std::size_t>(size_.width()) +
        static_cast<std::size_t>(rect.x());
    for (std::size_t i = 0; i < line.size(); ++i)
      line[i] = leavesOut && now_[from + i] == before_[from + i] ? transparent_ : now_[from + i];
    if (EGifPutLine(file_, line.data(), rect.width()) == GIF_ERROR)
      failed();
  }
}

void GifFile::addFrame(const QImage& image, int hundredths) {
  if (!file_ || !error_.isEmpty())
    return;
  if (image.size() != size_) {
    error_ = tr("a frame has another size than the first");
    return;
  }
  auto place = now_.begin();
  for (int y = 0; y < image.height(); ++y) {
    const auto* line = reinterpret_cast<const QRgb*>(image.constScanLine(y));
    QRgb last = 0;
    std::uint8_t index = transparent_;
    for (int x = 0; x < size_.width(); ++x, ++place) {
      if (line[x] != last) {
        last = line[x];
        index = qAlpha(last) >= 128 ? palette_.nearest(last) : transparent_;
      }
      *place = index;
    }
  }
  putControl(hundredths);
  putRect(changedRect());
  before_ = now_;
}

QByteArray GifFile::finish() {
  if (!file_)
    return {};
  int reason = 0;
  if (EGifCloseFile(file_, &reason) == GIF_ERROR && error_.isEmpty())
    error_ = tr("the GIF could not be ended: %1").arg(QString::fromLatin1(GifErrorString(reason)));
  file_ = nullptr;
  return error_.isEmpty() ? bytes_ : QByteArray();
}

} // namespace eigenboard::figures
