#pragma once

#include "views/controls/tex_labels.h"
#include "views/controls/themed.h"
#include "views/panel/evaluation.h"

#include <QtWidgets/QWidget>

namespace eigenboard::controls {

/// The identities that must hold, each with a tick, or with a cross and a frame, and its statement, in as
/// many lines as it takes. Hovering tells what it means and how far off it is.
class InvariantStrip : public QWidget, public Themed {
  Q_OBJECT

 public:
  InvariantStrip(typesetting::Typesetter& typesetter, const render::Theme& theme, QWidget* parent = nullptr);
  void setInvariants(const std::vector<panel::Invariant>& invariants);
  /// Whether the strip shows that the invariant holds; false for an unknown key.
  bool showsHolding(const QString& key) const;
  void setScale(double scale); ///< type and lines are this many times as large as usual
  QSize sizeHint() const override;
  bool hasHeightForWidth() const override { return true; }
  int heightForWidth(int width) const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  bool event(QEvent* event) override;

 private:
  std::vector<QRectF> boxesFor(int width) const; ///< in units of the scale; width: of the widget
  std::vector<panel::Invariant> invariants_;
  std::vector<QRectF> boxes_;
  double scale_ = 1;
  TexLabels* labels_;
};

} // namespace eigenboard::controls
