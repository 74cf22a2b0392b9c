#pragma once

#include "app/reader/flow.h"

#include <QtCore/QSet>

namespace eigenboard::reader {

/// What a page keeps when it is built anew in another theme or text size: open folds, answers given,
/// and what was tried.
struct PageMemory {
  std::vector<bool> folds;
  struct Answer {
    QString text;
    Mark mark = Mark::None;
  };
  std::vector<Answer> answers;
  struct Exercise {
    bool isDone = false;
    bool wasTried = false;
  };
  std::vector<Exercise> exercises;
};
PageMemory remember(const std::vector<Node>& nodes);
/// Does nothing to a page with another number of folds, answers or exercises.
void restore(std::vector<Node>& nodes, const PageMemory& memory);

/// Which cards, counted in the order of the page, are in the set; and back for the page built anew.
std::vector<bool> cardStates(const std::vector<Node>& nodes, const QSet<const Node*>& cards);
QSet<const Node*> visitedCards(const std::vector<Node>& nodes, const std::vector<bool>& states);

/// Ticks every box of the goal "panel/goal"; false if there is none.
bool markGoal(std::vector<Node>& nodes, const QString& goal);

/// The target of a new layout that is the same thing as one of an old layout; text is its paragraph (null:
/// none). −1: gone.
int findTarget(const Layout& layout, const Target& like, const Paragraph* text);

} // namespace eigenboard::reader
