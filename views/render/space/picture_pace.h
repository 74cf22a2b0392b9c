#pragma once

#include "views/render/space/space_painter.h"

#include <QtCore/QElapsedTimer>

namespace eigenboard::render {

/// Decides how carefully the next picture is painted: pictures that follow one another within a moment are
/// drafts, the one that stays is fine.
class PicturePace {
 public:
  static constexpr int moment = 220; ///< ms

  /// For a picture that is painted now. isRefining: the one that was promised after the last draft.
  SpaceQuality next(bool isRefining) {
    const bool isMoving = sinceLast_.isValid() && sinceLast_.elapsed() < moment;
    sinceLast_.start();
    return isMoving && !isRefining ? SpaceQuality::Draft : SpaceQuality::Fine;
  }

 private:
  QElapsedTimer sinceLast_;
};

} // namespace eigenboard::render
