#pragma once

#include "views/controls/button.h"
#include "views/controls/scrub_number.h"

namespace eigenboard::typesetting {
class Typesetter;
}

namespace eigenboard::controls {

/// A seed as a chip: its number to type or step, a new one, copy, and a lock that keeps presets, links and
/// the hand from it.
class SeedControl : public QWidget, public Themed {
  Q_OBJECT

 public:
  /// session and typesetter outlive the control. parameter: index in the description.
  SeedControl(panel::Session& session, int parameter, typesetting::Typesetter& typesetter,
              const render::Theme& theme, QWidget* parent = nullptr);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  void renew();
  void copy();
  void setLocked(bool isLocked);
  void showLock();
  panel::Session& session_;
  const panel::Parameter& parameter_;
  ScrubNumber* number_;
  Button* renew_;
  Button* copy_;
  Button* lock_;
};

} // namespace eigenboard::controls
