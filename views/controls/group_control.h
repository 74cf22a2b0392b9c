#pragma once

#include "views/controls/scrub_number.h"
#include "views/controls/symbol_label.h"

namespace eigenboard::controls {

/// The cells of a matrix between brackets, or the coordinates of a point between parentheses: each a number
/// to scrub.
class GroupControl : public QWidget, public Themed {
  Q_OBJECT

 public:
  /// session and typesetter outlive the control.
  GroupControl(panel::Session& session, const panel::Group& group, typesetting::Typesetter& typesetter,
               const render::Theme& theme, QWidget* parent = nullptr);
  const std::vector<ScrubNumber*>& cells() const { return cells_; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  void paintBrackets(QPainter& painter, const QRectF& box) const;
  void paintParentheses(QPainter& painter, const QRectF& box) const;
  panel::GroupKind kind_;
  std::vector<ScrubNumber*> cells_;
};

} // namespace eigenboard::controls
