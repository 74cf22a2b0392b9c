#pragma once

#include "views/panel/session.h"

#include <QtCore/QObject>
#include <QtCore/QPointer>

namespace eigenboard::stage {

class Picture;

/// Carries the light between a panel's spotlight and its picture, which knows nothing of panels: what is
/// pointed at in the picture is lit everywhere, and what is lit elsewhere is lit in the picture.
class StageLights : public QObject {
  Q_OBJECT

 public:
  /// picture outlives this.
  explicit StageLights(Picture& picture, QObject* parent);
  ~StageLights() override;
  void setSession(panel::Session& session);

 private:
  void follow();
  Picture& picture_;
  QPointer<panel::Session> session_;
};

} // namespace eigenboard::stage
