#include "app/reader/targets.h"

namespace eigenboard::reader {

int targetAt(const Layout& layout, QPointF point) {
  // Later targets lie on earlier ones: the button on its code, a link in a card.
  for (std::size_t i = layout.targets.size(); i-- > 0;) {
    const Target& target = layout.targets[i];
    if (!target.rect.adjusted(-2, -2, 2, 2).contains(point))
      continue;
    // Of code and tables that are scrolled sideways, what is out of sight is not there.
    if (target.text >= 0 && !layout.texts[static_cast<std::size_t>(target.text)].window.isNull() &&
        !layout.texts[static_cast<std::size_t>(target.text)].window.contains(point))
      continue;
    if (target.kind != TargetKind::Link)
      return static_cast<int>(i);
    const PlacedText& text = layout.texts[static_cast<std::size_t>(target.text)];
    if (text.paragraph->linkAt(point - text.origin) == target.index)
      return static_cast<int>(i);
  }
  return -1;
}

InlineObject* objectOf(Layout& layout, const Target& target) {
  if (target.kind != TargetKind::Object || target.text < 0 ||
      target.text >= static_cast<int>(layout.texts.size()))
    return nullptr;
  std::vector<InlineObject>& objects =
      layout.texts[static_cast<std::size_t>(target.text)].paragraph->objects();
  return target.index < static_cast<int>(objects.size()) ? &objects[static_cast<std::size_t>(target.index)]
                                                         : nullptr;
}

} // namespace eigenboard::reader
