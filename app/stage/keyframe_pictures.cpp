#include "app/stage/keyframe_pictures.h"

#include "views/panel/evaluate_at.h"
#include "views/render/thumbnail.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QMetaObject>

#include <exception>

namespace eigenboard::stage {

namespace {

constexpr qsizetype mostPictures = 600; ///< of about 64 kB each on a screen of double density

QByteArray pictureKey(const panel::Panel& panel, const panel::State& state, const render::Theme& theme,
                      double pixelRatio) {
  return QJsonDocument(panel::toJson(panel.description(), state)).toJson(QJsonDocument::Compact) +
         theme.key.toUtf8() + QByteArray::number(pixelRatio);
}

} // namespace

KeyframePictures::KeyframePictures(QSize size, QObject* parent) : QObject(parent), size_(size) {
  pool_.setMaxThreadCount(1); // the other core is for what the reader does
}

KeyframePictures::~KeyframePictures() {
  pool_.clear();
  pool_.waitForDone();
}

void KeyframePictures::forgetAsked() {
  pool_.clear();
  asked_.clear();
}

QImage KeyframePictures::image(const panel::Panel& panel, const panel::State& state,
                               const render::Theme& theme, double pixelRatio) {
  const QByteArray key = pictureKey(panel, state, theme, pixelRatio);
  if (const auto found = kept_.constFind(key); found != kept_.constEnd())
    return *found;
  if (asked_.contains(key))
    return {};
  asked_.insert(key);
  pool_.start([this, key, &panel, state, theme, pixelRatio] {
    QImage picture;
    try {
      picture = render::thumbnail(panel::evaluateAt(panel, state).scene, theme, size_, pixelRatio);
    } catch (const std::exception&) {
      picture = {}; // a state that cannot be computed has no picture; the panel itself says why
    }
    QMetaObject::invokeMethod(
        this,
        [this, key, picture] {
          if (kept_.size() >= mostPictures)
            kept_.clear();
          kept_.insert(key, picture);
          asked_.remove(key);
          emit arrived();
        },
        Qt::QueuedConnection);
  });
  return {};
}

} // namespace eigenboard::stage
