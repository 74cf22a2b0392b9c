#include "app/stage/picture_hand.h"

#include "app/stage/picture.h"

namespace eigenboard::stage {

using namespace Qt::StringLiterals;

PictureHand::PictureHand(Picture& picture, QObject* parent) : QObject(parent) {
  connect(&picture, &Picture::gestureBegan, this, [this](const QString& handleName) {
    if (!session_)
      return;
    isInDrag_ = true;
    session_->beginGesture(tr("Move: %1").arg(handleName));
  });
  connect(&picture, &Picture::gestureEnded, this, &PictureHand::end);
  connect(&picture, &Picture::dragged, this, [this](const scene::Assignments& assignments) {
    if (!session_)
      return;
    if (isInDrag_) {
      session_->set(assignments);
      return;
    }
    // A key press: a gesture of its own, which joins the one of a moment ago.
    QStringList keys;
    for (const auto& [key, value] : assignments)
      keys += key;
    session_->beginGesture(tr("Move: %1").arg(keys.join(u", "_s)), panel::Merging::Briefly);
    session_->set(assignments);
    session_->endGesture();
  });
  connect(&picture, &Picture::edited, this, [this](const scene::Settings& settings, const QString& name) {
    if (!session_)
      return;
    session_->beginGesture(name);
    session_->apply(settings);
    session_->endGesture();
  });
}

void PictureHand::setSession(panel::Session& session) {
  end();
  session_ = &session;
}

void PictureHand::end() {
  if (isInDrag_ && session_)
    session_->endGesture();
  isInDrag_ = false;
}

} // namespace eigenboard::stage
