#pragma once

#include "views/controls/button.h"
#include "views/panel/session.h"

namespace eigenboard::controls {

/// Under a control whose value several panels share: the object's name, with whom, and the way to let go of
/// it. Hidden while nothing is shared.
class SharedChip : public QWidget, public Themed {
  Q_OBJECT

 public:
  /// session outlives the chip. key: of the parameter or group. width: what there is, in pixels.
  SharedChip(panel::Session& session, const QString& key, int width, const render::Theme& theme,
             QWidget* parent = nullptr);
  const QString& key() const { return key_; }
  /// "@A · shared with Eigenvalues and eigenvectors"; empty while nothing is shared.
  const QString& words() const { return words_; }
  /// isControlShown: the chip is hidden with its control.
  void refresh(bool isControlShown);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QRect wordsBox() const;
  panel::Session& session_;
  QString key_;
  QString words_;
  int width_;
  Button* letGo_;
};

} // namespace eigenboard::controls
