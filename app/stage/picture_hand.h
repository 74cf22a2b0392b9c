#pragma once

#include "views/panel/viewing.h"

#include <QtCore/QObject>

namespace eigenboard::stage {

class Picture;

/// Carries what the reader's hand does on a picture to a session: a drag is one gesture, a key press joins
/// the one of a moment ago, and an edit by click or key is one step with its own name.
class PictureHand : public QObject {
  Q_OBJECT

 public:
  /// picture outlives this.
  PictureHand(Picture& picture, QObject* parent);
  /// A drag that is under way ends first.
  void setSession(panel::Session& session);
  bool isInDrag() const { return isInDrag_; }

 private:
  void end();
  panel::Viewing viewing_; ///< whose picture the hand is on
  bool isInDrag_ = false;
};

} // namespace eigenboard::stage
