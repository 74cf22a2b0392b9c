#include "app/book/block_builder.h"

#include "app/book/words.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QRegularExpression>

#include <algorithm>
#include <utility>

namespace eigenboard::book {

namespace {

/// As GitHub forms it: lower case, blanks to hyphens, punctuation dropped.
QString anchorOf(const QString& heading) {
  QString anchor;
  for (const QChar character : heading.toLower()) {
    if (character.isLetterOrNumber() || character == u'-' || character == u'_')
      anchor += character;
    else if (character.isSpace())
      anchor += u'-';
  }
  return anchor;
}

const PanelLink* lonePanelLink(const Inlines& text) {
  if (text.size() != 1 || text.front().kind != InlineKind::Link)
    return nullptr;
  return std::get_if<PanelLink>(&text.front().link);
}

} // namespace

bool BlockBuilder::open(Kind kind, int line) {
  endParagraph(line);
  if (frames_.size() > static_cast<std::size_t>(limits::nesting)) {
    message(translated("Quotes, lists and folds are nested too deeply here to be shown."), line);
    return false;
  }
  Frame frame;
  frame.kind = kind;
  frame.line = line;
  frames_.push_back(std::move(frame));
  return true;
}

BlockBuilder::Frame BlockBuilder::pop(Kind kind) {
  endParagraph(frames_.back().line);
  while (frames_.back().kind == Kind::Fold && kind != Kind::Fold) {
    problem(frames_.back().line, translated("<details> is not closed"));
    closeFold();
  }
  Frame frame = std::move(frames_.back());
  frames_.pop_back();
  return frame;
}

bool BlockBuilder::openQuote(int line) {
  return open(Kind::Quote, line);
}

bool BlockBuilder::openList(bool ordered, int start, bool tight, int line) {
  if (!open(Kind::List, line))
    return false;
  frames_.back().list = List{ordered, start, tight, {}, false};
  return true;
}

void BlockBuilder::openItem(Task task) {
  Frame frame;
  frame.kind = Kind::Item;
  frame.task = task;
  frame.line = frames_.back().line;
  frames_.push_back(std::move(frame));
}

void BlockBuilder::closeQuote() {
  Frame frame = pop(Kind::Quote);
  add(Quote{std::move(frame.blocks)}, frame.line);
}

void BlockBuilder::closeList() {
  Frame frame = pop(Kind::List);
  add(std::move(frame.list), frame.line);
}

void BlockBuilder::closeItem() {
  Frame frame = pop(Kind::Item);
  frames_.back().list.items.push_back({std::move(frame.blocks), frame.task});
}

void BlockBuilder::endParagraph(int line) {
  for (InlineBuilder::Part& part : inlines_.take()) {
    if (part.extract && part.extract->kind == ExtractKind::Message) {
      message(part.extract->text, part.extract->line);
      problem(part.extract->line, part.extract->text);
    } else if (part.extract) {
      add(DisplayMath{part.extract->text}, part.extract->line);
    } else if (const PanelLink* panel = lonePanelLink(part.text)) {
      PanelCard card{*panel, part.text.front().children};
      add(std::move(card), part.text.front().line);
    } else {
      const int first = part.text.front().line;
      add(Paragraph{std::move(part.text)}, first > 0 ? first : line);
    }
  }
}

Inlines BlockBuilder::cell() {
  Inlines text;
  for (InlineBuilder::Part& part : inlines_.take()) {
    if (part.extract) {
      Inline piece;
      piece.kind = part.extract->kind == ExtractKind::DisplayMath ? InlineKind::Math : InlineKind::Text;
      piece.text = part.extract->text;
      piece.line = part.extract->line;
      text.push_back(std::move(piece));
    }
    std::move(part.text.begin(), part.text.end(), std::back_inserter(text));
  }
  return text;
}

void BlockBuilder::heading(int level, int line) {
  Inlines text = cell();
  const QString base = anchorOf(plainText(text));
  QString anchor = base;
  for (int suffix = 1; !anchors_.insert(anchor).second; ++suffix)
    anchor = base + u'-' + QString::number(suffix);
  Heading heading{level, std::move(text), anchor};
  add(std::move(heading), line);
}

void BlockBuilder::code(const QString& language, const QString& text, int line) {
  QString shown = text;
  if (shown.endsWith(u'\n'))
    shown.chop(1);
  bool cut = shown.size() > limits::codeCharacters;
  shown.truncate(limits::codeCharacters);
  qsizetype position = 0;
  for (int lines = 0; lines < limits::codeLines && position >= 0; ++lines)
    position = shown.indexOf(u'\n', position + (lines > 0 ? 1 : 0));
  if (position > 0) {
    shown.truncate(position);
    cut = true;
  }
  add(Code{language, shown}, line);
  if (cut) {
    message(translated("The code is too long; its end is not shown."), line);
    problem(line, translated("The code is too long; its end is not shown."));
  }
}

void BlockBuilder::openFold(int line) {
  if (!open(Kind::Fold, line))
    problem(line, translated("folds are nested too deeply"));
}

void BlockBuilder::closeFold() {
  Frame frame = pop(Kind::Fold);
  Fold fold{std::move(frame.summary), std::move(frame.blocks)};
  add(std::move(fold), frame.line);
}

void BlockBuilder::summary(const QString& text, int line) {
  inlines_.text(text, line);
  Inlines words = cell();
  if (frames_.back().kind == Kind::Fold)
    frames_.back().summary = std::move(words);
  else
    problem(line, translated("<summary> outside <details>"));
}

void BlockBuilder::html(const QString& text, int line) {
  static const QRegularExpression tag(
      QStringLiteral("<!--.*?-->|<details(\\s+open)?\\s*>|</details\\s*>|<summary\\s*>(.*?)</summary\\s*>"),
      QRegularExpression::DotMatchesEverythingOption | QRegularExpression::CaseInsensitiveOption);
  qsizetype position = 0;
  const auto plain = [&](qsizetype end) {
    const QString words = text.sliced(position, end - position).simplified();
    if (words.isEmpty())
      return;
    problem(line, translated("raw HTML is shown as text (a fold needs a blank line after its tags): %1")
                      .arg(words.left(60)));
    inlines_.text(words, line);
    endParagraph(line);
  };
  for (auto match = tag.match(text); match.hasMatch(); match = tag.match(text, position)) {
    plain(match.capturedStart());
    position = match.capturedEnd();
    const QString found = match.captured().toLower();
    if (found.startsWith(QStringLiteral("<details"))) {
      openFold(line);
    } else if (found.startsWith(QStringLiteral("<summary"))) {
      summary(match.captured(2).simplified(), line);
    } else if (found.startsWith(QStringLiteral("</details"))) {
      if (frames_.back().kind == Kind::Fold)
        closeFold();
      else
        problem(line, translated("</details> without <details>"));
    }
  }
  plain(text.size());
}

Page BlockBuilder::finish() {
  endParagraph(frames_.back().line);
  while (frames_.size() > 1) {
    switch (frames_.back().kind) {
    case Kind::Fold:
      problem(frames_.back().line, translated("<details> is not closed"));
      closeFold();
      break;
    case Kind::Quote:
      closeQuote();
      break;
    case Kind::List:
      closeList();
      break;
    case Kind::Item:
      closeItem();
      break;
    case Kind::Page:
      break;
    }
  }
  page_.blocks = std::move(frames_.front().blocks);
  std::stable_sort(page_.problems.begin(), page_.problems.end(),
                   [](const SourceProblem& a, const SourceProblem& b) { return a.line < b.line; });
  return std::move(page_);
}

} // namespace eigenboard::book
