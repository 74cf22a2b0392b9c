#include "views/typesetting/line_box.h"

#include <algorithm>

namespace eigenboard::typesetting {

namespace {

void reserve(LineBox& line, std::uint8_t face, double em) {
  const double halfGap = (1.2 - faceAscent(face) - faceDescent(face)) / 2;
  line.ascent = std::max(line.ascent, (faceAscent(face) + halfGap) * em);
  line.descent = std::max(line.descent, (faceDescent(face) + halfGap) * em);
}

void reserveFonts(LineBox& line, const Box& box) {
  if (box.classes.has(BoxClass::VlistT))
    return;
  reserve(line, box.face.index, box.em);
  for (const Box& child : box.children)
    if (child.kind != BoxKind::Svg)
      reserveFonts(line, child);
}

} // namespace

void extend(LineBox& line, const Box& box) {
  line.ascent = std::max(line.ascent, box.height);
  line.descent = std::max(line.descent, box.depth);
  reserveFonts(line, box);
}

} // namespace eigenboard::typesetting
