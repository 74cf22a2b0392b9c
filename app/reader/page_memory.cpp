#include "app/reader/page_memory.h"

namespace eigenboard::reader {

namespace {

template <typename Nodes, typename Visit>
void visit(Nodes& nodes, Visit&& each) {
  for (auto& node : nodes) {
    each(node);
    visit(node.children, each);
  }
}

bool isAnswer(const InlineObject& object) {
  return object.kind == ObjectKind::Answer || object.kind == ObjectKind::Choice;
}

} // namespace

PageMemory remember(const std::vector<Node>& nodes) {
  PageMemory memory;
  visit(nodes, [&](const Node& node) {
    if (node.kind == NodeKind::Fold)
      memory.folds.push_back(node.open);
    if (node.kind == NodeKind::Exercise)
      memory.exercises.push_back({node.exercise.isDone, node.exercise.wasTried});
    if (node.text)
      for (const InlineObject& object : std::as_const(*node.text).objects())
        if (isAnswer(object))
          memory.answers.push_back({object.text, object.mark});
  });
  return memory;
}

void restore(std::vector<Node>& nodes, const PageMemory& memory) {
  const PageMemory present = remember(nodes);
  if (present.folds.size() != memory.folds.size() || present.answers.size() != memory.answers.size() ||
      present.exercises.size() != memory.exercises.size())
    return;
  auto fold = memory.folds.begin();
  auto answer = memory.answers.begin();
  auto exercise = memory.exercises.begin();
  visit(nodes, [&](Node& node) {
    if (node.kind == NodeKind::Fold)
      node.open = *fold++;
    if (node.kind == NodeKind::Exercise) {
      node.exercise.isDone = exercise->isDone;
      node.exercise.wasTried = exercise->wasTried;
      ++exercise;
    }
    if (node.text)
      for (InlineObject& object : node.text->objects())
        if (isAnswer(object)) {
          if (object.kind == ObjectKind::Answer)
            object.text = answer->text;
          object.mark = answer->mark;
          ++answer;
        }
  });
}

std::vector<bool> cardStates(const std::vector<Node>& nodes, const QSet<const Node*>& cards) {
  std::vector<bool> states;
  visit(nodes, [&](const Node& node) {
    if (node.kind == NodeKind::Card)
      states.push_back(cards.contains(&node));
  });
  return states;
}

QSet<const Node*> visitedCards(const std::vector<Node>& nodes, const std::vector<bool>& states) {
  QSet<const Node*> cards;
  std::size_t index = 0;
  visit(nodes, [&](const Node& node) {
    if (node.kind != NodeKind::Card)
      return;
    if (index < states.size() && states[index])
      cards.insert(&node);
    ++index;
  });
  return cards;
}

bool markGoal(std::vector<Node>& nodes, const QString& goal) {
  bool found = false;
  visit(nodes, [&](Node& node) {
    if (!node.text)
      return;
    for (InlineObject& object : node.text->objects())
      if (object.kind == ObjectKind::Tick && goalName(std::get<book::GoalLink>(object.link)) == goal) {
        object.mark = Mark::Right;
        found = true;
      }
  });
  return found;
}

int findTarget(const Layout& layout, const Target& like, const Paragraph* text) {
  for (std::size_t i = 0; i < layout.targets.size(); ++i) {
    const Target& target = layout.targets[i];
    if (target.kind != like.kind || target.index != like.index || target.node != like.node)
      continue;
    const Paragraph* own =
        target.text >= 0 ? layout.texts[static_cast<std::size_t>(target.text)].paragraph : nullptr;
    if (own == text)
      return static_cast<int>(i);
  }
  return -1;
}

} // namespace eigenboard::reader
