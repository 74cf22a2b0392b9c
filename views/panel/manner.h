#pragma once

#include "views/panel/panel.h"

#include <QtCore/QJsonObject>
#include <QtCore/QStringList>

namespace eigenboard::panel {

inline constexpr double slowestSpeed = 0.1;
inline constexpr double fastestSpeed = 10;

/// How the reader uses a panel. No part of where it stands: no undo step, link or figure tells it.
struct Manner {
  double speed = 1;   ///< of its process, times the process' own pace, from slowestSpeed to fastestSpeed
  QStringList locked; ///< keys of the seeds that stay as they are
  bool operator==(const Manner& other) const = default;
};

/// {"speed", "locked"}; what is as usual is not written.
QJsonObject toJson(const Manner& manner);
/// What does not fit is as usual: a speed out of range, a key that is no seed.
Manner mannerFromJson(const Description& description, const QJsonObject& json);

} // namespace eigenboard::panel
