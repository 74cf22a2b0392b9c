#include "app/reader/places.h"

#include "app/reader/note_button.h"
#include "app/reader/reader.h"
#include "app/reader/ways.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QScrollBar>

#include <algorithm>

namespace eigenboard::reader {

namespace {

constexpr double sectionLine =
    0.3; ///< of the window: the section that reaches this line is the one being read
constexpr int passageMilliseconds = 2500;
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

Places::Places(Reader& reader)
    : reader_(reader), noteButton_(new NoteButton(reader.theme_, reader.viewport())) {
  QObject::connect(noteButton_, &NoteButton::clicked, &reader, &Reader::noteWanted);
  passageTimer_.setSingleShot(true);
  passageTimer_.setInterval(passageMilliseconds);
  QObject::connect(&passageTimer_, &QTimer::timeout, &reader, [this] { showMarks(); });
}

bool Places::goTo(const QString& anchor) {
  if (!reader_.page_.layout.anchors.contains(anchor))
    return false;
  emit reader_.jumping();
  reader_.setPosition(
      placeAt(reader_.page_.layout, reader_.page_.layout.anchors.value(anchor) - aboveHeading), true);
  emit reader_.placeChanged();
  emit reader_.jumped();
  return true;
}

void Places::jumpTo(double place, const QString& section) {
  emit reader_.jumping();
  reader_.setPosition(place, true);
  if (!section.isEmpty() && currentSection() != section)
    goTo(section);
  emit reader_.placeChanged();
  emit reader_.jumped();
}

std::vector<PlacedSection> Places::placedSections() const {
  std::vector<PlacedSection> placed;
  for (const Section& section : sections_) {
    const double top = reader_.page_.layout.anchors.value(section.anchor);
    if (!placed.empty())
      placed.back().bottom = top;
    placed.push_back({section.anchor, section.words, top, top});
  }
  if (!placed.empty() && !reader_.page_.layout.blockTops.empty())
    placed.back().bottom = std::max(placed.back().top, reader_.page_.layout.blockTops.back());
  return placed;
}

QString Places::currentSection() const {
  const double line = reader_.scrolled() + sectionLine * reader_.viewport()->height();
  const bool isAtEnd = reader_.verticalScrollBar()->value() == reader_.verticalScrollBar()->maximum() &&
                       reader_.scrolled() > 0;
  QString current;
  for (const PlacedSection& section : placedSections())
    if (section.top <= line ||
        (isAtEnd && section.bottom <= reader_.scrolled() + reader_.viewport()->height()))
      current = section.anchor;
  return current;
}

void Places::refresh() {
  sections_ = sectionsOf(reader_.page_.nodes);
  matches_ = findAll(reader_.page_.nodes, findWords_, findOptions_);
  if (currentMatch_ >= static_cast<int>(matches_.size()))
    currentMatch_ = static_cast<int>(matches_.size()) - 1;
  notesLost_.clear();
  notePassages_.clear();
  for (const PageNote& note : notes_) {
    const std::vector<Passage> found = findQuotation(reader_.page_.nodes, note.quotation);
    if (found.empty())
      notesLost_.insert(note.id);
    for (const Passage& passage : found)
      notePassages_.emplace_back(note.id, passage);
  }
  showMarks();
}

void Places::showMarks() {
  reader_.page_.state.marks.clear();
  for (const auto& [id, passage] : notePassages_)
    reader_.page_.state.marks[passage.paragraph].push_back({PageMark::Kind::Note, passage.span, id});
  for (std::size_t i = 0; i < matches_.size(); ++i) {
    const bool isCurrent = static_cast<int>(i) == currentMatch_;
    reader_.page_.state.marks[matches_[i].paragraph].push_back(
        {isCurrent ? PageMark::Kind::CurrentMatch : PageMark::Kind::Match, matches_[i].span, 0});
  }
  reader_.viewport()->update();
}

int Places::find(const QString& words, FindOptions options) {
  findWords_ = words;
  findOptions_ = options;
  currentMatch_ = -1;
  matches_ = findAll(reader_.page_.nodes, words, options);
  // The first one from the top of the window on; closed folds have no height, so they come last.
  for (std::size_t i = 0; i < matches_.size() && currentMatch_ < 0; ++i)
    if (placed(reader_.page_.layout, matches_[i]).bottom() > reader_.scrolled())
      currentMatch_ = static_cast<int>(i);
  if (currentMatch_ < 0 && !matches_.empty())
    currentMatch_ = 0;
  showMatch(currentMatch_);
  return static_cast<int>(matches_.size());
}

void Places::showMatch(int index) {
  currentMatch_ = matches_.empty() ? -1 : std::clamp(index, 0, static_cast<int>(matches_.size()) - 1);
  showMarks();
  if (currentMatch_ >= 0)
    scrollTo(matches_[static_cast<std::size_t>(currentMatch_)]);
}

void Places::endFind() {
  findWords_.clear();
  matches_.clear();
  currentMatch_ = -1;
  showMarks();
}

void Places::endFindHere(double began) {
  if (currentMatch_ < 0) {
    endFind();
    return reader_.setPosition(began);
  }
  const Passage match = matches_[static_cast<std::size_t>(currentMatch_)];
  const double here = reader_.position();
  endFind();
  reader_.setPosition(began);
  emit reader_.jumping();
  reader_.setPosition(here, true);
  passageTimer_.start();
  reader_.page_.state.marks[match.paragraph].push_back({PageMark::Kind::CurrentMatch, match.span, 0});
  reader_.viewport()->update();
  emit reader_.jumped();
}

void Places::scrollTo(const Passage& passage) {
  if (openFoldsAround(reader_.page_.nodes, passage.paragraph)) {
    reader_.relayout();
    reader_.supplies_.loader.request(reader_.page_.layout, reader_.scrolled(), reader_.viewport()->height());
  }
  const QRectF rect = placed(reader_.page_.layout, passage);
  if (!rect.isNull())
    reader_.ensureVisible(rect);
}

bool Places::showPassage(const QString& words) {
  const std::vector<Passage> found = findQuotation(reader_.page_.nodes, {{}, words, {}});
  if (found.empty())
    return false;
  emit reader_.jumping();
  scrollTo(found.front());
  passageTimer_.start();
  for (const Passage& passage : found)
    reader_.page_.state.marks[passage.paragraph].push_back({PageMark::Kind::CurrentMatch, passage.span, 0});
  reader_.viewport()->update();
  emit reader_.jumped();
  return true;
}

void Places::setNotes(std::vector<PageNote> notes) {
  notes_ = std::move(notes);
  refresh();
}

bool Places::showNote(qint64 id) {
  const auto found = std::find_if(notePassages_.begin(), notePassages_.end(),
                                  [id](const auto& noted) { return noted.first == id; });
  if (found == notePassages_.end())
    return false;
  emit reader_.jumping();
  scrollTo(found->second);
  emit reader_.jumped();
  return true;
}

QRect Places::noteRect(qint64 id) const {
  for (const auto& [note, passage] : notePassages_)
    if (note == id)
      return placed(reader_.page_.layout, passage).translated(0, -reader_.scrolled()).toAlignedRect() &
             reader_.viewport()->rect();
  return {};
}

qint64 Places::noteAt(QPointF pagePoint) const {
  for (const PlacedText& text : reader_.page_.layout.texts)
    if (text.rect().contains(pagePoint))
      if (const qint64 id = reader::noteAt(text, reader_.page_.state.marks, pagePoint); id != 0)
        return id;
  return 0;
}

QString Places::noteText(qint64 id) const {
  for (const PageNote& note : notes_)
    if (note.id == id)
      return note.text;
  return {};
}

Quotation Places::quotedSelection() const {
  std::vector<Passage> parts;
  if (!reader_.page_.state.selection.isEmpty())
    for (int i = reader_.page_.state.selection.first().text;
         i <= reader_.page_.state.selection.last().text &&
         i < static_cast<int>(reader_.page_.layout.texts.size());
         ++i) {
      const Span span = selectedSpan(reader_.page_.state.selection, reader_.page_.layout, i);
      if (span.length > 0)
        parts.push_back({reader_.page_.layout.texts[static_cast<std::size_t>(i)].paragraph, span});
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
  return quote(reader_.page_.nodes, parts);
}

void Places::copySelection() const {
  if (!reader_.page_.state.selection.isEmpty())
    QGuiApplication::clipboard()->setText(reader_.selectedText());
}

std::vector<QRectF> Places::selectedLines() const {
  std::vector<QRectF> lines;
  const Selection& selection = reader_.page_.state.selection;
  const Layout& layout = reader_.page_.layout;
  for (int i = selection.first().text;
       i <= selection.last().text && i < static_cast<int>(layout.texts.size()); ++i) {
    const PlacedText& text = layout.texts[static_cast<std::size_t>(i)];
    for (const QRectF& rect : text.paragraph->rects(selectedSpan(selection, layout, i)))
      lines.push_back(rect.translated(text.origin));
  }
  return lines;
}

QRect Places::selectionRect() const {
  QRectF area;
  for (const QRectF& line : selectedLines())
    area |= line;
  return area.translated(0, -reader_.scrolled()).toAlignedRect() & reader_.viewport()->rect();
}

void Places::selectionChanged() {
  const Selection& now = reader_.page_.state.selection;
  if (reader_.press_.isSelecting)
    noted_ = {};
  const bool isNoted = now.anchor == noted_.anchor && now.end == noted_.end;
  const bool offers =
      !now.isEmpty() && !isNoted && !reader_.press_.isSelecting && !quotedSelection().words.isEmpty();
  noteButton_->offer(offers ? selectedLines() : std::vector<QRectF>(), now.anchor < now.end,
                     reader_.scrolled());
  reader_.viewport()->update();
}

void Places::pageScrolled() {
  noteButton_->follow(reader_.scrolled());
}

void Places::putNoteButtonAway() {
  noted_ = reader_.page_.state.selection;
  selectionChanged();
}

bool Places::passNoteButton(bool next) {
  if (noteButton_->isHidden())
    return false;
  if (noteButton_->hasFocus()) {
    reader_.setFocus(Qt::OtherFocusReason);
    return !next;
  }
  if (next)
    noteButton_->setFocus(Qt::TabFocusReason);
  return next;
}

} // namespace eigenboard::reader
