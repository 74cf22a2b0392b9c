#include "app/reader/picture_loader.h"

#include <QtCore/QMetaObject>

#include <algorithm>

namespace eigenboard::reader {

namespace {
constexpr qsizetype keptPictureBytes = 24'000'000;
}

PictureLoader::PictureLoader(QObject* parent) : QObject(parent) {
  pool_.setMaxThreadCount(1); // two large pictures at once would double the memory they take
}

PictureLoader::~PictureLoader() {
  pool_.clear();
  pool_.waitForDone();
}

QImage PictureLoader::image(const PictureFile& picture, QSize pixels) {
  const auto kept = kept_.find(picture.file);
  if (kept != kept_.end())
    kept->used = ++clock_;
  const bool fits = kept != kept_.end() && kept->pixels == pixels;
  if (!fits && !problems_.contains(picture.file) && asked_.value(picture.file) != pixels) {
    asked_.insert(picture.file, pixels);
    const int page = page_;
    pool_.start([this, picture, pixels, page] {
      const LoadedPicture loaded = loadPicture(picture, pixels);
      QMetaObject::invokeMethod(
          this, [this, file = picture.file, pixels, page, loaded] { receive(file, pixels, page, loaded); },
          Qt::QueuedConnection);
    });
  }
  // One of another size is shown until the right one is there.
  return kept != kept_.end() ? kept->image : QImage();
}

void PictureLoader::clear() {
  ++page_;
  pool_.clear();
  kept_.clear();
  asked_.clear();
  problems_.clear();
}

void PictureLoader::receive(const QString& file, QSize pixels, int page, const LoadedPicture& loaded) {
  if (page != page_)
    return;
  if (asked_.value(file) == pixels)
    asked_.remove(file);
  if (loaded.image.isNull())
    problems_.insert(file, loaded.problem);
  else
    kept_.insert(file, {loaded.image, pixels, ++clock_});
  const auto bytes = [this] {
    qsizetype sum = 0;
    for (const Kept& kept : kept_)
      sum += kept.image.sizeInBytes();
    return sum;
  };
  while (kept_.size() > 1 && bytes() > keptPictureBytes)
    kept_.erase(std::min_element(kept_.begin(), kept_.end(),
                                 [](const Kept& a, const Kept& b) { return a.used < b.used; }));
  emit arrived();
}

} // namespace eigenboard::reader
