#pragma once

#include "views/controls/themed.h"
#include "views/panel/session.h"

#include <QtWidgets/QAbstractButton>

namespace eigenboard::controls {

/// A switch and its name.
class ToggleControl : public QAbstractButton, public Themed {
  Q_OBJECT

 public:
  /// session outlives the control. parameter: index in the description.
  ToggleControl(panel::Session& session, int parameter, const render::Theme& theme,
                QWidget* parent = nullptr);
  void refresh();
  const QString& key() const { return key_; }
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void enterEvent(QEnterEvent* event) override;
  void leaveEvent(QEvent* event) override;

 private:
  panel::Session& session_;
  QString key_;
};

} // namespace eigenboard::controls
