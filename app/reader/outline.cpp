#include "app/reader/outline.h"

#include <utility>

namespace eigenboard::reader {

namespace {

constexpr int wordsPerFormula = 3;

QString wordsOfHeading(const Node& node) {
  return node.text ? node.text->copy({0, node.text->length()}).simplified() : QString();
}

int wordsIn(const Paragraph& paragraph) {
  int words = 0;
  bool inWord = false;
  for (const QChar letter : paragraph.content().text) {
    const bool isWord = !letter.isSpace();
    words += isWord && !inWord;
    inWord = isWord;
  }
  int formulas = 0;
  for (const InlineObject& object : paragraph.objects())
    formulas += object.kind == ObjectKind::Formula;
  return words + (wordsPerFormula - 1) * formulas;
}

class Outline {
 public:
  void walk(const std::vector<Node>& nodes) {
    for (const Node& node : nodes) {
      if (node.kind == NodeKind::Label) {
        label_ = wordsOfHeading(node);
        labelAnchor_ = node.anchor;
        continue;
      }
      if (node.kind == NodeKind::Heading) {
        const QString labelAnchor = std::exchange(labelAnchor_, {});
        sections.push_back({node.anchor.isEmpty() ? labelAnchor : node.anchor,
                            std::exchange(label_, {}),
                            wordsOfHeading(node),
                            0,
                            {}});
        continue;
      }
      if (!sections.empty() && node.text)
        sections.back().words += wordsIn(*node.text);
      if (!sections.empty() && node.kind == NodeKind::Exercise)
        sections.back().exercises.append(node.anchor);
      if (node.kind != NodeKind::Fold)
        walk(node.children);
    }
  }

  std::vector<Section> sections;

 private:
  // A component's name stands above its heading, and carries the anchor of both.
  QString label_;
  QString labelAnchor_;
};

} // namespace

std::vector<Section> sectionsOf(const std::vector<Node>& nodes) {
  Outline outline;
  outline.walk(nodes);
  return std::move(outline.sections);
}

} // namespace eigenboard::reader
