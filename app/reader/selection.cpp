#include "app/reader/selection.h"

#include <algorithm>
#include <limits>

namespace eigenboard::reader {

TextPlace placeNear(const Layout& layout, QPointF point) {
  TextPlace best;
  double nearest = std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i < layout.texts.size(); ++i) {
    const QRectF rect = layout.texts[i].rect();
    const double down = std::max({rect.top() - point.y(), point.y() - rect.bottom(), 0.});
    const double across = std::max({rect.left() - point.x(), point.x() - rect.right(), 0.});
    // A line at the same height is nearer than one above or below, however far away it begins.
    const double distance = 1e4 * down + across;
    if (distance < nearest) {
      nearest = distance;
      best = {static_cast<int>(i), layout.texts[i].paragraph->positionAt(point - layout.texts[i].origin)};
    }
  }
  return best;
}

Selection wordAt(const Layout& layout, TextPlace place) {
  if (place.text >= static_cast<int>(layout.texts.size()))
    return {place, place};
  const QString& text = layout.texts[static_cast<std::size_t>(place.text)].paragraph->content().text;
  const auto isWord = [&](int at) {
    return text[at].isLetterOrNumber() || text[at] == u'_' || text[at] == u'\'';
  };
  int first = place.position;
  int last = place.position;
  while (first > 0 && isWord(first - 1))
    --first;
  while (last < text.size() && isWord(last))
    ++last;
  return {{place.text, first}, {place.text, last}};
}

Selection everything(const Layout& layout) {
  if (layout.texts.empty())
    return {};
  return {{0, 0}, {static_cast<int>(layout.texts.size()) - 1, layout.texts.back().paragraph->length()}};
}

Span selectedSpan(const Selection& selection, const Layout& layout, int text) {
  const TextPlace first = selection.first();
  const TextPlace last = selection.last();
  if (text < first.text || text > last.text)
    return {};
  const int length = layout.texts[static_cast<std::size_t>(text)].paragraph->length();
  const int begin = text == first.text ? first.position : 0;
  const int end = text == last.text ? last.position : length;
  return {begin, std::max(0, std::min(end, length) - begin)};
}

QString selectedText(const Selection& selection, const Layout& layout, FormulasAs formulas) {
  QString copied;
  for (int i = selection.first().text;
       i <= selection.last().text && i < static_cast<int>(layout.texts.size()); ++i) {
    const Span span = selectedSpan(selection, layout, i);
    const PlacedText& text = layout.texts[static_cast<std::size_t>(i)];
    if (!copied.isEmpty())
      copied += text.separator;
    copied += text.paragraph->copy(span, formulas);
  }
  return copied;
}

} // namespace eigenboard::reader
