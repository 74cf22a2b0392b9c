#include "app/reader/flat_text.h"

#include <utility>

namespace eigenboard::reader {

namespace {

QChar foldedLetter(QChar letter) {
  if (letter.isSpace())
    return u' ';
  switch (letter.unicode()) {
  case 0x2010:
  case 0x2011:
  case 0x2012:
  case 0x2013:
  case 0x2014:
  case 0x2212:
    return u'-';
  case 0x2018:
  case 0x2019:
    return u'\'';
  case 0x201c:
  case 0x201d:
    return u'"';
  default:
    return letter.toCaseFolded();
  }
}

class Flattener {
 public:
  explicit Flattener(FormulaText formulas) : formulas_(formulas) {}

  void walk(const std::vector<Node>& nodes) {
    const Node* before = nullptr;
    for (const Node& node : nodes) {
      const Node* above = std::exchange(before, &node);
      // What the reader's run of the code printed stands in its place.
      if (node.kind == NodeKind::Output && above && above->kind == NodeKind::Code && !above->children.empty())
        continue;
      const bool isLabel = node.kind == NodeKind::Label;
      if ((isLabel || node.kind == NodeKind::Heading) && !node.anchor.isEmpty())
        anchor_ = node.anchor;
      if (node.text && node.kind != NodeKind::Item)
        texts.push_back(flat(*node.text));
      walk(node.children);
    }
  }

  std::vector<FlatText> texts;

 private:
  FlatText flat(const Paragraph& paragraph) const {
    FlatText made;
    made.paragraph = &paragraph;
    made.anchor = anchor_;
    const QString& text = paragraph.content().text;
    auto object = paragraph.objects().begin();
    for (int i = 0; i < text.size(); ++i) {
      const bool isObject = object != paragraph.objects().end() && object->position == i;
      append(made, isObject ? shown(*object) : QString(text[i]), i);
      if (isObject)
        ++object;
    }
    return made;
  }

  QString shown(const InlineObject& object) const {
    switch (object.kind) {
    case ObjectKind::Formula:
      return formulas_ == FormulaText::Tex ? copied(object) : QString(QChar::ObjectReplacementCharacter);
    case ObjectKind::Scrub:
    case ObjectKind::Value:
      return object.text;
    default:
      return QString(QChar::ObjectReplacementCharacter);
    }
  }

  static void append(FlatText& flat, const QString& letters, int position) {
    for (const QChar letter : letters) {
      flat.text += foldedLetter(letter);
      flat.positions.push_back(position);
    }
  }

  FormulaText formulas_;
  QString anchor_;
};

} // namespace

std::vector<FlatText> flatten(const std::vector<Node>& nodes, FormulaText formulas) {
  Flattener flattener(formulas);
  flattener.walk(nodes);
  return std::move(flattener.texts);
}

QString folded(const QString& text) {
  QString made = text;
  for (QChar& letter : made)
    letter = foldedLetter(letter);
  return made;
}

Passage passageOf(const FlatText& flat, qsizetype start, qsizetype length) {
  if (length <= 0 || start < 0 || start + length > flat.text.size())
    return {};
  const int first = flat.positions[static_cast<std::size_t>(start)];
  const int last = flat.positions[static_cast<std::size_t>(start + length - 1)];
  return {flat.paragraph, {first, last - first + 1}};
}

bool openFoldsAround(std::vector<Node>& nodes, const Paragraph* paragraph) {
  const auto holds = [paragraph](const auto& self, std::vector<Node>& list, bool& opened) -> bool {
    for (Node& node : list) {
      if (node.text.get() == paragraph)
        return true;
      if (!self(self, node.children, opened))
        continue;
      opened = opened || (node.kind == NodeKind::Fold && !node.open);
      if (node.kind == NodeKind::Fold)
        node.open = true;
      return true;
    }
    return false;
  };
  bool opened = false;
  holds(holds, nodes, opened);
  return opened;
}

} // namespace eigenboard::reader
