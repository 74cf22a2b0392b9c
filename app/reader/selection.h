#pragma once

#include "app/reader/flow.h"

#include <optional>

namespace eigenboard::reader {

/// A place between two characters: the placed text, and the position in it.
struct TextPlace {
  int text = 0;
  int position = 0;
  bool operator==(const TextPlace&) const = default;
  bool operator<(const TextPlace& other) const {
    return text != other.text ? text < other.text : position < other.position;
  }
};

/// What is selected, from where the mouse was pressed to where it is.
struct Selection {
  TextPlace anchor;
  TextPlace end;
  bool isEmpty() const { return anchor == end; }
  TextPlace first() const { return std::min(anchor, end); }
  TextPlace last() const { return std::max(anchor, end); }
};

/// The place nearest to a point of the page.
TextPlace placeNear(const Layout& layout, QPointF point);
/// The word round a place.
Selection wordAt(const Layout& layout, TextPlace place);
Selection everything(const Layout& layout);
/// The part of one placed text that is selected.
Span selectedSpan(const Selection& selection, const Layout& layout, int text);
/// As text, cells separated by tabs.
QString selectedText(const Selection& selection, const Layout& layout, FormulasAs formulas = FormulasAs::Tex);

} // namespace eigenboard::reader
