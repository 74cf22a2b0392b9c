#include "app/book/markdown.h"

#include "app/book/block_builder.h"
#include "app/book/entities.h"
#include "app/book/limits.h"
#include "app/book/words.h"

#include <QtCore/QByteArray>
#include <QtCore/QCoreApplication>
#include <md4c.h>

#include <algorithm>
#include <cstring>

namespace eigenboard::book {

namespace {

/// Receives the parser's events and turns them into calls of the builder.
class Events {
 public:
  Events(const Extraction& extraction, const QByteArray& source)
      : builder(extraction), extraction_(extraction), source_(source) {
    lineStarts_.push_back(0);
    for (qsizetype at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1))
      lineStarts_.push_back(at + 1);
  }

  int enterBlock(MD_BLOCKTYPE type, void* detail) {
    if (skipped_ > 0)
      return count(++skipped_);
    bool shown = true;
    switch (type) {
    case MD_BLOCK_QUOTE:
      shown = builder.openQuote(line_);
      break;
    case MD_BLOCK_UL:
      shown = builder.openList(false, 1, static_cast<MD_BLOCK_UL_DETAIL*>(detail)->is_tight != 0, line_);
      break;
    case MD_BLOCK_OL: {
      const auto* list = static_cast<MD_BLOCK_OL_DETAIL*>(detail);
      shown = builder.openList(true, static_cast<int>(list->start), list->is_tight != 0, line_);
      break;
    }
    case MD_BLOCK_LI:
      builder.openItem(taskOf(*static_cast<MD_BLOCK_LI_DETAIL*>(detail)));
      break;
    case MD_BLOCK_TABLE:
      builder.endParagraph(line_);
      table_ = {};
      break;
    case MD_BLOCK_TR:
      row_.clear();
      break;
    case MD_BLOCK_TH:
      table_.columns.push_back(alignment(static_cast<MD_BLOCK_TD_DETAIL*>(detail)->align));
      break;
    case MD_BLOCK_CODE:
      builder.endParagraph(line_);
      language_ = attribute(static_cast<MD_BLOCK_CODE_DETAIL*>(detail)->lang).toLower();
      verbatim_.clear();
      verbatimLine_ = 0;
      break;
    case MD_BLOCK_HTML:
      builder.endParagraph(line_);
      verbatim_.clear();
      verbatimLine_ = 0;
      break;
    case MD_BLOCK_P:
    case MD_BLOCK_H:
    case MD_BLOCK_HR:
      builder.endParagraph(line_);
      break;
    case MD_BLOCK_DOC:
    case MD_BLOCK_THEAD:
    case MD_BLOCK_TBODY:
    case MD_BLOCK_TD:
      break;
    }
    block_ = type;
    if (!shown)
      skipped_ = 1;
    return count();
  }

  int leaveBlock(MD_BLOCKTYPE type, void* detail) {
    if (skipped_ > 0)
      return count(--skipped_);
    switch (type) {
    case MD_BLOCK_QUOTE:
      builder.closeQuote();
      break;
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
      builder.closeList();
      break;
    case MD_BLOCK_LI:
      builder.closeItem();
      break;
    case MD_BLOCK_TH:
      table_.header.push_back(builder.cell());
      break;
    case MD_BLOCK_TD:
      row_.push_back(builder.cell());
      break;
    case MD_BLOCK_TR:
      if (!row_.empty()) {
        row_.resize(table_.columns.size());
        table_.rows.push_back(std::move(row_));
      }
      break;
    case MD_BLOCK_TABLE:
      builder.table(std::move(table_), line_);
      break;
    case MD_BLOCK_CODE:
      // The parser gives no place for the fence itself: it is the line before the first line of code.
      builder.code(language_, verbatim_, verbatimLine_ > 0 ? verbatimLine_ - 1 : line_);
      break;
    case MD_BLOCK_HTML:
      builder.html(verbatim_, verbatimLine_);
      break;
    case MD_BLOCK_P:
      builder.endParagraph(line_);
      break;
    case MD_BLOCK_H:
      builder.heading(static_cast<int>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level), line_);
      break;
    case MD_BLOCK_HR:
      builder.rule(line_);
      break;
    case MD_BLOCK_DOC:
    case MD_BLOCK_THEAD:
    case MD_BLOCK_TBODY:
      break;
    }
    block_ = MD_BLOCK_DOC;
    return count();
  }

  int enterSpan(MD_SPANTYPE type, void* detail) {
    if (skipped_ > 0)
      return count();
    switch (type) {
    case MD_SPAN_EM:
      builder.inlines().open(InlineKind::Emphasis, {}, {}, line_);
      break;
    case MD_SPAN_STRONG:
      builder.inlines().open(InlineKind::Strong, {}, {}, line_);
      break;
    case MD_SPAN_DEL:
      builder.inlines().open(InlineKind::Strike, {}, {}, line_);
      break;
    case MD_SPAN_A: {
      const MD_ATTRIBUTE& target = static_cast<MD_SPAN_A_DETAIL*>(detail)->href;
      place(target.text);
      builder.inlines().open(InlineKind::Link, parseLink(attribute(target)), {}, line_);
      break;
    }
    case MD_SPAN_IMG: {
      const auto* image = static_cast<MD_SPAN_IMG_DETAIL*>(detail);
      place(image->src.text);
      builder.inlines().open(InlineKind::Image, {}, attribute(image->src), line_, attribute(image->title));
      break;
    }
    case MD_SPAN_CODE:
      codeSpan_.clear();
      break;
    case MD_SPAN_LATEXMATH:
    case MD_SPAN_LATEXMATH_DISPLAY:
    case MD_SPAN_WIKILINK:
    case MD_SPAN_U:
      break; // extensions that are not switched on
    }
    return count();
  }

  int leaveSpan(MD_SPANTYPE type) {
    if (skipped_ > 0)
      return count();
    if (type == MD_SPAN_CODE)
      builder.inlines().code(codeSpan_, line_);
    else
      builder.inlines().close();
    return count();
  }

  int text(MD_TEXTTYPE type, const char* bytes, MD_SIZE size) {
    place(bytes);
    if (skipped_ > 0)
      return count();
    const QString words = QString::fromUtf8(bytes, static_cast<qsizetype>(size));
    if (block_ == MD_BLOCK_CODE || block_ == MD_BLOCK_HTML) {
      if (verbatimLine_ == 0)
        verbatimLine_ = line_;
      verbatim_ += words;
      return count();
    }
    switch (type) {
    case MD_TEXT_NORMAL:
      builder.inlines().text(words, line_);
      break;
    case MD_TEXT_NULLCHAR:
      builder.inlines().text(QString(QChar::ReplacementCharacter), line_);
      break;
    case MD_TEXT_BR:
      builder.inlines().hardBreak(line_);
      break;
    case MD_TEXT_SOFTBR:
      builder.inlines().softBreak(line_);
      break;
    case MD_TEXT_ENTITY:
      builder.inlines().text(entityText(words), line_);
      break;
    case MD_TEXT_CODE:
      codeSpan_ += words;
      break;
    case MD_TEXT_HTML:
      inlineHtml(words);
      break;
    case MD_TEXT_LATEXMATH:
      break;
    }
    return count();
  }

  BlockBuilder builder;

 private:
  /// Ends the parse (non-zero) when a page costs more than any chapter could.
  int count(int = 0) {
    ++events_;
    return events_ > limits::parserEvents || builder.isFull() ? 1 : 0;
  }

  /// Remembers the line of the file that a pointer into the source stands in.
  void place(const char* bytes) {
    if (bytes < source_.constData() || bytes > source_.constData() + source_.size())
      return;
    const qsizetype offset = bytes - source_.constData();
    const auto after = std::upper_bound(lineStarts_.begin(), lineStarts_.end(), offset);
    const auto index = static_cast<std::size_t>(after - lineStarts_.begin()) - 1;
    if (index < extraction_.lines.size())
      line_ = extraction_.lines[index];
  }

  static Task taskOf(const MD_BLOCK_LI_DETAIL& item) {
    return item.is_task == 0 ? Task::None : item.task_mark == ' ' ? Task::Open : Task::Done;
  }

  static Align alignment(MD_ALIGN align) {
    return align == MD_ALIGN_CENTER ? Align::Center : align == MD_ALIGN_RIGHT ? Align::Right : Align::Left;
  }

  static QString attribute(const MD_ATTRIBUTE& value) {
    QString text;
    for (int i = 0; value.size > 0 && value.substr_offsets[i] < value.size; ++i) {
      const MD_OFFSET begin = value.substr_offsets[i];
      const MD_OFFSET end = value.substr_offsets[i + 1];
      const QString part = QString::fromUtf8(value.text + begin, static_cast<qsizetype>(end - begin));
      text += value.substr_types[i] == MD_TEXT_ENTITY ? entityText(part) : part;
    }
    return text;
  }

  void inlineHtml(const QString& tag) {
    const QString name = tag.toLower();
    if (name.startsWith(QStringLiteral("<br")))
      builder.inlines().hardBreak(line_);
    else if (!name.startsWith(QStringLiteral("<!--"))) {
      builder.inlines().text(tag, line_);
      builder.problem(line_, translated("raw HTML is shown as text: %1").arg(tag.left(60)));
    }
  }

  const Extraction& extraction_;
  const QByteArray& source_;
  std::vector<qsizetype> lineStarts_;
  Table table_;
  std::vector<Inlines> row_;
  QString language_;
  QString verbatim_;
  QString codeSpan_;
  MD_BLOCKTYPE block_ = MD_BLOCK_DOC;
  int verbatimLine_ = 0;
  int line_ = 1;
  int skipped_ = 0;
  int events_ = 0;
};

Events& eventsOf(void* userdata) {
  return *static_cast<Events*>(userdata);
}

} // namespace

namespace {

Page parse(const Extraction& extraction, int firstLine) {
  const QByteArray bytes = extraction.text.toUtf8();
  Events events(extraction, bytes);
  MD_PARSER parser{};
  parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS | MD_FLAG_NOINDENTEDCODEBLOCKS;
  parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* user) {
    return eventsOf(user).enterBlock(type, detail);
  };
  parser.leave_block = [](MD_BLOCKTYPE type, void* detail, void* user) {
    return eventsOf(user).leaveBlock(type, detail);
  };
  parser.enter_span = [](MD_SPANTYPE type, void* detail, void* user) {
    return eventsOf(user).enterSpan(type, detail);
  };
  parser.leave_span = [](MD_SPANTYPE type, void*, void* user) { return eventsOf(user).leaveSpan(type); };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* user) {
    return eventsOf(user).text(type, text, size);
  };
  const int stopped = md_parse(bytes.constData(), static_cast<MD_SIZE>(bytes.size()), &parser, &events);
  Page page = events.builder.finish();
  if (stopped != 0) {
    const QString reason = translated("The page is too large; the rest of it is not shown.");
    const int line = page.blocks.empty() ? firstLine : page.blocks.back().line;
    page.blocks.push_back(Block{Message{reason}, line});
    page.problems.push_back({line, reason});
  }
  return page;
}

/// The way back from a note, at the end of its last sentence.
void addWayBack(Blocks& blocks, int number, int line) {
  Inline back;
  back.kind = InlineKind::Link;
  back.link = NoteLink{number, true};
  back.line = line;
  Inline sign;
  sign.text = QStringLiteral("↩");
  back.children.push_back(std::move(sign));
  if (blocks.empty() || !std::holds_alternative<Paragraph>(blocks.back().content))
    blocks.push_back(Block{Paragraph{}, line});
  Inlines& text = std::get<Paragraph>(blocks.back().content).text;
  if (!text.empty()) {
    Inline blank;
    blank.text = QStringLiteral("\u00a0");
    text.push_back(std::move(blank));
  }
  text.push_back(std::move(back));
}

/// Reads the notes that the text names, and those that they name, and sets them as a list at the end.
void appendNotes(Page& page, Footnotes& notes) {
  List list;
  list.ordered = true;
  list.notes = true;
  qsizetype characters = 0;
  for (int number = 1; number <= notes.count(); ++number) {
    const Footnote note = notes.read(number); // a copy, since reading it may make others known
    characters += note.text.size();
    if (number > limits::footnotes || characters > limits::footnoteCharacters) {
      const QString reason = translated("There are too many footnotes; the rest of them is not shown.");
      list.items.push_back({{Block{Message{reason}, note.line}}, Task::None});
      page.problems.push_back({note.line, reason});
      break;
    }
    Page body = parse(extract(note.text, note.line, notes, true), note.line);
    page.problems.insert(page.problems.end(), body.problems.begin(), body.problems.end());
    for (Block& block : body.blocks)
      if (auto* heading = std::get_if<Heading>(&block.content))
        heading->anchor.clear(); // those of the page itself are the ones that links mean
    addWayBack(body.blocks, number, note.line);
    list.items.push_back({std::move(body.blocks), Task::None});
  }
  if (list.items.empty())
    return;
  const int line = list.items.front().blocks.front().line;
  page.blocks.push_back(Block{Rule{}, line});
  page.blocks.push_back(Block{std::move(list), line});
}

} // namespace

Page parseMarkdown(const QString& source, int firstLine) {
  Footnotes notes;
  Page page = parse(extract(source, firstLine, notes), firstLine);
  appendNotes(page, notes);
  notes.finish();
  page.problems.insert(page.problems.end(), notes.problems.begin(), notes.problems.end());
  std::stable_sort(page.problems.begin(), page.problems.end(),
                   [](const SourceProblem& a, const SourceProblem& b) { return a.line < b.line; });
  return page;
}

} // namespace eigenboard::book
