#include "app/stage/picture_hand.h"

#include "app/stage/picture.h"

namespace eigenboard::stage {

using namespace Qt::StringLiterals;

PictureHand::PictureHand(Picture& picture, QObject* parent) : QObject(parent) {
  connect(&picture, &Picture::gestureBegan, this, [this](const QString& handleName) {
    panel::Session* session = viewing_.session();
    if (!session)
      return;
    isInDrag_ = true;
    session->beginGesture(tr("Move: %1").arg(handleName));
  });
  connect(&picture, &Picture::gestureEnded, this, &PictureHand::end);
  connect(&picture, &Picture::dragged, this, [this](const scene::Assignments& assignments) {
    panel::Session* session = viewing_.session();
    if (!session)
      return;
    if (isInDrag_) {
      session->set(assignments);
      return;
    }
    // A key press: a gesture of its own, which joins the one of a moment ago.
    QStringList keys;
    for (const auto& [key, value] : assignments)
      keys += key;
    session->beginGesture(tr("Move: %1").arg(keys.join(u", "_s)), panel::Merging::Briefly);
    session->set(assignments);
    session->endGesture();
  });
  connect(&picture, &Picture::edited, this, [this](const scene::Settings& settings, const QString& name) {
    if (panel::Session* session = viewing_.session()) {
      session->beginGesture(name);
      session->apply(settings);
      session->endGesture();
    }
  });
}

void PictureHand::setSession(panel::Session& session) {
  end();
  viewing_.show(session);
}

void PictureHand::end() {
  if (panel::Session* session = viewing_.session(); isInDrag_ && session)
    session->endGesture();
  isInDrag_ = false;
}

} // namespace eigenboard::stage
