#include "app/reader/paragraph_builder.h"

#include "app/book/option_text.h"
#include "app/reader/paragraph.h"

#include <utility>

namespace eigenboard::reader {

namespace {

/// Quotation marks curve away from the blank or bracket before them.
QChar typographic(QChar character, QChar before) {
  const bool opens = before.isSpace() || QStringLiteral("([{–—/‘“").contains(before);
  if (character == u'"')
    return opens ? QChar(0x201C) : QChar(0x201D);
  if (character == u'\'')
    return opens ? QChar(0x2018) : QChar(0x2019);
  return character == u'\t' ? QChar(u' ') : character;
}

struct Look {
  bool strong = false;
  bool emphasized = false;
  bool struck = false;
  bool isSuperior = false;
  QColor color; ///< invalid: that of the style

  bool isPlain() const { return !strong && !emphasized && !struck && !isSuperior && !color.isValid(); }
};

class ParagraphBuilder {
 public:
  ParagraphBuilder(const TextStyle& style, const PageContext& context) : style_(style), context_(context) {}

  void add(const book::Inlines& pieces, const Look& look) {
    for (const book::Inline& piece : pieces)
      add(piece, look);
  }

  ParagraphText take() { return std::move(made_); }

 private:
  void add(const book::Inline& piece, Look look) {
    // After options in a line a new sentence begins on the next, but not a full stop.
    const bool isSentence = piece.kind != book::InlineKind::Text || piece.text.startsWith(u' ');
    const bool isNewLine = std::exchange(isLineOver_, false) && isSentence;
    if (isNewLine)
      made_.text += QChar(QChar::LineSeparator);
    switch (piece.kind) {
    case book::InlineKind::Text: // the blank after the options is their line's end
      words(isNewLine && piece.text.startsWith(u' ') ? piece.text.mid(1) : piece.text, look);
      break;
    case book::InlineKind::Code:
      code(piece.text, look);
      break;
    case book::InlineKind::Math: {
      InlineObject formula;
      formula.tex = piece.text;
      object(std::move(formula));
      break;
    }
    case book::InlineKind::Break:
      made_.text += QChar(QChar::LineSeparator);
      break;
    case book::InlineKind::Emphasis:
      look.emphasized = !look.emphasized;
      add(piece.children, look);
      break;
    case book::InlineKind::Strong:
      look.strong = true;
      add(piece.children, look);
      break;
    case book::InlineKind::Strike:
      look.struck = true;
      add(piece.children, look);
      break;
    case book::InlineKind::Link:
      link(piece, look);
      break;
    case book::InlineKind::Image:
      look.emphasized = true;
      look.color = context_.theme.textMuted;
      add(piece.children, look);
      break;
    }
  }

  void words(const QString& text, const Look& look) {
    const int start = static_cast<int>(made_.text.size());
    for (const QChar character : text) {
      // "y-axis" with a formula y is not broken after its hyphen.
      if (character == u'-' && followsObject())
        made_.text += nonBreakingHyphen;
      else
        made_.text += typographic(character, made_.text.isEmpty() ? QChar(u' ') : made_.text.back());
    }
    format(start, style_.font, look, false);
  }

  bool followsObject() const {
    return !made_.objects.empty() && made_.objects.back().position == static_cast<int>(made_.text.size()) - 1;
  }

  void code(QString text, const Look& look) {
    text.replace(u'\n', u' ');
    const int start = static_cast<int>(made_.text.size());
    made_.text += text;
    made_.code.push_back({start, static_cast<int>(text.size())});
    format(start, style_.codeFont, look, true);
  }

  void format(int start, QFont font, const Look& look, bool always) {
    if (look.isPlain() && !always)
      return;
    if (look.strong)
      font.setWeight(QFont::Bold);
    if (look.emphasized)
      font.setItalic(!font.italic());
    font.setStrikeOut(look.struck);
    QTextLayout::FormatRange range;
    range.start = start;
    range.length = static_cast<int>(made_.text.size()) - start;
    range.format.setFont(font);
    if (look.isSuperior)
      range.format.setVerticalAlignment(QTextCharFormat::AlignSuperScript);
    if (look.color.isValid())
      range.format.setForeground(look.color);
    made_.formats.push_back(range);
  }

  void object(InlineObject made) {
    made.position = static_cast<int>(made_.text.size());
    made_.text += objectPlaceholder;
    made_.objects.push_back(std::move(made));
  }

  void link(const book::Inline& piece, Look look) {
    const QString problem = context_.problem(piece.link);
    if (problem.isEmpty() && (live(piece) || options(piece.link, look)))
      return;
    if (const auto* goal = std::get_if<book::GoalLink>(&piece.link); goal && problem.isEmpty()) {
      InlineObject tick;
      tick.kind = ObjectKind::Tick;
      tick.link = piece.link;
      tick.mark = context_.goalsDone.contains(goalName(*goal)) ? Mark::Right : Mark::None;
      object(std::move(tick));
    }
    if (const auto* note = std::get_if<book::NoteLink>(&piece.link))
      look.isSuperior = !note->isBack;
    const QColor color =
        linkColor(piece.link, problem, look.color.isValid() ? look.color : style_.color, context_.theme);
    if (color != style_.color)
      look.color = color;
    const int wordsStart = static_cast<int>(made_.text.size());
    add(piece.children, look);
    if (made_.text.size() == wordsStart) {
      made_.text += QStringLiteral("…"); // a link without words must still be seen
      format(wordsStart, style_.font, look, false);
    }
    made_.links.push_back({{wordsStart, static_cast<int>(made_.text.size()) - wordsStart},
                           piece.link,
                           problem,
                           std::holds_alternative<book::TermLink>(piece.link) && !context_.hasGlossary});
  }

  /// Numbers and answers, which are things of their own in the line.
  bool live(const book::Inline& piece) {
    InlineObject made;
    made.link = piece.link;
    made.source = book::plainText(piece.children);
    if (std::holds_alternative<book::ScrubLink>(piece.link)) {
      made.kind = ObjectKind::Scrub;
    } else if (std::holds_alternative<book::ValueLink>(piece.link)) {
      made.kind = ObjectKind::Value;
    } else if (const auto* check = std::get_if<book::CheckLink>(&piece.link);
               check && check->kind != book::CheckLink::Kind::Choice) {
      made.kind = ObjectKind::Answer;
      made.text = made.source;
      object(std::move(made));
      return true;
    } else {
      return false;
    }
    made.text = context_.numbers.text(piece.link);
    made.widest = context_.numbers.widest(piece.link);
    object(std::move(made));
    return true;
  }

  /// The options of a choice in the sentence, or below one another where they need the room.
  bool options(const book::Link& link, const Look& look) {
    const auto* check = std::get_if<book::CheckLink>(&link);
    if (!check || check->kind != book::CheckLink::Kind::Choice)
      return false;
    const bool stacked = book::areStacked(check->options);
    const int group = static_cast<int>(made_.objects.size());
    for (const QString& option : check->options) {
      if (stacked && !made_.text.isEmpty())
        made_.text += QChar(QChar::LineSeparator);
      else if (!stacked && !made_.text.isEmpty() && option != check->options.front())
        made_.text += QStringLiteral("\u2003 "); // an em wide, and a place to break the line
      const int start = static_cast<int>(made_.text.size());
      InlineObject circle;
      circle.kind = ObjectKind::Choice;
      circle.link = link;
      circle.text = option;
      circle.group = group;
      object(std::move(circle));
      add(book::optionText(option), look);
      LinkSpan span;
      span.span = {start, static_cast<int>(made_.text.size()) - start};
      span.link = link;
      span.isOption = true;
      made_.links.push_back(std::move(span));
    }
    isLineOver_ = true;
    return true;
  }

  const TextStyle& style_;
  const PageContext& context_;
  ParagraphText made_;
  bool isLineOver_ = false; ///< what follows stands on a line of its own
};

} // namespace

ParagraphText paragraphText(const book::Inlines& text, const TextStyle& style, const PageContext& context) {
  ParagraphBuilder builder(style, context);
  builder.add(text, {});
  return builder.take();
}

ParagraphText plainParagraph(const QString& text) {
  ParagraphText made;
  made.text = text;
  return made;
}

QString goalName(const book::GoalLink& link) {
  return link.panel + u'/' + link.goal;
}

} // namespace eigenboard::reader
