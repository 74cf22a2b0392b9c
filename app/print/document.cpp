#include "app/print/document.h"

#include <algorithm>

namespace eigenboard::print {

namespace {
constexpr double pixelsPerMillimetre = 96 / 25.4;
}

Paper a4() {
  return {QSizeF(210, 297) * pixelsPerMillimetre};
}

Paper letter() {
  return {QSizeF(8.5, 11) * 96};
}

Spot spotOf(const SetText& text, double y, const Paper& paper) {
  for (std::size_t i = 0; i < text.pages.size(); ++i)
    if (y < text.pages[i].bottom)
      return {static_cast<int>(i),
              paper.top + std::max(0., y - text.pages[i].top) + text.pages[i].head.height()};
  return {std::max(0, static_cast<int>(text.pages.size()) - 1), paper.top};
}

std::vector<PlacedLink> linksOf(const SetText& text, const Paper& paper) {
  std::vector<PlacedLink> found;
  for (const reader::Target& target : text.layout.targets) {
    if (target.kind != reader::TargetKind::Link)
      continue;
    const reader::PlacedText& placed = text.layout.texts[static_cast<std::size_t>(target.text)];
    const reader::LinkSpan& span = placed.paragraph->content().links[static_cast<std::size_t>(target.index)];
    if (!span.problem.isEmpty())
      continue;
    for (const QRectF& line : placed.paragraph->rects(span.span)) {
      const QRectF onText = line.translated(placed.origin);
      const Spot spot = spotOf(text, onText.center().y(), paper);
      found.push_back({spot.page, onText.translated(0, spot.y - onText.center().y()), span.link});
    }
  }
  return found;
}

} // namespace eigenboard::print
