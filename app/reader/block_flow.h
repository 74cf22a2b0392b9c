#pragma once

#include "app/reader/flow.h"

#include <functional>

namespace eigenboard::reader {

/// What the flow of a page lends to a kind of block so that it can set itself. All of it outlives the call.
struct FlowTools {
  const Typography& type;
  Layout& layout;
  double& y; ///< where the next thing stands
  /// A paragraph at y, which moves below it.
  std::function<void(Paragraph&, double left, double width, const QString& separator)> text;
  /// A paragraph at a place; y stays.
  std::function<void(Paragraph&, QPointF origin, const QString& separator)> place;
  /// Blocks in a container of their own, whose first one has no space above it.
  std::function<void(std::vector<Node>&, double left, double width)> blocks;
  bool& isInBox; ///< whether those blocks stand in a box that nothing may reach out of

  double units(double count) const;
  /// How far a surface reaches out of the column on each side, so that the words in it stay in line with
  /// those around; 0 inside a container.
  double hang(double left, double pad) const;
};

void flowLabel(Node& label, double left, double width, const FlowTools& tools);
void flowStatement(Node& statement, double left, double width, const FlowTools& tools);
void flowMistake(Node& mistake, double left, double width, const FlowTools& tools);
void flowExercise(Node& exercise, double left, double width, const FlowTools& tools);
void flowCard(Node& card, double left, double width, const FlowTools& tools);
void flowPicture(Node& picture, double left, double width, const FlowTools& tools);

/// The place of the picture in a card whose top left corner is given, for a card of that width.
QRectF cardPictureArea(QPointF corner, double width, const Typography& type);

} // namespace eigenboard::reader
