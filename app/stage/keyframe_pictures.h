#pragma once

#include "views/panel/panel.h"
#include "views/panel/state.h"
#include "views/render/theme.h"

#include <QtCore/QHash>
#include <QtCore/QObject>
#include <QtCore/QSet>
#include <QtCore/QSize>
#include <QtCore/QThreadPool>
#include <QtGui/QImage>

namespace eigenboard::stage {

/// Small pictures of panels at any state, computed on a thread of their own and kept while there is room.
class KeyframePictures : public QObject {
  Q_OBJECT

 public:
  explicit KeyframePictures(QSize size, QObject* parent = nullptr);
  /// Waits for the picture that is being computed.
  ~KeyframePictures() override;

  /// Null where it is not there yet; then it is computed, and arrived() tells. Null for ever where the state
  /// has no picture. panel outlives this.
  QImage image(const panel::Panel& panel, const panel::State& state, const render::Theme& theme,
               double pixelRatio);
  /// What is asked for and not begun is not wanted any more.
  void forgetAsked();

 signals:
  void arrived();

 private:
  QSize size_;
  QThreadPool pool_;
  QHash<QByteArray, QImage> kept_;
  QSet<QByteArray> asked_;
};

} // namespace eigenboard::stage
