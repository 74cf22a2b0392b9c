#include "app/reader/reader.h"

#include <QtWidgets/QScrollBar>

#include <algorithm>

namespace eigenboard::reader {

namespace {

constexpr double sectionLine =
    0.3; ///< of the window: the section that reaches this line is the one being read
constexpr double aboveHeading = 12; ///< px of the page seen above a heading that was jumped to

QRectF placed(const Layout& layout, const Passage& passage) {
  for (const PlacedText& text : layout.texts) {
    if (text.paragraph != passage.paragraph)
      continue;
    const std::vector<QRectF> rects = text.paragraph->rects(passage.span);
    return rects.empty() ? text.rect() : rects.front().translated(text.origin);
  }
  return {};
}

} // namespace

bool Reader::goTo(const QString& anchor) {
  if (!layout_.anchors.contains(anchor))
    return false;
  emit jumping();
  setPosition(placeAt(layout_, layout_.anchors.value(anchor) - aboveHeading));
  arrivalTimer_.start();
  emit placeChanged();
  emit jumped();
  return true;
}

void Reader::jumpTo(double place, const QString& section) {
  emit jumping();
  setPosition(place);
  if (!section.isEmpty() && currentSection() != section)
    goTo(section);
  arrivalTimer_.start();
  emit placeChanged();
  emit jumped();
}

std::vector<PlacedSection> Reader::placedSections() const {
  std::vector<PlacedSection> placed;
  for (const Section& section : sections_) {
    const double top = layout_.anchors.value(section.anchor);
    if (!placed.empty())
      placed.back().bottom = top;
    placed.push_back({section.anchor, section.words, top, top});
  }
  if (!placed.empty() && !layout_.blockTops.empty())
    placed.back().bottom = std::max(placed.back().top, layout_.blockTops.back());
  return placed;
}

QString Reader::currentSection() const {
  const double line = scrolled() + sectionLine * viewport()->height();
  const bool isAtEnd = verticalScrollBar()->value() == verticalScrollBar()->maximum() && scrolled() > 0;
  QString current;
  for (const PlacedSection& section : placedSections())
    if (section.top <= line || (isAtEnd && section.bottom <= scrolled() + viewport()->height()))
      current = section.anchor;
  return current;
}

void Reader::remark() {
  sections_ = sectionsOf(nodes_);
  matches_ = findAll(nodes_, findWords_, findOptions_);
  if (currentMatch_ >= static_cast<int>(matches_.size()))
    currentMatch_ = static_cast<int>(matches_.size()) - 1;
  notesLost_.clear();
  notePassages_.clear();
  for (const PageNote& note : notes_) {
    const std::vector<Passage> found = findQuotation(nodes_, note.quotation);
    if (found.empty())
      notesLost_.insert(note.id);
    for (const Passage& passage : found)
      notePassages_.emplace_back(note.id, passage);
  }
  showMarks();
}

void Reader::showMarks() {
  state_.marks.clear();
  for (const auto& [id, passage] : notePassages_)
    state_.marks[passage.paragraph].push_back({PageMark::Kind::Note, passage.span, id});
  for (std::size_t i = 0; i < matches_.size(); ++i) {
    const bool isCurrent = static_cast<int>(i) == currentMatch_;
    state_.marks[matches_[i].paragraph].push_back(
        {isCurrent ? PageMark::Kind::CurrentMatch : PageMark::Kind::Match, matches_[i].span, 0});
  }
  viewport()->update();
}

int Reader::find(const QString& words, FindOptions options) {
  findWords_ = words;
  findOptions_ = options;
  currentMatch_ = -1;
  matches_ = findAll(nodes_, words, options);
  // The first one from the top of the window on; closed folds have no height, so they come last.
  for (std::size_t i = 0; i < matches_.size() && currentMatch_ < 0; ++i)
    if (placed(layout_, matches_[i]).bottom() > scrolled())
      currentMatch_ = static_cast<int>(i);
  if (currentMatch_ < 0 && !matches_.empty())
    currentMatch_ = 0;
  showMatch(currentMatch_);
  return static_cast<int>(matches_.size());
}

void Reader::showMatch(int index) {
  currentMatch_ = matches_.empty() ? -1 : std::clamp(index, 0, static_cast<int>(matches_.size()) - 1);
  showMarks();
  if (currentMatch_ >= 0)
    scrollTo(matches_[static_cast<std::size_t>(currentMatch_)]);
}

void Reader::endFind() {
  findWords_.clear();
  matches_.clear();
  currentMatch_ = -1;
  showMarks();
}

void Reader::scrollTo(const Passage& passage) {
  if (openFoldsAround(nodes_, passage.paragraph)) {
    relayout();
    loader_.request(layout_, scrolled());
  }
  const QRectF rect = placed(layout_, passage);
  if (!rect.isNull())
    ensureVisible(rect);
}

bool Reader::showPassage(const QString& words) {
  const std::vector<Passage> found = findQuotation(nodes_, {{}, words, {}});
  if (found.empty())
    return false;
  emit jumping();
  scrollTo(found.front());
  passageTimer_.start();
  for (const Passage& passage : found)
    state_.marks[passage.paragraph].push_back({PageMark::Kind::CurrentMatch, passage.span, 0});
  viewport()->update();
  emit jumped();
  return true;
}

void Reader::setNotes(std::vector<PageNote> notes) {
  notes_ = std::move(notes);
  remark();
}

bool Reader::showNote(qint64 id) {
  const auto found = std::find_if(notePassages_.begin(), notePassages_.end(),
                                  [id](const auto& noted) { return noted.first == id; });
  if (found == notePassages_.end())
    return false;
  emit jumping();
  scrollTo(found->second);
  emit jumped();
  return true;
}

QRect Reader::noteRect(qint64 id) const {
  for (const auto& [note, passage] : notePassages_)
    if (note == id)
      return placed(layout_, passage).translated(0, -scrolled()).toAlignedRect() & viewport()->rect();
  return {};
}

qint64 Reader::noteAt(QPointF pagePoint) const {
  for (const PlacedText& text : layout_.texts)
    if (text.rect().contains(pagePoint))
      if (const qint64 id = reader::noteAt(text, state_.marks, pagePoint); id != 0)
        return id;
  return 0;
}

QString Reader::noteText(qint64 id) const {
  for (const PageNote& note : notes_)
    if (note.id == id)
      return note.text;
  return {};
}

Quotation Reader::quotedSelection() const {
  std::vector<Passage> parts;
  if (!state_.selection.isEmpty())
    for (int i = state_.selection.first().text;
         i <= state_.selection.last().text && i < static_cast<int>(layout_.texts.size()); ++i) {
      const Span span = selectedSpan(state_.selection, layout_, i);
      if (span.length > 0)
        parts.push_back({layout_.texts[static_cast<std::size_t>(i)].paragraph, span});
    }
  // Half a word is not meant: whole words are also found again more surely.
  const auto isWord = [](const Passage& part, int at) {
    const QString& text = part.paragraph->content().text;
    return at >= 0 && at < text.size() && text[at].isLetterOrNumber();
  };
  if (!parts.empty()) {
    Passage& front = parts.front();
    while (isWord(front, front.span.start) && isWord(front, front.span.start - 1)) {
      --front.span.start;
      ++front.span.length;
    }
    Passage& back = parts.back();
    while (isWord(back, back.span.start + back.span.length - 1) &&
           isWord(back, back.span.start + back.span.length))
      ++back.span.length;
  }
  return quote(nodes_, parts);
}

QRect Reader::selectionRect() const {
  QRectF area;
  for (int i = state_.selection.first().text;
       i <= state_.selection.last().text && i < static_cast<int>(layout_.texts.size()); ++i) {
    const PlacedText& text = layout_.texts[static_cast<std::size_t>(i)];
    for (const QRectF& rect : text.paragraph->rects(selectedSpan(state_.selection, layout_, i)))
      area |= rect.translated(text.origin);
  }
  return area.translated(0, -scrolled()).toAlignedRect() & viewport()->rect();
}

int Reader::exerciseCount() const {
  int count = 0;
  for (const Section& section : sections_)
    count += section.exercises;
  return count;
}

} // namespace eigenboard::reader
