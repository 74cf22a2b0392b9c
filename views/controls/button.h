#pragma once

#include "views/controls/icons.h"
#include "views/controls/themed.h"

#include <QtWidgets/QAbstractButton>

namespace eigenboard::controls {

/// A quiet button: an icon, a word or both; a surface only while the pointer is on it. Checked, it is tinted.
class Button : public QAbstractButton, public Themed {
  Q_OBJECT

 public:
  enum class Look : std::uint8_t {
    Quiet,
    Inviting, ///< tinted at all times: the one thing to press first
    Menu,     ///< with a small arrow: opens a menu
  };
  /// help: tooltip, and accessible name of a button without a word.
  Button(const render::Theme& theme, Icon icon, const QString& text, const QString& help,
         QWidget* parent = nullptr);
  void setLook(Look look);
  void setIcon(Icon icon);

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent* event) override;
  void enterEvent(QEnterEvent* event) override;
  void leaveEvent(QEvent* event) override;

 private:
  Icon icon_;
  Look look_ = Look::Quiet;
};

} // namespace eigenboard::controls
