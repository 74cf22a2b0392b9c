#include "app/stage/stage_lights.h"

#include "app/stage/picture.h"
#include "views/controls/lit_names.h"

namespace eigenboard::stage {

StageLights::StageLights(Picture& picture, QObject* parent) : QObject(parent), picture_(picture) {
  connect(&picture, &Picture::pointedAt, this, [this](const render::MarkNames& names) {
    if (!session_)
      return;
    panel::Names lit = controls::namesOfKeys(session_->description(), names.keys);
    lit.symbols += controls::namesOfSymbol(names.symbol).symbols;
    if (names.isEmpty())
      session_->spotlight().leave(this);
    else
      session_->spotlight().light(this, lit);
  });
}

StageLights::~StageLights() {
  if (!session_)
    return;
  session_->spotlight().disconnect(this); // the picture may be gone
  session_->spotlight().leave(this);      // others that show this panel go on
}

void StageLights::setSession(panel::Session& session) {
  if (session_) {
    session_->spotlight().leave(this);
    session_->spotlight().disconnect(this);
  }
  session_ = &session;
  connect(&session.spotlight(), &panel::Spotlight::changed, this, &StageLights::follow);
  follow();
}

void StageLights::follow() {
  // The picture keeps the question, not the answer: a new scene is lit rightly as it comes.
  picture_.setLights([this](const render::MarkNames& names) {
    return session_ &&
           controls::isLit(session_->spotlight(), session_->description(), names.keys, names.symbol);
  });
}

} // namespace eigenboard::stage
