#include "app/book/inline_builder.h"

#include "app/book/limits.h"

#include <iterator>
#include <utility>

namespace eigenboard::book {

namespace {

void append(Inlines& pieces, InlineKind kind, const QString& text, int line) {
  if (text.isEmpty())
    return;
  if (kind == InlineKind::Text && !pieces.empty() && pieces.back().kind == InlineKind::Text) {
    pieces.back().text += text;
    return;
  }
  Inline piece;
  piece.kind = kind;
  piece.text = text;
  piece.line = line;
  pieces.push_back(std::move(piece));
}

bool isBlank(const Inlines& pieces) {
  for (const Inline& piece : pieces)
    if (piece.kind != InlineKind::Break &&
        (piece.kind != InlineKind::Text || !piece.text.trimmed().isEmpty()))
      return false;
  return true;
}

/// Without blanks and breaks at either end.
void trim(Inlines& pieces) {
  const auto blank = [](const Inline& piece) { return isBlank({piece}); };
  while (!pieces.empty() && blank(pieces.back()))
    pieces.pop_back();
  while (!pieces.empty() && blank(pieces.front()))
    pieces.erase(pieces.begin());
  const auto strip = [](QString& text, bool front) {
    while (!text.isEmpty() && (front ? text.front() : text.back()).isSpace())
      front ? text.remove(0, 1) : text.remove(text.size() - 1, 1);
  };
  if (!pieces.empty() && pieces.front().kind == InlineKind::Text)
    strip(pieces.front().text, true);
  if (!pieces.empty() && pieces.back().kind == InlineKind::Text)
    strip(pieces.back().text, false);
}

} // namespace

void InlineBuilder::text(const QString& text, int line) {
  if (characters_ > limits::paragraphCharacters)
    return;
  qsizetype begin = 0;
  for (qsizetype at = 0; at < text.size(); ++at) {
    if (!startsPlaceholder(text[at]))
      continue;
    const std::optional<Placeholder> found = placeholderAt(QStringView(text).sliced(at));
    if (!found || found->index >= extraction_.extracts.size())
      continue;
    append(top(), InlineKind::Text, text.sliced(begin, at - begin), line);
    const Extract& extract = extraction_.extracts[found->index];
    // In a link or in emphasis there is no cutting the sentence: a display formula is set in the line there.
    if (extract.kind == ExtractKind::InlineMath ||
        (extract.kind == ExtractKind::DisplayMath && open_.size() > 1))
      append(top(), InlineKind::Math, extract.text, extract.line);
    else if (extract.kind == ExtractKind::Note)
      note(extract);
    else
      cut(extract);
    begin = at + found->length;
    at = begin - 1;
  }
  append(top(), InlineKind::Text, text.sliced(begin), line);
  characters_ += text.size();
  if (characters_ > limits::paragraphCharacters)
    append(top(), InlineKind::Text, QStringLiteral(" …"), line);
}

void InlineBuilder::code(const QString& text, int line) {
  if (characters_ <= limits::paragraphCharacters)
    append(top(), InlineKind::Code, text, line);
  characters_ += text.size();
}

void InlineBuilder::hardBreak(int line) {
  Inline piece;
  piece.kind = InlineKind::Break;
  piece.line = line;
  if (++characters_ <= limits::paragraphCharacters)
    top().push_back(std::move(piece));
}

void InlineBuilder::open(InlineKind kind, Link link, const QString& source, int line, const QString& title) {
  Open opened;
  opened.piece.kind = kind;
  opened.piece.link = std::move(link);
  opened.piece.text = source;
  opened.piece.title = title;
  opened.piece.line = line;
  opened.shown = open_.size() <= limits::inlineNesting;
  open_.push_back(std::move(opened));
}

void InlineBuilder::close() {
  if (open_.size() < 2)
    return;
  Open closed = std::move(open_.back());
  open_.pop_back();
  if (closed.shown)
    top().push_back(std::move(closed.piece));
  else
    std::move(closed.piece.children.begin(), closed.piece.children.end(), std::back_inserter(top()));
}

void InlineBuilder::note(const Extract& extract) {
  Inline piece;
  piece.kind = InlineKind::Link;
  piece.link = NoteLink{extract.text.toInt(), false};
  piece.line = extract.line;
  append(piece.children, InlineKind::Text, extract.text, extract.line);
  top().push_back(std::move(piece));
}

void InlineBuilder::cut(const Extract& extract) {
  if (open_.size() > 1) {
    append(top(), InlineKind::Text, extract.text, extract.line);
    return;
  }
  trim(top());
  if (!top().empty())
    parts_.push_back({std::exchange(top(), {}), nullptr});
  top().clear();
  parts_.push_back({{}, &extract});
}

std::vector<InlineBuilder::Part> InlineBuilder::take() {
  while (open_.size() > 1)
    close();
  trim(top());
  if (!top().empty())
    parts_.push_back({std::move(top()), nullptr});
  open_.clear();
  open_.emplace_back();
  characters_ = 0;
  return std::exchange(parts_, {});
}

} // namespace eigenboard::book
