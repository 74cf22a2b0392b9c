#include "app/reader/paragraph.h"

#include <QtGui/QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <utility>

namespace eigenboard::reader {

namespace {

constexpr double unbroken = 1e6; ///< px: wider than any line, and exact in the layout's 26.6 fixed point

/// Formulas that touch the next line's ink are kept this far from it.
constexpr double objectClearance = 2;

} // namespace

Paragraph::Paragraph(ParagraphText text, TextStyle style)
    : content_(std::move(text)), style_(std::move(style)),
      layout_(std::make_unique<QTextLayout>(content_.text, style_.font)) {
  QTextOption option;
  option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
  option.setUseDesignMetrics(false);
  layout_->setTextOption(option);
  layout_->setCacheEnabled(true);
}

Paragraph::Change Paragraph::measureObjects(double available) {
  Change change = Change::None;
  for (InlineObject& object : content_.objects) {
    const InlineObject before = object;
    measure(object, style_, available);
    if (object.width != before.width)
      change = Change::Widths;
    else if (change == Change::None && (object.above != before.above || object.below != before.below))
      change = Change::Heights;
  }
  return change;
}

void Paragraph::applyFormats() {
  QList<QTextLayout::FormatRange> formats = content_.formats;
  const double placeholder = QFontMetricsF(style_.font).horizontalAdvance(objectPlaceholder);
  for (const InlineObject& object : content_.objects) {
    // The placeholder letter is as wide as the object: letter spacing may be any number, negative ones too.
    QTextLayout::FormatRange range;
    range.start = object.position;
    range.length = 1;
    range.format.setFont(style_.font);
    range.format.setFontLetterSpacingType(QFont::AbsoluteSpacing);
    range.format.setFontLetterSpacing(object.width - placeholder);
    range.format.setForeground(QColor(Qt::transparent));
    formats.push_back(range);
  }
  layout_->setFormats(formats);
  formatted_ = true;
}

void Paragraph::layOut(double width) {
  width = std::max(width, 16.);
  const Change change = measureObjects(width);
  if (change == Change::Widths || !formatted_) {
    applyFormats();
    natural_ = -1;
  }
  if (change != Change::None || width != width_)
    breakLines(width);
}

void Paragraph::breakLines(double width) {
  width_ = width;
  usedWidth_ = 0;
  lines_.clear();
  const QFontMetricsF metrics(style_.font);
  // The middle of the x-height and that of the capitals share the middle of the line between them.
  const double above = std::round(0.5 * style_.lineHeight + 0.25 * (metrics.xHeight() + metrics.capHeight()));
  const double below = style_.lineHeight - above;
  // Of code on paper, the rest of a line that is too long.
  const double hanging =
      style_.font.fixedPitch() && !style_.scrollsWide ? 2 * metrics.horizontalAdvance(u'0') : 0;
  auto object = content_.objects.begin();
  double top = 0;
  layout_->beginLayout();
  for (QTextLine line = layout_->createLine(); line.isValid(); line = layout_->createLine()) {
    const int start = line.textStart();
    const bool goesOn = start > 0 && content_.text[start - 1] != QChar::LineSeparator;
    const double indent = goesOn ? hanging : 0;
    line.setLineWidth(width - indent);
    const int end = start + line.textLength();
    double up = above;
    double down = below;
    auto first = object;
    for (; object != content_.objects.end() && object->position < end; ++object) {
      up = std::max(up, object->above + objectClearance);
      down = std::max(down, object->below + objectClearance);
    }
    const double used = indent + line.naturalTextWidth();
    usedWidth_ = std::max(usedWidth_, used);
    const double spare = std::max(0., std::floor(width - used));
    const double left = style_.alignment == Qt::AlignHCenter ? std::floor(spare / 2)
                        : style_.alignment == Qt::AlignRight ? spare
                                                             : indent;
    const double baseline = std::round(top + up);
    line.setPosition(QPointF(left, baseline - line.ascent()));
    for (; first != object; ++first)
      first->origin = QPointF(line.cursorToX(first->position), baseline);
    lines_.push_back({top, std::round(baseline + down), baseline});
    top = lines_.back().bottom;
  }
  layout_->endLayout();
  height_ = lines_.empty() ? style_.lineHeight : top;
}

double Paragraph::naturalWidth() {
  const Change change = measureObjects(unbroken);
  if (change != Change::None) {
    formatted_ = false; // the next layout would find nothing changed, and keep the old places
    width_ = -1;
  }
  if (content_.text.size() == 1 && content_.objects.size() == 1)
    return content_.objects.front().width; // a formula by itself needs no layout to be measured
  if (change == Change::Widths || !formatted_ || natural_ < 0) {
    applyFormats();
    breakLines(unbroken);
    natural_ = usedWidth_;
    least_ = -1;
  }
  return natural_;
}

double Paragraph::widestWord() {
  // The layout's own minimum counts single letters, since its lines may break inside a long word.
  double widest = 0;
  QTextOption option = layout_->textOption();
  option.setWrapMode(QTextOption::WordWrap);
  layout_->setTextOption(option);
  layout_->beginLayout();
  for (QTextLine line = layout_->createLine(); line.isValid(); line = layout_->createLine()) {
    line.setLineWidth(0);
    widest = std::max(widest, line.naturalTextWidth());
  }
  layout_->endLayout();
  option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
  layout_->setTextOption(option);
  width_ = -1; // its lines are gone
  return widest;
}

void Paragraph::setPixelSize(int pixels) {
  if (pixels == style_.font.pixelSize() || pixels < 1)
    return;
  style_.lineHeight = std::round(style_.lineHeight * pixels / style_.font.pixelSize());
  style_.font.setPixelSize(pixels);
  layout_->setFont(style_.font);
  for (QTextLayout::FormatRange& range : content_.formats) {
    QFont font = range.format.font();
    font.setPixelSize(pixels);
    range.format.setFont(font);
  }
  formatted_ = false;
  width_ = -1;
  natural_ = -1;
}

double Paragraph::leastWidth() {
  const double natural = naturalWidth();
  if (natural_ < 0)
    return natural;
  if (least_ < 0)
    least_ = widestWord();
  return least_;
}

std::pair<double, double> Paragraph::lineSpan(int line) const {
  const Line& found = lines_.at(static_cast<std::size_t>(line));
  return {found.top, found.bottom};
}

double Paragraph::lineEnd(int line) const {
  const QTextLine found = layout_->lineAt(line);
  return found.x() + found.naturalTextWidth();
}

int Paragraph::lineOf(int position) const {
  const QTextLine line = layout_->lineForTextPosition(std::clamp(position, 0, length()));
  return line.isValid() ? line.lineNumber() : 0;
}

double Paragraph::baselineNear(const QRectF& rect) const {
  for (const Line& line : lines_)
    if (line.top >= rect.top())
      return line.baseline;
  return rect.bottom();
}

int Paragraph::positionAt(QPointF point) const {
  if (lines_.empty())
    return 0;
  if (point.y() < lines_.front().top)
    return 0;
  if (point.y() >= lines_.back().bottom)
    return length();
  for (std::size_t i = 0; i < lines_.size(); ++i)
    if (point.y() < lines_[i].bottom)
      return layout_->lineAt(static_cast<int>(i)).xToCursor(point.x());
  return length();
}

int Paragraph::characterAt(QPointF point) const {
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    if (point.y() < lines_[i].top || point.y() >= lines_[i].bottom)
      continue;
    const QTextLine line = layout_->lineAt(static_cast<int>(i));
    const double left = line.x();
    if (point.x() < left || point.x() > left + line.naturalTextWidth())
      return -1;
    return line.xToCursor(point.x(), QTextLine::CursorOnCharacter);
  }
  return -1;
}

std::vector<QRectF> Paragraph::rects(Span span) const {
  std::vector<QRectF> found;
  const int end = span.start + span.length;
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    const QTextLine line = layout_->lineAt(static_cast<int>(i));
    const int from = std::max(span.start, line.textStart());
    const int to = std::min(end, line.textStart() + line.textLength());
    if (from >= to)
      continue;
    const double left = line.cursorToX(from);
    const double right = std::min(line.cursorToX(to), line.x() + line.naturalTextWidth());
    if (right > left)
      found.emplace_back(left, lines_[i].top, right - left, lines_[i].bottom - lines_[i].top);
  }
  return found;
}

QRectF Paragraph::objectBox(int object) const {
  const InlineObject& placed = content_.objects.at(static_cast<std::size_t>(object));
  return box(placed, placed.origin);
}

int Paragraph::linkAt(QPointF point) const {
  const int character = characterAt(point);
  if (character < 0)
    return -1;
  for (std::size_t i = 0; i < content_.links.size(); ++i) {
    const Span& span = content_.links[i].span;
    if (character >= span.start && character < span.start + span.length)
      return static_cast<int>(i);
  }
  return -1;
}

int Paragraph::objectAt(QPointF point) const {
  for (std::size_t i = 0; i < content_.objects.size(); ++i)
    if (objectBox(static_cast<int>(i)).adjusted(-1, -2, 1, 2).contains(point))
      return static_cast<int>(i);
  return -1;
}

QString Paragraph::copy(Span span, FormulasAs formulas) const {
  QString text;
  int position = span.start;
  const int end = std::min(span.start + span.length, length());
  for (const InlineObject& object : content_.objects) {
    if (object.position < span.start || object.position >= end)
      continue;
    text += QStringView(content_.text).sliced(position, object.position - position);
    text += copied(object, formulas);
    position = object.position + 1;
  }
  if (end > position)
    text += QStringView(content_.text).sliced(position, end - position);
  return text.replace(QChar::LineSeparator, u'\n').replace(nonBreakingHyphen, u'-');
}

} // namespace eigenboard::reader
