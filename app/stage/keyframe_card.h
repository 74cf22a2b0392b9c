#pragma once

#include "app/stage/keyframes.h"
#include "views/controls/themed.h"

#include <QtGui/QImage>
#include <QtWidgets/QAbstractButton>

class QLineEdit;

namespace eigenboard::stage {

/// A marked state in the strip: its picture, label and duration. A click goes there; it can be dragged
/// sideways, and its label and duration typed.
class KeyframeCard : public QAbstractButton, public controls::Themed {
  Q_OBJECT

 public:
  static constexpr QSize picture{84, 50};
  static constexpr QSize whole{92, 76};
  enum class Part : std::uint8_t { Label, Duration };

  KeyframeCard(const render::Theme& theme, QWidget* parent);
  /// number: its place, from 1, of so many.
  void setKeyframe(const Keyframe& keyframe, int number, int count);
  void setImage(const QImage& image);
  /// Whether the panel is in this state now.
  void setPresent(bool isPresent);
  bool isPresent() const { return isPresent_; }
  const QString& label() const { return label_; }
  int milliseconds() const { return milliseconds_; }
  void edit(Part part);
  void endEditing(); ///< what was typed is taken, if it can be
  QSize sizeHint() const override { return whole; }

 signals:
  void goWanted();
  void renamed(const QString& label);
  void timed(int milliseconds);
  void refused(const QString& reason); ///< what was typed is no duration
  void keyPressed(QKeyEvent* event);   ///< accepted by whoever knows what it does
  void menuWanted(QPoint global);
  void dragMoved(QPoint global);
  void dragEnded(bool isDropped);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;
  void enterEvent(QEnterEvent* event) override;
  void leaveEvent(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  QRect durationBox() const;
  bool commit();
  void closeEditor();

  QString label_;
  int milliseconds_ = 0;
  int number_ = 0;
  QImage image_;
  bool isPresent_ = false;
  QPoint press_;
  bool isDragged_ = false;
  QLineEdit* editor_ = nullptr;
  Part part_ = Part::Label;
};

} // namespace eigenboard::stage
